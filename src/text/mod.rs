//! An Arabic line on a grid of cells: no files, no ratatui, no clock.
//!
//! Text is kept as it was read, in logical order. [`Span`] is the only address in the program:
//! a byte range in one article's text, on character boundaries. Visual order exists only in a row.

mod fold;
pub(crate) mod letters;
mod span;

pub use fold::{Cursor, Folded, fold};
pub use span::{Span, Text};
