//! One sentence as words: what it denies, and whether it tells an act.

use std::collections::HashSet;

use crate::article::Article;
use crate::facts::lexicon::{self, Class, Classes};
use crate::facts::topic;
use crate::text::{Folded, Span};

use super::super::near::root as telling;
use super::super::words::{places, words_of};
use super::root::roots;

/// Words on either side of an act that say who and what it is of.
const ROUND: usize = 9;
/// Words after it that are its object, more often than not.
const OBJECT: usize = 3;
/// Words before an act within which it may be denied, hoped for or feared.
const COLOURED: usize = 5;
/// Words between a verb of denial and what it denies at most.
const REACH: usize = 9;

/// How a sentence that denies is known before it is cut into words.
const CUES: &[&str] = &["لم ", "دون أن", "دون ان", "نفى", "نفي", "نفت", "نفوا", "نافي", "أنكر"];
const NOT: &[&str] = &["لم", "ولم", "فلم"];
const DENIES: &[&str] =
    &["نفي", "نفت", "نفوا", "ينفي", "تنفي", "نافيا", "نافيه", "انكر", "انكرت", "ونفي", "ونفت"];
/// Verbs of coming about: the act is the noun after them.
#[rustfmt::skip]
const LIGHT: &[&str] = &[
    "يسجل", "تسجل", "يقع", "تقع", "يحدث", "تحدث", "يحصل", "تحصل", "يجر", "تجر", "يتم", "تتم",
    "سقوط", "وقوع", "حدوث", "تسجيل", "وجود", "حصول", "اجراء",
];
/// What stands between, and names nothing.
#[rustfmt::skip]
const PASSED: &[&str] = &[
    "اي", "ايه", "ايا", "احد", "هناك", "فيه", "فيها", "عن", "صحه", "ما", "حتي", "قد", "بشكل",
    "بعد", "تماما", "قط", "ابدا", "ان", "انه", "انها", "بان",
];
/// What is denied of no act: saying, knowing, being, being able.
#[rustfmt::skip]
const NO_ACT: &[&str] = &[
    "يكن", "تكن", "يكونوا", "يعد", "تعد", "يزل", "تزل", "يتمكن", "تتمكن", "يتمكنوا", "يستطع",
    "تستطع", "يوضح", "توضح", "يذكر", "تذكر", "يحدد", "تحدد", "يكشف", "تكشف", "يعلن", "تعلن",
    "يصدر", "تصدر", "يعلق", "تعلق", "يرد", "ترد", "يشر", "تشر", "يتضح", "تتضح", "يعرف", "تعرف",
    "يتسن", "يبق", "تبق", "يسبق", "تسبق", "يتجاوز", "تتجاوز", "يتعد", "تتعد", "يسفر", "تسفر",
    "يخلف", "تخلف", "يستبعد", "تستبعد", "يمض", "تمض", "يجد", "تجد", "يقل", "تقل", "يدل", "تدل",
    "يمنع", "تمنع", "يكد", "تكد", "يات", "تات", "يقدم", "تقدم", "يفصح", "تفصح", "يتطرق", "تتطرق",
    "يحسم", "تحسم", "يستغرق", "تستغرق", "يشهد", "تشهد", "يحقق", "تحقق", "يصل", "تصل", "يبد",
    "تبد", "يظهر", "تظهر", "يحظ", "تحظ", "يتوصل", "تتوصل", "يتوصلا", "يتفق", "تتفق", "يتفقا",
    "يصب", "تصب", "يسلم", "ينجح", "تنجح", "يفلح", "يتغير", "تتغير", "يزد", "تزد", "يتوفر",
    "تتوفر", "يخل", "تخل", "يشمل", "تشمل", "يعرض", "ينف", "تنف", "يخف", "تخف", "يكتف", "تكتف",
    "يعط", "تعط", "يلبث", "تلبث", "يشا", "تشا", "يتبين", "يتخذ", "تتخذ", "يحل", "تحل", "التوصل",
    "توصل", "توكد", "توكده", "يوكد", "توكدها", "اتفاق", "بيان", "تفاصيل", "معلومات",
];
const LONG: &[&str] = &["منذ", "لمده", "طوال", "طيله", "سابقا", "قط"];
const PREPOSITIONS: &[&str] = &["علي", "الي", "عن", "في", "من", "بين"];
/// What is no more than not yet.
const SO_FAR: &[&str] = &["بعد", "الان", "اللحظه", "الساعه", "اليوم"];
/// What makes of an act one that is denied, hoped for, feared, asked for or foreseen.
#[rustfmt::skip]
const COLOURS: &[&str] = &[
    "لم", "ولم", "لن", "لا", "ليس", "ليست", "دون", "بدون", "عدم", "بلا", "غير", "نفي", "نفت",
    "نفوا", "ينفي", "تنفي", "نافيا", "نافيه", "انكر", "انكرت", "اذا", "لو", "احتمال", "خشيه",
    "مخاوف", "منع", "لمنع", "تجنب", "لتجنب", "طلب", "طالب", "طالبت", "دعا", "دعت", "يعتزم",
    "تعتزم", "سوف", "مقرر", "المقرر", "ينتظر", "المنتظر", "المتوقع", "يتوقع", "امل", "هدد",
    "هددت", "رفض", "رفضت", "يرفض", "امكانيه", "محاوله", "حاول", "حاولت", "يمكن", "صحه", "شايعات",
    "انباء", "قبل", "يجب", "ينبغي", "يريد", "تريد", "سبق", "امتنع", "امتنعت", "امتنعا", "امتناع",
    "تجنبت", "فشل", "فشلت", "تعذر", "الغي", "الغت", "استبعد", "استبعدت", "لولا",
];

/// An act where it stands.
#[derive(Clone, Debug)]
pub struct Act {
    /// The act with the words that deny it, or with its object.
    pub span: Span,
    pub sentence: Span,
    /// The roots that its word may be of.
    pub roots: Vec<String>,
    /// It is only said that it has not come about yet.
    pub so_far: bool,
    /// Telling words round it, and those right after it, as roots.
    round: Vec<String>,
    object: Vec<String>,
}

impl Act {
    /// Whether both are one act by their words and those round them.
    pub fn is_like(&self, other: &Self) -> bool {
        let shared = |a: &[String], b: &[String]| a.iter().filter(|root| b.contains(root)).count();
        shared(&self.roots, &other.roots) > 0
            && (shared(&self.round, &other.round) > 1
                || shared(&self.object, &other.round) > 0
                || shared(&other.object, &self.round) > 0)
    }
}

/// A sentence cut into folded words, each with its place in the article's text.
pub struct Sentence {
    pub span: Span,
    words: Vec<(String, Span)>,
}

/// Whether a sentence holds a word that denies, as far as can be seen without cutting it.
pub fn may_deny(article: &Article, span: Span) -> bool {
    let text = article.text.slice(span).unwrap_or_default();
    CUES.iter().any(|cue| text.contains(cue))
}

impl Sentence {
    pub fn of(article: &Article, span: Span) -> Self {
        let folded = Folded::new(article.text.slice(span).unwrap_or_default());
        let words = words_of(folded.as_str()).map(str::to_owned);
        Self { span, words: words.zip(places(article, span)).collect() }
    }

    /// The acts that it denies; a word in one of `names` is none.
    pub fn denied(&self, names: &HashSet<String>) -> Vec<Act> {
        let acts = (0..self.words.len()).filter_map(|cue| {
            let at = self.act_after(cue, names)?;
            // «لم يخرج إلا بجائزة»: nothing else is denied than what it leaves.
            if (at + 1..at + ROUND).any(|i| matches!(self.word(i), "الا" | "سوي")) {
                return None;
            }
            // «لم تعقد قمة منذ سنوات»: of no event that is told here.
            if (at + 1..at + ROUND).any(|i| LONG.contains(&self.word(i))) {
                return None;
            }
            let so_far = (at + 1..at + 12).any(|i| SO_FAR.contains(&self.word(i)));
            Some(Act { so_far, ..self.act(cue, at)? })
        });
        acts.collect()
    }

    /// The place of the act that the word at `cue` denies.
    fn act_after(&self, cue: usize, names: &HashSet<String>) -> Option<usize> {
        let word = self.word(cue);
        if NOT.contains(&word) {
            // «ما لم ترفع الأجور»: unless it is done.
            let before = |back: usize| cue.checked_sub(back).map_or("", |at| self.word(at));
            // «وهو ما لم يحدث» denies.
            let unless =
                before(1) == "ما" && !before(2).ends_with("هو") && !before(2).ends_with("هي");
            return if unless { None } else { self.verb(cue + 1) };
        }
        if matches!(word, "دون" | "بدون") && self.word(cue + 1) == "ان" {
            return self.verb(cue + 2);
        }
        if DENIES.contains(&word) {
            return self.denied_by_verb(cue + 1, names);
        }
        None
    }

    /// A verb of the imperfect that is an act, or the noun after one of coming about.
    fn verb(&self, at: usize) -> Option<usize> {
        let word = self.word(at);
        if LIGHT.contains(&word) {
            return self.noun(at + 1);
        }
        let imperfect = word.starts_with(['ي', 'ت', 'ن', 'ا']);
        (imperfect && !NO_ACT.contains(&word)).then_some(at)
    }

    fn noun(&self, from: usize) -> Option<usize> {
        let at = (from..from + 4).find(|at| !PASSED.contains(&self.word(*at)))?;
        let word = self.word(at);
        (!word.is_empty() && !NO_ACT.contains(&word)).then_some(at)
    }

    /// «نفى أن يكون … قد اعترف», «نفت اللجنة وفاة …».
    fn denied_by_verb(&self, from: usize, names: &HashSet<String>) -> Option<usize> {
        let near = from..(from + REACH).min(self.words.len());
        if let Some(that) = near.clone().find(|at| matches!(self.word(*at), "ان" | "انه" | "انها"))
        {
            let had = (that..that + REACH).find(|at| self.word(*at) == "قد")?;
            let word = self.word(had + 1);
            return (!word.is_empty() && !NO_ACT.contains(&word)).then_some(had + 1);
        }
        let first = near.clone().find(|at| self.is_act(*at, names))?;
        let at = if LIGHT.contains(&self.word(first)) { self.noun(first + 1)? } else { first };
        (at < from + REACH + 2).then_some(at)
    }

    /// Whether the noun at `at` may be an act and is nobody's name or office: «وفاة», «القبض على».
    fn is_act(&self, at: usize, names: &HashSet<String>) -> bool {
        const OTHERS: Classes = Classes::of(&[
            Class::Title,
            Class::Given,
            Class::Org,
            Class::OrgHead,
            Class::Outlet,
            Class::Place,
            Class::Nisba,
            Class::PersonNoun,
            Class::Function,
            Class::Saying,
            Class::Introduces,
        ]);
        let Some((word, _)) = self.words.get(at) else { return false };
        let found = lexicon::find(word);
        let other = found.is_some_and(|found| found.entry.alone().meet(OTHERS));
        // A word that nothing knows is a name more often than an act.
        let strange = found.is_none() && topic::lemma(word).triggers.is_empty();
        let proper = other || strange || names.contains(word);
        let definite = word.starts_with("ال") && !PREPOSITIONS.contains(&self.word(at + 1));
        let joined = word.starts_with("لل") || word.starts_with(['ب', 'ل']);
        !proper && !definite && !joined && !PASSED.contains(&word.as_str())
    }

    /// Where the sentence tells a denied act as one that came about.
    pub fn told(&self, denied: &Act) -> Option<Act> {
        (0..self.words.len()).find_map(|at| {
            let word = self.word(at);
            let same = roots(word).iter().any(|root| denied.roots.contains(root));
            // «لتلقي الأسئلة» says what for, not that it came about.
            let aim = word.starts_with('ل') && !denied.roots.iter().any(|r| r.starts_with('ل'));
            if !same || aim || self.is_coloured(at) {
                return None;
            }
            self.act(at, at).filter(|act| act.is_like(denied))
        })
    }

    /// Whether the act at `at` is denied, hoped for, or still to come.
    fn is_coloured(&self, at: usize) -> bool {
        let word = self.word(at);
        let before = at.saturating_sub(COLOURED)..at;
        let future = ["سي", "ست", "سن"].iter().any(|future| word.starts_with(future));
        // «نقلت» is no «ننقل».
        let ours = word.starts_with('ن') && !word.ends_with(['ت', 'ا']);
        let present = word.starts_with('ي') || ours || self.word_before(at) == "ان";
        future || present || before.into_iter().any(|i| COLOURS.contains(&self.word(i)))
    }

    fn act(&self, from: usize, at: usize) -> Option<Act> {
        let roots = roots(self.word(at));
        if roots.is_empty() {
            return None;
        }
        let first = self.words.get(from)?.1;
        let last = self.words.get((at + OBJECT).min(self.words.len() - 1))?.1;
        let around = at.saturating_sub(ROUND)..at + ROUND;
        let words = |range: std::ops::Range<usize>| -> Vec<String> {
            let others = range.filter(|i| *i != at).map(|i| self.word(i));
            others.filter_map(telling).map(str::to_owned).collect()
        };
        Some(Act {
            span: first.union(last),
            sentence: self.span,
            roots,
            so_far: false,
            round: words(around),
            object: words(at + 1..at + 1 + OBJECT),
        })
    }

    fn word(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |(word, _)| word)
    }

    fn word_before(&self, at: usize) -> &str {
        at.checked_sub(1).map_or("", |at| self.word(at))
    }
}
