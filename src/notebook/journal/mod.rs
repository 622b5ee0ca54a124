//! The notebook's file: one line an entry, appended under a lock and synced, readable with `less`.
//!
//! Begin with [`Journal::open`], [`Journal::append`] and [`Journal::refresh`]. The file is never
//! edited in place: a changed bookmark is its line again, a deleted one a tombstone, and the last
//! word on a name holds. `compact` drops what no longer counts, by writing a new file and renaming
//! it; lines that could not be read are carried over as they are. The lock is a file of its own,
//! because a lock on the data file would be lost with that rename.

mod append;
mod compact;
mod error;
mod folder;
mod lock;
mod private;
mod read;

use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

pub use error::JournalError;

use self::folder::Identity;
use super::kept::Stored;
use super::{Bookmark, Id};

/// What one line says.
#[derive(Clone, Debug, PartialEq)]
pub enum Entry {
    /// The bookmark as it is from now on.
    Keep(Box<Bookmark>),
    /// The bookmark of this name is gone from now on.
    Delete(Id),
}

/// A line that could not be read. It stays in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Damage {
    /// Counted from 1.
    pub line: usize,
    /// What is wrong with it.
    pub reason: DamageReason,
}

/// Why a line of the notebook could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DamageReason {
    /// It ends in the middle.
    Cut,
    /// It is no JSON.
    NotJson,
    /// It is JSON, and no annotation of ours.
    NotAnnotation,
    /// A later version of the program wrote it, with this number.
    Future(u32),
}

/// What a file, or a part of it, held.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Loaded {
    /// In the order of the file.
    pub stored: Vec<Stored>,
    /// In the order of the file. In a large file, lines that are JSON and no annotations of ours
    /// are found later, by `Book::prepare`.
    pub damage: Vec<Damage>,
    /// The number of the first line that was read, counted from 1.
    pub first_line: usize,
}

impl Loaded {
    /// Every line that was read, as an entry.
    pub fn entries(&self) -> Vec<Entry> {
        self.stored.iter().filter_map(Stored::entry).collect()
    }
}

/// What changed in the file since it was last read.
#[derive(Clone, Debug, PartialEq)]
pub enum News {
    /// The file is as it was.
    Nothing,
    /// Lines that were added, by this program or another.
    Added(Loaded),
    /// The file was replaced: what it holds takes the place of all that was read.
    Replaced(Loaded),
}

/// The file, and how far it was read.
#[derive(Debug)]
pub struct Journal {
    path: PathBuf,
    lock: PathBuf,
    /// Kept open, so that the identity of the file cannot be given to another one meanwhile.
    read: Option<(File, Identity)>,
    /// Bytes read, up to the end of a line.
    consumed: u64,
    lines: usize,
    /// Lines among them that compacting cannot drop, because they could not be read.
    unread: usize,
}

impl Journal {
    /// Opens `notebook.jsonl` in `folder` and reads all of it. Neither needs to exist yet.
    ///
    /// # Errors
    /// Where the file is there and cannot be read.
    pub fn open(folder: &Path) -> Result<(Self, Loaded), JournalError> {
        let path = folder.join("notebook.jsonl");
        // A notebook may be a link into a synchronised folder: the rename must replace the file
        // that is linked to, not the link.
        let path = path.canonicalize().unwrap_or(path);
        let lock = path.with_extension("lock");
        let mut journal = Self { path, lock, read: None, consumed: 0, lines: 0, unread: 0 };
        let loaded = journal.read_all()?;
        Ok((journal, loaded))
    }

    /// The notebook's file: where it is a link, the one that is linked to.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What was written since the last look, by this program or another one.
    ///
    /// # Errors
    /// Where the file cannot be read; what was read before still holds.
    pub fn refresh(&mut self) -> Result<News, JournalError> {
        let now = match Identity::of_path(&self.path) {
            Ok(now) => now,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                return Ok(self.vanished());
            }
            Err(error) => return Err(JournalError::read(&self.path, error)),
        };
        let Some((_, before)) = &self.read else { return self.read_all().map(News::Replaced) };
        if before.same_file(&now) && now.len == before.len && now.modified == before.modified {
            return Ok(News::Nothing);
        }
        // The same file and longer: appended to. Anything else was rewritten under our eyes.
        if before.same_file(&now) && now.len > before.len && now.len >= self.consumed {
            return self.read_on(now).map(News::Added);
        }
        self.read_all().map(News::Replaced)
    }

    fn vanished(&mut self) -> News {
        let had = self.read.take().is_some();
        (self.consumed, self.lines, self.unread) = (0, 0, 0);
        if had { News::Replaced(Loaded::default()) } else { News::Nothing }
    }

    fn read_all(&mut self) -> Result<Loaded, JournalError> {
        let mut file = match File::open(&self.path) {
            Ok(file) => file,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                return Ok(Loaded::default());
            }
            Err(error) => return Err(JournalError::read(&self.path, error)),
        };
        let identity = Identity::of(&file).map_err(|e| JournalError::read(&self.path, e))?;
        let before = std::mem::take(&mut self.consumed);
        let before = (before, std::mem::take(&mut self.lines), std::mem::take(&mut self.unread));
        let loaded = self.read_lines(&mut file);
        // A file that could not be read is not taken for read: the next look tries again.
        if loaded.is_ok() {
            self.read = Some((file, identity));
        } else {
            (self.consumed, self.lines, self.unread) = before;
        }
        loaded
    }

    fn read_on(&mut self, now: Identity) -> Result<Loaded, JournalError> {
        let Some((mut file, before)) = self.read.take() else { return self.read_all() };
        let loaded = self.read_lines(&mut file);
        self.read = Some((file, if loaded.is_ok() { now } else { before }));
        loaded
    }

    /// Reads from `consumed` to the end. A last line without an end is read too, but counts as
    /// not yet read: it may be somebody's half-written line, which the next look completes.
    fn read_lines(&mut self, file: &mut File) -> Result<Loaded, JournalError> {
        let mut bytes = Vec::new();
        file.seek(SeekFrom::Start(self.consumed))
            .and_then(|_| file.read_to_end(&mut bytes))
            .map_err(|error| JournalError::read(&self.path, error))?;
        let whole = memchr::memrchr(b'\n', &bytes).map_or(0, |at| at + 1);
        let before = self.lines;
        self.lines += memchr::memchr_iter(b'\n', &bytes).count();
        self.consumed += whole as u64;
        let loaded = read::lines(bytes, before);
        self.unread += loaded.damage.iter().filter(|damage| damage.line <= self.lines).count();
        Ok(loaded)
    }
}

#[cfg(test)]
mod tests;
