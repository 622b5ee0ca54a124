//! The matrix: topics down, reports across; each cell its values in their colours, and the chosen
//! cell in full at the foot.

use crate::app::comparing;
use crate::app::geometry::Rect;
use crate::app::matrix::{Cell, NAME, Row, cell, fitting, foot, values};
use crate::article::{Article, ArticleId};
use crate::compare::Claim;
use crate::facts::Value;
use crate::text::width;

use super::canvas::Canvas;
use super::lines::{self, Line};
use super::strip;
use super::theme::Part;
use super::title::{isolated, source};

/// Draws names of reports, the topics that fit, and the chosen cell in full below them.
pub fn draw(canvas: &mut Canvas) {
    let state = canvas.state;
    let body = state.geometry.body;
    draw_heads(canvas, body.top(1));
    let foot = foot(body.height);
    let area = body.below(1).top(body.height.saturating_sub(1 + foot));
    if state.matrix.rows.is_empty() {
        let words = canvas.messages.text(comparing::nothing(canvas.state));
        canvas.words(area.padded(), &words, Part::Aside);
        return;
    }
    let mut rest = area;
    let rows = state.matrix.rows.iter().enumerate().skip(state.matrix.top);
    for (at, row) in rows {
        if rest.is_empty() {
            break;
        }
        let height = row.height() as u16;
        draw_row(canvas, rest.top(height), row, at == state.matrix.row);
        rest = rest.below(height);
    }
    draw_foot(canvas, body.below(body.height.saturating_sub(foot)));
}

fn draw_heads(canvas: &mut Canvas, line: Rect) {
    let state = canvas.state;
    let shown = fitting(line.width);
    let (all, left) = (state.articles.len(), state.matrix.left);
    canvas.fill(line, Part::TitleFocused);
    let count = state.matrix.rows.len().into();
    let title = if shown < all {
        // Others stand beyond the edge.
        let number = |at: usize| canvas.messages.number(at as f64);
        let (from, to) = (number(left + 1), number((left + shown).min(all)));
        let which = if from == to { from } else { format!("{from}–{to}") };
        let arguments = [("count", count), ("which", which.as_str().into()), ("all", all.into())];
        canvas.say("matrix-title-part", &arguments)
    } else {
        canvas.say("matrix-title", &[("count", count)])
    };
    let (at, mut columns) = canvas.split(line, NAME.min(line.width / 2));
    canvas.words(at.padded(), &title, Part::TitleFocused);
    let wide = cell(line.width, all);
    for article in state.articles.iter().skip(left).take(shown) {
        let (cell, left) = canvas.split(columns, wide.min(columns.width));
        columns = left;
        let name = numbered(canvas, article);
        canvas.words(cell.padded(), &name, Part::TitleFocused);
    }
}

fn numbered(canvas: &Canvas, article: &Article) -> String {
    let number = canvas.messages.number(f64::from(article.id.0) + 1.0);
    format!("{number} {}", source(canvas, article))
}

fn draw_row(canvas: &mut Canvas, area: Rect, row: &Row, chosen: bool) {
    let state = canvas.state;
    let (name, mut columns) = canvas.split(area, NAME.min(area.width / 2));
    let topic = named(canvas, row);
    let (_, part) = sign_of(row);
    canvas.words(name.top(1).padded(), &topic, part);
    if chosen {
        canvas.tint(name, Part::Title);
    }
    let wide = cell(state.geometry.body.width, state.articles.len());
    let first = row.cells.iter().position(|cell| !cell.is_empty());
    let shared = shared(canvas, row);
    let cells = row.cells.iter().enumerate().skip(state.matrix.left);
    for (at, cell) in cells.take(fitting(state.geometry.body.width)) {
        let (place, left) = canvas.split(columns, wide.min(columns.width));
        columns = left;
        // A report of another event is not silent about this one.
        if cell.is_empty() && is_of_event(canvas, first, at) {
            let (said, part) = match apart(canvas, row, ArticleId(at as u32)) {
                Some(claim) => (bracketed(canvas, claim), Part::Aside),
                None => ("∅".to_owned(), Part::Silent),
            };
            canvas.words(place.top(1).padded(), &said, part);
        }
        draw_values(canvas, place, row, cell, shared);
        if chosen && at == state.matrix.column {
            canvas.tint(place, Part::Chosen);
        }
    }
}

/// What a report tells of the topic without being set against the others.
fn apart(canvas: &Canvas, row: &Row, article: ArticleId) -> Option<Claim> {
    comparing::told_apart(canvas.state, article, row.first()?)
}

/// A value that was not set against the others.
fn bracketed(canvas: &Canvas, claim: Claim) -> String {
    format!("({})", isolated(&strip::dossier(canvas).short(claim)))
}

/// The values of a report, one below the other.
fn draw_values(canvas: &mut Canvas, place: Rect, row: &Row, cell: &Cell, shared: usize) {
    for (nth, (claim, value)) in values(cell).take(place.height.into()).enumerate() {
        let said = in_room(canvas, claim, place.width);
        let said = differing(canvas, &said, shared, place.width);
        let (words, part) = match row.verdict {
            Some(_) => {
                let letter = strip::letter(canvas, value);
                (format!("{letter} {}", isolated(&said)), strip::value_part(value))
            }
            None => (said, Part::Text),
        };
        canvas.words(place.below(nth as u16).top(1).padded(), &words, part);
    }
}

/// The value in words, or, where its cell has no room for them, as short as can be.
fn in_room(canvas: &Canvas, claim: Claim, wide: u16) -> String {
    let said = strip::dossier(canvas).short(claim);
    let fits = width::of(&said, &canvas.state.options.layout) <= room(wide);
    if fits { said } else { strip::dossier(canvas).brief(claim) }
}

/// Columns for a value in a cell: its letter and the margins are not its own.
fn room(wide: u16) -> usize {
    usize::from(wide.saturating_sub(4))
}

fn sign_of(row: &Row) -> (&'static str, Part) {
    let verdict = row.verdict;
    verdict.map_or(("=", Part::Agreed), |verdict| (strip::sign(verdict), strip::part_of(verdict)))
}

/// Sign and name of a topic.
fn named(canvas: &Canvas, row: &Row) -> String {
    let claims = row.cells.iter().flatten().map(|(claim, _)| *claim);
    let topic = strip::dossier(canvas).named(&row.topic, &row.label, claims);
    let own = if row.own { "✎" } else { "" };
    format!("{own}{} {}", sign_of(row).0, isolated(&topic))
}

/// Topic and report of the chosen cell, and all that the report says of it, in full.
fn draw_foot(canvas: &mut Canvas, area: Rect) {
    let matrix = &canvas.state.matrix;
    let Some(row) = matrix.rows.get(matrix.row).filter(|_| !area.is_empty()) else { return };
    let Some(article) = canvas.state.articles.get(matrix.column) else { return };
    let head = format!("{} · {}", named(canvas, row), numbered(canvas, article));
    canvas.fill(area.top(1), Part::Title);
    canvas.words(area.top(1).padded(), &head, Part::Title);
    let mut lines: Vec<Line> = Vec::new();
    for (claim, value) in row.cells.get(matrix.column).into_iter().flatten() {
        let line = told(canvas, row, *claim, *value);
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    if lines.is_empty() {
        let apart = apart(canvas, row, article.id);
        let why = if apart.is_some() { "told-apart" } else { "not-mentioned" };
        lines.push((canvas.messages.text(why).into_owned(), Part::Aside));
        lines.extend(apart.map(|claim| {
            let surface = isolated(strip::dossier(canvas).surface(claim));
            (format!("{} «{surface}»", bracketed(canvas, claim)), Part::Text)
        }));
    }
    lines::draw(canvas, area.below(1).padded(), &lines, 0);
}

/// A claim: the letter of its value, the value, its words.
fn told(canvas: &Canvas, row: &Row, claim: Claim, value: usize) -> Line {
    let dossier = strip::dossier(canvas);
    let letter = row.verdict.map(|_| strip::letter(canvas, value));
    let letter = letter.map_or_else(String::new, |letter| format!("{letter} "));
    let said = dossier.display(claim);
    let surface = dossier.surface(claim);
    let names = comparing::fact_of(canvas.state, claim).is_some_and(|fact| is_name(&fact.value));
    let words = if names || surface == said {
        String::new()
    } else {
        format!(" «{}»", isolated(surface))
    };
    (format!("{letter}{}{words}", isolated(&said)), strip::value_part(value))
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
        fact.is_some_and(|fact| is_name(&fact.value))
    });
    if row.verdict.is_none() || !named {
        return 0;
    }
    let dossier = strip::dossier(canvas);
    alike(row.cells.iter().flatten().map(|(claim, _)| dossier.display(*claim)))
}

fn is_name(value: &Value) -> bool {
    matches!(value, Value::Name(_) | Value::Role { .. } | Value::Roster { .. })
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
    match said.get(shared..).filter(|rest| shared > 0 && !rest.is_empty()) {
        Some(rest) if width::of(said, &canvas.state.options.layout) > room(wide) => {
            format!("…{rest}")
        }
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
