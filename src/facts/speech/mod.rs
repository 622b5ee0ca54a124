//! Who says what: quotations, and the layer and mode of each fact.
//!
//! Begin with [`read`]. `cue` finds the verbs of saying and whose they are, `direct` the words in
//! marks, `indirect` the clauses after «أن»; [`attribute`] then settles who vouches for each fact
//! (`layer`) and how the text puts it (`mode`).

mod cue;
mod direct;
mod indirect;
mod layer;
mod mode;
#[cfg(test)]
mod named_tests;
#[cfg(test)]
mod tests;

pub use mode::future as is_future;

use std::ops::Range;
use std::sync::Arc;

use super::entity::{Cast, Sort};
use super::lexicon::Classes;
use super::quote_marks::{Marked, pair_marks};
use super::{Context, Fact, Layer, Quote, Voice};
use crate::text::{InOrder, Span};

/// What was said in one article.
#[derive(Clone, Debug, Default)]
pub struct Said {
    /// In text order.
    pub quotes: Vec<Quote>,
    /// Words in marks that are nobody's speech: names, titles, scare quotes.
    pub terms: Vec<Span>,
    /// Parts of the text that somebody else vouches for; inner ones after outer ones.
    parts: Vec<Part>,
}

/// A part of the text, and who vouches for it.
#[derive(Clone, Debug)]
struct Part {
    span: Span,
    layer: Layer,
}

/// A sentence as the writer meant it: full stops inside a quotation do not end it.
#[derive(Clone, Debug)]
struct Outer {
    tokens: Range<usize>,
    block: usize,
    /// As in [`super::Sentence::classes`].
    classes: Classes,
}

/// Finds the quotations and whose they are.
pub fn read(cx: &Context, cast: &Cast) -> Said {
    let marks = marks_of(cx);
    let outer = outer_sentences(cx, &marks);
    let cues = cue::find(cx, cast, &outer, &marks);
    let mut said = Said::default();
    direct::find(cx, cast, &marks, &outer, &cues, &mut said);
    indirect::find(cx, &outer, &cues, &mut said, cast);
    layer::sources(cx, cast, &outer, &cues, &mut said);
    said.quotes.put_in_order_of(|quote| (quote.span.start, quote.span.end));
    said.parts.put_in_order_of(|part| (part.span.start, std::cmp::Reverse(part.span.end)));
    said
}

/// Settles the layer and the mode of every fact.
pub fn attribute(cx: &Context, said: &Said, facts: &mut [Fact]) {
    layer::settle(said, facts);
    mode::settle(cx, facts);
}

/// A pair of marks, with its tokens.
#[derive(Clone, Debug)]
struct InMarks {
    marked: Marked,
    /// The tokens between the marks.
    tokens: Range<usize>,
    /// Words and figures among them.
    words: usize,
}

fn marks_of(cx: &Context) -> Vec<InMarks> {
    let mut found = Vec::new();
    for part in cx.blocks {
        let text = cx.text.slice(part.span).unwrap_or_default();
        // A line end inside a block is the source's, and stands for a space.
        let joined = text.trim_end().contains('\n').then(|| text.replace('\n', " "));
        for marked in pair_marks(joined.as_deref().unwrap_or(text), part.span.start as usize) {
            let tokens = cx.token_at(marked.inner.start)..cx.token_from(marked.inner.end);
            let words = count_words(cx, &tokens);
            found.push(InMarks { marked, tokens, words });
        }
    }
    found
}

/// Words and figures in a range, counted to eight: no rule asks for more.
fn count_words(cx: &Context, tokens: &Range<usize>) -> usize {
    use super::TokenKind::{Digits, Foreign, Word};
    let told = |at: &usize| {
        cx.token(*at).is_some_and(|token| match token.kind {
            Word | Foreign => true,
            Digits => !token.glued,
            _ => false,
        })
    };
    tokens.clone().take(32).filter(told).take(8).count()
}

/// Words in marks that are long enough to hold sentences of their own.
const SPEECH: usize = 4;

fn outer_sentences(cx: &Context, marks: &[InMarks]) -> Vec<Outer> {
    let mut outer: Vec<Outer> = Vec::new();
    let mut pairs = marks
        .iter()
        .filter(|m| m.marked.shape == super::quote_marks::Shape::Pair && m.marked.depth == 0)
        .peekable();
    for sentence in cx.sentences {
        while pairs.peek().is_some_and(|pair| pair.tokens.end <= sentence.tokens.start) {
            pairs.next();
        }
        let inside = pairs.peek().is_some_and(|pair| pair.tokens.start < sentence.tokens.start);
        match outer.last_mut() {
            Some(last) if inside && last.block == sentence.block => {
                last.tokens.end = sentence.tokens.end;
                last.classes = last.classes.with(sentence.classes);
            }
            _ => {
                let (block, classes) = (sentence.block, sentence.classes);
                outer.push(Outer { tokens: sentence.tokens.clone(), block, classes });
            }
        }
    }
    outer
}

/// The voice of an entity, named where `span` says.
fn voice(cast: &Cast, who: usize, span: Option<Span>) -> Option<Voice> {
    let entity = cast.entities.get(who)?;
    Some(Voice { name: entity.name.clone(), canonical: entity.canonical.clone(), span })
}

/// The layer of whoever speaks: media are outlets, «مصادر» nobody in particular.
fn layer_of(cast: &Cast, who: usize, voice: Voice) -> Layer {
    match cast.entities.get(who) {
        Some(entity) if entity.sort == Sort::Outlet => Layer::Outlet(Arc::new(voice)),
        Some(entity) if entity.sort == Sort::Described && entity.role == Some("source") => {
            Layer::Unnamed
        }
        _ => Layer::Speaker(Arc::new(voice)),
    }
}
