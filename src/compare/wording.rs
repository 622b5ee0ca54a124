//! Passages that one report took from another, or both from an agency, and what was changed in
//! them word by word; one statement quoted in two wordings.
//!
//! Begin with [`wordings`]. Candidates come from an index of runs of four words, so that the work
//! grows with the text; a run that very many reports share is passed over.

use similar::DiffTag;

use crate::article::Article;
use crate::text::Span;

use super::words::{Word, Words, common, places, spread};
use super::{Change, Passage, Wording};

/// Words of a run.
const RUN: usize = 4;
/// Runs in more passages than this say nothing.
const COMMON: usize = 12;
/// Share of words in common from which two passages are one.
const ALIKE: f64 = 0.6;
/// Words that a passage has at least, and at most: what goes on for longer without a stop is no
/// sentence.
const LEAST: usize = 7;
const MOST: usize = 1000;

struct Sentence<'a> {
    article: &'a Article,
    span: Span,
    words: &'a [Word],
}

/// Sentences of two reports that are one but for some words, in order.
pub fn wordings(articles: &[Article], words: &Words) -> Vec<Wording> {
    let all: Vec<Sentence> = articles
        .iter()
        .enumerate()
        .flat_map(|(at, article)| {
            let sentences = words.sentences(at);
            sentences.map(move |(span, words)| Sentence { article, span, words })
        })
        .filter(|sentence| (LEAST..=MOST).contains(&sentence.words.len()))
        .collect();
    let mut found = Vec::new();
    for (a, b) in candidates(&all) {
        if let (Some(a), Some(b)) = (all.get(a), all.get(b)) {
            found.extend(compare(a, b));
        }
    }
    found
}

/// Pairs of sentences of different reports that share a run, each once, in order.
fn candidates(all: &[Sentence]) -> Vec<(usize, usize)> {
    let mut runs = repeated(all);
    runs.sort_unstable();
    runs.dedup();
    let mut pairs = Vec::new();
    for holders in runs.chunk_by(|a, b| a.0 == b.0) {
        if holders.len() > COMMON {
            continue;
        }
        for (i, (_, a)) in holders.iter().enumerate() {
            for (_, b) in holders.iter().skip(i + 1) {
                pairs.push((*a as usize, *b as usize));
            }
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    let article = |index: usize| all.get(index).map(|sentence| sentence.article.id);
    pairs.retain(|(a, b)| article(*a) != article(*b));
    pairs
}

/// Runs that may stand in several sentences, with the sentence. Most runs stand in one alone:
/// they are told by counting into a table first, where two may share a place, and never kept. A run
/// is kept as its hash: two that share one make a candidate more, which the comparison turns down.
fn repeated(all: &[Sentence]) -> Vec<(u64, u32)> {
    let count: usize = all.iter().map(|sentence| sentence.words.len()).sum();
    let bits = (4 * count.max(64)).ilog2();
    let mut counts = vec![0_u8; 1 << bits];
    let place = |run: &[Word]| (spread(run) >> (64 - bits)) as usize;
    for run in all.iter().flat_map(|sentence| sentence.words.windows(RUN)) {
        if let Some(count) = counts.get_mut(place(run)) {
            *count = count.saturating_add(1);
        }
    }
    let several = |run: &&[Word]| counts.get(place(run)).is_some_and(|count| *count > 1);
    let numbered = (0_u32..).zip(all);
    numbered
        .flat_map(|(index, sentence)| {
            let runs = sentence.words.windows(RUN).filter(several);
            runs.map(move |run| (spread(run), index))
        })
        .collect()
}

fn compare(a: &Sentence, b: &Sentence) -> Option<Wording> {
    let longer = a.words.len().max(b.words.len());
    let alike = |equal: usize| equal as f64 >= ALIKE * longer as f64;
    if a.words == b.words || !alike(shared(a.words, b.words)) {
        return None;
    }
    let ops = similar::capture_diff_slices(similar::Algorithm::Myers, a.words, b.words);
    let tagged = || ops.iter().map(similar::DiffOp::as_tag_tuple);
    let same = tagged().filter(|(tag, ..)| *tag == DiffTag::Equal);
    if !alike(same.map(|(_, old, _)| old.len()).sum()) {
        return None;
    }
    let (before, after) = (Placed::new(a), Placed::new(b));
    let other = tagged().filter(|(tag, ..)| *tag != DiffTag::Equal);
    let change = |(_, old, new)| Change { before: before.cover(old), after: after.cover(new) };
    let changes = other.map(change).collect();
    Some(Wording { one: a.passage(), other: b.passage(), changes })
}

/// Words that two passages share whatever their order: no fewer than stay in their place.
fn shared(a: &[Word], b: &[Word]) -> usize {
    let sorted = |words: &[Word]| {
        let mut words = words.to_vec();
        words.sort_unstable();
        words
    };
    common(&sorted(a), &sorted(b))
}

impl Sentence<'_> {
    fn passage(&self) -> Passage {
        Passage { article: self.article.id, span: self.span }
    }
}

/// A sentence with the places of its words.
struct Placed {
    end: u32,
    places: Vec<Span>,
}

impl Placed {
    fn new(sentence: &Sentence) -> Self {
        Self { end: sentence.span.end, places: places(sentence.article, sentence.span) }
    }

    /// The place of some words; an empty place before the next one where there are none.
    fn cover(&self, words: std::ops::Range<usize>) -> Span {
        let at = self.places.get(words.start).map_or(self.end, |span| span.start);
        let covered = self.places.get(words).unwrap_or_default();
        match (covered.first(), covered.last()) {
            (Some(first), Some(last)) => first.union(*last),
            _ => Span { start: at, end: at },
        }
    }
}
