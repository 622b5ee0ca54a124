//! Sentences that an outlet, or everybody, puts under whatever there is to tell: «ويتابع المراسلون ما
//! يجد».
//!
//! Begin with [`without`]. A sentence that stands word for word in several reports is a sign that they
//! are of one event, as long as they are alike without it; else it says nothing of any.

use std::collections::{HashMap, HashSet};

use crate::article::Article;

use super::super::words::Words;
use super::openings::{Opening, Sentence, Weights, sentences, title};

/// Likeness of two reports without the sentences that others have as well, under which they are of
/// two events for all that is known.
const UNLIKE: f32 = 0.1;
/// Words that a report has of its own at least, so that it can be told to be unlike another.
const OWN: usize = 5;
/// Pairs of reports with one sentence that are held against each other at most.
const PAIRS: usize = 12;
/// Sentences that are looked into at most, those that most reports have.
const SENTENCES: usize = 300;

/// The openings of the reports, without what is furniture.
pub fn without(articles: &[Article], words: &Words, weights: &Weights) -> Vec<Opening> {
    let reading = Reading { articles, words, weights };
    let mut prints: Vec<(u64, usize)> =
        articles.iter().enumerate().flat_map(|one| reading.furnishing(one)).collect();
    prints.sort_unstable();
    prints.dedup();
    let mut shared: Vec<&[(u64, usize)]> =
        prints.chunk_by(|a, b| a.0 == b.0).filter(|holders| holders.len() > 1).collect();
    shared.sort_by_key(|holders| std::cmp::Reverse(holders.len()));
    let print = |holders: &[(u64, usize)]| holders.first().map(|(print, _)| *print);
    let spread: HashMap<u64, usize> =
        shared.iter().filter_map(|holders| Some((print(holders)?, holders.len()))).collect();
    let looked_into = shared.iter().take(SENTENCES);
    let furniture: HashSet<u64> = looked_into
        .filter(|holders| reading.are_unlike(holders, &spread))
        .filter_map(|holders| print(holders))
        .collect();
    (0..articles.len()).map(|at| reading.opening(at, |print| !furniture.contains(&print))).collect()
}

struct Reading<'r> {
    articles: &'r [Article],
    words: &'r Words,
    weights: &'r Weights,
}

impl Reading<'_> {
    /// The sentences that may be furniture, with the place of their report: what a report begins with
    /// is what it is about.
    fn furnishing(
        &self,
        (place, article): (usize, &Article),
    ) -> impl Iterator<Item = (u64, usize)> {
        let title = title(article);
        let titled = move |one: &Sentence| title.is_some_and(|title| title.overlaps(one.span));
        let body = sentences(place, self.words).filter(move |one| !titled(one)).skip(1);
        body.map(move |one| (one.print, place))
    }

    fn opening(&self, at: usize, told: impl Fn(u64) -> bool) -> Opening {
        let article = self.articles.get(at);
        let read = |article| Opening::of((article, at), (self.words, self.weights), told);
        article.map(read).unwrap_or_default()
    }

    /// Whether a third of the reports that have a sentence, or more, are unlike the next of them in
    /// what they have besides it and besides what more reports have.
    fn are_unlike(&self, holders: &[(u64, usize)], spread: &HashMap<u64, usize>) -> bool {
        let narrower =
            |print: u64| spread.get(&print).is_none_or(|count| count * 3 < holders.len() * 2);
        let own = |at: usize| self.opening(at, narrower);
        let tells = |opening: &Opening| opening.words.len() >= OWN;
        // Files of one event often lie one after the other.
        let far = holders.iter().skip(holders.len() / 2);
        let step = holders.len().div_ceil(2 * PAIRS);
        let pairs = holders.iter().zip(far).step_by(step);
        let pairs = pairs.map(|((_, a), (_, b))| (own(*a), own(*b)));
        let unlike =
            |(a, b): &(Opening, Opening)| tells(a) && tells(b) && a.likeness(b, |_| true) < UNLIKE;
        let (count, all) =
            pairs.fold((0, 0), |(count, all), pair| (count + usize::from(unlike(&pair)), all + 1));
        count > 0 && count * 3 >= all
    }
}
