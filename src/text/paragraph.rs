//! A paragraph made ready for the screen once, and its lines set as rows as often as need be.
//!
//! Begin with [`Paragraph::new`], which resolves the levels of UAX #9 for the whole paragraph, then
//! [`Paragraph::lines`] for the wrapping and [`Paragraph::row`] for each line that is visible. The
//! paragraph does not hold the text, so it can be kept while the text is elsewhere; a row of a
//! paragraph of a megabyte costs what a row of a short one does.

use std::ops::Range;

use super::{
    cluster::{self, Glyph, Unit, Units},
    direction::{self, Direction, Levels, LineLevels},
    forms,
    layout::{Layout, Shaping},
    row::{Cell, Row},
    shape::{self, Joint},
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

/// A unit with the sides on which it was found to join.
pub(super) struct Piece {
    unit: Unit,
    /// From its first byte, or that of the line, to the next visible unit.
    bytes: Range<usize>,
    rtl: bool,
    before: bool,
    after: bool,
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
        let mut units: Vec<Unit> = Vec::with_capacity(words.len() / 2 + 1);
        units.extend(Units::new(words, self.layout));
        let shown = units.iter().rposition(|u| !u.hangs() && u.glyph != Glyph::Omitted);
        units.truncate(shown.map_or(0, |last| last + 1));
        self.set(words, line.span, units)
    }

    /// The whole paragraph as one row, however wide, its spaces at the end included.
    pub fn whole(&self, text: &str) -> Row {
        let words = self.words(text, self.span);
        self.set(words, self.span, Units::new(words, self.layout).collect())
    }

    fn words<'t>(&self, text: &'t str, span: Span) -> &'t str {
        let inside = if self.span.covers(span) { span } else { Span::default() };
        text.get(inside.range()).unwrap_or_default()
    }

    /// Joins, orders and mirrors the units of the line at `span`.
    pub(super) fn set(&self, words: &str, span: Span, units: Vec<Unit>) -> Row {
        let from = (span.start - self.span.start.min(span.start)) as usize;
        let levels = self.levels.on_line(words, from, self.direction, self.layout.controls);
        let mut pieces = pieces(units, &levels, self.direction.level());
        join(&mut pieces);
        let mut cells = Vec::with_capacity(pieces.len());
        let mut push = |piece: &Piece| self.push_cells(words, span.start, piece, &mut cells);
        match &levels {
            LineLevels::One(level) if level.is_rtl() => pieces.iter().rev().for_each(&mut push),
            LineLevels::One(_) => pieces.iter().for_each(&mut push),
            LineLevels::Bytes(bytes) => {
                let level = |piece: &Piece| bytes.get(piece.unit.base_at).copied();
                let base = self.direction.level();
                let by_piece: Vec<_> = pieces.iter().map(|p| level(p).unwrap_or(base)).collect();
                let order = direction::visual_order(&by_piece);
                order.iter().filter_map(|at| pieces.get(*at)).for_each(&mut push);
            }
        }
        Row { cells, direction: self.direction, span }
    }

    fn push_cells(&self, words: &str, base: u32, piece: &Piece, cells: &mut Vec<Cell>) {
        let unit = &piece.unit;
        let start = base as usize;
        let span = Span::new(start + piece.bytes.start, start + piece.bytes.end);
        let cell = |symbol, width| Cell { symbol, width, rtl: piece.rtl, span };
        match unit.glyph {
            Glyph::Omitted => {}
            Glyph::Blank => {
                let blank = cell(Symbol::new(' '), 1);
                cells.extend(std::iter::repeat_n(blank, usize::from(unit.columns)));
            }
            Glyph::WrittenOut => {
                let letters = forms::ALLAH.map(|(joined, letter)| match self.layout.shaping {
                    Shaping::Presentation => cell(Symbol::new(joined), 1),
                    Shaping::Base | Shaping::None => cell(Symbol::new(letter), 1),
                });
                let at = cells.len();
                cells.extend(letters);
                if piece.rtl {
                    cells.get_mut(at..).unwrap_or_default().reverse();
                }
            }
            Glyph::Letter | Glyph::LamAlef | Glyph::Cluster => {
                cells.push(cell(self.symbol(words, piece), unit.columns));
            }
        }
    }

    fn symbol(&self, words: &str, piece: &Piece) -> Symbol {
        let (unit, layout) = (&piece.unit, &self.layout);
        let letter = match unit.glyph {
            Glyph::LamAlef => shape::lam_alef(unit.base, piece.before).unwrap_or(unit.base),
            _ => shape::form(unit.base, piece.before, piece.after, layout.shaping),
        };
        let letter = layout.digits.show(letter);
        let letter = if piece.rtl { direction::mirrored(letter) } else { letter };
        if !unit.marked {
            return Symbol::new(letter);
        }
        let cluster = words.get(unit.start..unit.end).unwrap_or_default();
        cluster::symbol(letter, &cluster::marks(cluster, unit.glyph, layout.marks))
    }
}

/// Gives each unit its side of the line, and the invisible characters after it.
fn pieces(units: Vec<Unit>, levels: &LineLevels, base: unicode_bidi::Level) -> Vec<Piece> {
    let mut end = units.last().map_or(0, |last| last.end);
    let mut pieces: Vec<Piece> = Vec::with_capacity(units.len());
    for unit in units.into_iter().rev() {
        let rtl = match levels {
            LineLevels::One(level) => level.is_rtl(),
            LineLevels::Bytes(bytes) => {
                bytes.get(unit.base_at).map_or(base.is_rtl(), unicode_bidi::Level::is_rtl)
            }
        };
        let start = unit.start;
        let visible = unit.glyph != Glyph::Omitted;
        let after = unit.reaching;
        pieces.push(Piece { bytes: start..end, unit, rtl, before: false, after });
        if visible {
            end = start;
        }
    }
    pieces.reverse();
    // What is invisible at the start of the line goes with its first letter.
    if let Some(first) = pieces.iter_mut().find(|piece| piece.unit.glyph != Glyph::Omitted) {
        first.bytes.start = 0;
    }
    pieces
}

/// Finds which neighbours join: both reach for each other, in a right-to-left run.
fn join(pieces: &mut [Piece]) {
    let mut open: Option<usize> = None;
    for at in 0..pieces.len() {
        let Some(piece) = pieces.get_mut(at) else { return };
        let joint = piece.unit.joint;
        if joint == Joint::Transparent {
            continue;
        }
        let joined = open.is_some() && joint.before() && piece.rtl;
        piece.before = joined;
        let reaches = joint.after() && piece.rtl;
        if joined && let Some(previous) = open.and_then(|open| pieces.get_mut(open)) {
            previous.after = true;
        }
        open = reaches.then_some(at);
    }
}
