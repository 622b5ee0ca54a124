//! From which country somebody or something is: «سائح بلجيكي», «الشركة اليونانية», «المدرب البرتغالي فلان».
//!
//! Begin with [`read`]. The adjective stands right behind its noun and agrees with it in the article.
//! Nouns of whom every report names many («وزير», «مسؤول», «نظيره») are left out.

use std::ops::Range;

use super::{Claim, country, push};
use crate::facts::entity::{Cast, Sort};
use crate::facts::lexicon::Class;
use crate::facts::{Context, Facet, Fact};

/// The attribute of somebody who is named, and of whoever is told by a noun alone.
const OF_NAMED: &str = "person.nationality";
const OF_NOUN: &str = "thing.nationality";

/// One person or thing of whom a report may say where it is from, without the article.
#[rustfmt::skip]
const NOUNS: &[&str] = &[
    "سايح", "سايحه", "متسلق", "متسلقه", "طيار", "سايق", "مهندس", "مهندسه", "بحار", "رجل", "امراه", "سيده", "شاب",
    "شابه", "فتاه", "طفل", "طفله", "مراهق", "مراهقه", "صحفي", "صحافي", "صحفيه", "صحافيه", "مصور", "مصوره", "رهينه",
    "باحث", "باحثه", "قبطان", "ربان", "مستثمر", "ثري", "ملياردير", "رحاله", "مغامر", "مغامره", "غواص", "متطوع",
    "متطوعه", "طبيب", "طبيبه", "ممرض", "ممرضه", "شركه", "مجموعه", "بعثه", "سفينه", "ناقله", "باخره", "بنك", "مصرف",
    "عباره", "يخت", "مدرب", "مدربه",
];
/// Those of whom a race, a match or a stage has many, so that only one who died is one.
#[rustfmt::skip]
const OF_MANY: &[&str] = &[
    "عداء", "عداءه", "لاعب", "لاعبه", "مهاجم", "مدافع", "حارس", "سباح", "سباحه", "دراج", "نجم", "نجمه", "بطل", "بطله",
    "حكم", "ملاكم", "مخرج", "مخرجه", "مطرب", "مطربه", "فنان", "فنانه", "كاتب", "كاتبه", "شاعر", "ممثل", "ممثله",
    "عازف", "مصمم", "مصممه", "مواطن", "مواطنه", "عامل", "عامله", "طالب", "طالبه", "متسابق", "متسابقه", "مراسل",
];
/// Words of somebody's death.
#[rustfmt::skip]
const DIED: &[&str] = &[
    "وفاه", "بوفاه", "توفي", "توفيت", "مصرع", "مصرعه", "مصرعها", "مقتل", "بمقتل", "قتل", "قتلت", "حتفه", "حتفها",
    "رحيل", "بحياه",
];

/// Adds the nationalities of one sentence.
pub fn read(cx: &Context, cast: &Cast, sentence: Range<usize>, facts: &mut Vec<Fact>) {
    for at in sentence.start + 1..sentence.end {
        if !cx.is(at, Class::Nisba) {
            continue;
        }
        let named = cast.at(at + 1).filter(|m| m.sort == Sort::Person && m.name.start == at + 1);
        if named.and_then(|mention| mention.role).is_some_and(is_of_state) {
            continue;
        }
        let person = named.and_then(|mention| cast.entity(mention));
        // Whatever he is, a country right before his name is his own.
        let found = match person {
            Some(person) => country(cx, at, Class::Nisba)
                .map(|of| (of, OF_NAMED, Facet::Of, &*person.canonical)),
            None => national(cx, at, &sentence).map(|(of, noun)| (of, OF_NOUN, Facet::Agent, noun)),
        };
        let Some((country, key, facet, whose)) = found else { continue };
        let scope = (facet, whose.to_owned());
        let claim = Claim::named(cx, (key, "nationality"), at..at + 1, country.to_owned());
        push(cx, claim, facts);
        if let Some(fact) = facts.last_mut() {
            fact.topic.scope = vec![scope];
        }
    }
}

/// «الرئيس الفرنسي فلان»: the country is that of the office.
fn is_of_state(role: &str) -> bool {
    #[rustfmt::skip]
    const OFFICES: &[&str] = &[
        "president", "pm", "vice-president", "king", "prince", "speaker", "ambassador", "governor", "officer", "leader",
        "envoy", "official", "spokesperson", "secretary-general", "head", "adviser", "candidate", "source", "deputy",
    ];
    role.starts_with("minister") || OFFICES.contains(&role)
}

/// The country of the adjective at `at`, and the noun that it is of.
fn national<'c>(
    cx: &Context<'c>,
    at: usize,
    sentence: &Range<usize>,
) -> Option<(&'c str, &'c str)> {
    let country = country(cx, at, Class::Nisba)?;
    let known = |word: &str| {
        NOUNS.contains(&word)
            || OF_MANY.contains(&word)
                && sentence.clone().any(|i| {
                    let word = cx.word(i);
                    DIED.contains(&word.strip_prefix(['و', 'ف']).unwrap_or(word))
                        || DIED.contains(&word)
                })
    };
    let whole = cx.word(at - 1);
    // «لشركة يونانية», «والسائح البلجيكي»
    let bare =
        whole.strip_prefix(['و', 'ف', 'ل', 'ب']).filter(|bare| !known(whole) && bare.len() > 4);
    let noun = bare.unwrap_or(whole);
    let definite =
        noun.strip_prefix("ال").or_else(|| noun.strip_prefix('ل').filter(|_| bare.is_some()));
    let noun = definite.filter(|noun| known(noun)).unwrap_or(noun);
    let agrees = definite.is_some_and(known) == cx.word(at).starts_with("ال");
    // «64 عداء مغربيا» are many.
    let one = !(at > 1 && is_figure(cx, at - 2));
    (one && agrees && known(noun)).then_some((country, noun))
}

/// «64», «عشرين», «مئة»: how many of the noun behind it there are.
fn is_figure(cx: &Context, at: usize) -> bool {
    cx.word(at).starts_with(|c: char| c.is_numeric()) || cx.is(at, Class::Cardinal)
}

#[cfg(test)]
mod tests {
    use crate::facts::testing::article;
    use crate::facts::{Value, extract};

    fn countries(text: &str) -> Vec<(String, String)> {
        let report = article(text, "2026-05-04");
        let of = |fact: crate::facts::Fact| match fact.value {
            Value::Name(name) => (name.canonical, fact.topic.scope[0].1.clone()),
            other => panic!("no country: {other:?}"),
        };
        let facts = extract(&report).facts.into_iter();
        facts.filter(|fact| fact.rule == "nationality").map(of).collect()
    }

    fn from(country: &str, whose: &str) -> (String, String) {
        (country.to_owned(), whose.to_owned())
    }

    #[test]
    fn an_adjective_behind_its_noun_tells_where_it_is_from() {
        assert_eq!(countries("عثر على متسلق ياباني في الجبل."), [from("jp", "متسلق")]);
        assert_eq!(countries("وتعود السفينة لشركة يونانية."), [from("gr", "شركه")]);
        assert_eq!(countries("وصل المدرب البرتغالي كريم نصار أمس."), [from("pt", "كريم نصار")]);
        assert_eq!(countries("تفوق على الإريتري كريم نصار أمس."), [from("er", "كريم نصار")]);
        assert_eq!(countries("أعلنت اللجنة وفاة عداء كيني في السباق."), [from("ke", "عداء")]);
    }

    #[test]
    fn many_and_parts_of_the_world_have_no_country() {
        assert_eq!(countries("شارك في السباق 64 عداء مغربيا."), []);
        assert_eq!(countries("فاز بالسباق عداء كيني."), []);
        assert_eq!(countries("وصل متسلق أوروبي إلى القمة."), []);
        assert_eq!(countries("التقى الوزير نظيره الفرنسي."), []);
        assert_eq!(countries("وصل الرئيس الفرنسي كريم نصار أمس."), []);
    }
}
