//! Which drug a quantity is of, where a report tells of several.

use super::super::words::{Gap, Word};
use super::Seeker;

/// Each drug under its first name, folded.
const DRUGS: &[&[&str]] = &[
    &["حشيش", "قنب", "ماريجوانا", "ماريوانا"],
    &["كوكايين"],
    &["هيروين", "افيون", "مورفين"],
    &["كبتاغون", "كبتاجون", "امفيتامين", "ميثامفيتامين", "شبو"],
];

/// Words between a quantity and its drug at most.
const NEAR: usize = 12;

/// The drug that a word names.
fn named(word: &Word) -> Option<&'static str> {
    DRUGS.iter().find(|names| word.is(names)).and_then(|names| names.first().copied())
}

/// The one drug that some words name; none where they name several.
pub fn only(words: &[Word]) -> Option<&'static str> {
    let mut all = words.iter().filter_map(named);
    let first = all.next()?;
    all.all(|other| other == first).then_some(first)
}

impl Seeker<'_, '_> {
    /// «312 كيلوغراما من الحشيش», «كمية الحشيش 300 كيلوغرام»: the drug right after the quantity, else
    /// the nearest before it, else the one that the report opens with.
    pub(super) fn drug(&self) -> Option<String> {
        let after = (self.at.end..self.at.end + 4)
            .map_while(|i| self.word(i).filter(|word| word.gap < Gap::Comma))
            .find_map(named);
        let before = || {
            let near = (self.at.start.saturating_sub(NEAR)..self.at.start).rev();
            near.filter_map(|i| self.word(i)).find_map(named)
        };
        let opening = || self.setting.drug(&self.line.cx);
        after.or_else(before).or_else(opening).map(str::to_owned)
    }
}
