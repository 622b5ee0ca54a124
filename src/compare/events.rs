//! Which reports are of one event, when a folder holds many.
//!
//! Reports meet through the rarer words of their titles and openings and through the names in
//! them; the index keeps the work linear in the text. Two reports that share too little are of
//! two events, and nothing is compared across.

use std::collections::{BTreeMap, BTreeSet};

use crate::article::{Article, ArticleId, Origin};

use super::copies::Groups;
use super::near::stems;

/// Bytes of a report that tell what it is about.
const OPENING: usize = 2400;
/// Share of the words of two openings in common (their cosine) from which they are of one event.
const ALIKE: f64 = 0.15;

/// The reports by event, in order. What a dossier file lists together is one event.
pub fn events(articles: &[Article]) -> Vec<Vec<ArticleId>> {
    if !articles.is_empty() && articles.iter().all(listed) {
        return vec![articles.iter().map(|article| article.id).collect()];
    }
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

/// Whether a dossier file told of the report.
fn listed(article: &Article) -> bool {
    let from = |origin: Option<Origin>| origin == Some(Origin::Dossier);
    from(article.published.as_ref().map(|known| known.from))
        || from(article.outlet.as_ref().map(|known| known.from))
        || from(article.title.as_ref().map(|known| known.from))
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
    let mut shared: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for (index, words) in words.iter().enumerate() {
        for word in words {
            let Some(list) = holders.get(word.as_str()) else { continue };
            let at = list.partition_point(|other| *other < index);
            // The nearest earlier holders are enough to chain a group together, and keep it linear.
            for other in list.get(at.saturating_sub(12)..at).unwrap_or_default() {
                *shared.entry((*other, index)).or_default() += 1;
            }
        }
    }
    let size = |index: usize| words.get(index).map_or(0, BTreeSet::len);
    let alike = |(a, b): (usize, usize), shared: usize| {
        shared as f64 / ((size(a) * size(b)) as f64).sqrt().max(1.0)
    };
    shared
        .into_iter()
        .filter(|(pair, shared)| alike(*pair, *shared) >= ALIKE)
        .map(|(pair, _)| pair)
        .collect()
}
