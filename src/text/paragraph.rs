//! A paragraph made ready for the screen once, and its lines set as rows as often as need be.
//!
//! Begin with [`Paragraph::new`], which resolves the levels of UAX #9 for the whole paragraph, then
//! [`Paragraph::lines`] for the wrapping and [`Paragraph::row`] for each line that is visible. The
//! paragraph does not hold the text, so it can be kept while the text is elsewhere; a row of a
//! paragraph of a megabyte costs what a row of a short one does. How pieces of a line find their
//! neighbours is in [`super::piece`].

use super::{
    cluster::{self, Glyph, Units},
    direction::{self, Direction},
    forms,
    layout::{Layout, Shaping},
    levels::{End, Levels, LineLevels},
    piece::{self, Piece},
    row::{Cell, Row},
    shape,
    span::Span,
    symbol::Symbol,
    wrap::{self, Line},
};

/// The resolved direction and levels of one paragraph.
#[derive(Clone, Debug)]
pub struct Paragraph {
    span: Span,
    layout: Layout,
    direction: Direction,
    levels: Levels,
}

impl Paragraph {
    /// Resolves `span` of `text` as one paragraph; a span that is not in the text is empty.
    /// A newline inside ends a line, but not the paragraph.
    pub fn new(text: &str, span: Span, layout: &Layout) -> Self {
        let words = text.get(span.range()).unwrap_or_default();
        let direction = direction::of(words, layout.base, layout.controls);
        let levels = Levels::resolve(words, direction, layout.controls);
        Self { span, layout: *layout, direction, levels }
    }

    pub fn direction(&self) -> Direction {
        self.direction
    }

    pub fn span(&self) -> Span {
        self.span
    }

    /// The lines of the paragraph at the width of its layout; `text` is the one it was made from.
    pub fn lines(&self, text: &str) -> Vec<Line> {
        wrap::wrap(text, self.span, &self.layout)
    }

    /// One line as a row: what hangs over its end has no cell.
    pub fn row(&self, text: &str, line: Line) -> Row {
        let words = self.words(text, line.span);
        let mut pieces = self.pieces(words);
        let shown = pieces.iter().rposition(|piece| !piece.unit.hangs() && piece.is_shown());
        pieces.truncate(shown.map_or(0, |last| last + 1));
        let end = pieces.last().map_or(0, |last| last.unit.end as usize);
        self.set(words.get(..end).unwrap_or_default(), line.span, End::Hanging, pieces)
    }

    /// The whole paragraph as one row, however wide, its spaces at the end included.
    pub fn whole(&self, text: &str) -> Row {
        let words = self.words(text, self.span);
        self.set(words, self.span, End::Shown, self.pieces(words))
    }

    fn words<'t>(&self, text: &'t str, span: Span) -> &'t str {
        let inside = if self.span.covers(span) { span } else { Span::default() };
        text.get(inside.range()).unwrap_or_default()
    }

    pub(super) fn pieces(&self, words: &str) -> Vec<Piece> {
        let mut pieces = Vec::with_capacity(words.len() / 2 + 1);
        Units::new(words, self.layout).walk(|unit| pieces.push(Piece::new(unit)));
        pieces
    }

    /// Joins, orders and mirrors the pieces of `words`, the part of the line at `span` that shows.
    pub(super) fn set(&self, words: &str, span: Span, end: End, mut pieces: Vec<Piece>) -> Row {
        let from = (span.start - self.span.start.min(span.start)) as usize;
        let levels = self.levels.on_line(words, from, end);
        piece::spread(&mut pieces);
        piece::level(&mut pieces, &levels, self.direction.level());
        piece::join(&mut pieces);
        let mut cells = Vec::with_capacity(pieces.len() + 4);
        let mut push = |piece: &Piece| self.push_cells(words, span.start, piece, &mut cells);
        match levels {
            LineLevels::One(level) if level.is_rtl() => pieces.iter().rev().for_each(&mut push),
            LineLevels::One(_) => pieces.iter().for_each(&mut push),
            LineLevels::Runs(..) | LineLevels::Bytes(..) => {
                let by_piece: Vec<_> = pieces.iter().map(|piece| piece.level).collect();
                let order = direction::visual_order(&by_piece);
                order.iter().filter_map(|at| pieces.get(*at)).for_each(&mut push);
            }
        }
        Row { cells, direction: self.direction, span }
    }

    fn push_cells(&self, words: &str, base: u32, piece: &Piece, cells: &mut Vec<Cell>) {
        let span = Span { start: base + piece.start, end: base + piece.end };
        let rtl = piece.level.is_rtl();
        let cell = |symbol, width| Cell { symbol, width, rtl, span };
        match piece.unit.glyph {
            Glyph::Omitted => {}
            Glyph::Blank => {
                let blank = cell(Symbol::new(' '), 1);
                cells.extend(std::iter::repeat_n(blank, usize::from(piece.unit.columns)));
            }
            Glyph::WrittenOut => {
                let at = cells.len();
                cells.extend(self.written_out().map(|letter| cell(Symbol::new(letter), 1)));
                if rtl {
                    cells.get_mut(at..).unwrap_or_default().reverse();
                }
            }
            Glyph::Letter | Glyph::LamAlef | Glyph::Cluster => {
                cells.push(cell(Symbol::EMPTY, piece.unit.columns));
                if let Some(cell) = cells.last_mut() {
                    self.write(words, piece, &mut cell.symbol);
                }
            }
        }
    }

    /// The letters of U+FDF2.
    fn written_out(&self) -> [char; 4] {
        forms::ALLAH.map(|(joined, letter)| match self.layout.shaping {
            Shaping::Presentation => joined,
            Shaping::Base | Shaping::None => letter,
        })
    }

    /// The letter in its form, mirrored, and its marks.
    fn write(&self, words: &str, piece: &Piece, symbol: &mut Symbol) {
        let (unit, layout) = (&piece.unit, &self.layout);
        let letter = match unit.glyph {
            Glyph::LamAlef => shape::lam_alef(unit.base, piece.before).unwrap_or(unit.base),
            _ => shape::form(unit.base, piece.before, piece.after, layout.shaping),
        };
        let letter = layout.digits.show(letter);
        let letter = if piece.level.is_rtl() { direction::mirrored(letter) } else { letter };
        if unit.marked {
            let cluster = words.get(unit.start as usize..unit.end as usize).unwrap_or_default();
            let marks = cluster::marks(cluster, unit.glyph, layout.marks);
            *symbol = cluster::symbol(letter, &marks);
        } else {
            symbol.push(letter);
        }
    }
}
