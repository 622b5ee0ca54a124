//! Which reports are of one event, when a folder holds many.
//!
//! Reports meet through the rarer words of their titles and openings and through the names in
//! them; the index keeps the work linear in the text. Two reports that share too little are of
//! two events, and nothing is compared across.

use std::collections::{BTreeMap, BTreeSet};

use crate::article::{Article, ArticleId};

use super::copies::Groups;
use super::near::stems;

/// Bytes of a report that tell what it is about.
const OPENING: usize = 2400;
/// Words that two reports of one event share at least, where their texts have as many.
const SHARED: usize = 5;

/// The reports by event, in order.
pub fn events(articles: &[Article]) -> Vec<Vec<ArticleId>> {
    let words: Vec<BTreeSet<String>> = articles.iter().map(opening).collect();
    let mut holders: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (index, words) in words.iter().enumerate() {
        for word in words {
            holders.entry(word).or_default().push(index);
        }
    }
    let mut groups = Groups::new(articles.len());
    for (a, b) in pairs(&words, &holders) {
        groups.join(a, b);
    }
    let ids = |group: Vec<usize>| {
        group.into_iter().filter_map(|i| articles.get(i)).map(|a| a.id).collect()
    };
    let mut events: Vec<Vec<ArticleId>> = groups.all().into_iter().map(ids).collect();
    for event in &mut events {
        event.sort_unstable();
    }
    events
}

fn opening(article: &Article) -> BTreeSet<String> {
    let text = article.text.as_str();
    let mut end = text.len().min(OPENING);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    stems(text.get(..end).unwrap_or_default()).filter(|stem| stem.chars().count() > 2).collect()
}

/// Pairs of reports that share enough words that are not everybody's.
fn pairs(words: &[BTreeSet<String>], holders: &BTreeMap<&str, Vec<usize>>) -> Vec<(usize, usize)> {
    let count = words.len();
    // In a folder of many events a word that a third of the reports have tells none of them.
    let common = if count > 20 { count.div_ceil(3) } else { usize::MAX };
    let mut shared: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for (index, words) in words.iter().enumerate() {
        for word in words {
            let Some(list) = holders.get(word.as_str()).filter(|list| list.len() <= common) else {
                continue;
            };
            let at = list.partition_point(|other| *other < index);
            // The nearest earlier holders are enough to chain a group together.
            for other in list.get(at.saturating_sub(4)..at).unwrap_or_default() {
                *shared.entry((*other, index)).or_default() += 1;
            }
        }
    }
    let size = |index: usize| words.get(index).map_or(0, BTreeSet::len);
    let enough = |(a, b): (usize, usize), shared: usize| {
        let least = size(a).min(size(b));
        shared >= SHARED.min(least.div_ceil(4).max(1)) && shared as f64 >= 0.09 * least as f64
    };
    shared
        .into_iter()
        .filter(|(pair, shared)| enough(*pair, *shared))
        .map(|(pair, _)| pair)
        .collect()
}
