//! The topics as the build laid them out: one text, and rows that hold places in it and in each other
//! without a pointer, as the lexicon's do. What a reader adds ([`super::user`]) goes on where the
//! built-in tables end.

use std::marker::PhantomData;

use super::super::lexicon::Stretch;
use super::frame::{Attributes, Choice, FrameBits, Opening, Trigger};
use super::user;

/// A piece of the text of all words, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text(pub(super) Stretch);

impl Text {
    #[inline]
    pub fn get(self) -> &'static str {
        self.0.within(built_in::TEXT, user::text_of_all)
    }

    /// The same, where nobody asks whether they are letters.
    #[inline]
    pub fn bytes(self) -> &'static [u8] {
        self.0.of(built_in::TEXT.as_bytes(), || user::text_of_all().as_bytes())
    }

    /// Whether it is this word; most are told apart by their length.
    #[inline]
    pub fn is(self, word: &str) -> bool {
        self.0.len() == word.len() && self.bytes() == word.as_bytes()
    }

    /// What follows a sign before the word, if the word has it.
    #[inline]
    pub fn after(self, sign: char) -> Option<&'static str> {
        self.get().strip_prefix(sign)
    }
}

/// A row that stands in a table of its own, of ours and of the reader's.
pub trait Row: Copy + 'static {
    const BUILT_IN: &'static [Self];

    fn added() -> &'static [Self];
}

impl Row for Text {
    const BUILT_IN: &'static [Self] = built_in::WORDS;

    fn added() -> &'static [Self] {
        user::words()
    }
}

impl Row for Trigger {
    const BUILT_IN: &'static [Self] = built_in::TRIGGERS;

    fn added() -> &'static [Self] {
        user::triggers()
    }
}

impl Row for FrameBits {
    const BUILT_IN: &'static [Self] = built_in::FRAME_BITS;

    fn added() -> &'static [Self] {
        user::frame_bits()
    }
}

impl Row for Opening {
    const BUILT_IN: &'static [Self] = built_in::OPENINGS;

    fn added() -> &'static [Self] {
        user::openings_of_all()
    }
}

impl Row for Choice {
    const BUILT_IN: &'static [Self] = built_in::CHOICES;

    fn added() -> &'static [Self] {
        user::choices()
    }
}

/// Some rows of such a table, one behind the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rows<T>(pub(super) Stretch, PhantomData<T>);

/// The words of a phrase, or of a list.
pub type Words = Rows<Text>;

impl<T> Rows<T> {
    pub const fn new(stretch: Stretch) -> Self {
        Self(stretch, PhantomData)
    }

    #[inline]
    pub const fn is_empty(&self) -> bool {
        self.0.len() == 0
    }
}

impl<T: Row> Rows<T> {
    #[inline]
    pub fn get(self) -> &'static [T] {
        self.0.of(T::BUILT_IN, T::added)
    }
}

impl Words {
    /// Whether one of them is this word.
    #[inline]
    pub fn has(self, word: &str) -> bool {
        self.get().iter().any(|text| text.is(word))
    }
}

/// A set of attributes that many stems share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Set(pub(super) u16);

// The build lays the empty set first.
const _: () = assert!(matches!(built_in::SETS, [Attributes([0, 0, 0, 0, 0]), ..]));

impl Set {
    #[inline]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    #[inline]
    pub fn get(self) -> Attributes {
        let at = usize::from(self.0);
        match built_in::SETS.get(at) {
            Some(set) => *set,
            None => user::sets().get(at - built_in::SETS.len()).copied().unwrap_or_default(),
        }
    }
}

#[allow(clippy::unreadable_literal, reason = "places in a table, written by the build")]
pub(super) mod built_in {
    use super::super::super::Facet;
    use super::super::super::entity::Sort;
    use super::super::file::{Course, Slots, Stands, Zone};
    use super::super::frame::{
        Attribute, AttributeValue, Attributes, Choice, Frame, FrameBits, Naming, Opening, Side,
        Stem, Trigger,
    };
    use super::{Rows, Set, Stretch, Text};

    const fn text(at: usize, len: usize) -> Text {
        Text(Stretch::laid(at, len))
    }

    const fn rows<T>(at: usize, len: usize) -> Rows<T> {
        Rows::new(Stretch::laid(at, len))
    }

    include!(concat!(env!("OUT_DIR"), "/topics.rs"));
}
