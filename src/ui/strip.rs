//! The strip over the panes: the disputed topic, what each source says of it, who is silent.
//!
//! A value has the same letter and the same colour here, in the texts, on the card and in the
//! matrix; a verdict has a sign besides its colour ([`sign`]).

use crate::app::comparing;
use crate::app::geometry::Rect;
use crate::article::ArticleId;
use crate::compare::{Disagreement, Dossier, Position, Verdict};
use crate::locale;
use crate::text::width;

use super::canvas::Canvas;
use super::theme::Part;
use super::title::isolated;

/// Columns for the separator and the count of the values that do not fit.
const MORE: usize = 6;

/// Draws the strip, where there is room for one.
pub fn draw(canvas: &mut Canvas) {
    let area = canvas.state.geometry.strip;
    let Some(topic) = comparing::current(canvas.state).filter(|_| !area.is_empty()) else { return };
    canvas.fill(area, Part::Status);
    let rest = draw_topic(canvas, area.top(1).padded(), topic);
    let values = if area.height > 1 { area.below(1).top(1).padded() } else { rest };
    draw_values(canvas, values, topic);
}

/// Sign, place among the topics, name. Returns what is left of the line.
fn draw_topic(canvas: &mut Canvas, area: Rect, topic: &Disagreement) -> Rect {
    let comparing = &canvas.state.comparing;
    let (at, all) = (comparing.at + 1, comparing.disputed.len());
    let name = dossier(canvas).named(&topic.topic, &topic.label, topic.members());
    let place = canvas.say("strip-place", &[("at", at.into()), ("all", all.into())]);
    let own = if comparing::is_own(topic) { "✎" } else { "" };
    let sign = format!("{own}{} ", sign(topic.verdict));
    let rest = part(canvas, area, &sign, on_bar(part_of(topic.verdict)));
    let rest = part(canvas, rest, &format!("{place} · "), Part::Status);
    part(canvas, rest, &format!("{name}  "), Part::TitleFocused)
}

/// Each value with those who report it, then those who are silent: the reports by name, or by
/// number where the names do not fit.
fn draw_values(canvas: &mut Canvas, area: Rect, topic: &Disagreement) {
    let layout = canvas.state.options.layout;
    let wide = |words: &[String]| words.iter().map(|one| width::of(one, &layout)).sum::<usize>();
    let (mut words, mut silent) = told(canvas, topic, false);
    let bars = 3 * words.len().saturating_sub(1);
    if wide(&words) + bars + width::of(&silent, &layout) > area.width.into() {
        (words, silent) = told(canvas, topic, true);
    }
    let mut rest = area;
    let count = topic.positions.len();
    for (at, words) in words.iter().enumerate() {
        let wanted = width::of(words, &layout) + if at + 1 < count { MORE } else { 0 };
        if at > 0 && wanted > usize::from(rest.width) {
            return draw_rest(canvas, rest, count - at);
        }
        rest = part(canvas, rest, words, value_part(at));
        if at + 1 < count {
            rest = part(canvas, rest, " │ ", Part::Status);
        }
    }
    if words.len() < count {
        return draw_rest(canvas, rest, count - words.len());
    }
    part(canvas, rest, &silent, Part::Status);
}

/// What does not fit is counted; the card and the matrix have it.
fn draw_rest(canvas: &mut Canvas, area: Rect, left: usize) {
    let left = canvas.messages.number(left as f64);
    part(canvas, area, &format!("+{left}"), Part::Key);
}

/// More values than a line has room for, and more reports than it can name.
const ROOM: usize = 40;

/// The words of each value and of the silence.
fn told(canvas: &Canvas, topic: &Disagreement, short: bool) -> (Vec<String>, String) {
    let values = topic.positions.iter().enumerate().take(ROOM);
    let worded = if short { value_short } else { value };
    let values = values.map(|(at, position)| worded(canvas, at, position));
    let silent = canvas.state.comparing.silent();
    let silent = match silent.len() {
        0 => String::new(),
        _ if short => format!(" │ ∅ {}", numbers(canvas, silent.iter().copied())),
        count => {
            let names = if count > 2 {
                canvas.say("strip-silent-count", &[("count", count.into())])
            } else {
                let names: Vec<String> = silent.iter().map(|id| source(canvas, *id)).collect();
                canvas.messages.list(names.iter().map(String::as_str))
            };
            format!(" │ ∅ {}", canvas.say("strip-silent", &[("sources", names.as_str().into())]))
        }
    };
    (values.collect(), silent)
}

/// A value with the numbers of the reports that have it.
fn value_short(canvas: &Canvas, at: usize, position: &Position) -> String {
    let said = position.claims.first().map(|claim| dossier(canvas).brief(*claim));
    let said = isolated(&said.unwrap_or_default());
    let mut reports: Vec<ArticleId> = position.claims.iter().map(|claim| claim.article).collect();
    reports.sort_unstable();
    reports.dedup();
    format!("{} {said} ({})", letter(canvas, at), numbers(canvas, reports.into_iter()))
}

/// The numbers of reports, as the list has them; no line has room for more of them.
fn numbers(canvas: &Canvas, mut reports: impl Iterator<Item = ArticleId>) -> String {
    let comma = if canvas.messages.is_arabic() { "، " } else { ", " };
    let numbers = reports.by_ref().take(ROOM);
    let numbers = numbers.map(|id| canvas.messages.number(f64::from(id.0) + 1.0));
    let mut numbers = numbers.collect::<Vec<_>>();
    numbers.extend(reports.next().map(|_| "…".to_owned()));
    numbers.join(comma)
}

/// The outlet of a report, else its number: the name of its file says nothing.
pub fn source(canvas: &Canvas, id: ArticleId) -> String {
    let article = canvas.state.articles.get(id.0 as usize);
    match article.filter(|article| article.outlet.is_some()) {
        Some(article) => super::title::source(canvas, article),
        None => canvas.say("reason-report", &[("n", (id.0 as usize + 1).into())]),
    }
}

fn value(canvas: &Canvas, at: usize, position: &Position) -> String {
    let dossier = dossier(canvas);
    let mut reports = position.claims.clone();
    reports.dedup_by_key(|claim| claim.article);
    let mut sources: Vec<String> = Vec::new();
    for claim in reports.iter().take(ROOM) {
        let source = dossier.source(*claim);
        if !sources.contains(&source) {
            sources.push(source);
        }
    }
    let unnamed = reports.len().saturating_sub(ROOM);
    let said = position.claims.first().map(|claim| dossier.short(*claim)).unwrap_or_default();
    let (first, more) = (sources.first().cloned().unwrap_or_default(), sources.len() + unnamed);
    let who = if more > 1 {
        let more = canvas.messages.number((more - 1) as f64);
        format!("{} +{more}", isolated(&first))
    } else {
        isolated(&first)
    };
    format!("{} {who}: {}", letter(canvas, at), isolated(&said))
}

/// Writes words and returns what is left of the line.
fn part(canvas: &mut Canvas, area: Rect, words: &str, part: Part) -> Rect {
    if area.is_empty() {
        return area;
    }
    let taken = canvas.words(area, words, part);
    canvas.split(area, taken.min(area.width)).1
}

/// What the wording of values and reasons needs.
pub fn dossier<'a>(canvas: &Canvas<'a>) -> Dossier<'a> {
    let state = canvas.state;
    Dossier { articles: &state.articles, readings: &state.readings, messages: canvas.messages }
}

/// The sign of a verdict: never colour alone.
pub fn sign(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Contradiction => "≠",
        Verdict::UpdateOverTime => "↻",
        Verdict::DifferentPrecision | Verdict::VariantSpelling => "≈",
        Verdict::Compatible => "=",
    }
}

pub fn part_of(verdict: Verdict) -> Part {
    match verdict {
        Verdict::Contradiction => Part::Contradiction,
        Verdict::UpdateOverTime => Part::Update,
        Verdict::DifferentPrecision | Verdict::VariantSpelling => Part::Precision,
        Verdict::Compatible => Part::Agreed,
    }
}

/// The same on a bar: there no shade of green or grey is both itself and easy to read.
pub fn on_bar(part: Part) -> Part {
    if matches!(part, Part::Agreed | Part::Faint) { Part::Title } else { part }
}

/// The letter of a value, by its place in the topic.
pub fn letter(canvas: &Canvas, at: usize) -> char {
    locale::letter(at, canvas.messages.is_arabic()).unwrap_or('+')
}

/// The colour of a value, by its place in the topic.
pub fn value_part(at: usize) -> Part {
    const PARTS: [Part; 4] = [Part::Value1, Part::Value2, Part::Value3, Part::Value4];
    PARTS.get(at % PARTS.len()).copied().unwrap_or(Part::Value1)
}
