//! What the forms of an act have in common: «يصافح», «تصافحا», «مصافحة».
//!
//! Cut with a broader knife than [`crate::facts::topic::stem`]: a prefix of the imperfect, the
//! derived verb or the participle goes, and a long vowel of the verbal noun («هروب», «إغلاق»). Two
//! acts may so share a root; who and what stands round them tells them apart.

use crate::facts::topic::{bases, family, stem};

/// What the name of a family begins with among roots: no root is written so.
pub const FAMILY: char = '=';

/// The roots that a folded word may be of, in as many readings as it has, and the family of words
/// for one act that it is of; none for a short word.
pub fn roots(word: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut add = |root: String| {
        if !found.contains(&root) {
            found.push(root);
        }
    };
    let all = bases(word).chain(unarticled(word));
    for (base, whole) in all.flat_map(|base| readings(base).map(move |whole| (base, whole))) {
        let prefix = whole.strip_prefix(['ي', 'ت', 'ن', 'ا']);
        prefix.into_iter().flat_map(shortened).for_each(&mut add);
        let bare = prefix.or_else(|| reciprocal(base)).filter(|rest| letters(rest) >= 3);
        bare.into_iter().chain([whole]).filter_map(root).for_each(&mut add);
        doubled(whole).into_iter().for_each(&mut add);
    }
    let family = family(word).or_else(|| fourth(word).and_then(|perfect| family(&perfect)));
    found.extend(family.map(|name| format!("{FAMILY}{name}")));
    found
}

/// «ألقى», «ألغت»: its «ال» is no article.
fn unarticled(word: &str) -> Option<&str> {
    let bare = word.strip_prefix(['و', 'ف']).unwrap_or(word);
    Some(bare).filter(|bare| bare.starts_with("ال") && letters(bare) <= 5)
}

/// «يوقف» may be of «أوقف».
fn fourth(word: &str) -> Option<String> {
    let rest = word.strip_prefix(['ي', 'ت']).filter(|rest| letters(rest) == 3)?;
    Some(format!("ا{rest}"))
}

/// The stem of a word; and the word itself, where what was cut may be no pronoun («تداهم»).
fn readings(base: &str) -> impl Iterator<Item = &str> {
    let pronoun = ["هم", "ها", "نا"].iter().any(|end| base.ends_with(end));
    std::iter::once(stem(base)).chain(pronoun.then_some(base))
}

/// «لم يصل» is of «وصل», «لم يزر» of «زار», «لم يرم» of «رمى», «لم يعض» of «عض»: what is left of a root
/// behind «لم».
fn shortened(rest: &str) -> Vec<String> {
    let mut letters = rest.chars();
    match (letters.next(), letters.next(), letters.next()) {
        (Some(first), Some(last), None) => {
            vec![
                format!("و{first}{last}"),
                format!("{first}ا{last}"),
                format!("{first}{last}ي"),
                format!("{first}{last}{last}"),
            ]
        }
        _ => Vec::new(),
    }
}

/// «عض», «عضت»: a verb whose last letter is written once.
fn doubled(word: &str) -> Option<String> {
    let rest = word.strip_suffix('ت').unwrap_or(word);
    let mut letters = rest.chars();
    match (letters.next(), letters.next(), letters.next()) {
        (Some(first), Some(last), None) => Some(format!("{first}{last}{last}")),
        _ => None,
    }
}

/// «مصافحة» without its prefix; other nouns in «م» are who acts or where («مخرج», «متحدث»).
fn reciprocal(word: &str) -> Option<&str> {
    let rest = word.strip_prefix('م')?;
    let ends = word.ends_with('ه') || word.ends_with("ات");
    (ends && rest.chars().nth(1) == Some('ا')).then(|| stem(rest))
}

/// A form without the long vowels that another form of the act lacks. The one after the first letter
/// stays where it makes another verb of it («صادر» is not «صدر»).
fn root(form: &str) -> Option<String> {
    let all: Vec<char> = form.chars().collect();
    match all.as_slice() {
        [] | [_] | [_, _] => None,
        [a, b, c, d] if is_long(*c) => Some([*a, *b, *d].iter().collect()),
        [_, _, _] | [_, _, _, _] => Some(form.to_owned()),
        [first, rest @ ..] => {
            let rest = rest.iter().filter(|letter| !is_long(**letter));
            Some([first].into_iter().chain(rest).collect::<String>())
        }
    }
    .filter(|root| letters(root) >= 3)
}

const fn is_long(letter: char) -> bool {
    matches!(letter, 'ا' | 'و' | 'ي')
}

fn letters(word: &str) -> usize {
    word.chars().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_an_act_share_a_root() {
        let share = |one: &str, other: &str| roots(one).iter().any(|r| roots(other).contains(r));
        for (one, other) in [
            ("يصافح", "تصافح"),
            ("يصافح", "مصافحه"),
            ("تصادر", "صادروا"),
            ("يقبض", "القبض"),
            ("يهرب", "هروب"),
            ("يغلق", "اغلاق"),
            ("اعترف", "يعترف"),
            ("يعتقل", "اعتقال"),
            ("تسجل", "تسجيل"),
            ("يزر", "زارت"),
            ("توقف", "اعتقلت"),
            ("تداهم", "داهمت"),
            ("يعض", "عضت"),
            ("يلق", "القي"),
            ("تلغ", "والغت"),
        ] {
            assert!(share(one, other), "{one} {other} {:?} {:?}", roots(one), roots(other));
        }
        assert!(!share("يصادر", "صدر"));
    }
}
