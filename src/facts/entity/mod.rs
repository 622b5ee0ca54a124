//! People, places, bodies and named things of one article, and the facts that name them.
//!
//! Begin with [`Cast::read`]: it finds every mention (`scan`, `person`, `body`, `named`) and says
//! which mentions are one and the same (`cast`). `speech` asks the cast who a speaker is;
//! [`entities`] turns it into facts. What came of an event is in `outcome`.

mod apposed;
mod behind;
mod body;
mod bounds;
mod cast;
mod closing;
mod common;
mod described;
mod facts;
mod homonym;
mod house;
mod marked;
mod modifier;
mod named;
mod person;
mod scan;
pub(super) mod sort;
mod titled;
mod unlisted;

pub use cast::{Cast, Entity, name_span, words_of};
pub use facts::entities;
pub use sort::Sort;
#[cfg(test)]
mod bounds_tests;
#[cfg(test)]
mod tests;

use std::ops::Range;

/// [`Mention::who`] before it is told.
const NOBODY: usize = usize::MAX;

/// The words that mention somebody or something.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    pub sort: Sort,
    /// The tokens of the name alone, or of the description.
    pub name: Range<usize>,
    /// With the title before or after it.
    pub whole: Range<usize>,
    /// Head of the office («president»), where one is said.
    pub role: Option<&'static str>,
    /// The country or place that the office is of.
    pub of: Option<&'static str>,
    /// The lexicon's id of a place or body.
    pub id: Option<&'static str>,
    /// The folded noun that introduces a named thing («سفينة»), by its token.
    pub noun: Option<usize>,
    /// Whom it means: an index into [`Cast::entities`].
    pub who: usize,
}

impl Mention {
    /// A mention of nobody yet.
    fn new(sort: Sort, name: Range<usize>) -> Self {
        let whole = name.clone();
        Self { sort, name, whole, role: None, of: None, id: None, noun: None, who: NOBODY }
    }

    /// Whether it can speak: people, bodies, media, and those who are only described.
    pub fn can_speak(&self) -> bool {
        !matches!(self.sort, Sort::Thing | Sort::Place)
    }
}
