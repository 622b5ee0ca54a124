//! Which files of a folder are reports, and in which order. Nothing is opened here but
//! `dossier.json`: a named pipe or a device in a folder is named and left alone, a link to a folder
//! is not followed, so no loop is walked.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::read::{self, unreadable};
use crate::article::dossier::{Dossier, Entry, NAME};
use crate::error::Problem;
use crate::text::InOrder;

/// Folders inside folders are followed this far.
const DEPTH: usize = 16;

/// Endings of files that are taken for reports; a file that is named by the reader is read
/// whatever its ending.
const ENDINGS: [&str; 10] =
    ["txt", "text", "md", "markdown", "html", "htm", "xhtml", "jsonl", "ndjson", "json"];

/// Endings of what is published and cannot be read: the reader who put one into the folder counts on
/// it and is told. Notes in an office's format are passed over.
const PUBLISHED: [&str; 1] = ["pdf"];

/// What a path leads to.
#[derive(Debug, PartialEq, Eq)]
pub enum Kind {
    File,
    Folder,
}

/// A report to read, with what `dossier.json` says of it.
#[derive(Debug)]
pub struct Found {
    pub path: PathBuf,
    pub entry: Option<Entry>,
}

/// What a folder holds, in order: as `dossier.json` lists it, then by name.
#[derive(Debug, Default)]
pub struct Folder {
    pub events: Vec<String>,
    pub files: Vec<Found>,
    pub problems: Vec<Problem>,
}

/// What a path named by the reader leads to.
///
/// # Errors
/// It is not there, may not be read, or is neither file nor folder.
pub fn kind(path: &Path) -> Result<Kind, Problem> {
    let about = fs::metadata(path).map_err(|error| unreadable(path, &error))?;
    match about {
        about if about.is_dir() => Ok(Kind::Folder),
        about if about.is_file() => Ok(Kind::File),
        _ => Err(Problem::of("problem-not-a-file", path)),
    }
}

/// Makes sure that opening the path cannot hang: it is a regular file.
///
/// # Errors
/// As [`kind`]; a folder is an error too.
pub fn regular(path: &Path) -> Result<(), Problem> {
    match kind(path)? {
        Kind::File => Ok(()),
        Kind::Folder => Err(Problem::of("problem-not-a-file", path)),
    }
}

/// All reports of a folder and its subfolders.
pub fn folder(path: &Path) -> Folder {
    let mut found = Folder::default();
    descend(path, 0, &mut found);
    if found.files.is_empty() && found.problems.iter().all(Problem::is_warning) {
        found.problems.push(Problem::of("problem-folder-empty", path));
    }
    found
}

fn descend(folder: &Path, depth: usize, found: &mut Folder) {
    let names = match names(folder) {
        Ok(names) => names,
        Err(error) => return found.problems.push(unreadable(folder, &error)),
    };
    let listed = dossier(folder, &names, found);
    let mut folders = Vec::new();
    for name in names {
        let path = folder.join(&name);
        if listed.contains(&path) || hidden(&path) {
            continue;
        }
        // A link to a folder is not followed: that is how loops are made.
        let Ok(about) = fs::symlink_metadata(&path) else { continue };
        if about.is_dir() {
            if !belongs_to_page(&path) {
                folders.push(path);
            }
        } else if takes(&path) {
            match fs::metadata(&path) {
                Ok(about) if about.is_file() => found.files.push(Found { path, entry: None }),
                Ok(about) if about.is_dir() => {}
                Ok(_) => found.problems.push(Problem::of("problem-not-a-file", &path)),
                // A link that leads nowhere: the reader counts on it.
                Err(error) => found.problems.push(unreadable(&path, &error)),
            }
        } else if ends_in(&path, &PUBLISHED) {
            found.problems.push(Problem::of("problem-binary", &path));
        } else if !about.is_file() && !about.is_symlink() {
            // A pipe or a device, whatever its name: it is not opened, and not passed over in silence.
            found.problems.push(Problem::of("problem-not-a-file", &path));
        }
    }
    if depth < DEPTH {
        for path in &folders {
            descend(path, depth + 1, found);
        }
    } else if let Some(path) = folders.first() {
        found.problems.push(Problem::of("problem-too-deep", path));
    }
}

/// Names in a folder, sorted, so that the same folder loads in the same order everywhere.
fn names(folder: &Path) -> std::io::Result<Vec<std::ffi::OsString>> {
    let entries = fs::read_dir(folder)?.map(|entry| Ok(entry?.file_name()));
    let mut names = entries.collect::<std::io::Result<Vec<_>>>()?;
    names.put_in_order(Ord::cmp);
    Ok(names)
}

/// Reads `dossier.json` if there is one; the files that it lists, in its order.
fn dossier(folder: &Path, names: &[std::ffi::OsString], found: &mut Folder) -> HashSet<PathBuf> {
    let path = folder.join(NAME);
    if !names.iter().any(|name| name == NAME) {
        return HashSet::new();
    }
    let mut listed = HashSet::from([path.clone()]);
    match parsed(&path) {
        Err(problem) => found.problems.push(problem),
        Ok(dossier) => {
            let doubts = dossier.doubts().into_iter();
            found.problems.extend(doubts.map(|doubt| doubt.with("name", &path.to_string_lossy())));
            found.events.extend(dossier.event.filter(|event| !event.trim().is_empty()));
            for entry in dossier.articles {
                if !entry.stays_inside() {
                    let problem = Problem::of("problem-dossier-outside", &path);
                    found.problems.push(problem.with("file", &entry.file));
                    continue;
                }
                let path = folder.join(&entry.file);
                if listed.insert(path.clone()) {
                    found.files.push(Found { path, entry: Some(entry) });
                }
            }
        }
    }
    listed
}

fn parsed(path: &Path) -> Result<Dossier, Problem> {
    let bytes = read::file(path)?.bytes;
    let text = String::from_utf8_lossy(&bytes);
    Dossier::parse(&text).map_err(|problem| problem.with("name", &path.to_string_lossy()))
}

fn hidden(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'))
}

/// The folder that a browser saves beside a page: `name_files` beside `name.html`.
fn belongs_to_page(folder: &Path) -> bool {
    let name = folder.file_name().map(|name| name.to_string_lossy().into_owned());
    let page = name.as_deref().and_then(|name| {
        ["_files", ".files", "_ملفات"].iter().find_map(|ending| name.strip_suffix(ending))
    });
    page.is_some_and(|page| {
        ["html", "htm"]
            .iter()
            .any(|ending| folder.with_file_name(format!("{page}.{ending}")).exists())
    })
}

fn takes(path: &Path) -> bool {
    ends_in(path, &ENDINGS)
}

fn ends_in(path: &Path, endings: &[&str]) -> bool {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase());
    ending.is_some_and(|ending| endings.contains(&ending.as_str()))
}
