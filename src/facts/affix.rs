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

/// A word without its first letter, if that is one of these letters of Arabic.
#[inline]
pub fn without_first<const COUNT: usize>(word: &str, letters: [char; COUNT]) -> Option<&str> {
    let [lead @ 0xD8..=0xDB, next, ..] = word.as_bytes() else { return None };
    let first = u32::from(lead & 0x1F) << 6 | u32::from(next & 0x3F);
    letters.iter().any(|letter| u32::from(*letter) == first).then(|| word.get(2..)).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_answer_as_their_members_do() {
        assert!(ends_with_any("مكتبات", &["هم", "ات"]) && !ends_with_any("مكتبه", &["هم", "ات"]));
        assert_eq!(without_first("وفي", ['ف', 'و']), Some("في"));
        assert_eq!(without_first("في", ['و']), None);
        assert_eq!(without_first("A", ['و']), None);
        assert!(starts_with_any("والبحر", &["لل", "وال"]) && !starts_with_any("و", &["وال"]));
    }
}
