//! The words of denial, folded, for all who ask what a text denies: counts of nought, values of closed
//! lists, and acts that one report denies while another tells them.
//!
//! What may stand before such a word is taken off by whoever asks ([`bare`], or the readings of the
//! word). Nothing is judged here.

use super::affix::without_first;

/// Denials of a verb in the past.
pub const NOT: &[&str] = &["لم"];
/// Denials of what is, or will be.
pub const IS_NOT: &[&str] = &["لن", "ليس", "ليست", "غير"];
/// Denials that need no verb.
pub const WITHOUT: &[&str] = &["دون", "بدون", "بلا", "عدم"];
/// Verbs and participles of denying.
#[rustfmt::skip]
const DENIES: &[&str] = &[
    "نفي", "نفت", "نفوا", "نفيا", "نفتا", "ينفي", "تنفي", "ينفون", "نافيا", "نافيه", "نافين",
    "انكر", "انكرت", "انكروا", "ينكر", "تنكر", "ينكرون", "منكرا", "منكره",
    "يفند", "تفند", "يفندون", "مفندا", "مفنده", "مفندين",
    "دحض", "دحضت", "دحضوا", "يدحض", "تدحض", "يدحضون",
];
/// Those that begin with a letter which might be a particle.
const REFUTED: &[&str] = &["فند", "فندت", "فندوا"];
/// Verbs of coming about, as they stand behind «لم»: the act is the noun after them.
#[rustfmt::skip]
pub const COMES_ABOUT: &[&str] = &[
    "يسجل", "تسجل", "يقع", "تقع", "يحدث", "تحدث", "يحصل", "تحصل", "يجر", "تجر", "يتم", "تتم",
];
/// Nouns of coming about.
pub const COMING_ABOUT: &[&str] = &["سقوط", "وقوع", "حدوث", "تسجيل", "وجود", "حصول", "اجراء"];
/// «أي قتلى».
pub const ANY: &[&str] = &["اي", "ايه", "ايا"];
/// What is not so much as said to be true: «لا صحة», «عدم صحة».
pub const TRUTH: &str = "صحه";

/// Whether a word, but for the «و» or «ف» before it, is one of a list.
pub fn bare(word: &str, list: &[&str]) -> bool {
    list.contains(&word) || without_first(word, ['و', 'ف']).is_some_and(|rest| list.contains(&rest))
}

/// Whether a word is a verb or a participle of denying, or its noun, particles apart.
pub fn denies(word: &str) -> bool {
    let joined = without_first(word, ['و', 'ف']);
    let verb = joined.unwrap_or(word);
    let verb = without_first(verb, ['ب', 'ل']).unwrap_or(verb);
    // Most words are asked in vain: the first letter of the roots tells.
    let root = without_first(verb, ['ي', 'ت', 'ا', 'م']).unwrap_or(verb);
    without_first(root, ['ن', 'د', 'ف']).is_some() && DENIES.contains(&verb)
        || joined.is_some() && bare(word, REFUTED)
}

#[cfg(test)]
mod tests {
    use super::{NOT, bare, denies};

    #[test]
    fn a_denial_is_known_with_its_particles() {
        for word in ["نفي", "وانكرت", "ينفون", "فنفت", "بنفي", "منكره"] {
            assert!(denies(word), "{word}");
        }
        for word in ["نفط", "ينفذ", "منكوب", "وفي", "في", "انكسر"] {
            assert!(!denies(word), "{word}");
        }
        assert!(bare("ولم", NOT) && !bare("علم", NOT));
    }

    #[test]
    fn to_refute_is_to_deny() {
        for word in ["نفى", "ونفت", "يفند", "وفند", "فندت", "مفندا", "ودحضت", "تدحض", "وينفي"]
        {
            assert!(denies(&crate::text::fold(word)), "{word}");
        }
        for word in ["نادى", "فندق", "وفدا", "دخل", "فنان", "الفند"] {
            assert!(!denies(&crate::text::fold(word)), "{word}");
        }
    }
}
