//! The pen: bytes to be written, and where the cursor and the colours stand after them.
//!
//! Here: the shortest move, the shortest change of colours, and the one gate through which the
//! symbol of a cell reaches the terminal. Not here: which cells to write (`encoder`).

use std::fmt::Write as _;

use ratatui::buffer::{Cell, CellWidth};
use ratatui::style::{Color, Modifier};

/// Foreground, background and attributes, as the terminal holds them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ink {
    pub fg: Color,
    pub bg: Color,
    pub modifier: Modifier,
}

impl Ink {
    /// What `SGR 0` leaves.
    pub const PLAIN: Self =
        Self { fg: Color::Reset, bg: Color::Reset, modifier: Modifier::empty() };

    /// The ink of a cell. Blinking is not taken over: it is no help to a reader.
    pub fn of(cell: &Cell) -> Self {
        let modifier = cell.modifier - (Modifier::SLOW_BLINK | Modifier::RAPID_BLINK);
        Self { fg: cell.fg, bg: cell.bg, modifier }
    }
}

/// Columns that a cell's symbol takes: 2 for wide characters, else 1.
///
/// Only the symbol of one cell is measured, never a string: lam-alef in base letters would be
/// counted as one (`TERMINALS`: two everywhere).
pub fn columns(cell: &Cell) -> u16 {
    let symbol = cell.symbol();
    match symbol.as_bytes() {
        [_] | [] | [0xD8..=0xDB, _] | [0xEF, 0xAD..=0xBB, _] | [0xE2, 0x94..=0x95, _] => 1,
        _ if symbol.chars().any(char::is_control) => 1,
        _ => symbol.cell_width().clamp(1, 2),
    }
}

/// True for what must never reach a terminal from a cell: C0, DEL, C1, bidi controls, line and
/// paragraph separators, the joiners and the soft hyphen, and the byte order mark.
pub fn is_unsafe(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{00AD}' | '\u{061C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}')
}

/// Whether a symbol is one letter, mark or sign that most cells hold: told by its bytes, without
/// the search of [`is_unsafe`]. Printable ASCII, Arabic letters and their presentation forms.
fn is_plain(symbol: &str) -> bool {
    matches!(
        symbol.as_bytes(),
        [b' '..=b'~'] | [0xD8, 0xA1..=0xBF] | [0xD9, 0x80..=0xBF] | [0xEF, 0xAD..=0xBA, _]
    )
}

/// Writes a symbol as it is: most are one character, which needs no copy of unknown length.
pub fn push(symbol: &str, out: &mut String) {
    match symbol.as_bytes() {
        [_] | [0xD8..=0xDB, _] | [0xE0..=0xEF, _, _] => out.extend(symbol.chars().next()),
        _ => out.push_str(symbol),
    }
}

/// Bytes of one frame, and the state of the terminal after them.
#[derive(Debug, Default)]
pub struct Pen {
    out: String,
    at: Option<(u16, u16)>,
    ink: Option<Ink>,
    width: u16,
}

impl Pen {
    /// A pen for a screen of `width` columns; cursor and colours are unknown.
    pub fn new(width: u16) -> Self {
        Self { out: String::new(), at: None, ink: None, width }
    }

    /// Takes a new screen width and forgets where the cursor and the colours stand.
    pub fn forget(&mut self, width: u16) {
        self.width = width;
        self.at = None;
        self.ink = None;
    }

    /// Takes it that the cursor stands at the first column and colours are plain.
    pub fn stand_at_start(&mut self) {
        self.at = Some((0, 0));
        self.ink = Some(Ink::PLAIN);
    }

    /// The bytes written so far.
    pub fn bytes(&self) -> &[u8] {
        self.out.as_bytes()
    }

    /// Throws the bytes away; cursor and colours stay known.
    pub fn rewind(&mut self) {
        self.out.clear();
    }

    /// Where the cursor is, column and row from 0, if known.
    pub fn at(&self) -> Option<(u16, u16)> {
        self.at
    }

    /// The colours in force, if known.
    pub fn ink(&self) -> Option<Ink> {
        self.ink
    }

    /// Writes an escape sequence of ours; it must not move the cursor or change the colours.
    pub fn raw(&mut self, sequence: &str) {
        self.out.push_str(sequence);
    }

    /// Clears the screen with plain colours.
    pub fn clear(&mut self) {
        self.out.push_str("\x1b[m\x1b[2J");
        self.ink = Some(Ink::PLAIN);
    }

    /// Moves the cursor to column `x`, row `y`, both from 0, by the shortest way.
    pub fn move_to(&mut self, x: u16, y: u16) {
        match self.at {
            Some(at) if at == (x, y) => return,
            Some((from, row)) if row == y && x == from + 1 => self.out.push_str("\x1b[C"),
            Some((from, row)) if row == y && x > from => self.csi(x - from, 'C'),
            Some((_, row)) if row == y && x == 0 => self.out.push('\r'),
            Some((column, row)) if column == x && y > row => self.csi(y + 1, 'd'),
            _ if x == 0 => self.csi(y + 1, 'H'),
            _ => {
                // Writing to a String cannot fail.
                let _ = write!(self.out, "\x1b[{};{}H", y + 1, x + 1);
            }
        }
        self.at = Some((x, y));
    }

    fn csi(&mut self, number: u16, last: char) {
        let _ = write!(self.out, "\x1b[{number}{last}");
    }

    /// Changes the colours, writing only what differs.
    pub fn set_ink(&mut self, to: Ink) {
        if self.ink == Some(to) {
            return;
        }
        if to == Ink::PLAIN {
            self.out.push_str("\x1b[m");
        } else {
            sgr(self.ink, to, &mut self.out);
        }
        self.ink = Some(to);
    }

    /// Writes a symbol that takes `columns` columns, cleaned, through `wrap` (which may put an
    /// escape sequence of ours round it).
    pub fn put(&mut self, symbol: &str, columns: u16, wrap: impl FnOnce(&str, &mut String)) {
        if !is_plain(symbol) && symbol.chars().any(is_unsafe) {
            // What a joiner holds together would fall apart into more columns without it.
            let whole = symbol.split('\u{200d}').next().unwrap_or_default();
            let clean: String = whole.chars().filter(|c| !is_unsafe(*c)).collect();
            wrap(if clean.is_empty() { " " } else { &clean }, &mut self.out);
        } else {
            wrap(if symbol.is_empty() { " " } else { symbol }, &mut self.out);
        }
        self.at = match self.at {
            // After the last column terminals differ in where the cursor is.
            Some((x, y)) if x + columns < self.width => Some((x + columns, y)),
            _ => None,
        };
    }

    /// Writes a cell as it is.
    pub fn put_cell(&mut self, cell: &Cell) {
        self.set_ink(Ink::of(cell));
        self.put(cell.symbol(), columns(cell), push);
    }
}

/// Writes the `SGR` that leads from one ink (unknown: `None`) to another, different one.
fn sgr(from: Option<Ink>, to: Ink, out: &mut String) {
    out.push_str("\x1b[");
    let from = from.unwrap_or_else(|| {
        out.push_str("0;");
        Ink::PLAIN
    });
    modifiers(from.modifier, to.modifier, out);
    if from.fg != to.fg {
        color(to.fg, 30, out);
    }
    if from.bg != to.bg {
        color(to.bg, 40, out);
    }
    // Each parameter was written with the sign that parts it from the next.
    if out.ends_with(';') {
        out.pop();
    }
    out.push('m');
}

const ATTRIBUTES: [(Modifier, &str, &str); 7] = [
    (Modifier::BOLD, "1;", "22;"),
    (Modifier::DIM, "2;", "22;"),
    (Modifier::ITALIC, "3;", "23;"),
    (Modifier::UNDERLINED, "4;", "24;"),
    (Modifier::REVERSED, "7;", "27;"),
    (Modifier::HIDDEN, "8;", "28;"),
    (Modifier::CROSSED_OUT, "9;", "29;"),
];

fn modifiers(mut from: Modifier, to: Modifier, out: &mut String) {
    if from == to {
        return;
    }
    for (modifier, _, off) in ATTRIBUTES {
        if from.contains(modifier) && !to.contains(modifier) {
            out.push_str(off);
            from -= modifier;
            if off == "22;" {
                // Bold and faint are switched off by the same code.
                from -= Modifier::BOLD | Modifier::DIM;
            }
        }
    }
    for (modifier, on, _) in ATTRIBUTES {
        if to.contains(modifier) && !from.contains(modifier) {
            out.push_str(on);
        }
    }
}

fn color(color: Color, base: u8, out: &mut String) {
    match color {
        Color::Reset => number(base + 9, out),
        Color::Rgb(r, g, b) => {
            number(base + 8, out);
            out.push_str("2;");
            for part in [r, g, b] {
                number(part, out);
            }
        }
        Color::Indexed(index) if index >= 16 => {
            number(base + 8, out);
            out.push_str("5;");
            number(index, out);
        }
        basic => {
            let index = basic_index(basic);
            number(if index < 8 { base + index } else { base + 60 + index - 8 }, out);
        }
    }
}

/// Writes a parameter, and what parts it from the next. Colours change within words: the library's
/// way to write a figure would be half the work of a frame's colours.
fn number(number: u8, out: &mut String) {
    let digit = |digit: u8| char::from(b'0' + digit % 10);
    if number >= 100 {
        out.push(digit(number / 100));
    }
    if number >= 10 {
        out.push(digit(number / 10));
    }
    out.push(digit(number));
    out.push(';');
}

/// The number of one of the sixteen named colours.
fn basic_index(color: Color) -> u8 {
    match color {
        Color::Indexed(index) => index,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 8,
        Color::LightRed => 9,
        Color::LightGreen => 10,
        Color::LightYellow => 11,
        Color::LightBlue => 12,
        Color::LightMagenta => 13,
        Color::LightCyan => 14,
        Color::White => 15,
        Color::Black | Color::Reset | Color::Rgb(..) => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(pen: &Pen) -> String {
        String::from_utf8(pen.bytes().to_vec()).unwrap()
    }

    #[test]
    fn what_is_plain_is_safe() {
        let mut symbol = [0; 4];
        for c in (0..0x11_0000).filter_map(char::from_u32) {
            assert!(!(is_plain(c.encode_utf8(&mut symbol)) && is_unsafe(c)), "{c:?}");
        }
    }

    #[test]
    fn moves_by_the_shortest_way() {
        let mut pen = Pen::new(80);
        for (x, y) in [(0, 0), (5, 0), (6, 0), (0, 0), (3, 2), (3, 4), (0, 5)] {
            pen.move_to(x, y);
        }
        assert_eq!(text(&pen), "\x1b[1H\x1b[5C\x1b[C\r\x1b[3;4H\x1b[5d\x1b[6H");
    }

    #[test]
    fn bold_comes_back_when_faint_goes() {
        let mut pen = Pen::new(80);
        let both = Ink { modifier: Modifier::BOLD | Modifier::DIM, ..Ink::PLAIN };
        pen.set_ink(both);
        pen.set_ink(Ink { modifier: Modifier::BOLD, ..Ink::PLAIN });
        assert_eq!(text(&pen), "\x1b[0;1;2m\x1b[22;1m");
    }

    #[test]
    fn colours_are_written_as_the_sixteen_the_table_or_true() {
        let mut pen = Pen::new(80);
        pen.set_ink(Ink::PLAIN);
        pen.set_ink(Ink { fg: Color::LightRed, bg: Color::Indexed(3), ..Ink::PLAIN });
        pen.set_ink(Ink { fg: Color::Indexed(200), bg: Color::Rgb(1, 2, 3), ..Ink::PLAIN });
        pen.set_ink(Ink { fg: Color::Indexed(200), ..Ink::PLAIN });
        assert_eq!(text(&pen), "\x1b[m\x1b[91;43m\x1b[38;5;200;48;2;1;2;3m\x1b[49m");
    }

    #[test]
    fn no_control_of_a_cell_is_written() {
        let mut pen = Pen::new(80);
        for symbol in
            ["\x1b", "a\u{9b}31m", "\u{202e}x", "\r\n", "\u{200d}", "ب\u{64b}", "👨\u{200d}👩"]
        {
            pen.put(symbol, 1, |s, out| out.push_str(s));
        }
        assert_eq!(text(&pen), " a31mx  ب\u{64b}👨");
    }

    #[test]
    fn after_the_last_column_the_cursor_is_unknown() {
        let mut pen = Pen::new(2);
        pen.move_to(1, 0);
        pen.put("x", 1, |s, out| out.push_str(s));
        assert_eq!(pen.at(), None);
    }

    #[test]
    fn columns_of_a_cell() {
        for (symbol, expected) in [
            ("a", 1),
            ("\u{fefb}", 1),
            ("ب\u{651}\u{64b}", 1),
            ("語", 2),
            ("\u{1f600}", 2),
            ("│", 1),
        ] {
            let mut cell = Cell::default();
            cell.set_symbol(symbol);
            assert_eq!(columns(&cell), expected, "{symbol}");
        }
    }
}
