//! Words that last as long as the program: names of rules and of units come back from the cache
//! as the `&'static str` that they are in the program.
//!
//! Each word is kept once, and there are as many as the program has names of its own.

use std::collections::HashSet;
use std::sync::{Mutex, PoisonError};

use serde::{Deserialize, Deserializer};

/// A word of the program's own.
pub type Lasting = &'static str;

/// The word, for as long as the program runs.
fn lasting(word: &str) -> &'static str {
    static WORDS: Mutex<Option<HashSet<&'static str>>> = Mutex::new(None);
    let mut words = WORDS.lock().unwrap_or_else(PoisonError::into_inner);
    let words = words.get_or_insert_default();
    if let Some(known) = words.get(word) {
        return known;
    }
    let kept: &'static str = Box::leak(word.into());
    words.insert(kept);
    kept
}

/// Reads a word, for `#[serde(deserialize_with)]`.
///
/// # Errors
/// Where no word stands in the input.
pub fn one<'de, D: Deserializer<'de>>(from: D) -> Result<&'static str, D::Error> {
    <&str>::deserialize(from).map(lasting)
}

/// Reads a word that may be left out.
///
/// # Errors
/// Where something else stands in the input.
pub fn one_or_none<'de, D: Deserializer<'de>>(from: D) -> Result<Option<&'static str>, D::Error> {
    Option::<&str>::deserialize(from).map(|word| word.map(lasting))
}

/// Reads a list of values under names.
///
/// # Errors
/// Where something else stands in the input.
pub fn named<'de, D, T>(from: D) -> Result<Vec<(&'static str, T)>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    let list = Vec::<(&str, T)>::deserialize(from)?;
    Ok(list.into_iter().map(|(name, value)| (lasting(name), value)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_kept_once() {
        let first = lasting("fact.toll");
        let again = lasting(&["fact", "toll"].join("."));
        assert_eq!(first, "fact.toll");
        assert!(std::ptr::eq(first, again));
    }
}
