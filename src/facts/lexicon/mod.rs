//! The words that the grammars know, and how a written word is found among them.
//!
//! Begin with [`find`] (a word with its clitics taken off) or [`exact`]. The words are data in
//! `assets/lexicon/*.toml`, laid out by the build; a reader's own files are added once, at
//! start, with [`add_folder`]. Nothing here reads a text.

mod class;
mod hash;
pub(super) mod parse;
mod table;
mod user;

use crate::text::letters;

use table::built_in;

pub use class::{Class, Classes};
pub(super) use hash::{beginning, opening};
pub use parse::FormNumber;
pub(super) use table::Stretch;
pub use table::{Entry, Phrase, Sense};
pub(super) use user::{add, own_files, shared, wrong};
pub use user::{add_folder, has_own_words};

impl Classes {
    #[inline]
    pub const fn has(self, class: Class) -> bool {
        self.0 & (1 << class as u8) != 0
    }

    /// Those that the other set has not.
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether they share a class.
    #[inline]
    pub const fn meet(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// Particles written together with a word, as bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Clitics(u8);

impl Clitics {
    /// «و» or «ف».
    pub const AND: Self = Self(1);
    /// «ب».
    pub const BY: Self = Self(2);
    /// «ل».
    pub const TO: Self = Self(4);
    /// «ك».
    pub const AS: Self = Self(8);
    /// «ال».
    pub const THE: Self = Self(16);

    #[inline]
    pub const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// A word found, and what was taken off before it.
#[derive(Clone, Copy, Debug)]
pub struct Found {
    pub entry: &'static Entry,
    pub clitics: Clitics,
}

/// The id of the built-in place that is spelt otherwise, from the canonical form of its name.
pub fn place_of(canonical: &str) -> Option<&'static str> {
    let places = built_in::PLACES;
    let is = |at: usize| places.get(at).is_some_and(|(form, _)| form.get() == canonical);
    places.get(place(built_in::PLACE_SLOTS, canonical, is)?).map(|(_, id)| id.get())
}

/// A folded word as it stands.
pub fn exact(word: &str) -> Option<&'static Entry> {
    user::exact(word).or_else(|| lookup(built_in::ENTRIES, built_in::SLOTS, word))
}

/// Whether a folded word, particles apart, is a noun for people.
pub fn person(word: &str) -> bool {
    find(word).is_some_and(|found| found.entry.sense(Class::PersonNoun).is_some())
}

fn lookup(entries: &'static [Entry], slots: &[u32], word: &str) -> Option<&'static Entry> {
    let at = place(slots, word, |at| entries.get(at).is_some_and(|entry| entry.form() == word))?;
    entries.get(at)
}

/// The place of a word in a table that the build laid out; `is` tells whether it is there.
pub(super) fn place(slots: &[u32], word: &str, is: impl Fn(usize) -> bool) -> Option<usize> {
    let hash = hash::hash(word.as_bytes());
    let mut at = hash::first_slot(hash, slots.len());
    loop {
        let slot = *slots.get(at)?;
        let index = (slot & ((1 << hash::PLACE) - 1)).checked_sub(1)? as usize;
        if slot >> hash::PLACE == hash::tag(hash) && is(index) {
            return Some(index);
        }
        at = hash::next_slot(at, slots.len());
    }
}

/// A folded word as it stands; else without «ال»; else without «ب», «ل», «ك»; else without «و»
/// or «ف» before any of these. What is left must be in the lexicon, so no name loses its first
/// letter to a rule.
pub fn find(word: &str) -> Option<Found> {
    without_preposition(word).or_else(|| {
        let rest = word.strip_prefix('و').or_else(|| word.strip_prefix('ف'))?;
        let found = without_preposition(rest)?;
        Some(Found { clitics: found.clitics.with(Clitics::AND), ..found })
    })
}

fn without_preposition(word: &str) -> Option<Found> {
    if let Some(found) = without_article(word) {
        return Some(found);
    }
    let mut letters = word.chars();
    let clitic = match letters.next()? {
        'ب' => Clitics::BY,
        'ل' => Clitics::TO,
        'ك' => Clitics::AS,
        _ => return None,
    };
    let rest = letters.as_str();
    let found = without_article(rest).or_else(|| {
        // «لل» is ل and ال: the alef is not written.
        let stem = rest.strip_prefix('ل').filter(|_| clitic == Clitics::TO)?;
        exact(stem).map(|entry| Found { entry, clitics: Clitics::THE })
    })?;
    Some(Found { clitics: found.clitics.with(clitic), ..found })
}

fn without_article(word: &str) -> Option<Found> {
    let bare = word.strip_prefix("ال");
    if let Some(entry) = exact(word) {
        // «اليوم» is listed with its article, and has the senses of «يوم» as well.
        let definite = bare.is_some_and(|bare| exact(bare).is_some());
        let clitics = if definite { Clitics::THE } else { Clitics::default() };
        return Some(Found { entry, clitics });
    }
    Some(Found { entry: exact(bare?)?, clitics: Clitics::THE })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn class_of(word: &str) -> Option<(Class, Clitics)> {
        let found = find(&crate::text::fold(word))?;
        Some((table::rows(found.entry.senses).next()?.class, found.clitics))
    }

    #[test]
    fn clitics_come_off_only_before_a_known_word() {
        assert_eq!(class_of("ثلاثة"), Some((Class::Cardinal, Clitics::default())));
        let and_by = Clitics::AND.with(Clitics::BY);
        assert_eq!(class_of("وبالدقيقة"), Some((Class::TimeUnit, and_by.with(Clitics::THE))));
        assert_eq!(class_of("للدقيقة").map(|(_, c)| c), Some(Clitics::TO.with(Clitics::THE)));
        assert!(class_of("ويتهام").is_none());
    }

    #[test]
    fn every_word_of_the_lexicon_is_found() {
        for entry in built_in::ENTRIES {
            assert_eq!(exact(entry.form()).map(|found| found.form), Some(entry.form));
        }
    }
}
