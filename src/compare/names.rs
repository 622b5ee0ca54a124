//! The names of a dossier: which of them are one person, place or body.
//!
//! Inside a report names are merged by `facts`; here they are merged across reports, and a short
//! name joins the full one where only one full name fits. Near-linear: names meet by their first
//! and last words.

use std::collections::{BTreeMap, BTreeSet};

use crate::facts::name::{Kinship, kinship};

/// Canonical names, and the one that stands for each.
#[derive(Debug, Default)]
pub struct Names {
    leaders: BTreeMap<String, String>,
}

impl Names {
    /// Merges the canonical forms.
    pub fn merge<'a>(forms: impl Iterator<Item = &'a str>) -> Self {
        let forms: BTreeSet<&str> = forms.filter(|form| !form.is_empty()).collect();
        let mut by_word: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for form in &forms {
            let mut words = form.split(' ');
            let first = words.next().unwrap_or_default();
            by_word.entry(first).or_default().push(form);
            if let Some(last) = words.next_back() {
                by_word.entry(last).or_default().push(form);
            }
        }
        let mut leaders = BTreeMap::new();
        for form in &forms {
            leaders.insert((*form).to_owned(), fuller(form, &by_word).to_owned());
        }
        Self { leaders }
    }

    /// The form that stands for a canonical name.
    pub fn leader<'a>(&'a self, form: &'a str) -> &'a str {
        self.leaders.get(form).map_or(form, String::as_str)
    }
}

/// The last word of the longest names that a short name is a part of, where they agree on it;
/// else the name itself.
fn fuller<'a>(form: &'a str, by_word: &BTreeMap<&'a str, Vec<&'a str>>) -> &'a str {
    let words: Vec<&str> = form.split(' ').collect();
    let ends = [words.first(), words.last()];
    let mut full: Vec<&str> = ends
        .into_iter()
        .flatten()
        .filter_map(|word| by_word.get(word))
        .flatten()
        .copied()
        .filter(|other| other.len() > form.len() && kinship(form, other) != Kinship::Different)
        .collect();
    full.sort_unstable();
    full.dedup();
    match full.as_slice() {
        [first, rest @ ..]
            if rest.iter().all(|other| kinship(first, other) != Kinship::Different) =>
        {
            full.iter().copied().max_by_key(|name| name.len()).unwrap_or(form)
        }
        _ => form,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_name_joins_the_one_full_name_it_fits() {
        let names =
            Names::merge(["سمير حداد", "حداد", "كريم نصار", "ليلي نصار", "نصار"].into_iter());
        assert_eq!(names.leader("حداد"), "سمير حداد");
        assert_eq!(names.leader("نصار"), "نصار");
        assert_eq!(names.leader("غريب"), "غريب");
    }
}
