//! A file of frames, attributes and domains as it is written: `assets/topics/*.toml`, and a
//! reader's own. Used by the build as well, so that both are read by the same rules.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::facet::Facet;
use super::letters::{Letter, folded_letter};
use super::parse::{Fault, fault};
use super::sort::Sort;
use super::stem::{bases, stem};

/// Words between a head and a value of any attribute at most, with those of a long value.
pub const FARTHEST: u8 = 32;
/// Words of a value at most.
pub const LONGEST: u8 = 8;
/// Words of 64 bits in a set of attributes, one bit each.
pub const SET_WORDS: usize = 5;

/// The kinds of values a frame takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Slot {
    Count,
    Percent,
    Points,
    Money,
    Duration,
    Date,
    Time,
    Number,
    Score,
    Measure,
    Ordinal,
}

/// A set of them: one bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Slots(pub u16);

impl Slots {
    pub const fn of(slots: &[Slot]) -> Self {
        let (mut bits, mut rest) = (0, slots);
        while let [slot, others @ ..] = rest {
            (bits, rest) = (bits | 1 << *slot as u16, others);
        }
        Self(bits)
    }

    /// The others.
    #[must_use]
    pub const fn without(self, slot: Slot) -> Self {
        Self(self.0 & !Self::of(&[slot]).0)
    }

    /// Whether it is one of them.
    #[inline]
    pub const fn has(self, slot: Slot) -> bool {
        self.meet(Self::of(&[slot]))
    }

    /// Whether they share one.
    #[inline]
    pub const fn meet(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// How a value behaves as time goes on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Course {
    /// It is what it is: two values contradict each other.
    #[default]
    Fixed,
    /// It can only grow (the dead of a disaster).
    Grows,
    /// It may go either way (the missing, a rate).
    Changes,
    /// It is of one day (how far a share rose in a session): another day has another.
    Daily,
}

/// One file, or several one after the other.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct File {
    #[serde(default)]
    pub frame: Vec<Frame>,
    #[serde(default)]
    pub attribute: Vec<Attribute>,
    #[serde(default)]
    pub domain: Vec<Domain>,
}

/// Words that say what a report is about.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Domain {
    pub id: String,
    pub words: Vec<String>,
}

/// What a value may be about; the fields are told in `assets/topics/frames.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Frame {
    pub key: String,
    pub ar: String,
    pub en: String,
    pub slots: Vec<Slot>,
    #[serde(default)]
    pub units: Vec<String>,
    #[serde(default)]
    pub course: Course,
    pub weight: u8,
    #[serde(default)]
    pub rank: i16,
    #[serde(default)]
    pub strict: Vec<Facet>,
    #[serde(default)]
    pub scope: Vec<Facet>,
    #[serde(default)]
    pub part: bool,
    #[serde(default)]
    pub many: bool,
    #[serde(default)]
    pub setting: bool,
    #[serde(default)]
    pub domain: Vec<String>,
    #[serde(default)]
    pub outside: Vec<String>,
    #[serde(default)]
    pub own: Vec<String>,
    #[serde(default)]
    pub before: Vec<String>,
    #[serde(default)]
    pub after: Vec<String>,
    #[serde(default)]
    pub near: Vec<String>,
    #[serde(default)]
    pub with: Vec<String>,
    #[serde(default)]
    pub unless: Vec<String>,
}

/// What may be told in the words of a closed list; the fields are told in
/// `assets/topics/attributes.toml`.
#[expect(clippy::struct_excessive_bools, reason = "each is a field of the file")]
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attribute {
    pub key: String,
    pub ar: String,
    pub en: String,
    pub weight: u8,
    #[serde(default)]
    pub progress: bool,
    #[serde(default)]
    pub by_day: bool,
    #[serde(default)]
    pub deniable: bool,
    #[serde(default)]
    pub many: bool,
    /// A word of a value is no claim by itself: only where another report tells the opposite of the
    /// same thing.
    #[serde(default)]
    pub between: bool,
    /// None: every word that opens a value is one.
    #[serde(default)]
    pub heads: Vec<String>,
    #[serde(default)]
    pub reach: u8,
    pub after: Option<u8>,
    #[serde(default)]
    pub scope: Vec<Facet>,
    #[serde(default)]
    pub value: Vec<AttributeValue>,
    /// Phrases that begin like those of a value, or hold them, and speak of another matter.
    #[serde(default)]
    pub unlike: Vec<String>,
    #[serde(default)]
    pub name: Vec<Naming>,
}

impl Attribute {
    /// The phrases of its values, and behind them those of another matter.
    pub fn phrases(&self) -> impl Iterator<Item = &Vec<String>> {
        self.value.iter().map(|value| &value.words).chain([&self.unlike])
    }

    /// The phrases that state its values; those of another matter have the place behind the last.
    pub fn openings(&self) -> Phrases {
        phrases(self.phrases())
    }

    /// The cues of the names that are its values.
    pub fn cues(&self) -> Phrases {
        phrases(self.name.iter().map(|naming| &naming.cues))
    }

    /// Whether a head may stand farther from its value than is looked for ([`FARTHEST`]).
    pub fn is_too_far(&self) -> bool {
        let after = self.after.map_or(self.reach, |after| after.saturating_add(LONGEST));
        self.reach.max(after) > FARTHEST
    }
}

/// Where the name that is an attribute's value stands; the fields are told in
/// `assets/topics/names.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Naming {
    pub cues: Vec<String>,
    #[serde(default)]
    pub with: Vec<String>,
    pub stands: Stands,
    pub sorts: Vec<Sort>,
    #[serde(default)]
    pub nouns: Vec<String>,
}

/// Where a name stands with respect to its cue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stands {
    /// The subject: the first after the verb and before any preposition, else right before it.
    Subject,
    /// The object: the last after the verb and before any preposition.
    Object,
    /// After «إلى» or «ل».
    To,
    /// After «من».
    From,
    /// After «في», «ب» or «على».
    In,
    /// After «مع».
    With,
    /// With the cue itself, which is the noun that opens it.
    Here,
    /// Right before the cue («فلان وزيرا للمالية»).
    Before,
    /// Right after the cue, whatever preposition it ends in.
    Next,
}

/// Phrases by the stem of their first word, each with the place of what it speaks for.
pub type Phrases = BTreeMap<String, Vec<(u16, Vec<String>)>>;

fn phrases<'a>(lists: impl Iterator<Item = &'a Vec<String>>) -> Phrases {
    let mut all = Phrases::new();
    for (words, at) in lists.zip(0..) {
        for words in words.iter().flat_map(|words| spread(words)) {
            if let Some(first) = stems(&words).into_iter().next() {
                all.entry(first).or_default().push((at, phrase(&words)));
            }
        }
    }
    all
}

/// One value of an attribute.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AttributeValue {
    pub id: String,
    pub ar: String,
    pub en: String,
    pub words: Vec<String>,
}

/// Where a trigger stands with respect to the value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Zone {
    /// The counted noun itself.
    Own,
    Before,
    After,
    /// Before or after.
    Near,
    /// Anywhere in the sentence: a condition.
    With,
    /// In the clause: the frame is off.
    Unless,
}

/// What a file holds.
///
/// # Errors
/// The first line that is no TOML, or has a field or a value that there is not.
pub fn parse(source: &str) -> Result<File, Fault> {
    toml::from_str(source).map_err(|error| fault(source, &error))
}

impl File {
    /// Adds what another file holds.
    pub fn extend(&mut self, other: Self) {
        self.frame.extend(other.frame);
        self.attribute.extend(other.attribute);
        self.domain.extend(other.domain);
    }
}

impl Frame {
    /// The words that speak for it, by where they stand.
    pub fn triggers(&self) -> impl Iterator<Item = (Zone, &str)> {
        let zones = [
            (Zone::Own, &self.own),
            (Zone::Before, &self.before),
            (Zone::After, &self.after),
            (Zone::Near, &self.near),
            (Zone::With, &self.with),
            (Zone::Unless, &self.unless),
        ];
        zones.into_iter().flat_map(|(zone, words)| words.iter().map(move |w| (zone, w.as_str())))
    }

    /// The strict facets with those that keep any two values apart: another time, a part of the
    /// whole, a rate per something, another place. A facet that the frame itself looks for is
    /// strict only if it says so.
    pub fn all_strict(&self) -> Vec<Facet> {
        let mut all = self.strict.clone();
        for facet in [Facet::Event, Facet::Part, Facet::Per, Facet::Place] {
            if !all.iter().chain(&self.scope).any(|known| *known == facet) {
                all.push(facet);
            }
        }
        all
    }
}

/// The words of a trigger as they are looked for: the stem of each, and behind the first, after «=», the
/// form that it must have where the phrase begins with that sign («=قضى»: «قضية» is of that stem).
pub fn trigger(phrase: &str) -> Vec<String> {
    let mut words = stems(phrase);
    if let Some(first) = phrase.strip_prefix('=').and_then(|rest| rest.split(' ').next()) {
        words.insert(1, format!("={}", fold(first)));
    }
    words
}

/// What a phrase begins with that tells its value only where it is denied («!=يوقع»: «لم يوقع»).
pub const IF_DENIED: char = '!';

/// What stands between words of which any will do in a phrase.
pub const OR: char = '|';

/// The words of a phrase as they are looked for: after «=» a word in that form alone, any other by
/// its stem; «!» before the first stays, and «|» before each of those that will do as well.
pub fn phrase(words: &str) -> Vec<String> {
    let form = |word: &str| match word.strip_prefix('=') {
        // Whole: «إلغائه» without what looks like an article would be «غاية».
        Some(form) => format!("={}", fold(form)),
        None => stem_of(word),
    };
    let one = |word: &str| {
        let rest = word.strip_prefix(IF_DENIED);
        let only = if rest.is_some() { "!" } else { "" };
        let forms: Vec<_> = rest.unwrap_or(word).split(OR).map(form).collect();
        forms.into_iter().enumerate().map(move |(at, form)| {
            let sign = if at == 0 { only } else { "|" };
            format!("{sign}{form}")
        })
    };
    words.split(' ').flat_map(one).collect()
}

/// A phrase for each of the words of which any may open it.
pub fn spread(phrase: &str) -> Vec<String> {
    let (first, rest) = phrase.split_once(' ').map_or((phrase, None), |(a, b)| (a, Some(b)));
    let (only, first) = match first.strip_prefix(IF_DENIED) {
        Some(first) => ("!", first),
        None => ("", first),
    };
    let whole = |first: &str| match rest {
        Some(rest) => format!("{only}{first} {rest}"),
        None => format!("{only}{first}"),
    };
    first.split(OR).map(whole).collect()
}

/// The stems of the words of a phrase.
pub fn stems(phrase: &str) -> Vec<String> {
    phrase.split(' ').map(|word| stem_of(word.strip_prefix(IF_DENIED).unwrap_or(word))).collect()
}

fn stem_of(word: &str) -> String {
    let folded = fold(word.strip_prefix('=').unwrap_or(word));
    stem(bases(&folded).next().unwrap_or_default()).to_owned()
}

fn fold(form: &str) -> String {
    let letters = form.chars().filter_map(|c| match folded_letter(c) {
        Letter::Keep => Some(c),
        Letter::As(letter) => Some(letter),
        Letter::Drop => None,
    });
    letters.collect()
}
