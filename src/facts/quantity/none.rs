//! «لم يسقط أي قتلى», «دون إصابات», «عدم وقوع ضحايا»: none of those whom other reports count.
//!
//! A count of nought, so that it meets the counts of other reports. Only where the noun stands
//! alone: «لم يسقط قتلى مدنيون» and «لا ضحايا بين العمال» leave others uncounted.

use super::Amount;
use crate::facts::Kind;
use crate::facts::context::Context;
use crate::facts::lexicon::Class;
use crate::facts::token::TokenKind;
use crate::facts::value::{Quantity, Unit};

/// The name of the rule, by which a denial is known for a count.
pub(in crate::facts) const RULE: &str = "count.none";

/// Nouns for the people whom a disaster leaves, folded.
#[rustfmt::skip]
const HARMED: &[&str] =
    &[
        "قتلي", "جرحي", "ضحايا", "مصابين", "مفقودين", "وفيات", "اصابات", "قتيل", "جريح", "ضحيه",
        "ناجين", "ناج", "احياء",
    ];
/// Denials that need no verb.
const WITHOUT: &[&str] = &["دون", "بدون", "بلا", "لا", "عدم"];
/// Denials of a verb: «لم يسقط», «ولم تسجل».
const NOT: &[&str] = &["لم", "ولم"];
/// What may stand between the denial and the noun: the coming about of it, and «أي».
const BETWEEN: &[&str] = &[
    "اي",
    "ايه",
    "وقوع",
    "سقوط",
    "تسجيل",
    "حدوث",
    "وجود",
    "ان",
    "يسقط",
    "تسقط",
    "يقع",
    "تقع",
    "يسجل",
    "تسجل",
    "يخلف",
    "تخلف",
    "يسفر",
    "تسفر",
    "يوقع",
    "توقع",
    "عن",
    "فيه",
    "فيها",
    "عنه",
    "عنها",
    "ينج",
    "تنج",
    "ينجو",
    "من",
    "منهم",
    "ركابها",
    "ركابه",
    "حادث",
    "الحادث",
    "يعثر",
    "العثور",
    "علي",
];
/// «لم ينج أحد من الركاب»: none survived, whoever they are.
const NOBODY: &str = "احد";
/// What may follow a noun that stands alone: when, where and why.
const GOES_ON: &[&str] = &["في", "حتي", "بسبب", "جراء", "نتيجه", "بعد", "خلال", "او", "اثر", "عقب"];

/// Whether a folded word names those whom a denial counts.
pub(in crate::facts) fn is_harmed(word: &str) -> bool {
    HARMED.contains(&word) || word == NOBODY
}

/// None of the people whom the noun at `at` names.
pub(in crate::facts) fn none(cx: &Context, at: usize) -> Option<Amount> {
    let noun = cx.word(at);
    let told = match noun {
        NOBODY => (at.saturating_sub(4)..at).any(|i| survives(cx, i)),
        _ => HARMED.contains(&noun) && stands_alone(cx, at + 1),
    };
    if !told {
        return None;
    }
    let before: Vec<&str> = (at.saturating_sub(5)..at).rev().map(|i| cx.word(i)).collect();
    let steps = before.iter().take_while(|word| BETWEEN.contains(word)).count();
    let denial = before.get(steps)?;
    let denies = WITHOUT.contains(denial) || steps > 0 && NOT.contains(denial);
    denies.then(|| Amount {
        kind: Kind::Count,
        quantity: Quantity::exact(0.0, Unit::Of("person".to_owned())),
        start: at - steps.min(at),
        end: at + 1,
        scale: 1.0,
        rule: RULE,
    })
}

fn survives(cx: &Context, at: usize) -> bool {
    matches!(cx.word(at), "ينج" | "تنج" | "ينجو")
}

fn stands_alone(cx: &Context, at: usize) -> bool {
    let Some(token) = cx.token(at) else { return true };
    match token.kind {
        TokenKind::Word => {
            let word = cx.word(at);
            let scope = word == "في" && matches!(cx.word(at + 1), "صفوف" | "اوساط");
            GOES_ON.contains(&word) && !scope
                || word.starts_with('و')
                || cx.is(at, Class::RelativeDay)
        }
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use crate::facts::testing::article;
    use crate::facts::{Mode, Value, extract};

    fn nought(text: &str) -> Vec<(String, Mode, String)> {
        let article = article(text, "2031-05-12");
        let facts = extract(&article).facts;
        facts
            .iter()
            .filter(|fact| fact.rule == super::RULE)
            .map(|fact| {
                assert!(matches!(&fact.value, Value::Quantity(q) if q.low == 0.0 && q.high == 0.0));
                let words = article.text.slice(fact.span).unwrap().to_owned();
                (words, fact.mode, fact.topic.key.clone())
            })
            .collect()
    }

    #[test]
    fn none_is_a_count_that_others_can_be_held_against() {
        for (text, words, topic) in [
            ("ضرب زلزال بلدة المرسى ولم يسقط أي قتلى.", "يسقط أي قتلى", "toll.killed"),
            ("اندلع الحريق فجرا دون إصابات، بحسب الدفاع المدني.", "إصابات", "toll.injured"),
            ("وأكد المحافظ عدم وقوع ضحايا في الانهيار.", "وقوع ضحايا", "toll.killed"),
            ("غرقت العبارة ولم يسقط فيها أي قتلى.", "يسقط فيها أي قتلى", "toll.killed"),
            ("تصادم قطاران ولم تسجل وفيات حتى الآن.", "تسجل وفيات", "toll.killed"),
        ] {
            let topic = topic.to_owned();
            assert_eq!(nought(text), [(words.to_owned(), Mode::Fact, topic)], "{text}");
        }
    }

    #[test]
    fn a_denial_of_some_is_not_of_all() {
        for text in [
            "لم يسقط قتلى مدنيون في القصف.",
            "لا ضحايا بين العمال، كما قال المدير.",
            "دون إصابات في صفوف الشرطة.",
            "نقل المسعفون قتلى وجرحى إلى المستشفى.",
            "هل مر اليوم دون قتلى؟",
        ] {
            let told = nought(text).into_iter().filter(|(_, mode, _)| *mode == Mode::Fact).count();
            assert_eq!(told, 0, "{text}");
        }
    }
}
