//! Which place something has among its kind: «ثاني أكبر ميناء في البلاد», «أكبر ميناء في البلاد».
//!
//! Begin with [`read`]. The most of a kind is a place only where it is said among which others; one
//! of the greatest («من أكبر الموانئ») has none.

use std::ops::Range;

use super::{Claim, push};
use crate::facts::lexicon::Class;
use crate::facts::topic::{STANDING, family, stem};
use crate::facts::{Context, Facet, Fact, Kind, Mode, Quantity, Unit, Value};

/// Tokens behind the noun within which it is said among which others.
const REACH: usize = 8;
/// Superlatives of one meaning, the first of which stands for all.
const ALIKE: &[&[&str]] = &[
    &["اكبر", "اضخم", "اعظم", "اثقل"],
    &["اعلي", "ارفع"],
    &["اسوا", "اشد", "اعنف"],
    &["اغلي", "اثمن"],
];

/// Words behind a superlative that is of nothing: «أكبر من», «أعلى على».
const NO_NOUN: &[&str] = &["مما", "منه", "منها", "علي", "الي", "بكثير", "قليلا"];

/// Adds the places of one sentence.
pub fn read(cx: &Context, sentence: Range<usize>, facts: &mut Vec<Fact>) {
    for at in sentence.clone() {
        let Some((most, noun)) = superlative(cx, at) else { continue };
        let (place, start) = match before(cx, at) {
            Some(found) => found,
            None if is_of_another(cx, at) => continue,
            None => (1, at),
        };
        let (bound, region) = among(cx, noun + 1, sentence.end);
        if place == 1 && !bound {
            continue;
        }
        let claim = Claim {
            kind: Kind::Ordinal,
            key: STANDING.into(),
            value: Value::Quantity(Quantity::exact(f64::from(place), Unit::None)),
            tokens: start..noun + 1,
            mode: Mode::Fact,
            rule: "standing",
        };
        push(cx, claim, facts);
        if let Some(fact) = facts.last_mut() {
            let kind = [(Facet::Per, most.to_owned()), (Facet::Agent, noun_of(cx, noun))];
            let region = region.map(|region| (Facet::Place, region.to_owned()));
            fact.topic.scope = kind.into_iter().chain(region).collect();
        }
    }
}

/// The superlative at `at` and the token of the indefinite noun that it is of.
fn superlative<'c>(cx: &Context<'c>, at: usize) -> Option<(&'c str, usize)> {
    let word = cx.word(at);
    let (_, words) = cx.sense(at, Class::Superlative)?;
    let noun = at + words;
    let of = cx.word(noun);
    // «ثاني أكبر الموانئ»: of a place behind the first the noun may be those that it is among.
    let among = || before(cx, at).is_some() && !["ين", "ون"].iter().any(|end| of.ends_with(end));
    let indefinite =
        cx.is_word(noun) && of.chars().count() > 2 && (!of.starts_with("ال") || among());
    let known = words == 1 && word.starts_with('ا') && indefinite && !NO_NOUN.contains(&of);
    let alike = || ALIKE.iter().find(|alike| alike.contains(&word));
    known.then(|| (alike().and_then(|alike| alike.first()).copied().unwrap_or(word), noun))
}

/// The kind of thing, by its family where it has one.
fn noun_of(cx: &Context, noun: usize) -> String {
    let word = cx.word(noun);
    let word = word.strip_prefix("ال").unwrap_or(word);
    family(word).unwrap_or_else(|| stem(word)).to_owned()
}

/// «ثاني أكبر»: the place that stands before the superlative, and its token.
fn before(cx: &Context, at: usize) -> Option<(u8, usize)> {
    const LAST: f64 = 10.0;
    let before = at.checked_sub(1)?;
    let place = cx.word_sense(before, Class::Ordinal)?.value;
    let plain = !cx.word(before).starts_with("ال") && (2.0..=LAST).contains(&place);
    plain.then_some((place as u8, before))
}

/// «من أكبر», «أحد أكبر», and «بعد أكبر»: one of several, or another one.
fn is_of_another(cx: &Context, at: usize) -> bool {
    #[rustfmt::skip]
    const OF: &[&str] = &[
        "من", "احد", "احدي", "بين", "ضمن", "واحد", "واحده", "لا", "ليس", "ليست", "بعد", "قبل", "في", "علي", "الي",
        "عن", "مع", "امام", "قرب", "خلف", "ثاني", "بجوار",
    ];
    at.checked_sub(1).is_some_and(|before| OF.contains(&cx.word(before)))
}

/// Whether the clause says among which others, and the country or region where it does.
fn among<'c>(cx: &Context<'c>, from: usize, end: usize) -> (bool, Option<&'c str>) {
    const EVER: [&str; 9] =
        ["تاريخ", "تاريخه", "تاريخها", "العالم", "عالميا", "عربيا", "الاطلاق", "نوعه", "نوعها"];
    const LANDS: [&str; 6] = ["البلاد", "المملكه", "السلطنه", "الجمهوريه", "القاره", "الاقليم"];
    let clause = from..end.min(from + REACH);
    let clause = clause.take_while(|&at| cx.is_word(at) && !cx.is(at, Class::That));
    let mut bound = false;
    for at in clause {
        let (word, previous) = (cx.word(at), cx.word(at - 1));
        let place = cx.sense(at, Class::Place).filter(|_| matches!(previous, "في" | "علي"));
        if let Some((sense, _)) = place.or_else(|| cx.sense(at, Class::Nisba)) {
            return (true, Some(sense.id));
        }
        let land = previous == "في" && LANDS.contains(&word);
        bound |= EVER.contains(&word) || word == "منذ" || land;
    }
    (bound, None)
}

#[cfg(test)]
mod tests {
    use crate::facts::testing::article;
    use crate::facts::topic::STANDING;
    use crate::facts::{Value, extract};

    fn places(text: &str) -> Vec<(String, f64)> {
        let report = article(text, "2026-05-04");
        let facts = extract(&report).facts.into_iter().filter(|fact| fact.topic.key == STANDING);
        let place = |fact: crate::facts::Fact| match fact.value {
            Value::Quantity(place) => {
                (report.text.slice(fact.span).unwrap_or_default().to_owned(), place.low)
            }
            other => panic!("no place: {other:?}"),
        };
        facts.map(place).collect()
    }

    fn place(words: &str, of: f64) -> (String, f64) {
        (words.to_owned(), of)
    }

    #[test]
    fn a_place_among_its_kind_stands_before_the_superlative() {
        assert_eq!(places("والميناء ثالث أكبر ميناء في البلاد."), [place("ثالث أكبر ميناء", 3.0)]);
        assert_eq!(places("ويعد الجسر أطول جسر في آسيا."), [place("أطول جسر", 1.0)]);
    }

    #[test]
    fn one_of_the_greatest_has_no_place() {
        assert_eq!(places("والميناء من أكبر موانئ في العالم."), []);
        assert_eq!(places("وقال إن أكبر المستفيدين هم العمال."), []);
        assert_eq!(places("وافتتح الجسر بعد أطول جسر في آسيا."), []);
        // Among which others, nobody says.
        assert_eq!(places("ونظم أكبر حفل حضره ألف شخص."), []);
    }
}
