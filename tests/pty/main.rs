//! The real binary in a real pseudo-terminal: start, resize, copy, quit, suspend, panic, a tiny
//! screen, text from a pipe; and without a terminal: no escape codes, a closed pipe. What hostile
//! reports and failing disks do to it is in `hostile.rs` and `faults.rs`, what is kept for the next
//! start in `again.rs`.
#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod again;
mod faults;
mod hostile;
#[path = "../skip/mod.rs"]
mod skip;
mod terminal;

use std::io::Read;
use std::path::Path;
use std::process::{Command, Stdio};

use terminal::{BINARY, Terminal, dossier};

#[test]
fn it_opens_shows_reports_and_leaves_the_terminal_as_it_was() {
    let mut terminal = Terminal::open(24, 80);
    terminal.wait("report 1 of 3");
    terminal.wait("Reports (3)");
    // Joined letters in visual order: «النورس».
    terminal.wait("ﺱﺭﻮﻨﻟﺍ");
    terminal.press("\t");
    terminal.wait("report 2 of 3");
    terminal.press("q");
    terminal.left_with(0);
}

#[test]
fn resizing_draws_the_new_size_and_keeps_the_place() {
    let mut terminal = Terminal::open(24, 80);
    terminal.wait("report 1 of 3");
    terminal.press("G");
    terminal.wait("100%");
    terminal.resize(12, 40);
    terminal.wait("2031/2030 ﻢﺳﻮﻣ");
    terminal.resize(40, 120);
    terminal.wait("4 Its facts");
    terminal.wait("100%");
    terminal.press("q");
    terminal.left_with(0);
}

#[test]
fn copying_sends_the_logical_words_by_osc_52() {
    let mut terminal = Terminal::open(24, 80);
    terminal.wait("report 1 of 3");
    terminal.press("wvy");
    terminal.wait("One word copied");
    // The bytes of «العبّارات», in logical order and with its shadda, begin so in base64.
    terminal
        .wait_until("OSC 52", |terminal| terminal.bytes().contains("\x1b]52;c;wqvYp9mE2LnYqNmR"));
    terminal.press("q");
    terminal.left_with(0);
}

#[test]
fn the_last_place_is_found_again() {
    let home = tempfile::tempdir().unwrap();
    let open = |home: &Path| {
        let home = home.to_owned();
        Terminal::start(24, 80, move |command| {
            command.env("HOME", home);
            command.arg(dossier());
        })
    };
    let mut terminal = open(home.path());
    terminal.wait("report 1 of 3");
    terminal.press("G");
    terminal.wait("100%");
    terminal.press("q");
    terminal.left_with(0);
    let mut terminal = open(home.path());
    terminal.wait("100%");
    terminal.press("q");
    terminal.left_with(0);
}

#[test]
fn a_panic_gives_the_terminal_back_before_its_words() {
    let mut terminal = Terminal::start(24, 80, |command| {
        command.env("TABAYUN_TEST_PANIC", "frame");
        command.arg(dossier());
    });
    terminal.wait("panicked");
    terminal.left_with(101);
}

#[test]
fn a_panic_beside_the_screen_leaves_it_drawn() {
    let mut terminal = Terminal::start(24, 80, |command| {
        command.env("TABAYUN_TEST_PANIC", "keeper");
        command.arg(dossier());
    });
    terminal.wait("report 1 of 3");
    terminal.press("b");
    terminal.wait("Nothing was kept");
    terminal.press("\t");
    terminal.wait("report 2 of 3");
    assert!(!terminal.bytes().contains("\x1b[?1049l"), "the screen was given back");
    terminal.press("q");
    terminal.left_with(0);
    assert!(!terminal.bytes().contains("panicked"));
}

#[test]
fn a_tiny_screen_is_no_reason_to_fall() {
    let mut terminal = Terminal::open(1, 1);
    terminal.wait_until("a frame", |terminal| terminal.bytes().contains("\x1b[?2026l"));
    terminal.resize(24, 80);
    terminal.wait("report 1 of 3");
    terminal.resize(5, 20);
    terminal.press("jjkk/x\x07z?");
    terminal.resize(24, 80);
    terminal.wait("Help");
    terminal.press("Q");
    terminal.left_with(0);
}

#[test]
fn a_text_from_a_pipe_leaves_the_keys_to_the_terminal() {
    let mut terminal = Terminal::start(24, 80, |command| {
        let file = dossier().join("3-bahr.txt");
        let line = format!("cat '{}' | '{BINARY}'; echo \"left with $?\"; stty -a", file.display());
        *command.get_argv_mut() = vec!["sh".into(), "-c".into(), line.into()];
    });
    terminal.wait("report 1 of 1");
    terminal.press("?");
    terminal.wait("Help");
    terminal.press("Q");
    terminal.left_with(0);
}

#[test]
fn where_there_is_nothing_to_read_it_ends_with_the_reason() {
    let folder = tempfile::tempdir().unwrap();
    for (name, words) in [("nosuch", "There is no"), ("", "holds no reports")] {
        let path = folder.path().join(name);
        let mut terminal = Terminal::start(24, 100, |command| {
            command.arg(path);
        });
        terminal.left_with(1);
        let said = terminal.bytes();
        assert!(said.contains(words), "{said}");
        // A name that is not there opens no screen at all.
        assert_eq!(said.contains("\u{1b}[?1049h"), name.is_empty(), "{said}");
    }
}

#[test]
fn being_told_to_end_ends_in_order() {
    for signal in ["TERM", "HUP", "INT"] {
        let mut terminal = Terminal::open(24, 80);
        terminal.wait("report 1 of 3");
        terminal.signal(signal);
        terminal.left_with(0);
    }
}

#[test]
fn without_a_terminal_there_are_no_escape_codes() {
    let output = Command::new(BINARY).arg(dossier()).stdin(Stdio::null()).output().unwrap();
    assert!(!output.stdout.contains(&0x1b), "{}", String::from_utf8_lossy(&output.stdout));
}

#[test]
fn a_closed_pipe_is_no_noise() {
    let mut child = Command::new(BINARY)
        .args(["text".as_ref(), dossier().join("1-sahil.txt").as_os_str()])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let mut noise = String::new();
    child.stderr.take().unwrap().read_to_string(&mut noise).unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(0));
    assert_eq!(noise, "");
}
