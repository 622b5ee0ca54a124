//! A report is hostile until proven otherwise: nothing in its text, headline, file name, address or
//! dossier reaches the terminal as a control. Every byte that the program writes is looked at.

use std::path::Path;

use super::terminal::Terminal;

/// What an article might say to a terminal: colours, title, link, clipboard, kitty's text size,
/// a device control string, C1 forms of the same, and orders to reorder.
const ATTACKS: [&str; 12] = [
    "\u{1b}[31m",
    "\u{1b}[2J\u{1b}[H",
    "\u{1b}]0;PWNED\u{7}",
    "\u{1b}]8;;https://evil.example\u{1b}\\here\u{1b}]8;;\u{1b}\\",
    "\u{1b}]52;c;UFdORUQ=\u{7}",
    "\u{1b}]66;s=7;PWNED\u{7}",
    "\u{1b}P+q544e\u{1b}\\",
    "\u{9b}2J\u{9d}0;PWNED\u{9c}\u{90}q\u{9c}",
    "\u{202e}PWNED\u{202d}\u{202a}\u{202b}\u{202c}",
    "\u{2067}\u{2066}\u{200f}\u{200e}\u{61c}",
    "\u{8}\u{8}\u{8}\u{7f}\u{b}\u{c}",
    "\u{feff}\u{ad}\u{600}\u{6dd}\u{fff9}\u{e0041}",
];

/// What may stand between `ESC [` and the end of a sequence of ours, and which ends are ours:
/// modes, cursor, colours, clearing, questions.
const OUR_ENDS: &str = "hlHmJKABCDGXcnqpPtkSTdr";

fn write(folder: &Path, name: &str, text: &str) {
    std::fs::write(folder.join(name), text).unwrap();
}

/// Opens the folder, goes through every view, and gives the bytes that came.
fn bytes_of(folder: &Path, code: u8) -> String {
    let mut terminal = Terminal::start(40, 120, |command| command.arg(folder));
    terminal.wait("Reports (");
    for keys in [
        "G", "gg", "\t", "f", "f", "]f", "c", "\x1b", "]c", "c", "\x1b", "x", "\x1b", "b", "M",
        "\x1b",
    ] {
        terminal.press(keys);
        std::thread::sleep(std::time::Duration::from_millis(60));
    }
    terminal.press("/PWNED\r");
    terminal.wait("PWNED");
    terminal.press("QQ");
    terminal.press("Q");
    terminal.left_with(code);
    terminal.bytes()
}

/// The program's own sequences are plain control sequences; there is nothing else.
fn assert_tame(bytes: &str) {
    for after in bytes.split('\u{1b}').skip(1) {
        let shown: String = after.chars().take(20).collect();
        let sequence = after.strip_prefix('[');
        let end = sequence.and_then(|s| s.chars().find(|c| ('\u{40}'..='\u{7e}').contains(c)));
        assert!(end.is_some_and(|end| OUR_ENDS.contains(end)), "no sequence of ours: {shown:?}");
    }
    // `stty -a` and the shell write their own line ends after the screen was left.
    let bad = |c: char| {
        (c.is_control() && !matches!(c, '\u{1b}' | '\r' | '\n' | '\t'))
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{206f}')
            || matches!(c, '\u{61c}' | '\u{ad}' | '\u{feff}' | '\u{fff9}' | '\u{e0041}')
    };
    let found: Vec<char> = bytes.chars().filter(|c| bad(*c)).collect();
    // Visible signs whose width terminals do not agree on: none on the screen.
    assert!(!bytes.split("\u{1b}[?1049l").next().unwrap().contains(['\u{600}', '\u{6dd}']));
    assert_eq!(found, [], "an article's character reached the terminal");
}

#[test]
fn a_paste_without_measure_is_cut_and_told() {
    let mut terminal = Terminal::open(24, 100);
    terminal.wait("report 1 of 3");
    terminal.press("/");
    let began = std::time::Instant::now();
    terminal.press(&format!("\x1b[200~{}\x1b[201~", "q".repeat(3 << 20)));
    terminal.wait("first megabyte");
    terminal.press("\x15\x1b");
    terminal.wait_until("the field is closed", |terminal| !terminal.screen().contains("Search:"));
    assert!(began.elapsed() < std::time::Duration::from_secs(10), "{:?}", began.elapsed());
    terminal.press("q");
    terminal.left_with(0);
}

#[test]
fn nothing_that_an_article_says_is_heard_by_the_terminal() {
    let folder = tempfile::tempdir().unwrap();
    let all = ATTACKS.concat();
    for (number, attack) in ATTACKS.iter().enumerate() {
        let text = format!(
            "عنوان {attack}الخبر PWNED\n\nقال {attack}المدير {all}إن «العبّارة {attack} توقفت» ثلاث{attack} ساعات\n"
        );
        let name: String = attack.chars().filter(|c| !matches!(c, '/' | '\0')).collect();
        write(folder.path(), &format!("{number}-{name}.txt"), &text);
    }
    // Two of the names are no name of a text: said at the end, and in the code.
    assert_tame(&bytes_of(folder.path(), 1));
}

#[test]
fn nothing_that_a_dossier_says_is_heard_by_the_terminal() {
    let folder = tempfile::tempdir().unwrap();
    let all = ATTACKS.concat();
    write(folder.path(), "a.txt", "توقفت العبارة PWNED ثلاث ساعات.\n");
    write(folder.path(), "b.txt", "توقفت العبارة PWNED أربع ساعات.\n");
    let article = |file: &str| {
        serde_json::json!({"file": file, "outlet": all, "title": all, "date": all,
            "url": format!("https://a.example/{all}")})
    };
    let missing = article(&format!("gone{all}.txt"));
    let dossier = serde_json::json!({"event": all, "articles": [article("a.txt"), article("b.txt"), missing]});
    write(folder.path(), "dossier.json", &dossier.to_string());
    assert_tame(&bytes_of(folder.path(), 1));
}

#[test]
fn a_line_that_would_read_as_another_shows_a_mark() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "a.txt", "خبر قصير.\n\nThe toll is \u{202e}05 killed\u{202c} so far.\n");
    let mut terminal = Terminal::start(24, 80, |command| command.arg(folder.path()));
    terminal.wait("The toll is ⇄05 killed⇄ so far.");
    terminal.press("q");
    terminal.left_with(0);
}

#[test]
fn joiners_and_marks_by_the_thousand_stay_in_their_cell() {
    let folder = tempfile::tempdir().unwrap();
    let joiners = "\u{200d}".repeat(20_000);
    let marks = "\u{64b}\u{651}".repeat(20_000);
    write(folder.path(), "a.txt", &format!("خبر PWNED\n\nتوقفت ا{joiners}لعبا{marks}رة اليوم.\n"));
    for mode in ["strip", "keep"] {
        let mut terminal = Terminal::start(24, 80, |command| {
            command.args(["--marks", mode]);
            command.arg(folder.path());
        });
        terminal.wait("report 1 of 1");
        terminal.wait("PWNED");
        terminal.press("q");
        terminal.left_with(0);
        assert!(terminal.bytes().len() < 40_000, "{mode}: {} bytes", terminal.bytes().len());
        assert!(!terminal.bytes().contains('\u{200d}'));
    }
}

#[test]
fn a_page_that_grows_when_it_is_read_is_not_grown() {
    let folder = tempfile::tempdir().unwrap();
    let entity = |n: u32| format!("<!ENTITY l{n} \"{}\">", format!("&l{};", n - 1).repeat(10));
    let lol = (1..10).map(entity).collect::<Vec<_>>().concat();
    let words = "وقال مهندسون إن أعمال التدعيم استغرقت شهورا طويلة. ".repeat(20);
    let page = format!(
        "<!DOCTYPE x [<!ENTITY l0 \"PWNED\">{lol}]><html><body><article><p>{words}&l9;</p>{}<p>{words}</p></article></body></html>",
        "<p><a><b><i><font>".repeat(30_000)
    );
    write(folder.path(), "a.html", &page);
    let mut terminal = Terminal::start(24, 80, |command| command.arg(folder.path()));
    terminal.wait("report 1 of 1");
    // «وقال مهندسون» in visual order.
    terminal.wait("ﻥﻮﺳﺪﻨﻬﻣ ﻝﺎﻗﻭ");
    terminal.press("q");
    terminal.left_with(0);
}
