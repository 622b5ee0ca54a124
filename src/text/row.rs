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
    /// From the row's left end; which bytes each shows is in its own span.
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

#[cfg(test)]
mod tests {
    use crate::text::{Base, Layout, Marks, Paragraph, Row, Span, single_row};

    fn row(text: &str) -> Row {
        let layout = Layout::new(80);
        Paragraph::new(text, Span::new(0, text.len()), &layout).whole(text)
    }

    /// The row read from the right as base letters, as a reader's eye goes.
    fn from_right(row: &Row) -> String {
        use unicode_normalization::UnicodeNormalization as _;
        row.cells.iter().rev().flat_map(|c| c.symbol.as_str().nfkc().collect::<Vec<_>>()).collect()
    }

    #[test]
    fn letters_join_and_run_from_the_right() {
        assert_eq!(row("سلام").to_visual_string(), "ﻡﻼﺳ");
        assert_eq!(row("بيت").to_visual_string(), "ﺖﻴﺑ");
        assert_eq!(row("الآن").to_visual_string(), "ﻥﻵﺍ");
        assert_eq!(row("پژوهشگر").to_visual_string(), "ﺮﮕﺸﻫﻭﮋﭘ");
        assert_eq!(row("ٹھیک").to_visual_string(), "ﮏﯿﮭﭨ");
    }

    #[test]
    fn figures_and_latin_stay_in_one_piece_in_their_place() {
        let text = "رست 3 سفن (بنسبة 3.5%) من طراز إف-35 سنة 2025/2024";
        let shown = row(text).to_visual_string();
        assert!(shown.starts_with("2025/2024 ﺔﻨﺳ 35-ﻑﺇ ﺯﺍﺮﻃ ﻦﻣ (%3.5 ﺔﺒﺴﻨﺑ) ﻦﻔﺳ 3 ﺖﺳﺭ"), "{shown}");
        assert_eq!(
            row("نقل موقع Harbour News عن https://example.org/a?b=1 ذلك").to_visual_string(),
            "ﻚﻟﺫ https://example.org/a?b=1 ﻦﻋ Harbour News ﻊﻗﻮﻣ ﻞﻘﻧ"
        );
    }

    #[test]
    fn guillemets_and_brackets_open_towards_the_text() {
        assert_eq!(row("قال «نعم»").to_visual_string(), "«ﻢﻌﻧ» ﻝﺎﻗ");
        assert_eq!(from_right(&row("«نعم» [لا]")), "»نعم« ]لا[");
    }

    #[test]
    fn joiners_do_their_work_and_are_gone() {
        assert_eq!(row("می\u{200C}خواهم").to_visual_string(), "ﻢﻫﺍﻮﺧﯽﻣ");
        assert_eq!(row("ه\u{200D} ").to_visual_string(), " ﻫ");
        assert_eq!(row("\u{200D}ه").to_visual_string(), "ﻪ");
        assert_eq!(row("ن\u{AD}ع\u{FEFF}م").to_visual_string(), "ﻢﻌﻧ");
        assert_eq!(row("مـــد").to_visual_string(), "ﺪـــﻣ");
    }

    #[test]
    fn the_columns_of_a_logical_span_may_lie_apart() {
        let text = "من abc 12 إلى";
        let row = row(text);
        let start = text.find("abc").unwrap();
        let bc12 = Span::new(start + 1, text.find("12").unwrap() + 1);
        assert_eq!(row.to_visual_string(), "ﻰﻟﺇ abc 12 ﻦﻣ");
        assert_eq!(row.columns_of(bc12), vec![5..9; 1]);
    }

    #[test]
    fn marks_are_hidden_unless_asked_for_and_stay_on_their_letter() {
        assert_eq!(row("بَلَد").to_visual_string(), "ﺪﻠﺑ");
        let kept = Layout { marks: Marks::Keep, ..Layout::new(80) };
        let row = single_row("بَلَد", 80, &kept);
        let symbols: Vec<&str> = row.cells.iter().map(|cell| cell.symbol.as_str()).collect();
        assert_eq!(symbols, ["ﺪ", "ﻠ\u{64E}", "ﺑ\u{64E}"]);
    }

    #[test]
    fn an_ellipsis_stands_where_the_text_goes_on() {
        let layout = Layout::new(80);
        assert_eq!(
            single_row("وصلت السفن إلى الميناء", 12, &layout).to_visual_string(),
            "…ﻦﻔﺴﻟﺍ ﺖﻠﺻﻭ"
        );
        assert_eq!(single_row("the ships came", 9, &layout).to_visual_string(), "the ship…");
        assert_eq!(single_row("سفن", 3, &layout).to_visual_string(), "ﻦﻔﺳ");
        assert_eq!(single_row("سفن", 1, &layout).to_visual_string(), "…");
        assert_eq!(single_row("سفن", 0, &layout).width(), 0);
        // A row that runs the other way does not move the place where the reading breaks off.
        let ltr = layout.with_base(Base::Ltr);
        assert_eq!(single_row("وصلت السفن إلى", 8, &ltr).to_visual_string(), "…ﻝﺍ ﺖﻠﺻﻭ");
        assert_eq!(single_row("1 وصلت السفن", 10, &ltr).to_visual_string(), "1 …ﻝﺍ ﺖﻠﺻﻭ");
        assert_eq!(single_row("شركة Blue Ferry", 12, &layout).to_visual_string(), "Blue F… ﺔﻛﺮﺷ");
    }

    #[test]
    fn a_figure_is_cut_off_whole() {
        let layout = Layout::new(80);
        let cut = |text: &str, width| single_row(text, width, &layout).to_visual_string();
        assert_eq!(cut("السبت ٣ مايو ٢٠٣١", 15), "…ﻮﻳﺎﻣ ٣ ﺖﺒﺴﻟﺍ");
        assert_eq!(cut("٢ س ٣٠ د", 6), "…ﺱ ٢");
        assert_eq!(cut("قتل و17 شخصا", 7), "…ﻭ ﻞﺘﻗ");
        assert_eq!(cut("نسبة 3.5% منهم", 8), "…ﺔﺒﺴﻧ");
        assert_eq!(cut("عند 08:30 صباحا", 8), "…ﺪﻨﻋ");
        assert_eq!(cut("2031", 3), "…");
        assert_eq!(cut("قتل ١٧ شخصا", 8), "…١٧ ﻞﺘﻗ");
        assert_eq!(cut("the 2031 ships", 7), "the…");
        let ltr = layout.with_base(Base::Ltr);
        assert_eq!(single_row("عدد و١٧ شخصا", 7, &ltr).to_visual_string(), "…ﻭ ﺩﺪﻋ");
    }
}
