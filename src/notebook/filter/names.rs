//! Every name that any facet has, numbered.

use std::collections::HashMap;

use super::super::Bookmark;
use super::Facet;
use crate::text::{InOrder, fold};

/// Names of one facet that are equal when folded have one number.
#[derive(Clone, Debug, Default)]
pub(super) struct Names {
    numbers: HashMap<(Facet, Box<str>), u32>,
    as_written: HashMap<Facet, HashMap<Box<str>, u32>>,
    pub all: Vec<Name>,
}

#[derive(Clone, Debug)]
pub(super) struct Name {
    pub facet: Facet,
    pub written: Box<str>,
    pub folded: Box<str>,
}

impl Names {
    pub fn number(&mut self, facet: Facet, written: &str) -> u32 {
        let known = self.as_written.entry(facet).or_default();
        if let Some(&number) = known.get(written) {
            return number;
        }
        let folded: Box<str> = fold(written).into();
        let all = &mut self.all;
        let number = *self.numbers.entry((facet, folded.clone())).or_insert_with(|| {
            all.push(Name { facet, written: written.into(), folded });
            all.len() as u32 - 1
        });
        known.insert(written.into(), number);
        number
    }

    /// For each name, whether it is of the facet and has the words in it.
    pub fn having(&self, facet: Facet, words: &str) -> Vec<bool> {
        let words = fold(words);
        let has = |name: &Name| name.facet == facet && name.folded.contains(words.trim());
        self.all.iter().map(has).collect()
    }

    /// For each name, a number that sorts as the folded names of this facet do.
    pub fn ranks(&self, facet: Facet) -> Vec<u32> {
        let mut order: Vec<u32> = (0..self.all.len() as u32).collect();
        order.put_in_order_of(|&number| self.all.get(number as usize).map(|name| &name.folded));
        let mut ranks = vec![u32::MAX; order.len()];
        for (place, &number) in order.iter().enumerate() {
            if let Some(name) = self.all.get(number as usize)
                && name.facet == facet
                && let Some(rank) = ranks.get_mut(number as usize)
            {
                *rank = place as u32;
            }
        }
        ranks
    }
}

/// The names that a bookmark has.
pub(super) fn names_of(bookmark: &Bookmark) -> impl Iterator<Item = (Facet, &str)> {
    let of_targets = bookmark.targets.iter().flat_map(|target| {
        let source = &target.source;
        let report = source.title.as_deref().unwrap_or(source.name());
        let outlet = source.outlet.as_deref().map(|name| (Facet::Outlet, name));
        let speaker = target.speaker.as_deref().map(|name| (Facet::Speaker, name));
        [Some((Facet::Report, report)), outlet, speaker].into_iter().flatten()
    });
    let dossier = bookmark.dossier.as_deref().map(|name| (Facet::Dossier, name));
    let tags = bookmark.tags.iter().map(|tag| (Facet::Tag, tag.as_str()));
    dossier.into_iter().chain([(Facet::Kind, bookmark.kind.name())]).chain(tags).chain(of_targets)
}
