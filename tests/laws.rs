//! Laws of the grid, on texts of every kind of character that makes lines hard.
//!
//! A cell is one grapheme cluster or a lam-alef pair; cells and bytes map back and forth; no row
//! is wider than its pane; wrapping loses nothing; nothing but printable text reaches a cell.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "the functions beside the tests are tests too"
)]

use proptest::prelude::*;
use tabayun::text::{
    Base, Cell, Controls, Digits, Layout, Line, Marks, Newlines, Paragraph, Row, Shaping, Span,
    single_row, width, wrap,
};
use unicode_segmentation::UnicodeSegmentation as _;

/// Pieces of text, the common ones more often.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => "[ء-ي]{1,9}",
        2 => "(ال|لا|لأ|لإ|لآ|لـ|ﷲ|ﷺ|ﻻ)[ء-ي]{0,3}",
        3 => " {1,3}",
        1 => "[\u{64B}-\u{655}\u{670}\u{200C}\u{200D}]{1,4}",
        1 => "[0-9٠-٩۰-۹]{1,4}[%٪.,/:-]?[0-9]{0,2}",
        1 => "[«»()\\[\\]{}“”\"'،؛؟.!…–—-]{1,3}",
        1 => "[A-Za-zéא-תپچژگ]{1,6}",
        1 => "[\t\n\r\u{B}\u{C}\u{85}\u{2028}\u{2029}]",
        1 => "[\u{0}-\u{1F}\u{7F}-\u{9F}]",
        1 => "[\u{200E}\u{200F}\u{61C}\u{2066}-\u{2069}\u{202A}-\u{202E}\u{FEFF}\u{AD}\u{600}\u{6DD}]{1,3}",
        1 => "(日本|👍🏽|👨\u{200D}👩\u{200D}👧|🇵🇸|❤\u{FE0F}|क्षि|한국|ᄒ\u{1161}\u{11AB}|\u{1F3FB}|e\u{301}|\u{20DD})",
        1 => any::<char>().prop_map(String::from),
    ]
}

fn text() -> impl Strategy<Value = String> {
    proptest::collection::vec(piece(), 0..40).prop_map(|pieces| pieces.concat())
}

fn layout() -> impl Strategy<Value = Layout> {
    let marks = prop_oneof![Just(Marks::Strip), Just(Marks::Keep)];
    let shaping = prop_oneof![4 => Just(Shaping::Presentation), 1 => Just(Shaping::Base), 1 => Just(Shaping::None)];
    let base = prop_oneof![3 => Just(Base::Auto), 1 => Just(Base::Rtl), 1 => Just(Base::Ltr)];
    let controls = prop_oneof![Just(Controls::Neutralise), Just(Controls::Obey)];
    let digits = prop_oneof![2 => Just(Digits::AsWritten), 1 => Just(Digits::Persian)];
    let width = prop_oneof![1 => 1..5_u16, 3 => 5..100_u16];
    let newlines = prop_oneof![Just(Newlines::End), Just(Newlines::Space)];
    (width, marks, shaping, base, controls, digits, newlines).prop_map(
        |(width, marks, shaping, base, controls, digits, newlines)| Layout {
            width,
            marks,
            shaping,
            base,
            controls,
            digits,
            newlines,
        },
    )
}

fn whole(text: &str) -> Span {
    Span::new(0, text.len())
}

fn rows(text: &str, layout: Layout) -> Vec<(Line, Row)> {
    let paragraph = Paragraph::new(text, whole(text), &layout);
    paragraph.lines(text).into_iter().map(|line| (line, paragraph.row(text, line))).collect()
}

/// Cells in logical order, those that show one cluster together taken once.
fn once_each(row: &Row) -> Vec<Cell> {
    let mut cells = row.cells.clone();
    cells.sort_by_key(|cell| (cell.span.start, cell.span.end));
    cells.dedup_by_key(|cell| cell.span);
    cells
}

/// Whether the cluster is one that a row may leave out or give to a neighbour.
fn is_invisible(cluster: &str) -> bool {
    cluster.chars().all(|c| {
        c.is_control()
            || matches!(c, '\u{AD}' | '\u{34F}' | '\u{600}'..='\u{605}' | '\u{610}'..='\u{61C}'
                | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{6D6}'..='\u{6ED}' | '\u{897}'..='\u{89F}'
                | '\u{8CA}'..='\u{8FF}' | '\u{591}'..='\u{5C7}' | '\u{890}' | '\u{891}' | '\u{70F}'
                | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}'
                | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
                | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}'
                | '\u{FFF0}'..='\u{FFFB}' | '\u{110BD}' | '\u{110CD}' | '\u{10EFC}'..='\u{10EFF}'
                | '\u{13430}'..='\u{1343F}' | '\u{1BCA0}'..='\u{1BCA3}'
                | '\u{1D173}'..='\u{1D17A}' | '\u{1F3FB}'..='\u{1F3FF}' | '\u{E0000}'..='\u{E0FFF}')
    })
}

/// The visible clusters of a cell: one, or a lam and its alef.
fn is_one_cluster_or_lam_alef(words: &str) -> bool {
    let visible: Vec<&str> = words.graphemes(true).filter(|g| !is_invisible(g)).collect();
    match visible[..] {
        [] | [_] => true,
        [lam, alef] => {
            lam.trim_start_matches(|c: char| is_invisible(c.encode_utf8(&mut [0; 4])))
                .starts_with('ل')
                && alef.starts_with(['ا', 'أ', 'إ', 'آ'])
        }
        _ => false,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 700, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn wrapping_loses_nothing(text in text(), layout in layout()) {
        let lines = wrap(&text, whole(&text), &layout);
        prop_assert!(!lines.is_empty());
        let mut at = 0;
        for line in lines {
            prop_assert_eq!(line.span.start, at);
            prop_assert!(text.get(line.span.range()).is_some());
            at = line.span.end;
        }
        prop_assert_eq!(at as usize, text.len());
    }

    #[test]
    fn a_row_is_as_wide_as_its_cells_and_no_wider_than_its_pane(text in text(), layout in layout()) {
        for (line, row) in rows(&text, layout) {
            prop_assert!(row.width() <= layout.width, "{} > {} in {row:?}", row.width(), layout.width);
            for cell in &row.cells {
                prop_assert!(cell.width > 0);
                prop_assert_eq!(width::of_symbol(cell.symbol.as_str()), usize::from(cell.width), "{:?}", cell);
            }
            let last = row.columns().last().map_or(0, |(columns, _)| columns.end);
            prop_assert_eq!(last, row.width());
            prop_assert!(row.left(layout.width) + row.width() <= layout.width);
            prop_assert_eq!(row.span, line.span);
        }
    }

    #[test]
    fn each_cluster_is_in_one_cell(text in text(), layout in layout()) {
        for (line, row) in rows(&text, layout) {
            let mut at = line.span.start;
            for cell in once_each(&row) {
                prop_assert_eq!(cell.span.start, at, "a gap or an overlap in {:?}", &row);
                at = cell.span.end;
                let words = text.get(cell.span.range());
                prop_assert!(words.is_some_and(|w| !w.is_empty() && is_one_cluster_or_lam_alef(w)), "{:?}", words);
            }
            let hanging = text.get(at as usize..line.span.end as usize).unwrap();
            prop_assert!(is_invisible(&hanging.replace(char::is_whitespace, "")), "lost: {hanging:?}");
            for (start, cluster) in text.get(line.span.range()).unwrap().grapheme_indices(true) {
                let start = line.span.start + start as u32;
                let end = start + cluster.len() as u32;
                let holders = once_each(&row).iter().filter(|c| c.span.overlaps(Span { start, end })).count();
                prop_assert!(holders == 1 || start >= at, "{cluster:?} is in {holders} cells");
            }
        }
    }

    #[test]
    fn columns_and_bytes_map_back_and_forth(text in text(), layout in layout()) {
        for (_, row) in rows(&text, layout) {
            for column in 0..row.width() {
                let span = row.span_at(column).unwrap();
                prop_assert!(row.columns_of(span).iter().any(|columns| columns.contains(&column)));
                for byte in span.range() {
                    let back = row.column_of(byte as u32).unwrap();
                    prop_assert_eq!(row.span_at(back), Some(span));
                }
            }
            prop_assert_eq!(row.span_at(row.width()), None);
            let all: u16 = row.columns_of(row.span).iter().map(|columns| columns.end - columns.start).sum();
            prop_assert_eq!(all, row.width());
        }
    }

    #[test]
    fn nothing_but_printable_text_reaches_a_cell(text in text(), layout in layout()) {
        let forbidden = |c: char| c.is_control() || matches!(c,
            '\u{AD}' | '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
            | '\u{FEFF}' | '\u{FE0F}' | '\u{600}'..='\u{605}' | '\u{6DD}');
        for (_, row) in rows(&text, layout) {
            prop_assert!(!row.to_visual_string().contains(forbidden), "{row:?}");
        }
        prop_assert!(!single_row(&text, layout.width, &layout).to_visual_string().contains(forbidden));
    }

    #[test]
    fn a_line_that_is_the_whole_paragraph_is_set_alike(text in text(), layout in layout()) {
        let text = text.replace('\u{200D}', "");
        let layout = layout.with_width(u16::MAX);
        let paragraph = Paragraph::new(&text, whole(&text), &layout);
        if let [line] = paragraph.lines(&text)[..] {
            let row = paragraph.row(&text, line);
            let end = row.cells.iter().map(|cell| cell.span.end).max().unwrap_or(0);
            let shown = |cell: &Cell| (cell.symbol, cell.rtl, cell.span.start);
            let alone: Vec<_> = row.cells.iter().map(shown).collect();
            let cells = paragraph.whole(&text).cells;
            let inside: Vec<_> = cells.iter().filter(|c| c.span.start < end).map(shown).collect();
            prop_assert_eq!(alone, inside);
        }
    }

    #[test]
    fn a_single_row_fits_and_says_when_it_was_cut(text in text(), layout in layout()) {
        let row = single_row(&text, layout.width, &layout);
        prop_assert!(row.width() <= layout.width);
        if width::of(&text, &layout) > usize::from(layout.width) {
            let cut = row.cells.iter().max_by_key(|cell| cell.span.end).unwrap();
            prop_assert_eq!(cut.symbol.as_str(), "…");
            prop_assert_eq!(cut.span.end as usize, text.len());
        }
        for byte in 0..=text.len() {
            prop_assert!(row.caret(byte as u32, layout.width) < layout.width);
        }
    }
}
