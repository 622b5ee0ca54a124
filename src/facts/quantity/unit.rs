//! What a figure is of when a sign or a unit says it: per cent, money, a measure.

use super::Amount;
use crate::facts::Kind;
use crate::facts::context::Context;
use crate::facts::lexicon::{Class, Clitics, Sense};
use crate::facts::number::{is_digits, number};
use crate::facts::value::{Money, Quantity, Unit};

/// A unit after a figure, and what the figure is multiplied by to be told in it.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::facts) struct Measured {
    pub kind: Kind,
    pub unit: Unit,
    pub factor: f64,
    pub end: usize,
    pub rule: &'static str,
}

/// The unit that begins at a token, right after a figure.
pub(in crate::facts) fn measured(cx: &Context, at: usize) -> Option<Measured> {
    if let Some(measured) = sign(cx, at) {
        return Some(measured);
    }
    if let Some((_, len)) = cx.sense(at, Class::Percent) {
        return Some(percent(at + len, "percent.words"));
    }
    if let Some((_, len)) = cx.sense(at, Class::BasisPoint) {
        return Some(Measured {
            kind: Kind::Measure,
            unit: Unit::BasisPoint,
            factor: 1.0,
            end: at + len,
            rule: "basis_point",
        });
    }
    let at = at + usize::from(cx.is_sign(at, '('));
    if is_joined(cx, at) {
        return None;
    }
    let found = [Class::Currency, Class::MeasureUnit]
        .into_iter()
        .filter_map(|class| cx.sense(at, class))
        .max_by_key(|(_, len)| *len);
    if let Some((sense, len)) = found {
        return Some(of_sense(cx, at, &sense, len));
    }
    foreign(cx, at)
}

/// A particle before a noun parts it from the figure: «خمسة بدولار» is not five dollars.
pub(super) fn is_joined(cx: &Context, at: usize) -> bool {
    let joined = [Clitics::AND, Clitics::BY, Clitics::TO, Clitics::AS];
    cx.token(at).is_none_or(|token| joined.iter().any(|clitic| token.clitics.has(*clitic)))
}

fn percent(end: usize, rule: &'static str) -> Measured {
    Measured { kind: Kind::Percent, unit: Unit::Percent, factor: 1.0, end, rule }
}

fn sign(cx: &Context, at: usize) -> Option<Measured> {
    match cx.token(at)?.kind {
        crate::facts::TokenKind::Sign('%') => Some(percent(at + 1, "percent.sign")),
        crate::facts::TokenKind::Sign(symbol) => {
            Some(money(currency_of_sign(symbol)?, at + 1, "money.sign"))
        }
        _ => None,
    }
}

fn currency_of_sign(symbol: char) -> Option<&'static str> {
    Some(match symbol {
        '$' => "USD",
        '€' => "EUR",
        '£' => "GBP",
        '¥' => "JPY",
        '₺' => "TRY",
        '₽' => "RUB",
        '₪' => "ILS",
        '₹' => "INR",
        _ => return None,
    })
}

fn money(code: &str, end: usize, rule: &'static str) -> Measured {
    Measured {
        kind: Kind::Money,
        unit: Unit::Money(Money(code.to_owned())),
        factor: 1.0,
        end,
        rule,
    }
}

/// Letters of other scripts: `km`, `USD`.
fn foreign(cx: &Context, at: usize) -> Option<Measured> {
    let entry = crate::facts::lexicon::exact(cx.word(at))?;
    if let Some(sense) = entry.sense(Class::Currency) {
        return Some(of_sense(cx, at, &sense, 1));
    }
    entry.sense(Class::MeasureUnit).map(|sense| of_sense(cx, at, &sense, 1))
}

/// The unit that a sense names; a nationality after a currency is taken along.
pub(super) fn of_sense(cx: &Context, at: usize, sense: &Sense, len: usize) -> Measured {
    let end = at + len;
    if sense.class == Class::Currency {
        let whole = match nationality(cx, end, sense.id) {
            Some(code) => money(code, end + 1, "money"),
            None => money(sense.id, end, "money"),
        };
        // «مليم», «سنت»: a part of the coin that the figure is told in.
        return if sense.value > 0.0 { Measured { factor: sense.value, ..whole } } else { whole };
    }
    Measured {
        kind: Kind::Measure,
        unit: Unit::Measure(sense.id.to_owned()),
        factor: sense.value,
        end,
        rule: "measure",
    }
}

fn nationality(cx: &Context, at: usize, word: &str) -> Option<&'static str> {
    let pairs = cx.word_sense(at, Class::CurrencyOf)?.id;
    pairs.split(' ').find_map(|pair| {
        let (currency, code) = pair.split_once(':')?;
        (currency == word).then_some(code)
    })
}

/// A figure whose sign or word stands before it: `$5`, `%4,75`, «بالمئة 10», «نسبة 10».
pub(super) fn before(cx: &Context, at: usize) -> Option<Amount> {
    let (measured, from) = if cx.is_sign(at, '%') {
        (percent(0, "percent.sign_before"), Some(at + 1).filter(|at| cx.is_glued(*at))?)
    } else if let Some((_, len)) = cx.sense(at, Class::Percent) {
        (percent(0, "percent.words_before"), at + len)
    } else if cx.is(at, Class::Ratio) {
        return ratio(cx, at);
    } else {
        (sign(cx, at)?, at + 1)
    };
    if !is_digits(cx, from) {
        return None;
    }
    let number = number(cx, from)?;
    let mut amount = Amount::of_number(&number, at);
    super::take(&mut amount, Measured { end: number.end, ..measured });
    Some(amount)
}

/// «بنسبة 20» where the sign was left out; a figure with a unit of its own is none.
fn ratio(cx: &Context, at: usize) -> Option<Amount> {
    let number = number(cx, at + 1)?;
    let bare = measured(cx, number.end).is_none() && !cx.is(number.end, Class::TimeUnit);
    let plain = number.scale <= 1.0 && number.low <= 1000.0;
    if !bare || !plain || cx.is_sign(number.end, ':') || cx.is_sign(number.end, '/') {
        return None;
    }
    let quantity = Quantity::exact(number.low, Unit::Percent);
    let rule = "percent.ratio";
    Some(Amount { kind: Kind::Percent, quantity, start: at, end: number.end, scale: 1.0, rule })
}
