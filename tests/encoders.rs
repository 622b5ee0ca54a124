//! Laws of the encoders, each against a model of the terminal it is meant for.
//!
//! `model(encode(row)) == row` for all rows: a terminal without bidi; UAX #9 for each row with a
//! left-to-right base, or that of its first letter; box drawing neutral or strong; and a terminal
//! that orders each run of one colour by itself. The model is another hand than the encoder's: it
//! reads bytes.

#![allow(clippy::expect_used, clippy::panic, reason = "the model's helpers are tests too")]

mod skip;

use proptest::prelude::*;
use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};
use tabayun::terminal::encoder::{Choice, Effort, Kind, effort};
use tabayun::terminal::{Pen, Tunnel};
use tabayun::text::{Layout, Paragraph, Row, Span};
use unicode_bidi::{BidiInfo, Level};

/// A terminal of one row that has no idea of direction.
#[derive(Default)]
struct Grid {
    cells: Vec<Shown>,
    x: usize,
    pending: String,
    ink: String,
}

#[derive(Clone, Default, Debug, PartialEq)]
struct Shown {
    /// Marks of no width that came before, then the letter and its marks.
    text: String,
    ink: String,
    second_half: bool,
}

impl Grid {
    fn new(width: usize) -> Self {
        let blank = Shown { text: " ".into(), ..Shown::default() };
        Self { cells: vec![blank; width], ..Self::default() }
    }

    fn feed(&mut self, bytes: &[u8]) {
        let text = std::str::from_utf8(bytes).expect("encoders write UTF-8");
        let mut chars = text.chars().peekable();
        while let Some(c) = chars.next() {
            match c {
                '\x1b' if chars.next_if_eq(&'[').is_some() => {
                    let mut parameters = String::new();
                    let last = loop {
                        match chars.next().expect("a whole sequence") {
                            last @ '@'..='~' => break last,
                            c => parameters.push(c),
                        }
                    };
                    self.csi(&parameters, last);
                }
                '\x1b' => {
                    assert_eq!(chars.next(), Some(']'), "only CSI and OSC");
                    let body: String = chars.by_ref().take_while(|c| *c != '\x07').collect();
                    let (head, text) = body.rsplit_once(';').expect("OSC 66 has a text");
                    let wide = head.strip_prefix("66;w=").and_then(|w| w.get(..1));
                    self.put(text, wide.expect("a width").parse().expect("a number"));
                }
                '\r' => self.x = 0,
                '\u{200e}' => self.pending.push(c),
                c => {
                    assert!(!c.is_control(), "{c:?} reached the terminal");
                    match unicode_width::UnicodeWidthChar::width(c).unwrap_or(0) {
                        0 => self.cells[self.x - 1].text.push(c),
                        wide => self.put(&c.to_string(), wide),
                    }
                }
            }
        }
    }

    fn csi(&mut self, parameters: &str, last: char) {
        let number = |text: &str| text.parse::<usize>().unwrap_or(1);
        match last {
            'C' => self.x += number(parameters),
            'H' => self.x = parameters.split_once(';').map_or(1, |(_, x)| number(x)) - 1,
            'd' => {}
            'm' => parameters.clone_into(&mut self.ink),
            _ => panic!("CSI {parameters} {last} is not expected in a row"),
        }
    }

    fn put(&mut self, text: &str, wide: usize) {
        let text = format!("{}{text}", std::mem::take(&mut self.pending));
        self.cells[self.x] = Shown { text, ink: self.ink.clone(), second_half: false };
        for second in 1..wide {
            self.cells[self.x + second] =
                Shown { text: String::new(), ink: self.ink.clone(), second_half: true };
        }
        self.x += wide;
    }

    /// The row as a reader sees it where nothing is reordered.
    fn as_written(&self) -> Vec<String> {
        let whole = self.cells.iter().filter(|cell| !cell.second_half);
        whole.map(|cell| visible(&cell.text)).collect()
    }

    /// The row as UAX #9 shows it, cell by cell; `strong` boxes are letters.
    fn reordered(&self, base: Option<Level>, strong: bool) -> Vec<String> {
        let whole: Vec<&Shown> = self.cells.iter().filter(|cell| !cell.second_half).collect();
        reorder(&whole, base, strong)
    }

    /// The row where each run of one colour is ordered by itself.
    fn reordered_by_colour(&self) -> Vec<String> {
        let whole: Vec<&Shown> = self.cells.iter().filter(|cell| !cell.second_half).collect();
        let runs = whole.chunk_by(|a, b| a.ink == b.ink);
        runs.flat_map(|run| reorder(run, Some(Level::ltr()), false)).collect()
    }
}

fn visible(text: &str) -> String {
    text.replace('\u{200e}', "").replace('\u{2800}', " ")
}

fn reorder(cells: &[&Shown], base: Option<Level>, strong: bool) -> Vec<String> {
    // One character stands for each cell, besides the marks of no width.
    let mut items: Vec<(char, Option<&str>)> = Vec::new();
    for cell in cells {
        let letter = cell.text.trim_start_matches('\u{200e}');
        items.extend((0..(cell.text.len() - letter.len()) / 3).map(|_| ('\u{200e}', None)));
        let first = letter.chars().next().unwrap_or(' ');
        let is_box = ('\u{2500}'..='\u{259f}').contains(&first);
        items.push((if strong && is_box { 'l' } else { first }, Some(letter)));
    }
    let line: String = items.iter().map(|item| item.0).collect();
    let info = BidiInfo::new(&line, base);
    let paragraph = &info.paragraphs[0];
    let levels = info.reordered_levels_per_char(paragraph, paragraph.range.clone());
    let order = BidiInfo::reorder_visual(&levels);
    let image = |index: usize| {
        let text = items[index].1?;
        let odd = levels[index].is_rtl();
        let turn = |c| if odd { unicode_bidi_mirroring::get_mirrored(c).unwrap_or(c) } else { c };
        Some(visible(&text.chars().map(turn).collect::<String>()))
    };
    order.into_iter().filter_map(image).collect()
}

fn encode(kind: Kind, old: &[Cell], new: &[Cell]) -> Grid {
    let choice = Choice { kind, ..Choice::default() };
    let mut grid = Grid::new(new.len());
    let mut pen = Pen::new(new.len() as u16);
    let blank = vec![Cell::default(); new.len()];
    let mut encoder = choice.encoder();
    encoder.paint_row(0, &blank, old, &mut pen);
    encoder.paint_row(0, old, new, &mut pen);
    grid.feed(pen.bytes());
    grid
}

fn symbols(row: &[Cell]) -> Vec<String> {
    let mut symbols = Vec::new();
    let mut skip = 0;
    for cell in row {
        if skip == 0 {
            symbols.push(cell.symbol().to_owned());
            skip = columns(cell.symbol());
        }
        skip -= 1;
    }
    symbols
}

fn columns(symbol: &str) -> usize {
    let first = symbol.chars().next().unwrap_or(' ');
    unicode_width::UnicodeWidthChar::width(first).unwrap_or(1)
}

/// Rows of anything: letters of four scripts, digits of two, brackets, borders, blanks, marks.
fn any_row() -> impl Strategy<Value = Vec<Cell>> {
    let symbol = prop_oneof![
        6 => Just(" "),
        8 => prop::sample::select(vec!["ﺎ", "ﺑ", "ﺔ", "ﻼ", "ﻣ", "ﺳ\u{64e}", "پ", "ى"]),
        1 => prop::sample::select(vec!["א", "ב", "ש\u{5b8}"]),
        3 => prop::sample::select(vec!["F", "x", "é", "Я"]),
        3 => prop::sample::select(vec!["2", "0", "٣", "٥", "۷"]),
        3 => prop::sample::select(vec!["(", ")", "[", "]", "«", "»", "<", "{"]),
        3 => prop::sample::select(vec!["%", "$", ".", ",", ":", "/", "-", "+", "،", "؟", "…", "#"]),
        1 => prop::sample::select(vec!["│", "─", "█"]),
        1 => prop::sample::select(vec!["語", "🙂"]),
    ];
    let colour = prop_oneof![5 => Just(0_u8), 1 => 1..4_u8];
    prop::collection::vec((symbol, colour), 1..60).prop_map(|cells| {
        let mut row = Vec::new();
        for (symbol, colour) in cells {
            let cell = painted(symbol, colour);
            row.push(cell);
            row.extend((1..columns(symbol)).map(|_| painted(" ", colour)));
        }
        row
    })
}

fn painted(symbol: &str, colour: u8) -> Cell {
    let mut cell = Cell::default();
    cell.set_symbol(symbol);
    match colour {
        1 => cell.bg = Color::Yellow,
        2 => cell.modifier = Modifier::REVERSED,
        3 => cell.fg = Color::Red,
        _ => {}
    }
    cell
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn cells_stay_in_a_terminal_without_bidi(mut old in any_row(), mut new in any_row()) {
        let width = old.len().max(new.len());
        old.resize(width, Cell::default());
        new.resize(width, Cell::default());
        for kind in [Kind::Direct, Kind::Explicit, Kind::Konsole, Kind::Mlterm, Kind::Kitty] {
            prop_assert_eq!(encode(kind, &old, &new).as_written(), symbols(&new), "{:?}", kind);
        }
    }

    #[test]
    fn fenced_rows_come_out_of_any_reordering(row in any_row()) {
        let grid = encode(Kind::Fenced, &row, &row);
        let wanted = symbols(&row);
        for strong in [false, true] {
            prop_assert_eq!(&grid.reordered(Some(Level::ltr()), strong), &wanted, "LTR {}", strong);
            prop_assert_eq!(&grid.reordered(None, strong), &wanted, "auto {}", strong);
        }
    }

    #[test]
    fn fenced_rows_come_out_where_each_colour_is_ordered_by_itself(row in any_row()) {
        let grid = encode(Kind::Fenced, &row, &row);
        prop_assert_eq!(grid.reordered_by_colour(), symbols(&row));
    }

    #[test]
    fn no_control_reaches_the_terminal(text in prop::collection::vec(any::<char>(), 1..40)) {
        let row: Vec<Cell> = text.iter().map(|c| painted(c.encode_utf8(&mut [0; 4]), 0)).collect();
        for kind in Kind::ALL {
            let choice = Choice { kind, ..Choice::default() };
            let mut pen = Pen::new(row.len() as u16 * 2);
            choice.encoder().paint_row(0, &vec![Cell::new("?"); row.len()], &row, &mut pen);
            let ours = String::from_utf8_lossy(pen.bytes()).replace("\x1b[", "").replace("\x1b]66;", "");
            let ours = ours.replace(['\x07', '\r', '\u{200e}'], "");
            let bad = |c: char| c.is_control() || ('\u{202a}'..='\u{202e}').contains(&c);
            prop_assert!(!ours.contains(bad), "{kind:?} wrote {ours:?}");
        }
    }
}

#[test]
fn rows_that_begin_with_a_number_or_a_bracket_come_out() {
    // As they stand on the screen: the reader begins at the right.
    for row in [
        "│ﺍﺪﻬﺷ 12│ﺍﺪﻬﺷ 30│",
        "ﻦﻴﺣﺮﺟ (7",
        "12 ﺏﺎ",
        "│   )%20 ﺔﺒﺴﻨﺑ( ﻊﻔﺗﺭﺍ│ Fox news ﺖﻨﻠﻋﺃ │",
        "2025/2024 ﻢﺳﻮﻣ 3.5",
        "35-ﻑﺇ ﺓﺮﺋﺎﻃ",
        "ﻑﺇ35",
    ] {
        let cells: Vec<Cell> =
            row.chars().map(|c| painted(c.encode_utf8(&mut [0; 4]), 0)).collect();
        let grid = encode(Kind::Fenced, &cells, &cells);
        for strong in [false, true] {
            assert_eq!(grid.reordered(Some(Level::ltr()), strong).concat(), row);
            assert_eq!(grid.reordered(None, strong).concat(), row);
        }
    }
}

#[test]
fn fences_are_as_few_as_will_do() {
    let row = |text: &str| -> Vec<Cell> {
        text.chars().map(|c| painted(c.encode_utf8(&mut [0; 4]), 0)).collect()
    };
    assert_eq!(effort(&row("Fox news 12")), Effort::None);
    assert_eq!(effort(&row(" ﺏﺎ ﺏﺎ 12 ﺏﺎ ")), Effort::Borders);
    assert_eq!(effort(&row(" ﺏﺎ ﺏﺎ 12 ")), Effort::Blanks);
    assert_eq!(effort(&row(" ﺏﺎ12 ")), Effort::Marks);
    let cells = row("│ ﺏﺎ ﺏﺎ │ ﺏﺎ ﺏﺎ │");
    let grid = encode(Kind::Fenced, &cells, &cells);
    let fences = grid.cells.iter().filter(|cell| cell.text == "\u{2800}").count();
    assert_eq!(fences, 2, "one before the first letter, one at the border");
}

#[test]
fn the_cursor_is_sent_where_its_letter_is_written() {
    let cells: Vec<Cell> = ["│", " ", "ﺖ", "ﻴ", "ﺑ", " ", "a", "b"].map(|s| painted(s, 0)).into();
    let choice = Choice { kind: Kind::Fenced, ..Choice::default() };
    let columns = (0..8).map(|x| choice.encoder().cursor_column(x, &cells));
    assert_eq!(columns.collect::<Vec<_>>(), [0, 1, 4, 3, 2, 5, 6, 7]);
}

#[test]
fn a_word_has_one_colour_where_reordering_would_split_it() {
    let mut cells: Vec<Cell> =
        ["ﺔ", "ﺳ", "ر", "ﺪ", "ﻣ", " ", "ﺎ", "ﺑ"].map(|s| painted(s, 0)).into();
    cells[3].modifier = Modifier::REVERSED;
    let grid = encode(Kind::Fenced, &cells, &cells);
    assert_eq!(grid.reordered_by_colour(), symbols(&cells));
    let coloured = grid.cells.iter().filter(|cell| cell.ink == "7").count();
    assert_eq!(coloured, 5, "the highlight covers the whole word and nothing else");
}

#[test]
fn entry_comes_through_each_multiplexer() {
    let choice = |tunnel| Choice { kind: Kind::Explicit, tunnel, ..Choice::default() };
    let enter = |tunnel| choice(tunnel).encoder().enter(&choice(tunnel));
    assert_eq!(enter(Tunnel::None), "\x1b[8l");
    assert!(
        enter(Tunnel::Tmux).starts_with("\x1bPtmux;\x1b\x1b7\x1b\x1b[1H\x1b\x1b[8l\x1b\x1b[2H")
    );
    assert_eq!(enter(Tunnel::Screen), "\x1bP\x1b[8l\x1b\\");
}

/// How many rows of the reports need what, as the reading screen sets them in a pane of 36.
#[test]
fn the_share_of_rows_of_the_seeds_that_need_more_than_borders() {
    let shared = std::env::var("TABAYUN_SHARED").unwrap_or_else(|_| "../shared".to_owned());
    let Ok(folder) = std::fs::read_dir(format!("{shared}/seeds")) else {
        skip::skipped(&format!("no reports in the shared folder {shared}/seeds"));
        return;
    };
    let mut count = std::collections::BTreeMap::new();
    let mut panes = Vec::new();
    for file in folder.flatten().filter(|file| file.path().is_file()) {
        let Ok(text) = std::fs::read_to_string(file.path()) else { continue };
        panes.push(rows_of(&text, 36));
    }
    let longest = panes.iter().map(Vec::len).max().unwrap_or(0);
    for nth in 0..longest {
        // Two panes with a border between, as on the screen; each report beside the next.
        for pair in panes.windows(2) {
            let mut row = pane_row(pair[0].get(nth));
            row.push(painted("│", 0));
            row.extend(pane_row(pair[1].get(nth)));
            *count.entry(effort(&row)).or_insert(0) += 1;
            let grid = encode(Kind::Fenced, &row, &row);
            assert_eq!(grid.reordered(Some(Level::ltr()), false), symbols(&row));
            assert_eq!(grid.reordered(None, true), symbols(&row));
        }
    }
    let all: i32 = count.values().sum();
    for (effort, rows) in &count {
        let share = 100.0 * f64::from(*rows) / f64::from(all);
        eprintln!("rows of the seeds that need {effort:?}: {rows} of {all}, {share:.1}%");
    }
    assert!(all > 100, "the seeds have rows");
    assert_eq!(count.get(&Effort::Marks).copied().unwrap_or(0), 0, "a blank was always found");
}

fn rows_of(text: &str, width: u16) -> Vec<Row> {
    let layout = Layout::new(width);
    let mut rows = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let end = start + line.trim_end_matches('\n').len();
        let paragraph = Paragraph::new(text, Span::new(start, end), &layout);
        rows.extend(paragraph.lines(text).into_iter().map(|line| paragraph.row(text, line)));
        start += line.len();
    }
    rows
}

/// A row of a report in its pane, with a blank on both sides.
fn pane_row(row: Option<&Row>) -> Vec<Cell> {
    let mut cells = vec![painted(" ", 0); 38];
    if let Some(row) = row {
        let left = row.left(36) + 1;
        for (columns, cell) in row.columns() {
            cells[usize::from(left + columns.start)] = painted(cell.symbol.as_str(), 0);
        }
    }
    cells
}
