//! A day of a month: «6 سبتمبر», «الخامس عشر من آب/أغسطس 2025», «12 رمضان 1446هـ»; and a month
//! alone.

use jiff::civil::Date;

use super::Dated;
use super::calendar::{self, Direction};
use crate::facts::context::Context;
use crate::facts::lexicon::{Class, Clitics};
use crate::facts::number::{is_article, is_digits};
use crate::facts::ordinal;
use crate::facts::value::Grain;

/// A month that was named, and the token after its name or names.
pub(super) struct Named {
    pub month: i8,
    pub hijri: bool,
    pub ambiguous: bool,
    pub end: usize,
}

/// The month named at a token, «شهر» before it and its name in another family after it included.
pub(super) fn named(cx: &Context, at: usize) -> Option<Named> {
    let shahr = matches!(cx.word(at), "شهر" | "بشهر" | "لشهر" | "وشهر");
    let at = at + usize::from(shahr);
    if let Some((sense, len)) = cx.sense(at, Class::Month) {
        let end = doubled(cx, at + len, sense.value);
        let ambiguous = sense.id == "ambiguous" && !shahr && end == at + len;
        return Some(Named { month: sense.value as i8, hijri: false, ambiguous, end });
    }
    let (sense, len) = cx.sense(at, Class::HijriMonth)?;
    Some(Named { month: sense.value as i8, hijri: true, ambiguous: !shahr, end: at + len })
}

/// Past «/آب», «(آب)» or «آب» beside «أغسطس»: the same month by its other name.
fn doubled(cx: &Context, at: usize, month: f64) -> usize {
    let sign = ['/', '(', '-'].into_iter().find(|sign| cx.is_sign(at, *sign));
    let from = at + usize::from(sign.is_some());
    match cx.sense(from, Class::Month) {
        Some((sense, len)) if sign.is_some() || sense.is(month) => {
            let end = from + len;
            end + usize::from(sign == Some('(') && cx.is_sign(end, ')'))
        }
        _ => at,
    }
}

/// A day with its month, and its year where it is said.
pub(super) fn day_and_month(cx: &Context, at: usize) -> Option<Dated> {
    let (day, after) = day_of_month(cx, at)?;
    let from = after + usize::from(cx.word(after) == "من");
    let Some(month) = named(cx, from) else {
        return (from > after).then(|| day_of_running(cx, (at, from), day)).flatten();
    };
    on_day(cx, at, day, &month)
}

fn on_day(cx: &Context, at: usize, day: i8, month: &Named) -> Option<Dated> {
    let (year, said, end) = year_after(cx, month.end);
    if month.hijri {
        return hijri_day(cx, day, month.month, year, end);
    }
    let Some((year, sure)) = year.map(|year| (year, true)).or_else(|| {
        let forward = calendar::direction_before(cx, at) == Direction::Future;
        let year = calendar::year_of(cx.published?, month.month, day, said, forward)?;
        Some((year, said.is_some()))
    }) else {
        let real = Date::new(2000, month.month, day).is_ok();
        return real.then(|| Dated::unknown(cx, at, end, "date.day_month"));
    };
    let dated = Dated::day(Date::new(year, month.month, day).ok()?, end, "date.day_month");
    Some(if sure { dated } else { dated.unsure() })
}

/// «15 من الشهر الماضي»: `start` is at the day, `at` at the month.
fn day_of_running(cx: &Context, (start, at): (usize, usize), day: i8) -> Option<Dated> {
    let month = super::period::running(cx, at, None)?;
    let named = cx.word_sense(at, Class::TimeUnit).is_some_and(|unit| unit.id == "month");
    if named && month.first().is_none() {
        return Some(Dated::unknown(cx, start, month.end, "date.day_month"));
    }
    let first = month.first().filter(|_| month.is_month())?;
    let day = Date::new(first.year(), first.month(), day).ok()?;
    // The day is numbered: only its month is told from today's.
    Some(Dated::day(day, month.end, "date.day_month"))
}

fn hijri_day(cx: &Context, day: i8, month: i8, year: Option<i16>, end: usize) -> Option<Dated> {
    let (year, sure) = match year {
        Some(year) if (1200..1700).contains(&year) => (i32::from(year), true),
        Some(_) => return None,
        None => (calendar::hijri_year(cx.published?)?, false),
    };
    let civil = calendar::from_hijri(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)?;
    let dated = Dated::day(civil, end, "date.hijri");
    Some(if sure { dated } else { dated.unsure() })
}

/// A day of the month in figures or as an ordinal: 1 to 31.
fn day_of_month(cx: &Context, at: usize) -> Option<(i8, usize)> {
    let apart = is_digits(cx, at + 1) && is_article(cx.word(at));
    let figure = at + usize::from(apart);
    if is_digits(cx, figure) {
        if cx.word(figure).len() > 2 {
            return None;
        }
        let day = cx.word(figure).parse().ok().filter(|day| (1..=31).contains(day))?;
        return Some((day, figure + 1));
    }
    // «فاتح ماي», «الفاتح من نوفمبر» in the Maghreb.
    if matches!(cx.word(at), "فاتح" | "الفاتح") {
        let month = at + 1 + usize::from(cx.word(at + 1) == "من");
        return named(cx, month).map(|_| (1, at + 1));
    }
    // Days are masculine: «الأيام الثلاثة الأولى من ديسمبر» has more than its first.
    let nth = ordinal::words(cx, at).filter(|_| !ordinal::is_feminine(cx, at));
    let (day, end) = nth.or_else(|| tens(cx, at))?;
    // «أول أيام ديسمبر», «أول يوم من مارس»
    let of_days = match cx.word(end) {
        "ايام" => Some(end + 1),
        "يوم" if cx.word(end + 1) == "من" => Some(end + 2),
        _ => None,
    };
    let day = (1.0..=31.0).contains(&day).then_some(day as i8)?;
    if let Some(from) = of_days.filter(|from| named(cx, *from).is_some_and(|month| !month.hijri)) {
        return Some((day, from));
    }
    let definite = cx.token(at).is_some_and(|token| token.clitics.has(Clitics::THE));
    definite.then_some((day, end))
}

/// «العشرين من مارس», «الثلاثين من الشهر الماضي».
fn tens(cx: &Context, at: usize) -> Option<(f64, usize)> {
    if cx.word(at + 1) != "من" {
        return None;
    }
    let round = |(day, _): &(f64, usize)| matches!(*day as u8, 20 | 30);
    ordinal::definite_cardinal(cx, at).filter(round).filter(|(_, end)| *end == at + 1)
}

/// The year after a month: in figures, or «الماضي» and the like, or «من العام الماضي».
fn year_after(cx: &Context, at: usize) -> (Option<i16>, Option<Direction>, usize) {
    if let (Some(direction), end) = calendar::direction_after(cx, at) {
        if let (Some(year), _, end) = year_after(cx, end) {
            return (Some(year), Some(direction), end);
        }
        return (None, Some(direction), end);
    }
    let from = at + usize::from(cx.is_sign(at, '،') && is_year(cx, at + 1));
    let from = from + usize::from(cx.word(from) == "من");
    let titled = matches!(cx.word(from), "عام" | "سنه" | "لعام" | "لسنه");
    let figure = from + usize::from(titled);
    if is_year(cx, figure) {
        let year = cx.word(figure).parse().ok();
        let mut end = figure + 1;
        if let Some((_, len)) = cx.sense(end, Class::Ad).or_else(|| cx.sense(end, Class::Ah)) {
            end += len;
        }
        return (year, None, end);
    }
    if matches!(cx.word(from), "العام" | "السنه")
        && let (Some(direction), end) = calendar::direction_after(cx, from + 1)
    {
        let offset = match direction {
            Direction::Past => -1,
            Direction::This => 0,
            Direction::Future => 1,
        };
        return (cx.published.map(|today| today.year() + offset), Some(direction), end);
    }
    (None, None, at)
}

/// Four digits that may be a year, and no part of a longer figure.
pub(super) fn is_year(cx: &Context, at: usize) -> bool {
    if !is_digits(cx, at) || cx.word(at).len() != 4 {
        return false;
    }
    let inside = |sign| cx.is_sign(at + 1, sign) && is_digits(cx, at + 2) && cx.is_glued(at + 2);
    let year: i32 = cx.word(at).parse().unwrap_or(0);
    (1200..2200).contains(&year) && !inside('.') && !inside(',') && !inside(':')
}

/// «3-5 مايو», «3 و4 مايو», «3 و4 و5 مايو», «من 3 إلى 5 مايو»: `at` is at the first figure.
pub(super) fn range_of_days(cx: &Context, at: usize) -> Option<Dated> {
    let (first, after) = day_of_month(cx, at).filter(|_| is_digits(cx, at))?;
    let joined = cx.is_sign(after, '-') || matches!(cx.word(after), "و" | "الي" | "حتي");
    if !joined {
        return None;
    }
    let (mut last, mut end) = day_of_month(cx, after + 1)?;
    while cx.word(after) == "و" && cx.word(end) == "و" && is_digits(cx, end + 1) {
        let (next, after) = day_of_month(cx, end + 1).filter(|(next, _)| *next == last + 1)?;
        (last, end) = (next, after);
    }
    let month = named(cx, end + usize::from(cx.word(end) == "من"))?;
    let last = on_day(cx, at, last, &month)?;
    let first = on_day(cx, at, first, &month)?.first()?;
    let until = last.first().filter(|until| *until > first)?;
    Some(Dated::span(first, until, Grain::Day, last.end, "date.range"))
}

/// «في 19 منه»: the day of the month that the words before name.
pub(super) fn day_of_it(cx: &Context, at: usize) -> Option<Dated> {
    /// Tokens back to the month at most.
    const REACH: usize = 60;
    if cx.word(at + 1) != "منه"
        || !matches!(cx.word(at.checked_sub(1)?), "في" | "يوم" | "و" | "الي")
    {
        return None;
    }
    let (day, end) = day_of_month(cx, at)?;
    let month = (at.saturating_sub(REACH)..at).rev().find_map(|at| named(cx, at))?;
    let dated = on_day(cx, at, day, &month)?;
    Some(Dated { end: end + 1, ..dated })
}

/// «ما بين الرابع والسادس من الشهر الجاري»: `at` is at the first ordinal.
pub(super) fn range_of_ordinals(cx: &Context, at: usize) -> Option<Dated> {
    let (first, after) = day_of_month(cx, at).filter(|_| !is_digits(cx, at))?;
    let joined = cx.token(after).is_some_and(|token| token.clitics.has(Clitics::AND));
    let last = day_and_month(cx, after).filter(|_| joined)?;
    let until = last.first()?;
    let first = Date::new(until.year(), until.month(), first).ok().filter(|day| *day < until)?;
    Some(Dated::span(first, until, Grain::Day, last.end, "date.range"))
}

/// A month alone, with its year or with words around that show it is a month.
pub(super) fn month_alone(cx: &Context, at: usize) -> Option<Dated> {
    let month = named(cx, at)?;
    let opener = at.checked_sub(1 + usize::from(at > 0 && cx.word(at - 1) == "من"));
    if opener.is_some_and(|at| matches!(cx.word(at), "فاتح" | "الفاتح")) {
        return on_day(cx, at, 1, &month);
    }
    let (year, said, end) = year_after(cx, month.end);
    if month.hijri || (month.ambiguous && year.is_none() && said.is_none()) {
        return None;
    }
    let Some((year, sure)) = year.map(|year| (year, true)).or_else(|| {
        let forward = calendar::direction_before(cx, at) == Direction::Future;
        let today = cx.published?;
        // The current month is neither past nor ahead.
        let day = if today.month() == month.month { today.day() } else { 1 };
        let year = calendar::year_of(today, month.month, day, said, forward)?;
        Some((year, said.is_some()))
    }) else {
        return Some(Dated::unknown(cx, at, end, "date.month"));
    };
    let first = Date::new(year, month.month, 1).ok()?;
    let dated = Dated::span(first, first.last_of_month(), Grain::Month, end, "date.month");
    Some(if sure { dated } else { dated.unsure() })
}

#[cfg(test)]
mod tests {
    use crate::facts::testing::article;
    use crate::facts::{Kind, Value, extract};

    /// The dates of a text as it writes them.
    fn told(text: &str, published: &str) -> Vec<String> {
        let report = article(text, published);
        let facts = extract(&report).facts;
        let dates = facts.iter().filter(|fact| fact.kind == Kind::Date);
        dates.filter_map(|fact| report.text.slice(fact.span).map(str::to_owned)).collect()
    }

    /// The first and the last day of the first date.
    fn days(text: &str) -> Option<(i8, i8)> {
        let report = article(text, "2031-06-10");
        extract(&report).facts.iter().find_map(|fact| match &fact.value {
            Value::Date(date) => Some((date.first.day(), date.last.day())),
            _ => None,
        })
    }

    #[test]
    fn days_as_the_maghreb_tells_them() {
        assert_eq!(days("توقف المصنع يوم فاتح ماي الماضي."), Some((1, 1)));
        assert_eq!(days("ضاع القارب في الليلة الفاصلة بين الأحد 8 والاثنين 9 جوان."), Some((8, 9)));
        assert_eq!(days("ضاع القارب في الليلة الفاصلة بين 4 و5 جوان الجاري."), Some((4, 5)));
        assert_eq!(days("ضاع القارب ما بين الثالث والسابع من الشهر الجاري."), Some((3, 7)));
        let text = "تبدأ الجولة في 12 يونيو، وتختتم في 19 منه.";
        assert_eq!(told(text, "2031-06-10"), ["12 يونيو", "19 منه"]);
        assert!(told("اشترى الحارس قمحا وباع 3 منه.", "2031-06-10").is_empty());
        assert!(told("وصل الفاتح من المدينة.", "2031-06-10").is_empty());
    }

    #[test]
    fn a_month_by_both_of_its_names_is_one() {
        assert_eq!(told("أقلع الصاروخ في 14 يوليو تموز.", ""), ["14 يوليو تموز"]);
        assert_eq!(told("أقلع الصاروخ في 14 يوليو، وعاد في آب.", ""), ["14 يوليو"]);
    }

    #[test]
    fn a_day_of_this_month_is_a_day_without_the_day_of_the_report_too() {
        let text = "سجلت الإصابة في السادس من الشهر الجاري.";
        assert_eq!(told(text, ""), ["السادس من الشهر الجاري"]);
        assert_eq!(told("جرى الاقتراع في الأيام الثلاثة الأولى من ديسمبر.", ""), ["ديسمبر"]);
    }

    #[test]
    fn three_days_in_a_row_are_one_span() {
        let report = article("جرى الاقتراع في 10 و11 و12 مايو 2031.", "");
        let facts = extract(&report).facts;
        let span = facts.iter().find_map(|fact| match &fact.value {
            Value::Date(date) => Some((date.first.day(), date.last.day())),
            _ => None,
        });
        assert_eq!(span, Some((10, 12)));
    }

    #[test]
    fn a_night_between_two_weekdays_is_one_date() {
        let whole = ["ليلة الثلاثاء إلى الأربعاء"];
        assert_eq!(told("صدر الحكم ليلة الثلاثاء إلى الأربعاء.", ""), whole);
        assert_eq!(told("صدر الحكم ليلة الثلاثاء إلى الأربعاء.", "2031-05-08"), whole);
    }
}
