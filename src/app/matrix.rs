//! The matrix: topics down, reports across, in each cell what the report says.
//!
//! Rows are computed when the view is shown ([`settle`]): disputed topics first, by weight, then
//! the others on which two reports or more speak.

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
    pub topic: String,
    pub label: String,
    /// `None` where the reports agree.
    pub verdict: Option<Verdict>,
    /// The reader marked it.
    pub own: bool,
    /// What each report says, in the order of the reports; its first claim, and which value.
    pub cells: Vec<Option<(Claim, usize)>>,
}

/// Where the matrix stands.
#[derive(Clone, Debug, Default)]
pub struct Matrix {
    pub rows: Vec<Row>,
    pub row: usize,
    /// The chosen report, counted from 0.
    pub column: usize,
    pub top: usize,
    /// The first report shown.
    pub left: usize,
}

/// Columns of the screen that a report takes, and the name of the topic.
pub const CELL: u16 = 18;
pub const NAME: u16 = 26;

pub fn open(state: &mut State, _: Count) {
    if state.comparison.is_none() {
        return state.tell(Notice::new("comparing"));
    }
    state.matrix.rows = rows(state);
    state.show(View::Matrix);
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

fn cells(
    reports: usize,
    claims: impl Iterator<Item = (Claim, usize)>,
) -> Vec<Option<(Claim, usize)>> {
    let mut cells = vec![None; reports];
    for (claim, value) in claims {
        if let Some(cell) = cells.get_mut(claim.article.0 as usize) {
            cell.get_or_insert((claim, value));
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

pub fn settle(state: &mut State) {
    if state.view != View::Matrix {
        return;
    }
    let body = state.geometry.body;
    let shown = usize::from(body.height.saturating_sub(2)).max(1);
    let reports = state.articles.len();
    let matrix = &mut state.matrix;
    matrix.row = matrix.row.min(matrix.rows.len().saturating_sub(1));
    matrix.column = matrix.column.min(reports.saturating_sub(1));
    matrix.top = matrix.top.min(matrix.row).max((matrix.row + 1).saturating_sub(shown));
    let across = fitting(body.width);
    matrix.left = matrix.left.min(matrix.column).max((matrix.column + 1).saturating_sub(across));
}

pub fn go(state: &mut State, step: Step) {
    let shown = usize::from(state.geometry.body.height.saturating_sub(2));
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
    let cell = row.and_then(|row| row.cells.get(matrix.column).copied().flatten());
    let Some((claim, _)) = cell else {
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
