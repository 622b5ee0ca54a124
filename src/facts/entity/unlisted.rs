//! Names that open with a word the lexicon does not know: after an office with a pronoun, after
//! a verb of saying, or in the shape of a foreign family name.
//!
//! Begin with [`name`].

use super::person::{Anchor, name_end};
use super::scan::{given_sense, name_after};
use super::{Mention, Sort, common};
use crate::facts::Context;
use crate::facts::affix::ends_with_any;
use crate::facts::lexicon::{self, Class};
use crate::facts::name::is_native;

/// The mention that an unknown word opens.
pub fn name(cx: &Context, at: usize) -> Option<Mention> {
    possessed(cx, at).or_else(|| after_saying(cx, at)).or_else(|| foreign(cx, at))
}

/// «زعيمه …», «مدربها …»: an office with a pronoun, and the name after it.
fn possessed(cx: &Context, at: usize) -> Option<Mention> {
    let word = cx.word(at);
    let office = ["هما", "هم", "ها", "ه"].iter().find_map(|pronoun| word.strip_suffix(pronoun))?;
    let entry = lexicon::find(office)?.entry;
    // «وزيرتها» is written with the ت that its ة turns into.
    let feminine = || {
        let stem = office.strip_suffix('ت')?;
        lexicon::exact(&format!("{stem}ه"))?.sense(Class::Title)
    };
    let sense = entry.sense(Class::Title).or_else(feminine)?;
    let name = name_after(cx, at + 1).filter(|name| !name.is_empty())?;
    let sure = name.len() > 1 || given_sense(cx, name.start);
    let mut mention = Mention::new(Sort::Person, name);
    mention.whole = at..mention.name.end;
    mention.role = Some(sense.id);
    (sure && sense.value.total_cmp(&0.0).is_eq()).then_some(mention)
}

/// An unknown word right after a verb of saying is its subject («وأضاف …»).
fn after_saying(cx: &Context, at: usize) -> Option<Mention> {
    let before = at.checked_sub(1)?;
    let (sense, words) = cx.sense(before, Class::Saying)?;
    let finite = words == 1 && !matches!(sense.id, "written" | "passive" | "rate");
    let object = cx.word(before).ends_with('ا') || cx.word(before).ends_with('ه');
    if !finite || object || is_addressee(cx, at) {
        return None;
    }
    name_end(cx, at, Anchor::Title)
        .filter(|end| given_sense(cx, at) || !common::is_common(cx, at..*end))
        .map(|end| Mention::new(Sort::Person, at..end))
}

/// «لإذاعتنا», «لأنصاره»: written with a hamza after its ل, it is whom somebody spoke to.
fn is_addressee(cx: &Context, at: usize) -> bool {
    let raw = cx.token(at).and_then(|token| cx.text.slice(token.span)).unwrap_or_default();
    raw.starts_with("لإ") || raw.starts_with("لأ") || cx.word(at).ends_with("تنا")
}

/// Two or three unknown words of which one is shaped like a foreign family name.
fn foreign(cx: &Context, at: usize) -> Option<Mention> {
    let verb = cx.word(at).starts_with(['ي', 'ت', 'س', 'ل', 'ب', 'و']) && !is_foreign(cx.word(at));
    if verb || cx.word(at).starts_with("ال") {
        return None;
    }
    let end = name_end(cx, at, Anchor::Title).filter(|end| *end >= at + 2)?;
    let words = at..end;
    let shaped = words.clone().any(|i| is_foreign(cx.word(i)));
    let plain = words.clone().all(|i| !cx.word(i).starts_with("ال") && !is_native(cx.word(i)));
    (shaped && plain).then(|| Mention::new(Sort::Person, words))
}

/// Endings of family names that Arabic words do not have.
fn is_foreign(word: &str) -> bool {
    const ENDINGS: [&str; 24] = [
        "وف",
        "وفا",
        "سكي",
        "فسكي",
        "يتش",
        "يفيتش",
        "شفيلي",
        "دزه",
        "نكو",
        "تشوك",
        "ستاين",
        "شتاين",
        "بيرغ",
        "بيرج",
        "بورغ",
        "سون",
        "سن",
        "اندو",
        "اردو",
        "ينهو",
        "اكيس",
        "بولوس",
        "يديس",
        "ييه",
    ];
    word.contains(['پ', 'چ', 'ڤ', 'گ'])
        || (ends_with_any(word, &ENDINGS) && word.chars().count() >= 5)
}
