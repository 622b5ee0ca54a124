//! kitty 0.40 and later: each letter in its own text-sizing sequence (OSC 66).
//!
//! kitty hands runs of one font to `HarfBuzz`, which guesses right-to-left and reverses them.
//! `w=1` with a horizontal alignment that alternates makes neighbouring letters unequal, so that
//! each is a run by itself; without a fraction the alignment changes nothing that can be seen.

use ratatui::buffer::Cell;
use ratatui::style::Modifier;
use std::fmt::Write as _;

use super::order::{Class, class, is_box, is_letter, mirrored};
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
            let align = if is_letter(first) || is_arabic(first) { x & 1 } else { 2 };
            let _ = write!(out, "\x1b]66;w={wide}:h={align};{symbol}\x07");
        });
    }
}

/// kitty before 0.40, or behind a multiplexer, where OSC 66 does not arrive: each run without a
/// blank that kitty would turn round is turned round beforehand.
///
/// kitty shapes what stands between two blanks in one weight as one run, whatever its colours, and
/// gives each column the colour that was written there: so the letters of a run change places, and
/// the colours do not. Right only while one font serves the run; `force_ltr yes` in kitty with
/// `direct` is better.
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
        let in_run = |cell: &Cell| !matches!(first(cell), c if c == ' ' || is_box(c));
        let face = |cell: &Cell| cell.modifier & (Modifier::BOLD | Modifier::ITALIC);
        let alike = |a: &&Cell, b: &&Cell| in_run(a) == in_run(b) && face(a) == face(b);
        for run in units(new).chunk_by(alike) {
            write(run, is_turned(run), pen);
        }
    }
}

/// Whether the run must be written from its other end: `HarfBuzz` goes by the script of the first
/// character that has one, and here digits of Arabic have it too.
fn is_turned(run: &[&Cell]) -> bool {
    let scripts = || run.iter().map(|cell| first(cell)).filter(|c| is_arabic(*c) || is_latin(*c));
    scripts().any(is_arabic) && (scripts().next().is_some_and(is_arabic))
}

/// What has the script of Arabic in Unicode, among what a cell can hold.
fn is_arabic(c: char) -> bool {
    let shared = matches!(c, '\u{60C}' | '\u{61B}' | '\u{61F}' | '\u{640}');
    let sign = matches!(c, '\u{66A}'..='\u{66D}' | '\u{6F0}'..='\u{6F9}');
    !shared && (sign || class(c) == Class::Right)
}

fn is_latin(c: char) -> bool {
    class(c) == Class::Left
}

/// Writes a run from the left or, turned, from the right; the colours stay in their columns.
fn write(run: &[&Cell], turned: bool, pen: &mut Pen) {
    let even = run.iter().all(|cell| columns(cell) == 1);
    for (at, cell) in run.iter().enumerate() {
        let other = run.len().checked_sub(at + 1).filter(|_| turned).and_then(|at| run.get(at));
        let shown = other.unwrap_or(cell);
        pen.set_ink(Ink::of(if even { cell } else { shown }));
        pen.put(shown.symbol(), columns(shown), |symbol, out| {
            let one = |c| if turned { mirrored(c) } else { c };
            out.extend(symbol.chars().map(one));
        });
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
    use ratatui::style::Style;

    #[test]
    fn writes_the_recorded_form() {
        let row = cells("│ ﺏﺎ 5(│");
        let expected = "\x1b[1H│ \x1b]66;w=1:h=0;ﺏ\x07\x1b]66;w=1:h=1;ﺎ\x07 \
                        \x1b]66;w=1:h=2;5\x07\x1b]66;w=1:h=2;(\x07│";
        assert_eq!(written(&mut Kitty, &row), expected);
    }

    #[test]
    fn digits_of_arabic_are_parted_as_letters_are() {
        let expected = "\x1b[1H\x1b]66;w=1:h=0;١\x07\x1b]66;w=1:h=1;٧\x07";
        assert_eq!(written(&mut Kitty, &cells("١٧")), expected);
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

    #[test]
    fn figures_in_digits_of_arabic_are_turned_round_too() {
        let row = cells("١٧ ١٢/٥ ٪١٠٠ 17 ﺏ١٧ CNN");
        assert_eq!(written(&mut KittyRuns, &row), "\x1b[1H٧١ ٥/٢١ ٠٠١٪ 17 ٧١ﺏ CNN");
        // Begun by a Latin letter, the run is left as it stands.
        assert_eq!(written(&mut KittyRuns, &cells("b2-ﺏﺎ")), "\x1b[1Hb2-ﺏﺎ");
    }

    #[test]
    fn a_colour_inside_a_word_stays_in_its_column() {
        let mut row = cells("ﺔﺳرﺪﻣ.");
        for cell in row.iter_mut().take(2) {
            cell.set_style(Style::default().add_modifier(Modifier::REVERSED));
        }
        let text = written(&mut KittyRuns, &row);
        assert_eq!(text, "\x1b[1H\x1b[7m.ﻣ\x1b[mﺪرﺳﺔ");
        for cell in row.iter_mut().take(2) {
            cell.set_style(Style::reset().add_modifier(Modifier::BOLD));
        }
        // Another weight is another font, and so another run.
        let text = written(&mut KittyRuns, &row);
        assert_eq!(text, "\x1b[1H\x1b[1mﺳﺔ\x1b[m.ﻣﺪر");
    }
}
