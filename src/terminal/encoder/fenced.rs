//! For terminals that always reorder a row and cannot be told not to.
//!
//! Each row is given such that its reordering (UAX #9) is the row we want; fences, which are
//! invisible characters of class L, keep the terminal from taking letters of two panes, or letters
//! and a number that stands right of them, for one run. Begin with [`plan`]; the model of the
//! terminal is `order.rs`. A changed cell repaints its row: half a row means nothing here.
//!
//! In a word one colour holds: some terminals reorder each run of one colour by itself. The
//! rarest colour of the row wins, which is the highlighted one.

mod fences;
mod plan;

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

use self::plan::Item;
use super::order::{self, Class};
use super::{Choice, Encoder, Pen};
use crate::terminal::pen::{Ink, columns, is_unsafe};

pub use self::plan::Effort;

/// BRAILLE PATTERN BLANK: class L, one column, and nothing to see in it; a Latin letter would do
/// the same and show wherever the background colour is not known.
const FENCE: char = '\u{2800}';
/// LEFT-TO-RIGHT MARK, the last resort between two cells neither of which is blank.
const MARK: &str = "\u{200e}";

/// A cell that is shown: its first character, its place in the row, its width and colours.
#[derive(Clone, Debug)]
pub(super) struct Unit {
    first: char,
    x: usize,
    columns: u16,
    ink: Ink,
}

impl Unit {
    fn is_blank(&self) -> bool {
        self.first == ' '
    }
}

/// How a row had to be fenced; for reports and tests.
pub fn effort(row: &[Cell]) -> Effort {
    plan::plan(&units(row)).effort
}

pub(super) struct Fenced;

impl Encoder for Fenced {
    fn enter(&self, _: &Choice) -> String {
        String::new()
    }

    fn exit(&self, _: &Choice) -> String {
        String::new()
    }

    fn paint_row(&mut self, y: u16, _: &[Cell], new: &[Cell], pen: &mut Pen) {
        let mut units = units(new);
        one_ink_a_word(&mut units);
        pen.move_to(0, y);
        for item in plan::plan(&units).items {
            match item {
                Item::Mark => pen.raw(MARK),
                Item::Fence(unit) => fence(units.get(unit), pen),
                Item::Unit(unit, mirrored) => write(units.get(unit), mirrored, new, pen),
            }
        }
    }

    /// These terminals show the cursor where the character is seen that it is on.
    fn cursor_column(&self, x: u16, row: &[Cell]) -> u16 {
        let mut units = units(row);
        one_ink_a_word(&mut units);
        written_column(&units, x)
    }
}

/// Where a unit is written, which is not where it is seen.
fn written_column(units: &[Unit], x: u16) -> u16 {
    let mut column = 0;
    for item in plan::plan(units).items {
        let (Item::Unit(index, _) | Item::Fence(index)) = item else { continue };
        let Some(unit) = units.get(index) else { continue };
        if (unit.x..unit.x + usize::from(unit.columns)).contains(&usize::from(x)) {
            return column;
        }
        column += unit.columns;
    }
    x
}

fn write(unit: Option<&Unit>, mirrored: bool, row: &[Cell], pen: &mut Pen) {
    let Some((unit, cell)) = unit.and_then(|unit| Some((unit, row.get(unit.x)?))) else { return };
    pen.set_ink(unit.ink);
    pen.put(cell.symbol(), unit.columns, |symbol, out| {
        if mirrored {
            out.extend(symbol.chars().map(order::mirrored));
        } else {
            out.push_str(symbol);
        }
    });
}

/// A fence in the place of a blank.
fn fence(unit: Option<&Unit>, pen: &mut Pen) {
    let Some(unit) = unit else { return };
    pen.set_ink(fence_ink(unit));
    pen.put(FENCE.encode_utf8(&mut [0; 4]), 1, |symbol, out| out.push_str(symbol));
}

/// The colours of a fence: those of its ground, where they are known.
fn fence_ink(unit: &Unit) -> Ink {
    let reversed = unit.ink.modifier.contains(Modifier::REVERSED);
    let ground = if reversed { unit.ink.fg } else { unit.ink.bg };
    if ground == Color::Reset {
        return unit.ink;
    }
    Ink { fg: ground, bg: ground, modifier: unit.ink.modifier - Modifier::REVERSED }
}

/// The cells that are shown; the second half of a wide one is not.
fn units(row: &[Cell]) -> Vec<Unit> {
    let mut units = Vec::with_capacity(row.len());
    let mut x = 0;
    while let Some(cell) = row.get(x) {
        let columns = columns(cell).min((row.len() - x) as u16);
        let first = cell.symbol().chars().find(|c| !is_unsafe(*c)).unwrap_or(' ');
        units.push(Unit { first, x, columns, ink: Ink::of(cell) });
        x += usize::from(columns);
    }
    quiet_blanks(&mut units);
    units
}

/// A blank shows no letter: it takes the letter colour of the cell before it, so that it does not
/// look like a change of colours.
fn quiet_blanks(units: &mut [Unit]) {
    let mut before = Ink::PLAIN;
    for unit in units {
        let plain = !unit.ink.modifier.intersects(Modifier::REVERSED | Modifier::UNDERLINED);
        if unit.is_blank() && plain && unit.ink.bg == before.bg {
            unit.ink.fg = before.fg;
            if !before.modifier.intersects(Modifier::REVERSED | Modifier::UNDERLINED) {
                unit.ink.modifier = before.modifier;
            }
        }
        before = unit.ink;
    }
}

/// Gives each word with right-to-left letters one colour, the rarest of the row that it holds.
fn one_ink_a_word(units: &mut [Unit]) {
    let inks: Vec<Ink> = units.iter().map(|unit| unit.ink).collect();
    let frequency = |ink: &Ink| inks.iter().filter(|other| *other == ink).count();
    let in_word = |unit: &Unit| !unit.is_blank() && !order::is_box(unit.first);
    for word in units.chunk_by_mut(|a, b| in_word(a) == in_word(b)) {
        let right = |unit: &Unit| order::class(unit.first) == Class::Right;
        let (Some(from), Some(to)) = (word.iter().position(right), word.iter().rposition(right))
        else {
            continue;
        };
        let letters = word.get_mut(from..=to).unwrap_or_default();
        // The letter of a value stands in the margin, touching the word: it is no part of it. The
        // cursor, which is reversed, may stand on a word's first letter.
        let rarest = match letters.split_last() {
            Some((first, rest))
                if !rest.is_empty() && !first.ink.modifier.contains(Modifier::REVERSED) =>
            {
                rest.iter().map(|unit| unit.ink).min_by_key(frequency)
            }
            _ => letters.iter().map(|unit| unit.ink).min_by_key(frequency),
        };
        for unit in letters {
            unit.ink = rarest.unwrap_or(unit.ink);
        }
    }
}
