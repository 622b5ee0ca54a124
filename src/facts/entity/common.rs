//! Words that the lexicon does not know and that are no names all the same: verbs, verbal nouns,
//! adjectives, told by their shapes.
//!
//! Begin with [`is_common`]. A shape is weak evidence: it is asked only where nothing but an
//! office or a verb of saying before the words speaks for a name.

use std::ops::Range;

use crate::facts::Context;
use crate::facts::name::is_native;

/// Whether a run of words without a given name is likelier a verb, a noun or an adjective.
pub fn is_common(cx: &Context, words: Range<usize>) -> bool {
    let first = cx.word(words.start);
    if words.len() > 1 {
        // «الأخبار الرياضية»: a noun and its adjective, both definite.
        let defined = |at: usize| cx.word(at).starts_with("ال");
        let all = words.clone().all(defined);
        let last = cx.word(words.end - 1);
        // «الحكم الابتدائي الصادر»
        let participle = adjective(last) && last.chars().nth(3) == Some('ا');
        let how = says_how(first) && !defined(words.start + 1);
        return how || all && (participle || words.clone().all(|at| !is_nisba(cx.word(at))));
    }
    // «بتصريف», «بزعامة»
    let task = || {
        let noun = first.strip_prefix(['ب', 'ل']).is_some_and(verbal_noun);
        noun || first.starts_with('ب') && first.ends_with('ه') && letters(first) >= 6
    };
    joined(first)
        || accusative(first)
        || says_how(first)
        || possessed(first)
        || verb(first)
        || verbal_noun(first)
        || abstraction(first)
        || adjective(first)
        || task()
}

/// «تقول غاضبة», «وقالت باكية»: a participle that tells how it was said.
fn says_how(word: &str) -> bool {
    word.ends_with('ه') && word.chars().nth(1) == Some('ا') && letters(word) == 5
}

fn letters(word: &str) -> usize {
    word.chars().count()
}

/// «الصفدي», «المنستيري»: most family names with the article.
fn is_nisba(word: &str) -> bool {
    word.ends_with('ي')
}

/// A particle before the article or «أن»: «والمجتمع», «بأن», «لشؤون».
fn joined(word: &str) -> bool {
    ["وال", "بال", "فال", "كال", "لل", "بان", "لان"].iter().any(|start| word.starts_with(start))
        && letters(word) <= 14
        && (letters(word) > 4 || matches!(word, "بان" | "لان"))
}

/// «نظيرا»: an object with its alef, of letters that Arabic words have.
fn accusative(word: &str) -> bool {
    word.ends_with('ا') && is_native(word)
}

/// «اعتذاره», «استقباله»: a verbal noun with whose it is.
fn possessed(word: &str) -> bool {
    let bare = word.strip_suffix("ها").or_else(|| word.strip_suffix('ه'));
    bare.is_some_and(|bare| {
        let long = letters(bare) >= 5 && bare.starts_with('ا');
        verbal_noun(bare) || long && bare.chars().rev().nth(1) == Some('ا')
    })
}

/// «تفوز», «يجب», «سيكلف»: the prefixes of the imperfect and the future.
fn verb(word: &str) -> bool {
    if word.ends_with("وا") && is_native(word) {
        return true;
    }
    let future = word.starts_with("سي") || word.starts_with("ست") || word.starts_with("سن");
    let imperfect = word.starts_with(['ي', 'ت', 'ن']) && (3..=4).contains(&letters(word));
    (future && is_root(word, 2)) || (imperfect && is_root(word, 1))
}

/// Whether three letters or more are left, none a long vowel but one: the root of a verb.
fn is_root(word: &str, from: usize) -> bool {
    let vowels = word.chars().skip(from).filter(|c| matches!(c, 'ا' | 'و' | 'ي')).count();
    let left = letters(word) - from;
    (2..=4).contains(&left) && vowels <= 1
}

/// «اختتام», «انتخاب», «استقبال», «تعيين», «مسؤولية»: verbal nouns and abstract ones.
pub fn verbal_noun(word: &str) -> bool {
    let letter = |at: usize| word.chars().nth(at);
    let last = letters(word);
    let long = last >= 6 && letter(last - 2) == Some('ا') && letter(0) == Some('ا');
    let derived = letter(2) == Some('ت') || letter(1) == Some('ن') || word.starts_with("است");
    (long && derived)
        || (last == 5 && word.starts_with('ت') && letter(3) == Some('ي') && is_native(word))
}

/// «مسؤولية», «الأولوية»: an abstract noun, or an adjective of the feminine.
fn abstraction(word: &str) -> bool {
    word.ends_with("يه") && (word.starts_with('م') || word.starts_with("ال"))
}

/// «الدفاع المدني الموجود في الشمال»: where or whose a body is, and no part of its name.
pub fn tells_where(cx: &Context, at: usize) -> bool {
    const TELLS: [&str; 11] = [
        "الموجود",
        "المتواجد",
        "الواقع",
        "الكاين",
        "المنتشر",
        "المتمركز",
        "المرابط",
        "المقيم",
        "المتحدث",
        "الناطق",
        "التابع",
    ];
    let word = cx.word(at);
    let participle =
        word.starts_with("ال") && TELLS.contains(&word.strip_suffix('ه').unwrap_or(word));
    let next = cx.word(at + 1);
    participle
        && (matches!(
            next,
            "في" | "علي" | "قرب" | "داخل" | "باسم" | "شمال" | "جنوب" | "شرق" | "غرب"
        ) || next.starts_with(['ب', 'ل']))
}

/// «الصادر», «الراهن»: an active participle with the article.
fn adjective(word: &str) -> bool {
    let bare = word.strip_prefix("ال");
    bare.is_some_and(|bare| {
        let active = letters(bare) == 4 && bare.chars().nth(1) == Some('ا');
        // «المتوج», «المنتدب»
        let derived = bare.starts_with('م')
            && (4..=6).contains(&letters(bare))
            && bare.chars().nth(1).is_some_and(|letter| matches!(letter, 'ت' | 'ن' | 'س'))
            && bare.contains(['ح', 'خ', 'ع', 'غ', 'ض', 'ظ', 'ص', 'ق', 'ذ', 'د', 'ج', 'ر']);
        let plural = bare.ends_with("ين") && letters(bare) >= 6;
        (active || derived || plural) && !is_nisba(bare)
            || bare.ends_with('ه')
            || bare.ends_with("ات")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes_of_verbs_and_nouns_are_no_names() {
        for word in ["تفوز", "يجب", "سيكلف", "اختتام", "استقبال", "مسووليه", "نظيرا", "الصادر"]
        {
            let noun = verbal_noun(word) || abstraction(word);
            let shape = accusative(word) || verb(word) || noun || adjective(word);
            assert!(shape, "{word}");
        }
    }

    #[test]
    fn family_names_keep_their_shapes() {
        for word in ["الصفدي", "لافروف", "ماكرون", "تشيبانغو", "مورينيو", "السيسي", "ويتكوف"]
        {
            let shape = joined(word)
                || accusative(word)
                || verb(word)
                || verbal_noun(word)
                || adjective(word);
            assert!(!shape, "{word}");
        }
    }
}
