//! What one report tells and another tells the opposite of: «كان الباب مقفلا», «كان الباب مفتوحا».
//!
//! Begin with [`opposed`]. Which words are opposites is in `assets/topics/opposites.toml`; whether two
//! of them are told of one thing is asked as it is of what is denied (`parties`). A word whose
//! opposite nobody tells of the same thing is no claim.

use std::collections::{BTreeMap, BTreeSet};

use crate::article::Article;
use crate::facts::topic::{self, Attribute, AttributeValue};

use super::super::copies::Groups;
use super::super::words::{Word, Words};
use super::act::Act;
use super::sentence::Sentence;
use super::telling;

/// A word that has an opposite, where a report tells it.
pub struct Side {
    pub report: usize,
    pub act: Act,
    pub attribute: &'static Attribute,
    pub value: &'static AttributeValue,
}

/// Words of a report that are asked for their opposite at most: two tables of a thousand lines would be
/// held against each other line by line.
const MOST: usize = 200;

/// Which words of the folder have an opposite, by their number.
pub fn words_with_opposite(words: &Words) -> Vec<Option<(&'static Attribute, usize)>> {
    words.spellings().map(topic::side).collect()
}

/// What the words of an event may say that another report tells the opposite of.
struct Said<'a> {
    known: &'a [Option<(&'static Attribute, usize)>],
    /// The keys of which the reports have different words; not told where a report has too many of them
    /// to be read to its end.
    divided: Option<BTreeSet<&'static str>>,
}

impl Said<'_> {
    /// The side that a word is on, by its number.
    fn side(&self, word: Word) -> Option<(&'static Attribute, usize)> {
        let (attribute, value) = side_of(self.known, word)?;
        let divides = |keys: &BTreeSet<_>| keys.contains(attribute.key);
        self.divided.as_ref().is_none_or(divides).then_some((attribute, value))
    }
}

fn side_of(
    known: &[Option<(&'static Attribute, usize)>],
    word: Word,
) -> Option<(&'static Attribute, usize)> {
    known.get(word as usize).copied().flatten()
}

/// The keys of which reports of the event have different words: no other can be told the opposite of, and
/// its sentences need not be read.
fn divided(
    reports: &[usize],
    known: &[Option<(&'static Attribute, usize)>],
    words: &Words,
) -> Option<BTreeSet<&'static str>> {
    let mut all: Vec<(&'static str, usize)> = Vec::new();
    for report in reports {
        let said = words.sentences(*report).flat_map(|(_, words)| words);
        let before = all.len();
        all.extend(said.filter_map(|word| {
            let (attribute, value) = side_of(known, *word)?;
            Some((attribute.key, value))
        }));
        if all.len() - before > MOST {
            return None;
        }
    }
    all.sort_unstable();
    let differ = |run: &&[(&str, usize)]| run.first() != run.last();
    let runs = all.chunk_by(|one, other| one.0 == other.0).filter(differ);
    Some(runs.filter_map(|run| run.first().map(|(key, _)| *key)).collect())
}

/// The sides that meet an opposite told of the same thing by another report of the event.
pub fn opposed(
    reports: &[usize],
    known: &[Option<(&'static Attribute, usize)>],
    (articles, words): (&[Article], &Words),
) -> Vec<Vec<Side>> {
    let said = Said { known, divided: divided(reports, known, words) };
    let all: Vec<Side> =
        reports.iter().flat_map(|report| sides(*report, &said, (articles, words))).collect();
    let torn = torn(&all);
    let bare = |side: &Side| !torn.contains(&(side.attribute.key, side.report));
    let day = |side: &Side| articles.get(side.report)?.published.as_ref().map(|day| day.value);
    let meet = |one: &Side, other: &Side| {
        other.report != one.report
            && other.value.id != one.value.id
            && (!one.attribute.by_day || day(one) == day(other))
            && one.act.is_of_same(&other.act)
    };
    let mut of_key: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, side) in all.iter().enumerate().filter(|(_, side)| bare(side)) {
        of_key.entry(side.attribute.key).or_default().push(at);
    }
    let mut groups = Groups::new(all.len());
    for places in of_key.values() {
        for (nth, at) in places.iter().enumerate() {
            for next in places.iter().skip(nth + 1) {
                if all.get(*at).zip(all.get(*next)).is_some_and(|(one, other)| meet(one, other)) {
                    groups.join(*at, *next);
                }
            }
        }
    }
    let mut all: Vec<Option<Side>> = all.into_iter().map(Some).collect();
    let mut taken = |at: &usize| all.get_mut(*at).and_then(Option::take);
    let found = groups.all().into_iter().filter(|group| group.len() > 1);
    found.map(|group| group.iter().filter_map(&mut taken).collect()).collect()
}

/// Of which topics which reports use both words: whoever does tells of two things, times or parts, and
/// which is meant is not known.
fn torn(all: &[Side]) -> BTreeSet<(&'static str, usize)> {
    let mut first: BTreeMap<(&str, usize), &str> = BTreeMap::new();
    let place = |side: &Side| (side.attribute.key, side.report);
    all.iter()
        .filter(|side| *first.entry(place(side)).or_insert(side.value.id) != side.value.id)
        .map(place)
        .collect()
}

/// The words of one report that have an opposite.
fn sides(report: usize, said: &Said, (articles, words): (&[Article], &Words)) -> Vec<Side> {
    let Some(article) = articles.get(report) else { return Vec::new() };
    let mut found: Vec<Side> = Vec::new();
    let has_side = |(_, words): &(_, &[Word])| words.iter().any(|word| said.side(*word).is_some());
    for one in words.sentences(report).filter(has_side) {
        if found.len() >= MOST {
            break;
        }
        let sentence = Sentence::of(article, one, words);
        for (at, number) in sentence.numbers.iter().enumerate() {
            let Some((attribute, value)) = said.side(*number) else { continue };
            let told = telling::is_told(&sentence, at).then(|| Act::of(&sentence, at, at, true));
            let (Some(act), Some(value)) = (told.flatten(), attribute.values.get(value)) else {
                continue;
            };
            found.push(Side { report, act, attribute, value });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::compare::Verdict;
    use crate::compare::told_tests::read;

    /// The topics of what the two tell the opposite of.
    fn opposed(one: &str, other: &str, days: [&str; 2]) -> Vec<String> {
        let all = read(&[(one, days[0]), (other, days[1])]);
        let found = all.disagreements.into_iter().filter(|one| one.topic.starts_with("opposite."));
        found
            .map(|one| {
                assert_eq!(one.verdict, Verdict::Contradiction);
                one.topic
            })
            .collect()
    }

    const DAY: [&str; 2] = ["2026-05-04", "2026-05-04"];

    #[test]
    fn opposite_words_of_one_thing_contradict_each_other() {
        for (one, other, topic) in [
            (
                "كان باب المخزن مقفلا وقت السرقة.",
                "وقال الجيران إن باب المخزن كان مفتوحا.",
                "opposite.lock",
            ),
            (
                "ارتفعت أسعار الزيتون في سوق المدينة.",
                "وانخفضت أسعار الزيتون بحسب التجار.",
                "opposite.direction",
            ),
            ("كان حارس البوابة نائما.", "وكان حارس البوابة مستيقظا.", "opposite.sleep"),
            ("دخل المحتجون مبنى الإذاعة سلميا.", "دخل المحتجون مبنى الإذاعة عنوة.", "opposite.force"),
        ] {
            assert_eq!(opposed(one, other, DAY), [topic], "{one} / {other}");
        }
    }

    #[test]
    fn of_another_thing_another_day_or_within_one_report_they_do_not() {
        for (one, other, days) in [
            ("كان باب المخزن مقفلا.", "وكانت نافذة المكتب مفتوحة.", DAY),
            ("لم يكن باب المخزن مقفلا.", "وكان باب المخزن مفتوحا.", DAY),
            (
                "ارتفعت أسعار الزيتون في السوق.",
                "انخفضت أسعار الزيتون في السوق.",
                ["2026-05-04", "2026-05-05"],
            ),
            (
                "كان باب المخزن مفتوحا.",
                "كان باب المخزن مقفلا في المساء. وكان باب المخزن مفتوحا في الصباح.",
                DAY,
            ),
        ] {
            assert!(opposed(one, other, days).is_empty(), "{one} / {other}");
        }
    }
}
