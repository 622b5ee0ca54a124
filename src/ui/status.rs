//! The last row: where the reader is, the search, keys being typed, and what there is to be told.

use crate::app::geometry::Rect;
use crate::app::jumps::Spot;
use crate::app::key::show_keys;
use crate::app::keymap::Pending;
use crate::app::notice::{Argument, Notice};
use crate::app::state::Awaiting;
use crate::locale::{Arg, Messages};
use crate::text::{Paragraph, Span};

use super::canvas::Canvas;
use super::paint::interface;
use super::theme::Part;
use super::title::{isolated, source};

/// Draws the status line: a notice in place of the rest while there is one.
pub fn draw(canvas: &mut Canvas) {
    let state = canvas.state;
    let area = state.geometry.status;
    let grave = state.notice.as_ref().is_some_and(|notice| notice.grave);
    let part = if grave { Part::Grave } else { Part::Status };
    canvas.fill(area, part);
    let pending = pending(&state.pending, state.awaiting);
    let mut rest = area.padded();
    if !pending.is_empty() {
        rest = canvas.words_at_end(rest, &format!(" {pending}"), part);
    }
    if let Some(notice) = &state.notice {
        let told = state.unread.iter().chain([notice]);
        let told: Vec<String> = told.map(|notice| worded(canvas.messages, notice)).collect();
        return tell(canvas, rest, &told, if grave { part } else { Part::Notice });
    }
    if pending.is_empty() && area.width >= 60 {
        let hint = canvas.messages.text("status-hint");
        rest = canvas.words_at_end(rest, &format!(" {hint}"), part);
    }
    let locked = state.lock.holds.then(|| canvas.messages.text("status-locked").into_owned());
    let parts =
        [locked, place(canvas), event(canvas), copies(canvas), reading(canvas), search(canvas)];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    canvas.words(rest, &parts.join(" · "), part);
}

/// What went wrong while a text field is open: in the rows over the field.
pub fn over_field(canvas: &mut Canvas) {
    let state = canvas.state;
    let Some(notice) = state.notice.as_ref().filter(|notice| notice.grave) else { return };
    let status = state.geometry.status;
    if status.y == 0 || status.is_empty() {
        return;
    }
    let line = Rect { y: status.y - 1, ..status };
    canvas.fill(line, Part::Grave);
    let told: Vec<String> =
        state.unread.iter().chain([notice]).map(|it| worded(canvas.messages, it)).collect();
    tell(canvas, line.padded(), &told, Part::Grave);
}

/// Writes notices in the status line, and over the rows above it where they are longer.
fn tell(canvas: &mut Canvas, line: Rect, told: &[String], part: Part) {
    let layout = interface(canvas.state.options.layout.with_width(line.width), canvas.rtl());
    let mut rows = Vec::new();
    for words in told {
        let paragraph = Paragraph::new(words, Span::new(0, words.len()), &layout);
        rows.extend(paragraph.lines(words).into_iter().map(|one| paragraph.row(words, one)));
    }
    let most = usize::from(canvas.state.geometry.body.height / 2) + 1;
    let above = rows.len().min(most).saturating_sub(1) as u16;
    let area = Rect { y: line.y - above.min(line.y), height: above.min(line.y) + 1, ..line };
    if above > 0 {
        let status = canvas.state.geometry.status;
        canvas.fill(Rect { y: area.y, height: area.height, ..status }, part);
    }
    if rows.len() > most {
        // The last row says that there is more.
        let left = told.len().to_string();
        let more = canvas.say("notice-more", &[("count", left.as_str().into())]);
        rows.truncate(most - 1);
        canvas.words(area.below(area.height - 1), &more, part);
    }
    let style = canvas.style(part);
    for (nth, row) in rows.iter().enumerate() {
        canvas.row(area.below(nth as u16).top(1), row, |_| style);
    }
}

/// A notice in the language of the interface. Words from outside are isolated, so that they
/// cannot disturb the order of the sentence.
pub fn worded(messages: &Messages, notice: &Notice) -> String {
    let arguments: Vec<(&str, Value)> =
        notice.arguments.iter().map(|(name, value)| (*name, value_of(messages, value))).collect();
    let arguments: Vec<(&str, Arg)> =
        arguments.iter().map(|(name, value)| (*name, value.arg())).collect();
    messages.with(notice.message, &arguments)
}

enum Value {
    Number(f64),
    Words(String),
}

impl Value {
    fn arg(&self) -> Arg<'_> {
        match self {
            Self::Number(number) => Arg::Number(*number),
            Self::Words(words) => Arg::Words(words),
        }
    }
}

fn value_of(messages: &Messages, argument: &Argument) -> Value {
    match argument {
        Argument::Number(number) => Value::Number(*number as f64),
        Argument::Words(words) => Value::Words(isolated(words)),
        Argument::Reports(reports) => {
            let one = |(number, name): &(usize, String)| {
                let number = messages.number(*number as f64);
                format!("{number} {}", isolated(name))
            };
            let reports: Vec<String> = reports.iter().map(one).collect();
            Value::Words(messages.list(reports.iter().map(String::as_str)))
        }
    }
}

/// Count and keys of a command that has been begun.
fn pending(pending: &Pending, awaiting: Option<Awaiting>) -> String {
    if pending.is_empty() && awaiting.is_none() {
        return String::new();
    }
    let count = pending.count.map(|count| count.to_string()).unwrap_or_default();
    let named = match awaiting {
        Some(Awaiting::Mark) => "m",
        Some(Awaiting::ToMark) => "'",
        None => "",
    };
    format!("\u{2066}{count}{}{named}\u{2069}", show_keys(&pending.keys))
}

/// The report that is read, and its place among all.
fn place(canvas: &Canvas) -> Option<String> {
    let article = canvas.state.current()?;
    let source = source(canvas, article);
    let at = canvas.messages.number(f64::from(article.id.0) + 1.0);
    let all = canvas.messages.number(canvas.state.articles.len() as f64);
    Some(canvas.say(
        "status-place",
        &[
            ("at", at.as_str().into()),
            ("all", all.as_str().into()),
            ("source", source.as_str().into()),
        ],
    ))
}

/// The event that the report is about, where there are several: reports of different events are
/// not set against each other.
fn event(canvas: &Canvas) -> Option<String> {
    let events = &canvas.state.comparison.as_ref()?.events;
    let article = canvas.state.current()?.id;
    let at = events.iter().position(|event| event.contains(&article))? + 1;
    let words = || canvas.say("status-event", &[("at", at.into()), ("all", events.len().into())]);
    (events.len() > 1).then(words)
}

/// The reports that have the same text as this one.
fn copies(canvas: &Canvas) -> Option<String> {
    let article = canvas.state.current()?.id;
    let groups = &canvas.state.comparison.as_ref()?.copies;
    let group = groups.iter().find(|group| group.contains(&article))?;
    let others: Vec<String> = group
        .iter()
        .filter(|id| **id != article)
        .map(|id| canvas.messages.number(f64::from(id.0) + 1.0))
        .collect();
    let list = canvas.messages.list(others.iter().map(String::as_str));
    let some = [("n", others.len().into()), ("list", list.as_str().into())];
    let reports = canvas.say("report-some", &some);
    Some(canvas.say("status-copies", &[("reports", reports.as_str().into())]))
}

/// How far the claims have been read, while that goes on.
fn reading(canvas: &Canvas) -> Option<String> {
    let (done, all) = canvas.state.reading?;
    Some(canvas.say("status-reading", &[("done", done.into()), ("all", all.into())]))
}

/// The search: which hit of how many, and whether more may come.
fn search(canvas: &Canvas) -> Option<String> {
    let search = &canvas.state.search;
    if search.words.is_empty() {
        return None;
    }
    let pane = canvas.state.pane()?;
    let spot = Spot { article: pane.article, offset: pane.cursor };
    let total = search.total();
    let mut said = match search.number_at(spot) {
        Some(at) => canvas.say("status-hit", &[("at", at.into()), ("count", total.into())]),
        None => canvas.say("status-hits", &[("count", total.into())]),
    };
    if search.left > 0 {
        said.push('…');
    }
    let words = isolated(&search.words);
    Some(
        canvas.say(
            "status-search",
            &[("words", words.as_str().into()), ("hits", said.as_str().into())],
        ),
    )
}
