//! Where a description of somebody without a name ends: «مدير المصنع», «متحدث باسم فرق الإطفاء».
//!
//! Begin with [`end`].

use super::modifier::stops_modifiers;
use super::person::{inflected, tanwin};
use super::{common, marked};
use crate::facts::Context;
use crate::facts::lexicon::{Class, Classes, Clitics};

/// Words of a description at most.
const LONGEST: usize = 6;

/// The token after the description that the office at `at..from` opens: what it is of, whom it
/// speaks for, and the adjectives after these.
pub fn end(cx: &Context, at: usize, from: usize) -> usize {
    let mut end = from;
    // «باحثون محليون»: what keeps its ن or is an adjective governs no noun.
    let full = |i: usize| cx.word(i).ends_with("ون") || i > at && cx.is(i, Class::Nisba);
    let full = full(from - 1);
    let closed = (at + 1..from).any(|i| cx.word(i).starts_with("ال"));
    let mut open = !closed && !cx.word(at).contains("ال");
    while end < at + LONGEST && noun(cx, end) {
        let word = cx.word(end);
        let spoken_for = matches!(word, "باسم" | "لشوون" | "لشئون" | "شوون" | "شئون");
        let definite = ["ال", "لل"].iter().any(|start| word.starts_with(start));
        // «رفض المتحدث التعليق»: what he refused.
        let done = !open && common::verbal_noun(word.trim_start_matches("ال"));
        // «قائد الشرطة محبوب حسين»: a name begins.
        let named = !definite && !spoken_for && cx.is(end + 1, Class::Given);
        if !(spoken_for || definite || open) || done || named || full && definite {
            break;
        }
        // «مدير المصنع»: past the definite noun only its adjectives go on.
        open = spoken_for || !definite && open;
        end += 1;
    }
    // «رئيس "أفاك"»: what the office is of may stand in marks.
    let office = end == from && cx.word_sense(at, Class::Title).is_some_and(|s| s.value < 1.0);
    if open && let Some(name) = marked::of_office(cx, end, office) {
        return name.end + 1;
    }
    // A description does not end in a word that wants another.
    if end > from && matches!(cx.word(end - 1), "باسم" | "لشوون" | "شوون") {
        end - 1
    } else {
        end
    }
}

/// «نائب رئيس المشروع»: an office beside another one.
pub fn is_deputy(word: &str) -> bool {
    let word = word.strip_prefix('و').unwrap_or(word);
    matches!(word, "نايب" | "نايبه" | "مساعد" | "مساعده" | "وكيل" | "وكيله" | "مستشار" | "مستشاره")
}

fn noun(cx: &Context, at: usize) -> bool {
    const OTHER: Classes = Classes::of(&[
        Class::Function,
        Class::That,
        Class::Saying,
        Class::Source,
        Class::Given,
        Class::Title,
        Class::Negation,
        Class::Cardinal,
        Class::TimeUnit,
    ]);
    let word = cx.word(at);
    let Some(token) = cx.token(at).filter(|token| token.is_word()) else { return false };
    if matches!(word, "باسم") {
        return true;
    }
    // «قال العمدة لقناة …»: to whom.
    let to = matches!(word, "لقناه" | "لصحيفه" | "لوكاله" | "لاذاعه" | "لموقع" | "لشبكه" | "لجريده");
    let joined = [Clitics::AND, Clitics::BY, Clitics::AS];
    let verb = word.starts_with(['ي', 'ت']) && !word.ends_with('ه') || word.ends_with("وا");
    !cx.is_one_of(at, OTHER)
        && !joined.iter().any(|clitic| token.clitics.has(*clitic))
        && !stops_modifiers(cx, at)
        && !common::tells_where(cx, at)
        && !inflected(word)
        && !to
        && !tanwin(cx, at)
        && (!word.ends_with('ا') || word.starts_with("ال"))
        && (!token.clitics.has(Clitics::TO) || word.starts_with("لل"))
        && !verb
        && word.chars().count() > 2
}

/// «أمام» is folded like «إمام»: the writing tells them apart.
pub fn in_front(cx: &Context, at: usize) -> bool {
    let raw = || cx.token(at).and_then(|token| cx.text.slice(token.span)).unwrap_or_default();
    cx.word(at) == "امام" && !raw().starts_with('إ')
}

/// «المؤتمر الصحفي», «المدرج الرئيسي»: a calling in the form of an adjective, behind its noun.
pub fn is_adjective(cx: &Context, at: usize) -> bool {
    let the =
        |at: usize| ["ال", "لل", "وال", "بال"].iter().any(|start| cx.word(at).starts_with(start));
    let relative = cx.word(at).ends_with('ي') || cx.word(at).ends_with("يه");
    let before = at.checked_sub(1).filter(|i| cx.is_word(*i) && the(*i));
    relative && the(at) && before.is_some_and(|i| cx.sense(i, Class::Title).is_none())
}
