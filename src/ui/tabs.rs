//! The row of tabs in one-pane mode: every pane by number and name, the one shown lit.

use crate::app::panes;
use crate::text::width;

use super::canvas::Canvas;
use super::theme::Part;
use super::title;

/// Columns of the longest tab that is not shown.
const TAB: usize = 16;

/// Draws the tabs; the one shown has room for its whole name, the others are cut.
pub fn draw(canvas: &mut Canvas) {
    let mut area = canvas.state.geometry.tabs;
    canvas.fill(area, Part::Title);
    let layout = canvas.state.options.layout;
    let order = panes::order(canvas.state);
    for what in &order {
        let shown = *what == canvas.state.focus;
        let name = format!(" {} ", title::name(canvas, *what));
        let share = usize::from(area.width) / 2;
        let most = if shown { share.max(TAB) } else { TAB };
        let columns = width::of(&name, &layout).min(most).min(area.width.into()) as u16;
        let (tab, rest) = canvas.split(area, columns);
        canvas.words(tab, &name, if shown { Part::TitleFocused } else { Part::Title });
        area = rest;
    }
}
