//! Facts whose values are words of a closed list: the cause of a death, the state of a deal, the
//! exchange a share is listed on. The lists are in `assets/topics/attributes.toml`.

use crate::text::Span;

use super::super::{Certainty, Context, Facet, Fact, Kind, Layer, Mode, Topic, Value};
use super::frame::{Attribute, AttributeValue, attributes};
use super::words::{Gap, Word, words};
use super::{bases, stem};

/// The attributes that the sentences of an article state.
pub fn facts(cx: &Context, facts: &[Fact]) -> Vec<Fact> {
    let mut found = Vec::new();
    for sentence in cx.sentences {
        let words: Vec<_> =
            words(cx, sentence.tokens.clone()).into_iter().map(Stemmed::new).collect();
        for attribute in attributes() {
            read(attribute, sentence.span, &words, facts, &mut found);
        }
    }
    found
}

/// A word and the stems of its readings, found once for all attributes.
struct Stemmed<'a> {
    word: Word<'a>,
    stems: Vec<&'a str>,
}

impl<'a> Stemmed<'a> {
    fn new(word: Word<'a>) -> Self {
        Self { stems: bases(word.folded).map(stem).collect(), word }
    }
}

fn read(
    attribute: &Attribute,
    sentence: Span,
    words: &[Stemmed],
    facts: &[Fact],
    out: &mut Vec<Fact>,
) {
    if !words.iter().any(|word| is_head(attribute, word)) {
        return;
    }
    let mut free = 0;
    for at in 0..words.len() {
        let Some((value, length)) = value_at(attribute, words, at).filter(|_| at >= free) else {
            continue;
        };
        if !near_head(attribute, words, at) {
            continue;
        }
        free = at + length;
        let last = words.get(at + length - 1).map_or(sentence, |last| last.word.span);
        let span = words.get(at).map_or(sentence, |first| first.word.span).union(last);
        let (layer, mode) = neighbour(facts, sentence, span);
        out.push(Fact {
            kind: Kind::Outcome,
            topic: topic(attribute, facts, sentence, span),
            value: Value::Words(value.id.to_owned()),
            span,
            sentence,
            layer,
            mode,
            certainty: Certainty::Medium,
            rule: "closed_list",
        });
    }
}

/// The layer of the nearest fact of the sentence: one voice speaks a sentence more often than not.
fn neighbour(facts: &[Fact], sentence: Span, span: Span) -> (Layer, Mode) {
    facts
        .iter()
        .filter(|fact| sentence.covers(fact.span))
        .min_by_key(|fact| fact.span.start.abs_diff(span.start))
        .map_or_else(Default::default, |fact| (fact.layer.clone(), Mode::Fact))
}

fn topic(attribute: &Attribute, facts: &[Fact], sentence: Span, span: Span) -> Topic {
    let named = facts.iter().filter(|fact| fact.kind == Kind::Person && sentence.covers(fact.span));
    let nearest = named.min_by_key(|fact| fact.span.start.abs_diff(span.start));
    let owner = nearest.and_then(|fact| match &fact.value {
        Value::Name(name) => Some((Facet::Of, name.canonical.clone())),
        _ => None,
    });
    let scope = owner.filter(|_| attribute.scope.contains(&Facet::Of)).into_iter().collect();
    Topic { key: attribute.key.to_owned(), label: attribute.ar.to_owned(), scope }
}

fn is_head(attribute: &Attribute, word: &Stemmed) -> bool {
    word.stems.iter().any(|stem| attribute.heads.contains(stem))
}

fn near_head(attribute: &Attribute, words: &[Stemmed], at: usize) -> bool {
    let reach = usize::from(attribute.reach);
    let from = at.saturating_sub(reach);
    words.iter().skip(from).take(at - from + reach + 1).any(|word| is_head(attribute, word))
}

/// The value whose words begin at `at`, and how many words it takes.
fn value_at(
    attribute: &Attribute,
    words: &[Stemmed],
    at: usize,
) -> Option<(&'static AttributeValue, usize)> {
    attribute
        .values
        .iter()
        .flat_map(|value| value.words.iter().map(move |phrase| (value, *phrase)))
        .filter(|(_, phrase)| matches(words, at, phrase))
        .map(|(value, phrase)| (value, phrase.len()))
        .max_by_key(|(_, length)| *length)
}

fn matches(words: &[Stemmed], at: usize, phrase: &[&str]) -> bool {
    phrase.iter().enumerate().all(|(i, want)| {
        words
            .get(at + i)
            .is_some_and(|word| (i == 0 || word.word.gap <= Gap::Mark) && word.stems.contains(want))
    })
}
