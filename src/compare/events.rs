//! Which reports are of one event, when a folder holds many.
//!
//! Reports meet through the rarer words of their titles and openings and through the names in
//! them; the index keeps the work linear in the text. Two reports that share too little are of
//! two events, and nothing is compared across.

use crate::article::{Article, ArticleId, Origin};

use super::copies::Groups;
use super::words::{Word, Words};

/// Bytes of a report that tell what it is about.
const OPENING: usize = 2400;
/// Share of the words of two openings in common (their cosine) from which they are of one event.
const ALIKE: f64 = 0.15;

/// The reports by event, in order. What a dossier file lists together is one event.
pub fn events(articles: &[Article], words: &mut Words) -> Vec<Vec<ArticleId>> {
    if !articles.is_empty() && articles.iter().all(listed) {
        return vec![articles.iter().map(|article| article.id).collect()];
    }
    let openings: Vec<Vec<Word>> = articles.iter().map(|article| opening(article, words)).collect();
    let mut groups = Groups::new(articles.len());
    for (a, b) in pairs(&openings) {
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

/// The roots of an opening, each once.
fn opening(article: &Article, words: &mut Words) -> Vec<Word> {
    let text = article.text.as_str();
    let mut end = text.len().min(OPENING);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let mut roots = words.roots(text.get(..end).unwrap_or_default());
    roots.sort_unstable();
    roots.dedup();
    roots.retain(|root| words.spelt(*root).chars().nth(2).is_some());
    roots
}

/// Earlier reports with a word that a report is held against: the nearest are enough to chain a
/// group together, and keep the work linear.
const NEAREST: usize = 12;

/// Pairs of reports that share enough words that are not everybody's.
fn pairs(openings: &[Vec<Word>]) -> Vec<(usize, usize)> {
    let words = openings.iter().filter_map(|opening| opening.last()).max();
    let mut holders: Vec<Vec<usize>> = vec![Vec::new(); words.map_or(0, |word| *word as usize + 1)];
    let mut shared = vec![0_usize; openings.len()];
    let mut pairs = Vec::new();
    for (index, opening) in openings.iter().enumerate() {
        let mut met = Vec::new();
        for word in opening {
            let Some(list) = holders.get_mut(*word as usize) else { continue };
            for other in list.iter().rev().take(NEAREST) {
                let Some(count) = shared.get_mut(*other) else { continue };
                if *count == 0 {
                    met.push(*other);
                }
                *count += 1;
            }
            list.push(index);
        }
        met.sort_unstable();
        for other in met {
            let count = shared.get_mut(other).map_or(0, std::mem::take);
            let size = openings.get(other).map_or(0, Vec::len) * opening.len();
            if count as f64 / (size as f64).sqrt().max(1.0) >= ALIKE {
                pairs.push((other, index));
            }
        }
    }
    pairs
}
