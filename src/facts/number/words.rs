//! Numbers in words, and the words of scale that follow digits.

use crate::facts::context::Context;
use crate::facts::lexicon::{Class, Classes, Clitics, FormNumber, Sense};
use crate::facts::value::Approx;

use super::{Number, OPENERS, digits, is_digits};

/// The number in words that begins at a token.
pub(super) fn words(cx: &Context, at: usize) -> Option<Number> {
    if let Some(loose) = loose(cx, at).or_else(|| few(cx, at)) {
        return Some(loose);
    }
    if let Some(part) = fraction(cx, at) {
        return Some(part);
    }
    let plain = match below_thousand(cx, at) {
        Some((value, end)) => exact(value, end),
        None => bare_scale(cx, at, f64::INFINITY)?,
    };
    if let Some((_, len)) = cx.sense(plain.end, Class::DecimalPoint) {
        return Some(decimals(cx, plain, plain.end + len).unwrap_or(plain));
    }
    Some(scaled(cx, plain))
}

fn exact(value: f64, end: usize) -> Number {
    Number {
        low: value,
        high: value,
        end,
        scale: 1.0,
        definite: false,
        digits: false,
        approx: Approx::Exact,
    }
}

/// «ألف», «مليونان» with no number before them; «ألفا دولار» is two thousand there, though
/// «ثلاثون ألفا» is written alike. Scales of `below` and more are none.
fn bare_scale(cx: &Context, at: usize, below: f64) -> Option<Number> {
    let sense = cx.word_sense(at, Class::Scale).filter(|sense| sense.value < below)?;
    let times = match sense.number {
        FormNumber::One if sense.id.is_empty() || goes_on(cx, at + 1, sense.value) => 1.0,
        FormNumber::One | FormNumber::Two => 2.0,
        FormNumber::Many => return None,
    };
    Some(Number { scale: sense.value, ..exact(times * sense.value, at + 1) })
}

/// Whether a smaller number is added: «ألفا ومئة» is one thousand and a hundred, since a dual that
/// has lost its «ن» stands before its noun.
fn goes_on(cx: &Context, at: usize, scale: f64) -> bool {
    and_part(cx, at, scale).is_some() || and_rest(cx, at, scale).is_some()
}

/// What the words of scale after a number make of it: «مئة وعشرة آلاف ومئتان», «مليون ونصف».
pub(super) fn scaled(cx: &Context, number: Number) -> Number {
    scaled_below(cx, number, f64::INFINITY).unwrap_or(number)
}

/// The same of what is added to a scale and so is smaller: each addition is to a smaller one than the
/// last, which bounds how many there are whatever the text repeats.
fn scaled_below(cx: &Context, number: Number, below: f64) -> Option<Number> {
    let mut total = number;
    while let Some(sense) = scale_after(cx, total.end).filter(|sense| sense.value > total.scale) {
        if sense.value >= below {
            return None;
        }
        total.low *= sense.value;
        total.scale = sense.value;
        total.end += 1;
    }
    if total.scale <= 1.0 {
        return Some(number);
    }
    if let Some((part, end)) = and_part(cx, total.end, total.scale) {
        total.low += part * total.scale;
        total.end = end;
    } else if let Some((rest, end)) =
        and_rest(cx, total.end, total.scale).or_else(|| beside_rest(cx, total.end, total.scale))
    {
        total.low += rest;
        total.end = end;
        total.scale = 1.0;
    }
    total.high = total.low;
    Some(total)
}

fn scale_after(cx: &Context, at: usize) -> Option<Sense> {
    let token = cx.token(at)?;
    let joined = [Clitics::AND, Clitics::BY, Clitics::TO, Clitics::AS];
    if joined.iter().any(|clitic| token.clitics.has(*clitic)) {
        return None;
    }
    cx.word_sense(at, Class::Scale).filter(|sense| sense.number != FormNumber::Two)
}

/// «ونصف المليون»: a part of the scale, said again or not.
fn and_part(cx: &Context, at: usize, scale: f64) -> Option<(f64, usize)> {
    let (part, end) = and(cx, at).and_then(|at| fraction_word(cx, at))?;
    let again = cx.word_sense(end, Class::Scale).is_some_and(|sense| sense.is(scale));
    Some((part, if again { end + 1 } else { end }))
}

/// «ومئتان», «و500», «و300 ألف»: what is smaller than the scale before it.
fn and_rest(cx: &Context, at: usize, scale: f64) -> Option<(f64, usize)> {
    let at = and(cx, at)?;
    let plain = if is_digits(cx, at) {
        let figure = digits(cx, at).filter(|figure| figure.plain > 0 && figure.plain <= 3)?;
        exact(figure.value, figure.end)
    } else {
        match below_thousand(cx, at) {
            Some((value, end)) => exact(value, end),
            None => bare_scale(cx, at, scale)?,
        }
    };
    let rest = scaled_below(cx, plain, scale)?;
    (rest.low < scale).then_some((rest.low, rest.end))
}

/// «67 مليون 32 ألف 438»: the same where «و» was left out, as wires do with figures. What follows is
/// a number of its own where it is told to be a part of the first («3 ملايين 5 آلاف منهم»).
fn beside_rest(cx: &Context, at: usize, scale: f64) -> Option<(f64, usize)> {
    if !is_digits(cx, at) || cx.is_glued(at) {
        return None;
    }
    let figure = digits(cx, at).filter(|figure| (1..=3).contains(&figure.plain))?;
    let rest = scaled_below(cx, exact(figure.value, figure.end), scale)?;
    // Units stand behind thousands and nothing else, and there they have a noun of their own.
    let falls = rest.low < scale && (rest.end > figure.end || scale.total_cmp(&1e3).is_le());
    (falls && is_counted(cx, rest.end)).then_some((rest.low, rest.end))
}

/// Whether a word follows a number that it may count: none of whose part it is, and no share.
fn is_counted(cx: &Context, at: usize) -> bool {
    const OTHERS: Classes = Classes::of(&[Class::Percent, Class::Month, Class::Scale]);
    let part = matches!(cx.word(at), "منهم" | "منها" | "منهن" | "بينهم" | "بينها" | "بينهن" | "من");
    cx.is_word(at) && !part && !cx.is_one_of(at, OTHERS)
}

/// The place after an «و» written by itself, or the word that begins with one.
fn and(cx: &Context, at: usize) -> Option<usize> {
    if cx.word(at) == "و" {
        return Some(at + 1);
    }
    cx.token(at)?.clitics.has(Clitics::AND).then_some(at)
}

fn below_thousand(cx: &Context, at: usize) -> Option<(f64, usize)> {
    let first = cardinal(cx, at)?;
    let hundreds = if first >= 100.0 {
        Some((first, at + 1))
    } else {
        let again = (3.0..=9.0).contains(&first) && next_cardinal(cx, at + 1) == Some(100.0);
        again.then_some((first * 100.0, at + 2))
    };
    let Some((hundreds, end)) = hundreds else {
        return below_hundred(cx, at);
    };
    match and(cx, end).and_then(|at| below_hundred(cx, at)) {
        Some((rest, end)) => Some((hundreds + rest, end)),
        None => Some((hundreds, end)),
    }
}

fn below_hundred(cx: &Context, at: usize) -> Option<(f64, usize)> {
    let first = cardinal(cx, at).filter(|value| *value < 100.0)?;
    if (1.0..=9.0).contains(&first) {
        if next_cardinal(cx, at + 1) == Some(10.0) {
            return Some((first + 10.0, at + 2));
        }
        let tens = and(cx, at + 1).and_then(|at| Some((cardinal(cx, at)?, at + 1)));
        if let Some((tens, end)) = tens.filter(|(value, _)| (20.0..=90.0).contains(value)) {
            return Some((first + tens, end));
        }
    }
    let bound = cx.word_sense(at, Class::Cardinal).is_some_and(|sense| sense.id == "bound");
    (!bound).then_some((first, at + 1))
}

fn cardinal(cx: &Context, at: usize) -> Option<f64> {
    let value = cx.word_sense(at, Class::Cardinal)?.value;
    (value != TWO_HUNDRED || has_hamza(cx, at)).then_some(value)
}

const TWO_HUNDRED: f64 = 200.0;

/// «مئتا», and not «ميتا», which is somebody dead or a company: folded they are one.
fn has_hamza(cx: &Context, at: usize) -> bool {
    let written = cx.token(at).and_then(|token| cx.text.slice(token.span));
    written.is_some_and(|word| word.contains(['ئ', 'ء']))
}

/// A cardinal that goes on with the word before: without «و» or a preposition.
fn next_cardinal(cx: &Context, at: usize) -> Option<f64> {
    let clitics = cx.token(at)?.clitics;
    let joined = clitics.has(Clitics::AND) || clitics.has(Clitics::BY) || clitics.has(Clitics::TO);
    cardinal(cx, at).filter(|_| !joined)
}

/// «واحد فاصلة خمسة»: `at` is after the point.
pub(super) fn decimals(cx: &Context, whole: Number, at: usize) -> Option<Number> {
    let (digits, end) = if is_digits(cx, at) {
        (cx.word(at).to_owned(), at + 1)
    } else {
        let (value, end) = below_hundred(cx, at)?;
        (value.to_string(), end)
    };
    let value = format!("{}.{digits}", whole.low).parse().ok()?;
    Some(scaled(cx, Number { low: value, high: value, end, ..whole }))
}

/// «نصف مليون», «ثلاثة أرباع المليار»: a part of a scale.
fn fraction(cx: &Context, at: usize) -> Option<Number> {
    let (part, end) = fraction_word(cx, at)?;
    let scale = cx.word_sense(end, Class::Scale).filter(|sense| sense.number == FormNumber::One)?;
    Some(Number { scale: scale.value, ..exact(part * scale.value, end + 1) })
}

/// «نصف», «ثلثي», «ثلاثة أرباع»: the part, and the token after it.
pub(in crate::facts) fn fraction_word(cx: &Context, at: usize) -> Option<(f64, usize)> {
    cx.token(at).filter(|token| token.any.meet(OPENERS))?;
    if let Some(sense) = cx.word_sense(at, Class::Fraction) {
        match sense.number {
            FormNumber::One => return Some((sense.value, at + 1)),
            FormNumber::Two => return Some((2.0 * sense.value, at + 1)),
            FormNumber::Many => {}
        }
    }
    let (times, end) = below_hundred(cx, at).filter(|(value, _)| *value < 10.0)?;
    let part =
        cx.word_sense(end, Class::Fraction).filter(|sense| sense.number == FormNumber::Many)?;
    Some((times * part.value, end + 1))
}

/// «عشرات», «مئات الآلاف»: a lower bound.
fn loose(cx: &Context, at: usize) -> Option<Number> {
    let sense = cx.word_sense(at, Class::Loose)?;
    let of = cx.word_sense(at + 1, Class::Scale).filter(|scale| {
        scale.number == FormNumber::Many
            && scale.value > sense.value / 100.0
            && cx.token(at + 1).is_some_and(|token| token.clitics.has(Clitics::THE))
    });
    let scale = of.map_or(1.0, |scale| scale.value);
    let end = at + 1 + usize::from(of.is_some());
    Some(Number { approx: Approx::Vague, scale, ..exact(sense.value * scale, end) })
}

/// «بضع», «بضعة آلاف»: three to nine.
fn few(cx: &Context, at: usize) -> Option<Number> {
    let sense = cx.word_sense(at, Class::Few)?;
    let teen = next_cardinal(cx, at + 1) == Some(10.0);
    let (add, end) = if teen { (10.0, at + 2) } else { (0.0, at + 1) };
    let hundreds = cx.word_sense(end, Class::Loose).map(|loose| loose.value);
    let times = hundreds.or_else(|| scale_after(cx, end).map(|scale| scale.value));
    let end = end + usize::from(times.is_some());
    let times = times.unwrap_or(1.0);
    let low = (sense.value + add) * times;
    let high = (9.0 + add) * times;
    Some(Number { high, approx: Approx::Vague, ..exact(low, end) })
}
