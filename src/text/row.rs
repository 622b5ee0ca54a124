//! A line as it stands on the screen: cells from left to right, each knowing its bytes.
//!
//! This is the only place of the program where visual order exists. Every highlight, selection,
//! click and caret goes through the maps here. Rows are made by [`super::Paragraph`].

use std::ops::Range;

use super::{direction::Direction, span::Span, symbol::Symbol};

/// One letter on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// What the terminal gets; never a control character.
    pub symbol: Symbol,
    /// Columns: 1, or 2 for a wide letter.
    pub width: u8,
    /// Whether it stands in a right-to-left run.
    pub rtl: bool,
    /// Bytes of the article: its grapheme cluster (two for a lam-alef) and the invisible
    /// characters after it. Tabs and U+FDF2 take several neighbouring cells with one span.
    pub span: Span,
}

/// The cells of one line in visual order, from the left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub cells: Vec<Cell>,
    /// The paragraph's direction: a right-to-left row ends at the pane's right edge.
    pub direction: Direction,
    /// Bytes of the whole line, the hanging spaces that have no cell included.
    pub span: Span,
}

impl Row {
    /// Columns that the cells take together.
    pub fn width(&self) -> u16 {
        self.cells.iter().map(|cell| u16::from(cell.width)).sum()
    }

    /// The column of the pane at which the row begins, so that it lies at the right edge when its
    /// paragraph runs from the right.
    pub fn left(&self, pane: u16) -> u16 {
        match self.direction {
            Direction::Ltr => 0,
            Direction::Rtl => pane.saturating_sub(self.width()),
        }
    }

    /// Cells with the columns they take, counted from the row's left end.
    pub fn columns(&self) -> impl Iterator<Item = (Range<u16>, &Cell)> {
        self.cells.iter().scan(0, |at: &mut u16, cell| {
            let start = *at;
            *at += u16::from(cell.width);
            Some((start..*at, cell))
        })
    }

    /// The first column, from the row's left end, of the cell that holds this byte of the article.
    /// `None` for a byte of another line or of a hanging space.
    pub fn column_of(&self, byte: u32) -> Option<u16> {
        self.columns().find(|(_, cell)| cell.span.contains(byte)).map(|(columns, _)| columns.start)
    }

    /// The bytes of the cell at this column from the row's left end; `None` beyond the row.
    pub fn span_at(&self, column: u16) -> Option<Span> {
        self.columns().find(|(columns, _)| columns.contains(&column)).map(|(_, cell)| cell.span)
    }

    /// The columns that show any byte of `span`: in a mixed line they may lie apart.
    /// In order from the left, neighbours joined.
    pub fn columns_of(&self, span: Span) -> Vec<Range<u16>> {
        let mut found: Vec<Range<u16>> = Vec::new();
        for (columns, _) in self.columns().filter(|(_, cell)| cell.span.overlaps(span)) {
            match found.last_mut() {
                Some(last) if last.end == columns.start => last.end = columns.end,
                _ => found.push(columns),
            }
        }
        found
    }

    /// Where a caret before this byte stands in a pane: on its letter, or, after the last one, in
    /// the next free column, as far as the pane has one.
    pub fn caret(&self, byte: u32, pane: u16) -> u16 {
        let left = self.left(pane);
        let edge = pane.saturating_sub(1);
        match (self.column_of(byte), self.direction) {
            (Some(column), _) => (left + column).min(edge),
            (None, Direction::Ltr) => (left + self.width()).min(edge),
            (None, Direction::Rtl) => left.saturating_sub(1).min(edge),
        }
    }

    /// The symbols from left to right, as a terminal without bidi shows them.
    pub fn to_visual_string(&self) -> String {
        self.cells.iter().map(|cell| cell.symbol.as_str()).collect()
    }
}
