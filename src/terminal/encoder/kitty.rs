//! kitty 0.40 and later: each letter in its own text-sizing sequence (OSC 66).
//!
//! kitty hands runs of one font to `HarfBuzz`, which guesses right-to-left and reverses them.
//! `w=1` with a horizontal alignment that alternates makes neighbouring letters unequal, so that
//! each is a run by itself; without a fraction the alignment changes nothing that can be seen.

use ratatui::buffer::Cell;
use std::fmt::Write as _;

use super::{Choice, Encoder, Pen, paint_cells};
use crate::terminal::pen::columns;

pub(super) struct Kitty;

impl Encoder for Kitty {
    fn enter(&self, _: &Choice) -> String {
        String::new()
    }

    fn exit(&self, _: &Choice) -> String {
        String::new()
    }

    fn paint_row(&mut self, y: u16, old: &[Cell], new: &[Cell], pen: &mut Pen) {
        paint_cells(y, old, new, pen, |x, symbol, out| {
            let first = symbol.chars().next().unwrap_or(' ');
            if first == ' ' || is_box(first) {
                out.push_str(symbol);
                return;
            }
            let wide = new.get(usize::from(x)).map_or(1, columns);
            // Neighbours differ by their column, whatever is repainted when.
            let align = if is_right_to_left(first) { x & 1 } else { 2 };
            let _ = write!(out, "\x1b]66;w={wide}:h={align};{symbol}\x07");
        });
    }
}

/// Box drawing, block elements: kitty draws them itself, to the edges of the cell.
fn is_box(c: char) -> bool {
    ('\u{2500}'..='\u{259F}').contains(&c)
}

/// Letters that `HarfBuzz` would take for a right-to-left run.
fn is_right_to_left(c: char) -> bool {
    matches!(c, '\u{0590}'..='\u{08FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}'
        | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
}

#[cfg(test)]
mod tests {
    use super::super::tests::{cells, written};
    use super::*;

    #[test]
    fn writes_the_recorded_form() {
        let row = cells("│ ﺏﺎ 5(│");
        let expected = "\x1b[1H│ \x1b]66;w=1:h=0;ﺏ\x07\x1b]66;w=1:h=1;ﺎ\x07 \
                        \x1b]66;w=1:h=2;5\x07\x1b]66;w=1:h=2;(\x07│";
        assert_eq!(written(&mut Kitty, &row), expected);
    }

    #[test]
    fn a_wide_cell_keeps_its_width() {
        let row = cells("語 a");
        assert_eq!(
            written(&mut Kitty, &row),
            "\x1b[1H\x1b]66;w=2:h=2;語\x07 \x1b]66;w=1:h=2;a\x07"
        );
    }
}
