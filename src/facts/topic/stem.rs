//! Light stemming: the part of a folded Arabic word that its forms share.
//!
//! Used by the build as well, so that both sides of a look-up are cut alike; depends on nothing.
//! It is no morphology: prefixes of the verb stay, broken plurals are listed in the lexicon.

/// Letters a stem keeps at least.
const SHORTEST: usize = 3;

/// The stem of a folded word without proclitics.
pub fn stem(word: &str) -> &str {
    let word = pronouns(word).map_or(word, |pronouns| cut(word, pronouns));
    let word = loose_hamza(word);
    let word = endings(word).map_or(word, |endings| cut(word, endings));
    loose_hamza(word)
}

/// What a word may end in, by the number of letters; the longest is tried first.
struct Endings {
    three: &'static [[u8; 6]],
    two: &'static [[u8; 4]],
    /// Whether its last letter alone is one.
    one: bool,
}

impl Endings {
    const NONE: Self = Self { three: &[], two: &[], one: false };
}

/// The bytes of an ending: words are asked for dozens of them, and these are compared as one number.
const fn bytes<const LENGTH: usize>(ending: &str) -> [u8; LENGTH] {
    match ending.as_bytes().first_chunk() {
        Some(bytes) => *bytes,
        None => [0; LENGTH],
    }
}

/// Endings that carry a pronoun, of those with the last letter of `word`.
fn pronouns(word: &str) -> Option<&'static Endings> {
    const ALEF: Endings =
        Endings { three: &[bytes("هما")], two: &[bytes("ها"), bytes("نا")], one: false };
    const MEEM: Endings = Endings { two: &[bytes("هم"), bytes("كم")], ..Endings::NONE };
    const NOON: Endings = Endings { two: &[bytes("هن")], ..Endings::NONE };
    match word.as_bytes() {
        [.., 0xD8, 0xA7] => Some(&ALEF),
        [.., 0xD9, 0x85] => Some(&MEEM),
        [.., 0xD9, 0x86] => Some(&NOON),
        _ => None,
    }
}

/// Endings of number, gender and case, of those with the last letter of `word`.
fn endings(word: &str) -> Option<&'static Endings> {
    const NOON: Endings = Endings {
        three: &[bytes("تين"), bytes("تان"), bytes("يين"), bytes("يون")],
        two: &[bytes("ون"), bytes("ين"), bytes("ان")],
        one: false,
    };
    const TEH: Endings = Endings { two: &[bytes("ات")], one: true, ..Endings::NONE };
    const ALEF: Endings = Endings { two: &[bytes("وا")], one: true, ..Endings::NONE };
    const HEH: Endings =
        Endings { two: &[bytes("ته"), bytes("يه")], one: true, ..Endings::NONE };
    const YEH: Endings = Endings { one: true, ..Endings::NONE };
    match word.as_bytes() {
        [.., 0xD9, 0x86] => Some(&NOON),
        [.., 0xD8, 0xAA] => Some(&TEH),
        [.., 0xD8, 0xA7] => Some(&ALEF),
        [.., 0xD9, 0x87] => Some(&HEH),
        [.., 0xD9, 0x8A] => Some(&YEH),
        _ => None,
    }
}

fn cut<'a>(word: &'a str, endings: &Endings) -> &'a str {
    let letters = word.as_bytes();
    let without =
        |length: usize| word.get(..word.len() - length).filter(|rest| has_letters(rest, SHORTEST));
    let three = || letters.last_chunk().is_some_and(|last| endings.three.contains(last));
    let two = || letters.last_chunk().is_some_and(|last| endings.two.contains(last));
    three()
        .then(|| without(6))
        .flatten()
        .or_else(|| two().then(|| without(4)).flatten())
        .or_else(|| endings.one.then(|| without(2)).flatten())
        .unwrap_or(word)
}

/// The hamza after a long alef takes the seat of its case («لقاء», «لقائه», «لقاؤه»).
fn loose_hamza(word: &str) -> &str {
    let seated = matches!(
        word.as_bytes(),
        [.., 0xD8, 0xA7, 0xD8, 0xA1] | [.., 0xD8, 0xA7, 0xD9, 0x88 | 0x8A]
    );
    let rest = if seated { word.get(..word.len() - 2) } else { None };
    rest.filter(|rest| has_letters(rest, SHORTEST)).unwrap_or(word)
}

/// Whether a word has so many letters, without counting the rest of a long one.
fn has_letters(word: &str, least: usize) -> bool {
    word.len() >= 4 * least || word.chars().nth(least - 1).is_some()
}

/// The readings of a folded word with fewer and fewer proclitics: the word itself first.
pub fn bases(word: &str) -> impl Iterator<Item = &str> + Clone {
    let joined = matches!(word.chars().next(), Some('و' | 'ف' | 'ب' | 'ل' | 'ك' | 'س'));
    Bases { whole: Some(word), joined: if joined { self::joined(word) } else { [None; 4] } }
}

/// The word itself, then its other readings.
#[derive(Clone)]
struct Bases<'a> {
    whole: Option<&'a str>,
    joined: [Option<&'a str>; 4],
}

impl<'a> Iterator for Bases<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        self.whole.take().or_else(|| self.joined.iter_mut().find_map(Option::take)).map(article)
    }
}

/// The readings in which the first letters are proclitics.
fn joined(word: &str) -> [Option<&str>; 4] {
    let conjunct = strip(word, |letter| matches!(letter, 'و' | 'ف')).filter(|_| !has_radical(word));
    let future = strip(conjunct.unwrap_or(word), |letter| letter == 'س')
        .filter(|rest| rest.starts_with(['ي', 'ت', 'ن']));
    let preposition = |letter| matches!(letter, 'ب' | 'ل' | 'ك');
    let pre = strip(word, preposition);
    let both = conjunct.and_then(|rest| strip(rest, preposition));
    [conjunct, pre, both, future]
}

/// Words whose first «و» or «ف» is of the root, those with one second letter together ([`SECOND`]).
#[rustfmt::skip]
const RADICAL: &[&str] = &[
    "وزار", "وزير", "وزراء", "وزع", "وفد", "وفود", "وفا", "وفي", "وفق", "وباء", "وبايي", "وكال",
    "وكيل", "وقت", "وقف", "وقع", "وقوع", "وقود", "فقد", "وسط", "وسيط", "وساط", "وسيل", "وسايل",
    "وصل", "وصول", "فصل", "وضع", "وجد", "وجه", "فجر", "ولد", "ولاي", "وطن", "وحد", "وحيد",
    "وثيق", "ورق", "فرض", "فريق", "فرد", "وظيف", "وظايف", "وعد", "ودايع", "وديع", "والد", "فاز",
    "فوز", "فتح", "فتر", "فشل", "فيروس",
];
/// What may follow such a word in its forms.
const FORMS: &[&str] =
    &["", "ه", "ت", "ا", "ي", "ات", "ين", "ون", "وا", "ها", "هم", "هما", "يه", "تها", "ته", "تهم"];

fn has_radical(word: &str) -> bool {
    let (from, to) = SECOND.get(second(word.as_bytes())).copied().unwrap_or_default();
    RADICAL
        .get(from..to)
        .unwrap_or_default()
        .iter()
        .any(|head| word.strip_prefix(head).is_some_and(|rest| FORMS.contains(&rest)))
}

/// Between which places in the list the words with a second letter stand: of most there are none.
static SECOND: [(usize, usize); 64] = {
    let mut places = [(0, 0); 64];
    let mut at = 0;
    while at < RADICAL.len() {
        let (from, to) = &mut places[second(RADICAL[at].as_bytes())];
        if *to == 0 {
            *from = at;
        }
        at += 1;
        *to = at;
    }
    places
};

/// What tells the second letter of a word of Arabic from others.
const fn second(word: &[u8]) -> usize {
    match word {
        [_, _, _, last, ..] => *last as usize & 63,
        _ => 0,
    }
}

/// Without the article, also where it has melted into «لل».
fn article(word: &str) -> &str {
    let bare = match word.as_bytes() {
        [0xD8, 0xA7, 0xD9, 0x84, ..] | [0xD9, 0x84, 0xD9, 0x84, ..] => word.get(4..),
        _ => None,
    };
    bare.filter(|rest| has_letters(rest, SHORTEST - 1)).unwrap_or(word)
}

/// Without its first letter, if that is one of those asked for.
fn strip(word: &str, is: impl Fn(char) -> bool) -> Option<&str> {
    let mut letters = word.chars();
    letters.next().filter(|letter| is(*letter))?;
    Some(letters.as_str()).filter(|rest| has_letters(rest, SHORTEST - 1))
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
            &["دوره", "دورته", "دورتها", "دورات"],
            &["مدرسه", "مدرسته", "مدرستهم"],
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
        // «وزارة» is no visit, «وقتل» is a killing.
        assert!(!bases("وزاره").any(|base| base == "زاره"));
        assert!(bases("وقتل").any(|base| base == "قتل"));
    }
}
