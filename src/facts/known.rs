//! What the lexicon knows of each word that was met, looked up once.
//!
//! A text repeats its words, and reports of one event repeat each other's: what a word may be is
//! asked at its first sight and remembered for all reports that the same thread reads.

use std::cell::RefCell;

use super::lexicon::{self, Class, Classes, Clitics, Entry, Found};
use super::quantities::{Opens, opens};
use super::topic::{Lemma, lemma};
use crate::text::Vocabulary;

/// What is known of a folded word, wherever it stands.
#[derive(Clone, Copy, Debug, Default)]
pub struct Known {
    /// Its entry, and the particles that were taken off to find it.
    pub found: Option<Found>,
    /// The classes of the word alone.
    pub alone: Classes,
    /// These, and the classes of the phrases that it opens.
    pub any: Classes,
    /// The topics that it speaks for.
    pub lemma: Lemma,
    /// Where it may open a figure, a date or a time.
    pub opens: Opens,
}

impl Known {
    /// What is known of what is no word.
    pub const NOTHING: &Self = &Self {
        found: None,
        alone: Classes::of(&[]),
        any: Classes::of(&[]),
        lemma: Lemma::NONE,
        opens: Opens::Never,
    };
}

/// Words that are remembered at most: a language has no end of them, and memory has.
const MOST: usize = 1 << 15;

thread_local! {
    static MEMORY: RefCell<Memory> = RefCell::default();
}

/// The words met so far.
#[derive(Default)]
pub struct Memory {
    words: Vocabulary,
    /// By the number of the word.
    known: Vec<Known>,
}

impl Memory {
    /// Lends the memory of the thread.
    pub fn lend<T>(read: impl FnOnce(&mut Self) -> T) -> T {
        MEMORY.with_borrow_mut(read)
    }

    /// What is known of a folded word of Arabic letters, or of others («km», «CNN»).
    pub fn of(&mut self, word: &str) -> &Known {
        if self.known.len() >= MOST {
            *self = Self::default();
        }
        let number = self.words.number(word) as usize;
        if number >= self.known.len() {
            self.known.push(look_up(word));
        }
        self.known.get(number).unwrap_or(Known::NOTHING)
    }
}

fn look_up(word: &str) -> Known {
    let arabic = matches!(word.as_bytes().first(), Some(0xD8..=0xDB));
    let found = if arabic {
        lexicon::find(word)
    } else {
        let entry = lexicon::exact(word);
        entry.map(|entry| Found { entry, clitics: Clitics::default() })
    };
    let classes = |of: fn(&Entry) -> Classes| found.map_or_else(Classes::default, |f| of(f.entry));
    Known {
        found,
        alone: classes(Entry::alone),
        any: classes(Entry::any),
        lemma: lemma_of(word, found),
        opens: opens(word, found),
    }
}

fn lemma_of(word: &str, found: Option<Found>) -> Lemma {
    const NUMBERS: Classes = Classes::of(&[Class::Cardinal, Class::Scale]);
    let number = found.is_some_and(|found| found.entry.alone().meet(NUMBERS));
    // «مئتي» is no dead man («ميت»).
    if number { lemma(word).silent() } else { lemma(word) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_known_alike_at_every_sight() {
        let mut memory = Memory::default();
        let forms = |known: &Known| known.found.map(|found| found.entry.form());
        for _ in 0..2 {
            assert_eq!(forms(memory.of("ثلاثه")), Some("ثلاثه"));
            assert_eq!(forms(memory.of("km")), Some("km"));
            assert_eq!(forms(memory.of("زخطفق")), None);
            // Nobody has died.
            for alike in ["ميتي", "وفي"] {
                assert!(memory.of(alike).lemma.is_silent(), "{alike}");
            }
            assert!(!memory.of("قتيلا").lemma.is_silent());
        }
        assert_eq!(memory.known.len(), 6);
    }

    #[test]
    fn more_words_than_it_holds_do_no_harm() {
        let mut memory = Memory::default();
        for number in 0..MOST + 5 {
            memory.of(&format!("x{number}"));
        }
        assert_eq!(memory.known.len(), 5);
        assert!(memory.of("ثلاثه").found.is_some());
    }
}
