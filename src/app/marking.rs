//! `!`: two facts that disagree and were not raised, and what they are about.

use crate::compare::{Claim, Disagreement, Verdict};
use crate::notebook::take;
use crate::text::fold;

use super::commands::Count;
use super::correcting::{fact_meant, nothing, surface};
use super::notice::Notice;
use super::prompt::{Prompt, Purpose};
use super::state::State;
use super::{comparing, keeping};

/// `!`: this fact and the next one that is marked so disagree; on the same fact again: never mind.
pub fn mark(state: &mut State, _: Count) {
    let Some(claim) = fact_meant(state) else { return nothing(state) };
    let words = surface(state, claim);
    match state.correcting.first.take() {
        None => {
            state.correcting.first = Some(claim);
            state.tell(Notice::new("missed-first").words("words", words));
        }
        Some(first) if first == claim => state.tell(Notice::new("missed-not")),
        Some(first) if told_already(state, [first, claim]) => {
            state.tell(Notice::new("missed-known"));
        }
        Some(first) => {
            let both = [first, claim];
            let [one, other] = both.map(|claim| topic(state, claim));
            if one.is_none() && other.is_none() {
                // Nothing says what the two are about: the reader does.
                state.correcting.pair = Some(both);
                state.prompt = Some(Prompt::new(Purpose::Title));
                return;
            }
            keep(state, both, one, None);
        }
    }
}

/// The key of a claim's topic, where it has one.
fn topic(state: &State, claim: Claim) -> Option<String> {
    let key = comparing::fact_of(state, claim).map(|fact| fact.topic.key.to_string());
    key.filter(|key| !key.is_empty())
}

/// Takes the title of a disagreement that has no topic; without one it is kept too.
pub fn titled(state: &mut State, title: &str) {
    let Some(both) = state.correcting.pair.take() else { return };
    let label = Some(title.trim().to_owned()).filter(|title| !title.is_empty());
    let topic = label.as_ref().map(|label| format!("reader:{}", fold(label)));
    keep(state, both, topic, label);
}

fn keep(state: &mut State, both: [Claim; 2], topic: Option<String>, label: Option<String>) {
    let called = (topic, label);
    match take::missed(keeping::open(state), &both, called, keeping::moment(state)) {
        Some(bookmark) => keeping::add(state, bookmark),
        None => nothing(state),
    }
}

/// Whether the two stand against each other in a contradiction that is shown.
fn told_already(state: &State, both: [Claim; 2]) -> bool {
    let Some(comparison) = &state.comparison else { return false };
    let shown = state.comparing.disputed.iter().filter_map(|at| comparison.disagreements.get(*at));
    let side = |one: &Disagreement, claim: Claim| {
        one.positions.iter().position(|position| position.claims.contains(&claim))
    };
    shown.filter(|one| one.verdict == Verdict::Contradiction).any(|one| {
        let [first, other] = both.map(|claim| side(one, claim));
        first.is_some() && other.is_some() && first != other
    })
}
