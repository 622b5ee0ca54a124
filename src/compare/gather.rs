//! Which claims of a kind that a report may tell several of are of one thing.
//!
//! Begin with [`gather`]: the words round the values decide, then the values themselves. Two
//! different values in one report are two things.

use crate::facts::topic;
use crate::facts::{Kind, Value};

use super::align::Told;
use super::names::Names;
use super::near::Surroundings;
use super::value::{Relation, relate};
use super::words::Words;

/// Most groups that a claim is held against: keeps the work linear in a folder of many reports.
const MOST: usize = 24;

/// Claims that are of one thing by their words.
pub struct Gathered<'a> {
    around: Surroundings,
    pub told: Vec<Told<'a>>,
    /// Words alone would have put two values of one report together: which of them a value of
    /// another report answers to is not certain.
    pub torn: bool,
}

/// Claims gathered by the words that stand round them; each joins the group whose first claim
/// is nearest, else one that tells the same value. `enough` is the likeness from which words
/// are of one thing ([`Surroundings::likeness`]).
pub fn gather<'a>(
    told: Vec<Told<'a>>,
    enough: f64,
    names: &Names,
    words: &Words,
) -> Vec<Gathered<'a>> {
    let mut groups: Vec<Gathered> = Vec::new();
    for one in told {
        let around = Surroundings::of(&one, names, words);
        let mut best: Option<(f64, usize)> = None;
        let mut torn = false;
        for (at, group) in groups.iter_mut().enumerate().take(MOST) {
            let likeness = group.around.likeness(&around);
            if is_told_otherwise(&group.told, &one) {
                group.torn |= likeness >= enough;
                torn |= group.torn;
                continue;
            }
            // Of two that the words fit as well, the one that tells this very value.
            let value = if tells_as_well(&group.told, &one) { SAME_VALUE } else { 0.0 };
            let fits = likeness >= enough || value > 0.0;
            if fits && best.is_none_or(|(most, _)| most < likeness + value) {
                best = Some((likeness + value, at));
            }
        }
        match best.and_then(|(_, at)| groups.get_mut(at)) {
            Some(group) => {
                group.torn |= torn;
                group.told.push(one);
            }
            None => groups.push(Gathered { around, told: vec![one], torn }),
        }
    }
    groups
}

/// What the same value adds to the likeness of the words.
const SAME_VALUE: f64 = 0.25;

/// Whether the report of `one` tells another value among `told`: where a report may have several
/// of a kind, two values in it are two of them.
fn is_told_otherwise(told: &[Told], one: &Told) -> bool {
    let key = &one.fact.topic.key;
    let own = told.iter().rev().take_while(|other| other.claim.article == one.claim.article);
    own.take(MOST)
        .any(|other| matches!(relate(key, &other.fact.value, &one.fact.value), Relation::Apart(..)))
}

/// Whether one of `told` tells the very value of `one`: the same thing, in other words. A small
/// count may be told of anything.
fn tells_as_well(told: &[Told], one: &Told) -> bool {
    const SMALL: f64 = 5.0;
    let small = matches!(&one.fact.value, Value::Quantity(q) if q.low < SMALL);
    let countless = matches!(one.fact.kind, Kind::Count | Kind::Number | Kind::Ordinal);
    let known = topic::frame(&one.fact.topic.key).is_some();
    let same = |other: &Told| {
        relate(&one.fact.topic.key, &other.fact.value, &one.fact.value) == Relation::Same
    };
    !(small && countless && !known) && told.iter().take(MOST).any(same)
}

#[cfg(test)]
mod tests {
    use super::super::told_tests::read;

    #[test]
    fn two_values_of_one_report_are_of_two_things() {
        let found = read(&[
            (
                "نشر الاتحاد 40 مراقبا أجنبيا في المدن. ونشرت الجمعية 900 مراقب محلي في القرى.",
                "2026-05-04",
            ),
            (
                "وصل إلى البلاد 40 مراقبا أجنبيا. وقالت الجمعية إن لديها 900 مراقب محلي.",
                "2026-05-04",
            ),
        ]);
        let counts = found.subjects.iter().filter(|s| s.topic.starts_with("observers.count"));
        let sizes: Vec<_> = counts.map(|subject| subject.claims.len()).collect();
        assert_eq!(sizes, [2, 2]);
        assert!(found.disagreements.is_empty(), "{:?}", found.disagreements);
    }
}
