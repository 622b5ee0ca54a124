//! What the words round a figure say of the count that it comes from: that it goes on, that it has grown,
//! that it was given before, that it was put right.

use crate::facts::lexicon::{self, Class};
use crate::facts::{Approx, Value, topic};
use crate::text::{Span, fold};
use std::collections::BTreeSet;

use super::super::align::Told;
use super::super::words::is_number;

/// Words of a count that has grown to a figure.
#[rustfmt::skip]
const RISEN: &[&str] = &[
    "ارتفعت", "ارتفع", "ارتفاع", "ارتفاعا", "لترتفع", "ليرتفع", "ترتفع", "يرتفع", "قفزت", "قفز",
    "تصاعدت", "صعدت", "ازداد", "ازدادت", "تزايد",
];
/// The same, of whoever or whatever raised it.
#[rustfmt::skip]
const RAISED: &[&str] = &["رفع", "رفعت", "يرفع", "ترفع", "ليرفع", "لترفع"];
/// Words of a count that was put right downwards.
#[rustfmt::skip]
const FALLEN: &[&str] = &[
    "تراجع", "تراجعت", "انخفض", "انخفضت", "انخفاض", "خفض", "خفضت", "تخفيض", "تقليص", "قلصت",
    "صحح", "صححت", "تصحيح", "عدل", "عدلت", "تعديل",
];
/// Words of all that was counted from the first day on: «إجمالي» may be a sum of one day.
const TOTAL: &[&str] = &["تراكمي", "تراكميه", "التراكمي", "التراكميه"];
/// What is called a first one («حصيلة أولية»).
#[rustfmt::skip]
const COUNT: &[&str] = &["حصيله", "حصر", "احصاء", "احصاييه", "احصاءات", "تقديرات", "ارقام", "بيانات"];
/// What a count is told as («عدد القتلى», «حصيلة الضحايا»).
const NUMBERS: &[&str] =
    &["عدد", "حصيله", "اعداد", "وفيات", "قتلي", "ضحايا", "اصابات", "مصابين", "جرحي"];
const FIRST: &[&str] = &["اولي", "اوليه", "مبديي", "مبدييه", "موقته", "موقت"];
/// «حتى الآن».
const SO_FAR: &[&[&str]] = &[
    &["حتي", "الان"],
    &["الي", "الان"],
    &["لغايه", "الان"],
    &["لحد", "الان"],
    &["حتي", "اللحظه"],
    &["حتي", "هذه", "اللحظه"],
    &["لغايه", "اللحظه"],
];
/// «في وقت سابق», «كانت حصيلة سابقة».
const EARLIER: &[&[&str]] = &[
    &["في", "وقت", "سابق"],
    &["حصيله", "سابقه"],
    &["الحصيله", "السابقه"],
    &["احصاييه", "سابقه"],
    &["حصر", "سابق"],
    &["في", "السابق"],
];
/// «بعد أن كان», «بعدما كانت».
const BEFORE: &[&[&str]] =
    &[&["بعد", "ان", "كان"], &["بعد", "ان", "كانت"], &["بعدما", "كان"], &["بعدما", "كانت"]];
/// Words after which «حتى الآن» is of what has not happened.
const NOT: &[&str] = &["لم", "لن", "دون", "يعرف", "تعرف", "تتضح", "يتضح", "مجهول", "مجهوله"];

/// Words from the verb that tells how a count went to its figure at most.
const FAR: usize = 16;
/// Words between a figure and what is said of the count at most.
const NEAR: usize = 7;

/// What words may say of the count that a figure comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Said {
    /// «حتى الآن».
    SoFar,
    /// «حصيلة أولية».
    First,
    /// «في وقت سابق».
    Earlier,
    /// «ارتفعت إلى», «بعد أن كان».
    Risen,
    /// «تراجع العدد إلى», «بعد أن كان».
    Fallen,
    /// «العدد التراكمي».
    Total,
    /// «ما لا يقل عن».
    Least,
}

/// What a claim says of the count that it comes from.
pub type Progress = BTreeSet<Said>;

/// What the sentence of a claim says of its count.
pub fn of(told: &Told) -> Progress {
    let text = &told.article.text;
    let slice = |start, end| text.slice(Span { start, end }).unwrap_or_default();
    let (sentence, span) = (told.fact.sentence, told.fact.span);
    let (before, after) =
        (fold(slice(sentence.start, span.start)), fold(slice(span.end, sentence.end)));
    let (before, after) = (words(&before), words(&after));
    let near = |cues: &[&[&str]]| is_near(&before, &after, cues);
    let was = was(&before, true) || was(&after, false);
    let preliminary = told.fact.topic.scope.iter().any(|(_, value)| value == topic::PRELIMINARY);
    let least = matches!(&told.fact.value, Value::Quantity(figure)
        if matches!(figure.approx, Approx::AtLeast | Approx::MoreThan));
    let said = [
        (Said::SoFar, near(SO_FAR)),
        (Said::First, is_first(&before, &after) || preliminary),
        (Said::Earlier, near(EARLIER) || is_pluperfect(&before)),
        (Said::Risen, was || leads(&before, RISEN) || leads(&before, RAISED)),
        (Said::Fallen, was || leads(&before, FALLEN)),
        (Said::Total, tail(&before, NEAR).iter().any(|word| TOTAL.contains(&bare(word)))),
        (Said::Least, least),
    ];
    said.into_iter().filter(|(_, holds)| *holds).map(|(what, _)| what).collect()
}

/// «بعد أن كان 12»: a figure that the count was at before, and not whatever else was. `opens` where the
/// figure itself stands behind the words.
fn was(words: &[&str], opens: bool) -> bool {
    /// Words from «بعد» to the figure at most: «بعد أن كانت الحصيلة قد بلغت 12».
    const NEAR: usize = 8;
    runs(words, BEFORE).any(|at| {
        let rest = words.get(at..).unwrap_or_default();
        opens && rest.len() < NEAR || rest.iter().take(NEAR).any(|word| is_number(word))
    })
}

fn words(text: &str) -> Vec<&str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect()
}

/// The word without an «and» that is written in one with it.
fn bare<'w>(word: &&'w str) -> &'w str {
    word.strip_prefix('و').filter(|rest| rest.chars().nth(2).is_some()).unwrap_or(word)
}

fn tail<'s, 'w>(words: &'s [&'w str], most: usize) -> &'s [&'w str] {
    words.get(words.len().saturating_sub(most)..).unwrap_or_default()
}

/// The places in which one of the runs of words stands.
fn runs<'s>(words: &'s [&str], cues: &'s [&[&str]]) -> impl Iterator<Item = usize> + 's {
    (0..words.len()).filter(move |at| {
        cues.iter().any(|cue| {
            let here = words.get(*at..at + cue.len());
            here.is_some_and(|here| {
                here.iter().zip(*cue).all(|(word, cue)| word == cue || bare(word) == *cue)
            })
        })
    })
}

/// Whether one of the runs of words stands near the figure, and nothing is denied between the two.
fn is_near(before: &[&str], after: &[&str], cues: &[&[&str]]) -> bool {
    let denied = |words: &[&str]| {
        words.iter().any(|word| NOT.contains(&word.strip_prefix('و').unwrap_or(word)))
    };
    let before = tail(before, NEAR + 3);
    // «ولم يعرف السبب حتى الآن، وقتل 12»: of what was not known.
    let ahead = runs(before, cues).any(|_| !denied(before));
    let after = after.get(..after.len().min(NEAR + 3)).unwrap_or_default();
    ahead || runs(after, cues).any(|at| !denied(after.get(..at).unwrap_or_default()))
}

/// «حصيلة أولية»: near the figure, on either side.
fn is_first(before: &[&str], after: &[&str]) -> bool {
    let after = after.get(..after.len().min(NEAR)).unwrap_or_default();
    [tail(before, NEAR), after].iter().any(|side| {
        side.windows(2).any(|two| match two {
            [count, kind] => COUNT.contains(&alone(count)) && FIRST.contains(&alone(kind)),
            _ => false,
        })
    })
}

/// The word without its article and whatever is written in one with it.
fn alone<'w>(word: &&'w str) -> &'w str {
    let word = bare(word);
    ["كال", "بال", "ال", "لل"].iter().find_map(|joined| word.strip_prefix(joined)).unwrap_or_else(
        || word.strip_prefix(['ك', 'ب', 'ل']).filter(|rest| COUNT.contains(rest)).unwrap_or(word),
    )
}

/// Whether one of the words leads up to the figure and is of a count: «إلى» stands right before it
/// («ارتفعت إلى 61», «ارتفاع عدد القتلى في المدينة إلى 61»), or a word for a count between the two. What
/// else went up or down («تراجعت النيران … وقتل 12») is no count.
fn leads(before: &[&str], cues: &[&str]) -> bool {
    /// Words between «إلى» and the figure at most: «إلى أكثر من 61», «إلى نحو 61».
    const OPENING: usize = 3;
    let before = tail(before, FAR);
    let at = before.iter().rposition(|word| cues.contains(&bare(word)));
    let Some(rest) = at.and_then(|at| before.get(at + 1..)) else { return false };
    let to = rest.iter().rposition(|word| *word == "الي");
    to.is_some_and(|to| rest.len() - to <= OPENING)
        || to.is_some() && rest.iter().any(|word| NUMBERS.contains(&alone(word)))
}

/// «وكانت وزارة الصحة قد أعلنت مقتل 12», «كانت السلطات أعلنت أمس وفاة 12»: what was told before.
fn is_pluperfect(before: &[&str]) -> bool {
    const WAS: &[&str] = &["كان", "كانت"];
    const COUNTED: &[&str] = &["احصت", "احصي", "سجلت", "سجل", "تحدثت", "تحدث"];
    const THEN: &[&str] = &["امس", "سابقا", "صباح", "مساء", "ليله", "قبل", "سابق"];
    const LONG_AGO: &[&str] =
        &["عام", "عامين", "اعوام", "سنه", "سنتين", "سنوات", "شهر", "شهرين", "اشهر"];
    /// Words from «كانت» to what was done at most.
    const DOER: usize = 7;
    let before = tail(before, FAR);
    let Some(was) = before.iter().rposition(|word| WAS.contains(&bare(word))) else { return false };
    let rest = before.get(was + 1..).unwrap_or_default();
    let tells = |word: &str| {
        COUNTED.contains(&word)
            || lexicon::find(word).is_some_and(|found| found.entry.sense(Class::Saying).is_some())
    };
    let told = rest.iter().take(DOER).position(|word| tells(word));
    told.is_some_and(|told| {
        let had = told.checked_sub(1).and_then(|had| rest.get(had)) == Some(&"قد");
        let rest = rest.get(told + 1..).unwrap_or_default();
        // «قبل عامين»: of something else.
        let of_old = |at: usize| rest.get(at + 1).is_some_and(|next| LONG_AGO.contains(next));
        let then = rest.iter().enumerate().any(|(at, word)| THEN.contains(word) && !of_old(at));
        had || then
    })
}

/// Whether a claim is told as what was counted before.
pub fn is_earlier(told: &Told) -> bool {
    of(told).contains(&Said::Earlier)
}
