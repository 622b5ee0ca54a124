//! Light stemming: the part of a folded Arabic word that its forms share.
//!
//! Used by the build as well, so that both sides of a look-up are cut alike; depends on nothing.
//! It is no morphology: prefixes of the verb stay, broken plurals are listed in the lexicon.

/// Endings that carry a pronoun, longest first.
const PRONOUNS: &[&str] = &["هما", "هم", "هن", "ها", "كم", "نا"];
/// Endings of number, gender and case, longest first.
const ENDINGS: &[&str] =
    &["تين", "تان", "يين", "يون", "ون", "ين", "ان", "ات", "وا", "يه", "ه", "ي", "ا", "ت"];
/// Letters a stem keeps at least.
const SHORTEST: usize = 3;

/// The stem of a folded word without proclitics.
pub fn stem(word: &str) -> &str {
    let word = cut(word, PRONOUNS).unwrap_or(word);
    let word = loose_hamza(word);
    let word = cut(word, ENDINGS).unwrap_or(word);
    loose_hamza(word)
}

fn cut<'a>(word: &'a str, endings: &[&str]) -> Option<&'a str> {
    endings
        .iter()
        .filter_map(|ending| word.strip_suffix(ending))
        .find(|rest| letters(rest) >= SHORTEST)
}

/// The hamza after a long alef takes the seat of its case («لقاء», «لقائه», «لقاؤه»).
fn loose_hamza(word: &str) -> &str {
    let seat = ['ء', 'و', 'ي'];
    match word.strip_suffix(seat) {
        Some(rest) if rest.ends_with('ا') && letters(rest) >= SHORTEST => rest,
        _ => word,
    }
}

fn letters(word: &str) -> usize {
    word.chars().count()
}

/// The readings of a folded word with fewer and fewer proclitics: the word itself first.
pub fn bases(word: &str) -> impl Iterator<Item = &str> {
    let conjunct = strip(word, &["و", "ف"]).filter(|_| !has_radical(word));
    let future =
        strip(conjunct.unwrap_or(word), &["س"]).filter(|rest| rest.starts_with(['ي', 'ت', 'ن']));
    let pre = strip(word, &["ب", "ل", "ك"]);
    let both = conjunct.and_then(|rest| strip(rest, &["ب", "ل", "ك"]));
    [Some(word), conjunct, pre, both, future].into_iter().flatten().map(article)
}

/// Words whose first «و» or «ف» is of the root.
const RADICAL: &[&str] = &[
    "وزار",
    "وزير",
    "وزراء",
    "وفد",
    "وفود",
    "وفا",
    "وفي",
    "وباء",
    "وبايي",
    "وكال",
    "وكيل",
    "وقت",
    "وقف",
    "وسط",
    "وصل",
    "وصول",
    "وقع",
    "وقوع",
    "وضع",
    "وجد",
    "ولد",
    "ولاي",
    "وطن",
    "وحد",
    "وحيد",
    "وثيق",
    "ورق",
    "وسيط",
    "وساط",
    "وظيف",
    "وظايف",
    "وقود",
    "وعد",
    "وفق",
    "ودايع",
    "وديع",
    "وجه",
    "وزع",
    "وسيل",
    "وسايل",
    "والد",
    "فاز",
    "فوز",
    "فقد",
    "فرض",
    "فتح",
    "فجر",
    "فشل",
    "فصل",
    "فريق",
    "فرد",
    "فيروس",
    "فتر",
];
/// What may follow such a word in its forms.
const FORMS: &[&str] =
    &["", "ه", "ت", "ا", "ي", "ات", "ين", "ون", "وا", "ها", "هم", "هما", "يه", "تها", "ته", "تهم"];

fn has_radical(word: &str) -> bool {
    RADICAL.iter().any(|head| word.strip_prefix(head).is_some_and(|rest| FORMS.contains(&rest)))
}

/// Without the article, also where it has melted into «لل».
fn article(word: &str) -> &str {
    strip(word, &["ال"])
        .or_else(|| {
            word.strip_prefix('ل').filter(|r| r.starts_with('ل')).and_then(|r| strip(r, &["ل"]))
        })
        .unwrap_or(word)
}

fn strip<'a>(word: &'a str, heads: &[&str]) -> Option<&'a str> {
    heads
        .iter()
        .find_map(|head| word.strip_prefix(head))
        .filter(|rest| letters(rest) >= SHORTEST - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_one_word_share_a_stem() {
        for forms in [
            &["اصابه", "اصابات", "اصاباتهم", "اصابت"][..],
            &["مفقود", "مفقودين", "مفقودون", "مفقودا"],
            &["لقاء", "لقاءهما", "لقايهما", "لقاوهما", "لقاءات"],
            &["محادثات", "محادثه", "محادثاتهما"],
        ] {
            let stems: Vec<_> = forms.iter().map(|form| stem(form)).collect();
            assert!(stems.iter().all(|s| s == &stems[0]), "{stems:?}");
        }
    }

    #[test]
    fn proclitics_fall_one_by_one() {
        let all: Vec<_> = bases("وبالمدرسه").collect();
        assert_eq!(all.first(), Some(&"وبالمدرسه"));
        assert!(all.contains(&"مدرسه"));
        assert!(bases("للمصابين").any(|b| b == "مصابين"));
        assert!(bases("سيعلن").any(|b| b == "يعلن"));
        assert!(bases("وفاه").next() == Some("وفاه"));
    }
}
