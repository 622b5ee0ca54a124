//! The card of a disagreement or a fact: every side's sentence, how it was understood, by which
//! rule, who says it, how certain it is, and the reason of the verdict.

use crate::app::card::About;
use crate::app::comparing;
use crate::app::geometry::Rect;
use crate::compare::{Claim, Disagreement};
use crate::facts::{Certainty, Fact, Layer, Mode};
use crate::text::{Paragraph, Span};

use super::canvas::Canvas;
use super::facts::kind_name;
use super::strip::{self, isolated, sign};
use super::theme::Part;

/// Draws the card, scrolled as the reader left it.
pub fn draw(canvas: &mut Canvas) {
    let body = canvas.state.geometry.body;
    canvas.fill(body.top(1), Part::TitleFocused);
    let mut lines = Vec::new();
    match canvas.state.card.about {
        Some(About::Disagreement(at)) => {
            let comparison = canvas.state.comparison.as_ref();
            if let Some(one) = comparison.and_then(|all| all.disagreements.get(at)) {
                disagreement(canvas, one, &mut lines);
            }
        }
        Some(About::Claim(claim)) => side(canvas, claim, Part::Text, &mut lines),
        None => {}
    }
    let title = canvas.messages.text("card-title");
    canvas.words(body.top(1).padded(), &title, Part::TitleFocused);
    draw_lines(canvas, body.below(1).padded(), &lines);
}

/// Words and how they look; empty for a gap.
type Line = (String, Part);

fn disagreement(canvas: &Canvas, one: &Disagreement, lines: &mut Vec<Line>) {
    let dossier = strip::dossier(canvas);
    let verdict = format!("verdict-{}", kebab(one.verdict));
    let verdict = canvas.messages.text(&verdict);
    let topic = dossier.topic(&one.topic, &one.label);
    let own = if comparing::is_own(one) { "✎" } else { "" };
    let head = format!("{own}{} {topic} · {verdict}", sign(one.verdict));
    lines.push((head, strip::part_of(one.verdict)));
    lines.push((dossier.why_on_screen(&one.reason), Part::Text));
    // The reason above says what the rule is; its name is of use to who reads English.
    if !canvas.messages.is_arabic() {
        lines.push((canvas.say("card-rule", &[("rule", one.reason.rule.into())]), Part::Aside));
    }
    for (at, position) in one.positions.iter().enumerate() {
        lines.push((String::new(), Part::Text));
        let value = position.claims.first().map(|claim| dossier.display(*claim));
        let value = isolated(&value.unwrap_or_default());
        lines.push((format!(" {} {value} ", strip::letter(canvas, at)), strip::value_part(at)));
        for claim in &position.claims {
            side(canvas, *claim, Part::Text, lines);
        }
    }
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

/// One claim: who says it, its sentence, how it was read.
fn side(canvas: &Canvas, claim: Claim, part: Part, lines: &mut Vec<Line>) {
    let dossier = strip::dossier(canvas);
    let Some((article, fact)) = dossier.told(claim) else { return };
    let date = article.published.as_ref().map(|known| canvas.messages.date(known.value));
    let source = isolated(&dossier.source(claim));
    let head = date.map_or(source.clone(), |date| format!("{source} · {}", isolated(&date)));
    lines.push((head, Part::Key));
    let sentence = article.text.slice(fact.sentence).unwrap_or_default();
    lines.push((format!("«{}»", sentence.trim()), part));
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

/// The rule that read a claim: in the words of the interface, and in English by its name too.
fn rule(canvas: &Canvas, name: &str) -> String {
    let family = name.split('.').next().unwrap_or(name).replace('_', "-");
    let words = canvas.messages.known(&format!("rule-{family}"));
    let said = match words {
        Some(words) if canvas.messages.is_arabic() => words,
        Some(words) => format!("{words} ({name})"),
        None => name.to_owned(),
    };
    canvas.say("card-rule", &[("rule", said.as_str().into())])
}

/// Draws lines over as many rows as they take, after those that were scrolled over.
fn draw_lines(canvas: &mut Canvas, area: Rect, lines: &[Line]) {
    let mut skip = canvas.state.card.top;
    let mut rest = area;
    let rtl = canvas.rtl();
    let layout = canvas.state.options.layout.with_width(area.width);
    for (words, part) in lines {
        let style = canvas.style(*part);
        let layout =
            if matches!(part, Part::Text) { layout } else { super::paint::interface(layout, rtl) };
        let whole = Span::new(0, words.len());
        let paragraph = Paragraph::new(words, whole, &layout);
        for line in paragraph.lines(words) {
            if skip > 0 {
                skip -= 1;
                continue;
            }
            if rest.is_empty() {
                return;
            }
            let row = paragraph.row(words, line);
            canvas.row(rest.top(1), &row, |_| style);
            rest = rest.below(1);
        }
    }
}
