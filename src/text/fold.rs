//! A copy of a text in which spelling makes no difference, with the way back to the text.
//!
//! Begin with [`Folded::new`]. What is folded is decided in `letters`; here it is applied and the
//! offsets are kept. Nothing is searched or split here.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::letters::{Letter, folded_letter};
use super::span::Span;

/// A folded text and the map between its offsets and those of its source.
#[derive(Clone, Debug, Default)]
pub struct Folded {
    text: String,
    runs: Vec<Run>,
    source_len: u32,
}

/// From here on both texts advance together, until the next run.
#[derive(Clone, Copy, Debug)]
struct Run {
    folded: u32,
    source: u32,
    /// One source character became several bytes that have no place of their own in it.
    solid: bool,
}

/// The folded form alone, for a word to be looked up.
pub fn fold(text: &str) -> String {
    Folded::new(text).text
}

impl Folded {
    /// Folds a text by the rules of `letters`, in one pass, and notes where offsets part.
    pub fn new(source: &str) -> Self {
        let mut folder = Folder::new(source);
        let bytes = source.as_bytes();
        let mut at = 0;
        loop {
            at += kept(bytes.get(at..).unwrap_or_default());
            let Some(&byte) = bytes.get(at) else { break };
            if byte < 0x80 {
                if byte.is_ascii_uppercase() {
                    folder.change(at, 1, char::from(byte.to_ascii_lowercase()));
                }
                at += 1;
            } else if let (0xD8..=0xDB, Some(&next)) = (byte, bytes.get(at + 1)) {
                folder.arabic(byte, next, at);
                at += 2;
            } else {
                at += folder.other(at);
            }
        }
        folder.finish()
    }

    /// The folded text; spans of it are what [`Folded::source`] takes.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The folded words at a range of the folded text; empty when it is no range of it.
    pub fn slice(&self, span: Span) -> &str {
        self.text.get(span.range()).unwrap_or_default()
    }

    /// The place in the source of a range of the folded text, marks after its last letter
    /// included.
    pub fn source(&self, folded: Span) -> Span {
        self.cursor().source(folded)
    }

    /// The range of the folded text that a range of the source became.
    pub fn folded(&self, source: Span) -> Span {
        Span::new(self.folded_offset(source.start), self.folded_offset(source.end))
    }

    fn folded_offset(&self, source: u32) -> usize {
        let next = self.runs.partition_point(|run| run.source <= source);
        let limit = self.runs.get(next).map_or(self.text.len() as u32, |run| run.folded);
        let Some(run) = next.checked_sub(1).and_then(|index| self.runs.get(index)) else {
            return 0;
        };
        let offset = if run.solid && source > run.source {
            limit
        } else {
            (run.folded + (source - run.source)).min(limit)
        };
        offset as usize
    }

    /// A reader of places that is quick when asked in ascending order.
    pub fn cursor(&self) -> Cursor<'_> {
        Cursor { folded: self, at: 0 }
    }
}

/// Answers [`Folded::source`]; remembers where it was.
#[derive(Clone, Debug)]
pub struct Cursor<'a> {
    folded: &'a Folded,
    at: usize,
}

impl Cursor<'_> {
    /// As [`Folded::source`]: right for any range, quick for ranges in ascending order.
    pub fn source(&mut self, span: Span) -> Span {
        let start = self.start(span.start);
        let end = self.end_of_run(span).unwrap_or_else(|| self.end(span.end));
        Span::new(start as usize, end.max(start) as usize)
    }

    /// Where in the source a place of the folded text begins.
    pub fn begin(&mut self, offset: u32) -> u32 {
        self.start(offset)
    }

    fn seek(&mut self, offset: u32) -> Option<Run> {
        let runs = &self.folded.runs;
        if runs.get(self.at).is_none_or(|run| run.folded > offset) {
            self.at = 0;
        }
        let mut steps = 0;
        while runs.get(self.at + 1).is_some_and(|next| next.folded <= offset) {
            self.at += 1;
            steps += 1;
            if steps > 32 {
                self.at = runs.partition_point(|run| run.folded <= offset).saturating_sub(1);
            }
        }
        runs.get(self.at).copied()
    }

    fn start(&mut self, offset: u32) -> u32 {
        if offset as usize >= self.folded.text.len() {
            return self.folded.source_len;
        }
        match self.seek(offset) {
            Some(run) if run.solid => run.source,
            Some(run) => run.source + (offset - run.folded),
            None => offset,
        }
    }

    /// Where a range ends of which the start was found, if that is where both texts still advance
    /// together: the end of a word mostly is.
    fn end_of_run(&self, span: Span) -> Option<u32> {
        let run = self.folded.runs.get(self.at).filter(|run| !run.solid)?;
        let next = self.folded.runs.get(self.at + 1)?;
        let inside = run.folded <= span.start && span.end < next.folded;
        inside.then_some(run.source + (span.end - run.folded))
    }

    fn end(&mut self, offset: u32) -> u32 {
        if offset as usize >= self.folded.text.len() {
            return self.folded.source_len;
        }
        match self.seek(offset) {
            // Inside one source character: it belongs to the range as a whole.
            Some(run) if run.solid && offset > run.folded => {
                self.folded.runs.get(self.at + 1).map_or(self.folded.source_len, |next| next.source)
            }
            Some(run) if run.solid => run.source,
            Some(run) => run.source + (offset - run.folded),
            None => offset,
        }
    }
}

/// How many bytes of Arabic and ASCII stay as they are, from the beginning.
fn kept(bytes: &[u8]) -> usize {
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        if byte < 0x80 {
            if byte.is_ascii_uppercase() {
                break;
            }
            at += 1;
            continue;
        }
        match (byte, bytes.get(at + 1)) {
            (0xD8..=0xDB, Some(&next)) if STAYS.get(place(byte, next)) == Some(&true) => at += 2,
            _ => break,
        }
    }
    at
}

/// Which characters of U+0600–U+06FF stay as they are.
static STAYS: [bool; 256] = {
    let mut table = [false; 256];
    let mut index = 0;
    while index < 256 {
        table[index] = matches!(ARABIC[index], Letter::Keep);
        index += 1;
    }
    table
};

/// The place of a character of U+0600–U+06FF in [`ARABIC`].
pub(super) const fn place(lead: u8, next: u8) -> usize {
    (lead as usize & 3) << 6 | (next as usize & 0x3F)
}

/// What each character of U+0600–U+06FF becomes.
static ARABIC: [Letter; 256] = {
    let mut table = [Letter::Keep; 256];
    let mut index = 0;
    while index < 256 {
        if let Some(c) = char::from_u32(0x600 + index) {
            table[index as usize] = folded_letter(c);
        }
        index += 1;
    }
    table
};

/// The folded text in the making.
struct Folder<'a> {
    source: &'a str,
    out: String,
    runs: Vec<Run>,
    /// Source minus folded offset of the last run; `None` after a solid one.
    shift: Option<usize>,
    /// The source up to here is folded; what follows, up to the letter at hand, stays as it is.
    done: usize,
}

impl<'a> Folder<'a> {
    fn new(source: &'a str) -> Self {
        let out = String::with_capacity(source.len());
        Self { source, out, runs: Vec::new(), shift: None, done: 0 }
    }

    fn mark(&mut self, at: usize) {
        let shift = at.wrapping_sub(self.out.len());
        if self.shift != Some(shift) {
            self.shift = Some(shift);
            self.push_run(at, false);
        }
    }

    fn push_run(&mut self, at: usize, solid: bool) {
        let run = Run { folded: self.out.len() as u32, source: at as u32, solid };
        self.runs.push(run);
    }

    /// Takes over what stayed as it is before a letter, and passes that one.
    fn keep_until(&mut self, at: usize, len: usize) {
        if let Some(kept) = self.source.get(self.done..at).filter(|kept| !kept.is_empty()) {
            self.mark(self.done);
            self.out.push_str(kept);
        }
        self.done = at + len;
    }

    /// A character that becomes another one.
    fn change(&mut self, at: usize, len: usize, letter: char) {
        self.keep_until(at, len);
        self.mark(at);
        self.out.push(letter);
    }

    /// A character of U+0600–U+06FF, two bytes long.
    fn arabic(&mut self, lead: u8, next: u8, at: usize) {
        match ARABIC.get(place(lead, next)) {
            None | Some(Letter::Keep) => {}
            Some(Letter::As(letter)) => self.change(at, 2, *letter),
            Some(Letter::Drop) => self.keep_until(at, 2),
        }
    }

    /// Any other character; returns its length in the source.
    fn other(&mut self, at: usize) -> usize {
        let Some(c) = self.source.get(at..).and_then(|rest| rest.chars().next()) else {
            return 1;
        };
        self.keep_until(at, c.len_utf8());
        match folded_letter(c) {
            Letter::Drop => {}
            Letter::As(letter) => self.replace(at, &[letter]),
            Letter::Keep => self.compatible(at, c),
        }
        c.len_utf8()
    }

    /// Presentation forms and ligatures as letters, foreign letters without accents, lower case.
    fn compatible(&mut self, at: usize, c: char) {
        let letters: Vec<char> = [c]
            .into_iter()
            .nfkd()
            .filter(|c| !is_combining_mark(*c))
            .flat_map(char::to_lowercase)
            .filter_map(|c| match folded_letter(c) {
                Letter::Keep => Some(c),
                Letter::As(letter) => Some(letter),
                Letter::Drop => None,
            })
            .collect();
        self.replace(at, &letters);
    }

    fn replace(&mut self, at: usize, letters: &[char]) {
        if letters.is_empty() {
            return;
        }
        self.push_run(at, true);
        self.shift = None;
        self.out.extend(letters);
    }

    fn finish(mut self) -> Folded {
        self.keep_until(self.source.len(), 0);
        Folded { text: self.out, runs: self.runs, source_len: self.source.len() as u32 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn spelling_makes_no_difference() {
        assert_eq!(fold("أَنْشَأَتِ الإدارةُ مُؤسّسةً كبرى"), "انشات الاداره موسسه كبري");
        assert_eq!(fold("١٢٫٥٪ و۳۴"), "12.5% و34");
        assert_eq!(fold("ﺍﻟﺴﻼﻡ"), "السلام");
        assert_eq!(fold("الـــ\u{200f}سوق\u{a0}الحرّة – Café"), "السوق الحره - cafe");
    }

    #[test]
    fn the_way_back_takes_the_marks_along() {
        let source = "بلغ ٢٥ شخصًا.";
        let folded = Folded::new(source);
        let at = folded.as_str().find("شخصا").unwrap();
        let span = folded.source(Span::new(at, at + "شخصا".len()));
        assert_eq!(source.get(span.range()), Some("شخصًا"));
        let at = folded.as_str().find("25").unwrap();
        let span = folded.source(Span::new(at, at + 2));
        assert_eq!(source.get(span.range()), Some("٢٥"));
        assert_eq!(folded.folded(span), Span::new(at, at + 2));
    }

    #[test]
    fn the_end_is_the_end_whatever_the_last_letter_became() {
        let folded = Folded::new("عام ۰");
        let end = folded.as_str().len();
        assert_eq!(folded.source(Span::new(end, end)), Span::new(9, 9));
    }

    #[test]
    fn a_ligature_is_one_place() {
        let source = "هو ﷲ أكبر";
        let folded = Folded::new(source);
        let at = folded.as_str().find("لل").unwrap();
        let span = folded.source(Span::new(at, at + 2));
        assert_eq!(source.get(span.range()), Some("ﷲ"));
    }

    proptest! {
        #[test]
        fn every_place_is_on_a_boundary(source in "\\PC{0,40}", a in 0usize..60, b in 0usize..60) {
            let folded = Folded::new(&source);
            let text = folded.as_str();
            let (a, b) = (a.min(b).min(text.len()), a.max(b).min(text.len()));
            prop_assume!(text.is_char_boundary(a) && text.is_char_boundary(b));
            let span = folded.source(Span::new(a, b));
            prop_assert!(source.get(span.range()).is_some(), "{:?} {:?}", source, span);
        }

        #[test]
        fn folding_twice_changes_nothing(source in "[ء-ي\u{64B}-\u{652} ٠-٩a-zA-Z.،]{0,40}") {
            let once = fold(&source);
            prop_assert_eq!(fold(&once), once.clone());
        }
    }
}
