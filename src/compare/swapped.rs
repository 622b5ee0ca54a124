//! Two figures that a slip of the pen makes of one: «47 شكوى» and «74 شكوى», «251» and «215».
//!
//! Begin with [`is_swapped`]. Chance seldom brings two such figures of one sort into reports of one
//! event, so that the words round them need not be alike.

use crate::facts::{Kind, Quantity, Value};

use super::align::Told;
use super::unit::{comparable, times};

/// How many times one figure is the other at most.
const TIMES: f64 = 2.0;

/// Whether two exact figures have the digits of each other, two neighbours of them exchanged.
pub fn is_swapped(a: &Told, b: &Told) -> bool {
    let (Value::Quantity(one), Value::Quantity(other)) = (&a.fact.value, &b.fact.value) else {
        return false;
    };
    let counted = a.fact.kind != Kind::Number && b.fact.kind != Kind::Number;
    counted
        && comparable(&one.unit, &other.unit)
        && times(one, other).is_some_and(|far| far <= TIMES)
        && exchanged(&digits(one), &digits(other))
}

/// The digits of a figure as it is told, without the noughts round them.
fn digits(quantity: &Quantity) -> Vec<u8> {
    if quantity.low.to_bits() != quantity.high.to_bits() {
        return Vec::new();
    }
    let written = format!("{}", quantity.low);
    let figures = written.bytes().filter(u8::is_ascii_digit);
    let mut figures: Vec<u8> = figures.skip_while(|digit| *digit == b'0').collect();
    while figures.last() == Some(&b'0') {
        figures.pop();
    }
    figures
}

/// Whether exchanging two neighbours makes one of the other.
fn exchanged(a: &[u8], b: &[u8]) -> bool {
    let differ = || a.iter().zip(b).enumerate().filter(|(_, (x, y))| x != y).map(|(at, _)| at);
    let mut places = differ();
    let (Some(first), Some(second), None) = (places.next(), places.next(), places.next()) else {
        return false;
    };
    let same = |x: usize, y: usize| a.get(x) == b.get(y);
    a.len() == b.len() && second == first + 1 && same(first, second) && same(second, first)
}

#[cfg(test)]
mod tests {
    use super::super::told_tests::read;
    use super::*;
    use crate::facts::Unit;

    #[test]
    fn neighbours_exchanged_are_a_slip_and_other_digits_are_none() {
        let of = |value| digits(&Quantity::exact(value, Unit::None));
        for (one, other) in [(47.0, 74.0), (251.0, 215.0), (6.5, 5.6), (14_700.0, 17_400.0)] {
            assert!(exchanged(&of(one), &of(other)), "{one} {other}");
        }
        for (one, other) in [(44.0, 44.0), (123.0, 321.0), (40.0, 70.0), (47.0, 75.0)] {
            assert!(!exchanged(&of(one), &of(other)), "{one} {other}");
        }
    }

    #[test]
    fn a_slip_meets_in_other_words_only_where_one_noun_is_counted() {
        let hard = |one: &str, other: &str| {
            !read(&[(one, "2026-05-04"), (other, "2026-05-04")]).disagreements.is_empty()
        };
        let one = "قالت البلدية إن مصلحة الحدائق زرعت 37 نخلة على الشاطئ.";
        let other = "عاد المتنزهون إلى كورنيش المدينة وقد ارتفعت فيه 73 نخلة.";
        assert!(hard(one, other));
        assert!(!hard(one, "عاد المتنزهون إلى كورنيش المدينة وقد وضع فيه 73 مقعدا."));
        assert!(!hard(one, "عاد المتنزهون إلى كورنيش المدينة وقد ارتفعت فيه 85 نخلة."));
    }
}
