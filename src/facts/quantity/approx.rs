//! How near a figure is meant: words before it, after it, and verbs some words away.

use super::Amount;
use crate::facts::Kind;
use crate::facts::context::Context;
use crate::facts::lexicon::{Class, Classes, Clitics};
use crate::facts::value::{Approx, Unit};

/// The approximation that a lexicon entry names.
pub(super) fn named(id: &str) -> Option<Approx> {
    Some(match id {
        "about" => Approx::About,
        "nearly" => Approx::Nearly,
        "more_than" => Approx::MoreThan,
        "slightly_more_than" => Approx::SlightlyMoreThan,
        "at_least" => Approx::AtLeast,
        "at_most" => Approx::AtMost,
        "less_than" => Approx::LessThan,
        _ => return None,
    })
}

/// Settles the approximation of a figure. A bound said after it («على الأقل») is stronger than a
/// nearness said before it («نحو»), and either is stronger than none.
pub(super) fn apply(cx: &Context, before: Option<Approx>, amount: &mut Amount) {
    let mut after = cx.sense(amount.end, Class::ApproxAfter);
    // «ثلاث ساعات، على الأقل،»
    if after.is_none() && cx.is_sign(amount.end, '،') {
        after = cx.sense(amount.end + 1, Class::ApproxAfter).map(|(sense, len)| (sense, len + 1));
    }
    // «40 شخصا، وأكثر من 30 جنديا»: it is of the next figure.
    let after = after.filter(|(_, len)| cx.word(amount.end + len) != "من");
    if let Some((_, len)) = after {
        amount.end += len;
    }
    let after = after.and_then(|(sense, _)| named(sense.id));
    let verb = || exceeding(cx, amount.start).map(|(approx, _)| approx);
    let said = match (before, after) {
        (Some(_), Some(bound @ (Approx::AtLeast | Approx::AtMost))) => Some(bound),
        (Some(before), _) => Some(before),
        (None, Some(after)) => Some(after),
        (None, None) => verb()
            .or_else(|| not_before(cx, amount))
            .or_else(|| not_beyond(cx, amount))
            .or_else(|| beyond(cx, amount)),
    };
    if let Some(said) = said {
        let denied = || match (before, exceeding(cx, amount.start)) {
            (None, Some((_, verb))) => {
                verb.checked_sub(1).is_some_and(|at| denies(cx, at) || never(cx, at))
            }
            _ => is_denied(cx, amount.start, amount.kind != Kind::Count),
        };
        amount.quantity.approx = match said {
            Approx::MoreThan if denied() => Approx::AtMost,
            Approx::LessThan if denied() => Approx::AtLeast,
            _ => said,
        };
    }
}

/// «لن تعود المياه قبل خمسة أيام»: so long at least.
fn not_before(cx: &Context, amount: &Amount) -> Option<Approx> {
    let before = amount.start.checked_sub(1).filter(|at| cx.word(*at) == "قبل")?;
    let lasts = amount.quantity.unit == Unit::Second;
    (lasts && is_denied(cx, before, true)).then_some(Approx::AtLeast)
}

/// «لم ترتفع فوق ستمئة متر»: so high at most; «لم تنزل تحت عشر درجات»: so much at least.
fn not_beyond(cx: &Context, amount: &Amount) -> Option<Approx> {
    let before = amount.start.checked_sub(1)?;
    let bound = match cx.word(before) {
        "فوق" => Approx::AtMost,
        "تحت" => Approx::AtLeast,
        _ => return None,
    };
    let measured = amount.kind != Kind::Count;
    (measured && is_denied(cx, before, true)).then_some(bound)
}

/// «انتشلوا فوق 45 جثة»: more people than so many, unless something came down on them.
fn beyond(cx: &Context, amount: &Amount) -> Option<Approx> {
    const PEOPLE: &[&str] = &["person", "body", "death", "injury"];
    const DOWN: &[&str] =
        &["سقط", "سقطت", "سقوط", "انهار", "انهارت", "انهيار", "هوي", "هوت", "مر", "مرت"];
    /// Words before «فوق» at most within which it is told what came down.
    const REACH: usize = 6;
    let above = amount.start.checked_sub(1).filter(|at| cx.word(*at) == "فوق")?;
    let people = matches!(&amount.quantity.unit, Unit::Of(noun) if PEOPLE.contains(&noun.as_str()));
    let down = || (above.saturating_sub(REACH)..above).any(|at| DOWN.contains(&cx.word(at)));
    (people && amount.quantity.low >= 10.0 && !down()).then_some(Approx::MoreThan)
}

/// «لم نحتج إلى أكثر من ساعة», «لم يحضر أكثر من عشرين»: no more than so many. Another clause has a verb of
/// its own («لم تهدأ الريح وأنفق أكثر من …»), and those of whom something is denied may be more («الذين لم
/// يعودوا أكثر من 500»).
fn is_denied(cx: &Context, start: usize, measured: bool) -> bool {
    const OTHER: &[&str] = &["ان", "انه", "انها", "الذين", "التي", "الذي", "ثم"];
    for at in (start.saturating_sub(5)..start).rev() {
        if denies(cx, at) || measured && never(cx, at) {
            return !at.checked_sub(1).is_some_and(|before| OTHER.contains(&cx.word(before)));
        }
        let joined = cx.token(at).is_some_and(|token| token.clitics.has(Clitics::AND));
        let verb = cx.word_sense(at, Class::Exceed).is_some();
        if !cx.is_word(at) || joined || cx.word(at).starts_with('و') || verb {
            return false;
        }
        if OTHER.contains(&cx.word(at)) {
            return false;
        }
    }
    false
}

fn denies(cx: &Context, at: usize) -> bool {
    matches!(cx.word(at), "لم" | "ولم" | "فلم" | "لن" | "ولن")
}

/// «لا يمتد النفق أكثر من مئتي متر»; of people, «لا يجد أكثر من مئة شخص مأوى» says how many they are,
/// and «لا يزال» denies nothing.
fn never(cx: &Context, at: usize) -> bool {
    let next = cx.word(at + 1);
    matches!(cx.word(at), "لا" | "ولا" | "فلا")
        && next.starts_with(['ي', 'ت'])
        && !matches!(next, "يزال" | "تزال" | "يزالون")
}

/// «يزيد عمرها على 140», «تجاوز عدد القتلى 100»: a verb a few words before the figure, and its place.
fn exceeding(cx: &Context, start: usize) -> Option<(Approx, usize)> {
    let joined = matches!(cx.word(start.checked_sub(1)?), "علي" | "عن");
    let nearest = if joined { 2 } else { 1 };
    // «يزيد عدد المسجلين في القوائم على 500»: the preposition tells that its verb is still to be found.
    for back in nearest..=if joined { 7 } else { 4 } {
        let at = start.checked_sub(back)?;
        // «لم تتعد فيها المشاركة 38»: a preposition with its pronoun ends nothing.
        let aside = matches!(cx.word(at), "فيها" | "فيه" | "فيهم" | "بها" | "به" | "منها" | "منه");
        // «تجاوز المئة وأن 49 …»: the verb has its figure, or its clause has ended.
        let ends = !aside
            && cx.is_one_of(
                at,
                const { Classes::of(&[Class::Function, Class::Cardinal, Class::Scale]) },
            );
        let inside = joined && cx.word(at) == "في";
        if !cx.is_word(at) || ends && !inside || matches!(cx.word(at), "ان" | "وان" | "بان")
        {
            return None;
        }
        // «القارب» is a boat.
        let noun = cx.token(at).is_some_and(|token| token.clitics.has(Clitics::THE));
        if let Some(sense) = cx.word_sense(at, Class::Exceed).filter(|_| !noun) {
            let verb = cx.word(at).trim_start_matches(['و', 'ف']);
            let wants_preposition =
                matches!(verb, "يزيد" | "تزيد" | "زاد" | "زادت" | "يقل" | "تقل");
            let named = named(sense.id).filter(|_| joined == wants_preposition);
            return named.map(|approx| (approx, at));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use crate::facts::testing::article;
    use crate::facts::{Approx, Mode, Value, extract};

    /// The approximation and the mode of the first figure.
    fn read(text: &str) -> Option<(Approx, Mode)> {
        let facts = extract(&article(text, "2031-05-12")).facts;
        facts.iter().find_map(|fact| match &fact.value {
            Value::Quantity(quantity) => Some((quantity.approx, fact.mode)),
            _ => None,
        })
    }

    #[test]
    fn what_is_denied_is_the_bound_of_its_own_clause() {
        for (text, wanted) in [
            ("لم يحضر الحفل أكثر من عشرين مدعوا.", Approx::AtMost),
            ("لم يكتمل السد وأنفق عليه أكثر من 3 ملايين دولار.", Approx::MoreThan),
            ("قال إن النفق لا يمتد أكثر من 200 متر.", Approx::AtMost),
            ("قال إن المدينة لا تزال أكثر من 200 متر من النهر.", Approx::MoreThan),
            ("أبرمت العقود ولا تزيد كلفتها مجتمعة على 300 مليون دينار.", Approx::AtMost),
            ("لا يجد أكثر من 200 شخص مأوى.", Approx::MoreThan),
            ("قالت إن الذين لم يعودوا أكثر من 500 بحار.", Approx::MoreThan),
            ("لا يتجاوز عدد العاملين 300 عامل.", Approx::AtMost),
            ("الذين غادروا لا يزيد عددهم عن 1200 عامل.", Approx::AtMost),
            ("لا يقل عدد الغائبين عن 40 تلميذا.", Approx::AtLeast),
            ("يزيد عدد الغائبين على 40 تلميذا.", Approx::MoreThan),
            ("لا تزال أكثر من 500 أسرة في العراء.", Approx::MoreThan),
        ] {
            assert_eq!(read(text).map(|(approx, _)| approx), Some(wanted), "{text}");
        }
    }

    #[test]
    fn a_bound_is_told_and_what_is_only_near_is_denied() {
        let mode = |text| read(text).map(|(_, mode)| mode);
        assert_eq!(mode("لم يحضر الحفل أكثر من عشرين مدعوا."), Some(Mode::Fact));
        assert_eq!(mode("لم يتسلم البحارة حوالي 300 دينار."), Some(Mode::Negated));
    }
}
