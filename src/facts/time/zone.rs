//! Time zones as reports name them, and the day that a time belongs to.

use jiff::civil::{Date, Weekday};

use super::day_of;
use crate::facts::Fact;
use crate::facts::context::Context;
use crate::facts::lexicon::{Class, Sense};
use crate::facts::value::{Value, Zone};

/// The zone named after a time, and the token after it: «بتوقيت موسكو», «بالتوقيت المحلي», `GMT`,
/// «في شرق الولايات المتحدة».
pub(super) fn named(cx: &Context, at: usize) -> Option<(Zone, usize)> {
    if matches!(cx.word(at), "gmt" | "utc" | "تغ") {
        return Some((utc(), at + 1));
    }
    if cx.word(at) == "ت" && cx.is_sign(at + 1, '.') && cx.word(at + 2) == "غ" {
        return Some((utc(), at + 3));
    }
    if cx.word(at) == "ت" && cx.word(at + 1) == "غ" {
        return Some((utc(), at + 2));
    }
    if let Some((_, len)) = cx.sense(at, Class::ZoneCue) {
        let place = at + len;
        if let Some((sense, len)) = cx.sense(place, Class::TimeZone) {
            return Some((zone(cx, &sense), place + len));
        }
        // A place whose clock is not known: the words of the text stand for it.
        let name = cx.text.slice(cx.token(place).filter(|token| token.is_word())?.span)?;
        return Some((Zone { name: name.to_owned(), offset: None }, place + 1));
    }
    let (sense, len) = cx.sense(at + 1, Class::TimeZone).filter(|_| cx.word(at) == "في")?;
    (len > 1).then(|| (zone(cx, &sense), at + 1 + len))
}

fn utc() -> Zone {
    Zone { name: "UTC".to_owned(), offset: Some(0) }
}

fn zone(cx: &Context, sense: &Sense) -> Zone {
    let (name, summer) = sense.id.split_once(' ').unwrap_or((sense.id, ""));
    if name == "local" {
        return Zone { name: name.to_owned(), offset: None };
    }
    let ahead = cx.published.is_some_and(|day| is_summer(day, summer));
    let offset = sense.value as i16 + if ahead { 60 } else { 0 };
    let known = summer == "none" || cx.published.is_some();
    Zone { name: name.to_owned(), offset: known.then_some(offset) }
}

/// Whether clocks are an hour ahead on a day, by the rule of the European Union (last Sundays of
/// March and October), of the United States (second Sunday of March, first of November), or of
/// Egypt since 2023 (last Friday of April, last Thursday of October).
fn is_summer(day: Date, rule: &str) -> bool {
    let year = day.year();
    let bounds = match rule {
        "eu" => (last_of(year, 3, Weekday::Sunday), last_of(year, 10, Weekday::Sunday)),
        "us" => (nth_of(year, 3, 2, Weekday::Sunday), nth_of(year, 11, 1, Weekday::Sunday)),
        "cairo" if year >= 2023 => {
            (last_of(year, 4, Weekday::Friday), last_of(year, 10, Weekday::Thursday))
        }
        _ => return false,
    };
    matches!(bounds, (Some(first), Some(last)) if (first..last).contains(&day))
}

fn nth_of(year: i16, month: i8, nth: i8, weekday: Weekday) -> Option<Date> {
    Date::new(year, month, 1).ok()?.nth_weekday_of_month(nth, weekday).ok()
}

fn last_of(year: i16, month: i8, weekday: Weekday) -> Option<Date> {
    nth_of(year, month, -1, weekday)
}

/// Gives each time the day that its sentence names, the nearest one before it first.
pub(in crate::facts) fn settle_dates(_cx: &Context, facts: &mut [Fact]) {
    for at in 0..facts.len() {
        let Some(fact) = facts.get(at).filter(|fact| matches!(fact.value, Value::Time(_))) else {
            continue;
        };
        let sentence = fact.sentence;
        let same = |fact: &&Fact| fact.sentence == sentence;
        let before = facts.get(..at).unwrap_or_default().iter().rev().take_while(same).take(40);
        let after = facts.get(at + 1..).unwrap_or_default().iter().take_while(same).take(40);
        let day = before.chain(after).find_map(day_of);
        if let (Some(day), Some(Value::Time(time))) =
            (day, facts.get_mut(at).map(|fact| &mut fact.value))
        {
            time.date = Some(day);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn clocks_go_forward_by_the_rule_of_the_place() {
        assert!(is_summer(date(2025, 8, 15), "us"));
        assert!(!is_summer(date(2025, 3, 8), "us"));
        assert!(is_summer(date(2025, 3, 30), "eu"));
        assert!(!is_summer(date(2025, 10, 26), "eu"));
        assert!(!is_summer(date(2022, 7, 1), "cairo"));
        assert!(!is_summer(date(2025, 7, 1), "none"));
    }
}
