//! `assets/families/*.toml` → a table from word to family, and the nouns that the lexicon counts.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fmt::Write;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::class::Class;
use crate::file::phrase;
use crate::generate::slots;
use crate::parse::parse;
use crate::topics::openings;

const FOLDER: &str = "assets/families";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    families: Vec<String>,
}

/// The families while they are gathered.
#[derive(Default)]
struct Families {
    /// Of each the name that a claim's topic is made of: its first word as it is looked for, or what
    /// the lexicon calls the noun.
    names: Vec<String>,
    /// Stems, and after «=» whole forms, with the number of their family.
    words: BTreeMap<String, usize>,
}

/// Writes `families.rs` into `out`.
pub fn write(out: &Path) -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed={FOLDER}");
    let mut all = Families::default();
    for path in files(FOLDER)? {
        println!("cargo:rerun-if-changed={}", path.display());
        let file: File = toml::from_str(&std::fs::read_to_string(&path)?)
            .map_err(|error| format!("{}: {error}", path.display()))?;
        for line in &file.families {
            all.add(line).map_err(|fault| format!("{}: {fault}", path.display()))?;
        }
    }
    for (id, forms) in counted()? {
        all.add_noun(&id, &forms);
    }
    std::fs::write(out.join("families.rs"), all.tables())?;
    Ok(())
}

/// The files of a folder in order of their names.
fn files(folder: &str) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let mut paths = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        paths.push(entry?.path());
    }
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "toml"));
    paths.sort();
    Ok(paths)
}

/// The things that the lexicon counts, with their forms of one word.
fn counted() -> Result<BTreeMap<String, BTreeSet<String>>, Box<dyn Error>> {
    let mut nouns: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for path in files("assets/lexicon")? {
        let lines = parse(&std::fs::read_to_string(&path)?)
            .map_err(|fault| format!("{}:{}: {}", path.display(), fault.line, fault.message))?;
        for line in lines {
            // One id stands for all people, whoever they are.
            if line.class == Class::Counted && line.id != "person" && !line.form.contains(' ') {
                nouns.entry(line.id).or_default().insert(line.form);
            }
        }
    }
    Ok(nouns)
}

impl Families {
    fn add(&mut self, line: &str) -> Result<(), String> {
        let family = self.names.len();
        for word in line.split(' ') {
            let key = phrase(word).concat();
            if let Some(other) = self.words.insert(key, family).filter(|other| *other != family) {
                let other = self.names.get(other).map_or("", String::as_str);
                return Err(format!("«{word}» of «{line}» is of the family «{other}» already"));
            }
        }
        let first = line.split(' ').next().unwrap_or_default();
        self.names.push(phrase(first).concat().replace('=', ""));
        Ok(())
    }

    /// Gives a noun of the lexicon the family of one of its forms, or one of its own; in either
    /// the topic is made of its id, as it is where no other noun is of the family. A stem of three
    /// letters is that of too many words: there the forms alone are of it.
    fn add_noun(&mut self, id: &str, forms: &BTreeSet<String>) {
        const SHORT: usize = 3;
        let keys = |form: &String| [format!("={form}"), phrase(form).concat()];
        let known = forms.iter().flat_map(keys).find_map(|key| self.words.get(&key).copied());
        let family = known.unwrap_or(self.names.len());
        match self.names.get_mut(family) {
            Some(name) if !name.is_ascii() => id.clone_into(name),
            Some(_) => {}
            None => self.names.push(id.to_owned()),
        }
        let long = |key: &String| key.starts_with('=') || key.chars().count() > SHORT;
        let all = forms.iter().flat_map(keys).filter(long).chain([format!("={id}")]);
        for key in all {
            self.words.entry(key).or_insert(family);
        }
    }

    /// Rust source: one text, and places in it.
    fn tables(&self) -> String {
        let mut text = String::new();
        let mut place = |piece: &str| {
            let at = text.find(piece).unwrap_or_else(|| {
                text.push_str(piece);
                text.len() - piece.len()
            });
            format!("at: {at}, len: {}", piece.len())
        };
        let mut out = String::from("pub static NAMES: &[Name] = &[\n");
        for name in &self.names {
            let _ = writeln!(out, "Name {{ {} }},", place(name));
        }
        out.push_str("];\npub static WORDS: &[Member] = &[\n");
        let mut bare = Vec::with_capacity(self.words.len());
        for (word, family) in &self.words {
            let (whole, word) =
                word.strip_prefix('=').map_or((false, word.as_str()), |w| (true, w));
            let _ =
                writeln!(out, "Member {{ {}, whole: {whole}, family: {family} }},", place(word));
            bare.push(word.to_owned());
        }
        let _ = writeln!(out, "];\npub static SLOTS: &[u32] = {};", slots(bare.iter()));
        let openings = openings(bare.iter());
        let _ = writeln!(out, "pub static OPENINGS: [u64; 256] = [{openings}];");
        let _ = writeln!(out, "pub static TEXT: &str = {text:?};");
        out
    }
}
