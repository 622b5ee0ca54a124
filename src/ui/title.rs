//! The title row of a pane: its number, whose report it is, how far it has been read.

use crate::app::geometry::Placed;
use crate::app::state::Focus;
use crate::app::{panes, side};
use crate::article::{Article, Origin};
use crate::locale::Arg;

use super::canvas::Canvas;
use super::theme::Part;

/// Words from outside for use in a sentence: their direction is their own.
pub use crate::text::direction::isolated;

/// Draws the title row of a pane.
pub fn draw(canvas: &mut Canvas, placed: &Placed) {
    let focused = canvas.state.focus == placed.what;
    let part = if focused { Part::TitleFocused } else { Part::Title };
    canvas.fill(placed.title, part);
    let number = if placed.title.width < ROOM { Number::After } else { Number::Words };
    let name = name(canvas, placed.what, number);
    let mut area = placed.title.padded();
    if let Some(percent) = percent(canvas, placed.what).filter(|_| area.width > 12) {
        area = canvas.words_at_end(area, &format!(" {percent}"), part);
    }
    canvas.words(area, &name, part);
}

/// Columns from which a title says the number of its report in words.
const ROOM: u16 = 34;

/// How the title of a report says the report's number, by which the list, the strip and reasons name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Number {
    /// «report 3» before the outlet.
    Words,
    /// `(3)` after it, as in the strip.
    After,
    /// Only where the outlet is not known.
    Nowhere,
}

/// Number and name of a pane.
pub fn name(canvas: &Canvas, what: Focus, said: Number) -> String {
    let order = panes::order(canvas.state);
    let number = order.iter().position(|pane| *pane == what).map_or(0, |at| at + 1);
    let number = canvas.messages.number(number as f64);
    let name = match what {
        Focus::List => list_name(canvas),
        Focus::Side => {
            let name = match canvas.state.side.kind {
                side::Kind::Outline => "pane-outline",
                side::Kind::Facts => "pane-facts",
            };
            canvas.messages.text(name).into_owned()
        }
        Focus::Report(at) => {
            let article =
                canvas.state.panes.get(at).and_then(|pane| canvas.state.article(pane.article));
            article.map(|article| numbered(canvas, article, said)).unwrap_or_default()
        }
    };
    format!("{number} {name}")
}

fn list_name(canvas: &Canvas) -> String {
    let count = canvas.state.articles.len();
    match canvas.state.left_to_load {
        0 => canvas.say("pane-list", &[("count", count.into())]),
        left => {
            let all = Arg::from(count + left);
            canvas.say("pane-list-loading", &[("count", count.into()), ("all", all)])
        }
    }
}

/// The outlet of a report, else its file, else that it is not known; one record of many, whose file
/// says nothing, by its headline or its id.
pub fn source(canvas: &Canvas, article: &Article) -> String {
    let outlet = article.outlet.as_ref().map(|known| match known.from {
        Origin::Reader => format!("✎ {}", known.value),
        _ => known.value.clone(),
    });
    let file = || {
        if article.record.is_some() {
            return article.called().map(|name| crate::error::visible(&name));
        }
        let name = article.path.as_ref()?.file_stem()?.to_string_lossy().into_owned();
        Some(crate::error::visible(&name))
    };
    let name = outlet.or_else(file);
    let unknown = || canvas.messages.text("source-unknown").into_owned();
    name.map_or_else(unknown, |name| isolated(&name))
}

/// The same with the report's number.
fn numbered(canvas: &Canvas, article: &Article, said: Number) -> String {
    let (source, number) = (source(canvas, article), f64::from(article.id.0) + 1.0);
    match said {
        Number::After if article.outlet.is_some() => {
            format!("{source} ({})", canvas.messages.number(number))
        }
        Number::Nowhere if article.outlet.is_some() => source,
        _ => format!("{} · {source}", canvas.say("pane-report", &[("n", Arg::Number(number))])),
    }
}

/// How far the report has been read, in percent of the bytes of its words.
fn percent(canvas: &Canvas, what: Focus) -> Option<String> {
    let Focus::Report(at) = what else { return None };
    let pane = canvas.state.panes.get(at)?;
    let whole = pane.flow.document.pieces.last()?.span.end.max(1);
    let read = pane.lines.last().map_or(0, |shown| shown.line.span.end).min(whole);
    Some(canvas.messages.percent((100 * u64::from(read) / u64::from(whole)) as f64))
}
