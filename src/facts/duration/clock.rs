//! Lengths of time that are written as on a clock. Begin with [`clocked`].

use super::super::Kind;
use super::super::context::Context;
use super::super::lexicon::{Class, Classes};
use super::super::number::is_digits;
use super::super::quantity::Amount;
use super::super::value::{Quantity, Unit};

/// `2:45` where the words say that it is a length: «2:45 ساعة», «استغرق 2:45»; `2:06:53`, `8:21.41`.
pub(in crate::facts) fn clocked(cx: &Context, at: usize) -> Option<Amount> {
    let colon = is_digits(cx, at) && cx.is_sign(at + 1, ':') && is_digits(cx, at + 2);
    if !colon || !cx.is_glued(at + 1) || !cx.is_glued(at + 2) {
        return None;
    }
    if let Some(amount) = raced(cx, at) {
        return Some(amount);
    }
    let hour = cx.word_sense(at + 3, Class::TimeUnit).filter(|unit| unit.id == "hour");
    let lasted = at.checked_sub(1).is_some_and(|at| {
        cx.is(at, Class::DurationCue) && !matches!(cx.word(at), "قبل" | "بعد" | "منذ" | "خلال")
    });
    if hour.is_none() && !lasted {
        return None;
    }
    let hours: f64 = cx.word(at).parse().ok().filter(|_| cx.word(at).len() < 4)?;
    let minutes: f64 = cx.word(at + 2).parse().ok().filter(|minutes| *minutes < 60.0)?;
    let quantity = Quantity::exact(hours.mul_add(3600.0, minutes * 60.0), Unit::Second);
    let end = at + 3 + usize::from(hour.is_some());
    Some(Amount {
        kind: Kind::Duration,
        quantity,
        start: at,
        end,
        scale: 1.0,
        rule: "duration.clock",
    })
}

/// `2:06:53`, `8:21.41`: nobody tells the time of day to the second, but with «الساعة», a zone or a
/// part of the day.
fn raced(cx: &Context, at: usize) -> Option<Amount> {
    let finer = is_digits(cx, at + 4) && cx.is_glued(at + 3) && cx.is_glued(at + 4);
    let parts = |at: usize| cx.word(at).parse::<f64>().ok().filter(|_| cx.word(at).len() < 3);
    let (first, second, third) = (parts(at)?, parts(at + 2)?, parts(at + 4)?);
    let told = |at: usize| {
        cx.is_one_of(at, const { Classes::of(&[Class::ClockWord, Class::ZoneCue, Class::TimeZone, Class::DayPart]) })
    };
    let of_day = at.checked_sub(1).is_some_and(told) || told(at + 5) || told(at + 6);
    let pair = |at: usize| cx.word(at).len() == 2;
    if !finer || of_day || second >= 60.0 || !pair(at + 2) || !pair(at + 4) {
        return None;
    }
    let seconds = if cx.is_sign(at + 3, ':') && third < 60.0 {
        first.mul_add(3600.0, second.mul_add(60.0, third))
    } else if cx.is_sign(at + 3, '.') || cx.is_sign(at + 3, ',') {
        first.mul_add(60.0, second) + third / 100.0
    } else {
        return None;
    };
    Some(Amount {
        kind: Kind::Duration,
        quantity: Quantity::exact(seconds, Unit::Second),
        start: at,
        end: at + 5,
        scale: 1.0,
        rule: "duration.clock",
    })
}
