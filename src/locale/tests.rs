//! Both languages: the same messages, wordable for every number.

use std::collections::BTreeSet;

use jiff::civil::date;

use super::*;

fn ar() -> Messages {
    Messages::new(Interface::Arabic, Digits::Auto)
}

fn en() -> Messages {
    Messages::new(Interface::English, Digits::Auto)
}

/// The arguments that a message names.
fn arguments(source: &str) -> BTreeSet<&str> {
    source
        .split('$')
        .skip(1)
        .filter_map(|rest| {
            rest.split(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_').next()
        })
        .collect()
}

#[test]
fn both_languages_have_every_message_with_the_same_arguments() {
    let [arabic, english] = [Interface::Arabic, Interface::English].map(message::names);
    assert_eq!(arabic, english);
    assert!(arabic.windows(2).all(|pair| pair[0] != pair[1]), "a message is there twice");
    for name in arabic {
        let [ar, en] = [Interface::Arabic, Interface::English]
            .map(|interface| arguments(message::source(interface, name).unwrap()));
        assert_eq!(ar, en, "{name}");
    }
}

#[test]
fn every_message_can_be_worded_for_every_number() {
    for messages in [ar(), en()] {
        for name in message::names(messages.interface()) {
            let source = message::source(messages.interface(), name).unwrap();
            for number in [0.0, 1.0, 2.0, 3.0, 11.0, 100.0, 1.5] {
                let names = arguments(source);
                let args: Vec<_> = names.iter().map(|name| (*name, Arg::Number(number))).collect();
                let worded = messages.with(name, &args);
                assert!(
                    !worded.contains('$') && (worded != name || message::is_plain(source)),
                    "{name}: {worded}"
                );
                assert!(!worded.contains(['\u{2068}', '\u{2069}']), "{name}: {worded}");
            }
        }
    }
}

#[test]
fn every_message_that_the_program_names_exists() {
    let mut missing = BTreeSet::new();
    for (file, text) in sources(std::path::Path::new("src")) {
        let calls = [
            "Problem::new(\"",
            "Problem::of(\"",
            "Notice::new(\"",
            "Notice::grave(\"",
            "messages.text(\"",
            "messages.with(\"",
            "words.text(\"",
            "words.with(\"",
        ];
        for call in calls {
            for rest in text.split(call).skip(1) {
                let name = rest.split('"').next().unwrap();
                if message::source(Interface::English, name).is_none() {
                    missing.insert(format!("{file}: {name}"));
                }
            }
        }
    }
    assert_eq!(missing, BTreeSet::new());
}

fn sources(folder: &std::path::Path) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs")
            && !path.ends_with("locale/tests.rs")
        {
            found.push((path.display().to_string(), std::fs::read_to_string(&path).unwrap()));
        }
    }
    found
}

#[test]
fn arabic_has_six_plural_forms() {
    let days = |count: f64| ar().with("duration-days", &[("n", Arg::Number(count))]);
    let said: Vec<_> = [0.0, 1.0, 2.0, 5.0, 11.0, 100.0].map(days).into();
    assert_eq!(said, ["٠ يوم", "يوم", "يومان", "٥ أيام", "١١ يوما", "١٠٠ يوم"]);
    let latin = Messages::new(Interface::Arabic, Digits::Latin);
    assert_eq!(latin.with("duration-days", &[("n", 5.into())]), "5 أيام");
}

#[test]
fn durations_in_words_and_in_short_form() {
    assert_eq!(ar().duration(9_000.0, Put::Short), "٢ س ٣٠ د");
    assert_eq!(ar().duration(9_000.0, Put::Alone), "ساعتان و٣٠ دقيقة");
    assert_eq!(ar().duration(9_000.0, Put::Governed), "ساعتين و٣٠ دقيقة");
    assert_eq!(ar().duration(3_600.0 * 26.0, Put::Governed), "يوم وساعتين");
    assert_eq!(ar().duration(14.0 * 86_400.0, Put::Governed), "أسبوعين");
    assert_eq!(en().duration(9_000.0, Put::Governed), "2 h 30 min");
    assert_eq!(en().duration(1_320.0, Put::Short), "22 min");
    assert_eq!(en().duration(93_784.0, Put::Alone), "1 day 2 h 3 min 4 s");
    assert_eq!(ar().duration(31_536_000.0 * 7.0, Put::Alone), "٧ سنوات");
    assert_eq!(ar().duration(14.0 * 86_400.0, Put::Short), "أسبوعان");
    assert_eq!(en().duration(0.0, Put::Short), "0 s");
    assert_eq!(en().duration(f64::NAN, Put::Alone), "0 s");
}

#[test]
fn numbers_keep_their_thousands_apart() {
    assert_eq!(en().number(1_234_567.891), "1,234,567.89");
    assert_eq!(ar().number(1_234_567.5), "١٬٢٣٤٬٥٦٧٫٥");
    assert_eq!(en().number(2025.0), "2025");
    assert_eq!(en().number(-0.001), "0");
    assert_eq!(ar().percent(3.5), "٣٫٥٪");
    assert_eq!(en().large(1_500_000.0), "1.5 million");
    assert_eq!(en().large(1_234_567.0), "1,234,567");
    assert_eq!(ar().money(3_000_000.0, "TND"), "٣ ملايين دينار تونسي");
    assert_eq!(en().money(5.0, "XYZ"), "5 XYZ");
}

#[test]
fn dates_and_clocks_in_words() {
    assert_eq!(ar().date(date(2031, 3, 9)), "الأحد ٩ مارس ٢٠٣١");
    assert_eq!(en().date(date(2031, 3, 9)), "Sunday 9 March 2031");
    assert_eq!(ar().clock(18 * 60 + 5), "١٨:٠٥");
}

#[test]
fn problems_are_sentences() {
    let problem = Problem::of("problem-not-found", std::path::Path::new("a\u{1b}[2J.txt"));
    assert!(en().problem(&problem).starts_with("There is no “a␛[2J.txt”."));
    assert!(ar().problem(&problem).starts_with("لا وجود لـ«a␛[2J.txt»."));
}

#[test]
fn lists_are_joined_as_each_language_joins_them() {
    assert_eq!(ar().list(["سعيد", "ليلى", "مراد"]), "سعيد وليلى ومراد");
    assert_eq!(en().list(["a", "b", "c"]), "a, b and c");
}

/// Marks are not shown unless they are asked for: «حُفظ» would be read as «he kept».
#[test]
fn no_sentence_on_the_screen_depends_on_a_mark_of_its_first_word() {
    let on_paper = ["cli-", "usage-", "problem-", "quotes-", "report-"];
    for name in message::names(Interface::Arabic) {
        let source = message::source(Interface::Arabic, name).unwrap();
        if on_paper.iter().any(|group| name.starts_with(group)) {
            continue;
        }
        for line in source.lines() {
            let said = line.rsplit(']').next().unwrap_or_default().trim_start();
            let marked = said.chars().nth(1) == Some('\u{64F}') && !said.starts_with('أ');
            let noun = ["مُدد"].contains(&said);
            assert!(!marked || noun, "{name}: {said}");
        }
    }
}

#[test]
fn every_value_of_a_crowded_topic_has_a_letter_of_its_own() {
    for arabic in [false, true] {
        let letters: Vec<char> = (0..26).filter_map(|at| super::letter(at, arabic)).collect();
        let mut once = letters.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!((letters.len(), once.len()), (26, 26));
    }
    assert_eq!(super::letter(0, true), Some('أ'));
    assert_eq!(super::letter(28, true), None);
}
