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
    let roomy = state.left_to_load == 0 && 3 * state.articles.len() + 2 <= room;
    if roomy { 3 } else { 2 }
}

/// Takes a step in the list.
pub fn go(state: &mut State, step: Step) {
    let rows = state.geometry.rows(Focus::List) / rows(state);
    state.list.selected = step.in_list(state.list.selected, state.articles.len(), rows);
}

/// Keeps the selected report in view.
pub fn settle(state: &mut State) {
    let rows = (state.geometry.rows(Focus::List) / rows(state)).max(1);
    let list = &mut state.list;
    list.selected = list.selected.min(state.articles.len().saturating_sub(1));
    list.top = list.top.min(list.selected);
    list.top = list.top.max((list.selected + 1).saturating_sub(rows));
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
