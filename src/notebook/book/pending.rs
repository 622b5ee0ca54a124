//! What was handed over to be written and is not on the disk yet.
//!
//! Keys come faster than a disk answers: whatever is asked next begins from what was asked before,
//! or a colour would drop the note before it, and two steps back would take the same step twice.

use super::{Book, Bookmark, Change, Id, Intent, Step};

/// The changes of this session that can be taken back, and made again, the last one last.
pub(super) struct History<'a> {
    pub done: Vec<&'a [Step]>,
    pub undone: Vec<&'a [Step]>,
}

impl Book {
    /// A change is on its way to the file; [`Book::confirm`] or [`Book::withdraw`] ends that.
    pub fn hand_over(&mut self, change: &Change) {
        self.pending.push(change.clone());
    }

    /// A change is no longer on its way: it was written, or could not be.
    pub fn withdraw(&mut self, change: &Change) {
        if let Some(at) = self.pending.iter().position(|pending| pending == change) {
            self.pending.remove(at);
        }
    }

    /// The bookmark as it will stand when all that is on its way is written.
    pub fn newest(&self, id: &Id) -> Option<&Bookmark> {
        let mut steps = self.pending.iter().rev().flat_map(|change| change.steps.iter().rev());
        match steps.find(|step| step.id() == Some(id)) {
            Some(step) => step.after.as_ref(),
            None => self.get(id),
        }
    }

    /// What is on its way already and says the same as this one.
    pub fn twin_on_its_way(&self, new: &Bookmark) -> Option<&Bookmark> {
        let steps = self.pending.iter().flat_map(|change| &change.steps);
        let mut newest = steps.filter_map(|step| self.newest(step.id()?));
        newest.find(|kept| kept.says_the_same(new))
    }

    /// The history as it will be when all that is on its way is written.
    pub(super) fn history(&self) -> History<'_> {
        let mut history = History {
            done: self.done.iter().map(Vec::as_slice).collect(),
            undone: self.undone.iter().map(Vec::as_slice).collect(),
        };
        for change in &self.pending {
            match change.intent {
                Intent::Do => {
                    history.undone.clear();
                    history.done.push(&change.steps);
                }
                Intent::Undo => history.undone.extend(history.done.pop()),
                Intent::Redo => history.done.extend(history.undone.pop()),
            }
        }
        history
    }
}
