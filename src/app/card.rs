//! The card: one claim or one disagreement in full. What it shows is worded by `ui/card`.

use crate::compare::Claim;
use crate::facts::FactId;

use super::commands::Count;
use super::moving::Step;
use super::notice::Notice;
use super::state::{State, View};
use super::{claims, comparing};

/// What the card is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// A disagreement, by its place in the comparison.
    Disagreement(usize),
    /// A claim that is in no disagreement.
    Claim(Claim),
}

/// Where the card stands.
#[derive(Clone, Copy, Debug, Default)]
pub struct Card {
    /// `None` until a card was opened.
    pub about: Option<About>,
    /// Lines scrolled over.
    pub top: usize,
}

/// `c`: the disagreement or the fact under the cursor, else the disagreement in the strip.
pub fn open(state: &mut State, _: Count) {
    let about = under_cursor(state).or_else(|| {
        let at = state.comparing.disputed.get(state.comparing.at)?;
        Some(About::Disagreement(*at))
    });
    match about {
        Some(about) => {
            state.card = Card { about: Some(about), top: 0 };
            state.show(View::Card);
        }
        None => state.tell(Notice::new("no-claim-here")),
    }
}

/// Takes a step on a card of so many rows: no further than to its last one.
pub fn go(state: &mut State, step: Step, rows: usize) {
    let shown = usize::from(state.geometry.body.below(1).height);
    state.card.top = step.in_list(state.card.top, furthest(rows, shown) + 1, shown);
}

/// The most rows that are scrolled over: the last one is in view then.
pub fn furthest(rows: usize, shown: usize) -> usize {
    rows.saturating_sub(shown)
}

fn under_cursor(state: &State) -> Option<About> {
    let article = state.pane()?.article;
    let (at, _) = claims::under_cursor(state)?;
    let claim = Claim { article, fact: FactId(at as u32) };
    let comparison = state.comparison.as_ref();
    let disputed = comparison.and_then(|comparison| {
        let here = comparing::current(state).filter(|one| one.members().any(|it| it == claim));
        let all = &comparison.disagreements;
        match here {
            Some(here) => all.iter().position(|one| std::ptr::eq(one, here)),
            None => all.iter().position(|one| one.members().any(|it| it == claim)),
        }
    });
    Some(disputed.map_or(About::Claim(claim), About::Disagreement))
}
