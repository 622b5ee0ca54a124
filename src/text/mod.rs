//! An Arabic line on a grid of cells: no files, no ratatui, no clock.
//!
//! Text is kept as it was read, in logical order. [`Span`] is the only address in the program:
//! a byte range in one article's text, on character boundaries. Visual order exists only in a
//! [`Row`].
//!
//! The way of a paragraph: [`Paragraph::new`] resolves its direction and levels (`direction`,
//! `levels`, `classes`); [`Paragraph::lines`] breaks it (`wrap`); [`Paragraph::row`] cuts a line
//! into clusters (`cluster`), decides what each may show (`gather`, `mark`), joins them (`piece`, `shape`,
//! `forms`), puts them in visual order, mirrors, and answers with [`Cell`]s. [`single_row`] is for
//! titles and prompts, [`direction::reorder`] for the encoders, [`width`] the one ruler, [`fold`]
//! what a search compares. What is chosen by the reader is in [`Layout`]. [`InOrder`] and
//! [`Vocabulary`] are there for every room above.

mod classes;
mod cluster;
pub mod direction;
mod fold;
mod forms;
mod gather;
pub(crate) mod lasting;
mod layout;
pub(crate) mod letters;
mod levels;
mod mark;
mod order;
pub mod paper;
mod paragraph;
mod piece;
mod row;
mod shape;
mod single;
mod span;
mod symbol;
mod vocabulary;
pub mod width;
mod words;
mod wrap;

pub use direction::Direction;
pub use fold::{Cursor, Folded, fold};
pub use layout::{Base, Controls, Digits, Layout, Marks, Newlines, Shaping};
pub use mark::{OVERRIDE_MARK, UNSHOWABLE};
pub use order::InOrder;
pub use paragraph::Paragraph;
pub use row::{Cell, Row};
pub use single::single_row;
pub use span::{Span, Text};
pub use symbol::Symbol;
pub use vocabulary::{Vocabulary, Word};
pub use words::{is_word, single_spaced, words};
pub use wrap::{Line, wrap};
