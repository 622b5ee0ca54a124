//! A count that goes on while it is reported: which of its figures time or the reports' own words account
//! for, pair by pair.
//!
//! Begin with [`hard`]. A report of one day that gives more than another of that day contradicts
//! it, though a third one of the next day gives more than both.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::article::ArticleId;
use crate::facts::topic::Course;
use crate::facts::{Approx, Fact, Value};

use super::super::align::{Group, Told};
use super::super::bearing::Bearing;
use super::super::moment::{before, moment};
use super::super::value::Relation;
use super::super::{Claim, Verdict};
use super::progress::{self, Progress, Said};
use super::{Pair, Shown, Stand, far, low};

/// Claims of a position that are looked at, so that hundreds of reports cost no square of them.
const MOST: usize = 24;

/// What accounts for two figures of a tally, or that nothing does.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Between {
    /// The rule, and the claims that show it.
    Explained(&'static str, (Claim, Claim)),
    /// The claims that contradict each other, and how plainly they do.
    Unexplained(u8, (Claim, Claim)),
}

/// The claims of a group that counts something.
pub struct Tally {
    progress: BTreeMap<Claim, Progress>,
    /// Whether some figure is told as one that the count has grown to.
    moving: bool,
    /// Whether the count can only grow.
    grows: bool,
    /// Reports that give an earlier figure above the present one: the count was put right.
    corrected: BTreeSet<ArticleId>,
}

/// Whether a group counts what goes on: what can only grow, and the hurt, who may die.
pub fn counts(group: &Group) -> bool {
    group.course == Course::Grows
        || group.course == Course::Changes
            && (group.key.starts_with("toll.") || group.key.starts_with("health."))
}

/// The verdict on the figures of a count that goes on, the pair that shows it best, and why.
pub fn hard<'p>(
    group: &Group,
    stands: &[Stand],
    apart: &[&'p Pair],
    bearing: &Bearing,
) -> Option<(Verdict, &'p Pair, Option<Shown>)> {
    if apart.is_empty() {
        return None;
    }
    let tally = Tally::of(group, stands);
    let mut most: Option<(Verdict, (u8, i64), &Pair, Shown)> = None;
    for pair in apart {
        let both = stands.get(pair.a).zip(stands.get(pair.b))?;
        let opposed = |one: &Told, other: &Told| bearing.opposed(one, other);
        let told = match tally.between(both, opposed) {
            Some(Between::Unexplained(plainly, claims)) => {
                let Relation::Apart(_, rule) = pair.relation else { continue };
                (Verdict::Contradiction, plainly, (rule, claims))
            }
            Some(Between::Explained(rule, claims)) => (Verdict::UpdateOverTime, 0, (rule, claims)),
            None => continue,
        };
        let (verdict, plainly, shown) = told;
        let telling = (plainly, (far(pair) * 1000.0) as i64);
        let better = most.is_none_or(|(known, rank, ..)| {
            (verdict == Verdict::Contradiction, telling) > (known == Verdict::Contradiction, rank)
        });
        if better {
            most = Some((verdict, telling, pair, shown));
        }
    }
    most.map(|(verdict, _, pair, shown)| (verdict, pair, Some(shown)))
}

impl Tally {
    pub fn of(group: &Group, stands: &[Stand]) -> Self {
        let told = || stands.iter().flat_map(|stand| stand.told.iter());
        let said: BTreeMap<Claim, Progress> =
            told().map(|told| (told.claim, progress::of(told))).collect();
        // What a report says of a figure once it says of it wherever it tells it again.
        let mut progress = BTreeMap::new();
        let all: Vec<&Told> = told().copied().collect();
        for one in &all {
            let own = all.iter().filter(|other| other.claim.article == one.claim.article);
            let mut words = Progress::new();
            for other in own {
                let Some(said) = said.get(&other.claim) else { continue };
                let (here, there) = (low(one.fact), low(other.fact));
                if here.total_cmp(&there).is_eq() {
                    words.extend(said);
                } else if said.contains(&Said::Least) && there < here {
                    // «ثلاثة قتلى» in a headline is as little sure as the «ثلاثة على الأقل» below it.
                    words.insert(Said::Least);
                }
            }
            progress.insert(one.claim, words);
        }
        let says = |told: &Told, what: Said| {
            progress.get(&told.claim).is_some_and(|said: &Progress| said.contains(&what))
        };
        let exact = || told().filter(|told| !is_loose(told.fact));
        let lowest = exact().map(|told| low(told.fact)).fold(f64::INFINITY, f64::min);
        let moving = exact().any(|told| {
            let grown = says(told, Said::Risen) || says(told, Said::Total);
            grown && low(told.fact) > lowest
        }) || exact().any(|one| {
            exact().any(|other| low(one.fact) < low(other.fact) && is_before(one, other))
        });
        let present = |told: &Told| !says(told, Said::Earlier);
        let above = |one: &Told| {
            let own = |other: &Told| other.claim.article == one.claim.article;
            exact().any(|other| own(other) && present(other) && low(other.fact) < low(one.fact))
        };
        let corrected = exact().filter(|told| says(told, Said::Earlier) && above(told));
        let corrected = corrected.map(|told| told.claim.article).collect();
        Self { progress, moving, grows: group.course == Course::Grows, corrected }
    }

    fn says(&self, told: &Told, what: Said) -> bool {
        self.progress.get(&told.claim).is_some_and(|said| said.contains(&what))
    }

    /// What accounts for the figures of two positions. `opposed` says whether two claims are of one thing.
    pub fn between(
        &self,
        (a, b): (&Stand, &Stand),
        opposed: impl Fn(&Told, &Told) -> bool,
    ) -> Option<Between> {
        let least = |stand: &Stand| stand.fact().map_or(0.0, low);
        let (lower, higher) = if least(a) <= least(b) { (a, b) } else { (b, a) };
        let (lower, higher) = (telling(lower), telling(higher));
        let claims: Vec<(&Told, &Told)> =
            lower.iter().flat_map(|low| higher.iter().map(move |high| (*low, *high))).collect();
        let shown = |(one, other): (&Told, &Told)| (one.claim, other.claim);
        let mut left: Vec<(u8, (&Told, &Told))> = Vec::new();
        let mut known = None;
        for pair in claims {
            match self.rule(pair) {
                Some(rule) if known.is_none() => {
                    known = Some(Between::Explained(rule, shown(pair)));
                }
                Some(_) => {}
                None => left.push((plainness(pair), pair)),
            }
        }
        left.sort_by_key(|(rank, _)| std::cmp::Reverse(*rank));
        let found = left.into_iter().find(|(_, (low, high))| opposed(low, high));
        found.map(|(rank, pair)| Between::Unexplained(rank, shown(pair))).or(known)
    }

    /// What accounts for a lower and a higher figure.
    fn rule(&self, (lower, higher): (&Told, &Told)) -> Option<&'static str> {
        let low = |what| self.says(lower, what);
        let high = |what| self.says(higher, what);
        if is_before(lower, higher) || !self.grows && is_before(higher, lower) {
            return Some("later_report");
        }
        let corrected = || self.corrected.contains(&higher.claim.article);
        let put_right = high(Said::Earlier) && corrected()
            || low(Said::Fallen)
            || high(Said::First)
            || high(Said::Earlier) && low(Said::Risen);
        if is_before(higher, lower) {
            return (put_right || low(Said::Earlier)).then_some("newer_by_its_words");
        }
        let one_report = lower.claim.article == higher.claim.article;
        if !one_report && low(Said::Least) {
            return Some("outgrown");
        }
        if put_right || low(Said::Earlier) || high(Said::Risen) {
            return Some("newer_by_its_words");
        }
        // A count that has grown elsewhere is told as one that goes on.
        let goes_on = || {
            let told = low(Said::Risen) || low(Said::Total) || high(Said::SoFar);
            self.moving && (told || high(Said::Total))
        };
        if low(Said::First) || !one_report && (low(Said::SoFar) || goes_on()) {
            return Some("still_counted");
        }
        None
    }
}

/// The claims of a position that tell when it was told: a report without a clock time tells nothing
/// beside one of its day that has it.
fn telling<'g, 'a>(stand: &Stand<'g, 'a>) -> Vec<&'g Told<'a>> {
    let timed: Vec<Date> = stand
        .told
        .iter()
        .filter_map(|told| moment(told).filter(|moment| moment.1.is_some()))
        .map(|moment| moment.0)
        .collect();
    let tells = |told: &&Told| {
        moment(told).is_none_or(|(day, minute)| minute.is_some() || !timed.contains(&day))
    };
    stand.told.iter().copied().filter(tells).take(MOST).collect()
}

fn is_before(one: &Told, other: &Told) -> bool {
    moment(one).zip(moment(other)).is_some_and(|(one, other)| before(one, other))
}

/// How plainly two claims contradict each other: of one day the most, in an order that nobody knows less,
/// inside one report the least.
fn plainness((one, other): (&Told, &Told)) -> u8 {
    match moment(one).zip(moment(other)) {
        _ if one.claim.article == other.claim.article => 1,
        Some((one, other)) if one.0 == other.0 => 4,
        Some(_) => 3,
        None => 2,
    }
}

/// «عشرات».
fn is_loose(fact: &Fact) -> bool {
    matches!(&fact.value, Value::Quantity(figure) if figure.approx == Approx::Vague)
}
