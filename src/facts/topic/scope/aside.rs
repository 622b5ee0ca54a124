//! What a sentence tells of another event than the report's: an old date, «حكاية مشابهة».
//!
//! Begin with [`aside`], for claims whose words no frame takes: outcomes and those of closed lists.

use jiff::ToSpan;
use jiff::civil::Date;

use super::super::super::{Fact, Grain, Kind, Value};
use super::super::elsewhere::{recalled, turns};
use super::super::former::BEFORE;
use super::super::frame;
use super::super::words::{Gap, Word};
use super::ANOTHER;
use crate::text::Span;

/// Days before the report after which a month or a year is background.
const OLD: i64 = 45;
/// The same for a month alone («خلال شباط»).
const OLD_MONTH: i64 = 5;

/// The event that a claim of a topic at `span` is of, where its sentence names another than the one
/// reported. `facts` are those of the sentence.
pub fn aside(
    key: &str,
    words: &[Word],
    facts: &[Fact],
    today: Option<Date>,
    span: Span,
) -> Option<String> {
    let at = words.partition_point(|word| word.span.start < span.start);
    let end = words.partition_point(|word| word.span.start < span.end);
    // What the event is and where has no other date than its own.
    let own = key.starts_with("event.");
    // What somebody was told two years ago he still has been told; a door may have been shut since.
    let state = key.split('.').next_back() == Some("state");
    let changes = state || frame::attribute(key).is_some_and(|attribute| attribute.progress);
    let dated = facts.iter().filter(|date| date.kind == Kind::Date).find_map(|date| {
        let event = old(date, today)?;
        let place = words.partition_point(|word| word.span.start < date.span.start);
        let told = if date.span.end <= span.start {
            own && is_of_clause(words, place, at)
                || is_long_past(date, today) && opens(words, place)
                || had_been(words, place)
        } else {
            (end..end + AFTER).contains(&place) && had_been(words, at)
        };
        (told && !since(words, date)).then_some(event)
    });
    let before = words.get(..at).unwrap_or_default();
    // What makes of it another one may stand behind the claim: «وكان حريق قد أتى عليه مطلع العام».
    let other = || {
        turns(before).iter().any(|other| other.rest || at - other.at <= NEAR)
            || recalled(words).is_some()
    };
    dated
        .or_else(|| other().then(|| ANOTHER.to_owned()))
        .or_else(|| (changes && years_ago(words, facts, end)).then(|| BEFORE.to_owned()))
}

/// Words between another thing that is named and what is told of it at most.
const NEAR: usize = 5;

/// Whether a date is of the clause of the claim: «المستودع الذي افتتح عام 2019» is of another.
fn is_of_clause(words: &[Word], date: usize, claim: usize) -> bool {
    const WHICH: &[&str] = &["الذي", "التي", "الذين", "منذ"];
    const THAT: &[&str] = &["ان", "انه", "انها", "بان"];
    let which = words.get(date.saturating_sub(4)..date).unwrap_or_default();
    let between = words.get(date..claim).unwrap_or_default();
    !which.iter().any(|word| word.is(WHICH)) && !between.iter().any(|word| word.is(THAT))
}

/// Words between a claim and the time that is said of it behind it, at most.
const AFTER: usize = 5;

/// «فتح الفندق أبوابه قبل سبع سنوات»
fn years_ago(words: &[Word], facts: &[Fact], end: usize) -> bool {
    const MONTHS: f64 = 60.0 * 86_400.0;
    let clause = words.iter().enumerate().skip(end).take(AFTER);
    let mut clause = clause.take_while(|(_, word)| word.gap < Gap::Comma);
    let Some((ago, _)) = clause.find(|(_, word)| word.folded == "قبل") else { return false };
    let Some(next) = words.get(ago + 1) else { return false };
    facts.iter().any(|fact| {
        let long = matches!(&fact.value, Value::Quantity(length) if length.low >= MONTHS);
        // «قبل ستة أشهر من موعده» is reckoned from another day than the report's.
        let past = words.partition_point(|word| word.span.start < fact.span.end);
        let from = words.get(past).is_some_and(|word| ["من", "علي"].contains(&word.folded));
        fact.kind == Kind::Duration && fact.span.start == next.span.start && long && !from
    })
}

/// Days before the report after which whatever is dated is another event.
const LONG_PAST: i64 = 240;

fn is_long_past(date: &Fact, today: Option<Date>) -> bool {
    let limit = today.and_then(|today| today.checked_sub(LONG_PAST.days()).ok());
    matches!((&date.value, limit), (Value::Date(when), Some(limit)) if when.last < limit)
}

/// «ففي مارس 2019 تقاتلا»: a date in front is of all that follows; «العقار صدر له قرار عام 2019» tells
/// of what the report is about.
fn opens(words: &[Word], at: usize) -> bool {
    let before = words.get(at.saturating_sub(1)..=at).unwrap_or_default();
    at <= 1 || before.iter().any(|word| word.gap >= Gap::Comma)
}

/// «كانت سواحل جرجيس قد شهدت في فبراير …»: what had been before the event, told with its date.
fn had_been(words: &[Word], at: usize) -> bool {
    const REACH: usize = 8;
    let near = words.get(at.saturating_sub(REACH)..at).unwrap_or_default();
    let was = near.iter().position(|word| word.is(&["كان", "كانت", "سبق"]));
    was.is_some_and(|was| near.iter().skip(was + 1).any(|word| word.is(&["قد", "ان"])))
}

/// «منذ 2017»: from then on until now.
pub fn since(words: &[Word], date: &Fact) -> bool {
    let at = words.partition_point(|word| word.span.start < date.span.start);
    let before = |back: usize, forms: &[&str]| {
        at.checked_sub(back).and_then(|at| words.get(at)).is_some_and(|word| word.is(forms))
    };
    before(1, &["منذ", "حتي", "من", "الي", "بحلول", "قبل", "بعد", "مقارنه", "قياسا", "عن"])
        || before(2, &["مقارنه", "قياسا"])
        || (before(2, &["منذ"]) && before(1, &["مطلع", "بدايه", "اول", "نهايه", "اواخر"]))
}

/// The month or the year of a date that was over well before the report.
pub fn old(date: &Fact, today: Option<Date>) -> Option<String> {
    let Value::Date(when) = &date.value else { return None };
    let age = if when.grain == Grain::Month { OLD_MONTH } else { OLD };
    let limit = today?.checked_sub(age.days()).ok()?;
    let coarse = matches!(when.grain, Grain::Month | Grain::Year);
    (coarse && when.last < limit).then(|| match when.grain {
        Grain::Month if when.first.year() == today.map_or(0, Date::year) => {
            format!("{}-{:02}", when.first.year(), when.first.month())
        }
        _ => when.first.year().to_string(),
    })
}
