//! Words in marks: which are somebody's speech, and whose.
//!
//! Begin with [`find`]. A pair is speech when a verb of saying governs it: four words or more
//! with a cue in the sentence, or fewer next to the cue. Names and titles in marks, and marks
//! without any cue, are [`Said::terms`].

use super::cue::{Cue, Kind, is_that};
use super::{InMarks, Outer, Part, SPEECH, Said, layer_of, voice};
use crate::facts::entity::{Cast, Sort};
use crate::facts::lexicon::{Class, Clitics};
use crate::facts::quote_marks::Shape;
use crate::facts::{Context, Quote};
use crate::text::Span;

/// Tokens between a verb of naming or rating and the word it puts in marks.
const NEAR: usize = 8;

/// Who said words in marks, and by which cue.
struct Speech {
    who: Option<usize>,
    named: Option<Span>,
    cue: Option<Span>,
    rule: &'static str,
}

/// Adds the direct quotations, and the terms in marks that are none.
pub fn find(
    cx: &Context,
    cast: &Cast,
    marks: &[InMarks],
    outer: &[Outer],
    cues: &[Cue],
    said: &mut Said,
) {
    let mut last: Option<(usize, Speech)> = None;
    let mut covered = 0;
    for pair in marks {
        if pair.marked.shape == Shape::Unopened
            || pair.marked.inner.start < covered
            || pair.words == 0
        {
            continue;
        }
        let speech = speech_of(cx, cast, pair, outer, cues).or_else(|| {
            let (end, before) = last.as_ref()?;
            goes_on(cx, *end, pair).then_some(Speech {
                who: before.who,
                named: None,
                cue: before.cue,
                rule: "quote.continued",
            })
        });
        match speech {
            Some(speech) => {
                covered = pair.marked.inner.end;
                push(cast, pair, &speech, said);
                last = Some((pair.tokens.end, speech));
            }
            None if pair.marked.shape == Shape::Pair => said.terms.push(pair.marked.inner),
            None => {}
        }
    }
}

fn push(cast: &Cast, pair: &InMarks, speech: &Speech, said: &mut Said) {
    let speaker = speech.who.and_then(|who| voice(cast, who, speech.named));
    if let (Some(who), Some(speaker)) = (speech.who, speaker.clone()) {
        said.parts.push(Part { span: pair.marked.outer, layer: layer_of(cast, who, speaker) });
    }
    said.quotes.push(Quote {
        span: pair.marked.inner,
        speaker,
        cue: speech.cue,
        direct: true,
        rule: speech.rule,
    });
}

fn speech_of(
    cx: &Context,
    cast: &Cast,
    pair: &InMarks,
    outer: &[Outer],
    cues: &[Cue],
) -> Option<Speech> {
    if is_name(cx, pair) || is_speaker(cx, pair, cues) {
        return None;
    }
    if pair.marked.shape == Shape::Unclosed && !introduced(cx, pair) {
        return None;
    }
    governed(cx, pair, outer, cues)
        .or_else(|| named_by_colon(cx, cast, pair, outer))
        .or_else(|| sourced(cx, cast, pair, outer))
        .or_else(|| cue_after(cx, pair, cues))
        .or_else(|| source_after(cx, cast, pair))
        .or_else(|| announced(cx, pair, cues))
        .or_else(|| after_colon(cx, cast, pair, outer))
}

/// The latest cue before the marks in the same sentence that may govern them.
fn governed(cx: &Context, pair: &InMarks, outer: &[Outer], cues: &[Cue]) -> Option<Speech> {
    let open = pair.tokens.start;
    let sentence = outer.partition_point(|o| o.tokens.start < open).checked_sub(1)?;
    let before = cues.partition_point(|cue| cue.tokens.end <= open);
    let near = cues.get(..before)?.iter().rev().take(8).take_while(|cue| cue.outer == sentence);
    let cue = near.into_iter().find(|cue| may_govern(cx, cue, pair))?;
    Some(Speech {
        who: cue.who,
        named: cue.named,
        cue: Some(cx.span(cue.tokens.start, cue.tokens.end)),
        rule: "quote.cue",
    })
}

fn may_govern(cx: &Context, cue: &Cue, pair: &InMarks) -> bool {
    let gap = pair.tokens.start.saturating_sub(cue.tokens.end);
    match cue.sort {
        Kind::Call | Kind::Talk | Kind::Rate => gap <= NEAR && !called_something(cx, cue, pair),
        Kind::Chant => gap <= NEAR,
        Kind::Told => false,
        Kind::Passive => pair.words >= SPEECH && gap <= REMOTE,
        Kind::Say | Kind::Report | Kind::Written => {
            let clause = || (cue.after..pair.tokens.start).any(|at| is_that(cx, at));
            let stated = || is_predicate(cx, pair) && clause();
            (gap <= REMOTE && (pair.words >= SPEECH || introduced(cx, pair) || stated()))
                || (cue.after + 1 >= pair.tokens.start && !cx.is_word(pair.tokens.end + 1))
        }
    }
}

/// Tokens between a verb of saying and the marks at most.
const REMOTE: usize = 80;

/// «تحدث عن فيلم "…"»: a noun that introduces a name stands between.
fn called_something(cx: &Context, cue: &Cue, pair: &InMarks) -> bool {
    cue.sort == Kind::Talk && pair.words < SPEECH && {
        let before = pair.tokens.start.saturating_sub(2);
        cx.is(before, Class::Introduces)
    }
}

/// Whether a colon or «أن» stands before the marks.
fn introduced(cx: &Context, pair: &InMarks) -> bool {
    pair.tokens.start.checked_sub(2).is_some_and(|before| {
        let goes_on = pair.words < SPEECH && cx.is_word(pair.tokens.end + 1);
        cx.is_sign(before, ':') || (is_that(cx, before) && !goes_on)
    })
}

/// A name, a title or a medium in marks: what stands before or after says so.
fn is_name(cx: &Context, pair: &InMarks) -> bool {
    let first = pair.tokens.start;
    let Some(before) = first.checked_sub(2) else {
        return false;
    };
    if cx.is_sign(before, ':') {
        return false;
    }
    let lexical = [Class::Outlet, Class::Org].iter().any(|class| {
        cx.sense(first, *class).is_some_and(|(_, words)| first + words == pair.tokens.end)
    });
    let noun = (before.saturating_sub(3)..=before)
        .rev()
        .take_while(|at| *at == before || adjective(cx, *at + 1))
        .any(|at| opens_name(cx, at));
    let office = cx.is(before, Class::Title);
    let recipient = matches!(cx.word(before), "ل" | "لـ");
    (lexical && pair.words < SPEECH)
        || (noun && pair.words <= 7 && !is_told_of(cx, before, pair))
        || ((office || recipient) && pair.words < SPEECH)
        || is_named_so(cx.word(before))
        || is_subject(cx, pair)
}

/// «أطلق عليه اسم "أمل"», «المسمى «الفجر»», «الملقب "أبو ليلى"»: what something is called.
fn is_named_so(word: &str) -> bool {
    matches!(
        word,
        "اسم"
            | "باسم"
            | "واسم"
            | "لقب"
            | "بلقب"
            | "مسمي"
            | "بمسمي"
            | "تسميه"
            | "المسمي"
            | "المسماه"
            | "الملقب"
            | "الملقبه"
            | "يسمي"
            | "تسمي"
            | "يدعي"
            | "تدعي"
    )
}

/// «أضاف "البدري": …», «المتحدثة "هالة الزين"»: the name of whoever speaks.
fn is_speaker(cx: &Context, pair: &InMarks, cues: &[Cue]) -> bool {
    let before = cues.partition_point(|cue| cue.tokens.end <= pair.tokens.start);
    let inner = cx.span(pair.tokens.start, pair.tokens.end);
    let last = before.checked_sub(1).and_then(|last| cues.get(last));
    last.is_some_and(|cue| cue.named == Some(inner))
}

/// «إن المصنع "خالف شروط الترخيص مرات"»: what is said of a thing that has been named already; only
/// works, prizes and campaigns have names as long.
fn is_told_of(cx: &Context, noun: usize, pair: &InMarks) -> bool {
    const LONG: [&str; 6] = ["film", "award", "festival", "operation", "outlet", "party"];
    let long = cx.word_sense(noun, Class::Introduces).is_some_and(|s| LONG.contains(&s.id));
    let closes = !cx.is_word(pair.tokens.end + 1);
    let predicate = pair.words >= SPEECH && !long || is_predicate(cx, pair);
    cx.word(noun).starts_with("ال") && closes && predicate
}

/// «لا يمثلون العمال», «أمرا مستبعدا»: a denial or an indefinite object, which no name opens with.
fn is_predicate(cx: &Context, pair: &InMarks) -> bool {
    let first = pair.tokens.start;
    let object = |at: usize| {
        let raw = cx.token(at).and_then(|token| cx.text.slice(token.span)).unwrap_or_default();
        raw.trim_end_matches('\u{64B}').ends_with('ا') && raw.chars().count() > 3
    };
    let denied = matches!(cx.word(first), "لا" | "لن" | "لم" | "ليس" | "ليست" | "ليسوا" | "غير");
    pair.words >= 2 && (denied || object(first) && object(first + 1))
}

fn adjective(cx: &Context, at: usize) -> bool {
    cx.word(at).starts_with("ال") || cx.is(at, Class::Nisba)
}

fn opens_name(cx: &Context, at: usize) -> bool {
    (cx.is(at, Class::Introduces) || cx.is(at, Class::OrgHead))
        && !cx.token(at).is_some_and(|token| token.clitics.has(Clitics::AS))
}

/// «وذكرت "…" أن»: what stands in marks is the subject.
fn is_subject(cx: &Context, pair: &InMarks) -> bool {
    let after = pair.tokens.end + 1;
    let mut at = after;
    if cx.is_sign(at, '،') {
        at += 1;
    }
    let joined = cx.word(at).starts_with('و');
    pair.words < SPEECH
        && (cx.is(at, Class::That) && !joined || cx.word(after) == "عن" || cx.word(after) == "قد")
}

/// «فلان: "…"» in a headline or a caption.
fn named_by_colon(cx: &Context, cast: &Cast, pair: &InMarks, outer: &[Outer]) -> Option<Speech> {
    let sentence =
        outer.get(outer.partition_point(|o| o.tokens.start < pair.tokens.start).checked_sub(1)?)?;
    let mention =
        cast.at(sentence.tokens.start).filter(|m| m.can_speak() || m.sort == Sort::Place)?;
    let colon = mention.whole.end;
    (cx.is_sign(colon, ':') && colon < pair.tokens.start && pair.tokens.start < colon + 40).then(
        || Speech {
            who: Some(mention.who),
            named: Some(cx.span(mention.name.start, mention.name.end)),
            cue: None,
            rule: "quote.colon",
        },
    )
}

/// «وبحسب فلان، فإن "…"»: whoever vouches for the sentence says the words in marks.
fn sourced(cx: &Context, cast: &Cast, pair: &InMarks, outer: &[Outer]) -> Option<Speech> {
    if pair.words < SPEECH {
        return None;
    }
    let sentence =
        outer.get(outer.partition_point(|o| o.tokens.start < pair.tokens.start).checked_sub(1)?)?;
    let before = sentence.tokens.start..pair.tokens.start;
    let (at, words) = before.clone().rev().find_map(|at| {
        let (_, words) = cx.sense(at, Class::Source)?;
        Some((at, words))
    })?;
    // Opened with its source, the whole sentence is of that source: «بحسب فلان، فإن الأمر "…"».
    let opens = at == sentence.tokens.start
        && before.clone().any(|i| matches!(cx.word(i), "فان" | "فانه" | "فانها"));
    if !opens && !introduced(cx, pair) {
        return None;
    }
    let mention = cast.within(at + words..at + words + 3).first().filter(|m| m.can_speak())?;
    Some(Speech {
        who: Some(mention.who),
        named: Some(cx.span(mention.name.start, mention.name.end)),
        cue: Some(cx.span(at, at + words)),
        rule: "quote.source",
    })
}

/// «"…"، بحسب فلان», «"…"، على حد قول فلان».
fn source_after(cx: &Context, cast: &Cast, pair: &InMarks) -> Option<Speech> {
    if pair.words < SPEECH {
        return None;
    }
    let from = pair.tokens.end + 1 + usize::from(cx.is_sign(pair.tokens.end + 1, '،'));
    let (_, words) = cx.sense(from, Class::Source)?;
    let after = from + words;
    let mention = cast.within(after..after + 4).first().filter(|m| m.can_speak())?;
    Some(Speech {
        who: Some(mention.who),
        named: Some(cx.span(mention.name.start, mention.name.end)),
        cue: Some(cx.span(from, after)),
        rule: "quote.source",
    })
}

/// «بدا فلان متفائلا: "…"»: no verb of saying, but a colon, and somebody in the clause.
fn after_colon(cx: &Context, cast: &Cast, pair: &InMarks, outer: &[Outer]) -> Option<Speech> {
    let open = pair.tokens.start;
    let colon = open.checked_sub(2).is_some_and(|at| cx.is_sign(at, ':'));
    if pair.words < SPEECH || !colon {
        return None;
    }
    let sentence = outer.get(outer.partition_point(|o| o.tokens.start < open).checked_sub(1)?)?;
    let from = sentence.tokens.start.max(open.saturating_sub(24));
    let mut people = cast.within(from..open).iter();
    let mention = people.find(|m| matches!(m.sort, Sort::Person | Sort::Described))?;
    Some(Speech {
        who: Some(mention.who),
        named: Some(cx.span(mention.name.start, mention.name.end)),
        cue: None,
        rule: "quote.colon",
    })
}

/// «"…" قال فلان», «"…"، هكذا وصف فلان».
fn cue_after(cx: &Context, pair: &InMarks, cues: &[Cue]) -> Option<Speech> {
    if pair.words < SPEECH {
        return None;
    }
    let close = pair.tokens.end;
    let cue = cues.get(cues.partition_point(|cue| cue.tokens.start < close))?;
    // Right after the marks a verb needs no name beside it.
    let adjacent = cue.tokens.start <= close + 2 && cue.who.is_some();
    let near = cue.tokens.start <= close + 4
        && cue.sort != Kind::Passive
        && (cue.named.is_some() || adjacent);
    let same = (close + 1..cue.tokens.start).all(|at| !cx.is_sign(at, '.') && !cx.is_break(at));
    let joined = cx.token(cue.tokens.start).is_some_and(|token| token.clitics.has(Clitics::AND));
    (near && same && !joined).then(|| Speech {
        who: cue.who,
        named: cue.named,
        cue: Some(cx.span(cue.tokens.start, cue.tokens.end)),
        rule: "quote.cue_after",
    })
}

/// A paragraph in marks after one that ends with a colon.
fn announced(cx: &Context, pair: &InMarks, cues: &[Cue]) -> Option<Speech> {
    let mut at = pair.tokens.start.checked_sub(2)?;
    let mut breaks = 0;
    while cx.is_break(at) || cx.is_sign(at, '•') || cx.is_sign(at, '-') {
        breaks += usize::from(cx.is_break(at));
        at = at.checked_sub(1)?;
    }
    if breaks == 0 || !cx.is_sign(at, ':') {
        return None;
    }
    let cue = cues.get(cues.partition_point(|cue| cue.tokens.start < at).checked_sub(1)?)?;
    (at - cue.tokens.end < NEAR).then(|| Speech {
        who: cue.who,
        named: None,
        cue: Some(cx.span(cue.tokens.start, cue.tokens.end)),
        rule: "quote.announced",
    })
}

/// Whether a pair follows the last quotation with nothing but signs or «و» between.
fn goes_on(cx: &Context, end: usize, pair: &InMarks) -> bool {
    let between = end + 1..pair.tokens.start.saturating_sub(1);
    pair.words >= SPEECH
        && between.len() <= 4
        && between.clone().all(|at| !cx.is_break(at) && (!cx.is_word(at) || cx.word(at) == "و"))
}
