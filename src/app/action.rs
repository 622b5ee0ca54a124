//! What can happen to the program, and what it may ask of the world.
//!
//! [`Action`]s come in through `update`; [`Effect`]s go out to `run`, which does them and answers
//! with an action. Nothing here does anything.

use std::path::PathBuf;
use std::sync::Arc;

use crate::article::{Article, ArticleId};
use crate::compare::Comparison;
use crate::facts::Reading;
use crate::notebook::export::Format;
use crate::notebook::{Arrival, Book, Bookmark, Change, Id, Prepared, Unprepared};
use crate::text::Span;

use super::key::Key;
use super::moving::Step;
use super::notice::Notice;
use super::state::State;

/// Something that happened.
#[derive(Clone, Debug)]
pub enum Action {
    /// A key press; what it means is for the keymap to say.
    Key(Key),
    /// Text that came in one piece, by the terminal's paste.
    Paste(String),
    /// The left button or the wheel.
    Mouse(Mouse),
    /// Columns and rows of the terminal.
    Resize(u16, u16),
    /// More reports, in the order of their ids; `left` are still to come.
    Loaded {
        /// Those that came in since the last time.
        articles: Vec<Article>,
        /// Reports that are still being read, as far as their number is known.
        left: usize,
    },
    /// One report, read anew.
    Reloaded(Box<Article>),
    /// The reports of a file that the notebook names, for the bookmark that was chosen.
    Opened(Vec<Article>, Id),
    /// Where the reader was in this dossier the last time.
    Restored(Vec<Remembered>),
    /// Hits of the search of this generation; `left` reports are still to be searched.
    Found {
        /// That of the search that found them; hits of an older one are dropped.
        generation: u64,
        /// By report, in text order, as bytes of its text.
        hits: Vec<(ArticleId, Vec<Span>)>,
        /// Reports still to be searched; the search ends with 0.
        left: usize,
    },
    /// Reports whose claims have been read so far, of all of them.
    Reading {
        /// Reports that have been read.
        done: usize,
        /// Reports to read in all.
        all: usize,
    },
    /// All claims and what they say of each other.
    Compared {
        /// What each report claims: `readings[i]` belongs to the report with id `i`.
        readings: Arc<Vec<Reading>>,
        /// What the claims say of each other.
        comparison: Arc<Comparison>,
    },
    /// The event, as a `dossier.json` names it.
    Named(String),
    /// What the notebook's file holds, or what was added to it.
    Notebook(Arrival),
    /// A change of the notebook that is on the disk, and what else was found in the file.
    Kept(Box<Change>, Arrival),
    /// A change of the notebook that could not be written, and why.
    NotKept(Box<Change>, Notice),
    /// A note that was written in an editor.
    NoteWritten(Id, String),
    /// What came of writing the notebook into a file, and whether one of this name was there.
    Exported {
        /// The file's name, as it was typed.
        name: String,
        /// What to tell; grave where nothing was written.
        notice: Notice,
        /// Nothing was written, because a file of this name is there.
        there: bool,
    },
    /// The notebook, made ready for filters.
    Prepared(Prepared),
    /// The name of the way Arabic is now written to the terminal, for the sample line.
    Encoder(String),
    /// A sentence for the status line.
    Tell(Notice),
    /// Nothing happened outside; what was changed meanwhile takes its place.
    Settle,
}

/// A mouse event at a cell of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mouse {
    /// What was done.
    pub kind: MouseKind,
    /// Column, counted from 0 at the left edge of the screen.
    pub x: u16,
    /// Row, counted from 0 at the top.
    pub y: u16,
}

/// What was done with the mouse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MouseKind {
    /// The left button went down.
    Press,
    /// The mouse moved with the left button down.
    Drag,
    /// The left button came up.
    Release,
    /// One notch of the wheel, away from the reader.
    WheelUp,
    /// One notch of the wheel, towards the reader.
    WheelDown,
}

/// Where the reader was in a report: what is kept between two runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remembered {
    /// The report's file: the report is known by it in the next run.
    pub path: PathBuf,
    /// Byte offset of the cursor in the article's text.
    pub cursor: u32,
    /// The pane it was open in, counted from 0; `None` when it was not open.
    pub pane: Option<usize>,
}

/// Something to be done outside.
#[derive(Clone, Debug)]
pub enum Effect {
    /// Read the claims of these reports and compare them.
    Compare {
        /// All that are open.
        articles: Arc<Vec<Article>>,
        /// What the reader put right in them.
        corrections: Arc<Vec<Bookmark>>,
    },
    /// Search these reports for the words, beginning with the first; newer generations cancel.
    Search {
        /// Grows by one with each search.
        generation: u64,
        /// As they were typed; they are folded where they are looked for.
        words: String,
        /// All that are open.
        articles: Arc<Vec<Article>>,
    },
    /// Stop searching; nothing more is answered.
    CancelSearch,
    /// Put the words on the clipboard.
    Copy(String),
    /// Open an address in the reader's browser.
    Open(String),
    /// Read a report's file again; answered by [`Action::Reloaded`].
    Reload {
        /// The report whose place the new text takes.
        article: ArticleId,
        /// Its file.
        path: PathBuf,
    },
    /// Keep the reader's place in this dossier.
    Remember(Vec<Remembered>),
    /// Write this into the notebook's file.
    Keep(Box<Change>),
    /// Let the reader write this note in an editor.
    WriteNote(Id, String),
    /// See whether another program wrote into the notebook's file.
    LookAtNotebook,
    /// Read the file in which a bookmark was kept.
    OpenKept {
        /// The file, as the bookmark names it.
        path: PathBuf,
        /// The bookmark to go to when it is read.
        id: Id,
    },
    /// Make a large notebook ready for filters.
    PrepareNotebook(Unprepared),
    /// Word a disagreement, by its place in the comparison, and keep it.
    KeepConflict(usize),
    /// Go through the card, whose length is known when it is worded.
    ScrollCard(Step),
    /// Put what the notebook shows on the clipboard, in this form.
    CopyNotebook(Format),
    /// Write what the notebook shows into a file.
    Export {
        /// As it was typed.
        name: String,
        /// By the ending of the name.
        format: Format,
        /// A file that is there is overwritten.
        over: bool,
    },
    /// Write Arabic in the next way that can do no harm in this terminal.
    NextEncoder,
    /// The way in which Arabic was written before the reader tried others.
    FormerEncoder,
    /// Draw everything again.
    Redraw,
    /// Give the terminal back and stop, until the shell brings the program on again.
    Suspend,
    /// Leave the reading screen; what is being kept is written before.
    Quit,
}

impl Action {
    /// Whether it may change what is on the screen; what does not is not drawn.
    pub fn shows(&self, state: &State) -> bool {
        match self {
            Self::Restored(places) => !places.is_empty(),
            Self::Notebook(Arrival::Nothing) => false,
            Self::Notebook(Arrival::Whole(book)) => {
                let bare = |book: &Book| book.is_empty() && book.damage().is_empty();
                !(bare(book) && bare(&state.keeping.book))
            }
            _ => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::keymap::Keymap;
    use crate::app::options::Options;

    #[test]
    fn an_empty_notebook_and_no_places_change_no_screen() {
        let state = State::new(Options::default(), Keymap::default(), (80, 24));
        let whole = Action::Notebook(Arrival::Whole(Box::default()));
        assert!(!whole.shows(&state));
        assert!(!Action::Restored(Vec::new()).shows(&state));
        assert!(Action::Resize(40, 12).shows(&state));
    }
}
