//! How near a figure is meant: words before it, after it, and verbs some words away.

use super::Amount;
use crate::facts::context::Context;
use crate::facts::lexicon::{Class, Classes, Clitics};
use crate::facts::value::Approx;

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
    if let Some((_, len)) = after {
        amount.end += len;
    }
    let after = after.and_then(|(sense, _)| named(sense.id));
    let verb = || exceeding(cx, amount.start);
    let said = match (before, after) {
        (Some(_), Some(bound @ (Approx::AtLeast | Approx::AtMost))) => Some(bound),
        (Some(before), _) => Some(before),
        (None, Some(after)) => Some(after),
        (None, None) => verb(),
    };
    if let Some(said) = said {
        let no_more = said == Approx::MoreThan && is_denied(cx, amount.start);
        amount.quantity.approx = if no_more { Approx::AtMost } else { said };
    }
}

/// «لم نحتج إلى أكثر من ساعة», «لم يحضر أكثر من عشرين»: no more than so many.
fn is_denied(cx: &Context, start: usize) -> bool {
    const NOT: &[&str] = &["لم", "ولم", "فلم", "لن", "ولن"];
    let clause = (start.saturating_sub(5)..start).rev().take_while(|at| cx.is_word(*at));
    clause.into_iter().any(|at| NOT.contains(&cx.word(at)))
}

/// «يزيد عمرها على 140», «تجاوز عدد القتلى 100»: a verb a few words before the figure.
fn exceeding(cx: &Context, start: usize) -> Option<Approx> {
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
            return (joined == wants_preposition).then(|| named(sense.id)).flatten();
        }
    }
    None
}
