//! The frames of the lexicon: what a value may be about, and the words that say so.
//!
//! The data is in `assets/topics/*.toml`; the build cuts every trigger
//! to its stem and writes the tables that are included here. Begin with [`lemma`].

use super::super::Facet;
use super::super::entity::Sort;
use super::super::lexicon::{opening, place};
use super::perfect::perfects;
use super::stem::{bases, stem};
use super::user;

pub use super::file::{Course, Slot, Stands, Zone};

/// What a value may be about.
#[expect(clippy::struct_excessive_bools, reason = "each is a column of the lexicon's table")]
#[derive(Debug)]
pub struct Frame {
    pub key: &'static str,
    pub ar: &'static str,
    pub en: &'static str,
    pub slots: &'static [Slot],
    /// Nouns and units of the lexicon that it counts or measures; a noun that the lexicon does
    /// not know, or none, is no hindrance. Empty: any.
    pub units: &'static [&'static str],
    pub course: Course,
    /// 0 (a detail) to 100, for the order of disagreements.
    pub weight: u8,
    /// Added to the score where it competes with another frame.
    pub rank: i16,
    /// One of the `with` words must stand in the sentence.
    pub needs_with: bool,
    /// They may stand in the opening of the report instead.
    pub setting: bool,
    /// Facets on which silence and a value exclude each other.
    pub strict: &'static [Facet],
    /// Facets that are looked for in the text.
    pub scope: &'static [Facet],
    /// A part of the whole by its nature: «منهم» says nothing new.
    pub part: bool,
    /// There can be several of them in one report, so that two values are no contradiction
    /// unless more than the topic says that they are one thing.
    pub many: bool,
    /// What a report must be about for the frame to be there, one of them (`domains.toml`);
    /// anything where empty.
    pub domain: &'static [&'static str],
    /// What a report may not be about.
    pub outside: &'static [&'static str],
}

/// A word that speaks for a frame.
#[derive(Clone, Copy, Debug)]
pub struct Trigger {
    pub frame: u16,
    pub zone: Zone,
    /// Stems of the words that must follow.
    /// Before them, behind «=», the form that the word itself must have, where any form of its stem
    /// would say too much.
    pub rest: &'static [&'static str],
}

impl Trigger {
    /// How many words must follow.
    pub fn more(&self) -> usize {
        self.rest.iter().filter(|word| !word.starts_with('=')).count()
    }
}

/// A set of attributes by their place among all: one bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Attributes(pub [u64; 4]);

impl Attributes {
    /// As many as a set can tell apart.
    pub const MOST: usize = 256;

    /// The set of one.
    pub fn one(at: usize) -> Self {
        let mut bits = [0; 4];
        bits.iter_mut().skip(at / 64).take(1).for_each(|bits| *bits = 1 << (at % 64));
        Self(bits)
    }

    #[inline]
    pub fn is_empty(self) -> bool {
        let [a, b, c, d] = self.0;
        a | b | c | d == 0
    }

    /// Those of either.
    #[inline]
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        let ([a, b, c, d], more) = (self.0, other.0);
        Self([a | more[0], b | more[1], c | more[2], d | more[3]])
    }

    /// Those of both.
    #[inline]
    #[must_use]
    pub fn both(self, other: Self) -> Self {
        let ([a, b, c, d], more) = (self.0, other.0);
        Self([a & more[0], b & more[1], c & more[2], d & more[3]])
    }

    /// Whether they share one.
    #[inline]
    pub fn meet(self, other: Self) -> bool {
        !self.both(other).is_empty()
    }

    /// Their places, in order.
    pub fn places(self) -> impl Iterator<Item = usize> {
        self.0.into_iter().enumerate().flat_map(|(word, bits)| {
            let mut left = bits;
            std::iter::from_fn(move || {
                let next = (left != 0).then(|| left.trailing_zeros() as usize)?;
                left &= left - 1;
                Some(64 * word + next)
            })
        })
    }
}

/// What the topics know of a stem.
#[derive(Debug)]
pub struct Stem {
    pub form: &'static str,
    pub triggers: &'static [Trigger],
    /// The attributes of which it is a head, by their place in [`attributes`], as bits.
    pub heads: Attributes,
    /// The attributes of which it opens a value.
    pub values: Attributes,
    /// What it says a report is about (`domains.toml`).
    pub domains: &'static [&'static str],
}

/// What the topics know of a word in all its readings.
#[derive(Clone, Copy, Debug, Default)]
pub struct Lemma {
    /// Those of the fullest reading that has any.
    pub triggers: &'static [Trigger],
    /// As in [`Stem::heads`].
    pub heads: Attributes,
    /// As in [`Stem::values`].
    pub values: Attributes,
    /// As in [`Stem::domains`]; those of the fullest reading that has any.
    pub domains: &'static [&'static str],
}

/// An attribute whose values are words of a closed list (the cause of a death, the state of a
/// deal).
#[derive(Debug)]
pub struct Attribute {
    pub key: &'static str,
    pub ar: &'static str,
    pub en: &'static str,
    pub weight: u8,
    /// The values follow one another in time, in the order of the list.
    pub progress: bool,
    /// A denial before a value is a claim of its own, which excludes that value only.
    pub deniable: bool,
    /// There can be several of them in one report: what both tell opposes nothing.
    pub many: bool,
    /// One of its heads ([`Stem::heads`]) must stand within so many words.
    pub reach: u8,
    /// The same for a head after the value, where it is not as far.
    pub after: Option<u8>,
    /// `of`: the nearest person; `agent`: the head; `place`: the noun after the head; `per`: the noun
    /// after the value; `qualifier`: whoever bears it. There is no claim without the last two.
    pub scope: &'static [Facet],
    pub values: &'static [AttributeValue],
    /// The values are names, and these words say whose.
    pub names: &'static [Naming],
}

/// Words beside which a name is the value of an attribute: «تبنى فلان الهجوم», «ذهبت الجائزة إلى فلان».
#[derive(Debug)]
pub struct Naming {
    /// Sequences of stems.
    pub cues: &'static [&'static [&'static str]],
    /// One of these must stand near the cue; none where empty.
    pub with: &'static [&'static [&'static str]],
    pub stands: Stands,
    /// What the name may be of.
    pub sorts: &'static [Sort],
    /// Common nouns that open a name which the text alone gives («ملعب …»), as stems.
    pub nouns: &'static [&'static str],
}

#[derive(Debug)]
pub struct AttributeValue {
    pub id: &'static str,
    pub ar: &'static str,
    pub en: &'static str,
    /// Sequences of stems.
    pub words: &'static [&'static [&'static str]],
}

mod table {
    use super::super::super::Facet;
    use super::super::super::entity::Sort;
    use super::{
        Attribute, AttributeValue, Attributes, Course, Frame, Naming, Slot, Stands, Stem, Trigger,
        Zone,
    };
    include!(concat!(env!("OUT_DIR"), "/topics.rs"));
}

/// Every attribute, the reader's after ours.
pub fn attributes() -> impl Iterator<Item = &'static Attribute> {
    table::ATTRIBUTES.iter().chain(user::attributes())
}

/// The attribute at that place.
pub fn attribute_at(index: usize) -> Option<&'static Attribute> {
    let ours = table::ATTRIBUTES;
    ours.get(index).or_else(|| user::attributes().get(index.checked_sub(ours.len())?))
}

/// The attribute with that key.
pub fn attribute(key: &str) -> Option<&'static Attribute> {
    attributes().find(|attribute| attribute.key == key)
}

/// Every frame, the reader's after ours.
pub fn frames() -> impl Iterator<Item = &'static Frame> {
    table::FRAMES.iter().chain(user::frames())
}

/// Where the frames and attributes of a reader go on.
pub const fn built_in() -> (usize, usize) {
    (table::FRAMES.len(), table::ATTRIBUTES.len())
}

/// Ids of the domains that the lexicon has.
pub fn is_domain(id: &str) -> bool {
    table::STEMS.iter().any(|stem| stem.domains.contains(&id))
}

pub fn frame_at(index: u16) -> Option<&'static Frame> {
    let at = usize::from(index);
    table::FRAMES.get(at).or_else(|| user::frames().get(at.checked_sub(table::FRAMES.len())?))
}

/// The frame with that key; keys of the open mechanism have none.
pub fn frame(key: &str) -> Option<&'static Frame> {
    frames().find(|frame| frame.key == key)
}

/// The places of the frames with these keys.
pub fn places_of(keys: &[&str]) -> impl Iterator<Item = u16> {
    let frames = frames().enumerate();
    frames.filter(|(_, f)| keys.contains(&f.key)).filter_map(|(at, _)| u16::try_from(at).ok())
}

/// What the lexicon calls a topic, in Arabic and in English.
pub fn label(key: &str) -> Option<(&'static str, &'static str)> {
    frame(key).map(|f| (f.ar, f.en)).or_else(|| attribute(key).map(|a| (a.ar, a.en)))
}

/// What is known of a folded word.
pub fn lemma(folded: &str) -> Lemma {
    let mut lemma = Lemma::default();
    let known = bases(folded).filter(|base| may_be_known(base));
    for known in known.filter_map(|base| look_up(stem(base))) {
        lemma.heads = lemma.heads.with(known.heads);
        lemma.values = lemma.values.with(known.values);
        if lemma.triggers.is_empty() {
            lemma.triggers = known.triggers;
        }
        if lemma.domains.is_empty() {
            lemma.domains = known.domains;
        }
    }
    if lemma.triggers.is_empty() {
        lemma.triggers = imperfect(folded);
    }
    lemma
}

/// The stem by which a folded word is a head of the attribute with that bit.
pub fn head(folded: &str, bit: Attributes) -> Option<String> {
    let known = bases(folded).filter_map(|base| look_up(stem(base)));
    known.filter(|known| known.heads.meet(bit)).map(|known| known.form.to_owned()).next()
}

/// What the perfect of an imperfect verb speaks for: «يرتفع» as «ارتفع», «ترفع» as «رفع».
fn imperfect(folded: &str) -> &'static [Trigger] {
    let [likelier, other] = perfects(folded);
    let Some(perfect) = likelier.or(other) else { return &[] };
    look_up(stem(&perfect)).map_or(&[], |known| known.triggers)
}

/// Whether the lexicon has a stem with the first letters of this reading: for most it has none.
fn may_be_known(base: &str) -> bool {
    opening(base.as_bytes()).is_none_or(|(at, bit)| {
        table::STEM_OPENINGS.get(at).is_some_and(|openings| openings & bit != 0)
            || user::opens(at, bit)
    })
}

fn look_up(stem: &str) -> Option<&'static Stem> {
    user::stem(stem).or_else(|| built_in_stem(stem))
}

/// What the built-in topics know of a stem.
pub fn built_in_stem(stem: &str) -> Option<&'static Stem> {
    let stems = table::STEMS;
    let is = |at: usize| stems.get(at).is_some_and(|known| known.form == stem);
    stems.get(place(table::STEM_SLOTS, stem, is)?)
}

#[cfg(test)]
mod tests {
    use super::lemma;

    #[test]
    fn a_word_that_is_listed_in_one_form_speaks_in_no_other() {
        use crate::facts::{extract, testing::article};
        let topic = |text: &str| {
            let facts = extract(&article(text, "")).facts;
            let counted = facts.into_iter().find(|fact| {
                matches!(fact.kind, crate::facts::Kind::Count | crate::facts::Kind::Number)
            });
            counted.map(|fact| fact.topic.key)
        };
        assert_eq!(topic("قضى 26 شخصا في الزلزال.").as_deref(), Some("toll.killed"));
        let arrested = topic("عدد الموقوفين في قضية التفجير بلغ تسعة.");
        assert_eq!(arrested.as_deref(), Some("toll.arrested"));
    }

    #[test]
    fn an_imperfect_speaks_as_its_perfect_does() {
        let frames = |word: &str| lemma(word).triggers.iter().map(|t| t.frame).collect::<Vec<_>>();
        assert!(!frames("رفع").is_empty());
        assert!(!frames("سترفع").is_empty());
        assert!(!frames("يجتمع").is_empty());
        assert!(frames("تجارب").is_empty());
    }
}
