//! How two days stand to each other, dated or told without their year.

use crate::article::day_and_month;
use crate::facts::{DateValue, Grain, Value, topic};

use super::due::DUE;
use super::value::Relation;

/// Compares two dates of one topic.
pub fn dates(key: &str, a: &DateValue, b: &DateValue) -> Relation {
    if (a.first, a.last) == (b.first, b.last) {
        return Relation::Same;
    }
    if a.first <= b.last && b.first <= a.last {
        return Relation::Precision("coarser_date");
    }
    let days = gap_in_days(a, b);
    let year =
        |date: &DateValue| matches!(date.grain, Grain::Year | Grain::Decade | Grain::Century);
    let long = year(a) || year(b);
    if days == 1 && (a.relative || b.relative) {
        return Relation::Precision("one_day_apart");
    }
    let lasting = key == "date.founded" || key == "date.birth";
    // A day and another year: the year is of what went before.
    if !lasting && year(a) != year(b) {
        return Relation::Unrelated;
    }
    let month = a.grain == Grain::Month && b.grain == Grain::Month;
    // What a find is dated to may be thought ages apart.
    let ages = a.grain == Grain::Century && b.grain == Grain::Century;
    let most = match () {
        () if ages && lasting => i32::MAX,
        () if month && key == "date.closing" => 366,
        () if long || lasting => 15 * 366,
        () if DUE.contains(&key) => 300,
        () => 31,
    };
    if days > most {
        return Relation::Unrelated;
    }
    Relation::Apart(0.5, "different_day")
}

/// Two days of which one is told without its year, in a report without a date: by their days and
/// months where both have them, else by their weekdays.
pub fn days_of_no_year(a: &Value, b: &Value) -> Relation {
    let reckoned = [a, b].iter().any(|day| matches!(day, Value::Date(date) if date.relative));
    if let (Some(a), Some(b)) = (day_of_year(a), day_of_year(b)) {
        let days = gap_in_days(&a, &b);
        return match days {
            _ if a.first == b.first => Relation::Same,
            // A time zone excuses «أمس» by a day here as between two days that have their year.
            1 if reckoned => Relation::Precision("one_day_apart"),
            days if days <= MONTH => Relation::Apart(0.5, "different_day"),
            _ => Relation::Unrelated,
        };
    }
    let eve = || is_eve(a, b) || is_eve(b, a);
    let (a, b) = (weekdays(a), weekdays(b));
    let share = a.iter().any(|day| b.contains(day));
    match (a.as_slice(), b.as_slice()) {
        ([], _) | (_, []) => Relation::Unrelated,
        // «ليلة الثلاثاء إلى الأربعاء» covers the dawn of the second.
        _ if share && a.len() != b.len() => Relation::Precision("coarser_date"),
        _ if share => Relation::Same,
        _ if eve() => Relation::Precision("one_day_apart"),
        _ => Relation::Apart(0.4, "different_day"),
    }
}

/// «أمس الأحد» beside «الاثنين»: what befell at midnight is of either day. Of «اليوم الأحد» and «اليوم
/// الاثنين» one is wrong.
fn is_eve(one: &Value, other: &Value) -> bool {
    let Value::Words(words) = one else { return false };
    let loose = crate::text::fold(words)
        .split_whitespace()
        .any(|word| matches!(word, "امس" | "ليل" | "ليله" | "مساء"));
    // Every pair of days is asked, and few are so told.
    loose && weekdays(one).last().is_some_and(|day| weekdays(other).first() == Some(&(day % 7 + 1)))
}

/// Days within which two days of one topic are of one event.
const MONTH: i32 = 31;

/// A day of a month in a year that has them all.
fn day_of_year(value: &Value) -> Option<DateValue> {
    let (day, month) = match value {
        Value::Date(date) if date.first == date.last => (date.first.day(), date.first.month()),
        Value::Words(words) => day_and_month(words)?,
        _ => return None,
    };
    let first = jiff::civil::Date::new(2000, month, day).ok()?;
    Some(DateValue { first, last: first, grain: Grain::Day, relative: false, part: None })
}

/// The weekdays of a value, Monday being 1: two of a night.
fn weekdays(value: &Value) -> Vec<i8> {
    match value {
        Value::Date(date) if date.first == date.last => {
            vec![date.first.weekday().to_monday_one_offset()]
        }
        Value::Words(words) => weekdays_named(words).collect(),
        _ => Vec::new(),
    }
}

/// The first weekday that words name; Monday is 1.
pub fn weekday_named(words: &str) -> Option<i8> {
    weekdays_named(words).next()
}

/// The weekdays that words name; Monday is 1.
fn weekdays_named(words: &str) -> impl Iterator<Item = i8> + use<> {
    const NAMES: [&str; 7] = ["اثنين", "ثلاثاء", "اربعاء", "خميس", "جمعه", "سبت", "احد"];
    let folded = crate::text::fold(words);
    let named = |word: &str| {
        let index = NAMES.iter().position(|name| topic::bases(word).any(|base| base == *name))?;
        i8::try_from(index + 1).ok()
    };
    folded.split_whitespace().filter_map(named).collect::<Vec<_>>().into_iter()
}

fn gap_in_days(a: &DateValue, b: &DateValue) -> i32 {
    let between = |from: jiff::civil::Date, to: jiff::civil::Date| {
        from.until(to).map_or(i32::MAX, |span| span.get_days())
    };
    if a.last < b.first { between(a.last, b.first) } else { between(b.last, a.first) }
}
