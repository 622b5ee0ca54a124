//! mlterm: its complex text layout is switched off and on by its own OSC 5379.

use ratatui::buffer::Cell;

use super::{Choice, Encoder, Pen, paint_plain};
use crate::terminal::escapes::through;

const OFF: &str = "\x1b]5379;use_ctl=false\x07";
const ON: &str = "\x1b]5379;use_ctl=true\x07";

pub(super) struct Mlterm;

impl Encoder for Mlterm {
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
