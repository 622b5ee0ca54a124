//! Searching while the words are still being typed: hits light up and are counted, the report that
//! is read shows the first of them, and Esc puts everything back.
//!
//! Only open reports move: to one that is not open leads Enter, as in `searching::start`.

use crate::text::Span;

use super::flow::Place;
use super::pane::Pane;
use super::searching::{self, Search};
use super::state::State;

/// How the panes stood before the first letter, and what was searched then.
#[derive(Clone, Debug)]
pub struct Home {
    panes: Vec<Stand>,
    search: Search,
}

/// Where one pane stood.
#[derive(Clone, Copy, Debug)]
struct Stand {
    cursor: u32,
    goal: Option<u16>,
    top: Place,
    top_offset: u32,
}

impl Stand {
    fn of(pane: &Pane) -> Self {
        let Pane { cursor, goal, top, top_offset, .. } = *pane;
        Self { cursor, goal, top, top_offset }
    }

    fn restore(self, pane: &mut Pane) {
        (pane.cursor, pane.goal) = (self.cursor, self.goal);
        (pane.top, pane.top_offset) = (self.top, self.top_offset);
    }
}

/// The words have changed.
pub fn typed(state: &mut State, words: &str) {
    let home = state.search.home.take().unwrap_or_else(|| {
        let panes = state.panes.iter().map(Stand::of).collect();
        Box::new(Home { panes, search: state.search.clone() })
    });
    state.search.home = Some(home);
    searching::seek(state, words.trim());
    if words.trim().is_empty() {
        stand(state);
    }
}

/// Shows the first hit after the place where the reader was, in this report or else in one that
/// is open beside it.
pub fn preview(state: &mut State) {
    let hit = |pane: &Pane, from: u32| {
        let hits: &[Span] = state.search.in_article(pane.article);
        hits.iter().find(|hit| hit.end > from).or(hits.first()).map(|hit| hit.start)
    };
    let Some(home) = &state.search.home else { return };
    let from = |at: usize| home.panes.get(at).map_or(0, |stand| stand.cursor);
    let mut own = std::iter::once(state.report).chain(0..state.panes.len());
    let found = own.find_map(|at| Some((at, hit(state.panes.get(at)?, from(at))?)));
    stand(state);
    if let Some((at, offset)) = found
        && let Some(pane) = state.panes.get_mut(at)
    {
        pane.cursor = offset;
        pane.goal = None;
    }
}

/// Puts the panes back where they stood.
fn stand(state: &mut State) {
    let Some(home) = &state.search.home else { return };
    for (pane, stand) in state.panes.iter_mut().zip(&home.panes) {
        stand.restore(pane);
    }
}

/// Esc: everything as it was before the first letter.
pub fn cancel(state: &mut State) {
    stand(state);
    if let Some(home) = state.search.home.take() {
        let generation = state.search.generation + 1;
        let again = home.search.left > 0;
        state.search = Search { generation, ..home.search };
        if again {
            searching::again(state);
        }
    }
}

/// Enter: the panes stand where they stood, ready for the jump to the first hit. Whether these
/// words are the ones being searched already.
pub fn accept(state: &mut State, words: &str) -> bool {
    stand(state);
    let sought = state.search.home.take().is_some();
    sought && state.search.words == words
}
