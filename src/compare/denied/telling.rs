//! Where a sentence tells an act as one that came about: neither denied, nor hoped for, nor foreseen.

use crate::facts::denying::{IS_NOT, NOT, TRUTH, WITHOUT, bare, denies};
use crate::facts::lexicon::{self, Class, Classes};

use super::act::Act;
use super::prevented;
use super::sentence::{Sentence, is};

/// Words before an act within which it may be denied, hoped for or feared.
const COLOURED: usize = 5;

/// What makes of an act one that is hoped for, feared, asked for, ordered or foreseen.
#[rustfmt::skip]
const COLOURS: &[&str] = &[
    "لا", "اذا", "لو", "لولا", "هل", "احتمال", "خشيه", "مخاوف", "يخشي", "تخشي", "يخشون", "خوفا", "يتخوف", "تتخوف", "قلق", "منع", "لمنع", "تجنب", "لتجنب",
    "طلب", "طلبت", "طالب", "طالبت", "دعا", "دعت", "دعوه", "يعتزم", "تعتزم", "سوف", "مقرر", "المقرر",
    "ينتظر", "المنتظر", "المتوقع", "يتوقع", "المفترض", "مفترض", "امل", "هدد", "هددت", "تهديد", "رفض",
    "رفضت", "يرفض", "امكانيه", "محاوله", "حاول", "حاولت", "يحاول", "تحاول", "يمكن", "شايعات",
    "شايعه", "اشاعات", "انباء", "قبل", "يجب", "ينبغي", "يريد", "تريد", "سبق", "امتنع", "امتنعت",
    "امتنعا", "امتناع", "تجنبت", "فشل", "فشلت", "تعذر", "الغي", "الغت", "استبعد", "استبعدت", "قرر",
    "قررت", "قرار", "القرار", "تقرر", "امر", "امرت", "وعد", "وعدت", "تعهد", "تعهدت", "اقترح",
    "اقترحت", "خطه", "نيه", "تستعد", "يستعد", "تدرس", "يدرس", "كاد", "كادت", "بهدف", "بغيه", "كي",
    "لكي", "ريثما", "سابقا", TRUTH,
];
/// What makes of the perfect behind «أن» one that came about.
const HAVING: &[&str] = &["بعد", "منذ", "الي", "اكد", "اعلن"];

/// Whether a word makes of an act one that is hoped for, feared, asked for, ordered or foreseen.
pub fn colours(word: &str) -> bool {
    bare(word, COLOURS)
}

/// What makes of an act one that came about in part.
const PARTLY: &[&str] = &["جزييا", "جزيي", "جزييه"];
/// Words behind an act within which it is narrowed so.
const PARTLY_NEAR: usize = 4;

/// Where a sentence tells a denied act as one that came about; `is_form` says which of its words are
/// of a root of it.
pub fn told(sentence: &Sentence, denied: &Act, is_form: impl Fn(usize) -> bool) -> Option<Act> {
    if sentence.asks {
        return None;
    }
    (0..sentence.len()).filter(|at| is_form(*at)).find_map(|at| {
        let word = sentence.word(at);
        // «لتلقي الأسئلة» says what for, not that it came about.
        let aim = word.starts_with('ل') && !denied.roots.iter().any(|r| r.starts_with('ل'));
        // «فتح الطريق جزئيا» leaves room for what «لم يفتح أمام الشاحنات» denies.
        let partly = sentence.any(at + 1, PARTLY_NEAR, PARTLY);
        let other = is_office(sentence, at) || is_for_sake(sentence, at) || is_due(sentence, at);
        if aim || partly || other || is_coloured(sentence, at) || is_of_body(sentence, at) {
            return None;
        }
        Act::of(sentence, at, at, !is_noun(sentence, at)).filter(|act| act.is_like(denied))
    })
}

/// Whether a sentence tells what the word at `at` says as it is: neither denied, nor hoped for, nor
/// asked.
pub fn is_told(sentence: &Sentence, at: usize) -> bool {
    !sentence.asks && !is_coloured(sentence, at)
}

/// Whether the act at `at` is no verb: it has an article.
fn is_noun(sentence: &Sentence, at: usize) -> bool {
    let word = sentence.word(at);
    ["ال", "وال", "بال", "لل"].iter().any(|article| word.starts_with(article))
}

/// «وزير» is of no root of «لم يزر».
fn is_office(sentence: &Sentence, at: usize) -> bool {
    is(sentence.word(at), const { Classes::of(&[Class::Title]) })
}

/// «جلسة انتخاب رئيس», «موعد إغلاق الطريق»: what is held or due, whatever came of it.
fn is_due(sentence: &Sentence, at: usize) -> bool {
    bare(sentence.before(at, 1), &["جلسه", "الجلسه", "جلسات", "موعد"])
}

/// «من أجل» puts nothing off.
pub fn is_for_sake(sentence: &Sentence, at: usize) -> bool {
    let word = sentence.word(at);
    word == "لاجل" || word == "اجل" && sentence.before(at, 1).ends_with("من")
}

/// «وحدات التدخل»: what a body is for, and no act that came about.
fn is_of_body(sentence: &Sentence, at: usize) -> bool {
    const BODIES: &[&str] =
        &["قوات", "وحدات", "وحده", "قوه", "فرق", "فريق", "طواقم", "جهاز", "لجان", "عناصر", "رجال"];
    const HEADS: Classes = Classes::of(&[Class::OrgHead, Class::Org, Class::Title]);
    let before = sentence.before(at, 1);
    is_noun(sentence, at)
        && !before.starts_with("ال")
        && (bare(before, BODIES) || is(before, HEADS))
}

/// Whether the act at `at` is denied, hoped for, or still to come.
fn is_coloured(sentence: &Sentence, at: usize) -> bool {
    let is = |word: &str| {
        denies(word)
            || prevented::is_cue(word) && word != "حال"
            || [NOT, IS_NOT, WITHOUT, COLOURS].iter().any(|list| bare(word, list))
    };
    let before = at.saturating_sub(COLOURED)..at;
    is_imperfect(sentence, at) || before.into_iter().any(|i| is(sentence.word(i)))
}

/// Whether a word is a verb of what is, or is to come; perfects begin with the same letters.
fn is_imperfect(sentence: &Sentence, at: usize) -> bool {
    let word = sentence.word(at);
    let word = word.strip_prefix(['و', 'ف']).unwrap_or(word);
    let perfect = word.ends_with(['ت', 'ا']);
    let letters = word.chars().count();
    // Perfects that begin so are in the lexicon («سيطر»).
    let future = || {
        let formed = ["سي", "ست", "سن"].iter().any(|future| word.starts_with(future));
        formed && letters > 3 && lexicon::find(word).is_none()
    };
    // «نقل», «نشر» have a root of three letters, «ناقش» a long vowel.
    let ours = || word.starts_with('ن') && letters > 3 && !word.starts_with("نا");
    let that = sentence.before(at, 1) == "ان" && !HAVING.contains(&sentence.before(at, 2));
    // «قد تغلق السلطات …», «تغلق السلطة …», but «تعانق الرجلان».
    let hers = || {
        let next = sentence.word(at + 1);
        let women = next.ends_with("ات") && next.chars().count() > 6;
        let feminine = next.ends_with('ه') || women;
        word.starts_with('ت') && (feminine || sentence.before(at, 1) == "قد")
    };
    word.starts_with('ي') || that || future() || !perfect && (ours() || hers())
}
