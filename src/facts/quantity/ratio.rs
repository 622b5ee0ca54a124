//! A share told as so many of every so many, and a growth told in times.
//!
//! Begin with [`settle`], which leaves any other figure alone.

use super::{Amount, counted, measured};
use crate::facts::Kind;
use crate::facts::context::Context;
use crate::facts::lexicon::Class;
use crate::facts::number::number;
use crate::facts::value::{Approx, Quantity, Unit};

/// Of so many at most is a share told: of a thousand and more, cases are told and no share.
const WHOLE: f64 = 100.0;

/// A figure that is read; a share and a growth become hundredths.
pub(super) fn settle(cx: &Context, amount: Amount) -> Amount {
    let exact = amount.quantity.low.total_cmp(&amount.quantity.high).is_eq();
    if !exact || !matches!(amount.kind, Kind::Number | Kind::Count) {
        return amount;
    }
    share(cx, &amount).or_else(|| growth(cx, &amount)).unwrap_or(amount)
}

fn hundredths(amount: &Amount, low: f64, high: f64, end: usize, rule: &'static str) -> Amount {
    let approx = if low < high { Approx::Range } else { amount.quantity.approx };
    let quantity = Quantity { high, approx, ..Quantity::exact(low, Unit::Percent) };
    Amount { kind: Kind::Percent, quantity, start: amount.start, end, scale: 1.0, rule }
}

/// «تسعة مواقع من كل عشرة», «واحد من كل خمسة أطفال».
fn share(cx: &Context, amount: &Amount) -> Option<Amount> {
    if cx.word(amount.end) != "من" {
        return None;
    }
    let from = match (cx.word(amount.end + 1), cx.word(amount.end + 2)) {
        ("كل", _) => amount.end + 2,
        ("بين" | "اصل", "كل") => amount.end + 3,
        _ => return None,
    };
    let whole = number(cx, from)?;
    let few = whole.low > amount.quantity.low && whole.low <= WHOLE;
    // «محطة واحدة من كل 10 كيلومترات» is told by the way, «من كل خمس ساعات» by the hour.
    let of_length = measured(cx, whole.end).is_some() || cx.is(whole.end, Class::TimeUnit);
    if !few || of_length {
        return None;
    }
    let end = counted::noun_after(cx, &whole).map_or(whole.end, |(_, end)| end);
    let of = 100.0 * amount.quantity.low / whole.low;
    Some(hundredths(amount, of, of, end, "percent.of_each"))
}

/// «تضاعفت الأسعار أربع مرات», «زاد بثلاثة أضعاف»: three times as much is two hundred in a hundred
/// more by the letter, three hundred in the mouth of many.
fn growth(cx: &Context, amount: &Amount) -> Option<Amount> {
    #[rustfmt::skip]
    const GROWN: &[&str] = &[
        "تضاعف", "تضاعفت", "يتضاعف", "تتضاعف", "ضاعف", "ضاعفت", "مضاعفه", "تضاعفه", "تضاعفها",
    ];
    const MORE: &[&str] =
        &["زاد", "زادت", "ارتفع", "ارتفعت", "ازداد", "ازدادت", "قفز", "قفزت", "نما", "نمت"];
    let last = cx.word(amount.end.checked_sub(1)?);
    let folds = match last {
        "مرات" => false,
        "اضعاف" => true,
        _ => return None,
    };
    let bare = |at: usize| cx.word(at).trim_start_matches(['و', 'ف']);
    let grown = |word: &str| GROWN.contains(&word) || folds && MORE.contains(&word);
    let before = (amount.start.saturating_sub(6)..amount.start).rev();
    let mut clause = before.take_while(|at| cx.is_word(*at) && !cx.is_break(*at));
    let times = amount.quantity.low;
    let told = (2.0..=WHOLE).contains(&times) && clause.any(|at| grown(bare(at)));
    told.then(|| {
        hundredths(amount, (times - 1.0) * 100.0, times * 100.0, amount.end, "percent.times")
    })
}

#[cfg(test)]
mod tests {
    use crate::facts::testing::article;
    use crate::facts::{Unit, Value, extract};

    /// The first share of a text, with its highest figure.
    fn percent(text: &str) -> Option<(f64, f64)> {
        let facts = extract(&article(text, "2031-05-12")).facts;
        facts.iter().find_map(|fact| match &fact.value {
            Value::Quantity(figure) if figure.unit == Unit::Percent => {
                Some((figure.low, figure.high))
            }
            _ => None,
        })
    }

    #[test]
    fn so_many_of_every_so_many_are_a_share() {
        for (text, wanted) in [
            ("وتعمل سبعة أفران من كل عشرة في المدينة.", 70.0),
            ("وقال المسح إن واحدا من كل أربعة تلاميذ يغيب عن الصف.", 25.0),
            ("وتتسرب فتاة واحدة من بين كل خمس فتيات.", 20.0),
            ("ووافق 8 من أصل كل 10 معلمين على العرض.", 80.0),
        ] {
            assert_eq!(percent(text), Some((wanted, wanted)), "{text}");
        }
    }

    #[test]
    fn a_growth_in_times_is_told_in_hundredths() {
        for (text, wanted) in [
            ("تضاعفت أجور النقل ثلاث مرات في الموسم.", (200.0, 300.0)),
            ("وزاد عدد الطلبات بأربعة أضعاف.", (300.0, 400.0)),
        ] {
            assert_eq!(percent(text), Some(wanted), "{text}");
        }
    }

    #[test]
    fn other_wholes_and_times_are_none() {
        for text in [
            "ونصبت محطة واحدة من كل 10 كيلومترات.",
            "ارتفعت الأسعار أربع مرات هذا العام.",
            "وشارك خمسة من كل محافظة.",
            "ورصد الأطباء ثلاث حالات من كل مئة ألف نسمة.",
        ] {
            assert_eq!(percent(text), None, "{text}");
        }
    }
}
