//! Whose a fact of a closed list is: who is named next to it, and who only tells it.

use super::super::{Fact, Kind, Value};
use super::stated::Stated;
use super::words::{Gap, Word};

/// The person named nearest to a value in its sentence.
pub(super) fn nearest_person(stated: &Stated) -> Option<String> {
    let named = stated.facts.iter().filter(|fact| {
        fact.kind == Kind::Person && stated.sentence.covers(fact.span) && !only_tells(stated, fact)
    });
    let named: Vec<&Fact> = named.collect();
    let nearest = || named.iter().min_by_key(|fact| fact.span.start.abs_diff(stated.span.start));
    let found = who_goes(stated, &named).or_else(|| of_himself(stated, &named));
    let found = found.or_else(|| to_whom(stated, &named)).or_else(|| nearest().copied());
    // Told of the kin, it is of nobody who is named.
    match &found.filter(|fact| !is_kin_of(stated.words, fact.span.start))?.value {
        Value::Name(name) => Some(name.canonical.clone()),
        _ => None,
    }
}

/// «شقيق الرئيس السابق فلان», «قاتل فلان»: whose name only tells whose kin somebody is.
pub(super) fn is_kin_of(words: &[Word], name: u32) -> bool {
    const REACH: usize = 5;
    #[rustfmt::skip]
    const KIN: &[&str] = &[
        "شقيق", "شقيقه", "شقيقا", "نجل", "نجله", "نجلا", "ابن", "ابنه", "ابنا", "زوجه", "زوج", "والد", "والده",
        "صهر", "ارمله", "حفيد", "حفيده", "قاتل", "قاتله", "محامي", "محاميه", "محام",
    ];
    let at = words.partition_point(|word| word.span.start < name);
    let own = words.get(at).is_some_and(|word| word.gap >= Gap::Comma);
    let before = (at.saturating_sub(REACH)..at).rev();
    let mut near = before.map_while(|i| words.get(i).filter(|_| !own)).scan(false, |over, word| {
        let told = (!*over).then_some(word);
        *over |= word.gap >= Gap::Comma;
        told
    });
    near.any(|word| KIN.contains(&word.folded.strip_prefix('و').unwrap_or(word.folded)))
}

/// «رد المدرب فلان على الرئيس علان، مؤكدا أنه أقيل»: whoever speaks tells it of himself.
fn of_himself<'f>(stated: &Stated, named: &[&'f Fact]) -> Option<&'f Fact> {
    const HIMSELF: [&str; 4] = ["انه", "انها", "بانه", "بانها"];
    let before = stated.value.start.checked_sub(1).and_then(|at| stated.words.get(at))?;
    let ahead = |fact: &&&Fact| fact.span.end <= stated.span.start;
    // «قال فلان عن علان إنه أقيل»
    let about = stated.words.iter().take(stated.value.start).any(|word| word.folded == "عن");
    (HIMSELF.contains(&before.folded) && !about).then(|| named.iter().find(ahead).copied())?
}

/// «قضت المحكمة، برئاسة القاضي فلان، ببراءة المدير علان»: whom a court finds innocent stands behind it.
fn to_whom<'f>(stated: &Stated, named: &[&'f Fact]) -> Option<&'f Fact> {
    const BY: [&str; 6] = ["ببراءه", "بادانه", "ببراه", "بحبس", "بسجن", "باعدام"];
    let first = stated.words.get(stated.value.start)?;
    let behind = |fact: &&&Fact| fact.span.start >= first.span.end;
    BY.contains(&first.folded).then(|| named.iter().find(behind).copied())?
}

/// «قبل رئيس الوزراء فلان استقالة الوزير علان», «أقال فلان علانا»: who goes, not who lets him go.
fn who_goes<'f>(stated: &Stated, named: &[&'f Fact]) -> Option<&'f Fact> {
    const LETS: [&str; 6] = ["قبل", "قبلت", "اقال", "اقالت", "اعفي", "اعفت"];
    const NEXT: [&str; 9] = ["عين", "عينت", "كلف", "كلفت", "خلفا", "بدلا", "محله", "مكانه", "تعيين"];
    // «قررت رئيسة البلدية فلانة إقالة المدير علان»
    const BEING_LET: [&str; 4] = ["اقاله", "باقاله", "اعفاء", "باعفاء"];
    let first = stated.words.get(stated.value.start)?;
    let bare = first.folded.trim_start_matches('و');
    if BEING_LET.contains(&bare) {
        let behind = |fact: &&&Fact| fact.span.start > first.span.end;
        return named.iter().find(behind).copied();
    }
    if !LETS.contains(&bare) {
        return None;
    }
    let last = stated.words.get(stated.value.end.checked_sub(1)?)?;
    // «… وعين علان خلفا له»: who comes after him.
    let next = stated
        .words
        .iter()
        .skip(stated.value.end)
        .find(|word| NEXT.contains(&word.folded.strip_prefix('و').unwrap_or(word.folded)));
    let to = next.map_or(u32::MAX, |word| word.span.start);
    let behind = |from: u32| {
        let within = move |fact: &&Fact| fact.span.start >= from && fact.span.start < to;
        named.iter().copied().filter(within)
    };
    if stated.value.len() > 1 {
        return behind(last.span.end).next();
    }
    let mut people = behind(first.span.end);
    let lets = people.next()?;
    people.find(|fact| fact.value != lets.value)
}

/// «أوضح المحامي فلان أن موكله حضر»: whoever tells it of somebody else.
fn only_tells(stated: &Stated, person: &Fact) -> bool {
    let next = stated.words.partition_point(|word| word.span.start < person.span.end);
    let that = stated.words.get(next).is_some_and(|word| ["ان", "بان"].contains(&word.folded));
    that && stated.span.start > person.span.end
}
