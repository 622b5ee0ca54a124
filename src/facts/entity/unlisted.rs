//! Names that open with a word the lexicon does not know: after an office with a pronoun, after
//! a verb of saying, or in the shape of a foreign family name.
//!
//! Begin with [`name`].

use super::behind::{given_sense, name_after, raw};
use super::person::{Anchor, inflected, name_end, unknown};
use super::{Mention, Sort, common};
use crate::facts::lexicon::{self, Class, Clitics, Sense};
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
    let end = (at + 1..at + 4).find(|i| !names(cx, *i))?;
    if !(cx.is_sign(end, '(') || cx.is_sign(end, '،')) {
        return None;
    }
    let figure = cx.token(end + 1).is_some_and(|token| token.kind == TokenKind::Digits);
    let years = || matches!(cx.word(end + 2), "عاما" | "سنه" | "عام" | "ربيعا");
    // «سري واهيوني، البالغة من العمر»
    let aged = || matches!(cx.word(end + 1), "البالغ" | "البالغه") && cx.word(end + 2) == "من";
    let full = || end > at + 1 && !common::is_common(cx, at..at + 1) && !looks_like_verb(cx, at);
    let told = figure && years() || aged();
    (told && (cx.word(at).starts_with("ال") || full())).then(|| Mention::new(Sort::Person, at..end))
}

/// A short word with the prefix of the imperfect («تجلس»).
fn looks_like_verb(cx: &Context, at: usize) -> bool {
    cx.word(at).starts_with(['ي', 'ت', 'ن', 'س', 'و', 'ف', 'ل', 'ب'])
        && cx.word(at).chars().count() <= 5
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
    const SAYS: [&str; 10] =
        ["قال", "يقول", "تقول", "صرح", "يصرح", "ذكر", "افاد", "اوضح", "روي", "حكي"];
    let before = at.checked_sub(1)?;
    if !is_finite_saying(cx, before) {
        return None;
    }
    let verb = cx.word(before).trim_start_matches(['و', 'ف']);
    // «نصح المزارعين»: whom, for the ending is no subject's.
    let object =
        cx.word(at).starts_with("ال") && cx.word(at).ends_with("ين") && cx.word(at).len() > 12;
    // «نفى وجود خلاف»: most verbs of saying have objects, which no «ال» tells from their subjects.
    let says = SAYS.iter().any(|says| verb.starts_with(says));
    let word = cx.word(at);
    let done = || common::verbal_noun(word.trim_start_matches("ال"));
    let whose = says || word.starts_with("ال") && !done() || is_dual(word);
    if object || !whose || !noun(cx, at) {
        return None;
    }
    let mut end = at + 1;
    // «أعلنت شركتا طيران أن»: the dual without its ن wants the noun behind it.
    let two = is_dual(word);
    if two && noun(cx, end) {
        end += 1;
    }
    let adjective = |at: usize| cx.word(at).starts_with("ال") || cx.is(at, Class::Nisba);
    while end < at + 5 && adjective(end) && noun(cx, end) && !given_sense(cx, end) {
        end += 1;
    }
    // «رفض العرض قائلا»: what he refused.
    let object = !says && matches!(cx.word(end), "قايلا" | "قايله" | "بالقول" | "بقوله" | "بقولها");
    if object || !introduces_words(cx, end, says || two) {
        return None;
    }
    // «روى بائع الفاكهة غلام رسول (45 سنة)»
    let name = name_end(cx, end, Anchor::Title).filter(|stop| {
        *stop > end + 1 && !common::is_common(cx, end..*stop) && ends_of_name(cx, *stop)
    });
    if let Some(stop) = name {
        let mut mention = Mention::new(Sort::Person, end..stop);
        mention.whole = at..stop;
        return Some(mention);
    }
    Some(Mention::new(Sort::Described, at..end))
}

/// «شركتا», «وزارتا»: two of a feminine noun, with what they are of behind them.
pub(super) fn is_dual(word: &str) -> bool {
    word.strip_suffix("تا").is_some_and(|stem| {
        stem.chars().count() >= 3 && lexicon::exact(&format!("{stem}ه")).is_some()
    })
}

/// A verb of saying that a subject may follow.
pub(super) fn is_finite_saying(cx: &Context, at: usize) -> bool {
    const OTHER: [&str; 5] = ["written", "passive", "rate", "call", "told"];
    let Some(saying) = cx.word_sense(at, Class::Saying) else { return false };
    let verb = cx.word(at).trim_start_matches(['و', 'ف']);
    !OTHER.contains(&saying.id) && !verb.ends_with(['ا', 'ه']) && !verb.starts_with("ال")
}

/// A sign, «إن», or whom somebody spoke to («لـ»): no name goes on there.
fn ends_of_name(cx: &Context, at: usize) -> bool {
    !cx.is_word(at)
        || cx.sense(at, Class::That).is_some()
        || cx.word(at).starts_with('ل')
        || matches!(cx.word(at), "في" | "خلال" | "ان")
}

/// Whether a colon or a mark follows before another clause begins, or «أن» where it may.
fn introduces_words(cx: &Context, from: usize, that: bool) -> bool {
    for at in from..from + 8 {
        match cx.token(at).map(|token| token.kind) {
            Some(TokenKind::Sign(':' | '"' | '“' | '«' | '”')) => return true,
            Some(TokenKind::Sign('،' | '(' | ')')) => {}
            Some(TokenKind::Word) if !cx.is(at, Class::That) => {}
            Some(TokenKind::Word) => return that,
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
    let adverb =
        cx.word(at).ends_with('ا') && !cx.word(at).starts_with("ال") && !is_dual(cx.word(at));
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

/// «أمينها العام …»: with the name behind it, or what the office is of before the name.
pub(super) fn secretary(cx: &Context, at: usize) -> Option<Mention> {
    let office = cx.word(at).trim_start_matches('و');
    let general = matches!(office, "امينه" | "امينها" | "امينتها" | "امينته" | "امينهم")
        && cx.word(at + 1).starts_with("العام");
    if !general {
        return None;
    }
    possessed(cx, at).or_else(|| {
        let end =
            (at + 2..at + 7).find(|i| !["ال", "لل"].iter().any(|t| cx.word(*i).starts_with(t)))?;
        let mut mention = Mention::new(Sort::Described, at..end);
        mention.role = Some("secretary-general");
        Some(mention)
    })
}

/// «زعيمه …», «مدربها …»: an office with a pronoun, and the name after it.
pub(super) fn possessed(cx: &Context, at: usize) -> Option<Mention> {
    let word = cx.word(at);
    let office = ["هما", "هم", "ها", "ه"].iter().find_map(|pronoun| word.strip_suffix(pronoun))?;
    // «وزيرتها» is written with the ت that its ة turns into.
    let feminine = || {
        let stem = office.strip_suffix('ت')?;
        lexicon::exact(&format!("{stem}ه"))?.sense(Class::Title)
    };
    // «أمينها العام»: an office of two words.
    let adjective = cx.word(at + 1).strip_prefix("ال").unwrap_or_default();
    let general =
        matches!(office.trim_start_matches('و'), "امين" | "امينت") && adjective.starts_with("عام");
    let plain = || lexicon::find(office)?.entry.sense(Class::Title);
    let single = |sense: Sense| sense.value.total_cmp(&0.0).is_eq().then_some(sense.id);
    let role =
        if general { "secretary-general" } else { plain().or_else(feminine).and_then(single)? };
    // «رئيستها التنفيذية فلانة»: one adjective may stand between.
    let adjective = cx.word(at + 1).starts_with("ال") && !given_sense(cx, at + 1);
    let past = || adjective.then(|| name_after(cx, at + 2)).flatten();
    let past = past().filter(|name| name.len() > 1);
    let name = past.or_else(|| name_after(cx, at + 1)).filter(|name| !name.is_empty())?;
    let sure = name.len() > 1 || given_sense(cx, name.start);
    let mut mention = Mention::new(Sort::Person, name);
    mention.whole = at..mention.name.end;
    mention.role = Some(role);
    sure.then_some(mention)
}

/// An unknown word right after a verb of saying is its subject («وأضاف …»).
fn after_saying(cx: &Context, at: usize) -> Option<Mention> {
    let before = at.checked_sub(1)?;
    let (sense, words) = cx.sense(before, Class::Saying)?;
    // «بين يدي فلان»: between.
    let between = cx.word(before) == "بين";
    let finite = words == 1 && !between && !matches!(sense.id, "written" | "passive" | "rate");
    let object = cx.word(before).ends_with('ا') || cx.word(before).ends_with('ه');
    if !finite || object || is_addressee(cx, at) || is_dual(cx.word(at)) {
        return None;
    }
    name_end(cx, at, Anchor::Title)
        .filter(|end| given_sense(cx, at) || !common::is_common(cx, at..*end))
        .filter(|end| *end > at + 1 || !is_calling(cx, at))
        .filter(|end| *end < at + 3 || !is_held(cx, at))
        .map(|end| Mention::new(Sort::Person, at..end))
}

/// «مربي الماشية فلان»: an unknown noun with what it is of, before the name.
fn is_held(cx: &Context, at: usize) -> bool {
    let of = cx.word(at + 1).starts_with("ال") && !cx.word(at + 1).ends_with('ي');
    of && !given_sense(cx, at) && !cx.word(at).starts_with("ال") && !given_sense(cx, at + 1)
}

/// «قال المتنبئ الجوي», «قالت النحالة فلانة»: a definite word with an adjective or a name behind it says
/// what somebody is.
fn is_calling(cx: &Context, at: usize) -> bool {
    let next = at + 1;
    let named = given_sense(cx, next) || unknown(cx, next) && !cx.word(next).ends_with('ا');
    // «قالت سائحة سويدية»
    let told = cx.is(next, Class::Nisba) && cx.word(at).ends_with('ه');
    let definite = cx.word(at).starts_with("ال") && (cx.word(next).starts_with("ال") || named);
    // «قالت عالمة الفيروسات»
    let plural = ["ات", "ون", "ين"].iter().any(|end| cx.word(next).ends_with(end));
    let feminine = cx.word(at).ends_with(['ه', 'و']) && !cx.word(next).ends_with('ي');
    let of = cx.word(next).starts_with("ال") && (plural || feminine);
    cx.is_word(next) && (definite || (told || of) && !given_sense(cx, at))
}

/// «قال حازم البدري»: a word that is more than a name, behind a verb of saying and before another of
/// a name.
pub(super) fn weak_name(cx: &Context, at: usize) -> Option<Mention> {
    let opens = given_sense(cx, at) || cx.is(at, Class::NameParticle);
    opens.then(|| after_saying(cx, at)).flatten().filter(|mention| mention.name.len() > 1)
}

/// «لإذاعتنا», «لأنصاره»: written with a hamza after its ل, it is whom somebody spoke to.
fn is_addressee(cx: &Context, at: usize) -> bool {
    let raw = raw(cx, at);
    let pronoun = raw.ends_with('ه') && raw.chars().count() >= 4 && !raw.starts_with("عبد");
    let pronouns = matches!(cx.word(at), "لنا" | "له" | "لها" | "لهم" | "لي" | "اليه" | "اليها");
    pronouns
        || raw.starts_with("لإ")
        || raw.starts_with("لأ")
        || cx.word(at).ends_with("تنا")
        || pronoun
}

/// Two or three unknown words of which one is shaped like a foreign family name.
fn foreign(cx: &Context, at: usize) -> Option<Mention> {
    let verb = cx.word(at).starts_with(['ي', 'ت', 'س', 'ل', 'ب', 'و']) && !is_foreign(cx.word(at));
    if verb || [at, at + 1].iter().any(|i| cx.word(*i).starts_with("ال")) {
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
