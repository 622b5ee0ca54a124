//! In which country something was made: «ألماني الصنع», «من إنتاج شركة … الألمانية», «صنعت في ألمانيا».
//!
//! Begin with [`read`]. A country's adjective alone is that of whoever has the thing as often as not; one
//! of these words beside it says that it was made there.

use std::ops::Range;

use super::{Claim, country, push};
use crate::facts::lexicon::{Class, Classes};
use crate::facts::{Context, Fact};

/// What tells of a country.
pub const COUNTRIES: Classes = Classes::of(&[Class::Nisba, Class::Place]);

const KEY: &str = "product.made_in";

/// What something is of: «من إنتاج …», «من صنع …».
const MAKING: &[&str] = &["انتاج", "صنع", "صناعه", "تصنيع"];
/// Whose make it is.
const MAKERS: &[&str] = &["شركه", "مجموعه", "مصنع", "مصانع", "معمل", "عملاق"];
/// «صنعت في …»
#[rustfmt::skip]
const MADE: &[&str] = &[
    "صنع", "صنعت", "صنعها", "مصنوع", "مصنوعه", "المصنوع", "المصنوعه", "مصنعه", "المصنعه", "المصنع",
];
/// Tokens of a maker's name between it and its country at most, marks of quotation among them.
const NAME: usize = 5;

/// Adds the countries of one sentence in which something was made.
pub fn read(cx: &Context, sentence: Range<usize>, facts: &mut Vec<Fact>) {
    for at in sentence.clone() {
        let found =
            of_make(cx, at).or_else(|| of_maker(cx, at, sentence.end)).or_else(|| made(cx, at));
        let Some((country, place)) = found else { continue };
        let tokens = place..place + 1;
        push(cx, Claim::named(cx, (KEY, "made_in"), tokens, country.to_owned()), facts);
    }
}

/// «سويسرية الصنع»
fn of_make<'c>(cx: &Context<'c>, at: usize) -> Option<(&'c str, usize)> {
    let made = matches!(cx.word(at + 1), "الصنع" | "الصناعه" | "المنشا");
    made.then(|| country(cx, at, Class::Nisba)).flatten().map(|country| (country, at))
}

/// «من صنع ألماني», «من إنتاج شركة … الألمانية»
fn of_maker<'c>(cx: &Context<'c>, at: usize, end: usize) -> Option<(&'c str, usize)> {
    if cx.word(at) != "من" || !MAKING.contains(&cx.word(at + 1)) {
        return None;
    }
    if let Some(country) = country(cx, at + 2, Class::Nisba) {
        return Some((country, at + 2));
    }
    if !MAKERS.contains(&cx.word(at + 2)) {
        return None;
    }
    let mut name = at + 3..end.min(at + 3 + NAME);
    let place = name.find(|place| cx.is(*place, Class::Nisba))?;
    let ended = (at + 3..place).any(|i| cx.is_sign(i, '،') || cx.is_sign(i, ','));
    (!ended).then(|| country(cx, place, Class::Nisba)).flatten().map(|country| (country, place))
}

/// «صنعت في ألمانيا»
fn made<'c>(cx: &Context<'c>, at: usize) -> Option<(&'c str, usize)> {
    let bare = cx.word(at).strip_prefix('و').unwrap_or(cx.word(at));
    if !MADE.contains(&bare) && !MADE.contains(&cx.word(at)) || cx.word(at + 1) != "في" {
        return None;
    }
    Some((country(cx, at + 2, Class::Place)?, at + 2))
}

#[cfg(test)]
mod tests {
    use crate::facts::testing::article;
    use crate::facts::{Value, extract};

    fn countries(text: &str) -> Vec<String> {
        let report = article(text, "2026-05-04");
        let facts = extract(&report).facts.into_iter().filter(|fact| fact.rule == "made_in");
        let of = |fact: crate::facts::Fact| match fact.value {
            Value::Name(name) => name.canonical,
            other => panic!("no country: {other:?}"),
        };
        facts.map(of).collect()
    }

    #[test]
    fn a_thing_is_made_in_the_country_of_its_make_or_its_maker() {
        assert_eq!(countries("تسلم المستشفى جهازا يابانيّ الصنع."), ["jp"]);
        assert_eq!(countries("عثر على مسدس تركي الصنع في السيارة."), ["tr"]);
        assert_eq!(countries("والجهاز من إنتاج شركة «نورد» السويدية."), ["se"]);
        assert_eq!(countries("والمولدات من صنع ألماني."), ["de"]);
        assert_eq!(countries("أجهزة صنعت في الصين."), ["cn"]);
    }

    #[test]
    fn an_adjective_alone_says_nothing_of_the_make() {
        assert!(countries("أعلنت شركة «نورد» السويدية نتائجها.").is_empty());
        assert!(countries("دعا إلى تطوير الصناعة السورية.").is_empty());
        assert!(countries("زاد ما تستورده من إنتاج القمح، وقالت الحكومة الفرنسية ذلك.").is_empty());
    }
}
