//! Adding lines: all of them on the disk, or none and an error.

use std::fs::{File, OpenOptions};
use std::io::{Read, Seek, SeekFrom, Write};

use super::super::jsonld;
use super::folder::sync_folder;
use super::lock::Lock;
use super::{Entry, Journal, JournalError, private};

impl Journal {
    /// Appends the entries and returns when they are on the disk. What was added is then read
    /// back by [`Journal::refresh`], together with what other copies of the program wrote.
    ///
    /// # Errors
    /// Where the folder cannot be written to, the disk is full, or another program holds the lock
    /// for seconds. Then nothing was added: a part that was written is taken back.
    pub fn append(&mut self, entries: &[Entry]) -> Result<(), JournalError> {
        let mut lines = Vec::new();
        for entry in entries {
            let line = jsonld::write_line(entry).map_err(|_| JournalError::Unwritable)?;
            lines.extend_from_slice(line.as_bytes());
            lines.push(b'\n');
        }
        let _lock = Lock::take(&self.lock)?;
        self.append_lines(&lines).map_err(|error| JournalError::write(&self.path, error))
    }

    fn append_lines(&self, lines: &[u8]) -> std::io::Result<()> {
        let is_new = !self.path.exists();
        let mut file = private::open(OpenOptions::new().read(true).append(true), &self.path)?;
        private::tighten(&file);
        let before = file.metadata()?.len();
        let written = write_synced(&mut file, before, lines);
        if written.is_err() {
            // The half that fitted is taken back, so that nothing stands there that was refused.
            // Where even that fails, the next append begins a new line.
            let _ = file.set_len(before);
        } else if is_new {
            sync_folder(&self.path)?;
        }
        written
    }
}

fn write_synced(file: &mut File, before: u64, lines: &[u8]) -> std::io::Result<()> {
    if before > 0 {
        // A crash may have left half a line: it keeps its own line, and is reported as cut.
        let mut last = [0];
        file.seek(SeekFrom::Start(before - 1))?;
        file.read_exact(&mut last)?;
        if last != *b"\n" {
            file.write_all(&[b"\n", lines].concat())?;
            return file.sync_data();
        }
    }
    file.write_all(lines)?;
    file.sync_data()
}
