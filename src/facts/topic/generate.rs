//! Writes the frames and attributes of `assets/topics` as Rust tables. Compiled into the build only.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write;
use std::path::Path;

use serde::Deserialize;

use super::generate::slots;
use super::hash::opening;
use super::letters::{Letter, folded_letter};
use super::stem::{bases, stem};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    frame: Vec<Frame>,
    #[serde(default)]
    attribute: Vec<Attribute>,
    #[serde(default)]
    domain: Vec<Domain>,
}

/// Words that say what a report is about.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Domain {
    id: String,
    words: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Frame {
    key: String,
    ar: String,
    en: String,
    slots: Vec<String>,
    #[serde(default)]
    units: Vec<String>,
    #[serde(default = "fixed")]
    course: String,
    weight: u8,
    #[serde(default)]
    rank: i16,
    #[serde(default)]
    strict: Vec<String>,
    #[serde(default)]
    scope: Vec<String>,
    #[serde(default)]
    part: bool,
    #[serde(default)]
    many: bool,
    #[serde(default)]
    setting: bool,
    #[serde(default)]
    domain: Vec<String>,
    #[serde(default)]
    outside: Vec<String>,
    #[serde(default)]
    own: Vec<String>,
    #[serde(default)]
    before: Vec<String>,
    #[serde(default)]
    after: Vec<String>,
    #[serde(default)]
    near: Vec<String>,
    #[serde(default)]
    with: Vec<String>,
    #[serde(default)]
    unless: Vec<String>,
}

fn fixed() -> String {
    "Fixed".into()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Attribute {
    key: String,
    ar: String,
    en: String,
    weight: u8,
    #[serde(default)]
    progress: bool,
    #[serde(default)]
    deniable: bool,
    heads: Vec<String>,
    reach: u8,
    #[serde(default)]
    scope: Vec<String>,
    value: Vec<AttributeValue>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AttributeValue {
    id: String,
    ar: String,
    en: String,
    words: Vec<String>,
}

/// What is known of each stem.
type Stems = BTreeMap<String, Known>;

#[derive(Default)]
struct Known {
    /// (frame, zone, rest)
    triggers: Vec<(usize, &'static str, Vec<String>)>,
    /// The attributes of which it is a head, as bits.
    heads: u64,
    /// The attributes of which it opens a value, as bits.
    values: u64,
    /// Ids of domains.
    domains: Vec<String>,
}

/// Rust source of the tables.
pub fn generate(folder: &Path) -> Result<String, Box<dyn Error>> {
    let File { frame: frames, attribute: attributes, domain: domains } = read_all(folder)?;
    let mut out = String::from("pub static FRAMES: &[Frame] = &[\n");
    let mut known = Stems::new();
    for (index, frame) in frames.iter().enumerate() {
        write_frame(&mut out, frame);
        let zones = [
            ("Own", &frame.own),
            ("Before", &frame.before),
            ("After", &frame.after),
            ("Near", &frame.near),
            ("With", &frame.with),
            ("Unless", &frame.unless),
        ];
        for (zone, words) in zones {
            for word in words {
                add(&mut known, index, zone, word);
            }
        }
    }
    out.push_str("];\n");
    add_attributes(&mut known, &attributes)?;
    add_domains(&mut known, &domains);
    write_stems(&mut out, &known);
    write_attributes(&mut out, &attributes);
    Ok(out)
}

/// The frames, attributes and domains of every file of the folder, in order of their names.
fn read_all(folder: &Path) -> Result<File, Box<dyn Error>> {
    let mut paths = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        paths.push(entry?.path());
    }
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "toml"));
    paths.sort();
    let mut all = File { frame: Vec::new(), attribute: Vec::new(), domain: Vec::new() };
    for path in paths {
        let file: File = read(&path)?;
        all.frame.extend(file.frame);
        all.attribute.extend(file.attribute);
        all.domain.extend(file.domain);
    }
    Ok(all)
}

fn read<T: serde::de::DeserializeOwned>(path: &Path) -> Result<T, Box<dyn Error>> {
    let source = std::fs::read_to_string(path)?;
    toml::from_str(&source).map_err(|error| format!("{}: {error}", path.display()).into())
}

fn write_frame(out: &mut String, frame: &Frame) {
    let _ = writeln!(
        out,
        "Frame {{ key: {:?}, ar: {:?}, en: {:?}, slots: &[{}], units: &{:?}, course: Course::{}, weight: {}, \
         rank: {}, needs_with: {}, setting: {}, strict: &[{}], scope: &[{}], part: {}, many: {}, \
         domain: &{:?}, outside: &{:?} }},",
        frame.key,
        frame.ar,
        frame.en,
        paths("Slot", &frame.slots),
        frame.units,
        camel(&frame.course),
        frame.weight,
        frame.rank,
        !frame.with.is_empty(),
        frame.setting,
        paths("Facet", &strict(frame)),
        paths("Facet", &frame.scope),
        frame.part,
        frame.many,
        frame.domain,
        frame.outside,
    );
}

/// The strict facets of a frame with those that keep any two values apart: another time, a part
/// of the whole, a rate per something, another place. A facet that the frame itself looks for is
/// strict only if it says so.
fn strict(frame: &Frame) -> Vec<String> {
    let mut all = frame.strict.clone();
    for facet in ["event", "part", "per", "place"] {
        if !all.iter().chain(&frame.scope).any(|known| known == facet) {
            all.push(facet.to_owned());
        }
    }
    all
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

fn paths(kind: &str, names: &[String]) -> String {
    let paths: Vec<_> = names.iter().map(|name| format!("{kind}::{}", camel(name))).collect();
    paths.join(", ")
}

fn camel(name: &str) -> String {
    let mut letters = name.chars();
    letters
        .next()
        .map_or(String::new(), |c| c.to_uppercase().collect::<String>() + letters.as_str())
}

fn add_attributes(known: &mut Stems, attributes: &[Attribute]) -> Result<(), Box<dyn Error>> {
    for (index, attribute) in attributes.iter().enumerate() {
        let bit = u32::try_from(index).ok().and_then(|index| 1u64.checked_shl(index));
        let bit = bit.ok_or("attributes.toml: more than 64 attributes")?;
        for head in attribute.heads.iter().flat_map(|head| stems(head)) {
            known.entry(head).or_default().heads |= bit;
        }
        for phrase in attribute.value.iter().flat_map(|value| &value.words) {
            if let Some(first) = stems(phrase).into_iter().next() {
                known.entry(first).or_default().values |= bit;
            }
        }
    }
    Ok(())
}

fn add(known: &mut Stems, frame: usize, zone: &'static str, phrase: &str) {
    let mut stems = stems(phrase).into_iter();
    let Some(first) = stems.next() else { return };
    let entry = &mut known.entry(first).or_default().triggers;
    let rest: Vec<_> = stems.collect();
    if !entry.iter().any(|(f, z, r)| *f == frame && *z == zone && *r == rest) {
        entry.push((frame, zone, rest));
    }
}

fn stems(phrase: &str) -> Vec<String> {
    phrase
        .split(' ')
        .map(|word| {
            let folded = fold(word);
            stem(bases(&folded).next().unwrap_or_default()).to_owned()
        })
        .collect()
}

fn fold(form: &str) -> String {
    form.chars()
        .filter_map(|c| match folded_letter(c) {
            Letter::Keep => Some(c),
            Letter::As(letter) => Some(letter),
            Letter::Drop => None,
        })
        .collect()
}

fn write_stems(out: &mut String, known: &Stems) {
    out.push_str("pub static STEMS: &[Stem] = &[\n");
    for (stem, Known { triggers, heads, values, domains }) in known {
        let _ = write!(
            out,
            "Stem {{ form: {stem:?}, heads: {}, values: {}, domains: &{domains:?}, \
             triggers: &[",
            in_groups(*heads),
            in_groups(*values)
        );
        for (frame, zone, rest) in triggers {
            let _ =
                write!(out, "Trigger {{ frame: {frame}, zone: Zone::{zone}, rest: &{rest:?} }}, ");
        }
        out.push_str("] },\n");
    }
    out.push_str("];\n");
    let _ = writeln!(out, "pub static STEM_SLOTS: &[u32] = {};", slots(known.keys()));
    let mut openings = [0_u64; 256];
    for (at, bit) in known.keys().filter_map(|stem| opening(stem.as_bytes())) {
        openings[at] |= bit;
    }
    let written: Vec<_> = openings.iter().map(|bits| in_groups(*bits)).collect();
    let _ = writeln!(out, "pub static STEM_OPENINGS: [u64; 256] = [{}];", written.join(", "));
}

/// A number in hexadecimal, in groups of four digits.
fn in_groups(bits: u64) -> String {
    let groups: Vec<_> =
        (0..4).rev().map(|at| format!("{:04x}", bits >> (16 * at) & 0xFFFF)).collect();
    format!("0x{}", groups.join("_"))
}

fn write_attributes(out: &mut String, attributes: &[Attribute]) {
    out.push_str("pub static ATTRIBUTES: &[Attribute] = &[\n");
    for a in attributes {
        let _ = write!(
            out,
            "Attribute {{ key: {:?}, ar: {:?}, en: {:?}, weight: {}, progress: {}, \
             deniable: {}, reach: {}, scope: &[{}], values: &[",
            a.key,
            a.ar,
            a.en,
            a.weight,
            a.progress,
            a.deniable,
            a.reach,
            paths("Facet", &a.scope)
        );
        for value in &a.value {
            let words: Vec<_> = value.words.iter().map(|w| format!("&{:?}", stems(w))).collect();
            let _ = write!(
                out,
                "AttributeValue {{ id: {:?}, ar: {:?}, en: {:?}, words: &[{}] }}, ",
                value.id,
                value.ar,
                value.en,
                words.join(", ")
            );
        }
        out.push_str("] },\n");
    }
    out.push_str("];\n");
}
