//! The words round a value: how much two claims have in common beyond their topic.

use crate::facts::topic::{bases, family_of, stem};
use crate::facts::{Facet, Value};
use crate::text::{Span, fold};

use super::align::Told;
use super::names::Names;
use super::words::{Word, Words, common, words_of};

/// Roots of the words round a value, its figures left out.
#[derive(Debug)]
pub struct Surroundings {
    /// Each once, in order of their numbers.
    roots: Vec<Word>,
    agent: Option<String>,
    names: Vec<String>,
    by_names: bool,
}

/// Bytes of text on either side of the value that are looked at.
const REACH: u32 = 140;

/// Words too common to tell two things apart, in order of their letters.
#[rustfmt::skip]
const COMMON: &[&str] = &[
    "اعلن", "اعلنت", "اقل", "اكثر", "اكد", "اكدت", "التي", "الذي", "الذين", "الف", "الي",
    "اليوم", "امس", "انه", "انها", "ايضا", "بحسب", "بسبب", "بعد", "بعض", "بين", "تلك", "حتي",
    "حوالي", "حول", "خلال", "دولار", "ذلك", "سنه", "شخص", "شخصا", "شهر", "عام", "عدد", "علي",
    "عن", "عند", "غير", "في", "قال", "قالت", "قبل", "كان", "كانت", "كل", "كما", "لدي", "لقد",
    "ما", "مع", "مليار", "مليون", "من", "منذ", "نحو", "هذا", "هذه", "وان", "وفق", "وقد", "ولم",
    "وهو", "وهي", "يكون", "يوم",
];

impl Surroundings {
    /// Likeness from which two claims of one key are of one thing.
    pub const ENOUGH: f64 = 0.45;

    /// The same where each report tells but one value of the key.
    pub const LONE: f64 = 0.2;

    /// The same for what there can be several of, where each report tells but one.
    pub const ONCE: f64 = 0.33;

    pub fn of(told: &Told, names: &Names, words: &Words) -> Self {
        let fact = told.fact;
        let (span, sentence) = (fact.span, fact.sentence);
        let before = Span {
            start: span.start.saturating_sub(REACH).max(sentence.start).min(span.start),
            end: span.start,
        };
        let after =
            Span { start: span.end, end: (span.end + REACH).min(sentence.end).max(span.end) };
        let around = |stretch| words.roots(told.claim.article, stretch);
        let mut roots: Vec<Word> = around(before).chain(around(after)).collect();
        roots.sort_unstable();
        roots.dedup();
        let of = |facet: Facet| fact.topic.scope.iter().find(|(f, _)| *f == facet);
        let sides = match &fact.value {
            Value::Score(score) => [score.home_side.clone(), score.away_side.clone()],
            _ => [None, None],
        };
        // Who gives and who is given to may each be named as the owner of what is given.
        let given = fact.topic.key.starts_with("aid.");
        let owner = of(Facet::Of).filter(|_| !given).map(|(_, name)| name.clone());
        let names = sides
            .into_iter()
            .chain([owner])
            .flatten()
            .map(|name| names.leader(&name).to_owned())
            .collect();
        Self {
            roots,
            agent: of(Facet::Agent).map(|(_, stem)| stem.clone()),
            names,
            by_names: matches!(fact.value, Value::Score(_)),
        }
    }

    /// 0 (nothing shared) to 1: what the shared roots weigh against the lighter set; names that
    /// differ exclude each other.
    pub fn likeness_by(&self, other: &Self, weight: impl Fn(Word) -> f64) -> f64 {
        /// Words that one sentence has at least, so that one shared word is not all there is.
        const LEAST: f64 = 2.5;
        let named = !self.names.is_empty() && !other.names.is_empty();
        if named && !self.names.iter().any(|name| other.names.contains(name)) {
            return 0.0;
        }
        let total = |roots: &[Word]| roots.iter().map(|root| weight(*root)).sum::<f64>();
        let shared = self.roots.iter().filter(|root| other.roots.binary_search(root).is_ok());
        let shared: f64 = shared.map(|root| weight(*root)).sum();
        shared / total(&self.roots).min(total(&other.roots)).max(LEAST)
    }

    /// 0 (nothing shared) to 1: the shared roots against the smaller set; the same governing
    /// word weighs as much as a quarter, names that differ exclude each other.
    pub fn likeness(&self, other: &Self) -> f64 {
        let named = !self.names.is_empty() && !other.names.is_empty();
        if named {
            let shared = self.names.iter().filter(|name| other.names.contains(name)).count();
            // One side may play several others.
            let both = self.by_names && self.names.len() == 2 && other.names.len() == 2;
            if shared <= usize::from(both) {
                return 0.0;
            }
            if self.by_names {
                return 1.0;
            }
        }
        let least = self.roots.len().min(other.roots.len());
        if least == 0 {
            return 0.0;
        }
        let shared = common(&self.roots, &other.roots);
        let agent = match (&self.agent, &other.agent) {
            (Some(a), Some(b)) if a == b => 0.25,
            (Some(_), Some(_)) => -0.1,
            _ => 0.0,
        };
        shared as f64 / least.max(3) as f64 + agent
    }
}

/// The roots of the words that tell something.
pub fn roots(text: &str) -> Vec<String> {
    let folded = fold(text);
    words_of(&folded).filter_map(root).map(str::to_owned).collect()
}

/// What a folded word is a form of, or the family that it is of; `None` for a word that tells
/// nothing.
pub fn root(word: &str) -> Option<&str> {
    let short = word.chars().nth(2).is_none();
    if short || word.starts_with(|c: char| c.is_ascii_digit()) || is_common(word) {
        return None;
    }
    let bases = bases(word);
    if let Some(family) = family_of(word, bases.clone()) {
        return Some(family);
    }
    let long = bases.filter(|base| base.chars().nth(2).is_some());
    Some(stem(long.min_by_key(|base| base.len()).unwrap_or(word)))
}

fn is_common(word: &str) -> bool {
    let (at, bit) = ends(word.as_bytes());
    ENDS.get(at).is_some_and(|bits| bits & bit != 0) && COMMON.binary_search(&word).is_ok()
}

/// A bit for the first letter and the last of each common word: most words are told by them to be
/// none.
static ENDS: [u64; 64] = {
    let mut bits = [0; 64];
    let mut index = 0;
    while index < COMMON.len() {
        let (at, bit) = ends(COMMON[index].as_bytes());
        bits[at] |= bit;
        index += 1;
    }
    bits
};

const fn ends(word: &[u8]) -> (usize, u64) {
    match word {
        [_, first, .., last] => (*first as usize & 63, 1 << (*last & 63)),
        _ => (0, 0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_words_are_found_by_halving() {
        assert!(COMMON.is_sorted());
        assert_eq!(root("التي"), None);
        assert_eq!(root("في"), None);
        assert_eq!(root("2025"), None);
        assert!(root("السفينه").is_some());
    }
}
