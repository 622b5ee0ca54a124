//! Topics for what no frame foresees: the counted noun, or the word that governs a value.
//!
//! Such a topic is told by words alone, so `compare` asks for more before it sets two of them
//! against each other. Begin with [`topic`].

use std::ops::Range;

use super::super::{Facet, Fact, Kind, Topic, Unit, Value};
use super::choose::Line;
use super::scope;
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
];

/// The topic of a value in words of the text; its key is empty where nothing tells.
pub fn topic(line: &Line, facts: &[Fact], index: usize, at: Range<usize>) -> Topic {
    let Some(fact) = facts.get(index) else { return Topic::default() };
    let governor = governor(line, at.start);
    let noun = counted(fact);
    let kind = kind(fact.kind);
    let (head, label) = match (&noun, governor) {
        (Some(noun), _) if !scope::is_person(noun) => (noun.clone(), noun.clone()),
        (_, Some(word)) => (word.stem().to_owned(), surface(line, word)),
        (_, None) => return Topic::default(),
    };
    let mut scope = Vec::new();
    if let Some(word) = governor.filter(|word| word.stem() != head) {
        scope.push((Facet::Agent, word.stem().to_owned()));
    }
    if let Some(per) = scope::per(line, at.start + 1, at.end + 3) {
        scope.push((Facet::Per, per));
    }
    if scope::part(line, &at) {
        scope.push((Facet::Part, "part".into()));
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
