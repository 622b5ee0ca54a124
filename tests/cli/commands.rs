//! What each command answers, and what a reader's settings and words do to it.

use super::*;

#[test]
fn usage_is_two_and_help_is_none() {
    for wrong in [
        &["compare"][..],
        &["facts"],
        &["--theme", "pink"],
        &["completions", "tcsh"],
        &["--no-such-flag"],
    ] {
        let output = run(wrong);
        assert_eq!((code(&output), out(&output).as_str()), (2, ""), "{wrong:?}");
        assert!(err(&output).contains("Usage") || err(&output).contains("--help"), "{wrong:?}");
    }
    for right in [
        &["--help"][..],
        &["--version"],
        &["compare", "--help"],
        &["man"],
        &["completions", "bash"],
        &["completions", "fish"],
        &["--print-config"],
        &["--paths"],
        &["--list-keys"],
    ] {
        let output = run(right);
        assert_eq!((code(&output), err(&output).as_str()), (0, ""), "{right:?}");
        assert!(!output.stdout.is_empty(), "{right:?}");
    }
    assert!(out(&run(&["--help", "--lang", "ar"])).contains("تقارير"));
    assert!(out(&run(&["--version"])).contains(env!("CARGO_PKG_VERSION")));
}

#[test]
fn the_text_of_a_report_is_the_file() {
    let folder = folder(&[("a.txt", REPORT.as_bytes())]);
    assert_eq!(texts(&path(&folder, "a.txt")), (0, REPORT.to_owned(), String::new()));
    let piped = with_input(&["text", "-"], REPORT.as_bytes());
    assert_eq!((code(&piped), out(&piped)), (0, REPORT.to_owned()));
}

#[test]
fn facts_answers_line_for_line_and_says_which_line_was_wrong() {
    let input =
        "{\"id\":1,\"text\":\"قتل تسعة أشخاص.\"}\nnonsense\n{\"id\":\"ب\",\"text\":\"لا شيء\"}\n";
    let output = with_input(&["facts", "--jsonl"], input.as_bytes());
    let answers: Vec<serde_json::Value> =
        out(&output).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let ids: Vec<_> = answers.iter().map(|answer| answer["id"].clone()).collect();
    assert_eq!(ids, [serde_json::json!(1), serde_json::Value::Null, serde_json::json!("ب")]);
    assert_eq!(code(&output), 1);
    assert!(err(&output).contains("Line 2"));
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let lines = "{\"id\":1,\"text\":\"قتل تسعة أشخاص.\"}\n".repeat(20_000);
    let mut child = tabayun(&["facts", "--jsonl"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let mut stdin = child.stdin.take().unwrap();
    let _ = stdin.write_all(lines.as_bytes());
    drop(stdin);
    let output = child.wait_with_output().unwrap();
    assert_eq!((code(&output), err(&output).as_str()), (0, ""));
}

/// An example with the signs before its lines taken away.
fn taken(flag: &str) -> String {
    let bare = |line: &str| match line.strip_prefix('#') {
        Some(rest) if !rest.starts_with(' ') => rest.to_owned(),
        _ => line.to_owned(),
    };
    out(&run(&[flag])).lines().map(bare).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_examples_of_own_words_and_topics_hold() {
    let lit = "منارة الخليج\n\nقالت وكالة مرفأ الزيتون إن المنارة مضاءة منذ الأحد.\n";
    let dark = "منارة الخليج\n\nقال شهود إن المنارة مطفأة منذ الأحد.\n";
    for own in [false, true] {
        let example = |flag| if own { taken(flag) } else { out(&run(&[flag])) };
        let folder = folder(&[
            ("tabayun/lexicon/mine.toml", example("--print-lexicon").as_bytes()),
            ("tabayun/topics/mine.toml", example("--print-topics").as_bytes()),
            ("a.txt", lit.as_bytes()),
            ("b.txt", dark.as_bytes()),
        ]);
        let output = tabayun(&["compare", &path(&folder, "a.txt"), &path(&folder, "b.txt")])
            .env("XDG_CONFIG_HOME", folder.path())
            .output()
            .unwrap();
        assert_eq!((code(&output), err(&output).as_str()), (0, ""));
        // As they are printed they add nothing.
        assert_eq!(out(&output).contains("≠ light of the lighthouse"), own, "{}", out(&output));
    }
}

#[test]
fn a_filter_that_nothing_answers_is_told_in_a_sentence() {
    let folder = folder(&[]);
    let quotes = |form| {
        let output = tabayun(&["quotes", "--filter", "حداد", "--format", form])
            .env("TABAYUN_DATA", folder.path())
            .output()
            .unwrap();
        (code(&output), out(&output), err(&output).contains("Nothing"))
    };
    assert_eq!(quotes("markdown"), (0, String::new(), true));
    assert_eq!(quotes("json"), (0, "[]\n".to_owned(), true));
}

#[test]
fn wrong_settings_are_all_told_at_once() {
    let folder = folder(&[
        ("config.toml", b"theme = \"pink\"\ncolour = 1\nmarks = \"keep\"\n"),
        ("a.txt", REPORT.as_bytes()),
    ]);
    let output = tabayun(&["text", &path(&folder, "a.txt")])
        .env("TABAYUN_CONFIG", path(&folder, "config.toml"))
        .env("TABAYUN_DIGITS", "roman")
        .output()
        .unwrap();
    assert_eq!((code(&output), out(&output).as_str()), (0, REPORT));
    let err = err(&output);
    for part in ["config.toml:1", "pink", "config.toml:2", "colour", "TABAYUN_DIGITS", "roman"] {
        assert!(err.contains(part), "{part} in {err}");
    }
    assert_eq!(err.lines().count(), 3);
}

#[test]
fn without_a_terminal_the_comparison_is_printed_without_escape_codes() {
    let folder = folder(&[("a.txt", REPORT.as_bytes()), ("b.txt", REPORT.as_bytes())]);
    let named = run(&[&folder.path().to_string_lossy()]);
    let piped = with_input(&[], REPORT.as_bytes());
    for output in [named, piped] {
        assert_eq!((code(&output), err(&output).as_str()), (0, ""));
        assert!(out(&output).contains("الجسر المعلق") && !out(&output).contains('\u{1b}'));
    }
}

#[test]
fn without_a_name_and_without_input_the_sample_is_shown() {
    let output = run(&[]);
    assert_eq!((code(&output), err(&output).as_str()), (0, ""));
    assert!(out(&output).contains("نموذج مختلق"));
}

#[test]
fn every_form_of_a_comparison_is_printed() {
    let folder = folder(&[("a.txt", REPORT.as_bytes()), ("b.txt", REPORT.as_bytes())]);
    for (form, start) in [("text", ""), ("json", "{"), ("markdown", ""), ("html", "<!")] {
        let output = run(&["compare", "--format", form, &folder.path().to_string_lossy()]);
        assert_eq!((code(&output), err(&output).as_str()), (0, ""), "{form}");
        let text = out(&output);
        assert!(
            text.trim_start().to_lowercase().starts_with(start) && !text.contains('\u{1b}'),
            "{form}"
        );
    }
}

/// Corrections made on the screen, as the notebook's file has them, take effect on paper, and the
/// paper says so; without them it is as the reports were read.
#[test]
fn what_the_reader_put_right_is_put_right_on_paper() {
    use tabayun::article::{Input, load};
    use tabayun::notebook::take::{self, Moment, Open};
    use tabayun::notebook::{Entry, Field, Journal};
    let reports = folder(&[
        (
            "a.txt",
            "غرق قارب الصيد\n\nقالت الشرطة إن الحادث أسفر عن مقتل 7 بحارة في الخليج.\n".as_bytes(),
        ),
        (
            "b.txt",
            "غرق قارب الصيد\n\nأسفر الحادث عن مقتل 9 بحارة في الخليج، بحسب الشرطة.\n".as_bytes(),
        ),
    ]);
    let articles = load(&[Input::Path(reports.path().to_owned())]).articles;
    let mut readings: Vec<_> = articles.iter().map(tabayun::facts::extract).collect();
    let comparison = tabayun::notebook::revision::compared(&articles, &mut readings, &[]);
    let open = Open { articles: &articles, readings: &readings };
    let moment = Moment { now: jiff::Timestamp::now(), dossier: None };
    let aside = take::set_aside(open, &comparison.disagreements[0], moment).unwrap();
    let outlet = take::set_report(&articles[1], Field::Outlet, None, "صحيفة المرفأ".into(), moment);
    let data = tempfile::tempdir().unwrap();
    let (mut journal, _) = Journal::open(&data.path().join("tabayun")).unwrap();
    let entries = [aside, outlet].map(|kept| Entry::Keep(Box::new(kept)));
    journal.append(&entries).unwrap();
    let compared = |flags: &[&str]| {
        let mut arguments = vec!["compare", "--lang", "en"];
        arguments.extend(flags);
        let folder = reports.path().to_string_lossy().into_owned();
        arguments.push(&folder);
        out(&tabayun(&arguments).env("XDG_DATA_HOME", data.path()).output().unwrap())
    };
    let with = compared(&[]);
    assert!(with.contains("With your own corrections"), "{with}");
    assert!(with.contains("✎ Set aside, not a conflict"), "{with}");
    assert!(with.contains("صحيفة المرفأ") && !with.contains('≠'), "{with}");
    let json: serde_json::Value = serde_json::from_str(&compared(&["--format", "json"])).unwrap();
    assert_eq!(json["corrections"].as_array().unwrap().len(), 2);
    assert_eq!(json["corrections"][0]["type"], "set_aside");
    let without = compared(&["--without-corrections"]);
    assert!(without.contains('≠') && !without.contains('✎'), "{without}");
}

#[test]
fn a_reader_s_words_and_topics_are_taken_and_wrong_files_are_told() {
    let good = "[[frame]]\nkey = \"falcon.price\"\nar = \"سعر الصقر\"\nen = \"price of a falcon\"\n\
                slots = [\"money\"]\nweight = 60\nrank = 20\nnear = [\"صقر\", \"الصقر\"]\n";
    let wrong = good.replace("money", "gold");
    let attribute = "[[attribute]]\nkey = \"falcon.kind\"\nar = \"نوع الصقر\"\nen = \"kind of falcon\"\n\
                     weight = 50\nheads = [\"الصقر\"]\nreach = 6\n[[attribute.value]]\nid = \"free\"\n\
                     ar = \"حر\"\nen = \"saker\"\nwords = [\"الحر\"]\n";
    let word = "[[sense]]\nclass = \"currency\"\nid = \"XDH\"\nforms = [\"ذهبية\"]\nplural = [\"ذهبيات\"]\n";
    let home = folder(&[
        ("tabayun/topics/a.toml", good.as_bytes()),
        ("tabayun/topics/b.toml", wrong.as_bytes()),
        ("tabayun/topics/c.toml", attribute.as_bytes()),
        ("tabayun/lexicon/a.toml", b"[[sense]]\nklass = \"goal\"\n"),
        ("tabayun/lexicon/b.toml", word.as_bytes()),
        ("a.txt", "بيع الصقر الحر في المزاد مقابل 500 ذهبية.\n".as_bytes()),
        ("b.txt", "بيع الصقر الحر في المزاد مقابل 700 ذهبية.\n".as_bytes()),
    ]);
    let reports = [path(&home, "a.txt"), path(&home, "b.txt")];
    let compared = tabayun(&["compare", "--format", "json", &reports[0], &reports[1]])
        .env("XDG_CONFIG_HOME", home.path())
        .output()
        .unwrap();
    let (said, told) = (out(&compared), err(&compared));
    assert_eq!(code(&compared), 0, "{told}");
    let at = |name: &str| path(&home, &format!("tabayun/{name}"));
    assert!(told.contains(&format!("{}:5", at("topics/b.toml"))), "{told}");
    assert!(told.contains("gold") && told.contains("money"), "{told}");
    assert!(told.contains(&format!("{}:2", at("lexicon/a.toml"))), "{told}");
    let said: serde_json::Value = serde_json::from_str(&said).unwrap();
    let raised: Vec<_> =
        said["disagreements"].as_array().unwrap().iter().map(|d| &d["topic"]).collect();
    assert_eq!(raised, ["falcon.price"], "{said:#}");
    let facts = said["facts"].as_array().unwrap();
    assert!(
        facts.iter().any(|f| f["topic"] == "falcon.kind" && f["display"] == "saker"),
        "{facts:#?}"
    );
    assert!(facts.iter().any(|f| f["value"]["unit"] == "XDH"), "{facts:#?}");
}

#[test]
fn a_report_without_an_outlet_is_named_once_and_a_sentence_says_whose_it_is() {
    let title = "افتتاح سوق السمك الجديد في مرسى الزيتون بحضور عمدة المدينة وسكانها";
    let report = |hours: &str| {
        format!("{title}\n\nاستمر حفل الافتتاح في مرسى الزيتون {hours}.\n").into_bytes()
    };
    let (two, five) = (report("ساعتين"), report("خمس ساعات"));
    let files = [("a.txt", &two[..]), ("b.txt", &two[..]), ("c.txt", &five[..])];
    let folder = folder(&files);
    let output = run(&["--lang", "en", "compare", &path(&folder, ".")]);
    let text = out(&output);
    let head: String = text.split("\n\n").next().unwrap().replace('\n', " ");
    assert_eq!(head.matches("افتتاح سوق السمك").count(), 3, "{text}");
    assert!(text.contains("(report 1)") && !text.contains("(report 3)"), "{text}");
}
