//! Who played for a result: «فاز الأهلي على الهلال 2-1», «الخسارة 3-1 أمام نجوم الميناء».
//!
//! Begin with [`sides`]. No list of clubs is asked: whoever stands behind «على» or «أمام» next to the
//! result is the opponent, and whoever stands between a verb of winning and that is the other.

use std::ops::Range;

use super::super::Context;
use super::super::lexicon::{Class, Classes};
use super::line::Line;
use super::words::{Gap, Word};

/// Words of the name of a side at most.
const LONGEST: usize = 3;
/// Words that stand between the name of a side and the result at most: «بنتيجة», «بواقع».
const BESIDE: usize = 2;
/// What stands before the opponent.
const AGAINST: &[&str] = &["علي", "امام", "ضد", "مع"];
/// What somebody does who plays; whoever does it stands right behind.
const PLAYS: &[&str] = &[
    "فاز",
    "فازت",
    "تعادل",
    "تعادلت",
    "خسر",
    "خسرت",
    "تغلب",
    "تغلبت",
    "انتصر",
    "انتصرت",
    "سقط",
    "سقطت",
    "تفوق",
    "تفوقت",
    "انهزم",
    "انهزمت",
    "فوز",
    "خساره",
    "هزيمه",
    "تعادل",
    "انتصار",
    "هزم",
];
/// What is done to the opponent.
const BEATS: &[&str] = &["هزم", "هزمت", "تخطي", "تخطت", "اقصي", "اقصت", "اكتسح", "اكتسحت"];
/// What the name of a side may begin with, and what says nothing of which one it is.
const LIGHT: &[&str] = &[
    "منتخب",
    "فريق",
    "نادي",
    "ضيفه",
    "ضيفها",
    "مضيفه",
    "مضيفها",
    "نظيره",
    "نظيرتها",
    "غريمه",
    "غريمها",
    "جاره",
    "جارها",
    "منافسه",
    "منافسها",
    "متصدر",
    "ضيف",
    "مضيف",
    "الوطني",
    "التقليدي",
    "اللدود",
    "الازلي",
];

/// The two sides of the result whose words are `at`, as far as they are named: the one that is told of,
/// and its opponent.
pub fn sides(line: &Line, at: &Range<usize>) -> (Option<String>, Option<String>) {
    let named = against(line, at).find_map(|against| {
        name(line, against + 1, line.words.len()).map(|name| (against, Some(name)))
    });
    let found = named.or_else(|| against(line, at).next().map(|against| (against, None)));
    let Some((against, opponent)) = found else { return (None, None) };
    let from = against.saturating_sub(2 * LONGEST);
    let plays = (from..against)
        .rev()
        .find(|i| line.word(*i).is_some_and(|word| word.is(PLAYS) && !word.definite()));
    let own = plays.and_then(|verb| name(line, verb + 1, against));
    let own = own.or_else(|| nation(line, against));
    (own.filter(|own| Some(own) != opponent.as_ref()), opponent)
}

/// «ودع المنتخب المغربي البطولة إثر خسارته أمام …»: the country of whoever the sentence begins with.
fn nation(line: &Line, to: usize) -> Option<String> {
    const FIRST: usize = 8;
    let known = |i: usize| line.cx.word_sense(line.word(i)?.at(), Class::Nisba);
    let state = |id: &&str| !id.starts_with("region/");
    (0..to.min(FIRST)).filter_map(known).map(|sense| sense.id).find(state).map(str::to_owned)
}

/// The words that may stand before the opponent: right behind the result, or in front of it with nothing
/// but the name between.
fn against(line: &Line, at: &Range<usize>) -> impl Iterator<Item = usize> {
    let is = |i: usize| {
        line.word(i).is_some_and(|word| word.gap <= Gap::Mark && AGAINST.contains(&word.folded))
    };
    let behind = (at.end..at.end + BESIDE).find(|i| is(*i));
    let before = || {
        let from = at.start.saturating_sub(LONGEST + BESIDE + 1);
        let clause = |i: usize| (i + 1..=at.start).all(|i| gap(line, i) <= Gap::Mark);
        (from..at.start).rev().find(|i| is(*i) && clause(*i))
    };
    let beaten = || {
        let from = at.start.saturating_sub(LONGEST + 1);
        let beats = |i: &usize| line.word(*i).is_some_and(|word| word.is(BEATS));
        let clause = |i: &usize| (i + 1..=at.start).all(|i| gap(line, i) <= Gap::Mark);
        (from..at.start).rev().find(|i| beats(i) && clause(i))
    };
    [behind, before(), beaten()].into_iter().flatten()
}

fn gap(line: &Line, at: usize) -> Gap {
    line.word(at).map_or(Gap::Stop, |word| word.gap)
}

/// The name that begins at a word and ends before `to`, a comma, a figure or a word that joins; as its
/// stems, places by their path.
fn name(line: &Line, mut from: usize, to: usize) -> Option<String> {
    while line.word(from).is_some_and(|word| word.is(LIGHT) && !is_last(line, from)) {
        from += 1;
    }
    let goes_on = |i: &usize| {
        let word = line.word(*i).filter(|_| *i < to);
        let first = *i == from;
        word.is_some_and(|word| {
            let figure = line.figure.get(*i).copied().flatten().is_some();
            let joined = !first && (gap(line, *i) > Gap::Mark || !word.definite());
            !figure && !joined && !ends(word)
        })
    };
    let words: Vec<usize> = (from..from + LONGEST).take_while(goes_on).collect();
    // «الأهلي المصري» is «الأهلي», and «مانشستر سيتي» not «مانشستر يونايتد».
    let of = |i: usize| line.word(i).is_some_and(|w| line.cx.is(w.at(), Class::Nisba));
    let words = match words.split_last() {
        Some((last, rest)) if !rest.is_empty() && of(*last) => rest.to_vec(),
        _ => words,
    };
    let foreign = words.len() == 1 && line.word(from).is_some_and(|word| !word.definite());
    let second = line.word(from + 1).filter(|word| {
        let unknown = line.cx.token(word.at()).is_some_and(|token| token.entry.is_none());
        let place = line
            .cx
            .is_one_of(word.at(), const { Classes::of(&[Class::Place, Class::Org, Class::Given]) });
        foreign && word.gap == Gap::Space && from + 1 < to && (unknown || place) && !ends(word)
    });
    if let Some((first, second)) = line.word(from).zip(second) {
        return Some(format!("{} {}", first.folded, second.folded));
    }
    let name: Vec<&str> =
        words.into_iter().filter_map(|i| line.word(i).map(|w| called(&line.cx, w))).collect();
    (!name.is_empty()).then(|| name.join(" "))
}

/// Whether no word of a name follows.
fn is_last(line: &Line, at: usize) -> bool {
    let next = line.word(at + 1);
    next.is_none_or(|next| next.gap > Gap::Mark || ends(next))
}

/// Whether a word is none of a name.
fn ends(word: &Word) -> bool {
    const NONE: &[&str] = &[
        "في",
        "علي",
        "امام",
        "ضد",
        "مع",
        "من",
        "الي",
        "عن",
        "بعد",
        "قبل",
        "خلال",
        "ضمن",
        "الذي",
        "التي",
        "بنتيجه",
        "بواقع",
        "برسم",
        "امس",
        "اليوم",
        "مساء",
        "يوم",
        "وديا",
        "ايابا",
        "ذهابا",
        "بهدف",
        "منتخبنا",
        "فريقنا",
        "نهائي",
        "ارضه",
        "ملعبه",
        "ارضها",
        "ملعبها",
        "لحساب",
        "باهداف",
        "بركلات",
        "استاد",
        "ستاد",
        "ملعب",
        "ميدان",
        "نهايه",
        "نتيجه",
        "بدايه",
        "ختام",
    ];
    word.folded.chars().count() < 3 || NONE.contains(&word.folded)
}

/// What a word of a name is called: a place of the gazetteer and those who are of it by its path.
fn called<'w>(cx: &Context, word: &Word<'w>) -> &'w str {
    let known = [Class::Place, Class::Nisba].into_iter();
    let mut known = known.filter_map(|class| cx.word_sense(word.at(), class));
    known.next().map_or(word.stem(), |sense| sense.id)
}
