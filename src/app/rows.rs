//! From the cursor to columns and back: what moving sideways, up and down and clicking need.
//!
//! Columns are counted from the left edge of a pane's content. The maps themselves are in
//! `text::Row`; here they are asked for one screen line of a [`Flow`].

use crate::text::Direction;

use super::flow::{Flow, Place, Sheet};

/// A physical direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sideways {
    /// Towards column 0.
    Left,
    /// Away from column 0.
    Right,
}

/// What lies beside a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beside {
    /// A letter of the same line, by its byte in the text.
    At(u32),
    /// Over the end of the line.
    NextLine,
    /// Before its beginning.
    LineBefore,
}

/// The column of a byte.
pub fn column_of(sheet: Sheet, flow: &mut Flow, offset: u32) -> u16 {
    let place = flow.place_of(sheet, offset);
    flow.row(sheet, place).map_or(0, |row| row.caret(offset, sheet.layout.width))
}

/// The byte shown at a column of a screen line, or at the nearest one that shows any.
pub fn offset_at(sheet: Sheet, flow: &mut Flow, place: Place, column: u16) -> Option<u32> {
    let line = flow.line(sheet, place)?;
    let row = flow.row(sheet, place)?;
    let inside =
        column.saturating_sub(row.left(sheet.layout.width)).min(row.width().saturating_sub(1));
    Some(row.span_at(inside).map_or(line.span.start, |span| span.start))
}

/// The letter on that side of the cursor, as the eye sees it.
pub fn beside(sheet: Sheet, flow: &mut Flow, offset: u32, side: Sideways) -> Beside {
    let place = flow.place_of(sheet, offset);
    let Some(row) = flow.row(sheet, place) else { return Beside::NextLine };
    let here = row.cells.iter().position(|cell| cell.span.contains(offset));
    let beyond = match (row.direction, side) {
        (Direction::Rtl, Sideways::Left) | (Direction::Ltr, Sideways::Right) => Beside::NextLine,
        _ => Beside::LineBefore,
    };
    let Some(here) = here else {
        // On a space that hangs over the end of the line.
        let last = last_letter(sheet, flow, place).filter(|_| beyond == Beside::LineBefore);
        return last.map_or(beyond, Beside::At);
    };
    let other = |cell: &&crate::text::Cell| !cell.span.contains(offset);
    let found = match side {
        Sideways::Left => row.cells.iter().take(here).rev().find(other),
        Sideways::Right => row.cells.iter().skip(here).find(other),
    };
    found.map_or(beyond, |cell| Beside::At(cell.span.start))
}

/// Whether going that way leads on in the text at the cursor.
pub fn leads_forward(sheet: Sheet, flow: &mut Flow, offset: u32, side: Sideways) -> bool {
    let place = flow.place_of(sheet, offset);
    let rtl = flow.row(sheet, place).is_none_or(|row| row.direction == Direction::Rtl);
    (side == Sideways::Left) == rtl
}

/// The last letter of a screen line, in logical order.
pub fn last_letter(sheet: Sheet, flow: &mut Flow, place: Place) -> Option<u32> {
    let start = flow.line(sheet, place)?.span.start;
    let row = flow.row(sheet, place)?;
    Some(row.cells.iter().map(|cell| cell.span.start).max().unwrap_or(start))
}
