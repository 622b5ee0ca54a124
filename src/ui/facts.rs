//! The facts of the report beside it: by kind, each with its sign, its value and what it is about.

use crate::app::claims;
use crate::app::geometry::Rect;
use crate::app::state::Focus;
use crate::compare::{Claim, Verdict};
use crate::facts::{Fact, FactId, Kind};

use super::canvas::Canvas;
use super::strip::{self, isolated, sign};
use super::theme::Part;

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
        counts = format!("{counts} · {}", kind_name(canvas, kind));
    }
    canvas.words(area.top(1), &counts, Part::Aside);
    let unread = canvas.say("facts-unread", &[("count", unread.into())]);
    canvas.words(area.below(1).top(1), &unread, Part::Aside);
    let area = area.below(crate::app::side::FACTS_HEAD as u16);
    let listed = state.side.facts.iter().enumerate().skip(state.side.top);
    for (nth, (at, place)) in listed.take(area.height.into()).enumerate() {
        let Some(fact) = reading.facts.get(*place) else { continue };
        let line = area.below(nth as u16).top(1);
        draw_fact(canvas, line, *place, fact);
        if at == state.side.selected {
            let focused = state.focus == Focus::Side;
            canvas.tint(line, if focused { Part::Chosen } else { Part::Title });
        }
    }
}

fn draw_fact(canvas: &mut Canvas, line: Rect, place: usize, fact: &Fact) {
    let (sign, part) = standing(canvas, place, fact);
    let (at, rest) = canvas.split(line, 2);
    canvas.words(at, sign, part);
    let dossier = strip::dossier(canvas);
    let article = canvas.state.pane().map(|pane| pane.article);
    let claim = article.map(|article| Claim { article, fact: FactId(place as u32) });
    let value = claim.map(|claim| dossier.display(claim)).unwrap_or_default();
    let about = match fact.topic.key.as_str() {
        "" => kind_name(canvas, fact.kind),
        key => dossier.topic(key, &fact.topic.label),
    };
    let about = if about == value { kind_name(canvas, fact.kind) } else { about };
    canvas.words(rest, &format!("{} · {}", isolated(&value), isolated(&about)), Part::Text);
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

/// What a kind of fact is called.
pub fn kind_name(canvas: &Canvas, kind: Kind) -> String {
    let name = format!("{kind:?}").to_lowercase();
    canvas.messages.text(&format!("kind-{name}")).into_owned()
}
