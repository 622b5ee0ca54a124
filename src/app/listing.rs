//! The list of reports: which one the cursor is on, and opening it.

use crate::article::ArticleId;

use super::commands::Count;
use super::moving::{self, Step};
use super::state::{Focus, State, View};
use super::{matrix, panes, shelf, side};

/// Screen rows that a report takes in the list: outlet, headline; where there is room for all
/// reports, a third one with the date and what it is in dispute over or tells alone.
pub fn rows(state: &State) -> usize {
    let room = state.geometry.rows(Focus::List);
    let entries = 3 * state.articles.len() + state.list.order.heads();
    let roomy = state.left_to_load == 0 && entries + 2 <= room;
    if roomy { 3 } else { 2 }
}

/// Takes a step in the list.
pub fn go(state: &mut State, step: Step) {
    let rows = state.geometry.rows(Focus::List) / rows(state);
    let place = state.list.order.place(state.list.selected);
    let place = step.in_list(place, state.articles.len(), rows);
    state.list.selected = state.list.order.report(place);
}

/// Keeps the selected report in view.
pub fn settle(state: &mut State) {
    let (room, rows) = (state.geometry.rows(Focus::List), rows(state));
    let list = &mut state.list;
    list.selected = list.selected.min(state.articles.len().saturating_sub(1));
    let place = list.order.place(list.selected);
    list.top = list.top.min(place).max((place + 1).saturating_sub((room / rows).max(1)));
    let height = |place: usize| rows + usize::from(list.order.head(place).is_some());
    let mut taken: usize = (list.top..=place).map(height).sum();
    while list.top < place && taken > room {
        taken -= height(list.top);
        list.top += 1;
    }
}

/// The report whose entry is at a row of the pane.
pub fn report_at(state: &State, row: usize) -> Option<usize> {
    let order = &state.list.order;
    let mut above = 0;
    for place in state.list.top..state.articles.len() {
        let head = usize::from(order.head(place).is_some());
        if row < above + head {
            return None;
        }
        above += head + rows(state);
        if row < above {
            return Some(order.report(place));
        }
    }
    None
}

/// Enter: opens what the cursor is on, wherever that is.
pub fn open(state: &mut State, _: Count) {
    match (state.view, state.focus) {
        (View::Reading, Focus::List) => open_selected(state),
        (View::Reading, Focus::Side) => side::open(state),
        (View::Notebook, _) => shelf::enter(state),
        (View::Matrix, _) => matrix::enter(state),
        (View::Reading, Focus::Report(_)) | (View::Help | View::Card, _) => {}
    }
}

fn open_selected(state: &mut State) {
    if state.articles.is_empty() {
        return;
    }
    moving::leave(state);
    panes::show(state, ArticleId(state.list.selected as u32));
}
