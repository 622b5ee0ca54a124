//! When a claim was told and of which day it is, as far as a report says, and whether it was told as
//! provisional.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::facts::{Approx, Facet, Fact, Mode, Value, topic};

use super::align::Told;
use super::days;

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
    let said = days::weekday_named(words).filter(|_| numbered && date.first == date.last);
    said.is_some_and(|said| said != date.first.weekday().to_monday_one_offset())
}

/// Said as an estimate, a plan, a first count or hearsay.
pub fn provisional(fact: &Fact) -> bool {
    let preliminary = fact.topic.scope.iter().any(|(_, value)| value == topic::PRELIMINARY);
    let bounded = match &fact.value {
        Value::Quantity(quantity) => matches!(quantity.approx, Approx::AtMost | Approx::LessThan),
        _ => false,
    };
    preliminary || bounded || matches!(fact.mode, Mode::Hedged | Mode::Planned)
}

/// Days of what one person does once: of a disaster or a vote a report tells several days.
pub const OF_ONE_PERSON: &[&str] =
    &["date.arrival", "date.departure", "date.resignation", "date.release", "date.arrest"];

/// Whether two positions call their days by two weekdays: «مساء الاثنين» against «الثلاثاء». A night
/// belongs to two days, and «أمس» to the day on which it was written.
pub fn are_other_weekdays(one: &[&Told], other: &[&Told]) -> bool {
    const NIGHT: &[&str] = &["ليل", "ليله", "فجر", "منتصف", "سحر"];
    let called = |told: &Told| {
        let words = told.article.text.slice(told.fact.span).unwrap_or_default();
        let folded = crate::text::fold(words);
        let night = folded.split_whitespace().any(|word| NIGHT.contains(&word));
        days::weekday_named(words).filter(|_| !night)
    };
    let days = |all: &[&Told]| all.iter().filter_map(|told| called(told)).collect::<BTreeSet<_>>();
    let (one, other) = (days(one), days(other));
    one.iter().any(|a| other.iter().any(|b| a != b))
}

/// Whether two stretches of time are more than a day apart: yesterday's session may still be told
/// this morning.
pub fn are_days_apart(one: (Moment, Moment), other: (Moment, Moment)) -> bool {
    let (early, late) = if one <= other { (one, other) } else { (other, one) };
    late.0.0.since(early.1.0).is_ok_and(|between| between.get_days() > 1)
}

/// Whether one moment comes before another, as far as both are known.
pub fn before(a: Moment, b: Moment) -> bool {
    a.0 < b.0 || (a.0 == b.0 && matches!((a.1, b.1), (Some(a), Some(b)) if a < b))
}
