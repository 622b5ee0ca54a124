//! Words that narrow an office or a description: «وزير الخارجية الفرنسي», «المتحدث باسم الحكومة».
//!
//! Begin with [`modifier`].

use super::behind::{given_sense, is_place_head, name_after, raw};
use super::person::unknown;
use crate::facts::Context;
use crate::facts::lexicon::{Class, Classes, Clitics};

/// How many tokens at `at` narrow the office before them.
pub(super) fn modifier(
    cx: &Context,
    at: usize,
    first: usize,
    of: &mut Option<&'static str>,
) -> Option<usize> {
    let token = cx.token(at)?;
    if token.is('،') || token.is(',') {
        return name_after(cx, at).map(|_| 1);
    }
    if !token.is_word() || cx.is(at, Class::That) {
        return None;
    }
    if let Some((sense, words)) = cx.sense(at, Class::Nisba).or_else(|| cx.sense(at, Class::Place))
    {
        let joined = token.clitics.has(Clitics::AND) && at == first;
        *of = of.or(Some(sense.id));
        return (!joined).then_some(words);
    }
    if let Some((_, words)) = cx.sense(at, Class::Org).or_else(|| cx.sense(at, Class::Outlet)) {
        return Some(words);
    }
    if stops_modifiers(cx, at) {
        return None;
    }
    if at > first && is_place_head(cx, at) && unknown(cx, at) {
        return Some(1);
    }
    // «رئيس حكومتها»: whose government it is, the pronoun says.
    let owned = ["ها", "هم", "ه"].iter().any(|end| raw(cx, at).ends_with(end));
    if at == first
        && owned
        && !cx.word(at - 1).starts_with("ال")
        && name_after(cx, at + 1).is_some()
    {
        return Some(1);
    }
    let idafa = unknown(cx, at) && is_idafa(cx, at) && token.clitics == Clitics::default();
    if idafa {
        return Some(2);
    }
    let word = cx.word(at);
    // «الرئيس الـ14»: the article of a figure.
    let definite = ["ال", "لل", "بال", "وال"].iter().any(|start| word.starts_with(start));
    let definite = definite && word != "ال";
    let head = cx.is(at, Class::OrgHead) || cx.is(at, Class::Introduces);
    (definite || (head && !token.clitics.has(Clitics::AND)) || is_preposition(cx, at)).then_some(1)
}

/// Words for when something is, which are no part of an office.
const WHEN: Classes = Classes::of(&[Class::Weekday, Class::RelativeDay, Class::Last, Class::Next]);

/// Words that begin something else: a day, a verb of saying, a relative.
pub(super) fn stops_modifiers(cx: &Context, at: usize) -> bool {
    let other = cx.is_one_of(at, WHEN);
    let verb = cx.is(at, Class::Saying) && !cx.word(at).starts_with("ال");
    other
        || verb
        || matches!(cx.word(at), "الذي" | "التي" | "الذين" | "اليوم" | "الليله" | "الي" | "الان")
}

pub(super) fn is_preposition(cx: &Context, at: usize) -> bool {
    const NARROWING: [&str; 11] =
        ["مع", "لدي", "باسم", "لشوون", "لشيون", "للشوون", "للشيون", "في", "عن", "شوون", "شيون"];
    NARROWING.contains(&cx.word(at))
        && (cx.word(at + 1).starts_with("ال")
            || cx.sense(at + 1, Class::Place).is_some()
            || cx.sense(at + 1, Class::Org).is_some()
            || cx.is(at + 1, Class::OrgHead)
            || cx.word(at) == "في" && is_place_head(cx, at + 2))
}

/// «خفر السواحل»: an unknown word before a definite noun is a noun too; not before a day, an
/// office or a relative («لافروف الذي»).
pub(super) fn is_idafa(cx: &Context, at: usize) -> bool {
    let next = at + 1;
    let noun = cx.word(next).starts_with("ال") && !cx.word(next).ends_with('ي');
    let other = cx.is_one_of(next, WHEN) || cx.is(next, Class::Title);
    let plain = !cx.word(at).starts_with("ال") && !given_sense(cx, next);
    noun && plain && !other && !stops_modifiers(cx, next) && !cx.is_sign(next, '،')
}
