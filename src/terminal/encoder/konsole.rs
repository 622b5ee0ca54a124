//! Konsole: bidi rendering is a property of the profile, which OSC 50 can change for one tab.
//!
//! Konsole cannot be asked what the value was: a user who had bidi off gets it on in that tab when
//! we leave. (In xterm the same sequence means "set the font", so it is sent to Konsole only.)

use ratatui::buffer::Cell;

use super::{Choice, Encoder, Pen, paint_plain};
use crate::terminal::escapes::through;

const OFF: &str = "\x1b]50;BidiRenderingEnabled=false\x07";
const ON: &str = "\x1b]50;BidiRenderingEnabled=true\x07";

pub(super) struct Konsole;

impl Encoder for Konsole {
    fn enter(&self, choice: &Choice) -> String {
        through(choice.tunnel, OFF)
    }

    fn exit(&self, choice: &Choice) -> String {
        through(choice.tunnel, ON)
    }

    fn paint_row(&mut self, y: u16, old: &[Cell], new: &[Cell], pen: &mut Pen) {
        paint_plain(y, old, new, pen);
    }
}
