//! The pane beside the reports: what is known of the report that is read, and its outline.

use crate::app::geometry::Rect;
use crate::app::side::HEAD;
use crate::app::state::Focus;
use crate::article::{Article, BlockKind, Known, Origin};

use super::canvas::Canvas;
use super::theme::Part;

/// Draws source, date, encoding and outline.
pub fn draw(canvas: &mut Canvas, area: Rect) {
    let state = canvas.state;
    let Some(article) = state.current() else { return };
    let about = about(canvas, article);
    for (nth, line) in about.iter().enumerate() {
        canvas.words(area.below(nth as u16).top(1), line, Part::Aside);
    }
    let area = area.below(HEAD as u16);
    let entries = state.side.outline.iter().enumerate().skip(state.side.top);
    for (nth, (at, entry)) in entries.take(area.height.into()).enumerate() {
        let line = area.below(nth as u16).top(1);
        let words = article.text.slice(entry.span).unwrap_or_default();
        let words = words.trim_start().lines().next().unwrap_or_default();
        let heading = matches!(entry.kind, BlockKind::Headline | BlockKind::Subhead);
        canvas.quoted(line, words, if heading { Part::Subhead } else { Part::Text });
        if at == state.side.selected {
            let focused = state.focus == Focus::Side;
            canvas.tint(line, if focused { Part::Chosen } else { Part::Title });
        }
    }
}

/// Outlet, date, encoding: what is not known is said to be unknown.
fn about(canvas: &Canvas, article: &Article) -> Vec<String> {
    let unknown = || canvas.messages.text("unknown").into_owned();
    let outlet = article.outlet.as_ref().map_or_else(unknown, |known| known.value.clone());
    let date = article.published.as_ref().map_or_else(unknown, |known| {
        let day = canvas.messages.day(known.value);
        if known.from == Origin::Reader { format!("✎ {day}") } else { day }
    });
    let mut lines = vec![
        canvas.say("about-outlet", &[("outlet", outlet.as_str().into())]),
        canvas.say("about-date", &[("date", date.as_str().into())]),
    ];
    if let Some(origin) = article.outlet.as_ref().map(origin) {
        lines.push(canvas.messages.text(origin).into_owned());
    }
    if article.encoding.guessed || article.encoding.damaged {
        let name = if article.encoding.damaged { "about-damaged" } else { "about-guessed" };
        lines.push(canvas.say(name, &[("encoding", article.encoding.name.into())]));
    }
    lines
}

/// Where a value about the report was learnt.
fn origin<T>(known: &Known<T>) -> &'static str {
    match known.from {
        Origin::Dossier => "known-from-dossier",
        Origin::Metadata => "known-from-metadata",
        Origin::Text(_) => "known-from-text",
        Origin::Reader => "known-from-reader",
    }
}
