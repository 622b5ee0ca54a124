//! One claim from report to report (`]s [s`): who makes it next, and who does not mention it.

use crate::article::{Article, ArticleId};
use crate::compare::{Claim, Disagreement};

use super::commands::Count;
use super::comparing::{current, event_of, fact_of, same_event, told_apart};
use super::jumps::Spot;
use super::locking;
use super::moving::{self, times};
use super::notice::Notice;
use super::state::State;

/// `]s`
pub fn next_source(state: &mut State, count: Count) {
    other_source(state, times(count));
}

/// `[s`
pub fn previous_source(state: &mut State, count: Count) {
    other_source(state, -times(count));
}

/// The claims that speak of the same thing as the words under the cursor: of the disputed topic
/// there, of the topic of the fact there, else of the topic that the strip shows.
pub fn same_claims(state: &State) -> Vec<Claim> {
    let here = moving::here(state);
    let under = here.and_then(|spot| topic_at(state, spot));
    if let Some(claims) = under {
        return claims;
    }
    current(state).map(|one| one.members().collect()).unwrap_or_default()
}

fn topic_at(state: &State, spot: Spot) -> Option<Vec<Claim>> {
    let comparison = state.comparison.as_ref()?;
    let reading = state.readings.get(spot.article.0 as usize)?;
    let at = reading.facts.iter().position(|fact| fact.span.contains(spot.offset))?;
    let claim = Claim { article: spot.article, fact: crate::facts::FactId(at as u32) };
    let holds = |claims: &[Claim]| claims.contains(&claim);
    let subject = comparison.subjects.iter().find(|subject| holds(&subject.claims));
    let disputed = comparison
        .disagreements
        .iter()
        .find(|one| one.positions.iter().any(|position| holds(&position.claims)));
    disputed
        .map(|one| one.members().collect())
        .or_else(|| subject.map(|subject| subject.claims.clone()))
}

/// Goes to the same claim in the next report that makes it, and says which ones are silent.
fn other_source(state: &mut State, by: isize) {
    let mut claims = same_claims(state);
    claims.sort_unstable();
    let Some(here) = moving::here(state).filter(|_| !claims.is_empty()) else {
        return state.tell(Notice::new("no-claim-here"));
    };
    let count = state.articles.len().cast_signed();
    let mut at = here.article.0 as usize;
    let mut silent = Vec::new();
    for _ in 1..count {
        at = (at.cast_signed() + by.signum()).rem_euclid(count).cast_unsigned();
        if let Some(claim) = claims.iter().find(|claim| claim.article.0 as usize == at) {
            let offset = fact_of(state, *claim).map_or(0, |fact| fact.span.start);
            let there = Spot { article: claim.article, offset };
            moving::jump(state, there);
            locking::pivot(state, vec![here, there]);
            return tell(state, &claims, at, &silent);
        }
        if same_event(state, here.article, ArticleId(at as u32)) {
            silent.push(at);
        }
    }
    state.tell(Notice::new("only-here"));
}

/// A report as the list has it: its number, and its outlet, else its title, else its file.
fn called(state: &State, at: usize) -> (usize, String) {
    let name = state.articles.get(at).and_then(Article::called);
    (at + 1, name.unwrap_or_default())
}

/// The reports of the event that do not speak of a topic: a report of another event is not silent about
/// this one.
pub fn silent_on(state: &State, topic: &Disagreement) -> Vec<ArticleId> {
    let Some(first) = topic.members().next() else { return Vec::new() };
    let mut speaking: Vec<ArticleId> = topic.members().map(|claim| claim.article).collect();
    speaking.sort_unstable();
    let event = event_of(state, first.article).unwrap_or_default().iter().copied();
    let speaks = |id: ArticleId| speaking.binary_search(&id).is_ok();
    event.filter(|id| !speaks(*id) && told_apart(state, *id, first).is_none()).collect()
}

/// Says which of the reports that make the claim this is, and which on the way do not mention it.
fn tell(state: &mut State, claims: &[Claim], at: usize, silent: &[usize]) {
    let mut tellers: Vec<usize> = claims.iter().map(|claim| claim.article.0 as usize).collect();
    tellers.dedup();
    let before = tellers.iter().filter(|teller| **teller < at).count();
    let message = if silent.is_empty() { "source-place" } else { "source-place-past" };
    let notice = Notice::new(message)
        .reports("here", vec![called(state, at)])
        .number("at", before + 1)
        .number("of", tellers.len())
        .reports("sources", silent.iter().map(|at| called(state, *at)).collect());
    state.tell(notice);
}
