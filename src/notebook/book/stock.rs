//! What the notebook's file holds: a slot for each bookmark, and what leads to the slots.
//!
//! The index for filters is made when it is first needed: at once where there are few bookmarks,
//! by a worker where there are many ([`Unprepared`], [`Prepared`]).

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use super::super::filter::Index;
use super::super::kept::{Kept, Stored};
use super::super::reports::Reports;
use super::super::{Bookmark, Damage, Id, Loaded};

/// Up to this many bookmarks are made ready for filters in the moment they are first filtered: a
/// few milliseconds.
const AT_ONCE: usize = 1000;

pub(super) type Slots = Vec<Option<Arc<Kept>>>;

/// The living bookmarks of a file.
#[derive(Clone, Debug, Default)]
pub(super) struct Stock {
    /// Which reading of the whole file this is.
    reading: Arc<()>,
    /// A slot stays its bookmark's until the file is replaced; `None` where it was deleted.
    pub slots: Slots,
    pub by_id: HashMap<Id, u32>,
    pub damage: Vec<Damage>,
    pub reports: Reports,
    /// Slots that hold a correction, or held one.
    pub corrections: Vec<u32>,
    index: OnceLock<Index>,
    /// Slots that changed while no index was there: a worker may be making it of what was before.
    changed: Vec<u32>,
}

/// What a worker needs to make a book ready for filters.
#[derive(Clone, Debug)]
pub struct Unprepared {
    reading: Arc<()>,
    slots: Slots,
}

/// What it gives back.
#[derive(Clone, Debug)]
pub struct Prepared {
    reading: Arc<()>,
    index: Box<Index>,
    damage: Vec<Damage>,
}

impl Unprepared {
    /// Reads all bookmarks and folds their words, on as many threads as there are processors.
    pub fn prepare(self) -> Prepared {
        let (index, damage) = Index::of(&self.slots);
        Prepared { reading: self.reading, index: Box::new(index), damage }
    }
}

impl Stock {
    pub fn new(loaded: Loaded) -> Self {
        let count = loaded.stored.len();
        let mut stock = Self { damage: loaded.damage, ..Self::default() };
        stock.slots.reserve(count);
        stock.by_id.reserve(count);
        for stored in loaded.stored {
            match stored {
                Stored::Kept(kept) => drop(stock.place(Arc::new(kept))),
                Stored::Deleted(id) => stock.empty(&id),
            }
        }
        let living =
            (0..).zip(&stock.slots).filter_map(|(slot, kept)| Some((slot, kept.as_ref()?)));
        let mut names = Vec::with_capacity(count);
        for (slot, kept) in living {
            names.extend(kept.reports.iter().map(|&name| (name, slot)));
            if kept.correction {
                stock.corrections.push(slot);
            }
        }
        stock.reports = Reports::of(names);
        stock
    }

    /// Puts a bookmark into its slot, or a new one.
    fn place(&mut self, kept: Arc<Kept>) -> u32 {
        let slot = *self.by_id.entry(kept.id.clone()).or_insert(self.slots.len() as u32);
        match self.slots.get_mut(slot as usize) {
            Some(older) => *older = Some(kept),
            None => self.slots.push(Some(kept)),
        }
        slot
    }

    fn empty(&mut self, id: &Id) {
        if let Some(slot) = self.by_id.remove(id)
            && let Some(kept) = self.slots.get_mut(slot as usize)
        {
            *kept = None;
        }
    }

    pub fn get(&self, id: &Id) -> Option<&Bookmark> {
        self.at(*self.by_id.get(id)?)
    }

    pub fn at(&self, slot: u32) -> Option<&Bookmark> {
        self.slots.get(slot as usize)?.as_ref()?.bookmark()
    }

    pub fn put(&mut self, kept: Kept) {
        let kept = Arc::new(kept);
        let slot = self.place(Arc::clone(&kept));
        for &name in &kept.reports {
            self.reports.insert(slot, name);
        }
        if kept.correction && !self.corrections.contains(&slot) {
            self.corrections.push(slot);
        }
        self.reindex(slot);
    }

    pub fn remove(&mut self, id: &Id) {
        let slot = self.by_id.get(id).copied();
        self.empty(id);
        if let Some(slot) = slot {
            self.reindex(slot);
        }
    }

    fn reindex(&mut self, slot: u32) {
        let kept = self.slots.get(slot as usize).and_then(|kept| kept.as_ref()?.bookmark());
        match (self.index.get_mut(), kept) {
            (Some(index), Some(bookmark)) => index.insert(slot, bookmark),
            (Some(index), None) => index.remove(slot),
            (None, _) => self.changed.push(slot),
        }
    }

    /// The index; made now, where it is not there yet.
    pub fn index(&self) -> &Index {
        self.index.get_or_init(|| Index::of(&self.slots).0)
    }

    /// What a worker is needed for before a filter can be answered in a moment.
    pub fn unprepared(&self) -> Option<Unprepared> {
        let ready = self.index.get().is_some() || self.slots.len() <= AT_ONCE;
        (!ready)
            .then(|| Unprepared { reading: Arc::clone(&self.reading), slots: self.slots.clone() })
    }

    /// Takes over what a worker made; `false` where the file was replaced meanwhile.
    pub fn prepared(&mut self, prepared: Prepared) -> bool {
        if self.index.get().is_some() || !Arc::ptr_eq(&self.reading, &prepared.reading) {
            return false;
        }
        self.index = OnceLock::from(*prepared.index);
        self.damage.extend(prepared.damage);
        for slot in std::mem::take(&mut self.changed) {
            self.reindex(slot);
        }
        true
    }
}
