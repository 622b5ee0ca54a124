//! The words as the build laid them out: one text, and tables of places in it without a pointer.
//!
//! A pointer in a table is a relocation that the system carries out at every start, and a page
//! that no two processes share. What a reader adds ([`super::user`]) goes on where the built-in
//! tables end.

use super::{Class, Classes, FormNumber, user};

/// A piece of the text of all words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text {
    pub(super) at: u32,
    pub(super) len: u16,
}

impl Text {
    #[inline]
    pub fn get(self) -> &'static str {
        let (at, len) = (self.at as usize, usize::from(self.len));
        built_in::TEXT.get(at..at + len).unwrap_or_else(|| {
            let at = at.saturating_sub(built_in::TEXT.len());
            user::text().get(at..at + len).unwrap_or_default()
        })
    }
}

/// A stretch of one of the tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rows {
    pub(super) at: u32,
    pub(super) len: u16,
}

impl Rows {
    #[inline]
    fn of<T>(self, built_in: &'static [T], added: impl FnOnce() -> &'static [T]) -> &'static [T] {
        let (at, len) = (self.at as usize, usize::from(self.len));
        built_in.get(at..at + len).unwrap_or_else(|| {
            let at = at.saturating_sub(built_in.len());
            added().get(at..at + len).unwrap_or_default()
        })
    }
}

/// A first word, with what it means alone and before others. Everything is folded.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    pub(super) form: Text,
    pub(super) senses: Rows,
    pub(super) phrases: Rows,
    /// The classes of the word alone.
    pub alone: Classes,
    /// These, and the classes of the phrases.
    pub any: Classes,
}

/// The words that follow a first word, and what they mean together.
#[derive(Clone, Copy, Debug)]
pub struct Phrase {
    /// Separated by single spaces.
    pub(super) rest: Text,
    /// How many they are.
    pub words: u8,
    pub(super) senses: Rows,
    /// The classes of its senses.
    pub(super) any: Classes,
}

/// A sense as the tables hold it.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    pub(super) value: f64,
    pub(super) id: Text,
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
        self.senses.len > 0
    }

    /// What it means before others, the longest phrase first.
    #[inline]
    pub fn phrases(&self) -> &'static [Phrase] {
        self.phrases.of(built_in::PHRASES, user::phrases)
    }

    /// What it means alone.
    #[inline]
    pub(super) fn rows(&self) -> &'static [Row] {
        self.senses.of(built_in::SENSES, user::senses)
    }

    /// The sense of the word alone in a class.
    pub fn sense(&self, class: Class) -> Option<Sense> {
        if !self.alone.has(class) {
            return None;
        }
        in_class(self.rows(), class)
    }
}

impl Phrase {
    /// The words, in order, single spaces between them.
    #[inline]
    pub fn rest(&self) -> &'static str {
        self.rest.get()
    }

    /// Its sense in a class.
    pub fn sense(&self, class: Class) -> Option<Sense> {
        in_class(self.senses.of(built_in::SENSES, user::senses), class)
    }

    /// Whether it has a sense in a class.
    #[inline]
    pub const fn has(&self, class: Class) -> bool {
        self.any.has(class)
    }
}

#[inline]
fn in_class(rows: &[Row], class: Class) -> Option<Sense> {
    let Row { value, id, class, number } = *rows.iter().find(|row| row.class == class)?;
    Some(Sense { class, id: id.get(), value, number })
}

#[allow(clippy::unreadable_literal, reason = "places in a table, written by the build")]
pub(super) mod built_in {
    use super::{Class, Classes, Entry, FormNumber, Phrase, Row, Rows, Text};
    include!(concat!(env!("OUT_DIR"), "/lexicon.rs"));
}
