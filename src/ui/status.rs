//! The last row: where the reader is, the search, keys being typed, and what there is to be told.

use crate::app::jumps::Spot;
use crate::app::key::show_keys;
use crate::app::keymap::Pending;
use crate::app::notice::{Argument, Notice};
use crate::app::state::Awaiting;
use crate::locale::{Arg, Messages};

use super::canvas::Canvas;
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
        let words = worded(canvas.messages, notice);
        canvas.words(rest, &words, if grave { part } else { Part::Notice });
        return;
    }
    if pending.is_empty() && area.width >= 60 {
        let hint = canvas.messages.text("status-hint");
        rest = canvas.words_at_end(rest, &format!(" {hint}"), part);
    }
    let locked = state.lock.holds.then(|| canvas.messages.text("status-locked").into_owned());
    let parts = [locked, place(canvas), reading(canvas), search(canvas)];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    canvas.words(rest, &parts.join(" · "), part);
}

/// A notice in the language of the interface. Words from outside are isolated, so that they
/// cannot disturb the order of the sentence.
pub fn worded(messages: &Messages, notice: &Notice) -> String {
    let arguments: Vec<(&str, Value)> =
        notice.arguments.iter().map(|(name, value)| (*name, value_of(value))).collect();
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

fn value_of(argument: &Argument) -> Value {
    match argument {
        Argument::Number(number) => Value::Number(*number as f64),
        Argument::Words(words) => Value::Words(isolated(words)),
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
