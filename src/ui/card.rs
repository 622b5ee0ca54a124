//! The card of a disagreement or a fact: every side's sentence, how it was understood, by which
//! rule, who says it, how certain it is, and the reason of the verdict.

use crate::app::card::{self, About};
use crate::app::{comparing, sources};
use crate::compare::{Claim, Disagreement};
use crate::facts::{Certainty, Fact, Layer, Mode};

use super::canvas::Canvas;
use super::facts::kind_name;
use super::lines::{self, Line};
use super::strip::{self, sign};
use super::theme::Part;
use super::title::isolated;

/// Draws the card, scrolled as the reader left it.
pub fn draw(canvas: &mut Canvas) {
    let body = canvas.state.geometry.body;
    canvas.fill(body.top(1), Part::TitleFocused);
    let title = canvas.messages.text("card-title");
    canvas.words(body.top(1).padded(), &title, Part::TitleFocused);
    let lines = worded(canvas);
    let area = body.below(1).padded();
    // The screen may have grown since the card was scrolled.
    let furthest = card::furthest(lines::rows(canvas, area.width, &lines), area.height.into());
    lines::draw(canvas, area, &lines, canvas.state.card.top.min(furthest));
}

/// Rows that the card takes on the screen.
pub fn rows(canvas: &Canvas) -> usize {
    let width = canvas.state.geometry.body.padded().width;
    lines::rows(canvas, width, &worded(canvas))
}

/// The card in words.
fn worded(canvas: &Canvas) -> Vec<Line> {
    let mut lines = Vec::new();
    match canvas.state.card.about {
        Some(About::Disagreement(at)) => {
            let comparison = canvas.state.comparison.as_ref();
            if let Some(one) = comparison.and_then(|all| all.disagreements.get(at)) {
                disagreement(canvas, at, one, &mut lines);
            }
        }
        Some(About::Claim(claim)) => side(canvas, claim, None, &mut lines),
        None => {}
    }
    lines
}

fn disagreement(canvas: &Canvas, at: usize, one: &Disagreement, lines: &mut Vec<Line>) {
    let dossier = strip::dossier(canvas);
    let verdict = format!("verdict-{}", kebab(one.verdict));
    let verdict = canvas.messages.text(&verdict);
    let topic = dossier.named(&one.topic, &one.label, one.members());
    let own = if comparing::is_own(one) { "✎" } else { "" };
    let head = format!("{own}{} {topic} · {verdict}", sign(one.verdict));
    lines.push((head, strip::part_of(one.verdict)));
    lines.push((dossier.why_on_screen(&one.reason), Part::Text));
    for part in comparing::parts(canvas.state, at) {
        let why = dossier.why_on_screen(&part.reason);
        lines.push((format!("{} {why}", sign(part.verdict)), strip::part_of(part.verdict)));
    }
    for (at, position) in one.positions.iter().enumerate() {
        lines.push((String::new(), Part::Text));
        let value = position.claims.first().map(|claim| dossier.display(*claim));
        let value = isolated(&value.unwrap_or_default());
        lines.push((format!(" {} {value} ", strip::letter(canvas, at)), strip::value_part(at)));
        let mut before = None;
        for claim in &position.claims {
            side(canvas, *claim, before, lines);
            before = Some(*claim);
        }
    }
    silence(canvas, at, one, lines);
}

/// More reports than a line of the card names.
const NAMED: usize = 12;

/// Who does not mention it, as the strip says it.
fn silence(canvas: &Canvas, at: usize, one: &Disagreement, lines: &mut Vec<Line>) {
    let comparing = &canvas.state.comparing;
    let silent = match comparing.disputed.get(comparing.at) {
        Some(shown) if *shown == at => comparing.silent().to_vec(),
        _ => sources::silent_on(canvas.state, one),
    };
    if silent.is_empty() {
        return;
    }
    let mut names: Vec<String> =
        silent.iter().take(NAMED).map(|id| strip::source(canvas, *id)).collect();
    let more = silent.len().saturating_sub(NAMED);
    if more > 0 {
        names.push(canvas.say("strip-silent-count", &[("count", more.into())]));
    }
    let names = canvas.messages.list(names.iter().map(String::as_str));
    let said = canvas.say("strip-silent", &[("sources", names.as_str().into())]);
    lines.push((String::new(), Part::Text));
    lines.push((format!("∅ {said}"), Part::Silent));
}

fn kebab(verdict: crate::compare::Verdict) -> &'static str {
    use crate::compare::Verdict;
    match verdict {
        Verdict::Contradiction => "contradiction",
        Verdict::UpdateOverTime => "update-over-time",
        Verdict::DifferentPrecision => "different-precision",
        Verdict::VariantSpelling => "variant-spelling",
        Verdict::Compatible => "compatible",
    }
}

/// One claim: who says it, its sentence, how it was read; the last alone where the claim before it
/// is of the same sentence.
fn side(canvas: &Canvas, claim: Claim, before: Option<Claim>, lines: &mut Vec<Line>) {
    let dossier = strip::dossier(canvas);
    let Some((article, fact)) = dossier.told(claim) else { return };
    let same = |other: Claim| {
        let sentence = dossier.told(other).map(|(_, other)| other.sentence);
        other.article == claim.article && sentence == Some(fact.sentence)
    };
    if before.is_some_and(same) {
        return lines.push((how(canvas, claim, fact), Part::Aside));
    }
    let date = article.published.as_ref().map(|known| canvas.messages.date(known.value));
    let source = isolated(&dossier.source(claim));
    let head = date.map_or(source.clone(), |date| format!("{source} · {}", isolated(&date)));
    lines.push((head, Part::Key));
    let sentence = article.text.slice(fact.sentence).unwrap_or_default();
    lines.push((format!("«{}»", sentence.trim()), Part::Text));
    lines.push((how(canvas, claim, fact), Part::Aside));
}

/// How the claim was understood: words, value, kind, rule, voice, mode, certainty.
fn how(canvas: &Canvas, claim: Claim, fact: &Fact) -> String {
    let dossier = strip::dossier(canvas);
    let arrow = if canvas.rtl() { '←' } else { '→' };
    let mut parts = vec![
        format!(
            "«{}» {arrow} {}",
            isolated(dossier.surface(claim)),
            isolated(&dossier.display(claim))
        ),
        kind_name(canvas, fact.kind),
    ];
    match &fact.layer {
        Layer::Report => {}
        Layer::Speaker(voice) | Layer::Outlet(voice) => {
            parts.push(canvas.say("card-says", &[("who", voice.name.as_str().into())]));
        }
        Layer::Unnamed => parts.push(canvas.messages.text("card-unnamed").into_owned()),
    }
    if fact.mode != Mode::Fact {
        let mode = format!("mode-{}", format!("{:?}", fact.mode).to_lowercase());
        parts.push(canvas.messages.text(&mode).into_owned());
    }
    let certainty = match fact.certainty {
        Certainty::Low => "certainty-low",
        Certainty::Medium => "certainty-medium",
        Certainty::High => "certainty-high",
    };
    parts.push(canvas.messages.text(certainty).into_owned());
    parts.push(rule(canvas, fact.rule));
    parts.join(" · ")
}

/// The rule that read a claim, in the words of the interface; its name is in the JSON.
fn rule(canvas: &Canvas, name: &str) -> String {
    let family = name.split('.').next().unwrap_or(name).replace('_', "-");
    let words = canvas.messages.known(&format!("rule-{family}"));
    let said = words.unwrap_or_else(|| name.to_owned());
    canvas.say("card-rule", &[("rule", said.as_str().into())])
}
