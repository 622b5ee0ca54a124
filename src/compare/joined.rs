//! Two counts of one sentence that are told together: «56 راكبا وعشرة من أفراد الطاقم» are the 66
//! people of another report.

use crate::facts::lexicon::{self, Class, FormNumber};
use crate::facts::{Fact, Kind, Value};
use crate::text::{Span, fold};

use super::Report;
use super::align::Told;
use super::words::is_number;

/// What joins the second count to the first, at the end of the words between them, folded.
const AND: &[&str] = &["و", "اضافه الي", "بالاضافه الي", "الي جانب", "فضلا عن", "علاوه علي", "مع"];

/// Words that may stand between the first count and what joins the second to it.
const BETWEEN: usize = 2;

/// What says that a count holds one that other reports may leave out: «44 قتيلا بمن فيهم المهاجمون
/// الثلاثة» are the 41 of another. Folded.
const WITH: &[&str] = &["بمن فيهم", "بمن فيها", "بما فيهم", "بمن في ذلك", "اذا احتسب", "مع احتساب"];

/// Whether one count is what the other and a count joined to it come to.
pub fn add_up(reports: &[Report], a: &Told, b: &Told) -> bool {
    is_part(reports, a, b) || is_part(reports, b, a) || holds(reports, a, b) || holds(reports, b, a)
}

/// Whether `whole` says that it holds a count without which it comes to `rest`.
fn holds(reports: &[Report], whole: &Told, rest: &Told) -> bool {
    let (Some(sum), Some(left)) = (counted(whole.fact), counted(rest.fact)) else { return false };
    beside(reports, whole).any(|other| {
        let comes_to = counted(other).is_some_and(|held| (left + held - sum).abs() < 0.5);
        let between = Span { start: whole.fact.span.end, end: other.span.start };
        let words = fold(whole.article.text.slice(between).unwrap_or_default());
        comes_to && WITH.iter().any(|with| words.contains(with))
    })
}

/// The facts next to one in its sentence.
fn beside<'r>(reports: &[Report<'r>], told: &Told) -> impl Iterator<Item = &'r Fact> {
    let report = reports.iter().find(|report| report.article.id == told.claim.article);
    let facts = report.map_or(&[][..], |report| &report.reading.facts);
    let (at, sentence) = (told.claim.fact.0 as usize, told.fact.sentence);
    let near = (at.saturating_sub(2)..at + 3).filter(move |other| *other != at);
    near.filter_map(|at| facts.get(at)).filter(move |other| other.sentence == sentence)
}

/// Whether `part` and a count joined to it come to `whole`.
fn is_part(reports: &[Report], part: &Told, whole: &Told) -> bool {
    let (Some(first), Some(sum)) = (counted(part.fact), counted(whole.fact)) else { return false };
    (first + 1.0 - sum).abs() < 0.5 && somebody_is_joined(part)
        || beside(reports, part).any(|other| {
            let comes_to = counted(other).is_some_and(|second| (first + second - sum).abs() < 0.5);
            comes_to && is_joined(part, other)
        })
}

/// «شرطيان ومدني», «حارسان ليليان وعامل نجارة», «سائق وراكبان»: one more, whom no figure counts.
fn somebody_is_joined(part: &Told) -> bool {
    let (span, sentence) = (part.fact.span, part.fact.sentence);
    let stretch =
        |start, end| fold(part.article.text.slice(Span { start, end }).unwrap_or_default());
    let behind = stretch(span.end, sentence.end.max(span.end));
    let before = stretch(sentence.start.min(span.start), span.start);
    let mut next = behind.split_whitespace();
    let and = |word: &str| word.strip_prefix('و').is_some_and(is_somebody);
    let (first, second) = (next.next().unwrap_or_default(), next.next().unwrap_or_default());
    let described = ["ان", "ين", "ون"].iter().any(|ending| first.ends_with(ending));
    // «و29 يونانيا وتونسيان»: whom a figure counts is not the one more.
    let counts = |word: &str| is_number(word.strip_prefix('و').unwrap_or(word)) || is_number(word);
    let mut before = before.split_whitespace().rev().peekable();
    let apart = before.next_if_eq(&"و").is_some();
    let joined = apart || fold(part.article.text.slice(span).unwrap_or_default()).starts_with('و');
    and(first)
        || described && and(second)
        || joined && before.next().is_some_and(is_somebody) && !before.next().is_some_and(counts)
}

/// Whether a folded word is an indefinite noun for one person.
fn is_somebody(word: &str) -> bool {
    let word = word.trim_end_matches(|c: char| !c.is_alphabetic());
    let sense = lexicon::exact(word).and_then(|entry| entry.sense(Class::PersonNoun));
    sense.is_some_and(|noun| noun.number == FormNumber::One && noun.id == "person")
}

fn is_joined(part: &Told, other: &Fact) -> bool {
    let (first, second) = if part.fact.span.start < other.span.start {
        (part.fact.span, other.span)
    } else {
        (other.span, part.fact.span)
    };
    let between = Span { start: first.end, end: second.start };
    let words = fold(part.article.text.slice(between).unwrap_or_default());
    let words = words.trim();
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
