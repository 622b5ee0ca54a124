//! Writes the attributes of `assets/topics` as Rust tables. Compiled into the build only.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::file::{Attribute, AttributeValue, Naming, phrase, stems};

use super::{Tables, openings, paths, slots};

/// The attributes, in the order of the files.
pub fn write_attributes(out: &mut String, tables: &mut Tables, attributes: &[Attribute]) {
    out.push_str("pub static ATTRIBUTES: &[Attribute] = &[\n");
    for a in attributes {
        let _ = write!(
            out,
            "Attribute {{ key: {:?}, ar: {}, en: {}, weight: {}, progress: {}, by_day: {}, \
             deniable: {}, many: {}, reach: {}, after: {:?}, scope: &[{}], values: &[",
            a.key,
            tables.text(&a.ar),
            tables.text(&a.en),
            a.weight,
            a.progress,
            a.by_day,
            a.deniable,
            a.many,
            a.reach,
            a.after,
            paths("Facet", &a.scope)
        );
        for value in &a.value {
            let AttributeValue { id, .. } = value;
            let [ar, en] = [&value.ar, &value.en].map(|label| tables.text(label));
            let _ = write!(out, "AttributeValue {{ id: {id:?}, ar: {ar}, en: {en} }}, ");
        }
        let _ = write!(out, "], names: &[");
        for naming in &a.name {
            write_naming(out, tables, naming);
        }
        out.push_str("] },\n");
    }
    out.push_str("];\n");
}

/// The words whose opposite another report may tell, in order.
pub fn write_sides(out: &mut String, tables: &mut Tables, attributes: &[Attribute]) {
    let mut sides = BTreeMap::new();
    let between = attributes.iter().enumerate().filter(|(_, attribute)| attribute.between);
    for (index, attribute) in between {
        for (number, value) in attribute.value.iter().enumerate() {
            let words = value.words.iter().flat_map(|word| phrase(word));
            sides.extend(words.map(|word| (word, (index, number))));
        }
    }
    let bare = |word: &String| word.trim_start_matches('=').to_owned();
    out.push_str("pub static SIDES: &[Side] = &[\n");
    for (word, (index, number)) in &sides {
        let (whole, text) = (word.starts_with('='), tables.text(&bare(word)));
        let _ = writeln!(
            out,
            "Side {{ word: {text}, whole: {whole}, attribute: {index}, value: {number} }},"
        );
    }
    out.push_str("];\n");
    let words: Vec<String> = sides.keys().map(bare).collect();
    let _ = writeln!(out, "pub static SIDE_SLOTS: &[u32] = {};", slots(words.iter()));
    let openings = openings(words.iter());
    let _ = writeln!(out, "pub static SIDE_OPENINGS: [u64; 256] = [{openings}];");
}

fn write_naming(out: &mut String, tables: &mut Tables, naming: &Naming) {
    let mut phrases = |words: &[String]| {
        words.iter().map(|one| tables.words(&phrase(one))).collect::<Vec<_>>().join(", ")
    };
    let with = phrases(&naming.with);
    let nouns: Vec<_> = naming.nouns.iter().flat_map(|noun| stems(noun)).collect();
    let _ = write!(
        out,
        "Naming {{ with: &[{with}], stands: Stands::{:?}, sorts: &[{}], nouns: {} }}, ",
        naming.stands,
        paths("Sort", &naming.sorts),
        tables.words(&nouns),
    );
}
