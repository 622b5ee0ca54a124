//! The perfect of an imperfect verb: «يرتفع» is of «ارتفع», «ترفع» of «رفع», «يستورد» of «استورد».
//!
//! By the shape alone: whoever asks looks the answer up among the words that they know.

use std::borrow::Cow;

/// Letters of a root.
const ROOT: usize = 3;

/// The perfects that a folded word may be the imperfect of, the likelier first; none for a word that
/// is no imperfect. A noun that begins with «ت» is longer than such a verb, as a rule.
pub fn perfects(word: &str) -> impl Iterator<Item = Cow<'_, str>> {
    let verb = word.strip_prefix(['و', 'ف']).unwrap_or(word);
    let verb = verb.strip_prefix('س').unwrap_or(verb);
    let rest = verb.strip_prefix(['ي', 'ت']).filter(|rest| letters(rest) >= ROOT);
    let augmented = rest.filter(|rest| is_augmented(rest));
    let simple = rest.filter(|rest| !verb.starts_with('ت') || letters(rest) == ROOT);
    let augmented = augmented.map(|rest| Cow::Owned(format!("ا{rest}")));
    augmented.into_iter().chain(simple.map(Cow::Borrowed))
}

/// Whether a verb without its first letter is of the patterns «افتعل», «انفعل», «استفعل».
fn is_augmented(rest: &str) -> bool {
    letters(rest) > ROOT && (rest.chars().nth(1) == Some('ت') || rest.starts_with('ن'))
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
            assert_eq!(perfects(word).next().as_deref(), Some(perfect), "{word}");
        }
        for word in ["تجارب", "يد", "قصف", "تقارير"] {
            assert_eq!(perfects(word).count(), 0, "{word}");
        }
    }
}
