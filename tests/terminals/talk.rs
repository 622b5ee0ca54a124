//! The program in a pty whose other end answers as a terminal would: in time, late, wrongly, never.

use std::io::{Read as _, Write};
use std::path::Path;
use std::process::Command;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, PtySize, native_pty_system};

use super::grid::REPORTS;

/// How long anything may take on a machine that is busy with other tests.
const PATIENCE: Duration = Duration::from_secs(20);
const QUESTIONS: &str = "\x1b[6n";
const SCREEN: &str = "\x1b[?1049h";

struct Talk {
    child: Box<dyn Child + Send + Sync>,
    keys: Box<dyn Write + Send>,
    seen: Arc<Mutex<Vec<u8>>>,
    _home: tempfile::TempDir,
}

impl Talk {
    fn start(variables: &[(&str, &str)], size: (u16, u16)) -> Self {
        Self::read(Path::new(REPORTS), variables, size)
    }

    fn read(reports: &Path, variables: &[(&str, &str)], size: (u16, u16)) -> Self {
        let home = tempfile::tempdir().expect("a folder");
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_tabayun"));
        command.env_clear();
        command.env("HOME", home.path());
        command.env("LC_ALL", "C.UTF-8");
        for (name, value) in variables {
            command.env(name, value);
        }
        command.args(["--lang", "en"]);
        command.arg(reports);
        let size = PtySize { rows: size.1, cols: size.0, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).expect("a pty");
        let child = pair.slave.spawn_command(command).expect("tabayun starts");
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().expect("a reader");
        let keys = pair.master.take_writer().expect("a writer");
        let seen = Arc::new(Mutex::new(Vec::new()));
        std::thread::spawn({
            let seen = Arc::clone(&seen);
            move || {
                // The pty must stay open as long as it is read.
                let _master = pair.master;
                let mut bytes = [0; 8192];
                while let Ok(count @ 1..) = reader.read(&mut bytes) {
                    seen.lock().expect("no panic").extend_from_slice(&bytes[..count]);
                }
            }
        });
        Self { child, keys, seen, _home: home }
    }

    fn bytes(&self) -> String {
        String::from_utf8_lossy(&self.seen.lock().expect("no panic")).into_owned()
    }

    /// What came after the first `count` bytes.
    fn since(&self, count: usize) -> String {
        String::from_utf8_lossy(&self.seen.lock().expect("no panic")[count..]).into_owned()
    }

    fn count(&self) -> usize {
        self.seen.lock().expect("no panic").len()
    }

    /// Waits for a sequence, and tells when it came.
    fn wait(&self, sequence: &str) -> Instant {
        let start = Instant::now();
        while !self.bytes().contains(sequence) {
            let late = start.elapsed() > PATIENCE;
            assert!(!late, "{sequence:?} never came; there is {:?}", self.bytes());
            std::thread::sleep(Duration::from_millis(2));
        }
        Instant::now()
    }

    /// Waits until nothing has come for a while.
    fn rest(&self) {
        let mut before = usize::MAX;
        while before != self.count() {
            before = self.count();
            std::thread::sleep(Duration::from_millis(400));
        }
    }

    fn send(&mut self, bytes: &str) {
        self.keys.write_all(bytes.as_bytes()).expect("it reads");
        self.keys.flush().expect("it reads");
    }

    fn signal(&self, name: &str) {
        let id = self.child.process_id().expect("it runs").to_string();
        assert!(Command::new("kill").args([name, &id]).status().expect("kill runs").success());
    }

    fn is_running(&mut self) -> bool {
        self.child.try_wait().expect("it can be asked").is_none()
    }

    /// Waits for the end and gives all bytes.
    fn end(mut self) -> String {
        let start = Instant::now();
        while self.is_running() {
            assert!(start.elapsed() < PATIENCE, "it does not end");
            std::thread::sleep(Duration::from_millis(10));
        }
        std::thread::sleep(Duration::from_millis(100));
        self.bytes()
    }
}

fn position(bytes: &str, sequence: &str) -> usize {
    bytes.find(sequence).unwrap_or_else(|| panic!("no {sequence:?} in {bytes:?}"))
}

const XTERM: [(&str, &str); 2] = [("TERM", "xterm-256color"), ("XTERM_VERSION", "XTerm(379)")];
const VTE: [(&str, &str); 2] = [("TERM", "xterm-256color"), ("VTE_VERSION", "7006")];
const UNKNOWN: [(&str, &str); 1] = [("TERM", "xterm-256color")];

#[test]
fn a_terminal_known_by_its_environment_is_asked_nothing() {
    let mut talk = Talk::start(&XTERM, (100, 30));
    talk.wait(SCREEN);
    talk.rest();
    talk.send("q");
    let bytes = talk.end();
    assert!(!bytes.contains(QUESTIONS) && !bytes.contains("\x1b[>0q"));
    assert!(position(&bytes, "\x1b[8l") < position(&bytes, SCREEN), "8l must come first");
    assert!(!bytes.contains("\x1b[8h"), "xterm has no mode 8 to give back");
}

#[test]
fn vte_gets_its_mode_back_after_the_screen() {
    let mut talk = Talk::start(&VTE, (100, 30));
    talk.wait(SCREEN);
    talk.rest();
    talk.send("q");
    let bytes = talk.end();
    let entry = ["\x1b[8l", "\x1b[?2501l", SCREEN, "\x1b[2J"].map(|s| position(&bytes, s));
    assert!(entry.is_sorted(), "{entry:?}");
    let exit = ["\x1b[?1049l", "\x1b[0 k", "\x1b[8h"].map(|s| position(&bytes, s));
    assert!(exit.is_sorted(), "{exit:?}");
}

#[test]
fn an_answer_in_time_chooses_the_encoder() {
    let mut talk = Talk::start(&UNKNOWN, (100, 30));
    talk.wait(QUESTIONS);
    talk.send("\x1bP>|kitty(0.48.2)\x1b\\\x1b[>1;4000;48c\x1b[8;0$y\x1b[1;1R");
    talk.wait("\x1b]66;w=1:h=");
    talk.rest();
    talk.send("q");
    talk.end();
}

#[test]
fn a_silent_terminal_is_waited_for_150_ms_and_its_late_answer_is_no_key() {
    let mut talk = Talk::start(&UNKNOWN, (100, 30));
    let asked = talk.wait(QUESTIONS);
    let waited = talk.wait(SCREEN) - asked;
    assert!(waited < Duration::from_millis(900), "waited {waited:?} on a busy machine");
    assert!(waited > Duration::from_millis(100), "waited only {waited:?}");
    talk.rest();
    let before = talk.count();
    // Every letter here would be a command; q leaves.
    talk.send("\x1bP>|q(jkxz?)\x1b\\\x1bP!|7E565445\x1b\\\x1b[>0;136;0c\x1b[8;1$y\x1b[1;1R");
    talk.send("\x1bP>|q");
    std::thread::sleep(Duration::from_millis(300));
    talk.send("q\x1b\\");
    talk.rest();
    assert!(talk.is_running());
    assert_eq!(talk.count(), before, "nothing was drawn for an answer");
    talk.send("q");
    talk.end();
}

#[test]
fn a_key_typed_during_the_questions_is_not_lost() {
    let mut talk = Talk::start(&UNKNOWN, (100, 30));
    talk.wait(QUESTIONS);
    talk.send("\x1b[8;0$yq\x1b[1;1R");
    talk.end();
}

#[test]
fn garbage_is_harmless() {
    let mut talk = Talk::start(&UNKNOWN, (100, 30));
    talk.wait(QUESTIONS);
    talk.send("\x1b[8;99999999$y\x1b[>\x1b[>c\x1bP>|\u{9b}\x1b\\\x1b]11;\x07\x1b[;;;R\x1b[1;1R");
    talk.wait(SCREEN);
    talk.rest();
    assert!(talk.is_running());
    talk.send("q");
    talk.end();
}

#[test]
fn a_dumb_terminal_gets_the_comparison_and_a_sentence() {
    let bytes = Talk::start(&[("TERM", "dumb")], (100, 30)).end();
    assert!(bytes.contains("Set TERM to your terminal's name"), "{bytes}");
    assert!(!bytes.contains('\x1b'), "{bytes:?}");
}

#[test]
fn signals_give_the_terminal_back() {
    for (signal, variables) in [("-TERM", VTE), ("-HUP", VTE), ("-INT", VTE)] {
        let talk = Talk::start(&variables, (100, 30));
        talk.wait(SCREEN);
        talk.rest();
        talk.signal(signal);
        let bytes = talk.end();
        assert!(bytes.contains("\x1b[?1049l"), "{signal}");
        assert!(position(&bytes, "\x1b[?1049l") < position(&bytes, "\x1b[8h"), "{signal}");
    }
}

#[test]
fn suspending_gives_the_terminal_back_and_resuming_takes_it_again() {
    let mut talk = Talk::start(&VTE, (100, 30));
    talk.wait(SCREEN);
    talk.rest();
    talk.signal("-TSTP");
    talk.wait("\x1b[8h");
    let suspended = talk.count();
    talk.rest();
    talk.signal("-CONT");
    let start = Instant::now();
    while !talk.since(suspended).contains("\x1b[2J\x1b[") {
        assert!(start.elapsed() < PATIENCE, "no repaint: {:?}", talk.since(suspended));
        std::thread::sleep(Duration::from_millis(10));
    }
    talk.rest();
    let again = talk.since(suspended);
    assert!(position(&again, "\x1b[8l") < position(&again, SCREEN));
    talk.send("q");
    talk.end();
}

/// Three reports that are longer than any screen, made of the same sentences in other orders.
fn long_reports() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let text = |name| std::fs::read_to_string(Path::new(REPORTS).join(name)).expect("a report");
    let both = text("a.txt") + &text("b.txt");
    let sentences: Vec<&str> = both.lines().filter(|line| !line.is_empty()).collect();
    for (nth, step) in [1, 5, 7].into_iter().enumerate() {
        let lines = (0..60).map(|at| sentences[at * step % sentences.len()]);
        let report = lines.collect::<Vec<_>>().join("\n\n");
        std::fs::write(folder.path().join(format!("{nth}.txt")), report).expect("it is written");
    }
    folder
}

#[test]
fn scrolling_a_pane_is_a_small_write_and_rest_is_silence() {
    let reports = long_reports();
    let mut talk = Talk::read(reports.path(), &XTERM, (120, 40));
    talk.wait(SCREEN);
    talk.rest();
    let mut written = Vec::new();
    for key in ["\x04"; 10] {
        let before = talk.count();
        talk.send(key);
        talk.rest();
        written.push(talk.count() - before);
    }
    eprintln!("bytes for half a page in one pane at 120x40: {written:?}");
    let changed = written.iter().filter(|bytes| **bytes > 500).count();
    assert!(changed >= 8, "the pane scrolled");
    assert!(written.iter().all(|bytes| *bytes <= 4096), "{written:?}");
    let before = talk.count();
    std::thread::sleep(Duration::from_millis(500));
    assert_eq!(talk.count(), before, "nothing is written while nothing happens");
    talk.send("q");
    talk.end();
}
