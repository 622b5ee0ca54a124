//! One open report: where it stands, its cursor, its selection, and the lines it shows.
//!
//! Moving is in `moving`; this file keeps the window over the text right: the cursor in view, no
//! empty screen after the end, the same words on top when the width changes.

use crate::article::{Article, ArticleId, Language};
use crate::text::{Base, Layout, Span};

use super::document::Document;
use super::flow::{Flow, Line, Place, Sheet, Shown};
use super::rows;
use super::units::Unit;

/// Lines kept between the cursor and the edge of the pane, where there is room.
pub const MARGIN: usize = 2;

/// What the reader has selected: from the unit it began with to the unit at the cursor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Selection {
    /// The unit with which the selection began: it stays selected whichever way the cursor goes.
    pub anchor: Span,
    /// How much one step takes: a word, a sentence or a paragraph.
    pub unit: Unit,
    /// All that is selected, in logical order.
    pub span: Span,
}

/// An open report.
#[derive(Clone, Debug)]
pub struct Pane {
    /// The report that is open here.
    pub article: ArticleId,
    /// Its text in lines of this pane's width.
    pub flow: Flow,
    /// Byte offset of the cursor in the article's text.
    pub cursor: u32,
    /// The column, counted from the left edge of the text, that moving up and down aims at.
    pub goal: Option<u16>,
    /// `None` while the reader selects nothing.
    pub selection: Option<Selection>,
    /// The first line shown, and the byte it begins at.
    pub top: Place,
    /// By which `top` is found again at another width.
    pub top_offset: u32,
    /// The lines shown, from the top.
    pub lines: Vec<Shown>,
    width: u16,
    height: usize,
    /// What `lines` were computed for; `None` when they have to be computed anew.
    settled: Option<Settled>,
}

/// Everything that the window over the text depends on, but the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Settled {
    layout: Layout,
    height: usize,
    cursor: u32,
    top: Place,
}

impl Pane {
    /// Opens an article at a byte of its text.
    pub fn new(article: &Article, fold_chrome: bool, cursor: u32) -> Self {
        Self {
            article: article.id,
            flow: Flow::new(Document::new(article, fold_chrome)),
            cursor,
            goal: None,
            selection: None,
            top: Place::default(),
            top_offset: cursor,
            lines: Vec::new(),
            width: 0,
            height: 0,
            settled: None,
        }
    }

    /// The text of the article, and how it is laid out here: by its language (UAX #9, HL1).
    pub fn sheet<'a>(&self, article: &'a Article, layout: Layout) -> Sheet<'a> {
        let base = if article.language == Language::English { Base::Auto } else { Base::Report };
        Sheet { text: &article.text, layout: layout.with_width(self.width).with_base(base) }
    }

    /// Rows of text the pane shows.
    pub fn height(&self) -> usize {
        self.height
    }

    /// Columns of text the pane shows.
    pub fn width(&self) -> u16 {
        self.width
    }

    /// Takes the article anew (reloaded, chrome folded or not), staying at the same byte.
    pub fn renew(&mut self, article: &Article, fold_chrome: bool) {
        self.flow = Flow::new(Document::new(article, fold_chrome));
        let end = article.text.len() as u32;
        self.cursor = self.cursor.min(end);
        self.top_offset = self.top_offset.min(end);
        self.selection = None;
        self.width = 0;
        self.settled = None;
    }

    /// Gives the pane its size and nothing else.
    pub fn measure(&mut self, width: u16, height: usize) {
        self.width = width;
        self.height = height;
    }

    /// Shows these lines and no others; with each, whether it begins a paragraph that other
    /// reports tell as well.
    pub fn lay(&mut self, sheet: Sheet, lines: &[(Line, bool)]) {
        let shown = lines.iter().map(|(line, parallel)| {
            let row = if line.look.has_words() { self.flow.row(sheet, line.place) } else { None };
            Shown { line: *line, row, parallel: *parallel }
        });
        self.lines = shown.collect();
        self.settled = None;
        if let Some(first) = self.lines.first() {
            self.top_offset = first.line.span.start;
            self.top = self.flow.place_of(sheet, self.top_offset);
        }
    }

    /// Gives the pane its size and brings the window over the text in order.
    pub fn settle(&mut self, article: &Article, layout: Layout, width: u16, height: usize) {
        let changed = self.width != width || self.height != height;
        self.width = width;
        self.height = height;
        let sheet = self.sheet(article, layout);
        if self.settled == Some(self.wanted(sheet)) {
            return;
        }
        if changed {
            self.top = self.flow.place_of(sheet, self.top_offset);
        }
        if self.flow.line(sheet, self.top).is_none() {
            self.top = self.flow.place_of(sheet, self.top_offset);
        }
        self.follow(sheet);
        self.fill(sheet);
        self.settled = Some(self.wanted(sheet));
    }

    fn wanted(&self, sheet: Sheet) -> Settled {
        Settled { layout: sheet.layout, height: self.height, cursor: self.cursor, top: self.top }
    }

    /// Moves the window so that the cursor is in it: by the lines it takes, or, after a jump,
    /// with the cursor a third of the way down.
    fn follow(&mut self, sheet: Sheet) {
        let height = self.height.max(1);
        let margin = MARGIN.min((height - 1) / 2);
        let at = self.flow.place_of(sheet, self.cursor);
        if at >= self.top {
            let below = self.flow.distance(sheet, self.top, at, 2 * height);
            match below {
                Some(lines) if lines < margin => self.shift(sheet, at, margin),
                Some(lines) if lines + margin < height => {}
                Some(_) => self.shift(sheet, at, height - 1 - margin),
                None => self.shift(sheet, at, height / 3),
            }
        } else if self.flow.distance(sheet, at, self.top, height).is_some() {
            self.shift(sheet, at, margin);
        } else {
            self.shift(sheet, at, height / 3);
        }
    }

    /// Puts a line so many rows below the top.
    fn shift(&mut self, sheet: Sheet, at: Place, rows: usize) {
        self.top = self.flow.step(sheet, at, -rows.cast_signed());
    }

    /// Computes the lines shown; when the text ends early, the window moves up.
    fn fill(&mut self, sheet: Sheet) {
        let mut lines = self.flow.lines_from(sheet, self.top, self.height);
        let missing = self.height.saturating_sub(lines.len());
        if missing > 0 && self.top != Place::default() {
            self.top = self.flow.step(sheet, self.top, -missing.cast_signed());
            lines = self.flow.lines_from(sheet, self.top, self.height);
        }
        self.top_offset = lines.first().map_or(0, |line| line.span.start);
        // A line that stays on the screen is not set again.
        let same = self.settled.is_some_and(|settled| settled.layout == sheet.layout);
        let shown = if same { std::mem::take(&mut self.lines) } else { Vec::new() };
        self.lines = self.flow.show(sheet, &lines, shown);
    }

    /// Scrolls by lines (back when negative) and takes the cursor along, on the same row where
    /// the text allows it.
    pub fn scroll(&mut self, sheet: Sheet, lines: isize) {
        let at = self.flow.place_of(sheet, self.cursor);
        let top = self.flow.step(sheet, self.top, lines);
        if top == self.top {
            let end = if lines < 0 { Place::default() } else { self.flow.last(sheet) };
            return self.put(sheet, end);
        }
        self.top = top;
        let to = self.flow.step(sheet, at, lines);
        self.put(sheet, to);
    }

    /// Moves the window by lines; the cursor moves only when its words leave the window.
    pub fn slide(&mut self, sheet: Sheet, lines: isize) {
        let top = self.flow.step(sheet, self.top, lines);
        let shown = self.flow.lines_from(sheet, top, self.height);
        self.top = top;
        let margin = MARGIN.min(self.height.saturating_sub(1) / 2);
        let at = self.flow.place_of(sheet, self.cursor);
        let first = shown.get(margin).map(|line| line.place);
        let last = shown.len().checked_sub(margin + 1).and_then(|row| shown.get(row));
        if let Some(first) = first.filter(|first| at < *first) {
            self.put(sheet, first);
        } else if let Some(last) = last.map(|line| line.place).filter(|last| at > *last) {
            self.put(sheet, last);
        }
    }

    /// Puts the cursor on a screen line, as near to its column as the line allows.
    pub fn put(&mut self, sheet: Sheet, place: Place) {
        let goal = match self.goal {
            Some(goal) => goal,
            None => rows::column_of(sheet, &mut self.flow, self.cursor),
        };
        self.goal = Some(goal);
        let start = self.flow.line(sheet, place).map(|line| line.span.start);
        let found = rows::offset_at(sheet, &mut self.flow, place, goal).or(start);
        self.cursor = found.unwrap_or(self.cursor);
    }

    /// The row of the window that shows the cursor; `None` when it is out of view.
    pub fn cursor_row(&self) -> Option<usize> {
        let first = self.lines.first()?.line.span.start;
        let begun =
            |shown: &Shown| shown.line.look.has_words() && shown.line.span.start <= self.cursor;
        if self.cursor < first { None } else { self.lines.iter().rposition(begun) }
    }
}
