//! The names of the reports: each a topic, and one spelt in several ways no conflict, but worth
//! knowing when one searches.

use std::collections::{BTreeMap, BTreeSet};

use crate::facts::{Kind, Name, Value};
use crate::text::InOrder;

use super::align::{Told, all};
use super::names::Names;
use super::{Argument, Claim, Disagreement, Position, Reason, Report, Subject, Verdict};

/// The claims that name one person, place, body or thing.
#[derive(Debug)]
pub struct Named {
    pub subject: Subject,
    /// Spellings of as many words, in order of their first claim.
    spellings: BTreeMap<(usize, String), Spelling>,
}

/// One spelling: as it is first written, and where.
#[derive(Debug, Default)]
struct Spelling {
    written: String,
    claims: Vec<Claim>,
}

/// Every name of the reports.
pub fn named(reports: &[Report], names: &Names) -> Vec<Named> {
    let bodies: BTreeSet<&str> = all(reports)
        .filter(|told| told.fact.topic.key.starts_with("organisation:"))
        .filter_map(|told| match &told.fact.value {
            Value::Name(name) => Some(names.leader(&name.canonical)),
            _ => None,
        })
        .collect();
    let mut by_topic: BTreeMap<String, Named> = BTreeMap::new();
    for told in all(reports) {
        let Value::Name(name) = &told.fact.value else { continue };
        // A name that is the value of a claim is compared as one.
        if name.canonical.is_empty() || told.fact.kind == Kind::Outcome {
            continue;
        }
        let topic = topic(&told, names.leader(&name.canonical), &bodies);
        let one = by_topic.entry(topic.clone()).or_insert_with(|| Named {
            subject: Subject { topic, label: name.name.clone(), claims: Vec::new() },
            spellings: BTreeMap::new(),
        });
        let written = written(&told, name);
        let words = written.split(' ').count();
        one.subject.claims.push(told.claim);
        let spelling = one.spellings.entry((words, bare(&written))).or_default();
        if spelling.written.is_empty() {
            spelling.written = written;
        }
        spelling.claims.push(told.claim);
    }
    by_topic.into_values().collect()
}

/// The kind of name and the form that stands for it; a thing also has the noun that introduces it.
/// What one report takes for a body is one where another only hears a name.
fn topic(told: &Told, leader: &str, bodies: &BTreeSet<&str>) -> String {
    let kind =
        told.fact.topic.key.split(':').next().filter(|kind| !kind.is_empty()).unwrap_or("name");
    let kind = if kind == "name" && bodies.contains(leader) { "organisation" } else { kind };
    format!("{kind}:{leader}")
}

/// The name as this report writes it.
fn written(told: &Told, name: &Name) -> String {
    let surface = told.article.text.slice(told.fact.span).unwrap_or_default();
    let words = if name.name.is_empty() { surface } else { &name.name };
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A spelling without article and particles: «للبيت الأبيض» is «البيت الأبيض» in a sentence, no
/// other spelling.
fn bare(written: &str) -> String {
    let word = |word: &str| {
        let rest = ["وال", "بال", "فال", "كال", "لل", "ال"]
            .iter()
            .find_map(|prefix| word.strip_prefix(prefix))
            .filter(|rest| rest.chars().count() > 2);
        rest.unwrap_or(word).to_owned()
    };
    written.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

/// Names that are not spelt alike.
pub fn variants(named: &[Named]) -> Vec<Disagreement> {
    named.iter().filter_map(variant).collect()
}

fn variant(named: &Named) -> Option<Disagreement> {
    let mut by_length: BTreeMap<usize, Vec<&Spelling>> = BTreeMap::new();
    for ((words, _), spelling) in &named.spellings {
        by_length.entry(*words).or_default().push(spelling);
    }
    // «نصار» beside «كريم نصار» is no spelling; two forms of as many words are.
    let mut positions: Vec<_> =
        by_length.into_values().filter(|forms| forms.len() > 1).flatten().collect();
    if positions.len() < 2 {
        return None;
    }
    positions.put_in_order_of(|spelling| spelling.claims.first().copied());
    let words = positions
        .iter()
        .map(|spelling| ("spelling", Argument::Words(spelling.written.clone())))
        .collect();
    Some(Disagreement {
        topic: named.subject.topic.clone(),
        label: positions.first().map(|spelling| spelling.written.clone()).unwrap_or_default(),
        verdict: Verdict::VariantSpelling,
        severity: 5,
        positions: positions
            .into_iter()
            .map(|spelling| Position { claims: spelling.claims.clone() })
            .collect(),
        reason: Reason { rule: "one_name", arguments: words },
    })
}
