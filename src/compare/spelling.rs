//! One name spelt in several ways: no conflict, and worth knowing when one searches.

use std::collections::BTreeMap;

use crate::facts::{Kind, Name, Value};

use super::align::{Told, all};
use super::names::Names;
use super::{Argument, Claim, Disagreement, Position, Reason, Report, Verdict};

/// Every name that the reports do not spell alike.
pub fn variants(reports: &[Report], names: &Names) -> Vec<Disagreement> {
    let mut by_name: BTreeMap<(Kind, String), BTreeMap<String, Vec<Claim>>> = BTreeMap::new();
    for told in all(reports) {
        let Some(name) = name(&told) else { continue };
        let words = name.name.split_whitespace().count();
        let key = format!("{} /{words}", names.leader(&name.canonical));
        let spelling = written(&told, name);
        by_name
            .entry((told.fact.kind, key))
            .or_default()
            .entry(spelling)
            .or_default()
            .push(told.claim);
    }
    by_name
        .into_iter()
        .filter_map(|((kind, key), spellings)| disagreement(kind, &key, spellings))
        .collect()
}

fn name<'a>(told: &Told<'a>) -> Option<&'a Name> {
    match &told.fact.value {
        Value::Name(name) if !name.canonical.is_empty() => Some(name),
        Value::Role { holder, .. } if !holder.canonical.is_empty() => Some(holder),
        _ => None,
    }
}

/// The name as this report writes it, without the particles that are glued to it.
fn written(told: &Told, name: &Name) -> String {
    let surface = told.article.text.slice(told.fact.span).unwrap_or_default();
    let plain = surface.split_whitespace().collect::<Vec<_>>().join(" ");
    if name.name.is_empty() {
        plain
    } else {
        name.name.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

fn disagreement(
    kind: Kind,
    key: &str,
    spellings: BTreeMap<String, Vec<Claim>>,
) -> Option<Disagreement> {
    if spellings.len() < 2 {
        return None;
    }
    let mut positions: Vec<(String, Vec<Claim>)> = spellings.into_iter().collect();
    positions.sort_by_key(|(_, claims)| claims.first().copied());
    let label = positions.first().map(|(spelling, _)| spelling.clone()).unwrap_or_default();
    let words = positions
        .iter()
        .map(|(spelling, _)| ("spelling", Argument::Words(spelling.clone())))
        .collect();
    Some(Disagreement {
        topic: topic(kind, key.split(" /").next().unwrap_or(key)),
        label,
        verdict: Verdict::VariantSpelling,
        severity: 5,
        positions: positions.into_iter().map(|(_, claims)| Position { claims }).collect(),
        reason: Reason { rule: "one_name", arguments: words },
    })
}

/// The topic of a name: the name itself.
pub fn topic(kind: Kind, leader: &str) -> String {
    let kind = match kind {
        Kind::Place => "place",
        Kind::Organisation => "organisation",
        _ => "person",
    };
    format!("name.{kind}:{leader}")
}
