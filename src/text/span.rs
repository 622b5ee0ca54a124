//! The one address of the program, and the one way to read it.

use serde::{Deserialize, Serialize};

/// A half-open byte range `start..end` in one article's text, on character boundaries.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct Span {
    /// Where the first character begins.
    pub start: u32,
    /// One past the last byte; never below `start` when made by [`Span::new`].
    pub end: u32,
}

impl Span {
    /// A range in bytes; `end` below `start` becomes an empty range at `start`.
    pub fn new(start: usize, end: usize) -> Self {
        let start = start as u32;
        Self { start, end: (end as u32).max(start) }
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether it has no bytes: it is a place, not words.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether the byte at `offset` lies inside.
    pub fn contains(self, offset: u32) -> bool {
        self.start <= offset && offset < self.end
    }

    /// Whether the other range lies wholly inside.
    pub fn covers(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one byte.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest range that covers both.
    #[must_use]
    pub fn union(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The same range as `usize`, for slicing a `str`.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// An article's text: immutable, logical order, under 4 GB (checked on loading).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text(Box<str>);

impl Text {
    /// Takes a text over as it is; whoever loads it has checked its length.
    pub fn new(text: impl Into<Box<str>>) -> Self {
        Self(text.into())
    }

    /// The text in logical order, every character that was read in it.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Length in bytes.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are no bytes at all.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The words at `span`; `None` when it lies outside or cuts a character.
    pub fn slice(&self, span: Span) -> Option<&str> {
        self.0.get(span.range())
    }

    /// The whole text as one span.
    pub fn whole(&self) -> Span {
        Span::new(0, self.0.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_that_cuts_a_letter_reads_as_nothing() {
        let text = Text::new("خبر");
        assert_eq!(text.slice(Span::new(0, 2)), Some("خ"));
        assert_eq!(text.slice(Span::new(0, 3)), None);
        assert_eq!(text.slice(Span::new(4, 9)), None);
    }
}
