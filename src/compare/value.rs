//! How two values stand to each other, one comparer a type. Of a topic only its
//! key is known, for the few whose values exclude each other by a rule of their own.

use crate::facts::{Polarity, Qualifier, Quantity, Score, TimeValue, Value, topic};

use super::days::{dates, days_of_no_year};
use super::interval::{Interval, are_rounded, distance};
use super::named::{is_nobody, named};
use super::unit::{self, comparable};

/// What two values say of each other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Relation {
    Same,
    /// They can both be true; one says it more exactly. With the rule that tells so.
    Precision(&'static str),
    /// They cannot both be true; how far apart they are, from 0 to 1, and the rule.
    Apart(f64, &'static str),
    /// They do not speak of the same kind of thing.
    Unrelated,
}

/// Compares two values of one topic; `key` is the topic's, for rules of one topic alone.
pub fn relate(key: &str, a: &Value, b: &Value) -> Relation {
    match (a, b) {
        (Value::Quantity(a), Value::Quantity(b)) => match quantities(a, b) {
            // The minutes of a match are told in figures that nobody rounds.
            Relation::Precision("rounded") if key.contains(".minute") => {
                Relation::Apart(distance(a, b), "disjoint_intervals")
            }
            Relation::Apart(far, _) if key == topic::STANDING => {
                Relation::Apart(far, "exclusive_words")
            }
            relation => relation,
        },
        (Value::Date(a), Value::Date(b)) => dates(key, a, b),
        (Value::Time(a), Value::Time(b)) => times(a, b),
        (Value::Score(a), Value::Score(b)) => scores(a, b),
        (
            Value::Outcome { polarity: one, qualifier: kind },
            Value::Outcome { polarity: other, qualifier: other_kind },
        ) => outcomes((*one, *kind), (*other, *other_kind)),
        (Value::Flag(a), Value::Flag(b)) if a == b => Relation::Same,
        (Value::Flag(_), Value::Flag(_)) => Relation::Apart(1.0, "yes_or_no"),
        (Value::Words(a), Value::Words(b)) if a == b => Relation::Same,
        (Value::Words(_), Value::Words(_) | Value::Date(_)) | (Value::Date(_), Value::Words(_))
            if key.starts_with("date.") =>
        {
            days_of_no_year(a, b)
        }
        (Value::Words(a), Value::Words(b)) if key == "collision.into" => collided(a, b),
        (Value::Words(a), Value::Words(b)) if topic::attribute(key).is_some() => closed(a, b),
        (Value::Name(a), Value::Name(b)) if topic::attribute(key).is_some() => {
            named(&a.canonical, &b.canonical)
        }
        // «لم تتبن أي جهة الهجوم» against whoever claimed it.
        (Value::Name(_), Value::Words(words)) | (Value::Words(words), Value::Name(_))
            if is_nobody(words) =>
        {
            Relation::Apart(1.0, "yes_or_no")
        }
        _ => Relation::Unrelated,
    }
}

/// Two words of a closed list. What is denied excludes only itself: that it was no gas leak leaves
/// room for any other cause.
fn closed(a: &str, b: &str) -> Relation {
    // «شمال» leaves room for «شمال غرب».
    let within =
        |one: &str, other: &str| one.strip_prefix(other).is_some_and(|rest| rest.starts_with('.'));
    if within(a, b) || within(b, a) {
        return Relation::Precision("kind_of");
    }
    match (a.strip_prefix(topic::DENIED), b.strip_prefix(topic::DENIED)) {
        (None, None) => Relation::Apart(0.8, "exclusive_words"),
        // What was not found at all was not found in part either.
        (Some(denied), None) if denied == b || within(b, denied) => {
            Relation::Apart(1.0, "yes_or_no")
        }
        (None, Some(denied)) if denied == a || within(a, denied) => {
            Relation::Apart(1.0, "yes_or_no")
        }
        _ => Relation::Unrelated,
    }
}

fn quantities(a: &Quantity, b: &Quantity) -> Relation {
    if !comparable(&a.unit, &b.unit) {
        return Relation::Unrelated;
    }
    let scaled;
    let mut factor = None;
    let (a, b) = match unit::factor(&a.unit, &b.unit) {
        Some(times) if (times - 1.0).abs() > f64::EPSILON => {
            factor = Some(times);
            scaled = Quantity { low: b.low * times, high: b.high * times, ..b.clone() };
            (a, &scaled)
        }
        _ => (a, b),
    };
    let equal = (a.low - b.low).abs() < 1e-9 && (a.high - b.high).abs() < 1e-9;
    if equal && a.approx == b.approx {
        return Relation::Same;
    }
    if equal || Interval::of(a).overlaps(Interval::of(b)) {
        return Relation::Precision("overlapping_intervals");
    }
    if a.said != b.said && a.unit == b.unit && coarse(a, b) {
        return Relation::Precision("coarser_unit");
    }
    if are_rounded(a, b) || factor.is_some_and(unit::is_other_system) && unit::near_enough(a, b) {
        return Relation::Precision("rounded");
    }
    Relation::Apart(distance(a, b), "disjoint_intervals")
}

/// Whether one was said in a longer unit of time, and the other rounds to it.
fn coarse(a: &Quantity, b: &Quantity) -> bool {
    let grain = |said: Option<&str>| -> f64 {
        match said {
            Some("hour") => 3600.0,
            Some("day") => 86_400.0,
            Some("week") => 604_800.0,
            Some("month") => 2_592_000.0,
            Some("year") => 31_536_000.0,
            Some("decade") => 315_360_000.0,
            _ => 0.0,
        }
    };
    let step = grain(a.said).max(grain(b.said));
    step >= 86_400.0 && (a.low - b.low).abs() < step * 0.5
}

/// Kinds of things, and what is of that kind.
const KINDS: &[(&str, &[&str])] = &[
    (
        "مبني",
        &[
            "بنايه",
            "فندق",
            "منزل",
            "بيت",
            "مطعم",
            "متجر",
            "محطه",
            "برج",
            "مدرسه",
            "مسجد",
            "كنيسه",
            "مقهي",
            "سوق",
        ],
    ),
    ("سياره", &["شاحنه", "حافله", "دراجه", "جرار"]),
];

/// What was run into: a hotel is a building; the wall of one says the same less fully.
fn collided(a: &str, b: &str) -> Relation {
    let part = |word: &str| ["جدار", "حايط", "واجهه", "سور"].iter().any(|p| word.ends_with(p));
    let is_kind = |one: &str, other: &str| {
        KINDS.iter().any(|(kind, members)| {
            topic::bases(one).any(|base| base == *kind)
                && topic::bases(other).any(|base| members.contains(&base))
        })
    };
    if a == b {
        Relation::Same
    } else if is_kind(a, b) || is_kind(b, a) || part(a) || part(b) {
        Relation::Precision("kind_of")
    } else {
        Relation::Unrelated
    }
}

/// Minutes within which two clock times are one.
const SAME_TIME: i32 = 5;
/// What «نحو» leaves of room on either side...
const ABOUT_TIME: i32 = 10;
/// ...and where the hour or the half hour is told.
const ABOUT_HOUR: i32 = 15;

/// Minutes that a time leaves room for beside another.
fn room(time: &TimeValue) -> i32 {
    match time {
        TimeValue { about: false, .. } => SAME_TIME,
        TimeValue { minute, .. } if minute % 30 == 0 => ABOUT_HOUR,
        TimeValue { .. } => ABOUT_TIME,
    }
}

fn times(a: &TimeValue, b: &TimeValue) -> Relation {
    let zone = |time: &TimeValue| time.zone.as_ref().and_then(|zone| zone.offset);
    let shift = match (zone(a), zone(b)) {
        (Some(a), Some(b)) => i32::from(b) - i32::from(a),
        (None, None) if is_local(a) && is_local(b) => 0,
        _ => return Relation::Unrelated,
    };
    if are_other_prayers(a, b) {
        return Relation::Apart(0.4, "different_time");
    }
    let (a0, a1) = (i32::from(a.minute) + shift, i32::from(a.last_minute.max(a.minute)) + shift);
    let (b0, b1) = (i32::from(b.minute), i32::from(b.last_minute.max(b.minute)));
    let apart = [-1440, 0, 1440]
        .iter()
        .map(|day| (b0 - (a1 + day)).max(a0 + day - b1).max(0))
        .min()
        .unwrap_or(0);
    match apart {
        0 if (a0 - b0) % 1440 == 0 && a1 - a0 == b1 - b0 => Relation::Same,
        minutes if minutes <= room(a).max(room(b)) => Relation::Precision("minutes_apart"),
        minutes => Relation::Apart((f64::from(minutes) / 180.0).min(1.0), "different_time"),
    }
}

/// First and last minutes of the prayers as `assets/lexicon/clock.toml` has them.
const PRAYERS: [(u16, u16); 5] = [(150, 419), (660, 899), (840, 1109), (960, 1289), (1050, 1439)];

/// «صلاة الظهر» against «صلاة العصر»: the hours of either move with the season, but nobody prays the
/// one at the time of the other.
fn are_other_prayers(a: &TimeValue, b: &TimeValue) -> bool {
    let prayer = |time: &TimeValue| {
        PRAYERS.iter().position(|hours| *hours == (time.minute, time.last_minute))
    };
    matches!((prayer(a), prayer(b)), (Some(a), Some(b)) if a != b)
}

/// Told in the time of the place, in words or in silence.
fn is_local(time: &TimeValue) -> bool {
    time.zone.as_ref().is_none_or(|zone| zone.name == "local")
}

fn scores(a: &Score, b: &Score) -> Relation {
    let told = |score: &Score| (score.home.max(score.away), score.home.min(score.away));
    let sets = !a.sets.is_empty() && !b.sets.is_empty() && a.sets != b.sets;
    if told(a) == told(b) && !sets {
        Relation::Same
    } else {
        Relation::Apart(0.8, "different_score")
    }
}

type Outcome = (Polarity, Option<Qualifier>);

fn outcomes(a: Outcome, b: Outcome) -> Relation {
    if a == b {
        return Relation::Same;
    }
    if a.0 == b.0 {
        return Relation::Precision("qualified");
    }
    let (yes, no) = if a.0 == Polarity::Yes { (a.1, b.1) } else { (b.1, a.1) };
    if leaves_room(no, yes) {
        return Relation::Precision("other_qualifier");
    }
    Relation::Apart(1.0, "reached_or_not")
}

/// Whether a denial of one kind leaves room for an outcome of another: «لا اتفاق نهائيا» for a
/// preliminary one or one without a qualifier, «لا اتفاق» for none, and no «اختراق جذري» for no
/// great one either.
fn leaves_room(no: Option<Qualifier>, yes: Option<Qualifier>) -> bool {
    let settles = |q| matches!(q, Qualifier::Final | Qualifier::Comprehensive);
    match (no, yes) {
        (None, _) => false,
        (Some(no), Some(yes)) if no == yes => false,
        (Some(no), Some(yes))
            if settles(yes)
                || matches!(yes, Qualifier::Great | Qualifier::Concrete | Qualifier::Radical) =>
        {
            settles(no)
        }
        (Some(no), _) => {
            settles(no) || matches!(no, Qualifier::Concrete | Qualifier::Great | Qualifier::Radical)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Unit;
    use crate::facts::{Approx, Zone};

    fn count(value: f64, approx: Approx) -> Value {
        Value::Quantity(Quantity { approx, ..Quantity::exact(value, Unit::Of("person".into())) })
    }

    #[test]
    fn figures_apart_are_apart_only_beyond_their_modifiers() {
        let relate = |a, b| super::relate("toll.killed", &a, &b);
        assert!(matches!(
            relate(count(22.0, Approx::Exact), count(24.0, Approx::Exact)),
            Relation::Apart(..)
        ));
        assert!(matches!(
            relate(count(22.0, Approx::MoreThan), count(24.0, Approx::Exact)),
            Relation::Precision(_)
        ));
        assert_eq!(relate(count(9.0, Approx::Exact), count(9.0, Approx::Exact)), Relation::Same);
    }

    #[test]
    fn one_instant_in_two_zones_is_one() {
        let time = |minute, offset| {
            Value::Time(TimeValue {
                about: false,
                minute,
                last_minute: minute,
                date: None,
                zone: Some(Zone { name: String::new(), offset: Some(offset) }),
            })
        };
        let relate = |a, b| super::relate("meeting.start", &a, &b);
        assert_eq!(relate(time(660, -480), time(1320, 180)), Relation::Same);
        assert!(matches!(relate(time(660, -480), time(1350, 180)), Relation::Apart(..)));
    }

    #[test]
    fn a_final_agreement_missed_leaves_room_for_a_first_one() {
        let yes = |q| (Polarity::Yes, q);
        let no = |q| (Polarity::No, q);
        assert!(matches!(
            outcomes(yes(Some(Qualifier::Preliminary)), no(Some(Qualifier::Final))),
            Relation::Precision(_)
        ));
        assert!(matches!(outcomes(yes(None), no(None)), Relation::Apart(..)));
        let first = Some(Qualifier::Preliminary);
        assert!(matches!(outcomes(yes(first), no(None)), Relation::Apart(..)));
        let concrete = Some(Qualifier::Concrete);
        let great = outcomes(yes(Some(Qualifier::Great)), no(concrete));
        assert!(matches!(great, Relation::Apart(..)));
        assert!(matches!(outcomes(yes(None), no(concrete)), Relation::Precision(_)));
    }

    #[test]
    fn a_score_reads_the_same_from_either_side() {
        let score =
            |home, away| Score { home, away, home_side: None, away_side: None, sets: Vec::new() };
        assert_eq!(scores(&score(3, 1), &score(1, 3)), Relation::Same);
        assert!(matches!(scores(&score(3, 1), &score(2, 1)), Relation::Apart(..)));
    }
}
