//! The program in a pseudo-terminal of its own: keys in, bytes and screen out.

use std::io::{Read, Write};
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

pub const BINARY: &str = env!("CARGO_BIN_EXE_tabayun");

/// How long anything may take on a machine that is busy with other tests.
pub const PATIENCE: Duration = Duration::from_secs(20);

pub fn dossier() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sessions/dossier")
}

/// A terminal with the program in it.
pub struct Terminal {
    master: Box<dyn MasterPty + Send>,
    keys: Box<dyn Write + Send>,
    pub child: Box<dyn Child + Send + Sync>,
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
    pub fn start(rows: u16, cols: u16, command: impl FnOnce(&mut CommandBuilder)) -> Self {
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

    pub fn open(rows: u16, cols: u16) -> Self {
        Self::start(rows, cols, |command| command.arg(dossier()))
    }

    pub fn screen(&self) -> String {
        self.seen.lock().unwrap().1.screen().contents()
    }

    pub fn bytes(&self) -> String {
        String::from_utf8_lossy(&self.seen.lock().unwrap().0).into_owned()
    }

    /// Waits until the screen has these words.
    pub fn wait(&self, words: &str) {
        self.wait_until(words, |terminal| terminal.screen().contains(words));
    }

    pub fn wait_until(&self, what: &str, done: impl Fn(&Self) -> bool) {
        let start = Instant::now();
        while !done(self) {
            assert!(start.elapsed() < PATIENCE, "never came: {what}\n{}", self.screen());
            thread::sleep(Duration::from_millis(20));
        }
    }

    pub fn press(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).unwrap();
        self.keys.flush().unwrap();
    }

    pub fn resize(&self, rows: u16, cols: u16) {
        self.seen.lock().unwrap().1.screen_mut().set_size(whole(rows), whole(cols));
        self.master.resize(size(rows, cols)).unwrap();
    }

    /// Waits for the end and looks whether the terminal is as it was.
    pub fn left_with(&mut self, code: u8) {
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

impl Terminal {
    /// Sends the program a signal by its name (`TERM`).
    pub fn signal(&self, name: &str) {
        let shell = self.child.process_id().unwrap();
        let kill = format!("kill -{name} $(pgrep -P {shell})");
        assert!(Command::new("sh").args(["-c", &kill]).status().unwrap().success());
    }

    /// Tells program and shell that the terminal is gone, as the system does when a window is
    /// closed, and lets go of it.
    pub fn hang_up(self) -> Box<dyn Child + Send + Sync> {
        let shell = self.child.process_id().unwrap();
        let kill = format!("kill -HUP $(pgrep -P {shell}) {shell}");
        assert!(Command::new("sh").args(["-c", &kill]).status().unwrap().success());
        self.child
    }
}
