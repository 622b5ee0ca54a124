//! The frames of the lexicon: what a value may be about, and the words that say so.
//!
//! The data is in `assets/topics/*.toml`; the build cuts every trigger
//! to its stem and writes the tables that are included here. Begin with [`Frame`]; `lemma` asks what a
//! word speaks for.

use super::super::Facet;
use super::super::entity::Sort;
use super::super::lexicon::{opening, place};
use super::glance::{Glance, behind};
use super::stem::{bases, stem};
use super::table::{Rows, Set, Text, Words, built_in as table};
use super::user;

pub use super::file::{Course, Slot, Slots, Stands, Zone};

/// What a value may be about.
#[expect(clippy::struct_excessive_bools, reason = "each is a column of the lexicon's table")]
#[derive(Debug)]
pub struct Frame {
    pub key: &'static str,
    pub ar: Text,
    pub en: Text,
    pub slots: Slots,
    /// Nouns and units of the lexicon that it counts or measures; a noun that the lexicon does
    /// not know, or none, is no hindrance. Empty: any.
    pub units: Words,
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
    pub domain: Words,
    /// What a report may not be about.
    pub outside: Words,
}

/// A word that speaks for a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Trigger {
    pub frame: u16,
    /// The frame's slots, so that most values can be told apart from it without a look at it.
    pub slots: Slots,
    /// The frame's rank.
    pub rank: i16,
    pub zone: Zone,
    /// How many words must follow.
    pub more: u8,
    /// Stems of the words that must follow.
    /// Before them, behind «=», the form that the word itself must have, where any form of its stem
    /// would say too much.
    pub rest: Words,
    /// What must stand behind the word ([`super::glance::behind`]).
    pub next: u32,
}

impl Trigger {
    /// What it adds to the strength of the place where it stands. A stem has its triggers in this
    /// order, the loudest first.
    #[inline]
    pub const fn loudness(&self) -> i32 {
        self.rank as i32 + 3 * self.more as i32
    }

    /// A trigger of the frame at a place among all; `rest` as it holds `words`.
    pub fn new(
        at: u16,
        frame: &super::file::Frame,
        zone: Zone,
        rest: Words,
        words: &[String],
    ) -> Self {
        let more = words.iter().filter(|word| !word.starts_with('=')).count();
        Self {
            frame: at,
            slots: Slots::of(&frame.slots),
            rank: frame.rank,
            zone,
            more: u8::try_from(more).unwrap_or(u8::MAX),
            rest,
            next: behind(words),
        }
    }

    /// The form that the word itself must have, if it asks for one.
    pub fn form(&self) -> Option<&'static [u8]> {
        self.rest.get().first()?.bytes().strip_prefix(b"=")
    }
}

/// Some of 32 frames that stand one behind the other among all: a word may be a condition of hundreds, and
/// is asked for them in every sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FrameBits {
    /// The place of the first of them, in 32s.
    pub at: u16,
    pub bits: u32,
}

/// One attribute in a set of them.
#[derive(Clone, Copy, Debug)]
pub struct Bit {
    word: usize,
    mask: u64,
}

impl Bit {
    /// That of no attribute.
    pub const NONE: Self = Self { word: 0, mask: 0 };

    /// That of the attribute at a place among all.
    pub const fn of(at: usize) -> Self {
        Self { word: at / 64, mask: 1 << (at % 64) }
    }
}

/// A set of attributes by their place among all: one bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Attributes(pub [u64; 4]);

impl Attributes {
    /// As many as a set can tell apart.
    pub const MOST: usize = 256;

    /// Adds one.
    pub fn add(&mut self, bit: Bit) {
        if let Some(word) = self.0.get_mut(bit.word) {
            *word |= bit.mask;
        }
    }

    /// Whether it is one of them.
    #[inline]
    pub fn has(&self, bit: Bit) -> bool {
        self.0.get(bit.word).is_some_and(|word| word & bit.mask != 0)
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
    pub form: Text,
    /// What it calls for.
    pub calls: Rows<Trigger>,
    /// Frames of which it is a condition by itself ([`Zone::With`]).
    pub condition: Rows<FrameBits>,
    /// Frames of which it is a condition with the words behind it, or in one form alone.
    pub conditions: Rows<Trigger>,
    /// Frames that it keeps out ([`Zone::Unless`]).
    pub bars: Rows<Trigger>,
    /// The attributes of which it is a head, by their place among all.
    pub heads: Set,
    /// The attributes of which it opens a value, or a cue of one.
    pub values: Set,
    /// The phrases that it opens, which state values.
    pub openings: Rows<Opening>,
    /// The cues that it opens, beside which names are values.
    pub cues: Rows<Opening>,
    /// What it says a report is about (`domains.toml`).
    pub domains: Words,
}

/// An attribute whose values are words of a closed list (the cause of a death, the state of a
/// deal).
#[expect(clippy::struct_excessive_bools, reason = "each is a column of the lexicon's table")]
#[derive(Debug)]
pub struct Attribute {
    pub key: &'static str,
    pub ar: Text,
    pub en: Text,
    pub weight: u8,
    /// The values follow one another in time, in the order of the list.
    pub progress: bool,
    /// The next state comes on another day at the earliest: two of one day exclude each other.
    pub by_day: bool,
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
/// Its cues stand with the stems that open them ([`Stem::cues`]).
#[derive(Debug)]
pub struct Naming {
    /// One of these must stand near the cue; none where empty.
    pub with: &'static [Words],
    pub stands: Stands,
    /// What the name may be of.
    pub sorts: &'static [Sort],
    /// Common nouns that open a name which the text alone gives («ملعب …»), as stems.
    pub nouns: Words,
}

#[derive(Debug)]
pub struct AttributeValue {
    pub id: &'static str,
    pub ar: Text,
    pub en: Text,
}

/// The phrases of one attribute that one stem opens.
#[derive(Clone, Copy, Debug)]
pub struct Opening {
    /// The place of the attribute among all.
    pub attribute: u16,
    pub phrases: Rows<Choice>,
}

/// A phrase, and which value of its attribute it states, or of which of its names it is a cue.
#[derive(Clone, Copy, Debug)]
pub struct Choice {
    pub value: u16,
    pub phrase: Words,
    /// What its first word must end in ([`super::glance::ending`]).
    pub last: u16,
    /// What must stand behind its first word ([`super::glance::wanted`]).
    pub next: u32,
}

impl Choice {
    /// Whether the phrase may begin at the words of a glance.
    #[inline]
    pub const fn may_stand(&self, seen: Glance) -> bool {
        (self.last == 0 || self.last == seen.last) && self.next & seen.next != 0
    }
}

/// A word that has an opposite, and which value of which attribute it states.
#[derive(Debug)]
pub struct Side {
    pub word: Text,
    /// Its form, and no other of the same stem.
    pub whole: bool,
    /// The place of the attribute among all.
    pub attribute: u16,
    pub value: u16,
}

/// The attribute of whose values a folded word is one, where another report may tell the opposite,
/// and the value's place.
pub fn side(word: &str) -> Option<(&'static Attribute, usize)> {
    let sides = table::SIDES;
    let known = |base: &str, whole: bool| {
        let is =
            |at: usize| sides.get(at).is_some_and(|side| side.whole == whole && side.word.is(base));
        sides.get(place(table::SIDE_SLOTS, base, is)?)
    };
    let may = |base: &&str| {
        opening(base.as_bytes()).is_none_or(|(at, bit)| {
            table::SIDE_OPENINGS.get(at).is_some_and(|openings| openings & bit != 0)
        })
    };
    let either = |base: &str| known(base, true).or_else(|| known(stem(base), false));
    let found = bases(word).filter(may).find_map(either)?;
    Some((attribute_at(found.attribute.into())?, found.value.into()))
}

/// The attribute at that place.
pub fn attribute_at(index: usize) -> Option<&'static Attribute> {
    let ours = table::ATTRIBUTES;
    ours.get(index).or_else(|| user::attributes().get(index.checked_sub(ours.len())?))
}

/// The attribute with that key; the first of several.
pub fn attribute(key: &str) -> Option<&'static Attribute> {
    let is = |at: usize| table::ATTRIBUTES.get(at).is_some_and(|known| known.key == key);
    place(table::ATTRIBUTE_SLOTS, key, is)
        .and_then(|at| table::ATTRIBUTES.get(at))
        .or_else(|| user::attributes().iter().find(|attribute| attribute.key == key))
}

/// Where the frames and attributes of a reader go on.
pub const fn built_in() -> (usize, usize) {
    (table::FRAMES.len(), table::ATTRIBUTES.len())
}

/// Ids of the domains that the lexicon has.
pub fn is_domain(id: &str) -> bool {
    table::STEMS.iter().any(|stem| stem.domains.has(id))
}

/// How many frames there are, the reader's own among them.
pub fn count() -> usize {
    table::FRAMES.len() + user::frames().len()
}

pub fn frame_at(index: u16) -> Option<&'static Frame> {
    let at = usize::from(index);
    table::FRAMES.get(at).or_else(|| user::frames().get(at.checked_sub(table::FRAMES.len())?))
}

/// The frame with that key, the first of several; keys of the open mechanism have none.
pub fn frame(key: &str) -> Option<&'static Frame> {
    let is = |at: usize| table::FRAMES.get(at).is_some_and(|known| known.key == key);
    place(table::FRAME_SLOTS, key, is)
        .and_then(|at| table::FRAMES.get(at))
        .or_else(|| user::frames().iter().find(|frame| frame.key == key))
}

/// What the lexicon calls a topic, in Arabic and in English.
pub fn label(key: &str) -> Option<(&'static str, &'static str)> {
    let frame = frame(key).map(|f| (f.ar, f.en));
    let (ar, en) = frame.or_else(|| attribute(key).map(|a| (a.ar, a.en)))?;
    Some((ar.get(), en.get()))
}

/// What is known of a stem.
pub fn look_up(stem: &str) -> Option<&'static Stem> {
    user::stem(stem).or_else(|| built_in_stem(stem))
}

/// What the built-in topics know of a stem.
pub fn built_in_stem(stem: &str) -> Option<&'static Stem> {
    let stems = table::STEMS;
    let is = |at: usize| stems.get(at).is_some_and(|known| known.form.is(stem));
    stems.get(place(table::STEM_SLOTS, stem, is)?)
}

/// Whether a stem with the first letters of a word is known: of most there is none.
pub fn may_be_known(word: &str) -> bool {
    opening(word.as_bytes()).is_none_or(|(at, bit)| {
        table::STEM_OPENINGS.get(at).is_some_and(|openings| openings & bit != 0)
            || user::opens(at, bit)
    })
}
