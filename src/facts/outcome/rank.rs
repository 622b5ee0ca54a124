//! What rank an officer has: «الرائد الطيار فلان», «المقدم الركن فلان».
//!
//! Begin with [`read`]. The rank stands before the name; only the arm he is of and his calling may
//! stand between them. One fact for each person and rank.

use std::collections::BTreeSet;

use super::{Claim, push};
use crate::facts::entity::{Cast, Mention, Sort};
use crate::facts::lexicon::Class;
use crate::facts::{Context, Facet, Fact, Kind, Mode, Value};

/// The closed list of `assets/topics` that the ranks are of.
const RANK: &str = "officer.rank";
/// Words that may stand between a rank and the name.
#[rustfmt::skip]
const BETWEEN: &[&str] = &[
    "ركن", "الركن", "طيار", "الطيار", "بحري", "البحري", "مهندس", "المهندس", "دكتور", "الدكتور", "طبيب", "الطبيب",
    "حقوقي", "الحقوقي", "متقاعد", "المتقاعد",
];
/// How many of them, at most.
const REACH: usize = 3;
/// Words of the longest rank («ملازم أول»).
const LONGEST: usize = 2;

/// Adds the ranks of an article's officers.
pub fn read(cx: &Context, cast: &Cast, facts: &mut Vec<Fact>) {
    let mut told = BTreeSet::new();
    for mention in &cast.mentions {
        let Some(entity) = cast.entity(mention).filter(|_| mention.sort == Sort::Person) else {
            continue;
        };
        let Some((rank, tokens)) = rank(cx, mention) else { continue };
        if !told.insert((mention.who, rank)) {
            continue;
        }
        let claim = Claim {
            kind: Kind::Outcome,
            key: RANK.into(),
            value: Value::Words(rank.to_owned()),
            tokens,
            mode: Mode::Fact,
            rule: "rank",
        };
        push(cx, claim, facts);
        if let Some(fact) = facts.last_mut() {
            fact.topic.scope = vec![(Facet::Of, entity.canonical.clone())];
        }
    }
}

/// The rank before a name, and its tokens.
fn rank(cx: &Context, person: &Mention) -> Option<(&'static str, std::ops::Range<usize>)> {
    let at = |end: usize| {
        (1..=LONGEST).rev().find_map(|words| {
            let start = end.checked_sub(words)?;
            let (sense, taken) = cx.sense(start, Class::Rank)?;
            (taken == words).then_some((sense.id, start..end))
        })
    };
    let mut end = person.name.start;
    for _ in 0..=REACH {
        if let Some(found) = at(end) {
            return Some(found);
        }
        end = end.checked_sub(1).filter(|&before| BETWEEN.contains(&cx.word(before)))?;
    }
    None
}
