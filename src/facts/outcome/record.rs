//! Firsts, and the most of a kind: «أول … منذ», «لم يسبق», «رقم قياسي», «من أطول».
//!
//! Begin with [`read`]. A place in a row («الجولة الأولى») is no first of its kind; it is with
//! the ordinals.

use std::ops::Range;

use super::{Claim, push};
use crate::facts::lexicon::{Class, Classes};
use crate::facts::ordinal::is_preliminary;
use crate::facts::{Context, Fact, Kind, Mode, Value};

/// Tokens after a first within which the word that makes it one stands.
const REACH: usize = 10;

/// The classes of the words that open a claim here.
pub const OPENERS: Classes = Classes::of(&[Class::First, Class::Superlative]);

/// Adds the firsts and records of one sentence.
pub fn read(cx: &Context, sentence: Range<usize>, facts: &mut Vec<Fact>) {
    let mut at = sentence.start;
    while at < sentence.end {
        let found = first(cx, &sentence, at).or_else(|| superlative(cx, &sentence, at));
        at = found.as_ref().map_or(at + 1, |claim| claim.tokens.end.max(at + 1));
        if let Some(claim) = found {
            push(cx, claim, facts);
        }
    }
}

fn first(cx: &Context, sentence: &Range<usize>, at: usize) -> Option<Claim> {
    let (sense, words) = cx.sense(at, Class::First)?;
    let end = at + words;
    let since = bounded(cx, sentence, end);
    let (key, value, end) = match sense.id {
        "first" if words > 1 => ("record.first", since, end),
        "first" if opens_first(cx, at) => ("record.first", since, (end + 3).min(sentence.end)),
        "first" if is_the_first(cx, at) && since != "plain" => ("record.first", since, end),
        "last" => ("record.last", since, end),
        "unprecedented" if words == 1 || verbal(cx, sentence, at, end) => {
            ("record.first", "all_time", (end + 3).min(sentence.end))
        }
        "record" => ("record.most", scope_of(since, "all_time"), end),
        _ => return None,
    };
    Some(claim(key, value, at..trimmed(cx, at, end)))
}

/// «أول تجربة», not «أول أمس» nor «أول الشهر».
fn opens_first(cx: &Context, at: usize) -> bool {
    let word = cx.word(at);
    let bare = (word.ends_with("اول") || word.ends_with("اولي")) && !word.contains("لاول");
    // «خطوة أولى»: an adjective of the noun before it.
    let follows = at.checked_sub(1).is_some_and(|i| cx.word(i).ends_with('ه'));
    let next = at + 1;
    let time = cx.is_one_of(
        next,
        const {
            Classes::of(&[
                Class::RelativeDay,
                Class::Weekday,
                Class::TimeUnit,
                Class::Month,
                Class::DayPart,
            ])
        },
    );
    bare && !follows
        && !is_preliminary(cx, at)
        && cx.word(next).chars().count() > 2
        && cx.is_word(next)
        && !time
        && !cx.word(next).starts_with("ال")
        && cx.word(next) != "من"
}

/// «هي الأولى», «تعد الأولى»: the ordinal is the predicate.
fn is_the_first(cx: &Context, at: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |i| cx.word(i));
    matches!(
        before,
        "هي" | "هو"
            | "وهي"
            | "وهو"
            | "تعد"
            | "يعد"
            | "تعتبر"
            | "يعتبر"
            | "كانت"
            | "كان"
            | "لتكون"
            | "ليكون"
    )
}

/// Up to the first sign: a record is told in one breath.
fn trimmed(cx: &Context, from: usize, to: usize) -> usize {
    (from + 1..to).find(|at| !cx.is_word(*at)).unwrap_or(to)
}

/// «لم يشهد … في تاريخه», «لم يسبق … أن»: the verb needs its measure.
fn verbal(cx: &Context, sentence: &Range<usize>, at: usize, end: usize) -> bool {
    cx.word(at) == "غير"
        || matches!(cx.word(at + 1), "يسبق" | "تسبق" | "سابق" | "سابقه" | "مثيل")
        || (end..(end + REACH).min(sentence.end)).any(|i| {
            cx.word(i).starts_with("تاريخ")
                || matches!(cx.word(i), "قبل" | "منذ" | "مثيلا" | "مثيل" | "اي" | "قط")
        })
}

/// «من أطول …» is one of the most, «أطول … في تاريخه» the most.
fn superlative(cx: &Context, sentence: &Range<usize>, at: usize) -> Option<Claim> {
    cx.word_sense(at, Class::Superlative)?;
    // «ثاني أكبر غرامة في تاريخ الهيئة» is no record.
    if at > sentence.start && cx.is(at - 1, Class::Ordinal) {
        return None;
    }
    let bound = bounded(cx, sentence, at + 1);
    let among = at > sentence.start && cx.word(at - 1) == "من";
    if among && cx.is_word(at + 1) {
        return Some(claim(
            "record.most",
            "among",
            at - 1..trimmed(cx, at - 1, (at + 4).min(sentence.end)),
        ));
    }
    let scope = scope_of(bound, "plain");
    (scope != "plain")
        .then(|| claim("record.most", scope, at..trimmed(cx, at, (at + 3).min(sentence.end))))
}

fn scope_of(bound: &'static str, otherwise: &'static str) -> &'static str {
    if bound == "plain" { otherwise } else { bound }
}

/// What a first or a record is measured against.
fn bounded(cx: &Context, sentence: &Range<usize>, from: usize) -> &'static str {
    for at in from..(from + REACH).min(sentence.end) {
        let word = cx.word(at);
        if cx.is_sign(at, '،') || cx.is_sign(at, '.') {
            break;
        }
        match word {
            "منذ" => return "since",
            "الاطلاق" | "نوعه" | "نوعها" => return "all_time",
            "الان" | "اللحظه" => return "so_far",
            _ if word.starts_with("تاريخ") || word == "التاريخ" || word == "سجل" => {
                return "all_time";
            }
            _ if cx.is(at, Class::This) => return "so_far",
            _ => {}
        }
    }
    "plain"
}

fn claim(key: &'static str, value: &str, tokens: Range<usize>) -> Claim {
    Claim {
        kind: Kind::Record,
        key: key.into(),
        value: Value::Words(value.to_owned()),
        tokens,
        mode: Mode::Fact,
        rule: "record",
    }
}
