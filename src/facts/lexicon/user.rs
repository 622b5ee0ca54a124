//! The reader's own lexicon files: `*.toml` in a folder, of the same form as the built-in ones.
//!
//! They are read once, before the first article. Words they hold gain senses; none are lost.
//! The reader's own topics (`topic::user`) come in by the same door, [`own_files`].

use std::collections::{BTreeMap, HashMap};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use super::hash::beginning;
use super::parse::{Fault, Line, parse};
use super::table::{Entry, Phrase, Row, Stretch, Text, built_in};
use super::{Classes, lookup};
use crate::error::Problem;

/// The reader's words, and the tables that go on where the built-in ones end.
#[derive(Default)]
struct Own {
    words: HashMap<String, Entry>,
    text: String,
    senses: Vec<u16>,
    rows: Vec<Row>,
    phrases: Vec<Phrase>,
    sets: Vec<Classes>,
    values: Vec<f64>,
}

static USER: OnceLock<Own> = OnceLock::new();

/// Whether the reader added any.
pub fn has_own_words() -> bool {
    USER.get().is_some()
}

pub(super) fn exact(word: &str) -> Option<&'static Entry> {
    USER.get()?.words.get(word)
}

pub(super) fn text() -> &'static str {
    USER.get().map_or("", |own| &own.text)
}

pub(super) fn senses() -> &'static [u16] {
    USER.get().map_or(&[], |own| &own.senses)
}

pub(super) fn rows() -> &'static [Row] {
    USER.get().map_or(&[], |own| &own.rows)
}

pub(super) fn phrases() -> &'static [Phrase] {
    USER.get().map_or(&[], |own| &own.phrases)
}

pub(super) fn sets() -> &'static [Classes] {
    USER.get().map_or(&[], |own| &own.sets)
}

pub(super) fn values() -> &'static [f64] {
    USER.get().map_or(&[], |own| &own.values)
}

/// Adds every `*.toml` of `folder` to the lexicon, in order of name; tells which files were wrong.
/// A file that is wrong adds nothing, the others hold. A folder that is not there adds nothing.
pub fn add_folder(folder: &Path) -> Vec<Problem> {
    let (parsed, mut problems) = own_files(folder, parse);
    let lines: Vec<Line> = parsed.into_iter().flat_map(|(_, lines)| lines).collect();
    if lines.is_empty() {
        return problems;
    }
    match words(lines) {
        // Only the first folder of a run is taken.
        Some(own) => drop(USER.set(own)),
        None => problems.push(Problem::of("problem-lexicon-full", folder)),
    }
    problems
}

/// What `parse` finds in every `*.toml` of a folder of the reader's, in order of name, and the
/// files that could not be read or are wrong.
pub fn own_files<T>(
    folder: &Path,
    parse: impl Fn(&str) -> Result<T, Fault>,
) -> (Vec<(PathBuf, T)>, Vec<Problem>) {
    let (mut parsed, mut problems) = (Vec::new(), Vec::new());
    let files = files(folder).unwrap_or_else(|error| {
        problems.push(unreadable(folder, &error));
        Vec::new()
    });
    for path in files {
        match std::fs::read_to_string(&path).map(|source| parse(&source)) {
            Ok(Ok(found)) => parsed.push((path, found)),
            Ok(Err(fault)) => problems.push(wrong(&path, &fault)),
            Err(error) => problems.push(unreadable(&path, &error)),
        }
    }
    (parsed, problems)
}

/// A wrong line of a file of the reader's.
pub fn wrong(path: &Path, fault: &Fault) -> Problem {
    let place = format!("{}:{}", path.display(), fault.line);
    Problem::new("problem-lexicon-wrong").with("where", &place).with("detail", &fault.message)
}

fn unreadable(path: &Path, error: &io::Error) -> Problem {
    Problem::of("problem-lexicon-unreadable", path).with("detail", &error.to_string())
}

fn files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "toml") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// Entries as the built-in tables have them, joined with the built-in senses of the same word; `None`
/// where they are more than there is room for.
fn words(lines: Vec<Line>) -> Option<Own> {
    let mut grouped: BTreeMap<String, Vec<Line>> = BTreeMap::new();
    for line in lines {
        let first = line.form.split(' ').next().unwrap_or_default().to_owned();
        grouped.entry(first).or_default().push(line);
    }
    let mut own = Own::default();
    for (first, lines) in grouped {
        let entry = own.entry(&first, &lines)?;
        own.words.insert(first, entry);
    }
    Some(own)
}

impl Own {
    fn entry(&mut self, first: &str, lines: &[Line]) -> Option<Entry> {
        let known = lookup(built_in::ENTRIES, built_in::SLOTS, first);
        let mut senses: Vec<u16> = Vec::new();
        let mut phrases: Vec<Phrase> = Vec::new();
        for line in lines {
            let row = Row {
                id: self.place(&line.id)?,
                value: shared(&mut self.values, built_in::VALUES, line.value)?,
                class: line.class,
                number: line.number,
            };
            let row = shared(&mut self.rows, built_in::ROWS, row)?;
            if let Some((_, rest)) = line.form.split_once(' ') {
                let words = rest.split(' ').count().try_into().unwrap_or(u8::MAX);
                let senses = add(&mut self.senses, built_in::SENSES.len(), &[row])?;
                let any = shared(&mut self.sets, built_in::SETS, Classes::of(&[line.class]))?;
                let begins = beginning(rest);
                phrases.push(Phrase { rest: self.place(rest)?, begins, senses, any, words });
            } else {
                senses.push(row);
            }
        }
        let words = lines.iter().filter(|line| !line.form.contains(' '));
        let mut alone = classes(words);
        let mut any = classes(lines.iter());
        if let Some(known) = known {
            senses.extend(known.senses.of(built_in::SENSES, || &[]));
            phrases.extend(known.phrases());
            alone = alone.with(known.alone());
            any = any.with(known.any());
        }
        phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.words));
        Some(Entry {
            form: self.place(first)?,
            senses: add(&mut self.senses, built_in::SENSES.len(), &senses)?,
            phrases: add(&mut self.phrases, built_in::PHRASES.len(), &phrases)?,
            alone: shared(&mut self.sets, built_in::SETS, alone)?,
            any: shared(&mut self.sets, built_in::SETS, any)?,
        })
    }

    fn place(&mut self, piece: &str) -> Option<Text> {
        let at = built_in::TEXT.len() + self.text.len();
        self.text.push_str(piece);
        Stretch::new(at, piece.len()).map(Text)
    }
}

/// Adds rows to a table that goes on behind one of `from` rows; `None` where there is no room.
pub fn add<T: Copy>(table: &mut Vec<T>, from: usize, rows: &[T]) -> Option<Stretch> {
    let at = from + table.len();
    table.extend_from_slice(rows);
    Stretch::new(at, rows.len())
}

/// The place of one that many share, behind the built-in ones where it is not among them.
pub fn shared<T: Copy + PartialEq>(own: &mut Vec<T>, built_in: &[T], one: T) -> Option<u16> {
    let known = built_in.iter().chain(own.iter()).position(|other| *other == one);
    let at = known.unwrap_or_else(|| {
        own.push(one);
        built_in.len() + own.len() - 1
    });
    at.try_into().ok()
}

fn classes<'a>(lines: impl Iterator<Item = &'a Line>) -> Classes {
    lines.fold(Classes::default(), |all, line| all.with(Classes::of(&[line.class])))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::lexicon::Class;

    #[test]
    fn a_wrong_field_is_reported_with_file_and_line_and_the_other_files_hold() {
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text);
        write("a.toml", "[[sense]]\nclass = \"currency\"\nform = [\"ذهبية\"]\n").unwrap();
        write("b.toml", "[[sense]]\nclass = \"coin\"\nforms = [\"ذهبية\"]\n").unwrap();
        write("c.toml", "[[sense]]\nclass = \"goal\"\nforms = [\"ذهبية\"]\n").unwrap();
        write("d.txt", "no lexicon").unwrap();
        let (parsed, problems) = own_files(folder.path(), parse);
        assert_eq!(parsed.iter().map(|(_, lines)| lines.len()).collect::<Vec<_>>(), [1]);
        let said: Vec<_> = problems.iter().map(|problem| format!("{:?}", problem.args)).collect();
        assert!(said.len() == 2 && said[0].contains("a.toml:3"), "{said:?}");
        assert!(said[1].contains("b.toml:2") && said[1].contains("currency"), "{said:?}");
    }

    #[test]
    fn more_than_there_is_room_for_is_told_and_nothing_is_mixed_up() {
        let more: Vec<u16> = (0..u16::MAX).collect();
        let mut own = Vec::new();
        let places = more.iter().map(|one| shared(&mut own, &more[..1], *one));
        assert!(places.enumerate().all(|(at, place)| place == u16::try_from(at).ok()));
        assert_eq!(shared(&mut own, &more[..1], u16::MAX), Some(u16::MAX));
        let mut own: Vec<u32> = (0..=u32::from(u16::MAX)).collect();
        assert_eq!(shared(&mut own, &[7], u32::MAX), None);
        assert_eq!(add(&mut vec![0_u8], 1 << 20, &[1]), None);
    }

    #[test]
    fn a_word_of_the_reader_keeps_its_built_in_senses() {
        let lines = parse("[[sense]]\nclass = \"goal\"\nforms = [\"ثلاثة\", \"ثلاثة أرقام\"]\n");
        let own = words(lines.unwrap()).unwrap();
        let entry = own.words.get("ثلاثه").unwrap();
        assert_eq!((own.senses.len(), own.phrases.len()), (3, 1));
        let alone = own.sets[usize::from(entry.alone) - built_in::SETS.len()];
        assert!(alone.has(Class::Goal) && alone.has(Class::Cardinal));
    }
}
