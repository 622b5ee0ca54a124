//! «القتيل الوحيد», «حالة الطرد الوحيدة», «وهما الوحيدان على متنها»: no more than one or two of them.

use super::Amount;
use crate::facts::Kind;
use crate::facts::context::Context;
use crate::facts::value::{Quantity, Unit};

/// «وحيد» with its article, folded, and how many each is; «الواحد» points at one of many.
const ONLY: &[(&str, f64)] = &[
    ("الوحيد", 1.0),
    ("الوحيده", 1.0),
    ("الوحيدان", 2.0),
    ("الوحيدين", 2.0),
    ("الوحيدتان", 2.0),
    ("الوحيدتين", 2.0),
];
/// Nouns that an event leaves so many of, folded, without the article and the ending of the dual. Of
/// anything else («الحل الوحيد», «ابنه الوحيد») the only one is told for its own sake.
#[rustfmt::skip]
const LEFT: &[&str] = &[
    "قتيل", "ضحيه", "ضحيت", "جريح", "مصاب", "مصابه", "ناجي", "ناجيه", "متوفي", "مفقود", "موقوف", "معتقل",
    "محتجز", "راكب", "مسافر", "غايب", "مرشح", "مرشحه", "مترشح", "متقدم", "شهيد", "عارض",
];
/// The same where «حالة» stands before them.
const CASES: &[&str] = &["طرد", "وفاه", "اصابه", "غش", "غياب", "انسحاب", "تسمم"];
const CASE: &[&str] = &["حاله", "حالتا", "حالتي"];
/// Words before the only ones who were on board that take them up: «وهما», «كانا».
const THEY: &[&str] = &["هما", "وهما", "كانا", "وكانا", "هو", "وهو", "هي", "وهي", "كان", "كانت"];
/// What narrows the only one to a few: «الناجي الوحيد من أسرته».
const FEW: &[&str] =
    &["اسرته", "اسرتها", "اسرتهم", "عايلته", "عايلتها", "عايلتهم", "ابنايه", "نوعه", "نوعها"];

/// So many as «الوحيد» at `at` leaves.
pub(super) fn sole(cx: &Context, at: usize, free: usize) -> Option<Amount> {
    let (_, figure) = ONLY.iter().find(|(form, _)| *form == cx.word(at))?;
    if (at + 1..at + 4).any(|i| FEW.contains(&cx.word(i))) {
        return None;
    }
    let start = noun(cx, at, free)?;
    let quantity = Quantity::exact(*figure, Unit::Of("person".to_owned()));
    Some(Amount { kind: Kind::Count, quantity, start, end: at + 1, scale: 1.0, rule: "count.only" })
}

/// Where the noun begins that is the only one.
fn noun(cx: &Context, at: usize, free: usize) -> Option<usize> {
    let back = |steps: usize| at.checked_sub(steps).filter(|i| *i >= free).map(|i| (i, cx.word(i)));
    let (last, word) = back(1)?;
    let bare = word.trim_start_matches(['و', 'ف', 'ب']);
    let bare = bare.strip_prefix("ال").or_else(|| bare.strip_prefix("لل")).unwrap_or(bare);
    let dual = bare.strip_suffix("ان").or_else(|| bare.strip_suffix("ين"));
    if LEFT.contains(&bare) || dual.is_some_and(|stem| LEFT.contains(&stem)) {
        return Some(last);
    }
    if CASES.contains(&bare) {
        return back(2).filter(|(_, word)| CASE.contains(word)).map(|(first, _)| first);
    }
    let aboard = cx.word(at + 1) == "علي" && cx.word(at + 2).starts_with("متن");
    (aboard && THEY.contains(&word)).then_some(at)
}

#[cfg(test)]
mod tests {
    use crate::facts::testing::article;
    use crate::facts::{Value, extract};

    fn only(text: &str) -> Vec<(String, f64, String)> {
        let article = article(text, "2031-05-12");
        let facts = extract(&article).facts.into_iter().filter(|fact| fact.rule == "count.only");
        let told = facts.filter_map(|fact| match fact.value {
            Value::Quantity(figure) => Some((
                article.text.slice(fact.span)?.to_owned(),
                figure.low,
                fact.topic.key.into_owned(),
            )),
            _ => None,
        });
        told.collect()
    }

    #[test]
    fn the_only_ones_are_counted() {
        for (text, words, low, topic) in [
            ("وكان القتيل الوحيد في الحادث رجلا مسنا.", "القتيل الوحيد", 1.0, "toll.killed"),
            (
                "وأنهى الفريق المباراة بعد حالة الطرد الوحيدة في اللقاء.",
                "حالة الطرد الوحيدة",
                1.0,
                "cards.red",
            ),
            (
                "تحطمت المروحية، والطيار ومرافقه هما الوحيدان على متنها.",
                "الوحيدان",
                2.0,
                "aboard.count",
            ),
        ] {
            assert_eq!(only(text), [(words.to_owned(), low, topic.to_owned())], "{text}");
        }
    }

    #[test]
    fn what_is_told_for_its_own_sake_is_not() {
        for text in [
            "قتل في الغارة ابنه الوحيد.",
            "والتفاوض هو الحل الوحيد.",
            "الناجي الوحيد من أسرته طفل في الخامسة.",
            "هذا هو المطار الوحيد في الولاية.",
        ] {
            assert!(only(text).is_empty(), "{text}");
        }
    }
}
