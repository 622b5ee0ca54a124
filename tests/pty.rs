//! The real binary in a real pseudo-terminal: start, resize, copy, quit, suspend, panic, a tiny
//! screen, text from a pipe; and without a terminal: no escape codes, a closed pipe.
#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]

use std::io::{Read, Write};
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

const BINARY: &str = env!("CARGO_BIN_EXE_tabayun");

/// How long anything may take on a machine that is busy with other tests.
const PATIENCE: Duration = Duration::from_secs(20);

fn dossier() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sessions/dossier")
}

/// A terminal with the program in it.
struct Terminal {
    master: Box<dyn MasterPty + Send>,
    keys: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    /// Every byte that came, and the screen they make.
    seen: Arc<Mutex<(Vec<u8>, vt100::Parser)>>,
    _home: tempfile::TempDir,
}

fn whole(count: u16) -> NonZero<u16> {
    NonZero::new(count).unwrap()
}

fn size(rows: u16, cols: u16) -> PtySize {
    PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }
}

impl Terminal {
    fn start(rows: u16, cols: u16, command: impl FnOnce(&mut CommandBuilder)) -> Self {
        let home = tempfile::tempdir().unwrap();
        let mut builder = CommandBuilder::new("sh");
        builder.env_clear();
        for (name, value) in
            [("TERM", "xterm-256color"), ("LC_ALL", "C.UTF-8"), ("TABAYUN_LANG", "en")]
        {
            builder.env(name, value);
        }
        builder.env("HOME", home.path());
        builder.env("PATH", std::env::var_os("PATH").unwrap_or_default());
        // A shell round it, so that what follows shows that the terminal was given back.
        builder.args(["-c", "\"$@\"; echo \"left with $?\"; stty -a", "sh", BINARY]);
        builder.cwd(env!("CARGO_MANIFEST_DIR"));
        command(&mut builder);
        let pair = native_pty_system().openpty(size(rows, cols)).unwrap();
        let child = pair.slave.spawn_command(builder).unwrap();
        drop(pair.slave);
        let seen =
            Arc::new(Mutex::new((Vec::new(), vt100::Parser::new(whole(rows), whole(cols), 0))));
        let mut reader = pair.master.try_clone_reader().unwrap();
        thread::spawn({
            let seen = Arc::clone(&seen);
            move || {
                let mut bytes = [0; 4096];
                while let Ok(count @ 1..) = reader.read(&mut bytes) {
                    let mut seen = seen.lock().unwrap();
                    seen.0.extend_from_slice(&bytes[..count]);
                    seen.1.process(&bytes[..count]);
                }
            }
        });
        let keys = pair.master.take_writer().unwrap();
        Self { master: pair.master, keys, child, seen, _home: home }
    }

    fn open(rows: u16, cols: u16) -> Self {
        Self::start(rows, cols, |command| command.arg(dossier()))
    }

    fn screen(&self) -> String {
        self.seen.lock().unwrap().1.screen().contents()
    }

    fn bytes(&self) -> String {
        String::from_utf8_lossy(&self.seen.lock().unwrap().0).into_owned()
    }

    /// Waits until the screen has these words.
    fn wait(&self, words: &str) {
        self.wait_until(words, |terminal| terminal.screen().contains(words));
    }

    fn wait_until(&self, what: &str, done: impl Fn(&Self) -> bool) {
        let start = Instant::now();
        while !done(self) {
            assert!(start.elapsed() < PATIENCE, "never came: {what}\n{}", self.screen());
            thread::sleep(Duration::from_millis(20));
        }
    }

    fn press(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).unwrap();
        self.keys.flush().unwrap();
    }

    fn resize(&self, rows: u16, cols: u16) {
        self.seen.lock().unwrap().1.screen_mut().set_size(whole(rows), whole(cols));
        self.master.resize(size(rows, cols)).unwrap();
    }

    /// Waits for the end and looks whether the terminal is as it was.
    fn left_with(&mut self, code: u8) {
        self.wait(&format!("left with {code}"));
        self.child.wait().unwrap();
        self.wait_until("stty's word", |terminal| terminal.screen().contains("icanon"));
        let screen = self.screen();
        assert!(!screen.contains("-icanon") && !screen.contains("-echo "), "{screen}");
        let (alternate, hidden) = {
            let seen = self.seen.lock().unwrap();
            (seen.1.screen().alternate_screen(), seen.1.screen().hide_cursor())
        };
        assert!(!alternate && !hidden);
    }
}

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
        command.env("TABAYUN_TEST_PANIC", "1");
        command.arg(dossier());
    });
    terminal.wait("panicked");
    terminal.left_with(101);
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
fn being_told_to_end_ends_in_order() {
    for signal in ["TERM", "HUP", "INT"] {
        let mut terminal = Terminal::open(24, 80);
        terminal.wait("report 1 of 3");
        let shell = terminal.child.process_id().unwrap();
        let kill = format!("kill -{signal} $(pgrep -P {shell})");
        assert!(Command::new("sh").args(["-c", &kill]).status().unwrap().success());
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
