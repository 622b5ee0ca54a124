//! What can go wrong with the file, and how it is put to the reader.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::{Damage, DamageReason};
use crate::error::Problem;

/// Why nothing was kept, or nothing could be read. The words for the reader are in
/// [`JournalError::problem`]; `Display` is for logs and tests.
#[derive(Debug, thiserror::Error)]
pub enum JournalError {
    #[error("nothing was kept: {} may not be written to", path.display())]
    ReadOnly { path: PathBuf },
    #[error("nothing was kept: the disk with {} is full", path.display())]
    Full { path: PathBuf },
    #[error("nothing was kept: {} is held by another program", path.display())]
    Locked { path: PathBuf },
    #[error("nothing was kept: {} could not be written: {cause}", path.display())]
    Write { path: PathBuf, cause: std::io::Error },
    #[error("{} could not be read: {cause}", path.display())]
    Read { path: PathBuf, cause: std::io::Error },
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
