//! The matrix: topics down, reports across; each cell its value in the colour of that value.

use crate::app::comparing;
use crate::app::geometry::Rect;
use crate::app::matrix::{NAME, Row, cell, fitting};
use crate::article::ArticleId;
use crate::facts::Value;
use crate::text::width;

use super::canvas::Canvas;
use super::strip;
use super::theme::Part;
use super::title::source;

/// Draws names of reports, then the topics that fit.
pub fn draw(canvas: &mut Canvas) {
    let state = canvas.state;
    let body = state.geometry.body;
    let shown = fitting(body.width);
    let wide = cell(body.width, state.articles.len());
    canvas.fill(body.top(1), Part::TitleFocused);
    let title = canvas.say("matrix-title", &[("count", state.matrix.rows.len().into())]);
    let name = NAME.min(body.width / 2);
    let (at, rest) = canvas.split(body.top(1), name);
    canvas.words(at.padded(), &title, Part::TitleFocused);
    let mut columns = rest;
    for article in state.articles.iter().skip(state.matrix.left).take(shown) {
        let (cell, left) = canvas.split(columns, wide.min(columns.width));
        columns = left;
        let number = canvas.messages.number(f64::from(article.id.0) + 1.0);
        let source = format!("{number} {}", source(canvas, article));
        canvas.words(cell.padded(), &source, Part::TitleFocused);
    }
    let area = body.below(1);
    if state.matrix.rows.is_empty() {
        let words = canvas.messages.text(comparing::nothing(canvas.state));
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
    let own = if row.own { "✎" } else { "" };
    canvas.words(name.padded(), &format!("{own}{sign} {}", strip::isolated(&topic)), part);
    if chosen {
        canvas.tint(name, Part::Title);
    }
    let mut columns = rest;
    let wide = cell(state.geometry.body.width, state.articles.len());
    let first = row.cells.iter().position(Option::is_some);
    let shared = shared(canvas, row);
    let cells = row.cells.iter().enumerate().skip(state.matrix.left);
    for (at, cell) in cells.take(fitting(state.geometry.body.width)) {
        let (place, left) = canvas.split(columns, wide.min(columns.width));
        columns = left;
        match cell {
            Some((claim, value)) => {
                let said = strip::dossier(canvas).display(*claim);
                let part =
                    if row.verdict.is_some() { strip::value_part(*value) } else { Part::Text };
                let letter = strip::letter(canvas, *value);
                let said = differing(canvas, &said, shared, wide);
                let words = match row.verdict {
                    Some(_) => format!("{letter} {}", strip::isolated(&said)),
                    None => said,
                };
                canvas.words(place.padded(), &words, part);
            }
            None if is_of_event(canvas, first, at) => {
                canvas.words(place.padded(), "∅", Part::Silent);
            }
            // A report of another event is not silent about this one.
            None => {}
        }
        if chosen && at == state.matrix.column {
            canvas.tint(place, Part::Chosen);
        }
    }
}

/// Whether a report is about the event of the first one that speaks of the topic.
fn is_of_event(canvas: &Canvas, first: Option<usize>, at: usize) -> bool {
    let id = |at: usize| ArticleId(at as u32);
    first.is_none_or(|first| comparing::same_event(canvas.state, id(first), id(at)))
}

/// Bytes of the whole words with which all values of a disputed topic begin.
fn shared(canvas: &Canvas, row: &Row) -> usize {
    // What was and what was not share all words but the one that matters.
    let named = row.cells.iter().flatten().all(|(claim, _)| {
        let fact = comparing::fact_of(canvas.state, *claim);
        fact.is_some_and(|fact| {
            matches!(fact.value, Value::Name(_) | Value::Role { .. } | Value::Roster { .. })
        })
    });
    if row.verdict.is_none() || !named {
        return 0;
    }
    let dossier = strip::dossier(canvas);
    alike(row.cells.iter().flatten().map(|(claim, _)| dossier.display(*claim)))
}

/// Bytes of the whole words with which all of these begin and after which each has one more.
fn alike(mut said: impl Iterator<Item = String>) -> usize {
    let Some(first) = said.next() else { return 0 };
    let alike = said.fold(first.len(), |most, other| {
        let letters = first.char_indices().zip(other.chars());
        let until = letters.take_while(|((_, one), other)| one == other);
        most.min(until.last().map_or(0, |((at, letter), _)| at + letter.len_utf8()))
    });
    let head = first.get(..alike).unwrap_or_default();
    head.rfind(' ').map_or(0, |at| at + 1)
}

/// The value, or, where it is too long for its cell, the words in which it differs.
fn differing(canvas: &Canvas, said: &str, shared: usize, wide: u16) -> String {
    let room = usize::from(wide.saturating_sub(4));
    match said.get(shared..).filter(|rest| shared > 0 && !rest.is_empty()) {
        Some(rest) if width::of(said, &canvas.state.options.layout) > room => format!("…{rest}"),
        _ => said.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::alike;

    #[test]
    fn values_are_alike_in_whole_words_only() {
        let of = |said: &[&str]| alike(said.iter().map(|said| (*said).to_owned()));
        assert_eq!(of(&["سالم الحداد", "سالم الحدادي"]), "سالم ".len());
        assert_eq!(of(&["سالم الحداد", "سليم الحداد"]), 0);
        assert_eq!(of(&["Jan Novak", "Jan Nowak", "Jan Novák"]), "Jan ".len());
        assert_eq!(of(&["سالم", "سالم"]), 0);
        assert_eq!(of(&[]), 0);
    }
}
