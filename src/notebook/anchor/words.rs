//! The words of a report, folded and numbered, and what stands around a place.

use std::collections::HashMap;

use super::super::Quoted;
use crate::text::{Folded, Span};

/// A run of words of the report, by their places in it, `start..end`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Passage {
    pub(super) start: usize,
    pub(super) end: usize,
}

impl Passage {
    pub(super) fn len(self) -> usize {
        self.end - self.start
    }
}

/// What ends a sentence or a line.
const ENDS: [char; 6] = ['.', '؟', '?', '!', '…', '\n'];

/// The fewest characters at which annotation programs cut the context off.
const CUT_FROM: usize = 32;

/// The number of a word that the report does not have.
pub(super) const ABSENT: u32 = u32::MAX;

/// The report's words in order; equal folded words have equal numbers.
#[derive(Debug)]
pub(super) struct Words {
    pub(super) ids: Vec<u32>,
    spans: Vec<Span>,
    /// Whether a sentence or a line ends between a word and the next one.
    ends: Vec<bool>,
    numbers: HashMap<Box<str>, u32>,
    /// The places of each word: those of word `n` lie at `first[n]..first[n + 1]`.
    places: Vec<u32>,
    first: Vec<u32>,
}

/// The words of a quotation and those that stood around it.
#[derive(Debug)]
pub(super) struct Around {
    pub(super) before: Vec<Word>,
    pub(super) quote: Vec<Word>,
    pub(super) after: Vec<Word>,
}

/// A word of a quotation: its number in the report and its folded letters.
#[derive(Clone, Debug)]
pub(super) struct Word {
    pub(super) id: u32,
    pub(super) folded: Box<str>,
}

impl Around {
    /// How many words stood around.
    pub(super) fn len(&self) -> usize {
        self.before.len() + self.after.len()
    }
}

impl Words {
    pub(super) fn new(text: &str) -> Self {
        let folded = Folded::new(text);
        let mut cursor = folded.cursor();
        let mut words = Self {
            ids: Vec::new(),
            spans: Vec::new(),
            ends: Vec::new(),
            numbers: HashMap::new(),
            places: Vec::new(),
            first: Vec::new(),
        };
        for (at, word) in runs(folded.as_str()) {
            let next = words.numbers.len() as u32;
            let id = match words.numbers.get(word) {
                Some(&id) => id,
                None => *words.numbers.entry(word.into()).or_insert(next),
            };
            words.ids.push(id);
            words.spans.push(cursor.source(Span::new(at, at + word.len())));
        }
        words.note_ends(text);
        words.note_places();
        words
    }

    fn note_ends(&mut self, text: &str) {
        let between = self.spans.windows(2).map(|pair| match pair {
            [a, b] => text.get(a.end as usize..b.start as usize).unwrap_or_default(),
            _ => "",
        });
        self.ends = between.map(|gap| gap.contains(ENDS)).collect();
    }

    /// A counting sort of the places by word.
    fn note_places(&mut self) {
        let mut first = vec![0_u32; self.numbers.len() + 1];
        for &id in &self.ids {
            first[id as usize + 1] += 1;
        }
        for at in 1..first.len() {
            first[at] += first[at - 1];
        }
        let mut next = first.clone();
        self.places = vec![0; self.ids.len()];
        for (at, &id) in self.ids.iter().enumerate() {
            self.places[next[id as usize] as usize] = at as u32;
            next[id as usize] += 1;
        }
        self.first = first;
    }

    /// Where a word stands.
    pub(super) fn places(&self, id: u32) -> &[u32] {
        let id = id as usize;
        let bounds = self.first.get(id).zip(self.first.get(id.wrapping_add(1)));
        bounds.and_then(|(&a, &b)| self.places.get(a as usize..b as usize)).unwrap_or_default()
    }

    /// The words of a quotation, of what stood before it and of what stood after it; words that
    /// were cut where the context was cut off are left out.
    pub(super) fn around(&self, quoted: &Quoted) -> Around {
        let mut before = self.numbered(&quoted.prefix);
        let mut after = self.numbered(&quoted.suffix);
        // Shorter ones reach to an end of the text and were not cut off.
        let cut = |context: &str| context.chars().count() >= CUT_FROM;
        if quoted.prefix.starts_with(char::is_alphanumeric) && cut(&quoted.prefix) {
            before.drain(..1.min(before.len()));
        }
        if quoted.suffix.ends_with(char::is_alphanumeric) && cut(&quoted.suffix) {
            after.pop();
        }
        Around { before, quote: self.numbered(&quoted.exact), after }
    }

    fn numbered(&self, text: &str) -> Vec<Word> {
        let folded = Folded::new(text);
        let number = |word: &str| self.numbers.get(word).copied().unwrap_or(ABSENT);
        runs(folded.as_str())
            .map(|(_, word)| Word { id: number(word), folded: word.into() })
            .collect()
    }

    /// Every place where these words stand one after the other.
    pub(super) fn occurrences<'a>(
        &'a self,
        quote: &'a [Word],
    ) -> impl Iterator<Item = Passage> + 'a {
        let rarest = (0..quote.len()).min_by_key(|&at| self.places(quote[at].id).len());
        let offset = rarest.unwrap_or(0);
        let places = rarest.map_or(&[][..], |at| self.places(quote[at].id));
        places.iter().filter_map(move |&place| {
            let start = (place as usize).checked_sub(offset)?;
            let ids = self.ids.get(start..start + quote.len())?;
            let equal = ids.iter().zip(quote).all(|(&id, word)| id == word.id);
            equal.then_some(Passage { start, end: start + quote.len() })
        })
    }

    /// The words that a range of the text touches.
    pub(super) fn passage(&self, span: Span) -> Passage {
        let start = self.spans.partition_point(|word| word.end <= span.start);
        let end = self.spans.partition_point(|word| word.start < span.end);
        Passage { start, end: end.max(start) }
    }

    /// How many of the words that stood around the quotation stand around this passage, in order.
    pub(super) fn context(&self, passage: Passage, around: &Around) -> usize {
        let from = passage.start.saturating_sub(around.before.len() + 2);
        let to = (passage.end + around.after.len() + 2).min(self.ids.len());
        let before = self.ids.get(from..passage.start).unwrap_or_default();
        let after = self.ids.get(passage.end..to).unwrap_or_default();
        in_common(before, &around.before) + in_common(after, &around.after)
    }

    /// The range of the text that a passage covers, with the marks around it where the quotation
    /// had such.
    pub(super) fn span(&self, passage: Passage, text: &str, exact: &str) -> Span {
        let first = self.spans.get(passage.start).copied().unwrap_or_default();
        let last = self.spans.get(passage.end.wrapping_sub(1)).copied().unwrap_or_default();
        let mark = |c: char| !c.is_alphanumeric() && !c.is_whitespace();
        let (mut start, mut end) = (first.start as usize, last.end as usize);
        if exact.starts_with(mark) {
            let before = text.get(..start).unwrap_or_default();
            start = before.trim_end_matches(mark).len();
        }
        if exact.ends_with(mark) {
            let after = text.get(end..).unwrap_or_default();
            end += after.len() - after.trim_start_matches(mark).len();
        }
        Span::new(start, end)
    }

    /// The letters of the word at a place, folded. Slow: for a few words beside a candidate.
    pub(super) fn folded(&self, place: usize, text: &str) -> String {
        let span = self.spans.get(place).copied().unwrap_or_default();
        crate::text::fold(text.get(span.range()).unwrap_or_default())
    }

    /// Whether a passage begins and ends with a sentence just where the quotation did.
    pub(super) fn cut_like(&self, passage: Passage, quoted: &Quoted) -> bool {
        let open = |c: char| !c.is_alphanumeric() && !ENDS.contains(&c);
        let before = quoted.prefix.trim_end_matches(open);
        let after = quoted.exact.trim_end_matches(open).ends_with(ENDS)
            || quoted.suffix.trim_start_matches(open).starts_with(ENDS);
        let began = before.is_empty() || before.ends_with(ENDS);
        let begins = passage.start.checked_sub(1).is_none_or(|last| self.ends_after(last));
        let ends = passage.end.checked_sub(1).is_none_or(|last| self.ends_after(last));
        began == begins && (after || quoted.suffix.trim().is_empty()) == ends
    }

    /// Whether a sentence ends between the word at `place` and the next one.
    pub(super) fn ends_after(&self, place: usize) -> bool {
        self.ends.get(place).copied().unwrap_or(true)
    }
}

/// The runs of letters and digits, with the byte each begins at.
fn runs(folded: &str) -> impl Iterator<Item = (usize, &str)> {
    let base = folded.as_ptr() as usize;
    folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(move |word| (word.as_ptr() as usize - base, word))
}

/// The length of the longest common subsequence.
fn in_common(ids: &[u32], words: &[Word]) -> usize {
    let mut row = vec![0; words.len() + 1];
    for &id in ids {
        let mut diagonal = 0;
        for (at, word) in words.iter().enumerate() {
            let above = row[at + 1];
            row[at + 1] = if word.id == id { diagonal + 1 } else { above.max(row[at]) };
            diagonal = above;
        }
    }
    row.last().copied().unwrap_or(0)
}
