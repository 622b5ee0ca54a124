//! The facts of the report that is read: walking them in the text (`]f [f`, `]q [q`) and listing
//! them by kind in the side pane.
//!
//! Figures that no grammar understood are walked and counted like the others: trust needs to know
//! what was not read.

use crate::compare::Disagreement;
use crate::facts::{Fact, Kind, Reading};
use crate::text::{InOrder, Span};

use super::commands::Count;
use super::comparing;
use super::jumps::Spot;
use super::moving::{self, times};
use super::notice::Notice;
use super::side::{self, Row};
use super::state::{Focus, State};

/// What was read in the report that is read.
pub fn reading(state: &State) -> Option<&Reading> {
    let article = state.pane()?.article;
    state.readings.get(article.0 as usize)
}

/// The fact under the cursor: where several overlap, one of those that the strip is about, else the
/// one with the fewest words.
pub fn under_cursor(state: &State) -> Option<(usize, &Fact)> {
    let pane = state.pane()?;
    let topic: Vec<usize> = comparing::current(state)
        .into_iter()
        .flat_map(Disagreement::members)
        .filter(|claim| claim.article == pane.article)
        .map(|claim| claim.fact.0 as usize)
        .collect();
    let facts = reading(state)?.facts.iter().enumerate();
    let here = facts.filter(|(_, fact)| fact.span.contains(pane.cursor));
    here.min_by_key(|(at, fact)| (!topic.contains(at), fact.span.len()))
}

/// Facts that were understood, and figures that were not.
pub fn counts(reading: &Reading) -> (usize, usize) {
    let unread = reading.facts.iter().filter(|fact| fact.kind == Kind::Unread).count();
    (reading.facts.len() - unread, unread)
}

/// `]f`: so many facts on from the cursor, in text order.
pub fn next(state: &mut State, count: Count) {
    walk(state, times(count), (facts, |_, _| Notice::new("fact-place")));
}

/// `[f`: so many facts back.
pub fn previous(state: &mut State, count: Count) {
    walk(state, -times(count), (facts, |_, _| Notice::new("fact-place")));
}

/// `]q`: so many quotations on; says who speaks, where that is known.
pub fn next_quote(state: &mut State, count: Count) {
    walk(state, times(count), (quotes, quotation));
}

/// `[q`: so many quotations back.
pub fn previous_quote(state: &mut State, count: Count) {
    walk(state, -times(count), (quotes, quotation));
}

/// Who says the quotation that begins there.
fn quotation(state: &State, offset: u32) -> Notice {
    let quotes = reading(state).map_or(&[][..], |reading| &reading.quotes);
    let quote = quotes.iter().find(|quote| quote.span.start == offset);
    match quote.and_then(|quote| quote.speaker.as_ref()) {
        Some(speaker) => Notice::new("quote-spoken").words("speaker", speaker.name.clone()),
        None => Notice::new("quote-place"),
    }
}

fn facts(reading: &Reading) -> Vec<Span> {
    reading.facts.iter().map(|fact| fact.span).collect()
}

fn quotes(reading: &Reading) -> Vec<Span> {
    reading.quotes.iter().map(|quote| quote.span).collect()
}

/// What is walked, and the message that says how far one has come.
type Walk = (fn(&Reading) -> Vec<Span>, fn(&State, u32) -> Notice);

/// So many places on in the text of this report, and says which of how many; at its end, says so.
fn walk(state: &mut State, by: isize, (places, place): Walk) {
    let Some(here) = moving::here(state) else { return };
    let mut starts: Vec<u32> =
        reading(state).map(places).unwrap_or_default().into_iter().map(|span| span.start).collect();
    starts.sort_unstable();
    starts.dedup();
    let after = starts.partition_point(|start| *start <= here.offset);
    let before = starts.partition_point(|start| *start < here.offset);
    let to = if by > 0 { after.checked_add_signed(by - 1) } else { before.checked_add_signed(by) };
    match to.and_then(|to| Some((to, *starts.get(to)?))) {
        Some((to, offset)) => {
            moving::arrive(state, Spot { offset, ..here });
            let notice = place(state, offset);
            state.tell(notice.number("at", to + 1).number("of", starts.len()));
        }
        None => state.tell(Notice::new("no-more-claims")),
    }
}

/// `f`: the facts beside the report, or its outline.
pub fn toggle(state: &mut State, _: Count) {
    state.side.kind = match state.side.kind {
        side::Kind::Outline => side::Kind::Facts,
        side::Kind::Facts => side::Kind::Outline,
    };
    state.options.beside.side = true;
}

/// `F`: only facts of the next kind that the report has; after the last, all of them.
pub fn filter(state: &mut State, _: Count) {
    let mut kinds: Vec<Kind> =
        reading(state).map(|r| r.facts.iter().map(|fact| fact.kind).collect()).unwrap_or_default();
    kinds.sort_unstable();
    kinds.dedup();
    let next = match state.side.only {
        None => kinds.first(),
        Some(now) => kinds.iter().find(|kind| **kind > now),
    };
    state.side.only = next.copied();
    state.side.kind = side::Kind::Facts;
    state.options.beside.side = true;
}

/// The facts the side pane lists: places in the reading, by kind, then in text order.
pub fn listed(state: &State) -> Vec<usize> {
    let Some(reading) = reading(state) else { return Vec::new() };
    let mut all: Vec<usize> = (0..reading.facts.len()).collect();
    let fact = |at: &usize| reading.facts.get(*at);
    if let Some(only) = state.side.only {
        all.retain(|at| fact(at).is_some_and(|fact| fact.kind == only));
    }
    all.put_in_order_of(|at| fact(at).map(|fact| (fact.kind, fact.span)));
    all
}

/// The listed facts under the headings of their kinds.
pub fn rows(state: &State, listed: &[usize]) -> Vec<Row> {
    let Some(reading) = reading(state) else { return Vec::new() };
    let kind = |at: &usize| reading.facts.get(*at).map(|fact| fact.kind);
    let mut rows = Vec::with_capacity(listed.len() + 20);
    let mut place = 0;
    for group in listed.chunk_by(|one, other| kind(one) == kind(other)) {
        rows.extend(group.first().and_then(kind).map(|kind| Row::Kind(kind, group.len())));
        rows.extend((place..place + group.len()).map(Row::Fact));
        place += group.len();
    }
    rows
}

/// The listed fact under the cursor, else the last one before it.
pub fn follow(state: &State, listed: &[usize]) -> usize {
    let Some(reading) = reading(state) else { return 0 };
    let Some(cursor) = state.pane().map(|pane| pane.cursor) else { return 0 };
    let before = |at: &usize| {
        let span = reading.facts.get(*at).map(|fact| fact.span);
        span.filter(|span| span.start <= cursor).map(|span| span.start)
    };
    let under = under_cursor(state).map(|(at, _)| at);
    if let Some(place) = listed.iter().position(|at| Some(*at) == under) {
        return place;
    }
    let known = listed.iter().enumerate().filter_map(|(place, at)| Some((before(at)?, place)));
    known.max_by_key(|(start, _)| *start).map_or(0, |(_, place)| place)
}

/// Enter in the side pane: to the evidence.
pub fn open(state: &mut State) {
    let at = state.side.facts.get(state.side.selected).copied();
    let spot = at.and_then(|at| {
        let fact = reading(state)?.facts.get(at)?;
        Some(Spot { article: state.pane()?.article, offset: fact.span.start })
    });
    if let Some(spot) = spot {
        moving::jump(state, spot);
        state.focus = Focus::Report(state.report);
    }
}
