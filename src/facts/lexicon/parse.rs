//! Reads one lexicon file into folded words and their senses. Used by the build as well, so that
//! a user's file and ours are read by the same rules.
//!
//! A file is a list of `[[sense]]` tables: `class` (see `class.rs`), `forms`, and where the class
//! wants them `id` and `value`; `dual` and `plural` list forms of that number. Forms are written
//! as in print; they are folded here. `accusative = true` adds the form with the alef of tanwin,
//! `regular_dual = true` the two forms of the dual.

use serde::Deserialize;
use toml::Spanned;

use super::class::Class;
use super::letters::{Letter, folded_letter};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    sense: Vec<RawSense>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawSense {
    class: Spanned<String>,
    #[serde(default)]
    id: String,
    #[serde(default)]
    value: f64,
    forms: Spanned<Vec<String>>,
    #[serde(default)]
    dual: Vec<String>,
    #[serde(default)]
    plural: Vec<String>,
    #[serde(default)]
    accusative: bool,
    #[serde(default)]
    regular_dual: bool,
}

/// Grammatical number of a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormNumber {
    One,
    Two,
    Many,
}

/// One form of one sense.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Folded words, separated by single spaces.
    pub form: String,
    pub class: Class,
    pub id: String,
    pub value: f64,
    pub number: FormNumber,
}

/// Where a file is wrong, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Counted from 1.
    pub line: usize,
    pub message: String,
}

/// Every form of a file's senses.
pub fn parse(source: &str) -> Result<Vec<Line>, Fault> {
    let file: File = toml::from_str(source).map_err(|error| fault(source, &error))?;
    let mut lines = Vec::new();
    for raw in &file.sense {
        add(source, raw, &mut lines)?;
    }
    Ok(lines)
}

fn add(source: &str, raw: &RawSense, lines: &mut Vec<Line>) -> Result<(), Fault> {
    let Some(class) = Class::from_name(raw.class.get_ref()) else {
        return Err(Fault {
            line: line_of(source, raw.class.span().start),
            message: format!(
                "no class is called \"{}\"; the classes are: {}",
                raw.class.get_ref(),
                Class::NAMES.join(", ")
            ),
        });
    };
    let forms = raw.forms.get_ref();
    let mut twos = raw.dual.clone();
    if raw.regular_dual {
        let people = class == Class::PersonNoun;
        twos.extend(forms.iter().flat_map(|form| duals(form, people)));
        twos.retain(|form| !raw.plural.contains(form) && !forms.contains(form));
    }
    let lists =
        [(forms, FormNumber::One), (&twos, FormNumber::Two), (&raw.plural, FormNumber::Many)];
    for (form, number) in lists.iter().flat_map(|(list, n)| list.iter().map(move |f| (f, *n))) {
        let folded = fold(form);
        if folded.is_empty() {
            return Err(Fault {
                line: line_of(source, raw.forms.span().start),
                message: format!("the form \"{form}\" has no letters"),
            });
        }
        let line = |form| Line { form, class, id: raw.id.clone(), value: raw.value, number };
        if raw.accusative && takes_alef(form, number) {
            lines.push(line(format!("{folded}ا")));
        }
        lines.push(line(folded));
    }
    Ok(())
}

/// Whether the accusative of an indefinite noun is written with an alef (not after ة, اء, or a
/// dual or plural ending).
fn takes_alef(form: &str, number: FormNumber) -> bool {
    let closed = ["ة", "ا", "اء", "ى", "أ"];
    let plural = ["ات", "ون", "ين", "ان"];
    let ends = |endings: &[&str]| endings.iter().any(|ending| form.ends_with(ending));
    // «فدان» is a singular, and takes its alef.
    !form.contains(' ') && !ends(&closed) && (number == FormNumber::One || !ends(&plural))
}

/// The regular duals of a singular: «طائرة» → «طائرتان، طائرتين». What may be a plural in «ين»
/// as well («مهندسين») is left out where `people` are meant.
fn duals(form: &str, people: bool) -> Vec<String> {
    if form.contains(' ') {
        return Vec::new();
    }
    if let Some(stem) = form.strip_suffix('ة') {
        return vec![format!("{stem}تان"), format!("{stem}تين")];
    }
    let stem = form.strip_suffix('ى').map_or_else(|| form.to_owned(), |stem| format!("{stem}ي"));
    let mut duals = vec![format!("{stem}ان")];
    if !people {
        duals.push(format!("{stem}ين"));
    }
    duals
}

fn fold(form: &str) -> String {
    let letters = form.chars().filter_map(|c| match folded_letter(c) {
        Letter::Keep => Some(c),
        Letter::As(letter) => Some(letter),
        Letter::Drop => None,
    });
    let folded: String = letters.flat_map(char::to_lowercase).collect();
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Where a file is no TOML, or has a field that there is not.
pub fn fault(source: &str, error: &toml::de::Error) -> Fault {
    let offset = error.span().map_or(0, |span| span.start);
    Fault { line: line_of(source, offset), message: error.message().to_owned() }
}

fn line_of(source: &str, offset: usize) -> usize {
    source.bytes().take(offset).filter(|byte| *byte == b'\n').count() + 1
}
