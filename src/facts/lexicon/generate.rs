//! Writes the built-in lexicon as Rust tables. Compiled into the build only.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write;
use std::path::Path;

use super::class::{Class, Classes};
use super::hash::{PLACE, hash, tag};
use super::name::canonical;
use super::parse::{Line, parse};

/// The senses of one first word, by the words that follow it (none for the word alone).
type Entries = BTreeMap<String, BTreeMap<String, Vec<Line>>>;

/// Rust source of the tables for every `*.toml` of `folder`.
///
/// # Errors
/// A file that cannot be read, or the first wrong line of one.
pub fn generate(folder: &Path) -> Result<String, Box<dyn Error>> {
    let mut paths = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        paths.push(entry?.path());
    }
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "toml"));
    paths.sort();
    let mut entries = Entries::new();
    for path in paths {
        println!("cargo:rerun-if-changed={}", path.display());
        let lines = parse(&std::fs::read_to_string(&path)?)
            .map_err(|fault| format!("{}:{}: {}", path.display(), fault.line, fault.message))?;
        for line in lines {
            add(&mut entries, line);
        }
    }
    inherit(&mut entries);
    Ok(write(&entries))
}

fn add(entries: &mut Entries, line: Line) {
    let (first, rest) = line.form.split_once(' ').unwrap_or((&line.form, ""));
    let senses = entries.entry(first.to_owned()).or_default().entry(rest.to_owned()).or_default();
    let same = |sense: &Line| {
        (sense.class, &sense.id, sense.value.to_bits())
            == (line.class, &line.id, line.value.to_bits())
    };
    if !senses.iter().any(same) {
        senses.push(line);
    }
}

/// A word listed with its article («اليوم») keeps what it means without it.
fn inherit(entries: &mut Entries) {
    let bare: Vec<_> = entries
        .keys()
        .filter_map(|word| Some((word.clone(), entries.get(word.strip_prefix("ال")?)?.get("")?)))
        .map(|(word, lines)| (word, lines.clone()))
        .collect();
    for (word, lines) in bare {
        for line in lines {
            add(entries, Line { form: word.clone(), ..line });
        }
    }
}

fn write(entries: &Entries) -> String {
    let mut out = String::from("pub static ENTRIES: &[Entry] = &[\n");
    for (word, phrases) in entries {
        let alone = phrases.get("").map_or(String::from("&[]"), |senses| list(senses));
        let mut longer: Vec<_> = phrases.iter().filter(|(rest, _)| !rest.is_empty()).collect();
        longer.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.split(' ').count()));
        let mut written = String::new();
        for (rest, senses) in longer {
            let words: Vec<_> = rest.split(' ').collect();
            let _ = write!(written, "Phrase {{ rest: &{words:?}, senses: {} }}, ", list(senses));
        }
        let of_word = classes(phrases.get("").into_iter().flatten());
        let any = classes(phrases.values().flatten());
        let _ = writeln!(
            out,
            "Entry {{ form: {word:?}, senses: {alone}, phrases: &[{written}], \
             alone: {}, any: {} }},",
            set(of_word),
            set(any)
        );
    }
    out.push_str("];\n");
    let _ = writeln!(out, "pub static SLOTS: &[u32] = {};", slots(entries.keys()));
    write_places(&mut out, entries);
    out
}

/// The places of one word by the form that spelling variants share.
fn write_places(out: &mut String, entries: &Entries) {
    let mut places = BTreeMap::new();
    for (word, phrases) in entries.iter().filter(|(word, _)| !word.starts_with("لل")) {
        let key = canonical(word);
        let alone = phrases.get("").into_iter().flatten();
        for line in alone.filter(|line| line.class == Class::Place) {
            if key.is_ascii() && key.len() >= 4 {
                places.insert(key.clone(), &line.id);
            }
        }
    }
    let list: Vec<_> = places.iter().collect();
    let _ = writeln!(out, "pub static PLACES: &[(&str, &str)] = &{list:?};");
    let _ = writeln!(out, "pub static PLACE_SLOTS: &[u32] = {};", slots(places.keys()));
}

fn classes<'a>(lines: impl Iterator<Item = &'a Line>) -> Classes {
    lines.fold(Classes::default(), |all, line| all.with(Classes::of(&[line.class])))
}

/// A set as one would write it, in groups of four digits.
fn set(classes: Classes) -> String {
    let digits = format!("{:032x}", classes.0);
    let groups: Vec<_> = digits.as_bytes().chunks(4).map(String::from_utf8_lossy).collect();
    format!("Classes(0x{})", groups.join("_"))
}

/// A table that finds the place of each word by its hash, as Rust source.
pub fn slots<'a>(words: impl ExactSizeIterator<Item = &'a String>) -> String {
    let mut slots = vec![0; slots_for(words.len())];
    assert!(words.len() + 1 < 1 << PLACE, "more words than a slot can tell apart");
    let mask = slots.len() - 1;
    for (index, word) in words.enumerate() {
        let hash = hash(word.as_bytes());
        let mut at = hash as usize & mask;
        while slots[at] != 0 {
            at = (at + 1) & mask;
        }
        slots[at] = tag(hash) << PLACE | (index as u32 + 1);
    }
    let written: Vec<_> =
        slots.iter().map(|slot| format!("0x{:04x}_{:04x}", slot >> 16, slot & 0xFFFF)).collect();
    format!("&[{}]", written.join(", "))
}

fn list(senses: &[Line]) -> String {
    let mut out = String::from("&[");
    for sense in senses {
        let _ = write!(
            out,
            "Sense {{ class: Class::{:?}, id: {:?}, value: {}, number: FormNumber::{:?} }}, ",
            sense.class,
            sense.id,
            literal(sense.value),
            sense.number
        );
    }
    out.push(']');
    out
}

/// How many slots a table of `entries` words has: a power of two, at most half full.
fn slots_for(entries: usize) -> usize {
    (entries * 2).next_power_of_two().max(8)
}

/// A float as one would write it: 3.333_333e-1.
fn literal(value: f64) -> String {
    let plain = format!("{value:e}");
    let (mantissa, exponent) = plain.split_once('e').unwrap_or((&plain, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, "0"));
    let groups: Vec<_> = fraction.as_bytes().chunks(3).map(String::from_utf8_lossy).collect();
    format!("{whole}.{}e{exponent}", groups.join("_"))
}
