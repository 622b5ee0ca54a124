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
    /// The program ends.
    End,
}

impl Keeper {
    /// Opens the notebook in `folder` and tells what it holds; without a folder, every change is
    /// refused with a sentence.
    pub fn start(folder: Option<PathBuf>, sender: &Sender<Incoming>) -> Self {
        let (wishes, wanted) = channel();
        let sender = sender.clone();
        let look = wishes.clone();
        let thread = std::thread::Builder::new()
            .name("keeper".to_owned())
            .spawn(move || keep(folder.as_ref(), &wanted, &look, &sender));
        Self { wishes: Some(wishes), thread: thread.ok() }
    }

    /// Hands over a change; it comes back when nobody is there to write it.
    ///
    /// # Errors
    /// Where the thread has ended.
    pub fn write(&self, change: Change, living: usize) -> Result<(), Box<Change>> {
        let wish = Wish::Write(Box::new(change), living);
        match self.ask(wish) {
            Err(Wish::Write(change, _)) => Err(change),
            _ => Ok(()),
        }
    }

    /// Has the file looked at. Where nobody is there, there is no news.
    pub fn look(&self) {
        let _ = self.ask(Wish::Look);
    }

    /// A wish comes back where nobody is there for it.
    fn ask(&self, wish: Wish) -> Result<(), Wish> {
        match &self.wishes {
            Some(wishes) => wishes.send(wish).map_err(|refused| refused.0),
            None => Err(wish),
        }
    }

    /// Waits until everything that was asked is written.
    pub fn finish(&mut self) {
        let _ = self.ask(Wish::End);
        self.wishes = None;
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

fn keep(
    folder: Option<&PathBuf>,
    wanted: &Receiver<Wish>,
    look: &Sender<Wish>,
    sender: &Sender<Incoming>,
) {
    let desk = Desk { sender };
    let opened = folder.map(|folder| Journal::open(folder));
    let (mut journal, loaded) = match opened {
        Some(Ok(opened)) => opened,
        failed => {
            let problem = failed.and_then(Result::err).map(|error| error.problem());
            let problem = problem.unwrap_or_else(|| Problem::new("cli-no-notebook"));
            desk.refuse(&problem);
            for wish in wanted {
                match wish {
                    Wish::End => return,
                    Wish::Look => {}
                    Wish::Write(change, _) => desk.refuse_change(change, &problem),
                }
            }
            return;
        }
    };
    report_damage(&loaded, &journal, sender);
    let book = Book::new(loaded);
    let living = book.len();
    desk.tell(Action::Notebook(Arrival::Whole(Box::new(book))));
    desk.compact(&mut journal, living);
    let mut watched = watch(&journal, look);
    // For the test that the screen outlives it.
    #[cfg(debug_assertions)]
    super::panic::if_asked_for("keeper");
    for wish in wanted {
        match wish {
            Wish::End => break,
            Wish::Look => {
                // Another copy may have made the folder meanwhile.
                watched = watched || watch(&journal, look);
                match journal.refresh() {
                    Ok(news) => desk.tell(Action::Notebook(news.into())),
                    Err(error) => desk.refuse(&error.problem()),
                }
            }
            Wish::Write(change, living) => match journal.append(&change.entries) {
                Ok(()) => {
                    let news = journal.refresh().map_or(Arrival::Nothing, Arrival::from);
                    desk.tell(Action::Kept(change, news));
                    desk.compact(&mut journal, living);
                    // The first bookmark makes the folder.
                    watched = watched || watch(&journal, look);
                }
                Err(error) => desk.refuse_change(change, &error.problem()),
            },
        }
    }
}

/// Has the file looked at when the system says that its folder was written to.
fn watch(journal: &Journal, look: &Sender<Wish>) -> bool {
    let look = look.clone();
    let folder = journal.path().parent();
    folder.is_some_and(|folder| super::watch::watch(folder, move || look.send(Wish::Look).is_ok()))
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

    fn refuse_change(&self, change: Box<Change>, problem: &Problem) {
        self.tell(Action::NotKept(change, effects::told(problem)));
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

#[cfg(test)]
mod tests {
    use std::path::Path;
    use std::time::Duration;

    use super::*;
    use crate::notebook::{Bookmark, Entry, Id, Kind, Quoted, Source, Target};

    fn bookmark(id: &str, note: &str) -> Bookmark {
        let at = jiff::Timestamp::from_second(1_760_000_000).unwrap();
        let quoted = Quoted { exact: "وصلت السفينة".into(), ..Quoted::default() };
        let source = Source { path: Some("/سفينة.txt".into()), ..Source::default() };
        Bookmark {
            id: Id::new(id),
            kind: Kind::Sentence,
            created: at,
            modified: at,
            dossier: None,
            targets: vec![Target { source, quoted: Some(quoted), ..Target::default() }],
            note: note.into(),
            tags: Vec::new(),
            colour: None,
        }
    }

    fn next(incoming: &Receiver<Incoming>) -> Action {
        match incoming.recv_timeout(Duration::from_secs(20)).unwrap() {
            Incoming::Action(action) => action,
            _ => panic!("no action"),
        }
    }

    fn open(folder: &Path) -> (Keeper, Receiver<Incoming>, Book) {
        let (sender, incoming) = channel();
        let keeper = Keeper::start(Some(folder.to_owned()), &sender);
        let Action::Notebook(arrival) = next(&incoming) else { panic!("it opens first") };
        let mut book = Book::default();
        book.take_over(arrival);
        (keeper, incoming, book)
    }

    #[test]
    fn another_copy_is_seen_when_one_looks() {
        let folder = tempfile::tempdir().unwrap();
        let (mut one, of_one, _) = open(folder.path());
        let (mut two, of_two, mut book) = open(folder.path());
        assert!(two.write(book.keep(bookmark("urn:1", "")), 0).is_ok());
        assert!(matches!(next(&of_two), Action::Kept(..)));
        // The system may have said so already; a look says it where it does not.
        one.look();
        let Action::Notebook(arrival) = next(&of_one) else { panic!("there is news") };
        book.take_over(arrival);
        assert!(book.get(&Id::new("urn:1")).is_some());
        // Where nothing is new, nothing is told.
        one.look();
        one.finish();
        two.finish();
        assert!(of_one.try_recv().is_err());
    }

    #[test]
    fn a_file_of_dead_lines_is_compacted_and_loses_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let (mut journal, _) = Journal::open(folder.path()).unwrap();
        let old = |at: usize| Entry::Keep(Box::new(bookmark("urn:1", &at.to_string())));
        journal.append(&(0..1500).map(old).collect::<Vec<_>>()).unwrap();
        let path = journal.path().to_owned();
        let mut bytes = std::fs::read(&path).unwrap();
        bytes.extend_from_slice(b"not ours\n");
        std::fs::write(&path, &bytes).unwrap();
        let (sender, incoming) = channel();
        let mut keeper = Keeper::start(Some(folder.path().to_owned()), &sender);
        keeper.finish();
        let mut book = Book::default();
        for incoming in incoming.try_iter() {
            if let Incoming::Action(Action::Notebook(arrival)) = incoming {
                book.take_over(arrival);
            }
        }
        assert_eq!(book.get(&Id::new("urn:1")).unwrap().note, "1499");
        let compacted = std::fs::read_to_string(&path).unwrap();
        assert_eq!(compacted.lines().count(), 2);
        assert!(compacted.ends_with("not ours\n"), "{compacted}");
    }
}
