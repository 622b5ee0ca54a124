//! Totals against the lists that break them down, inside one report.

use super::align::{Group, Told};
use super::{Argument, Disagreement, Position, Reason, Report, Verdict};
use crate::facts::Value;

/// Lists that do not come to their total.
pub fn broken(reports: &[Report]) -> Vec<Disagreement> {
    let told: Vec<Told> = super::align::all(reports).collect();
    told.iter()
        .enumerate()
        .filter(|(_, told)| told.fact.rule == "sum_of_list")
        .filter_map(|(index, sum)| {
            let total = told.get(..index)?.iter().rev().find(|whole| {
                whole.claim.article == sum.claim.article
                    && whole.fact.topic.key == sum.fact.topic.key
                    && matches!(whole.fact.value, Value::Quantity(_))
                    && whole.fact.span.end <= sum.fact.span.start
            })?;
            disagreement(total, sum)
        })
        .collect()
}

fn disagreement(total: &Told, sum: &Told) -> Option<Disagreement> {
    let (Value::Quantity(whole), Value::Quantity(parts)) = (&total.fact.value, &sum.fact.value)
    else {
        return None;
    };
    if (whole.low - parts.low).abs() < 0.5 {
        return None;
    }
    Some(Disagreement {
        topic: format!("{} sum", total.fact.topic.key),
        label: total.fact.topic.label.clone(),
        verdict: Verdict::Contradiction,
        severity: 45,
        positions: [total, sum].iter().map(|told| Position { claims: vec![told.claim] }).collect(),
        reason: Reason {
            rule: "list_and_total",
            arguments: vec![("a", Argument::Claim(total.claim)), ("b", Argument::Claim(sum.claim))],
        },
    })
}

/// Whether a group holds a sum: it is compared here, not among the totals.
pub fn is_sum(group: &Group) -> bool {
    group.told.iter().all(|told| told.fact.rule == "sum_of_list")
}
