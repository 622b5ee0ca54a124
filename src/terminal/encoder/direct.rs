//! Cells as they are, for a terminal that orders nothing.
//!
//! `CSI 8 l` is sent all the same: terminals that do not know it show the same pixels with it.

use ratatui::buffer::Cell;

use super::{Choice, Encoder, Pen, paint_plain};
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
        paint_plain(y, old, new, pen);
    }
}
