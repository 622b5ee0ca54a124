//! Facts whose values are words of a closed list: the cause of a death, the state of a deal, the
//! exchange a share is listed on. The lists are in `assets/topics/attributes.toml`.

use crate::text::Span;

use super::super::{Certainty, Context, Facet, Fact, Kind, Layer, Mode, Topic, Value};
use super::frame::{Attribute, AttributeValue, attributes};
use super::words::{Gap, Word, words};

/// The attributes that the sentences of an article state.
pub fn facts(cx: &Context, facts: &[Fact]) -> Vec<Fact> {
    let mut found = Vec::new();
    for sentence in cx.sentences {
        let known = cx.tokens.get(sentence.tokens.clone()).unwrap_or_default();
        let (heads, values) = known
            .iter()
            .map(|token| token.lemma)
            .fold((0, 0), |(heads, values), word| (heads | word.heads, values | word.values));
        if heads & values == 0 {
            continue;
        }
        let words = words(cx, sentence.tokens.clone());
        for (index, attribute) in attributes().enumerate() {
            if (heads & values) >> index & 1 != 0 {
                read(attribute, 1 << index, sentence.span, &words, facts, &mut found);
            }
        }
    }
    found
}

/// Adds what the sentence states of one attribute; `bit` is its bit in
/// [`super::Lemma::heads`].
fn read(
    attribute: &Attribute,
    bit: u64,
    sentence: Span,
    words: &[Word],
    facts: &[Fact],
    out: &mut Vec<Fact>,
) {
    let facts = within(facts, sentence);
    let mut free = 0;
    for (at, word) in words.iter().enumerate() {
        let may = at >= free && word.lemma.values & bit != 0;
        if !may || !near_head(words, at, usize::from(attribute.reach), bit) {
            continue;
        }
        let Some((value, length)) = value_at(attribute, words, at) else { continue };
        free = at + length;
        let last = words.get(at + length - 1).map_or(sentence, |last| last.span);
        let denied = attribute.deniable.then(|| denial(words, at)).flatten();
        let from = denied.unwrap_or(at);
        let span = words.get(from).map_or(sentence, |first| first.span).union(last);
        let (layer, mode) = neighbour(facts, sentence, span);
        out.push(Fact {
            kind: Kind::Outcome,
            topic: topic(attribute, facts, sentence, span),
            value: Value::Words(match denied {
                Some(_) => format!("{DENIED}{}", value.id),
                None => value.id.to_owned(),
            }),
            span,
            sentence,
            layer,
            mode,
            certainty: Certainty::Medium,
            rule: "closed_list",
        });
    }
}

/// What stands before the id of a value that is denied.
pub const DENIED: &str = "not ";

/// The word that denies the value at `at`: «نفت … دفع فدية», «استبعد أن يكون», «لم يكن».
fn denial(words: &[Word], at: usize) -> Option<usize> {
    const DENY: &[&str] = &[
        "نفي",
        "نفت",
        "نفوا",
        "ينفي",
        "تنفي",
        "نافيا",
        "نافيه",
        "استبعد",
        "استبعدت",
        "يستبعد",
        "تستبعد",
        "مستبعدا",
        "مستبعده",
    ];
    const NOT: &[&str] = &["لم", "لن", "ليس", "ليست", "دون", "بدون", "عدم", "بلا", "غير"];
    let mut gap = Gap::Space;
    for back in 1..=DENIES {
        let i = at.checked_sub(back)?;
        gap = gap.max(words.get(i + 1).map_or(Gap::Stop, |word| word.gap));
        let word = words.get(i).filter(|_| gap <= Gap::Mark)?;
        if word.is(DENY) || (back <= 2 && word.is(NOT)) {
            return Some(i);
        }
    }
    None
}

/// Words between a verb of denial and what it denies at most.
const DENIES: usize = 6;

/// The facts that begin in a sentence.
fn within(facts: &[Fact], sentence: Span) -> &[Fact] {
    let first = facts.partition_point(|fact| fact.span.start < sentence.start);
    let last = facts.partition_point(|fact| fact.span.start <= sentence.end);
    facts.get(first..last).unwrap_or_default()
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

fn near_head(words: &[Word], at: usize, reach: usize, bit: u64) -> bool {
    let from = at.saturating_sub(reach);
    let near = words.iter().skip(from).take(at - from + reach + 1);
    near.into_iter().any(|word| word.lemma.heads & bit != 0)
}

/// The value whose words begin at `at`, and how many words it takes.
fn value_at(
    attribute: &Attribute,
    words: &[Word],
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

fn matches(words: &[Word], at: usize, phrase: &[&str]) -> bool {
    phrase.iter().enumerate().all(|(i, want)| {
        words.get(at + i).is_some_and(|word| (i == 0 || word.gap <= Gap::Mark) && word.has(want))
    })
}
