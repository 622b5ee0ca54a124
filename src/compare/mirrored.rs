//! A sentence is no witness against itself: where two copies of one text tell two values in the same
//! sentence, one of them was misread, or both are of two things.
//!
//! Begin with [`unmirrored`].

use std::collections::BTreeSet;

use crate::article::ArticleId;
use crate::facts::Layer;
use crate::text::Span;

use super::{Argument, Claim, Disagreement, Position, Report};

/// A disagreement without the positions that the same sentences of the same reports tell as another;
/// none where fewer than two are left.
pub fn unmirrored(mut found: Disagreement, reports: &[Report]) -> Option<Disagreement> {
    let mut told: BTreeSet<BTreeSet<Place>> = BTreeSet::new();
    let before = found.positions.len();
    found.positions.retain(|position| {
        let first = position.claims.first().map(|claim| claim.article);
        let of_one = position.claims.iter().all(|claim| Some(claim.article) == first);
        // What one report alone sets against itself, it means to.
        told.insert(sentences(position, reports)) || of_one
    });
    if found.positions.len() == before {
        return Some(found);
    }
    if found.positions.len() < 2 {
        return None;
    }
    let sides = ["a", "b"].into_iter().zip(&found.positions);
    let first = |position: &Position| position.claims.first().copied().map(Argument::Claim);
    found.reason.arguments =
        sides.filter_map(|(name, position)| Some((name, first(position)?))).collect();
    Some(found)
}

/// A sentence of a report, and whoever vouches for what is told in it: «14 قتيلا بحسب الأطباء، و9 بحسب
/// الجيش» are two witnesses.
type Place<'r> = (ArticleId, Option<(Span, Option<&'r str>)>);

fn sentences<'r>(position: &Position, reports: &[Report<'r>]) -> BTreeSet<Place<'r>> {
    let place = |claim: &Claim| {
        let report = reports.iter().find(|report| report.article.id == claim.article)?;
        let fact = report.reading.facts.get(claim.fact.0 as usize)?;
        let voice = match &fact.layer {
            Layer::Speaker(voice) | Layer::Outlet(voice) => Some(&*voice.canonical),
            Layer::Unnamed => Some(""),
            Layer::Report => None,
        };
        Some((fact.sentence, voice))
    };
    position.claims.iter().map(|claim| (claim.article, place(claim))).collect()
}
