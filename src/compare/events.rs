//! Which reports are of one event, when a folder holds many.
//!
//! Reports meet through the rarer words of their titles and openings and through the names in
//! them; the index keeps the work linear in the text. Two reports that share too little are of
//! two events, and nothing is compared across.

use crate::article::{Article, ArticleId, Origin};
use crate::text::Span;

use super::copies::Groups;
use super::words::{Word, Words};

/// Bytes of a report that tell what it is about.
const OPENING: usize = 2400;
/// Share of the words of two openings in common (their cosine, each word by how much it tells)
/// from which they are of one event.
const ALIKE: f64 = 0.1;
/// The same in a folder of a few reports, which seldom holds more than one event and where no
/// word can prove rare.
const ALIKE_AMONG_FEW: f64 = 0.08;
/// Reports of such a folder at most.
const FEW: usize = 20;

/// The reports by event, in order. What a dossier file lists together is one event.
pub fn events(articles: &[Article], words: &Words) -> Vec<Vec<ArticleId>> {
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
fn opening(article: &Article, words: &Words) -> Vec<Word> {
    let opening = Span::new(0, article.text.len().min(OPENING));
    let mut roots: Vec<Word> = words.roots(article.id, opening).collect();
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
    let alike = if openings.len() <= FEW { ALIKE_AMONG_FEW } else { ALIKE };
    let weights = weights(openings);
    let weight = |word: Word| weights.get(word as usize).copied().unwrap_or_default();
    let length = |opening: &[Word]| -> f64 {
        opening.iter().map(|word| weight(*word).powi(2)).sum::<f64>().sqrt()
    };
    let lengths: Vec<f64> = openings.iter().map(|opening| length(opening)).collect();
    let mut holders: Vec<Vec<usize>> = vec![Vec::new(); weights.len()];
    let mut shared = vec![0.0_f64; openings.len()];
    let mut pairs = Vec::new();
    for (index, opening) in openings.iter().enumerate() {
        let mut met = Vec::new();
        for word in opening {
            let Some(list) = holders.get_mut(*word as usize) else { continue };
            for other in list.iter().rev() {
                let Some(sum) = shared.get_mut(*other) else { continue };
                if *sum == 0.0 {
                    met.push(*other);
                }
                *sum += weight(*word).powi(2);
            }
            if list.len() == NEAREST {
                list.remove(0);
            }
            list.push(index);
        }
        met.sort_unstable();
        for other in met {
            let sum = shared.get_mut(other).map_or(0.0, std::mem::take);
            let both = lengths.get(other).zip(lengths.get(index)).map_or(1.0, |(a, b)| a * b);
            if sum / both.max(f64::MIN_POSITIVE) >= alike {
                pairs.push((other, index));
            }
        }
    }
    pairs
}

/// Reports that are thought to stand beside those of the folder, so that in a small one the
/// words of its one event are not taken for everybody's.
const BACKGROUND: f64 = 20.0;

/// How much each word tells: the fewer reports have it, the more.
fn weights(openings: &[Vec<Word>]) -> Vec<f64> {
    let words = openings.iter().filter_map(|opening| opening.last()).max();
    let mut holders = vec![0.0_f64; words.map_or(0, |word| *word as usize + 1)];
    for word in openings.iter().flatten() {
        if let Some(count) = holders.get_mut(*word as usize) {
            *count += 1.0;
        }
    }
    let reports = openings.len() as f64 + BACKGROUND;
    holders.into_iter().map(|count| (reports / (count + 1.0)).ln().max(0.0)).collect()
}
