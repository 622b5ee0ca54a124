//! Every word that was met, under a number.
//!
//! A table of our own in place of the library's: most words are met again and again, and the
//! letters of all of them lie in one string.

use std::ops::Range;

/// A folded word, the same in every report; given in order of first appearance.
pub type Word = u32;

/// Bytes of a word, as a guess.
const LETTERS: usize = 12;

/// Words and their numbers.
#[derive(Debug)]
pub struct Vocabulary {
    /// The letters of all words, one after the other.
    letters: String,
    /// Where each word ends in them.
    ends: Vec<u32>,
    /// The hash of a word with its number and one more, at the place of the hash or at the next that
    /// was free; 0 where there is none. As many as a power of two, less than half of them taken.
    slots: Vec<(u32, u32)>,
}

impl Default for Vocabulary {
    fn default() -> Self {
        Self::with_room(1 << 8)
    }
}

impl Vocabulary {
    /// With room for so many words: to grow is to lay out all words anew.
    pub fn with_room(words: usize) -> Self {
        let slots = (2 * words.max(1)).next_power_of_two();
        Self {
            letters: String::with_capacity(words * LETTERS),
            ends: Vec::with_capacity(words),
            slots: vec![(0, 0); slots],
        }
    }

    /// The number of a word, a new one where it was not met before.
    pub fn number(&mut self, word: &str) -> Word {
        let hash = hash(word.as_bytes());
        let place = self.place(hash, word);
        if let Some(known) = self.slots.get(place).and_then(|(_, slot)| slot.checked_sub(1)) {
            return known;
        }
        let number = self.ends.len() as Word;
        self.letters.push_str(word);
        self.ends.push(self.letters.len() as u32);
        if let Some(slot) = self.slots.get_mut(place) {
            *slot = (hash, number + 1);
        }
        if self.ends.len() * 2 >= self.slots.len() {
            self.grow();
        }
        number
    }

    /// The number of a word that was met.
    pub fn find(&self, word: &str) -> Option<Word> {
        let place = self.place(hash(word.as_bytes()), word);
        self.slots.get(place).and_then(|(_, slot)| slot.checked_sub(1))
    }

    /// For each word met, in order, the number of the part of it that `part` tells: its root, say.
    pub fn parts(&mut self, part: impl Fn(&str) -> Option<&str>) -> Vec<Option<Word>> {
        let letters = self.letters.clone();
        let mut from = 0;
        let mut next = |end: u32| {
            let word = letters.get(from..end as usize).unwrap_or_default();
            from = end as usize;
            part(word)
        };
        let parts: Vec<Option<&str>> = self.ends.iter().map(|end| next(*end)).collect();
        parts.into_iter().map(|part| part.map(|part| self.number(part))).collect()
    }

    /// How many words were met.
    pub fn count(&self) -> usize {
        self.ends.len()
    }

    /// The letters of a word.
    pub fn spelt(&self, word: Word) -> &str {
        self.letters.get(self.place_of(word)).unwrap_or_default()
    }

    /// The same, where nobody asks whether they are letters.
    fn bytes_of(&self, word: Word) -> Option<&[u8]> {
        self.letters.as_bytes().get(self.place_of(word))
    }

    fn place_of(&self, word: Word) -> Range<usize> {
        let end = |word: Word| self.ends.get(word as usize).map_or(0, |end| *end as usize);
        word.checked_sub(1).map_or(0, end)..end(word)
    }

    /// The slot that holds the word, or that is free for it.
    fn place(&self, hash: u32, word: &str) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        while let Some((other, slot)) = self.slots.get(at)
            && let Some(known) = slot.checked_sub(1)
            && (*other != hash || self.bytes_of(known) != Some(word.as_bytes()))
        {
            at = (at + 1) & mask;
        }
        at
    }

    fn grow(&mut self) {
        let size = self.slots.len() * 4;
        let old = std::mem::replace(&mut self.slots, vec![(0, 0); size]);
        for (hash, slot) in old.into_iter().filter(|(_, slot)| *slot > 0) {
            let mut at = hash as usize & (size - 1);
            while self.slots.get(at).is_some_and(|(_, slot)| *slot > 0) {
                at = (at + 1) & (size - 1);
            }
            if let Some(free) = self.slots.get_mut(at) {
                *free = (hash, slot);
            }
        }
    }
}

/// A number that spreads words over a table; only its spread matters.
fn hash(word: &[u8]) -> u32 {
    const FACTOR: u64 = 0x9E37_79B9_7F4A_7C15;
    let mix = |state: u64, bytes: u64| (state ^ bytes).wrapping_mul(FACTOR).rotate_left(29);
    let (eights, rest) = word.as_chunks();
    let state = eights
        .iter()
        .fold(word.len() as u64, |state, bytes| mix(state, u64::from_le_bytes(*bytes)));
    // The last eight bytes, some of them for a second time, are read at once.
    let last = match word.last_chunk() {
        Some(last) => u64::from_le_bytes(*last),
        None => rest.iter().fold(0, |last, byte| last << 8 | u64::from(*byte)),
    };
    (mix(state, last).wrapping_mul(FACTOR) >> 32) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_thousand_words_keep_their_numbers() {
        let mut words = Vocabulary::default();
        let all: Vec<String> = (0..10_000).map(|n| format!("كلمه{n}")).collect();
        for (number, word) in (0..).zip(&all) {
            assert_eq!(words.number(word), number);
        }
        for (number, word) in (0..).zip(&all) {
            assert_eq!((words.number(word), words.spelt(number)), (number, word.as_str()));
        }
        assert_eq!(words.number(""), 10_000);
        assert_eq!(words.spelt(10_001), "");
    }

    #[test]
    fn a_part_of_a_word_is_a_word_too() {
        let mut words = Vocabulary::default();
        let (ship, the_ship) = (words.number("سفينه"), words.number("السفينه"));
        words.number("المرفا");
        let parts = words.parts(|word| word.strip_prefix("ال"));
        assert_eq!(parts[..2], [None, Some(ship)]);
        assert_eq!(parts[2].map(|part| words.spelt(part)), Some("مرفا"));
        assert_eq!(words.number("السفينه"), the_ship);
    }
}
