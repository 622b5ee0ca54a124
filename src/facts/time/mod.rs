//! Clock times: «الساعة الثالثة والنصف», `18:04`, «11 صباحا بتوقيت غرينتش»; and the minutes of a
//! match.
//!
//! Begin with [`time`]. Zones and summer time are in `zone`, the minutes of a match in `minute`.

mod minute;
mod zone;

use super::Fact;
use super::context::Context;
use super::lexicon::{Class, Classes, Clitics};
use super::number::{is_article, is_digits, number};
use super::ordinal;
use super::value::{Grain, TimeValue, Value};

pub(super) use minute::match_minute;
pub(super) use zone::settle_dates;

/// A time of day, and the token after it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Clock {
    pub value: TimeValue,
    pub end: usize,
    pub rule: &'static str,
}

/// An hour and minute as said, before the part of the day.
#[derive(Clone, Copy, Debug)]
struct Face {
    hour: u16,
    minute: u16,
    end: usize,
    /// Whether the figures alone show that it is a time.
    sure: bool,
}

/// The clock time that begins at a token.
pub(super) fn time(cx: &Context, at: usize) -> Option<Clock> {
    let mut clock = told(cx, at)?;
    clock.value.about = is_about(cx, at);
    Some(clock)
}

fn told(cx: &Context, at: usize) -> Option<Clock> {
    if let Some((sense, len)) = cx.sense(at, Class::Midnight) {
        let first = sense.value as u16;
        let (last, end) = (last_minute(sense.id, first), at + len);
        let told = || last == first || !beside_hour(cx, at, end);
        let rule = if sense.id.is_empty() { "time.midnight" } else { PART };
        return told().then(|| finish(cx, (first, last), end, rule));
    }
    let titled = cx.is(at, Class::ClockWord)
        && cx.token(at).is_some_and(|token| token.clitics.has(Clitics::THE));
    let from = at + usize::from(titled);
    let face = figures(cx, from, titled).or_else(|| {
        // «العاشرة والنصف» is an hour behind any noun.
        hour_in_words(cx, from).filter(|face| titled || face.sure || !describes(cx, from))
    });
    let Some(face) = face else { return part_alone(cx, at) };
    // «حتى الساعة 9 حالات»: up to this hour, nine cases.
    let counted = cx.is_one_of(
        face.end,
        const { Classes::of(&[Class::PersonNoun, Class::Counted, Class::Scale]) },
    );
    if counted {
        return None;
    }
    let (part, end) = day_part(cx, face.end);
    let zoned = zone::named(cx, end).is_some();
    let told = titled || face.sure || part.is_some() || zoned;
    if !told && !follows_time(cx, at) {
        return None;
    }
    let part = part.or_else(|| follows_time(cx, at).then(|| part_before(cx, at)).flatten());
    let minute = of_day(face.hour, part)? * 60 + face.minute;
    Some(finish(cx, (minute, minute), end, "time.clock"))
}

/// The rule that reads a part of the day by itself: worth a claim only where it is known of what.
pub(super) const PART: &str = "time.part";

/// «تعطى إشارة البدء ظهرا»: a part of the day that follows no hour.
fn part_alone(cx: &Context, at: usize) -> Option<Clock> {
    const ALONE: &[&str] = &["ظهرا"];
    if !ALONE.contains(&cx.word(at)) {
        return None;
    }
    let (sense, len) = cx.sense(at, Class::DayPart)?;
    let before = at.checked_sub(1).unwrap_or(at);
    let hour = beside_hour(cx, at, at + len);
    // «ليلا ونهارا», «يوميا ظهرا»
    let usual = cx.word(at + len).starts_with('و') || matches!(cx.word(before), "يوميا" | "نهارا");
    let first = sense.value as u16;
    let clock = || finish(cx, (first, last_minute(sense.id, first)), at + len, PART);
    (!hour && !usual).then(clock)
}

/// «قبيل الظهر، عند الحادية عشرة»: the hour itself is told beside the part of the day.
fn beside_hour(cx: &Context, at: usize, end: usize) -> bool {
    const NEAR: usize = 4;
    let before = at.checked_sub(1);
    before.is_some_and(|at| is_digits(cx, at) || ordinal::is_feminine(cx, at))
        || (end..end + NEAR)
            .any(|at| cx.is(at, Class::ClockWord) || hour_in_words(cx, at).is_some())
}

/// The minute that `HH:MM` names; `first` where there is none.
fn last_minute(id: &str, first: u16) -> u16 {
    let minutes = |(hour, minute): (&str, &str)| {
        Some(hour.parse::<u16>().ok()? * 60 + minute.parse::<u16>().ok()?)
    };
    id.split_once(':').and_then(minutes).unwrap_or(first)
}

fn finish(
    cx: &Context,
    (minute, last_minute): (u16, u16),
    end: usize,
    rule: &'static str,
) -> Clock {
    let zone = zone::named(cx, end);
    let end = zone.as_ref().map_or(end, |(_, end)| *end);
    let zone = zone.or_else(|| zone::named(cx, past_day(cx, end))).map(|(zone, _)| zone);
    Clock { value: TimeValue { minute, last_minute, date: None, zone, about: false }, end, rule }
}

/// Past the day between a time and its zone, which is told by itself: «صباح الاثنين بتوقيت …», «(بتوقيت …)».
fn past_day(cx: &Context, end: usize) -> usize {
    /// Words of a day at most: «من مساء اليوم الأحد».
    const LONGEST: usize = 4;
    const DAY: Classes = Classes::of(&[Class::Weekday, Class::RelativeDay, Class::DayPart]);
    let day = |at: &usize| cx.is_one_of(*at, DAY) || matches!(cx.word(*at), "من" | "يوم");
    let behind = end + (end..end + LONGEST).take_while(day).count();
    behind + usize::from(cx.is_sign(behind, '(') || cx.is_sign(behind, '،'))
}

/// Whether the time that begins at a token is told about: «قرابة الحادية عشرة», «في حدود الثالثة».
fn is_about(cx: &Context, at: usize) -> bool {
    const ABOUT: &[&str] = &["قرابه", "حوالي", "نحو", "زهاء", "حدود", "بحدود", "حوالى"];
    at.checked_sub(1).is_some_and(|before| ABOUT.contains(&cx.word(before)))
}

/// «الساعات الأولى»: after a definite noun an ordinal is its adjective.
fn describes(cx: &Context, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|at| cx.is_word(at) && cx.word(at).starts_with("ال"))
}

/// `18:04`, «20.45» after «الساعة», «11» before a part of the day, `20h45`.
fn figures(cx: &Context, at: usize, titled: bool) -> Option<Face> {
    let at = at + usize::from(is_article(cx.word(at)));
    if !is_digits(cx, at) || cx.word(at).len() > 4 {
        return None;
    }
    // «الساعة 1130 صباحا»
    let dated = || titled && cx.is(at + 1, Class::DayPart);
    if cx.word(at).len() == 4 && (zone::named(cx, at + 1).is_some() || dated()) {
        let all: u16 = cx.word(at).parse().ok()?;
        return face(all / 100, all % 100, at + 1, true);
    }
    let hour: u16 = cx.word(at).parse().ok().filter(|_| cx.word(at).len() <= 2)?;
    // «الساعة 1,01:17»: the hour is written twice.
    let twice =
        |sign| titled && cx.is_sign(at + 1, sign) && cx.is_sign(at + 3, ':') && cx.is_glued(at + 3);
    if (twice(',') || twice('.')) && cx.word(at + 2).parse() == Ok(hour) {
        return figures(cx, at + 2, titled);
    }
    let colon = cx.is_sign(at + 1, ':') && cx.is_glued(at + 1);
    // «21.58 بتوقيت …», «09,58 بتوقيت …», «5: 00 ت.غ»: the zone shows that it is a time.
    let parted =
        colon || cx.is_sign(at + 1, '.') || cx.is_sign(at + 1, ',') || cx.is_sign(at + 1, '،');
    let zoned = parted && zone::named(cx, at + 3).is_some();
    let pair = is_digits(cx, at + 2) && cx.word(at + 2).len() == 2;
    let pair = pair && (cx.is_glued(at + 2) || colon && zoned);
    let titled = titled || zoned;
    let hours = cx.word(at + 1) == "h" || (cx.word(at + 1) == "س" && cx.is_glued(at + 1));
    if pair && (colon || (titled && (parted || hours))) {
        let minute = cx.word(at + 2).parse().ok()?;
        let seconds = cx.is_sign(at + 3, ':') && is_digits(cx, at + 4) && cx.is_glued(at + 4);
        return face(hour, minute, at + 3 + 2 * usize::from(seconds), true);
    }
    let other = cx.is_sign(at + 1, '.') && is_digits(cx, at + 2) && cx.is_glued(at + 2);
    if other || cx.is_sign(at + 1, '-') || cx.is_sign(at + 1, '/') || cx.is_sign(at + 1, ':') {
        return None;
    }
    let (added, end) = minutes_after(cx, at + 1);
    let face = face(hour, added.unwrap_or(0), end, false)?;
    let part = day_part(cx, face.end).0.is_some();
    (titled && hour <= 24 || part && hour <= 12).then_some(face)
}

fn face(hour: u16, minute: u16, end: usize, sure: bool) -> Option<Face> {
    (hour <= 24 && minute < 60).then_some(Face { hour: hour % 24, minute, end, sure })
}

/// «الثامنة», «الثانية عشرة والنصف», «الثالثة إلا ربعا».
fn hour_in_words(cx: &Context, at: usize) -> Option<Face> {
    let (hour, end) = if cx.word(at) == "الواحده" {
        (1.0, at + 1)
    } else {
        ordinal::words(cx, at).filter(|_| ordinal::is_feminine(cx, at))?
    };
    if !(1.0..=12.0).contains(&hour) {
        return None;
    }
    let hour = hour as u16;
    if cx.word(end) == "الا" {
        let (less, end) = less_than_hour(cx, end + 1)?;
        return face((hour + 11) % 12, 60 - less, end, true);
    }
    let (added, end) = minutes_after(cx, end);
    let at_hour = at.checked_sub(1).is_some_and(|at| matches!(cx.word(at), "عند" | "حوالي"));
    face(hour, added.unwrap_or(0), end, added.is_some() || at_hour)
}

/// «ربعا», «عشر دقائق» after «إلا».
fn less_than_hour(cx: &Context, at: usize) -> Option<(u16, usize)> {
    if let Some(number) = number(cx, at).filter(|number| (1.0..60.0).contains(&number.low))
        && is_minute(cx, number.end)
    {
        return Some((number.low as u16, number.end + 1));
    }
    let part = cx.word_sense(at, Class::Fraction)?;
    Some(((part.value * 60.0) as u16, at + 1))
}

fn is_minute(cx: &Context, at: usize) -> bool {
    // «و30 دق»: short behind a figure in the bulletins of Tunisia.
    cx.word(at) == "دق" && at.checked_sub(1).is_some_and(|at| is_digits(cx, at))
        || cx.word_sense(at, Class::TimeUnit).is_some_and(|unit| unit.id == "minute")
}

/// «والنصف», «وعشر دقائق» after the hour.
fn minutes_after(cx: &Context, at: usize) -> (Option<u16>, usize) {
    let joined = cx.token(at).is_some_and(|token| token.clitics.has(Clitics::AND));
    let from = if cx.word(at) == "و" { at + 1 } else { at };
    if !joined && from == at {
        return (None, at);
    }
    let part = cx.word_sense(from, Class::Fraction).filter(|part| part.value < 1.0);
    let minutes = number(cx, from).filter(|number| (1.0..60.0).contains(&number.low));
    match (minutes, part) {
        (Some(number), _) if is_minute(cx, number.end) => (Some(number.low as u16), number.end + 1),
        (_, Some(part)) => (Some((part.value * 60.0) as u16), from + 1),
        _ => (None, at),
    }
}

/// A part of the day after a time: its first and last hour, and the token after it.
fn day_part(cx: &Context, at: usize) -> (Option<(u16, u16)>, usize) {
    let from = at + usize::from(cx.word(at) == "من");
    let Some((sense, len)) = cx.sense(from, Class::DayPart) else {
        return (None, at);
    };
    let last = sense.id.split(':').next().and_then(|hour| hour.parse().ok()).unwrap_or(24);
    // «ليلة» and «مساء» before a day belong to that day; the part is read, the word left to it.
    let end = if from > at { at } else { from + len };
    (Some((sense.value as u16 / 60, last)), end)
}

/// The hour of 24 that an hour of 12 is in a part of the day.
fn of_day(hour: u16, part: Option<(u16, u16)>) -> Option<u16> {
    let Some((first, last)) = part else {
        return (hour < 24).then_some(hour);
    };
    // 12:50 in the morning is ten to one at night.
    if hour == 12 {
        return Some(if first == 0 || last > 24 { 0 } else { 12 });
    }
    if hour > 12 {
        return Some(hour);
    }
    [hour, hour + 12].into_iter().find(|hour| (first..last).contains(hour)).or(Some(hour))
}

/// «تغلق في السابعة مساء وفي العاصمة في الثامنة»: a bare hour after one whose part was said.
fn follows_time(cx: &Context, at: usize) -> bool {
    let hour = ordinal::words(cx, at).is_some_and(|_| ordinal::is_feminine(cx, at));
    let within = at.checked_sub(1).is_some_and(|at| cx.word(at) == "في");
    hour && within && !cx.is_word(at + 1) && part_before(cx, at).is_some()
}

fn part_before(cx: &Context, at: usize) -> Option<(u16, u16)> {
    let start = cx.sentence(at)?.tokens.start.max(at.saturating_sub(25));
    (start..at).rev().find_map(|at| {
        let (part, _) = day_part(cx, at);
        let hour =
            at.checked_sub(1).is_some_and(|at| is_digits(cx, at) || ordinal::is_feminine(cx, at));
        part.filter(|_| hour)
    })
}

/// The day of a fact that is one day.
fn day_of(fact: &Fact) -> Option<jiff::civil::Date> {
    match &fact.value {
        Value::Date(date) if date.grain == Grain::Day && date.first == date.last => {
            Some(date.first)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::facts::testing::article;
    use crate::facts::{Value, extract};

    /// The minutes and the zones of the times of a text.
    fn clocks(text: &str) -> Vec<(u16, Option<String>)> {
        let facts = extract(&article(text, "2031-05-12")).facts;
        let clock = |value: &Value| match value {
            Value::Time(time) => {
                Some((time.minute, time.zone.as_ref().map(|zone| zone.name.clone())))
            }
            _ => None,
        };
        facts.iter().filter_map(|fact| clock(&fact.value)).collect()
    }

    #[test]
    fn clocks_as_agencies_write_them() {
        let utc = || Some("UTC".to_owned());
        assert_eq!(clocks("هبطت الطائرة في الساعة (09,58 بتوقيت غرينتش)."), [(598, utc())]);
        assert_eq!(clocks("هبطت الطائرة عند 00,45 ت غ."), [(45, utc())]);
        assert_eq!(clocks("هبطت الطائرة الساعة 11:30 يوم الجمعة (بتوقيت غرينتش)."), [(690, utc())]);
        assert_eq!(clocks("هبطت الطائرة الساعة 1130 صباحا."), [(690, None)]);
        let evening = "هبطت الطائرة في حدود الساعة الخامسة و30 دق من مساء الأحد.";
        assert_eq!(clocks(evening), [(1050, None)]);
        assert!(clocks("ربح 45,20 دينارا ودق الباب.").is_empty());
        assert!(clocks("باع 1130 كيسا صباحا.").is_empty());
    }
}
