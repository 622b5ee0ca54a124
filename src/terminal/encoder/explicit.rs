//! `CSI 8 l`, then cells as they are: the terminal can order text and is asked not to.
//!
//! Source: ECMA-48 BDSM and the terminal working group's recommendation; VTE, mintty and `WezTerm`
//! follow it. Inside tmux it needs `allow-passthrough on`; GNU screen hands it on by default.

use ratatui::buffer::Cell;

use super::{Choice, Encoder, Pen, paint_plain};
use crate::terminal::escapes::{
    BDSM_EXPLICIT, BDSM_IMPLICIT, DEFAULT_DIRECTION, LEFT_TO_RIGHT, through,
};

pub(super) struct Explicit;

impl Encoder for Explicit {
    fn enter(&self, choice: &Choice) -> String {
        let mut enter = through(choice.tunnel, BDSM_EXPLICIT);
        if choice.orders {
            enter.push_str(&through(choice.tunnel, LEFT_TO_RIGHT));
        }
        enter
    }

    fn exit(&self, choice: &Choice) -> String {
        if choice.give_back {
            through(choice.tunnel, &format!("{DEFAULT_DIRECTION}{BDSM_IMPLICIT}"))
        } else {
            String::new()
        }
    }

    fn paint_row(&mut self, y: u16, old: &[Cell], new: &[Cell], pen: &mut Pen) {
        paint_plain(y, old, new, pen);
    }
}
