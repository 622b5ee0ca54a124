//! What a ship is called: «ناقلة الغاز «…»», «السفينة واسمها «…»».
//!
//! Begin with [`read`]. A name in quotation marks stands behind the vessel, with what it carries or where
//! it is from between the two; behind a preposition it is somebody else's.

use std::ops::Range;

use super::{Claim, push};
use crate::facts::name::canonical;
use crate::facts::{Context, Fact};

const KEY: &str = "ship.name";

/// One vessel, without its article.
const VESSELS: &[&str] = &[
    "سفينه",
    "ناقله",
    "باخره",
    "عباره",
    "يخت",
    "قارب",
    "زورق",
    "مركب",
    "بارجه",
    "فرقاطه",
    "غواصه",
];
/// Words between a vessel and its name that say of whose or of what kind it is, or where.
#[rustfmt::skip]
const OF_OTHERS: &[&str] = &[
    "شركه", "منظمه", "وكاله", "تابعه", "التابعه", "جمعيه", "موسسه", "طراز", "نوع", "فيه", "من", "الي", "في", "قبل", "علي",
    "عن", "مع", "ان", "هيئه", "ميناء", "مشروع", "منصه", "صحيفه", "قناه", "موقع",
];
/// Words between a vessel and its name at most.
const BETWEEN: usize = 3;
/// Words of a name at most: longer ones are somebody's speech.
const LONGEST: usize = 3;

/// Adds the ships that one sentence names.
pub fn read(cx: &Context, sentence: Range<usize>, facts: &mut Vec<Fact>) {
    for at in sentence.clone() {
        let Some(end) = quoted(cx, at, sentence.end).filter(|_| is_of_vessel(cx, at)) else {
            continue;
        };
        let words: Vec<&str> = (at + 1..end).map(|i| cx.word(i)).collect();
        let called = canonical(&words.join(" "));
        push(cx, Claim::named(cx, (KEY, "vessel"), at + 1..end, called), facts);
    }
}

/// Where a few words in quotation marks end that open at `at`.
fn quoted(cx: &Context, at: usize, end: usize) -> Option<usize> {
    let is = |at: usize, signs: &[char]| signs.iter().any(|sign| cx.is_sign(at, *sign));
    if !is(at, &['«', '"', '“']) {
        return None;
    }
    let last = (at + 1..end.min(at + 2 + LONGEST)).find(|i| !cx.is_word(*i))?;
    (last > at + 1 && is(last, &['»', '"', '”'])).then_some(last)
}

/// Whether what is quoted at `at` stands behind one vessel.
fn is_of_vessel(cx: &Context, at: usize) -> bool {
    let before = (at.saturating_sub(BETWEEN + 1)..at).rev().take_while(|i| cx.is_word(*i));
    for i in before {
        let word = cx.word(i);
        if is_vessel(word) {
            return true;
        }
        if OF_OTHERS.contains(&word) || word.starts_with("لل") || word.starts_with("لا") {
            return false;
        }
    }
    false
}

fn is_vessel(word: &str) -> bool {
    let is = |word: &str| {
        let bare = word.strip_prefix("ال").unwrap_or(word);
        VESSELS.contains(&bare) || word.strip_prefix("لل").is_some_and(|w| VESSELS.contains(&w))
    };
    is(word) || word.strip_prefix(['و', 'ف', 'ب', 'ل']).is_some_and(is)
}

#[cfg(test)]
mod tests {
    use crate::facts::extract;
    use crate::facts::testing::article;

    fn names(text: &str) -> Vec<String> {
        let report = article(text, "2026-05-04");
        let facts = extract(&report).facts.into_iter().filter(|fact| fact.rule == "vessel");
        facts.map(|fact| report.text.slice(fact.span).unwrap_or_default().to_owned()).collect()
    }

    #[test]
    fn a_ship_is_called_by_what_is_quoted_behind_it() {
        assert_eq!(names("غرقت العبارة «نسيم البحر» قبالة سيدون."), ["نسيم البحر"]);
        assert_eq!(names("واحتجزت ناقلة النفط اليونانية \"أوريون\" أمس."), ["أوريون"]);
        assert_eq!(names("وكانت السفينة واسمها «بدر الغد» في طريقها."), ["بدر الغد"]);
    }

    #[test]
    fn what_is_quoted_behind_others_is_no_ship() {
        assert!(names("وقال قبطان السفينة: «نجونا».").is_empty());
        assert!(names("رست السفينة في ميناء «الأمل».").is_empty());
        assert!(names("وصلت سفينة تابعة لشركة «نورد» أمس.").is_empty());
        assert!(names("وقال إن السفينة «لن تعود إلى هنا قبل الصيف».").is_empty());
    }
}
