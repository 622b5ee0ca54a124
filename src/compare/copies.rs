//! Reports that copy one text, and how many sources there are when copies count once.
//!
//! Sentences are compared by their folded words, through an index: the work grows with the text,
//! not with its square.

use std::collections::{BTreeMap, BTreeSet};

use crate::article::{Article, ArticleId};
use crate::text::Span;

use super::words::{Word, Words, is_number, spread};

/// Sentences shorter than this are anybody's.
const LEAST_WORDS: usize = 6;
/// A report copies another when this share of the shorter one stands in the other.
const SHARE: f64 = 0.5;

/// Groups of reports of one text, two or more each, in order.
pub fn copies(articles: &[Article], words: &Words) -> Vec<Vec<ArticleId>> {
    let prints = prints(words, articles.len());
    let mut totals = vec![0; articles.len()];
    let mut shared: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for holders in prints.chunk_by(|a, b| a.hash == b.hash) {
        // The first holder stands for the rest: copies of one text find one another through it.
        let first = holders.first().map_or(0, |print| print.report);
        for Print { report, words, .. } in holders {
            totals.iter_mut().skip(*report).take(1).for_each(|total| *total += words);
            if *report != first {
                *shared.entry((first, *report)).or_default() += words;
            }
        }
    }
    let total = |report: usize| totals.get(report).copied().unwrap_or(0);
    let mut groups = Groups::new(articles.len());
    let mut figures = Figures { words, known: BTreeMap::new() };
    for ((a, b), words) in shared {
        let shorter = total(a).min(total(b));
        let alike = shorter > 0 && words as f64 >= SHARE * shorter as f64;
        if alike && !figures.differ(a, b) {
            groups.join(a, b);
        }
    }
    groups.of_two().into_iter().map(|group| ids(articles, &group)).collect()
}

fn ids(articles: &[Article], group: &[usize]) -> Vec<ArticleId> {
    group.iter().filter_map(|index| articles.get(*index)).map(|article| article.id).collect()
}

/// The sentences of reports that have figures, as far as they are asked for: those with other figures
/// in the place of theirs are no copies, however much else is one text.
struct Figures<'w> {
    words: &'w Words,
    /// For each report the words of such sentences without the figures, and with them, as numbers.
    known: BTreeMap<usize, BTreeMap<u64, u64>>,
}

impl Figures<'_> {
    /// Whether a sentence of one report stands in the other with other figures.
    fn differ(&mut self, a: usize, b: usize) -> bool {
        for report in [a, b] {
            self.known.entry(report).or_insert_with(|| sentences_with_figures(report, self.words));
        }
        let (Some(a), Some(b)) = (self.known.get(&a), self.known.get(&b)) else { return false };
        a.iter().any(|(bare, whole)| b.get(bare).is_some_and(|other| other != whole))
    }
}

fn sentences_with_figures(report: usize, words: &Words) -> BTreeMap<u64, u64> {
    const FIGURE: Word = Word::MAX;
    let bare = |word: &Word| if is_number(words.spelt(*word)) { FIGURE } else { *word };
    let both = |(_, told): (Span, &[Word])| {
        let without: Vec<Word> = told.iter().map(bare).collect();
        let figures = without.iter().filter(|word| **word == FIGURE).count();
        (figures > 0 && figures < without.len()).then(|| (spread(&without), spread(told)))
    };
    words.sentences(report).filter_map(both).collect()
}

/// A sentence of a report.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Print {
    /// Its words as one number.
    hash: u64,
    report: usize,
    /// How many they are.
    words: usize,
}

/// The sentences of all reports, each once a report, in order of their words, then of the reports.
fn prints(words: &Words, reports: usize) -> Vec<Print> {
    let of = |report: usize| {
        let sentences = words.sentences(report).map(|(_, words)| words);
        let long = sentences.filter(|words| words.len() >= LEAST_WORDS);
        long.map(move |words| Print { hash: spread(words), report, words: words.len() })
    };
    let mut prints: Vec<Print> = (0..reports).flat_map(of).collect();
    prints.sort_unstable();
    prints.dedup();
    prints
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
