//! A dossier that is opened again: from the cache where nothing changed, anew where anything did.

use std::fs;
use std::path::{Path, PathBuf};

use crate::terminal::Terminal;

const FIRST: &str = "غرقت العبّارة «النورس» قبالة الميناء يوم الأحد 3 مارس 2024، وقتل 14 شخصا.\n";
const SECOND: &str = "غرقت العبّارة «النورس» قبالة الميناء يوم الأحد 3 مارس 2024، وقتل 21 شخصا.\n";

/// A home and a dossier of two reports that disagree.
fn dossier() -> (tempfile::TempDir, PathBuf) {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("dossier");
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("1.txt"), FIRST).unwrap();
    fs::write(folder.join("2.txt"), SECOND).unwrap();
    (home, folder)
}

fn entries(home: &Path) -> Vec<PathBuf> {
    let files = fs::read_dir(home.join(".cache/tabayun/read")).into_iter().flatten().flatten();
    let mut files: Vec<PathBuf> = files.map(|file| file.path()).collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "read"));
    files
}

/// Opens the dossier, waits for these words and until the cache is as it should be, and leaves.
fn open(home: &Path, folder: &Path, words: &str, kept: impl Fn() -> bool, cache: &str) -> String {
    let (place, reports, cache) = (home.to_owned(), folder.to_owned(), cache.to_owned());
    let mut terminal = Terminal::start(24, 100, move |command| {
        command.env("HOME", place);
        command.env("TABAYUN_CACHE", cache);
        command.arg(reports);
    });
    terminal.wait(words);
    terminal.wait_until("the entry", |_| kept());
    let screen = terminal.screen();
    terminal.press("q");
    terminal.left_with(0);
    screen
}

#[test]
fn what_was_kept_shows_the_same_screen_and_a_change_is_read_anew() {
    let (home, folder) = dossier();
    let first = open(home.path(), &folder, "≠", || !entries(home.path()).is_empty(), "true");
    let [entry] = &entries(home.path())[..] else { panic!("{:?}", entries(home.path())) };
    let written = fs::metadata(entry).unwrap().modified().unwrap();
    let again = open(home.path(), &folder, "≠", || !entries(home.path()).is_empty(), "true");
    assert_eq!(again, first);
    assert_eq!(fs::metadata(entry).unwrap().modified().unwrap(), written, "it was read again");
    // The reports agree now: whatever was kept of them holds no more.
    fs::write(folder.join("2.txt"), FIRST.replace("قتل", "لقي حتفه")).unwrap();
    let changed =
        open(home.path(), &folder, "report 1 of 2", || entries(home.path()).len() >= 2, "true");
    assert!(!changed.contains('≠'), "{changed}");
}

#[test]
fn a_damaged_entry_is_read_anew_and_written_again() {
    let (home, folder) = dossier();
    let first = open(home.path(), &folder, "≠", || !entries(home.path()).is_empty(), "true");
    let entry = entries(home.path()).remove(0);
    let whole = fs::read(&entry).unwrap();
    for damaged in [&whole[..whole.len() / 2], b"", b"\x1b]52;c;eA==\x07"] {
        fs::write(&entry, damaged).unwrap();
        let written = || fs::read(&entry).is_ok_and(|now| now == whole);
        let again = open(home.path(), &folder, "≠", written, "true");
        assert_eq!(again, first);
    }
}

#[test]
fn whoever_wants_nothing_kept_leaves_nothing() {
    let (home, folder) = dossier();
    open(home.path(), &folder, "≠", || true, "false");
    assert!(!home.path().join(".cache").exists());
}
