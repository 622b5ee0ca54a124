//! What the claims of one group say of each other: their positions, and the verdict on them.
//!
//! Begin with [`judge`]. Time explains a difference where the value may change: a toll that grows
//! from report to report is an update, one that shrinks is a contradiction.

mod explained;
mod floors;
mod fulfilled;
mod progress;
mod succession;
mod tally;
#[cfg(test)]
mod tally_tests;
#[cfg(test)]
mod tests;

use jiff::civil::Date;

use crate::facts::topic::Course;
use crate::facts::{Fact, Kind, Mode, Value};
use crate::text::{Span, fold};

use super::align::{Group, Told};
use super::bearing::{Bearing, Ground};
use super::due::TERMS;
use super::moment::{
    Moment, OF_ONE_PERSON, are_days_apart, are_other_weekdays, is_future, misnamed, moment, when,
};
use super::severity::severity;
use super::value::{Relation, relate};
use super::{Argument, Claim, Disagreement, Position, Reason, Verdict};
use explained::{are_ordered, explained, may_have_grown};
pub use progress::is_earlier;

use floors::{Floor, is_idle, is_later, is_vague, never_meet, outgrown};

/// Claims of one value.
struct Stand<'g, 'a> {
    told: Vec<&'g Told<'a>>,
}

impl<'a> Stand<'_, 'a> {
    fn fact(&self) -> Option<&'a Fact> {
        self.told.first().map(|told| told.fact)
    }
}

/// Most positions that are set against each other.
const MOST: usize = 40;

/// The disagreements of a group: of what is said to be so, and of what was planned against what
/// came of it.
pub fn judge(group: &Group, ground: Ground) -> Vec<Disagreement> {
    if group.told.len() < 2 || !group.firm {
        return Vec::new();
    }
    let ahead = |told: &&Told| {
        (matches!(told.fact.mode, Mode::Planned) || is_future(told) && !has_stayed(told))
            && can_be_planned(told.fact)
            && !TERMS.contains(&&*group.key)
    };
    let held: Vec<_> = group.told.iter().filter(|told| !ahead(told)).collect();
    let planned: Vec<_> = group.told.iter().filter(ahead).collect();
    let mut out = among(group, &held, ground);
    out.extend(among(group, &planned, ground));
    out.extend(fulfilled::fulfilled(group, &planned, &held, ground));
    out
}

/// Whether a day is the one until which somebody stayed somewhere: who has stayed plans nothing, on
/// whatever day it is told.
fn has_stayed(told: &Told) -> bool {
    const STAYED: &[&str] = &[
        "بقي",
        "بقيت",
        "بقوا",
        "ظل",
        "ظلت",
        "ظلوا",
        "مكث",
        "مكثت",
        "مكثوا",
        "لبث",
        "اقام",
        "اقامت",
    ];
    let before = Span { start: told.fact.sentence.start, end: told.fact.span.start };
    let folded = fold(told.article.text.slice(before).unwrap_or_default());
    folded.split_whitespace().any(|word| {
        STAYED.contains(&word) || word.strip_prefix('و').is_some_and(|word| STAYED.contains(&word))
    })
}

fn can_be_planned(fact: &Fact) -> bool {
    matches!(fact.value, Value::Date(_) | Value::Time(_)) || fact.kind == Kind::Duration
}

/// The claims sorted into positions of one value, in order.
fn stands<'g, 'a>(key: &str, told: &[&'g Told<'a>]) -> Vec<Stand<'g, 'a>> {
    let mut stands: Vec<Stand> = Vec::new();
    for one in told {
        let full = stands.len() >= MOST;
        let same = stands.iter_mut().find(|stand| {
            stand.fact().is_some_and(|fact| {
                relate(key, &fact.value, &one.fact.value) == Relation::Same
                    && when(fact) == when(one.fact)
            }) && stand.told.first().is_some_and(|first| misnamed(first) == misnamed(one))
        });
        match same {
            Some(stand) => stand.told.push(one),
            None if !full => stands.push(Stand { told: vec![one] }),
            None => {}
        }
    }
    stands
}

/// Two positions, and how they stand to each other.
struct Pair {
    a: usize,
    b: usize,
    relation: Relation,
}

fn among(group: &Group, told: &[&Told], ground: Ground) -> Vec<Disagreement> {
    let stands = stands(&group.key, told);
    if stands.len() < 2 {
        return Vec::new();
    }
    let bearing = Bearing::new(&group.key, told, ground);
    let pairs = pairs(group, &stands, &bearing);
    let apart: Vec<&Pair> =
        pairs.iter().filter(|pair| matches!(pair.relation, Relation::Apart(..))).collect();
    let mut near: Vec<&Pair> = pairs
        .iter()
        .filter(|pair| matches!(pair.relation, Relation::Precision(_)))
        .filter(|pair| !is_idle(group, &stands, pair))
        .collect();
    // «عشرات» is the last that a reader wants to hear of.
    near.sort_by_key(|pair| is_vague(&stands, pair.a) || is_vague(&stands, pair.b));
    let Some(hard) = hard(group, &stands, &apart, &bearing) else {
        let whole = near.first().map(|first| {
            let taken = among_pairs(&stands, &near);
            disagreement(group, &taken, Verdict::DifferentPrecision, first, &stands)
        });
        return whole.into_iter().collect();
    };
    let measured = near.iter().any(|pair| is_figure(&stands, pair.a));
    // «في مصر» takes no part where two of its towns are set against each other, and what is told in
    // another currency none in a dispute over the sum.
    let disputed = |at: usize| apart.iter().any(|pair| pair.a == at || pair.b == at);
    let beside = near.iter().filter(|pair| measured && (disputed(pair.a) || disputed(pair.b)));
    let related: Vec<&Pair> = apart.iter().chain(beside).copied().collect();
    let bare = bearing_claims(&among_pairs(&stands, &related), &bearing);
    let shown: Vec<&Stand> = bare.iter().collect();
    let (verdict, pair, told) = hard;
    let mut found = disagreement(group, &shown, verdict, pair, &stands);
    if let Some((rule, claims)) = told {
        found.reason = because(rule, Some(claims));
    }
    // What one report says more loosely is true beside both sides of a dispute.
    let loosely = softer(group, &stands, &near).filter(|_| measured);
    std::iter::once(explained::with_shown(found, &stands)).chain(loosely).collect()
}

/// What shows that two positions exclude each other, or that they need not: a rule and two claims.
type Shown = (&'static str, (Claim, Claim));

/// The verdict on values that exclude each other, and the pair that shows it best: one across
/// two reports rather than inside one, the farther apart the better. Of a count that goes on, the pair
/// that nothing accounts for.
fn hard<'p>(
    group: &Group,
    stands: &[Stand],
    apart: &[&'p Pair],
    bearing: &Bearing,
) -> Option<(Verdict, &'p Pair, Option<Shown>)> {
    if tally::counts(group) {
        return tally::hard(group, stands, apart, bearing);
    }
    let telling = |pair: &&&Pair| {
        let across = stands.get(pair.a).zip(stands.get(pair.b));
        let across = across.is_some_and(|(a, b)| one_report_apart(a, b));
        (far(pair) * 1000.0) as i64 + i64::from(across) * 10_000
    };
    let unexplained = apart.iter().filter(|pair| !explained(group, stands, pair));
    // Of pairs that tell as much, the first.
    let best = |pair: Option<&&'p Pair>| pair.copied();
    if let Some(pair) = best(unexplained.rev().max_by_key(telling)) {
        return Some((Verdict::Contradiction, pair, None));
    }
    let pair = best(apart.iter().rev().max_by_key(telling))?;
    Some((Verdict::UpdateOverTime, pair, None))
}

/// Values that can all be true and are not told alike: the one that leaves most room, and those
/// it leaves room for.
fn softer(group: &Group, stands: &[Stand], near: &[&Pair]) -> Option<Disagreement> {
    let degree = |at: usize| near.iter().filter(|pair| pair.a == at || pair.b == at).count();
    let loosest = (0..stands.len()).rev().max_by_key(|at| degree(*at))?;
    let of_it: Vec<&Pair> =
        near.iter().copied().filter(|pair| pair.a == loosest || pair.b == loosest).collect();
    let first = of_it.first()?;
    let taken = among_pairs(stands, &of_it);
    Some(disagreement(group, &taken, Verdict::DifferentPrecision, first, stands))
}

/// The positions that stand in one of the pairs, in order.
fn among_pairs<'s, 'g, 'a>(stands: &'s [Stand<'g, 'a>], pairs: &[&Pair]) -> Vec<&'s Stand<'g, 'a>> {
    let holds = |index: usize| pairs.iter().any(|pair| pair.a == index || pair.b == index);
    stands.iter().enumerate().filter(|(index, _)| holds(*index)).map(|(_, stand)| stand).collect()
}

/// The positions without the claims of a report that bear on nothing in the others: a report
/// may tell the value of another thing too.
fn bearing_claims<'g, 'a>(stands: &[&Stand<'g, 'a>], bearing: &Bearing) -> Vec<Stand<'g, 'a>> {
    let bears = |own: &Told, at: usize| {
        bearing.is_principal(own)
            || stands.iter().enumerate().any(|(other, stand)| {
                other != at && stand.told.iter().any(|told| bearing.opposed(own, told))
            })
    };
    stands
        .iter()
        .enumerate()
        .map(|(at, stand)| {
            let kept: Vec<_> = stand.told.iter().copied().filter(|told| bears(told, at)).collect();
            Stand { told: if kept.is_empty() { stand.told.clone() } else { kept } }
        })
        .collect()
}

fn is_figure(stands: &[Stand], at: usize) -> bool {
    let fact = stands.get(at).and_then(Stand::fact);
    fact.is_some_and(|fact| matches!(fact.value, Value::Quantity(_)))
}

fn far(pair: &Pair) -> f64 {
    match pair.relation {
        Relation::Apart(far, _) => far,
        _ => 0.0,
    }
}

fn pairs(group: &Group, stands: &[Stand], bearing: &Bearing) -> Vec<Pair> {
    let mut pairs = Vec::new();
    for a in 0..stands.len() {
        for b in a + 1..stands.len() {
            let facts =
                stands.get(a).and_then(Stand::fact).zip(stands.get(b).and_then(Stand::fact));
            if let Some((one, other)) = facts {
                let both = stands.get(a).zip(stands.get(b));
                if both.is_some_and(|both| never_meet(group, both, (one, other))) {
                    continue;
                }
                let mut relation = relate(&group.key, &one.value, &other.value);
                if relation == Relation::Same && wrong_weekday(stands, a, b) {
                    relation = Relation::Apart(0.3, "weekday_and_date");
                }
                match outgrown(group, one, other) {
                    Some(Floor::Stated) => relation = Relation::Apart(0.7, "outgrown"),
                    // Of tens and of hundreds neither is any news, unless the tens came first.
                    Some(Floor::Vague) if is_later(stands, a, b) => {
                        relation = Relation::Apart(0.1, "outgrown");
                    }
                    Some(Floor::Vague | Floor::Far) => continue,
                    None => {}
                }
                let told = |at: usize| stands.get(at).map_or(&[][..], |stand| &stand.told);
                let principal = |at: usize| told(at).iter().any(|one| bearing.is_principal(one));
                // A zone explains what is reckoned from the day of publication, not a day by its name.
                let weekdays = relation == Relation::Precision("one_day_apart")
                    && are_other_weekdays(told(a), told(b));
                let of_one_person = OF_ONE_PERSON.contains(&group.key.as_str());
                let weekdays_apart = weekdays && of_one_person && principal(a) && principal(b);
                if weekdays_apart {
                    relation = Relation::Apart(0.3, "different_day");
                } else if weekdays {
                    relation = Relation::Precision("neighbouring_days");
                }
                let misnamed = matches!(relation, Relation::Apart(_, "weekday_and_date"));
                let apart = matches!(relation, Relation::Apart(..)) && !misnamed && !weekdays_apart;
                let span = |at: usize| stands.get(at).and_then(moments);
                let days = || span(a).zip(span(b)).is_some_and(|(a, b)| are_days_apart(a, b));
                if group.course == Course::Daily && days()
                    || apart && !opposed(stands, a, b, bearing)
                {
                    continue;
                }
                pairs.push(Pair { a, b, relation });
            }
        }
    }
    pairs
}

/// Whether one of two positions on one day calls it by another weekday than it was.
fn wrong_weekday(stands: &[Stand], a: usize, b: usize) -> bool {
    let named = |at: usize| {
        stands.get(at).and_then(|stand| stand.told.first()).is_some_and(|one| misnamed(one))
    };
    named(a) != named(b)
}

/// Whether some claim of one position bears on some claim of the other.
fn opposed(stands: &[Stand], a: usize, b: usize, bearing: &Bearing) -> bool {
    let both = stands.get(a).zip(stands.get(b));
    both.is_some_and(|(a, b)| {
        a.told.iter().any(|one| b.told.iter().any(|other| bearing.opposed(one, other)))
    })
}

/// Whether the positions come from different reports.
fn one_report_apart(a: &Stand, b: &Stand) -> bool {
    !a.told.iter().any(|x| b.told.iter().any(|y| x.claim.article == y.claim.article))
}

fn low(fact: &Fact) -> f64 {
    match &fact.value {
        Value::Quantity(quantity) => quantity.low,
        _ => 0.0,
    }
}

/// The first and the last moment at which a position was told.
fn moments(stand: &Stand) -> Option<(Moment, Moment)> {
    let mut all: Vec<Moment> = stand.told.iter().filter_map(|told| moment(told)).collect();
    // A report without a clock time tells nothing beside one of its day that has it.
    let timed: Vec<Date> = all.iter().filter(|one| one.1.is_some()).map(|one| one.0).collect();
    all.retain(|one| one.1.is_some() || !timed.contains(&one.0));
    all.sort_unstable();
    Some((*all.first()?, *all.last()?))
}

/// `pair` is of positions among `all`.
fn disagreement(
    group: &Group,
    stands: &[&Stand],
    verdict: Verdict,
    pair: &Pair,
    all: &[Stand],
) -> Disagreement {
    let claims =
        |stand: &Stand| -> Vec<Claim> { stand.told.iter().map(|told| told.claim).collect() };
    let sources = stands.iter().map(|stand| stand.told.len()).sum();
    Disagreement {
        topic: group.topic.clone(),
        label: group.label.clone(),
        verdict,
        severity: severity(group.weight, verdict, far(pair), sources),
        positions: stands.iter().map(|stand| Position { claims: claims(stand) }).collect(),
        reason: reason(all, verdict, pair),
    }
}

fn because(rule: &'static str, claims: Option<(Claim, Claim)>) -> Reason {
    let (a, b) = claims.unzip();
    let arguments = [("a", a.map(Argument::Claim)), ("b", b.map(Argument::Claim))];
    Reason {
        rule,
        arguments: arguments.into_iter().filter_map(|(name, claim)| Some((name, claim?))).collect(),
    }
}

fn reason(stands: &[Stand], verdict: Verdict, pair: &Pair) -> Reason {
    let rule = match (verdict, pair.relation) {
        (Verdict::UpdateOverTime, Relation::Apart(_, "plan_and_outcome")) => "plan_and_outcome",
        (Verdict::UpdateOverTime, _) => {
            let both = stands.get(pair.a).zip(stands.get(pair.b));
            let by_its_words = both.is_some_and(|(a, b)| may_have_grown(stands, a, b));
            match both {
                _ if by_its_words => "outgrown",
                Some((a, b)) if !are_ordered(a, b) => "newer_by_its_words",
                _ => "later_report",
            }
        }
        (_, Relation::Apart(_, rule) | Relation::Precision(rule)) => rule,
        _ => "overlapping_intervals",
    };
    let claims = stands.get(pair.a).zip(stands.get(pair.b)).and_then(|(a, b)| shown(a, b));
    because(rule, claims)
}

/// The claims that show two positions: of two reports where there are such.
fn shown(a: &Stand, b: &Stand) -> Option<(Claim, Claim)> {
    let pairs = a.told.iter().flat_map(|one| b.told.iter().map(|other| (one.claim, other.claim)));
    let across = pairs.clone().find(|(one, other)| one.article != other.article);
    across.or_else(|| pairs.clone().next())
}
