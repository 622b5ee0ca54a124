//! What time explains: the order in which the reports appeared, or that their own words tell.

use super::super::align::{Group, Told};
use super::super::moment::{before, is_future, provisional};
use super::super::{Argument, Claim, Disagreement};
use super::{Pair, Stand, low, moments, one_report_apart, succession};
use crate::facts::topic::{self, Course};
use crate::facts::{Approx, Value};

/// A reason names claims that are shown: in place of one that was left out of its position, another of
/// the same value.
pub fn with_shown(mut found: Disagreement, stands: &[Stand]) -> Disagreement {
    let shown: Vec<Claim> = found.members().collect();
    for (_, argument) in &mut found.reason.arguments {
        let Argument::Claim(claim) = argument else { continue };
        if shown.contains(claim) {
            continue;
        }
        let mut stands = stands.iter().map(|stand| &stand.told);
        let alike = stands.find(|told| told.iter().any(|one| one.claim == *claim));
        let alike = alike.map_or(&[][..], Vec::as_slice);
        if let Some(other) = alike.iter().find(|told| shown.contains(&told.claim)) {
            *claim = other.claim;
        }
    }
    found
}

/// Whether the order in which the reports appeared accounts for the difference.
pub fn explained(group: &Group, stands: &[Stand], pair: &Pair) -> bool {
    let (Some(a), Some(b)) = (stands.get(pair.a), stands.get(pair.b)) else { return false };
    let (Some(first), Some(second)) = (a.fact(), b.fact()) else { return false };
    if let Some(attribute) = topic::attribute(&group.key).filter(|attribute| attribute.progress) {
        let known = are_ordered(a, b) || succession::is_told(a, b);
        return known && !(attribute.by_day && is_of_one_day(a, b) || goes_back(attribute, a, b));
    }
    if !are_ordered(a, b) && group.key.starts_with("date.") && succession::is_put_off(a, b) {
        return true;
    }
    let (Some(a_span), Some(b_span)) = (moments(a), moments(b)) else { return false };
    let (early, early_span, late_span) =
        if a_span <= b_span { (first, a_span, b_span) } else { (second, b_span, a_span) };
    match group.course {
        // What can only grow is a tally.
        Course::Grows => false,
        Course::Changes | Course::Daily => {
            before(early_span.1, late_span.0) || !are_ordered(a, b) && succession::is_told(a, b)
        }
        // A day that was still ahead when it was told may have been put off since.
        Course::Fixed => {
            let stand = if a_span <= b_span { a } else { b };
            let ahead = stand.told.iter().all(|told| is_future(told));
            (provisional(early) || ahead) && before(early_span.0, late_span.0)
        }
    }
}

/// Whether the lower of two figures that were first told on one day, nobody knows in which order, was told
/// as the least: «ثلاثة على الأقل», and then fifteen.
pub fn may_have_grown(stands: &[Stand], a: &Stand, b: &Stand) -> bool {
    let first = |stand: &Stand| moments(stand).map(|(first, _)| first);
    let ordered = |a, b| before(a, b) || before(b, a);
    let one_day = first(a).zip(first(b)).is_some_and(|(a, b)| a.0 == b.0 && !ordered(a, b));
    let least = |stand: &Stand| stand.fact().map_or(0.0, low);
    let lower = if least(a) <= least(b) { a } else { b };
    // «ثلاثة قتلى» in a headline is as little sure as the «ثلاثة على الأقل» below it.
    let bounded = |told: &&Told| match &told.fact.value {
        Value::Quantity(figure) => {
            let bound = matches!(figure.approx, Approx::AtLeast | Approx::MoreThan);
            let own = |lower: &&Told| lower.claim.article == told.claim.article;
            bound && low(told.fact) <= least(lower) && lower.told.iter().any(own)
        }
        _ => false,
    };
    one_day && one_report_apart(a, b) && stands.iter().flat_map(|stand| &stand.told).any(bounded)
}

/// Whether the reports show which of two positions is the later one.
pub fn are_ordered(a: &Stand, b: &Stand) -> bool {
    let either = |a, b| before(a, b) || before(b, a);
    let both = moments(a).zip(moments(b));
    both.is_some_and(|(a, b)| either(a.0, b.0) || either(a.1, b.1))
}

/// Whether two positions were told on one day only, the same.
fn is_of_one_day(a: &Stand, b: &Stand) -> bool {
    let days = |stand: &Stand| moments(stand).map(|(first, last)| (first.0, last.0));
    days(a).is_some_and(|(first, last)| first == last && days(b) == Some((first, last)))
}

/// Whether the later of two states is one that comes before the other: a man who was dead in the
/// morning is not in hospital at night.
fn goes_back(attribute: &topic::Attribute, a: &Stand, b: &Stand) -> bool {
    let place = |stand: &Stand| match stand.fact().map(|fact| &fact.value) {
        Some(Value::Words(id)) => attribute.values.iter().position(|value| value.id == *id),
        _ => None,
    };
    let (Some(first), Some(second)) = (moments(a), moments(b)) else { return false };
    // What is denied after it was told was never so.
    let denied = |stand: &Stand| {
        let fact = stand.fact().map(|fact| &fact.value);
        matches!(fact, Some(Value::Words(id)) if id.starts_with(topic::DENIED))
    };
    if denied(a) != denied(b) {
        let (told, denial) = if denied(b) { (first, second) } else { (second, first) };
        return before(told.1, denial.0);
    }
    let (Some(one), Some(other)) = (place(a), place(b)) else { return false };
    (before(first.1, second.0) && one > other) || (before(second.1, first.0) && other > one)
}
