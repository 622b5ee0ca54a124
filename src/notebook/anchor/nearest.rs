//! The passage that most resembles a quotation whose words are not there any more.

use std::cmp::Reverse;
use std::ops::Range;

use super::align::{Alignment, Stretch, align, alike};
use super::words::{Around, Passage, Word, Words};
use super::{Anchored, change};
use crate::notebook::Quoted;
use crate::text::{InOrder, Span};

/// How many of the rarest words are looked up, and how many places they may have together: enough
/// for a megabyte, and no more work for a text that repeats one word.
const SEEDS: usize = 24;
const VOTES: usize = 20_000;
/// How many stretches are aligned.
const CANDIDATES: usize = 6;
/// How far a stretch reaches beyond the words that are looked for, on either side.
const MARGIN: usize = 12;

/// A passage that resembles the quotation, and how much.
#[derive(Debug)]
struct Match {
    passage: Passage,
    /// Words of the quotation that stand in it.
    same: usize,
    /// Words of the quotation that do not, and words of the passage that are not the quotation's.
    other: usize,
    /// Whether it begins and ends with a sentence where the quotation did.
    cut_alike: bool,
    /// The share of what stood before and after it that still does.
    before: f64,
    after: f64,
    score: i32,
}

pub(super) fn find(words: &Words, text: &str, quoted: &Quoted, near: u32) -> Option<Anchored> {
    let around = &words.around(quoted);
    let all: Vec<Word> =
        [&around.before, &around.quote, &around.after].into_iter().flatten().cloned().collect();
    let place = words.passage(Span::new(near as usize, near as usize + 1)).start;
    let sought = Sought { words, text, quoted, around, all };
    let best = candidates(words, &sought.all, place)
        .into_iter()
        .filter_map(|from| sought.aligned(from))
        .filter(believable)
        .max_by_key(|found| (found.score, Reverse(found.passage.start.abs_diff(place))))?;
    if best.before.min(best.after) < 0.5 && sought.was_taken_out(place) {
        return None;
    }
    let span = words.span(best.passage, text, &quoted.exact);
    let change = change::between(&quoted.exact, text.get(span.range())?);
    Some(Anchored::Changed { span, change })
}

/// Whether a passage is the quotation with other words. A passage that has nearly all of the
/// words may stand anywhere; the fewer it has, the more must stand around it as it did.
fn believable(found: &Match) -> bool {
    let ratio = 2.0 * found.same as f64 / (2 * found.same + found.other) as f64;
    let (less, more) = (found.before.min(found.after), found.before.max(found.after));
    let one_word = found.other <= 2 + found.same / 8;
    (found.cut_alike && one_word && found.same >= 5)
        || (found.cut_alike && ratio >= 0.7 && more >= 0.5)
        || (ratio >= 0.5 && less >= 0.5)
}

/// Where the stretches that hold most of the rare words begin, by the place of the first word
/// that is looked for.
fn candidates(words: &Words, all: &[Word], near: usize) -> Vec<usize> {
    let mut seeds: Vec<(usize, &Word)> =
        all.iter().enumerate().filter(|(_, word)| !words.places(word.id).is_empty()).collect();
    seeds.put_in_order_of(|(at, word)| (words.places(word.id).len(), *at));
    let mut starts: Vec<usize> = Vec::new();
    for (at, word) in seeds.into_iter().take(SEEDS) {
        let places = words.places(word.id);
        if starts.len() + places.len() > VOTES {
            break;
        }
        starts.extend(places.iter().map(|&place| (place as usize).saturating_sub(at)));
    }
    starts.sort_unstable();
    fullest(&starts, near)
}

/// The beginnings of the clusters with the most votes, apart from each other.
fn fullest(starts: &[usize], near: usize) -> Vec<usize> {
    let mut clusters: Vec<(usize, usize)> = Vec::new();
    for (at, &start) in starts.iter().enumerate() {
        let votes = starts.partition_point(|&other| other <= start + MARGIN) - at;
        match clusters.last_mut() {
            Some((last, count)) if start <= *last + MARGIN / 2 => {
                if votes > *count {
                    (*last, *count) = (start, votes);
                }
            }
            _ => clusters.push((start, votes)),
        }
    }
    clusters.put_in_order_of(|&(start, votes)| (Reverse(votes), start.abs_diff(near)));
    clusters.into_iter().take(CANDIDATES).map(|(start, _)| start).collect()
}

/// What is looked for: the quotation's words with those around them.
struct Sought<'a> {
    words: &'a Words,
    text: &'a str,
    quoted: &'a Quoted,
    around: &'a Around,
    all: Vec<Word>,
}

impl Sought<'_> {
    fn quote(&self) -> Range<usize> {
        let from = self.around.before.len();
        from..from + self.around.quote.len()
    }

    /// The passage in the stretch about `from` that the quotation aligns to.
    fn aligned(&self, from: usize) -> Option<Match> {
        let words = self.words;
        let base = from.saturating_sub(MARGIN);
        let end = (from + self.all.len() + 2 * MARGIN).min(words.ids.len());
        let ids = words.ids.get(base..end)?;
        let folded: Vec<String> = (base..end).map(|at| words.folded(at, self.text)).collect();
        let like = |column: usize, word: &Word| {
            folded.get(column).is_some_and(|folded| alike(folded, &word.folded))
        };
        let ends = |column: usize| words.ends_after(base + column);
        let quote = self.quote();
        let stretch = Stretch { ids, alike: &like, ends: &ends, quote: quote.clone() };
        let found = align(&self.all, &stretch);
        let around = [&self.around.before, &self.around.after];
        let neighbours: Vec<Word> = around.into_iter().flatten().cloned().collect();
        let without = Stretch { quote: quote.start..quote.start, ..stretch };
        if align(&neighbours, &without).score >= found.score {
            // What stood around it fits better without it: it was taken out.
            return None;
        }
        let passage = self.passage(&found.pairs, base, ids.len())?;
        Some(self.matched(&found, ids, passage))
    }

    /// Whether what stood before the quotation and what stood after it now stand side by side.
    fn was_taken_out(&self, near: usize) -> bool {
        let around = [&self.around.before, &self.around.after];
        let all: Vec<Word> = around.into_iter().flatten().cloned().collect();
        let between = self.around.before.len();
        let beside = |from: usize| {
            let base = from.saturating_sub(MARGIN);
            let end = (from + all.len() + 2 * MARGIN).min(self.words.ids.len());
            let ids = self.words.ids.get(base..end).unwrap_or_default();
            let ends = |column: usize| self.words.ends_after(base + column);
            let quote = between..between;
            let stretch = Stretch { ids, alike: &|_, _| false, ends: &ends, quote };
            let pairs = align(&all, &stretch).pairs;
            let (before, after) = pairs.split_at(between.min(pairs.len()));
            let enough =
                |side: &[Option<usize>]| side.iter().flatten().count() * 2 >= side.len().max(1);
            let gap = before.iter().flatten().max().zip(after.iter().flatten().min());
            enough(before) && enough(after) && gap.is_some_and(|(last, next)| last + 1 == *next)
        };
        candidates(self.words, &all, near).into_iter().any(beside)
    }

    fn passage(&self, pairs: &[Option<usize>], base: usize, len: usize) -> Option<Passage> {
        let quote = self.quote();
        let own = pairs.get(quote.clone())?;
        let first = own.iter().position(Option::is_some)?;
        let last = own.iter().rposition(Option::is_some)?;
        let (from, to) = ((*own.get(first)?)?, (*own.get(last)?)?);
        let limits = limits(pairs, quote.start, quote.end, len);
        let start = widen_left(self.words, base, from, first, limits.0);
        let end = widen_right(self.words, base, to, own.len() - 1 - last, limits.1);
        Some(Passage { start: base + start, end: base + end + 1 })
    }

    fn matched(&self, found: &Alignment, ids: &[u32], passage: Passage) -> Match {
        let quote = self.quote();
        let same_in = |range: Range<usize>| {
            let wanted = self.all.get(range.clone()).unwrap_or_default().iter();
            let placed = found.pairs.get(range).unwrap_or_default().iter();
            wanted.zip(placed).filter(|(w, p)| p.and_then(|p| ids.get(p)) == Some(&w.id)).count()
        };
        let share = |range: Range<usize>| match range.len() {
            0 => 0.0,
            of => same_in(range) as f64 / of as f64,
        };
        let same = same_in(quote.clone());
        Match {
            passage,
            same,
            other: (quote.len() + passage.len()).saturating_sub(2 * same),
            cut_alike: self.words.cut_like(passage, self.quoted),
            before: share(0..quote.start),
            after: share(quote.end..self.all.len()),
            score: found.score,
        }
    }
}

/// The places in the stretch that belong to what stood around the quotation already.
fn limits(pairs: &[Option<usize>], from: usize, to: usize, len: usize) -> (Option<usize>, usize) {
    let before = pairs.get(..from).unwrap_or_default().iter().flatten().max().copied();
    let after = pairs.get(to..).unwrap_or_default().iter().flatten().min().copied();
    (before, after.unwrap_or(len))
}

/// A local alignment ends at a word that is the same: words of the quotation beyond it, as far as
/// the sentence reaches, were replaced by those that stand there now.
fn widen_left(
    words: &Words,
    base: usize,
    mut start: usize,
    missing: usize,
    taken: Option<usize>,
) -> usize {
    for _ in 0..missing {
        let Some(previous) = start.checked_sub(1) else { break };
        if taken.is_some_and(|taken| previous <= taken) || words.ends_after(base + previous) {
            break;
        }
        start = previous;
    }
    start
}

fn widen_right(words: &Words, base: usize, mut end: usize, missing: usize, taken: usize) -> usize {
    for _ in 0..missing {
        if end + 1 >= taken || words.ends_after(base + end) {
            break;
        }
        end += 1;
    }
    end
}
