//! Topics for what no frame foresees: the counted noun, or the word that governs a value.
//!
//! Such a topic is told by words alone, so `compare` asks for more before it sets two of them
//! against each other. Begin with [`topic`].

use std::ops::Range;

use super::super::{Facet, Fact, Kind, Topic, Unit, Value, lexicon};
use super::line::Line;
use super::scope;
use super::setting::Setting;
use super::words::{Gap, Word};

/// Words that stand between a value and what governs it, and say nothing of what it is.
const PASSED: &[&str] = &[
    "بلغ",
    "بلغت",
    "يبلغ",
    "تبلغ",
    "وصل",
    "وصلت",
    "الي",
    "علي",
    "من",
    "عن",
    "في",
    "ب",
    "ل",
    "نحو",
    "حوالي",
    "قرابه",
    "زهاء",
    "اكثر",
    "اقل",
    "قيمه",
    "قيمته",
    "قيمتها",
    "نسبه",
    "بنسبه",
    "نسبته",
    "عدد",
    "عدده",
    "عددهم",
    "عددها",
    "مده",
    "مدتها",
    "مدته",
    "ما",
    "لا",
    "يقل",
    "يزيد",
    "يقارب",
    "يناهز",
    "تناهز",
    "قدره",
    "قدرها",
    "كان",
    "كانت",
    "يكون",
    "مع",
    "او",
    "و",
    "ان",
    "انه",
    "دام",
    "دامت",
    "استمر",
    "استمرت",
    "استغرق",
    "استغرقت",
    "لمده",
    "بعد",
    "قبل",
    "خلال",
    "منذ",
    "مجموع",
    "مجموعه",
    "تقريبا",
    "اي",
    "فقط",
    "حتي",
    "هذا",
    "هذه",
    "التي",
    "الذي",
    "بين",
    "هو",
    "هي",
    "تم",
    "قد",
    "لقد",
    "كل",
    "جميع",
    "ايضا",
    "الان",
    "يوم",
    "بتاريخ",
    "تاريخ",
    "حلول",
    "بحلول",
    "مساء",
    "صباح",
    "عند",
    "الساعه",
    "حدود",
    "مقابل",
    "بدلا",
    "تمام",
    "موعد",
    "مجددا",
    "ساعه",
    "حول",
    "يدور",
    "تدور",
    "مجموعها",
    "اجمالي",
    "اجماليه",
];

/// The topic of a value in words of the text; its key is empty where nothing tells.
pub fn topic(
    line: &Line,
    setting: &Setting,
    facts: &[Fact],
    index: usize,
    at: Range<usize>,
) -> Topic {
    let Some(fact) = facts.get(index) else { return Topic::default() };
    let governor = governor(line, at.start);
    let noun = counted(fact);
    let kind = kind(fact.kind);
    let person = noun.as_ref().is_some_and(|noun| scope::is_person(noun));
    let noun = if person { people(line, &at) } else { noun };
    let (head, label) = match (&noun, governor) {
        (Some(noun), _) if !scope::is_person(noun) => (noun.clone(), said(line, &at, noun)),
        (_, Some(word)) => (word.stem().to_owned(), surface(line, word)),
        (_, None) => return Topic::default(),
    };
    let mut scope = scope::of_open(line, setting, facts, index, at);
    if let Some(word) = governor.filter(|word| word.stem() != head) {
        scope.push((Facet::Agent, word.stem().to_owned()));
    }
    scope.sort();
    Topic { key: format!("{kind}:{head}"), label, scope }
}

fn counted(fact: &Fact) -> Option<String> {
    match &fact.value {
        Value::Quantity(quantity) => match &quantity.unit {
            Unit::Of(noun) if !noun.is_empty() => Some(super::stem(noun).to_owned()),
            _ => None,
        },
        _ => None,
    }
}

/// The counted noun as the text has it, for a label.
fn said(line: &Line, at: &Range<usize>, noun: &str) -> String {
    // The lexicon's own names for things are English.
    let word = at.clone().rev().filter(|_| noun.is_ascii()).find_map(|i| {
        let word = line.word(i)?;
        word.folded.starts_with(|c: char| c.is_alphabetic()).then_some(word)
    });
    word.map_or_else(|| noun.to_owned(), |word| surface(line, word))
}

/// What the people counted are, where the noun says more than «أشخاص»: observers, ministers.
pub fn people(line: &Line, at: &Range<usize>) -> Option<String> {
    const ANYBODY: &[&str] =
        &["شخص", "اشخاص", "فرد", "افراد", "اخرين", "اخرون", "اخر", "نسمه", "انسان", "مواطن"];
    at.clone().rev().find_map(|i| {
        let word = line.word(i)?;
        let known = word.folded.chars().next().is_some_and(|c| !c.is_ascii_digit());
        let noun = known && !word.is(ANYBODY) && lexicon::person(word.folded);
        noun.then(|| singular(word.stem()))
    })
}

/// Broken plurals of people under their singulars.
fn singular(stem: &str) -> String {
    const PLURALS: &[(&str, &str)] = &[
        ("وزراء", "وزير"),
        ("نواب", "نايب"),
        ("اعضاء", "عضو"),
        ("عمال", "عامل"),
        ("جنود", "جندي"),
        ("ضباط", "ضابط"),
        ("طلاب", "طالب"),
        ("طلب", "طالب"),
        ("تلاميذ", "تلميذ"),
        ("اطباء", "طبيب"),
        ("خبراء", "خبير"),
        ("حكام", "حكم"),
        ("ركاب", "راكب"),
        ("سياح", "سايح"),
        ("حجاج", "حاج"),
        ("زوار", "زاير"),
        ("شهود", "شاهد"),
        ("سجناء", "سجين"),
        ("اسري", "اسير"),
        ("رهاين", "رهين"),
        ("مرضي", "مريض"),
        ("اطفال", "طفل"),
        ("نساء", "امرا"),
        ("رجال", "رجل"),
        ("قضا", "قاضي"),
        ("بحار", "بحار"),
        ("عناصر", "عنصر"),
    ];
    let broken = PLURALS.iter().find(|(plural, _)| super::stem(plural) == stem);
    broken.map_or(stem, |(_, singular)| super::stem(singular)).to_owned()
}

fn surface(line: &Line, word: &Word) -> String {
    line.cx.text.slice(word.span).unwrap_or_default().to_owned()
}

/// The nearest word before the value, in its clause, that is no figure and says something.
fn governor<'l, 'a>(line: &'l Line<'a>, start: usize) -> Option<&'l Word<'a>> {
    let mut crossed = Gap::Space;
    (start.saturating_sub(7)..start)
        .rev()
        .map_while(|i| {
            crossed = crossed.max(line.word(i + 1).map_or(Gap::Stop, |word| word.gap));
            let figure = line.figure.get(i).copied().flatten().is_some();
            (crossed < Gap::Comma && !figure).then(|| line.word(i)).flatten()
        })
        .find(|word| !word.is(PASSED) && word.folded.chars().count() > 2)
        .map(|word| described(line, word))
}

/// The noun that a definite adjective describes: «الاحتياطيات الأجنبية».
fn described<'l, 'a>(line: &'l Line<'a>, adjective: &'l Word<'a>) -> &'l Word<'a> {
    let at = line.words.partition_point(|word| word.span.start < adjective.span.start);
    let noun = at.checked_sub(1).and_then(|before| line.word(before));
    let apart = adjective.gap > Gap::Mark || !adjective.folded.starts_with("ال");
    noun.filter(|noun| !apart && noun.definite() && !noun.is(PASSED)).unwrap_or(adjective)
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Number | Kind::Count => "count",
        Kind::Ordinal => "ordinal",
        Kind::Percent => "percent",
        Kind::Money => "money",
        Kind::Duration => "duration",
        Kind::Date => "date",
        Kind::Time => "time",
        Kind::Score => "score",
        _ => "measure",
    }
}
