//! What can go wrong with the file, and how it is put to the reader.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::{Damage, DamageReason};
use crate::error::Problem;

/// Why nothing was kept, or nothing could be read. The words for the reader are in
/// [`JournalError::problem`]; `Display` is for logs and tests.
#[derive(Debug, thiserror::Error)]
pub enum JournalError {
    /// The rights of the file or the folder, or the file system, forbid it.
    #[error("nothing was kept: {} may not be written to", path.display())]
    ReadOnly {
        /// The notebook's file.
        path: PathBuf,
    },
    /// The disk, or the reader's share of it, is full.
    #[error("nothing was kept: the disk with {} is full", path.display())]
    Full {
        /// The notebook's file.
        path: PathBuf,
    },
    /// Another copy of the program writes to it, and did not end in time.
    #[error("nothing was kept: {} is held by another program", path.display())]
    Locked {
        /// The notebook's file.
        path: PathBuf,
    },
    /// Any other failure of writing.
    #[error("nothing was kept: {} could not be written: {cause}", path.display())]
    Write {
        /// The notebook's file.
        path: PathBuf,
        /// What the system says.
        cause: std::io::Error,
    },
    /// Reading failed; a file that is not there is no failure.
    #[error("{} could not be read: {cause}", path.display())]
    Read {
        /// The notebook's file.
        path: PathBuf,
        /// What the system says.
        cause: std::io::Error,
    },
    /// A bookmark could not be made into JSON: nothing was written.
    #[error("nothing was kept: a bookmark could not be written as JSON")]
    Unwritable,
}

impl JournalError {
    pub(super) fn read(path: &Path, cause: std::io::Error) -> Self {
        Self::Read { path: path.to_owned(), cause }
    }

    pub(super) fn write(path: &Path, cause: std::io::Error) -> Self {
        let path = path.to_owned();
        match cause.kind() {
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Self::ReadOnly { path },
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::Full { path },
            _ => Self::Write { path, cause },
        }
    }

    /// The sentence that says what to do next, for `locale` to word.
    pub fn problem(&self) -> Problem {
        match self {
            Self::ReadOnly { path } => Problem::of("problem-notebook-read-only", path),
            Self::Full { path } => Problem::of("problem-notebook-full", path),
            Self::Locked { path } => Problem::of("problem-notebook-locked", path),
            Self::Write { path, cause } => {
                Problem::of("problem-notebook-write", path).with("detail", &cause.to_string())
            }
            Self::Read { path, cause } => {
                Problem::of("problem-notebook-read", path).with("detail", &cause.to_string())
            }
            Self::Unwritable => Problem::new("problem-notebook-words"),
        }
    }
}

impl Damage {
    /// The sentence about one line of the notebook at `path`.
    pub fn problem(&self, path: &Path) -> Problem {
        let problem = match self.reason {
            DamageReason::Cut => Problem::of("problem-notebook-line-cut", path),
            DamageReason::NotJson => Problem::of("problem-notebook-line-json", path),
            DamageReason::NotAnnotation => Problem::of("problem-notebook-line-other", path),
            DamageReason::Future(_) => Problem::of("problem-notebook-line-future", path),
        };
        problem.with("line", &self.line.to_string())
    }
}
