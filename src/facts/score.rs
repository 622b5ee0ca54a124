//! Results of matches: `6-1`, `4-صفر`, «بستة أهداف مقابل هدف», «برباعية نظيفة»; and marks out of
//! ten.
//!
//! The figures are kept in the order in which they are told; whose they are is for topics.

mod sets;

pub(super) use sets::sets;

use super::Kind;
use super::context::Context;
use super::lexicon::{Class, Classes, Clitics, FormNumber};
use super::number::{is_code, is_digits, number};
use super::quantity::{Amount, measured};
use super::value::{Approx, Quantity, Score, Unit, Value};

/// A score, and the tokens that tell it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Told {
    pub score: Score,
    pub start: usize,
    pub end: usize,
    pub rule: &'static str,
}

impl Told {
    fn new(home: u32, away: u32, start: usize, end: usize, rule: &'static str) -> Self {
        let score = Score { home, away, home_side: None, away_side: None, sets: Vec::new() };
        Self { score, start, end, rule }
    }

    pub fn value(&self) -> Value {
        Value::Score(self.score.clone())
    }
}

/// The score that begins at a token.
pub(super) fn score(cx: &Context, at: usize) -> Option<Told> {
    if is_digits(cx, at) {
        return dashed(cx, at).or_else(|| against(cx, at));
    }
    if let Some((_, len)) = cx.sense(at, Class::Goalless) {
        return Some(Told::new(0, 0, at, at + len, "score.goalless"));
    }
    if let Some(sense) = cx.word_sense(at, Class::GoalCount) {
        return by_name(cx, at, sense.value as u32);
    }
    against(cx, at).or_else(|| dashed(cx, at))
}

/// Also "with the aim of", and listed as such.
const BY_A_GOAL: &str = "بهدف";

fn dashed(cx: &Context, at: usize) -> Option<Told> {
    let (home, end) = goals(cx, at)?;
    let slash = cx.is_sign(end, '/') && cx.is_glued(end) && cx.is_glued(end + 1);
    let sign = cx.is_sign(end, '-') || slash && home < 20 && in_sport(cx, at);
    let result = at.checked_sub(1).is_some_and(|at| cx.is(at, Class::Result));
    if !sign && !(result && (cx.is_sign(end, ':') || cx.is_sign(end, '/'))) {
        return None;
    }
    let (away, end) = goals(cx, end + 1)?;
    let longer = cx.is_sign(end, '-') && is_digits(cx, end + 1);
    let counted = !result && (measured(cx, end).is_some() || cx.is(end, Class::TimeUnit));
    // Figures that fall are no range: outside of sport, too, they tell who was ahead.
    let falls = home > away && cx.is_glued(at + 1) && cx.is_glued(at + 2) && is_digits(cx, at);
    if longer || counted || cx.is_sign(end, ':') || !(result || falls || in_sport(cx, at)) {
        return None;
    }
    Some(Told::new(home, away, at, end, "score.figures"))
}

/// Up to three digits, or «صفر».
fn goals(cx: &Context, at: usize) -> Option<(u32, usize)> {
    if is_digits(cx, at) {
        let decimal = cx.is_sign(at + 1, '.') && is_digits(cx, at + 2) && cx.is_glued(at + 2);
        let short = cx.word(at).len() <= 3 && !is_code(cx, at) && !decimal;
        return short.then(|| cx.word(at).parse().ok()).flatten().map(|goals| (goals, at + 1));
    }
    let zero = cx.word_sense(at, Class::Cardinal).is_some_and(|sense| sense.is(0.0));
    zero.then_some((0, at + 1))
}

/// Whether the words around speak of a match.
pub(super) fn in_sport(cx: &Context, at: usize) -> bool {
    let Some(sentence) = cx.sentence(at) else {
        return false;
    };
    let from = at.saturating_sub(30).max(sentence.tokens.start);
    let to = (at + 15).min(sentence.tokens.end);
    (from..to).any(|at| cx.is(at, Class::Sport))
}

/// «ستة أهداف مقابل هدف», «هدفين لهدف», «ثلاثة أهداف دون رد», «بهدف وحيد».
fn against(cx: &Context, at: usize) -> Option<Told> {
    if !is_of_sides(cx, at) {
        return None;
    }
    let (home, end, said) = side(cx, at)?;
    if let Some((_, len)) = cx.sense(end, Class::Clean) {
        return said.then(|| Told::new(home, 0, at, end + len, "score.clean"));
    }
    if let Some((_, len)) = cx.sense(end, Class::Against) {
        let (away, end, said_too) = side(cx, end + len)?;
        let told = said || said_too || in_sport(cx, at) && is_digits(cx, at);
        let more = cx.sense(end, Class::Alone).map_or(0, |(_, len)| len);
        return told.then(|| Told::new(home, away, at, end + more, "score.against"));
    }
    if said && matches!(cx.word(end), "لمثله" | "لمثلها" | "لمثلهما" | "لمثلهم" | "لمثليهما")
    {
        return Some(Told::new(home, home, at, end + 1, "score.draw"));
    }
    // «بهدف لكل منهما», «بهدفين لكل فريق»
    if said && let Some((_, len)) = cx.sense(end, Class::Each) {
        let each = end + len;
        let both = matches!(cx.word(each), "منهما" | "فريق" | "منتخب" | "طرف" | "جانب" | "من");
        return both.then(|| Told::new(home, home, at, each + 1, "score.draw"));
    }
    let to = said && cx.token(end).is_some_and(|token| token.clitics.has(Clitics::TO));
    if to && let Some((away, end, _)) = side(cx, end) {
        return Some(Told::new(home, away, at, end, "score.to"));
    }
    let by = cx.token(at)?.clitics.has(Clitics::BY) || cx.word(at) == BY_A_GOAL;
    let won = home == 1 && by;
    let alone = cx.sense(end, Class::Alone).filter(|_| won && said)?;
    Some(Told::new(1, 0, at, end + alone.1, "score.alone"))
}

/// Whether goals, sets or «مقابل» stand close enough for a figure to be of a side: most figures are not
/// read for it.
fn is_of_sides(cx: &Context, at: usize) -> bool {
    const SIDES: Classes = Classes::of(&[Class::Goal, Class::Against]);
    /// Words of a number below a hundred and of what it counts.
    const REACH: usize = 6;
    cx.word(at) == BY_A_GOAL
        || (at..at + REACH).any(|i| cx.token(i).is_some_and(|token| token.any.meet(SIDES)))
        || is_sets(cx.word(at), true)
        || is_sets(cx.word(at + 1), false)
}

/// Goals of one side, and whether the word for goals was said: «هدفين», «ستة أهداف», «صفر».
fn side(cx: &Context, at: usize) -> Option<(u32, usize, bool)> {
    if cx.word(at) == BY_A_GOAL {
        return Some((1, at + 1, true));
    }
    if let Some(sense) = cx.word_sense(at, Class::Goal) {
        return match sense.number {
            FormNumber::One => Some((1, at + 1, true)),
            FormNumber::Two => Some((2, at + 1, true)),
            FormNumber::Many => None,
        };
    }
    if is_sets(cx.word(at), true) {
        return Some((2, at + 1, true));
    }
    let number = number(cx, at).filter(|number| {
        let whole = number.low.fract() == 0.0 && number.approx == Approx::Exact;
        whole && (0.0..100.0).contains(&number.low)
    })?;
    let said = cx.is(number.end, Class::Goal) || is_sets(cx.word(number.end), false);
    Some((number.low as u32, number.end + usize::from(said), said))
}

/// Sets of tennis and volleyball: «بمجموعتين مقابل واحدة», «ثلاث مجموعات نظيفة».
pub(super) fn is_sets(word: &str, two: bool) -> bool {
    // Asked of every noun: few words are as long, and of these few begin so.
    if word.len() < "اشواط".len() {
        return false;
    }
    let sets = word.strip_prefix(['ب', 'ل']).unwrap_or(word);
    if two {
        matches!(sets, "مجموعتين" | "مجموعتان" | "شوطين")
    } else {
        matches!(sets, "مجموعات" | "مجموعه" | "اشواط")
    }
}

/// «رباعية نظيفة», «ثلاثية مقابل هدف».
fn by_name(cx: &Context, at: usize, home: u32) -> Option<Told> {
    if let Some((_, len)) = cx.sense(at + 1, Class::Clean) {
        return Some(Told::new(home, 0, at, at + 1 + len, "score.name"));
    }
    let (_, len) = cx.sense(at + 1, Class::Against)?;
    let (away, end, _) = side(cx, at + 1 + len)?;
    Some(Told::new(home, away, at, end, "score.name"))
}

/// `10 على 10`, `8/10`, «9 من 10» where nothing is counted: a mark, or a part in tenths.
pub(super) fn rating(cx: &Context, at: usize) -> Option<Amount> {
    let negative = cx.is_sign(at, '-') && cx.is_glued(at + 1);
    let from = at + usize::from(negative);
    let (mark, end) = figure(cx, from)?;
    let slash = cx.is_sign(end, '/') && cx.is_glued(end) && cx.is_glued(end + 1);
    let of = matches!(cx.word(end), "من" | "علي");
    let (most, end) = figure(cx, end + 1).filter(|_| slash || of)?;
    if cx.is_sign(end, '/') || cx.is_sign(end, '-') {
        return None;
    }
    let counted =
        cx.is_word(end) && !cx.is(end, Class::Function) && !cx.word(end).starts_with("ال");
    let tenths = slash && [10.0, 100.0, 1000.0].contains(&most) && (mark > most || negative);
    let marks = !counted && mark <= most && [5.0, 10.0, 20.0, 100.0].contains(&most);
    let (value, rule) = match (tenths, marks) {
        (true, _) => (mark / most, "number.fraction"),
        (false, true) => (mark, "rating"),
        _ => return None,
    };
    let unit = if tenths { Unit::None } else { Unit::Of(format!("out_of_{most}")) };
    let signed = if negative { -value } else { value };
    let quantity = Quantity::exact(signed, unit);
    Some(Amount { kind: Kind::Number, quantity, start: at, end, scale: 1.0, rule })
}

fn figure(cx: &Context, at: usize) -> Option<(f64, usize)> {
    let plain = is_digits(cx, at) && cx.word(at).len() <= 4 && !is_code(cx, at);
    plain.then(|| cx.word(at).parse().ok()).flatten().map(|value| (value, at + 1))
}
