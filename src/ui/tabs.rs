//! The row of tabs in one-pane mode: every pane by number and name, the one shown lit.

use crate::app::panes;
use crate::text::width;

use super::canvas::Canvas;
use super::theme::Part;
use super::title;

/// Draws the tabs: the one shown has room for its name up to half the row, the others share what
/// is left, down to their numbers.
pub fn draw(canvas: &mut Canvas) {
    let mut area = canvas.state.geometry.tabs;
    canvas.fill(area, Part::Title);
    let layout = canvas.state.options.layout;
    let order = panes::order(canvas.state);
    let names = order
        .iter()
        .map(|what| format!(" {} ", title::name(canvas, *what, title::Number::Nowhere)));
    let names: Vec<String> = names.collect();
    let long = |name: &String| width::of(name, &layout);
    let shown = order.iter().position(|what| *what == canvas.state.focus).unwrap_or_default();
    let lit = names.get(shown).map_or(0, long).min(usize::from(area.width) / 2);
    let share = (usize::from(area.width) - lit) / order.len().saturating_sub(1).max(1);
    for (at, name) in names.iter().enumerate() {
        let columns = if at == shown { lit } else { long(name).min(share) };
        let (tab, rest) = canvas.split(area, columns as u16);
        canvas.words(tab, name, if at == shown { Part::TitleFocused } else { Part::Title });
        area = rest;
    }
}
