//! The reader's own lexicon files: `*.toml` in a folder, of the same form as the built-in ones.
//!
//! They are read once, before the first article. Words they hold gain senses; none are lost.

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use super::parse::{Fault, Line, parse};
use super::table::{Entry, Phrase, Row, Rows, Text, built_in};
use super::{Classes, lookup};

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

/// The reader's words, and the tables that go on where the built-in ones end.
#[derive(Default)]
struct Own {
    words: HashMap<String, Entry>,
    text: String,
    senses: Vec<Row>,
    phrases: Vec<Phrase>,
}

static USER: OnceLock<Own> = OnceLock::new();

pub(super) fn exact(word: &str) -> Option<&'static Entry> {
    USER.get()?.words.get(word)
}

pub(super) fn text() -> &'static str {
    USER.get().map_or("", |own| &own.text)
}

pub(super) fn senses() -> &'static [Row] {
    USER.get().map_or(&[], |own| &own.senses)
}

pub(super) fn phrases() -> &'static [Phrase] {
    USER.get().map_or(&[], |own| &own.phrases)
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
fn words(lines: Vec<Line>) -> Own {
    let mut grouped: BTreeMap<String, Vec<Line>> = BTreeMap::new();
    for line in lines {
        let first = line.form.split(' ').next().unwrap_or_default().to_owned();
        grouped.entry(first).or_default().push(line);
    }
    let mut own = Own::default();
    for (first, lines) in grouped {
        let entry = own.entry(&first, &lines);
        own.words.insert(first, entry);
    }
    own
}

impl Own {
    fn entry(&mut self, first: &str, lines: &[Line]) -> Entry {
        let known = lookup(built_in::ENTRIES, built_in::SLOTS, first);
        let mut senses: Vec<Row> = Vec::new();
        let mut phrases: Vec<Phrase> = Vec::new();
        for line in lines {
            let row = Row {
                value: line.value,
                id: self.place(&line.id),
                class: line.class,
                number: line.number,
            };
            if let Some((_, rest)) = line.form.split_once(' ') {
                let words = rest.split(' ').count().try_into().unwrap_or(u8::MAX);
                let senses = add(&mut self.senses, built_in::SENSES.len(), &[row]);
                let any = Classes::of(&[line.class]);
                phrases.push(Phrase { rest: self.place(rest), words, senses, any });
            } else {
                senses.push(row);
            }
        }
        let mut alone = classes(&senses);
        let mut any = lines.iter().fold(alone, |all, line| all.with(Classes::of(&[line.class])));
        if let Some(known) = known {
            senses.extend(known.rows());
            phrases.extend(known.phrases());
            alone = alone.with(known.alone);
            any = any.with(known.any);
        }
        phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.words));
        Entry {
            form: self.place(first),
            senses: add(&mut self.senses, built_in::SENSES.len(), &senses),
            phrases: add(&mut self.phrases, built_in::PHRASES.len(), &phrases),
            alone,
            any,
        }
    }

    fn place(&mut self, piece: &str) -> Text {
        let at = (built_in::TEXT.len() + self.text.len()) as u32;
        self.text.push_str(piece);
        Text { at, len: piece.len().try_into().unwrap_or(u16::MAX) }
    }
}

fn add<T: Copy>(table: &mut Vec<T>, from: usize, rows: &[T]) -> Rows {
    let at = (from + table.len()) as u32;
    table.extend_from_slice(rows);
    Rows { at, len: rows.len().try_into().unwrap_or(u16::MAX) }
}

fn classes(senses: &[Row]) -> Classes {
    senses.iter().fold(Classes::default(), |all, sense| all.with(Classes::of(&[sense.class])))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::lexicon::Class;

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
        let own = words(lines.unwrap());
        let entry = own.words.get("ثلاثه").unwrap();
        assert_eq!((own.senses.len(), own.phrases.len()), (3, 1));
        assert!(entry.alone.has(Class::Goal) && entry.alone.has(Class::Cardinal));
    }
}
