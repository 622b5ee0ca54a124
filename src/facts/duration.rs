//! Lengths of time: «ساعتين ونصف الساعة» is one of 9000 seconds.
//!
//! An item is a number with a unit, a dual, or a lone unit where the words around it make it one;
//! parts («ونصف», «إلا ربعا») belong to the unit before them; items follow each other with «و».
//! Ages are recognised here and told in years.

mod clock;

use super::Kind;
use super::context::Context;
use super::lexicon::{Class, Clitics, FormNumber, Sense};
use super::number::{Number, fraction_word, is_digits, number};
use super::quantity::{Amount, is_manner};
use super::token::TokenKind;
use super::value::{Approx, Quantity, Unit};

pub(super) use clock::clocked;

/// A number of one unit.
#[derive(Clone, Copy, Debug)]
struct Item {
    low: f64,
    high: f64,
    unit: Sense,
    approx: Approx,
    end: usize,
}

impl Item {
    fn of(number: &Number, unit: Sense, end: usize) -> Self {
        let (low, high) = (number.low * unit.value, number.high * unit.value);
        Self { low, high, unit, approx: number.approx, end }
    }

    fn times(times: f64, unit: Sense, end: usize) -> Self {
        let value = times * unit.value;
        Self { low: value, high: value, unit, approx: Approx::Exact, end }
    }
}

/// Seconds in a unit by its id.
pub(super) fn seconds_in(id: &str) -> Option<f64> {
    Some(match id {
        "second" => 1.0,
        "minute" => 60.0,
        "hour" => 3600.0,
        "day" => 86_400.0,
        "week" => 604_800.0,
        "month" => 2_592_000.0,
        "year" => 31_536_000.0,
        "decade" => 315_360_000.0,
        "century" => 3_153_600_000.0,
        _ => return None,
    })
}

/// A number that was read at `start`, when a unit of time follows it.
pub(super) fn after_number(cx: &Context, number: &Number, start: usize) -> Option<Amount> {
    let item = numbered(cx, number)?;
    if item.unit.id == "decade" && item.unit.number == FormNumber::Many && !cued(cx, start) {
        return None; // «ثلاثة عقود» may be contracts
    }
    Some(finish(cx, start, item))
}

fn numbered(cx: &Context, number: &Number) -> Option<Item> {
    if let Some(item) = abbreviated(cx, number) {
        return Some(item);
    }
    let token = cx.token(number.end)?;
    let joined = [Clitics::AND, Clitics::BY, Clitics::TO];
    if joined.iter().any(|clitic| token.clitics.has(*clitic)) {
        return None;
    }
    let unit = cx.word_sense(number.end, Class::TimeUnit)?;
    // «د» is a minute only where it touches its figure.
    if cx.word(number.end).len() == 2 && !token.glued {
        return None;
    }
    Some(Item::of(number, unit, number.end + 1))
}

/// `2h`, `45min`.
fn abbreviated(cx: &Context, number: &Number) -> Option<Item> {
    let token = cx.token(number.end).filter(|token| token.glued)?;
    if token.kind != TokenKind::Foreign {
        return None;
    }
    let word = match cx.word(number.end) {
        "h" => "ساعه",
        "min" | "mn" => "دقيقه",
        "s" | "sec" => "ثانيه",
        _ => return None,
    };
    let unit = super::lexicon::exact(word)?.sense(Class::TimeUnit)?;
    Some(Item::of(number, unit, number.end + 1))
}

/// «نصف ساعة», «ثلاثة أرباع الساعة».
pub(super) fn fraction(cx: &Context, at: usize) -> Option<Amount> {
    let (part, end) = fraction_word(cx, at)?;
    let unit = cx.word_sense(end, Class::TimeUnit)?;
    let whole = unit.number == FormNumber::One && !cx.token(end)?.clitics.has(Clitics::BY);
    // «خمس ساعة» is not said; «خمس» before a unit is five.
    whole.then(|| finish(cx, at, Item::times(part, unit, end + 1)))
}

/// A unit without a number: a dual is two; one or several where the words around it say so.
pub(super) fn implicit(cx: &Context, at: usize, approximated: bool) -> Option<Amount> {
    let unit = cx.word_sense(at, Class::TimeUnit)?;
    let definite = cx.token(at)?.clitics.has(Clitics::THE);
    match unit.number {
        FormNumber::Two => Some(finish(cx, at, Item::times(2.0, unit, at + 1))),
        FormNumber::Many if !definite => several(cx, at, unit, approximated),
        FormNumber::Many => None,
        FormNumber::One => one(cx, at, unit, definite, approximated),
    }
}

fn one(cx: &Context, at: usize, unit: Sense, definite: bool, approximated: bool) -> Option<Amount> {
    if definite {
        let whole = at.checked_sub(1).is_some_and(|at| cx.is(at, Class::WholePeriod));
        return whole.then(|| finish(cx, at, Item::times(1.0, unit, at + 1)));
    }
    let next = at + 1;
    let alone = cx.is(next, Class::Whole)
        || cx.word_sense(next, Class::Alone).is_some_and(|_| !cx.is_glued(next));
    if alone {
        return Some(finish(cx, at, Item::times(1.0, unit, next + 1)));
    }
    let smaller = and(cx, next).is_some()
        && next_item(cx, next, &[unit.id]).is_some_and(|item| item.unit.value < unit.value);
    let parted = smaller || part_after(cx, next, &unit).is_some();
    let said =
        parted || whole_sentence(cx, at) || approximated || cued(cx, at) || opens(cx, at, &unit);
    if !said || names_a_date(cx, next) || (!parted && is_other_word(cx, at)) {
        return None;
    }
    Some(finish(cx, at, Item::times(1.0, unit, next)))
}

/// «بعد عقد قمة», «منذ عقد اتفاق» speak of holding, «وزير عام» of rank: the word alone is a
/// length of time only where nothing could be its object.
fn is_other_word(cx: &Context, at: usize) -> bool {
    if cx.word(at) != "عقد" {
        return false;
    }
    let next = at + 1;
    let free = !cx.is_word(next)
        || cx.token(next).is_some_and(|token| token.clitics.has(Clitics::AND))
        || (cx.word(next) == "من" && matches!(cx.word(next + 1), "الزمن" | "الزمان"));
    !free
}

/// «ساعة من المحادثات» at the head of a sentence.
fn opens(cx: &Context, at: usize, unit: &Sense) -> bool {
    matches!(unit.id, "hour" | "minute" | "week" | "month")
        && cx.sentence(at).is_some_and(|sentence| sentence.tokens.start == at)
        && cx.word(at + 1) == "من"
        && cx.word(at + 2).starts_with("ال")
}

/// «يوم الجمعة», «عام 2020», «شهر مارس», «يوم أمس»: the unit opens a date.
fn names_a_date(cx: &Context, at: usize) -> bool {
    let classes =
        [Class::Weekday, Class::Month, Class::HijriMonth, Class::RelativeDay, Class::Next];
    is_digits(cx, at)
        || classes.iter().any(|class| cx.sense(at, *class).is_some())
        || cx.sense(at, Class::Last).is_some()
}

fn whole_sentence(cx: &Context, at: usize) -> bool {
    let sentence = cx.sentence(at);
    sentence.is_some_and(|sentence| {
        let written = sentence.tokens.clone().filter(|at| !cx.is_break(*at));
        written.eq(at..=at)
    })
}

/// Whether a word for lengths of time stands right before.
fn cued(cx: &Context, at: usize) -> bool {
    let cue = |at: usize| cx.is(at, Class::DurationCue);
    at.checked_sub(1).is_some_and(cue)
        || at.checked_sub(2).is_some_and(|start| {
            cx.sense(start, Class::DurationCue).is_some_and(|(_, len)| start + len == at)
        })
        || at.checked_sub(1).is_some_and(|at| cx.is(at, Class::ApproxBefore) && !is_manner(cx, at))
}

/// «لساعات طويلة», «منذ أسابيع»: three or more.
fn several(cx: &Context, at: usize, unit: Sense, approximated: bool) -> Option<Amount> {
    let long = cx.is(at + 1, Class::Long);
    let to = cx.token(at)?.clitics.has(Clitics::TO);
    let enough = match unit.id {
        "decade" => long || cued(cx, at),
        _ => long || to || approximated || cued(cx, at),
    };
    let follows = at.checked_sub(1).is_some_and(|at| {
        let few = cx.is(at, Class::Few);
        few || cx.is(at, Class::Cardinal) || is_digits(cx, at)
    });
    if !enough || follows {
        return None;
    }
    let end = at + 1 + usize::from(long);
    let item = Item { approx: Approx::Vague, ..Item::times(3.0, unit, end) };
    Some(Amount { rule: "duration.several", ..finish(cx, at, item) })
}

/// Adds the parts and the smaller items after the first one.
fn finish(cx: &Context, start: usize, first: Item) -> Amount {
    let mut total = first;
    let mut said = Some(first.unit.id);
    with_part(cx, &mut total);
    let mut units = vec![first.unit.id];
    while let Some(next) = next_item(cx, total.end, &units) {
        total.low += if next.approx == Approx::Vague { 0.0 } else { next.low };
        total.high += next.high;
        if next.approx == Approx::Vague {
            total.approx = Approx::SlightlyMoreThan;
        }
        total.end = next.end;
        units.push(next.unit.id);
        said = None;
    }
    let quantity = Quantity {
        low: total.low,
        high: total.high,
        unit: Unit::Second,
        approx: total.approx,
        said,
    };
    let rule = if said.is_some() { "duration" } else { "duration.compound" };
    let end = total.end;
    as_age(cx, Amount { kind: Kind::Duration, quantity, start, end, scale: 1.0, rule })
}

fn with_part(cx: &Context, item: &mut Item) {
    if let Some((part, end)) = part_after(cx, item.end, &item.unit) {
        item.low += part;
        item.high += part;
        item.end = end;
    }
}

/// «ونصف الساعة» adds to the unit before it; «إلا ربعا», «إلا خمس دقائق» take from it.
fn part_after(cx: &Context, at: usize, unit: &Sense) -> Option<(f64, usize)> {
    if cx.word(at) == "الا" {
        if let Some((part, end)) = fraction_word(cx, at + 1)
            && cx.word_sense(end, Class::TimeUnit).is_none_or(|same| same.id == unit.id)
        {
            return Some((-part * unit.value, again(cx, end, unit)));
        }
        let less = number(cx, at + 1)?;
        let item = numbered(cx, &less).filter(|item| item.low < unit.value)?;
        return Some((-item.low, item.end));
    }
    let from = and(cx, at)?;
    let (part, end) = fraction_word(cx, from)?;
    // «ساعة وخمس دقائق» adds minutes, no fifth.
    let other = cx.word_sense(end, Class::TimeUnit).filter(|other| other.id != unit.id);
    match other {
        Some(other) if other.number == FormNumber::One => Some((part * other.value, end + 1)),
        Some(_) => None,
        None => Some((part * unit.value, again(cx, end, unit))),
    }
}

/// Past the unit said again: «ونصف الساعة».
fn again(cx: &Context, at: usize, unit: &Sense) -> usize {
    let same = cx.word_sense(at, Class::TimeUnit).is_some_and(|same| same.id == unit.id);
    at + usize::from(same)
}

fn and(cx: &Context, at: usize) -> Option<usize> {
    if cx.word(at) == "و" {
        return Some(at + 1);
    }
    cx.token(at)?.clitics.has(Clitics::AND).then_some(at)
}

/// A further item of a unit not yet said, after «و», a comma, or nothing.
fn next_item(cx: &Context, at: usize, units: &[&str]) -> Option<Item> {
    let comma = cx.is_sign(at, '،') || cx.is_sign(at, ',');
    let from = at + usize::from(comma);
    let joined = and(cx, from);
    let start = joined.unwrap_or(from);
    let smallest = units.iter().filter_map(|unit| seconds_in(unit)).fold(f64::MAX, f64::min);
    let read = number(cx, start).and_then(|number| numbered(cx, &number));
    let item = read.or_else(|| lone(cx, start).filter(|_| joined.is_some() && !comma))?;
    let smaller = item.unit.value < smallest;
    let fresh = !units.contains(&item.unit.id);
    ((joined.is_some() && !comma && fresh) || smaller).then_some(item)
}

/// «وشهر», «ويومين» inside a compound.
fn lone(cx: &Context, at: usize) -> Option<Item> {
    let unit = cx.word_sense(at, Class::TimeUnit)?;
    let definite = cx.token(at)?.clitics.has(Clitics::THE);
    let times = match unit.number {
        FormNumber::One if !definite && !names_a_date(cx, at + 1) => 1.0,
        FormNumber::Two => 2.0,
        _ => return None,
    };
    let alone = cx.is(at + 1, Class::Alone);
    Some(Item::times(times, unit, at + 1 + usize::from(alone)))
}

/// «الأيام الثلاثة»: the unit stands before its number.
pub(super) fn of_unit_before(unit: Sense, amount: Amount, noun: usize) -> Amount {
    let mut amount = amount;
    amount.quantity.low *= unit.value;
    amount.quantity.high *= unit.value;
    amount.quantity.unit = Unit::Second;
    amount.quantity.said = Some(unit.id);
    Amount { kind: Kind::Duration, start: noun, rule: "duration.definite", ..amount }
}

/// Years of life are told in years, and are no length of an event.
pub(super) fn as_age(cx: &Context, amount: Amount) -> Amount {
    let Some(unit) = amount.quantity.said.filter(|said| matches!(*said, "year" | "month")) else {
        return amount;
    };
    let Some(end) = age_end(cx, &amount) else {
        return amount;
    };
    let seconds = seconds_in(unit).unwrap_or(1.0);
    let mut amount = amount;
    amount.quantity.low /= seconds;
    amount.quantity.high /= seconds;
    amount.quantity.unit = Unit::Measure(format!("{unit}_of_age"));
    amount.quantity.said = None;
    Amount { kind: Kind::Measure, end, rule: "age", ..amount }
}

/// Whether the words before speak of prison: years between commas are then no age.
fn sentenced(cx: &Context, at: usize) -> bool {
    const PRISON: [&str; 8] = ["سجن", "بسجن", "بالسجن", "السجن", "حبس", "بحبس", "بالحبس", "الحبس"];
    (at.saturating_sub(16)..at).any(|at| PRISON.contains(&cx.word(at)))
}

/// «توفي … عن 71 عاما», «شابا يبلغ 22 عاما»: years of a life, without a word for age.
fn lived(cx: &Context, start: usize) -> bool {
    const DIED: [&str; 10] =
        ["توفي", "توفيت", "رحل", "رحلت", "رحيل", "وفاه", "مات", "ماتت", "الموت", "غيب"];
    let word = |back: usize| start.checked_sub(back).map_or("", |at| cx.word(at));
    let died = || (start.saturating_sub(14)..start).any(|at| DIED.contains(&cx.word(at)));
    let person = || {
        (2..=3)
            .filter_map(|back| start.checked_sub(back))
            .any(|at| cx.is(at, Class::PersonNoun) || cx.is(at, Class::Title))
    };
    match word(1) {
        "عن" => died(),
        "يبلغ" | "تبلغ" => person(),
        _ => false,
    }
}

/// The token after an age, when the words around say that it is one.
fn age_end(cx: &Context, amount: &Amount) -> Option<usize> {
    if let Some((_, len)) = cx.sense(amount.end, Class::AgeAfter) {
        return Some(amount.end + len);
    }
    let before = amount.start.checked_sub(1)?;
    let closed = cx.is_sign(amount.end, ')') || cx.is_sign(amount.end, '،');
    let bracketed = cx.is_sign(before, '(') && closed;
    let aside = cx.is_sign(before, '،') && cx.is_sign(amount.end, '،') && !sentenced(cx, before);
    let said = (1..=3)
        .map_while(|back| amount.start.checked_sub(back))
        .any(|at| cx.is(at, Class::AgeBefore));
    (bracketed || aside || said || lived(cx, amount.start)).then_some(amount.end)
}
