//! Where the reader was in each dossier, kept between two runs in the state file.
//!
//! A file that cannot be read counts as none; one that cannot be written is told once.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::app::action::Remembered;
use crate::article::Input;

/// Dossiers that are remembered; the one not seen for longest is dropped.
const KEPT: usize = 500;

/// The state file.
#[derive(Debug, Default, Serialize, Deserialize)]
struct File {
    #[serde(default)]
    dossiers: BTreeMap<String, Dossier>,
    /// Anything else in the file is kept as it is.
    #[serde(flatten)]
    rest: serde_json::Map<String, serde_json::Value>,
}

#[derive(Debug, Default, Serialize, Deserialize)]
struct Dossier {
    /// Counts up with every dossier that is left.
    seen: u64,
    places: Vec<Place>,
}

#[derive(Debug, Serialize, Deserialize)]
struct Place {
    path: PathBuf,
    cursor: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pane: Option<usize>,
}

/// The name of a dossier: its inputs, as whole paths. `None` when some of it has no path.
fn name(inputs: &[Input]) -> Option<String> {
    let paths = inputs.iter().map(|input| match input {
        Input::Path(path) => fs::canonicalize(path).ok(),
        Input::Stdin => None,
    });
    let paths: Option<Vec<PathBuf>> = paths.collect();
    let names = paths?.iter().map(|path| path.to_string_lossy().into_owned()).collect::<Vec<_>>();
    (!names.is_empty()).then(|| names.join("\n"))
}

fn file(path: &Path) -> File {
    let read = fs::read(path).ok();
    read.and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default()
}

/// The places of this dossier.
pub fn recall(path: &Path, inputs: &[Input]) -> Vec<Remembered> {
    let Some(name) = name(inputs) else { return Vec::new() };
    let places = file(path).dossiers.remove(&name).map(|dossier| dossier.places);
    let places = places.unwrap_or_default().into_iter();
    places.map(|Place { path, cursor, pane }| Remembered { path, cursor, pane }).collect()
}

/// Keeps the places of this dossier; the file is replaced whole.
///
/// # Errors
/// When the file cannot be written.
pub fn keep(path: &Path, inputs: &[Input], places: &[Remembered]) -> io::Result<()> {
    let Some(name) = name(inputs).filter(|_| !places.is_empty()) else { return Ok(()) };
    let mut file = file(path);
    let seen = file.dossiers.values().map(|dossier| dossier.seen).max().unwrap_or(0) + 1;
    let places = places.iter().map(|place| Place {
        path: place.path.clone(),
        cursor: place.cursor,
        pane: place.pane,
    });
    file.dossiers.insert(name, Dossier { seen, places: places.collect() });
    while file.dossiers.len() > KEPT {
        let oldest = file.dossiers.iter().min_by_key(|(_, dossier)| dossier.seen);
        let Some(oldest) = oldest.map(|(name, _)| name.clone()) else { break };
        file.dossiers.remove(&oldest);
    }
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let mut whole = tempfile::NamedTempFile::new_in(folder)?;
    whole.write_all(&serde_json::to_vec(&file)?)?;
    whole.persist(path)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_kept_is_recalled_and_the_rest_of_the_file_stays() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("deep/state.json");
        let inputs = [Input::Path(folder.path().to_owned())];
        assert_eq!(recall(&path, &inputs), []);
        let place = Remembered { path: folder.path().join("a.txt"), cursor: 7, pane: Some(0) };
        keep(&path, &inputs, std::slice::from_ref(&place)).unwrap();
        let written = fs::read_to_string(&path).unwrap();
        fs::write(&path, written.replacen('{', "{\"encoders\":{\"x\":1},", 1)).unwrap();
        keep(&path, &inputs, std::slice::from_ref(&place)).unwrap();
        assert_eq!(recall(&path, &inputs), [place]);
        assert!(fs::read_to_string(&path).unwrap().contains("encoders"));
    }
}
