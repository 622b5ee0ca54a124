//! When a claim was told and of which day it is, as far as a report says.

use jiff::civil::Date;

use crate::facts::topic::bases;
use crate::facts::{Facet, Fact, Value};
use crate::text::fold;

use super::align::Told;
use super::bearing::Bearing;
use super::value::{self, Relation};

/// The day a value held, where its own words say so.
pub fn when(fact: &Fact) -> Option<Date> {
    let (_, value) = fact.topic.scope.iter().find(|(facet, _)| *facet == Facet::When)?;
    value.parse().ok()
}

/// What is known of the time of a claim: the day, and the minute where the report gives it.
pub type Moment = (Date, Option<u16>);

pub fn moment(told: &Told) -> Option<Moment> {
    let published = told.article.published.as_ref().map(|known| known.value);
    match when(told.fact) {
        Some(day) => Some((day, None)),
        None => published.map(|day| {
            let minute = told
                .article
                .published_at
                .map(|t| (i32::from(t.hour()) * 60 + i32::from(t.minute())) as u16);
            (day, minute)
        }),
    }
}

/// A day after the one on which the report appeared.
pub fn is_future(told: &Told) -> bool {
    let published = told.article.published.as_ref().map(|known| known.value);
    match (&told.fact.value, published) {
        (Value::Date(date), Some(published)) => date.first > published,
        _ => false,
    }
}

/// Whether a claim names a day of the month and a weekday that it is not («الأربعاء 24 مارس»).
pub fn misnamed(told: &Told) -> bool {
    let Value::Date(date) = &told.fact.value else { return false };
    let words = told.article.text.slice(told.fact.span).unwrap_or_default();
    // «السادس من أكتوبر» numbers the day in words.
    let numbered = told.fact.rule == "date.day_month" || words.contains(|c: char| c.is_numeric());
    let said = value::weekday_named(words).filter(|_| numbered && date.first == date.last);
    said.is_some_and(|said| said != date.first.weekday().to_monday_one_offset())
}

/// Parts of the day, with the hours that they may be; the night belongs to two days.
const PARTS: &[(&str, i32, i32)] = &[
    ("فجر", 0, 7),
    ("صباح", 4, 12),
    ("ضحي", 8, 12),
    ("ظهر", 11, 15),
    ("عصر", 13, 19),
    ("مساء", 15, 24),
    ("عشيه", 15, 24),
];

/// The hours of the part of the day that a claim of one day names («فجر الأحد»).
fn hours(told: &Told) -> Option<(i32, i32)> {
    let Value::Date(date) = &told.fact.value else { return None };
    let words = told.article.text.slice(told.fact.span).filter(|_| date.first == date.last)?;
    let folded = fold(words);
    let mut parts = folded.split_whitespace().filter_map(|word| {
        let part = PARTS.iter().find(|part| bases(word).any(|base| base == part.0));
        part.map(|part| (part.1, part.2))
    });
    // «بعد ظهر الأحد» is its afternoon, and so may be «قبل ظهر» its morning.
    parts.next().filter(|_| !folded.starts_with("بعد") && !folded.starts_with("قبل"))
}

/// Whether two claims of one day name parts of it that no hour is in both of.
pub fn apart_in_day(a: &Told, b: &Told) -> bool {
    hours(a).zip(hours(b)).is_some_and(|(a, b)| a.1 < b.0 || b.1 < a.0)
}

/// Why two claims of one day exclude each other all the same, if they do: one calls it by another
/// weekday than it was, or they name two parts of it.
pub fn apart_on_one_day(a: &Told, b: &Told, bearing: &Bearing) -> Option<Relation> {
    let parted = || apart_in_day(a, b) && bearing.is_principal(a) && bearing.is_principal(b);
    let rule = match () {
        () if misnamed(a) != misnamed(b) => "weekday_and_date",
        () if parted() => "different_time",
        () => return None,
    };
    Some(Relation::Apart(0.3, rule))
}

/// Whether one moment comes before another, as far as both are known.
pub fn before(a: Moment, b: Moment) -> bool {
    a.0 < b.0 || (a.0 == b.0 && matches!((a.1, b.1), (Some(a), Some(b)) if a < b))
}
