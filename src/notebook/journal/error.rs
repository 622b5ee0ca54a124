//! What can go wrong with the file, as sentences that say what to do next.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// Why nothing was kept, or nothing could be read.
#[derive(Debug, thiserror::Error)]
pub enum JournalError {
    #[error(
        "Nothing was kept: {} may not be written to. Give yourself the right to write there, or set TABAYUN_DATA to another folder.",
        path.display()
    )]
    ReadOnly { path: PathBuf },
    #[error("Nothing was kept: the disk with {} is full. Make room there, then try again.", path.display())]
    Full { path: PathBuf },
    #[error(
        "Nothing was kept: another program has held {} for seconds. Close it or wait, then try again.",
        path.display()
    )]
    Locked { path: PathBuf },
    #[error("Nothing was kept: {} could not be written ({cause}). Check the disk, then try again.", path.display())]
    Write { path: PathBuf, cause: std::io::Error },
    #[error("The notebook {} could not be read ({cause}). Check the file and its rights; it was not changed.", path.display())]
    Read { path: PathBuf, cause: std::io::Error },
    #[error("Nothing was kept: the bookmark could not be put into words. Please report this.")]
    Unwritable,
    #[error(
        "Nothing was kept: the system names no home folder. Set TABAYUN_DATA to a folder for the notebook."
    )]
    NoFolder,
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
}
