//! Dropping what no longer counts: old versions and deleted bookmarks, never what is unreadable.

use std::collections::HashMap;
use std::io::Write;

use super::super::jsonld;
use super::folder::sync_folder;
use super::lock::Lock;
use super::{Entry, Journal, JournalError, News};

/// Lines that no longer count, below which compacting is not worth a second of anybody's time.
const WORTH_COMPACTING: usize = 1000;

impl Journal {
    /// Whether more than half of what can be dropped of the file, and a good deal, no longer
    /// counts; `living` is the number of bookmarks.
    pub fn wants_compaction(&self, living: usize) -> bool {
        self.lines.saturating_sub(self.unread) > 2 * living + WORTH_COMPACTING
    }

    /// Writes the living lines, byte for byte, into a new file and puts it in the place of the
    /// old one. Lines that could not be read stay where they stood. Where none can be dropped, the
    /// file stays as it is.
    ///
    /// # Errors
    /// Where it cannot be written; the old file then stands untouched.
    pub fn compact(&mut self) -> Result<News, JournalError> {
        let _lock = Lock::take(&self.lock)?;
        let unread = self.rewrite().map_err(|error| JournalError::write(&self.path, error))?;
        let news = self.refresh()?;
        // In a large file, only this reading has told all lines that could not be read.
        self.unread = unread;
        Ok(news)
    }

    /// How many of the lines could not be read.
    fn rewrite(&self) -> std::io::Result<usize> {
        let bytes = match std::fs::read(&self.path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(0),
            Err(error) => return Err(error),
        };
        let (living, unread) = living(&bytes);
        let all = bytes.split(|&byte| byte == b'\n').map(<[u8]>::trim_ascii);
        if living.len() == all.filter(|line| !line.is_empty()).count() {
            return Ok(unread);
        }
        let folder = self.path.parent().unwrap_or(std::path::Path::new("."));
        let mut new = tempfile::NamedTempFile::new_in(folder)?;
        std::fs::set_permissions(new.path(), std::fs::metadata(&self.path)?.permissions())?;
        let mut writer = std::io::BufWriter::new(new.as_file_mut());
        for line in living {
            writer.write_all(line)?;
            writer.write_all(b"\n")?;
        }
        writer.flush()?;
        drop(writer);
        new.as_file().sync_all()?;
        new.persist(&self.path).map_err(|error| error.error)?;
        sync_folder(&self.path)?;
        Ok(unread)
    }
}

/// The lines that still count, without their ends, in the order in which their bookmarks first
/// came; unreadable ones among them at their place, and how many those are.
fn living(bytes: &[u8]) -> (Vec<&[u8]>, usize) {
    let mut unread = 0;
    let mut kept: Vec<Option<&[u8]>> = Vec::new();
    let mut place: HashMap<_, usize> = HashMap::new();
    for line in bytes.split(|&byte| byte == b'\n').map(<[u8]>::trim_ascii) {
        match jsonld::read_line(line) {
            _ if line.is_empty() => {}
            Ok(Entry::Keep(bookmark)) => {
                let at = *place.entry(bookmark.id).or_insert(kept.len());
                match kept.get_mut(at) {
                    Some(older) => *older = Some(line),
                    None => kept.push(Some(line)),
                }
            }
            Ok(Entry::Delete(id)) => {
                if let Some(older) = place.remove(&id).and_then(|at| kept.get_mut(at)) {
                    *older = None;
                }
            }
            Err(_) => {
                unread += 1;
                kept.push(Some(line));
            }
        }
    }
    (kept.into_iter().flatten().collect(), unread)
}
