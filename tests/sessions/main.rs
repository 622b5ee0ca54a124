//! Sessions: keys in, whole screens out, text and looks, on a dossier of our own.
//!
//! A session is a file in `screens/`: what it shows (`commands`), size and language, the keys,
//! and below them the screen as it was read and approved by a person: each row in visual order,
//! as a terminal without bidi shows it, then the look of each cell as a letter with a legend.
//! `UPDATE_SESSIONS=1 cargo test --test sessions` writes the screens anew; read what changed.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on stops")]

mod bursts;
mod cards;
mod desk;
mod fields;
mod screen;
mod tests;
mod views;
mod walks;

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use desk::Desk;
use tabayun::app::commands::TABLE;

/// One session file.
struct Session {
    path: PathBuf,
    head: Vec<(String, String)>,
    screen: String,
}

impl Session {
    fn read(path: &Path) -> Self {
        let text = fs::read_to_string(path).unwrap();
        let (head, screen) = text.split_once("\n---\n").unwrap_or((text.trim_end(), ""));
        let pairs = head.lines().filter_map(|line| line.split_once(": "));
        let head = pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        Self { path: path.to_owned(), head, screen: screen.to_owned() }
    }

    fn get(&self, name: &str) -> &str {
        let found = self.head.iter().find(|(known, _)| known == name);
        found.map_or("", |(_, value)| value.as_str())
    }

    fn commands(&self) -> impl Iterator<Item = &str> {
        self.get("commands").split_whitespace()
    }

    /// Plays the keys and gives the screen and everything that was asked of the world.
    fn play(&self) -> (Desk, String) {
        let (width, height) = self.get("size").split_once('x').unwrap_or(("76", "12"));
        let size = (width.parse().unwrap(), height.parse().unwrap());
        let language = if self.get("lang").is_empty() { "ar" } else { self.get("lang") };
        let mut desk = Desk::open(language, size);
        desk.play(self.get("keys"));
        let screen = screen::screen(&desk);
        (desk, screen)
    }

    fn write(&self, screen: &str) {
        let mut text = String::new();
        for (name, value) in &self.head {
            writeln!(text, "{name}: {value}").unwrap();
        }
        fs::write(&self.path, format!("{text}---\n{screen}")).unwrap();
    }
}

fn sessions() -> Vec<Session> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sessions/screens");
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.iter().map(|path| Session::read(path)).collect()
}

#[test]
fn screens_are_as_they_were_read() {
    let update = std::env::var_os("UPDATE_SESSIONS").is_some();
    let mut wrong = Vec::new();
    for session in sessions() {
        let (desk, screen) = session.play();
        for command in session.commands() {
            let name = session.path.display();
            assert!(desk.ran.contains(command), "{name}: the keys do not reach {command}");
        }
        if screen == session.screen {
            continue;
        }
        if update {
            session.write(&screen);
        } else {
            wrong.push(format!(
                "{}\nwas:\n{}\nis:\n{screen}",
                session.path.display(),
                session.screen
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn every_command_has_a_session() {
    let sessions = sessions();
    let shown: Vec<&str> = sessions.iter().flat_map(Session::commands).collect();
    let missing: Vec<&str> =
        TABLE.iter().map(|command| command.name).filter(|name| !shown.contains(name)).collect();
    assert!(missing.is_empty(), "without a session: {missing:?}");
}
