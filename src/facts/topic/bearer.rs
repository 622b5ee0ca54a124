//! Whose a fact of a closed list is: who is named next to it, and who only tells it.

use super::super::{Fact, Kind, Value};
use super::stated::Stated;

/// The person named nearest to a value in its sentence.
pub(super) fn nearest_person(stated: &Stated) -> Option<String> {
    let named = stated.facts.iter().filter(|fact| {
        fact.kind == Kind::Person && stated.sentence.covers(fact.span) && !only_tells(stated, fact)
    });
    match &named.min_by_key(|fact| fact.span.start.abs_diff(stated.span.start))?.value {
        Value::Name(name) => Some(name.canonical.clone()),
        _ => None,
    }
}

/// «أوضح المحامي فلان أن موكله حضر»: whoever tells it of somebody else.
fn only_tells(stated: &Stated, person: &Fact) -> bool {
    let next = stated.words.partition_point(|word| word.span.start < person.span.end);
    let that = stated.words.get(next).is_some_and(|word| ["ان", "بان"].contains(&word.folded));
    that && stated.span.start > person.span.end
}
