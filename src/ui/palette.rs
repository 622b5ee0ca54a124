//! The choices of an open text field, over the rows above it.

use crate::app::prompt::Prompt;

use super::canvas::Canvas;
use super::help::{help_of, keys_of};
use super::theme::Part;

/// Most choices shown at once.
const MOST: u16 = 10;

/// Draws the commands that match, the chosen one lit.
pub fn draw(canvas: &mut Canvas, prompt: &Prompt) {
    let body = canvas.state.geometry.body;
    let count = (prompt.commands.len() as u16).min(MOST).min(body.height);
    let area = body.below(body.height - count);
    let first = (prompt.chosen + 1).saturating_sub(count.into());
    let shown = prompt.commands.iter().enumerate().skip(first);
    for (nth, (at, command)) in shown.take(count.into()).enumerate() {
        let part = if at == prompt.chosen { Part::Chosen } else { Part::Title };
        let line = area.below(nth as u16).top(1);
        canvas.fill(line, part);
        let (name, rest) = canvas.split(line.padded(), 20.min(line.width / 3));
        canvas.words(name, command.name, part);
        let keys = format!("  {}", keys_of(canvas, command));
        let rest = if rest.width > 40 { canvas.words_at_end(rest, &keys, part) } else { rest };
        canvas.words(rest, help_of(canvas, command), part);
    }
}
