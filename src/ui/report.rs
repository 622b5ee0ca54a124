//! An open report: its lines, and what lies over them: hits, selection, cursor.
//!
//! To light up something else in the text (facts, evidence, bookmarks), push its span and part in
//! [`overlays`]; later ones lie over earlier ones.

use ratatui::style::Style;

use crate::app::claims;
use crate::app::comparing::Evidence;
use crate::app::flow::{Look, Shown};
use crate::app::geometry::Rect;
use crate::app::pane::Pane;
use crate::app::state::Focus;
use crate::article::BlockKind;
use crate::text::{Direction, InOrder, Span};

use super::canvas::Canvas;
use super::strip;
use super::theme::Part;

/// Rows where a report has nothing, while another one beside it has.
const VOID: &str = "┆";

/// Draws the report of a pane.
pub fn draw(canvas: &mut Canvas, area: Rect, at: usize) {
    let Some(pane) = canvas.state.panes.get(at) else { return };
    let focused = canvas.state.focus == Focus::Report(at);
    let overlays = overlays(canvas, pane, focused);
    for (nth, shown) in pane.lines.iter().enumerate() {
        let line = area.below(nth as u16).top(1);
        match shown.line.look {
            Look::Words => {
                draw_words(canvas, line, pane, shown, &overlays);
                draw_sign(canvas, line, pane, shown);
            }
            Look::Folded => draw_folded(canvas, line, pane, shown, &overlays),
            Look::Gap => {}
            Look::Silent => {
                let words = canvas.messages.text("lock-silent");
                canvas.words(line, &words, Part::Faint);
            }
            Look::Void => {
                canvas.words(line, VOID, Part::Faint);
            }
        }
    }
}

fn draw_words(
    canvas: &mut Canvas,
    area: Rect,
    pane: &Pane,
    shown: &Shown,
    overlays: &[(Span, Style)],
) {
    let Some(row) = &shown.row else { return };
    let kind = pane.flow.document.get(shown.line.place.piece).map(|piece| piece.kind);
    let base = canvas.style(kind.map_or(Part::Text, part_of));
    let here = overlays.iter().filter(|(span, _)| span.overlaps(row.span));
    let overlays: Vec<&(Span, Style)> = here.collect();
    canvas.row(area, row, |cell| {
        let over = overlays.iter().filter(|(span, _)| span.overlaps(cell.span));
        over.fold(base, |style, (_, over)| style.patch(*over))
    });
}

/// In the margin where the line begins: the letter of the value that the topic in the strip rests
/// on, else the sign of the verdict.
fn draw_sign(canvas: &mut Canvas, area: Rect, pane: &Pane, shown: &Shown) {
    let comparing = &canvas.state.comparing;
    let window = shown.line.span;
    let rtl = shown.row.as_ref().is_some_and(|row| row.direction == Direction::Rtl);
    let places = canvas.state.keeping.places(pane.article);
    if let Some(place) = places.iter().find(|place| place.span.overlaps(window)) {
        // On the far side, so that it never hides the sign of a disagreement.
        let sign = if place.changed { "☆" } else { "★" };
        let colour = canvas.state.keeping.book.get(&place.id).and_then(|kept| kept.colour);
        canvas.in_margin(area, !rtl, sign, colour.map_or(Part::Key, super::notebook::marker));
    }
    let here = comparing.evidence(pane.article, window).find(|one| one.topic == comparing.at);
    let Some(evidence) = here.or_else(|| comparing.evidence(pane.article, window).next()) else {
        if shown.parallel {
            canvas.in_margin(area, rtl, "≡", Part::Faint);
        }
        return;
    };
    let (sign, part) = if evidence.topic == comparing.at {
        (strip::letter(canvas, evidence.value).to_string(), strip::value_part(evidence.value))
    } else {
        (strip::sign(evidence.verdict).to_owned(), strip::part_of(evidence.verdict))
    };
    canvas.in_margin(area, rtl, &sign, part);
}

/// One line that says how many lines of menus lie under it.
fn draw_folded(
    canvas: &mut Canvas,
    area: Rect,
    pane: &Pane,
    shown: &Shown,
    overlays: &[(Span, Style)],
) {
    let article = canvas.state.article(pane.article);
    let words = article.and_then(|article| article.text.slice(shown.line.span)).unwrap_or_default();
    let lines = words.lines().filter(|line| !line.trim().is_empty()).count();
    let said = canvas.say("chrome-lines", &[("count", lines.into())]);
    canvas.words(area, &said, Part::Faint);
    let here = shown.line.span.contains(pane.cursor);
    let over = overlays.last().filter(|_| here);
    if let Some((_, style)) = over {
        let (first, _) = canvas.split(area, 1);
        canvas.tint_with(first, *style);
    }
}

/// How a kind of block looks.
fn part_of(kind: BlockKind) -> Part {
    match kind {
        BlockKind::Headline => Part::Headline,
        BlockKind::Subhead => Part::Subhead,
        BlockKind::Paragraph | BlockKind::ListItem | BlockKind::TableRow => Part::Text,
        BlockKind::Dateline | BlockKind::Caption => Part::Aside,
        BlockKind::Chrome => Part::Faint,
    }
}

/// What lies over the text, in the window that is shown, from the bottom up.
fn overlays(canvas: &Canvas, pane: &Pane, focused: bool) -> Vec<(Span, Style)> {
    let ends = pane.lines.first().zip(pane.lines.last());
    let Some((first, last)) = ends else { return Vec::new() };
    let window = first.line.span.union(last.line.span);
    let mut overlays: Vec<(Span, Style)> = fact(canvas, pane).into_iter().collect();
    overlays.extend(evidence(canvas, pane, window));
    let hits = canvas.state.search.in_article(pane.article);
    let from = hits.partition_point(|hit| hit.end <= window.start);
    let hits = hits.iter().skip(from).take_while(|hit| hit.start < window.end);
    let datelines = pane.flow.document.datelines.iter().filter(|span| span.overlaps(window));
    overlays.extend(datelines.map(|span| (*span, canvas.style(Part::Aside))));
    overlays.extend(hits.map(|hit| (*hit, canvas.style(Part::Hit))));
    if let Some(selection) = pane.selection {
        overlays.push((selection.span, canvas.style(Part::Selection)));
    }
    let cursor = if focused { Part::Cursor } else { Part::CursorAway };
    let at = Span { start: pane.cursor, end: pane.cursor + 1 };
    overlays.push((at, canvas.style(cursor)));
    overlays
}

/// The words of the fact under the cursor, in the report that is read: the one that the pane of
/// facts has chosen.
fn fact(canvas: &Canvas, pane: &Pane) -> Option<(Span, Style)> {
    let state = canvas.state;
    let read = state.pane().filter(|read| read.article == pane.article)?;
    let chosen = claims::under_cursor(state).filter(|_| read.selection.is_none())?;
    Some((chosen.1.span, canvas.style(Part::Evidence)))
}

/// The words that disagreements rest on: those of the topic in the strip in the colour of their
/// value, the others in that of their verdict.
fn evidence(canvas: &Canvas, pane: &Pane, window: Span) -> Vec<(Span, Style)> {
    let comparing = &canvas.state.comparing;
    let mut all: Vec<_> = comparing.evidence(pane.article, window).collect();
    all.put_in_order_of(|evidence| evidence.topic == comparing.at);
    let part = |evidence: &Evidence| {
        let here = evidence.topic == comparing.at;
        if here { strip::value_part(evidence.value) } else { strip::part_of(evidence.verdict) }
    };
    let style = |evidence: &Evidence| canvas.style(part(evidence));
    all.into_iter().map(|evidence| (evidence.span, style(evidence))).collect()
}
