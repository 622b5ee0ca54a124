//! What one report alone tells, and what one alone leaves out; what they agree on.

use std::collections::BTreeSet;

use crate::article::ArticleId;
use crate::facts::{Certainty, Mode};
use crate::text::InOrder;

use super::align::Group;
use super::value::{Relation, relate};
use super::{Agreement, Claim, LeftOut, copies};

/// Topics on which two or more independent sources say the same, most sources first.
pub fn agreements(groups: &[Group], copied: &[Vec<ArticleId>]) -> Vec<Agreement> {
    let mut found: Vec<Agreement> =
        groups.iter().filter_map(|group| agreement(group, copied)).collect();
    found.put_in_order(|a, b| b.sources.cmp(&a.sources).then_with(|| a.topic.cmp(&b.topic)));
    found
}

fn agreement(group: &Group, copied: &[Vec<ArticleId>]) -> Option<Agreement> {
    let first = group.told.first()?;
    if tells_nothing(&group.key) {
        return None;
    }
    let same = |told: &&super::align::Told| {
        matches!(
            relate(&group.key, &first.fact.value, &told.fact.value),
            Relation::Same | Relation::Precision(_)
        )
    };
    if !group.told.iter().all(|told| same(&told)) {
        return None;
    }
    let sources = copies::sources(copied, group.told.iter().map(|told| told.claim.article));
    (sources > 1).then(|| Agreement {
        topic: group.topic.clone(),
        label: group.label.clone(),
        claims: group.told.iter().map(|told| told.claim).collect(),
        sources,
    })
}

/// That it happened, which reports of one event agree on by being such, and a place in a row without what
/// is told of it («الحكومة: 3»).
fn tells_nothing(key: &str) -> bool {
    matches!(key, "event.occurred" | "person.nationality") || key.starts_with("ordinal:")
}

fn reports(group: &Group) -> BTreeSet<ArticleId> {
    group.told.iter().map(|told| told.claim.article).collect()
}

/// The claims of topics that one report alone speaks of.
pub fn single_source(groups: &[Group], event: &[ArticleId]) -> Vec<Claim> {
    if event.len() < 2 {
        return Vec::new();
    }
    let alone = groups.iter().filter(|group| reports(group).len() == 1);
    let sure = |told: &&super::align::Told| {
        told.fact.certainty != Certainty::Low && told.fact.mode == Mode::Fact
    };
    let mut claims: Vec<Claim> =
        alone.flat_map(|group| group.told.iter().filter(sure).map(|told| told.claim)).collect();
    claims.sort_unstable();
    claims.dedup();
    claims
}

/// Topics that all reports of an event speak of but one, where there are three at least.
pub fn left_out(groups: &[Group], event: &[ArticleId]) -> Vec<LeftOut> {
    if event.len() < 3 {
        return Vec::new();
    }
    groups
        .iter()
        .filter_map(|group| {
            let told = reports(group);
            let mut silent = event.iter().filter(|id| !told.contains(id));
            let only = silent.next().copied()?;
            (silent.next().is_none() && told.len() + 1 == event.len()).then(|| LeftOut {
                article: only,
                topic: group.topic.clone(),
                label: group.label.clone(),
                claims: group.told.iter().map(|told| told.claim).collect(),
            })
        })
        .collect()
}
