//! What a sentence denies: «لم يصافح …», «دون أن يصافح …», «نفى أن يكون قد صافح …», «نفى مصافحة …».
//!
//! Begin with [`denied`]. What is denied of a part, of a manner or of a number only is no denial of the
//! act, and neither is a condition («إذا لم …»).

use std::cell::OnceCell;
use std::collections::HashSet;

use crate::facts::denying::{ANY, COMES_ABOUT, COMING_ABOUT, NOT, TRUTH, WITHOUT, bare, denies};
use crate::facts::lexicon::{self, Class, Classes};
use crate::facts::topic;

use super::super::words::is_number;
use super::act::{Act, OBJECT, ROUND};
use super::nouns::PEOPLE;
use super::prevented::{self, prevented};
use super::sentence::{PREPOSITIONS, Sentence, is};
use super::telling::is_for_sake;

/// Words between a verb of denial and what it denies at most.
const REACH: usize = 9;
/// Words between «نفت» and «صحة» at most: the long name of whoever denies, and the day.
const BODY: usize = 14;
/// Words behind an act within which «حتى الآن» is said of it.
const SO_FAR: usize = 12;
/// Words behind an act within which it is narrowed to all, to one alone, to a manner.
const NARROWED: usize = 6;

/// What there are several kinds of: «أي خسائر بشرية» is all that matters, «أي اتفاق عسكري» is not.
const OF_KINDS: &[&str] =
    &["اتفاق", "اتفاقيه", "صفقه", "عقد", "بيانات", "معلومات", "وثايق", "مشروع", "قرار", "معاهده"];
/// Some of several occasions.
const TWO: &[&str] = &["جلستين", "مباراتين", "مرتين", "جولتين", "دورتين", "اجتماعين", "سنتين"];

/// Letters that a relative adjective has more than.
const RELATIVE: usize = 4;

/// What stands between, and names nothing.
#[rustfmt::skip]
const PASSED: &[&str] = &[
    "احد", "هناك", "فيه", "فيها", "عن", "ما", "حتي", "قد", "بشكل", "بعد", "تماما", "قط", "ابدا",
    "ان", "انه", "انها", "بان", "خفر", "حرس", TRUTH,
];
/// Verbs that are no act, without the first letter of the imperfect: saying, knowing, being, being able;
/// and those that deny by their own sense, so that «لم يمنع» tells.
#[rustfmt::skip]
const NO_ACT: &[&str] = &[
    "كن", "كون", "عد", "زل", "تمكن", "ستطع", "ستطيع", "وضح", "ذكر", "حدد", "كشف", "علن", "صدر",
    "علق", "رد", "شر", "تضح", "عرف", "تسن", "بق", "سبق", "تجاوز", "تعد", "سفر", "خلف", "ستبعد",
    "مض", "جد", "قل", "دل", "منع", "كد", "ات", "قدم", "فصح", "تطرق", "حسم", "ستغرق", "شهد", "حقق",
    "صل", "بد", "ظهر", "حظ", "توصل", "تفق", "صب", "نجح", "فلح", "تغير", "زد", "توفر", "خل",
    "شمل", "عرض", "نف", "خف", "كتف", "عط", "لبث", "شا", "تبين", "تخذ", "حل", "وكد", "وكده", "وكدها",
    "تردد", "توان", "نس", "مانع", "فض", "ود",
];
/// Nouns that are none.
const NO_EVENT: &[&str] = &["التوصل", "توصل", "اتفاق", "بيان", "تفاصيل", "معلومات", "خبر", "انباء"];
/// «لم تعقد قمة منذ سنوات»: of no event that is told here.
const LONG: &[&str] = &["منذ", "لمده", "طوال", "طيله", "سابقا", "قط"];
/// «لم يخرج إلا بجائزة»: nothing else is denied than what it leaves.
const BUT: &[&str] = &["الا", "سوي"];
/// What is denied of all, of one alone, or of a manner, may be so of some, of several, in another.
#[rustfmt::skip]
const NARROWS: &[&str] = &[
    "كل", "جميع", "كافه", "جميعا", "جميعهم", "كلها", "كلهم", "بالكامل", "كليا", "كاملا", "كامله",
    "كاملين", "وحده", "وحدها", "وحدهم", "بمفرده", "بمفردها", "بمفردهم", "فقط", "فحسب", "وحسب",
    "معظم", "معظمها", "معظمهم", "معظمه", "اغلب", "اغلبها", "اغلبهم", "غالبيه", "غالبيتهم", "بعض",
    "بعضها", "بعضهم", "رسميا", "علنا", "عمدا", "قصدا", "مباشره", "فورا", "طواعيه", "مجانا", "بسهوله", "سرا", "مجرد",
];
/// What makes a condition or a question of a denial.
const IF: &[&str] = &["اذا", "لو", "ما", "ان", "هل", "كانما", "لماذا"];

/// Whether a word may deny, as far as it tells alone.
pub fn is_cue(word: &str) -> bool {
    bare(word, NOT) || denies(word) || bare(word, WITHOUT) || prevented::is_cue(word)
}

/// The words of the names of people, bodies and places in a report, once they are asked for: they are
/// no acts.
pub struct Names<F: Fn() -> HashSet<String>> {
    known: OnceCell<HashSet<String>>,
    read: F,
}

impl<F: Fn() -> HashSet<String>> Names<F> {
    pub const fn new(read: F) -> Self {
        Self { known: OnceCell::new(), read }
    }

    fn has(&self, word: &str) -> bool {
        self.known.get_or_init(&self.read).contains(word)
    }
}

/// The acts that a sentence denies.
pub fn denied<F: Fn() -> HashSet<String>>(sentence: &Sentence, names: &Names<F>) -> Vec<Act> {
    if sentence.asks {
        return Vec::new();
    }
    let is_cue = |at: &usize| is_cue(sentence.word(*at)) && !is_condition(sentence, *at);
    let acts = (0..sentence.len()).filter(is_cue).filter_map(|cue| {
        let (at, verb) = act_after(sentence, cue, names)?;
        if is_narrowed(sentence, at) {
            return None;
        }
        let mut act = Act::of(sentence, cue, at, verb)?;
        act.so_far = is_so_far(sentence, at);
        Some(act)
    });
    acts.collect()
}

/// «إذا لم …», «ما لم …».
fn is_condition(sentence: &Sentence, cue: usize) -> bool {
    let before = sentence.before(cue, 1);
    // «وهو ما لم يحدث» denies.
    let which = before == "ما" && sentence.before(cue, 2).ends_with(['و', 'ي']);
    let which = which && sentence.before(cue, 2).trim_start_matches('و').starts_with('ه');
    bare(sentence.word(cue), NOT) && bare(before, IF) && !which
}

fn is_narrowed(sentence: &Sentence, at: usize) -> bool {
    let counts = |i: usize| is_number(sentence.word(i)) && !sentence.is_aside(i);
    // «نفى توقيع أي اتفاق عسكري» denies no other agreement.
    let relative = |word: &str| {
        (word.ends_with('ي') || word.ends_with("يه")) && word.chars().count() > RELATIVE
    };
    let of_a_kind = |i: usize| {
        ANY.contains(&sentence.word(i))
            && OF_KINDS.contains(&sentence.word(i + 1))
            && !sentence.is_parted(i + 2)
            && relative(sentence.word(i + 2))
    };
    // «أي بيانات مصرفية لم تتسرب»
    let before = (2..=OBJECT + 2).filter_map(|back| at.checked_sub(back)).any(of_a_kind);
    // «من حضور جلستين»
    let two = |i: usize| TWO.contains(&sentence.word(i));
    before
        || (at + 1..=at + 2).any(two)
        || (at + 1..=at + OBJECT).any(|i| counts(i) || of_a_kind(i))
        || sentence.any(at + 1, ROUND - 1, BUT)
        || sentence.any(at + 1, ROUND - 1, LONG)
        || sentence.any(at + 1, NARROWED, NARROWS)
}

/// «… بعد.», «… حتى الآن»: no more than not yet.
fn is_so_far(sentence: &Sentence, at: usize) -> bool {
    (at + 1..at + SO_FAR).any(|i| match sentence.word(i) {
        "بعد" => sentence.is_parted(i + 1),
        "الان" | "اللحظه" | "الساعه" | "اليوم" => {
            matches!(sentence.before(i, 1), "حتي" | "الي")
                || matches!(sentence.before(i, 2), "حتي" | "الي")
        }
        _ => false,
    })
}

/// The place of the act that the word at `cue` denies, and whether it is a verb that may have its doer
/// before it.
fn act_after<F: Fn() -> HashSet<String>>(
    sentence: &Sentence,
    cue: usize,
    names: &Names<F>,
) -> Option<(usize, bool)> {
    let word = sentence.word(cue);
    if bare(word, NOT) {
        return verb(sentence, cue + 1);
    }
    if bare(word, WITHOUT) {
        // Who does not do it is named in the clause before.
        let that = sentence.word(cue + 1) == "ان";
        return that.then(|| verb(sentence, cue + 2)).flatten().map(|(at, _)| (at, false));
    }
    if denies(word) {
        return denied_by_verb(sentence, cue + 1, names);
    }
    let at = prevented(sentence, cue)?;
    is_free(sentence.word(at), names).then_some((at, false))
}

/// A verb of the imperfect that is an act, or the noun after one of coming about.
fn verb(sentence: &Sentence, at: usize) -> Option<(usize, bool)> {
    let word = sentence.word(at);
    if COMES_ABOUT.contains(&word) {
        // «لم يسجل المهاجم هدفا»: who does it is no event.
        let event = noun(sentence, at + 1).filter(|at| !is(sentence.word(*at), PEOPLE))?;
        return Some((event, false));
    }
    let imperfect = word.starts_with(['ي', 'ت', 'ن', 'ا']);
    (imperfect && (!is_no_act(word) || is_arrival(sentence, at))).then_some((at, true))
}

/// «لم تصل القافلة إلى بلدة …»: figures reach a sum and talks an agreement, but what reaches a place comes
/// there.
fn is_arrival(sentence: &Sentence, at: usize) -> bool {
    const REACHES: &[&str] = &["يصل", "تصل", "يصلوا", "يصلا", "تصلا"];
    const PLACE: Classes = Classes::of(&[Class::Place]);
    #[rustfmt::skip]
    const SORTS: &[&str] = &[
        "بلده", "مدينه", "قريه", "مخيم", "مستشفي", "ميناء", "مرفا", "مطار", "معبر", "محافظه",
        "منطقه", "جزيره", "شاطي", "قاعده", "ساحه", "موقع", "مكان", "العاصمه", "الميناء",
        "المطار", "المستشفي", "المخيم", "المدينه", "البلده", "القريه", "الموقع", "المكان", "وجهتها",
    ];
    let is_place = |i: usize| SORTS.contains(&sentence.word(i)) || is(sentence.word(i), PLACE);
    let to = (at + 1..at + REACH).take_while(|i| !sentence.is_parted(*i));
    let to = to.into_iter().find(|i| sentence.word(*i) == "الي");
    REACHES.contains(&sentence.word(at))
        && to.is_some_and(|to| is_place(to + 1) || is_place(to + 2))
}

/// The noun of what has not come about.
fn noun(sentence: &Sentence, from: usize) -> Option<usize> {
    let passed = |word: &str| PASSED.contains(&word) || ANY.contains(&word);
    let at = (from..from + 4).find(|at| !passed(sentence.word(*at)))?;
    let word = sentence.word(at);
    let at = if COMING_ABOUT.contains(&word) { noun(sentence, at + 1)? } else { at };
    // «وهو ما لم يتم إلى اليوم»: what has not come about is told before.
    let none = word.is_empty() || PREPOSITIONS.contains(&word) || NO_EVENT.contains(&word);
    (!none).then_some(at)
}

/// Whether a verb, whatever its person, is no act.
fn is_no_act(word: &str) -> bool {
    let rest = word.strip_prefix(['ي', 'ت', 'ن', 'ا']).unwrap_or(word);
    let one = ["وا", "ا"].iter().filter_map(|end| rest.strip_suffix(end));
    one.chain([rest]).any(|rest| NO_ACT.contains(&rest))
}

/// «نفى أن يكون … قد اعترف», «نفت اللجنة وفاة …».
fn denied_by_verb<F: Fn() -> HashSet<String>>(
    sentence: &Sentence,
    from: usize,
    names: &Names<F>,
) -> Option<(usize, bool)> {
    let that = |at: &usize| matches!(sentence.word(*at), "ان" | "انه" | "انها");
    // «نفت النقابة، اليوم الجمعة، صحة ما قيل عن إنهاء الإضراب»: what is denied stands behind it, unless
    // «أن» has told it before.
    let truth = (from..from + BODY).take_while(|at| !that(at));
    let truth = truth.into_iter().find(|at| sentence.word(*at) == TRUTH);
    let from = truth.map_or(from, |at| at + 1);
    let near = from..(from + REACH).min(sentence.len());
    // «نفى مدير الفندق فلان الفلاني، في اتصال مع صحيفة، أن يكون …»: all before «أن» says who denies.
    let says = |at: usize| is(sentence.word(at), const { Classes::of(&[Class::Saying]) });
    // «نفى … الشائعات، لافتا إلى أن …»: whoever speaks goes on to tell.
    let goes_on = |at: usize| sentence.is_parted(at) && sentence.word(at).ends_with('ا');
    let told_on = near.clone().any(goes_on);
    let far = near.end..if told_on { near.end } else { from + BODY + 2 };
    let far = far.take_while(|at| !says(*at) && !goes_on(*at));
    if let Some(that) = near.clone().chain(far).find(that) {
        let had = (that..that + REACH).find(|at| sentence.word(*at) == "قد")?;
        let word = sentence.word(had + 1);
        return (!word.is_empty() && !is_no_act(word)).then_some((had + 1, true));
    }
    let acts = || near.clone().filter(|at| is_act(sentence, *at, names));
    let first = acts().find(|at| is_sure(sentence.word(*at))).or_else(|| acts().next())?;
    let light = COMING_ABOUT.contains(&sentence.word(first));
    let at = if light { noun(sentence, first + 1)? } else { first };
    (at < from + REACH + 2).then_some((at, false))
}

/// Whether a noun is no doubt of something that comes about: a topic or a family speaks of it.
fn is_sure(word: &str) -> bool {
    topic::family(word).is_some() || !topic::lemma(word).is_silent()
}

/// Whether the noun at `at` may be an act and is nobody's name or office: «وفاة», «القبض على»; with an
/// article only before a preposition.
fn is_act<F: Fn() -> HashSet<String>>(sentence: &Sentence, at: usize, names: &Names<F>) -> bool {
    let word = sentence.word(at);
    // A word that nothing knows is a name more often than an act.
    let strange = || lexicon::find(word).is_none() && topic::lemma(word).is_silent();
    let article = word.starts_with("ال") || word.starts_with("وال");
    let definite = article && !PREPOSITIONS.contains(&sentence.word(at + 1));
    let joined = word.starts_with("لل") || word.starts_with(['ب', 'ل']);
    let sake = is_for_sake(sentence, at);
    !definite && !joined && !sake && is_free(word, names) && !strange()
}

/// Whether a word is nobody's name or office, and no particle.
fn is_free<F: Fn() -> HashSet<String>>(word: &str, names: &Names<F>) -> bool {
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
    let other = lexicon::find(word).is_some_and(|found| found.entry.alone().meet(OTHERS));
    !other && !PASSED.contains(&word) && !ANY.contains(&word) && !names.has(word)
}
