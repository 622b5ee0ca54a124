//! One thing of which two reports tell different figures in words of their own, so that their claims
//! have different topics: «دفعت فدية قدرها 2.5 مليون دولار» and «حصل الخاطفون على 1.8 مليون دولار».
//!
//! Begin with [`met`]. A claim that stands alone joins those of another report that count the same
//! noun, or measure in the same unit, where the words round them are alike and nothing else in either
//! report fits nearly as well; between two briefs less will do (`ground`). Two topics of the lexicon
//! never meet, for it tells them apart, but for those that one thing may go by ([`super::sisters`]).

mod ground;

use std::cell::LazyCell;
use std::collections::{BTreeMap, BTreeSet};

use crate::article::ArticleId;
use crate::facts::{Facet, Kind, Mode, Unit, Value, topic};
use crate::text::InOrder;

use super::Report;
use super::align::{Group, Told, one_value_each};
use super::briefs::briefs;
use super::likeness::{ALIKE_BRIEF, Ends, Topics};
use super::names::Names;
use super::near::Surroundings;
use super::sisters::are_sisters;
use super::swapped::is_swapped;
use super::unit::{coin, comparable};
use super::value::{Relation, relate};
use super::words::{Word, Words};
use ground::Ground;

/// What a likely slip of the pen adds to the likeness of two figures of one sort.
const SWAPPED: f64 = 1.0;
/// How much more alike two claims are than either is to any other.
const MARGIN: f64 = 0.1;
/// Groups of one kind that are held against each other at most.
const MOST: usize = 80;
/// Pairs of groups that are weighed at most.
const LIKEST: usize = 400;
/// Claims of a group that another is held against at most.
const CLAIMS: usize = 6;
/// Sentences that are thought to stand beside those of the reports, so that in a few short ones the
/// words they share are not taken for everybody's.
const BACKGROUND: f64 = 30.0;
/// Share of the sentences from which a word tells nothing.
const EVERYBODY: f64 = 0.25;

/// What a figure is counted or measured in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Sort<'a> {
    People(Option<Word>),
    Unit(&'a str),
}

/// A claim with what it is compared by.
struct Side<'g, 'a> {
    told: &'g Told<'a>,
    around: Surroundings,
    sort: Sort<'a>,
}

impl Side<'_, '_> {
    fn is_people(&self) -> bool {
        matches!(self.sort, Sort::People(_))
    }
}

/// A group with its claims.
struct End<'g, 'a> {
    at: usize,
    group: &'g Group<'a>,
    sides: Vec<Side<'g, 'a>>,
    /// One report tells it, and one figure.
    lone: bool,
}

/// A group that might join another one, and how alike they are.
struct Fit {
    likeness: f64,
    one: usize,
    home: usize,
}

/// Joins claims that stand alone in their reports to those of others that say the same thing with
/// other figures.
pub fn met<'a>(
    mut groups: Vec<Group<'a>>,
    reports: &[Report],
    names: &Names,
    words: &Words,
) -> Vec<Group<'a>> {
    let weights = LazyCell::new(|| weights(reports, words));
    let weight = |root: Word| weights.get(root as usize).copied().unwrap_or(1.0);
    let briefs = briefs(reports, words);
    for (one, home) in joined(&groups, &weight, &briefs, (names, words)) {
        let moved = groups.get_mut(one).map(|group| std::mem::take(&mut group.told));
        if let Some(home) = groups.get_mut(home) {
            home.told.extend(moved.into_iter().flatten());
            home.told.put_in_order_of(|told| told.claim);
            home.firm = true;
        }
    }
    groups.retain(|group| !group.told.is_empty());
    for group in groups.iter_mut().filter(|group| is_loose(group)) {
        group.firm = is_slip(&group.told);
    }
    groups
}

/// Whether a group that words made holds figures of one noun or unit that may not be set against each
/// other yet, one of each report.
fn is_loose(group: &Group) -> bool {
    let each = one_value_each(&group.key, &group.told);
    !group.firm && is_open(group) && each && group.told.iter().all(is_firm)
}

/// Whether the figure of one report is a slip of the pen for that of another.
fn is_slip(told: &[Told]) -> bool {
    let told = told.get(..MOST).unwrap_or(told);
    let pairs =
        told.iter().enumerate().flat_map(|(at, a)| told.iter().skip(at + 1).map(move |b| (a, b)));
    let mut across = pairs.filter(|(a, b)| a.claim.article != b.claim.article && may_meet(a, b));
    across.any(|(a, b)| is_swapped(a, b))
}

/// How much each root tells: the fewer sentences have it, the more.
fn weights(reports: &[Report], words: &Words) -> Vec<f64> {
    let mut holders: Vec<u32> = Vec::new();
    let mut sentences = BACKGROUND;
    let mut roots: Vec<Word> = Vec::new();
    let articles = reports.iter().map(|report| report.article.id);
    for (article, span) in articles.flat_map(|id| words.of(id).map(move |span| (id, span))) {
        roots.clear();
        roots.extend(words.roots(article, span));
        roots.sort_unstable();
        roots.dedup();
        sentences += f64::from(u8::from(!roots.is_empty()));
        let most = roots.last().map_or(0, |last| *last as usize + 1);
        holders.resize(holders.len().max(most), 0);
        for root in &roots {
            if let Some(count) = holders.get_mut(*root as usize) {
                *count += 1;
            }
        }
    }
    let weight =
        |count: u32| (sentences * EVERYBODY / (f64::from(count) + 1.0)).ln().clamp(0.1, 1.0);
    // Thousands of words stand in one sentence or in two.
    let few: [f64; 16] = std::array::from_fn(|count| weight(count as u32));
    let known = |count: u32| few.get(count as usize).copied().unwrap_or_else(|| weight(count));
    holders.into_iter().map(known).collect()
}

/// The groups that move, each with the group it moves to.
fn joined(
    groups: &[Group],
    weight: &impl Fn(Word) -> f64,
    briefs: &BTreeSet<ArticleId>,
    (names, words): (&Names, &Words),
) -> Vec<(usize, usize)> {
    let mut by_kind: BTreeMap<Kind, Vec<End>> = BTreeMap::new();
    for (at, group) in groups.iter().enumerate() {
        let Some(first) = group.told.first().filter(|told| is_firm(told)) else { continue };
        let ends = by_kind.entry(first.fact.kind).or_default();
        if ends.len() < MOST {
            let sides = group.told.iter().take(CLAIMS).map(|told| Side {
                told,
                around: Surroundings::of(told, names, words),
                sort: sort(told, words),
            });
            ends.push(End { at, group, sides: sides.collect(), lone: is_lone(group) });
        }
    }
    by_kind.into_values().flat_map(|ends| clear(&fits(&ends, briefs, weight), &ends)).collect()
}

/// Every pair of groups of a kind that might be of one thing, the likest first.
fn fits(ends: &[End], briefs: &BTreeSet<ArticleId>, weight: &impl Fn(Word) -> f64) -> Vec<Fit> {
    let ground = Ground::of(ends, briefs);
    let mut fits = Vec::new();
    for (one, end) in ends.iter().enumerate().filter(|(_, end)| end.lone) {
        for (home, other) in ends.iter().enumerate() {
            // Of two that stand alone either may join the other: once is enough.
            let again = other.lone && home < one;
            if home != one && !again {
                let likeness = likeness(end, other, &ground, weight);
                fits.extend(likeness.map(|likeness| Fit { likeness, one, home }));
            }
        }
    }
    fits.put_in_order(|a, b| b.likeness.total_cmp(&a.likeness));
    fits.truncate(LIKEST);
    fits
}

/// Whether two values are one figure, however near it is meant.
fn same_figure(a: &Value, b: &Value) -> bool {
    let bounds = |value: &Value| match value {
        Value::Quantity(quantity) => Some((quantity.low.to_bits(), quantity.high.to_bits())),
        _ => None,
    };
    bounds(a) == bounds(b)
}

/// How alike a claim that stands alone is to the nearest of another group, where that is enough.
fn likeness<'a>(
    one: &End<'_, 'a>,
    home: &End<'_, 'a>,
    ground: &Ground<'_, 'a>,
    weight: &impl Fn(Word) -> f64,
) -> Option<f64> {
    let own = one.sides.first()?;
    let article = own.told.claim.article;
    let same_key = one.group.key == home.group.key;
    let apart = home.group.told.iter().all(|told| told.claim.article != article);
    let sisters = are_sisters(&one.group.key, &home.group.key);
    let topics = match (same_key, sisters) {
        (true, _) => Topics::One,
        (_, true) => Topics::Sisters,
        _ => Topics::Other,
    };
    let open = same_key || sisters || is_open(one.group) || is_open(home.group);
    if !apart || !open || !home.sides.iter().all(|side| may_meet(own.told, side.told)) {
        return None;
    }
    let like = |side: &Side<'_, 'a>| {
        let counted = own.told.fact.kind == Kind::Count
            && own.sort != Sort::People(None)
            && own.sort == side.sort;
        let crowds = ground.are_crowds(own, side);
        if own.told.fact.kind == Kind::Count && !counted && !same_key && !crowds {
            return None;
        }
        let likeness = own.around.likeness_by(&side.around, weight);
        if own.sort == side.sort && is_swapped(own.told, side.told) {
            return Some(likeness + SWAPPED);
        }
        let sole = ground.are_sole(own, side);
        let fit = Ends { counted, sole, topics, two: ground.two };
        let brief = crowds || ground.are_left(own, side);
        let enough = fit.enough(own.told, side.told);
        let enough = if brief { enough.min(ALIKE_BRIEF) } else { enough };
        (likeness >= enough).then_some(likeness)
    };
    home.sides.iter().filter_map(like).max_by(f64::total_cmp)
}

/// The pairs that fit better than any other of either, a topic of the lexicon as the home.
fn clear(fits: &[Fit], ends: &[End]) -> Vec<(usize, usize)> {
    let tells = |at: usize, of: usize| {
        let articles = |at: usize| {
            let told = ends.get(at).map_or(&[][..], |end| &end.group.told);
            told.iter().map(|told| told.claim.article)
        };
        articles(at).any(|article| articles(of).any(|other| other == article))
    };
    let rival = |fit: &Fit| {
        fits.iter().any(|other| {
            let (shared, third) = match () {
                () if other.one == fit.one => (fit.home, other.home),
                () if other.home == fit.one => (fit.home, other.one),
                () if other.one == fit.home => (fit.one, other.home),
                () if other.home == fit.home => (fit.one, other.one),
                () => return false,
            };
            third != shared && tells(third, shared) && other.likeness > fit.likeness - MARGIN
        })
    };
    let mut taken = vec![false; ends.len()];
    let mut out = Vec::new();
    for fit in fits.iter().filter(|fit| !rival(fit)) {
        let (Some(one), Some(home)) = (ends.get(fit.one), ends.get(fit.home)) else { continue };
        let free = |at: usize| taken.get(at).is_some_and(|taken| !taken);
        if !free(fit.one) || !free(fit.home) {
            continue;
        }
        for at in [fit.one, fit.home] {
            if let Some(taken) = taken.get_mut(at) {
                *taken = true;
            }
        }
        let swap = home.lone && is_open(home.group) && !is_open(one.group);
        out.push(if swap { (home.at, one.at) } else { (one.at, home.at) });
    }
    out
}

/// Whether nothing that narrows two figures tells them apart, and they are of units that compare.
fn may_meet(a: &Told, b: &Told) -> bool {
    const NARROWS: [Facet; 6] =
        [Facet::Part, Facet::Per, Facet::Event, Facet::When, Facet::Qualifier, Facet::Place];
    let facet = |told: &Told, facet: Facet| {
        let scope = &told.fact.topic.scope;
        scope.iter().find(|(f, _)| *f == facet).map(|(_, value)| value.clone())
    };
    let (Value::Quantity(one), Value::Quantity(other)) = (&a.fact.value, &b.fact.value) else {
        return false;
    };
    a.fact.kind == b.fact.kind
        && !(is_planned(a) && is_told(b) || is_told(a) && is_planned(b))
        && comparable(&one.unit, &other.unit)
        && NARROWS.into_iter().all(|narrow| facet(a, narrow) == facet(b, narrow))
        && relate(&b.fact.topic.key, &a.fact.value, &b.fact.value) != Relation::Unrelated
}

/// What is still to be done is no figure of what was done; an estimate («يقدّر») may be of either.
fn is_planned(told: &Told) -> bool {
    told.fact.mode == Mode::Planned
}

fn is_told(told: &Told) -> bool {
    told.fact.mode == Mode::Fact
}

fn is_firm(told: &Told) -> bool {
    let kinds = [Kind::Count, Kind::Money, Kind::Duration, Kind::Percent, Kind::Measure];
    kinds.contains(&told.fact.kind) && matches!(told.fact.value, Value::Quantity(_))
}

/// A group of one report that tells one figure.
fn is_lone(group: &Group) -> bool {
    let first = group.told.first();
    group.told.iter().all(|told| {
        first.is_some_and(|first| {
            told.claim.article == first.claim.article
                && same_figure(&told.fact.value, &first.fact.value)
        })
    })
}

fn is_open(group: &Group) -> bool {
    topic::frame(&group.key).is_none()
}

/// What a claim counts or measures in. Who the people are is the last word of the claim, or the first
/// where the figure comes after it.
fn sort<'a>(told: &Told<'a>, words: &Words) -> Sort<'a> {
    let Value::Quantity(quantity) = &told.fact.value else { return Sort::Unit("") };
    match &quantity.unit {
        Unit::Of(noun) if noun == "person" => {
            let mut roots = words.roots(told.claim.article, told.fact.span);
            let first = told.fact.rule == "count.definite";
            Sort::People(if first { roots.next() } else { roots.last() })
        }
        Unit::Of(noun) => Sort::Unit(noun),
        Unit::Money(currency) => Sort::Unit(coin(&currency.0)),
        Unit::Measure(symbol) => Sort::Unit(symbol),
        _ => Sort::Unit(""),
    }
}
