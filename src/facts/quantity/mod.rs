//! A figure with what it is a figure of: money, a percentage, a measure, a duration, a count.
//!
//! Begin with [`quantity`]: what stands before the figure («نحو»), the figure or range, its unit
//! or noun, what stands after («على الأقل»). Dates, times, scores and ordinals are not here.

mod approx;
mod compound;
mod counted;
pub(super) mod none;
mod range;
mod ratio;
mod sole;
mod unit;

use super::Kind;
use super::context::Context;
use super::duration;
use super::lexicon::{Class, Classes, Clitics, FormNumber};
use super::number::{Number, fraction_word, number};
use super::token::Token;
use super::value::{Approx, Quantity, Unit};

pub(super) use counted::like_feminine_dual;
pub(super) use unit::{Measured, measured};

/// A figure as it was read, and the tokens that say it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Amount {
    pub kind: Kind,
    pub quantity: Quantity,
    pub start: usize,
    pub end: usize,
    /// As in [`Number::scale`].
    pub scale: f64,
    pub rule: &'static str,
}

impl Amount {
    fn of_number(number: &Number, start: usize) -> Self {
        let quantity = Quantity {
            low: number.low,
            high: number.high,
            approx: number.approx,
            ..Quantity::exact(0.0, Unit::None)
        };
        Self {
            kind: Kind::Number,
            quantity,
            start,
            end: number.end,
            scale: number.scale,
            rule: "number",
        }
    }
}

/// The quantity that begins at a token. Tokens before `free` belong to another fact.
pub(super) fn quantity(cx: &Context, at: usize, free: usize) -> Option<Amount> {
    let (before, from) = match cx.sense(at, Class::ApproxBefore) {
        Some((sense, len)) if !is_manner(cx, at) => {
            (approx::named(sense.id), after_fillers(cx, at + len))
        }
        Some(_) => return None,
        None => (None, at),
    };
    // «لتصل إلى 20» says what was reached, «تصل إلى 20» what is not passed.
    let reached = cx.token(at).is_some_and(|token| token.clitics.has(Clitics::TO));
    if before == Some(Approx::AtMost) && reached {
        return None;
    }
    let mut amount =
        range::range(cx, from, if before.is_some() { from } else { free }, before.is_some())?;
    if before.is_some() {
        amount.start = at;
    }
    approx::apply(cx, before, &mut amount);
    Some(amount)
}

/// «صامدة على نحو عام»: how, and not how long.
pub(super) fn is_manner(cx: &Context, at: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |at| cx.word(at));
    before == "علي" && cx.word(at) == "نحو" && cx.word(at + 1) == "عام"
}

/// «نحو الـ 50», «أكثر من عدد 50»: what may stand between an approximation and its figure.
fn after_fillers(cx: &Context, at: usize) -> usize {
    at + usize::from(matches!(cx.word(at), "عدد" | "مبلغ" | "نسبه" | "ب"))
}

/// One figure with its unit, without range or approximation. `cued` lets a lone unit count as
/// one («نحو ساعة»).
fn simple(cx: &Context, at: usize, free: usize, cued: bool) -> Option<Amount> {
    unit::before(cx, at)
        .or_else(|| duration::fraction(cx, at))
        .or_else(|| part(cx, at))
        .or_else(|| one_of(cx, at, free).map(|one| ratio::settle(cx, one)))
        .or_else(|| with_number(cx, at, free).map(|amount| ratio::settle(cx, amount)))
        .or_else(|| dual(cx, at))
        .or_else(|| duration::implicit(cx, at, cued))
        .or_else(|| single(cx, at, cued))
}

/// What a figure in brackets may be of.
const BEHIND_BRACKET: Classes = Classes::of(&[
    Class::TimeUnit,
    Class::PersonNoun,
    Class::Counted,
    Class::Currency,
    Class::MeasureUnit,
]);

fn with_number(cx: &Context, at: usize, free: usize) -> Option<Amount> {
    let mut number = number(cx, at)?;
    // «مدة (15) عاما»: the unit stands behind the bracket.
    let bracketed =
        at.checked_sub(1).is_some_and(|i| cx.is_sign(i, '(')) && cx.is_sign(number.end, ')');
    let at = if bracketed && cx.is_one_of(number.end + 1, BEHIND_BRACKET) {
        number.end += 1;
        at - 1
    } else {
        at
    };
    if let Some(amount) = duration::after_number(cx, &number, at) {
        return Some(amount);
    }
    let mut amount = Amount::of_number(&number, at);
    if let Some(measured) = measured(cx, number.end).or_else(|| of_coins(cx, &number)) {
        take(&mut amount, measured);
        with_part(cx, &mut amount);
        compound::add_smaller(cx, &mut amount);
    } else if let Some((unit, kind, end, rule)) = counted::noun_after_of(cx, &number) {
        (amount.kind, amount.rule) = (kind, rule);
        (amount.quantity.unit, amount.end) = (unit, end);
    } else if let Some((unit, end)) = counted::noun_after(cx, &number) {
        (amount.kind, amount.rule) = (Kind::Count, "count");
        (amount.quantity.unit, amount.end) = (unit, end);
    } else if let Some(counted) = counted::subject(cx, at, free, &number, &amount) {
        return Some(counted);
    } else if number.definite {
        let counted = (at > free).then(|| counted::noun_before(cx, at, amount.clone())).flatten();
        // «الواحد», «الاثنان» by themselves point at somebody, and count nobody.
        let pronoun = !number.digits && number.low < 3.0;
        return counted.or((!pronoun).then_some(amount));
    }
    Some(amount)
}

/// «23 مليونا من الدنانير»: the coin of a large sum, with its article.
fn of_coins(cx: &Context, number: &Number) -> Option<Measured> {
    let coin = number.end + 1;
    let large = number.scale >= 1000.0 && cx.word(number.end) == "من";
    let the = cx.token(coin)?.clitics.has(Clitics::THE);
    (large && the).then(|| measured(cx, coin)).flatten().filter(|of| of.kind == Kind::Money)
}

fn take(amount: &mut Amount, measured: Measured) {
    amount.kind = measured.kind;
    amount.quantity.unit = measured.unit;
    amount.quantity.low *= measured.factor;
    amount.quantity.high *= measured.factor;
    amount.end = measured.end;
    amount.rule = measured.rule;
}

/// «نصف كيلومتر», «ربع نقطة مئوية»; «ثلث السكان» is told in hundredths.
fn part(cx: &Context, at: usize) -> Option<Amount> {
    let (part, end) = fraction_word(cx, at)?;
    let quantity = Quantity::exact(part, Unit::None);
    let rule = "percent.part";
    let mut amount = Amount { kind: Kind::Number, quantity, start: at, end, scale: 1.0, rule };
    // «خمس في المئة» is five of a hundred, «نصف في المئة» the half of one.
    let cardinal = cx.is(at, Class::Cardinal) && end == at + 1;
    if let Some(measured) = measured(cx, end).filter(|f| f.kind != Kind::Percent || !cardinal) {
        take(&mut amount, measured);
        return Some(amount);
    }
    // «نصف النهائي» is a round; «الربع الأول» a time.
    let noun = cx.token(end)?;
    let whole = noun.is_word() && cx.word(end).starts_with("ال") && !noun.glued;
    let round = matches!(cx.word(end), "النهايي" | "الطريق" | "الوقت" | "الكره" | "المحيط");
    let definite = cx.token(at)?.clitics.has(Clitics::THE);
    // «زيدت الرسوم بمقدار الربع»; «الربع الأول» is a time.
    if definite && !cardinal && by_as_much(cx, at) && !cx.is(end, Class::Ordinal) {
        amount.quantity = Quantity::exact(part * 100.0, Unit::Percent);
        return Some(Amount { kind: Kind::Percent, ..amount });
    }
    if !whole || round || definite || part > 0.9 || cardinal {
        return None;
    }
    amount.quantity = Quantity::exact(part * 100.0, Unit::Percent);
    Some(Amount { kind: Kind::Percent, end: end + 1, ..amount })
}

/// Whether what stands before says that a part of something follows: «بنسبة الثلث».
fn by_as_much(cx: &Context, at: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |at| cx.word(at));
    matches!(before, "بمقدار" | "بنسبه" | "بواقع" | "بقدر")
}

/// «كيلومترين ونصف الكيلومتر»: the part belongs to the unit before it.
fn with_part(cx: &Context, amount: &mut Amount) {
    let joined = cx.token(amount.end).is_some_and(|token| token.clitics.has(Clitics::AND));
    if !joined || amount.kind == Kind::Percent {
        return;
    }
    let Some((part, end)) = fraction_word(cx, amount.end) else {
        return;
    };
    let again = measured(cx, end).filter(|again| again.unit == amount.quantity.unit);
    let factor = again.as_ref().map_or(1.0, |again| again.factor);
    amount.quantity.low += part * factor * amount.scale;
    amount.quantity.high += part * factor * amount.scale;
    amount.end = again.map_or(end, |again| again.end);
}

/// «جريحين», «كيلومترين», «دينارين»: two, said by the form of the noun.
fn dual(cx: &Context, at: usize) -> Option<Amount> {
    let token = cx.token(at)?;
    if token.clitics.has(Clitics::THE) {
        return None;
    }
    let dual = |class| cx.sense(at, class).filter(|(sense, _)| sense.number == FormNumber::Two);
    let two = |kind, unit, len, rule| Amount {
        kind,
        quantity: Quantity::exact(2.0, unit),
        start: at,
        end: at + len,
        scale: 1.0,
        rule,
    };
    if let Some((sense, len)) = dual(Class::MeasureUnit).or_else(|| dual(Class::Currency)) {
        let measured = unit::of_sense(cx, at, &sense, len);
        let mut amount = two(measured.kind, Unit::None, len, measured.rule);
        take(&mut amount, measured);
        with_part(cx, &mut amount);
        compound::add_smaller(cx, &mut amount);
        return Some(amount);
    }
    let known = [Class::PersonNoun, Class::Counted, Class::Goal].into_iter().find_map(dual);
    let Some((sense, len)) = known else {
        let noun = counted::feminine_dual(cx, at)?;
        return Some(two(Kind::Count, Unit::Of(noun), 1, "count.dual"));
    };
    let id = if sense.id.is_empty() { "goal" } else { sense.id };
    Some(two(Kind::Count, Unit::Of(id.to_owned()), len, "count.dual"))
}

/// «طن ونصف الطن»: the unit, and a part of it by the same unit.
fn is_with_part(cx: &Context, measured: &Measured) -> bool {
    let joined = cx.token(measured.end).is_some_and(|token| token.clitics.has(Clitics::AND));
    let part = || fraction_word(cx, measured.end);
    let again = |(_, end)| unit::measured(cx, end).is_some_and(|again| again.unit == measured.unit);
    joined && part().is_some_and(again)
}

/// «درجة واحدة», «نحو كيلومتر»: one, said by a unit without a number.
fn single(cx: &Context, at: usize, cued: bool) -> Option<Amount> {
    let token = cx.token(at)?;
    if token.clitics.has(Clitics::THE) {
        return None;
    }
    let one = |class| cx.sense(at, class).filter(|(sense, _)| sense.number == FormNumber::One);
    let (sense, len) = one(Class::MeasureUnit)?;
    let whole = || cx.sense(at + len, Class::Whole);
    let alone = cx.sense(at + len, Class::Alone).or_else(whole);
    // «طنا و750 كيلوغراما»: one, as what is joined to it tells.
    let joined = || {
        let and = |next: &Token| next.clitics.has(Clitics::AND);
        cx.word(at + len) == "و" || cx.token(at + len).is_some_and(and)
    };
    let measured = unit::of_sense(cx, at, &sense, len);
    let half = is_with_part(cx, &measured);
    if alone.is_none() && !cued && !half && !joined() {
        return None;
    }
    let mut amount = Amount {
        kind: measured.kind,
        quantity: Quantity::exact(1.0, Unit::None),
        start: at,
        end: measured.end,
        scale: 1.0,
        rule: measured.rule,
    };
    take(&mut amount, measured);
    amount.end += usize::from(alone.is_some());
    if half {
        with_part(cx, &mut amount);
        return Some(amount);
    }
    let added = alone.is_none() && compound::add_smaller(cx, &mut amount);
    (added || alone.is_some() || cued).then_some(amount)
}

/// «ناج وحيد», «طفل واحد», «فرد من كل عائلة»: one person or thing.
fn one_of(cx: &Context, at: usize, free: usize) -> Option<Amount> {
    let one = |start, end, unit, rule| Amount {
        kind: Kind::Count,
        quantity: Quantity::exact(1.0, unit),
        start,
        end,
        scale: 1.0,
        rule,
    };
    if cx.is(at, Class::VaguePerson) {
        let (_, len) = cx.sense(at + 1, Class::Each)?;
        let end = at + 1 + len;
        let per = usize::from(cx.is_word(end));
        return Some(one(at, end + per, Unit::Of("person".to_owned()), "count.each"));
    }
    let alone = cx.token(at)?;
    if !cx.is(at, Class::Alone) {
        return None;
    }
    if super::model::is_no_one(cx, at) {
        return None;
    }
    if alone.clitics == Clitics::THE {
        return sole::sole(cx, at, free);
    }
    let two = cx.word_sense(at, Class::Alone).is_some_and(|one| one.number == FormNumber::Two);
    // «امتحانات واحد وأربعين تلميذا»: the first word of a number.
    let of_number = cx.is(at + 1, Class::Cardinal)
        && cx.token(at + 1).is_some_and(|next| next.clitics.has(Clitics::AND));
    // «يسقطون واحدا تلو الآخر»
    let in_turn = matches!(cx.word(at + 1), "تلو" | "بعد") && cx.word(at + 2).ends_with("اخر");
    if alone.clitics != Clitics::default() || two || of_number || in_turn {
        return None;
    }
    let noun = at.checked_sub(1).filter(|noun| *noun >= free)?;
    let unit = counted::lone_noun(cx, noun)?;
    Some(one(noun, at + 1, unit, "count.alone"))
}
