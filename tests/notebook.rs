//! The notebook under kill -9, with two writers, on a full disk and in a read-only folder.
//!
//! The writer that is killed is this very test program, started again for one ignored test.
//! `TABAYUN_PROOF=1` kills 200 times instead of 20.

#![allow(clippy::unwrap_used, reason = "a test says what failed by failing")]

mod skip;

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use jiff::Timestamp;
use tabayun::notebook::{
    Book, Bookmark, Change, Id, Journal, JournalError, Kind, Quoted, Source, Target,
};

const FOLDER: &str = "TABAYUN_TEST_FOLDER";
const NAME: &str = "TABAYUN_TEST_NAME";
const STEPS: u32 = 1000;

fn bookmark(id: &str, step: u32) -> Bookmark {
    let at = Timestamp::from_second(1_760_000_000 + i64::from(step)).unwrap();
    Bookmark {
        id: Id::new(id),
        kind: Kind::Sentence,
        created: at,
        modified: at,
        dossier: Some("سباق الزوارق".into()),
        targets: vec![Target {
            source: Source { path: Some("/news/سباق.txt".into()), ..Source::default() },
            quoted: Some(Quoted {
                exact: format!("وصل الزورق رقم {step} إلى خط النهاية بعد الظهر."),
                ..Quoted::default()
            }),
            ..Target::default()
        }],
        note: String::new(),
        tags: Vec::new(),
        colour: None,
    }
}

fn numbers(seed: u64) -> impl FnMut(u64) -> u64 {
    let mut state = seed | 1;
    move |below| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state % below
    }
}

fn open(folder: &Path) -> (Journal, Book) {
    let (journal, loaded) = Journal::open(folder).unwrap();
    (journal, Book::new(loaded))
}

fn write(journal: &mut Journal, book: &mut Book, change: Change) -> Result<(), JournalError> {
    journal.append(&change.entries)?;
    book.confirm(change);
    Ok(())
}

/// Not a test: the writer. Confirms each step on the error stream (which the test harness leaves
/// alone) when the journal has returned: `K id step` kept or edited, `D id` deleted.
#[test]
#[ignore = "started by the tests below"]
fn writer() {
    let Some(folder) = std::env::var_os(FOLDER) else { return };
    let name = std::env::var(NAME).unwrap();
    let (mut journal, mut book) = open(folder.as_ref());
    let mut random = numbers(name.bytes().map(u64::from).sum::<u64>() * 7919);
    let mut mine: Vec<String> = Vec::new();
    let only_add = name.starts_with("add");
    for step in 0..STEPS {
        let choice = if only_add || mine.is_empty() { 0 } else { random(4) };
        let place = random(mine.len().max(1) as u64) as usize;
        let (change, word) = match choice {
            0 | 1 => {
                let id = format!("urn:{name}:{step}");
                mine.push(id.clone());
                (book.keep(bookmark(&id, step)), format!("K {id} {step}"))
            }
            2 => {
                let id = mine[place].clone();
                (book.keep(bookmark(&id, step)), format!("K {id} {step}"))
            }
            _ => {
                let id = mine.swap_remove(place);
                (book.delete([&Id::new(id.as_str())]), format!("D {id}"))
            }
        };
        write(&mut journal, &mut book, change).unwrap();
        if step % 300 == 299 && !only_add {
            let news = journal.compact().unwrap();
            book.take_over(news);
        }
        let mut out = std::io::stderr().lock();
        writeln!(out, "{word}").unwrap();
    }
    eprintln!("END");
}

fn start(folder: &Path, name: &str) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "writer", "--ignored", "--nocapture", "--test-threads", "1"])
        .env(FOLDER, folder)
        .env(NAME, name)
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

/// What the confirmed steps leave: the step of each living bookmark, and which are deleted.
#[derive(Default)]
struct Confirmed {
    last: BTreeMap<String, Option<u32>>,
    ended: bool,
}

impl Confirmed {
    fn read(&mut self, line: &str) {
        let words: Vec<&str> = line.split(' ').collect();
        match words.as_slice() {
            ["K", id, step] => drop(self.last.insert((*id).into(), Some(step.parse().unwrap()))),
            ["D", id] => drop(self.last.insert((*id).into(), None)),
            ["END"] => self.ended = true,
            _ => {}
        }
    }

    /// One step may have been written and not yet confirmed: it alone may differ.
    fn check(&self, book: &Book) {
        let step_of = |id: &str| {
            let at = book.get(&Id::new(id))?.created.as_second() - 1_760_000_000;
            u32::try_from(at).ok()
        };
        let differs: Vec<_> = self.last.iter().filter(|(id, step)| step_of(id) != **step).collect();
        assert!(differs.len() <= 1, "confirmed and not there: {differs:?}");
        for (id, confirmed) in differs {
            let latest = self.last.values().flatten().max().copied().unwrap_or(0);
            let now = step_of(id);
            // It was edited or deleted after the last confirmation; nothing older came back.
            assert!(
                now.is_none_or(|now| now > latest && confirmed.is_some()),
                "{id}: {confirmed:?} {now:?}"
            );
        }
    }
}

#[test]
fn nothing_confirmed_is_missing_after_kill_9() {
    let rounds = if std::env::var_os("TABAYUN_PROOF").is_some() { 200 } else { 20 };
    let mut random = numbers(u64::from(std::process::id()) * 104_729);
    let (mut killed, mut count) = (0, 0);
    for round in 0..rounds {
        let folder = tempfile::tempdir().unwrap();
        let mut child = start(folder.path(), &format!("mix{round}"));
        let stream = BufReader::new(child.stderr.take().unwrap());
        // After so many confirmations and a moment more, not after a time: a fast machine is killed
        // in the middle as well as a slow one.
        let (lines, moment) = (random(950), Duration::from_micros(random(1_500)));
        let mut confirmed = Confirmed::default();
        for (nth, line) in (0..).zip(stream.lines().map_while(Result::ok)) {
            confirmed.read(&line);
            if nth == lines {
                std::thread::sleep(moment);
                let _ = child.kill();
            }
        }
        child.wait().unwrap();
        let (mut journal, mut book) = open(folder.path());
        confirmed.check(&book);
        killed += usize::from(!confirmed.ended);
        count += confirmed.last.len();
        let after = book.keep(bookmark("urn:after", 1));
        write(&mut journal, &mut book, after).unwrap();
        assert!(open(folder.path()).1.get(&Id::new("urn:after")).is_some());
    }
    eprintln!("killed in the middle {killed} of {rounds} times, {count} bookmarks confirmed");
    assert!(killed * 2 > rounds, "too few were killed in the middle: {killed} of {rounds}");
}

#[test]
fn two_writers_lose_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let both = [start(folder.path(), "add-one"), start(folder.path(), "add-two")];
    for child in both {
        let output = child.wait_with_output().unwrap();
        assert!(String::from_utf8_lossy(&output.stderr).contains("END"));
    }
    let (_, book) = open(folder.path());
    assert_eq!(book.len(), 2 * STEPS as usize);
    assert!(book.damage().is_empty());
}

/// A small file system of its own, where we may mount one.
#[cfg(unix)]
struct Mounted(tempfile::TempDir);

#[cfg(unix)]
impl Mounted {
    fn new(options: &str) -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let mounted = Command::new("mount")
            .args(["-t", "tmpfs", "-o", options, "tmpfs"])
            .arg(folder.path())
            .stderr(Stdio::null())
            .status();
        match mounted {
            Ok(status) if status.success() => Some(Self(folder)),
            _ => {
                skip::skipped("a file system can only be mounted by root");
                None
            }
        }
    }

    fn again(&self, options: &str) {
        let status = Command::new("mount").args(["-o", options]).arg(self.0.path()).status();
        assert!(status.unwrap().success());
    }
}

#[cfg(unix)]
impl Drop for Mounted {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(self.0.path()).status();
    }
}

#[cfg(unix)]
#[test]
fn a_full_disk_is_said_and_what_was_kept_stays() {
    let Some(disk) = Mounted::new("size=64k") else { return };
    let (mut journal, mut book) = open(disk.0.path());
    // Something that compacting can drop.
    let change = book.keep(bookmark("urn:gone", 0));
    write(&mut journal, &mut book, change).unwrap();
    let change = book.delete([&Id::new("urn:gone")]);
    write(&mut journal, &mut book, change).unwrap();
    let mut kept = 0;
    let error = loop {
        let change = book.keep(bookmark(&format!("urn:{kept}"), kept));
        match write(&mut journal, &mut book, change) {
            Ok(()) => kept += 1,
            Err(error) => break error,
        }
        assert!(kept < 1000, "the disk never filled");
    };
    assert!(matches!(error, JournalError::Full { .. }), "{error}");
    assert_eq!(error.problem().key, "problem-notebook-full");
    assert_eq!(book.len(), kept as usize);
    let (mut journal, mut book) = open(disk.0.path());
    assert_eq!((book.len(), book.damage().len()), (kept as usize, 0));
    // Compacting needs room for a copy: it fails, and the file stands untouched.
    assert!(matches!(journal.compact(), Err(JournalError::Full { .. })));
    assert_eq!(open(disk.0.path()).1.len(), kept as usize);
    disk.again("remount,size=256k");
    let change = book.keep(bookmark("urn:more", 1));
    write(&mut journal, &mut book, change).unwrap();
    assert_eq!(open(disk.0.path()).1.len(), kept as usize + 1);
}

#[cfg(unix)]
#[test]
fn a_read_only_folder_is_said_at_once_and_can_be_read() {
    let Some(disk) = Mounted::new("size=64k") else { return };
    let (mut journal, mut book) = open(disk.0.path());
    let change = book.keep(bookmark("urn:1", 1));
    write(&mut journal, &mut book, change).unwrap();
    disk.again("remount,ro");
    let (mut journal, mut book) = open(disk.0.path());
    assert_eq!(book.len(), 1);
    let change = book.keep(bookmark("urn:2", 2));
    let error = write(&mut journal, &mut book, change).unwrap_err();
    assert!(matches!(error, JournalError::ReadOnly { .. }), "{error}");
    assert!(matches!(journal.compact(), Err(JournalError::ReadOnly { .. })));
    assert_eq!((book.len(), open(disk.0.path()).1.len()), (1, 1));
}
