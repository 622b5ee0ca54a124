//! The words of a text: runs of letters and digits. What they mean is not asked here.

use super::fold::place;

/// Whether a character is a letter or a digit. Arabic letters, Latin ones and their digits are told
/// without the search in Unicode's tables that [`char::is_alphanumeric`] makes beyond ASCII.
pub fn is_word(c: char) -> bool {
    match c {
        'ء'..='غ' | 'ف'..='ي' | '٠'..='٩' | '0'..='9' | 'a'..='z' | 'A'..='Z' => true,
        '\0'..='\u{7f}' | '،' | '؛' | '؟' | '«' | '»' | '“' | '”' | '–' => false,
        _ => c.is_alphanumeric(),
    }
}

/// The words of a text: the longest runs of characters that [`is_word`] tells.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let begin = loop {
            match step(text, at)? {
                (_, true) => break at,
                (length, false) => at += length,
            }
        };
        while let Some((length, true)) = step(text, at) {
            at += length;
        }
        text.get(begin..at)
    })
}

/// How long the character at a byte of a text is, and whether [`is_word`] tells it. The letters and
/// digits of Arabic and ASCII are told by their bytes.
#[inline]
fn step(text: &str, at: usize) -> Option<(usize, bool)> {
    let bytes = text.as_bytes();
    match (*bytes.get(at)?, bytes.get(at + 1)) {
        (byte, _) if byte < 0x80 => Some((1, byte.is_ascii_alphanumeric())),
        (lead @ 0xD8..=0xDB, Some(&next)) if matches!(place(lead, next), 0x21..=0x3A | 0x41..=0x4A | 0x60..=0x69) => {
            Some((2, true))
        }
        _ => {
            let c = text.get(at..)?.chars().next()?;
            Some((c.len_utf8(), is_word(c)))
        }
    }
}

/// A text with one space between its words.
pub fn single_spaced(text: &str) -> String {
    if is_single_spaced(text) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// Whether a text is no doubt of Arabic words with one space between them, as nearly all names are.
fn is_single_spaced(text: &str) -> bool {
    let mut last = b' ';
    let joined = text.bytes().all(|byte| {
        let space = byte == b' ' && last == b' ';
        last = byte;
        matches!(byte, 0x80..=0xBF | 0xD8..=0xDB | b' ') && !space
    });
    joined && !text.ends_with(' ')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn words_are_the_runs_of_letters_and_digits(text in ".{0,40}|[ء-ي٠-٩،؟ a-z.«»]{0,60}") {
            let split = text.split(|c: char| !is_word(c)).filter(|word| !word.is_empty());
            prop_assert_eq!(words(&text).collect::<Vec<_>>(), split.collect::<Vec<_>>());
        }
    }

    #[test]
    fn the_short_way_to_tell_a_letter_agrees_with_unicode() {
        for c in (0..0x3000).filter_map(char::from_u32) {
            assert_eq!(is_word(c), c.is_alphanumeric(), "{c:?}");
        }
    }

    #[test]
    fn words_stand_one_space_apart() {
        for text in [
            "سالم",
            "سالم البدوي",
            " سالم",
            "سالم ",
            "سالم  البدوي",
            "سالم\nالبدوي",
            "سالم\u{a0}البدوي",
            "",
            " ",
            "بنك A",
            "محمد\u{2009}علي",
            "«النور»",
        ] {
            let words: Vec<&str> = text.split_whitespace().collect();
            assert_eq!(single_spaced(text), words.join(" "), "{text:?}");
        }
    }
}
