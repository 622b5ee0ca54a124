//! The size that one report gives a delegation against the names that another lists, and lists
//! that claim to be complete against each other.
//!
//! Begin with [`larger`] and [`replaced`]. A list may leave people out, so that fewer names than
//! the stated size, or than another list has, say nothing; more names than a size leaves room for
//! are a contradiction, and so are two lists of one company of which each has somebody that the
//! other has not.

use std::cell::LazyCell;
use std::collections::BTreeMap;

use crate::article::ArticleId;
use crate::facts::name::{Kinship, kinship, loose};
use crate::facts::{Approx, EACH_SIDE, Facet, Mode, Value};
use crate::text::InOrder;

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

/// The complete lists of one company that name different people, as one disagreement for each side.
pub fn replaced(reports: &[Report], names: &Names) -> Vec<Disagreement> {
    let mut by_side: BTreeMap<&str, Vec<Listed>> = BTreeMap::new();
    for ((side, _), listed) in lists(reports, names) {
        if listed.told.iter().all(|told| is_complete(told)) {
            by_side.entry(side).or_default().push(listed);
        }
    }
    by_side.iter().filter_map(|(side, lists)| difference(side, lists)).collect()
}

fn is_complete(told: &Told) -> bool {
    matches!(told.fact.value, Value::Roster { complete: true, .. }) && told.fact.mode == Mode::Fact
}

fn difference(side: &str, lists: &[Listed]) -> Option<Disagreement> {
    let opposed = |one: &&Listed| lists.iter().any(|other| excludes(&one.names, &other.names));
    let lists: Vec<&Listed> = lists.iter().filter(opposed).collect();
    let (first, rest) = lists.split_first()?;
    let second = rest.iter().find(|other| excludes(&first.names, &other.names))?;
    let mut positions: Vec<(&[&str], Vec<_>)> = Vec::new();
    for list in &lists {
        let claims = list.told.iter().map(|told| told.claim);
        let known = positions.iter_mut().find(|(names, _)| same(names, &list.names));
        match known {
            Some((_, all)) => all.extend(claims),
            None => positions.push((&list.names, claims.collect())),
        }
    }
    let (a, b) = (first.told.first()?.claim, second.told.first()?.claim);
    Some(Disagreement {
        topic: format!("delegation.members of={side}"),
        label: first.told.first()?.fact.topic.label.clone(),
        verdict: Verdict::Contradiction,
        severity: 50,
        positions: positions.into_iter().map(|(_, claims)| Position { claims }).collect(),
        reason: Reason {
            rule: "rosters_differ",
            arguments: vec![("a", Argument::Claim(a)), ("b", Argument::Claim(b))],
        },
    })
}

/// Names of `one` that are none of `other`'s, in any spelling.
fn missing(one: &[&str], other: &[&str]) -> usize {
    let sounds = LazyCell::new(|| other.iter().filter_map(|b| loose(b)).collect::<Vec<_>>());
    let known = |a: &str| other.iter().any(|b| kinship(a, b) != Kinship::Different);
    let sounds_known = |a: &str| loose(a).is_some_and(|sound| sounds.contains(&sound));
    one.iter().filter(|name| !known(name) && !sounds_known(name)).count()
}

fn same(one: &[&str], other: &[&str]) -> bool {
    missing(one, other) == 0 && missing(other, one) == 0
}

/// Whether two lists are of one company and cannot both be right: most names are shared, and each
/// has one that the other has not.
fn excludes(one: &[&str], other: &[&str]) -> bool {
    let (alone, other_alone) = (missing(one, other), missing(other, one));
    let shared = one.len().saturating_sub(alone);
    alone > 0 && other_alone > 0 && 2 * shared > one.len().max(other.len())
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
    longer.put_in_order_of(|listed| std::cmp::Reverse(listed.names.len()));
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
