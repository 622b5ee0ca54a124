//! Writes the built-in lexicon as Rust tables. Compiled into the build only.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::error::Error;
use std::fmt::Write;
use std::path::Path;

use super::class::{Class, Classes};
use super::hash::{PLACE, beginning, first_slot, hash, next_slot, tag};
use super::name::canonical;
use super::parse::{Line, parse};

/// The senses of one first word, by the words that follow it (none for the word alone).
type Entries = BTreeMap<String, BTreeMap<String, Vec<Line>>>;

/// The lines of every `*.toml` of `folder`, in order of the names of the files.
///
/// # Errors
/// A file that cannot be read, or the first wrong line of one.
pub fn read(folder: &Path) -> Result<Vec<Line>, Box<dyn Error>> {
    let mut paths = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        paths.push(entry?.path());
    }
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "toml"));
    paths.sort();
    let mut all = Vec::new();
    for path in paths {
        println!("cargo:rerun-if-changed={}", path.display());
        let lines = parse(&std::fs::read_to_string(&path)?)
            .map_err(|fault| format!("{}:{}: {}", path.display(), fault.line, fault.message))?;
        all.extend(lines);
    }
    Ok(all)
}

/// Rust source of the tables for these lines.
///
/// # Errors
/// The forms that mean two things in one class: only the first would ever be found.
pub fn generate(lines: &[Line]) -> Result<String, String> {
    let mut entries = Entries::new();
    for line in lines {
        add(&mut entries, line.clone());
    }
    let clashes = clashes(&entries);
    if !clashes.is_empty() {
        return Err(format!("forms with two senses in one class:\n{}", clashes.join("\n")));
    }
    inherit(&mut entries);
    Ok(write(&entries))
}

fn clashes(entries: &Entries) -> Vec<String> {
    let mut found = Vec::new();
    for senses in entries.values().flat_map(BTreeMap::values) {
        for (at, sense) in senses.iter().enumerate() {
            if let Some(first) = senses.iter().take(at).find(|one| one.class == sense.class) {
                let Line { form, class, id, value, .. } = sense;
                let was = (&first.id, first.value);
                found.push(format!("{form}: {class:?} {was:?} and {:?}", (id, value)));
            }
        }
    }
    found
}

/// What a figure may count or be measured in: things, people, units and lengths of time and life.
pub fn units(lines: &[Line]) -> HashSet<&str> {
    let counted = [Class::Counted, Class::PersonNoun, Class::MeasureUnit];
    let ids = lines.iter().filter(|line| counted.contains(&line.class));
    let lengths = ["hour", "day", "year", "year_of_age", "month_of_age"];
    ids.map(|line| line.id.as_str()).chain(lengths).collect()
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

/// A text in which every piece stands once, however often it is wanted.
#[derive(Default)]
pub struct Pool {
    pub text: String,
    placed: HashMap<String, usize>,
}

impl Pool {
    /// Where a piece stands and how long it is, as Rust source.
    pub fn place(&mut self, piece: &str) -> String {
        let at = self.placed.get(piece).copied().unwrap_or_else(|| self.add(piece));
        fitting(at, piece.len())
    }

    fn add(&mut self, piece: &str) -> usize {
        let at = self.text.find(piece).unwrap_or_else(|| {
            self.text.push_str(piece);
            self.text.len() - piece.len()
        });
        self.placed.insert(piece.to_owned(), at);
        at
    }

    /// A pool of the same pieces, the longest laid first: a short one mostly stands in a longer one.
    #[must_use]
    pub fn packed(self) -> Self {
        let mut pieces: Vec<String> = self.placed.into_keys().collect();
        pieces.sort_by(|one, other| other.len().cmp(&one.len()).then_with(|| one.cmp(other)));
        let mut packed = Self::default();
        for piece in pieces {
            packed.add(&piece);
        }
        packed
    }
}

/// Rows that many rows of another table share, as Rust source.
#[derive(Default)]
pub struct Shared {
    pub rows: Vec<String>,
    placed: HashMap<String, usize>,
}

impl Shared {
    /// The place of a row.
    pub fn place(&mut self, row: String) -> usize {
        let next = self.rows.len();
        let at = *self.placed.entry(row.clone()).or_insert(next);
        if at == next {
            assert!(u16::try_from(at).is_ok(), "the lexicon has outgrown its tables");
            self.rows.push(row);
        }
        at
    }
}

/// The tables while they are laid out: Rust source, but for the text.
#[derive(Default)]
struct Tables {
    text: Pool,
    /// Places among the rows.
    senses: Vec<String>,
    rows: Shared,
    phrases: Vec<String>,
    sets: Shared,
    values: Shared,
}

impl Tables {
    fn text(&mut self, piece: &str) -> String {
        format!("Text(stretch({}))", self.text.place(piece))
    }

    fn senses(&mut self, senses: &[Line]) -> String {
        let stretch = stretch(self.senses.len(), senses.len());
        for sense in senses {
            let id = self.text(&sense.id);
            let value = self.values.place(literal(sense.value));
            let (class, number) = (sense.class, sense.number);
            let row = self.rows.place(format!(
                "Row {{ id: {id}, value: {value}, class: Class::{class:?}, \
                 number: FormNumber::{number:?} }}"
            ));
            self.senses.push(row.to_string());
        }
        stretch
    }

    /// The place of a set of classes.
    fn set<'a>(&mut self, lines: impl Iterator<Item = &'a Line>) -> usize {
        self.sets.place(set(classes(lines)))
    }

    /// Phrases, the longest first.
    fn phrases(&mut self, phrases: &BTreeMap<String, Vec<Line>>) -> String {
        let mut longer: Vec<_> = phrases.iter().filter(|(rest, _)| !rest.is_empty()).collect();
        longer.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.split(' ').count()));
        let rows = stretch(self.phrases.len(), longer.len());
        for (rest, senses) in longer {
            let any = self.set(senses.iter());
            let (senses, words) = (self.senses(senses), rest.split(' ').count());
            let begins = beginning(rest);
            let rest = self.text(rest);
            self.phrases.push(format!(
                "Phrase {{ rest: {rest}, begins: {begins:#x}, senses: {senses}, any: {any}, words: {words} }}"
            ));
        }
        rows
    }
}

/// What a table's row says of its rows in another; the tables are laid out so that none is more than
/// that can hold.
fn stretch(at: usize, len: usize) -> String {
    format!("stretch({})", fitting(at, len))
}

/// A place and a length that a stretch can hold, as Rust source.
pub fn fitting(at: usize, len: usize) -> String {
    assert!(at < 1 << 20 && len < 1 << 12, "the lexicon has outgrown its tables");
    format!("{at}, {len}")
}

/// The tables are laid out twice: the first time tells which pieces there are.
fn write(entries: &Entries) -> String {
    let mut first = Tables::default();
    write_with(&mut first, entries);
    write_with(&mut Tables { text: first.text.packed(), ..Tables::default() }, entries)
}

fn write_with(tables: &mut Tables, entries: &Entries) -> String {
    let mut out = String::from("pub static ENTRIES: &[Entry] = &[\n");
    for (word, phrases) in entries {
        let alone = phrases.get("").map_or(&[][..], Vec::as_slice);
        let form = tables.text(word);
        let senses = tables.senses(alone);
        let longer = tables.phrases(phrases);
        let (alone, any) = (tables.set(alone.iter()), tables.set(phrases.values().flatten()));
        let _ = writeln!(
            out,
            "Entry {{ form: {form}, senses: {senses}, phrases: {longer}, alone: {alone}, any: {any} }},"
        );
    }
    out.push_str("];\n");
    let _ = writeln!(out, "pub static SLOTS: &[u32] = {};", slots(entries.keys()));
    write_places(&mut out, tables, entries);
    let Tables { text, senses, rows, phrases, sets, values } = tables;
    let _ = writeln!(out, "pub static SENSES: &[Shared] = &[\n{}\n];", senses.join(",\n"));
    let _ = writeln!(out, "pub static ROWS: &[Row] = &[\n{}\n];", rows.rows.join(",\n"));
    let _ = writeln!(out, "pub static PHRASES: &[Phrase] = &[\n{}\n];", phrases.join(",\n"));
    let _ = writeln!(out, "pub static SETS: &[Classes] = &[\n{}\n];", sets.rows.join(",\n"));
    let _ = writeln!(out, "pub static VALUES: &[f64] = &[\n{}\n];", values.rows.join(",\n"));
    let _ = writeln!(out, "pub static TEXT: &str = {:?};", text.text);
    out
}

/// The places of one word by the form that spelling variants share.
fn write_places(out: &mut String, tables: &mut Tables, entries: &Entries) {
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
    let list: Vec<_> = places
        .iter()
        .map(|(form, id)| format!("({}, {})", tables.text(form), tables.text(id)))
        .collect();
    let _ = writeln!(out, "pub static PLACES: &[(Text, Text)] = &[{}];", list.join(", "));
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
    // Half of them free: few words are looked for farther off than where their hash leads.
    let mut slots = vec![0; (words.len() * 2).max(8)];
    assert!(words.len() + 1 < 1 << PLACE, "more words than a slot can tell apart");
    for (index, word) in words.enumerate() {
        let hash = hash(word.as_bytes());
        let mut at = first_slot(hash, slots.len());
        while slots[at] != 0 {
            at = next_slot(at, slots.len());
        }
        slots[at] = tag(hash) << PLACE | (index as u32 + 1);
    }
    let written: Vec<_> =
        slots.iter().map(|slot| format!("0x{:04x}_{:04x}", slot >> 16, slot & 0xFFFF)).collect();
    format!("&[{}]", written.join(", "))
}

/// A float as one would write it: 3.333_333e-1.
fn literal(value: f64) -> String {
    let plain = format!("{value:e}");
    let (mantissa, exponent) = plain.split_once('e').unwrap_or((&plain, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, "0"));
    let groups: Vec<_> = fraction.as_bytes().chunks(3).map(String::from_utf8_lossy).collect();
    format!("{whole}.{}e{exponent}", groups.join("_"))
}
