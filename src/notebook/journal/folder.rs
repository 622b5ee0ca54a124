//! How a file is told from the one that replaced it, and how its name is made to last.

use std::fs::{File, Metadata};
use std::path::Path;
use std::time::SystemTime;

/// What tells one state of one file from another.
#[derive(Debug)]
pub(super) struct Identity {
    pub(super) len: u64,
    pub(super) modified: Option<SystemTime>,
    /// Device and inode, where there are such.
    node: Option<(u64, u64)>,
    created: Option<SystemTime>,
}

impl Identity {
    pub(super) fn of(file: &File) -> std::io::Result<Self> {
        file.metadata().map(|metadata| Self::from(&metadata))
    }

    pub(super) fn of_path(path: &Path) -> std::io::Result<Self> {
        std::fs::metadata(path).map(|metadata| Self::from(&metadata))
    }

    /// Whether both are one file, at whatever length.
    pub(super) fn same_file(&self, other: &Self) -> bool {
        if self.node.is_some() {
            return self.node == other.node;
        }
        self.created == other.created
    }
}

impl From<&Metadata> for Identity {
    fn from(metadata: &Metadata) -> Self {
        Self {
            len: metadata.len(),
            modified: metadata.modified().ok(),
            node: node(metadata),
            created: metadata.created().ok(),
        }
    }
}

#[cfg(unix)]
#[allow(clippy::unnecessary_wraps, reason = "elsewhere there is none")]
fn node(metadata: &Metadata) -> Option<(u64, u64)> {
    use std::os::unix::fs::MetadataExt;
    Some((metadata.dev(), metadata.ino()))
}

#[cfg(not(unix))]
fn node(_: &Metadata) -> Option<(u64, u64)> {
    None
}

/// Makes a new or renamed name in the folder of `path` survive a power cut. Windows does so by
/// itself and cannot open a folder.
pub(super) fn sync_folder(path: &Path) -> std::io::Result<()> {
    match path.parent() {
        Some(folder) if cfg!(unix) => File::open(folder)?.sync_all(),
        _ => Ok(()),
    }
}
