//! «بين 400 و600», «من ست إلى سبع ساعات», «3-5 أيام», «نقطة أو اثنتان».

use super::{Amount, simple};
use crate::facts::Kind;
use crate::facts::context::Context;
use crate::facts::duration;
use crate::facts::lexicon::{Class, Clitics, FormNumber};
use crate::facts::number::is_digits;
use crate::facts::value::{Approx, Quantity, Unit};

/// A range that begins at a token, or the one figure there.
pub(super) fn range(cx: &Context, at: usize, free: usize, cued: bool) -> Option<Amount> {
    let (opener, from) = opener(cx, at);
    match opener {
        Opener::Between => {
            let low = simple(cx, from, from, false)?;
            let second = and(cx, low.end)?;
            let high = simple(cx, second, second, false)?;
            join(cx, low, high, at, "range.between")
        }
        Opener::From => {
            let low = simple(cx, from, from, false)?;
            let second = to(cx, low.end)?;
            let high = simple(cx, second, second, false)?;
            if changes(cx, at) {
                return before_change(low, high);
            }
            join(cx, low, high, at, "range.from_to")
        }
        Opener::None => {
            if let Some(amount) = one_or_two(cx, at) {
                return Some(amount);
            }
            let low = simple(cx, at, free, cued)?;
            Some(open_range(cx, &low).unwrap_or(low))
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Opener {
    Between,
    From,
    None,
}

fn opener(cx: &Context, at: usize) -> (Opener, usize) {
    match cx.word(at) {
        "بين" | "مابين" => (Opener::Between, at + 1),
        "ما" if cx.word(at + 1) == "بين" => (Opener::Between, at + 2),
        "من" => (Opener::From, at + 1),
        _ => (Opener::None, at),
    }
}

/// Past an «و» between two figures.
fn and(cx: &Context, at: usize) -> Option<usize> {
    let at = at + usize::from(cx.is_sign(at, '،'));
    if cx.word(at) == "و" {
        return Some(at + 1);
    }
    cx.token(at)?.clitics.has(Clitics::AND).then_some(at)
}

fn to(cx: &Context, at: usize) -> Option<usize> {
    matches!(cx.word(at), "الي" | "حتي").then_some(at + 1)
}

/// A second figure after a dash, «إلى» or «أو».
fn open_range(cx: &Context, low: &Amount) -> Option<Amount> {
    let (second, rule) = if cx.is_sign(low.end, '-') && is_digits(cx, low.end + 1) {
        (low.end + 1, "range.dash")
    } else if cx.word(low.end) == "او" {
        (low.end + 1, "range.or")
    } else {
        (to(cx, low.end)?, "range.to")
    };
    let high = simple(cx, second, second, false)?;
    if low.quantity.unit != Unit::None && high.quantity.unit == Unit::None && rule != "range.or" {
        return None;
    }
    join(cx, low.clone(), high, low.start, rule)
}

/// Both figures as one, when they can be the ends of one range.
fn join(
    cx: &Context,
    mut low: Amount,
    mut high: Amount,
    start: usize,
    rule: &'static str,
) -> Option<Amount> {
    share_unit(&mut low, &mut high)?;
    if low.scale <= 1.0 && high.scale > 1.0 && low.quantity.low <= high.quantity.low / high.scale {
        low.quantity.low *= high.scale;
    }
    let exact = |amount: &Amount| amount.quantity.approx == Approx::Exact;
    if high.quantity.low <= low.quantity.low || !exact(&low) || !exact(&high) {
        return None;
    }
    let quantity = Quantity { low: low.quantity.low, approx: Approx::Range, ..high.quantity };
    let range = Amount { quantity, start, rule, ..high };
    Some(if range.kind == Kind::Duration { duration::as_age(cx, range) } else { range })
}

/// «من 12 إلى 19 قتيلا» after a verb of rising: the first figure, of the second one's unit.
fn before_change(mut low: Amount, mut high: Amount) -> Option<Amount> {
    share_unit(&mut low, &mut high)?;
    Some(Amount { rule: "change.from", ..low })
}

/// A figure without unit or noun takes the other's: «من ست إلى سبع ساعات».
fn share_unit(low: &mut Amount, high: &mut Amount) -> Option<()> {
    let (a, b) = (low.quantity.unit.clone(), high.quantity.unit.clone());
    if a == b {
        return Some(());
    }
    let factor = |amount: &Amount| match (&amount.quantity.unit, amount.quantity.said) {
        (Unit::Second, Some(said)) => duration::seconds_in(said),
        (Unit::Second, None) => None,
        _ => Some(1.0),
    };
    let (from, into) = match (a, b) {
        (Unit::None, _) => (high, low),
        (_, Unit::None) => (low, high),
        _ => return None,
    };
    let factor = factor(from)?;
    into.quantity.low *= factor;
    into.quantity.high *= factor;
    into.quantity.unit = from.quantity.unit.clone();
    into.quantity.said = from.quantity.said;
    into.kind = from.kind;
    Some(())
}

fn two_or_three(cx: &Context, at: usize) -> Option<Amount> {
    let stem = cx.word(at).strip_suffix("ين").or_else(|| cx.word(at).strip_suffix("ان"))?;
    let three = cx.word_sense(at + 2, Class::Cardinal).is_some_and(|three| three.is(3.0));
    let noun = three && cx.is_word(at) && !cx.is(at, Class::TimeUnit);
    noun.then(|| {
        let unit = Unit::Of(super::counted::lemma(stem));
        let quantity = Quantity { high: 3.0, approx: Approx::Range, ..Quantity::exact(2.0, unit) };
        let rule = "range.two_or_three";
        Amount { kind: Kind::Count, quantity, start: at, end: at + 3, scale: 1.0, rule }
    })
}

/// Whether a verb of rising or falling governs «من… إلى…»: then it tells two moments. So it does of
/// what «و» adds: «رفع سعر الإيداع من 8 إلى 9، وسعر الإقراض من 9 إلى 10».
fn changes(cx: &Context, at: usize) -> bool {
    let before = |reach: usize| (1..=reach).map_while(move |back| at.checked_sub(back));
    if before(8).any(|at| cx.is(at, Class::Change)) {
        return true;
    }
    let earlier = before(14).find(|at| cx.word(*at) == "من");
    earlier.is_some_and(|from| {
        let to = (from..at).find(|at| cx.word(*at) == "الي");
        let adds = |at| cx.token(at).is_some_and(|token| token.clitics.has(Clitics::AND));
        to.is_some_and(|to| (to + 1..at).any(adds)) && changes(cx, from)
    })
}

/// «نقطة أو اثنتان», «يوم أو يومين», «انفجارين أو ثلاثة».
fn one_or_two(cx: &Context, at: usize) -> Option<Amount> {
    if cx.word(at + 1) != "او" || cx.token(at)?.clitics.has(Clitics::THE) {
        return None;
    }
    if let Some(pair) = two_or_three(cx, at) {
        return Some(pair);
    }
    let (class, sense) = [Class::TimeUnit, Class::Counted, Class::PersonNoun]
        .into_iter()
        .find_map(|class| Some((class, cx.word_sense(at, class)?)))
        .filter(|(_, sense)| sense.number == FormNumber::One)?;
    let two = cx.word_sense(at + 2, Class::Cardinal).is_some_and(|two| two.is(2.0))
        || cx.word_sense(at + 2, class).is_some_and(|two| two.number == FormNumber::Two);
    if !two {
        return None;
    }
    let (kind, unit, one, said) = if class == Class::TimeUnit {
        (Kind::Duration, Unit::Second, sense.value, Some(sense.id))
    } else {
        (Kind::Count, Unit::Of(sense.id.to_owned()), 1.0, None)
    };
    let quantity = Quantity { low: one, high: 2.0 * one, unit, approx: Approx::Range, said };
    Some(Amount { kind, quantity, start: at, end: at + 3, scale: 1.0, rule: "range.one_or_two" })
}
