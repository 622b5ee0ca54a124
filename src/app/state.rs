//! Everything the program remembers while it runs.
//!
//! Changed by `update` alone; read by `ui`. What a view must remember between frames (wrapped
//! lines, where each pane stands) is here too, computed by `geometry`, never while drawing.
//!
//! To add a view: a variant of [`View`], its part of the state in a field of its own, its keys in
//! `commands` under a context, its place in `geometry`, its drawing in one file of `ui`.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use jiff::Timestamp;

use crate::article::{Article, ArticleId};
use crate::compare::Comparison;
use crate::facts::Reading;

use super::action::Effect;
use super::card::Card;
use super::commands::Contexts;
use super::comparing::Comparing;
use super::correcting::Correcting;
use super::geometry::Geometry;
use super::help::Help;
use super::jumps::{Jumps, Spot};
use super::keeping::Keeping;
use super::keymap::{Keymap, Pending};
use super::locking::Lock;
use super::matrix::Matrix;
use super::notice::Notice;
use super::options::Options;
use super::order::Order;
use super::pane::Pane;
use super::prompt::Prompt;
use super::searching::Search;
use super::shelf::Shelf;
use super::side::Side;

/// What fills the screen between the strip and the status line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// List, reports, side pane.
    Reading,
    /// The commands that hold where help was asked for.
    Help,
    /// All that was kept, in all dossiers.
    Notebook,
    /// One claim or one disagreement in full.
    Card,
    /// Topics down, reports across.
    Matrix,
}

/// The pane that keys act on, in the reading view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Focus {
    /// The list of reports.
    List,
    /// A report pane, counted from 0 in reading order.
    Report(usize),
    /// The pane beside the reports: outline or facts.
    Side,
}

/// The list of reports: which one the cursor is on, the place of the first one shown, and in which
/// order they stand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listing {
    /// Place of the report in the folder, not in the list.
    pub selected: usize,
    /// Place in the list.
    pub top: usize,
    /// Which report stands at each place of the list.
    pub order: Order,
}

/// What the next letter key names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Awaiting {
    /// The name of the mark to set.
    Mark,
    /// The name of the mark to go to.
    ToMark,
}

/// All that the program remembers; begin with [`State::new`].
pub struct State {
    /// What the reader can switch while reading.
    pub options: Options,
    /// Which keys mean what, the reader's own among them.
    pub keymap: Keymap,
    /// Columns and rows of the terminal.
    pub size: (u16, u16),
    /// Where everything stands, as of the last update.
    pub geometry: Geometry,

    /// All reports, in the order of their ids. Workers hold it too, so it is never copied.
    pub articles: Arc<Vec<Article>>,
    /// Reports still being read from disk.
    pub left_to_load: usize,
    /// How far the reading of the claims is, when it takes long enough to be told.
    pub reading: Option<(usize, usize)>,
    /// What each report claims; empty until the comparison is there.
    pub readings: Arc<Vec<Reading>>,
    /// `None` until the reports were compared the first time.
    pub comparison: Option<Arc<Comparison>>,
    /// What the reader looks at of it, and where its evidence stands in the reports.
    pub comparing: Comparing,
    /// The disputed topic the reader walked to; `None` until the first step.
    pub walking: Option<usize>,

    /// The views under this one: `q` goes back to the last.
    pub views: Vec<View>,
    /// What fills the screen now.
    pub view: View,
    /// The pane that keys act on while the reading view is shown.
    pub focus: Focus,
    /// Where the list of reports stands.
    pub list: Listing,
    /// Open reports, one to four, in reading order.
    pub panes: Vec<Pane>,
    /// The report pane that was focused last: the list opens reports there.
    pub report: usize,
    /// Where the pane beside the reports stands.
    pub side: Side,
    /// The rows that the reports share while their scrolling is locked.
    pub lock: Lock,
    /// Where the help screen stands.
    pub help: Help,

    /// What the card is about, and how far it is scrolled.
    pub card: Card,
    /// Where the matrix stands, and its rows.
    pub matrix: Matrix,
    /// The notebook, and where its bookmarks are in the open reports.
    pub keeping: Keeping,
    /// The corrections that hold, and the one that is being typed.
    pub correcting: Correcting,
    /// Where the notebook's view stands.
    pub shelf: Shelf,
    /// The event of the dossier, where it is named.
    pub event: Option<String>,
    /// The clock, as `run` read it before the last action.
    pub now: Timestamp,

    /// What is searched, and what was found so far.
    pub search: Search,
    /// Where the reader was before each jump.
    pub jumps: Jumps,
    /// By the letter that names each; they last as long as the program runs.
    pub marks: BTreeMap<char, Spot>,
    /// Cursor of reports that were open in a pane before.
    pub places: HashMap<ArticleId, u32>,

    /// The text field that is open: while there is one, letters are typed into it.
    pub prompt: Option<Prompt>,
    /// The keys of a command that has been begun.
    pub pending: Pending,
    /// Set while the next key names a mark instead of a command.
    pub awaiting: Option<Awaiting>,
    /// What the status line tells.
    pub notice: Option<Notice>,
    /// What went wrong before that, and was not answered by a key yet.
    pub unread: Vec<Notice>,
    /// The name of the way Arabic is written to the terminal, while its sample line is shown.
    pub encoder: Option<String>,
    /// The command that ran last.
    pub last: Option<&'static str>,

    pub(super) effects: Vec<Effect>,
}

impl State {
    /// An empty screen of that size, before anything is loaded.
    pub fn new(options: Options, keymap: Keymap, size: (u16, u16)) -> Self {
        Self {
            options,
            keymap,
            size,
            geometry: Geometry::default(),
            articles: Arc::default(),
            left_to_load: 0,
            reading: None,
            readings: Arc::default(),
            comparison: None,
            comparing: Comparing::default(),
            walking: None,
            views: Vec::new(),
            view: View::Reading,
            focus: Focus::List,
            list: Listing::default(),
            panes: Vec::new(),
            report: 0,
            side: Side::default(),
            lock: Lock::default(),
            help: Help::default(),
            card: Card::default(),
            matrix: Matrix::default(),
            keeping: Keeping::default(),
            correcting: Correcting::default(),
            shelf: Shelf::default(),
            event: None,
            now: Timestamp::UNIX_EPOCH,
            search: Search::default(),
            jumps: Jumps::default(),
            marks: BTreeMap::new(),
            places: HashMap::new(),
            prompt: None,
            pending: Pending::default(),
            awaiting: None,
            notice: None,
            unread: Vec::new(),
            encoder: None,
            last: None,
            effects: Vec::new(),
        }
    }

    /// A report by its id, which is its place in `articles`.
    pub fn article(&self, id: ArticleId) -> Option<&Article> {
        self.articles.get(id.0 as usize)
    }

    /// The report pane that keys act on, or that was focused last.
    pub fn pane(&self) -> Option<&Pane> {
        self.panes.get(self.report)
    }

    /// The same pane as [`State::pane`], to be changed.
    pub fn pane_mut(&mut self) -> Option<&mut Pane> {
        self.panes.get_mut(self.report)
    }

    /// The article that is read: of the report pane that was focused last.
    pub fn current(&self) -> Option<&Article> {
        self.pane().and_then(|pane| self.article(pane.article))
    }

    /// Where a key is looked up.
    pub fn context(&self) -> Contexts {
        if self.prompt.is_some() {
            return Contexts::PROMPT;
        }
        match (self.view, self.focus) {
            (View::Help, _) => Contexts::HELP,
            (View::Notebook, _) => Contexts::NOTEBOOK,
            (View::Card, _) => Contexts::CARD,
            (View::Matrix, _) => Contexts::MATRIX,
            (View::Reading, Focus::List) => Contexts::LIST,
            (View::Reading, Focus::Report(_)) => Contexts::REPORT,
            (View::Reading, Focus::Side) => Contexts::SIDE,
        }
    }

    /// Tells the reader something in the status line. Of several things that went wrong none
    /// hides another.
    pub fn tell(&mut self, notice: Notice) {
        if notice.grave {
            let before = self.notice.take().filter(|before| before.grave && *before != notice);
            self.unread.extend(before);
        } else {
            self.unread.clear();
        }
        self.notice = Some(notice);
    }

    /// Asks the world for something; done after the update.
    pub fn ask(&mut self, effect: Effect) {
        self.effects.push(effect);
    }

    /// Shows a view over the present one.
    pub fn show(&mut self, view: View) {
        if self.view != view {
            self.views.push(self.view);
            self.view = view;
        }
    }

    /// Back to the view under this one; whether there was one.
    pub fn go_back(&mut self) -> bool {
        let under = self.views.pop();
        if let Some(view) = under {
            self.view = view;
        }
        under.is_some()
    }
}
