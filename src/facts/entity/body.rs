//! Names of bodies that a common noun opens («وزارة الصحة», «شركة …»): where they end.
//!
//! Bodies with a name of their own are in the lexicon and found by `scan`. Begin with
//! [`body_end`].

use super::common;
use super::person::unknown;
use crate::facts::Context;
use crate::facts::lexicon::{Class, Classes, Clitics};

/// Words after the noun at most.
const LONGEST: usize = 6;

/// Where the name of the body that the noun at `at` opens ends: past the definite words,
/// nationalities and places that follow it. `None` when nothing names it.
pub fn body_end(cx: &Context, at: usize) -> Option<usize> {
    if is_scene(cx, at) {
        return None;
    }
    let mut end = construct(cx, at);
    let named = end;
    while end - at <= LONGEST && belongs(cx, at, end) {
        end += place_len(cx, end);
    }
    (end > named).then_some(end)
}

/// «موقع الحريق», «بموقع الحادث»: where it happened, and no site of news.
fn is_scene(cx: &Context, at: usize) -> bool {
    #[rustfmt::skip]
    const EVENTS: [&str; 18] = [
        "حادث", "حادثه", "حريق", "انفجار", "تفجير", "هجوم", "كارثه", "انهيار", "زلزال", "جريمه", "سقوط",
        "تحطم", "انزلاق", "غرق", "تصادم", "اصطدام", "بناء", "عمل",
    ];
    let site = cx.word(at).ends_with("موقع");
    site && EVENTS.contains(&cx.word(at + 1).trim_start_matches("ال"))
}

/// Past the verbal nouns between a body and what it is of («هيئة تنظيم قطاع النقل»).
fn construct(cx: &Context, at: usize) -> usize {
    const TASKS: [&str; 34] = [
        "تنظيم",
        "تطوير",
        "تنميه",
        "ترويج",
        "تشجيع",
        "تنسيق",
        "تسيير",
        "تحرير",
        "تمكين",
        "تنشيط",
        "تقييم",
        "تحقيق",
        "تقصي",
        "اداره",
        "اعاده",
        "اعمار",
        "حمايه",
        "رعايه",
        "دعم",
        "مكافحه",
        "متابعه",
        "مراقبه",
        "قطاع",
        "شوون",
        "سلامه",
        "امن",
        "حقوق",
        "خدمات",
        "ضمان",
        "تامين",
        "انقاذ",
        "صياغه",
        "صيانه",
        "توزيع",
    ];
    let mut end = at + 1;
    while end < at + 3 && (TASKS.contains(&cx.word(end)) || is_members(cx, end)) {
        end += 1;
    }
    end
}

/// «رابطة أولياء الأمور», «نقابة عمال السكك»: who is joined in it, before what they are of.
fn is_members(cx: &Context, at: usize) -> bool {
    const MEMBERS: [&str; 34] = [
        "اولياء",
        "عمال",
        "مزارعي",
        "موظفي",
        "اصحاب",
        "ارباب",
        "تجار",
        "سايقي",
        "مربي",
        "منتجي",
        "مصدري",
        "مستوردي",
        "صانعي",
        "معلمي",
        "مدرسي",
        "اساتذه",
        "طلاب",
        "طلبه",
        "اطباء",
        "مهندسي",
        "محامي",
        "صيادي",
        "اهالي",
        "سكان",
        "ذوي",
        "اسر",
        "عايلات",
        "ضحايا",
        "متقاعدي",
        "ملاك",
        "شركات",
        "مصارف",
        "بنوك",
        "قدامي",
    ];
    MEMBERS.contains(&cx.word(at)) && cx.word(at + 1).starts_with("ال") && !stops(cx, at + 1)
}

/// Words of a place's name at `at`, or 1.
fn place_len(cx: &Context, at: usize) -> usize {
    cx.sense(at, Class::Place).map_or(1, |(_, words)| words)
}

fn belongs(cx: &Context, head: usize, at: usize) -> bool {
    // «ألقت الشرطة القبض على»: what it laid.
    let arrest = cx.word(at) == "القبض";
    if !cx.is_word(at) || arrest || stops(cx, at) || at > head + 1 && calls(cx, at) {
        return false;
    }
    // «جددت الوزارة التأكيد»: what it did.
    let done = cx.word(head).starts_with("ال")
        && common::verbal_noun(cx.word(at).trim_start_matches("ال"));
    if done {
        return false;
    }
    if is_no_adjective(cx, head, at) {
        return false;
    }
    let the = cx.word(at).starts_with("ال") || cx.word(at).starts_with("لل");
    let and_the = at > head + 1 && cx.word(at).starts_with("وال");
    let place = cx.sense(at, Class::Place).is_some();
    the || and_the || place || nisba(cx, at)
}

/// Nouns of people, which are no adjectives.
const PEOPLE: Classes = Classes::of(&[Class::PersonNoun, Class::Counted]);
/// What a body counts.
#[rustfmt::skip]
const VICTIMS: [&str; 7] =
    ["القتلي", "الجرحي", "الضحايا", "المصابين", "المفقودين", "الحصيله", "العدد"];

/// «أعطت المفوضية الشركة», «قدرت الوزارة القتلى», «على الشركة العام الماضي»: the object of the verb, or
/// when it was. Behind a definite noun only what agrees with it is its adjective.
fn is_no_adjective(cx: &Context, head: usize, at: usize) -> bool {
    let word = cx.word(at);
    let before = cx.word(at - 1);
    let definite = ["ال", "لل", "وال", "بال", "فال"].iter().any(|the| before.starts_with(the));
    // «للجنة التحقيق» may be of a committee of it.
    if !word.starts_with("ال") || !definite || before == "للجنه" {
        return false;
    }
    // «الشركة المتهم»: feminine, and masculine or plural behind it; «الشركة الأم».
    let first = at == head + 1 && before.ends_with('ه') && !word.ends_with(['ه', 'ا', 'ي']);
    let when = cx.is(at, Class::TimeUnit)
        && cx.is_one_of(at + 1, const { Classes::of(&[Class::Last, Class::Next, Class::This]) });
    // «اللجنة المنظمة», «القوى العاملة»: participles.
    let relative = word.ends_with('ي') || word.ends_with("يه") || cx.is(at, Class::Nisba);
    let noun = cx.is(at, Class::OrgHead) && word != "المنظمه"
        || cx.is_one_of(at, PEOPLE) && !word.ends_with('ه');
    // «قدرت وزارة الداخلية القتلى بـ…»
    let noun = noun && !relative || VICTIMS.contains(&word);
    when || first && word != "الام" || noun
}

/// «لجنة الوساطة الأمير حماد»: a calling with somebody's name after it.
fn calls(cx: &Context, at: usize) -> bool {
    let office =
        cx.sense(at, Class::Title).filter(|(sense, _)| sense.value.total_cmp(&0.0).is_eq());
    office.is_some_and(|(_, words)| {
        let next = at + words;
        cx.is(next, Class::Given) || unknown(cx, next) && !cx.word(next).starts_with("ال")
    })
}

fn nisba(cx: &Context, at: usize) -> bool {
    cx.is(at, Class::Nisba) && !cx.token(at).is_some_and(|token| token.clitics.has(Clitics::AND))
}

/// Words that begin something else even with «ال».
fn stops(cx: &Context, at: usize) -> bool {
    const OTHERS: Classes = Classes::of(&[
        Class::Weekday,
        Class::RelativeDay,
        Class::That,
        Class::Last,
        Class::Next,
        Class::Month,
    ]);
    const RELATIVES: [&str; 11] = [
        "الذي",
        "التي",
        "الذين",
        "اللتين",
        "اللذين",
        "الان",
        "اليوم",
        "الليله",
        "الي",
        "الاخري",
        "والاخري",
    ];
    cx.is_one_of(at, OTHERS)
        || common::tells_where(cx, at)
        || RELATIVES.contains(&cx.word(at))
        || cx.sense(at, Class::Saying).is_some_and(|(_, words)| words > 1)
}
