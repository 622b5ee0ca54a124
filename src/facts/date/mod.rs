//! Days, months, years and what stands for them: «الجمعة الماضي», «أمس», «29 يناير/كانون الثاني».
//!
//! Begin with [`date`]. What a word means against the report's date is decided in `calendar`:
//! reports tell of the past unless their words look forward.

mod calendar;
mod month;
mod numeric;
mod part;
mod period;
mod published;

use jiff::civil::Date;

use super::context::Context;
use super::lexicon::{Class, Clitics};
use super::token::TokenKind;
use super::value::{DateValue, Grain, Value};

use calendar::Direction;
pub(super) use published::told_in;

/// A date, and the token after it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Dated {
    /// A date, or words when the report's own date is not known.
    pub value: Value,
    pub end: usize,
    /// Whether day and year were said, or follow from one word («أمس»).
    pub sure: bool,
    pub rule: &'static str,
}

impl Dated {
    fn day(day: Date, end: usize, rule: &'static str) -> Self {
        Self::span(day, day, Grain::Day, end, rule)
    }

    fn span(first: Date, last: Date, grain: Grain, end: usize, rule: &'static str) -> Self {
        let value = Value::Date(DateValue { first, last, grain, relative: false, part: None });
        Self { value, end, sure: true, rule }
    }

    fn relative(mut self) -> Self {
        if let Value::Date(date) = &mut self.value {
            date.relative = true;
        }
        self
    }

    fn unsure(self) -> Self {
        Self { sure: false, ..self }
    }

    /// A date that cannot be told without the report's own.
    fn unknown(cx: &Context, start: usize, end: usize, rule: &'static str) -> Self {
        let words = cx.text.slice(cx.span(start, end)).unwrap_or_default();
        Self { value: Value::Words(words.to_owned()), end, sure: false, rule }
    }

    fn is_month(&self) -> bool {
        matches!(&self.value, Value::Date(date) if date.grain == Grain::Month)
    }

    fn first(&self) -> Option<Date> {
        match &self.value {
            Value::Date(date) => Some(date.first),
            _ => None,
        }
    }
}

/// The date that begins at a token.
pub(super) fn date(cx: &Context, at: usize) -> Option<Dated> {
    let token = cx.token(at)?;
    if token.kind == TokenKind::Digits && name_of_place(cx, at).is_some() {
        return None;
    }
    if token.kind == TokenKind::Digits {
        return numeric::date(cx, at)
            .or_else(|| month::range_of_days(cx, at))
            .or_else(|| month::day_and_month(cx, at).map(|dated| until(cx, dated)))
            .or_else(|| month::day_of_it(cx, at))
            .or_else(|| period::bare_year(cx, at));
    }
    if token.kind != TokenKind::Word {
        return None;
    }
    if let Some((_, len)) = cx.sense(at, Class::OutletDay) {
        let _ = len;
        return None;
    }
    if let Some(night) = night_between(cx, at) {
        return Some(night);
    }
    let from = after_openers(cx, at);
    let opened = from > at;
    night(cx, at, from)
        .or_else(|| day(cx, from, opened).map(|dated| part::kept(cx, at..from, dated)))
        .map(|dated| until(cx, dated))
        .or_else(|| period::period(cx, at))
        .or_else(|| if opened { None } else { between(cx, at) })
}

/// «ملعب 5 يوليو», «جسر 6 أكتوبر»: a place that is called by a day; the token after its name.
pub(super) fn name_of_place(cx: &Context, at: usize) -> Option<usize> {
    const PLACES: [&str; 24] = [
        "ملعب",
        "استاد",
        "شارع",
        "ميدان",
        "ساحه",
        "جسر",
        "كوبري",
        "جامعه",
        "مستشفي",
        "حي",
        "مدينه",
        "قاعده",
        "مطار",
        "متنزه",
        "حديقه",
        "مدرسه",
        "ثانويه",
        "معهد",
        "محطه",
        "نفق",
        "سد",
        "مجمع",
        "مركب",
        "محور",
    ];
    let end = month::named(cx, at + 1)?.end;
    let place = |at: usize| {
        let word = cx.word(at).trim_start_matches(['و', 'ف', 'ب', 'ل']);
        PLACES.contains(&word) || PLACES.contains(&cx.word(at))
    };
    at.checked_sub(1).is_some_and(place).then_some(end)
}

/// Past «يوم», «صباح», «مساء يوم», «تاريخ», which open a date.
fn after_openers(cx: &Context, at: usize) -> usize {
    let mut from = at;
    while from < at + 3 {
        let article = cx.token(from).is_some_and(|token| token.clitics.has(Clitics::THE));
        let part = cx.sense(from, Class::DayPart).filter(|_| !article).map(|(_, len)| len);
        let word = match cx.word(from) {
            "يوم" | "بيوم" | "ليوم" | "ويوم" | "نهار" | "بتاريخ" | "تاريخ" | "يومي" | "ليله" => {
                Some(1)
            }
            "من" | "في" if from > at => Some(1),
            _ => part,
        };
        match word {
            // «مساء غدا»: a phrase that is a date itself stays whole.
            Some(len) if cx.sense(from, Class::RelativeDay).is_none() => from += len,
            _ => break,
        }
    }
    from
}

/// «ليلة الثلاثاء إلى الأربعاء», «ليل الأحد الاثنين»: one night, which both days have a part in.
fn night(cx: &Context, at: usize, from: usize) -> Option<Dated> {
    let opened = (at..from).any(|at| matches!(cx.word(at), "ليل" | "ليله" | "بليل" | "بليله"));
    let named = |at: usize| Some(cx.word_sense(at, Class::Weekday)?.value as i8);
    let first = named(from).filter(|_| opened)?;
    let joined = matches!(cx.word(from + 1), "الي" | "علي") || cx.is_sign(from + 1, '-');
    let second = from + 1 + usize::from(joined);
    let last = named(second).filter(|last| *last == first % 7 + 1)?;
    let Some(today) = cx.published else {
        return Some(Dated::unknown(cx, at, second + 1, "date.weekday"));
    };
    let direction = calendar::direction_before(cx, at);
    let until = calendar::weekday(today, last, false, direction)?;
    let night =
        Dated::span(calendar::plus(until, -1)?, until, Grain::Day, second + 1, "date.weekday");
    Some(night.relative().unsure())
}

/// «الليلة الفاصلة بين الأربعاء 3 والخميس 4 جوان»: the night of two days in the bulletins of the Maghreb.
fn night_between(cx: &Context, at: usize) -> Option<Dated> {
    const PARTING: &[&str] = &["الفاصله", "فاصله", "الرابطه", "الممتده"];
    /// Words of the first day at most.
    const LONGEST: usize = 5;
    let night = matches!(cx.word(at), "الليله" | "ليله" | "والليله" | "بالليله");
    if !night || !PARTING.contains(&cx.word(at + 1)) {
        return None;
    }
    let from = at + 2 + usize::from(cx.word(at + 2) == "ما");
    let first = after_openers(cx, from + 1);
    if cx.word(from) != "بين" {
        return None;
    }
    if let Some(days) = month::range_of_days(cx, first) {
        return Some(days);
    }
    // The first is as many words as it takes: the second says of which month they are.
    let second = (first + 1..first + 1 + LONGEST).find_map(|at| {
        let joined = cx.token(at).is_some_and(|token| token.clitics.has(Clitics::AND));
        let from = at + usize::from(cx.word(at) == "و");
        day(cx, after_openers(cx, from), false).filter(|_| joined || from > at)
    })?;
    let Some(until) = second.first() else {
        return Some(Dated::unknown(cx, at, second.end, "date.weekday"));
    };
    let night =
        Dated::span(calendar::plus(until, -1)?, until, Grain::Day, second.end, "date.range");
    Some(Dated { sure: second.sure, ..night })
}

fn day(cx: &Context, at: usize, opened: bool) -> Option<Dated> {
    if let Some(dated) = relative_day(cx, at, opened) {
        return Some(dated);
    }
    if let Some(dated) = weekday(cx, at) {
        return Some(dated);
    }
    if opened {
        let dated = numeric::date(cx, at)
            .or_else(|| numeric::day_and_month(cx, at))
            .or_else(|| month::range_of_days(cx, at));
        if dated.is_some() {
            return dated;
        }
    }
    month::day_and_month(cx, at)
}

/// «أمس», «اليوم السبت», «غدا الثلاثاء 4 مارس».
fn relative_day(cx: &Context, at: usize, opened: bool) -> Option<Dated> {
    let (sense, len) = cx.sense(at, Class::RelativeDay)?;
    let whole = |at: usize| cx.is(at, Class::WholePeriod);
    if !opened && (is_name_of_outlet(cx, at) || at.checked_sub(1).is_some_and(whole)) {
        return None;
    }
    // «مساء أمس الأول» is the day before yesterday, whatever opens it.
    let before = sense.is(-1.0) && matches!(cx.word(at + len), "الاول" | "الاولي");
    let end = at + len + usize::from(before);
    let distance = sense.value as i32 - i32::from(before);
    let near = cx.published.and_then(|today| calendar::plus(today, distance));
    if let Some(exact) = full_after(cx, end) {
        return Some(exact);
    }
    let weekday = cx.word_sense(end, Class::Weekday).map(|sense| sense.value as i8);
    let end = end + usize::from(weekday.is_some());
    let Some(near) = near else {
        return Some(Dated::unknown(cx, at, end, "date.relative"));
    };
    let day = weekday.map_or(near, |weekday| calendar::nearest_weekday(near, weekday));
    Some(Dated::day(day, end, "date.relative").relative())
}

/// «روسيا اليوم», «قناة اليوم», a title in quotation marks: no day.
fn is_name_of_outlet(cx: &Context, at: usize) -> bool {
    if cx.word(at) != "اليوم" {
        return false;
    }
    let Some(before) = at.checked_sub(1) else {
        return false;
    };
    if cx.sense(before, Class::OutletDay).is_some() {
        return true;
    }
    let outlet = |at: usize| {
        matches!(
            cx.word(at),
            "قناه" | "صحيفه" | "جريده" | "موقع" | "شبكه" | "وكاله" | "القناه" | "مجله"
        )
    };
    let named = outlet(before) || before.checked_sub(1).is_some_and(outlet);
    let quoted = cx.token(at + 1).is_some_and(|token| {
        matches!(token.kind, TokenKind::Sign('"' | '”' | '»' | '″')) && token.glued
    }) && at.checked_sub(2).is_some_and(|at| {
        matches!(cx.token(at).map(|token| token.kind), Some(TokenKind::Sign('"' | '“' | '«' | '”')))
    });
    named || quoted
}

/// «الجمعة», «الجمعة الماضي», «الأربعاء 21 ديسمبر 2016», «السبت والأحد» one by one.
fn weekday(cx: &Context, at: usize) -> Option<Dated> {
    let weekday = cx.word_sense(at, Class::Weekday)?.value as i8;
    // «سوق الأربعاء»: a town or its market.
    let market = || at.checked_sub(1).is_some_and(|before| cx.word(before).ends_with("سوق"));
    if cx.word(at).starts_with("ال") && market() {
        return None;
    }
    // «الأحد عشر» is eleven.
    if cx.word_sense(at + 1, Class::Cardinal).is_some_and(|sense| sense.is(10.0)) {
        return None;
    }
    if let Some(exact) = full_after(cx, at + 1) {
        return Some(in_year_of_weekday(cx, exact, weekday));
    }
    let (said, end) = calendar::direction_after(cx, at + 1);
    let Some(today) = cx.published else {
        return Some(Dated::unknown(cx, at, end, "date.weekday"));
    };
    let direction = said.unwrap_or_else(|| calendar::direction_before(cx, at));
    let day = calendar::weekday(today, weekday, said.is_some(), direction)?;
    let dated = Dated::day(day, end, "date.weekday").relative();
    Some(if said.is_some() { dated } else { dated.unsure() })
}

/// Days round its report within which a day and month without a year are of the nearest year.
const WEEKS: i32 = 60;

/// «الخميس 24 مارس»: where the year was not said, the one in which the day has that name.
fn in_year_of_weekday(cx: &Context, dated: Dated, weekday: i8) -> Dated {
    let Value::Date(date) = &dated.value else { return dated };
    let named = |day: &Date| day.weekday().to_monday_one_offset() == weekday;
    if dated.sure || date.grain != Grain::Day || date.first != date.last || named(&date.first) {
        return dated;
    }
    // A day of these weeks is not of another year: the report calls it by a wrong name.
    if cx.published.is_some_and(|today| (date.first - today).get_days().abs() <= WEEKS) {
        return Dated { sure: true, ..dated };
    }
    let in_year = |step: i16| {
        let year = date.first.year() + step;
        Date::new(year, date.first.month(), date.first.day()).ok().filter(named)
    };
    match [1, -1].into_iter().find_map(in_year) {
        Some(day) => Dated { sure: true, ..Dated::day(day, dated.end, dated.rule) },
        None => dated,
    }
}

/// A day of the month that follows a weekday or «اليوم», with or without a comma.
fn full_after(cx: &Context, at: usize) -> Option<Dated> {
    let from = at + usize::from(cx.is_sign(at, '،') || cx.is_sign(at, '(') || cx.is_sign(at, ','));
    let from = from + usize::from(matches!(cx.word(from), "الموافق" | "بتاريخ" | "يوم"));
    let dated = month::day_and_month(cx, from).or_else(|| numeric::date(cx, from))?;
    let closed = cx.is_sign(at, '(') && cx.is_sign(dated.end, ')');
    Some(Dated { end: dated.end + usize::from(closed), ..dated })
}

/// «27 أوت إلى 6 سبتمبر»: the last day after the first.
fn until(cx: &Context, dated: Dated) -> Dated {
    let Some(first) = dated.first().filter(|_| matches!(cx.word(dated.end), "الي" | "حتي"))
    else {
        return dated;
    };
    let from = after_openers(cx, dated.end + 1);
    let Some(last) = month::day_and_month(cx, from).or_else(|| numeric::date(cx, from)) else {
        return dated;
    };
    spanned(first, dated.sure, &last).unwrap_or(dated)
}

/// The days from the first to the last; a first day said without a year is of the last one's.
fn spanned(first: Date, sure: bool, last: &Dated) -> Option<Dated> {
    let until = last.first()?;
    let same = Date::new(until.year(), first.month(), first.day()).ok();
    let before = same.filter(|day| !sure && *day < until).unwrap_or(first);
    let range = Dated::span(before, until, Grain::Day, last.end, "date.range");
    (before < until).then_some(Dated { sure: last.sure, ..range })
}

/// «من 27 أغسطس إلى 6 سبتمبر», «بين 3 و5 مايو».
fn between(cx: &Context, at: usize) -> Option<Dated> {
    let at = at + usize::from(cx.word(at) == "ما");
    if !matches!(cx.word(at), "من" | "بين") {
        return None;
    }
    let from = after_openers(cx, at + 1);
    let days = || month::range_of_ordinals(cx, from).filter(|_| cx.word(at) == "بين");
    if let Some(days) = month::range_of_days(cx, from).or_else(days) {
        return Some(days);
    }
    let first = day(cx, from, from > at + 1)?;
    let start = first.first()?;
    let last = if cx.word(at) == "من" {
        matches!(cx.word(first.end), "الي" | "حتي").then_some(first.end + 1)?
    } else {
        (cx.word(first.end) == "و").then_some(first.end + 1)?
    };
    let from = after_openers(cx, last);
    let last = day(cx, from, from > last)?;
    spanned(start, first.sure, &last)
}

/// Where a sentence looks when a date in it does not say.
pub(super) fn looks_forward(cx: &Context, at: usize) -> bool {
    calendar::direction_before(cx, at) == Direction::Future
}
