//! The reader's own lexicon files: `*.toml` in a folder, of the same form as the built-in ones.
//!
//! They are read once, before the first article. Words they hold gain senses; none are lost.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use super::parse::{Fault, Line, parse};
use super::{Classes, Entry, Phrase, Sense, built_in, lookup};

/// Why a reader's lexicon could not be used.
#[derive(Debug, thiserror::Error)]
pub enum LexiconError {
    #[error("{path}, line {line}: {message}. Correct the line, or move the file away.")]
    Wrong { path: PathBuf, line: usize, message: String },
    #[error("{path} cannot be read ({source}). Check its permissions, or move it away.")]
    Unreadable { path: PathBuf, source: std::io::Error },
    #[error("The lexicon is already in use; start again to add {0}.")]
    TooLate(PathBuf),
}

type Words = HashMap<&'static str, Entry>;

static USER: OnceLock<Words> = OnceLock::new();

pub(super) fn exact(word: &str) -> Option<&'static Entry> {
    USER.get()?.get(word)
}

/// Adds every `*.toml` of `folder` to the lexicon, in order of name. A folder that is not there
/// adds nothing.
///
/// # Errors
/// The first file that cannot be read or is wrong, with its line; nothing is added then.
pub fn add_folder(folder: &Path) -> Result<(), LexiconError> {
    let mut lines = Vec::new();
    for path in files(folder)? {
        let source = std::fs::read_to_string(&path)
            .map_err(|source| LexiconError::Unreadable { path: path.clone(), source })?;
        let parsed = parse(&source).map_err(|Fault { line, message }| LexiconError::Wrong {
            path,
            line,
            message,
        })?;
        lines.extend(parsed);
    }
    if lines.is_empty() {
        return Ok(());
    }
    USER.set(words(lines)).map_err(|_| LexiconError::TooLate(folder.to_owned()))
}

fn files(folder: &Path) -> Result<Vec<PathBuf>, LexiconError> {
    let unreadable = |source| LexiconError::Unreadable { path: folder.to_owned(), source };
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if path.extension().is_some_and(|extension| extension == "toml") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// Entries as the built-in tables have them, joined with the built-in senses of the same word.
/// They live as long as the program, as the built-in ones do.
fn words(lines: Vec<Line>) -> Words {
    let mut grouped: HashMap<String, Vec<Line>> = HashMap::new();
    for line in lines {
        let first = line.form.split(' ').next().unwrap_or_default().to_owned();
        grouped.entry(first).or_default().push(line);
    }
    grouped.into_iter().map(|(first, lines)| entry(first, lines)).collect()
}

fn entry(first: String, lines: Vec<Line>) -> (&'static str, Entry) {
    let form: &'static str = first.leak();
    let known = lookup(built_in::ENTRIES, built_in::SLOTS, form);
    let mut senses: Vec<Sense> = Vec::new();
    let mut phrases: Vec<Phrase> = Vec::new();
    for line in lines {
        let rest: Vec<&'static str> =
            line.form.split(' ').skip(1).map(|word| &*word.to_owned().leak()).collect();
        let sense =
            Sense { class: line.class, id: line.id.leak(), value: line.value, number: line.number };
        if rest.is_empty() {
            senses.push(sense);
        } else {
            phrases.push(Phrase { rest: rest.leak(), senses: vec![sense].leak() });
        }
    }
    senses.extend(known.iter().flat_map(|known| known.senses));
    phrases.extend(known.iter().flat_map(|known| known.phrases));
    phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.rest.len()));
    let alone = classes(&senses);
    let any = phrases.iter().fold(alone, |all, phrase| all.with(classes(phrase.senses)));
    (form, Entry { form, senses: senses.leak(), phrases: phrases.leak(), alone, any })
}

fn classes(senses: &[Sense]) -> Classes {
    senses.iter().fold(Classes::default(), |all, sense| all.with(Classes::of(&[sense.class])))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrong_field_is_reported_with_file_and_line() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("mine.toml");
        std::fs::write(&path, "[[sense]]\nclass = \"currency\"\nform = [\"ذهبية\"]\n").unwrap();
        let error = add_folder(folder.path()).unwrap_err().to_string();
        assert!(error.contains("mine.toml, line 3"), "{error}");
        std::fs::write(&path, "[[sense]]\nclass = \"coin\"\nforms = [\"ذهبية\"]\n").unwrap();
        let error = add_folder(folder.path()).unwrap_err().to_string();
        assert!(error.contains("line 2") && error.contains("currency"), "{error}");
    }

    #[test]
    fn a_word_of_the_reader_keeps_its_built_in_senses() {
        let lines = parse("[[sense]]\nclass = \"goal\"\nforms = [\"ثلاثة\", \"ثلاثة أرقام\"]\n");
        let words = words(lines.unwrap());
        let entry = words.get("ثلاثه").unwrap();
        assert_eq!(entry.senses.len(), 2);
        assert_eq!(entry.phrases.len(), 1);
    }
}
