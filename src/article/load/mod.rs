//! Reports come in: files, folders, standard input. The only room that opens reports.
//!
//! [`load_each`] tells what it meets as it goes, so that a list can be on the screen while ten
//! thousand files are still being read; [`load`] gathers it all. What cannot be read is a
//! [`Problem`] and the rest comes in. `walk` finds the files, `read` opens one.

mod read;
mod walk;

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use super::dossier::Entry;
use super::encoding::{self, Decoded};
use super::{Article, ArticleId, OffsetsIn, plain};
use crate::error::Problem;
use crate::text::Text;
use walk::Found;

/// Where reports come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// A file or a folder.
    Path(PathBuf),
    /// `-`: everything that comes in by standard input.
    Stdin,
}

/// What is met on the way, in order.
#[derive(Debug)]
pub enum Event {
    /// So many more files will be read.
    Expect(usize),
    /// A `dossier.json` names the event.
    Named(String),
    Article(Box<Article>),
    Problem(Problem),
}

/// Everything that came in.
#[derive(Debug, Default)]
pub struct Loaded {
    /// The event as the first `dossier.json` names it.
    pub event: Option<String>,
    pub articles: Vec<Article>,
    pub problems: Vec<Problem>,
}

/// Loads all inputs, in their order.
pub fn load(inputs: &[Input]) -> Loaded {
    let mut loaded = Loaded::default();
    let _ = load_each(inputs, &mut |event| {
        match event {
            Event::Expect(_) => {}
            Event::Named(name) => loaded.event = loaded.event.take().or(Some(name)),
            Event::Article(article) => loaded.articles.push(*article),
            Event::Problem(problem) => loaded.problems.push(problem),
        }
        ControlFlow::Continue(())
    });
    loaded
}

/// Loads all inputs and tells each event as it happens; stops early when `tell` says `Break`.
/// Articles are numbered from 0 in the order they are told.
pub fn load_each(
    inputs: &[Input],
    tell: &mut dyn FnMut(Event) -> ControlFlow<()>,
) -> ControlFlow<()> {
    let mut loader = Loader { next: 0, tell };
    for input in inputs {
        match input {
            Input::Path(path) => loader.path(path)?,
            Input::Stdin => loader.stdin()?,
        }
    }
    ControlFlow::Continue(())
}

struct Loader<'a> {
    next: u32,
    tell: &'a mut dyn FnMut(Event) -> ControlFlow<()>,
}

impl Loader<'_> {
    fn path(&mut self, path: &Path) -> ControlFlow<()> {
        match walk::kind(path) {
            Ok(walk::Kind::File) => {
                (self.tell)(Event::Expect(1))?;
                self.file(path, None, true)
            }
            Ok(walk::Kind::Folder) => self.folder(path),
            Err(problem) => (self.tell)(Event::Problem(problem)),
        }
    }

    fn folder(&mut self, folder: &Path) -> ControlFlow<()> {
        let found = walk::folder(folder);
        for event in found.events {
            (self.tell)(Event::Named(event))?;
        }
        for problem in found.problems {
            (self.tell)(Event::Problem(problem))?;
        }
        (self.tell)(Event::Expect(found.files.len()))?;
        for Found { path, entry } in &found.files {
            self.file(path, entry.as_ref(), false)?;
        }
        ControlFlow::Continue(())
    }

    /// One file. `asked` when the reader named it, so that one without a report is a problem.
    fn file(&mut self, path: &Path, entry: Option<&Entry>, asked: bool) -> ControlFlow<()> {
        let read = match read::file(path) {
            Ok(read) => read,
            Err(problem) => return (self.tell)(Event::Problem(problem)),
        };
        if let Some(problem) = read.problem {
            (self.tell)(Event::Problem(problem))?;
        }
        let _ = asked;
        self.bytes(read.bytes, Some(path), entry)
    }

    fn stdin(&mut self) -> ControlFlow<()> {
        (self.tell)(Event::Expect(1))?;
        match read::stdin() {
            Ok(bytes) => self.bytes(bytes, None, None),
            Err(problem) => (self.tell)(Event::Problem(problem)),
        }
    }

    fn bytes(
        &mut self,
        bytes: Vec<u8>,
        path: Option<&Path>,
        entry: Option<&Entry>,
    ) -> ControlFlow<()> {
        let Some(decoded) = encoding::decode(bytes, None) else {
            return (self.tell)(Event::Problem(about("problem-binary", path)));
        };
        if decoded.text.trim().is_empty() {
            return (self.tell)(Event::Problem(about("problem-empty", path)));
        }
        let mut article = self.number(decoded);
        article.path = path.map(Path::to_owned);
        if let Some(entry) = entry {
            entry.apply(&mut article);
        }
        (self.tell)(Event::Article(Box::new(article)))
    }

    fn number(&mut self, decoded: Decoded) -> Article {
        let id = ArticleId(self.next);
        self.next += 1;
        let mut article = plain::article(id, Text::new(decoded.text), decoded.encoding);
        if !decoded.verbatim {
            article.offsets_in = OffsetsIn::Text;
        }
        article
    }
}

/// A problem with a file, or with standard input where there is none.
fn about(key: &'static str, path: Option<&Path>) -> Problem {
    match path {
        Some(path) => Problem::of(key, path),
        None => Problem::new(key).with("name", "-"),
    }
}
