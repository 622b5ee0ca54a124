//! One state under two topics: a museum that is shut to one report and open to another is told once,
//! whether it goes for premises or for a passage.

use std::collections::HashMap;

use crate::article::{Article, ArticleId};
use crate::facts::{Fact, Kind, Reading, Value};
use crate::text::Span;

use super::{Agreement, Claim, Disagreement, Verdict};

/// Leaves out what is told already, word for word, by a disagreement on another topic: of the two the one
/// that the order of the reports accounts for stays, else the first.
pub fn once(all: &mut Vec<Disagreement>, articles: &[Article], readings: &[Reading]) {
    let reports = Reports { articles, readings };
    let is_state = |claim: Claim| reports.state(claim).is_some();
    let of_states = |one: &Disagreement| is_raised(one) && one.members().all(is_state);
    let mut at: Vec<usize> =
        all.iter().enumerate().filter(|(_, one)| of_states(one)).map(|(at, _)| at).collect();
    if at.len() < 2 {
        return;
    }
    at.sort_by_key(|at| all.get(*at).map(|one| one.verdict != Verdict::UpdateOverTime));
    let mut kept: Vec<usize> = Vec::new();
    let mut twice = Vec::new();
    for here in at {
        let told = |other: &usize| {
            all.get(here)
                .zip(all.get(*other))
                .is_some_and(|(one, other)| is_told_by(&reports, one, other))
        };
        if kept.iter().any(told) { twice.push(here) } else { kept.push(here) }
    }
    let mut place = 0;
    all.retain(|_| {
        place += 1;
        !twice.contains(&(place - 1))
    });
}

/// The same of what is agreed on: of two topics that the same words tell the first stays.
pub fn agreed_once(all: &mut Vec<Agreement>, articles: &[Article], readings: &[Reading]) {
    let reports = Reports { articles, readings };
    let mut kept: Vec<HashMap<ArticleId, Vec<Span>>> = Vec::new();
    all.retain(|one| {
        let span = |claim: &Claim| Some((claim.article, reports.state(*claim)?.span));
        let told: Option<Vec<_>> = one.claims.iter().map(span).collect();
        let Some(told) = told else { return true };
        let is_told_by = |known: &HashMap<ArticleId, Vec<Span>>| {
            told.iter().all(|(article, own)| {
                known.get(article).into_iter().flatten().any(|span| overlap(*own, *span))
            })
        };
        if kept.iter().any(is_told_by) {
            return false;
        }
        let mut spans: HashMap<_, Vec<_>> = HashMap::new();
        for (article, span) in told {
            spans.entry(article).or_default().push(span);
        }
        kept.push(spans);
        true
    });
}

fn is_raised(one: &Disagreement) -> bool {
    matches!(one.verdict, Verdict::Contradiction | Verdict::UpdateOverTime)
}

/// Whether every claim of one stands where a claim of the other does.
fn is_told_by(reports: &Reports, one: &Disagreement, other: &Disagreement) -> bool {
    let topic = |of: &Disagreement| of.topic.split('@').next().map(str::to_owned);
    topic(one) != topic(other)
        && one.members().all(|claim| other.members().any(|known| are_one(reports, claim, known)))
}

/// Whether two claims stand in the same words.
fn are_one(reports: &Reports, a: Claim, b: Claim) -> bool {
    let spans = reports.state(a).zip(reports.state(b));
    a.article == b.article && spans.is_some_and(|(a, b)| overlap(a.span, b.span))
}

fn overlap(a: Span, b: Span) -> bool {
    a.start < b.end && b.start < a.end
}

/// The reports with what was read in each.
struct Reports<'a> {
    articles: &'a [Article],
    readings: &'a [Reading],
}

impl Reports<'_> {
    /// The state that a claim tells, in a word of a closed list.
    fn state(&self, claim: Claim) -> Option<&Fact> {
        let is = |article: &Article| article.id == claim.article;
        // A report is named by its place, as a rule.
        let place = Some(claim.article.0 as usize);
        let place = place.filter(|at| self.articles.get(*at).is_some_and(is));
        let at = place.or_else(|| self.articles.iter().position(is))?;
        let fact = self.readings.get(at)?.facts.get(claim.fact.0 as usize)?;
        (fact.kind == Kind::Outcome && matches!(fact.value, Value::Words(_))).then_some(fact)
    }
}
