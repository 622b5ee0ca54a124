//! Figures that are names of models, and words that look like a figure: «طراز 787-9», «إف-16»; «سقف وأحد
//! جدران المبنى».

use super::context::Context;
use super::lexicon::Class;
use super::number::is_digits;
use super::quantities::counts;

/// «طراز 787-9», «بوينغ 737 ماكس», «إف-16», «إتش 2 إيه»: where the figure of a model ends.
pub fn model(cx: &Context, at: usize) -> Option<usize> {
    const MAKERS: [&str; 7] = ["بوينغ", "بوينج", "ايرباص", "امبراير", "سوخوي", "ميغ", "توبوليف"];
    #[rustfmt::skip]
    const LETTERS: [&str; 13] = [
        "اتش", "ايه", "بي", "سي", "دي", "اف", "جي", "كيو", "ار", "اس", "تي", "اكس", "كيه",
    ];
    if !is_digits(cx, at) {
        return None;
    }
    let dash = at.checked_sub(1).is_some_and(|i| cx.is_sign(i, '-') && cx.is_glued(i));
    let before = cx.word(at.checked_sub(1 + usize::from(dash))?);
    let bare = before.strip_prefix(['و', 'ب', 'ل']).unwrap_or(before);
    let called = matches!(bare, "طراز" | "الطراز" | "طرازات" | "موديل" | "الموديل");
    let lettered = LETTERS.contains(&before);
    let made = MAKERS.contains(&before) || MAKERS.contains(&bare);
    if !called && !((lettered || made) && !counts(cx, at + 1)) {
        return None;
    }
    let mut end = at + 1;
    if cx.is_sign(end, '-') && cx.is_glued(end) && cx.is_glued(end + 1) && is_digits(cx, end + 1) {
        end += 2;
    }
    Some(end)
}

/// «سقف وأحد جدران المبنى» is another word; «سنة مريخية واحدة» is a year of its own, and nothing is counted.
pub fn is_no_one(cx: &Context, at: usize) -> bool {
    match cx.word(at) {
        "واحد" | "وواحد" => {
            let raw = cx.token(at).and_then(|token| cx.text.slice(token.span)).unwrap_or_default();
            raw.starts_with("وأحد")
        }
        "واحده" => is_calendar(cx, at),
        _ => false,
    }
}

/// Whether an adjective of a unit of time stands before the word at `at`.
pub fn is_calendar(cx: &Context, at: usize) -> bool {
    let unit = at.checked_sub(2).is_some_and(|i| cx.is(i, Class::TimeUnit));
    let described = |i: usize| cx.word(i).ends_with("يه") && !cx.is(i, Class::TimeUnit);
    unit && at.checked_sub(1).is_some_and(described)
}
