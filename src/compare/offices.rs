//! One person of whom two reports tell two portfolios: «وزيرة السياحة فلانة», «وزيرة الثقافة فلانة».
//!
//! Begin with [`told_apart`]. [`super::holders`] asks the opposite: one office, two holders.

use std::collections::{BTreeMap, BTreeSet};

use crate::article::ArticleId;
use crate::facts::Value;

use super::align::{Told, all};
use super::holders::{is_beside_another, of_two};
use super::names::Names;
use super::{Claim, Disagreement, Report};

/// Portfolios that one minister has in some states, or that are called by each other's names.
const ONE: &[&[&str]] = &[
    &["trade", "commerce", "industry", "economy", "supply", "finance", "planning", "development"],
    &["energy", "water", "environment", "agriculture", "industry", "housing"],
    &["culture", "information", "tourism", "communications", "religion", "sport", "education"],
    &["labour", "social", "immigration", "health"],
    &["transport", "housing", "communications"],
    &["interior", "security", "justice"],
];

/// The ministers whose portfolio the reports do not agree on.
pub fn told_apart(reports: &[Report], names: &Names) -> Vec<Disagreement> {
    let mut by_holder: BTreeMap<&str, Vec<(&str, Told)>> = BTreeMap::new();
    for told in all(reports) {
        let Value::Role { holder, role } = &told.fact.value else { continue };
        // A name of one word may be anybody's.
        let portfolio = role.strip_prefix("minister.").filter(|_| holder.canonical.contains(' '));
        if let Some(portfolio) = portfolio {
            let holder = names.leader(&holder.canonical);
            by_holder.entry(holder).or_default().push((portfolio, told));
        }
    }
    by_holder.into_values().filter_map(|told| disagreement(&told)).collect()
}

fn are_one(a: &str, b: &str) -> bool {
    a == b || ONE.iter().any(|group| group.contains(&a) && group.contains(&b))
}

/// The first two reports of which each tells of portfolios that the other does not know.
fn disagreement(told: &[(&str, Told)]) -> Option<Disagreement> {
    let mut by_report: BTreeMap<ArticleId, BTreeSet<&str>> = BTreeMap::new();
    for (portfolio, told) in told {
        by_report.entry(told.claim.article).or_default().insert(portfolio);
    }
    let apart = |a: &Told, b: &Told| {
        let of = |told: &Told| by_report.get(&told.claim.article).into_iter().flatten();
        a.claim.article != b.claim.article && of(a).all(|x| of(b).all(|y| !are_one(x, y)))
    };
    let pairs =
        told.iter().enumerate().flat_map(|(i, a)| told.iter().skip(i + 1).map(move |b| (a, b)));
    let mut pairs = pairs.filter(|((_, a), (_, b))| apart(a, b));
    let ((one, first), (other, second)) =
        pairs.find(|((_, a), (_, b))| !is_beside_another(a) && !is_beside_another(b))?;
    // A report that tells both takes no side.
    let sides = |told: &Told, of: &str| {
        let told = by_report.get(&told.claim.article).into_iter().flatten();
        told.into_iter().all(|portfolio| are_one(portfolio, of))
    };
    let claims = |of: &str| -> Vec<Claim> {
        let of_it = told.iter().filter(|(portfolio, told)| *portfolio == of && sides(told, of));
        of_it.map(|(_, told)| told.claim).collect()
    };
    let label = first.fact.topic.label.clone();
    Some(of_two(first, second, label, [claims(one), claims(other)], "exclusive_words"))
}

#[cfg(test)]
mod tests {
    use super::super::told_tests::{contradicted, read};

    fn apart(one: &str, other: &str) -> bool {
        contradicted(one, other, "role:")
    }

    #[test]
    fn a_minister_has_one_portfolio() {
        let one = "افتتح وزير الدفاع سامي الحداد المعرض صباح اليوم.";
        assert!(apart(one, "وقال وزير الخارجية سامي الحداد في افتتاح المعرض إن الدورة ناجحة."));
        assert!(!apart(one, "وقال وزير الدفاع سامي الحداد في افتتاح المعرض إن الدورة ناجحة."));
        assert!(!apart(one, "وقال وزير الخارجية السابق سامي الحداد في افتتاح المعرض إنها ناجحة."));
        assert!(!apart(one, "وقال وزير الخارجية كريم نصار في افتتاح المعرض إن الدورة ناجحة."));
    }

    #[test]
    fn a_report_that_tells_both_portfolios_takes_no_side() {
        let one = ("افتتح وزير الدفاع سامي الحداد المعرض صباح اليوم.", "2026-05-04");
        let other = ("وقال وزير الخارجية سامي الحداد في المعرض إن الدورة ناجحة.", "2026-05-04");
        let both = (
            "قال وزير الدفاع سامي الحداد، الذي كان وزير الخارجية سامي الحداد قبل ذلك، إنه عائد.",
            "2026-05-04",
        );
        let all = read(&[one, other, both]);
        let found = all.disagreements.iter().find(|found| found.topic.starts_with("role:"));
        let members: Vec<_> =
            found.into_iter().flat_map(super::super::Disagreement::members).collect();
        assert_eq!(members.iter().map(|claim| claim.article.0).collect::<Vec<_>>(), [0, 1]);
    }

    #[test]
    fn one_ministry_may_be_called_by_two_names() {
        let one = "افتتح وزير التجارة سامي الحداد المعرض صباح اليوم.";
        assert!(!apart(one, "وقال وزير الصناعة سامي الحداد في افتتاح المعرض إن الدورة ناجحة."));
    }
}
