//! Figures in digits, with the signs inside them.
//!
//! A single point or comma before three digits is a thousands sign, unless what follows shows a
//! decimal one: reports write `16.808` people and `4,75` per cent.

use crate::facts::context::Context;
use crate::facts::lexicon::Class;
use crate::facts::token::TokenKind;

use super::{is_digits, is_particle};

/// A figure, and the token after it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::facts) struct Figure {
    pub value: f64,
    pub end: usize,
    /// How many digits, where there was no sign inside; else 0.
    pub plain: usize,
}

/// Longer runs of digits are codes, not amounts; and a float holds no more.
const MOST_DIGITS: usize = 18;

/// The figure that begins at a token: digits, or `-` or `.` right before digits.
pub(in crate::facts) fn digits(cx: &Context, at: usize) -> Option<Figure> {
    if cx.is_sign(at, '-') {
        // «إف-35», `6 -1`: a dash after letters or figures is no minus.
        let after = at.checked_sub(1).and_then(|at| cx.token(at)).map(|token| token.kind);
        if !matches!(after, None | Some(TokenKind::Sign('(' | ':') | TokenKind::Break))
            && (cx.is_glued(at) || after == Some(TokenKind::Digits))
        {
            return None;
        }
        let positive = Some(at + 1).filter(|at| cx.is_glued(*at)).and_then(|at| digits(cx, at))?;
        return Some(Figure { value: -positive.value, plain: 0, ..positive });
    }
    if cx.is_sign(at, '.') {
        let fraction = Some(at + 1).filter(|at| cx.is_glued(*at) && is_digits(cx, *at))?;
        let value = format!("0.{}", cx.word(fraction)).parse().ok()?;
        return Some(Figure { value, end: at + 2, plain: 0 });
    }
    if let Some(figure) = gulf_decimal(cx, at) {
        return Some(figure);
    }
    let groups = Groups::read(cx, at)?;
    let value = groups.value(cx)?;
    let first = cx.word(at).len();
    let plain = if groups.count == 0 { first } else { 0 };
    Some(Figure { value, end: groups.end, plain })
}

/// `5ر3` is 3.5 in the wires of the Gulf agencies: the letter stands for the point, and sets the
/// figures from right to left.
fn gulf_decimal(cx: &Context, at: usize) -> Option<Figure> {
    let decimal = is_digits(cx, at)
        && cx.word(at + 1) == "ر"
        && is_digits(cx, at + 2)
        && cx.is_glued(at + 1)
        && cx.is_glued(at + 2)
        && cx.word(at).len() + cx.word(at + 2).len() <= MOST_DIGITS;
    let text = decimal.then(|| format!("{}.{}", cx.word(at + 2), cx.word(at)))?;
    Some(Figure { value: text.parse().ok()?, end: at + 3, plain: 0 })
}

/// Digits, and up to a few groups of them behind signs.
struct Groups<'a> {
    first: &'a str,
    /// Sign and digits of each group after the first.
    rest: [(char, &'a str); 6],
    count: usize,
    end: usize,
}

impl<'a> Groups<'a> {
    fn read(cx: &Context<'a>, at: usize) -> Option<Self> {
        if !is_digits(cx, at) {
            return None;
        }
        let mut groups = Self { first: cx.word(at), rest: [(' ', ""); 6], count: 0, end: at + 1 };
        while let Some((sign, digits)) = group(cx, groups.end) {
            *groups.rest.get_mut(groups.count)? = (sign, digits);
            groups.count += 1;
            groups.end += 2;
        }
        let all: usize = groups.rest.iter().map(|(_, digits)| digits.len()).sum();
        (groups.first.len() + all <= MOST_DIGITS).then_some(groups)
    }

    fn value(&self, cx: &Context) -> Option<f64> {
        let rest = self.rest.get(..self.count)?;
        let decimal = match rest {
            [] => None,
            [(sign, digits)] => (!self.is_thousands(cx, *sign, digits)).then_some(*digits),
            [.., (sign, digits)] => {
                let same = rest.iter().filter(|(other, _)| other == sign).count();
                (same == 1).then_some(*digits)
            }
        };
        self.joined(rest, decimal)
    }

    /// All groups as one number; every group before the decimals has three digits.
    fn joined(&self, rest: &[(char, &str)], decimal: Option<&str>) -> Option<f64> {
        let whole = rest.get(..rest.len() - usize::from(decimal.is_some()))?;
        if whole.iter().any(|(_, digits)| digits.len() != 3) {
            return None;
        }
        let mut text = String::from(self.first);
        for (_, digits) in whole {
            text.push_str(digits);
        }
        if let Some(digits) = decimal {
            text.push('.');
            text.push_str(digits);
        }
        text.parse().ok()
    }

    /// Whether a single sign parts thousands.
    fn is_thousands(&self, cx: &Context, sign: char, digits: &str) -> bool {
        if digits.len() != 3 || self.first.len() > 3 || self.first.starts_with('0') {
            return false;
        }
        if sign == ',' {
            return true;
        }
        let follows = |class| cx.sense(self.end, class).is_some();
        // «37.000 قدم»: nobody measures to a thousandth and finds nothing there.
        let round = digits == "000" && self.first != "0";
        let decimal = follows(Class::Scale)
            || follows(Class::Percent)
            || follows(Class::MeasureUnit) && !round
            || cx.is_sign(self.end, '%');
        !decimal
    }
}

/// A sign inside a figure and the digits after it, all without white space.
fn group<'a>(cx: &Context<'a>, at: usize) -> Option<(char, &'a str)> {
    let sign = match cx.token(at)?.kind {
        // What the text has, not its folded copy: «٫» is always decimal, «٬» never.
        TokenKind::Sign(sign @ ('.' | ',' | '،')) => written(cx, at).unwrap_or(sign),
        _ => return None,
    };
    let inside = cx.is_glued(at) && cx.is_glued(at + 1) && is_digits(cx, at + 1);
    inside.then(|| (sign, cx.word(at + 1)))
}

fn written(cx: &Context, at: usize) -> Option<char> {
    cx.text.slice(cx.token(at)?.span)?.chars().next()
}

/// Whether the digits at a token are part of a name or code: «إف-35», `A380`, `3+3`, a version,
/// a telephone number.
pub(in crate::facts) fn is_code(cx: &Context, at: usize) -> bool {
    if !is_digits(cx, at) {
        return false;
    }
    let long = cx.word(at).len() > MOST_DIGITS;
    let phone = cx.word(at).len() >= 7 && cx.word(at).starts_with('0');
    long || phone || after_letters(cx, at) || before_letters(cx, at) || in_sum(cx, at)
}

fn after_letters(cx: &Context, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).filter(|_| cx.is_glued(at)) else {
        return false;
    };
    match cx.token(before).map(|token| token.kind) {
        Some(TokenKind::Word) => !is_particle(cx.word(before)),
        Some(TokenKind::Foreign | TokenKind::Sign('#' | '@' | '_' | '=')) => true,
        Some(TokenKind::Sign('-')) if cx.is_glued(before) => {
            before.checked_sub(1).is_some_and(|letter| is_letters(cx, letter))
        }
        _ => false,
    }
}

fn is_letters(cx: &Context, at: usize) -> bool {
    match cx.token(at).map(|token| token.kind) {
        Some(TokenKind::Foreign) => true,
        Some(TokenKind::Word) => !cx.is(at, Class::Cardinal) && !is_particle(cx.word(at)),
        _ => false,
    }
}

fn before_letters(cx: &Context, at: usize) -> bool {
    let Some(after) = cx.token(at + 1).filter(|token| token.glued) else {
        return false;
    };
    match after.kind {
        TokenKind::Foreign => !is_known_unit(cx, at + 1),
        TokenKind::Sign('-') if cx.is_glued(at + 2) => {
            cx.token(at + 2).is_some_and(|token| token.kind == TokenKind::Foreign)
        }
        _ => false,
    }
}

fn is_known_unit(cx: &Context, at: usize) -> bool {
    let word = cx.word(at);
    super::super::lexicon::exact(word).is_some_and(|entry| {
        entry.sense(Class::MeasureUnit).is_some() || entry.sense(Class::Currency).is_some()
    }) || matches!(word, "h" | "min" | "s")
}

fn in_sum(cx: &Context, at: usize) -> bool {
    let plus = |at: usize| cx.is_sign(at, '+');
    (plus(at + 1) && is_digits(cx, at + 2)) || at.checked_sub(1).is_some_and(plus)
}

/// Whether a dash parts three groups of digits or more: a telephone number, an account.
pub(in crate::facts) fn is_dashed_code(cx: &Context, at: usize) -> bool {
    let group = |at: usize| {
        cx.is_sign(at, '-') && cx.is_glued(at) && is_digits(cx, at + 1) && cx.is_glued(at + 1)
    };
    is_digits(cx, at) && group(at + 1) && group(at + 3)
}
