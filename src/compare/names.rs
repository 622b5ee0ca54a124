//! The names of a dossier: which of them are one person, place or body.
//!
//! Inside a report names are merged by `facts`; here they are merged across reports, and a short
//! name joins the full one where only one full name fits. Near-linear: names meet by their first
//! and last words.

use std::collections::{BTreeMap, BTreeSet};

use crate::facts::lexicon::{self, Class};
use crate::facts::name::{Kinship, canonical, kinship, loose};
use crate::text::fold;

/// Nouns for a party, and adjectives that say where it stands.
const PARTIES: &[&str] = &["حزب", "تحالف", "ايتلاف", "جبهه", "كتله", "حركه", "تيار", "قايمه"];
const STANCES: &[&str] = &["الحاكم", "المعارض", "الحاكمه", "المعارضه"];

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
        let mut names = Self { leaders };
        names.join_spellings(&forms);
        names.join_sons(&forms);
        names
    }

    /// Lets names of one given name meet whose family names are spelt with other letters of the
    /// same sounds, where one of the spellings is a foreign one.
    fn join_spellings(&mut self, forms: &BTreeSet<&str>) {
        let mut by_sound: BTreeMap<String, Vec<&str>> = BTreeMap::new();
        for form in forms {
            if let Some(key) = loose(form) {
                by_sound.entry(key).or_default().push(form);
            }
        }
        for spellings in by_sound.into_values().filter(|spellings| spellings.len() > 1) {
            let family = |form: &&str| form.split_once(' ').map(|(_, family)| family.is_ascii());
            let foreign = spellings.iter().find(|form| family(form) == Some(true));
            let Some(leader) = foreign.map(|form| self.leader(form).to_owned()) else { continue };
            for form in spellings {
                self.leaders.insert(form.to_owned(), leader.clone());
            }
        }
    }

    /// «بن زروق», «بنزروق»: the son of somebody, in two words and in one.
    fn join_sons(&mut self, forms: &BTreeSet<&str>) {
        for form in forms {
            let Some((own, father)) = form.split_once(" bn ") else { continue };
            let (father, rest) = father.split_at(father.find(' ').unwrap_or(father.len()));
            let glued = format!("{own} {}{rest}", son_of(father));
            if forms.contains(glued.as_str()) {
                let leader = self.leader(form).to_owned();
                self.leaders.insert(glued, leader);
            }
        }
    }

    /// Lets a body that is called by its kind and country («المصرف السلوفيني») join the one body
    /// of that kind that the reports name otherwise. `bodies` are canonical names as written.
    pub fn join_bodies<'a>(&mut self, bodies: impl Iterator<Item = (&'a str, &'a str)>) {
        let all: Vec<(&str, &str)> = bodies.collect();
        let mut by_head: BTreeMap<String, BTreeMap<String, bool>> = BTreeMap::new();
        let mut branches: BTreeSet<String> = BTreeSet::new();
        for &(canonical, written) in &all {
            let folded = fold(written);
            let mut words = folded.split(' ').map(|word| word.strip_prefix("ال").unwrap_or(word));
            let Some(head) = words.next().filter(|head| head.chars().count() > 2) else { continue };
            let rest: Vec<&str> = words.collect();
            let by_kind = matches!(rest.as_slice(), [nisba] if of_a_country(nisba));
            let leader = self.leader(canonical).to_owned();
            if !by_kind && is_branch(&folded) {
                branches.insert(leader.clone());
            }
            let known = by_head.entry(head.to_owned()).or_default().entry(leader).or_insert(true);
            *known &= by_kind;
        }
        self.join_parties(&all);
        for forms in by_head.into_values() {
            let named: Vec<&String> =
                forms.iter().filter(|(_, by_kind)| !**by_kind).map(|(form, _)| form).collect();
            // «الشرطة القضائية» is not what «الشرطة الفرنسية» is called: another adjective, another body.
            let [only] = named.as_slice() else { continue };
            if branches.contains(*only) {
                continue;
            }
            for (form, _) in forms.iter().filter(|(_, by_kind)| **by_kind) {
                self.leaders.insert(form.clone(), (*only).clone());
            }
        }
    }

    /// «تحالف …», «ائتلاف …»: one party under two of its nouns, with or without «الحاكم».
    fn join_parties(&mut self, bodies: &[(&str, &str)]) {
        let mut by_name: BTreeMap<String, String> = BTreeMap::new();
        for &(canonical, written) in bodies {
            let folded = fold(written);
            let words: Vec<&str> = folded.split(' ').collect();
            let [head, name @ ..] = words.as_slice() else { continue };
            let name: Vec<&str> =
                name.iter().copied().filter(|word| !STANCES.contains(word)).collect();
            if !PARTIES.contains(head) || name.is_empty() {
                continue;
            }
            let leader = self.leader(canonical).to_owned();
            let first = by_name.entry(name.join(" ")).or_insert_with(|| leader.clone()).clone();
            self.leaders.insert(leader, first.clone());
            self.leaders.insert(canonical.to_owned(), first);
        }
    }

    /// The form that stands for a canonical name.
    pub fn leader<'a>(&'a self, form: &'a str) -> &'a str {
        self.leaders.get(form).map_or(form, String::as_str)
    }
}

/// «الشرطة القضائية»: a kind with the adjective of one of its branches, and no name of its own.
fn is_branch(folded: &str) -> bool {
    let mut words = folded.split(' ');
    let (head, adjective, more) = (words.next(), words.next(), words.next());
    let the = |word: Option<&str>| word.is_some_and(|word| word.starts_with("ال"));
    more.is_none()
        && the(head)
        && the(adjective)
        && adjective.is_some_and(|word| word.ends_with(['ي', 'ه']))
}

/// The canonical form of «بن» and a father's, in one word: a vowel letter that opens the father's name stands
/// inside then.
fn son_of(father: &str) -> String {
    if father.is_ascii() {
        return format!("bn{}", father.trim_start_matches(['A', 'W', 'Y']));
    }
    canonical(&format!("بن{father}"))
}

/// Whether an adjective says of which country something is; «الداخلية» says which ministry.
fn of_a_country(word: &str) -> bool {
    lexicon::find(word).is_some_and(|found| found.entry.sense(Class::Nisba).is_some())
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
    fn a_body_called_by_its_kind_joins_the_one_of_that_kind() {
        let mut names = Names::merge(["msrf fdan", "msrf slfn", "ndi bhr"].into_iter());
        let written = [
            ("msrf fdan", "مصرف وديان للتنمية"),
            ("msrf slfn", "المصرف السلوفيني"),
            ("ndi bhr", "نادي البحر"),
        ];
        names.join_bodies(written.into_iter());
        assert_eq!(names.leader("msrf slfn"), "msrf fdan");
        assert_eq!(names.leader("ndi bhr"), "ndi bhr");
    }

    #[test]
    fn a_branch_with_another_adjective_is_another_body() {
        let mut names = Names::merge(["hrs Wtn", "hrs slfn"].into_iter());
        let written = [("hrs Wtn", "الحراسة الساحلية"), ("hrs slfn", "الحراسة السلوفينية")];
        names.join_bodies(written.into_iter());
        assert_eq!(names.leader("hrs slfn"), "hrs slfn");
    }

    #[test]
    fn a_son_is_written_in_one_word_or_two() {
        for (two, one) in [
            ("نادر بن زقوط", "نادر بنزقوط"),
            ("كريم بن يوسف", "كريم بنيوسف"),
            ("ليلي بن سالم", "ليلي بنسالم"),
            ("ليلي بن درويش", "ليلي بندرويش"),
        ] {
            let (two, one, other) = (canonical(two), canonical(one), canonical("نادر بن قاسم"));
            let names = Names::merge([&*two, &*one, &*other].into_iter());
            assert_eq!(names.leader(&one), names.leader(&two), "{two} / {one}");
            assert_ne!(names.leader(&other), names.leader(&two), "{two}");
        }
    }

    #[test]
    fn two_ministries_are_two_bodies() {
        let mut names = Names::merge(["wsr صحه", "wsr dkl"].into_iter());
        let written = [("wsr صحه", "وزارة الصحة"), ("wsr dkl", "وزارة الداخلية")];
        names.join_bodies(written.into_iter());
        assert_eq!(names.leader("wsr dkl"), "wsr dkl");
    }

    #[test]
    fn a_short_name_joins_the_one_full_name_it_fits() {
        let names =
            Names::merge(["سمير حداد", "حداد", "كريم نصار", "ليلي نصار", "نصار"].into_iter());
        assert_eq!(names.leader("حداد"), "سمير حداد");
        assert_eq!(names.leader("نصار"), "نصار");
        assert_eq!(names.leader("غريب"), "غريب");
    }
}
