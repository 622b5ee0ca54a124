//! The keeper: one thread that owns the notebook's file and writes what the reader keeps.
//!
//! A change is answered with [`Action::Kept`] only when it is on the disk; what another copy of
//! the program wrote meanwhile comes along. Where most lines of the file no longer count, it is
//! compacted here, where nobody waits. When the program ends, [`Keeper::finish`] waits for what
//! was asked already.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::JoinHandle;

use crate::app::Action;
use crate::error::Problem;
use crate::notebook::{Arrival, Book, Change, Journal, Loaded};

use super::{Incoming, effects};

/// The way to the thread.
pub struct Keeper {
    wishes: Option<Sender<Wish>>,
    thread: Option<JoinHandle<()>>,
}

/// What the thread is asked for.
enum Wish {
    /// Write this; the book held so many bookmarks before.
    Write(Box<Change>, usize),
    /// See whether another program wrote something.
    Look,
}

impl Keeper {
    /// Opens the notebook in `folder` and tells what it holds; without a folder, every change is
    /// refused with a sentence.
    pub fn start(folder: Option<PathBuf>, sender: &Sender<Incoming>) -> Self {
        let (wishes, wanted) = channel();
        let sender = sender.clone();
        let thread = std::thread::Builder::new()
            .name("keeper".to_owned())
            .spawn(move || keep(folder.as_ref(), &wanted, &sender));
        Self { wishes: Some(wishes), thread: thread.ok() }
    }

    /// Hands over a change; `false` when nobody is there to write it.
    pub fn write(&self, change: Change, living: usize) -> bool {
        self.ask(Wish::Write(Box::new(change), living))
    }

    /// Has the file looked at. Where nobody is there, there is no news.
    pub fn look(&self) {
        self.ask(Wish::Look);
    }

    fn ask(&self, wish: Wish) -> bool {
        self.wishes.as_ref().is_some_and(|wishes| wishes.send(wish).is_ok())
    }

    /// Waits until everything that was asked is written.
    pub fn finish(&mut self) {
        self.wishes = None;
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

fn keep(folder: Option<&PathBuf>, wanted: &Receiver<Wish>, sender: &Sender<Incoming>) {
    let desk = Desk { sender };
    let opened = folder.map(|folder| Journal::open(folder));
    let (mut journal, loaded) = match opened {
        Some(Ok(opened)) => opened,
        failed => {
            let problem = failed.and_then(Result::err).map(|error| error.problem());
            let problem = problem.unwrap_or_else(|| Problem::new("cli-no-notebook"));
            desk.refuse(&problem);
            let writes = wanted.iter().filter(|wish| matches!(wish, Wish::Write(..)));
            return writes.for_each(|_| desk.refuse(&problem));
        }
    };
    report_damage(&loaded, &journal, sender);
    let book = Book::new(loaded);
    let living = book.len();
    desk.tell(Action::Notebook(Arrival::Whole(Box::new(book))));
    desk.compact(&mut journal, living);
    for wish in wanted {
        match wish {
            Wish::Look => match journal.refresh() {
                Ok(news) => desk.tell(Action::Notebook(news.into())),
                Err(error) => desk.refuse(&error.problem()),
            },
            Wish::Write(change, living) => match journal.append(&change.entries) {
                Ok(()) => {
                    let news = journal.refresh().map_or(Arrival::Nothing, Arrival::from);
                    desk.tell(Action::Kept(change, news));
                    desk.compact(&mut journal, living);
                }
                Err(error) => desk.refuse(&error.problem()),
            },
        }
    }
}

/// The way back.
struct Desk<'a> {
    sender: &'a Sender<Incoming>,
}

impl Desk<'_> {
    fn tell(&self, action: Action) {
        if !matches!(action, Action::Notebook(Arrival::Nothing)) {
            let _ = self.sender.send(Incoming::Action(action));
        }
    }

    fn refuse(&self, problem: &Problem) {
        self.tell(Action::Tell(effects::told(problem)));
    }

    /// Compacts the file where that pays. Where it cannot be done, the file stands as it was and
    /// nothing is lost, so that nobody is told.
    fn compact(&self, journal: &mut Journal, living: usize) {
        if journal.wants_compaction(living)
            && let Ok(news) = journal.compact()
        {
            self.tell(Action::Notebook(news.into()));
        }
    }
}

fn report_damage(loaded: &Loaded, journal: &Journal, sender: &Sender<Incoming>) {
    for damage in &loaded.damage {
        let _ = sender.send(Incoming::Problem(damage.problem(journal.path())));
    }
}
