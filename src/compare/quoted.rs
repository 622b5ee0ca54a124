//! One statement of one speaker, quoted in different words.
//!
//! Quotations meet by speaker and by the words they share, through an index of those words.

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
    let roots = |(index, one): (u32, &Said)| -> Vec<(Word, u32)> {
        one.roots.iter().map(|root| (*root, index)).collect()
    };
    // Which quotations have a word, in order of the words and of the quotations.
    let mut holders: Vec<(Word, u32)> = (0..).zip(&said).flat_map(roots).collect();
    holders.sort_unstable();
    let mut found = Vec::new();
    let mut beside: Vec<u32> = Vec::new();
    for (index, one) in (0..).zip(&said) {
        beside.clear();
        for root in &one.roots {
            let next = holders.partition_point(|holder| *holder <= (*root, index));
            let later = holders.iter().skip(next).take_while(|(other, _)| other == root);
            beside.extend(later.take(NEIGHBOURS).map(|(_, other)| *other));
        }
        beside.sort_unstable();
        for shared in beside.chunk_by(|a, b| a == b) {
            let other = shared.first().and_then(|other| said.get(*other as usize));
            found.extend(other.and_then(|other| same(one, other, shared.len())));
        }
    }
    found
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
