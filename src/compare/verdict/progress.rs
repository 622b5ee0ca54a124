//! What the words round a figure say of the count that it comes from: that it goes on, that it has grown,
//! that it was given before, that it was put right.

use crate::facts::lexicon::{self, Class};
use crate::facts::{Approx, Value, topic};
use crate::text::{Span, fold};

use super::super::align::Told;

/// Words of a count that has grown to a figure.
#[rustfmt::skip]
const RISEN: &[&str] = &[
    "ارتفعت", "ارتفع", "ارتفاع", "ارتفاعا", "لترتفع", "ليرتفع", "ترتفع", "يرتفع", "قفزت", "قفز",
    "تصاعدت", "صعدت", "ازداد", "ازدادت", "تزايد",
];
/// The same, of whoever or whatever raised it: they say «إلى» before the figure.
#[rustfmt::skip]
const RAISED: &[&str] = &["رفع", "رفعت", "يرفع", "ترفع", "ليرفع", "لترفع"];
/// Words of a count that was put right downwards.
#[rustfmt::skip]
const FALLEN: &[&str] = &[
    "تراجع", "تراجعت", "انخفض", "انخفضت", "انخفاض", "خفض", "خفضت", "تخفيض", "تقليص", "قلصت",
    "صحح", "صححت", "تصحيح", "عدل", "عدلت", "تعديل",
];
/// Words of a sum of all that was counted.
const TOTAL: &[&str] =
    &["تراكمي", "تراكميه", "اجمالي", "الاجمالي", "الاجماليه", "التراكمي", "التراكميه"];
/// What is called a first one («حصيلة أولية»).
#[rustfmt::skip]
const COUNT: &[&str] = &["حصيله", "حصر", "احصاء", "احصاييه", "احصاءات", "تقديرات", "ارقام", "بيانات"];
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
    &["احصاييه", "سابقه"],
    &["حصر", "سابق"],
    &["في", "السابق"],
];
/// «بعد أن كان», «بعدما كانت».
const BEFORE: &[&[&str]] =
    &[&["بعد", "ان", "كان"], &["بعد", "ان", "كانت"], &["بعدما", "كان"], &["بعدما", "كانت"]];
/// Words after which «حتى الآن» is of what has not happened.
const NOT: &[&str] = &["لم", "لن", "يعرف", "تعرف", "تتضح", "يتضح", "مجهول", "مجهوله"];

/// Words from the verb that tells how a count went to its figure at most.
const FAR: usize = 16;
/// Words between a figure and what is said of the count at most.
const NEAR: usize = 7;

/// What a claim says of the count that it comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "each is asked for by itself, in any company")]
pub struct Progress {
    /// «حتى الآن».
    pub so_far: bool,
    /// «حصيلة أولية».
    pub first: bool,
    /// «في وقت سابق».
    pub earlier: bool,
    /// «ارتفعت إلى», «بعد أن كان».
    pub risen: bool,
    /// «تراجع العدد إلى», «بعد أن كان».
    pub fallen: bool,
    /// «العدد التراكمي».
    pub total: bool,
    /// «ما لا يقل عن».
    pub least: bool,
    /// «عشرات».
    pub vague: bool,
}

impl Progress {
    pub fn of(told: &Told) -> Self {
        let text = &told.article.text;
        let slice = |start, end| text.slice(Span { start, end }).unwrap_or_default();
        let (sentence, span) = (told.fact.sentence, told.fact.span);
        let (before, after) =
            (fold(slice(sentence.start, span.start)), fold(slice(span.end, sentence.end)));
        let (before, after) = (words(&before), words(&after));
        let near = |cues: &[&[&str]]| is_near(&before, &after, cues);
        let was = runs(&before, BEFORE).next().is_some() || runs(&after, BEFORE).next().is_some();
        let approx = match &told.fact.value {
            Value::Quantity(figure) => figure.approx,
            _ => Approx::Exact,
        };
        let preliminary =
            told.fact.topic.scope.iter().any(|(_, value)| value == topic::PRELIMINARY);
        Self {
            so_far: near(SO_FAR),
            first: is_first(&before, &after) || preliminary,
            earlier: near(EARLIER) || is_pluperfect(&before),
            risen: was || leads(&before, RISEN, false) || leads(&before, RAISED, true),
            fallen: was || leads(&before, FALLEN, true),
            total: tail(&before, NEAR).iter().any(|word| TOTAL.contains(&bare(word))),
            least: matches!(approx, Approx::AtLeast | Approx::MoreThan),
            vague: approx == Approx::Vague,
        }
    }
}

impl Progress {
    /// What either of two claims says; that a figure is vague is a matter of each.
    pub fn with(self, other: Self) -> Self {
        Self {
            so_far: self.so_far || other.so_far,
            first: self.first || other.first,
            earlier: self.earlier || other.earlier,
            risen: self.risen || other.risen,
            fallen: self.fallen || other.fallen,
            total: self.total || other.total,
            least: self.least || other.least,
            vague: self.vague || other.vague,
        }
    }
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
    let denied = |words: &[&str]| words.iter().any(|word| NOT.contains(&bare(word)));
    let before = tail(before, NEAR + 3);
    let ahead = runs(before, cues).any(|at| !denied(before.get(at..).unwrap_or_default()));
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

/// Whether one of the words leads up to the figure; `to` where «إلى» must stand between the two.
fn leads(before: &[&str], cues: &[&str], to: bool) -> bool {
    let before = tail(before, FAR);
    let at = before.iter().rposition(|word| cues.contains(&bare(word)));
    let rest = at.and_then(|at| before.get(at + 1..));
    rest.is_some_and(|rest| !to || rest.contains(&"الي"))
}

/// «وكانت وزارة الصحة قد أعلنت مقتل 12»: what was told before, at the head of a sentence.
fn is_pluperfect(before: &[&str]) -> bool {
    const WAS: &[&str] = &["كان", "كانت"];
    let was = before.first().is_some_and(|word| word.starts_with('و') && WAS.contains(&bare(word)));
    let told = before.iter().position(|word| *word == "قد").and_then(|at| before.get(at + 1));
    was && told.is_some_and(|word| {
        lexicon::find(word).is_some_and(|found| found.entry.sense(Class::Saying).is_some())
    })
}
