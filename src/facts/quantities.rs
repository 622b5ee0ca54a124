//! Every figure of a text, by the grammars of numbers, dates and scores.
//!
//! Begin with [`quantities`]: at each token the grammars are asked in order of how much they
//! want, and the first that reads something takes its tokens. A figure that none of them reads
//! is kept as [`Kind::Unread`].

use super::context::Context;
use super::lexicon::{Class, Classes, Clitics, Entry, FormNumber, Found};
use super::number::{digits, is_article, is_code, is_dashed_code, is_digits, is_particle};
use super::quantity::none::{is_harmed, none};
use super::quantity::{Amount, like_feminine_dual, quantity};
use super::token::TokenKind;
use super::value::{Quantity, Unit, Value};
use super::{Certainty, Fact, Kind, Layer, Mode, Topic};
use super::{date, duration, model, ordinal, score, time};
use crate::text::Span;

/// The facts that hold a figure, a date or a time, in text order.
pub fn quantities(cx: &Context) -> Vec<Fact> {
    let cx = &Context { published: cx.published.or_else(|| date::told_in(cx)), ..*cx };
    let mut facts = Vec::with_capacity(cx.tokens.len() / 8);
    let mut free = 0;
    let mut at = 0;
    while let Some(token) = cx.token(at) {
        let promising = match token.kind {
            TokenKind::Digits => true,
            TokenKind::Word => match token.opens {
                Opens::Never => false,
                Opens::BeforeOr => cx.word(at + 1) == "او" || at > 0 && is_any(cx, at - 1),
                Opens::BeforeDigits => is_digits(cx, at + 1),
                Opens::Always => true,
            },
            TokenKind::Sign(sign) => matches!(sign, '$' | '€' | '£' | '%' | '-' | '.'),
            TokenKind::Foreign => {
                at = past_address(cx, at);
                false
            }
            TokenKind::Break => false,
        };
        if !promising {
            at += 1;
            continue;
        }
        let Some(reading) = read(cx, at, free) else {
            at += 1;
            continue;
        };
        let end = reading.end.max(at + 1);
        facts.push(fact(cx, reading));
        (at, free) = (end, end);
    }
    time::settle_dates(cx, &mut facts);
    facts
}

/// Where a word may open a figure, a date or a time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Opens {
    #[default]
    Never,
    /// «قتيل أو اثنان», «أي سجين»: a noun that is none by itself.
    BeforeOr,
    /// The article.
    BeforeDigits,
    Always,
}

/// «أي», «أي من».
fn is_any(cx: &Context, at: usize) -> bool {
    match cx.word(at) {
        "اي" => true,
        "من" => at > 0 && cx.word(at - 1) == "اي",
        _ => false,
    }
}

/// Where a folded word may open a figure.
pub(super) fn opens(word: &str, found: Option<Found>) -> Opens {
    if is_article(word) {
        return Opens::BeforeDigits;
    }
    let Some(Found { entry, .. }) = found else {
        return if like_feminine_dual(word) { Opens::Always } else { Opens::Never };
    };
    let any = entry.any();
    let by_itself = any.meet(OPENERS.without(NOUNS)) || opens_range(entry);
    if by_itself || is_figure_alone(word, entry) {
        Opens::Always
    } else if any.meet(NOUNS) {
        Opens::BeforeOr
    } else {
        Opens::Never
    }
}

/// Whether a noun may be a figure without one: a dual, a unit, «واحد», those whom «لا» counts.
fn is_figure_alone(word: &str, entry: &Entry) -> bool {
    const ALONE: Classes =
        Classes::of(&[Class::Alone, Class::VaguePerson, Class::MeasureUnit, Class::Currency]);
    entry.any().meet(ALONE)
        || entry.any().meet(NOUNS) && entry.has_form(FormNumber::Two)
        || is_harmed(word)
        || score::is_sets(word, true)
}

/// «بين», «من»: a range may follow; «بهدف» may be a goal.
fn opens_range(entry: &Entry) -> bool {
    matches!(entry.form(), "بين" | "من" | "مابين" | "ما" | "بهدف")
}

/// The classes of the words that may open one.
const OPENERS: Classes = Classes::of(&[
    Class::Alone,
    Class::ApproxBefore,
    Class::Cardinal,
    Class::Century,
    Class::ClockWord,
    Class::Counted,
    Class::Currency,
    Class::DayPart,
    Class::Decade,
    Class::Edition,
    Class::Few,
    Class::Fraction,
    Class::Goal,
    Class::GoalCount,
    Class::Goalless,
    Class::HijriMonth,
    Class::Loose,
    Class::MeasureUnit,
    Class::Midnight,
    Class::Minus,
    Class::Month,
    Class::Numbered,
    Class::Ordinal,
    Class::PartOfPeriod,
    Class::Percent,
    Class::PersonNoun,
    Class::Ratio,
    Class::RelativeDay,
    Class::Scale,
    Class::ThisBefore,
    Class::TimeUnit,
    Class::VaguePerson,
    Class::Weekday,
]);

/// What a grammar read.
struct Read {
    kind: Kind,
    value: Value,
    start: usize,
    end: usize,
    certainty: Certainty,
    rule: &'static str,
}

/// The classes of the nouns that are a figure only by themselves or with what stands round them
/// («جريحين», «طفل واحد»): they open no date, time, score or place in a row.
const NOUNS: Classes = Classes::of(&[
    Class::Alone,
    Class::Counted,
    Class::Currency,
    Class::MeasureUnit,
    Class::PersonNoun,
    Class::VaguePerson,
]);

/// Whether a word may be a figure only as a noun.
fn is_noun(cx: &Context, at: usize) -> bool {
    cx.token(at).is_some_and(|token| {
        token.is_word()
            && token.any.meet(NOUNS)
            && !token.any.meet(OPENERS.without(NOUNS))
            && !token.entry.is_some_and(opens_range)
    })
}

fn read(cx: &Context, at: usize, free: usize) -> Option<Read> {
    if is_noun(cx, at) && !score::is_sets(cx.word(at), true) {
        return quantity(cx, at, free).or_else(|| none(cx, at)).map(of_amount);
    }
    if is_code(cx, at) {
        // «رامي (90+3)»
        let minute = time::match_minute(cx, at).map(of_amount);
        return minute.or_else(|| Some(unread(cx, at, free)));
    }
    if model::is_no_one(cx, at) {
        return None;
    }
    if let Some(end) = model::model(cx, at) {
        return Some(of_amount(label(cx, at, end)?));
    }
    if let Some(amount) = duration::clocked(cx, at) {
        return Some(of_amount(amount));
    }
    if let Some(dated) = date::date(cx, at) {
        let certainty = if dated.sure { Certainty::High } else { Certainty::Medium };
        let (value, rule) = (dated.value, dated.rule);
        return Some(Read { kind: Kind::Date, value, start: at, end: dated.end, certainty, rule });
    }
    if is_dashed_code(cx, at) {
        return Some(unread(cx, at, free));
    }
    if let Some(clock) = time::time(cx, at) {
        let value = Value::Time(clock.value);
        let (end, rule) = (clock.end, clock.rule);
        let certainty = Certainty::High;
        return Some(Read { kind: Kind::Time, value, start: at, end, certainty, rule });
    }
    if let Some(told) = score::sets(cx, at).or_else(|| score::score(cx, at)) {
        let (value, end, rule) = (told.value(), told.end, told.rule);
        let certainty = Certainty::High;
        return Some(Read { kind: Kind::Score, value, start: told.start, end, certainty, rule });
    }
    if is_pair_of_codes(cx, at) {
        return Some(unread(cx, at, free));
    }
    let amount = score::rating(cx, at)
        .or_else(|| time::match_minute(cx, at))
        .or_else(|| ordinal::ordinal(cx, at))
        .or_else(|| labelled(cx, at))
        .or_else(|| quantity(cx, at, free))
        .or_else(|| none(cx, at))
        .map(of_amount);
    amount.or_else(|| is_digits(cx, at).then(|| unread(cx, at, free)))
}

/// «737-800», `234-567`: long figures on both sides of a dash, and nothing that they count.
fn is_pair_of_codes(cx: &Context, at: usize) -> bool {
    let long = |at: usize| is_digits(cx, at) && cx.word(at).len() >= 3;
    let dash = cx.is_sign(at + 1, '-') && cx.is_glued(at + 1) && cx.is_glued(at + 2);
    dash && long(at) && long(at + 2) && !counts(cx, at + 3) && !cx.is_word(at + 3)
}

fn of_amount(amount: Amount) -> Read {
    let sure = amount.kind != Kind::Number && amount.quantity.unit != Unit::None;
    Read {
        kind: amount.kind,
        value: Value::Quantity(amount.quantity),
        start: amount.start,
        end: amount.end,
        certainty: if sure { Certainty::High } else { Certainty::Medium },
        rule: amount.rule,
    }
}

/// «الشقة رقم 14», «قناة 9»: the figure is a name.
fn labelled(cx: &Context, at: usize) -> Option<Amount> {
    if is_digits(cx, at)
        && let Some(end) = date::name_of_place(cx, at)
    {
        return label(cx, at, end);
    }
    if is_digits(cx, at) && is_identifier(cx, at) {
        return label(cx, at, at + 1);
    }
    cx.word_sense(at, Class::Numbered)?;
    let from = at + 1 + usize::from(cx.word(at + 1) == "رقم" || is_article(cx.word(at + 1)));
    let figure = digits(cx, from)
        .filter(|figure| figure.plain > 0 && !is_code(cx, from) && !is_dashed_code(cx, from))?;
    let bare = cx.word(at).ends_with("رقم") || cx.word(at + 1) == "رقم" || !counts(cx, figure.end);
    bare.then(|| Amount {
        kind: Kind::Number,
        quantity: Quantity::exact(figure.value, Unit::None),
        start: at,
        end: figure.end,
        scale: 1.0,
        rule: "number.label",
    })
}

/// «الرحلة (804)», «كوفيد 19»: what is called by a figure.
fn is_identifier(cx: &Context, at: usize) -> bool {
    const IN_BRACKETS: &[&str] = &["الرحله", "رحلتها", "رحلته", "القطار", "الحافله", "الخط"];
    const BARE: &[&str] = &["كوفيد", "رادار"];
    let open = at.checked_sub(1).is_some_and(|at| cx.is_sign(at, '('));
    let head = at.checked_sub(1 + usize::from(open)).map_or("", |at| cx.word(at));
    let bare = head.trim_start_matches(['و', 'ف', 'ب', 'ل', '"']);
    let called = if open { IN_BRACKETS } else { BARE };
    let called = called.contains(&head) || called.contains(&bare);
    called && (!open || cx.is_sign(at + 1, ')')) && !counts(cx, at + 1 + usize::from(open))
}

/// A figure that is a name.
fn label(cx: &Context, start: usize, end: usize) -> Option<Amount> {
    let quantity = Quantity::exact(digits(cx, start)?.value, Unit::None);
    let rule = "number.label";
    Some(Amount { kind: Kind::Number, quantity, start, end, scale: 1.0, rule })
}

pub(super) fn counts(cx: &Context, at: usize) -> bool {
    let noun = cx.is_one_of(
        at,
        const { Classes::of(&[Class::PersonNoun, Class::Counted, Class::TimeUnit, Class::Scale]) },
    );
    // «قطار 2011 وعربة القوى»: another thing.
    let joined = cx.token(at).is_some_and(|token| token.clitics.has(Clitics::AND));
    noun && !joined || super::quantity::measured(cx, at).is_some() || cx.is_sign(at, '/')
}

/// A run of digits and the signs and letters that touch it.
fn unread(cx: &Context, at: usize, free: usize) -> Read {
    let mut end = at + 1;
    while cx.token(end).is_some_and(|token| {
        let part = matches!(
            token.kind,
            TokenKind::Digits
                | TokenKind::Foreign
                | TokenKind::Sign('+' | '/' | '-' | '.' | ',' | ':')
        );
        token.glued && part
    }) {
        end += 1;
    }
    while end > at + 1
        && cx.token(end - 1).is_some_and(|token| token.is('.') || token.is(',') || token.is(':'))
    {
        end -= 1;
    }
    let mut start = at;
    while start > free && cx.is_glued(start) && is_part_of_code(cx, start - 1) {
        start -= 1;
    }
    let surface = cx.text.slice(cx.span(start, end)).unwrap_or_default();
    Read {
        kind: Kind::Unread,
        value: Value::Words(surface.to_owned()),
        start,
        end,
        certainty: Certainty::Low,
        rule: "unread",
    }
}

fn is_part_of_code(cx: &Context, at: usize) -> bool {
    match cx.token(at).map(|token| token.kind) {
        Some(TokenKind::Sign('-' | '+' | '#' | '@')) => cx.is_glued(at) || cx.is_sign(at, '+'),
        Some(TokenKind::Foreign) => true,
        Some(TokenKind::Word) => !is_particle(cx.word(at)),
        _ => false,
    }
}

/// Past a web address: `https://…`, `www.…`, up to the next white space; else `at` itself.
fn past_address(cx: &Context, at: usize) -> usize {
    let scheme = cx.is_sign(at + 1, ':') && cx.is_sign(at + 2, '/') && cx.is_glued(at + 1);
    let bare = cx.word(at) == "www" && cx.is_sign(at + 1, '.');
    if !scheme && !bare {
        return at;
    }
    let mut end = at + 1;
    while cx.is_glued(end) {
        end += 1;
    }
    end - 1
}

fn fact(cx: &Context, read: Read) -> Fact {
    let first = with_article(cx, read.start);
    let span = Span { start: stem_start(cx, first), ..cx.span(first, read.end) };
    Fact {
        kind: read.kind,
        topic: Topic::default(),
        value: read.value,
        span,
        sentence: cx.sentence(read.start).map_or(span, |sentence| sentence.span.union(span)),
        layer: Layer::Report,
        mode: Mode::Fact,
        certainty: read.certainty,
        rule: read.rule,
    }
}

/// The article written apart from its digits belongs to them: «الـ 99».
fn with_article(cx: &Context, start: usize) -> usize {
    start
        .checked_sub(1)
        .filter(|at| is_digits(cx, start) && is_article(cx.word(*at)))
        .unwrap_or(start)
}

/// Where the first word begins without «و», «ف», «ب», «ل», «ك».
fn stem_start(cx: &Context, at: usize) -> u32 {
    let Some(token) = cx.token(at) else {
        return 0;
    };
    let joined = [Clitics::AND, Clitics::BY, Clitics::TO, Clitics::AS];
    let prefixed = joined.iter().filter(|clitic| token.clitics.has(**clitic)).count() as u32;
    // «لل» is written for ل and ال: taking one letter would leave half an article.
    let merged = token.clitics.has(Clitics::THE) && token.clitics.has(Clitics::TO);
    if prefixed == 0 || merged {
        return token.span.start;
    }
    let from = token.folded.start + 2 * prefixed;
    cx.folded.source(Span { start: from, end: token.folded.end }).start
}

#[cfg(test)]
mod tests;
