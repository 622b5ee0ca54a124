//! Weeks, months, years, quarters, decades, centuries: «الأسبوع الماضي», «عام 2025»,
//! «الربع الثاني 2025», «الثمانينيات», «القرن التاسع عشر», with or without «مطلع» and «أواخر».

use jiff::civil::Date;

use super::calendar::{self, Direction};
use super::{Dated, month};
use crate::facts::context::Context;
use crate::facts::lexicon::{Class, Classes, Clitics, FormNumber};
use crate::facts::number::{is_article, is_digits};
use crate::facts::ordinal;
use crate::facts::token::Token;
use crate::facts::value::Grain;

/// The period that begins at a token.
pub(super) fn period(cx: &Context, at: usize) -> Option<Dated> {
    if let Some((_, len)) = cx.sense(at, Class::PartOfPeriod) {
        let from = at + len + usize::from(cx.word(at + len) == "من");
        let within = period(cx, from)?;
        return Some(Dated { rule: "date.part", ..within });
    }
    let from = at + usize::from(cx.is(at, Class::ThisBefore));
    if from > at {
        return running(cx, from, Some(Direction::This));
    }
    decade(cx, at)
        .or_else(|| century(cx, at))
        .or_else(|| quarter(cx, at))
        .or_else(|| titled_year(cx, at))
        .or_else(|| month::month_alone(cx, at))
        .or_else(|| running(cx, at, None))
}

/// «الأسبوع الماضي», «العام المقبل», «هذا الشهر».
pub(super) fn running(cx: &Context, at: usize, said: Option<Direction>) -> Option<Dated> {
    let unit = cx.word_sense(at, Class::TimeUnit)?;
    let definite = cx.token(at)?.clitics.has(Clitics::THE);
    if !definite || unit.number != FormNumber::One || is_of_an_office(cx, at) {
        return None;
    }
    let (direction, end) = match said {
        Some(direction) => (direction, at + 1),
        None => match calendar::direction_after(cx, at + 1) {
            (Some(direction), end) => (direction, end),
            (None, _) => return None,
        },
    };
    if !matches!(unit.id, "week" | "month" | "year" | "decade" | "century") {
        return None;
    }
    let Some(today) = cx.published else {
        return Some(Dated::unknown(cx, at, end, "date.period"));
    };
    let step = match direction {
        Direction::Past => -1,
        Direction::This => 0,
        Direction::Future => 1,
    };
    let (first, last, grain) = stepped(today, unit.id, step)?;
    Some(Dated::span(first, last, grain, end, "date.period").relative())
}

/// «الأمين العام السابق»: general, and no year.
fn is_of_an_office(cx: &Context, at: usize) -> bool {
    let title = at.checked_sub(1).and_then(|before| cx.sense(before, Class::Title));
    title.is_some_and(|(_, words)| words > 1)
}

/// The week (from Monday), month, year, decade or century some steps from that of `today`.
fn stepped(today: Date, unit: &str, step: i32) -> Option<(Date, Date, Grain)> {
    let year = i32::from(today.year());
    let years = |first: i32, count: i32, grain| {
        let first_day = Date::new(i16::try_from(first).ok()?, 1, 1).ok()?;
        let last = Date::new(i16::try_from(first + count - 1).ok()?, 12, 31).ok()?;
        Some((first_day, last, grain))
    };
    match unit {
        "week" => {
            let back = 1 - i32::from(today.weekday().to_monday_one_offset());
            let monday = calendar::plus(today, back + 7 * step)?;
            Some((monday, calendar::plus(monday, 6)?, Grain::Week))
        }
        "month" => {
            let month = today.first_of_month().checked_add(jiff::Span::new().months(step)).ok()?;
            Some((month, month.last_of_month(), Grain::Month))
        }
        "year" => years(year + step, 1, Grain::Year),
        "decade" => years((year.div_euclid(10) + step) * 10, 10, Grain::Decade),
        "century" => years((year.div_euclid(100) + step) * 100, 100, Grain::Century),
        _ => None,
    }
}

fn year_span(year: i16, end: usize, rule: &'static str) -> Option<Dated> {
    let first = Date::new(year, 1, 1).ok()?;
    Some(Dated::span(first, first.last_of_year(), Grain::Year, end, rule))
}

/// «عام 2025», «سنة 1885 ميلادية», «عامي 2016 و2017».
fn titled_year(cx: &Context, at: usize) -> Option<Dated> {
    let pair = matches!(cx.word(at), "عامي" | "بين" | "سنتي");
    let unit = cx.word_sense(at, Class::TimeUnit).filter(|unit| unit.id == "year");
    if unit.is_none_or(|unit| unit.number == FormNumber::Two) && !(pair && cx.word(at) != "بين")
    {
        return None;
    }
    let figure = at + 1;
    if !month::is_year(cx, figure) {
        return None;
    }
    let year: i16 = cx.word(figure).parse().ok()?;
    let mut end = figure + 1;
    if let Some((_, len)) = cx.sense(end, Class::Ah) {
        let first = calendar::from_hijri(i32::from(year), 1, 1)?;
        let last = calendar::plus(calendar::from_hijri(i32::from(year) + 1, 1, 1)?, -1)?;
        return Some(Dated::span(first, last, Grain::Season, end + len, "date.hijri"));
    }
    if let (Era::BeforeChrist, end) = era(cx, end) {
        return year_span(1 - year, end, "date.year");
    }
    end += cx.sense(end, Class::Ad).map_or(0, |(_, len)| len);
    let first = year_span(year, end, "date.year")?;
    second_year(cx, &first, end).or(Some(first))
}

/// «2016-2017», «عامي 2016 و2017».
fn second_year(cx: &Context, first: &Dated, at: usize) -> Option<Dated> {
    let joined = (cx.is_sign(at, '-') || cx.is_sign(at, '/') || matches!(cx.word(at), "و" | "الي"))
        && month::is_year(cx, at + 1);
    let year: i16 = cx.word(at + 1).parse().ok().filter(|_| joined)?;
    let start = first.first()?;
    let last = Date::new(year, 12, 31).ok().filter(|last| *last > start)?;
    Some(Dated::span(start, last, Grain::Year, at + 2, "date.range"))
}

/// Four digits alone: a year of our times, when no noun is counted by them.
pub(super) fn bare_year(cx: &Context, at: usize) -> Option<Dated> {
    if !month::is_year(cx, at) || cx.is_sign(at + 1, '%') {
        return None;
    }
    let year: i16 = cx.word(at).parse().ok().filter(|year| (1800..=2100).contains(year))?;
    let glued = cx.is_glued(at)
        && at.checked_sub(1).is_some_and(|at| {
            cx.is_sign(at, '-') || cx.is_sign(at, '/') || cx.is_sign(at, '+') || cx.is_sign(at, '.')
        });
    let approximate = at.checked_sub(1).is_some_and(|at| {
        cx.is_one_of(at, const { Classes::of(&[Class::ApproxBefore, Class::Numbered]) })
    });
    if glued || approximate || counts(cx, at + 1) {
        return None;
    }
    let dated = year_span(year, at + 1, "date.bare_year")?;
    Some(second_year(cx, &dated, at + 1).unwrap_or(dated).unsure())
}

/// Whether the words after four digits are counted by them: a known noun or unit, or the
/// accusative that eleven and more ask for.
fn counts(cx: &Context, at: usize) -> bool {
    let known = cx.is_one_of(
        at,
        const {
            Classes::of(&[
                Class::PersonNoun,
                Class::Counted,
                Class::TimeUnit,
                Class::Scale,
                Class::Goal,
            ])
        },
    );
    let touching = cx.is_glued(at) && cx.token(at).is_some_and(Token::is_word);
    let accusative = cx.is_word(at)
        && cx.word(at).chars().count() > 3
        && cx.word(at).ends_with('ا')
        && !cx.is(at, Class::Function)
        && !cx.word(at).starts_with("ال");
    known || touching || accusative || crate::facts::quantity::measured(cx, at).is_some()
}

/// «الربع الأول من السنة الحالية», «النصف الثاني من 2024».
fn quarter(cx: &Context, at: usize) -> Option<Dated> {
    let part = match cx.word(at) {
        "الربع" | "بالربع" | "للربع" => 3,
        "النصف" | "بالنصف" | "للنصف" => 6,
        _ => return None,
    };
    let (place, end) = ordinal::words(cx, at + 1)?;
    let place = place as i8;
    if place > 12 / part {
        return None;
    }
    let from = end + usize::from(cx.word(end) == "من");
    let (year, end) = match year_at(cx, from) {
        Some(told) => told,
        None => (cx.published?.year(), end),
    };
    let first = Date::new(year, part * (place - 1) + 1, 1).ok()?;
    let last = Date::new(year, part * place, 1).ok()?.last_of_month();
    Some(Dated::span(first, last, Grain::Season, end, "date.quarter"))
}

/// A year in figures or relative to the report's.
fn year_at(cx: &Context, at: usize) -> Option<(i16, usize)> {
    if month::is_year(cx, at) {
        return Some((cx.word(at).parse().ok()?, at + 1));
    }
    let year = titled_year(cx, at).or_else(|| {
        let this = usize::from(cx.is(at, Class::ThisBefore));
        running(cx, at + this, (this > 0).then_some(Direction::This))
    })?;
    Some((year.first()?.year(), year.end))
}

/// «الثمانينيات», «تسعينيات القرن الماضي»: of this century only where they are past.
fn decade(cx: &Context, at: usize) -> Option<Dated> {
    let sense = cx.word_sense(at, Class::Decade)?;
    if cx.sense(at + 1, Class::AgeAfter).is_some() {
        return None;
    }
    let said = century(cx, at + 1).or_else(|| running(cx, at + 1, None));
    let (base, end) = match &said {
        Some(century) => (century.first()?.year(), century.end),
        None => (1900, at + 1),
    };
    let first = Date::new(base - base.rem_euclid(100) + sense.value as i16, 1, 1).ok()?;
    let last = Date::new(first.year() + 9, 12, 31).ok()?;
    Some(Dated::span(first, last, Grain::Decade, end, "date.decade"))
}

/// «القرن التاسع عشر», «القرن الـ19», «القرن الثالث قبل الميلاد», «القرن السابع الهجري», «الألف الثاني قبل
/// الميلاد».
fn century(cx: &Context, at: usize) -> Option<Dated> {
    let years: i32 = match cx.word(at) {
        "القرن" | "بالقرن" | "للقرن" => 100,
        "الالف" | "للالف" | "الالفيه" | "للالفيه" => 1000,
        _ => return None,
    };
    let (place, end) = place_in_row(cx, at + 1)?;
    let place = Some(place).filter(|place| (1..=30).contains(place))?;
    let (first, last, end) = match era(cx, end) {
        (Era::BeforeChrist, end) => (1 - years * place, -years * (place - 1), end),
        (Era::Hijri, end) if years == 100 => {
            (of_hijra(100 * place - 99), of_hijra(100 * place), end)
        }
        // «الألف الأول» may count anything.
        _ if years > 100 => return None,
        (_, end) => (100 * place - 99, 100 * place, end),
    };
    let day = |year: i32, month, day| Date::new(i16::try_from(year).ok()?, month, day).ok();
    let (first, last) = (day(first, 1, 1)?, day(last, 12, 31)?);
    Some(Dated::span(first, last, Grain::Century, end, "date.century"))
}

/// «التاسع عشر», «الـ19», «العشرين».
fn place_in_row(cx: &Context, at: usize) -> Option<(i32, usize)> {
    let figure = at + usize::from(is_article(cx.word(at)));
    if is_digits(cx, figure) {
        return Some((cx.word(figure).parse().ok()?, figure + 1));
    }
    let (place, end) = ordinal::words(cx, at)
        .or_else(|| cx.word_sense(at, Class::Cardinal).map(|twenty| (twenty.value, at + 1)))?;
    Some((place as i32, end))
}

/// What years are counted from.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Era {
    BeforeChrist,
    Hijri,
    Ours,
}

/// The era that is told at a token, and the token after it.
fn era(cx: &Context, at: usize) -> (Era, usize) {
    match (cx.word(at), cx.word(at + 1)) {
        ("قبل", "الميلاد" | "ميلاد") | ("ق", "م") => (Era::BeforeChrist, at + 2),
        ("ق", _) if cx.is_sign(at + 1, '.') && cx.word(at + 2) == "م" => {
            (Era::BeforeChrist, at + 3)
        }
        ("الهجري" | "هجري" | "للهجره" | "الهجريه", _) => {
            (Era::Hijri, at + 1)
        }
        _ => (Era::Ours, at),
    }
}

/// A year after the hijra, which is shorter than one of ours.
const fn of_hijra(year: i32) -> i32 {
    622 + year * 97 / 100
}
