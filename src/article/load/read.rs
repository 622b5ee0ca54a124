//! One file's bytes, or standard input's, within limits and with a sentence for what goes wrong.

use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::path::Path;

use crate::error::Problem;

/// The largest file that is read, in bytes. A report is a few thousand; a book is a few million.
pub const LIMIT: u64 = 256 * 1024 * 1024;

/// What a file gave.
pub struct Bytes {
    pub bytes: Vec<u8>,
    /// It was read, but not as it should have been.
    pub problem: Option<Problem>,
}

/// Reads a regular file whole.
///
/// # Errors
/// A sentence: not there, not allowed, no regular file, too large, or what the system said.
pub fn file(path: &Path) -> Result<Bytes, Problem> {
    super::walk::regular(path)?;
    let mut file = File::open(path).map_err(|error| unreadable(path, &error))?;
    let size = file.metadata().map_err(|error| unreadable(path, &error))?.len();
    if size > LIMIT {
        let limit = (LIMIT / (1024 * 1024)).to_string();
        return Err(Problem::of("problem-too-large", path).with("limit", &limit));
    }
    let bytes = whole(&mut file, size).map_err(|error| unreadable(path, &error))?;
    let shrunk = (bytes.len() as u64) < size;
    Ok(Bytes { bytes, problem: shrunk.then(|| Problem::of("problem-shrunk", path)) })
}

/// Reads standard input to its end.
///
/// # Errors
/// As [`file`].
pub fn stdin() -> Result<Vec<u8>, Problem> {
    let dash = Path::new("-");
    let bytes = whole(&mut io::stdin().lock(), 0).map_err(|error| unreadable(dash, &error))?;
    if bytes.len() as u64 > LIMIT {
        let limit = (LIMIT / (1024 * 1024)).to_string();
        return Err(Problem::of("problem-too-large", dash).with("limit", &limit));
    }
    Ok(bytes)
}

/// At most one byte more than the limit, so that a file that grows while it is read ends.
fn whole(source: &mut dyn Read, size: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(size.min(LIMIT) as usize);
    source.take(LIMIT + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The sentence for an error of the system.
pub fn unreadable(path: &Path, error: &io::Error) -> Problem {
    match error.kind() {
        ErrorKind::NotFound => Problem::of("problem-not-found", path),
        ErrorKind::PermissionDenied => Problem::of("problem-not-allowed", path),
        _ => Problem::of("problem-unreadable", path).with("detail", &error.to_string()),
    }
}
