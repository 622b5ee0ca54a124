//! Which encoder to begin with, and keeping the one the reader chose for this sort of terminal.

use std::fs;
use std::io::{self, Write as _};
use std::path::PathBuf;

use crate::settings::{Paths, Settings};
use crate::terminal::detect::{self, Environment, Source, Verdict, Wish};
use crate::terminal::{Input, Kind};

/// The file with a line for each sort of terminal, beside the state file.
fn file(paths: &Paths) -> Option<PathBuf> {
    paths.state.as_ref().map(|state| state.with_file_name("encoders"))
}

/// The text of the file, for [`detect::recall`].
pub fn remembered(paths: &Paths) -> String {
    // A file that is not there, or not text, remembers nothing.
    file(paths).and_then(|file| fs::read_to_string(file).ok()).unwrap_or_default()
}

/// Finds the encoder: by the settings, by what was chosen here before, by asking the terminal.
///
/// # Errors
/// When there is no terminal.
pub fn find(settings: &Settings, paths: &Paths, keys: &mut Input) -> io::Result<Verdict> {
    let kind = settings.encoder.and_then(Kind::from_name);
    let wish = Wish { kind: kind.map(|kind| (kind, Source::Settings)) };
    detect::detect(wish, &remembered(paths), &Environment::read(), keys)
}

/// Keeps the reader's choice for this sort of terminal.
///
/// # Errors
/// When the file cannot be written.
pub fn keep(paths: &Paths, identity: &str, kind: Kind) -> io::Result<()> {
    put_back(paths, &detect::remember(&remembered(paths), identity, Some(kind)))
}

/// Has the file say what it said before.
///
/// # Errors
/// When the file cannot be written.
pub fn put_back(paths: &Paths, text: &str) -> io::Result<()> {
    let Some(path) = file(paths) else { return Ok(()) };
    let folder = path.parent().map(PathBuf::from).unwrap_or_default();
    fs::create_dir_all(&folder)?;
    let mut whole = tempfile::NamedTempFile::new_in(folder)?;
    whole.write_all(text.as_bytes())?;
    whole.persist(path)?;
    Ok(())
}
