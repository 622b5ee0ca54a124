//! One statement of one speaker, quoted in different words.
//!
//! Quotations meet by speaker and by the words they share, through an index of those words.

use std::collections::BTreeMap;

use crate::facts::{Quote, name};
use crate::text::fold;

use super::words::{Word, Words};
use super::{Change, Passage, Report, Wording};

/// Share of the shorter quotation's words in common from which it is the same statement.
const ALIKE: f64 = 0.5;
/// Telling words that a quotation has at least.
const LEAST: usize = 4;

struct Said<'a> {
    report: Report<'a>,
    quote: &'a Quote,
    speaker: String,
    /// Each once, in order of their numbers.
    roots: Vec<Word>,
}

/// Statements that reports of one event quote in different words.
pub fn quoted(reports: &[Report], words: &Words) -> Vec<Wording> {
    let said: Vec<Said> = reports.iter().flat_map(|report| read(*report, words)).collect();
    let mut holders: BTreeMap<Word, Vec<usize>> = BTreeMap::new();
    for (index, one) in said.iter().enumerate() {
        for root in &one.roots {
            holders.entry(*root).or_default().push(index);
        }
    }
    let mut shared: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for list in holders.values() {
        for (i, a) in list.iter().enumerate() {
            for b in list.iter().skip(i + 1).take(NEIGHBOURS) {
                *shared.entry((*a, *b)).or_default() += 1;
            }
        }
    }
    let pairs =
        shared.into_iter().filter_map(|((a, b), shared)| same(said.get(a)?, said.get(b)?, shared));
    pairs.collect()
}

/// Later quotations that one is held against for each of its words.
const NEIGHBOURS: usize = 16;

fn read<'a>(report: Report<'a>, words: &Words) -> Vec<Said<'a>> {
    let said = report.reading.quotes.iter().filter(|quote| quote.direct).filter_map(|quote| {
        let mut roots: Vec<Word> = words.roots(report.article.id, quote.span).collect();
        roots.sort_unstable();
        roots.dedup();
        let speaker = quote.speaker.as_ref().map_or(String::new(), |voice| voice.canonical.clone());
        (roots.len() >= LEAST).then_some(Said { report, quote, speaker, roots })
    });
    said.collect()
}

fn same(a: &Said, b: &Said, shared: usize) -> Option<Wording> {
    let one_voice = a.speaker.is_empty()
        || b.speaker.is_empty()
        || name::kinship(&a.speaker, &b.speaker) != name::Kinship::Different;
    let least = a.roots.len().min(b.roots.len());
    let alike = shared as f64 >= ALIKE * least as f64;
    let text =
        |said: &Said| fold(said.report.article.text.slice(said.quote.span).unwrap_or_default());
    if a.report.article.id == b.report.article.id || !one_voice || !alike || text(a) == text(b) {
        return None;
    }
    let passage = |said: &Said| Passage { article: said.report.article.id, span: said.quote.span };
    let whole = Change { before: a.quote.span, after: b.quote.span };
    Some(Wording { one: passage(a), other: passage(b), changes: vec![whole] })
}
