//! What fails round the program: a full disk, a folder that may not be written to, a file that
//! shrinks, a terminal that goes away, a stop and a go, a notebook that another program holds.
//! Nothing is lost, and each is said in a sentence.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use super::skip;
use super::terminal::{Terminal, dossier};

/// A terminal whose notebook is in `data`.
fn with_data(data: &Path) -> Terminal {
    Terminal::start(24, 100, |command| {
        command.env("TABAYUN_DATA", data);
        command.arg(dossier());
    })
}

fn notebook(data: &Path) -> PathBuf {
    data.join("notebook.jsonl")
}

/// A small disk of its own, or `None` where this user may not make one.
struct Disk(tempfile::TempDir);

impl Disk {
    fn new(options: &str) -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let mount = Command::new("mount")
            .args(["-t", "tmpfs", "-o", options, "tmpfs"])
            .arg(folder.path())
            .output();
        if mount.is_ok_and(|done| done.status.success()) {
            return Some(Self(folder));
        }
        skip::skipped("this user may not make a disk of its own");
        None
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(self.0.path()).status();
    }
}

#[test]
fn a_full_disk_is_said_and_keeping_goes_on_when_there_is_room() {
    let Some(disk) = Disk::new("size=64k") else { return };
    let ballast = disk.0.path().join("ballast");
    let mut terminal = with_data(disk.0.path());
    terminal.wait("report 1 of 3");
    let _ = fs::write(&ballast, vec![0; 128 * 1024]);
    terminal.press("b");
    terminal.wait("is full");
    assert!(fs::read_to_string(notebook(disk.0.path())).unwrap_or_default().is_empty());
    fs::remove_file(&ballast).unwrap();
    terminal.press("b");
    terminal.wait("is kept");
    terminal.press("q");
    terminal.left_with(0);
    let kept = fs::read_to_string(notebook(disk.0.path())).unwrap();
    assert_eq!(kept.lines().count(), 1);
}

#[test]
fn a_read_only_home_is_said_and_reading_goes_on() {
    let Some(disk) = Disk::new("size=64k,ro") else { return };
    let home = disk.0.path().to_owned();
    let mut terminal = Terminal::start(24, 100, |command| {
        command.env("HOME", home);
        command.arg(dossier());
    });
    terminal.wait("report 1 of 3");
    terminal.press("b");
    terminal.wait("Nothing was kept");
    terminal.press("\t");
    terminal.wait("report 2 of 3");
    terminal.press("q");
    terminal.wait_until("the end", |terminal| terminal.screen().contains("left with"));
}

#[test]
fn without_a_home_it_reads_all_the_same() {
    let mut terminal = Terminal::start(24, 100, |command| {
        command.env_remove("HOME");
        command.arg(dossier());
    });
    terminal.wait("report 1 of 3");
    terminal.press("q");
    terminal.wait_until("the end", |terminal| terminal.screen().contains("left with"));
}

#[test]
fn a_notebook_that_another_program_holds_is_waited_for_and_then_said() {
    let data = tempfile::tempdir().unwrap();
    let lock = File::create(data.path().join("notebook.lock")).unwrap();
    lock.lock().unwrap();
    let mut terminal = with_data(data.path());
    terminal.wait("report 1 of 3");
    terminal.press("b");
    // Keys are answered while it waits.
    terminal.press("\t");
    terminal.wait("report 2 of 3");
    terminal.wait("another program has held");
    lock.unlock().unwrap();
    terminal.press("b");
    terminal.wait("is kept");
    terminal.press("q");
    terminal.left_with(0);
}

#[test]
fn a_file_that_shrinks_leaves_what_can_be_read() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.txt");
    fs::write(&file, "توقفت العبارة ثلاث ساعات.\n\n".repeat(4_000) + "ENDLINE").unwrap();
    let mut terminal = Terminal::start(24, 100, |command| command.arg(folder.path()));
    terminal.wait("report 1 of 1");
    terminal.press("G");
    terminal.wait("ENDLINE");
    File::options().write(true).open(&file).unwrap().set_len(101).unwrap();
    terminal.press("r");
    terminal.wait_until("the short text", |terminal| !terminal.screen().contains("ENDLINE"));
    File::options().write(true).open(&file).unwrap().set_len(0).unwrap();
    terminal.press("r");
    terminal.wait("holds no text");
    terminal.press("q");
    terminal.wait_until("the end", |terminal| terminal.screen().contains("left with"));
}

#[test]
fn stopped_and_continued_the_terminal_is_given_back_and_taken_again() {
    let mut terminal = Terminal::open(24, 80);
    terminal.wait("report 1 of 3");
    terminal.signal("TSTP");
    terminal.wait_until("the terminal back", |terminal| {
        terminal.bytes().trim_end().ends_with(['h', 'l', 'k'])
            && terminal.bytes().contains("\x1b[?1049l")
    });
    let before = terminal.bytes().len();
    terminal.signal("CONT");
    terminal.wait_until("the screen again", |terminal| {
        terminal.bytes().get(before..).is_some_and(|bytes| bytes.contains("\x1b[?1049h"))
    });
    terminal.press("\t");
    terminal.wait("report 2 of 3");
    terminal.press("q");
    terminal.left_with(0);
}

#[test]
fn a_terminal_that_goes_away_ends_it_and_loses_nothing() {
    let data = tempfile::tempdir().unwrap();
    let mut terminal = with_data(data.path());
    terminal.wait("report 1 of 3");
    terminal.press("b");
    terminal.wait("is kept");
    let mut child = terminal.hang_up();
    let start = std::time::Instant::now();
    while child.try_wait().unwrap().is_none() {
        assert!(start.elapsed() < super::terminal::PATIENCE, "it went on without a terminal");
        std::thread::sleep(Duration::from_millis(20));
    }
    assert_eq!(fs::read_to_string(notebook(data.path())).unwrap().lines().count(), 1);
}

#[test]
fn keys_that_come_all_at_once_lose_no_note_and_go_back_two_steps() {
    let data = tempfile::tempdir().unwrap();
    let mut terminal = with_data(data.path());
    terminal.wait("report 1 of 3");
    terminal.press("baimportant\rC");
    let last = || {
        let kept = fs::read_to_string(notebook(data.path())).unwrap_or_default();
        (kept.lines().count(), kept.lines().last().unwrap_or_default().to_owned())
    };
    terminal.wait_until("three lines", |_| last().0 == 3);
    assert!(last().1.contains("important"), "{}", last().1);
    terminal.press("uuu");
    terminal.wait_until("six lines", |_| last().0 == 6);
    terminal.press("u");
    terminal.wait("nothing to undo");
    terminal.press("q");
    terminal.left_with(0);
}
