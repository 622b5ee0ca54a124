//! A document in lines of one width, wrapped only where it is looked at.
//!
//! A report of any length opens at once and scrolls at once to its end: no line before or after
//! the screen is wrapped. A [`Place`] is the address of a screen line; it holds for one width,
//! so what is kept across a change of width is a byte offset ([`Flow::place_of`]).

use std::collections::HashMap;

use crate::text::{self, Layout, Newlines, Paragraph, Row, Span, Text};

use super::document::{Document, Piece};

/// A screen line of a document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Which piece of the document, counted from 0.
    pub piece: usize,
    /// Counted from 0 in the piece; the empty line after a piece counts as its last.
    pub line: usize,
}

/// A screen line.
/// Where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    pub place: Place,
    /// What it shows; empty for the empty line after a paragraph.
    pub span: Span,
    /// What is drawn there.
    pub look: Look,
}

/// What kind of line is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// Words of the text.
    Words,
    /// The empty line after a paragraph.
    Gap,
    /// Stands for folded chrome.
    Folded,
    /// The first row where a report has nothing and another one has, while scrolling is locked.
    Silent,
    /// The rows after that.
    Void,
}

impl Look {
    /// Whether the cursor can stand there.
    pub fn has_words(self) -> bool {
        matches!(self, Self::Words | Self::Folded)
    }
}

/// What wrapping needs besides the document.
#[derive(Clone, Copy, Debug)]
pub struct Sheet<'a> {
    /// The text that the spans of the document are of.
    pub text: &'a Text,
    /// The layout at the pane's own width.
    pub layout: Layout,
}

/// A screen line with its cells, ready to be drawn.
#[derive(Clone, Debug)]
pub struct Shown {
    /// Which line it is, and which bytes it shows.
    pub line: Line,
    /// Empty for a gap and for folded chrome, which is worded by the view.
    pub row: Option<Row>,
    /// The first line of a paragraph that another report tells as well, while scrolling is locked.
    pub parallel: bool,
}

/// A piece with its levels and its lines.
#[derive(Clone, Debug)]
struct Wrapped {
    paragraph: Paragraph,
    lines: Vec<text::Line>,
}

/// Wrapped pieces are forgotten beyond this many.
const KEPT: usize = 2048;

/// A document and its wrapped pieces.
#[derive(Clone, Debug, Default)]
pub struct Flow {
    /// What is laid out; the wrapped pieces are known by their numbers in it.
    pub document: Document,
    wrapped: HashMap<usize, Wrapped>,
    wrapped_for: Option<Layout>,
}

impl Flow {
    /// Nothing of the document is wrapped yet.
    pub fn new(document: Document) -> Self {
        Self { document, ..Self::default() }
    }

    /// A piece, wrapped now if it was not; `None` beyond the last.
    fn wrapped(&mut self, sheet: Sheet, at: usize) -> Option<(Piece, &Wrapped)> {
        if self.wrapped_for != Some(sheet.layout) || self.wrapped.len() > KEPT {
            self.wrapped.clear();
            self.wrapped_for = Some(sheet.layout);
        }
        let piece = *self.document.get(at)?;
        let wrapped = self.wrapped.entry(at).or_insert_with(|| {
            let layout = Layout { newlines: Newlines::Space, ..sheet.layout };
            let paragraph = Paragraph::new(sheet.text.as_str(), piece.span, &layout);
            let mut lines = paragraph.lines(sheet.text.as_str());
            if piece.folded {
                lines.truncate(1);
            }
            Wrapped { paragraph, lines }
        });
        Some((piece, wrapped))
    }

    /// Screen lines of a piece, the empty one after it included.
    pub fn height(&mut self, sheet: Sheet, at: usize) -> usize {
        self.wrapped(sheet, at)
            .map_or(0, |(piece, wrapped)| wrapped.lines.len() + usize::from(piece.gap))
    }

    /// What a screen line shows; `None` where the document has no such line at this width.
    pub fn line(&mut self, sheet: Sheet, place: Place) -> Option<Line> {
        let (piece, wrapped) = self.wrapped(sheet, place.piece)?;
        let (span, look) = match wrapped.lines.get(place.line) {
            Some(_) if piece.folded => (piece.span, Look::Folded),
            Some(line) => (line.span, Look::Words),
            None if piece.gap && place.line == wrapped.lines.len() => {
                (Span { start: piece.span.end, end: piece.span.end }, Look::Gap)
            }
            None => return None,
        };
        Some(Line { place, span, look })
    }

    /// The cells of a screen line; `None` where it shows no words of the text.
    pub fn row(&mut self, sheet: Sheet, place: Place) -> Option<Row> {
        let (piece, wrapped) = self.wrapped(sheet, place.piece)?;
        let line = wrapped.lines.get(place.line).filter(|_| !piece.folded)?;
        Some(wrapped.paragraph.row(sheet.text.as_str(), *line))
    }

    /// The next screen line.
    pub fn after(&mut self, sheet: Sheet, place: Place) -> Option<Place> {
        if place.line + 1 < self.height(sheet, place.piece) {
            return Some(Place { line: place.line + 1, ..place });
        }
        let piece = place.piece + 1;
        (piece < self.document.pieces.len()).then_some(Place { piece, line: 0 })
    }

    /// The screen line before.
    pub fn before(&mut self, sheet: Sheet, place: Place) -> Option<Place> {
        if place.line > 0 {
            return Some(Place { line: place.line - 1, ..place });
        }
        let piece = place.piece.checked_sub(1)?;
        let line = self.height(sheet, piece).saturating_sub(1);
        Some(Place { piece, line })
    }

    /// So many lines on (back when negative), as far as there are any.
    pub fn step(&mut self, sheet: Sheet, from: Place, lines: isize) -> Place {
        let mut place = from;
        for _ in 0..lines.unsigned_abs() {
            let next = if lines < 0 { self.before(sheet, place) } else { self.after(sheet, place) };
            match next {
                Some(next) => place = next,
                None => break,
            }
        }
        place
    }

    /// Lines from one place on to another; `None` when it is not among the next `most`.
    pub fn distance(&mut self, sheet: Sheet, from: Place, to: Place, most: usize) -> Option<usize> {
        let mut place = from;
        for lines in 0..=most {
            if place == to {
                return Some(lines);
            }
            place = self.after(sheet, place)?;
        }
        None
    }

    /// The screen line that shows a byte, or the words before it.
    pub fn place_of(&mut self, sheet: Sheet, offset: u32) -> Place {
        let piece = self.document.piece_at(offset);
        let Some((_, wrapped)) = self.wrapped(sheet, piece) else { return Place::default() };
        let line = wrapped.lines.partition_point(|line| line.span.start <= offset);
        Place { piece, line: line.saturating_sub(1) }
    }

    /// The last screen line with words.
    pub fn last(&mut self, sheet: Sheet) -> Place {
        let piece = self.document.pieces.len().saturating_sub(1);
        Place { piece, line: self.height(sheet, piece).saturating_sub(1) }
    }

    /// The next lines from a place on, at most so many.
    pub fn lines_from(&mut self, sheet: Sheet, top: Place, most: usize) -> Vec<Line> {
        let mut lines = Vec::with_capacity(most);
        let mut place = Some(top);
        while let Some(at) = place.filter(|_| lines.len() < most) {
            lines.extend(self.line(sheet, at));
            place = self.after(sheet, at);
        }
        lines
    }

    /// The same with their cells, taken from what was `shown` before where it was among them.
    pub fn show(&mut self, sheet: Sheet, lines: &[Line], shown: Vec<Shown>) -> Vec<Shown> {
        let mut shown = shown.into_iter().peekable();
        let mut set = |line: &Line| {
            while shown.next_if(|before| before.line.place < line.place).is_some() {}
            let before = shown.next_if(|before| before.line == *line);
            before.unwrap_or_else(|| Shown {
                line: *line,
                row: self.row(sheet, line.place),
                parallel: false,
            })
        };
        lines.iter().map(&mut set).collect()
    }
}
