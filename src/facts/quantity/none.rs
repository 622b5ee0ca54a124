//! «لم يسقط أي قتلى», «دون إصابات», «لم توقف أحدا»: none of those whom other reports count.
//!
//! A count of nought, so that it meets the counts of other reports. Only where the noun stands
//! alone: «لم يسقط قتلى مدنيون» and «لا ضحايا بين العمال» leave others uncounted.

use super::Amount;
use crate::facts::Kind;
use crate::facts::context::Context;
use crate::facts::denying::{ANY, COMES_ABOUT, COMING_ABOUT, IS_NOT, NOT, WITHOUT, bare, denies};
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
        "ناجين", "ناج", "احياء", "موقوفين", "معتقلين", "محتجزين",
    ];
/// What may stand between the denial and the noun: the coming about of it, and «أي».
#[rustfmt::skip]
const BETWEEN: &[&str] = &[
    "ان", "يسقط", "تسقط", "يخلف", "تخلف", "يسفر", "تسفر", "يوقع", "توقع", "عن", "فيه", "فيها",
    "عنه", "عنها", "من", "منهم", "ركابها", "ركابه", "حادث", "الحادث", "يعثر", "العثور", "علي",
    "نسجل", "حاله",
];
/// What befalls one of them: «لم نسجل أي وفاة», «دون تسجيل أي حالة إصابة».
const ONE: &[&str] = &["اصابه", "وفاه"];
/// Verbs of surviving.
const SURVIVES: &[&str] = &["ينج", "تنج", "ينجو"];
/// «لم ينج أحد من الركاب»: none survived, whoever they are.
const NOBODY: &str = "احد";
/// What may follow a noun that stands alone: when, where and why.
#[rustfmt::skip]
const GOES_ON: &[&str] = &[
    "في", "حتي", "بسبب", "جراء", "نتيجه", "بعد", "خلال", "او", "اثر", "عقب", "باذي", "بسوء", "بضرر", "بشريه",
    "تذكر",
];
/// Verbs of leaving dead or hurt behind, whose subject may stand before «عن».
const LEAVES: &[&str] = &["يسفر", "تسفر", "ينجم", "تنجم", "ينتج", "تنتج"];
/// Words of that subject at most.
const SUBJECT: usize = 3;

/// Whether a folded word names those whom a denial counts.
pub(in crate::facts) fn is_harmed(word: &str) -> bool {
    HARMED.contains(&word) || ONE.contains(&word) || matches!(word, NOBODY | "احدا")
}

/// None of the people whom the noun at `at` names.
pub(in crate::facts) fn none(cx: &Context, at: usize) -> Option<Amount> {
    let noun = cx.word(at);
    let any = any(cx, at);
    let whoever = matches!(noun, "احد" | "احدا") || any > 0 && is_person(cx, at);
    if let Some(none) = whoever.then(|| nobody(cx, at, any)).flatten() {
        return Some(none);
    }
    if let Some(none) = (any == 1).then(|| nothing(cx, at)).flatten() {
        return Some(none);
    }
    let told = match noun {
        NOBODY => (at.saturating_sub(4)..at).any(|i| survives(cx, i)),
        _ if ONE.contains(&noun) => {
            let case = at.checked_sub(1).filter(|before| cx.word(*before) == "حاله");
            self::any(cx, case.unwrap_or(at)) > 0 && stands_alone(cx, at + 1)
        }
        _ => HARMED.contains(&noun) && stands_alone(cx, at + 1),
    };
    if !told {
        return None;
    }
    let before: Vec<&str> = (at.saturating_sub(5)..at).rev().map(|i| cx.word(i)).collect();
    let steps = before.iter().take_while(|word| is_between(word)).count();
    let denial = before.get(steps)?;
    let none_of = steps == 1 && *denial == "ما" && before.first() == Some(&"من");
    let not = is_without(denial) || none_of || steps > 0 && bare(denial, NOT);
    let told = not || leaves_none(&before) || steps > 0 && is_denied(cx, at - steps.min(at));
    told.then(|| nought(at - steps.min(at), at))
}

/// «لم يسفر الحريق عن ضحايا», by the words before the noun, the nearest first.
fn leaves_none(before: &[&str]) -> bool {
    let verb = before.iter().take(SUBJECT + 1).position(|word| LEAVES.contains(word));
    before.first() == Some(&"عن")
        && verb.is_some_and(|verb| before.get(verb + 1).is_some_and(|word| bare(word, NOT)))
}

/// «نفى المتحدث سقوط قتلى», «نفت الوزارة تسجيل أي وفاة»: what comes about at `at` is what a verb
/// before it denies. «نفى مسؤوليته عن سقوط قتلى» denies something else.
fn is_denied(cx: &Context, at: usize) -> bool {
    let noun = COMING_ABOUT.contains(&cx.word(at));
    let words = (at.saturating_sub(DENIED)..at).rev().take_while(|i| cx.is_word(*i));
    noun && words.take_while(|i| !GOVERNS.contains(&cx.word(*i))).any(|i| denies(cx.word(i)))
}

fn is_between(word: &str) -> bool {
    [BETWEEN, COMES_ABOUT, COMING_ABOUT, SURVIVES, ANY].iter().any(|list| list.contains(&word))
}

/// «لا قتلى ولا جرحى», «دون قتلى».
fn is_without(word: &str) -> bool {
    matches!(word, "لا" | "ولا") || WITHOUT.contains(&word)
}

/// How many words of «أي» stand before a noun: «أي سجين», «أي من السجناء».
fn any(cx: &Context, at: usize) -> usize {
    let before = |back: usize| at.checked_sub(back).map_or("", |i| cx.word(i));
    match (before(1), before(2)) {
        ("اي", _) => 1,
        ("من", "اي") => 2,
        _ => 0,
    }
}

fn nought(start: usize, noun: usize) -> Amount {
    Amount {
        kind: Kind::Count,
        quantity: Quantity::exact(0.0, Unit::Of("person".to_owned())),
        start,
        end: noun + 1,
        scale: 1.0,
        rule: RULE,
    }
}

/// What befalls people, as the verb of a denial or as its noun.
const DONE: &[&str] = &[
    "توقف",
    "يوقف",
    "تعتقل",
    "يعتقل",
    "تحتجز",
    "يحتجز",
    "يصب",
    "تصب",
    "يصاب",
    "تصاب",
    "يقتل",
    "تقتل",
    "يمت",
    "تلق",
    "يلق",
    "اوقف",
    "اوقفت",
    "اعتقل",
    "اعتقلت",
    "احتجز",
    "احتجزت",
    "القت",
    "توقيف",
    "يتاذ",
    "اعتقال",
    "احتجاز",
    "القبض",
    "اصابه",
    "مقتل",
    "وفاه",
    "نسرح",
    "يسرح",
    "تسرح",
    "سرح",
    "سرحت",
    "تسريح",
    "نستغني",
    "يستغني",
    "تستغني",
    "استغناء",
    "يفصل",
    "تفصل",
    "نفصل",
    "فصل",
    "يفقد",
    "تفقد",
    "يخسر",
    "يرحل",
    "ترحل",
    "ترحيل",
    "يخطف",
    "تخطف",
    "يختطف",
    "ينقل",
    "يستقل",
    "ينج",
];
/// What befalls things, as the verb of a denial or as its noun.
const DONE_TO_THINGS: &[&str] = &[
    "يغلق",
    "تغلق",
    "يقفل",
    "تقفل",
    "اغلاق",
    "يتضرر",
    "تتضرر",
    "تضرر",
    "ينهر",
    "تنهر",
    "انهيار",
    "يدمر",
    "تدمر",
    "تدمير",
    "يهدم",
    "تهدم",
    "هدم",
    "يحترق",
    "تحترق",
    "احتراق",
    "يصادر",
    "تصادر",
    "مصادره",
    "يضبط",
    "تضبط",
    "ضبط",
    "يحجز",
    "تحجز",
    "حجز",
    "يلغ",
    "تلغ",
    "الغاء",
    "يسرق",
    "تسرق",
    "سرقه",
    "يسقط",
    "تسقط",
    "سقوط",
    "يخل",
    "تخل",
    "اخلاء",
];
/// Verbs of being seen, and their nouns: of what is not seen only a disease is told as a whole, «لم تسجل أي
/// إصابة بالكوليرا».
const SEEN: &[&str] = &["يسجل", "تسجل", "تسجيل", "يرصد", "ترصد", "رصد"];
/// Words between such a verb and its object at most: who did it.
const DOER: usize = 3;
/// Words that part a verb of denying from what stands behind them.
#[rustfmt::skip]
const GOVERNS: &[&str] = &["عن", "في", "من", "بعد", "رغم", "علي", "الي", "بشان", "حول", "بسبب", "ان", "بان", "الذي", "التي"];
/// Words between «نفى» and what is denied at most.
const DENIED: usize = 9;

/// «لم توقف الشرطة أحدا», «نفى توقيف أي شخص», «دون أن يصاب أحد»: nobody at all.
fn nobody(cx: &Context, at: usize, any: usize) -> Option<Amount> {
    // «أحد المهاجمين» is one of them.
    if any == 0 && cx.word(at) == "احد" && !stands_alone(cx, at + 1) {
        return None;
    }
    let start = at - any;
    let words = |from: usize, reach: usize| {
        (from.saturating_sub(reach)..from).rev().take_while(|i| cx.is_word(*i))
    };
    // «أن أحدا من الركاب لم يصب»
    let ahead = (at + 1..at + 6).take_while(|i| cx.is_word(*i));
    let subject = |i: usize| bare(cx.word(i), NOT) && bare(cx.word(i + 1), DONE);
    if ahead.into_iter().any(subject) {
        return Some(nought(start, at));
    }
    let verb = words(start, DOER + 1).find(|i| bare(cx.word(*i), DONE))?;
    let before = |back: usize| verb.checked_sub(back).map_or("", |i| cx.word(i));
    let without = |word: &str| is_without(word.strip_prefix('و').unwrap_or(word));
    let future = bare(before(1), IS_NOT) && any > 0;
    // «لم يتم توقيف أحد»: the act is the noun of a verb that is denied.
    let no_act = COMES_ABOUT.contains(&before(1)) && bare(before(2), NOT);
    let not = future
        || bare(before(1), NOT)
        || no_act
        || without(before(1))
        || before(1) == "ان" && without(before(2));
    let denied = not || words(verb, DENIED).any(|i| denies(cx.word(i)));
    denied.then(|| nought(start, at))
}

/// «لم يغلق أي متجر», «نفى إلغاء أي رحلة»: none of the things that the noun at `at` names.
fn nothing(cx: &Context, at: usize) -> Option<Amount> {
    let noun = cx.word_sense(at, Class::Counted)?;
    let words = |from: usize, reach: usize| {
        (from.saturating_sub(reach)..from).rev().take_while(|i| cx.is_word(*i))
    };
    let verb = words(at - 1, DOER).find(|i| {
        bare(cx.word(*i), DONE_TO_THINGS) || bare(cx.word(*i), SEEN) && is_of_disease(cx, at + 1)
    })?;
    let before = |back: usize| verb.checked_sub(back).map_or("", |i| cx.word(i));
    let not =
        bare(before(1), NOT) || is_without(before(1)) || before(1) == "ان" && is_without(before(2));
    let denied = not || words(verb, DENIED).any(|i| denies(cx.word(i)));
    let told = denied && (is_of_disease(cx, at + 1) || stands_alone(cx, at + 1));
    let mut none = nought(at - 1, at);
    none.quantity.unit = Unit::Of(noun.id.to_owned());
    told.then_some(none)
}

/// «إصابة بالكوليرا»; «إصابة بالغة» is a grave one.
fn is_of_disease(cx: &Context, at: usize) -> bool {
    cx.word(at).strip_prefix("بال").is_some_and(|rest| !rest.starts_with('غ'))
}

/// «أي شخص», «أي سجين».
fn is_person(cx: &Context, at: usize) -> bool {
    cx.word(at) == "احد" || cx.is(at, Class::PersonNoun)
}

fn survives(cx: &Context, at: usize) -> bool {
    SURVIVES.contains(&cx.word(at))
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
                (words, fact.mode, fact.topic.key.to_string())
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
            ("وأكدت الشرطة أنها لم توقف أحدا حتى الآن.", "أحدا", "toll.arrested"),
            ("ونفى الدرك توقيف أي شخص في القضية.", "أي شخص", "toll.arrested"),
            ("انهار السقف دون أن يصاب أحد.", "أحد", "toll.injured"),
            ("وقال المدير: لن نسرح أي موظف في المصرفين.", "أي موظف", "jobs.cut"),
            ("وأكد الوزير عدم تسريح أي عامل من المصنع.", "أي عامل", "jobs.cut"),
            ("وقال إنه لم يتم توقيف أي شخص في القضية.", "أي شخص", "toll.arrested"),
            ("وقال المدعي العام: لا موقوفين في الأحداث.", "موقوفين", "toll.arrested"),
            ("ولم يسفر الحريق الكبير عن ضحايا.", "عن ضحايا", "toll.killed"),
            ("وانهار السقف من دون وقوع إصابات بشرية.", "وقوع إصابات", "toll.injured"),
            ("ونفى المتحدث سقوط قتلى في القصف.", "سقوط قتلى", "toll.killed"),
            ("ونفت الوزارة تسجيل أي وفاة.", "تسجيل أي وفاة", "toll.killed"),
            ("ولم يصب أحد بأذى في الحادث.", "أحد", "toll.injured"),
            ("وشدد على أن أحدا من الركاب لم يصب في الحادث.", "أحدا", "toll.injured"),
        ] {
            let topic = topic.to_owned();
            assert_eq!(nought(text), [(words.to_owned(), Mode::Fact, topic)], "{text}");
        }
    }

    #[test]
    fn one_who_still_is_something_is_one() {
        for text in [
            "ولا يزال شخص واحد مفقودا.",
            "لا يزال قتيل واحد تحت الأنقاض.",
            "غير أن شخصا واحدا قتل في الحريق.",
            "لا يستبعد مقتل شخص واحد.",
        ] {
            let facts = extract(&article(text, "2031-05-12")).facts;
            let one = |value: &Value| matches!(value, Value::Quantity(q) if q.low >= 1.0 && q.high <= 1.0);
            assert!(facts.iter().any(|fact| one(&fact.value)), "{text}");
            assert!(nought(text).is_empty(), "{text}");
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
            "أوقفت الشرطة أحد المهاجمين.",
            "نفى أن يكون قد تحدث مع أي شخص.",
            "نفى الجيش مسؤوليته عن سقوط قتلى في القرية.",
            "نفى المتحدث ما قيل بعد سقوط قتلى في القصف.",
        ] {
            let told = nought(text).into_iter().filter(|(_, mode, _)| *mode == Mode::Fact).count();
            assert_eq!(told, 0, "{text}");
        }
    }
}
