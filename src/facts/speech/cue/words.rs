//! Words that open, close or carry on speech, by their class or their form.

use super::{Class, Context, Kind, Mention, Sort};

/// «أن» that opens reported speech; not that of «بعد أن», «دون أن», «غير أن».
pub fn is_that(cx: &Context, at: usize) -> bool {
    const OTHERS: [&str; 10] =
        ["بعد", "قبل", "منذ", "دون", "بدون", "غير", "الا", "رغم", "قبيل", "لولا"];
    cx.is(at, Class::That)
        && !at.checked_sub(1).is_some_and(|before| OTHERS.contains(&cx.word(before)))
        && !is_letter(cx, at)
}

/// «سي إن إن», «ان بي سي»: the letter N in the name of a broadcaster.
fn is_letter(cx: &Context, at: usize) -> bool {
    const LETTERS: [&str; 8] = ["سي", "بي", "تي", "دي", "اتش", "ار", "اف", "جي"];
    let ahead = if cx.is_sign(at + 1, '.') { at + 2 } else { at + 1 };
    let back = |at: usize| {
        let before = at.checked_sub(1)?;
        if cx.is_sign(before, '.') { before.checked_sub(1) } else { Some(before) }
    };
    let Some(before) = back(at) else { return false };
    let letter = |at: usize| LETTERS.contains(&cx.word(at));
    // «سي إن إن إن»: the second closes the name.
    let second = || cx.word(before) == "ان" && back(before).is_some_and(letter);
    letter(before) || second() || letter(ahead) && !cx.is_word(before)
}

/// People, bodies and media speak; so do states and their capitals («أعلنت موسكو»).
pub(super) fn speaks(mention: &Mention) -> bool {
    match mention.sort {
        Sort::Place => {
            mention.id.is_some_and(|id| id.matches('/').count() < 2 && !id.starts_with("sea/"))
        }
        _ => mention.can_speak(),
    }
}

pub(super) fn sort_of(id: &str) -> Kind {
    match id {
        "call" => Kind::Call,
        "talk" => Kind::Talk,
        "told" => Kind::Told,
        "rate" => Kind::Rate,
        "chant" => Kind::Chant,
        "report" => Kind::Report,
        "written" => Kind::Written,
        "passive" => Kind::Passive,
        _ => Kind::Say,
    }
}

/// «بالقول», «بعبارة»: the words of whoever acts in the sentence.
pub(super) fn by_saying(word: &str) -> bool {
    matches!(word, "بالقول" | "بقوله" | "بقولها" | "بقولهم" | "بقولهما" | "بعباره")
}

/// «قوله», «قولها»: the words of whoever was named before.
pub(super) fn possessive(word: &str) -> bool {
    matches!(word, "قوله" | "قولها" | "قولهم" | "قولهما")
}

/// An active participle in the accusative («مشيرا», «قائلة»).
pub(super) fn participle(word: &str) -> bool {
    // «واصفا» begins with a letter of its own.
    let formed = |word: &str| word.starts_with('م') || word.chars().nth(1) == Some('ا');
    let bare = word.strip_prefix('و').unwrap_or(word);
    (formed(word) || formed(bare))
        && (word.ends_with('ا') || word.ends_with('ه') || word.ends_with("ين"))
        && !word.starts_with("ال")
        && word.chars().count() >= 5
}

/// «ذكرت», «أوضحت»: a perfect of the feminine.
pub(super) fn is_feminine_verb(word: &str) -> bool {
    word.ends_with('ت') && word.chars().count() >= 4
}

/// Verbs that go on with the same speaker.
pub(super) fn goes_on(word: &str) -> bool {
    let word = word.strip_prefix(['و', 'ف']).unwrap_or(word);
    ["اضاف", "تابع", "اردف", "استطرد", "ختم", "اختتم", "اكمل", "واصل", "استدرك", "مضي"]
        .iter()
        .any(|verb| word.starts_with(verb))
}

/// Words for whoever speaks, whoever that is.
pub(super) fn is_any(word: &str) -> bool {
    const ANY: [&str; 9] = [
        "المتحدث",
        "المتحدثه",
        "المسوول",
        "المسووله",
        "المسيول",
        "المتكلم",
        "المتدخل",
        "الناطق",
        "المعني",
    ];
    ANY.contains(&word)
}

/// «ذاته», «نفسها»: the one who was spoken of.
pub(super) fn is_self(word: &str) -> bool {
    matches!(word, "ذاته" | "ذاتها" | "نفسه" | "نفسها" | "عينه" | "عينها" | "المذكور" | "المذكوره")
}

/// «سيادته», «معاليه»: whoever is spoken of, with respect.
pub(super) fn is_honorific(word: &str) -> bool {
    matches!(
        word,
        "سيادته"
            | "سيادتها"
            | "معاليه"
            | "معاليها"
            | "فخامته"
            | "جلالته"
            | "سموه"
            | "فضيلته"
            | "حضرته"
            | "محدثنا"
            | "محدثتنا"
    )
}
