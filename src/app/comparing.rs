//! The claims of the reports against each other: the data for strip, facts, matrix and card.
//!
//! Here: taking in what the worker found ([`arrived`]) and how much room the strip wants
//! ([`strip_rows`]). Commands that walk disagreements (`]c`, `]s`, `x`, `d`, `=`) belong here.

use std::sync::Arc;

use crate::compare::Comparison;
use crate::facts::Reading;

use super::action::Effect;
use super::state::State;

/// Asks for a comparison of all reports, once they are all there.
pub fn ask(state: &mut State) {
    if state.left_to_load == 0 && !state.articles.is_empty() {
        let articles = Arc::clone(&state.articles);
        state.ask(Effect::Compare(articles));
    }
}

/// Takes in the claims and what they say of each other; `readings[i]` is of `articles[i]`.
pub fn arrived(state: &mut State, readings: Arc<Vec<Reading>>, comparison: Arc<Comparison>) {
    state.readings = readings;
    state.comparison = Some(comparison);
}

/// Rows that the strip takes at the top of the screen; it stands only when there is something.
pub fn strip_rows(_state: &State) -> u16 {
    0
}
