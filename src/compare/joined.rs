//! Two counts of one sentence that are told together: «56 راكبا وعشرة من أفراد الطاقم» are the 66
//! people of another report.

use crate::facts::{Fact, Kind, Value};

use super::Report;
use super::align::Told;

/// What joins the second count to the first, at the end of the words between them.
const AND: &[&str] = &["و", "إضافة إلى", "بالإضافة إلى", "إلى جانب", "فضلا عن", "علاوة على", "مع"];

/// Words that may stand between the first count and what joins the second to it.
const BETWEEN: usize = 2;

/// Whether one count is what the other and a count joined to it come to.
pub fn add_up(reports: &[Report], a: &Told, b: &Told) -> bool {
    is_part(reports, a, b) || is_part(reports, b, a)
}

/// Whether `part` and a count joined to it come to `whole`.
fn is_part(reports: &[Report], part: &Told, whole: &Told) -> bool {
    let (Some(first), Some(sum)) = (counted(part.fact), counted(whole.fact)) else { return false };
    let Some(report) = reports.iter().find(|report| report.article.id == part.claim.article) else {
        return false;
    };
    let at = part.claim.fact.0 as usize;
    let near = at.saturating_sub(2)..at + 3;
    let others = near.filter(|other| *other != at).filter_map(|at| report.reading.facts.get(at));
    others.filter(|other| other.sentence == part.fact.sentence).any(|other| {
        let comes_to = counted(other).is_some_and(|second| (first + second - sum).abs() < 0.5);
        comes_to && is_joined(part, other)
    })
}

fn is_joined(part: &Told, other: &Fact) -> bool {
    let (first, second) = if part.fact.span.start < other.span.start {
        (part.fact.span, other.span)
    } else {
        (other.span, part.fact.span)
    };
    let between = crate::text::Span { start: first.end, end: second.start };
    let words = part.article.text.slice(between).unwrap_or_default().trim();
    AND.iter().filter_map(|and| words.strip_suffix(and)).any(|rest| {
        let plain = !rest.contains(|c: char| c.is_numeric() || matches!(c, '.' | '،' | ':'));
        plain && rest.split_whitespace().count() <= BETWEEN
    })
}

/// The figure of an exact count.
fn counted(fact: &Fact) -> Option<f64> {
    let Value::Quantity(quantity) = &fact.value else { return None };
    let exact = fact.kind == Kind::Count && (quantity.high - quantity.low).abs() < 0.5;
    exact.then_some(quantity.low)
}
