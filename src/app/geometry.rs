//! Where everything stands on the screen: computed when something changes, never while drawing.
//!
//! The screen is laid out as for a right-to-left reader or a left-to-right one: [`arrange`] works
//! in reading order and mirrors at the end. [`settle`] then wraps what each pane shows.
//!
//! To add a view that fills the body, take [`Geometry::body`]; to add a pane beside the reports,
//! give it a share in `columns`; the strip takes rows at the top when `comparing::strip_rows`
//! asks for them.

use super::state::{Focus, State, View};
use super::{comparing, help, keeping, listing, locking, matrix, shelf, side};

/// A rectangle of cells; `x` and `y` from the upper left corner of the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rect {
    /// Columns from the left edge, whichever side the interface begins at.
    pub x: u16,
    /// Rows from the top.
    pub y: u16,
    /// In columns.
    pub width: u16,
    /// In rows.
    pub height: u16,
}

impl Rect {
    /// From the left upper corner and the size, all in cells.
    pub fn new(x: u16, y: u16, width: u16, height: u16) -> Self {
        Self { x, y, width, height }
    }

    /// Whether it has no cell.
    pub fn is_empty(self) -> bool {
        self.width == 0 || self.height == 0
    }

    /// Whether this cell of the screen lies in it.
    pub fn holds(self, x: u16, y: u16) -> bool {
        (self.x..self.x + self.width).contains(&x) && (self.y..self.y + self.height).contains(&y)
    }

    /// The same without its first rows.
    #[must_use]
    pub fn below(self, rows: u16) -> Self {
        let rows = rows.min(self.height);
        Self { y: self.y + rows, height: self.height - rows, ..self }
    }

    /// Its first rows.
    #[must_use]
    pub fn top(self, rows: u16) -> Self {
        Self { height: rows.min(self.height), ..self }
    }

    /// The same without a column on either side, where it is wide enough for that.
    #[must_use]
    pub fn padded(self) -> Self {
        if self.width < 6 {
            return self;
        }
        Self { x: self.x + 1, width: self.width - 2, ..self }
    }
}

/// A pane of the reading view: its title row and its content below.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placed {
    /// Which pane it is, and so what keys act on when it is focused.
    pub what: Focus,
    /// One row; in one-pane mode the tabs.
    pub title: Rect,
    /// What is left for words, without the blank columns beside them.
    pub content: Rect,
}

/// The screen, divided.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Geometry {
    /// The disputed topic at hand, over the reading view; empty where nothing is disputed.
    pub strip: Rect,
    /// Between strip and status line: what a view may fill.
    pub body: Rect,
    /// One row of tabs in one-pane mode; else empty.
    pub tabs: Rect,
    /// Those that are shown, in reading order.
    pub panes: Vec<Placed>,
    /// The columns between panes.
    pub borders: Vec<Rect>,
    /// The last row; empty on a screen of one row.
    pub status: Rect,
    /// One pane is shown, because the reader asked for it or the screen is narrow.
    pub single: bool,
}

impl Geometry {
    /// Where a pane is; `None` while it is not shown.
    pub fn placed(&self, what: Focus) -> Option<&Placed> {
        self.panes.iter().find(|pane| pane.what == what)
    }

    /// The pane under a cell.
    pub fn pane_at(&self, x: u16, y: u16) -> Option<&Placed> {
        self.panes.iter().find(|pane| pane.title.holds(x, y) || pane.content.holds(x, y))
    }

    /// Rows of text in the pane, or in the body where the view fills it.
    pub fn rows(&self, what: Focus) -> usize {
        self.placed(what).map_or(self.body.height, |pane| pane.content.height).into()
    }
}

/// Below this many columns, or rows, one pane is shown at a time.
const NARROW: u16 = 60;
const LOW: u16 = 8;
/// Columns a report needs beside others, and those it reads well in.
const LEAST: u16 = 24;
const COMFORTABLE: u16 = 30;
/// Columns of text from which a line has signs beside it.
pub const MARGIN: u16 = 6;
/// Below this width the side pane is shown only when it is focused.
const SIDE_FROM: u16 = 110;

/// Report panes that stand side by side comfortably at this screen width.
pub fn comfortable_panes(width: u16) -> usize {
    let side = if width >= SIDE_FROM { share(width) } else { 0 };
    let left = width.saturating_sub(share(width) + side);
    usize::from(left / (COMFORTABLE - 2)).clamp(1, 4)
}

/// Columns of the list, and of the side pane.
fn share(width: u16) -> u16 {
    if width < NARROW { 0 } else { (width / 5).clamp(18, 34) }
}

/// Divides the screen and wraps what is shown. Called after every update.
pub fn settle(state: &mut State) {
    state.geometry = arrange(state);
    if !locking::settle(state) {
        settle_reports(state);
    }
    listing::settle(state);
    side::settle(state);
    help::settle(state);
    shelf::settle(state);
    comparing::settle(state);
    matrix::settle(state);
    keeping::settle(state);
}

fn settle_reports(state: &mut State) {
    let articles = std::sync::Arc::clone(&state.articles);
    for placed in &state.geometry.panes {
        let Focus::Report(at) = placed.what else { continue };
        let Some(pane) = state.panes.get_mut(at) else { continue };
        let Some(article) = articles.get(pane.article.0 as usize) else { continue };
        let content = placed.content;
        pane.settle(article, state.options.layout, content.width, content.height.into());
    }
}

/// Divides the screen.
fn arrange(state: &State) -> Geometry {
    let (width, height) = state.size;
    let status_rows = u16::from(height > 1);
    let strip_rows = match state.view {
        View::Reading => comparing::strip_rows(state).min(height.saturating_sub(LOW)),
        View::Help | View::Notebook | View::Card | View::Matrix => 0,
    };
    let screen = Rect::new(0, 0, width, height - status_rows);
    let mut geometry = Geometry {
        strip: screen.top(strip_rows),
        body: screen.below(strip_rows),
        status: Rect::new(0, height - status_rows, width, status_rows),
        single: state.options.single || width < NARROW || height < LOW,
        ..Geometry::default()
    };
    if state.view == View::Reading {
        if geometry.single {
            one_pane(state, &mut geometry);
        } else {
            side_by_side(state, &mut geometry);
        }
    }
    if state.options.is_rtl() {
        mirror(&mut geometry, width);
    }
    leave_blank(&mut geometry);
    geometry
}

/// Signs stand beside the lines of a report, at their beginning and their end: a blank column between
/// keeps the letter of a value from being read as the first one of the line, and a star from
/// touching its last one.
fn leave_blank(geometry: &mut Geometry) {
    let reports = geometry.panes.iter_mut().filter(|pane| matches!(pane.what, Focus::Report(_)));
    for pane in reports.filter(|pane| pane.content.width >= MARGIN) {
        pane.content.x += 1;
        pane.content.width -= 2;
    }
}

fn one_pane(state: &State, geometry: &mut Geometry) {
    let tab_rows = u16::from(geometry.body.height > 3);
    geometry.tabs = geometry.body.top(tab_rows);
    let content = geometry.body.below(tab_rows).padded();
    geometry.panes.push(Placed { what: state.focus, title: geometry.tabs, content });
}

fn side_by_side(state: &State, geometry: &mut Geometry) {
    let body = geometry.body;
    let mut x = body.x;
    let columns = columns(state, body.width);
    let last = columns.len().saturating_sub(1);
    for (at, (what, width)) in columns.into_iter().enumerate() {
        let room = Rect { x, width, ..body };
        geometry.panes.push(Placed { what, title: room.top(1), content: room.below(1).padded() });
        x += width;
        if at < last {
            geometry.borders.push(Rect { x, width: 1, ..body });
            x += 1;
        }
    }
}

/// The panes in reading order with their widths; borders take one column each between them.
fn columns(state: &State, width: u16) -> Vec<(Focus, u16)> {
    let list = state.options.beside.list || state.focus == Focus::List || state.panes.is_empty();
    let side = state.focus == Focus::Side || (state.options.beside.side && width >= SIDE_FROM);
    let taken = u16::from(list) * (share(width) + 1) + u16::from(side) * (share(width) + 1);
    let left = width.saturating_sub(taken);
    let reports = shown_reports(state, usize::from(left / (LEAST + 1)).max(1));
    let mut columns = Vec::new();
    if list {
        columns.push((
            Focus::List,
            if reports.is_empty() { left + share(width) } else { share(width) },
        ));
    }
    let count = reports.len() as u16;
    let words = left.saturating_sub(count.saturating_sub(1));
    for (nth, report) in reports.enumerate() {
        // What does not divide evenly goes to the first ones.
        let extra = u16::from((nth as u16) < words % count);
        columns.push((Focus::Report(report), words / count + extra));
    }
    if side && count > 0 {
        columns.push((Focus::Side, share(width)));
    }
    columns
}

/// Which report panes are shown where only so many fit: the focused one is among them.
fn shown_reports(state: &State, fit: usize) -> std::ops::Range<usize> {
    let count = state.panes.len().min(fit);
    let first = state.report.saturating_sub(count.saturating_sub(1));
    first..first + count
}

/// Turns a left-to-right arrangement into a right-to-left one.
fn mirror(geometry: &mut Geometry, width: u16) {
    let turn = |rect: &mut Rect| rect.x = width.saturating_sub(rect.x + rect.width);
    for pane in &mut geometry.panes {
        turn(&mut pane.title);
        turn(&mut pane.content);
    }
    geometry.borders.iter_mut().for_each(turn);
}
