//! Finding a kept quotation again in a report that may have changed.
//!
//! Begin with [`Finder`], one for a report. A place is looked for by its position, then by its
//! exact words, then by its words in any spelling, then as the nearest passage; what stood around
//! it decides between places and against a wrong one. A place that cannot be told is said to be
//! gone: a bookmark on a wrong sentence is worse than none.

mod align;
mod change;
mod chars;
mod nearest;
mod words;

use std::cell::OnceCell;
use std::cmp::Reverse;

pub use change::{Piece, PieceKind};

use self::chars::CharIndex;
use self::words::{Around, Passage, Words};
use super::{Bookmark, Quoted, Target};
use crate::text::Span;

/// Where a bookmark's words stand now.
#[derive(Clone, Debug, PartialEq)]
pub enum Anchored {
    /// Word for word as they were kept.
    Same(Span),
    /// The same words in another spelling or with other punctuation.
    Respelt {
        /// Bytes of the report's text.
        span: Span,
        /// From the words that were kept to those that stand there.
        change: Vec<Piece>,
    },
    /// Other words in the same place, with the change word by word.
    Changed {
        /// Bytes of the report's text.
        span: Span,
        /// From the words that were kept to those that stand there.
        change: Vec<Piece>,
    },
    /// A note on the whole report has no place of its own.
    Whole,
    /// Not there any more; the bookmark keeps its words.
    Gone,
}

impl Anchored {
    /// The place, in bytes of the report's text.
    pub fn span(&self) -> Option<Span> {
        match self {
            Self::Same(span) | Self::Respelt { span, .. } | Self::Changed { span, .. } => {
                Some(*span)
            }
            Self::Whole | Self::Gone => None,
        }
    }
}

/// A report's text, made ready for bookmarks to be found in it. What is costly is made only when
/// a bookmark needs it.
#[derive(Debug)]
pub struct Finder<'t> {
    text: &'t str,
    sha256: Option<&'t str>,
    chars: OnceCell<CharIndex>,
    words: OnceCell<Words>,
}

/// Where exact words were found, and what speaks for the place.
struct Spot {
    span: Span,
    passage: Passage,
    /// How many of the words that stood around stand around it.
    context: usize,
    /// Whether the words stand in this place only.
    only: bool,
}

impl<'t> Finder<'t> {
    /// `sha256` of the text, where it is known: then an unchanged report is believed at once.
    pub fn new(text: &'t str, sha256: Option<&'t str>) -> Self {
        Self { text, sha256, chars: OnceCell::new(), words: OnceCell::new() }
    }

    /// All places of a bookmark that lie in this report, by the number of the target. Which
    /// targets belong to it is for the caller to say.
    pub fn find_all<'b>(
        &self,
        bookmark: &'b Bookmark,
        belongs: impl Fn(&Target) -> bool,
    ) -> Vec<(usize, Anchored)>
    where
        't: 'b,
    {
        let targets = bookmark.targets.iter().enumerate();
        targets.filter(|(_, t)| belongs(t)).map(|(at, t)| (at, self.find(t))).collect()
    }

    /// The place of one target, by the words that were kept; whether it is of this report is for
    /// the caller to say.
    pub fn find(&self, target: &Target) -> Anchored {
        let Some(quoted) = &target.quoted else { return Anchored::Whole };
        if quoted.exact.trim().is_empty() {
            return Anchored::Gone;
        }
        let position = target.position.map(|range| {
            let chars = self.chars.get_or_init(|| CharIndex::new(self.text));
            Span::new(chars.byte(self.text, range.start), chars.byte(self.text, range.end))
        });
        let same_text = self.sha256.is_some() && target.source.sha256.as_deref() == self.sha256;
        if let Some(span) = position
            && self.slice(span) == Some(&quoted.exact)
            && (same_text || self.stands_between(span, quoted))
        {
            return Anchored::Same(span);
        }
        let near = position.map_or(0, |span| span.start);
        self.search(quoted, near).unwrap_or(Anchored::Gone)
    }

    /// Equal words in an equal neighbourhood are believed at once. Equal words elsewhere may be
    /// another sentence, so the old neighbourhood is looked at first: the words may have been
    /// changed there.
    fn search(&self, quoted: &Quoted, near: u32) -> Option<Anchored> {
        let around = self.words().around(quoted);
        let best = [self.exact(quoted), self.folded(quoted, &around)]
            .into_iter()
            .find_map(|spans| self.best(spans, &around, near));
        if let Some(spot) = best.as_ref().filter(|spot| spot.context * 2 >= around.len().max(1)) {
            return self.equal(spot, quoted);
        }
        let nearest = nearest::find(self.words(), self.text, quoted, near);
        nearest.or_else(|| {
            let spot = best.filter(|spot| self.speaks_enough(spot, quoted, &around))?;
            self.equal(&spot, quoted)
        })
    }

    fn slice(&self, span: Span) -> Option<&str> {
        self.text.get(span.range())
    }

    fn words(&self) -> &Words {
        self.words.get_or_init(|| Words::new(self.text))
    }

    fn stands_between(&self, span: Span, quoted: &Quoted) -> bool {
        let before = self.text.get(..span.start as usize).unwrap_or_default();
        let after = self.text.get(span.end as usize..).unwrap_or_default();
        before.ends_with(&quoted.prefix) && after.starts_with(&quoted.suffix)
    }

    fn exact(&self, quoted: &Quoted) -> Vec<Span> {
        let needle = quoted.exact.as_bytes();
        memchr::memmem::find_iter(self.text.as_bytes(), needle)
            .map(|at| Span::new(at, at + needle.len()))
            .filter(|&span| self.cuts_like(span, quoted))
            .collect()
    }

    fn folded(&self, quoted: &Quoted, around: &Around) -> Vec<Span> {
        let words = self.words();
        let passages = words.occurrences(&around.quote);
        passages.map(|passage| words.span(passage, self.text, &quoted.exact)).collect()
    }

    /// The place that has most around it as it was, and near `near` among equals.
    fn best(&self, spans: Vec<Span>, around: &Around, near: u32) -> Option<Spot> {
        let only = spans.len() == 1;
        let spot = |span| {
            let passage = self.words().passage(span);
            Spot { span, passage, context: self.words().context(passage, around), only }
        };
        spans
            .into_iter()
            .map(spot)
            .max_by_key(|spot| (spot.context, Reverse(spot.span.start.abs_diff(near))))
    }

    /// Whether equal words may be taken for the quotation although what stood around it is not
    /// there: they are many, stand in one place only, and are a sentence where it was one.
    fn speaks_enough(&self, spot: &Spot, quoted: &Quoted, around: &Around) -> bool {
        let bare = quoted.prefix.is_empty() && quoted.suffix.is_empty();
        let many = spot.only && spot.passage.len() + spot.context >= ENOUGH_WORDS;
        bare || around.len() == 0 || (many && self.words().cut_like(spot.passage, quoted))
    }

    fn equal(&self, spot: &Spot, quoted: &Quoted) -> Option<Anchored> {
        let now = self.slice(spot.span)?;
        Some(if now == quoted.exact {
            Anchored::Same(spot.span)
        } else {
            Anchored::Respelt { span: spot.span, change: change::between(&quoted.exact, now) }
        })
    }

    /// Whether the words end inside a word here only where they did so when they were kept.
    fn cuts_like(&self, span: Span, quoted: &Quoted) -> bool {
        let joined = |a: Option<char>, b: Option<char>| {
            a.is_some_and(char::is_alphanumeric) && b.is_some_and(char::is_alphanumeric)
        };
        let before = self.text.get(..span.start as usize).unwrap_or_default();
        let after = self.text.get(span.end as usize..).unwrap_or_default();
        let (first, last) = (quoted.exact.chars().next(), quoted.exact.chars().next_back());
        joined(before.chars().next_back(), first)
            == joined(quoted.prefix.chars().next_back(), first)
            && joined(last, after.chars().next()) == joined(last, quoted.suffix.chars().next())
    }
}

/// How many words must speak for a place: those of the quotation itself and those around it.
const ENOUGH_WORDS: usize = 6;

#[cfg(test)]
mod tests;
