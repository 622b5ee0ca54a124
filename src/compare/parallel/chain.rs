//! The pairs of paragraphs that keep the order of both reports and have most in common.

use std::collections::{BTreeMap, BTreeSet};

use super::{Column, Node, WORD};

/// A word or claim in more paragraphs of the reports than this joins none.
const COMMON: usize = 12;
/// Likeness from which two paragraphs tell the same.
const ENOUGH: f64 = 0.16;
/// What a shared claim weighs against a shared word.
const CLAIM: f64 = 3.0;

/// How much a shared word or claim says.
pub struct Weights {
    /// In how many paragraphs it stands.
    spread: BTreeMap<u64, usize>,
}

impl Weights {
    /// Of the words and claims of these reports.
    pub fn of(columns: &[Column]) -> Self {
        let mut spread = BTreeMap::new();
        for about in columns.iter().flat_map(|column| &column.about) {
            for mark in about {
                *spread.entry(*mark).or_default() += 1;
            }
        }
        Self { spread }
    }

    fn of_mark(&self, mark: u64) -> f64 {
        let spread = self.spread.get(&mark).copied().unwrap_or(1).max(1);
        let rare = 1.0 / (spread as f64).sqrt();
        if mark & WORD == 0 { CLAIM * rare } else { rare }
    }

    fn total(&self, about: &BTreeSet<u64>) -> f64 {
        about.iter().map(|mark| self.of_mark(*mark)).sum()
    }
}

/// The pairs (rung, paragraph) of most weight that keep the order of both.
pub fn chain(nodes: &[Node], own: &[BTreeSet<u64>], weights: &Weights) -> Vec<(usize, usize)> {
    let mut holders: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
    for (at, node) in nodes.iter().enumerate() {
        for mark in &node.about {
            holders.entry(*mark).or_default().push(at);
        }
    }
    let totals: Vec<f64> = nodes.iter().map(|node| weights.total(&node.about)).collect();
    // The best chain that ends at each rung so far: weight, and the pair it ends with.
    let mut links: Vec<(f64, usize, usize, Option<usize>)> = Vec::new();
    let mut best = Best::new(nodes.len());
    for (piece, about) in own.iter().enumerate() {
        let found = likenesses(about, &holders, &totals, weights);
        let ends: Vec<_> = found
            .into_iter()
            .map(|(node, likeness)| {
                let before = best.below(node);
                let sum = before.map_or(0.0, |link| links.get(link).map_or(0.0, |link| link.0));
                (sum + likeness, node, piece, before)
            })
            .collect();
        for end in ends {
            links.push(end);
            best.put(end.1, links.len() - 1, &links);
        }
    }
    let mut at = best.below(nodes.len());
    let mut pairs = Vec::new();
    while let Some((_, node, piece, before)) = at.and_then(|at| links.get(at)).copied() {
        pairs.push((node, piece));
        at = before;
    }
    pairs.reverse();
    pairs
}

/// The rungs that a paragraph has enough in common with.
fn likenesses(
    about: &BTreeSet<u64>,
    holders: &BTreeMap<u64, Vec<usize>>,
    totals: &[f64],
    weights: &Weights,
) -> Vec<(usize, f64)> {
    let mut shared: BTreeMap<usize, (f64, usize)> = BTreeMap::new();
    for mark in about {
        let Some(nodes) = holders.get(mark).filter(|nodes| nodes.len() <= COMMON) else { continue };
        for node in nodes {
            let one = shared.entry(*node).or_default();
            one.0 += weights.of_mark(*mark);
            // One shared claim is enough, one shared word is not.
            one.1 += if mark & WORD == 0 { 2 } else { 1 };
        }
    }
    let own = weights.total(about);
    let found = shared.into_iter().filter(|(_, (_, marks))| *marks > 1).map(|(node, (sum, _))| {
        let least = totals.get(node).copied().unwrap_or_default().min(own).max(2.0);
        (node, sum / least)
    });
    found.filter(|(_, likeness)| *likeness >= ENOUGH).collect()
}

/// The best link that ends below a rung: a Fenwick tree of maxima.
struct Best {
    tree: Vec<Option<usize>>,
    weight: Vec<f64>,
}

impl Best {
    fn new(len: usize) -> Self {
        Self { tree: vec![None; len + 1], weight: vec![f64::MIN; len + 1] }
    }

    fn below(&self, node: usize) -> Option<usize> {
        let (mut at, mut best) = (node, (f64::MIN, None));
        while at > 0 {
            if let (Some(weight), Some(link)) = (self.weight.get(at), self.tree.get(at))
                && *weight > best.0
            {
                best = (*weight, *link);
            }
            at -= at & at.wrapping_neg();
        }
        best.1
    }

    fn put(&mut self, node: usize, link: usize, links: &[(f64, usize, usize, Option<usize>)]) {
        let Some(sum) = links.get(link).map(|link| link.0) else { return };
        let mut at = node + 1;
        while let (Some(weight), Some(best)) = (self.weight.get_mut(at), self.tree.get_mut(at)) {
            if sum > *weight {
                (*weight, *best) = (sum, Some(link));
            }
            at += at & at.wrapping_neg();
        }
    }
}
