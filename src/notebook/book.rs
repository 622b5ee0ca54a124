//! All bookmarks in memory: what is kept, what answers a filter, and how to take a step back.
//!
//! Begin with [`Book::new`]; a change is made by [`Book::keep`], [`Book::edit`], [`Book::delete`],
//! [`Book::undo`] or [`Book::redo`], handed over with [`Book::hand_over`], written by the journal,
//! and takes hold with [`Book::confirm`]. No files here.

use jiff::Timestamp;

use super::kept::Stored;
use super::reports;
use super::{Bookmark, Damage, Entry, Facet, Filter, Id, Loaded, News, Sort, Source};

mod pending;
mod stock;

use stock::Stock;
pub use stock::{Prepared, Unprepared};

/// The notebook, as it was last read.
#[derive(Clone, Debug, Default)]
pub struct Book {
    stock: Stock,
    done: Vec<Vec<Step>>,
    undone: Vec<Vec<Step>>,
    /// Handed over to be written, in the order in which that was asked.
    pending: Vec<Change>,
    /// Counts what was changed, so that others know when to look again.
    version: u64,
}

/// One bookmark before and after; `None` where it was not there.
#[derive(Clone, Debug, PartialEq)]
struct Step {
    before: Option<Bookmark>,
    after: Option<Bookmark>,
}

impl Step {
    fn id(&self) -> Option<&Id> {
        self.before.as_ref().or(self.after.as_ref()).map(|bookmark| &bookmark.id)
    }

    fn turned(&self) -> Self {
        Self { before: self.after.clone(), after: self.before.clone() }
    }
}

/// What to write, and what it does to the history of this session once it is written.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// The lines to append to the file, in this order; none where nothing changes.
    pub entries: Vec<Entry>,
    /// Whether it is a step of its own, or one along the history.
    pub intent: Intent,
    steps: Vec<Step>,
}

/// What a change does to the history of this session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Intent {
    /// A new step: what had been taken back can be made again no more.
    Do,
    /// The last step taken back.
    Undo,
    /// The step that was taken back last, made again.
    Redo,
}

/// Why a step cannot be taken back or again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// There is no step of this session left in that direction.
    Nothing,
    /// Another copy of the program changed the same bookmark since.
    ChangedElsewhere,
}

/// What the keeper found in the file, made ready for the book where nobody waits.
#[derive(Clone, Debug)]
pub enum Arrival {
    /// The file is as it was.
    Nothing,
    /// Lines that were added.
    More(Loaded),
    /// All of it, where it was read anew.
    Whole(Box<Book>),
}

impl From<News> for Arrival {
    fn from(news: News) -> Self {
        match news {
            News::Nothing => Self::Nothing,
            News::Added(loaded) => Self::More(loaded),
            News::Replaced(loaded) => Self::Whole(Box::new(Book::new(loaded))),
        }
    }
}

impl Book {
    /// A book of what a file held, with no history.
    pub fn new(loaded: Loaded) -> Self {
        Self { stock: Stock::new(loaded), ..Self::default() }
    }

    /// How many bookmarks there are, corrections among them; deleted ones do not count.
    pub fn len(&self) -> usize {
        self.stock.by_id.len()
    }

    /// Whether there is no bookmark.
    pub fn is_empty(&self) -> bool {
        self.stock.by_id.is_empty()
    }

    /// A number that grows with every change.
    pub fn version(&self) -> u64 {
        self.version
    }

    /// The bookmark of this name as it is on the disk; changes on their way are not in it.
    pub fn get(&self, id: &Id) -> Option<&Bookmark> {
        self.stock.get(id)
    }

    /// The bookmark in a slot that [`Book::slots`] gave.
    pub fn at(&self, slot: u32) -> Option<&Bookmark> {
        self.stock.at(slot)
    }

    /// In the order in which they were kept. Those of a large notebook are read on the way.
    pub fn iter(&self) -> impl Iterator<Item = &Bookmark> {
        self.stock.slots.iter().flatten().filter_map(|kept| kept.bookmark())
    }

    /// The reader's corrections, in the order in which they were made.
    pub fn corrections(&self) -> impl Iterator<Item = &Bookmark> {
        let kept = self.stock.corrections.iter().filter_map(|&slot| self.at(slot));
        kept.filter(|bookmark| matches!(bookmark.kind, super::Kind::Correction(_)))
    }

    /// The lines of the file that could not be read. In a large notebook, those that are JSON and
    /// no annotations of ours are among them once it is prepared.
    pub fn damage(&self) -> &[Damage] {
        &self.stock.damage
    }

    /// What a worker is needed for before filters and orders are answered in a moment; `None`
    /// where they are already.
    pub fn unprepared(&self) -> Option<Unprepared> {
        self.stock.unprepared()
    }

    /// Takes over what the worker made. Where the file was replaced meanwhile, it is of no use and
    /// [`Book::unprepared`] tells so.
    pub fn prepared(&mut self, prepared: Prepared) {
        if self.stock.prepared(prepared) {
            self.version += 1;
        }
    }

    /// The bookmarks with a place in this report, in the order in which they were kept.
    pub fn of_report(&self, report: &Source) -> Vec<&Bookmark> {
        let slots = self.stock.reports.slots(report);
        let kept = slots.iter().filter_map(|&slot| self.at(slot));
        kept.filter(|kept| kept.targets.iter().any(|place| reports::is_same(&place.source, report)))
            .collect()
    }

    /// The slots of those that answer the filter. They are good until the book changes.
    pub fn slots(&self, filter: &Filter, sort: Sort) -> Vec<u32> {
        if *filter == Filter::default() && sort == Sort::Kept {
            let living = (0..).zip(&self.stock.slots).filter(|(_, kept)| kept.is_some());
            let mut slots: Vec<u32> = living.map(|(slot, _)| slot).collect();
            slots.reverse();
            return slots;
        }
        let index = self.stock.index();
        let all = index.sorted(sort);
        if *filter == Filter::default() { all } else { index.narrowed(&all, filter) }
    }

    /// Those of `among`, in their order, that answer the filter too: for a filter that grows while
    /// it is typed.
    pub fn narrowed(&self, among: &[u32], filter: &Filter) -> Vec<u32> {
        self.stock.index().narrowed(among, filter)
    }

    /// Those that answer the filter.
    pub fn matching(&self, filter: &Filter, sort: Sort) -> Vec<&Bookmark> {
        self.slots(filter, sort).into_iter().filter_map(|slot| self.at(slot)).collect()
    }

    /// The names that a facet has, the most used first, with how many have each.
    pub fn names(&self, facet: Facet) -> Vec<(&str, usize)> {
        self.stock.index().names(facet)
    }

    /// What is kept already and says the same as this one, if anything does: the same words of the
    /// same report at the same place, or the same disagreement with the same sides.
    pub fn twin(&self, new: &Bookmark) -> Option<&Bookmark> {
        let stays = |kept: &&Bookmark| self.newest(&kept.id).is_some();
        let kept = self.of_report(new.source()?).into_iter().filter(stays);
        kept.into_iter().find(|kept| kept.says_the_same(new))
    }

    /// A new bookmark, to be written. It and all other changes begin from what is on its way.
    pub fn keep(&self, bookmark: Bookmark) -> Change {
        let before = self.newest(&bookmark.id).cloned();
        Change::new(Intent::Do, vec![Step { before, after: Some(bookmark) }])
    }

    /// A bookmark with another note, other tags or another colour; `None` where it is gone.
    pub fn edit(
        &self,
        id: &Id,
        now: Timestamp,
        change: impl FnOnce(&mut Bookmark),
    ) -> Option<Change> {
        let before = self.newest(id)?.clone();
        let after = before.edited(now, change);
        Some(Change::new(Intent::Do, vec![Step { before: Some(before), after: Some(after) }]))
    }

    /// These bookmarks gone, in one step; names that are not there are passed over.
    pub fn delete<'a>(&self, ids: impl IntoIterator<Item = &'a Id>) -> Change {
        let step = |bookmark: &Bookmark| Step { before: Some(bookmark.clone()), after: None };
        let steps = ids.into_iter().filter_map(|id| self.newest(id)).map(step).collect();
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
        self.again(Intent::Undo, self.history().done.pop(), Step::turned)
    }

    /// The last change that was taken back, made again.
    ///
    /// # Errors
    /// As for [`Book::undo`].
    pub fn redo(&self) -> Result<Change, Refused> {
        self.again(Intent::Redo, self.history().undone.pop(), Step::clone)
    }

    fn again(
        &self,
        intent: Intent,
        last: Option<&[Step]>,
        turn: impl Fn(&Step) -> Step,
    ) -> Result<Change, Refused> {
        let steps: Vec<Step> = last.ok_or(Refused::Nothing)?.iter().map(turn).collect();
        let stands = |step: &Step| step.id().and_then(|id| self.newest(id)) == step.before.as_ref();
        if steps.iter().all(stands) {
            Ok(Change::new(intent, steps))
        } else {
            Err(Refused::ChangedElsewhere)
        }
    }

    /// Takes over a change that the journal has written.
    pub fn confirm(&mut self, change: Change) {
        self.withdraw(&change);
        for entry in change.entries {
            self.apply(Stored::from(entry));
        }
        self.version += 1;
        match change.intent {
            Intent::Do => {
                self.undone.clear();
                self.done.push(change.steps);
            }
            // A step that could not be written is in no history, and what follows it finds none.
            Intent::Undo if self.done.last().is_some_and(|last| turned(last) == change.steps) => {
                self.undone.extend(self.done.pop());
            }
            Intent::Redo if self.undone.last() == Some(&change.steps) => {
                self.done.extend(self.undone.pop());
            }
            Intent::Undo | Intent::Redo => {}
        }
    }

    /// Takes over what was found in the file; what is known already changes nothing.
    pub fn take_over(&mut self, news: impl Into<Arrival>) {
        match news.into() {
            Arrival::Nothing => return,
            Arrival::More(loaded) => {
                // A last line that was half there has been read again.
                self.stock.damage.retain(|damage| damage.line < loaded.first_line);
                self.stock.damage.extend(loaded.damage);
                loaded.stored.into_iter().for_each(|stored| self.apply(stored));
            }
            Arrival::Whole(book) => self.stock = book.stock,
        }
        self.version += 1;
    }

    fn apply(&mut self, stored: Stored) {
        match stored {
            Stored::Kept(kept) if self.get(&kept.id) == kept.bookmark() => {}
            Stored::Kept(kept) => self.stock.put(kept),
            Stored::Deleted(id) => self.stock.remove(&id),
        }
    }
}

fn turned(steps: &[Step]) -> Vec<Step> {
    steps.iter().map(Step::turned).collect()
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
