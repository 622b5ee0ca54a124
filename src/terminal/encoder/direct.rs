//! Cells as they are, for a terminal that orders nothing.
//!
//! `CSI 8 l` is sent all the same: terminals that do not know it show the same pixels with it.

use ratatui::buffer::Cell;

use super::order::is_letter;
use super::{Choice, Encoder, Pen, paint_plain, same};
use crate::terminal::escapes::{BDSM_EXPLICIT, BDSM_IMPLICIT, through};

pub(super) struct Direct;

impl Encoder for Direct {
    fn enter(&self, choice: &Choice) -> String {
        through(choice.tunnel, BDSM_EXPLICIT)
    }

    fn exit(&self, choice: &Choice) -> String {
        if choice.give_back { through(choice.tunnel, BDSM_IMPLICIT) } else { String::new() }
    }

    fn paint_row(&mut self, y: u16, old: &[Cell], new: &[Cell], pen: &mut Pen) {
        paint_plain(y, &by_words(old, new), new, pen);
    }
}

/// The old row, with what must be written anew because of its neighbours made unlike the new one.
///
/// A letter may hang over into the cells beside it, and xterm neither takes back what hung over nor
/// keeps what hangs over into a cell that it paints: where a letter comes or goes, all up to the
/// next blanks is written, and these too.
fn by_words(old: &[Cell], new: &[Cell]) -> Vec<Cell> {
    let mut row = old.to_vec();
    let blank = |at: usize| new.get(at).is_none_or(|cell| cell.symbol() == " ");
    let mut written = 0;
    for (at, (before, after)) in old.iter().zip(new).enumerate() {
        if same(before, after) || !(hangs_over(before) || hangs_over(after)) {
            continue;
        }
        let left = (written..at).rev().find(|at| blank(*at)).unwrap_or(written);
        let right = (at + 1..new.len()).find(|at| blank(*at)).unwrap_or(new.len());
        for (at, cell) in row.iter_mut().enumerate().take(right + 1).skip(left) {
            if new.get(at).is_some_and(|after| same(cell, after)) {
                cell.set_symbol("\0");
            }
        }
        written = written.max(right);
    }
    row
}

/// Arabic letters do, and their marks.
fn hangs_over(cell: &Cell) -> bool {
    cell.symbol().chars().next().is_some_and(is_letter)
}

#[cfg(test)]
mod tests {
    use super::super::tests::cells;
    use super::*;

    fn changed(old: &str, new: &str) -> String {
        let mut pen = Pen::new(80);
        pen.stand_at_start();
        Direct.paint_row(0, &cells(old), &cells(new), &mut pen);
        String::from_utf8(pen.bytes().to_vec()).unwrap()
    }

    #[test]
    fn a_word_is_written_whole_and_the_blanks_beside_it() {
        assert_eq!(changed("    ﻮﻫ ﻝﺎﻗ      ", "    ﻲﻫ ﻝﺎﻗ      "), "    ﻲﻫ ");
        assert_eq!(changed("abc    ﻮﻫ    ", "abc          "), "\x1b[6C    ");
        assert_eq!(changed("abc def", "abc dXf"), "\x1b[5CX");
        assert_eq!(changed("ab ﺎﻗ", "ab ﺎﻗ"), "");
    }
}
