//! Differences that are part of a heavier one on the same topic: where 9, 12 and «نحو 12» are
//! told, that the last two differ in precision is told with the contradiction, not beside it.

use std::collections::HashMap;

use super::{Claim, Disagreement, Verdict};

/// For each disagreement the place of the heavier one that it is a part of: one topic, and all its
/// claims are among those of the other. What the reader marked stands by itself.
pub fn wholes(all: &[&Disagreement]) -> Vec<Option<usize>> {
    let mut holders: HashMap<(&str, Claim), Vec<usize>> = HashMap::new();
    for (at, one) in all.iter().enumerate().filter(|(_, one)| is_heavy(one)) {
        for claim in one.members() {
            holders.entry((one.topic.as_str(), claim)).or_default().push(at);
        }
    }
    let whole = |one: &&Disagreement| {
        let first = one.members().next().filter(|_| one.verdict == Verdict::DifferentPrecision)?;
        let of = |claim: Claim| holders.get(&(one.topic.as_str(), claim));
        let held = |at: &&usize| {
            one.members().all(|claim| of(claim).is_some_and(|holders| holders.contains(at)))
        };
        of(first)?.iter().find(held).copied()
    };
    all.iter().map(whole).collect()
}

fn is_heavy(one: &Disagreement) -> bool {
    let heavy = matches!(one.verdict, Verdict::Contradiction | Verdict::UpdateOverTime);
    heavy && one.reason.rule != "reader_missed"
}

#[cfg(test)]
mod tests {
    use super::wholes;
    use crate::article::ArticleId;
    use crate::compare::{Claim, Disagreement, Position, Reason, Verdict};
    use crate::facts::FactId;

    fn one(topic: &str, verdict: Verdict, reports: &[u32]) -> Disagreement {
        let claim = |at: &u32| Claim { article: ArticleId(*at), fact: FactId(0) };
        let position = |at: &u32| Position { claims: vec![claim(at)] };
        Disagreement {
            topic: topic.to_owned(),
            label: String::new(),
            verdict,
            severity: 10,
            positions: reports.iter().map(position).collect(),
            reason: Reason::default(),
        }
    }

    #[test]
    fn a_difference_of_precision_is_part_of_the_contradiction_that_has_all_its_claims() {
        let all = [
            one("toll.killed", Verdict::Contradiction, &[0, 1, 2]),
            one("toll.killed", Verdict::DifferentPrecision, &[1, 2]),
            one("toll.killed", Verdict::DifferentPrecision, &[1, 3]),
            one("toll.injured", Verdict::DifferentPrecision, &[1, 2]),
        ];
        let all: Vec<&Disagreement> = all.iter().collect();
        assert_eq!(wholes(&all), [None, Some(0), None, None]);
    }
}
