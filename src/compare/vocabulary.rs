//! Every word that was met, under a number, and what each is a form of.
//!
//! A table of our own in place of the library's: most words are met again and again, and the
//! letters of all of them lie in one string.

/// A folded word, the same in every report; given in order of first appearance.
pub type Word = u32;

/// Words and their numbers.
pub struct Vocabulary {
    /// The letters of all words, one after the other.
    letters: String,
    /// Where each word ends in them.
    ends: Vec<u32>,
    /// The number of a word and one more, at the place of its hash or at the next that was free;
    /// 0 where there is none. As many as a power of two, less than half of them taken.
    slots: Vec<u32>,
    roots: Vec<Root>,
}

/// What is known of the root of a word.
#[derive(Clone, Copy, Debug)]
enum Root {
    NotAsked,
    Asked(Option<Word>),
}

impl Default for Vocabulary {
    fn default() -> Self {
        Self {
            letters: String::new(),
            ends: Vec::new(),
            slots: vec![0; 1 << 12],
            roots: Vec::new(),
        }
    }
}

impl Vocabulary {
    /// The number of a word, a new one where it was not met before.
    pub fn number(&mut self, word: &str) -> Word {
        let place = self.place(word);
        if let Some(known) = self.slots.get(place).and_then(|slot| slot.checked_sub(1)) {
            return known;
        }
        let number = self.ends.len() as Word;
        self.letters.push_str(word);
        self.ends.push(self.letters.len() as u32);
        self.roots.push(Root::NotAsked);
        if let Some(slot) = self.slots.get_mut(place) {
            *slot = number + 1;
        }
        if self.ends.len() * 2 >= self.slots.len() {
            self.grow();
        }
        number
    }

    /// The root of a word as `root` tells it, which is asked once for each word.
    pub fn root(&mut self, word: &str, root: impl Fn(&str) -> Option<&str>) -> Option<Word> {
        let number = self.number(word);
        if let Some(Root::Asked(known)) = self.roots.get(number as usize) {
            return *known;
        }
        let found = root(word).map(|root| self.number(root));
        if let Some(place) = self.roots.get_mut(number as usize) {
            *place = Root::Asked(found);
        }
        found
    }

    /// The letters of a word.
    pub fn spelt(&self, word: Word) -> &str {
        let end = |word: Word| self.ends.get(word as usize).map_or(0, |end| *end as usize);
        let start = word.checked_sub(1).map_or(0, end);
        self.letters.get(start..end(word)).unwrap_or_default()
    }

    /// The slot that holds the word, or that is free for it.
    fn place(&self, word: &str) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = hash(word) as usize & mask;
        while let Some(known) = self.slots.get(at).and_then(|slot| slot.checked_sub(1)) {
            if self.spelt(known) == word {
                break;
            }
            at = (at + 1) & mask;
        }
        at
    }

    fn grow(&mut self) {
        self.slots = vec![0; self.slots.len() * 4];
        for number in 0..self.ends.len() as Word {
            let place = self.place(self.spelt(number));
            if let Some(slot) = self.slots.get_mut(place) {
                *slot = number + 1;
            }
        }
    }
}

/// A number that spreads words over a table; only its spread matters.
fn hash(word: &str) -> u32 {
    const FACTOR: u64 = 0x9E37_79B9_7F4A_7C15;
    let (eights, rest) = word.as_bytes().as_chunks();
    let mix = |state: u64, bytes: [u8; 8]| {
        (state ^ u64::from_le_bytes(bytes)).wrapping_mul(FACTOR).rotate_left(29)
    };
    let state = eights.iter().fold(word.len() as u64, |state, bytes| mix(state, *bytes));
    let last = rest.iter().fold(0, |last, byte| last << 8 | u64::from(*byte));
    (mix(state, last.to_le_bytes()).wrapping_mul(FACTOR) >> 32) as u32
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
    fn a_root_is_asked_for_once() {
        let mut words = Vocabulary::default();
        let root = words.root("السفينه", |word| word.strip_prefix("ال"));
        assert_eq!(root.map(|root| words.spelt(root)), Some("سفينه"));
        assert_eq!(words.root("السفينه", |_| None), root);
        assert_eq!(words.root("في", |_| None), None);
    }
}
