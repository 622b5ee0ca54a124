//! What a report tells but once: of that two reports speak of one thing though few words are shared,
//! the more so where both are briefs.

use std::collections::{BTreeMap, BTreeSet};

use crate::article::ArticleId;
use crate::facts::{Kind, Value};

use super::{End, Side, Sort, same_figure};

/// What the reports tell but once.
pub struct Ground<'g, 'a> {
    /// The sorts of which a report tells one figure.
    sole: BTreeSet<(ArticleId, Sort<'a>)>,
    /// The same but for what another report tells as well.
    left: BTreeSet<(ArticleId, Sort<'a>)>,
    /// Reports that tell one figure of people, whoever they are, but for what another tells as well.
    crowd: BTreeSet<ArticleId>,
    /// Reports of a few sentences.
    briefs: &'g BTreeSet<ArticleId>,
    /// No more than two reports tell anything of the kind.
    pub two: bool,
}

impl<'g, 'a> Ground<'g, 'a> {
    /// What is told but once among the claims of one kind.
    pub fn of(ends: &[End<'_, 'a>], briefs: &'g BTreeSet<ArticleId>) -> Self {
        let mut sorts = Figures::default();
        let mut left = Figures::default();
        let mut people = Figures::default();
        for (end, side) in ends.iter().flat_map(|end| end.sides.iter().map(move |side| (end, side)))
        {
            let (article, value) = (side.told.claim.article, &side.told.fact.value);
            if !has_met(end) {
                sorts.add((article, side.sort), value);
            }
            if is_shared(end, side, ends) {
                continue;
            }
            left.add((article, side.sort), value);
            if side.is_people() {
                people.add(article, value);
            }
        }
        let sides = ends.iter().flat_map(|end| &end.sides);
        let two = sides.map(|side| side.told.claim.article).collect::<BTreeSet<_>>().len() == 2;
        Self { sole: sorts.single(), left: left.single(), crowd: people.single(), briefs, two }
    }

    /// Whether each report tells one figure of its sort.
    pub fn are_sole(&self, one: &Side<'_, 'a>, other: &Side<'_, 'a>) -> bool {
        [one, other].iter().all(|side| self.sole.contains(&(side.told.claim.article, side.sort)))
    }

    /// Whether each report is a brief that tells one figure of its sort which no other tells.
    pub fn are_left(&self, one: &Side<'_, 'a>, other: &Side<'_, 'a>) -> bool {
        let left = |side: &Side<'_, 'a>| self.left.contains(&(side.told.claim.article, side.sort));
        left(one) && left(other) && self.are_brief(one, other)
    }

    /// Whether both stand in briefs, which tell of one thing and little more. Ages are told of one
    /// person here and of another there.
    fn are_brief(&self, one: &Side, other: &Side) -> bool {
        let aged = |side: &Side| side.sort == Sort::Unit("year_of_age");
        [one, other].iter().all(|side| self.briefs.contains(&side.told.claim.article)) && !aged(one)
    }

    /// Whether both count people, each the only ones that its brief counts.
    pub fn are_crowds(&self, one: &Side, other: &Side) -> bool {
        let alone = |side: &Side| side.is_people() && self.crowd.contains(&side.told.claim.article);
        one.told.fact.kind == Kind::Count
            && alone(one)
            && alone(other)
            && self.are_brief(one, other)
    }
}

/// Whether a sum or a measure has met that of another report. Points and people are counted of many:
/// that one count has met says nothing of the next.
fn has_met(end: &End) -> bool {
    let first = end.group.told.first();
    first.is_some_and(|first| {
        let article = first.claim.article;
        first.fact.kind != Kind::Count
            && end.group.told.iter().any(|told| told.claim.article != article)
    })
}

/// Whether another report tells the same of it, or the same figure.
fn is_shared(end: &End, side: &Side, ends: &[End]) -> bool {
    let article = side.told.claim.article;
    let met = end.group.told.iter().any(|told| told.claim.article != article);
    let repeated = |other: &Side| {
        other.told.claim.article != article
            && other.sort == side.sort
            && same_figure(&other.told.fact.value, &side.told.fact.value)
    };
    met || ends.iter().flat_map(|end| &end.sides).any(repeated)
}

/// The figures that are told of something.
struct Figures<'f, K>(BTreeMap<K, Vec<&'f Value>>);

impl<K> Default for Figures<'_, K> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<'f, K: Ord> Figures<'f, K> {
    fn add(&mut self, of: K, value: &'f Value) {
        let known = self.0.entry(of).or_default();
        if !known.iter().any(|other| same_figure(other, value)) {
            known.push(value);
        }
    }

    /// Of what one figure is told.
    fn single(self) -> BTreeSet<K> {
        self.0.into_iter().filter(|(_, values)| values.len() == 1).map(|(of, _)| of).collect()
    }
}
