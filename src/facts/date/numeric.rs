//! Dates in figures: `15/8/2025`, `2025-08-15`, `15.08.2025`; «يوم 15/8».

use jiff::civil::Date;

use super::{Dated, calendar};
use crate::facts::context::Context;
use crate::facts::number::is_digits;
use crate::facts::token::TokenKind;

/// Three figures parted by one sign. The year is first or last; the day comes before the month.
pub(super) fn date(cx: &Context, at: usize) -> Option<Dated> {
    let sign = separator(cx, at)?;
    if !cx.is_sign(at + 3, sign) || !all_glued(cx, at + 1, at + 5) || !is_digits(cx, at + 4) {
        return None;
    }
    // More of the same sign: a code, not a date.
    if cx.is_sign(at + 5, sign) && cx.is_glued(at + 5) && cx.is_glued(at + 6) {
        return None;
    }
    let (first, middle, last) = (part(cx, at)?, part(cx, at + 2)?, part(cx, at + 4)?);
    let day = if cx.word(at).len() == 4 {
        Date::new(first, narrow(middle)?, narrow(last)?).ok()?
    } else {
        let year = match cx.word(at + 4).len() {
            4 => last,
            2 if sign == '/' => 2000 + last,
            _ => return None,
        };
        let european = Date::new(year, narrow(middle)?, narrow(first)?);
        match european {
            Ok(day) => day,
            Err(_) => Date::new(year, narrow(first)?, narrow(middle)?).ok()?,
        }
    };
    Some(Dated::day(day, at + 5, "date.figures"))
}

/// «يوم 15/8»: two figures, where a word says that it is a day.
pub(super) fn day_and_month(cx: &Context, at: usize) -> Option<Dated> {
    let sign = separator(cx, at).filter(|sign| *sign != '.')?;
    if !all_glued(cx, at + 1, at + 3) || cx.is_sign(at + 3, sign) {
        return None;
    }
    let (day, month) = (narrow(part(cx, at)?)?, narrow(part(cx, at + 2)?)?);
    let end = at + 3;
    let Some(today) = cx.published else {
        return Some(Dated::unknown(cx, at, end, "date.figures"));
    };
    let forward = super::looks_forward(cx, at);
    let year = calendar::year_of(today, month, day, None, forward)?;
    Some(Dated::day(Date::new(year, month, day).ok()?, end, "date.figures").unsure())
}

fn separator(cx: &Context, at: usize) -> Option<char> {
    if !is_digits(cx, at) || !is_digits(cx, at + 2) {
        return None;
    }
    match cx.token(at + 1)?.kind {
        TokenKind::Sign(sign @ ('/' | '-' | '.')) => Some(sign),
        _ => None,
    }
}

fn all_glued(cx: &Context, from: usize, to: usize) -> bool {
    (from..to).all(|at| cx.is_glued(at))
}

fn part(cx: &Context, at: usize) -> Option<i16> {
    cx.word(at).parse().ok().filter(|_| cx.word(at).len() <= 4)
}

fn narrow(part: i16) -> Option<i8> {
    i8::try_from(part).ok()
}
