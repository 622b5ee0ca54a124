//! The matrix: topics down, reports across, in each cell what the report says.
//!
//! Rows are computed when the view is shown ([`open`]) and where what is disputed changes meanwhile
//! ([`renew`]): disputed topics first, by weight, then those on which the reports agree.

use crate::article::ArticleId;
use crate::compare::{Claim, Verdict};

use super::commands::Count;
use super::comparing;
use super::jumps::Spot;
use super::moving::{self, Step};
use super::notice::Notice;
use super::rows::Sideways;
use super::state::{State, View};

/// One topic.
#[derive(Clone, Debug)]
pub struct Row {
    /// The topic's key, as in [`crate::compare::Disagreement`].
    pub topic: String,
    /// The topic in words of the reports, where no frame names it.
    pub label: String,
    /// `None` where the reports agree.
    pub verdict: Option<Verdict>,
    /// The reader marked it.
    pub own: bool,
    /// What each report says, in the order of the reports; empty where it is silent.
    pub cells: Vec<Cell>,
}

/// What one report says of a topic: its claims, each with the place of its value in the topic.
pub type Cell = Vec<(Claim, usize)>;

impl Row {
    /// The first claim of the topic.
    pub fn first(&self) -> Option<Claim> {
        self.cells.iter().flatten().next().map(|(claim, _)| *claim)
    }

    /// Rows of the screen: a report that tells two values has them one below the other.
    pub fn height(&self) -> usize {
        let most = self.cells.iter().map(|cell| values(cell).count()).max();
        most.unwrap_or_default().clamp(1, MOST)
    }
}

/// The first claim of each value that a report tells.
pub fn values(cell: &Cell) -> impl Iterator<Item = (Claim, usize)> {
    let first = |at: usize, value: usize| !cell.iter().take(at).any(|(_, other)| *other == value);
    let told = cell.iter().copied().enumerate();
    told.filter(move |(at, (_, value))| first(*at, *value)).map(|(_, told)| told)
}

/// Where the matrix stands.
#[derive(Clone, Debug, Default)]
pub struct Matrix {
    /// All topics, the disputed ones first.
    pub rows: Vec<Row>,
    /// The chosen topic, counted from 0 in `rows`.
    pub row: usize,
    /// The chosen report, counted from 0.
    pub column: usize,
    /// The first topic shown, counted from 0 in `rows`.
    pub top: usize,
    /// The first report shown.
    pub left: usize,
}

/// Columns of the screen that a report takes, and the name of the topic.
pub const CELL: u16 = 18;
/// Columns of the topic's name; half the screen at most.
pub const NAME: u16 = 26;
/// Values of one report that stand below each other; the foot has the others too.
pub const MOST: usize = 3;

/// Rows below the topics for the chosen cell in full, at this height of the view.
pub fn foot(height: u16) -> u16 {
    match height {
        ..9 => 0,
        9..18 => 3,
        18.. => 5,
    }
}

/// `x`: opens the matrix at the disagreement that is looked at.
pub fn open(state: &mut State, _: Count) {
    if state.comparison.is_none() {
        return state.tell(Notice::new("comparing"));
    }
    state.matrix.rows = rows(state);
    // The disputed topics come first, in the order of the walk: the one that is looked at.
    if let Some(at) = comparing::looked_at(state) {
        state.matrix.row = at;
    }
    state.show(View::Matrix);
}

/// What is disputed is another now: the rows are made anew where the matrix is shown or lies under what
/// is, so that a key acts on what the reader sees. The chosen topic stays chosen; where it is gone, the
/// next one stands in its place.
pub fn renew(state: &mut State) {
    if state.view != View::Matrix && !state.views.contains(&View::Matrix) {
        return;
    }
    let chosen = state.matrix.rows.get(state.matrix.row);
    let chosen = chosen.map(|row| (row.topic.clone(), row.first()));
    state.matrix.rows = rows(state);
    let is = |row: &Row| chosen == Some((row.topic.clone(), row.first()));
    let at = state.matrix.rows.iter().position(is).unwrap_or(state.matrix.row);
    state.matrix.row = at.min(state.matrix.rows.len().saturating_sub(1));
}

fn rows(state: &State) -> Vec<Row> {
    let Some(comparison) = &state.comparison else { return Vec::new() };
    let reports = state.articles.len();
    let mut rows = Vec::new();
    for at in &state.comparing.disputed {
        let Some(one) = comparison.disagreements.get(*at) else { continue };
        let claims = one.positions.iter().enumerate();
        let claims = claims
            .flat_map(|(value, position)| position.claims.iter().map(move |claim| (*claim, value)));
        rows.push(Row {
            topic: one.topic.clone(),
            label: one.label.clone(),
            verdict: Some(one.verdict),
            own: comparing::is_own(one),
            cells: cells(reports, claims),
        });
    }
    for agreed in &comparison.agreements {
        rows.push(Row {
            topic: agreed.topic.clone(),
            label: agreed.label.clone(),
            verdict: None,
            own: false,
            cells: cells(reports, agreed.claims.iter().map(|claim| (*claim, 0))),
        });
    }
    rows
}

fn cells(reports: usize, claims: impl Iterator<Item = (Claim, usize)>) -> Vec<Cell> {
    let mut cells = vec![Cell::new(); reports];
    for (claim, value) in claims {
        if let Some(cell) = cells.get_mut(claim.article.0 as usize) {
            cell.push((claim, value));
        }
    }
    cells
}

/// Columns of a report, where so many stand beside the topics: what is left over is shared out.
pub fn cell(width: u16, reports: usize) -> u16 {
    let room = width.saturating_sub(NAME.min(width / 2));
    let shown = fitting(width).min(reports.max(1)) as u16;
    (room / shown.max(1)).max(CELL)
}

/// Reports that stand side by side at this width.
pub fn fitting(width: u16) -> usize {
    usize::from(width.saturating_sub(NAME.min(width / 2)) / CELL).max(1)
}

/// Keeps the chosen cell on the matrix and in view.
pub fn settle(state: &mut State) {
    if state.view != View::Matrix {
        return;
    }
    let body = state.geometry.body;
    let shown = shown(body.height);
    let reports = state.articles.len();
    let matrix = &mut state.matrix;
    matrix.row = matrix.row.min(matrix.rows.len().saturating_sub(1));
    matrix.column = matrix.column.min(reports.saturating_sub(1));
    matrix.top = matrix.top.min(matrix.row).max(first_above(&matrix.rows, matrix.row, shown));
    let across = fitting(body.width);
    matrix.left = matrix.left.min(matrix.column).max((matrix.column + 1).saturating_sub(across));
}

/// Rows of the screen that the topics have.
fn shown(height: u16) -> usize {
    usize::from(height.saturating_sub(1 + foot(height))).max(1)
}

/// The first row from which all down to this one fit.
fn first_above(rows: &[Row], last: usize, shown: usize) -> usize {
    let mut left = shown;
    let above = rows.iter().take(last + 1).rev();
    let fits = |row: &&Row| {
        let height = row.height();
        let fits = height <= left;
        left = left.saturating_sub(height);
        fits
    };
    (last + 1).saturating_sub(above.take_while(fits).count().max(1))
}

/// Takes a step among the topics.
pub fn go(state: &mut State, step: Step) {
    let shown = shown(state.geometry.body.height);
    let matrix = &mut state.matrix;
    matrix.row = step.in_list(matrix.row, matrix.rows.len(), shown);
}

/// The report on that side of the screen.
pub fn beside(state: &mut State, side: Sideways) {
    let forward = (side == Sideways::Left) == state.options.is_rtl();
    let column = state.matrix.column;
    state.matrix.column = if forward { column + 1 } else { column.saturating_sub(1) };
}

/// Enter: to the evidence of the chosen cell.
pub fn enter(state: &mut State) {
    let matrix = &state.matrix;
    let row = matrix.rows.get(matrix.row);
    let cell = row.and_then(|row| row.cells.get(matrix.column));
    let told = cell.and_then(|cell| cell.first().map(|(claim, _)| *claim));
    let column = ArticleId(matrix.column as u32);
    let apart = || comparing::told_apart(state, column, row?.first()?);
    let Some(claim) = told.or_else(apart) else {
        return state.tell(Notice::new("not-mentioned"));
    };
    if matrix.row < state.comparing.disputed.len() {
        state.comparing.at = matrix.row;
        state.walking = Some(matrix.row);
    }
    let offset = comparing::fact_of(state, claim).map_or(0, |fact| fact.span.start);
    state.go_back();
    moving::jump(state, Spot { article: ArticleId(claim.article.0), offset });
}
