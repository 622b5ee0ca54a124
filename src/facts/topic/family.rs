//! Words that newsrooms use for one thing or act: «حافلة» and «باص», «مستشفى» and «مستشفيات»,
//! «اعتقل» and «توقيف».
//!
//! The data is in `assets/families/*.toml`; the nouns that the lexicon counts bring their forms. The
//! build writes the table that is included here. Begin with [`family`].

use super::super::lexicon::{opening, place};
use super::perfect::perfects;
use super::stem::{bases, stem};

/// What the topics of a family are made of.
struct Name {
    at: u32,
    len: u8,
}

/// A word of a family.
struct Member {
    at: u32,
    len: u8,
    /// Its form, and no other of the same stem.
    whole: bool,
    family: u16,
}

#[allow(clippy::unreadable_literal, reason = "places in a table, written by the build")]
mod table {
    use super::{Member, Name};
    include!(concat!(env!("OUT_DIR"), "/families.rs"));
}

/// The family of a folded word as it stands in a text, its particles and all.
pub fn family(word: &str) -> Option<&'static str> {
    family_of(word, bases(word))
}

/// The same, where the readings of the word are at hand.
pub fn family_of<'a>(
    word: &'a str,
    mut bases: impl Iterator<Item = &'a str>,
) -> Option<&'static str> {
    // «التهمت» has no article.
    let whole = if may_be_known(word) { named(word, true) } else { None };
    let known = || bases.find_map(|base| is_sure(word, base).then(|| of_base(base)).flatten());
    let perfect = || {
        let all = perfects(word).into_iter().flatten();
        all.filter(|one| may_be_known(one)).find_map(|one| named(stem(&one), false))
    };
    whole.or_else(known).or_else(perfect)
}

/// The family of a counted noun, by what the lexicon calls it («bus») or as it stands.
pub fn of_noun(noun: &str) -> Option<&'static str> {
    if noun.is_ascii() { named(noun, true) } else { of_base(noun) }
}

fn of_base(base: &str) -> Option<&'static str> {
    if !may_be_known(base) {
        return None;
    }
    named(base, true).or_else(|| named(stem(base), false))
}

/// Whether a word of a family begins with the first letters of this one, which its stem shares: of
/// most there is none.
fn may_be_known(word: &str) -> bool {
    opening(word.as_bytes())
        .is_none_or(|(at, bit)| table::OPENINGS.get(at).is_some_and(|openings| openings & bit != 0))
}

/// Whether what was taken off a word is no doubt a particle: «كبير» is like no «بير».
fn is_sure(word: &str, base: &str) -> bool {
    const LETTER: usize = 2;
    let particles = word.strip_suffix(base).unwrap_or_default();
    particles.is_empty()
        || particles == "و"
        || particles.ends_with("ال")
        || particles.ends_with("لل")
        || base.len() > 4 * LETTER
}

fn named(word: &str, whole: bool) -> Option<&'static str> {
    let is = |at: usize| {
        let known = table::WORDS.get(at);
        known.is_some_and(|known| known.whole == whole && text(known.at, known.len) == word)
    };
    let member = table::WORDS.get(place(table::SLOTS, word, is)?)?;
    let name = table::NAMES.get(usize::from(member.family))?;
    Some(text(name.at, name.len))
}

fn text(at: u32, len: u8) -> &'static str {
    let at = at as usize;
    table::TEXT.get(at..at + usize::from(len)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_a_family_meet() {
        for family_of in [
            &["حافله", "والباص", "الحافلات", "وباصات"][..],
            &["جسر", "الكوبري", "جسور", "للجسر"],
            &["اعتقلت", "توقيف", "واعتقال", "ستعتقل", "يعتقل"],
            &["مستشفي", "بالمستشفيات"],
        ] {
            let names: Vec<_> = family_of.iter().map(|word| family(word)).collect();
            assert!(names[0].is_some() && names.iter().all(|n| *n == names[0]), "{names:?}");
        }
    }

    #[test]
    fn a_whole_word_is_not_taken_apart() {
        assert_eq!(family("كبير"), None);
        assert_eq!(of_noun("bus"), family("الحافلات"));
        assert_ne!(family("وفي"), family("وفيات"));
    }
}
