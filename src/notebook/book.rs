//! All bookmarks in memory: what is kept, what answers a filter, and how to take a step back.
//!
//! Begin with [`Book::new`]; a change is made by [`Book::keep`], [`Book::edit`], [`Book::delete`],
//! [`Book::undo`] or [`Book::redo`], written by the journal, and takes hold with
//! [`Book::confirm`]. No files here.

use std::collections::HashMap;
use std::sync::OnceLock;

use jiff::Timestamp;

use super::filter::Index;
use super::reports::{self, Reports};
use super::{Bookmark, Damage, Entry, Facet, Filter, Id, Loaded, News, Sort, Source};

/// The notebook, as it was last read.
#[derive(Debug, Default)]
pub struct Book {
    /// A slot stays its bookmark's until the file is replaced; `None` where it was deleted.
    slots: Vec<Option<Bookmark>>,
    by_id: HashMap<Id, u32>,
    damage: Vec<Damage>,
    /// Made when a filter first needs it: printing and reading do without.
    index: OnceLock<Index>,
    reports: Reports,
    done: Vec<Vec<Step>>,
    undone: Vec<Vec<Step>>,
}

/// One bookmark before and after; `None` where it was not there.
#[derive(Clone, Debug, PartialEq)]
struct Step {
    before: Option<Bookmark>,
    after: Option<Bookmark>,
}

/// What to write, and what it does to the history of this session once it is written.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    pub entries: Vec<Entry>,
    pub intent: Intent,
    steps: Vec<Step>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Intent {
    Do,
    Undo,
    Redo,
}

/// Why a step cannot be taken back or again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    Nothing,
    /// Another copy of the program changed the same bookmark since.
    ChangedElsewhere,
}

impl Book {
    pub fn new(loaded: Loaded) -> Self {
        let mut book = Self::default();
        book.replace(loaded);
        book
    }

    pub fn len(&self) -> usize {
        self.by_id.len()
    }

    pub fn is_empty(&self) -> bool {
        self.by_id.is_empty()
    }

    pub fn get(&self, id: &Id) -> Option<&Bookmark> {
        self.by_id.get(id).and_then(|&slot| self.slots.get(slot as usize)?.as_ref())
    }

    /// In the order in which they were kept.
    pub fn iter(&self) -> impl Iterator<Item = &Bookmark> {
        self.slots.iter().flatten()
    }

    /// The lines of the file that could not be read.
    pub fn damage(&self) -> &[Damage] {
        &self.damage
    }

    /// Makes ready what filters need: some tenths of a second for a hundred thousand bookmarks,
    /// so that it is best called where nobody waits.
    pub fn prepare(&self) {
        self.index();
    }

    fn index(&self) -> &Index {
        self.index.get_or_init(|| Index::of(&self.slots))
    }

    /// The bookmarks with a place in this report, in the order in which they were kept.
    pub fn of_report(&self, report: &Source) -> Vec<&Bookmark> {
        let slots = self.reports.slots(report);
        let kept = slots.iter().filter_map(|&slot| self.slots.get(slot as usize)?.as_ref());
        kept.filter(|kept| kept.targets.iter().any(|place| reports::same(&place.source, report)))
            .collect()
    }

    /// Those that answer the filter.
    pub fn matching(&self, filter: &Filter, sort: Sort) -> Vec<&Bookmark> {
        let matching = self.index().matching(filter);
        let mut found: Vec<(u32, &Bookmark)> = (0..)
            .zip(self.slots.iter().zip(matching))
            .filter_map(|(slot, (kept, holds))| kept.as_ref().filter(|_| holds).map(|b| (slot, b)))
            .collect();
        self.sort(&mut found, sort);
        found.into_iter().map(|(_, bookmark)| bookmark).collect()
    }

    fn sort(&self, found: &mut [(u32, &Bookmark)], sort: Sort) {
        let by_name = |found: &mut [(u32, &Bookmark)], facet| {
            let ranks = self.index().ranks(facet);
            let rank = |slot: u32| ranks.get(slot as usize).copied().unwrap_or(u32::MAX);
            found.sort_by_cached_key(|&(slot, kept)| {
                let place = kept.first().and_then(|target| target.position);
                (rank(slot), place.filter(|_| facet == Facet::Report), slot)
            });
        };
        match sort {
            Sort::Kept => found.reverse(),
            Sort::Published => found.sort_by_cached_key(|&(slot, kept)| {
                let published = kept.source().and_then(|source| source.published);
                (std::cmp::Reverse(published), slot)
            }),
            Sort::Report => by_name(found, Facet::Report),
            Sort::Outlet => by_name(found, Facet::Outlet),
            Sort::Speaker => by_name(found, Facet::Speaker),
        }
    }

    /// The names that a facet has, the most used first, with how many have each.
    pub fn names(&self, facet: Facet) -> Vec<(&str, usize)> {
        self.index().names(facet)
    }

    /// A new bookmark, to be written.
    pub fn keep(&self, bookmark: Bookmark) -> Change {
        let before = self.get(&bookmark.id).cloned();
        Change::new(Intent::Do, vec![Step { before, after: Some(bookmark) }])
    }

    /// A bookmark with another note, other tags or another colour; `None` where it is gone.
    pub fn edit(
        &self,
        id: &Id,
        now: Timestamp,
        change: impl FnOnce(&mut Bookmark),
    ) -> Option<Change> {
        let before = self.get(id)?.clone();
        let after = before.edited(now, change);
        Some(Change::new(Intent::Do, vec![Step { before: Some(before), after: Some(after) }]))
    }

    /// These bookmarks gone, in one step; names that are not there are passed over.
    pub fn delete<'a>(&self, ids: impl IntoIterator<Item = &'a Id>) -> Change {
        let step = |bookmark: &Bookmark| Step { before: Some(bookmark.clone()), after: None };
        let steps = ids.into_iter().filter_map(|id| self.get(id)).map(step).collect();
        Change::new(Intent::Do, steps)
    }

    /// Bookmarks from elsewhere, in one step: new ones, and newer versions of those that are
    /// here. With it, how many of them were new, newer, and neither.
    pub fn adopt(&self, bookmarks: Vec<Bookmark>) -> (Change, [usize; 3]) {
        let mut counts = [0; 3];
        let mut steps = Vec::new();
        for bookmark in bookmarks {
            let before = self.get(&bookmark.id).cloned();
            let place = match &before {
                None => 0,
                Some(ours) if bookmark.modified > ours.modified => 1,
                Some(_) => 2,
            };
            counts[place] += 1;
            if place < 2 {
                steps.push(Step { before, after: Some(bookmark) });
            }
        }
        (Change::new(Intent::Do, steps), counts)
    }

    /// The last change of this session taken back.
    ///
    /// # Errors
    /// Where there is none, or another program changed the same bookmark since.
    pub fn undo(&self) -> Result<Change, Refused> {
        let back = |step: &Step| Step { before: step.after.clone(), after: step.before.clone() };
        self.again(Intent::Undo, self.done.last(), back)
    }

    /// The last change that was taken back, made again.
    ///
    /// # Errors
    /// As for [`Book::undo`].
    pub fn redo(&self) -> Result<Change, Refused> {
        self.again(Intent::Redo, self.undone.last(), Step::clone)
    }

    fn again(
        &self,
        intent: Intent,
        last: Option<&Vec<Step>>,
        turn: impl Fn(&Step) -> Step,
    ) -> Result<Change, Refused> {
        let steps: Vec<Step> = last.ok_or(Refused::Nothing)?.iter().map(turn).collect();
        let stands = |step: &Step| {
            let id = step.before.as_ref().or(step.after.as_ref()).map(|bookmark| &bookmark.id);
            id.and_then(|id| self.get(id)) == step.before.as_ref()
        };
        if steps.iter().all(stands) {
            Ok(Change::new(intent, steps))
        } else {
            Err(Refused::ChangedElsewhere)
        }
    }

    /// Takes over a change that the journal has written.
    pub fn confirm(&mut self, change: Change) {
        for entry in change.entries {
            self.apply(entry);
        }
        match change.intent {
            Intent::Do => {
                self.undone.clear();
                self.done.push(change.steps);
            }
            Intent::Undo => self.undone.extend(self.done.pop()),
            Intent::Redo => self.done.extend(self.undone.pop()),
        }
    }

    /// Takes over what was found in the file; what is known already changes nothing.
    pub fn take_over(&mut self, news: News) {
        match news {
            News::Nothing => {}
            News::Added(loaded) => {
                // A last line that was half there has been read again.
                self.damage.retain(|damage| damage.line < loaded.first_line);
                self.damage.extend(loaded.damage);
                for entry in loaded.entries {
                    self.apply(entry);
                }
            }
            News::Replaced(loaded) => self.replace(loaded),
        }
    }

    fn replace(&mut self, loaded: Loaded) {
        let mut slots: Vec<Option<Bookmark>> = Vec::with_capacity(loaded.entries.len());
        let mut by_id: HashMap<Id, u32> = HashMap::with_capacity(loaded.entries.len());
        for entry in loaded.entries {
            match entry {
                Entry::Keep(bookmark) => {
                    let slot = *by_id.entry(bookmark.id.clone()).or_insert(slots.len() as u32);
                    match slots.get_mut(slot as usize) {
                        Some(older) => *older = Some(*bookmark),
                        None => slots.push(Some(*bookmark)),
                    }
                }
                Entry::Delete(id) => {
                    if let Some(older) = by_id.remove(&id).and_then(|s| slots.get_mut(s as usize)) {
                        *older = None;
                    }
                }
            }
        }
        (self.slots, self.by_id, self.damage) = (slots, by_id, loaded.damage);
        let kept = (0..).zip(&self.slots).filter_map(|(slot, kept)| Some((slot, kept.as_ref()?)));
        self.reports = Reports::of(kept);
        self.index = OnceLock::new();
    }

    fn apply(&mut self, entry: Entry) {
        match entry {
            Entry::Keep(bookmark) if self.get(&bookmark.id) == Some(&*bookmark) => {}
            Entry::Keep(bookmark) => self.put(*bookmark),
            Entry::Delete(id) => {
                if let Some(slot) = self.by_id.remove(&id) {
                    if let Some(index) = self.index.get_mut() {
                        index.remove(slot);
                    }
                    if let Some(kept) = self.slots.get_mut(slot as usize) {
                        *kept = None;
                    }
                }
            }
        }
    }

    fn put(&mut self, bookmark: Bookmark) {
        let slot = *self.by_id.entry(bookmark.id.clone()).or_insert(self.slots.len() as u32);
        if let Some(index) = self.index.get_mut() {
            index.insert(slot, &bookmark);
        }
        self.reports.insert(slot, &bookmark);
        match self.slots.get_mut(slot as usize) {
            Some(older) => *older = Some(bookmark),
            None => self.slots.push(Some(bookmark)),
        }
    }
}

impl Change {
    fn new(intent: Intent, steps: Vec<Step>) -> Self {
        let entry = |step: &Step| match (&step.after, &step.before) {
            (Some(after), _) => Some(Entry::Keep(Box::new(after.clone()))),
            (None, Some(before)) => Some(Entry::Delete(before.id.clone())),
            (None, None) => None,
        };
        Self { entries: steps.iter().filter_map(entry).collect(), intent, steps }
    }
}

#[cfg(test)]
mod tests;
