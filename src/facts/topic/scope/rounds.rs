//! The rounds that a text names: «الجولة الأولى», «الدور الثاني».

use super::super::words::{Gap, Word};

/// A round that a text names, and whether what it tells is of that round («فاز في الجولة
/// الأولى») or looks ahead to it («تأهل إلى الجولة الثانية»).
#[derive(Debug)]
pub struct Round {
    pub at: usize,
    pub name: String,
    pub held: bool,
}

const ROUND_NOUNS: &[&str] = &["جوله", "دوره", "دور", "مرحله"];
const ORDINALS: &[(&str, &[&str])] = &[
    ("1", &["اولي", "اول", "لاولي"]),
    ("2", &["ثانيه", "ثاني", "اعاده"]),
    ("3", &["ثالثه", "ثالث"]),
    ("final", &["نهاييه", "نهايي", "ختاميه"]),
];
/// Words that look ahead: what follows them has not been held yet.
const AHEAD: &[&str] = &[
    "يتاهل",
    "تاهل",
    "تاهلا",
    "ليتاهلا",
    "ترشح",
    "ترشحت",
    "يخوض",
    "تخوض",
    "يتنافس",
    "مقرر",
    "تجري",
    "ستجري",
    "دعا",
    "دعوا",
    "يدعو",
    "يدعوان",
    "مقبله",
    "مقبل",
    "قادم",
    "قادمه",
    "يواجه",
    "سيواجه",
    "استعداد",
    "لصالح",
];

/// Every round that `words` name, in order.
pub fn rounds(words: &[Word]) -> Vec<Round> {
    words
        .windows(2)
        .enumerate()
        .filter_map(|(at, pair)| {
            let [noun, ordinal] = pair else { return None };
            if !noun.is(ROUND_NOUNS) || ordinal.gap > Gap::Mark {
                return None;
            }
            let name = ORDINALS.iter().find(|(_, forms)| ordinal.is(forms))?.0;
            Some(Round { at, name: name.to_owned(), held: !looks_ahead(words, at) })
        })
        .collect()
}

/// Whether the clause up to `at`, or the words right after it, look ahead.
fn looks_ahead(words: &[Word], at: usize) -> bool {
    let before =
        (0..at).rev().take(14).take_while(|i| words.get(i + 1).is_some_and(|w| w.gap < Gap::Comma));
    let clause = |i: &usize| words.get(*i).is_some_and(|word| word.gap < Gap::Comma);
    let after = ((at + 2)..(at + 6).min(words.len())).take_while(clause);
    let ahead = |i: usize| words.get(i).is_some_and(|word| word.is(AHEAD));
    before.chain(after).any(ahead)
}
