//! Who and what an act is of: whether two tellings may be of one act.
//!
//! Begin with [`Parties::of`]. An Arabic clause names the doer before the verb or right after it, and
//! then what is done to whom; a verb in the passive names the latter alone. Nothing here knows more of
//! a noun than where it stands, what it is of («سائق الحافلة») and whether it is a person.

use crate::facts::denying::bare;

use super::nouns::{Nouns, Party, Sort};
use super::sentence::{Sentence, unjoined};

/// Words after an act among which its parties are named.
const AFTER: usize = 8;
/// Words before a verb within which the clause begins that names its doer first.
const BEFORE: usize = 8;

/// What opens a clause: the doer may be named right after it.
#[rustfmt::skip]
const OPENS: &[&str] = &[
    "ان", "بان", "وان", "لان", "لكن", "ولكن", "حيث", "بينما", "فيما", "ثم", "انه", "انها", "انهم",
    "انهما", "بانه", "بانها", "بانهم", "وانه", "وانها", "وانهم", "لانه", "لانها", "لانهم", "لكنه",
    "لكنها", "لكنهم", "الذي", "التي", "الذين", "اللذين", "اللذان", "وقد", "انني", "اننا",
];
/// What stands between a doer and the verb.
const PARTICLES: &[&str] = &["لم", "قد"];
/// Prepositions before whom or what it is done to: «القبض على …», «أفرج عن …», «اعتذر ل…».
const TO_WHOM: &[&str] = &["علي", "عن", "مع", "ل", "ب"];
/// Prepositions behind which two tellings of one act name the same.
const ONE: &[&str] = &["علي", "عن", "مع", "ل", "ب", "الي", "بسبب"];

/// Whether two tellings are of one act by those whom they name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bearing {
    Same,
    Apart,
    /// One of them names too little.
    Unknown,
}

/// Everybody and everything that an act is of.
#[derive(Clone, Debug, Default)]
pub struct Parties {
    before: Option<Party>,
    after: Nouns,
}

impl Parties {
    /// Those of the act at `at`; a `verb` may have its doer before it and its particle.
    pub fn of(sentence: &Sentence, at: usize, verb: bool) -> Self {
        let particle = bare(sentence.before(at, 1), PARTICLES);
        let from = at - usize::from(particle);
        // «عقد الاجتماع وحضرته دول»: what is before the «و» is of another verb.
        let verb = verb && unjoined(sentence.word(from)).is_none();
        let end = if sentence.is_parted(at + 1) { at } else { at + AFTER };
        let mut after = Nouns::read(sentence, at + 1..(end + 1).min(sentence.len()));
        let start = verb.then(|| clause(sentence, from)).flatten();
        let ahead = start.map(|start| Nouns::read(sentence, start..from)).unwrap_or_default();
        after.days.extend(ahead.days);
        Self { before: ahead.bare.into_iter().next(), after }
    }

    fn sole(&self) -> bool {
        usize::from(self.before.is_some()) + self.after.bare.len() < 2
    }

    /// The doer, where it is done to another.
    fn doer(&self) -> Option<&Party> {
        let other = !self.sole() || self.to_whom().next().is_some();
        other.then(|| self.before.as_ref().or(self.after.bare.first())).flatten()
    }

    /// To whom it is done, behind a preposition.
    fn to_whom(&self) -> impl Iterator<Item = &Party> + Clone {
        let to = self.after.behind.iter().filter(|(to, _)| TO_WHOM.contains(to));
        to.map(|(_, party)| party)
    }

    /// All of them; those behind a preposition where they are `asked` for.
    fn all(&self, asked: bool) -> impl Iterator<Item = &Party> + Clone {
        let to_whom = self.to_whom().filter(move |_| asked);
        self.before.iter().chain(&self.after.bare).chain(to_whom)
    }

    /// Whether it names nobody and nothing.
    pub fn is_empty(&self) -> bool {
        self.all(true).next().is_none()
    }

    /// Whether it names nobody but the doer.
    fn is_vague(&self) -> bool {
        let doer = self.doer().map(std::ptr::from_ref);
        self.all(true).all(|party| party.vague || Some(std::ptr::from_ref(party)) == doer)
    }

    /// Whether what is told of the one is told of the other: «كان باب المخزن مقفلا وقت السرقة» and «باب
    /// المخزن كان مفتوحا» are of one door, whatever else they name.
    pub fn is_of_same(&self, other: &Self) -> bool {
        let subject = |all: &Self| all.before.clone().or_else(|| all.after.bare.first().cloned());
        let meet = || {
            subject(self)
                .zip(subject(other))
                .is_some_and(|(one, its)| !one.vague && one.meets(&its))
        };
        match self.bearing(other) {
            Bearing::Same => true,
            Bearing::Apart => false,
            Bearing::Unknown => meet(),
        }
    }

    /// Whether both are of one act.
    pub fn bearing(&self, other: &Self) -> Bearing {
        if self.is_apart(other) {
            return Bearing::Apart;
        }
        if self.is_vague() || other.is_vague() {
            return Bearing::Unknown;
        }
        let is = |party, doer: Option<&Party>| doer.is_some_and(|doer| std::ptr::eq(doer, party));
        // Where both name more, what stands behind a preposition is no more than the way or the place.
        let asked = (self.sole() || other.sole()) && !differ(self.all(false), other.all(false));
        let pairs = self.all(asked).flat_map(|one| other.all(asked).map(move |its| (one, its)));
        let mut found = Bearing::Apart;
        for (one, its) in pairs.filter(|(one, its)| one.meets(its)) {
            match (is(one, self.doer()), is(its, other.doer())) {
                // One doer may do it to several.
                (true, true) => {}
                (true, false) if other.doer().is_none() => found = Bearing::Unknown,
                (false, true) if self.doer().is_none() => found = Bearing::Unknown,
                _ => return Bearing::Same,
            }
        }
        found
    }

    /// Whether it was done to another person, behind the same preposition to something else, or on
    /// another day.
    fn is_apart(&self, other: &Self) -> bool {
        let lacks = |all: &Self, one: &Party| !all.all(true).any(|party| party.meets(one));
        let left =
            |one: &Self, all: &Self| one.all(true).any(|p| p.sort == Sort::Person && lacks(all, p));
        let (mine, its) = (&self.after, &other.after);
        let days = !mine.days.is_empty() && !its.days.is_empty();
        left(self, other) && left(other, self)
            || days && !mine.days.iter().any(|day| its.days.contains(day))
            || ONE.iter().any(|to| differ(mine.behind(to), its.behind(to)))
            || mine.is_elsewhere(its)
    }
}

/// Whether two lists name somebody each, and nobody in common.
fn differ<'a>(
    one: impl Iterator<Item = &'a Party> + Clone,
    other: impl Iterator<Item = &'a Party> + Clone,
) -> bool {
    let named = |party: &'a Party| !party.vague;
    let (one, other) = (one.filter(|party| named(party)), other.filter(|party| named(party)));
    let both = one.clone().next().is_some() && other.clone().next().is_some();
    both && !one.into_iter().any(|party| other.clone().any(|its| its.meets(party)))
}

/// The words of the clause of the word at `at` that stand before it.
pub fn ahead(sentence: &Sentence, at: usize) -> std::ops::Range<usize> {
    clause(sentence, at).unwrap_or(at)..at
}

/// Where the clause begins whose verb stands at `verb`: behind «أن», a mark, the beginning.
fn clause(sentence: &Sentence, verb: usize) -> Option<usize> {
    (verb.saturating_sub(BEFORE)..=verb)
        .rev()
        .find(|at| sentence.is_parted(*at) || OPENS.contains(&sentence.before(*at, 1)))
}
