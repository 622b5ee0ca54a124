//! Reports that copy one text, and how many sources there are when copies count once.
//!
//! Sentences are compared by their folded words, through an index: the work grows with the text,
//! not with its square.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use crate::article::{Article, ArticleId};

use super::words::{Word, Words};

/// A sentence's words as one number, with its length in words.
type Print = (u64, usize);

/// Sentences shorter than this are anybody's.
const LEAST_WORDS: usize = 6;
/// A report copies another when this share of the shorter one stands in the other.
const SHARE: f64 = 0.5;

/// Groups of reports of one text, two or more each, in order.
pub fn copies(articles: &[Article], words: &Words) -> Vec<Vec<ArticleId>> {
    let prints: Vec<BTreeSet<Print>> =
        (0..articles.len()).map(|report| prints(words, report)).collect();
    let mut holders: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
    for (index, prints) in prints.iter().enumerate() {
        for (print, _) in prints {
            holders.entry(*print).or_default().push(index);
        }
    }
    let mut shared: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for (index, prints) in prints.iter().enumerate() {
        for (print, words) in prints {
            // The first holder stands for the rest: copies of one text find one another through it.
            if let Some(first) = holders
                .get(print)
                .and_then(|holders| holders.first())
                .filter(|first| **first < index)
            {
                *shared.entry((*first, index)).or_default() += words;
            }
        }
    }
    let total = |index: usize| {
        prints.get(index).map_or(0, |p| p.iter().map(|(_, words)| words).sum::<usize>())
    };
    let mut groups = Groups::new(articles.len());
    for ((a, b), words) in shared {
        let shorter = total(a).min(total(b));
        if shorter > 0 && words as f64 >= SHARE * shorter as f64 {
            groups.join(a, b);
        }
    }
    groups.of_two().into_iter().map(|group| ids(articles, &group)).collect()
}

fn ids(articles: &[Article], group: &[usize]) -> Vec<ArticleId> {
    group.iter().filter_map(|index| articles.get(*index)).map(|article| article.id).collect()
}

fn prints(words: &Words, report: usize) -> BTreeSet<Print> {
    words
        .sentences(report)
        .filter(|(_, words)| words.len() >= LEAST_WORDS)
        .map(|(_, words)| (hash(words), words.len()))
        .collect()
}

fn hash(words: &[Word]) -> u64 {
    let mut hasher = DefaultHasher::new();
    words.hash(&mut hasher);
    hasher.finish()
}

/// Disjoint groups of the numbers below a bound.
#[derive(Debug)]
pub struct Groups {
    parent: Vec<usize>,
}

impl Groups {
    pub fn new(count: usize) -> Self {
        Self { parent: (0..count).collect() }
    }

    pub fn find(&self, mut at: usize) -> usize {
        while let Some(parent) = self.parent.get(at).copied().filter(|parent| *parent != at) {
            at = parent;
        }
        at
    }

    pub fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.find(a), self.find(b));
        if let Some(parent) = self.parent.get_mut(a.max(b)) {
            *parent = a.min(b);
        }
    }

    /// Every group, in order of its first member.
    pub fn all(&self) -> Vec<Vec<usize>> {
        let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for index in 0..self.parent.len() {
            groups.entry(self.find(index)).or_default().push(index);
        }
        groups.into_values().collect()
    }

    fn of_two(&self) -> Vec<Vec<usize>> {
        self.all().into_iter().filter(|group| group.len() > 1).collect()
    }
}

/// How many independent sources some reports are: copies count once.
pub fn sources(copies: &[Vec<ArticleId>], reports: impl Iterator<Item = ArticleId>) -> u32 {
    let origin = |id: ArticleId| {
        copies
            .iter()
            .find(|group| group.contains(&id))
            .and_then(|group| group.first())
            .copied()
            .unwrap_or(id)
    };
    reports.map(origin).collect::<BTreeSet<_>>().len() as u32
}
