//! The name behind an office: «وزير الخارجية فلان», «محافظ البنك، فلان،».
//!
//! Begin with [`name_after`]. A word that the lexicon does not know is a name there unless it belongs
//! to what stands before it: the noun's complement, its adjective, the place that it is in.

use super::modifier::{is_idafa, is_preposition};
use super::person::{Anchor, begins_next, is_servant, name_end, unknown};
use super::{apposed, bounds, closing, common};
use crate::facts::Context;
use crate::facts::lexicon::{Class, Classes, Clitics};

/// The name at `at`, or after a comma there («محافظ البنك، …،»).
pub(super) fn name_after(cx: &Context, at: usize) -> Option<std::ops::Range<usize>> {
    let comma = cx.is_sign(at, '،') || cx.is_sign(at, ',');
    let start = if comma { at + 1 } else { at };
    if comma {
        return apposed::name(cx, start).filter(|_| !begins_next(cx, start));
    }
    if is_place_head(cx, start) {
        return None;
    }
    let word = cx.word(start);
    let adjectival = !given_sense(cx, start) || article_was_taken(cx, start);
    let opens = given_sense(cx, start + 1)
        || matches!(cx.word(start + 1), "عبد" | "ابو" | "ابي" | "بن" | "ابن");
    let son = matches!(cx.word(start + 1), "بن" | "ابن");
    // «عالم البراكين الإندونيسي فلان»
    let kind = word.starts_with("ال") && cx.is(start + 1, Class::Nisba) && adjectival;
    if kind && cx.is_word(start + 2) && !is_place_head(cx, start + 1) && unknown(cx, start + 2) {
        return None;
    }
    if word.starts_with("ال") && opens && adjectival && !son {
        return None;
    }
    // «رئيس في الدورة الأولى»; «قائد الطائرة الرائد الطيار فلان»: the name is behind his rank.
    if word.starts_with("ال") && (cx.is(start, Class::Ordinal) || cx.is(start, Class::Rank)) {
        return None;
    }
    // «الانتخابية» goes with the noun before it.
    let adjective = word.starts_with("ال") && word.ends_with("يه");
    // «أمير البلاد أرجأ خطابه», «لأسباب مجهولة»: what he did, and why.
    if bounds::is_verb(cx, start) || bounds::is_for(cx, start) {
        return None;
    }
    // «باسم» after an office is a preposition.
    if adjective || word.starts_with("لل") || word == "باسم" && is_preposition(cx, start) {
        return None;
    }
    let noun = || is_idafa(cx, start) && !is_honoured(cx, start) && !is_servant(cx, start);
    if !given_sense(cx, start) && noun() {
        return None;
    }
    // «المتحدثة باسم البيت الأبيض فلانة»
    if cx.sense(start, Class::Org).is_some_and(|(_, words)| words > 1) {
        return None;
    }
    // «أشاد الوزير بدور السلطنة», «السنغالي الأصل»
    let role = word == "بدور" && cx.word(start + 1).starts_with("ال");
    if role || matches!(word, "الاصل" | "الجنسيه" | "المولد") {
        return None;
    }
    // «اللاعب الوحيد» is the only one, and nobody's name.
    if article_was_taken(cx, start) && cx.is(start, Class::Alone) {
        return None;
    }
    name_end(cx, start, Anchor::Title)
        .filter(|end| given_sense(cx, start) || !common::is_common(cx, start..*end))
        .filter(|_| !adjectival || !is_of_noun(cx, start))
        .filter(|end| *end > start + 1 || !has_pronoun(cx, start))
        .filter(|end| given_sense(cx, start) || *end > start + 1 || !leads_to_name(cx, start))
        .map(|end| start..end)
}

/// «الدكتورة سهاد العلاونة»: nothing but a name stands behind such a word.
fn is_honoured(cx: &Context, at: usize) -> bool {
    const HONOURS: [&str; 22] = [
        "الدكتور",
        "الدكتوره",
        "السيد",
        "السيده",
        "الاستاذ",
        "الاستاذه",
        "المهندس",
        "المهندسه",
        "اللواء",
        "العميد",
        "العقيد",
        "المقدم",
        "الرايد",
        "النقيب",
        "الملازم",
        "الفريق",
        "الحاج",
        "الحاجه",
        "الانسه",
        "البروفيسور",
        "الجنرال",
        "الكولونيل",
    ];
    at.checked_sub(1).is_some_and(|before| HONOURS.contains(&cx.word(before)))
}

/// «في ولاية روندونيا»: the word at `at` is the place's own name.
pub(super) fn is_place_head(cx: &Context, at: usize) -> bool {
    let before = at.checked_sub(1).filter(|i| !cx.word(*i).starts_with("ال"));
    before.is_some_and(|i| {
        cx.word_sense(i, Class::Introduces).is_some_and(|sense| sense.id == "place")
    })
}

/// Whether words are of the noun before them: «لإدارة الكوارث», «شركة أوربت», «مفوض العون الإنساني». What
/// has «ال» is, behind a noun that has none; what has none, behind the head of a name.
fn is_of_noun(cx: &Context, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).filter(|before| cx.is_word(*before)) else { return false };
    let head = cx.word(before);
    let the = ["ال", "لل", "وال", "بال", "كال", "فال"].iter().any(|start| head.starts_with(start));
    if cx.word(at).starts_with("ال") {
        let owned = ["ه", "ها", "هم", "هما"].iter().any(|end| raw(cx, before).ends_with(end));
        !the && !owned && !cx.is(before, Class::Nisba)
    } else {
        !the && cx.is_one_of(before, const { Classes::of(&[Class::OrgHead, Class::Introduces]) })
    }
}

/// A single word behind which the name stands: an adjective before somebody's calling or name («وزيرة
/// التعليم العالي الدكتورة …», «الأسير المحرر فلان الفلاني»), or the end of an office before a comma
/// («الشعبي الولائي، السعيد …»).
fn leads_to_name(cx: &Context, at: usize) -> bool {
    let calls = |at: usize| {
        cx.sense(at, Class::Title)
            .is_some_and(|(_, words)| given_sense(cx, at + words) || unknown(cx, at + words))
    };
    let comma = cx.is_sign(at + 1, '،') || cx.is_sign(at + 1, ',');
    if comma {
        return !begins_next(cx, at + 2) && (calls(at + 2) || apposed::name(cx, at + 2).is_some());
    }
    cx.word(at).starts_with("ال") && (calls(at + 1) || closing::holder(cx, at + 1).is_some())
}

/// The word as it is written.
pub(super) fn raw<'a>(cx: &Context<'a>, at: usize) -> &'a str {
    cx.token(at).and_then(|token| cx.text.slice(token.span)).unwrap_or_default()
}

/// «نفى السفير علمه», «خاطب الملك شعبه»: a short word that ends in ه and not in ة is an object.
fn has_pronoun(cx: &Context, at: usize) -> bool {
    let raw = raw(cx, at);
    // «أوقفت القبطان لاستجوابه»
    // «قدم الوزير تعازيه»
    let short = raw.chars().count() <= 5 || raw.starts_with('ل') || cx.word(at).ends_with("يه");
    raw.ends_with('ه') && short && !raw.starts_with("ال") && !given_sense(cx, at)
}

pub(super) fn given_sense(cx: &Context, at: usize) -> bool {
    cx.is(at, Class::Given)
}

/// «الوزير التركي»: the country's adjective, though somebody may be called «تركي».
pub(super) fn is_national(cx: &Context, at: usize) -> bool {
    cx.is(at, Class::Nisba) && article_was_taken(cx, at)
}

/// Whether «ال» was taken off a word to find it.
pub(super) fn article_was_taken(cx: &Context, at: usize) -> bool {
    cx.token(at).is_some_and(|token| {
        token.clitics.has(Clitics::THE)
            && token.entry.is_some_and(|entry| !entry.form().starts_with("ال"))
    })
}
