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

pub use change::{Piece, PieceKind};

use self::chars::CharIndex;
use self::words::{Passage, Words};
use super::{Bookmark, Quoted, Target};
use crate::text::Span;

/// Where a bookmark's words stand now.
#[derive(Clone, Debug, PartialEq)]
pub enum Anchored {
    /// Word for word as they were kept.
    Same(Span),
    /// The same words in another spelling or with other punctuation.
    Respelt { span: Span, change: Vec<Piece> },
    /// Other words in the same place, with the change word by word.
    Changed { span: Span, change: Vec<Piece> },
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
    context: usize,
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
        self.exact(quoted, near)
            .or_else(|| self.folded(quoted, near))
            .or_else(|| nearest::find(self.words(), self.text, quoted, near))
            .unwrap_or(Anchored::Gone)
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

    fn exact(&self, quoted: &Quoted, near: u32) -> Option<Anchored> {
        let needle = quoted.exact.as_bytes();
        let found: Vec<Span> = memchr::memmem::find_iter(self.text.as_bytes(), needle)
            .map(|at| Span::new(at, at + needle.len()))
            .filter(|&span| self.cuts_like(span, quoted))
            .collect();
        let around = self.words().around(quoted);
        let spots = found.into_iter().map(|span| self.spot(span, &around)).collect();
        best(spots, &around, quoted, near).map(|spot| Anchored::Same(spot.span))
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

    fn folded(&self, quoted: &Quoted, near: u32) -> Option<Anchored> {
        let words = self.words();
        let around = words.around(quoted);
        let spots = words.occurrences(&around.quote).map(|passage| Spot {
            span: words.span(passage, self.text, &quoted.exact),
            passage,
            context: words.context(passage, &around),
        });
        let spot = best(spots.collect(), &around, quoted, near)?;
        let change = change::between(&quoted.exact, self.slice(spot.span)?);
        Some(Anchored::Respelt { span: spot.span, change })
    }

    fn spot(&self, span: Span, around: &words::Around) -> Spot {
        let passage = self.words().passage(span);
        Spot { span, passage, context: self.words().context(passage, around) }
    }
}

/// How many words must speak for a place: those of the quotation itself and those around it.
const ENOUGH_WORDS: usize = 6;

/// The place that most speaks for, and near `near` among equals; none where too little does.
fn best(spots: Vec<Spot>, around: &words::Around, quoted: &Quoted, near: u32) -> Option<Spot> {
    let only = spots.len() == 1;
    let best = spots
        .into_iter()
        .max_by_key(|spot| (spot.context, std::cmp::Reverse(spot.span.start.abs_diff(near))))?;
    let own = best.passage.len().max(1);
    let around_all = around.before.len() + around.after.len();
    // Words that stand in one place only speak for it; words that stand in several do not.
    let spoken = if only { own + best.context } else { best.context * 2 };
    let alone = around_all == 0 && quoted.prefix.is_empty() && quoted.suffix.is_empty();
    (alone || spoken >= ENOUGH_WORDS || best.context * 2 >= around_all.max(1)).then_some(best)
}

#[cfg(test)]
mod tests;
