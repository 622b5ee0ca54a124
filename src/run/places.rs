//! Where the reader was in each dossier, kept between two runs in the state file.
//!
//! The file is written under a lock and read anew before, so that two copies keep both their
//! places; fields that are not known here stay. A file that is damaged is put aside under another
//! name, and its name is told.

use std::fs::{self, OpenOptions, TryLockError};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::app::action::Remembered;
use crate::article::Input;
use crate::error::Problem;

/// Dossiers that are remembered; the one not seen for longest is dropped.
const KEPT: usize = 500;

/// How often, and how long apart, a copy that is writing is waited for: it takes milliseconds.
const TRIES: usize = 50;
const APART: Duration = Duration::from_millis(20);

/// What a dossier's entry holds, beside what is not known here.
const SEEN: &str = "seen";
const PLACES: &str = "places";
const DOSSIERS: &str = "dossiers";

#[derive(Debug, Serialize, Deserialize)]
struct Place {
    path: PathBuf,
    cursor: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pane: Option<usize>,
}

/// What stands in the state file.
enum Found {
    /// Nothing, where there is no file.
    File(Map<String, Value>),
    Damaged,
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

fn find(path: &Path) -> io::Result<Found> {
    let bytes = match fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return Ok(Found::File(Map::new()));
        }
        Err(error) => return Err(error),
    };
    let file: Option<Map<String, Value>> = serde_json::from_slice(&bytes).ok();
    let whole = |file: &Map<String, Value>| file.get(DOSSIERS).is_none_or(Value::is_object);
    Ok(file.filter(whole).map_or(Found::Damaged, Found::File))
}

/// The places of this dossier; and, where the file was damaged, what became of it.
pub fn recall(path: &Path, inputs: &[Input]) -> (Vec<Remembered>, Option<Problem>) {
    let file = match find(path) {
        Ok(Found::File(file)) => file,
        Ok(Found::Damaged) => {
            let aside = lock(path).and_then(|_lock| put_aside(path));
            return (Vec::new(), aside.ok().flatten());
        }
        Err(_) => return (Vec::new(), None),
    };
    let Some(name) = name(inputs) else { return (Vec::new(), None) };
    let places = file.get(DOSSIERS).and_then(|all| all.get(&name)?.get(PLACES));
    let places: Option<Vec<Place>> =
        places.and_then(|places| serde_json::from_value(places.clone()).ok());
    let places = places.unwrap_or_default().into_iter();
    let places = places.map(|Place { path, cursor, pane }| Remembered { path, cursor, pane });
    (places.collect(), None)
}

/// Keeps the places of this dossier; the file is replaced whole. Where it was damaged, what became
/// of it.
///
/// # Errors
/// When the file cannot be read or written, or another copy has held it for a second.
pub fn keep(path: &Path, inputs: &[Input], places: &[Remembered]) -> io::Result<Option<Problem>> {
    let Some(name) = name(inputs).filter(|_| !places.is_empty()) else { return Ok(None) };
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let _lock = lock(path)?;
    let (mut file, aside) = match find(path)? {
        Found::File(file) => (file, None),
        Found::Damaged => (Map::new(), put_aside(path)?),
    };
    let dossiers = file.entry(DOSSIERS).or_insert_with(|| Value::Object(Map::new()));
    if let Value::Object(dossiers) = dossiers {
        enter(dossiers, name, places)?;
    }
    let mut whole = tempfile::NamedTempFile::new_in(folder)?;
    whole.write_all(&serde_json::to_vec(&file)?)?;
    whole.persist(path)?;
    Ok(aside)
}

/// Puts the places of a dossier among the others, as the one that was seen last.
fn enter(dossiers: &mut Map<String, Value>, name: String, places: &[Remembered]) -> io::Result<()> {
    let seen = |dossier: &Value| dossier.get(SEEN).and_then(Value::as_u64).unwrap_or(0);
    let last = dossiers.values().map(seen).max().unwrap_or(0).saturating_add(1);
    let places = places.iter().map(|place| Place {
        path: place.path.clone(),
        cursor: place.cursor,
        pane: place.pane,
    });
    let places = serde_json::to_value(places.collect::<Vec<_>>())?;
    let ours = dossiers.entry(name).or_insert_with(|| Value::Object(Map::new()));
    if !ours.is_object() {
        *ours = Value::Object(Map::new());
    }
    if let Value::Object(ours) = ours {
        ours.insert(SEEN.to_owned(), last.into());
        ours.insert(PLACES.to_owned(), places);
    }
    while dossiers.len() > KEPT {
        let oldest = dossiers.iter().min_by_key(|(_, dossier)| seen(dossier));
        let Some(oldest) = oldest.map(|(name, _)| name.clone()) else { break };
        dossiers.remove(&oldest);
    }
    Ok(())
}

/// Gives a damaged file another name, under which nothing stands yet. `None` where it is damaged
/// no longer: another copy was there before. Only under the lock.
fn put_aside(path: &Path) -> io::Result<Option<Problem>> {
    if matches!(find(path)?, Found::File(_)) {
        return Ok(None);
    }
    let free = (1..).map(|number| path.with_extension(format!("damaged-{number}.json")));
    let free = free.into_iter().find(|path| !path.exists());
    let Some(aside) = free else { return Ok(None) };
    fs::rename(path, &aside)?;
    Ok(Some(Problem::of("problem-state-damaged", &aside)))
}

/// Held until it is dropped; the system releases it when the process dies.
fn lock(path: &Path) -> io::Result<fs::File> {
    let beside = path.with_extension("lock");
    let file = OpenOptions::new().create(true).truncate(false).write(true).open(beside)?;
    for _ in 0..TRIES {
        match file.try_lock() {
            Ok(()) => return Ok(file),
            Err(TryLockError::WouldBlock) => std::thread::sleep(APART),
            Err(TryLockError::Error(error)) => return Err(error),
        }
    }
    Err(io::ErrorKind::WouldBlock.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(folder: &Path, cursor: u32) -> [Remembered; 1] {
        [Remembered { path: folder.join("a.txt"), cursor, pane: Some(0) }]
    }

    #[test]
    fn what_was_kept_is_recalled_and_the_rest_of_the_file_stays() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("deep/state.json");
        let inputs = [Input::Path(folder.path().to_owned())];
        assert_eq!(recall(&path, &inputs), (Vec::new(), None));
        let place = place(folder.path(), 7);
        keep(&path, &inputs, &place).unwrap();
        let written = fs::read_to_string(&path).unwrap();
        let later = written.replacen('{', "{\"encoders\":{\"x\":1},", 1);
        let later = later.replacen("\"seen\"", "\"marks\":[1],\"seen\"", 1);
        let later = later.replacen("\"dossiers\":{", "\"dossiers\":{\"/b\":{\"new\":2},", 1);
        fs::write(&path, later).unwrap();
        keep(&path, &inputs, &place).unwrap();
        assert_eq!(recall(&path, &inputs), (place.to_vec(), None));
        let written = fs::read_to_string(&path).unwrap();
        for kept in ["encoders", "\"marks\":[1]", "\"/b\":{\"new\":2}"] {
            assert!(written.contains(kept), "{kept} is lost: {written}");
        }
    }

    #[test]
    fn a_damaged_file_is_put_aside_and_told() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("state.json");
        let inputs = [Input::Path(folder.path().to_owned())];
        for (number, damaged) in (1..).zip(["{\"dossiers\":{\"/a\"", "{\"dossiers\":[]}", "[]"]) {
            fs::write(&path, damaged).unwrap();
            let aside = folder.path().join(format!("state.damaged-{number}.json"));
            let told = Some(Problem::of("problem-state-damaged", &aside));
            if number == 2 {
                assert_eq!(keep(&path, &inputs, &place(folder.path(), 7)).unwrap(), told);
            } else {
                assert_eq!(recall(&path, &inputs), (Vec::new(), told));
            }
            assert_eq!(fs::read_to_string(aside).unwrap(), damaged);
        }
    }

    #[test]
    fn copies_that_leave_together_keep_all_their_places() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("state.json");
        let dossier = |at: usize| {
            let dossier = folder.path().join(at.to_string());
            fs::create_dir_all(&dossier).unwrap();
            [Input::Path(dossier)]
        };
        std::thread::scope(|scope| {
            for at in 0..8 {
                let (path, dossier) = (&path, &dossier);
                scope.spawn(move || keep(path, &dossier(at), &place(path, at as u32)).unwrap());
            }
        });
        for at in 0..8 {
            assert_eq!(recall(&path, &dossier(at)).0, place(&path, at as u32));
        }
    }
}
