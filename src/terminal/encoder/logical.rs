//! Logical text in base letters: the terminal joins and orders, as the user has asked.
//!
//! Right in no terminal with two panes that was tried; it is here because a terminal of tomorrow
//! may do better, and a screen reader or a braille line does. The logical order is found again
//! from the cells, stretch by stretch between borders; a lam-alef becomes two letters and takes a
//! blank of its stretch, where there is one.

use ratatui::buffer::Cell;
use unicode_normalization::UnicodeNormalization as _;

use super::order::{Base, is_box, mirrored, shown};
use super::{Choice, Encoder, Ink, Pen};
use crate::terminal::pen::{columns, is_unsafe};

pub(super) struct Logical;

impl Encoder for Logical {
    fn enter(&self, _: &Choice) -> String {
        String::new()
    }

    fn exit(&self, _: &Choice) -> String {
        String::new()
    }

    fn paint_row(&mut self, y: u16, _: &[Cell], new: &[Cell], pen: &mut Pen) {
        let mut x = 0;
        for stretch in new.chunk_by(|a, b| is_border(a) == is_border(b)) {
            pen.move_to(x, y);
            if stretch.first().is_some_and(is_border) {
                put_all(stretch, pen);
            } else {
                write_columns(stretch, pen);
            }
            x += stretch.len() as u16;
        }
    }
}

fn is_border(cell: &Cell) -> bool {
    first(cell).is_some_and(is_box)
}

/// Writes what stands between two borders: a gap of three blanks parts two texts.
fn write_columns(cells: &[Cell], pen: &mut Pen) {
    let gap = |at: usize| cells.get(at..at + 3).is_some_and(|gap| gap.iter().all(is_blank));
    let mut from = 0;
    for at in 1..cells.len() {
        let begins = gap(at) && cells.get(at - 1).is_some_and(|before| !is_blank(before));
        // The blanks before the first text are its own.
        if begins && cells.get(from..at).is_some_and(|text| !text.iter().all(is_blank)) {
            write_stretch(cells.get(from..at).unwrap_or_default(), pen);
            from = at;
        }
    }
    write_stretch(cells.get(from..).unwrap_or_default(), pen);
}

fn put_all(cells: &[Cell], pen: &mut Pen) {
    for cell in cells {
        pen.put_cell(cell);
    }
}

fn first(cell: &Cell) -> Option<char> {
    cell.symbol().chars().find(|c| !is_unsafe(*c))
}

fn is_blank(cell: &Cell) -> bool {
    first(cell).is_none_or(|c| c == ' ')
}

/// A letter as it is typed: the presentation form taken apart (NFKC of the Arabic blocks only).
fn letters(cell: &Cell, flip: bool) -> String {
    let one = |c: char| if flip { mirrored(c) } else { c };
    let clean = cell.symbol().chars().filter(|c| !is_unsafe(*c)).map(one);
    clean.flat_map(|c| if is_form(c) { c.nfkc().collect() } else { vec![c] }).collect()
}

fn is_form(c: char) -> bool {
    matches!(c, '\u{FB50}'..='\u{FDCF}' | '\u{FE70}'..='\u{FEFC}')
}

fn is_lam_alef(cell: &Cell) -> bool {
    first(cell).is_some_and(|c| ('\u{FEF5}'..='\u{FEFC}').contains(&c))
}

fn write_stretch(stretch: &[Cell], pen: &mut Pen) {
    let content = |cell: &Cell| !is_blank(cell);
    let (Some(from), Some(to)) =
        (stretch.iter().position(content), stretch.iter().rposition(content))
    else {
        put_all(stretch, pen);
        return;
    };
    let middle = stretch.get(from..=to).unwrap_or_default();
    let double = middle.iter().filter(|cell| is_lam_alef(cell)).count();
    let before = from - double.min(from);
    let after = (stretch.len() - to - 1) - (double - double.min(from)).min(stretch.len() - to - 1);
    let mut spare = double.min(from + stretch.len() - to - 1);
    put_all(stretch.get(..before).unwrap_or_default(), pen);
    for (cell, flip) in logical(middle) {
        pen.set_ink(Ink::of(cell));
        let apart = !is_lam_alef(cell) || spare > 0;
        if apart {
            let wide = columns(cell) + u16::from(is_lam_alef(cell));
            spare -= usize::from(is_lam_alef(cell));
            pen.put(&letters(cell, flip), wide, |symbol, out| out.push_str(symbol));
        } else {
            pen.put_cell(cell);
        }
    }
    put_all(stretch.get(stretch.len() - after..).unwrap_or_default(), pen);
}

/// The cells of a stretch in logical order, each with whether its bracket is turned.
fn logical(stretch: &[Cell]) -> Vec<(&Cell, bool)> {
    let mut units = Vec::with_capacity(stretch.len());
    let mut skip = 0;
    for cell in stretch {
        if skip == 0 {
            units.push(cell);
            skip = columns(cell);
        }
        skip -= 1;
    }
    let chars: Vec<char> = units.iter().map(|cell| first(cell).unwrap_or(' ')).collect();
    let base =
        if chars.iter().any(|c| super::order::is_letter(*c)) { Base::Right } else { Base::Left };
    let pick = |(index, odd): (usize, bool)| units.get(index).map(|cell| (*cell, odd));
    shown(&chars, base).into_iter().filter_map(pick).collect()
}

#[cfg(test)]
mod tests {
    use super::super::tests::{cells, written};
    use super::*;

    #[test]
    fn letters_come_back_in_the_order_of_typing() {
        // «قال (سلام)» with a lam-alef, at the right of a pane.
        let row = cells("│   (مﻼﺳ) لﺎﻗ│");
        assert_eq!(
            written(&mut Logical, &row),
            "\x1b[1H│  قال (سلام)\x1b[13G│".replace("\x1b[13G", "")
        );
    }
}
