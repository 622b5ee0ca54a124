//! Writes the frames and attributes of `assets/topics` as Rust tables. Compiled into the build only.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write;
use std::path::Path;

use serde::Deserialize;

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

/// Trigger stem → (frame, zone, rest).
type Triggers = BTreeMap<String, Vec<(usize, &'static str, Vec<String>)>>;

/// Rust source of the tables.
pub fn generate(folder: &Path) -> Result<String, Box<dyn Error>> {
    let File { frame: frames, attribute: attributes, domain: domains } = read_all(folder)?;
    let mut out = String::from("pub static FRAMES: &[Frame] = &[\n");
    let mut triggers = Triggers::new();
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
                add(&mut triggers, index, zone, word);
            }
        }
    }
    out.push_str("];\n");
    write_triggers(&mut out, &triggers);
    write_attributes(&mut out, &attributes);
    write_domains(&mut out, &domains);
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

/// Stems of words, each with the domains that it speaks for.
fn write_domains(out: &mut String, domains: &[Domain]) {
    let mut table: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for domain in domains {
        for word in &domain.words {
            let Some(stem) = stems(word).into_iter().next() else { continue };
            let known = table.entry(stem).or_default();
            if !known.contains(&domain.id.as_str()) {
                known.push(&domain.id);
            }
        }
    }
    out.push_str("pub static DOMAINS: &[(&str, &[&str])] = &[\n");
    for (stem, ids) in &table {
        let _ = writeln!(out, "({stem:?}, &{ids:?}),");
    }
    out.push_str("];\n");
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

fn add(triggers: &mut Triggers, frame: usize, zone: &'static str, phrase: &str) {
    let mut stems = stems(phrase).into_iter();
    let Some(first) = stems.next() else { return };
    let entry = triggers.entry(first).or_default();
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

fn write_triggers(out: &mut String, triggers: &Triggers) {
    out.push_str("pub static TRIGGERS: &[(&str, &[Trigger])] = &[\n");
    for (stem, list) in triggers {
        let _ = write!(out, "({stem:?}, &[");
        for (frame, zone, rest) in list {
            let _ =
                write!(out, "Trigger {{ frame: {frame}, zone: Zone::{zone}, rest: &{rest:?} }}, ");
        }
        out.push_str("]),\n");
    }
    out.push_str("];\n");
}

fn write_attributes(out: &mut String, attributes: &[Attribute]) {
    out.push_str("pub static ATTRIBUTES: &[Attribute] = &[\n");
    for a in attributes {
        let heads: Vec<_> = a.heads.iter().flat_map(|head| stems(head)).collect();
        let _ = write!(
            out,
            "Attribute {{ key: {:?}, ar: {:?}, en: {:?}, weight: {}, progress: {}, heads: &{heads:?}, \
             reach: {}, scope: &[{}], values: &[",
            a.key,
            a.ar,
            a.en,
            a.weight,
            a.progress,
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
