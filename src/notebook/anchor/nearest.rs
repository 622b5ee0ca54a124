//! The passage that most resembles a quotation whose words are not there any more.

use super::align::{Stretch, align, alike};
use super::words::{Around, Passage, Word, Words};
use super::{Anchored, change};
use crate::notebook::Quoted;

/// How many of the rarest words are looked up, and how many places they may have together: enough
/// for a megabyte, and no more work for a text that repeats one word.
const SEEDS: usize = 24;
const VOTES: usize = 20_000;
/// How many stretches are aligned.
const CANDIDATES: usize = 6;
/// How far a stretch reaches beyond the words that are looked for, on either side.
const MARGIN: usize = 12;

/// A passage that resembles the quotation, and how much.
struct Match {
    passage: Passage,
    /// Words of the quotation that stand in it.
    same: usize,
    /// Words of the quotation and of the passage together, halved.
    of: f64,
    before: f64,
    after: f64,
    score: i32,
}

pub(super) fn find(words: &Words, text: &str, quoted: &Quoted, near: u32) -> Option<Anchored> {
    let around = words.around(quoted);
    let all: Vec<Word> =
        [&around.before, &around.quote, &around.after].into_iter().flatten().cloned().collect();
    let place = words.passage(crate::text::Span::new(near as usize, near as usize + 1)).start;
    let matches = candidates(words, &all, place)
        .into_iter()
        .filter_map(|from| aligned(words, text, &around, &all, from))
        .filter(believable);
    let best = matches.max_by_key(|found| {
        (found.score, std::cmp::Reverse(found.passage.start.abs_diff(place)))
    })?;
    let span = words.span(best.passage, text, &quoted.exact);
    let change = change::between(&quoted.exact, text.get(span.range())?);
    Some(Anchored::Changed { span, change })
}

/// Whether a passage is the quotation with other words. A passage that has most of the words may
/// stand anywhere; the fewer it has, the more must stand around it as it did.
fn believable(found: &Match) -> bool {
    let ratio = found.same as f64 / found.of;
    let (less, more) = (found.before.min(found.after), found.before.max(found.after));
    (ratio >= 0.8 && found.same >= 6)
        || (ratio >= 0.6 && more >= 0.5 && found.same >= 3)
        || (ratio >= 0.45 && less >= 0.5)
}

/// Where the stretches that hold most of the rare words begin, by the place of the first word
/// that is looked for.
fn candidates(words: &Words, all: &[Word], near: usize) -> Vec<usize> {
    let mut seeds: Vec<(usize, &Word)> =
        all.iter().enumerate().filter(|(_, word)| !words.places(word.id).is_empty()).collect();
    seeds.sort_by_key(|(at, word)| (words.places(word.id).len(), *at));
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
    clusters.sort_by_key(|&(start, votes)| (std::cmp::Reverse(votes), start.abs_diff(near)));
    clusters.into_iter().take(CANDIDATES).map(|(start, _)| start).collect()
}

fn aligned(words: &Words, text: &str, around: &Around, all: &[Word], from: usize) -> Option<Match> {
    let base = from.saturating_sub(MARGIN);
    let end = (from + all.len() + 2 * MARGIN).min(words.ids.len());
    let ids = words.ids.get(base..end)?;
    let folded: Vec<String> = (base..end).map(|place| words.folded(place, text)).collect();
    let like = |column: usize, word: &Word| {
        folded.get(column).is_some_and(|folded| alike(folded, &word.folded))
    };
    let stretch = Stretch { ids, alike: &like };
    let found = align(all, &stretch);
    let neighbours: Vec<Word> =
        [&around.before, &around.after].into_iter().flatten().cloned().collect();
    if align(&neighbours, &stretch).score >= found.score {
        // What stood around it fits better without it: it was taken out.
        return None;
    }
    let quote_from = around.before.len();
    let quote_to = quote_from + around.quote.len();
    let pairs = found.pairs.get(quote_from..quote_to)?;
    let first = pairs.iter().position(Option::is_some)?;
    let last = pairs.iter().rposition(Option::is_some)?;
    let limits = limits(&found.pairs, quote_from, quote_to, ids.len());
    let start = widen_left(words, base, pairs[first]?, first, limits.0);
    let end = widen_right(words, base, pairs[last]?, pairs.len() - 1 - last, limits.1);
    let passage = Passage { start: base + start, end: base + end + 1 };
    let same_in = |range: std::ops::Range<usize>| {
        let slice = all.get(range.clone()).unwrap_or_default().iter();
        let placed = found.pairs.get(range).unwrap_or_default().iter();
        slice.zip(placed).filter(|(w, p)| p.and_then(|p| ids.get(p)) == Some(&w.id)).count()
    };
    let share = |same: usize, of: usize| if of == 0 { 0.0 } else { same as f64 / of as f64 };
    Some(Match {
        passage,
        same: same_in(quote_from..quote_to),
        of: (around.quote.len() + passage.len()) as f64 / 2.0,
        before: share(same_in(0..quote_from), around.before.len()),
        after: share(same_in(quote_to..all.len()), around.after.len()),
        score: found.score,
    })
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
