//! Reports come in: files, folders, standard input. The only room that opens reports.
//!
//! [`load_each`] tells what it meets as it goes, so that a list can be on the screen while ten
//! thousand files are still being read; [`load`] gathers it all. What cannot be read is a
//! [`Problem`] and the rest comes in. `walk` finds the files, `read` opens one, `form`
//! tells what it is.

mod form;
mod read;
mod walk;

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use super::dossier::Entry;
use super::encoding::{self, Decoded};
use super::{Article, ArticleId, OffsetsIn, html, jsonl, markdown, plain, sample};
use crate::error::Problem;
use crate::text::Text;
use form::Form;
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
    /// One report; its id is the number of those told before it.
    Article(Box<Article>),
    /// What could not be read, or only in part. The rest comes in all the same.
    Problem(Problem),
}

/// Everything that came in.
#[derive(Debug, Default)]
pub struct Loaded {
    /// The event as the first `dossier.json` names it.
    pub event: Option<String>,
    /// In the order in which they were read, which is that of their ids.
    pub articles: Vec<Article>,
    /// Warnings among them ([`Problem::is_warning`]), in the order in which they were met.
    pub problems: Vec<Problem>,
}

/// Loads all inputs, in their order; none is the built-in sample.
pub fn load(inputs: &[Input]) -> Loaded {
    let mut loaded = Loaded::default();
    let _ = load_each(inputs, &mut |event| {
        loaded.take(event);
        ControlFlow::Continue(())
    });
    loaded
}

impl Loaded {
    fn take(&mut self, event: Event) {
        match event {
            Event::Expect(_) => {}
            Event::Named(name) => self.event = self.event.take().or(Some(name)),
            Event::Article(article) => self.articles.push(*article),
            Event::Problem(problem) => self.problems.push(problem),
        }
    }
}

/// The articles of a file whose bytes are at hand; its name tells the form.
pub fn from_bytes(name: &Path, bytes: Vec<u8>) -> Loaded {
    let mut loaded = Loaded::default();
    let mut tell = |event| {
        loaded.take(event);
        ControlFlow::Continue(())
    };
    let source = Source { path: Some(name), entry: None, asked: true };
    let _ = Loader { next: 0, tell: &mut tell }.bytes(bytes, &source);
    loaded
}

/// Why none of the inputs is there to be read; `None` where one may be.
pub fn none_there(inputs: &[Input]) -> Option<Vec<Problem>> {
    let wrong = inputs.iter().map(|input| match input {
        Input::Path(path) => walk::kind(path).err(),
        Input::Stdin => None,
    });
    wrong.collect::<Option<Vec<Problem>>>().filter(|problems| !problems.is_empty())
}

/// Loads all inputs and tells each event as it happens; stops early when `tell` says `Break`.
/// Articles are numbered from 0 in the order they are told.
pub fn load_each(
    inputs: &[Input],
    tell: &mut dyn FnMut(Event) -> ControlFlow<()>,
) -> ControlFlow<()> {
    if inputs.is_empty() {
        return sample(tell);
    }
    let mut loader = Loader { next: 0, tell };
    for input in inputs {
        match input {
            Input::Path(path) => loader.path(path)?,
            Input::Stdin => loader.stdin()?,
        }
    }
    ControlFlow::Continue(())
}

/// The text of one input as it is, decoded; for files that are no reports.
///
/// # Errors
/// As for a report.
pub fn text_of(input: &Input) -> Result<String, Problem> {
    let (bytes, path) = match input {
        Input::Path(path) => (read::file(path)?.bytes, path.as_path()),
        Input::Stdin => (read::stdin()?, Path::new("-")),
    };
    let decoded = encoding::decode(&bytes, None);
    decoded.map(|decoded| decoded.text).ok_or_else(|| Problem::of("problem-binary", path))
}

fn sample(tell: &mut dyn FnMut(Event) -> ControlFlow<()>) -> ControlFlow<()> {
    let (event, reports) = sample::dossier();
    tell(Event::Expect(reports.len()))?;
    event.map_or(ControlFlow::Continue(()), |event| tell(Event::Named(event)))?;
    reports.into_iter().try_for_each(|article| tell(Event::Article(Box::new(article))))
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
        self.bytes(read.bytes, &Source { path: Some(path), entry, asked })
    }

    fn stdin(&mut self) -> ControlFlow<()> {
        (self.tell)(Event::Expect(1))?;
        match read::stdin() {
            Ok(bytes) => self.bytes(bytes, &Source { path: None, entry: None, asked: true }),
            Err(problem) => (self.tell)(Event::Problem(problem)),
        }
    }

    fn bytes(&mut self, bytes: Vec<u8>, source: &Source) -> ControlFlow<()> {
        let label = form::label(source.path, &bytes);
        let decoded = encoding::decode(&bytes, label.as_deref());
        // A large file is held once only.
        drop(bytes);
        let Some(decoded) = decoded else {
            return (self.tell)(Event::Problem(source.problem("problem-binary")));
        };
        if decoded.text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}').is_empty() {
            return (self.tell)(Event::Problem(source.problem("problem-empty")));
        }
        match form::of(source.path, &decoded.text) {
            Form::Json => self.records(&decoded, source),
            form => match self.one(form, decoded) {
                Some(article) => self.article(article, source),
                None => (self.tell)(Event::Problem(source.problem("problem-html"))),
            },
        }
    }

    fn one(&self, form: Form, decoded: Decoded) -> Option<Article> {
        let id = ArticleId(self.next);
        match form {
            Form::Html => html::article(id, &decoded.text, decoded.encoding),
            Form::Markdown => markdown::article(id, &decoded.text, decoded.encoding),
            Form::Plain | Form::Json => {
                let mut article = plain::article(id, Text::new(decoded.text), decoded.encoding);
                if !decoded.verbatim {
                    article.offsets_in = OffsetsIn::Text;
                }
                Some(article)
            }
        }
    }

    /// The records of a JSON file. In a folder, a JSON file without any report is not ours; one of
    /// JSON lines is, and is told of when none of its lines is a report.
    fn records(&mut self, decoded: &Decoded, source: &Source) -> ControlFlow<()> {
        let mut entries = Vec::new();
        jsonl::each(&decoded.text, &mut |entry| entries.push(entry));
        let any = entries.iter().any(|entry| matches!(entry, jsonl::Entry::Record(..)));
        if !any && !source.asked && !source.path.is_some_and(form::is_of_lines) {
            return ControlFlow::Continue(());
        }
        for entry in entries {
            match entry {
                jsonl::Entry::Record(record, line) => {
                    if let Some(date) = record.wrong_date() {
                        let problem = source.problem("warning-line-date").with("value", date);
                        let line = line.unwrap_or(1).to_string();
                        (self.tell)(Event::Problem(problem.with("line", &line)))?;
                    }
                    let mut article = jsonl::article(ArticleId(self.next), *record, line);
                    article.encoding = decoded.encoding.clone();
                    self.article(article, source)?;
                }
                jsonl::Entry::Wrong(line, wrong) => {
                    (self.tell)(Event::Problem(source.no_report(line, wrong)))?;
                }
            }
        }
        ControlFlow::Continue(())
    }

    fn article(&mut self, mut article: Article, source: &Source) -> ControlFlow<()> {
        self.next += 1;
        article.path = source.path.map(Path::to_owned);
        if let Some(entry) = source.entry {
            entry.apply(&mut article);
        }
        (self.tell)(Event::Article(Box::new(article)))
    }
}

/// Where some bytes came from.
struct Source<'a> {
    /// `None` for standard input.
    path: Option<&'a Path>,
    entry: Option<&'a Entry>,
    /// The reader named it, so that having no report is a problem.
    asked: bool,
}

impl Source<'_> {
    fn problem(&self, key: &'static str) -> Problem {
        Problem::of(key, self.path.unwrap_or(Path::new("-")))
    }

    fn no_report(&self, line: usize, wrong: jsonl::Wrong) -> Problem {
        let problem = match wrong {
            jsonl::Wrong::NoJson(from) => {
                self.problem("problem-line-json").with("from", &from.to_string())
            }
            jsonl::Wrong::NoObject => self.problem("problem-line-object"),
            jsonl::Wrong::NoText => self.problem("problem-line-text"),
        };
        problem.with("line", &line.to_string())
    }
}
