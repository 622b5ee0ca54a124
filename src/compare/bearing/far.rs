//! Figures of one topic that are so far apart that they are likelier of two things.
//!
//! Begin with [`Bearing::too_far`]. Of one accident newsrooms tell 17 dead and 23; of one meeting seldom
//! two hours and nine. In dossiers that the rules had not been written with, 6 of 35 alarms over sums,
//! measures and lengths were right where one figure was twice the other or more, and 48 of 70 over
//! figures of any kind where it was less.

use crate::facts::topic::{self, Course};
use crate::facts::{Kind, Quantity, Unit, Value};

use super::super::align::Told;
use super::super::swapped::is_swapped;
use super::super::unit::{in_base, times};
use super::{Bearing, INSIDE};

/// From how many times the other two sums, measures or lengths are likelier of two things, where
/// nothing says that they are of one.
const TWICE: f64 = 2.0;
/// The same of what is counted.
const COUNTED: f64 = 4.0;
/// The same where something says that they are of one.
const MANY: f64 = 10.0;
/// The same of sums and lengths, and of what grows: a toll may grow much in its first days, and one
/// newsroom may count in days what the other counts in hours.
const MOST: f64 = 25.0;
/// Times the other up to which two figures of one report may be one, told twice.
const NEAR: f64 = 1.5;
/// Likeness of the words from which two figures may be far apart, where each report tells one.
const SOLE_AND_FAR: f64 = 0.34;
/// The same of sums: what each newsroom tells of may be a share of the other's.
const SUMS_AND_FAR: f64 = 0.2;
/// What there is one of in a report, as there is one length of what lasts.
const SINGLE: &[&str] = &["evacuation.radius", "flight.altitude"];
/// Lengths that a report tells of several things of one sort.
const OF_SEVERAL: &[&str] = &["meeting.duration"];

impl Bearing<'_, '_> {
    /// Whether one figure is so many times the other that they are likelier of two things. What the
    /// reader put right never is, nor a slip of a zero, nor sums and lengths that two voices tell in words
    /// that are alike: one voice tells the terms of two men in such.
    pub(super) fn too_far(&self, one: &Told, other: &Told) -> bool {
        let Some((times, figures)) = gap(one, other) else { return false };
        let put_right = one.fact.is_put_right() || other.fact.is_put_right();
        if times < TWICE || put_right || is_a_zero_more(times, figures) {
            return false;
        }
        let grows = topic::frame(self.key).is_some_and(|frame| frame.course == Course::Grows);
        let [Quantity { unit, .. }, _] = figures;
        let summed = matches!(unit, Unit::Money(_) | Unit::Second);
        let measured = (summed || matches!(unit, Unit::Measure(_))) && !grows;
        let most = if grows || self.may_be_far(one, other) {
            if summed || grows { MOST } else { MANY }
        } else if measured {
            TWICE
        } else {
            COUNTED
        };
        let two_voices =
            one.claim.article != other.claim.article || one.fact.layer != other.fact.layer;
        times >= most && !(measured && two_voices && self.likeness(one, other) >= INSIDE)
    }

    /// Whether something besides the topic says that two figures are of one thing: both reports are
    /// short, or each tells but one and the frame says what lasts, or the words are alike.
    fn may_be_far(&self, one: &Told, other: &Told) -> bool {
        let kind = one.fact.kind;
        let lasts = kind == Kind::Duration && !OF_SEVERAL.contains(&self.key);
        let lasts = lasts || SINGLE.contains(&self.key);
        let alike = if kind == Kind::Money { SUMS_AND_FAR } else { SOLE_AND_FAR };
        let sole = || self.is_sole(one, other) && self.is_sole(other, one);
        self.are_short(one, other) || sole() && (lasts || self.likeness(one, other) >= alike)
    }

    /// Whether two values of one report, which tells no third, may be of one thing: of counts, sums and
    /// lengths a report tells several, unless they are near each other or a slip of the pen.
    pub(super) fn may_be_one_inside(&self, one: &Told, other: &Told) -> bool {
        let several = [Kind::Count, Kind::Number, Kind::Money, Kind::Measure, Kind::Duration];
        !several.contains(&one.fact.kind)
            || self.are_short(one, other) && !self.is_agreed(one, other)
            || is_swapped(one, other)
            || gap(one, other)
                .is_some_and(|(times, both)| times <= NEAR || is_a_zero_more(times, both))
    }

    /// Whether another report tells one of two values of one report, which then tells of one thing more.
    fn is_agreed(&self, one: &Told, other: &Told) -> bool {
        let mut others = self.by_article.keys().filter(|article| **article != one.claim.article);
        others.any(|article| self.tells(*article, one) || self.tells(*article, other))
    }

    /// Whether its report tells no other value of the topic but what the other's report tells as well: the
    /// two years of the brother say nothing of the twelve.
    fn is_sole(&self, told: &Told, other: &Told) -> bool {
        let own = self.by_article.get(&told.claim.article).map(Vec::as_slice).unwrap_or_default();
        own.iter().all(|one| {
            self.near(one, told)
                || told.claim.article != other.claim.article && self.tells(other.claim.article, one)
        })
    }
}

/// «دخل الإضراب أسبوعه الثالث» and, three weeks on, «أسبوعه السادس»: what still lasts is longer in a later report.
pub(super) fn has_gone_on(one: &Told, other: &Told) -> bool {
    const SO_FAR: &str = "duration.so_far";
    let day = |told: &Told| told.article.published.as_ref().map(|known| known.value);
    let lasts = one.fact.rule == SO_FAR || other.fact.rule == SO_FAR;
    let apart = day(one)
        .zip(day(other))
        .is_none_or(|(one, other)| one.until(other).map_or(true, |span| span.get_days().abs() > 1));
    lasts && apart
}

/// Two figures, and how many times the lesser the greater is; none where one of them is nothing.
fn gap<'t>(one: &'t Told, other: &'t Told) -> Option<(f64, [&'t Quantity; 2])> {
    let (Value::Quantity(a), Value::Quantity(b)) = (&one.fact.value, &other.fact.value) else {
        return None;
    };
    Some((times(a, b)?, [a, b]))
}

/// Whether one figure is the other with one, two or three zeros more, as a slip of the pen makes it. One
/// and ten are told of too many things.
fn is_a_zero_more(times: f64, figures: [&Quantity; 2]) -> bool {
    let slip = |zeros: &f64| (times - zeros).abs() < zeros * 0.02;
    figures.iter().all(|figure| in_base(figure) > 1.0) && [10.0, 100.0, 1000.0].iter().any(slip)
}
