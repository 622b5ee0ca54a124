//! Topics for what no frame foresees: the counted noun, or the word that governs a value.
//!
//! Such a topic is told by words alone, so `compare` asks for more before it sets two of them
//! against each other. Begin with [`topic`].

use std::ops::Range;

use super::super::{Facet, Fact, Kind, Topic, Unit, Value, lexicon};
use super::family::{family, of_noun};
use super::line::Line;
use super::scope;
use super::setting::Setting;
use super::words::{Gap, Word, bare};
use crate::text::InOrder;

/// Words that stand between a value and what governs it, and say nothing of what it is; in order of
/// their letters.
#[rustfmt::skip]
const PASSED: &[&str] = &[
    "ابتداء", "اجمالي", "اجماليه", "ادني", "استغرق", "استغرقت", "استمر", "استمرت", "اصبح", "اصبحت",
    "اعتبارا", "اعلي", "اقل", "اكثر", "الا", "الان", "التي", "الذي", "الساعه", "الي", "ان",
    "انطلاقا", "انه", "او", "اي", "ايضا", "ب", "بات", "باتت", "بتاريخ", "بحسب", "بحلول", "بدايه",
    "بدلا", "بعد", "بلغ", "بلغت", "بلوغ", "بمعدل", "بنسبه", "به", "بها", "بين", "بينما", "تاريخ",
    "تبلغ", "تتجاوز", "تجاوز", "تجاوزت", "تدور", "تصل", "تقارب", "تقدر", "تقديره", "تقريبا", "تم",
    "تمام", "تناهز", "جميع", "حتي", "حدود", "حسب", "حلول", "حوالي", "حول", "حيث", "حين", "خلال",
    "دام", "دامت", "ذلك", "زهاء", "ساعه", "سجل", "سجلت", "سوي", "صباح", "عدد", "عدده", "عددها",
    "عددهم", "علي", "عن", "عند", "عنه", "عنها", "عنهم", "فاق", "فاقت", "فقط", "في", "فيما", "فيه",
    "فيها", "قارب", "قاربت", "قبل", "قد", "قدر", "قدرت", "قدره", "قدرها", "قرابه", "قوامه",
    "قوامها", "قيمته", "قيمتها", "قيمه", "كان", "كانت", "كذلك", "كل", "كما", "ل", "لا", "لتبلغ",
    "لتصبح", "لتصل", "لقد", "لمده", "له", "لها", "لهم", "ليبلغ", "ليصبح", "ليصل", "ما", "متوسط",
    "مجددا", "مجمل", "مجموع", "مجموعه", "مجموعها", "مدته", "مدتها", "مده", "مساء", "مع", "معدل",
    "مقابل", "مقداره", "مقدارها", "من", "منذ", "منه", "موعد", "ناهز", "ناهزت", "نحو", "نسبته",
    "نسبه", "هذا", "هذه", "هو", "هي", "و", "وسط", "وصل", "وصلت", "وصول", "وفق", "يبلغ", "يتجاوز",
    "يدور", "يزيد", "يصل", "يقارب", "يقدر", "يقل", "يكون", "يناهز", "يوم",
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
    if let Some(noun) = ranked(line, fact, at.end) {
        let scope = scope::of_open(line, setting, facts, index, at);
        let key = [NTH, ":", root(noun)].concat().into();
        return Topic { key, label: surface(line, noun), scope };
    }
    let governor = share_of(line, fact, &at).or_else(|| governor(line, at.start));
    if is_window(line, fact, governor, at.end) {
        return Topic::default();
    }
    let noun = counted(fact);
    let kind = kind(fact.kind);
    let person = noun.as_ref().is_some_and(|noun| scope::is_person(noun));
    let noun = if person { people(line, &at) } else { noun };
    let (head, label) = match (&noun, governor) {
        (Some(noun), _) if !scope::is_person(noun) => (noun.clone(), said(line, &at, noun)),
        (_, Some(word)) => (root(word).to_owned(), surface(line, word)),
        (_, None) => match said_after(line, fact, at.end) {
            Some(word) => (root(word).to_owned(), surface(line, word)),
            None => return Topic::default(),
        },
    };
    let mut scope = scope::of_open(line, setting, facts, index, at);
    if let Some(word) = governor.filter(|word| root(word) != head) {
        scope.push((Facet::Agent, root(word).to_owned()));
    }
    scope.put_in_order(Ord::cmp);
    Topic { key: [kind, ":", &head].concat().into(), label, scope }
}

/// «أن 48% من عدائي الماراثون وصلوا»: those of whom a share that opens its clause is.
fn share_of<'l, 'a>(line: &'l Line<'a>, fact: &Fact, at: &Range<usize>) -> Option<&'l Word<'a>> {
    if fact.kind != Kind::Percent {
        return None;
    }
    let before = at.start.checked_sub(1).and_then(|i| line.word(i));
    let parted = line.word(at.start).is_none_or(|word| word.gap >= Gap::Comma);
    if !parted && !before.is_some_and(|word| word.is(&["ان", "بان"])) {
        return None;
    }
    let of = at.end + usize::from(line.word(at.end).is_some_and(|word| word.folded == "فقط"));
    let from = line.word(of).is_some_and(|word| word.folded == "من" && word.gap == Gap::Space);
    let noun = line.word(of + 1).filter(|word| word.gap == Gap::Space && !is_passed(word))?;
    (from && noun.folded.chars().count() > 3).then_some(noun)
}

/// What stands before the noun in the key of a place that is told of it.
pub const NTH: &str = "nth";

/// «سابع تأجيل», «ثالث امرأة»: what a place in a row is told of, after it; the first of a kind is told
/// of too much, and days and times are counted of anything.
fn ranked<'l, 'a>(line: &'l Line<'a>, fact: &Fact, end: usize) -> Option<&'l Word<'a>> {
    #[rustfmt::skip]
    const TIMES: &[&str] = &[
        "يوم", "ايام", "مره", "مرات", "ساعه", "شهر", "سنه", "عام", "اسبوع", "ليله", "شوط", "دور",
        "جوله", "مرحله", "جلسه", "اكبر", "اهم", "اطول", "ربع", "نصف", "شخص", "لقاء", "موسم",
    ];
    let Value::Quantity(quantity) = &fact.value else { return None };
    if fact.kind != Kind::Ordinal || quantity.low < 2.0 {
        return None;
    }
    let noun = line.word(end).filter(|word| word.gap == Gap::Space && !word.definite())?;
    let figure = line.figure.get(end).copied().flatten().is_some();
    let said = noun.folded.chars().count() > 3 && !is_passed(noun) && !noun.is(TIMES);
    let joined = noun.folded.starts_with(['و', 'ب', 'ل', 'ف', 'ك']);
    (said && !figure && !joined).then_some(noun)
}

/// What a sum or a share that opens its clause is said of: «480 مليون دولار قيمة العقود», «ثلث الحرفاء
/// استرجعوا الكهرباء».
fn said_after<'l, 'a>(line: &'l Line<'a>, fact: &Fact, end: usize) -> Option<&'l Word<'a>> {
    const REACH: usize = 5;
    if !matches!(fact.kind, Kind::Money | Kind::Percent | Kind::Measure) {
        return None;
    }
    let clause = (end..end + REACH).map_while(|i| {
        let figure = line.figure.get(i).copied().flatten().is_some();
        line.word(i).filter(|word| word.gap < Gap::Comma && !figure)
    });
    clause.into_iter().find(|word| !is_passed(word) && word.folded.chars().count() > 2)
}

fn counted(fact: &Fact) -> Option<String> {
    match &fact.value {
        Value::Quantity(quantity) => match &quantity.unit {
            Unit::Of(noun) if !noun.is_empty() => {
                Some(of_noun(noun).unwrap_or_else(|| twice(noun)).to_owned())
            }
            _ => None,
        },
        _ => None,
    }
}

/// The counted noun as the text has it, for a label.
fn said(line: &Line, at: &Range<usize>, noun: &str) -> String {
    // The lexicon's own names for things are English, and a family goes by its first word.
    let word = at.clone().rev().find_map(|i| {
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
        noun.then(|| root(word).to_owned())
    })
}

/// A word as a head: by its family, else by its stem, «وانهارت» as «انهارت», «رياضيا» as «رياضي»
/// and «رياضيين».
fn root<'a>(word: &Word<'a>) -> &'a str {
    family(word.folded).unwrap_or_else(|| {
        let joined = word.folded.starts_with('و');
        let joined = joined.then(|| super::bases(word.folded).nth(1)).flatten();
        twice(bare(joined.unwrap_or(word.folded)))
    })
}

/// What is left of a stem that bears an ending of its own, such as that of an adjective of origin.
fn twice(word: &str) -> &str {
    super::stem(super::stem(word))
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
        .find(|word| !is_passed(word) && word.folded.chars().count() > 2 && !is_figure(word))
        .map(|word| described(line, word))
}

/// «B787-9»: a code, of which nothing is told.
fn is_figure(word: &Word) -> bool {
    word.folded.starts_with(|c: char| c.is_ascii_digit())
}

/// «إصابات بالكوليرا في الساعات الـ24 الأخيرة»: within which time, and how long nothing lasted.
fn is_window(line: &Line, fact: &Fact, governor: Option<&Word>, end: usize) -> bool {
    #[rustfmt::skip]
    const NEAR: &[&str] = &[
        "الاخيره", "الماضيه", "المقبله", "القادمه", "الماضيين", "الاخيرين", "المقبلين", "القادمين",
    ];
    let joined = |word: &Word| {
        line.cx.token(word.at()).is_some_and(|token| token.clitics.has(lexicon::Clitics::BY))
    };
    let near = || line.word(end).is_some_and(|word| NEAR.contains(&word.folded));
    // «دون سن 15 عاما»: whoever is younger.
    let bounded = |word: &Word| word.is(&["تحت", "دون", "فوق", "سن"]);
    fact.kind == Kind::Duration
        && (governor.is_some_and(|word| joined(word) || bounded(word)) || near())
}

fn is_passed(word: &Word) -> bool {
    word.readings().any(|reading| PASSED.binary_search(&reading).is_ok())
}

/// The noun that a definite adjective describes: «الاحتياطيات الأجنبية».
fn described<'l, 'a>(line: &'l Line<'a>, adjective: &'l Word<'a>) -> &'l Word<'a> {
    let at = line.words.partition_point(|word| word.span.start < adjective.span.start);
    let noun = at.checked_sub(1).and_then(|before| line.word(before));
    let apart = adjective.gap > Gap::Mark || !adjective.folded.starts_with("ال");
    noun.filter(|noun| !apart && noun.definite() && !is_passed(noun)).unwrap_or(adjective)
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

#[cfg(test)]
mod tests {
    use super::PASSED;
    use crate::facts::{extract, testing::article};

    fn keys(text: &str) -> Vec<String> {
        let article = article(text, "2026-05-04");
        extract(&article).facts.into_iter().map(|fact| fact.topic.key.into_owned()).collect()
    }

    #[test]
    fn words_that_tell_nothing_are_in_order() {
        assert!(PASSED.is_sorted());
    }

    #[test]
    fn the_forms_of_a_word_make_one_topic() {
        for (one, other) in [
            ("حضر الملتقى 520 حرفيا من الجنوب.", "وشارك 500 حرفي في الملتقى."),
            ("ويبلغ معدل استهلاك المصنع من ذلك 40 لترا.", "وقدر استهلاك المصنع بنحو 45 لترا."),
        ] {
            let (one_keys, other_keys) = (keys(one), keys(other));
            assert!(
                one_keys.iter().any(|key| other_keys.contains(key)),
                "{one_keys:?} {other_keys:?}"
            );
        }
    }
}
