//! Reports whose own words say that what they tell came after something else: «بعد
//! أن كان», «أعيد فتح».

use crate::text::fold;

use super::super::align::Told;
use super::super::words::words_of;
use super::Stand;

/// Words of what was otherwise before.
const AGAIN: &[&str] = &[
    "اعيد",
    "اعادت",
    "اعاده",
    "استونفت",
    "استونف",
    "استيناف",
    "استانف",
    "استانفت",
    "مجددا",
    "عاد",
    "عادت",
    "عوده",
];
/// Words of a day that was another before.
const PUT_OFF: &[&str] = &[
    "تاجيل",
    "بتاجيل",
    "تاجل",
    "تاجلت",
    "اجلت",
    "ارجي",
    "ارجيت",
    "ارجات",
    "ارجاء",
    "بارجاء",
    "موجل",
    "موجله",
];
/// «بعد أن كان», «بعدما كانت».
const BEFORE: &[&[&str]] =
    &[&["بعد", "ان", "كان"], &["بعد", "ان", "كانت"], &["بعدما", "كان"], &["بعدما", "كانت"]];

/// Whether the words of one of two positions say that it was otherwise before.
pub fn is_told(a: &Stand, b: &Stand) -> bool {
    either(a, b, |told| says(told, AGAIN))
}

/// Whether the words of one of two days say that it was put off.
pub fn is_put_off(a: &Stand, b: &Stand) -> bool {
    either(a, b, |told| says(told, PUT_OFF))
}

fn either(a: &Stand, b: &Stand, says: impl Fn(&Told) -> bool) -> bool {
    a.told.iter().chain(&b.told).any(|told| says(told))
}

/// Whether the sentence of a claim has one of the words, or says what was before.
fn says(told: &Told, cues: &[&str]) -> bool {
    let sentence = told.article.text.slice(told.fact.sentence).unwrap_or_default();
    let folded = fold(sentence);
    let words: Vec<&str> = words_of(&folded).collect();
    let bare = |word: &str| word.strip_prefix('و').is_some_and(|rest| cues.contains(&rest));
    words.iter().any(|word| cues.contains(word) || bare(word))
        || BEFORE.iter().any(|run| words.windows(run.len()).any(|window| window == *run))
}
