//! Words that no name goes on with: «أعلن رامي حداد الإضراب», «قالت سهام قبيل …», «فلان تنتظره …».
//!
//! A word of the language behind a name is likelier the object of the verb before, an adverb or the
//! next clause than one more family name. Begin with [`ends`]; what is no first word of a name
//! although it looks like one is told by [`is_verb`], [`is_age`] and [`is_idiom`].

use super::behind::{article_was_taken, given_sense, raw};
use super::closing;
use super::person::unknown;
use crate::facts::Context;
use crate::facts::lexicon::{self, Class, Classes, Clitics};

/// Whether the word at `at` cannot be of the name that began at `start`.
pub fn ends(cx: &Context, start: usize, at: usize) -> bool {
    is_day(cx, at)
        || is_state(cx.word(at))
        || is_plural_verb(cx, at)
        || is_owned(cx, at)
        || is_next(cx, start, at)
        || is_object(cx, start, at)
}

/// «محمد الفلاني الجمعة»: when it was; a name that a day gave has no «ال» («جمعة», «خميس»).
fn is_day(cx: &Context, at: usize) -> bool {
    const DAYS: Classes = Classes::of(&[Class::RelativeDay, Class::Last, Class::Next, Class::This]);
    cx.is_one_of(at, DAYS) || cx.is(at, Class::Weekday) && cx.word(at).starts_with("ال")
}

/// «متأثرا», «متوعدا»: in what state somebody did it.
fn is_state(word: &str) -> bool {
    word.starts_with("مت") && word.ends_with('ا') && word.chars().count() >= 6
}

/// «أنقذوا», «اشتروا»; not «كوروساوا» and «دوبوا», which have another long vowel.
pub fn is_plural_verb(cx: &Context, at: usize) -> bool {
    let Some(stem) = cx.word(at).strip_suffix("وا") else { return false };
    let vowels = stem.chars().skip(1).any(|c| matches!(c, 'ا' | 'و' | 'ي'));
    !vowels && stem.chars().count() >= 3 && !given_sense(cx, at)
}

/// Nouns that a pronoun may follow.
const OWNED: Classes = Classes::of(&[Class::Common, Class::Counted, Class::Introduces]);

/// «منزله», «تنتظره»: a noun of the language or a verb with a pronoun, not written with ة.
fn is_owned(cx: &Context, at: usize) -> bool {
    let word = cx.word(at);
    let Some(bare) = word.strip_suffix('ه').filter(|bare| bare.chars().count() >= 3) else {
        return false;
    };
    if !raw(cx, at).ends_with('ه') || word.starts_with("ال") || given_sense(cx, at) {
        return false;
    }
    let noun = || lexicon::exact(bare).is_some_and(|entry| entry.alone().meet(OWNED));
    // «تشخايدزه» is too long for a verb.
    let verb = word.starts_with(['ي', 'ت']) && bare.chars().count() <= 5;
    verb && !closing::ends(cx, at + 1) || noun()
}

/// «طارق حامد وفرجاني ساسي»: what stands with «و» behind two words is the next of a list; not «وو»,
/// «وي», «وا», which foreign names open with.
fn is_next(cx: &Context, start: usize, at: usize) -> bool {
    let rest = cx.word(at).strip_prefix('و').unwrap_or_default();
    at >= start + 2 && rest.chars().count() >= 4 && !rest.starts_with(['و', 'ي', 'ا'])
}

/// «فارق فلان الفلاني الحياة», «محمد الفلاني نجم الفريق»: a word that is more than a name behind a
/// full one, where the clause goes on.
fn is_object(cx: &Context, start: usize, at: usize) -> bool {
    const NOUNS: Classes = Classes::of(&[Class::Common, Class::Counted, Class::Title]);
    let weak = cx.word_sense(at, Class::Given).is_some_and(|sense| sense.id == "weak");
    let noun = || article_was_taken(cx, at) || cx.is_one_of(at, NOUNS);
    // «خالد بن سعيد العامري»: whose son somebody is, whatever else the word means.
    let son = at.checked_sub(1).is_some_and(|i| matches!(cx.word(i), "بن" | "بنت" | "ابن"));
    let full = || !son && at >= start + 2 || article_was_taken(cx, at) && !opens(cx, at - 1);
    weak && noun() && full() && !closing::ends(cx, at + 1) && !cx.is(at + 1, Class::Saying)
}

/// A given name, or an unknown word that may be one: no family name with «ال» or in «ي».
fn opens(cx: &Context, at: usize) -> bool {
    let word = cx.word(at);
    given_sense(cx, at)
        || cx.is(at, Class::NameParticle)
        || !word.starts_with("ال") && !word.ends_with(['ي', 'ن'])
}

/// «أرجأ خطابه»: a perfect of three letters behind its hamza, which no name of the lexicon is.
pub fn is_verb(cx: &Context, at: usize) -> bool {
    let word = cx.word(at);
    let stem = || word.chars().skip(1).take(2).all(|c| !matches!(c, 'ا' | 'و' | 'ي'));
    let goes_on = cx.is_word(at + 1) && !closing::ends(cx, at + 1);
    raw(cx, at).starts_with('أ')
        && word.chars().count() == 4
        && stem()
        && goes_on
        && unknown(cx, at)
        && !given_sense(cx, at)
        && !(cx.word(at + 1).starts_with("ال") && cx.word(at + 1).ends_with('ي'))
}

/// «لأسباب مجهولة»: why, or for whom; no name is written with a hamza behind its ل.
pub fn is_for(cx: &Context, at: usize) -> bool {
    cx.word(at).starts_with("لا")
        && ["لأ", "لإ"].iter().any(|to| raw(cx, at).starts_with(to))
        && !given_sense(cx, at)
}

/// «في عمر الزهور», «عن عمر ناهز»: an age, though somebody may be called «عمر».
pub fn is_age(cx: &Context, at: usize) -> bool {
    if cx.word(at) != "عمر" {
        return false;
    }
    let before = at.checked_sub(1).map_or("", |i| cx.word(i));
    let next = cx.word(at + 1);
    let figure = || !cx.is_word(at + 1) || cx.is(at + 1, Class::Cardinal);
    let reaches = || {
        matches!(next, "ناهز" | "يناهز" | "تناهز" | "بلغ" | "يبلغ" | "جاوز" | "تجاوز" | "يتجاوز")
    };
    let of = || next.starts_with("ال") && !next.ends_with('ي');
    matches!(before, "في" | "عن" | "بعد" | "من" | "نفس") && (reaches() || of() || figure())
}

/// «لا سامح الله», «تآمر», «بين يدي فلان»: words that are folded or joined into a name.
pub fn is_idiom(cx: &Context, at: usize) -> bool {
    let before = || at.checked_sub(1).map_or("", |i| cx.word(i));
    match cx.word(at) {
        "سامح" => before() == "لا",
        "تامر" | "وتامر" => raw(cx, at).contains('آ'),
        "ياسر" => raw(cx, at).contains('أ'),
        "يدي" | "ايدي" => before() == "بين",
        // «خلف أبواب مغلقة»: behind.
        "خلف" => {
            // «اللاعب خلف العتيبي»
            let titled = at.checked_sub(1).is_some_and(|i| cx.is(i, Class::Title));
            !titled
                && !given_sense(cx, at + 1)
                && cx.token(at).is_some_and(|t| t.clitics == Clitics::default())
        }
        _ => false,
    }
}

/// «فلان اغتيل أمس», «فلان موجود في الخارج»: what is told of somebody right behind the name.
pub fn is_said_of_him(word: &str) -> bool {
    matches!(
        word,
        "اغتيل"
            | "اغتيلت"
            | "اعتقل"
            | "اعتقلت"
            | "انتخب"
            | "انتخبت"
            | "استشهد"
            | "استقال"
            | "استقالت"
            | "اصيب"
            | "اصيبت"
            | "اقيل"
            | "اقيلت"
            | "ادين"
            | "ادينت"
            | "اختطف"
            | "احتجز"
            | "اوقف"
            | "موجود"
            | "موجوده"
            | "متواجد"
            | "متواجده"
            | "غايب"
            | "هارب"
            | "متهم"
            | "محتجز"
            | "معتقل"
    )
}
