//! One measure told in two units: «6 أمتار و49 سنتيمترا».
//!
//! Begin with [`add_smaller`], which leaves the figure alone where no smaller unit is joined to it.

use super::{Amount, measured};
use crate::facts::context::Context;
use crate::facts::lexicon::{Class, Clitics};
use crate::facts::number::{Number, number};
use crate::facts::value::Unit;

/// Units with one that may follow them, and how many of the first it is.
const SMALLER: &[(&str, &str, f64)] = &[
    ("km", "m", 0.001),
    ("m", "cm", 0.01),
    ("m", "mm", 0.001),
    ("kg", "g", 0.001),
    ("t", "kg", 0.001),
];

/// The number that «و» joins to what ends before `at`.
fn joined(cx: &Context, at: usize) -> Option<Number> {
    let apart = cx.word(at) == "و";
    let with = cx.token(at)?.clitics.has(Clitics::AND);
    (apart || with).then(|| number(cx, at + usize::from(apart))).flatten()
}

/// Adds a smaller unit that is joined to a measure, and tells whether there was one.
pub(super) fn add_smaller(cx: &Context, amount: &mut Amount) -> bool {
    let Unit::Measure(unit) = &amount.quantity.unit else { return false };
    let Some(number) = joined(cx, amount.end) else { return false };
    let Some(part) = measured(cx, number.end) else {
        return add_bare(cx, amount, &number);
    };
    let Unit::Measure(smaller) = &part.unit else { return false };
    let known = SMALLER.iter().find(|(whole, part, _)| whole == unit && part == smaller);
    let Some((_, _, factor)) = known else { return false };
    // «10 كيلومترات و1500 متر» are two lengths: a part is less than one of the whole.
    let quantity = &amount.quantity;
    let whole = quantity.low.fract() == 0.0 && quantity.low.total_cmp(&quantity.high).is_eq();
    if !whole || number.high * part.factor * factor >= 1.0 {
        return false;
    }
    amount.quantity.low += number.low * part.factor * factor;
    amount.quantity.high += number.high * part.factor * factor;
    amount.end = part.end;
    true
}

/// «متر وسبعين», «مترين وعشرة»: what follows a metre bare is told in hundredths, where nothing is counted.
fn add_bare(cx: &Context, amount: &mut Amount, number: &Number) -> bool {
    const TALLEST: f64 = 3.0;
    let quantity = &amount.quantity;
    let metres = matches!(&quantity.unit, Unit::Measure(unit) if unit == "m");
    let few = quantity.low <= TALLEST && quantity.low.fract() == 0.0;
    let hundredths = (10.0..100.0).contains(&number.low) && !number.digits;
    let counts = cx.is_word(number.end) && !cx.is(number.end, Class::Function);
    let told = metres && few && hundredths && !counts;
    if told {
        amount.quantity.low += number.low / 100.0;
        amount.quantity.high += number.high / 100.0;
        amount.end = number.end;
    }
    told
}

#[cfg(test)]
mod tests {
    use crate::facts::testing::article;
    use crate::facts::{Value, extract};

    #[test]
    fn a_smaller_unit_that_is_joined_is_of_the_same_figure() {
        for (text, wanted) in [
            ("قفز 6 أمتار و49 سنتيمترا في المحاولة الأولى.", 6.49),
            ("سقط الجسر من ارتفاع 3 كيلومترات و200 متر.", 3.2),
            ("قفز مترين وأربعة عشر سنتيمترا في المحاولة الأولى.", 2.14),
            ("يبلغ طوله مترين وعشرين من الرأس إلى القدم.", 2.2),
            ("بلغ وزن الرغيف طنا و300 كيلوغرام.", 1.3),
            ("حفر العمال كيلومترا و400 متر من النفق.", 1.4),
            ("قطع مترين وعشرين خطوة.", 2.0),
            ("قطع 6 أمتار و49 درجة.", 6.0),
            ("ينظم النادي سباقا 10 كيلومترات و1500 متر.", 10.0),
        ] {
            let facts = extract(&article(text, "2026-05-04")).facts;
            let low = facts.iter().find_map(|fact| match &fact.value {
                Value::Quantity(quantity) => Some(quantity.low),
                _ => None,
            });
            assert!(low.is_some_and(|low| (low - wanted).abs() < 1e-6), "{text} {low:?}");
        }
    }
}
