//! Encoders: what bytes make *this* terminal show the cells where they are.
//!
//! The cells are always the same: joined letters in visual order. A terminal that knows nothing of
//! Arabic wants them as they are; one that reorders must be told not to, or be given a row whose
//! reordering is the row we want. Begin with [`Kind`], then `direct.rs`; each encoder has a file.

mod direct;
mod explicit;
mod fenced;
mod kitty;
mod konsole;
mod logical;
mod mlterm;
mod order;

pub use fenced::{Effort, effort};

use ratatui::buffer::Cell;

use super::pen::{Ink, Pen, columns, push};

/// The ways to write Arabic to a terminal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Cells as they are: xterm, foot, alacritty, ghostty, Windows Terminal, tmux inside those.
    #[default]
    Direct,
    /// `CSI 8 l`, then cells as they are: VTE, `WezTerm`, mintty.
    Explicit,
    /// OSC 50, then cells as they are.
    Konsole,
    /// OSC 5379, then cells as they are.
    Mlterm,
    /// OSC 66 round each letter: kitty 0.40 and later.
    Kitty,
    /// Each word turned round: kitty before 0.40, and any kitty behind a multiplexer.
    KittyRuns,
    /// Rows that reordering makes right: `PuTTY`, `QTermWidget`, Apple Terminal, newer iTerm2.
    Fenced,
    /// Logical text: the terminal does everything.
    Logical,
}

impl Kind {
    /// All encoders, in the order in which the key cycles through them.
    pub const ALL: [Self; 8] = [
        Self::Direct,
        Self::Explicit,
        Self::Fenced,
        Self::Kitty,
        Self::KittyRuns,
        Self::Konsole,
        Self::Mlterm,
        Self::Logical,
    ];

    /// The name in `--bidi`, the config file and `TABAYUN_BIDI`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Explicit => "explicit",
            Self::Konsole => "konsole",
            Self::Mlterm => "mlterm",
            Self::Kitty => "kitty",
            Self::KittyRuns => "kitty-runs",
            Self::Fenced => "fenced",
            Self::Logical => "terminal",
        }
    }

    /// The encoder of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// What only its own terminal understands: elsewhere text would vanish, or the font change.
    pub const fn is_of_one_terminal(self) -> bool {
        matches!(self, Self::Kitty | Self::Konsole | Self::Mlterm)
    }
}

/// A multiplexer between us and the terminal, through which switches must be handed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tunnel {
    /// Nothing is in between.
    #[default]
    None,
    /// tmux: switches go in `DCS tmux;`, their escape characters doubled.
    Tmux,
    /// GNU screen: switches go in a `DCS` as they are.
    Screen,
}

/// An encoder, and what is known of the terminal it writes to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// The way in which rows are written.
    pub kind: Kind,
    /// What the encoder's switches have to go through.
    pub tunnel: Tunnel,
    /// The terminal has said that it orders text itself (DECRQM 8 answered 1 or 2).
    pub orders: bool,
    /// It did so when we came, so it is switched on again when we leave.
    pub give_back: bool,
    /// The encoder whose switches only this terminal knows (Konsole, mlterm, kitty).
    pub own: Option<Kind>,
}

impl Choice {
    /// The next encoder in the cycle that can do no harm here.
    pub fn next(&self) -> Kind {
        let fits = |kind: &&Kind| !kind.is_of_one_terminal() || self.own == Some(**kind);
        let mut cycle =
            Kind::ALL.iter().filter(fits).cycle().skip_while(|kind| **kind != self.kind);
        let in_cycle = fits(&&self.kind);
        let next = if in_cycle { cycle.nth(1) } else { None };
        next.copied().unwrap_or_default()
    }

    /// The encoder, with no memory of an earlier frame.
    pub fn encoder(&self) -> Box<dyn Encoder> {
        match self.kind {
            Kind::Direct => Box::new(direct::Direct),
            Kind::Explicit => Box::new(explicit::Explicit),
            Kind::Konsole => Box::new(konsole::Konsole),
            Kind::Mlterm => Box::new(mlterm::Mlterm),
            Kind::Kitty => Box::new(kitty::Kitty),
            Kind::KittyRuns => Box::new(kitty::KittyRuns),
            Kind::Fenced => Box::new(fenced::Fenced),
            Kind::Logical => Box::new(logical::Logical),
        }
    }
}

/// Writes rows of cells for one sort of terminal.
pub trait Encoder: Send {
    /// What is written before the alternate screen.
    fn enter(&self, choice: &Choice) -> String;
    /// What is written after the alternate screen is left.
    fn exit(&self, choice: &Choice) -> String;
    /// Writes what makes row `y` show `new` instead of `old` (both as wide as the screen).
    fn paint_row(&mut self, y: u16, old: &[Cell], new: &[Cell], pen: &mut Pen);
    /// The column to send the cursor to, so that it is seen at column `x` of `row`.
    fn cursor_column(&self, x: u16, _row: &[Cell]) -> u16 {
        x
    }
}

/// Whether two cells look the same. The library's comparison asks more than is painted, and of
/// letters one byte at a time; every cell of every frame is compared.
pub fn same(a: &Cell, b: &Cell) -> bool {
    let letters = match (a.symbol().as_bytes(), b.symbol().as_bytes()) {
        ([a], [b]) => a == b,
        ([a1, a2], [b1, b2]) => a1 == b1 && a2 == b2,
        ([a1, a2, a3], [b1, b2, b3]) => a1 == b1 && a2 == b2 && a3 == b3,
        (a, b) => a == b,
    };
    letters && a.fg == b.fg && a.bg == b.bg && a.modifier == b.modifier
}

/// Writes the changed cells of a row, each by itself, through `wrap`, which gets the column too.
///
/// Unchanged cells between two changed ones are written again where that is shorter than a move.
pub(super) fn paint_cells(
    y: u16,
    old: &[Cell],
    new: &[Cell],
    pen: &mut Pen,
    mut wrap: impl FnMut(u16, &str, &mut String),
) {
    let mut x = 0;
    // A wide cell that goes away leaves its second half undefined in the terminal.
    let mut torn = 0;
    while let Some(cell) = new.get(x) {
        let wide = usize::from(columns(cell));
        if x < torn || !old.get(x).is_some_and(|before| same(before, cell)) {
            for (at, before) in (x..x + wide).filter_map(|at| Some((at, old.get(at)?))) {
                torn = torn.max(at + usize::from(columns(before)));
            }
            if pen.at() != Some((x as u16, y)) {
                bridge(x as u16, y, new, pen, &mut wrap);
            }
            pen.set_ink(Ink::of(cell));
            pen.put(cell.symbol(), wide as u16, |symbol, out| wrap(x as u16, symbol, out));
        }
        x += wide;
    }
}

/// Goes to column `x` of row `y`: by writing the cells before it again when they are few, narrow
/// and of the colours in force, else by a move.
fn bridge(
    x: u16,
    y: u16,
    row: &[Cell],
    pen: &mut Pen,
    wrap: &mut impl FnMut(u16, &str, &mut String),
) {
    const MOVE: usize = 4;
    if let Some((from, _)) = pen.at().filter(|at| at.1 == y && at.0 < x) {
        let gap = row.get(usize::from(from)..usize::from(x)).unwrap_or_default();
        let same = |cell: &Cell| Some(Ink::of(cell)) == pen.ink() && columns(cell) == 1;
        let bytes: usize = gap.iter().map(|cell| cell.symbol().len()).sum();
        if bytes <= MOVE && gap.iter().all(same) {
            for (column, cell) in (from..).zip(gap) {
                pen.put(cell.symbol(), 1, |symbol, out| wrap(column, symbol, out));
            }
        }
    }
    pen.move_to(x, y);
}

/// Writes the changed cells of a row as they are.
pub(super) fn paint_plain(y: u16, old: &[Cell], new: &[Cell], pen: &mut Pen) {
    paint_cells(y, old, new, pen, |_, symbol, out| push(symbol, out));
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use ratatui::style::{Modifier, Style};
    use unicode_segmentation::UnicodeSegmentation as _;

    /// A row of cells, one grapheme cluster each; a wide one is followed by a blank.
    pub fn cells(text: &str) -> Vec<Cell> {
        let mut row = Vec::new();
        for grapheme in text.graphemes(true) {
            let mut cell = Cell::default();
            cell.set_symbol(grapheme);
            let wide = columns(&cell);
            row.push(cell);
            row.extend((1..wide).map(|_| Cell::default()));
        }
        row
    }

    /// What an encoder writes for a row on a blank screen whose colours are plain.
    pub fn written(encoder: &mut dyn Encoder, row: &[Cell]) -> String {
        let mut pen = Pen::new(row.len() as u16);
        pen.set_ink(Ink::PLAIN);
        pen.rewind();
        let blank = vec![Cell::new("?"); row.len()];
        encoder.paint_row(0, &blank, row, &mut pen);
        String::from_utf8(pen.bytes().to_vec()).unwrap()
    }

    fn changed(old: &str, new: &str) -> String {
        let mut pen = Pen::new(80);
        pen.set_ink(Ink::PLAIN);
        pen.rewind();
        paint_plain(3, &cells(old), &cells(new), &mut pen);
        String::from_utf8(pen.bytes().to_vec()).unwrap()
    }

    #[test]
    fn only_what_changed_is_written() {
        assert_eq!(changed("abcdefghij", "abcdefghij"), "");
        assert_eq!(changed("abcdefghij", "aXcdefghij"), "\x1b[4;2HX");
        // Four bytes of a move or four of letters: the letters.
        assert_eq!(changed("abcdefghij", "XbcdYfghij"), "\x1b[4HXbcdY");
        assert_eq!(changed("abcdefghij", "Xbcdefghij-"), "\x1b[4HX\x1b[9C-");
    }

    #[test]
    fn half_a_wide_cell_is_painted_over() {
        assert_eq!(changed("語c", "a c"), "\x1b[4Ha ");
        assert_eq!(changed("abc", "語c"), "\x1b[4H語");
    }

    #[test]
    fn a_colour_inside_a_word_changes_no_letter() {
        let mut row = cells("ﺔﺳرﺪﻣ");
        row[2].set_style(Style::default().add_modifier(Modifier::REVERSED));
        let text = written(&mut direct::Direct, &row);
        assert_eq!(text, "\x1b[1Hﺔﺳ\x1b[7mر\x1b[mﺪﻣ");
    }

    #[test]
    fn names_lead_back_to_encoders() {
        for kind in Kind::ALL {
            assert_eq!(Kind::from_name(kind.name()), Some(kind));
        }
        assert_eq!(Kind::from_name("nonsense"), None);
    }

    #[test]
    fn the_cycle_returns_and_leaves_out_what_would_do_harm() {
        let cycle = |own, start: Kind| {
            let mut choice = Choice { kind: start, own, ..Choice::default() };
            let mut names = Vec::new();
            for _ in 0..6 {
                choice.kind = choice.next();
                names.push(choice.kind.name());
            }
            names.join(" ")
        };
        let everywhere = "explicit fenced kitty-runs terminal direct explicit";
        assert_eq!(cycle(None, Kind::Direct), everywhere);
        let konsole = "terminal direct explicit fenced kitty-runs konsole";
        assert_eq!(cycle(Some(Kind::Konsole), Kind::Konsole), konsole);
        // Asked for by the user in a terminal that is not known to be one.
        assert!(cycle(None, Kind::Kitty).starts_with("direct explicit"));
    }
}
