//! Reported speech: the clause after a verb of saying and «أن» / «إن».
//!
//! Begin with [`find`]. The clause ends with the sentence, or where the next verb of saying
//! begins after a comma. Words in marks are for `direct`.

use super::cue::{Cue, Kind, is_that};
use super::{Outer, Said};
use crate::facts::entity::Cast;
use crate::facts::lexicon::{Class, Clitics};
use crate::facts::{Context, Layer, Quote, TokenKind};
use crate::text::Span;

/// Tokens between the subject and «أن» at most.
const REACH: usize = 14;
/// Tokens of a clause at most: a text without full stops is no one's speech from end to end.
const LONGEST: usize = 160;

/// Adds the indirect quotations and their parts; the speaker's voice is that of the cue.
pub fn find(cx: &Context, outer: &[Outer], cues: &[Cue], said: &mut Said, cast: &Cast) {
    let direct: Vec<Span> = said.quotes.iter().map(|quote| quote.span).collect();
    for (index, cue) in cues.iter().enumerate() {
        if matches!(cue.sort, Kind::Rate | Kind::Chant) {
            continue;
        }
        let (Some(sentence), next) = (outer.get(cue.outer), cues.get(index + 1)) else {
            continue;
        };
        let Some(start) = that(cx, cue, sentence) else {
            continue;
        };
        let end = clause_end(cx, start, sentence, next);
        let span = cx.span(start, end);
        let opened = direct.partition_point(|quote| quote.start < span.start);
        let in_marks = direct.get(opened).is_some_and(|quote| quote.start <= span.start + 4);
        push(cx, cast, cue, span, (start..end).len() >= 3 && !in_marks, said);
    }
}

/// The token after «أن».
fn that(cx: &Context, cue: &Cue, sentence: &Outer) -> Option<usize> {
    let last = (cue.after + REACH).min(sentence.tokens.end);
    let at = (cue.after..last).find(|at| is_that(cx, *at) || cx.is_sign(*at, ':'))?;
    // «الناطقة باسم الحركة» says who it is, and nothing.
    // «عقب ذلك» is when.
    let silent =
        |i: usize| cx.word(i).starts_with("ال") || matches!(cx.word(i), "عقب" | "ورد" | "وردت");
    let quiet = (cue.after..at).all(|i| !cx.is(i, Class::Saying) || silent(i));
    (quiet && !cx.is_sign(at, ':')).then_some(at + 1)
}

fn clause_end(cx: &Context, start: usize, sentence: &Outer, next: Option<&Cue>) -> usize {
    let mut end = sentence.tokens.end.min(start + LONGEST);
    if let Some(next) = next.filter(|next| next.tokens.start < end && next.tokens.start > start) {
        let comma = next.tokens.start - 1;
        let joined =
            cx.token(next.tokens.start).is_some_and(|token| token.clitics.has(Clitics::AND));
        if let Some(turn) = turn_before(cx, start, next.tokens.start) {
            end = turn;
        } else if joined || cx.is_sign(comma, '،') || cx.is_sign(comma, ',') {
            end = next.tokens.start;
        }
    }
    while end > start && ends_nothing(cx, end - 1) {
        end -= 1;
    }
    end
}

/// «…، فيما قالت الشرطة», «بينما كانت الوزارة أعلنت»: the word that turns to another speaker, with his
/// subject between it and the verb at most.
fn turn_before(cx: &Context, start: usize, verb: usize) -> Option<usize> {
    const NEAR: usize = 5;
    let from = start.max(verb.saturating_sub(NEAR));
    (from..verb).rev().take_while(|at| !cx.is_sign(at + 1, '،')).find_map(|at| {
        let turns = match cx.word(at) {
            "فيما" | "بينما" => true,
            "حين" => at > from && cx.word(at - 1) == "في",
            _ => false,
        };
        turns.then(|| if cx.word(at) == "حين" { at - 1 } else { at })
    })
}

fn ends_nothing(cx: &Context, at: usize) -> bool {
    cx.token(at).is_some_and(|token| {
        matches!(token.kind, TokenKind::Break | TokenKind::Sign('.' | '،' | ',' | '"' | '”' | '»'))
    })
}

fn push(cx: &Context, cast: &Cast, cue: &Cue, span: Span, speech: bool, said: &mut Said) {
    let speaker = cue.who.and_then(|who| super::voice(cast, who, cue.named));
    let layer = match (cue.who, speaker.clone()) {
        (Some(who), Some(voice)) => super::layer_of(cast, who, voice),
        _ => Layer::Unnamed,
    };
    said.parts.push(super::Part { span, layer });
    if speech {
        let cue = Some(cx.span(cue.tokens.start, cue.tokens.end));
        said.quotes.push(Quote { span, speaker, cue, direct: false, rule: "quote.indirect" });
    }
}
