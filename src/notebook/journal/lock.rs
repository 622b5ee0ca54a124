//! One writer at a time, across processes.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::Path;
use std::sync::mpsc;
use std::time::Duration;

use super::{JournalError, private};

/// How long another copy may hold the lock before the reader is told: writing takes milliseconds,
/// compacting a large notebook a second or two.
const PATIENCE: Duration = Duration::from_secs(5);

/// Held until it is dropped; the system releases it when the process dies.
pub(super) struct Lock {
    _file: File,
}

impl Lock {
    pub(super) fn take(path: &Path) -> Result<Self, JournalError> {
        if let Some(folder) = path.parent() {
            private::folder(folder).map_err(|e| JournalError::write(path, e))?;
        }
        let file = private::open(OpenOptions::new().truncate(false).write(true), path)
            .map_err(|error| JournalError::write(path, error))?;
        match file.try_lock() {
            Ok(()) => Ok(Self { _file: file }),
            Err(TryLockError::WouldBlock) => wait(file, path),
            Err(TryLockError::Error(error)) => Err(JournalError::write(path, error)),
        }
    }
}

/// Waits in the system's queue: polling would starve beside a writer that never pauses.
fn wait(file: File, path: &Path) -> Result<Lock, JournalError> {
    let (send, receive) = mpsc::channel();
    std::thread::spawn(move || {
        let locked = file.lock();
        // Where nobody waits any more, the file is dropped here and the lock with it.
        let _ = send.send(locked.map(|()| file));
    });
    match receive.recv_timeout(PATIENCE) {
        Ok(Ok(file)) => Ok(Lock { _file: file }),
        Ok(Err(error)) => Err(JournalError::write(path, error)),
        Err(_) => Err(JournalError::Locked { path: path.to_owned() }),
    }
}
