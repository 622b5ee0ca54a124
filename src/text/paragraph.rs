//! A paragraph made ready for the screen once, and its lines set as rows as often as need be.
//!
//! Begin with [`Paragraph::new`], which resolves the levels of UAX #9 for the whole paragraph, then
//! [`Paragraph::lines`] for the wrapping and [`Paragraph::row`] for each line that is visible. The
//! paragraph does not hold the text, so it can be kept while the text is elsewhere; a row of a
//! paragraph of a megabyte costs what a row of a short one does. How pieces of a line find their
//! neighbours is in [`super::piece`].

use super::{
    cluster::{Glyph, Units},
    direction::{self, Direction},
    forms, gather,
    layout::{Layout, Shaping},
    levels::{Levels, LineLevels},
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

    /// The direction that was resolved when it was made: the side at which all its lines begin.
    pub fn direction(&self) -> Direction {
        self.direction
    }

    /// The bytes of the text that it was made of, as they were given.
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
        self.set(words, line.span, pieces)
    }

    /// The whole paragraph as one row, however wide, its spaces at the end included.
    pub fn whole(&self, text: &str) -> Row {
        let words = self.words(text, self.span);
        self.set(words, self.span, self.pieces(words))
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

    /// Joins, orders and mirrors the pieces of `words` (the line at `span`) that have cells.
    pub(super) fn set(&self, words: &str, span: Span, mut pieces: Vec<Piece>) -> Row {
        let from = (span.start - self.span.start.min(span.start)) as usize;
        let shown = pieces.last().map_or(0, |last| last.unit.end as usize);
        let levels = self.levels.on_line(words, from, shown);
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
            let marks = gather::marks(cluster, unit.glyph, layout.marks);
            *symbol = gather::symbol(letter, &marks);
        } else {
            symbol.push(letter);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Base, Controls, Marks};

    fn rows(text: &str, layout: Layout) -> Vec<Row> {
        let paragraph = Paragraph::new(text, Span::new(0, text.len()), &layout);
        paragraph.lines(text).into_iter().map(|line| paragraph.row(text, line)).collect()
    }

    fn shown(text: &str, layout: Layout) -> Vec<String> {
        rows(text, layout).iter().map(Row::to_visual_string).collect()
    }

    #[test]
    fn each_paragraph_lies_at_the_edge_where_it_begins() {
        let left = |text: &str| rows(text, Layout::new(20))[0].left(20);
        assert_eq!(left("وصلت السفينة"), 8);
        assert_eq!(left("הספינה הגיעה"), 8);
        assert_eq!(left("the ship is in"), 0);
        assert_eq!(left("(2025) 20%"), 10);
    }

    #[test]
    fn lines_are_put_in_order_one_by_one() {
        // The English name is broken over two lines, and each half stands where its line has it.
        let text = "قال موقع Harbour Coast News إن العبارة رست";
        assert_eq!(
            shown(text, Layout::new(18)),
            ["Harbour ﻊﻗﻮﻣ ﻝﺎﻗ", "ﻥﺇ Coast News", "ﺖﺳﺭ ﺓﺭﺎﺒﻌﻟﺍ"]
        );
    }

    #[test]
    fn overrides_two_hundred_deep_change_nothing_but_are_seen() {
        let text = format!("{}قبل abc", "\u{202E}".repeat(200));
        let lines = shown(&text, Layout::new(300));
        assert_eq!(lines, [format!("abc ﻞﺒﻗ{}", "⇄".repeat(200))]);
        let obeyed = Layout { controls: Controls::Obey, ..Layout::new(300) };
        assert_eq!(shown(&text, obeyed), ["cba ﻞﺒﻗ"]);
    }

    #[test]
    fn unmatched_isolates_two_hundred_deep_lose_no_letter() {
        for isolate in ["\u{2066}", "\u{2067}", "\u{2068}", "\u{2069}"] {
            let text = format!("{}قبل abc", format!("{isolate}م").repeat(200));
            let letters = |rows: Vec<Row>| rows.iter().map(|row| row.cells.len()).sum::<usize>();
            assert_eq!(letters(rows(&text, Layout::new(500))), 207, "{isolate:?}");
            let narrow = rows(&text, Layout::new(3));
            assert!(narrow.iter().all(|row| row.width() <= 3));
        }
    }

    #[test]
    fn a_pane_of_one_to_three_columns_shows_every_letter() {
        let text = "سلام (ABC) ﷲ\t日本 والاستقلال 20%";
        for width in 1..=3 {
            let rows = rows(text, Layout::new(width));
            assert!(rows.iter().all(|row| row.width() <= width));
            let visible = |word: &str| word.chars().filter(|c| !c.is_whitespace()).count();
            let bytes: usize = rows
                .iter()
                .flat_map(|row| &row.cells)
                .filter(|cell| cell.symbol.as_str() != " ")
                .map(|cell| visible(text.get(cell.span.range()).unwrap()))
                .sum();
            assert_eq!(bytes, visible(text), "{width}");
        }
        assert_eq!(shown("日本", Layout::new(1)), ["\u{FFFD}", "\u{FFFD}"]);
    }

    #[test]
    fn control_characters_are_pictures_in_their_place() {
        assert_eq!(shown("قبل\u{1B}[31mبعد", Layout::new(40)), ["ﺪﻌﺑ31m]␛ﻞﺒﻗ"]);
        assert_eq!(shown("a\tb\u{9B}", Layout::new(40)), ["a    b\u{FFFD}"]);
    }

    #[test]
    fn the_ligature_of_the_name_is_written_out() {
        let row = &rows("عبد ﷲ", Layout::new(40))[0];
        assert_eq!(row.to_visual_string(), "ﻪﻠﻟﺍ ﺪﺒﻋ");
        assert_eq!(row.columns_of(Span::new(7, 10)), vec![0..4; 1]);
        let base = Layout { shaping: Shaping::Base, ..Layout::new(40) };
        assert_eq!(shown("عبد ﷲ", base), ["هللا دبع"]);
    }

    #[test]
    fn decomposed_letters_are_composed_before_marks_are_hidden() {
        assert_eq!(shown("ا\u{654}ثر سو\u{654}ال", Layout::new(40)), ["ﻝﺍﺆﺳ ﺮﺛﺃ"]);
        assert_eq!(shown("cafe\u{301}", Layout::new(40)), ["café"]);
        let keep = Layout { marks: Marks::Keep, ..Layout::new(40) };
        assert_eq!(shown("\u{64E}", keep), ["◌\u{64E}"]);
        assert_eq!(shown("\u{64E}", Layout::new(40)), [""]);
    }

    #[test]
    fn a_span_outside_the_text_is_an_empty_paragraph() {
        let paragraph = Paragraph::new("خبر", Span::new(1, 40), &Layout::new(40));
        assert_eq!(paragraph.lines("خبر"), []);
        assert_eq!(paragraph.whole("خبر").cells, []);
        let ltr = Layout::new(40).with_base(Base::Ltr);
        assert_eq!(Paragraph::new("خبر", Span::default(), &ltr).direction(), Direction::Ltr);
    }
}
