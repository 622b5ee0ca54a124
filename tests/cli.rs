//! The command line as a script meets it: exit codes, sentences, forms, and input that is broken or
//! built to hurt. No terminal here; `pty.rs` has that.

#![allow(clippy::unwrap_used, reason = "a test says what failed by failing")]

use std::fs;
use std::io::Write;

use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

const REPORT: &str = "افتتاح الجسر المعلق\n\nافتتح الوزير الجسر المعلق صباح الأحد.\n";

fn tabayun(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tabayun"));
    command.args(arguments).env_clear().env("LANG", "C.UTF-8").env("HOME", "/nonexistent");
    command.stdin(Stdio::null());
    command
}

fn run(arguments: &[&str]) -> Output {
    tabayun(arguments).output().unwrap()
}

fn with_input(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = tabayun(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    let writer = std::thread::spawn(move || stdin.write_all(&input));
    let output = child.wait_with_output().unwrap();
    let _ = writer.join().unwrap();
    output
}

fn code(output: &Output) -> i32 {
    output.status.code().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    let text = String::from_utf8(output.stderr.clone()).unwrap();
    let control = text.chars().find(|c| c.is_control() && *c != '\n');
    assert_eq!(control, None, "a control character on standard error: {text:?}");
    text
}

fn folder(files: &[(&str, &[u8])]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    folder
}

fn path(folder: &tempfile::TempDir, name: &str) -> String {
    folder.path().join(name).to_string_lossy().into_owned()
}

/// The texts of a folder, as `text` prints them; its exit code and what it said.
fn texts(path: &str) -> (i32, String, String) {
    let output = run(&["text", path]);
    (code(&output), out(&output), err(&output))
}

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
fn what_cannot_be_read_is_named_with_what_to_do() {
    let folder = folder(&[
        ("empty/.keep", b""),
        ("a.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01"),
        ("blank.txt", "\u{feff} \n\t\n".as_bytes()),
        ("page.html", b"<html><script>x</script></html>"),
        ("lines.jsonl", b"{\"text\":\"\xd9\x86\xd8\xb5.\"}\n{\"title\":1}\n"),
    ]);
    let cases = [
        ("nothing.txt", "There is no", "Check the name", 0),
        ("empty", "holds no reports", "Put .txt", 0),
        ("a.png", "is no text", "Save the report as text", 0),
        ("blank.txt", "holds no text", "Save the report again", 0),
        ("page.html", "No report was found", "Save the text", 0),
        ("lines.jsonl", "Line 2", "the other lines are shown", 1),
    ];
    for (name, what, then, texts_shown) in cases {
        let (code, out, err) = texts(&path(&folder, name));
        assert_eq!(code, 1, "{name}");
        assert!(err.contains(name) && err.contains(what) && err.contains(then), "{name}: {err}");
        assert_eq!(usize::from(!out.is_empty()), texts_shown, "{name}: {out}");
    }
    let arabic = run(&["text", "--lang", "ar", "nothing.txt"]);
    assert!(err(&arabic).contains("لا وجود لـ«nothing.txt»"));
}

#[test]
fn one_bad_file_among_five_leaves_four() {
    let folder = folder(&[
        ("1.txt", REPORT.as_bytes()),
        ("2.txt", b"\0\0\0\0"),
        ("3.md", REPORT.as_bytes()),
        ("4.html", format!("<html><body><p>{REPORT}</p></body></html>").as_bytes()),
        ("5.jsonl", b"{\"text\": \"\xd9\x86\xd8\xb5 \xd8\xae\xd8\xa8\xd8\xb1.\"}\n"),
        ("notes.docx", b"PK\x03\x04"),
    ]);
    let output = run(&["compare", "--format", "json", &folder.path().to_string_lossy()]);
    assert_eq!(code(&output), 1);
    assert_eq!(err(&output).lines().count(), 1);
    let json: serde_json::Value = serde_json::from_str(&out(&output)).unwrap();
    assert_eq!(json["articles"].as_array().unwrap().len(), 4);
}

#[test]
fn a_file_name_cannot_speak_to_the_terminal() {
    let folder = folder(&[]);
    let name = "خبر\u{1b}]0;hacked\u{7}\u{202e}\u{9b}2J.txt";
    let (code, _, err) = texts(&path(&folder, name));
    assert_eq!(code, 1);
    assert!(err.contains("␛]0;hacked␇‹U+202E›‹U+009B›2J.txt"), "{err}");
}

#[cfg(unix)]
#[test]
fn pipes_devices_and_loops_in_a_folder_are_passed_over() {
    use std::os::unix::fs::symlink;
    let folder = folder(&[("a.txt", REPORT.as_bytes()), ("sub/b.txt", REPORT.as_bytes())]);
    let inside = |name: &str| folder.path().join(name);
    let made = Command::new("mkfifo").arg(inside("pipe.txt")).status().unwrap();
    assert!(made.success());
    symlink("/dev/zero", inside("zero.txt")).unwrap();
    symlink(folder.path(), inside("sub/loop")).unwrap();
    symlink(inside("self.txt"), inside("self.txt")).unwrap();
    symlink(inside("a.txt"), inside("c.txt")).unwrap();
    let (code, out, err) = texts(&folder.path().to_string_lossy());
    // A link that leads nowhere is a report that cannot be read, and is told; the rest is passed over.
    assert_eq!((code, err.lines().count()), (1, 1), "{err}");
    assert!(err.contains("self.txt") && err.contains("could not be read"), "{err}");
    assert_eq!(out, REPORT.repeat(3));
    for named in ["pipe.txt", "zero.txt"] {
        let (code, _, err) = texts(&path(&folder, named));
        assert_eq!(code, 1);
        assert!(err.contains("was not opened"), "{err}");
    }
}

#[test]
fn a_dossier_names_its_reports_and_cannot_reach_outside() {
    let folder = folder(&[
        ("d/dossier.json", "{\"event\": \"الجسر\", \"articles\": [{\"file\": \"b.txt\", \"outlet\": \"مرآة\",
            \"date\": \"2031-05-04T10:00\"}, {\"file\": \"../secret.txt\"}, {\"file\": \"/etc/passwd\"},
            {\"file\": \"gone.txt\"}]}".as_bytes()),
        ("d/a.txt", REPORT.as_bytes()),
        ("d/b.txt", REPORT.as_bytes()),
        ("secret.txt", b"secret"),
    ]);
    let output = run(&["compare", "--format", "json", &path(&folder, "d")]);
    let json: serde_json::Value = serde_json::from_str(&out(&output)).unwrap();
    let outlets: Vec<_> =
        json["articles"].as_array().unwrap().iter().map(|a| a["outlet"].clone()).collect();
    assert_eq!(outlets, [serde_json::json!("مرآة"), serde_json::Value::Null]);
    assert_eq!(code(&output), 1);
    let err = err(&output);
    assert!(
        err.contains("../secret.txt") && err.contains("/etc/passwd") && err.contains("gone.txt"),
        "{err}"
    );
    assert!(!out(&output).contains("secret"));
}

#[test]
fn a_broken_dossier_is_left_aside_and_the_reports_come() {
    let folder =
        folder(&[("dossier.json", b"{\n \"articles\": 3\n}"), ("a.txt", REPORT.as_bytes())]);
    let (code, out, err) = texts(&folder.path().to_string_lossy());
    assert_eq!((code, out.as_str()), (1, REPORT));
    assert!(err.contains("dossier.json") && err.contains("line 2"), "{err}");
}

#[test]
fn other_encodings_are_read() {
    let wide: Vec<u8> =
        std::iter::once(0xfeff).chain(REPORT.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let (narrow, _, _) = encoding_rs::WINDOWS_1256.encode(REPORT);
    let folder = folder(&[("wide.txt", &wide), ("narrow.txt", &narrow)]);
    for name in ["wide.txt", "narrow.txt"] {
        assert_eq!(texts(&path(&folder, name)), (0, REPORT.to_owned(), String::new()), "{name}");
    }
}

#[test]
fn broken_bytes_overrides_and_giant_lines_do_no_harm() {
    let mut broken = REPORT.repeat(20).into_bytes();
    broken[3] = 0xff;
    let overrides = format!("{REPORT}\u{202e}\u{1b}[31m\u{9b}2J{}\n", "\u{200d}".repeat(5_000));
    let long = format!("عنوان\n{}\n", "كلمة ".repeat(6_000));
    let folder = folder(&[
        ("broken.txt", &broken),
        ("overrides.txt", overrides.as_bytes()),
        ("long.txt", long.as_bytes()),
    ]);
    for name in ["broken.txt", "overrides.txt", "long.txt"] {
        let output = run(&["compare", "--format", "json", &path(&folder, name)]);
        assert_eq!(code(&output), 0, "{name}: {}", err(&output));
        assert!(!out(&output).contains(['\u{1b}', '\u{9b}']), "{name}");
    }
}

#[test]
fn thirty_megabytes_are_read_in_a_moment() {
    let line =
        "وقال الوزير إن العمل في الجسر مستمر منذ ثلاثة أشهر، وإن المرحلة الثانية تبدأ قريبا.\n";
    let folder = folder(&[("big.txt", line.repeat(30_000_000 / line.len()).as_bytes())]);
    let start = Instant::now();
    let (code, out, _) = texts(&path(&folder, "big.txt"));
    assert_eq!((code, out.len() > 29_000_000), (0, true));
    // Loosely, for a debug build on a busy machine: it must not be quadratic.
    assert!(start.elapsed() < Duration::from_secs(60), "{:?}", start.elapsed());
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
    let readings: Vec<_> = articles.iter().map(tabayun::facts::extract).collect();
    let comparison = tabayun::compare::compare(&articles, &readings);
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
