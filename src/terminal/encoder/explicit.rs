//! `CSI 8 l`, then cells as they are: the terminal can order text and is asked not to.
//!
//! Source: ECMA-48 BDSM and the terminal working group's recommendation; VTE, mintty and `WezTerm`
//! follow it. Inside tmux it needs `allow-passthrough on`; GNU screen hands it on by default.

use std::fmt::Write as _;

use ratatui::buffer::Cell;

use super::{Choice, Encoder, Pen, Tunnel, paint_plain};
use crate::terminal::escapes::{
    BDSM_EXPLICIT, BDSM_IMPLICIT, DEFAULT_DIRECTION, LEFT_TO_RIGHT, through,
};

pub(super) struct Explicit;

impl Encoder for Explicit {
    fn enter(&self, choice: &Choice) -> String {
        let mut enter = switch(choice.tunnel, BDSM_EXPLICIT);
        if choice.orders {
            enter.push_str(&through(choice.tunnel, LEFT_TO_RIGHT));
        }
        enter
    }

    fn exit(&self, choice: &Choice) -> String {
        if choice.give_back {
            let back = switch(choice.tunnel, BDSM_IMPLICIT);
            format!("{}{back}", through(choice.tunnel, DEFAULT_DIRECTION))
        } else {
            String::new()
        }
    }

    fn paint_row(&mut self, y: u16, old: &[Cell], new: &[Cell], pen: &mut Pen) {
        paint_plain(y, old, new, pen);
    }
}

/// The switch, and inside tmux the switch at the start of every row.
///
/// A row of VTE keeps the mode in which it was begun. tmux paints its panes without clearing the
/// rows of the terminal outside, so each is begun anew; there are never more rows than these.
fn switch(tunnel: Tunnel, mode: &str) -> String {
    const ROWS: u16 = 200;
    if tunnel != Tunnel::Tmux {
        return through(tunnel, mode);
    }
    let mut rows = String::new();
    for row in 1..=ROWS {
        // Writing to a String cannot fail.
        let _ = write!(rows, "\x1b[{row}H{mode}");
    }
    through(tunnel, &format!("\x1b7{rows}\x1b8"))
}
