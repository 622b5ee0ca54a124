//! An act where a report denies or tells it, and whether two are one.

use std::ops::Range;

use crate::facts::topic::bases;
use crate::text::Span;

use super::super::near::root as telling;
use super::super::words::is_number;
use super::parties::{Bearing, Parties, ahead};
use super::root::roots;
use super::sentence::Sentence;

/// Words on either side of an act that say who and what it is of.
pub const ROUND: usize = 9;
/// Words after it that are its object, more often than not.
pub const OBJECT: usize = 3;
/// Telling words round two acts that make them one, where their parties do not tell; one more where
/// either names nobody, unless what is denied is one of anybody («لم تسجل أي وفاة»).
const SHARED: usize = 2;

/// What is held more than once, and words within which its number is told of an act: what failed in
/// the first round may be done in the second.
const ROUNDS: &[&str] = &["جوله", "دوره", "دور", "مرحله", "جلسه"];
const ROUND_NEAR: usize = 12;
const NTH: &[&[&str]] =
    &[&["الاولي", "الاول"], &["الثانيه", "الثاني"], &["الثالثه", "الثالث"], &["الرابعه", "الرابع"]];

/// What opens what is said.
const THAT: &[&str] = &["ان", "انه", "انها", "بان", "بانه", "بانها"];
/// Days that are reckoned from that of the report.
const FRESH: &[&str] = &["اليوم", "امس", "الليله", "البارحه"];

/// An act where it stands.
#[derive(Clone, Debug)]
pub struct Act {
    /// The act with the words that deny it, or with its object.
    pub span: Span,
    pub sentence: Span,
    /// The roots that its word may be of.
    pub roots: Vec<String>,
    /// It is only said that it has not come about yet.
    pub so_far: bool,
    /// It is told of the day of its report or of the one before.
    pub fresh: bool,
    /// «لم ينسحب أحد», «لم تسجل وفاة»: of whoever there is.
    whoever: bool,
    parties: Parties,
    /// Telling words round it, as roots.
    round: Vec<String>,
    /// Those of them that its clause has before it.
    ahead: Vec<String>,
    /// Years that are told with it.
    years: Vec<String>,
    /// The round that it is told of; 0 for several without a name.
    round_of: Option<usize>,
}

impl Act {
    /// The act of the word at `at`, a verb or a noun; its span begins at `from`. None for a word
    /// that is no form of anything.
    pub fn of(sentence: &Sentence, from: usize, at: usize, verb: bool) -> Option<Self> {
        let roots = roots(sentence.word(at));
        if roots.is_empty() {
            return None;
        }
        let first = sentence.place(from)?;
        let last = sentence.place((at + OBJECT).min(sentence.len() - 1))?;
        let around = || (at.saturating_sub(ROUND)..at + ROUND).filter(|i| *i != at);
        let words = around().filter_map(|i| telling(sentence.word(i)));
        Some(Self {
            span: first.union(last),
            sentence: sentence.span,
            roots,
            so_far: false,
            fresh: is_fresh(sentence, at),
            whoever: !verb || ["احد", "احدا"].contains(&sentence.word(at + 1)),
            parties: Parties::of(sentence, at, verb),
            round: words.map(str::to_owned).collect(),
            ahead: ahead(sentence, at)
                .filter_map(|i| telling(sentence.word(i)).map(str::to_owned))
                .collect(),
            years: years(sentence, at.saturating_sub(ROUND)..at + ROUND),
            round_of: round_of(sentence, at),
        })
    }

    /// Whether it and the one that is denied are one act by their words, by whom they name, and by what
    /// stands round them.
    pub fn is_like(&self, other: &Self) -> bool {
        let share = |a: &[String], b: &[String]| a.iter().filter(|root| b.contains(root)).count();
        if other.round_of.is_some_and(|round| self.round_of != Some(round)) {
            return false;
        }
        share(&self.roots, &other.roots) > 0
            && match self.parties.bearing(&other.parties) {
                Bearing::Same => true,
                Bearing::Apart => false,
                Bearing::Unknown => {
                    let silent =
                        self.parties.is_empty() || other.parties.is_empty() && !other.whoever;
                    share(&self.round, &other.round) >= SHARED + usize::from(silent)
                }
            }
    }

    /// Whether both are told of the same thing, whatever is told of it, as far as both name it.
    pub fn is_of_same(&self, other: &Self) -> bool {
        // «السيارة البيضاء كانت مسرعة», «السيارة السوداء كانت متوقفة»: two cars.
        let shared = self.ahead.iter().filter(|word| other.ahead.contains(word)).count();
        shared >= self.ahead.len().min(other.ahead.len()).min(SHARED)
            && self.parties.is_of_same(&other.parties)
            && (self.years.is_empty() || other.years.is_empty() || self.years == other.years)
    }

    /// Whether it is told of a year that the other has not, and that is not `this` year.
    pub fn is_of_another_year(&self, other: &Self, this: Option<i16>) -> bool {
        let this = this.map(|year| year.to_string());
        let mut years = self.years.iter().filter(|year| Some(*year) != this.as_ref());
        years.any(|year| !other.years.contains(year))
    }
}

/// Whether a day that is reckoned from the report's is said of the act at `at`: «وقال اليوم إن …» is when
/// it was said.
fn is_fresh(sentence: &Sentence, at: usize) -> bool {
    let that = (0..at).rev().find(|i| THAT.contains(&sentence.word(*i)));
    let from = that.map_or(0, |that| that + 1);
    sentence.any(from, at + ROUND - from, FRESH)
}

/// The round that stands nearest to the act at `at`.
fn round_of(sentence: &Sentence, at: usize) -> Option<usize> {
    let named = |i: usize| {
        bases(sentence.word(i)).find(|base| ROUNDS.contains(base))?;
        let of = |word: &str| NTH.iter().position(|forms| forms.contains(&word));
        let nth = (1..=2).find_map(|next| of(sentence.word(i + next))).map(|nth| nth + 1);
        nth.or_else(|| is_number(sentence.before(i, 1)).then_some(0))
    };
    let near = at.saturating_sub(ROUND_NEAR)..at + ROUND_NEAR;
    let found = near.filter_map(|i| Some((i.abs_diff(at), named(i)?)));
    found.min_by_key(|(distance, _)| *distance).map(|(_, round)| round)
}

/// Words of four digits that may be years.
fn years(sentence: &Sentence, words: Range<usize>) -> Vec<String> {
    let words = words.map(|at| sentence.word(at));
    let year = |word: &&str| word.len() == 4 && (word.starts_with("19") || word.starts_with("20"));
    let digits = |word: &&str| word.bytes().all(|letter| letter.is_ascii_digit());
    words.filter(|word| year(word) && digits(word)).map(str::to_owned).collect()
}
