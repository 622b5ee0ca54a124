//! The screen: one file a pane, each a function of the state. Nothing here changes anything.
//!
//! Begin with [`view`]. To add a pane: a file with one `draw(canvas, …)`, a call in [`view`], its
//! place from `app::geometry`, its parts in `theme`, its words in `assets/locale`. Letters are
//! written through `paint` alone; they come from `text` in visual order.

mod canvas;
mod card;
mod facts;
mod help;
mod lines;
mod list;
mod matrix;
mod memo;
mod notebook;
mod outline;
mod paint;
mod palette;
mod prompt;
mod report;
mod sample;
mod status;
mod strip;
mod tabs;
pub mod theme;
mod title;

use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use crate::app::state::{Focus, View};
use crate::app::{State, side};
use crate::locale::Messages;

pub use canvas::Canvas;
pub use theme::{Part, Theme};

/// Draws the whole screen. Returns where the terminal's cursor stands, when a text field is open.
pub fn view(
    state: &State,
    theme: &Theme,
    messages: &Messages,
    buffer: &mut Buffer,
) -> Option<Position> {
    let mut canvas = Canvas::new(state, theme, messages, buffer);
    canvas.clear();
    match state.view {
        View::Reading => {
            strip::draw(&mut canvas);
            reading(&mut canvas);
        }
        View::Help => help::draw(&mut canvas),
        View::Notebook => notebook::draw(&mut canvas),
        View::Card => card::draw(&mut canvas),
        View::Matrix => matrix::draw(&mut canvas),
    }
    sample::draw(&mut canvas);
    let Some(prompt) = &state.prompt else {
        status::draw(&mut canvas);
        return None;
    };
    palette::draw(&mut canvas, prompt);
    status::over_field(&mut canvas);
    prompt::draw(&mut canvas, prompt)
}

/// Rows that the card takes on this screen.
pub fn rows_of_card(state: &State, messages: &Messages) -> usize {
    // Nothing is drawn: the words are counted only.
    let (theme, mut buffer) = (Theme::of([]), Buffer::default());
    card::rows(&Canvas::new(state, &theme, messages, &mut buffer))
}

fn reading(canvas: &mut Canvas) {
    let state = canvas.state;
    for placed in &state.geometry.panes {
        if !state.geometry.single {
            title::draw(canvas, placed);
        }
        match placed.what {
            Focus::List => list::draw(canvas, placed.content),
            Focus::Report(at) => report::draw(canvas, placed.content, at),
            Focus::Side => match state.side.kind {
                side::Kind::Outline => outline::draw(canvas, placed.content),
                side::Kind::Facts => facts::draw(canvas, placed.content),
            },
        }
    }
    if state.geometry.single {
        tabs::draw(canvas);
    }
    for border in &state.geometry.borders {
        canvas.border(*border);
    }
}
