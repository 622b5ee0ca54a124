//! Figures that say how many there were at least: «أكثر من 30», «عشرات». Far above them both can be true,
//! and nobody is told anything by it.

use crate::facts::topic::Course;
use crate::facts::{Approx, Facet, Fact, Unit, Value};

use super::super::align::{Group, Told};
use super::super::moment::before;
use super::super::unit::{comparable, in_base};
use super::super::value::{Relation, relate};
use super::{Pair, Stand, low, moments, tally};

/// What makes a figure the least that there was.
pub enum Floor {
    /// «أكثر من 30», and the count has gone on.
    Stated,
    /// «أكثر من 30» beside some hundreds of what does not grow: true, and of something else as likely.
    Far,
    /// «عشرات».
    Vague,
}

/// «At least three» that have become fifteen, «tens» that have become hundreds: true, and out of date.
pub fn outgrown(group: &Group, a: &Fact, b: &Fact) -> Option<Floor> {
    let (Value::Quantity(a), Value::Quantity(b)) = (&a.value, &b.value) else { return None };
    let (floor, other) = if in_base(a) < in_base(b) { (a, b) } else { (b, a) };
    if matches!(other.approx, Approx::Vague) || !comparable(&a.unit, &b.unit) {
        return None;
    }
    let times = |times: f64| in_base(other) > in_base(floor) * times;
    match floor.approx {
        Approx::AtLeast | Approx::MoreThan if group.course == Course::Grows => {
            times(1.6).then_some(Floor::Stated)
        }
        Approx::AtLeast | Approx::MoreThan if tally::counts(group) => {
            times(2.0).then_some(Floor::Stated)
        }
        Approx::AtLeast | Approx::MoreThan if matches!(floor.unit, Unit::Of(_) | Unit::None) => {
            times(2.0).then_some(Floor::Far)
        }
        Approx::Vague => {
            (group.course != Course::Fixed && other.low >= floor.low * 10.0).then_some(Floor::Vague)
        }
        _ => None,
    }
}

/// Whether the lower of two positions was told before the other one.
pub fn is_later(stands: &[Stand], a: usize, b: usize) -> bool {
    let least = |at: usize| stands.get(at).and_then(Stand::fact).map_or(0.0, low);
    let (lower, higher) = if least(a) <= least(b) { (a, b) } else { (b, a) };
    let span = |at: usize| stands.get(at).and_then(moments);
    span(lower).zip(span(higher)).is_some_and(|(lower, higher)| before(lower.1, higher.0))
}

/// «عشرات», «مئات».
pub fn is_vague(stands: &[Stand], at: usize) -> bool {
    let value = stands.get(at).and_then(Stand::fact).map(|fact| &fact.value);
    matches!(value, Some(Value::Quantity(figure)) if figure.approx == Approx::Vague)
}

/// Whether one of two positions is but «عشرات» in reports that give a figure of as many too, and the other
/// is told elsewhere: their own readers know it better.
pub fn is_idle(group: &Group, stands: &[Stand], pair: &Pair) -> bool {
    let gives = |loose: &Told| {
        stands.iter().enumerate().any(|(at, stand)| {
            !is_vague(stands, at)
                && stand.told.iter().any(|told| {
                    told.claim.article == loose.claim.article
                        && relate(&group.key, &told.fact.value, &loose.fact.value)
                            == Relation::Precision("overlapping_intervals")
                })
        })
    };
    let idle = |(loose, other): (usize, usize)| {
        let Some((loose, other)) = stands.get(loose).zip(stands.get(other)) else { return false };
        let own = |told: &&Told| loose.told.iter().any(|l| l.claim.article == told.claim.article);
        loose.told.iter().all(|told| gives(told)) && !other.told.iter().all(own)
    };
    let ways = [(pair.a, pair.b), (pair.b, pair.a)];
    tally::counts(group) && ways.into_iter().any(|way| is_vague(stands, way.0) && idle(way))
}

/// Whether two claims are of two things by what they are: what was added on one day and what was added
/// on another, and two quakes of which neither is the report's own.
pub fn never_meet(group: &Group, (a, b): (&Stand, &Stand), (one, other): (&Fact, &Fact)) -> bool {
    let event = |fact: &Fact, name: &str| {
        fact.topic.scope.iter().any(|(facet, value)| *facet == Facet::Event && value == name)
    };
    let both = |name: &str| event(one, name) && event(other, name);
    if group.key == "quake.magnitude" {
        return both("another") && (low(one) - low(other)).abs() > 1.0;
    }
    let day = |stand: &Stand| moments(stand).map(|(first, last)| (first.0, last.0));
    let one_day = || day(a).is_some_and(|(first, last)| first == last && day(b) == day(a));
    tally::counts(group) && both("new") && !one_day()
}
