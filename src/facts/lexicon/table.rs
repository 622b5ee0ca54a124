//! The words as the build laid them out: one text, and tables of places in it without a pointer.
//!
//! A pointer in a table is a relocation that the system carries out at every start, and a page
//! that no two processes share. What a reader adds ([`super::user`]) goes on where the built-in
//! tables end.

use super::{Class, Classes, FormNumber, user};

/// A place in a table and how many of its rows from there on, in one number: a quarter of the space
/// of a slice, and a row is half as far from the next.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stretch(u32);

impl Stretch {
    /// Bits of the length; the others hold the place.
    const LENGTH: u32 = 12;

    /// `None` where the place or the length is more than it holds.
    pub const fn new(at: usize, len: usize) -> Option<Self> {
        if at >= 1 << (u32::BITS - Self::LENGTH) || len >= 1 << Self::LENGTH {
            return None;
        }
        Some(Self((at as u32) << Self::LENGTH | len as u32))
    }

    /// What the build has checked ([`Self::new`]).
    pub const fn laid(at: usize, len: usize) -> Self {
        match Self::new(at, len) {
            Some(stretch) => stretch,
            None => Self(0),
        }
    }

    pub const fn at(self) -> usize {
        (self.0 >> Self::LENGTH) as usize
    }

    pub const fn len(self) -> usize {
        (self.0 & ((1 << Self::LENGTH) - 1)) as usize
    }

    /// The rows, of the built-in table or of the one that goes on behind it.
    #[inline]
    pub fn of<T>(self, built_in: &'static [T], added: fn() -> &'static [T]) -> &'static [T] {
        let (at, len) = (self.at(), self.len());
        match built_in.get(at..at + len) {
            Some(rows) => rows,
            None => self.behind(built_in.len(), added),
        }
    }

    /// The rows behind so many built-in ones. Few readers have words of their own: this stays out of
    /// the way of the others.
    #[cold]
    #[inline(never)]
    fn behind<T>(self, built_in: usize, added: fn() -> &'static [T]) -> &'static [T] {
        let at = self.at().saturating_sub(built_in);
        added().get(at..at + self.len()).unwrap_or_default()
    }

    /// The same of a text.
    #[inline]
    pub fn within(self, built_in: &'static str, added: fn() -> &'static str) -> &'static str {
        let (at, len) = (self.at(), self.len());
        match built_in.get(at..at + len) {
            Some(text) => text,
            None => self.text_behind(built_in.len(), added),
        }
    }

    #[cold]
    #[inline(never)]
    fn text_behind(self, built_in: usize, added: fn() -> &'static str) -> &'static str {
        let at = self.at().saturating_sub(built_in);
        added().get(at..at + self.len()).unwrap_or_default()
    }
}

/// A piece of the text of all words, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text(pub(super) Stretch);

impl Text {
    #[inline]
    pub fn get(self) -> &'static str {
        self.0.within(built_in::TEXT, user::text)
    }
}

/// A row of a table that many share: a set of classes, a value.
type Shared = u16;

#[inline]
fn shared<T>(
    at: Shared,
    built_in: &'static [T],
    added: impl FnOnce() -> &'static [T],
) -> Option<&'static T> {
    let at = usize::from(at);
    built_in.get(at).or_else(|| added().get(at - built_in.len()))
}

fn set(at: Shared) -> Classes {
    shared(at, built_in::SETS, user::sets).copied().unwrap_or_default()
}

/// A first word, with what it means alone and before others. Everything is folded.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    pub(super) form: Text,
    pub(super) senses: Stretch,
    pub(super) phrases: Stretch,
    pub(super) alone: Shared,
    pub(super) any: Shared,
}

/// The words that follow a first word, and what they mean together.
#[derive(Clone, Copy, Debug)]
pub struct Phrase {
    /// Separated by single spaces.
    pub(super) rest: Text,
    /// How the first of them begins ([`beginning`]).
    pub(super) begins: u32,
    pub(super) senses: Stretch,
    /// The classes of its senses.
    pub(super) any: Shared,
    /// How many words follow.
    pub words: u8,
}

/// A sense as the tables hold it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Row {
    pub(super) id: Text,
    pub(super) value: Shared,
    pub(super) class: Class,
    pub(super) number: FormNumber,
}

/// One use of a word or phrase.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sense {
    pub class: Class,
    pub id: &'static str,
    pub value: f64,
    pub number: FormNumber,
}

impl Sense {
    /// Whether it holds this value.
    pub fn is(&self, value: f64) -> bool {
        (self.value - value).abs() < 1e-9
    }
}

impl Entry {
    /// The word itself.
    #[inline]
    pub fn form(&self) -> &'static str {
        self.form.get()
    }

    /// Whether the word alone means anything.
    pub fn means(&self) -> bool {
        self.senses.len() > 0
    }

    /// The classes of the word alone.
    #[inline]
    pub fn alone(&self) -> Classes {
        set(self.alone)
    }

    /// These, and the classes of the phrases.
    #[inline]
    pub fn any(&self) -> Classes {
        set(self.any)
    }

    /// What it means before others, the longest phrase first.
    #[inline]
    pub fn phrases(&self) -> &'static [Phrase] {
        self.phrases.of(built_in::PHRASES, user::phrases)
    }

    /// Whether one of its senses, alone or before others, is of this number.
    pub fn has_form(&self, number: FormNumber) -> bool {
        let longer = self.phrases().iter().map(|phrase| phrase.senses);
        [self.senses].into_iter().chain(longer).flat_map(rows).any(|row| row.number == number)
    }

    /// The sense of the word alone in a class.
    #[inline]
    pub fn sense(&self, class: Class) -> Option<Sense> {
        if !self.alone().has(class) {
            return None;
        }
        in_class(self.senses, class)
    }
}

impl Phrase {
    /// The words, in order, single spaces between them.
    #[inline]
    pub fn rest(&self) -> &'static str {
        self.rest.get()
    }

    /// Whether its words may follow where the next word begins so ([`beginning`]).
    #[inline]
    pub fn may_follow(&self, next: u32) -> bool {
        self.begins == next
    }

    /// Its sense in a class.
    pub fn sense(&self, class: Class) -> Option<Sense> {
        in_class(self.senses, class)
    }

    /// Whether it has a sense in a class.
    #[inline]
    pub fn has(&self, class: Class) -> bool {
        self.any().has(class)
    }

    pub(super) fn any(&self) -> Classes {
        set(self.any)
    }
}

/// The rows of a stretch of senses: many words share one («مصريان», «مصريين»).
#[inline]
pub(super) fn rows(senses: Stretch) -> impl Iterator<Item = &'static Row> {
    let row = |at: &Shared| shared(*at, built_in::ROWS, user::rows);
    senses.of(built_in::SENSES, user::senses).iter().filter_map(row)
}

#[inline(never)]
fn in_class(senses: Stretch, class: Class) -> Option<Sense> {
    let Row { value, id, class, number } = *rows(senses).find(|row| row.class == class)?;
    Some(Sense { class, id: id.get(), value: value_of(value), number })
}

#[inline]
fn value_of(at: Shared) -> f64 {
    shared(at, built_in::VALUES, user::values).copied().unwrap_or_default()
}

#[allow(clippy::unreadable_literal, reason = "places in a table, written by the build")]
pub(super) mod built_in {
    use super::{Class, Classes, Entry, FormNumber, Phrase, Row, Shared, Stretch, Text};

    const fn stretch(at: usize, len: usize) -> Stretch {
        Stretch::laid(at, len)
    }

    include!(concat!(env!("OUT_DIR"), "/lexicon.rs"));
}
