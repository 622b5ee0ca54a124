//! The facts of the report beside it: by kind, each with its sign, its value and what it is about.

use crate::app::claims;
use crate::app::geometry::Rect;
use crate::app::side::{self, Row};
use crate::app::state::Focus;
use crate::compare::{Claim, Verdict};
use crate::facts::{Fact, FactId, Kind, Reading};

use super::canvas::Canvas;
use super::lines;
use super::strip::{self, sign};
use super::theme::Part;
use super::title::isolated;

/// Draws the count and the facts that fit.
pub fn draw(canvas: &mut Canvas, area: Rect) {
    let state = canvas.state;
    let Some(reading) = claims::reading(state) else {
        let words = canvas.messages.text("comparing");
        canvas.words(area, &words, Part::Aside);
        return;
    };
    let (facts, unread) = claims::counts(reading);
    let mut counts = canvas.say("facts-count", &[("count", facts.into())]);
    if let Some(kind) = state.side.only {
        counts = format!("{counts} · {}", kinds_name(canvas, kind));
    }
    canvas.words(area.top(1), &counts, Part::Aside);
    let words = canvas.say("facts-unread", &[("count", unread.into())]);
    let part = if unread > 0 { Part::Key } else { Part::Aside };
    canvas.words(area.below(1).top(1), &words, part);
    let foot = side::foot(area.height.into()) as u16;
    let (area, foot) = (area.top(area.height - foot), area.below(area.height - foot));
    draw_foot(canvas, foot, reading);
    let area = area.below(side::FACTS_HEAD as u16);
    let rows = state.side.rows.iter().skip(state.side.top).take(area.height.into());
    for (nth, row) in rows.enumerate() {
        let line = area.below(nth as u16).top(1);
        match row {
            Row::Kind(kind, count) => draw_kind(canvas, line, *kind, *count),
            Row::Fact(entry) => draw_entry(canvas, line, reading, *entry),
        }
    }
}

/// The chosen fact in full, where the pane cuts it.
fn draw_foot(canvas: &mut Canvas, area: Rect, reading: &Reading) {
    let side = &canvas.state.side;
    let place = side.facts.get(side.selected).copied();
    let Some((place, fact)) = place.and_then(|at| Some((at, reading.facts.get(at)?))) else {
        return;
    };
    if area.is_empty() {
        return;
    }
    canvas.fill(area.top(1), Part::Title);
    let (sign, part) = standing(canvas, place, fact);
    let (at, rest) = canvas.split(area.top(1), 2);
    canvas.words(at, sign, strip::on_bar(part));
    let kind = kind_name(canvas, fact.kind);
    canvas.words(rest, &kind, Part::Title);
    // In the direction of the interface, as in the row above.
    let words = said(canvas, place, fact);
    lines::draw(canvas, area.below(1), &[(words, Part::Key)], 0);
}

/// The heading over the facts of a kind, and how many they are.
fn draw_kind(canvas: &mut Canvas, line: Rect, kind: Kind, count: usize) {
    let name = kinds_name(canvas, kind);
    let count = canvas.messages.number(count as f64);
    let taken = canvas.words(line, &name, Part::Subhead);
    let (_, rest) = canvas.split(line, taken.min(line.width));
    canvas.words(rest, &format!(" {count}"), Part::Faint);
}

fn draw_entry(canvas: &mut Canvas, line: Rect, reading: &Reading, entry: usize) {
    let side = &canvas.state.side;
    let place = side.facts.get(entry).copied();
    let Some((place, fact)) = place.and_then(|at| Some((at, reading.facts.get(at)?))) else {
        return;
    };
    draw_fact(canvas, line, place, fact);
    if entry == canvas.state.side.selected {
        let focused = canvas.state.focus == Focus::Side;
        canvas.tint(line, if focused { Part::Chosen } else { Part::Title });
    }
}

fn draw_fact(canvas: &mut Canvas, line: Rect, place: usize, fact: &Fact) {
    let (sign, part) = standing(canvas, place, fact);
    let (at, rest) = canvas.split(line, 2);
    canvas.words(at, sign, part);
    let words = said(canvas, place, fact);
    canvas.words(rest, &words, Part::Text);
}

/// The value of a fact and what it is about.
fn said(canvas: &Canvas, place: usize, fact: &Fact) -> String {
    let dossier = strip::dossier(canvas);
    let article = canvas.state.pane().map(|pane| pane.article);
    let claim = article.map(|article| Claim { article, fact: FactId(place as u32) });
    let value = claim.map(|claim| dossier.display(claim)).unwrap_or_default();
    let about = match &*fact.topic.key {
        "" => String::new(),
        key => dossier.topic(key, &fact.topic.label),
    };
    if about.is_empty() || about == value {
        isolated(&value)
    } else {
        format!("{} · {}", isolated(&value), isolated(&about))
    }
}

/// How the fact stands to the other reports: in dispute, not read, or neither.
fn standing(canvas: &Canvas, place: usize, fact: &Fact) -> (&'static str, Part) {
    if fact.kind == Kind::Unread {
        return ("?", Part::Faint);
    }
    let state = canvas.state;
    let Some(pane) = state.pane() else { return (" ", Part::Text) };
    let claim = Claim { article: pane.article, fact: FactId(place as u32) };
    let verdict = verdict_of(canvas, claim);
    verdict.map_or((" ", Part::Text), |verdict| (sign(verdict), strip::part_of(verdict)))
}

/// The verdict of the weightiest disagreement that rests on the claim, or that it is agreed.
pub fn verdict_of(canvas: &Canvas, claim: Claim) -> Option<Verdict> {
    let comparison = canvas.state.comparison.as_ref()?;
    let holds = |at: &&usize| {
        let one = comparison.disagreements.get(**at);
        one.is_some_and(|one| one.members().any(|it| it == claim))
    };
    let disputed = canvas.state.comparing.disputed.iter().find(holds);
    let verdict = disputed.and_then(|at| comparison.disagreements.get(*at)).map(|one| one.verdict);
    let agreed = || {
        let agreed = comparison.agreements.iter().any(|one| one.claims.contains(&claim));
        agreed.then_some(Verdict::Compatible)
    };
    verdict.or_else(agreed)
}

/// What the facts of a kind are called together.
fn kinds_name(canvas: &Canvas, kind: Kind) -> String {
    let name = format!("{kind:?}").to_lowercase();
    canvas.messages.text(&format!("kinds-{name}")).into_owned()
}

/// What a kind of fact is called.
pub fn kind_name(canvas: &Canvas, kind: Kind) -> String {
    let name = format!("{kind:?}").to_lowercase();
    canvas.messages.text(&format!("kind-{name}")).into_owned()
}
