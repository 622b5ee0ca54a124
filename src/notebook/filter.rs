//! Which bookmarks answer a filter, at a keystroke's speed for a hundred thousand of them.
//!
//! All words of all bookmarks are folded once and lie behind each other in one haystack, which is
//! searched from end to end; facets are numbers.

use std::collections::HashMap;
use std::num::NonZero;

use memchr::memmem;

use super::Bookmark;
use crate::text::fold;

/// What the reader asks for; an empty filter gives everything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Each must hold; names are compared folded.
    pub facets: Vec<(Facet, String)>,
    /// Words, each of which must occur somewhere in the bookmark, in any spelling.
    pub text: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    Dossier,
    /// By the title, or the name of the source where it has none.
    Report,
    Outlet,
    Speaker,
    Tag,
    /// By the name of the kind in English, as in the file.
    Kind,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Sort {
    /// Newest first.
    #[default]
    Kept,
    /// By the report's date, newest first; those without one last.
    Published,
    /// In the order in which they stand in their reports.
    Report,
    Outlet,
    Speaker,
}

impl Filter {
    /// The same, and this facet too.
    #[must_use]
    pub fn and(mut self, facet: Facet, name: impl Into<String>) -> Self {
        self.facets.push((facet, name.into()));
        self
    }

    /// The same, and this text.
    #[must_use]
    pub fn text(mut self, text: impl Into<String>) -> Self {
        self.text = text.into();
        self
    }
}

/// The haystack and the facets of all bookmarks, by slot.
#[derive(Debug, Default)]
pub(super) struct Index {
    haystack: String,
    /// Where each row begins in the haystack, and whose it is. The row of an edited bookmark is
    /// replaced by one at the end.
    rows: Vec<(usize, u32)>,
    slots: Vec<Slot>,
    names: Names,
}

#[derive(Clone, Debug, Default)]
struct Slot {
    row: Option<u32>,
    facets: Box<[u32]>,
}

/// Every name that any facet has, numbered.
#[derive(Debug, Default)]
struct Names {
    numbers: HashMap<(Facet, Box<str>), u32>,
    as_written: HashMap<Facet, HashMap<Box<str>, u32>>,
    all: Vec<Name>,
}

#[derive(Debug)]
struct Name {
    facet: Facet,
    written: Box<str>,
    folded: Box<str>,
}

impl Index {
    /// The index of all bookmarks. Their words are folded on as many threads as there are
    /// processors.
    pub(super) fn of(slots: &[Option<Bookmark>]) -> Self {
        let threads = std::thread::available_parallelism().map_or(1, NonZero::get);
        let size = (slots.len() / threads).max(1024);
        let words = |slots: &[Option<Bookmark>]| -> Vec<Option<String>> {
            slots.iter().map(|kept| kept.as_ref().map(folded_words)).collect()
        };
        let folded: Vec<Option<String>> = std::thread::scope(|scope| {
            let running: Vec<_> =
                slots.chunks(size).map(|part| scope.spawn(move || words(part))).collect();
            // A thread that dies gives nothing here, so its part is folded again on this one.
            let joined = running.into_iter().zip(slots.chunks(size));
            joined
                .flat_map(|(thread, part)| thread.join().unwrap_or_else(|_| words(part)))
                .collect()
        });
        let mut index = Self::default();
        for (slot, (kept, folded)) in (0..).zip(slots.iter().zip(folded)) {
            if let Some((bookmark, folded)) = kept.as_ref().zip(folded) {
                index.insert_folded(slot, bookmark, &folded);
            }
        }
        index
    }

    pub(super) fn insert(&mut self, slot: u32, bookmark: &Bookmark) {
        self.insert_folded(slot, bookmark, &folded_words(bookmark));
    }

    fn insert_folded(&mut self, slot: u32, bookmark: &Bookmark, folded: &str) {
        let row = self.rows.len() as u32;
        self.rows.push((self.haystack.len(), slot));
        self.haystack.push_str(folded);
        let mut facets = Vec::with_capacity(8);
        for (facet, name) in facets_of(bookmark) {
            facets.push(self.names.number(facet, name));
        }
        facets.sort_unstable();
        facets.dedup();
        for &number in &facets {
            if let Some(name) = self.names.all.get(number as usize) {
                self.haystack.push('\n');
                self.haystack.push_str(&name.folded);
            }
        }
        self.haystack.push('\n');
        self.put(slot, Slot { row: Some(row), facets: facets.into() });
    }

    pub(super) fn remove(&mut self, slot: u32) {
        self.put(slot, Slot::default());
    }

    fn put(&mut self, slot: u32, value: Slot) {
        let slot = slot as usize;
        if slot >= self.slots.len() {
            self.slots.resize(slot + 1, Slot::default());
        }
        if let Some(place) = self.slots.get_mut(slot) {
            *place = value;
        }
    }

    /// For each slot, whether its bookmark answers the filter.
    pub(super) fn matching(&self, filter: &Filter) -> Vec<bool> {
        let mut matching: Vec<bool> = self.slots.iter().map(|slot| slot.row.is_some()).collect();
        for (facet, name) in &filter.facets {
            let wanted = self.names.numbers.get(&(*facet, fold(name).into())).copied();
            for (holds, slot) in matching.iter_mut().zip(&self.slots) {
                *holds = *holds && wanted.is_some_and(|wanted| slot.facets.contains(&wanted));
            }
        }
        for word in fold(&filter.text).split_whitespace() {
            self.keep_holders(word, &mut matching);
        }
        matching
    }

    /// Leaves only those whose row holds the word.
    fn keep_holders(&self, word: &str, matching: &mut [bool]) {
        let mut holders = vec![false; matching.len()];
        let finder = memmem::Finder::new(word);
        let (mut from, mut row) = (0, 0);
        while let Some(hit) =
            self.haystack.as_bytes().get(from..).and_then(|rest| finder.find(rest))
        {
            row += self.rows.get(row + 1..).map_or(0, |later| rows_until(later, from + hit));
            if let Some(&(_, slot)) = self.rows.get(row)
                && self.slots.get(slot as usize).is_some_and(|slot| slot.row == Some(row as u32))
                && let Some(holds) = holders.get_mut(slot as usize)
            {
                *holds = true;
            }
            let Some(&(next, _)) = self.rows.get(row + 1) else { break };
            from = next;
        }
        for (holds, holder) in matching.iter_mut().zip(holders) {
            *holds = *holds && holder;
        }
    }

    /// The names of a facet among living bookmarks, with how many have each; the most used first.
    pub(super) fn names(&self, facet: Facet) -> Vec<(&str, usize)> {
        let mut counts = vec![0; self.names.all.len()];
        for &number in self.slots.iter().flat_map(|slot| slot.facets.iter()) {
            if let Some(count) = counts.get_mut(number as usize) {
                *count += 1;
            }
        }
        let mut names: Vec<_> = self
            .names
            .all
            .iter()
            .zip(counts)
            .filter(|(name, count)| name.facet == facet && *count > 0)
            .map(|(name, count)| (&*name.written, count))
            .collect();
        names.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
        names
    }

    /// For each slot, a number that sorts as the folded name of the facet does; those without one
    /// come last.
    pub(super) fn ranks(&self, facet: Facet) -> Vec<u32> {
        let mut order: Vec<u32> = (0..self.names.all.len() as u32).collect();
        order.sort_by_key(|&number| self.names.all.get(number as usize).map(|name| &name.folded));
        let mut rank = vec![u32::MAX; order.len()];
        for (place, &number) in order.iter().enumerate() {
            if let Some(name) = self.names.all.get(number as usize)
                && name.facet == facet
                && let Some(rank) = rank.get_mut(number as usize)
            {
                *rank = place as u32;
            }
        }
        let of_slot = |slot: &Slot| {
            slot.facets.iter().filter_map(|&number| rank.get(number as usize)).min().copied()
        };
        self.slots.iter().map(|slot| of_slot(slot).unwrap_or(u32::MAX)).collect()
    }
}

/// How many of the rows begin at or before a place; looked for by doubling, as hits come in order.
fn rows_until(rows: &[(usize, u32)], place: usize) -> usize {
    let mut reach = 1;
    while rows.get(reach - 1).is_some_and(|&(start, _)| start <= place) {
        reach *= 2;
    }
    rows.get(..reach.min(rows.len())).map_or(0, |near| near.partition_point(|row| row.0 <= place))
}

impl Names {
    fn number(&mut self, facet: Facet, written: &str) -> u32 {
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
}

/// The words of all places and the note, a line each.
fn folded_words(bookmark: &Bookmark) -> String {
    let mut folded = fold(bookmark.words());
    let others = bookmark.targets.iter().skip(1).filter_map(|place| place.quoted.as_ref());
    let others = others.map(|quoted| quoted.exact.as_str());
    for words in others.chain([bookmark.note.as_str()]).filter(|words| !words.is_empty()) {
        folded.push('\n');
        folded.push_str(&fold(words));
    }
    folded
}

fn facets_of(bookmark: &Bookmark) -> impl Iterator<Item = (Facet, &str)> {
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
