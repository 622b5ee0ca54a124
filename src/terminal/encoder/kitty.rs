//! kitty 0.40 and later: each letter in its own text-sizing sequence (OSC 66).
//!
//! kitty hands runs of one font to `HarfBuzz`, which guesses right-to-left and reverses them.
//! `w=1` with a horizontal alignment that alternates makes neighbouring letters unequal, so that
//! each is a run by itself; without a fraction the alignment changes nothing that can be seen.

use ratatui::buffer::Cell;
use std::fmt::Write as _;

use super::order::{is_box, is_letter, mirrored};
use super::{Choice, Encoder, Ink, Pen, paint_cells};
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
            let align = if is_letter(first) { x & 1 } else { 2 };
            let _ = write!(out, "\x1b]66;w={wide}:h={align};{symbol}\x07");
        });
    }
}

/// kitty before 0.40, or behind a multiplexer, where OSC 66 does not arrive: each run without a
/// blank that holds right-to-left letters is turned round beforehand.
///
/// Right only while one font serves the run; `force_ltr yes` in kitty with `direct` is better.
pub(super) struct KittyRuns;

impl Encoder for KittyRuns {
    fn enter(&self, _: &Choice) -> String {
        String::new()
    }

    fn exit(&self, _: &Choice) -> String {
        String::new()
    }

    fn paint_row(&mut self, y: u16, _: &[Cell], new: &[Cell], pen: &mut Pen) {
        pen.move_to(0, y);
        let mut units = units(new);
        let in_run = |cell: &&Cell| !matches!(first(cell), c if c == ' ' || is_box(c));
        let alike = |a: &&Cell, b: &&Cell| in_run(a) == in_run(b) && Ink::of(a) == Ink::of(b);
        for run in units.chunk_by_mut(alike) {
            let turned = run.iter().any(|cell| is_letter(first(cell)));
            if turned {
                run.reverse();
            }
            for cell in run {
                pen.set_ink(Ink::of(cell));
                pen.put(cell.symbol(), columns(cell), |symbol, out| {
                    let one = |c| if turned { mirrored(c) } else { c };
                    out.extend(symbol.chars().map(one));
                });
            }
        }
    }
}

fn first(cell: &Cell) -> char {
    cell.symbol().chars().next().unwrap_or(' ')
}

/// The cells that are shown; the second half of a wide one is not.
fn units(row: &[Cell]) -> Vec<&Cell> {
    let mut units = Vec::with_capacity(row.len());
    let mut rest = row;
    while let Some(cell) = rest.first() {
        units.push(cell);
        rest = rest.get(usize::from(columns(cell))..).unwrap_or_default();
    }
    units
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

    #[test]
    fn an_old_kitty_gets_each_run_turned_round() {
        let row = cells("│ab )ﺏﺎ( 12│");
        assert_eq!(written(&mut KittyRuns, &row), "\x1b[1H│ab )ﺎﺏ( 12│");
    }
}
