//! The sentences that a comparison rests on: each once, numbered by report, the places of the
//! values in it.

use std::collections::BTreeMap;

use crate::article::Article;
use crate::compare::{Claim, Comparison, Disagreement, Dossier};
use crate::facts::Fact;
use crate::text::Span;

/// For each report its cited sentences, in the order of its text.
#[derive(Debug, Default)]
pub(super) struct Evidence {
    cited: Vec<BTreeMap<Span, Vec<Span>>>,
    pub(super) reports: Vec<Vec<Sentence>>,
}

/// A sentence, and where in the text of its report values are stated in it.
#[derive(Debug, PartialEq)]
pub(super) struct Sentence {
    words: String,
    start: u32,
    marks: Vec<Span>,
}

impl Sentence {
    pub(super) fn text(&self) -> String {
        self.words.clone()
    }

    /// The sentence in pieces, those that state a cited value marked: all of them, or those alone
    /// that the claims shown rest on.
    pub(super) fn pieces(&self, own: Option<&[Span]>) -> Vec<(&str, bool)> {
        let marks = own.unwrap_or(&self.marks).iter().copied();
        let end = self.start + self.words.len() as u32;
        let inside = |mark: &Span| mark.start >= self.start && mark.end <= end && !mark.is_empty();
        let mut marks: Vec<Span> = marks.filter(inside).collect();
        marks.sort_unstable();
        let mut pieces = Vec::new();
        let mut at = self.start;
        let mut push = |from: u32, to: u32, marked: bool| {
            let range = (from - self.start) as usize..(to - self.start) as usize;
            let words = self.words.get(range).filter(|words| !words.is_empty());
            pieces.extend(words.map(|words| (words, marked)));
        };
        for mark in marks {
            // Values may lie inside one another: what is marked already is not marked again.
            push(at, mark.start.max(at), false);
            push(mark.start.max(at), mark.end.max(at), true);
            at = mark.end.max(at);
        }
        push(at, end, false);
        pieces
    }
}

impl Evidence {
    /// Gathers the sentences; they have words only after [`Evidence::word`].
    pub(super) fn of(dossier: &Dossier, comparison: &Comparison) -> Self {
        let mut cited = vec![BTreeMap::new(); dossier.articles.len()];
        for claim in claims(comparison) {
            let Some((_, fact)) = dossier.told(claim) else { continue };
            let at = dossier.articles.iter().position(|article| article.id == claim.article);
            if let Some(sentences) = at.and_then(|at| cited.get_mut(at)) {
                let marks: &mut Vec<Span> = sentences.entry(sentence(fact)).or_default();
                marks.push(fact.span);
            }
        }
        Self { cited, reports: Vec::new() }
    }

    /// The number of a fact's sentence among those of its report.
    pub(super) fn number(&self, report: usize, fact: &Fact) -> usize {
        let wanted = sentence(fact);
        let sentences = self.cited.get(report);
        sentences.map_or(0, |sentences| sentences.range(..wanted).count())
    }

    pub(super) fn word(&mut self, dossier: &Dossier) {
        let worded = dossier.articles.iter().zip(&self.cited).map(|(article, sentences)| {
            sentences.iter().map(|(&span, marks)| worded(article, span, marks)).collect()
        });
        self.reports = worded.collect();
    }

    pub(super) fn sentence(&self, report: usize, number: usize) -> Option<&Sentence> {
        self.reports.get(report)?.get(number)
    }
}

/// Every claim that is printed.
fn claims(comparison: &Comparison) -> impl Iterator<Item = Claim> {
    let disputed = comparison.disagreements.iter().flat_map(Disagreement::members);
    let agreed = comparison.agreements.iter().flat_map(|found| found.claims.iter().copied());
    let left = comparison.left_out.iter().flat_map(|found| found.claims.iter().copied());
    disputed.chain(agreed).chain(left).chain(comparison.single_source.iter().copied())
}

fn sentence(fact: &Fact) -> Span {
    if fact.sentence.is_empty() { fact.span } else { fact.sentence }
}

fn worded(article: &Article, span: Span, marks: &[Span]) -> Sentence {
    let words = article.text.slice(span).unwrap_or_default().to_owned();
    Sentence { words, start: span.start, marks: marks.to_vec() }
}
