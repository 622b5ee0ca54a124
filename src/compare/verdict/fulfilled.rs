//! What was planned against what came of it.

use crate::facts::topic::Course;

use super::super::align::{Group, Told};
use super::super::bearing::{Bearing, Ground};
use super::super::value::{Relation, relate};
use super::super::{Disagreement, Verdict};
use super::{Pair, Stand, disagreement, moments, stands};

/// Plans that came out otherwise.
pub fn fulfilled(
    group: &Group,
    planned: &[&Told],
    held: &[&Told],
    ground: Ground,
) -> Option<Disagreement> {
    if planned.is_empty() || held.is_empty() {
        return None;
    }
    let every: Vec<&Told> = planned.iter().chain(held).copied().collect();
    let bearing = Bearing::new(&group.key, &every, ground);
    let plans = stands(&group.key, planned);
    let outcomes = stands(&group.key, held);
    let first = outcomes.iter().filter_map(moments).map(|m| m.0).min();
    let missed = plans.iter().any(|plan| {
        let in_time = match (moments(plan), first) {
            (Some((said, _)), Some(first)) => said.0 <= first.0 || group.course != Course::Fixed,
            _ => true,
        };
        in_time
            && outcomes.iter().any(|outcome| {
                let facts = plan.fact().zip(outcome.fact());
                facts.is_some_and(|(a, b)| {
                    matches!(relate(&group.key, &a.value, &b.value), Relation::Apart(..))
                }) && bearing.may_be_of_one(&plan.told, &outcome.told)
            })
    });
    if !missed {
        return None;
    }
    let split = plans.len();
    let all: Vec<Stand> = plans.into_iter().chain(outcomes).collect();
    let pair = Pair { a: 0, b: split, relation: Relation::Apart(0.5, "plan_and_outcome") };
    let every: Vec<&Stand> = all.iter().collect();
    Some(disagreement(group, &every, Verdict::UpdateOverTime, &pair, &all))
}
