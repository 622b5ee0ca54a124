//! When a claim was told and of which day it is, as far as a report says.

use jiff::civil::Date;

use crate::facts::{Facet, Fact, Value};

use super::align::Told;
use super::value;

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

/// Whether one moment comes before another, as far as both are known.
pub fn before(a: Moment, b: Moment) -> bool {
    a.0 < b.0 || (a.0 == b.0 && matches!((a.1, b.1), (Some(a), Some(b)) if a < b))
}
