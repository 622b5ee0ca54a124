//! The open text field, in the row of the status line: typed Arabic joined and in order, the
//! caret where the next letter goes.

use ratatui::layout::Position;

use crate::app::geometry::Rect;
use crate::app::prompt::{Prompt, Purpose, layout};
use crate::locale::Arg;
use crate::notebook::Field;
use crate::text::{Row, single_row, width};

use super::canvas::Canvas;
use super::theme::Part;

/// Letters that share a column at most, as a letter and its marks do.
const LETTERS_A_COLUMN: usize = 8;

/// Draws the field; returns where the caret stands.
pub fn draw(canvas: &mut Canvas, prompt: &Prompt) -> Option<Position> {
    let area = canvas.state.geometry.status;
    if area.is_empty() {
        return None;
    }
    canvas.fill(area, Part::Notice);
    let area = count_hits(canvas, area, prompt);
    let label = canvas.messages.text(label(prompt.purpose));
    let columns = width::of(&label, &canvas.state.options.layout) as u16 + 2;
    let (at, field) = canvas.split(area, columns.min(area.width / 2));
    canvas.words(at, &format!(" {label} "), Part::Notice);
    let (from, row) = window(canvas, prompt, field.width);
    // Beside the label, whichever way the text runs, with a column for the caret after its end.
    let (field, _) = canvas.split(field, row.width() + 1);
    let style = canvas.style(if prompt.selected { Part::Chosen } else { Part::Notice });
    canvas.row(field, &row, |_| style);
    let caret = (prompt.caret - from) as u32;
    Some(Position::new(field.x + row.caret(caret, field.width), field.y))
}

/// While words to search are typed, how many hits there are, at the far end. Returns the rest.
fn count_hits(canvas: &mut Canvas, area: Rect, prompt: &Prompt) -> Rect {
    let search = &canvas.state.search;
    let typing = prompt.purpose == Purpose::Search && !prompt.text.trim().is_empty();
    if !typing || area.width < 36 {
        return area;
    }
    let reports = canvas.say("hits-in-reports", &[("count", search.hits.len().into())]);
    let count = Arg::from(search.total());
    let mut words =
        canvas.say("hits-while-typing", &[("count", count), ("reports", reports.as_str().into())]);
    if search.left > 0 {
        words.push('…');
    }
    canvas.words_at_end(area, &format!("  {words} "), Part::Notice)
}

/// The part of the text that fits with the caret in it: where it begins, and its row.
fn window(canvas: &Canvas, prompt: &Prompt, columns: u16) -> (usize, Row) {
    let layout = layout(canvas.state);
    let room = usize::from(columns.saturating_sub(1));
    let head = prompt.text.get(..prompt.caret).unwrap_or_default();
    // From the caret back, and no farther than marks without a width may stand: a paste is long.
    let mut from = head.len();
    for (at, _) in head.char_indices().rev().take(LETTERS_A_COLUMN * (room + 1)) {
        if width::of(head.get(at..).unwrap_or_default(), &layout) > room {
            break;
        }
        from = at;
    }
    let rest = prompt.text.get(from..).unwrap_or_default();
    let end = rest.char_indices().nth(LETTERS_A_COLUMN * (usize::from(columns) + 1));
    let shown = end.and_then(|(end, _)| rest.get(..end)).unwrap_or(rest);
    if width::of(shown, &layout) <= columns.into() {
        return (from, single_row(shown, columns, &layout));
    }
    // Cut here, letter by letter: what a row leaves out, a long figure, may hold the caret.
    let ends = shown.char_indices().map(|(at, _)| shown.get(..at).unwrap_or_default());
    let fits = ends.take_while(|head| width::of(head, &layout) <= room);
    let head = format!("{}…", fits.last().unwrap_or_default());
    (from, single_row(&head, columns, &layout))
}

fn label(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Search => "ask-search",
        Purpose::FilterHelp => "ask-help",
        Purpose::FilterNotebook => "ask-notebook",
        Purpose::Note => "ask-note",
        Purpose::Tags => "ask-tags",
        Purpose::Correct(Field::Outlet) => "ask-outlet",
        Purpose::Correct(Field::Date) => "ask-date",
        Purpose::Correct(Field::Value) => "ask-value",
        Purpose::Correct(Field::Topic) => "ask-topic",
        Purpose::Title => "ask-title",
        Purpose::Export => "ask-export",
        Purpose::Palette(_) => "ask-command",
    }
}
