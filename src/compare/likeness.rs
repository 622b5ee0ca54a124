//! How alike the words round two figures must be for them to be of one thing: the less there is that
//! either might be of besides, the less.

use crate::facts::{Kind, Value};

use super::align::Told;
use super::unit;

/// Likeness from which two claims are of one thing.
const ALIKE: f64 = 0.5;
/// The same where each report tells but one figure of that sort.
const ALIKE_SOLE: f64 = 0.4;
/// The same where both count one noun.
const ALIKE_COUNTED: f64 = 0.45;
/// The same where each report tells but one figure of the noun.
const ALIKE_SOLE_COUNTED: f64 = 0.3;
/// The same where the two figures are near each other and not small, as two counts of one crew are.
const ALIKE_NEAR: f64 = 0.15;
/// The same where each report tells but one sum of money and neither is a multiple of the other. The
/// words must share something: what a town spent and what its traders paid are two sums.
const ALIKE_SOLE_SUM: f64 = 0.05;
/// The same where the one is some times the other.
const ALIKE_SOLE_SUMS_APART: f64 = 0.08;
/// The same where each report tells but one measure, under two topics.
const ALIKE_SOLE_MEASURE: f64 = 0.28;
/// The same where the topics are two that one thing may go by ([`super::sisters`]).
const ALIKE_SISTERS: f64 = 0.1;
/// The same where neither is a multiple of the other.
const ALIKE_NEAR_SISTERS: f64 = 0.0;
/// The same where each tells but one length of time, and no third report tells one.
const ALIKE_SOLE_LENGTH: f64 = 0.3;
/// The same where each report is a brief and tells but one figure of that sort, or but one of people:
/// some word is shared.
pub const ALIKE_BRIEF: f64 = 0.05;

/// What is known of two figures besides the words round them.
#[derive(Clone, Copy, Debug)]
pub struct Ends {
    /// Both count one noun.
    pub counted: bool,
    /// Each report tells but one figure of that sort.
    pub sole: bool,
    pub topics: Topics,
    /// No third report tells a figure of that sort.
    pub two: bool,
}

/// How the topics of two figures stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topics {
    One,
    /// Two that one thing may go by.
    Sisters,
    Other,
}

impl Ends {
    /// The likeness from which two figures are of one thing.
    pub fn enough(self, one: &Told, other: &Told) -> f64 {
        let sisters = self.topics == Topics::Sisters;
        match (self.counted, self.sole) {
            (true, true) if are_near(one, other) => ALIKE_NEAR,
            (true, true) => ALIKE_SOLE_COUNTED,
            (true, false) => ALIKE_COUNTED,
            (false, true) if sisters && are_within(one, other, TWICE) => ALIKE_NEAR_SISTERS,
            (false, true) if is_sum(one) && are_within(one, other, TWICE) => ALIKE_SOLE_SUM,
            (false, true) if sisters => ALIKE_SISTERS,
            (false, true) if is_sum(one) && are_within(one, other, MANY) => ALIKE_SOLE_SUMS_APART,
            (false, true) if self.two && one.fact.kind == Kind::Duration => ALIKE_SOLE_LENGTH,
            (false, true) if is_measured(one) && self.topics != Topics::One => ALIKE_SOLE_MEASURE,
            (false, true) => ALIKE_SOLE,
            (false, false) => ALIKE,
        }
    }
}

/// Whether two figures of two digits or more differ by no more than a quarter.
fn are_near(a: &Told, b: &Told) -> bool {
    const SMALL: f64 = 10.0;
    const QUARTER: f64 = 1.25;
    let low = |told: &Told| match &told.fact.value {
        Value::Quantity(quantity) => quantity.low,
        _ => 0.0,
    };
    low(a).min(low(b)) >= SMALL && are_within(a, b, QUARTER)
}

const TWICE: f64 = 2.0;
const MANY: f64 = 10.0;

/// Whether neither of two figures is more than so many times the other.
fn are_within(a: &Told, b: &Told, times: f64) -> bool {
    let (Value::Quantity(a), Value::Quantity(b)) = (&a.fact.value, &b.fact.value) else {
        return false;
    };
    unit::times(a, b).is_some_and(|far| far <= times)
}

fn is_measured(told: &Told) -> bool {
    told.fact.kind == Kind::Measure
}

fn is_sum(told: &Told) -> bool {
    told.fact.kind == Kind::Money
}
