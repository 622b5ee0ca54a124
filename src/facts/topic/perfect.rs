//! The perfect of an imperfect verb: «يرتفع» is of «ارتفع», «ترفع» of «رفع», «يستورد» of «استورد».
//!
//! By the shape alone: whoever asks looks the answer up among the words that they know.

use std::borrow::Cow;

/// Letters of a root.
const ROOT: usize = 3;

/// The perfects that a folded word may be the imperfect of, the likelier first; none for a word that
/// is no imperfect. A noun that begins with «ت» is longer than such a verb, as a rule.
#[inline]
pub fn perfects(word: &str) -> [Option<Cow<'_, str>>; 2] {
    let verb = word.strip_prefix(['و', 'ف']).unwrap_or(word);
    let verb = verb.strip_prefix('س').unwrap_or(verb);
    // Most words are none, and are asked all the same.
    match verb.strip_prefix(['ي', 'ت']) {
        Some(rest) => of_rest(rest, verb.starts_with('ت')),
        None => [None, None],
    }
}

/// The perfects of a verb without its first letter, which is «ت» or «ي».
fn of_rest(rest: &str, feminine: bool) -> [Option<Cow<'_, str>>; 2] {
    let letters = letters(rest);
    let augmented = letters > ROOT && is_augmented(rest);
    let simple = letters >= ROOT && !(feminine && letters > ROOT);
    [augmented.then(|| Cow::Owned(["ا", rest].concat())), simple.then_some(Cow::Borrowed(rest))]
}

/// Whether a verb without its first letter is of the patterns «افتعل», «انفعل», «استفعل».
fn is_augmented(rest: &str) -> bool {
    rest.chars().nth(1) == Some('ت') || rest.starts_with('ن')
}

fn letters(word: &str) -> usize {
    word.chars().count()
}

#[cfg(test)]
mod tests {
    use super::perfects;

    #[test]
    fn an_imperfect_is_of_its_perfect() {
        for (word, perfect) in [
            ("يرتفع", "ارتفع"),
            ("ترفع", "رفع"),
            ("وسيقصف", "قصف"),
            ("تستورد", "استورد"),
            ("ينفجر", "انفجر"),
        ] {
            assert_eq!(perfects(word).into_iter().flatten().next().as_deref(), Some(perfect));
        }
        for word in ["تجارب", "يد", "قصف", "تقارير"] {
            assert_eq!(perfects(word), [None, None], "{word}");
        }
    }
}
