//! What a word begins and ends with, asked of lists.
//!
//! Most words have none of a list's endings: their last byte tells it, without a look at the rest.

/// Whether a word ends with one of these.
pub fn ends_with_any(word: &str, endings: &[&str]) -> bool {
    let word = word.as_bytes();
    endings
        .iter()
        .any(|ending| word.last() == ending.as_bytes().last() && word.ends_with(ending.as_bytes()))
}

/// Whether a word begins with one of these.
pub fn starts_with_any(word: &str, beginnings: &[&str]) -> bool {
    let second = |word: &[u8]| word.get(1).copied();
    let word = word.as_bytes();
    beginnings.iter().any(|beginning| {
        second(word) == second(beginning.as_bytes()) && word.starts_with(beginning.as_bytes())
    })
}

/// Whether a word holds a part, letter by letter: no search is made ready for so few letters.
pub fn holds(word: &str, part: &str) -> bool {
    let (word, part) = (word.as_bytes(), part.as_bytes());
    let Some(first) = part.first_chunk::<2>() else {
        return part.iter().all(|only| word.contains(only));
    };
    let mut places = word.windows(part.len());
    places.any(|place| place.first_chunk::<2>() == Some(first) && place == part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_answer_as_their_members_do() {
        assert!(ends_with_any("مكتبات", &["هم", "ات"]) && !ends_with_any("مكتبه", &["هم", "ات"]));
        assert!(holds("مكتبات", "كتب") && !holds("مكتبه", "كتاب") && holds("كتب", ""));
        assert!(holds("b12", "1") && !holds("b12", "3"));
        assert!(starts_with_any("والبحر", &["لل", "وال"]) && !starts_with_any("و", &["وال"]));
    }
}
