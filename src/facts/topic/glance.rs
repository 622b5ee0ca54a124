//! What a glance at two words tells of the phrases that may begin there: most are told apart from the
//! text at hand without a look at their words.
//!
//! Used by the build as well; depends on nothing.

/// What is seen of a word and of the one behind it.
#[derive(Clone, Copy)]
pub struct Glance {
    /// The last letter of the first ([`last_letter`]).
    pub last: u16,
    /// The bits of the second ([`letters`]), and [`ANY`].
    pub next: u32,
}

/// The bit of a phrase behind whose first word anything may stand, or nothing.
pub const ANY: u32 = 1;

/// The bits of a word, or of one of its readings: one for its first two letters, where it has two.
pub fn letters(word: &[u8]) -> u32 {
    match word.first_chunk() {
        Some(first) => 1 << (u32::from_le_bytes(*first).wrapping_mul(0x9E37_79B1) >> 27),
        None => ANY,
    }
}

/// The last letter of a word as a number; 0 where it has none.
pub fn last_letter(word: &[u8]) -> u16 {
    word.last_chunk().map_or(0, |last| u16::from_le_bytes(*last))
}

/// The bits of the words of which one must stand behind the first of a phrase, which is written as
/// `file::phrase` has it.
pub fn wanted(phrase: &[String]) -> u32 {
    let mut rest = phrase.iter().skip(1).skip_while(|word| is_other(word));
    let Some(second) = rest.next() else { return ANY };
    let bits = |word: &String| letters(word.trim_start_matches(['|', '!', '=']).as_bytes());
    rest.take_while(|word| is_other(word)).fold(bits(second), |all, other| all | bits(other))
}

/// The same of the words behind one that speaks for a frame, which are written as `file::trigger` has
/// them.
pub fn behind(rest: &[String]) -> u32 {
    let second = rest.iter().find(|word| !word.starts_with('='));
    second.map_or(ANY, |word| letters(word.as_bytes()))
}

/// The last letter that the first word of a phrase must have, where it asks for one form; else 0.
pub fn ending(phrase: &[String]) -> u16 {
    let open = phrase.get(1).is_some_and(|word| is_other(word));
    let first = phrase.first().filter(|_| !open).map_or("", |first| first.trim_start_matches('!'));
    first.strip_prefix('=').map_or(0, |form| last_letter(form.as_bytes()))
}

/// Whether a word of a phrase will do as well as the one before it.
fn is_other(word: &str) -> bool {
    word.starts_with('|')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn phrase(words: &[&str]) -> Vec<String> {
        words.iter().map(|word| (*word).to_owned()).collect()
    }

    #[test]
    fn a_phrase_wants_what_stands_behind_its_first_word() {
        let wanted = |words: &[&str]| wanted(&phrase(words));
        let letters = |word: &str| letters(word.as_bytes());
        assert_eq!(wanted(&["وقع"]), ANY);
        assert_eq!(wanted(&["وقع", "…", "اتفاق"]), ANY);
        assert_eq!(wanted(&["وقع", "عن"]), letters("عن"));
        assert_eq!(wanted(&["=وقع", "|ابرم", "=اتفاق"]), letters("اتفاق"));
        assert_eq!(wanted(&["وقع", "اتفاق", "|=عقد"]), letters("اتفاق") | letters("عقد"));
        assert_eq!(letters("و"), ANY);
    }

    #[test]
    fn a_trigger_wants_the_word_behind_its_form() {
        let behind = |words: &[&str]| behind(&phrase(words));
        assert_eq!(behind(&[]), ANY);
        assert_eq!(behind(&["=قضي"]), ANY);
        assert_eq!(behind(&["=قضي", "حتف"]), letters("حتف".as_bytes()));
    }

    #[test]
    fn a_form_alone_has_one_ending() {
        let ending = |words: &[&str]| ending(&phrase(words));
        assert_eq!(ending(&["وقع", "اتفاق"]), 0);
        assert_eq!(ending(&["=وقع", "|ابرم"]), 0);
        assert_eq!(ending(&["!=وقع", "اتفاق"]), last_letter("ع".as_bytes()));
        assert_eq!(ending(&["=وقع"]), ending(&["=قع", "عن"]));
    }
}
