//! The matrix: topics down, reports across; each cell its value in the colour of that value.

use crate::app::geometry::Rect;
use crate::app::matrix::{CELL, NAME, Row, fitting};

use super::canvas::Canvas;
use super::strip;
use super::theme::Part;
use super::title::source;

/// Draws names of reports, then the topics that fit.
pub fn draw(canvas: &mut Canvas) {
    let state = canvas.state;
    let body = state.geometry.body;
    let shown = fitting(body.width);
    canvas.fill(body.top(1), Part::TitleFocused);
    let title = canvas.say("matrix-title", &[("count", state.matrix.rows.len().into())]);
    let name = NAME.min(body.width / 2);
    let (at, rest) = canvas.split(body.top(1), name);
    canvas.words(at.padded(), &title, Part::TitleFocused);
    let mut columns = rest;
    for article in state.articles.iter().skip(state.matrix.left).take(shown) {
        let (cell, left) = canvas.split(columns, CELL.min(columns.width));
        columns = left;
        let source = source(canvas, article);
        canvas.words(cell.padded(), &source, Part::TitleFocused);
    }
    let area = body.below(1);
    if state.matrix.rows.is_empty() {
        let words = canvas.messages.text("no-conflicts");
        canvas.words(area.padded(), &words, Part::Aside);
    }
    let rows = state.matrix.rows.iter().enumerate().skip(state.matrix.top);
    for (nth, (at, row)) in rows.take(area.height.into()).enumerate() {
        let line = area.below(nth as u16).top(1);
        draw_row(canvas, line, row, at == state.matrix.row);
    }
}

fn draw_row(canvas: &mut Canvas, line: Rect, row: &Row, chosen: bool) {
    let state = canvas.state;
    let (name, rest) = canvas.split(line, NAME.min(line.width / 2));
    let topic = strip::dossier(canvas).topic(&row.topic, &row.label);
    let (sign, part) = row
        .verdict
        .map_or(("=", Part::Agreed), |verdict| (strip::sign(verdict), strip::part_of(verdict)));
    canvas.words(name.padded(), &format!("{sign} {}", strip::isolated(&topic)), part);
    if chosen {
        canvas.tint(name, Part::Title);
    }
    let mut columns = rest;
    let cells = row.cells.iter().enumerate().skip(state.matrix.left);
    for (at, cell) in cells.take(fitting(state.geometry.body.width)) {
        let (place, left) = canvas.split(columns, CELL.min(columns.width));
        columns = left;
        match cell {
            Some((claim, value)) => {
                let said = strip::dossier(canvas).display(*claim);
                let part =
                    if row.verdict.is_some() { strip::value_part(*value) } else { Part::Text };
                let letter = strip::letter(canvas, *value);
                let words = match row.verdict {
                    Some(_) => format!("{letter} {}", strip::isolated(&said)),
                    None => said,
                };
                canvas.words(place.padded(), &words, part);
            }
            None => {
                canvas.words(place.padded(), "∅", Part::Silent);
            }
        }
        if chosen && at == state.matrix.column {
            canvas.tint(place, Part::Chosen);
        }
    }
}
