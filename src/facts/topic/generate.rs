//! Writes the frames and attributes of `assets/topics` as Rust tables. Compiled into the build only.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::error::Error;
use std::fmt::{Debug, Write};
use std::path::Path;

use super::file::{Attribute, Domain, File, Frame, Slots, Zone, parse, spread, stems, trigger};
use super::generate::{Pool, Shared, fitting, slots};
use super::glance::{behind, ending, wanted};
use super::hash::opening;

#[path = "generate_attributes.rs"]
mod attributes;

use attributes::{write_attributes, write_sides};

/// What is known of each stem.
type Stems = BTreeMap<String, Known>;

/// The phrases that a stem opens: (attribute, phrases with what they speak for).
type Opened = Vec<(usize, Vec<(u16, Vec<String>)>)>;

/// A frame that a stem speaks for: (frame, zone, rest).
type Called = (usize, Zone, Vec<String>);

#[derive(Default)]
struct Known {
    triggers: Vec<Called>,
    /// The attributes of which it is a head, as bits.
    heads: [u64; 4],
    /// The attributes of which it opens a value, as bits.
    values: [u64; 4],
    openings: Opened,
    cues: Opened,
    /// Ids of domains.
    domains: Vec<String>,
}

/// Rust source of the tables; `units` are what a figure may count or be measured in.
pub fn generate(folder: &Path, units: &HashSet<&str>) -> Result<String, Box<dyn Error>> {
    let all = read_all(folder)?;
    let all_units = all.frame.iter().flat_map(|frame| frame.units.iter().map(move |u| (frame, u)));
    if let Some((frame, unit)) = all_units.into_iter().find(|(_, u)| !units.contains(u.as_str())) {
        return Err(format!("{}: the lexicon counts nothing in \"{unit}\"", frame.key).into());
    }
    // Laid out twice: the first time tells which pieces of text there are.
    let mut first = Tables::default();
    write(&mut first, &all)?;
    let mut tables = Tables { text: first.text.packed(), ..Tables::default() };
    let mut out = write(&mut tables, &all)?;
    tables.write(&mut out);
    Ok(out)
}

/// The tables that hold places in others.
fn write(tables: &mut Tables, all: &File) -> Result<String, Box<dyn Error>> {
    let File { frame: frames, attribute: attributes, domain: domains } = all;
    // Most stems have no attributes, and that shows in the place of their set.
    tables.set(&[0; 4]);
    let mut out = String::from("pub static FRAMES: &[Frame] = &[\n");
    let mut known = Stems::new();
    for (index, frame) in frames.iter().enumerate() {
        write_frame(&mut out, tables, frame);
        for (zone, word) in frame.triggers() {
            add(&mut known, index, zone, word);
        }
    }
    out.push_str("];\n");
    let keys = slots(frames.iter().map(|frame| &frame.key));
    let _ = writeln!(out, "pub static FRAME_SLOTS: &[u32] = {keys};");
    let keys = slots(attributes.iter().map(|attribute| &attribute.key));
    let _ = writeln!(out, "pub static ATTRIBUTE_SLOTS: &[u32] = {keys};");
    uncover(&mut known);
    add_attributes(&mut known, attributes)?;
    add_domains(&mut known, domains);
    write_stems(&mut out, tables, &known, frames);
    write_attributes(&mut out, tables, attributes);
    write_sides(&mut out, tables, attributes);
    Ok(out)
}

/// The tables that others hold places in, while they are laid out: rows as Rust source.
#[derive(Default)]
struct Tables {
    text: Pool,
    words: Vec<String>,
    /// Where a sequence of words stands already.
    phrases: HashMap<Vec<String>, String>,
    triggers: Vec<String>,
    frame_bits: Vec<String>,
    sets: Shared,
    openings: Vec<String>,
    choices: Vec<String>,
}

impl Tables {
    fn text(&mut self, piece: &str) -> String {
        format!("text({})", self.text.place(piece))
    }

    /// A sequence of words, once however often it is wanted.
    fn words(&mut self, words: &[String]) -> String {
        if let Some(known) = self.phrases.get(words) {
            return known.clone();
        }
        let texts = words.iter().map(|word| self.text(word)).collect();
        let rows = rows(&mut self.words, texts);
        self.phrases.insert(words.to_vec(), rows.clone());
        rows
    }

    fn set(&mut self, bits: &[u64; 4]) -> String {
        format!("Set({})", self.sets.place(set(bits)))
    }

    fn write(self, out: &mut String) {
        for (name, row, rows) in [
            ("WORDS", "Text", self.words),
            ("TRIGGERS", "Trigger", self.triggers),
            ("FRAME_BITS", "FrameBits", self.frame_bits),
            ("SETS", "Attributes", self.sets.rows),
            ("OPENINGS", "Opening", self.openings),
            ("CHOICES", "Choice", self.choices),
        ] {
            let _ = writeln!(out, "pub static {name}: &[{row}] = &[\n{}\n];", rows.join(",\n"));
        }
        let _ = writeln!(out, "pub static TEXT: &str = {:?};", self.text.text);
    }
}

/// Adds rows to a table, as Rust source of their place.
fn rows(table: &mut Vec<String>, rows: Vec<String>) -> String {
    let place = fitting(table.len(), rows.len());
    table.extend(rows);
    format!("rows({place})")
}

/// The frames, attributes and domains of every file of the folder, in order of their names.
fn read_all(folder: &Path) -> Result<File, Box<dyn Error>> {
    let mut paths = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        paths.push(entry?.path());
    }
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "toml"));
    paths.sort();
    let mut all = File::default();
    for path in paths {
        let file = parse(&std::fs::read_to_string(&path)?)
            .map_err(|fault| format!("{}:{}: {}", path.display(), fault.line, fault.message))?;
        all.extend(file);
    }
    Ok(all)
}

fn write_frame(out: &mut String, tables: &mut Tables, frame: &Frame) {
    let [units, domain, outside] =
        [&frame.units, &frame.domain, &frame.outside].map(|words| tables.words(words));
    let [ar, en] = [&frame.ar, &frame.en].map(|label| tables.text(label));
    let _ = writeln!(
        out,
        "Frame {{ key: {:?}, ar: {ar}, en: {en}, slots: {:?}, units: {units}, course: Course::{:?}, weight: {}, \
         rank: {}, needs_with: {}, setting: {}, strict: &[{}], scope: &[{}], part: {}, many: {}, \
         domain: {domain}, outside: {outside} }},",
        frame.key,
        Slots::of(&frame.slots),
        frame.course,
        frame.weight,
        frame.rank,
        !frame.with.is_empty(),
        frame.setting,
        paths("Facet", &frame.all_strict()),
        paths("Facet", &frame.scope),
        frame.part,
        frame.many,
    );
}

/// Adds to each stem the domains that it speaks for.
fn add_domains(known: &mut Stems, domains: &[Domain]) {
    for domain in domains {
        for word in &domain.words {
            let Some(stem) = stems(word).into_iter().next() else { continue };
            let of_stem = &mut known.entry(stem).or_default().domains;
            if !of_stem.contains(&domain.id) {
                of_stem.push(domain.id.clone());
            }
        }
    }
}

fn paths(kind: &str, names: &[impl Debug]) -> String {
    let paths: Vec<_> = names.iter().map(|name| format!("{kind}::{name:?}")).collect();
    paths.join(", ")
}

fn add_attributes(known: &mut Stems, attributes: &[Attribute]) -> Result<(), Box<dyn Error>> {
    for (index, attribute) in attributes.iter().enumerate() {
        if index >= 256 {
            return Err("attributes.toml: more than 256 attributes".into());
        }
        if attributes.iter().take(index).any(|earlier| earlier.key == attribute.key) {
            return Err(format!("{}: stands in two sections", attribute.key).into());
        }
        if attribute.is_too_far() {
            return Err(format!("{}: reaches too far", attribute.key).into());
        }
        if attribute.between {
            continue;
        }
        let add = |set: &mut [u64; 4]| set[index / 64] |= 1 << (index % 64);
        for head in attribute.heads.iter().flat_map(|head| stems(head)) {
            add(&mut known.entry(head).or_default().heads);
        }
        let cues = attribute.name.iter().flat_map(|naming| &naming.cues);
        let phrases = attribute.phrases().flatten().chain(cues);
        for phrase in phrases.flat_map(|phrase| spread(phrase)) {
            if let Some(first) = stems(&phrase).into_iter().next() {
                let known = known.entry(first).or_default();
                add(&mut known.values);
                if attribute.heads.is_empty() {
                    add(&mut known.heads);
                }
            }
        }
        for (stem, phrases) in attribute.openings() {
            known.entry(stem).or_default().openings.push((index, phrases));
        }
        for (stem, phrases) in attribute.cues() {
            known.entry(stem).or_default().cues.push((index, phrases));
        }
    }
    Ok(())
}

fn add(known: &mut Stems, frame: usize, zone: Zone, phrase: &str) {
    let mut words = trigger(phrase).into_iter();
    let Some(first) = words.next() else { return };
    let entry = &mut known.entry(first).or_default().triggers;
    let rest: Vec<_> = words.collect();
    if !entry.iter().any(|(f, z, r)| *f == frame && *z == zone && *r == rest) {
        entry.push((frame, zone, rest));
    }
}

/// Lets a word that is listed with its preposition («بطول») speak for all that the word without it
/// speaks for: the fuller reading would hide it. That it is the same word shows in a frame that
/// both speak for; «بطاقة» has none in common with «طاقة».
fn uncover(known: &mut Stems) {
    let frames = |known: &Known| known.triggers.iter().map(|t| t.0).collect::<Vec<_>>();
    let mut hidden: Vec<(String, Vec<_>)> = Vec::new();
    for (form, own) in known.iter() {
        let Some(bare) = form.strip_prefix(['ب', 'ل']).and_then(|rest| known.get(rest)) else {
            continue;
        };
        let mine = frames(own);
        if frames(bare).iter().any(|frame| mine.contains(frame)) {
            hidden.push((form.clone(), bare.triggers.clone()));
        }
    }
    for (form, triggers) in hidden {
        let own = &mut known.entry(form).or_default().triggers;
        for trigger in triggers {
            if !own.contains(&trigger) {
                own.push(trigger);
            }
        }
    }
}

fn write_stems(out: &mut String, tables: &mut Tables, known: &Stems, frames: &[Frame]) {
    out.push_str("pub static STEMS: &[Stem] = &[\n");
    for (stem, Known { triggers, heads, values, openings, cues, domains }) in known {
        let mut of = |is: fn(&Called) -> bool| tables.triggers(triggers, frames, is);
        let calls = of(|(_, zone, _)| !matches!(zone, Zone::With | Zone::Unless));
        let conditions = of(|one| one.1 == Zone::With && !is_alone(one));
        let bars = of(|(_, zone, _)| *zone == Zone::Unless);
        let condition = tables.frame_bits(triggers);
        let _ = writeln!(
            out,
            "Stem {{ form: {}, heads: {}, values: {}, domains: {}, calls: {calls}, \
             condition: {condition}, conditions: {conditions}, bars: {bars}, openings: {}, cues: {} }},",
            tables.text(stem),
            tables.set(heads),
            tables.set(values),
            tables.words(domains),
            tables.opened(openings),
            tables.opened(cues),
        );
    }
    out.push_str("];\n");
    let _ = writeln!(out, "pub static STEM_SLOTS: &[u32] = {};", slots(known.keys()));
    let openings = openings(known.keys());
    let _ = writeln!(out, "pub static STEM_OPENINGS: [u64; 256] = [{openings}];");
}

/// What the first letters of words make of 256 × 64 bits ([`opening`]), as Rust.
pub fn openings<'a>(words: impl Iterator<Item = &'a String>) -> String {
    let mut openings = [0_u64; 256];
    for (at, bit) in words.filter_map(|word| opening(word.as_bytes())) {
        openings[at] |= bit;
    }
    let written: Vec<_> = openings.iter().map(|bits| in_groups(*bits)).collect();
    written.join(", ")
}

/// Whether the word asks for nothing behind it, and for no form of its own.
fn is_alone((_, _, rest): &Called) -> bool {
    rest.is_empty()
}

impl Tables {
    /// The frames of which a stem is a condition by itself.
    fn frame_bits(&mut self, triggers: &[Called]) -> String {
        let mut bits: BTreeMap<usize, u32> = BTreeMap::new();
        for (at, zone, _) in triggers.iter().filter(|one| is_alone(one)) {
            if *zone == Zone::With {
                *bits.entry(at / 32).or_default() |= 1 << (at % 32);
            }
        }
        let written =
            bits.iter().map(|(at, bits)| format!("FrameBits {{ at: {at}, bits: {bits} }}"));
        rows(&mut self.frame_bits, written.collect())
    }

    fn triggers(
        &mut self,
        triggers: &[Called],
        frames: &[Frame],
        is: fn(&Called) -> bool,
    ) -> String {
        let more = |rest: &[String]| rest.iter().filter(|word| !word.starts_with('=')).count();
        let loudness = |(at, _, rest): &&Called| {
            let more = i32::try_from(more(rest)).unwrap_or(i32::MAX / 3);
            frames.get(*at).map_or(0, |frame| i32::from(frame.rank) + 3 * more)
        };
        let mut triggers: Vec<_> = triggers.iter().filter(|one| is(one)).collect();
        // Of those that are as loud, the first of the files stays the first.
        triggers.sort_by_key(|trigger| -loudness(trigger));
        let mut written = Vec::with_capacity(triggers.len());
        for (at, zone, rest) in triggers {
            let Some(frame) = frames.get(*at) else { continue };
            let (slots, rank) = (Slots::of(&frame.slots), frame.rank);
            let (more, next) = (more(rest), in_groups(behind(rest).into()));
            let rest = self.words(rest);
            written.push(format!(
                "Trigger {{ frame: {at}, slots: {slots:?}, rank: {rank}, zone: Zone::{zone:?}, \
                 more: {more}, rest: {rest}, next: {next} }}"
            ));
        }
        rows(&mut self.triggers, written)
    }
}

impl Tables {
    /// The phrases that a stem opens.
    fn opened(&mut self, opened: &Opened) -> String {
        let mut openings = Vec::new();
        for (attribute, phrases) in opened {
            let choices = phrases.iter().map(|(value, words)| {
                let (phrase, last) = (self.words(words), ending(words));
                let next = in_groups(wanted(words).into());
                format!("Choice {{ value: {value}, phrase: {phrase}, last: {last}, next: {next} }}")
            });
            let choices = choices.collect();
            let phrases = rows(&mut self.choices, choices);
            openings.push(format!("Opening {{ attribute: {attribute}, phrases: {phrases} }}"));
        }
        rows(&mut self.openings, openings)
    }
}

fn set(bits: &[u64; 4]) -> String {
    let written: Vec<_> = bits.iter().map(|bits| in_groups(*bits)).collect();
    format!("Attributes([{}])", written.join(", "))
}

/// A number in hexadecimal, in groups of four digits.
fn in_groups(bits: u64) -> String {
    let groups: Vec<_> =
        (0..4).rev().map(|at| format!("{:04x}", bits >> (16 * at) & 0xFFFF)).collect();
    format!("0x{}", groups.join("_"))
}
