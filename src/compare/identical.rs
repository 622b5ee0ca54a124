//! One figure that two reports tell in words of their own: «كلفة القمر 48 مليونا» and «الرقم المعلن
//! 48 مليونا» are of one thing, though no frame reads the second.
//!
//! Begin with [`recognised`]. Only a figure that is unlikely to be told of two things counts, the
//! words round it must be alike as well, and nothing is set against anything by it: what joins
//! tells the very value that the others tell.

use std::cell::LazyCell;
use std::collections::{BTreeMap, BTreeSet};

use crate::facts::{Kind, Quantity, Unit, Value};
use crate::text::InOrder;

use super::align::{Group, Told};
use super::names::Names;
use super::near::Surroundings;
use super::words::Words;

/// Likeness of the words from which the same figure is of one thing.
const ALIKE: f64 = 0.2;
/// The same where the topics are of one key, and the text tells them apart.
const ALIKE_APART: f64 = 0.4;
/// Figures below this may be told of anything, unless they have a fraction.
const SMALL: f64 = 20.0;
/// Claims of one figure that are held against each other at most.
const MOST: usize = 12;

/// A figure, from and to as bits, and what it is measured in.
type Mark<'a> = (u64, u64, Option<&'a Unit>);

/// Joins the claim of a report that stands alone to the group in which other reports tell the
/// same figure.
pub fn recognised<'a>(mut groups: Vec<Group<'a>>, names: &Names, words: &Words) -> Vec<Group<'a>> {
    for (at, home) in homes(&groups, names, words) {
        let moved = groups.get_mut(at).map(|group| std::mem::take(&mut group.told));
        if let Some(group) = groups.get_mut(home) {
            group.told.extend(moved.into_iter().flatten());
            group.told.put_in_order_of(|told| told.claim);
        }
    }
    groups.retain(|group| !group.told.is_empty());
    groups
}

/// The groups that join another one, with that one; none is joined that joins another itself.
fn homes(groups: &[Group], names: &Names, words: &Words) -> BTreeMap<usize, usize> {
    let mut told: BTreeMap<Mark, Vec<usize>> = BTreeMap::new();
    for (at, group) in groups.iter().enumerate() {
        for mark in group.told.iter().filter_map(mark) {
            let known = told.entry(mark).or_default();
            if known.last() != Some(&at) {
                known.push(at);
            }
        }
    }
    let mut homes = BTreeMap::new();
    let mut joined = BTreeSet::new();
    for (at, group) in groups.iter().enumerate() {
        let Some((first, mark)) = lone(group).filter(|_| !joined.contains(&at)) else { continue };
        let around = LazyCell::new(|| Surroundings::of(first, names, words));
        let others = told.get(&mark).into_iter().flatten().take(MOST).copied();
        let free = others.filter(|other| *other != at && !homes.contains_key(other));
        let fits = free.filter_map(|other| {
            let home = groups.get(other).filter(|home| may_join(group, home))?;
            Some((other, likeness(&around, &mark, group, home, (names, words))?))
        });
        if let Some((home, _)) = fits.max_by(|a, b| a.1.total_cmp(&b.1)) {
            homes.insert(at, home);
            joined.insert(home);
        }
    }
    homes
}

/// The first claim and the figure of a group that holds nothing else, told by one report.
fn lone<'g, 'a>(group: &'g Group<'a>) -> Option<(&'g Told<'a>, Mark<'a>)> {
    let (first, rest) = group.told.split_first()?;
    let mark = mark(first)?;
    let same = |other: &Told| {
        other.claim.article == first.claim.article && self::mark(other).as_ref() == Some(&mark)
    };
    rest.iter().all(same).then_some((first, mark))
}

/// A figure that says by itself what it is of, more or less: «48 مليونا», «31.7 %», not «5».
fn mark<'a>(told: &Told<'a>) -> Option<Mark<'a>> {
    let Value::Quantity(quantity) = &told.fact.value else { return None };
    let Quantity { low, high, unit, .. } = quantity;
    let unit = match unit {
        Unit::None => None,
        // Whoever is counted, the figure is the same.
        Unit::Of(_) if told.fact.kind == Kind::Count => None,
        unit => Some(unit),
    };
    let telling = low.fract() != 0.0 || (*low >= SMALL && has_two_digits(*low));
    telling.then(|| (low.to_bits(), high.to_bits(), unit))
}

/// Whether a figure is more than one digit and noughts.
fn has_two_digits(figure: f64) -> bool {
    let mut rest = figure;
    while rest >= 10.0 && rest % 10.0 == 0.0 {
        rest /= 10.0;
    }
    rest >= 10.0
}

/// Whether a lone claim may be one of those of another group: no report of theirs tells it, and
/// where the topics differ its own is of words and the other's of no other kind.
fn may_join(alone: &Group, other: &Group) -> bool {
    let report = alone.told.first().map(|told| told.claim.article);
    let near = || kind(alone).is_some_and(|own| kind(other).is_none_or(|other| other == own));
    other.told.iter().all(|told| Some(told.claim.article) != report)
        && (alone.key == other.key || is_kind_of(&alone.key, &other.key) || near())
}

/// `goal.minute.winner` is a `goal.minute`, which a report may leave it at.
fn is_kind_of(one: &str, other: &str) -> bool {
    let more = |long: &str, short: &str| {
        long.strip_prefix(short).is_some_and(|rest| rest.starts_with('.'))
    };
    more(one, other) || more(other, one)
}

/// What a topic of words is a topic of («count», «money»).
fn kind<'g>(group: &'g Group) -> Option<&'g str> {
    group.key.split_once(':').map(|(kind, _)| kind)
}

/// How much the words round a lone claim are like those round the same figure of another group,
/// where that is enough.
fn likeness(
    around: &Surroundings,
    mark: &Mark,
    alone: &Group,
    other: &Group,
    (names, words): (&Names, &Words),
) -> Option<f64> {
    let same = other.told.iter().filter(|told| self::mark(told).as_ref() == Some(mark));
    let like = same
        .take(MOST)
        .map(|told| Surroundings::of(told, names, words).likeness(around))
        .fold(0.0, f64::max);
    let enough = if alone.key == other.key { ALIKE_APART } else { ALIKE };
    (like >= enough).then_some(like)
}

#[cfg(test)]
mod tests {
    use super::super::told_tests::read;

    /// How many claims each group of more than one holds.
    fn shared(texts: &[&str]) -> Vec<usize> {
        let reports: Vec<_> = texts.iter().map(|text| (*text, "2026-05-04")).collect();
        let found = read(&reports);
        assert!(found.disagreements.is_empty(), "{:?}", found.disagreements);
        found.subjects.iter().map(|s| s.claims.len()).filter(|claims| *claims > 1).collect()
    }

    #[test]
    fn a_figure_is_recognised_in_other_words() {
        let texts = [
            "تبلغ كلفة الجسر الجديد في الميناء 48 مليون دينار.",
            "الجسر الجديد في الميناء. الرقم المعلن للجسر 48 مليون دينار.",
        ];
        assert_eq!(shared(&texts), [2]);
    }

    #[test]
    fn a_small_figure_and_a_strange_neighbourhood_are_not_enough() {
        assert_eq!(shared(&["بنت الشركة 5 خزانات.", "نقل المركز 5 أجهزة."]), [] as [usize; 0]);
        let texts = [
            "تبلغ كلفة الجسر الجديد في الميناء 48 مليون دينار.",
            "باع التاجر كل ما في المخزن القديم بسعر زهيد، فبلغت أرباحه 48 مليون دينار.",
        ];
        assert_eq!(shared(&texts), [] as [usize; 0]);
    }
}
