//! Passages that one report took from another, or both from an agency, and what was changed in
//! them word by word; one statement quoted in two wordings.
//!
//! Begin with [`wordings`]. Candidates come from an index of runs of four words, so that the work
//! grows with the text; a run that very many reports share is passed over.

use std::collections::BTreeMap;

use similar::DiffTag;

use crate::article::Article;
use crate::text::{Span, fold, is_word};

use super::copies::{hash, sentences};
use super::{Change, Passage, Wording};

/// Words of a run.
const RUN: usize = 4;
/// Runs in more passages than this say nothing.
const COMMON: usize = 12;
/// Share of words in common from which two passages are one.
const ALIKE: f64 = 0.6;
/// Words that a passage has at least.
const LEAST: usize = 7;

struct Sentence {
    passage: Passage,
    words: Vec<String>,
    places: Vec<Span>,
}

/// Sentences of two reports that are one but for some words, in order.
pub fn wordings(articles: &[Article]) -> Vec<Wording> {
    let all: Vec<Sentence> = articles.iter().flat_map(read).collect();
    let mut found = Vec::new();
    for (a, b) in candidates(&all) {
        if let (Some(a), Some(b)) = (all.get(a), all.get(b)) {
            found.extend(compare(a, b));
        }
    }
    found
}

fn read(article: &Article) -> Vec<Sentence> {
    sentences(article)
        .filter_map(|span| {
            let (words, places) = placed(article, span)?;
            let passage = Passage { article: article.id, span };
            (words.len() >= LEAST).then_some(Sentence { passage, words, places })
        })
        .collect()
}

/// The folded words of a sentence with their places.
fn placed(article: &Article, span: Span) -> Option<(Vec<String>, Vec<Span>)> {
    let text = article.text.slice(span)?;
    let base = span.start as usize;
    let mut words = Vec::new();
    let mut places = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        let inside = is_word(c) || matches!(c, '\u{640}' | '\u{64B}'..='\u{65F}');
        match (inside, start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                words.push(fold(text.get(from..at)?));
                places.push(Span::new(base + from, base + at));
                start = None;
            }
            _ => {}
        }
    }
    Some((words, places))
}

/// Pairs of sentences of different reports that share a run, each once.
fn candidates(all: &[Sentence]) -> Vec<(usize, usize)> {
    let mut runs: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
    for (index, sentence) in all.iter().enumerate() {
        for run in sentence.words.windows(RUN) {
            let holders = runs.entry(hash(run)).or_default();
            if holders.last() != Some(&index) && holders.len() <= COMMON {
                holders.push(index);
            }
        }
    }
    let mut shared: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for holders in runs.values().filter(|holders| (2..=COMMON).contains(&holders.len())) {
        for (i, a) in holders.iter().enumerate() {
            for b in holders.iter().skip(i + 1) {
                *shared.entry((*a, *b)).or_default() += 1;
            }
        }
    }
    let article = |index: usize| all.get(index).map(|s| s.passage.article);
    shared.into_keys().filter(|(a, b)| article(*a) != article(*b)).collect()
}

fn compare(a: &Sentence, b: &Sentence) -> Option<Wording> {
    if a.words == b.words {
        return None;
    }
    let ops = similar::capture_diff_slices(similar::Algorithm::Myers, &a.words, &b.words);
    let mut equal = 0;
    let mut changes = Vec::new();
    for op in &ops {
        let (tag, old, new) = op.as_tag_tuple();
        if tag == DiffTag::Equal {
            equal += old.len();
        } else {
            changes.push(Change { before: cover(a, old), after: cover(b, new) });
        }
    }
    let longer = a.words.len().max(b.words.len());
    (equal as f64 >= ALIKE * longer as f64).then_some(Wording {
        one: a.passage,
        other: b.passage,
        changes,
    })
}

/// The place of some words; an empty place before the next one where there are none.
fn cover(sentence: &Sentence, words: std::ops::Range<usize>) -> Span {
    let places = sentence.places.get(words.clone()).unwrap_or_default();
    if let (Some(first), Some(last)) = (places.first(), places.last()) {
        return first.union(*last);
    }
    let at = sentence.places.get(words.start).map_or(sentence.passage.span.end, |span| span.start);
    Span { start: at, end: at }
}
