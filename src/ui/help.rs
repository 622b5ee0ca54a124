//! The help screen: keys, the same keys on an Arabic keyboard, and what they do.

use crate::app::commands::Command;
use crate::app::help::{self, Line};
use crate::app::key::{Key, show_keys};
use crate::app::keymap::on_arabic;

use crate::app::geometry::Rect;

use super::canvas::Canvas;
use super::lines;
use super::theme::Part;

/// Draws the lines that fit.
pub fn draw(canvas: &mut Canvas) {
    let state = canvas.state;
    let body = state.geometry.body;
    canvas.fill(body.top(1), Part::TitleFocused);
    let title = match state.help.filter.as_str() {
        "" => canvas.messages.text("help-title").into_owned(),
        words => canvas.say("help-filtered", &[("words", words.into())]),
    };
    canvas.words(body.top(1).padded(), &title, Part::TitleFocused);
    let area = body.below(1).padded();
    if state.help.lines.is_empty() {
        let words = canvas.messages.text("help-nothing");
        canvas.words(area, &words, Part::Aside);
    }
    let mut rest = area;
    for line in state.help.lines.iter().skip(state.help.top) {
        if rest.is_empty() {
            break;
        }
        let height = help::height(state, line) as u16;
        match line {
            Line::Group(group) => {
                let name = canvas.messages.text(group.message());
                canvas.words(rest.top(1), &name, Part::Subhead);
            }
            Line::Command(command) => draw_command(canvas, rest.top(height), command),
        }
        rest = rest.below(height);
    }
}

fn draw_command(canvas: &mut Canvas, area: Rect, command: &Command) {
    let (keys, rest) = canvas.split(area, help::keys(area.width));
    let written = keys_of(canvas, command);
    // A blank between the keys and what they do, where the keys fill their column.
    let (keys, _) = canvas.split(keys.top(1), keys.width.saturating_sub(1));
    canvas.words(keys, &format!("  {written}"), Part::Key);
    let help = help_of(canvas, command).to_owned();
    lines::draw(canvas, rest, &[(help, Part::Text)], 0);
}

/// The keys of a command, the Arabic ones after the Latin ones they share a key with.
pub fn keys_of(canvas: &Canvas, command: &Command) -> String {
    let sequences = canvas.state.keymap.keys_of(command);
    let shown = sequences.iter().map(|keys| match on_arabic(keys) {
        Some(arabic) => format!("{} {}", latin(keys), unmirrored(&arabic)),
        None => latin(keys),
    });
    shown.collect::<Vec<_>>().join(" · ")
}

/// Keys as they stand on a Latin keyboard.
fn latin(keys: &[Key]) -> String {
    unmirrored(&show_keys(keys))
}

/// What a key types, isolated left-to-right: `)` and the `>` of the Arabic keyboard must not be
/// mirrored.
fn unmirrored(typed: &str) -> String {
    format!("\u{2066}{typed}\u{2069}")
}

/// What a command does, in the language of the interface.
pub fn help_of(canvas: &Canvas, command: &Command) -> &'static str {
    command.help.in_language(canvas.messages.is_arabic())
}
