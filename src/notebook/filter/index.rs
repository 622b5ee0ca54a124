//! The haystack and the names of all bookmarks, by slot.

use std::num::NonZero;
use std::sync::Arc;

use jiff::civil::Date;
use memchr::memmem;

use super::super::kept::Kept;
use super::super::{Bookmark, Damage};
use super::names::{Names, names_of};
use super::{Facet, Filter, Sort};
use crate::text::{InOrder, fold};

/// What filters and orders are answered from.
#[derive(Clone, Debug, Default)]
pub(in super::super) struct Index {
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
    names: Box<[u32]>,
    published: Option<Date>,
    /// Where it stands in its report.
    start: Option<u32>,
}

/// Room for new bookmarks: without it, the first one would have the haystack copied.
const SPARE: usize = 1 << 20;

/// Of this part of all bookmarks, the rows are searched one by one; of more, the whole haystack
/// is, from end to end.
const FEW: usize = 4;

impl Index {
    /// The index of all bookmarks, and the lines that turned out unreadable. They are read and
    /// their words folded on as many threads as there are processors.
    pub fn of(slots: &[Option<Arc<Kept>>]) -> (Self, Vec<Damage>) {
        let threads = std::thread::available_parallelism().map_or(1, NonZero::get);
        let size = slots.len().div_ceil(threads).max(1024);
        let parts: Vec<(Self, Vec<Damage>)> = std::thread::scope(|scope| {
            let running: Vec<_> =
                slots.chunks(size).map(|slots| scope.spawn(move || Self::part(slots))).collect();
            // A thread that dies gives nothing here, so its part is read again on this one.
            let joined = running.into_iter().zip(slots.chunks(size));
            joined
                .map(|(thread, slots)| thread.join().unwrap_or_else(|_| Self::part(slots)))
                .collect()
        });
        let (parts, damage): (Vec<Self>, Vec<_>) = parts.into_iter().unzip();
        (Self::join(parts), damage.concat())
    }

    /// The index of some slots, counted from the first of them.
    fn part(slots: &[Option<Arc<Kept>>]) -> (Self, Vec<Damage>) {
        let (mut index, mut damage) = (Self::default(), Vec::new());
        for (slot, kept) in (0..).zip(slots) {
            let Some(kept) = kept else { continue };
            damage.extend(kept.with(|bookmark| index.insert(slot, bookmark)).err());
        }
        index.slots.resize(slots.len(), Slot::default());
        (index, damage)
    }

    fn join(parts: Vec<Self>) -> Self {
        let mut parts = parts.into_iter();
        let Some(mut all) = parts.next() else { return Self::default() };
        for part in parts {
            all.append(part);
        }
        all.haystack.reserve(SPARE);
        all.rows.reserve(SPARE / 1024);
        all.slots.reserve(SPARE / 1024);
        all
    }

    fn append(&mut self, part: Self) {
        let names = part.names.all.iter();
        let numbers: Vec<u32> =
            names.map(|name| self.names.number(name.facet, &name.written)).collect();
        let (bytes, rows, slots) = (self.haystack.len(), self.rows.len(), self.slots.len());
        self.haystack.push_str(&part.haystack);
        self.rows.extend(part.rows.iter().map(|&(at, slot)| (at + bytes, slot + slots as u32)));
        self.slots.extend(part.slots.into_iter().map(|mut slot| {
            slot.row = slot.row.map(|row| row + rows as u32);
            for number in &mut slot.names {
                *number = numbers.get(*number as usize).copied().unwrap_or(u32::MAX);
            }
            slot
        }));
    }

    pub fn insert(&mut self, slot: u32, bookmark: &Bookmark) {
        let row = self.rows.len() as u32;
        self.rows.push((self.haystack.len(), slot));
        push_words(&mut self.haystack, bookmark);
        let mut names: Vec<u32> =
            names_of(bookmark).map(|(facet, name)| self.names.number(facet, name)).collect();
        names.sort_unstable();
        names.dedup();
        for &number in &names {
            if let Some(name) = self.names.all.get(number as usize) {
                self.haystack.push('\n');
                self.haystack.push_str(&name.folded);
            }
        }
        self.haystack.push('\n');
        let published = bookmark.source().and_then(|source| source.published);
        let start = bookmark.first().and_then(|target| Some(target.position?.start));
        self.put(slot, Slot { row: Some(row), names: names.into(), published, start });
    }

    pub fn remove(&mut self, slot: u32) {
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

    /// All living slots in an order.
    pub fn sorted(&self, sort: Sort) -> Vec<u32> {
        let living = (0..).zip(&self.slots).filter(|(_, slot)| slot.row.is_some());
        let mut found: Vec<u32> = living.map(|(at, _)| at).collect();
        match sort {
            Sort::Kept => found.reverse(),
            Sort::Published => found.sort_by_cached_key(|&at| {
                std::cmp::Reverse(self.slots.get(at as usize).and_then(|slot| slot.published))
            }),
            Sort::Report => self.sort_by_name(&mut found, Facet::Report),
            Sort::Outlet => self.sort_by_name(&mut found, Facet::Outlet),
            Sort::Speaker => self.sort_by_name(&mut found, Facet::Speaker),
        }
        found
    }

    fn sort_by_name(&self, found: &mut [u32], facet: Facet) {
        let ranks = self.names.ranks(facet);
        found.sort_by_cached_key(|&at| {
            let Some(slot) = self.slots.get(at as usize) else { return (u32::MAX, None) };
            let of_names = slot.names.iter().filter_map(|&name| ranks.get(name as usize));
            let rank = of_names.min().copied().unwrap_or(u32::MAX);
            (rank, slot.start.filter(|_| facet == Facet::Report))
        });
    }

    /// Those of `among`, in their order, that answer the filter.
    pub fn narrowed(&self, among: &[u32], filter: &Filter) -> Vec<u32> {
        let mut found = among.to_vec();
        for (facet, words) in &filter.facets {
            let wanted = self.names.having(*facet, words);
            found.retain(|&at| {
                let slot = self.slots.get(at as usize);
                slot.is_some_and(|slot| {
                    slot.names.iter().any(|&name| wanted.get(name as usize) == Some(&true))
                })
            });
        }
        let folded = fold(&filter.text);
        let mut words: Vec<&str> = folded.split_whitespace().collect();
        // The longest leaves the fewest for the others.
        words.put_in_order_of(|word| std::cmp::Reverse(word.len()));
        for word in words {
            let finder = memmem::Finder::new(word);
            if found.len() < self.rows.len() / FEW {
                found.retain(|&at| {
                    self.row(at).is_some_and(|row| finder.find(row.as_bytes()).is_some())
                });
            } else {
                let holders = self.holders(&finder);
                found.retain(|&at| holders.get(at as usize) == Some(&true));
            }
        }
        found
    }

    /// The words of a slot.
    fn row(&self, slot: u32) -> Option<&str> {
        let row = self.slots.get(slot as usize)?.row? as usize;
        let start = self.rows.get(row)?.0;
        let end = self.rows.get(row + 1).map_or(self.haystack.len(), |next| next.0);
        self.haystack.get(start..end)
    }

    /// For each slot, whether its row holds the word; looked for on as many threads as there are
    /// processors.
    fn holders(&self, finder: &memmem::Finder<'_>) -> Vec<bool> {
        let threads = std::thread::available_parallelism().map_or(1, NonZero::get);
        let size = self.rows.len().div_ceil(threads).max(8192);
        let part = |start: usize| self.holding(finder, start..(start + size));
        let parts: Vec<Vec<u32>> = std::thread::scope(|scope| {
            let mut starts = (0..self.rows.len()).step_by(size);
            let first = starts.next();
            let running: Vec<_> =
                starts.map(|start| (start, scope.spawn(move || part(start)))).collect();
            let first = first.map(part);
            let others =
                running.into_iter().map(|(at, thread)| thread.join().unwrap_or_else(|_| part(at)));
            first.into_iter().chain(others).collect()
        });
        let mut holders = vec![false; self.slots.len()];
        for slot in parts.into_iter().flatten() {
            if let Some(holds) = holders.get_mut(slot as usize) {
                *holds = true;
            }
        }
        holders
    }

    /// The slots of the rows in a range that hold the word.
    fn holding(&self, finder: &memmem::Finder<'_>, rows: std::ops::Range<usize>) -> Vec<u32> {
        let mut found = Vec::new();
        let end = self.rows.get(rows.end).map_or(self.haystack.len(), |row| row.0);
        let rows = self.rows.get(rows.start..rows.end.min(self.rows.len())).unwrap_or_default();
        let mut from = rows.first().map_or(end, |row| row.0);
        let mut row = 0;
        while let Some(hit) =
            self.haystack.as_bytes().get(from..end).and_then(|rest| finder.find(rest))
        {
            row += rows.get(row + 1..).map_or(0, |later| rows_until(later, from + hit));
            let Some(&(_, slot)) = rows.get(row) else { break };
            let lives = self.slots.get(slot as usize).and_then(|slot| slot.row);
            // The row of an older version of the bookmark is passed over.
            if lives.and_then(|row| self.rows.get(row as usize)) == rows.get(row) {
                found.push(slot);
            }
            let Some(&(next, _)) = rows.get(row + 1) else { break };
            from = next;
        }
        found
    }

    /// The names of a facet among living bookmarks, with how many have each; the most used first.
    pub fn names(&self, facet: Facet) -> Vec<(&str, usize)> {
        let mut counts = vec![0; self.names.all.len()];
        for &number in self.slots.iter().flat_map(|slot| slot.names.iter()) {
            if let Some(count) = counts.get_mut(number as usize) {
                *count += 1;
            }
        }
        let all = self.names.all.iter().zip(counts);
        let mut names: Vec<_> = all
            .filter(|(name, count)| name.facet == facet && *count > 0)
            .map(|(name, count)| (&*name.written, count))
            .collect();
        names.put_in_order(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
        names
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

/// The words of all places and the note, folded, a line each.
fn push_words(haystack: &mut String, bookmark: &Bookmark) {
    haystack.push_str(&fold(bookmark.words()));
    let others = bookmark.targets.iter().skip(1).filter_map(|place| place.quoted.as_ref());
    let others = others.map(|quoted| quoted.exact.as_str());
    for words in others.chain([bookmark.note.as_str()]).filter(|words| !words.is_empty()) {
        haystack.push('\n');
        haystack.push_str(&fold(words));
    }
}
