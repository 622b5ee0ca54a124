//! Names that open with a word the lexicon does not know: after an office with a pronoun, after
//! a verb of saying, or in the shape of a foreign family name.
//!
//! Begin with [`name`].

use super::person::{Anchor, inflected, name_end, unknown};
use super::scan::{given_sense, name_after};
use super::{Mention, Sort, common};
use crate::facts::lexicon::{self, Class, Clitics};
use crate::facts::name::is_native;
use crate::facts::{Context, TokenKind};

/// The mention that an unknown word opens.
pub fn name(cx: &Context, at: usize) -> Option<Mention> {
    called(cx, at)
        .or_else(|| possessed(cx, at))
        .or_else(|| after_saying(cx, at))
        .or_else(|| before_saying(cx, at))
        .or_else(|| foreign(cx, at))
        .or_else(|| aged(cx, at))
        .or_else(|| subject(cx, at))
}

fn is_cue_of_name(word: &str) -> bool {
    matches!(
        word,
        "بزعامه"
            | "بقياده"
            | "برياسه"
            | "باداره"
            | "باخراج"
            | "يدعي"
            | "تدعي"
            | "ويدعي"
            | "وتدعي"
            | "اسمه"
            | "اسمها"
            | "واسمه"
            | "واسمها"
            | "المدعو"
            | "المدعوه"
            | "للمخرج"
            | "للمخرجه"
            | "المسمي"
    )
}

/// «الشقيرات، 21 عاما،», «الزين (19 سنة)»: a family name with an age beside it.
fn aged(cx: &Context, at: usize) -> Option<Mention> {
    if !cx.word(at).starts_with("ال") {
        return None;
    }
    let end = (at + 1..at + 4).find(|i| !names(cx, *i))?;
    let opens = cx.is_sign(end, '(') || cx.is_sign(end, '،');
    let figure = cx.token(end + 1).is_some_and(|token| token.kind == TokenKind::Digits);
    let years = || matches!(cx.word(end + 2), "عاما" | "سنه" | "عام" | "ربيعا");
    (opens && figure && years()).then(|| Mention::new(Sort::Person, at..end))
}

/// «بزعامة …», «يدعى …»: what follows is somebody's name.
pub(super) fn called(cx: &Context, at: usize) -> Option<Mention> {
    let before = at.checked_sub(1)?;
    if !is_cue_of_name(cx.word(before)) || cx.word(at).starts_with("ال") {
        return None;
    }
    let end = name_end(cx, at, Anchor::Title).filter(|end| !common::is_common(cx, at..*end))?;
    (end > at + 1).then(|| Mention::new(Sort::Person, at..end))
}

/// «وذكرت النقابة»: the noun right after a verb of saying, whoever it is.
pub(super) fn subject(cx: &Context, at: usize) -> Option<Mention> {
    const SAYING: [&str; 12] = [
        "قال",
        "قالت",
        "يقول",
        "تقول",
        "صرح",
        "صرحت",
        "ذكر",
        "ذكرت",
        "افاد",
        "افادت",
        "اوضح",
        "اوضحت",
    ];
    let before = at.checked_sub(1)?;
    cx.word_sense(before, Class::Saying)?;
    let verb = cx.word(before).trim_start_matches(['و', 'ف']);
    if !SAYING.contains(&verb) || !noun(cx, at) {
        return None;
    }
    let mut end = at + 1;
    while end < at + 5 && (cx.word(end).starts_with("ال") || names(cx, end)) && noun(cx, end) {
        end += 1;
    }
    introduces_words(cx, end).then(|| Mention::new(Sort::Described, at..end))
}

/// Whether a colon or a mark follows before another clause begins.
fn introduces_words(cx: &Context, from: usize) -> bool {
    for at in from..from + 8 {
        match cx.token(at).map(|token| token.kind) {
            Some(TokenKind::Sign(':' | '"' | '“' | '«' | '”')) => return true,
            Some(TokenKind::Word) if !cx.is(at, Class::That) => {}
            _ => return false,
        }
    }
    false
}

fn names(cx: &Context, at: usize) -> bool {
    unknown(cx, at) || given_sense(cx, at)
}

/// A word that may be the subject of a verb: no particle, no pronoun at its end.
fn noun(cx: &Context, at: usize) -> bool {
    const OTHER: [Class; 7] = [
        Class::Function,
        Class::That,
        Class::Saying,
        Class::Source,
        Class::Weekday,
        Class::RelativeDay,
        Class::Negation,
    ];
    let Some(token) = cx.token(at).filter(|token| token.is_word()) else { return false };
    let joined = [Clitics::AND, Clitics::BY, Clitics::TO, Clitics::AS];
    // «وقال حرفيا»: how it was said.
    let adverb = cx.word(at).ends_with('ا') && !cx.word(at).starts_with("ال");
    !OTHER.iter().any(|class| cx.sense(at, *class).is_some())
        && !joined.iter().any(|clitic| token.clitics.has(*clitic))
        && !inflected(cx.word(at))
        && !adverb
        && !is_addressee(cx, at)
        && cx.word(at).chars().count() > 2
        && !["لل", "بال", "الذي", "التي", "هذا", "هذه", "ذلك"]
            .iter()
            .any(|w| cx.word(at).starts_with(w))
}

/// «إن … قال»: an unknown word between the head of a clause and a verb of saying.
fn before_saying(cx: &Context, at: usize) -> Option<Mention> {
    let said = matches!(
        cx.word(at + 1),
        "قال" | "قالت" | "اكد" | "اكدت" | "صرح" | "صرحت" | "اوضح" | "اوضحت"
    );
    let head = at.checked_sub(1).is_none_or(|before| {
        cx.is_break(before) || cx.is_sign(before, '.') || matches!(cx.word(before), "ان" | "لكن")
    });
    if !said || !head || cx.word(at).starts_with("ال") {
        return None;
    }
    let end = name_end(cx, at, Anchor::Title).filter(|end| *end == at + 1)?;
    (!common::is_common(cx, at..end)).then(|| Mention::new(Sort::Person, at..end))
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
    // «رئيستها التنفيذية فلانة»: one adjective may stand between.
    let adjective = cx.word(at + 1).starts_with("ال") && !given_sense(cx, at + 1);
    let past = || adjective.then(|| name_after(cx, at + 2)).flatten();
    let past = past().filter(|name| name.len() > 1);
    let name = past.or_else(|| name_after(cx, at + 1)).filter(|name| !name.is_empty())?;
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
    let pronoun = raw.ends_with('ه') && raw.chars().count() >= 4 && !raw.starts_with("عبد");
    raw.starts_with("لإ") || raw.starts_with("لأ") || cx.word(at).ends_with("تنا") || pronoun
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

/// Endings of family names that Arabic words do not have, of those with the last letter of `word`.
fn foreign_endings(word: &str) -> &'static [&'static str] {
    match word.chars().next_back() {
        Some('ا') => &["وفا"],
        Some('ج') => &["بيرج"],
        Some('س') => &["اكيس", "بولوس", "يديس"],
        Some('ش') => &["يتش", "يفيتش"],
        Some('غ') => &["بيرغ", "بورغ"],
        Some('ف') => &["وف"],
        Some('ك') => &["تشوك"],
        Some('ن') => &["ستاين", "شتاين", "سون", "سن"],
        Some('ه') => &["دزه", "ييه"],
        Some('و') => &["نكو", "اندو", "اردو", "ينهو"],
        Some('ي') => &["سكي", "فسكي", "شفيلي"],
        _ => &[],
    }
}

/// Whether a word is spelt as a foreign family name.
fn is_foreign(word: &str) -> bool {
    // The bytes that these letters have, before they are looked for.
    let persian = word.bytes().any(|byte| matches!(byte, 0xDA | 0xBE));
    (persian && word.contains(['پ', 'چ', 'ڤ', 'گ']))
        || (foreign_endings(word).iter().any(|ending| word.ends_with(ending))
            && word.chars().count() >= 5)
}
