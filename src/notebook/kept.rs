//! A bookmark in memory: read whole, or known by its line until somebody asks for it.
//!
//! A hundred thousand bookmarks are some hundred megabytes of JSON, of which a screen shows ten.

use std::ops::Range;
use std::sync::{Arc, OnceLock};

use super::jsonld::{self, Outline};
use super::{Bookmark, Entry, Id, Kind, reports};

/// A kept thing and where it is read from.
#[derive(Clone, Debug)]
pub struct Kept {
    /// Its name, known without reading the rest of its line.
    pub id: Id,
    /// Names of the reports of its places, hashed as `reports` does.
    pub(super) reports: Box<[u64]>,
    pub(super) correction: bool,
    line: Option<Line>,
    bookmark: OnceLock<Option<Box<Bookmark>>>,
}

/// A line of the file, in the bytes that were read of it.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub bytes: Arc<Vec<u8>>,
    pub range: Range<usize>,
    /// Counted from 1.
    pub number: usize,
}

impl Kept {
    /// A line of which only the outline was read.
    pub(super) fn outlined(id: Id, reports: Vec<u64>, correction: bool, line: Line) -> Self {
        let reports = reports.into();
        Self { id, reports, correction, line: Some(line), bookmark: OnceLock::new() }
    }

    /// The bookmark, read from its line the first time; `None` where the line, sound as JSON,
    /// turns out to be no annotation of ours.
    pub fn bookmark(&self) -> Option<&Bookmark> {
        self.bookmark.get_or_init(|| self.read().ok()).as_deref()
    }

    /// The bookmark, read without being held: for those who go through all of them once.
    pub(super) fn with<R>(&self, use_it: impl FnOnce(&Bookmark) -> R) -> Result<R, super::Damage> {
        if let Some(Some(bookmark)) = self.bookmark.get() {
            return Ok(use_it(bookmark));
        }
        self.read().map(|bookmark| use_it(&bookmark))
    }

    fn read(&self) -> Result<Box<Bookmark>, super::Damage> {
        let line = self.line.as_ref();
        let number = line.map_or(0, |line| line.number);
        let damaged = |reason| super::Damage { line: number, reason };
        let bytes = line.and_then(|line| line.bytes.get(line.range.clone())).unwrap_or_default();
        match jsonld::read_line(bytes).map_err(damaged)? {
            Entry::Keep(bookmark) => Ok(bookmark),
            Entry::Delete(_) => Err(damaged(super::DamageReason::NotAnnotation)),
        }
    }
}

impl From<Bookmark> for Kept {
    fn from(bookmark: Bookmark) -> Self {
        Self {
            id: bookmark.id.clone(),
            reports: reports::names_in(&bookmark).collect(),
            correction: matches!(bookmark.kind, Kind::Correction(_)),
            line: None,
            bookmark: OnceLock::from(Some(Box::new(bookmark))),
        }
    }
}

/// What is kept is the same, however much of it was read.
impl PartialEq for Kept {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id && self.bookmark() == other.bookmark()
    }
}

/// What one line of the file says.
#[derive(Clone, Debug, PartialEq)]
pub enum Stored {
    /// A bookmark, as it is from this line on.
    Kept(Kept),
    /// This name is gone from this line on.
    Deleted(Id),
}

impl Stored {
    /// The entry that this line is.
    pub fn entry(&self) -> Option<Entry> {
        match self {
            Self::Kept(kept) => Some(Entry::Keep(Box::new(kept.bookmark()?.clone()))),
            Self::Deleted(id) => Some(Entry::Delete(id.clone())),
        }
    }

    pub(super) fn outlined(outline: Outline, line: Line) -> Self {
        match outline {
            Outline::Keep { id, reports, correction } => {
                Self::Kept(Kept::outlined(id, reports, correction, line))
            }
            Outline::Delete(id) => Self::Deleted(id),
        }
    }
}

impl From<Entry> for Stored {
    fn from(entry: Entry) -> Self {
        match entry {
            Entry::Keep(bookmark) => Self::Kept(Kept::from(*bookmark)),
            Entry::Delete(id) => Self::Deleted(id),
        }
    }
}
