//! The keeper: one thread that owns the notebook's file and writes what the reader keeps.
//!
//! A change is answered with [`Action::Kept`] only when it is on the disk; what another copy of
//! the program wrote meanwhile comes along. When the program ends, [`Keeper::finish`] waits for
//! what was asked already.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::JoinHandle;

use crate::app::Action;
use crate::error::Problem;
use crate::notebook::{Change, Journal, Loaded, News};

use super::{Incoming, effects};

/// The way to the thread.
pub struct Keeper {
    changes: Option<Sender<Change>>,
    thread: Option<JoinHandle<()>>,
}

impl Keeper {
    /// Opens the notebook in `folder` and tells what it holds; without a folder, every change is
    /// refused with a sentence.
    pub fn start(folder: Option<PathBuf>, sender: &Sender<Incoming>) -> Self {
        let (changes, wanted) = channel();
        let sender = sender.clone();
        let thread = std::thread::Builder::new()
            .name("keeper".to_owned())
            .spawn(move || keep(folder.as_ref(), &wanted, &sender));
        Self { changes: Some(changes), thread: thread.ok() }
    }

    /// Hands over a change; `false` when nobody is there to write it.
    pub fn write(&self, change: Change) -> bool {
        self.changes.as_ref().is_some_and(|changes| changes.send(change).is_ok())
    }

    /// Waits until everything that was asked is written.
    pub fn finish(&mut self) {
        self.changes = None;
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

fn keep(folder: Option<&PathBuf>, wanted: &Receiver<Change>, sender: &Sender<Incoming>) {
    let tell = |action| {
        let _ = sender.send(Incoming::Action(action));
    };
    let refuse = |problem: &Problem| tell(Action::Tell(effects::told(problem)));
    let opened = folder.map(|folder| Journal::open(folder));
    let mut journal = match opened {
        Some(Ok((journal, loaded))) => {
            report_damage(&loaded, &journal, sender);
            tell(Action::Notebook(News::Replaced(loaded)));
            journal
        }
        failed => {
            let problem = failed.and_then(Result::err).map(|error| error.problem());
            let problem = problem.unwrap_or_else(|| Problem::new("cli-no-notebook"));
            refuse(&problem);
            return wanted.iter().for_each(|_| refuse(&problem));
        }
    };
    for change in wanted {
        match journal.append(&change.entries) {
            Ok(()) => {
                let news = journal.refresh().unwrap_or(News::Nothing);
                tell(Action::Kept(Box::new(change), news));
            }
            Err(error) => refuse(&error.problem()),
        }
    }
}

fn report_damage(loaded: &Loaded, journal: &Journal, sender: &Sender<Incoming>) {
    for damage in &loaded.damage {
        let _ = sender.send(Incoming::Problem(damage.problem(journal.path())));
    }
}
