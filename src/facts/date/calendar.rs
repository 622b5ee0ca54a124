//! Which day is meant, told from the report's date.

use icu_calendar::Date as IcuDate;
use icu_calendar::Iso;
use icu_calendar::cal::Hijri;
use jiff::civil::Date;

use crate::facts::context::Context;
use crate::facts::lexicon::Class;
use crate::facts::speech::is_future;

/// Which way from the report's date a word points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    Past,
    This,
    Future,
}

/// «الماضي», «المقبل», «الجاري» at a token, and the token after it.
pub(super) fn direction_after(cx: &Context, at: usize) -> (Option<Direction>, usize) {
    let classes = [
        (Class::Last, Direction::Past),
        (Class::Next, Direction::Future),
        (Class::This, Direction::This),
    ];
    for (class, direction) in classes {
        if cx.word_sense(at, class).is_some() {
            return (Some(direction), at + 1);
        }
    }
    (None, at)
}

/// Where the words before a date look: the past, unless the clause looks forward.
pub(super) fn direction_before(cx: &Context, at: usize) -> Direction {
    let start = cx.sentence(at).map_or(0, |sentence| sentence.tokens.start);
    let from = at.saturating_sub(12).max(start);
    let forward = |word: usize| {
        cx.sense(word, Class::Future).is_some() || is_future(cx, word) && !is_named_by(cx, word)
    };
    let ahead = (from..=at + 1).any(|word| word != at && forward(word));
    if ahead { Direction::Future } else { Direction::Past }
}

/// «على طريق سيلونا», «في ستانا»: what a preposition or the noun of a place stands before is its name, and
/// no verb.
fn is_named_by(cx: &Context, at: usize) -> bool {
    #[rustfmt::skip]
    const BEFORE: &[&str] = &[
        "في", "من", "الي", "علي", "عن", "مع", "بين", "قرب", "نحو", "مدينه", "بلده", "قريه", "طريق", "حي",
        "شارع", "منطقه", "محافظه", "ولايه", "جزيره", "نهر", "جبل", "ميناء", "مطار", "نادي", "شركه",
    ];
    at.checked_sub(1).is_some_and(|before| {
        let word = cx.word(before);
        BEFORE.contains(&word.strip_prefix(['و', 'ب', 'ل']).unwrap_or(word))
            || BEFORE.contains(&word)
    })
}

pub(super) fn plus(day: Date, days: i32) -> Option<Date> {
    day.checked_add(jiff::Span::new().days(days)).ok()
}

/// The day of this name within three days of another: «أمس الأربعاء» written past midnight.
pub(super) fn nearest_weekday(near: Date, weekday: i8) -> Date {
    let off = i32::from((weekday - near.weekday().to_monday_one_offset()).rem_euclid(7));
    let off = if off > 3 { off - 7 } else { off };
    plus(near, off).unwrap_or(near)
}

/// A weekday (1 for Monday) told from `today`. Bare, it is today or in the past week, but
/// tomorrow's name means tomorrow: for six days ago one says «الماضي».
pub(super) fn weekday(today: Date, weekday: i8, said: bool, direction: Direction) -> Option<Date> {
    let ahead = i32::from((weekday - today.weekday().to_monday_one_offset()).rem_euclid(7));
    let days = match direction {
        Direction::Future if ahead == 0 && said => 7,
        Direction::Future => ahead,
        Direction::Past if said && ahead == 0 => -7,
        Direction::Past if ahead == 0 => 0,
        Direction::Past if ahead == 1 && !said => 1,
        Direction::Past => ahead - 7,
        Direction::This => ahead - if ahead == 6 { 7 } else { 0 },
    };
    plus(today, days)
}

/// The year of a month and day said without one. Past by default; ahead when the words look
/// forward, or when the day is near ahead and else most of a year ago.
pub(super) fn year_of(
    today: Date,
    month: i8,
    day: i8,
    said: Option<Direction>,
    forward: bool,
) -> Option<i16> {
    let this = Date::new(today.year(), month, day).ok()?;
    let until = (this - today).get_days();
    Some(match said {
        Some(Direction::This) => today.year(),
        Some(Direction::Past) => today.year() - i16::from(this > today),
        Some(Direction::Future) => today.year() + i16::from(this < today),
        None if forward && until < -200 => today.year() + 1,
        None if until <= 45 || forward => today.year(),
        None => today.year() - 1,
    })
}

/// A day of the Umm al-Qura calendar as a civil date.
pub(super) fn from_hijri(year: i32, month: u8, day: u8) -> Option<Date> {
    let hijri =
        IcuDate::try_new_hijri_with_calendar(year, month, day, Hijri::new_umm_al_qura()).ok()?;
    let iso = hijri.to_calendar(Iso);
    Date::new(
        i16::try_from(iso.year().extended_year()).ok()?,
        i8::try_from(iso.month().ordinal).ok()?,
        i8::try_from(iso.day_of_month().0).ok()?,
    )
    .ok()
}

/// The Hijri year of a civil date.
pub(super) fn hijri_year(day: Date) -> Option<i32> {
    let iso = IcuDate::try_new_iso(
        i32::from(day.year()),
        u8::try_from(day.month()).ok()?,
        u8::try_from(day.day()).ok()?,
    )
    .ok()?;
    Some(iso.to_calendar(Hijri::new_umm_al_qura()).year().extended_year())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_bare_weekday_is_past_but_for_tomorrow() {
        let thursday = date(2031, 6, 5);
        let past = |weekday| self::weekday(thursday, weekday, false, Direction::Past).unwrap();
        assert_eq!(past(4), date(2031, 6, 5));
        assert_eq!(past(3), date(2031, 6, 4));
        assert_eq!(past(5), date(2031, 6, 6));
        assert_eq!(past(6), date(2031, 5, 31));
        let last = self::weekday(thursday, 4, true, Direction::Past).unwrap();
        assert_eq!(last, date(2031, 5, 29));
        let next = self::weekday(thursday, 1, true, Direction::Future).unwrap();
        assert_eq!(next, date(2031, 6, 9));
    }

    #[test]
    fn a_month_without_a_year_is_the_last_one_unless_near_ahead() {
        let january = date(2031, 1, 20);
        assert_eq!(year_of(january, 12, 5, None, false), Some(2030));
        assert_eq!(year_of(january, 2, 3, None, false), Some(2031));
        assert_eq!(year_of(january, 12, 5, Some(Direction::Future), false), Some(2031));
        assert_eq!(year_of(date(2031, 12, 20), 1, 5, None, true), Some(2032));
    }

    #[test]
    fn hijri_days_follow_umm_al_qura() {
        // 1 Ramadan 1446 was 1 March 2025 in the calendar printed at Mecca.
        assert_eq!(from_hijri(1446, 9, 1), Some(date(2025, 3, 1)));
        assert_eq!(hijri_year(date(2025, 3, 1)), Some(1446));
        assert_eq!(from_hijri(1446, 13, 1), None);
    }
}
