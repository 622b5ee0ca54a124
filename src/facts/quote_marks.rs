//! Pairs of quotation marks in one paragraph: a small automaton over every mark in use.
//!
//! Newsrooms write `"`, `“ ”`, `″`, `« »` and `'` at will, open with a closing form, nest marks in
//! the same marks and forget one of the two. So the side of a mark is told by what stands on its
//! left and right in reading order, and by its form only where that does not tell. Nothing here
//! knows of speech: which pairs are quotations is for `speech` to say. Begin with [`pair_marks`].

use crate::text::{InOrder, Span};

/// Words between two marks, or beside one whose partner is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Marked {
    /// The words inside, without marks and the white space beside them.
    pub inner: Span,
    /// The words with their marks.
    pub outer: Span,
    pub shape: Shape,
    /// How many open marks stand round the pair: 0 outside every other.
    pub depth: u16,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    Pair,
    /// Opened and not closed before the paragraph's end, where `inner` ends.
    Unclosed,
    /// Closed and never opened: `inner` is empty, at the mark.
    Unopened,
}

/// Marks nested deeper than this are noise, and are passed over.
const DEEPEST: usize = 16;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Open,
    Close,
    /// The neighbours tell nothing: open where none is open.
    Either,
    /// An apostrophe.
    None,
}

#[derive(Clone, Copy)]
struct Mark {
    at: usize,
    len: usize,
    single: bool,
    side: Side,
}

/// The pairs of `text` in order of their opening; offsets are `base` plus those in `text`.
/// A line break ends a paragraph. Linear in the length of `text`.
pub fn pair_marks(text: &str, base: usize) -> Vec<Marked> {
    let mut found = Vec::new();
    let mut open: Vec<Mark> = Vec::new();
    let mut from = 0;
    let mut candidates = Candidates::new(text);
    while let Some((at, byte)) = candidates.next(from) {
        if byte == b'\n' {
            drain_unclosed(&mut open, text, at, base, &mut found);
            from = at + 1;
            continue;
        }
        let Some(mark) = mark_at(text, at) else {
            from = at + 1;
            continue;
        };
        from = at + mark.len;
        take(mark, text, base, &mut open, &mut found);
    }
    drain_unclosed(&mut open, text, text.len(), base, &mut found);
    found.put_in_order_of(|m: &Marked| (m.outer.start, std::cmp::Reverse(m.outer.end)));
    found
}

/// The bytes that may begin a mark or end a paragraph, searched for in two sets.
struct Candidates<'a> {
    bytes: &'a [u8],
    /// The next `"`, C2 or E2, which begin the double marks; past the end where there is none.
    double: usize,
    /// The next `'` or line break.
    other: usize,
}

impl<'a> Candidates<'a> {
    fn new(text: &'a str) -> Self {
        let bytes = text.as_bytes();
        Self { bytes, double: double(bytes, 0), other: other(bytes, 0) }
    }

    /// The next one from `from` on.
    fn next(&mut self, from: usize) -> Option<(usize, u8)> {
        if self.double < from {
            self.double = double(self.bytes, from);
        }
        if self.other < from {
            self.other = other(self.bytes, from);
        }
        let at = self.double.min(self.other);
        Some((at, *self.bytes.get(at)?))
    }
}

fn double(bytes: &[u8], from: usize) -> usize {
    let rest = bytes.get(from..).unwrap_or_default();
    memchr::memchr3(b'"', 0xC2, 0xE2, rest).map_or(bytes.len(), |at| from + at)
}

fn other(bytes: &[u8], from: usize) -> usize {
    let rest = bytes.get(from..).unwrap_or_default();
    memchr::memchr2(b'\'', b'\n', rest).map_or(bytes.len(), |at| from + at)
}

fn mark_at(text: &str, at: usize) -> Option<Mark> {
    let sign = text.get(at..)?.chars().next()?;
    let single = matches!(sign, '\'' | '‘' | '’' | '‹' | '›');
    if !single && !matches!(sign, '"' | '“' | '”' | '„' | '‟' | '″' | '«' | '»') {
        return None;
    }
    let len = sign.len_utf8();
    Some(Mark { at, len, single, side: side_of(sign, text, at, len, single) })
}

/// The side of a mark, from its neighbours first and its form second.
fn side_of(sign: char, text: &str, at: usize, len: usize, single: bool) -> Side {
    let left = text.get(..at).and_then(|before| before.chars().next_back());
    let right = text.get(at + len..).and_then(|after| after.chars().next());
    let opens = opens_after(text, at, left) && right.is_some_and(|c| !ends_word(c));
    let closes = left.is_some_and(|c| !c.is_whitespace()) && right.is_none_or(ends_word);
    match (opens, closes) {
        (true, false) => Side::Open,
        (false, true) => Side::Close,
        _ if single => Side::None,
        _ => match sign {
            '«' | '“' | '„' => Side::Open,
            '»' => Side::Close,
            _ => Side::Either,
        },
    }
}

/// Signs after which a mark opens.
const OPENERS: [char; 12] = ['(', '[', '{', ':', '،', ',', '؛', '/', '-', '–', '—', 'ـ'];

/// Whether a mark after `left` may open: after a space, an opening sign or a proclitic.
fn opens_after(text: &str, at: usize, left: Option<char>) -> bool {
    match left {
        None => true,
        Some('و' | 'ف' | 'ب' | 'ل' | 'ك') => stands_alone(text, at),
        Some(c) => c.is_whitespace() || OPENERS.contains(&c),
    }
}

/// Whether the letter before `at` is a word of its own (a proclitic before the mark).
fn stands_alone(text: &str, at: usize) -> bool {
    let mut before = text.get(..at).unwrap_or_default().chars().rev().skip(1);
    match before.next() {
        None => true,
        Some('و' | 'ف') => before.next().is_none_or(|c| !c.is_alphabetic()),
        Some(c) => !c.is_alphabetic(),
    }
}

/// Whether a mark before this character may close: before a space or a stop.
fn ends_word(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '.' | '،'
                | ','
                | '؛'
                | ';'
                | ':'
                | '!'
                | '؟'
                | '?'
                | ')'
                | ']'
                | '…'
                | '/'
                | '-'
                | '–'
                | '|'
        )
}

fn take(mark: Mark, text: &str, base: usize, open: &mut Vec<Mark>, found: &mut Vec<Marked>) {
    let any = open.iter().any(|o| o.single == mark.single);
    match (mark.side, any) {
        (Side::Open, _) | (Side::Either, false) if open.len() < DEEPEST => open.push(mark),
        (Side::Close | Side::Either, true) => close(mark, text, base, open, found),
        (Side::Close, false) if !mark.single => found.push(Marked {
            inner: Span::new(base + mark.at, base + mark.at),
            outer: Span::new(base + mark.at, base + mark.at + mark.len),
            shape: Shape::Unopened,
            depth: 0,
        }),
        _ => {}
    }
}

/// Closes the innermost open mark of the same family; single ones left open inside fall away.
fn close(mark: Mark, text: &str, base: usize, open: &mut Vec<Mark>, found: &mut Vec<Marked>) {
    while let Some(opened) = open.pop() {
        if opened.single == mark.single {
            let inner = trimmed(text, opened.at + opened.len, mark.at, base);
            let outer = Span::new(base + opened.at, base + mark.at + mark.len);
            let depth = depth_of(open);
            found.push(Marked { inner, outer, shape: Shape::Pair, depth });
            return;
        }
    }
}

fn depth_of(open: &[Mark]) -> u16 {
    u16::try_from(open.len()).unwrap_or(u16::MAX)
}

/// At a paragraph's end what is still open stays unclosed; marks inside were not nested after all.
fn drain_unclosed(
    open: &mut Vec<Mark>,
    text: &str,
    end: usize,
    base: usize,
    found: &mut Vec<Marked>,
) {
    while let Some(mark) = open.pop() {
        if mark.single {
            continue;
        }
        let outer = Span::new(base + mark.at, base + end);
        let inner = trimmed(text, mark.at + mark.len, end, base);
        found.push(Marked { inner, outer, shape: Shape::Unclosed, depth: depth_of(open) });
    }
}

fn trimmed(text: &str, from: usize, to: usize, base: usize) -> Span {
    let words = text.get(from..to).unwrap_or_default();
    let start = from + (words.len() - words.trim_start().len());
    Span::new(base + start, base + start + words.trim().len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(&str, Shape)> {
        pair_marks(text, 0)
            .into_iter()
            .map(|m| (text.get(m.inner.range()).unwrap(), m.shape))
            .collect()
    }

    fn pairs(text: &str) -> Vec<&str> {
        read(text).into_iter().filter(|m| m.1 == Shape::Pair).map(|m| m.0).collect()
    }

    #[test]
    fn every_form_of_mark_pairs() {
        for text in [
            "قال: \"سنعود غدا\".",
            "قال: “سنعود غدا”.",
            "قال: ”سنعود غدا“.",
            "قال: «سنعود غدا».",
            "قال: ″سنعود غدا″.",
            "قال: “سنعود غدا\".",
            "قال: 'سنعود غدا'.",
            "قال \" سنعود غدا \".",
        ] {
            assert_eq!(pairs(text), ["سنعود غدا"], "{text}");
        }
    }

    #[test]
    fn marks_nest_in_the_same_marks() {
        let text = "أكد أن \"زورق الصيد \"الأمل\" عاد إلى المرفأ\".";
        assert_eq!(pairs(text), ["زورق الصيد \"الأمل\" عاد إلى المرفأ", "الأمل"]);
    }

    #[test]
    fn a_proclitic_may_stand_before_a_mark() {
        assert_eq!(
            pairs("سفينة تعرف بـ”النورس” و”الموج” و\"الريح\""),
            ["النورس", "الموج", "الريح"]
        );
    }

    #[test]
    fn a_lost_opening_does_not_shift_the_rest() {
        let text = "قال إن الجسر آمن\"، وأضاف \"سنفتحه غدا\".";
        assert_eq!(read(text), [("", Shape::Unopened), ("سنفتحه غدا", Shape::Pair)]);
    }

    #[test]
    fn a_lost_closing_does_not_shift_the_rest() {
        let text = "منها \"تقوية السد، ثم ذكر \"الخطة البديلة\" وقال \"لا خوف\"";
        assert_eq!(pairs(text), ["الخطة البديلة", "لا خوف"]);
        assert!(read(text).iter().any(|m| m.1 == Shape::Unclosed));
    }

    #[test]
    fn nothing_is_paired_across_paragraphs() {
        assert!(pairs("قال \"بدأنا\nثم عدنا\" إلى").is_empty());
    }

    #[test]
    fn apostrophes_are_no_marks() {
        assert!(read("زار O'Neill مدينة L'Aquila ثم عاد").is_empty());
    }

    #[test]
    fn glued_sentences_keep_their_marks() {
        let text = "قال \"بلغ العدد 17\".وأضاف \"سنواصل البحث.\"وختم";
        assert_eq!(pairs(text), ["بلغ العدد 17", "سنواصل البحث."]);
    }

    #[test]
    fn hostile_marks_stay_linear_and_in_bounds() {
        for text in [
            "\"".repeat(50_000),
            "«".repeat(50_000),
            "»”\"'".repeat(20_000),
            " \" ' ".repeat(20_000),
        ] {
            for m in pair_marks(&text, 0) {
                assert!(text.get(m.inner.range()).is_some() && text.get(m.outer.range()).is_some());
            }
        }
    }
}
