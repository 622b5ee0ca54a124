//! Of what a value of an attribute is told: of whom, of which one, by whom.
//!
//! Begin with [`topic`].

use std::ops::Range;

use crate::text::{InOrder, Span};

use super::super::entity::{Cast, Sort};
use super::super::lexicon;
use super::super::{Context, Facet, Fact, Topic};
use super::bearer::nearest_person;
use super::family::family;
use super::frame::{Attribute, Bit};
use super::scope::ANOTHER;
use super::words::{Gap, Word};

/// A value of an attribute where it stands.
pub struct Stated<'s, 'w> {
    pub words: &'s [Word<'w>],
    /// The place of its head.
    pub head: usize,
    /// The words of the value.
    pub value: Range<usize>,
    /// The bit of the attribute.
    pub bit: Bit,
    /// The facts of its sentence.
    pub facts: &'s [Fact],
    pub sentence: Span,
    pub span: Span,
}

/// The topic of a value with what narrows it; none where what must be told of it is not.
pub fn topic(
    (cx, cast): (&Context, &Cast),
    attribute: &Attribute,
    stated: &Stated,
) -> Option<Topic> {
    let words = stated.words;
    // «سائقي القطارين»
    let is_person = |word: &Word| lexicon::person(word.folded) || lexicon::person(word.stem());
    let of_person = words.get(stated.head).is_some_and(is_person);
    let mut scope = Vec::new();
    for facet in attribute.scope {
        let value = match facet {
            Facet::Of => nearest_person(stated),
            Facet::Agent => {
                // «لم توقف أحدا»: none of those whom another report names either.
                let own = words.get(stated.head).filter(|word| !word.is(&["احد", "احدا"]));
                let noun = own.and_then(|word| word.lemma.head(stated.bit));
                noun.filter(|noun| !is_any(attribute, noun)).map(|noun| one_noun(noun.to_owned()))
            }
            Facet::Place if of_person => craft(words, stated.head),
            Facet::Place => complement(words, stated.head, stated.bit),
            // The head is the verb itself: what it is about.
            Facet::Per if attribute.reach == 0 => Some(object(cx, cast, words, stated.value.end)?),
            Facet::Per => Some(complement(words, stated.value.end - 1, Bit::NONE)?),
            Facet::Qualifier => Some(bearer(cast, words, &stated.value)?),
            _ => None,
        };
        scope.extend(value.map(|value| (*facet, value)));
    }
    let aside =
        || super::scope::aside(attribute.key, words, stated.facts, cx.published, stated.span);
    if is_another(words, stated.head) {
        scope.push((Facet::Event, ANOTHER.to_owned()));
    } else if let Some(event) = aside() {
        scope.push((Facet::Event, event));
    }
    scope.put_in_order(Ord::cmp);
    Some(Topic { key: attribute.key.into(), label: attribute.ar.get().to_owned(), scope })
}

/// «حريق في مستودع مجاور», «سائق آخر»: none of those that the report is of.
fn is_another(words: &[Word], head: usize) -> bool {
    const APART: &[&str] =
        &["مجاور", "مجاوره", "اخر", "اخري", "منفصل", "منفصله", "مماثل", "مماثله"];
    let indefinite = words.get(head).is_some_and(|word| !word.definite());
    let mut after = (head + 1..head + 5).map_while(|i| words.get(i));
    indefinite
        && after
            .find(|word| word.is(APART) || word.gap > Gap::Mark)
            .is_some_and(|word| word.gap <= Gap::Mark && !word.definite())
}

/// «سائق الشاحنة», «حارس المدرسة»: which of several, by the definite noun after it. An indefinite one
/// may be a verb, and a vessel or a vehicle is none in particular.
fn craft(words: &[Word], head: usize) -> Option<String> {
    const ANY: &[&str] = &["مركبه", "عربه", "اليه", "سفينه", "مركب", "طايره"];
    words.get(head).filter(|word| !word.definite())?;
    let next = words.get(head + 1)?;
    let joined = |at: usize| words.get(at).filter(|word| word.gap == Gap::Space);
    // «سائق سيارة الأجرة»
    let definite = next.definite() || joined(head + 2).is_some_and(Word::definite);
    let which = definite && joined(head + 1).is_some() && !next.is(ANY);
    which.then(|| {
        let stem = next.stem();
        family(next.folded).or_else(|| family(stem)).unwrap_or(stem).to_owned()
    })
}

/// «المشتبه به», «الرجل», «المؤسسة»: whoever or whatever the report is of, told by no noun of its own.
fn is_any(attribute: &Attribute, noun: &str) -> bool {
    const OF_ANYBODY: &[&str] = &[
        "custody.arrest",
        "custody.state",
        "premises.state",
        "activity.state",
        "suspect.nationality",
        "event.presence",
    ];
    const ANY: &[&str] = &[
        "مشتبه",
        "متهم",
        "مطلوب",
        "موقوف",
        "معني",
        "جاني",
        "منفذ",
        "فاعل",
        "رجل",
        "شاب",
        "موسسه",
        "منشاه",
        "مرفق",
        "مكان",
        "موقع",
        "يتعرض",
        "تتعرض",
        "يوضع",
        "توضع",
        "جنسيه",
        "جنسيته",
        "مواطن",
        "رعايا",
        "رعاياها",
        "سفاره",
        "قنصليه",
        "حمله",
        "اطقم",
        "مناسبه",
        "عجله",
        "موكله",
        "موكلته",
        "موكلها",
        "مقر",
    ];
    OF_ANYBODY.contains(&attribute.key) && ANY.iter().any(|any| super::stem(any) == noun)
}

/// «صاحب المبنى» is «مالك المبنى», «ربان» is «قبطان».
fn one_noun(noun: String) -> String {
    const SAME: &[(&str, &str)] = &[
        ("صاحب", "مالك"),
        ("ربان", "قبطان"),
        ("كوبري", "جسر"),
        ("ثري", "دفن"),
        ("ووري", "دفن"),
        ("مثواه", "دفن"),
        ("خط", "رحلات"),
        ("مسير", "مدير"),
        ("احد", "شخص"),
        ("اسود", "اسد"),
        ("نمور", "نمر"),
        ("ذياب", "ذيب"),
        ("قرده", "قرد"),
        ("تماسيح", "تمساح"),
        ("عبور", "معبر"),
    ];
    let stem = |word: &str| super::stem(word).to_owned();
    let found = SAME.iter().find(|(other, _)| noun == *other || noun == stem(other));
    found.map_or(noun, |(_, first)| stem(first))
}

/// Nouns that stand between a noun and the name that tells which one it is.
const PASSED: &[&str] =
    &["مدينه", "بلده", "قريه", "منطقه", "العاصمه", "محافظه", "ولايه", "حي", "ميناء", "جزيره"];

/// «مطار الأبيض», «شمال مدينة أغادير»: which one it is, by the word after an indefinite noun. «لقب
/// البطولة» leaves it open, which `bit` tells: the noun after it is a head as well.
fn complement(words: &[Word], noun: usize, bit: Bit) -> Option<String> {
    words.get(noun).filter(|word| !word.definite())?;
    let next = words.get(noun + 1)?;
    if next.is(BEST) {
        return words.get(noun + 2).map(|word| format!("best {}", word.folded));
    }
    let next = match words.get(noun + 2).filter(|_| next.is(PASSED)) {
        // «مطار المدينة أغلق»: that of the place that is spoken of.
        Some(name) if next.definite() && !name.definite() && !next.is(&["عاصمه"]) => {
            return None;
        }
        Some(name) => name,
        None => next,
    };
    // «لقب ماراثون المدينة»: which title, by the race that it is of.
    if next.lemma.is_head(bit) && !next.definite() && next.gap <= Gap::Mark {
        return complement(words, noun + 1, bit);
    }
    let plain = next.gap <= Gap::Mark && next.folded.chars().count() > 2 && !next.is(PREPOSITIONS);
    let joined = next.folded.starts_with("وال") || next.folded.starts_with("بال");
    let open = next.lemma.is_head(bit) && next.definite();
    (plain && !joined && !open).then(|| next.stem().to_owned())
}

/// Verbal nouns that say little: what is agreed to is what they are of.
const LIGHT: &[&str] = &[
    "تسيير",
    "اعاده",
    "اجراء",
    "عقد",
    "تنظيم",
    "نشر",
    "تقديم",
    "بدء",
    "منح",
    "ارسال",
    "فتح",
    "اقامه",
    "تنفيذ",
    "اي",
    "مشروع",
    "اقتراح",
    "مقترح",
    "طلب",
    "فكره",
    "مبدا",
];

/// «وافقت إيران على تفتيش الموقع», «رفضت الحكومة المقترح»: what an act of somebody is about, past
/// its subject and «على».
fn object(cx: &Context, cast: &Cast, words: &[Word], from: usize) -> Option<String> {
    let clause = |i: usize| words.get(i).filter(|word| word.gap <= Gap::Mark);
    let subject = clause(from).and_then(|word| cast.at(word.at()));
    let mut at = match subject {
        Some(mention) => {
            let end = cx.span(mention.whole.start, mention.whole.end).end;
            words.partition_point(|word| word.span.start < end)
        }
        None => from,
    };
    let on = (at..at + 3).find(|i| clause(*i).is_some_and(|word| word.folded == "علي"));
    at = on.map_or(at, |on| on + 1);
    while clause(at).is_some_and(|word| word.is(LIGHT)) {
        at += 1;
    }
    let noun =
        clause(at).filter(|word| word.folded.chars().count() > 3 && !word.is(PREPOSITIONS))?;
    // «ما اتفق عليه», «اتفق معهم على 1500 دينار» do not say what it is.
    let silent = noun.is(&["عليه", "عليها", "عليهما"])
        || noun.folded.starts_with(|c: char| c.is_ascii_digit());
    (!silent && (!noun.folded.starts_with('و') || noun.folded.chars().count() > 5))
        .then(|| noun.stem().to_owned())
}

/// «جائزة أفضل ممثلة»: the noun after it tells which one.
const BEST: &[&str] = &["افضل", "احسن"];

/// Words that govern the name after them, and end what a verb governs.
pub const PREPOSITIONS: &[&str] = &[
    "في", "علي", "من", "الي", "عن", "مع", "بعد", "قبل", "خلال", "منذ", "حتي", "امام", "ضد", "بين",
    "ان", "الذي", "التي", "بسبب", "اثر", "بشان", "حول",
];

/// Words between a verb and its subject at most.
const SUBJECT: usize = 5;

/// Whose act or state it is: whoever is named right after the verb, else right before it.
fn bearer(cast: &Cast, words: &[Word], value: &Range<usize>) -> Option<String> {
    let named = |i: usize, ends: bool| {
        let token = words.get(i)?.at();
        let mention = cast.at(token)?;
        let edge = if ends { mention.whole.end == token + 1 } else { mention.whole.start == token };
        let entity = cast.entity(mention).filter(|_| edge && mention.sort != Sort::Thing)?;
        Some(match mention.role.filter(|_| entity.sort == Sort::Described) {
            // «الخارجية المغربية» speaks for the state.
            Some("official") if mention.of.is_some() => mention.of.unwrap_or_default().to_owned(),
            Some(role) => format!("role:{role} {}", mention.of.unwrap_or_default()),
            // «أثينا» and «اليونان» are one state that acts.
            None if entity.sort == Sort::Place => {
                entity.canonical.split('/').next().unwrap_or_default().to_owned()
            }
            None => entity.canonical.clone(),
        })
    };
    let clause = |i: &usize| words.get(*i).is_some_and(|word| word.gap <= Gap::Mark);
    let after = (value.end..value.end + SUBJECT).take_while(clause).find_map(|i| named(i, false));
    let before = || {
        let near = (value.start.saturating_sub(3)..value.start).rev();
        near.take_while(|i| clause(&(i + 1))).find_map(|i| named(i, true))
    };
    let mentioned = after.or_else(before);
    mentioned.or_else(|| subject(words, value.end))
}

/// «قاطعت أحزاب المعارضة»: the noun after the verb, which no list of names has.
fn subject(words: &[Word], at: usize) -> Option<String> {
    let noun = |i: usize| {
        let word = words.get(i).filter(|word| word.gap == Gap::Space && !word.is(PREPOSITIONS))?;
        (word.folded.chars().count() > 3).then_some(word)
    };
    let first = noun(at)?;
    match noun(at + 1).filter(|_| !first.definite()) {
        Some(next) if next.definite() => Some(format!("{} {}", first.stem(), next.stem())),
        _ if first.definite() => Some(first.stem().to_owned()),
        _ => None,
    }
}
