//! `=`: all reports scroll as one, what tells the same on the same rows.
//!
//! [`settle`] lays the reports that stand side by side on the rungs of [`parallel::ladder`] and
//! fills the panes in place of `Pane::settle`; rows where a report has nothing stay visibly empty.
//! In one-pane mode every open report is laid out so, and changing the pane keeps the row.
//! How rows are counted and filled is in `grid`; here is when that happens.

use std::sync::Arc;

use crate::article::{ArticleId, BlockKind};
use crate::compare::Comparison;
use crate::compare::parallel::{self, Column, Rung};

use super::commands::Count;
use super::geometry::Rect;
use super::grid::{Grid, Report, Row};
use super::jumps::Spot;
use super::notice::Notice;
use super::pane::Pane;
use super::state::{Focus, State};

/// The common rows of the reports that scroll as one.
#[derive(Clone, Debug, Default)]
pub struct Lock {
    /// The reports and how many paragraphs each has: when these change, the rungs are found anew.
    of: Vec<(ArticleId, usize)>,
    compared: bool,
    columns: Vec<Column>,
    rungs: Vec<Rung>,
    /// Places that the reader was led to in one step: they stand side by side.
    pivot: Vec<Spot>,
    top: Row,
    /// What the window was last brought round to: the report, its cursor, and the size.
    followed: Option<(ArticleId, u32, u16, usize)>,
    /// Whether the panes are laid out so at the moment.
    pub holds: bool,
}

/// A headline tells what the report is about, whatever its words are.
const HEADLINE: u64 = 1;

/// `=`: locks the scrolling of all panes, or frees it.
pub fn toggle(state: &mut State, _: Count) {
    state.options.locked = !state.options.locked;
    state.lock = Lock::default();
    let name = match (state.options.locked, state.panes.len()) {
        (true, ..2) => "locked-alone",
        (true, _) => "locked",
        (false, _) => "unlocked",
    };
    state.tell(Notice::new(name));
}

/// Lets these places stand side by side while the scrolling is locked.
pub fn pivot(state: &mut State, spots: Vec<Spot>) {
    if state.options.locked {
        state.lock.pivot = spots;
        state.lock.rungs.clear();
    }
}

/// The report panes that scroll as one, and the room each has.
fn members(state: &State) -> Vec<(usize, Rect)> {
    let shown = state.geometry.panes.iter();
    if state.geometry.single {
        let room = state.geometry.panes.first().map(|placed| placed.content);
        return room
            .map(|room| (0..state.panes.len()).map(|at| (at, room)).collect())
            .unwrap_or_default();
    }
    let reports = shown.filter_map(|placed| match placed.what {
        Focus::Report(at) => Some((at, placed.content)),
        Focus::List | Focus::Side => None,
    });
    reports.filter(|(at, _)| *at < state.panes.len()).collect()
}

/// Lays out the panes that scroll as one; `false` when there are none, and each is to be laid out
/// by itself.
pub fn settle(state: &mut State) -> bool {
    state.lock.holds = false;
    on_grid(state, |lock, mut grid, lead| {
        lock.follow(&mut grid, lead);
        grid.fill(lock.top);
        grid.lead_the_others(lead, lock.top);
        lock.holds = true;
    })
    .is_some()
}

/// Scrolls all panes by rows and takes the cursor along (`carry`), or leaves it where its words
/// are still in view. Whether the scrolling is locked at all.
pub fn scroll(state: &mut State, rows: isize, carry: bool) -> bool {
    on_grid(state, |lock, mut grid, lead| {
        let at = grid.cursor_row(lead);
        let height = grid.height();
        let before = grid.distance(lock.top, at, 2 * height).unwrap_or(height / 3);
        let top = grid.step(lock.top, rows);
        let moved = top != lock.top;
        lock.top = grid.last_top(top);
        let before = before.cast_signed();
        let wanted = match (carry, moved) {
            (true, true) => before,
            (true, false) => before + rows,
            (false, _) => before - rows,
        };
        if carry || !grid.shows(lead, lock.top) {
            grid.put_cursor(lead, lock.top, wanted);
        }
        lock.followed = grid.now(lead);
    })
    .is_some()
}

/// Runs something on the common rows, when the scrolling is locked and more than one report takes
/// part. `lead` is the column of the report that keys act on.
fn on_grid<T>(state: &mut State, run: impl FnOnce(&mut Lock, Grid, usize) -> T) -> Option<T> {
    let members = if state.options.locked { members(state) } else { Vec::new() };
    if members.len() < 2 {
        return None;
    }
    let mut lock = std::mem::take(&mut state.lock);
    let articles = Arc::clone(&state.articles);
    let layout = state.options.layout;
    let lead = members.iter().position(|(at, _)| *at == state.report).unwrap_or(0);
    for (at, room) in &members {
        if let Some(pane) = state.panes.get_mut(*at) {
            pane.measure(room.width, room.height.into());
        }
    }
    let anew = lock.refresh(state, &members);
    let columns = state.panes.iter_mut().enumerate().filter_map(|(at, pane)| {
        members.iter().find(|(member, _)| *member == at)?;
        let article = articles.get(pane.article.0 as usize)?;
        Some(Report::new(pane, article, layout))
    });
    let rungs = std::mem::take(&mut lock.rungs);
    let mut grid = Grid::new(&rungs, columns.collect());
    if anew || grid.now(lead).map(size) != lock.followed.map(size) {
        lock.top = grid.top_of(lead);
    }
    let result = run(&mut lock, grid, lead);
    lock.rungs = rungs;
    state.lock = lock;
    Some(result)
}

fn size(now: (ArticleId, u32, u16, usize)) -> (u16, usize) {
    (now.2, now.3)
}

impl Lock {
    /// Finds the rungs anew when the reports, or what is known of them, have changed.
    fn refresh(&mut self, state: &State, members: &[(usize, Rect)]) -> bool {
        let panes: Vec<&Pane> = members.iter().filter_map(|(at, _)| state.panes.get(*at)).collect();
        let of: Vec<(ArticleId, usize)> =
            panes.iter().map(|pane| (pane.article, pane.flow.document.pieces.len())).collect();
        let compared = state.comparison.is_some();
        if self.of == of && self.compared == compared && !self.rungs.is_empty() {
            return false;
        }
        if self.of != of || self.compared != compared {
            self.columns = panes.iter().filter_map(|pane| column(state, pane)).collect();
            (self.of, self.compared) = (of, compared);
        }
        let piece = |pane: &&Pane| {
            let spot = self.pivot.iter().find(|spot| spot.article == pane.article)?;
            Some(pane.flow.document.piece_at(spot.offset))
        };
        let pivot: Vec<Option<usize>> = panes.iter().map(piece).collect();
        self.rungs = parallel::ladder(&self.columns, &pivot);
        true
    }

    /// Moves the window so that the cursor is in it, unless the window was scrolled away from it.
    fn follow(&mut self, grid: &mut Grid, lead: usize) {
        let now = grid.now(lead);
        if now != self.followed {
            self.top = grid.around(lead, self.top);
        }
        self.top = grid.last_top(self.top);
        self.followed = now;
    }
}

/// What a report's paragraphs are about: the claims in them, and their words.
fn column(state: &State, pane: &Pane) -> Option<Column> {
    let article = state.article(pane.article)?;
    let document = &pane.flow.document;
    let comparison = state.comparison.as_deref();
    let mut marks = comparison.map(|told| claims(state, told, pane)).unwrap_or_default();
    let headline = document.pieces.iter().position(|piece| piece.kind == BlockKind::Headline);
    marks.extend(headline.map(|piece| (piece, HEADLINE)));
    marks.extend(headline.map(|piece| (piece, HEADLINE + 1)));
    let pieces = document.pieces.iter();
    let pieces = pieces.map(|piece| (piece.span, piece.kind == BlockKind::Chrome));
    Some(Column::new(&article.text, pieces, &marks))
}

/// The topics of the claims in a report, by paragraph.
fn claims(state: &State, told: &Comparison, pane: &Pane) -> Vec<(usize, u64)> {
    let mut marks = Vec::new();
    for (topic, subject) in told.subjects.iter().enumerate() {
        for claim in subject.claims.iter().filter(|claim| claim.article == pane.article) {
            let fact = super::comparing::fact_of(state, *claim);
            let piece = fact.map(|fact| pane.flow.document.piece_at(fact.span.start));
            marks.extend(piece.map(|piece| (piece, topic as u64 + HEADLINE + 2)));
        }
    }
    marks
}
