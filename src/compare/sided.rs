//! Scores that say who played, and those that do not: the latter are of the match whose result they
//! repeat.

use crate::facts::{Fact, Value};

use super::align::Told;
use super::value::{Relation, relate};

/// Scores that say whose they are before those that do not, which then join the one they repeat.
pub fn sided_first(told: Vec<Told>) -> Vec<Told> {
    let (mut sided, others): (Vec<_>, Vec<_>) =
        told.into_iter().partition(|one| has_side(one.fact));
    sided.extend(others);
    sided
}

/// Whether a claim that says whose it is has the value of one that does not.
pub fn is_told_by_one(key: &str, told: &[Told], one: &Told) -> bool {
    let same = |other: &&Told| relate(key, &one.fact.value, &other.fact.value) == Relation::Same;
    told.iter().filter(|other| has_side(other.fact)).any(|other| same(&other))
}

/// Whether a score says whose it is; other values need not.
pub fn has_side(fact: &Fact) -> bool {
    match &fact.value {
        Value::Score(score) => score.home_side.is_some() || score.away_side.is_some(),
        _ => true,
    }
}
