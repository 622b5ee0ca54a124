//! The size that one report gives a delegation against the names that another lists.
//!
//! Begin with [`larger`]. A list may leave people out, so that fewer names than the stated size
//! say nothing; more names than it leaves room for are a contradiction.

use std::collections::BTreeMap;

use crate::article::ArticleId;
use crate::facts::{Approx, EACH_SIDE, Facet, Mode, Value};

use super::align::{Told, all};
use super::names::Names;
use super::{Argument, Disagreement, Position, Reason, Report, Verdict};

/// Names that a report lists on one side.
struct Listed<'a> {
    told: Vec<Told<'a>>,
    names: Vec<&'a str>,
}

/// The stated sizes of delegations that the lists outgrow, as one disagreement for each side.
pub fn larger(reports: &[Report], names: &Names) -> Vec<Disagreement> {
    let sizes: Vec<Told> =
        all(reports).filter(|told| told.fact.mode == Mode::Fact && size(told).is_some()).collect();
    if sizes.is_empty() {
        return Vec::new();
    }
    let mut by_side: BTreeMap<&str, Vec<Listed>> = BTreeMap::new();
    for ((side, _), listed) in lists(reports, names) {
        by_side.entry(side).or_default().push(listed);
    }
    by_side.iter().filter_map(|(side, lists)| disagreement(side, &sizes, lists)).collect()
}

/// The most people that a claim leaves room for on a side.
fn size(told: &Told) -> Option<f64> {
    match &told.fact.value {
        Value::Quantity(quantity) if told.fact.topic.key == "delegation.size" => {
            let bounded = !matches!(
                quantity.approx,
                Approx::AtLeast | Approx::MoreThan | Approx::SlightlyMoreThan | Approx::Vague
            );
            bounded.then_some(quantity.high)
        }
        _ => None,
    }
}

/// Whether a size is of a side: of each, or of this one by name.
fn is_of(told: &Told, side: &str) -> bool {
    let scope = &told.fact.topic.scope;
    let owner = scope.iter().find(|(facet, _)| *facet == Facet::Of);
    told.fact.rule == EACH_SIDE
        || scope.iter().any(|(facet, _)| *facet == Facet::Per)
        || owner.is_some_and(|(_, owner)| owner == side)
}

/// The lists of each side, those of one report together: «كما حضر من الجانب …» goes on with one.
fn lists<'a>(
    reports: &[Report<'a>],
    names: &'a Names,
) -> BTreeMap<(&'a str, ArticleId), Listed<'a>> {
    let mut lists: BTreeMap<(&str, ArticleId), Listed> = BTreeMap::new();
    for told in all(reports) {
        let Value::Roster { names: people, side: Some(side), .. } = &told.fact.value else {
            continue;
        };
        let listed = lists
            .entry((side, told.claim.article))
            .or_insert_with(|| Listed { told: Vec::new(), names: Vec::new() });
        listed.told.push(told);
        for person in people.iter().map(|name| names.leader(&name.canonical)) {
            if !listed.names.contains(&person) {
                listed.names.push(person);
            }
        }
    }
    lists
}

fn disagreement(side: &str, sizes: &[Told], lists: &[Listed]) -> Option<Disagreement> {
    let of_side: Vec<&Told> = sizes.iter().filter(|told| is_of(told, side)).collect();
    let least = of_side.iter().filter_map(|told| size(told)).min_by(f64::total_cmp)?;
    let mut longer: Vec<&Listed> =
        lists.iter().filter(|listed| listed.names.len() as f64 > least).collect();
    longer.sort_by_key(|listed| std::cmp::Reverse(listed.names.len()));
    let longest = longer.first()?;
    let stated = of_side.iter().find(|told| size(told) == Some(least))?;
    let stating = of_side.iter().map(|told| told.claim).collect();
    let listed = longer.iter().map(|listed| listed.told.iter().map(|told| told.claim).collect());
    let positions = std::iter::once(stating).chain(listed).map(|claims| Position { claims });
    Some(Disagreement {
        topic: format!("delegation.size of={side}"),
        label: stated.fact.topic.label.clone(),
        verdict: Verdict::Contradiction,
        severity: 55,
        positions: positions.collect(),
        reason: Reason {
            rule: "roster_and_size",
            arguments: vec![
                ("a", Argument::Claim(stated.claim)),
                ("b", Argument::Claim(longest.told.first()?.claim)),
                ("names", Argument::Number(longest.names.len() as f64)),
            ],
        },
    })
}
