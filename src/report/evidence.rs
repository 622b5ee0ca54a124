//! The sentences that a comparison rests on: each once, numbered by report, values marked.

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

/// A sentence in pieces, those that state a cited value marked.
#[derive(Debug, PartialEq)]
pub(super) struct Sentence {
    pub(super) pieces: Vec<(String, bool)>,
}

impl Sentence {
    pub(super) fn text(&self) -> String {
        self.pieces.iter().map(|(words, _)| words.as_str()).collect()
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
            sentences.iter().map(|(&span, marks)| in_pieces(article, span, marks)).collect()
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

fn in_pieces(article: &Article, sentence: Span, marks: &[Span]) -> Sentence {
    let mut marks: Vec<Span> =
        marks.iter().copied().filter(|mark| sentence.covers(*mark) && !mark.is_empty()).collect();
    marks.sort_unstable();
    let mut pieces = Vec::new();
    let mut at = sentence.start;
    let mut push = |from: u32, to: u32, marked: bool| {
        let words = article.text.slice(Span::new(from as usize, to as usize)).unwrap_or_default();
        if !words.is_empty() {
            pieces.push((words.to_owned(), marked));
        }
    };
    for mark in marks {
        // Values may lie inside one another: what is marked already is not marked again.
        push(at, mark.start.max(at), false);
        push(mark.start.max(at), mark.end.max(at), true);
        at = mark.end.max(at);
    }
    push(at, sentence.end, false);
    Sentence { pieces }
}
