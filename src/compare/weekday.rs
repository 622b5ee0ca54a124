//! One date under two weekdays, though the reports speak of it under other topics.
//!
//! Begin with [`misnamed_days`]. What a day is of is often told in other words; a weekday that a
//! date was not is wrong whatever it is of, and another report of the event that names the date
//! rightly shows it.

use std::collections::BTreeSet;

use crate::facts::{Grain, Mode, Value};

use super::align::{Told, told};
use super::moment::misnamed;
use super::names::Names;
use super::near::Surroundings;
use super::words::Words;
use super::{Argument, Claim, Disagreement, Position, Reason, Report, Verdict};

/// Likeness of the words round two days of one date: the date itself speaks for them.
const ALIKE: f64 = 0.15;
const WEIGHT: u8 = 30;

/// Dates with a weekday that they were not, against the same date in other reports. What `found`
/// lists already is left out.
pub fn misnamed_days(
    reports: &[Report],
    (names, words): (&Names, &Words),
    found: &[Disagreement],
) -> Vec<Disagreement> {
    let days: Vec<Told> = told(reports).filter(is_day).collect();
    let listed: BTreeSet<Claim> = found
        .iter()
        .filter(|one| one.reason.rule == "weekday_and_date")
        .flat_map(Disagreement::members)
        .collect();
    let wrong = days.iter().filter(|day| misnamed(day) && !listed.contains(&day.claim));
    wrong.filter_map(|wrong| against(wrong, &days, names, words)).collect()
}

fn is_day(told: &Told) -> bool {
    let day = matches!(&told.fact.value, Value::Date(date) if date.grain == Grain::Day);
    day && !matches!(told.fact.mode, Mode::General | Mode::Question | Mode::Negated)
}

fn against(wrong: &Told, days: &[Told], names: &Names, words: &Words) -> Option<Disagreement> {
    let Value::Date(date) = &wrong.fact.value else { return None };
    let around = Surroundings::of(wrong, names, words);
    let right: Vec<&Told> = days
        .iter()
        .filter(|day| day.claim.article != wrong.claim.article && !misnamed(day))
        .filter(|day| matches!(&day.fact.value, Value::Date(own) if own.first == date.first))
        .filter(|day| {
            let own = Surroundings::of(day, names, words);
            day.fact.topic.key == wrong.fact.topic.key || own.likeness(&around) >= ALIKE
        })
        .collect();
    let first = right.first()?;
    let claims = right.iter().map(|day| day.claim).collect();
    Some(Disagreement {
        topic: format!("{} weekday", wrong.fact.topic.key),
        label: wrong.fact.topic.label.clone(),
        verdict: Verdict::Contradiction,
        severity: WEIGHT,
        positions: vec![Position { claims }, Position { claims: vec![wrong.claim] }],
        reason: Reason {
            rule: "weekday_and_date",
            arguments: vec![
                ("a", Argument::Claim(first.claim)),
                ("b", Argument::Claim(wrong.claim)),
            ],
        },
    })
}
