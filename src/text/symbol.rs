//! What one cell shows: a very short string kept in place, without allocation.

use std::fmt;

/// Bytes that fit: a letter with six marks, or a conjunct of seven Indic characters.
const ROOM: usize = 23;

/// A grapheme cluster as it is written to the terminal; what does not fit is left out.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Symbol {
    /// Its first character; a blank as long as it is empty.
    first: char,
    len: u8,
    bytes: [u8; ROOM],
}

impl Symbol {
    /// Nothing yet.
    pub const EMPTY: Self = Self { first: ' ', len: 0, bytes: [0; ROOM] };

    /// A symbol of one character.
    pub fn new(c: char) -> Self {
        let mut bytes = [0; ROOM];
        let len = c.encode_utf8(&mut bytes).len() as u8;
        Self { first: c, len, bytes }
    }

    /// Adds a character; `false`, and no change, when there is no room for it.
    pub fn push(&mut self, c: char) -> bool {
        let start = usize::from(self.len);
        match self.bytes.get_mut(start..start + c.len_utf8()) {
            Some(room) => {
                if start == 0 {
                    self.first = c;
                }
                self.len += c.encode_utf8(room).len() as u8;
                true
            }
            None => false,
        }
    }

    /// Whether nothing was pushed yet: the cell is blank.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Its character, when it is no more than one: nearly every symbol, and quicker to hand on
    /// than a string.
    pub fn only(&self) -> Option<char> {
        (usize::from(self.len) == self.first.len_utf8()).then_some(self.first)
    }

    /// All its characters, at most 23 bytes in UTF-8.
    pub fn as_str(&self) -> &str {
        let bytes = self.bytes.get(..usize::from(self.len)).unwrap_or_default();
        // Only whole characters are pushed, so this is never the empty string by default.
        std::str::from_utf8(bytes).unwrap_or_default()
    }
}

impl Default for Symbol {
    fn default() -> Self {
        Self::EMPTY
    }
}

impl fmt::Debug for Symbol {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

impl fmt::Display for Symbol {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl AsRef<str> for Symbol {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_under_a_thousand_marks_stays_one_short_symbol() {
        let mut symbol = Symbol::new('ب');
        let kept = (0..1000).filter(|_| symbol.push('\u{64E}')).count();
        assert_eq!(kept, 10);
        assert_eq!(symbol.as_str().chars().count(), 11);
        assert_eq!(symbol.as_str().chars().next(), Some('ب'));
        assert_eq!((symbol.only(), Symbol::new('ب').only()), (None, Some('ب')));
        assert_eq!(Symbol::EMPTY.only(), None);
    }
}
