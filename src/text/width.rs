//! The one ruler of the program: how many columns a symbol or a text takes on the screen.
//!
//! Only cells are measured, after joining: a string measure counts لا as one column before
//! joining, and every terminal shows two. Nothing else in the program may measure.

use unicode_width::UnicodeWidthChar as _;

use super::{cluster::Units, layout::Layout};

/// Columns of one cell's symbol: 0, 1, 2 or, for a conjunct of some Indic scripts, more.
#[expect(clippy::disallowed_methods, reason = "this is the ruler that the others are sent to")]
pub fn of_symbol(symbol: &str) -> usize {
    unicode_width::UnicodeWidthStr::width(symbol)
}

/// Columns that `text` takes when it is laid out on one line, however long.
///
/// The width of `layout` matters only in so far as a pane under four columns writes nothing out.
pub fn of(text: &str, layout: &Layout) -> usize {
    let mut columns = 0;
    Units::new(text, *layout).walk(|unit| columns += usize::from(unit.columns));
    columns
}

/// Columns of one printable character.
pub(super) fn of_char(c: char) -> u8 {
    match c {
        ' '..='~' | '\u{A0}'..='\u{AC}' | '\u{AE}'..='\u{2FF}' | '\u{620}'..='\u{64A}' => 1,
        _ => c.width().unwrap_or(0) as u8,
    }
}
