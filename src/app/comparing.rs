//! The claims of the reports against each other: walking the disagreements, evidence in the texts.
//!
//! Here: taking in what the worker found ([`arrived`]), the walk over the disputed topics
//! (`]c [c`), and what the panes light up ([`Evidence`]). How it looks: `ui/strip`, `ui/report`. The
//! card, the matrix and the walk over one claim from report to report have files of their own.

use std::collections::HashMap;
use std::sync::Arc;

use crate::article::{ArticleId, Language};
use crate::compare::{Claim, Comparison, Disagreement, Position, Verdict, folded};
use crate::facts::{Fact, FactId, Mode, Reading};
use crate::text::{InOrder, Span};

use super::action::Effect;
use super::card::About;
use super::commands::Count;
use super::jumps::Spot;
use super::locking;
use super::matrix;
use super::moving::{self, times};
use super::notice::Notice;
use super::state::{State, View};
use super::{order, panes, sources};

/// Words in one report that a disagreement rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Evidence {
    pub span: Span,
    pub verdict: Verdict,
    /// Which of the disputed topics, counted from 0 in order of weight.
    pub topic: usize,
    /// Which of its values, counted from 0.
    pub value: usize,
}

/// What is remembered of the comparison between frames.
#[derive(Clone, Debug, Default)]
pub struct Comparing {
    /// The disputed topic that the strip shows, counted from 0 in order of weight.
    pub at: usize,
    /// Its name, by which it is found again in a new comparison.
    topic: Option<String>,
    /// How many of them the reader marked.
    own: usize,
    /// The disputed topics: their places in [`Comparison::disagreements`].
    pub disputed: Vec<usize>,
    /// Differences of precision that are part of a heavier one, by the place of that: they are
    /// told with it.
    parts: HashMap<usize, Vec<usize>>,
    /// The evidence of each report, in text order.
    evidence: HashMap<ArticleId, Vec<Evidence>>,
    /// The reports that are silent on a topic, which comes with its place; none until it is shown.
    silent: Option<(usize, Vec<ArticleId>)>,
    /// For each report: topics it is in dispute over, and what it alone tells.
    counts: HashMap<ArticleId, (usize, usize)>,
}

impl Comparing {
    fn new(readings: &[Reading], comparison: &Comparison, disputed: Vec<usize>) -> Self {
        let mut made = Self { disputed, ..Self::default() };
        for (topic, at) in made.disputed.iter().enumerate() {
            let Some(disagreement) = comparison.disagreements.get(*at) else { continue };
            for (value, position) in disagreement.positions.iter().enumerate() {
                for claim in &position.claims {
                    let Some(fact) = fact(readings, *claim) else { continue };
                    let verdict = disagreement.verdict;
                    let evidence = Evidence { span: fact.span, verdict, topic, value };
                    made.evidence.entry(claim.article).or_default().push(evidence);
                }
            }
        }
        made.count(comparison);
        for list in made.evidence.values_mut() {
            list.put_in_order_of(|evidence| (evidence.span, evidence.topic, evidence.value));
            list.shrink_to_fit();
        }
        made
    }

    fn count(&mut self, comparison: &Comparison) {
        for (article, list) in &self.evidence {
            // A name in two spellings, or an arrival the day before, is in nobody's dispute.
            let dispute = |evidence: &&Evidence| {
                !matches!(evidence.verdict, Verdict::VariantSpelling | Verdict::Compatible)
            };
            let mut topics: Vec<usize> =
                list.iter().filter(dispute).map(|evidence| evidence.topic).collect();
            topics.sort_unstable();
            topics.dedup();
            self.counts.entry(*article).or_default().0 = topics.len();
        }
        for claim in &comparison.single_source {
            self.counts.entry(claim.article).or_default().1 += 1;
        }
    }

    /// The evidence of a report that overlaps a part of its text, in text order.
    pub fn evidence(&self, article: ArticleId, window: Span) -> impl Iterator<Item = &Evidence> {
        let all = self.evidence.get(&article).map(Vec::as_slice).unwrap_or_default();
        all.iter()
            .take_while(move |evidence| evidence.span.start < window.end)
            .filter(move |evidence| evidence.span.overlaps(window))
    }

    /// The reports of the event that say nothing of the topic at hand, in order.
    pub fn silent(&self) -> &[ArticleId] {
        self.silent.as_ref().map_or(&[], |(_, silent)| silent)
    }

    /// Topics the report is in dispute over, and claims that it alone makes.
    pub fn counts(&self, article: ArticleId) -> (usize, usize) {
        self.counts.get(&article).copied().unwrap_or_default()
    }
}

/// The disagreements a reader walks: all but those that turned out compatible, conflicts first.
fn disputed(comparison: &Comparison) -> Vec<usize> {
    let order = |verdict: Verdict| match verdict {
        Verdict::Contradiction => 0,
        Verdict::UpdateOverTime => 1,
        Verdict::DifferentPrecision => 2,
        Verdict::VariantSpelling => 3,
        Verdict::Compatible => 4,
    };
    let mut all: Vec<usize> = (0..comparison.disagreements.len()).collect();
    let verdict = |at: &usize| comparison.disagreements.get(*at).map(|one| one.verdict);
    all.retain(|at| comparison.disagreements.get(*at).is_some_and(Disagreement::is_worth_a_look));
    all.put_in_order_of(|at| verdict(at).map_or(4, order));
    all
}

fn fact(readings: &[Reading], claim: Claim) -> Option<&Fact> {
    readings.get(claim.article.0 as usize)?.facts.get(claim.fact.0 as usize)
}

/// Why there is nothing to show, by the name of its message.
pub fn nothing(state: &State) -> &'static str {
    let understood = state.readings.iter().any(|reading| !reading.facts.is_empty());
    let events = state.comparison.as_ref().map_or(1, |all| all.events.len());
    match state.articles.len() {
        _ if !understood || !any_arabic(state) => "nothing-understood",
        1 => "one-report-alone",
        count if events == count => "report-all-apart",
        _ => "no-conflicts",
    }
}

fn any_arabic(state: &State) -> bool {
    state.articles.iter().any(|article| article.language == Language::Arabic)
}

/// Asks for a comparison of all reports, once they are all there.
pub fn ask(state: &mut State) {
    if state.left_to_load == 0 && !state.articles.is_empty() {
        let articles = Arc::clone(&state.articles);
        let corrections = Arc::clone(&state.correcting.told);
        state.ask(Effect::Compare { articles, corrections });
    }
}

/// Takes in the claims and what they say of each other; `readings[i]` is of `articles[i]`.
pub fn arrived(state: &mut State, readings: Arc<Vec<Reading>>, comparison: Arc<Comparison>) {
    state.readings = readings;
    let events = |state: &State| state.comparison.as_ref().map_or(1, |all| all.events.len());
    let before = events(state);
    state.comparison = Some(comparison);
    leave_out(state);
    order::arrange(state);
    let now = events(state);
    if now > 1 && now != before && state.notice.is_none() {
        state.tell(Notice::new("report-events").number("n", now));
    } else if !any_arabic(state) && state.notice.is_none() {
        state.tell(Notice::new("nothing-understood"));
    }
}

/// Computes the disputed topics anew, without those that the reader set aside.
pub fn leave_out(state: &mut State) {
    let Some(comparison) = state.comparison.clone() else { return };
    let aside = |at: &usize| {
        let one = comparison.disagreements.get(*at);
        one.is_some_and(|one| super::keeping::is_aside(state, one))
    };
    let mut disputed = disputed(&comparison);
    disputed.retain(|at| !aside(at));
    let parts = fold(&comparison, &mut disputed);
    let at = stays(state, &comparison, &disputed);
    let one = |at: &usize| comparison.disagreements.get(*at);
    let own = disputed.iter().filter_map(one).filter(|one| is_own(one)).count();
    let topic = disputed.get(at).and_then(one).map(|one| one.topic.clone());
    let made = Comparing::new(&state.readings, &comparison, disputed);
    state.comparing = Comparing { at, topic, own, parts, ..made };
    matrix::renew(state);
}

/// Takes out what is part of a heavier difference, and gives it by the place of that.
fn fold(comparison: &Comparison, disputed: &mut Vec<usize>) -> HashMap<usize, Vec<usize>> {
    let all = disputed.iter().filter_map(|at| comparison.disagreements.get(*at));
    let wholes = folded::wholes(&all.collect::<Vec<_>>());
    let mut parts: HashMap<usize, Vec<usize>> = HashMap::new();
    for (at, whole) in disputed.iter().zip(&wholes) {
        if let Some(whole) = whole.and_then(|whole| disputed.get(whole)) {
            parts.entry(*whole).or_default().push(*at);
        }
    }
    let mut whole = wholes.iter().map(Option::is_none);
    disputed.retain(|_| whole.next().unwrap_or(true));
    parts
}

/// The differences of precision that are told with a disagreement, both by their places.
pub fn parts(state: &State, at: usize) -> impl Iterator<Item = &Disagreement> {
    let parts = state.comparing.parts.get(&at).map(Vec::as_slice).unwrap_or_default();
    let comparison = state.comparison.as_ref();
    parts.iter().filter_map(move |part| comparison?.disagreements.get(*part))
}

/// Where the strip stands now: at the topic it showed before, or at one that the reader has just
/// marked.
fn stays(state: &State, comparison: &Comparison, disputed: &[usize]) -> usize {
    let of = |at: &usize| comparison.disagreements.get(*at);
    let own = |one: &&Disagreement| is_own(one);
    let marked = disputed.iter().filter_map(of).filter(own).count();
    let known = state.comparing.own;
    let place = if marked > known {
        disputed.iter().position(|at| of(at).is_some_and(is_own))
    } else {
        let topic = state.comparing.topic.as_ref().filter(|_| state.walking.is_some());
        topic.and_then(|topic| {
            disputed.iter().position(|at| of(at).is_some_and(|one| one.topic == *topic))
        })
    };
    place.unwrap_or(state.comparing.at).min(disputed.len().saturating_sub(1))
}

/// The strip shows the topic again, where it is disputed.
pub fn go_to(state: &mut State, topic: &str) {
    let Some(comparison) = &state.comparison else { return };
    let is = |at: &usize| comparison.disagreements.get(*at).is_some_and(|one| one.topic == *topic);
    if let Some(at) = state.comparing.disputed.iter().position(is) {
        state.comparing.at = at;
        state.comparing.topic = Some(topic.to_owned());
        state.walking = Some(at);
    }
}

/// Whether the reader marked it, and the rules did not find it.
pub fn is_own(one: &Disagreement) -> bool {
    one.reason.rule == "reader_missed"
}

/// Rows that the strip takes at the top of the screen; it stands only when there is something.
pub fn strip_rows(state: &State) -> u16 {
    match state.size.1 {
        _ if state.comparing.disputed.is_empty() => 0,
        ..20 => 1,
        _ => 2,
    }
}

/// The disputed topic that the strip shows.
pub fn current(state: &State) -> Option<&Disagreement> {
    let at = *state.comparing.disputed.get(state.comparing.at)?;
    state.comparison.as_ref()?.disagreements.get(at)
}

/// The place among the disputed topics of the one on the card, else of the one in the strip.
pub fn looked_at(state: &State) -> Option<usize> {
    let disputed = &state.comparing.disputed;
    match (state.view, state.card.about) {
        (View::Card, Some(About::Disagreement(card))) => disputed.iter().position(|at| *at == card),
        _ => Some(state.comparing.at).filter(|at| *at < disputed.len()),
    }
}

/// The fact of a claim.
pub fn fact_of(state: &State, claim: Claim) -> Option<&Fact> {
    fact(&state.readings, claim)
}

/// What a report tells of the topic of a claim, where it was not set against what the others tell: it is
/// of another time, thing or kind as far as the report says. Who tells it is not silent.
pub fn told_apart(state: &State, article: ArticleId, like: Claim) -> Option<Claim> {
    let key = &fact_of(state, like)?.topic.key;
    let facts = &state.readings.get(article.0 as usize)?.facts;
    // What is planned or asked is told as such on its card, and in a cell it would read as done.
    let at = facts.iter().position(|fact| fact.topic.key == *key && fact.mode == Mode::Fact)?;
    Some(Claim { article, fact: FactId(at as u32) })
}

/// Finds who is silent on the topic at hand, once for each topic: an event may have thousands of reports.
pub fn settle(state: &mut State) {
    let at = state.comparing.at;
    if state.comparing.silent.as_ref().is_none_or(|(of, _)| *of != at) {
        state.comparing.silent = Some((at, silent(state)));
    }
}

/// The reports that are silent on the topic at hand.
fn silent(state: &State) -> Vec<ArticleId> {
    current(state).map(|topic| sources::silent_on(state, topic)).unwrap_or_default()
}

pub fn next(state: &mut State, count: Count) {
    step(state, times(count));
}

pub fn previous(state: &mut State, count: Count) {
    step(state, -times(count));
}

/// So many disputed topics on, round the end; every pane moves to its evidence. The first step
/// goes to the topic that the strip shows already.
fn step(state: &mut State, by: isize) {
    let count = state.comparing.disputed.len();
    if count == 0 {
        let name = if state.comparison.is_some() { nothing(state) } else { "comparing" };
        return state.tell(Notice::new(name));
    }
    let walking = state.walking.is_some();
    let by = if walking { by } else { by - by.signum() };
    let at = state.comparing.at.cast_signed() + by;
    state.comparing.at = at.rem_euclid(count.cast_signed()).cast_unsigned();
    show(state);
}

/// Moves every pane to its evidence of the present topic, and shows a report of each side as far as there
/// are panes. The focus stays, unless its report is silent and another pane has evidence.
pub fn show(state: &mut State) {
    state.walking = Some(state.comparing.at);
    state.comparing.topic = current(state).map(|one| one.topic.clone());
    moving::leave(state);
    bring_sides(state);
    let topic = state.comparing.at;
    let mut silent = true;
    let mut spots = Vec::new();
    for pane in &mut state.panes {
        let all = state.comparing.evidence.get(&pane.article);
        let first = all.and_then(|all| all.iter().find(|evidence| evidence.topic == topic));
        if let Some(evidence) = first {
            pane.cursor = evidence.span.start;
            pane.goal = None;
            silent = false;
            spots.push(Spot { article: pane.article, offset: evidence.span.start });
        }
    }
    locking::pivot(state, spots);
    if silent && let Some(spot) = first_evidence(state) {
        moving::arrive(state, spot);
    }
}

/// Puts a report of each side that no pane shows into a pane that is not needed: one that is silent on the
/// topic, or one whose sides other panes show as well.
fn bring_sides(state: &mut State) {
    let Some(topic) = current(state) else { return };
    let reports = |position: &Position| position.claims.iter().map(|claim| claim.article).collect();
    let sides: Vec<Vec<ArticleId>> = topic.positions.iter().map(reports).collect();
    for side in &sides {
        let open: Vec<ArticleId> = state.panes.iter().map(|pane| pane.article).collect();
        if open.len() < 2 || side.iter().any(|one| open.contains(one)) {
            continue;
        }
        let told = |side: &[ArticleId]| open.iter().filter(|one| side.contains(one)).count();
        let own = |one: ArticleId| sides.iter().filter(move |side| side.contains(&one));
        let spare = open.iter().enumerate().rev();
        let spare = spare.filter(|(_, one)| own(**one).all(|side| told(side) > 1));
        let spare = spare.min_by_key(|(at, one)| (own(**one).count() > 0, *at == state.report));
        if let (Some((at, _)), Some(article)) = (spare, side.first()) {
            panes::set(state, at, *article);
        }
    }
}

/// Where the present topic is told first.
fn first_evidence(state: &State) -> Option<Spot> {
    let claim = current(state)?.members().next()?;
    let offset = fact_of(state, claim)?.span.start;
    Some(Spot { article: claim.article, offset })
}

/// Whether two reports are of one event, so that the silence of one about what the other tells
/// means something.
pub fn same_event(state: &State, one: ArticleId, other: ArticleId) -> bool {
    event_of(state, one).is_none_or(|event| event.binary_search(&other).is_ok())
}

/// The reports of the event that a report is of, in order.
pub fn event_of(state: &State, one: ArticleId) -> Option<&[ArticleId]> {
    let events = &state.comparison.as_ref()?.events;
    events.iter().find(|event| event.binary_search(&one).is_ok()).map(Vec::as_slice)
}
