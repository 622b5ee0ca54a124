//! Files and folders as they come: broken, hostile, large, in other encodings.

use std::process::Command;
use std::time::{Duration, Instant};

use super::{REPORT, code, err, folder, out, path, run, texts};

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
fn a_broken_file_of_json_lines_in_a_folder_is_told_and_settings_beside_it_are_not() {
    let folder = folder(&[
        ("a.txt", REPORT.as_bytes()),
        ("b.jsonl", b"{\"text\": 3}\nnonsense\n"),
        ("editor.json", b"{\"tabs\": 4}\n"),
    ]);
    let (code, out, err) = texts(&folder.path().to_string_lossy());
    assert_eq!((code, out.as_str()), (1, REPORT));
    assert!(err.contains("Line 1 of") && err.contains("Line 2 of"), "{err}");
    assert!(err.contains("b.jsonl") && !err.contains("editor.json"), "{err}");
}

#[test]
fn what_is_said_of_a_report_and_not_understood_is_told() {
    let dossier =
        "{\"articles\": [{\"file\": \"a.txt\", \"titel\": \"x\", \"date\": \"2026-13-40\"}]}";
    let folder = folder(&[
        ("a.txt", REPORT.as_bytes()),
        ("b.jsonl", "{\"text\": \"نص خبر.\", \"date\": \"nonsense\"}\n".as_bytes()),
        ("dossier.json", dossier.as_bytes()),
    ]);
    let output = run(&["compare", "--format", "json", &folder.path().to_string_lossy()]);
    let err = err(&output);
    for words in ["dossier.json", "titel", "2026-13-40", "b.jsonl", "Line 1", "nonsense"] {
        assert!(err.contains(words), "{words}: {err}");
    }
    // All of it was read.
    assert_eq!(code(&output), 0);
}

#[cfg(unix)]
#[test]
fn a_pipe_in_a_folder_is_named_and_not_waited_for() {
    let folder = folder(&[("a.txt", REPORT.as_bytes())]);
    for name in ["b.txt", "pipe"] {
        let made = Command::new("mkfifo").arg(folder.path().join(name)).status();
        assert!(made.is_ok_and(|made| made.success()));
    }
    let (code, out, err) = texts(&folder.path().to_string_lossy());
    assert_eq!((code, out.as_str()), (1, REPORT));
    assert!(err.contains("b.txt") && err.contains("pipe"), "{err}");
}

#[test]
fn a_record_is_given_with_its_own_id() {
    let lines = "{\"id\": \"ك-7\", \"text\": \"نص خبر.\"}\n\n{\"id\": 9, \"text\": \"نص آخر.\"}\n";
    let folder = folder(&[("all.jsonl", lines.as_bytes())]);
    let output = run(&["compare", "--format", "json", &path(&folder, "all.jsonl")]);
    let json: serde_json::Value = serde_json::from_str(&out(&output)).unwrap();
    let of =
        |at: usize| (json["articles"][at]["record"].clone(), json["articles"][at]["line"].clone());
    assert_eq!(of(0), ("ك-7".into(), 1.into()));
    assert_eq!(of(1), (9.into(), 3.into()));
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
fn pipes_devices_and_loops_in_a_folder_are_named_and_not_opened() {
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
    // Each is called like a report: who put it there is told that it was not read.
    assert_eq!((code, err.lines().count()), (1, 3), "{err}");
    assert!(err.contains("self.txt") && err.contains("could not be read"), "{err}");
    assert!(err.contains("pipe.txt") && err.contains("zero.txt"), "{err}");
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
fn a_pdf_in_a_folder_is_told_and_notes_and_pictures_are_not() {
    let files = [
        ("a.txt", REPORT.as_bytes()),
        ("b.PDF", &b"%PDF-1.7"[..]),
        ("c.docx", b"PK\x03\x04"),
        ("d.png", b"\x89PNG"),
    ];
    let folder = folder(&files);
    let (code, text, told) = texts(&path(&folder, "."));
    assert_eq!(code, 1);
    assert!(text.contains("الجسر المعلق"), "{text}");
    assert!(told.contains("b.PDF") && told.lines().count() == 1, "{told}");
}
