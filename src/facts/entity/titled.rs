//! An office with the name of its holder: «وزير الخارجية الفرنسي فلان», «نائب رئيس الشركة فلان».
//!
//! Begin with [`titled`]. Between the office and the name may stand what the office is of and its
//! adjectives; where no name follows, the office alone describes somebody.

use std::ops::Range;

use super::behind::{given_sense, is_national, name_after, raw};
use super::modifier::{is_preposition, modifier};
use super::{Mention, Sort, described, house};
use crate::facts::Context;
use crate::facts::lexicon::{Class, FormNumber, Sense};

/// Tokens between an office and the name at most («وزير … السابق في حكومة …»).
const MODIFIERS: usize = 10;

/// An office, with the name it belongs to where one follows.
pub(super) fn titled(cx: &Context, at: usize) -> Option<Mention> {
    let (sense, words) = cx.sense(at, Class::Title)?;
    // «المتهم الرئيسي»: the dual of an office that is of something has no «ال».
    let main = || sense.number == FormNumber::Two && words == 1 && cx.word(at).ends_with("يسي");
    if sense.value.total_cmp(&1.0).is_eq()
        || main() && cx.word(at).contains("ال")
        || bare_common(cx, at, &sense)
        || described::in_front(cx, at)
    {
        return None;
    }
    if let Some(deputy) = deputy(cx, at, words, &sense) {
        return Some(deputy);
    }
    let counterpart = sense.value > 1.0;
    let mut end = at + words;
    let mut of = None;
    let mut last_known = end;
    // Past a comma or a preposition a modifier is the office's only if a name follows.
    let mut loose = false;
    while end < at + words + MODIFIERS {
        let plain = end > at + words || definite(cx, at, &sense);
        // «صاحبة المرتبة الأولى»: whoever has something is named in full.
        // «طرد الحكم المعاني» is the one who was sent off.
        let short = !matches!(sense.id, "holder" | "referee");
        let full = |name: &Range<usize>| short || name.len() > 1;
        let own = |name: &Range<usize>| is_of_holder(cx, at, at + words, end, name);
        let named = name_after(cx, end).filter(full).filter(own);
        if let Some(name) = named.filter(|name| plain || given_sense(cx, name.start)) {
            let name = past_principal(cx, name);
            let mut mention = Mention::new(Sort::Person, name);
            mention.whole = at..mention.name.end;
            mention.role = (!counterpart).then_some(sense.id);
            mention.of = of;
            return Some(mention);
        }
        let Some(step) = modifier(cx, end, at + words, &mut of) else {
            break;
        };
        loose = loose || cx.is_sign(end, '،') || cx.is_sign(end, ',') || is_preposition(cx, end);
        end += step;
        if !loose {
            last_known = end;
        }
    }
    if is_weak(&sense) || described::is_adjective(cx, at) {
        return None;
    }
    let sort = if counterpart { Sort::Counterpart } else { Sort::Described };
    let chief = described::is_deputy(cx.word(at)).then(|| titled(cx, at + words)).flatten();
    if let Some(chief) = chief.filter(|chief| chief.sort == Sort::Described) {
        last_known = chief.whole.end;
    }
    let known = last_known.min(at + words + 6);
    let end = if counterpart { known } else { described::end(cx, at, at + words).max(known) };
    let mut mention = Mention::new(sort, at..end);
    mention.role = (!counterpart).then_some(sense.id);
    mention.of = of;
    Some(mention)
}

/// Whether a name at `end` is whose office it is that stands at `at..first`.
fn is_of_holder(cx: &Context, at: usize, first: usize, end: usize, name: &Range<usize>) -> bool {
    let alone = name.len() == 1 && !cx.is_sign(end, '،');
    // «وزير الطاقة التركي فلان الفلاني»
    let national = is_national(cx, name.start);
    // «بالمستشفى الجهوي»: past the office a single word is the adjective of what stands before it.
    let adjective = alone && end > first;
    // «سلم ابنته الدرع»: what he gave her.
    let thing = alone && has_owner(cx, at) && is_thing(cx, name.start);
    !national
        && !thing
        && !house::bears(cx, name.start)
        && (!adjective
            || given_sense(cx, name.start)
            || !cx.word(name.start).starts_with("ال")
            || cx.is(end - 1, Class::Nisba))
}

/// «ابنته», «زميلها»: a calling with a pronoun.
fn has_owner(cx: &Context, at: usize) -> bool {
    let raw = raw(cx, at);
    raw.ends_with('ه') || raw.ends_with("ها") || raw.ends_with("هم")
}

/// A definite word that is neither a given name nor in the shape of a family name.
fn is_thing(cx: &Context, at: usize) -> bool {
    let word = cx.word(at);
    word.starts_with("ال") && !word.ends_with('ي') && !given_sense(cx, at)
}

/// «نائب رئيس الشركة فلان»: the name is the deputy's, and the office of the one below.
fn deputy(cx: &Context, at: usize, words: usize, sense: &Sense) -> Option<Mention> {
    if words > 1 || !described::is_deputy(cx.word(at)) || !cx.is(at + 1, Class::Title) {
        return None;
    }
    let mut mention = titled(cx, at + 1).filter(|chief| chief.sort == Sort::Person)?;
    let of_minister = mention.role.is_some_and(|role| role.starts_with("minister"));
    mention.whole.start = at;
    mention.role = Some(match sense.id {
        "mp" if of_minister => "deputy-minister",
        "mp" => "deputy",
        own => own,
    });
    Some(mention)
}

/// «المتحدث باسم بوتين ديمتري بيسكوف»: behind «باسم» stands whom he speaks for, and then his own name.
fn past_principal(cx: &Context, name: Range<usize>) -> Range<usize> {
    let speaks_for = name.start.checked_sub(1).is_some_and(|i| cx.word(i) == "باسم");
    let own = name.start + 1;
    let two = name.len() > 2 && !given_sense(cx, name.start) && given_sense(cx, own);
    if speaks_for && two { own..name.end } else { name }
}

/// Whether an office is one person's: «الرئيس» or «وزير الدفاع», not «رئيس» or «وزيران».
fn definite(cx: &Context, at: usize, sense: &Sense) -> bool {
    // «زعيمه» is folded like «زعيمة»: a pronoun makes it definite.
    let raw = raw(cx, at);
    let the = cx.word(at).contains("ال")
        || raw.ends_with('ه')
        || sense.id.contains('.')
        || sense.value > 1.0;
    the && sense.number == FormNumber::One
}

/// Offices whose word is as often a common noun or verb: they count before a name only.
fn bare_common(cx: &Context, at: usize, sense: &Sense) -> bool {
    // «قبطان العبارة فلان»: what he is of stands between.
    let of = matches!(sense.id, "union-leader" | "officer") && cx.word(at + 1).starts_with("ال");
    is_weak(sense)
        && !of
        && name_after(cx, at + 1).is_none()
        && (cx.sense(at + 1, Class::Nisba).is_none() || name_after(cx, at + 2).is_none())
}

fn is_weak(sense: &Sense) -> bool {
    matches!(sense.id, "union-leader" | "officer" | "religious" | "referee")
}
