//! Minutes of a match: «الدقيقة 88», «ق12», «في الدقيقتين 78 و80», «سمير (23 و78 من ركلة جزاء)».
//!
//! Begin with [`match_minute`]. They are seconds played since the first whistle, so that «الدقيقة الرابعة
//! من الشوط الإضافي الثاني» is the hundred and ninth.

use crate::facts::Kind;
use crate::facts::context::Context;
use crate::facts::lexicon::{Class, Clitics, FormNumber};
use crate::facts::number::{is_article, is_digits};
use crate::facts::ordinal;
use crate::facts::quantities::counts;
use crate::facts::quantity::Amount;
use crate::facts::score::in_sport;
use crate::facts::value::{Quantity, Unit};

/// Seconds of a minute.
const MINUTE: f64 = 60.0;
/// Minutes after which each half begins, and how long it is.
const HALVES: [(f64, f64); 4] = [(0.0, 45.0), (45.0, 45.0), (90.0, 15.0), (105.0, 15.0)];
/// The last minute of the longest match.
const LAST: f64 = 130.0;

/// «الدقيقة 88», «الدقيقة الثالثة من الوقت بدل الضائع»: a moment of a match, in seconds played.
pub(in crate::facts) fn match_minute(cx: &Context, at: usize) -> Option<Amount> {
    if is_digits(cx, at) && (is_second(cx, at) || in_brackets(cx, at)) {
        let minute = cx.word(at).parse().ok().filter(|minute| (1.0..=LAST).contains(minute))?;
        let (base, minute, end) = added(cx, minute, at + 1);
        return Some(amount(at, end, base, minute));
    }
    // «ق12», «د 90+3»: the letter stands for the word.
    let letter = matches!(cx.word(at), "ق" | "د") && in_sport(cx, at);
    let word = cx.word_sense(at, Class::TimeUnit).filter(|unit| unit.id == "minute");
    let said = word.filter(|_| cx.token(at).is_some_and(|token| token.clitics.has(Clitics::THE)));
    if said.is_none() && !letter {
        return None;
    }
    let article = is_article(cx.word(at + 1));
    // «الدقائق الـ10 الأخيرة» are as many.
    if article && said.is_some_and(|unit| unit.number != FormNumber::One) {
        return None;
    }
    let figure = at + 1 + usize::from(article);
    let (low, end) = if is_digits(cx, figure) && cx.word(figure).len() <= 3 {
        (cx.word(figure).parse().ok()?, figure + 1)
    } else {
        ordinal::words(cx, at + 1).filter(|_| !letter)?
    };
    let (base, minute, end) = added(cx, low, end);
    Some(amount(at, end, base, minute))
}

fn amount(at: usize, end: usize, base: f64, minute: f64) -> Amount {
    let quantity = Quantity {
        high: minute * MINUTE,
        said: Some("minute"),
        ..Quantity::exact(base * MINUTE, Unit::Second)
    };
    Amount { kind: Kind::Measure, quantity, start: at, end, scale: 1.0, rule: "match_minute" }
}

/// What the words behind a minute make of it: «90+3», «الثالثة من الوقت بدل الضائع», «الرابعة من الشوط
/// الثاني»; the first minute that it may be, the last, and the token behind.
fn added(cx: &Context, low: f64, end: usize) -> (f64, f64, usize) {
    let more = Some(end + 1).filter(|at| cx.is_sign(end, '+') && is_digits(cx, *at));
    if let Some(more) = more.and_then(|at| cx.word(at).parse::<f64>().ok()) {
        return (low, low + more, end + 2);
    }
    if let Some((_, len)) = cx.sense(end, Class::Stoppage) {
        return (90.0, 90.0 + low, end + len);
    }
    match half(cx, end) {
        // «الدقيقة 78 من الشوط الثاني» is counted from the first whistle.
        Some(((before, long), end)) if low <= long => (before + low, before + low, end),
        Some((_, end)) => (low, low, end),
        None => (low, low, end),
    }
}

/// «من زمن الشوط الإضافي الثاني»: when the half begins and how long it is, and the token behind.
fn half(cx: &Context, at: usize) -> Option<((f64, f64), usize)> {
    let from = at + usize::from(cx.word(at) == "من");
    let from = from + usize::from(matches!(cx.word(from), "زمن" | "عمر" | "وقت" | "احداث"));
    let half = Some(from).filter(|from| *from > at && cx.word(*from) == "الشوط")? + 1;
    let extra = usize::from(cx.word(half) == "الاضافي");
    let mut end = half + extra;
    let second = match cx.word(end) {
        "الاول" => 0,
        "الثاني" => 1,
        _ => return None,
    };
    end += 1;
    // «الشوط الأول الإضافي»
    let behind = usize::from(extra == 0 && cx.word(end) == "الاضافي");
    Some((*HALVES.get(2 * (extra + behind) + second)?, end + behind))
}

/// «الدقيقتين 78 و80»: a minute behind another one under one word.
fn is_second(cx: &Context, at: usize) -> bool {
    let mut first = at;
    while let Some(before) = first.checked_sub(2).filter(|before| {
        (cx.word(first - 1) == "و" || cx.is_sign(first - 1, '،')) && is_digits(cx, *before)
    }) {
        first = before;
    }
    let head = first.checked_sub(1).filter(|_| first < at);
    head.and_then(|at| cx.word_sense(at, Class::TimeUnit).map(|unit| (at, unit))).is_some_and(
        |(at, unit)| {
            unit.id == "minute"
                && unit.number != FormNumber::One
                && cx.token(at).is_some_and(|token| token.clitics.has(Clitics::THE))
        },
    )
}

/// «سجل سمير (23 من ركلة جزاء و108)»: nothing but minutes between brackets behind a word, in a
/// sentence of goals.
fn in_brackets(cx: &Context, at: usize) -> bool {
    /// Tokens of what is between them at most.
    const LONGEST: usize = 14;
    const BESIDE: &[&str] = &["و", "من", "ركله", "ركلتي", "جزاء", "ضربه", "د", "ق", "دقيقه"];
    let part = |at: &usize| {
        is_digits(cx, *at) && cx.word(*at).len() <= 3
            || BESIDE.contains(&cx.word(*at))
            || ['+', '،', ','].iter().any(|sign| cx.is_sign(*at, *sign))
    };
    let open = (at.saturating_sub(LONGEST)..at).rev().find(|at| !part(at));
    let named = |open: &usize| open.checked_sub(1).is_some_and(|name| cx.is_word(name));
    let Some(open) = open.filter(|open| cx.is_sign(*open, '(') && named(open)) else {
        return false;
    };
    // «سجل المستشفى (15) إصابة»: what is counted, and not «سامي (90+3) هدف الفوز».
    let counted =
        |at: usize| counts(cx, at) && !cx.is(at, Class::Goal) && !cx.is(at, Class::GoalCount);
    let close = (at..at + LONGEST).find(|at| !part(at));
    close.is_some_and(|close| cx.is_sign(close, ')') && !counted(close + 1) && of_goals(cx, open))
}

/// Whether goals are told before a bracket in its sentence.
fn of_goals(cx: &Context, open: usize) -> bool {
    const GOALS: &[&str] = &[
        "سجل",
        "وسجل",
        "سجلها",
        "سجله",
        "اهداف",
        "هدف",
        "الهدف",
        "الاهداف",
        "هدفي",
        "هدفا",
        "هدفين",
        "احرز",
        "واحرز",
        "ثلاثيه",
        "ثناييه",
        "بهدف",
        "بهدفين",
        "الشباك",
        "شباك",
        "براسيه",
        "راسيه",
        "التعادل",
        "التسجيل",
    ];
    let start = cx.sentence(open).map_or(0, |sentence| sentence.tokens.start);
    (start..open).any(|at| GOALS.contains(&cx.word(at)))
}

#[cfg(test)]
mod tests {
    use crate::facts::testing::article;
    use crate::facts::{Value, extract};

    fn minutes(text: &str) -> Vec<f64> {
        let facts = extract(&article(text, "2031-05-04")).facts;
        let told = facts.iter().filter(|fact| fact.rule == "match_minute");
        let minute = |value: &Value| match value {
            Value::Quantity(quantity) => quantity.high / 60.0,
            _ => 0.0,
        };
        told.map(|fact| minute(&fact.value)).collect()
    }

    #[test]
    fn two_minutes_under_one_word() {
        assert_eq!(minutes("سجل رامي هدفين في الدقيقتين 78 و80."), [78.0, 80.0]);
        assert_eq!(
            minutes("سجل رامي ثلاثية في الدقائق 12 و40 و78 من المباراة."),
            [12.0, 40.0, 78.0]
        );
    }

    #[test]
    fn a_minute_of_a_half_is_counted_from_the_first_whistle() {
        assert_eq!(minutes("سجل رامي في الدقيقة الرابعة من الشوط الإضافي الثاني."), [109.0]);
        assert_eq!(minutes("سجل رامي في الدقيقة 12 من زمن الشوط الثاني الإضافي."), [117.0]);
        assert_eq!(minutes("سجل رامي في الدقيقة العاشرة من الشوط الثاني."), [55.0]);
        assert_eq!(minutes("سجل رامي في الدقيقة 78 من الشوط الثاني."), [78.0]);
        assert_eq!(minutes("سجل رامي في الدقيقة 12 من الشوط الأول."), [12.0]);
    }

    #[test]
    fn minutes_between_brackets() {
        let text = "سجل هدفي النسور رامي (23 من ركلة جزاء و108)، وأحرز سامي (90+3) هدف الموج.";
        assert_eq!(minutes(text), [23.0, 108.0, 93.0]);
        assert_eq!(minutes("وهز رامي الشباك برأسية بعد ركنية (5)."), [5.0]);
        assert_eq!(minutes("وأدرك الموج التعادل من زاوية ضيقة (31)."), [31.0]);
        assert!(minutes("لعب رامي (36) وسامي (23 عاما) في المباراة.").is_empty());
        assert!(minutes("انتقل رامي (36) إلى الموج.").is_empty());
    }
}
