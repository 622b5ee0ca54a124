//! The Arabic keyboard: outside text fields a command answers to the Arabic letter on its key.
//!
//! Here: what each key of the common Arabic layout (the 101 keys of Windows and XKB `ara`) types,
//! and which Latin key that is. Not here: text fields, where letters are letters.

use super::key::{Code, Key};

/// Arabic layout → the Latin letter or sign on the same key. Sorted by key rows.
/// «لا» is not here: it may come as two letters ([`joined`]) or as one ligature (below).
const LAYOUT: &[(char, char)] = &[
    ('ض', 'q'),
    ('ص', 'w'),
    ('ث', 'e'),
    ('ق', 'r'),
    ('ف', 't'),
    ('غ', 'y'),
    ('ع', 'u'),
    ('ه', 'i'),
    ('خ', 'o'),
    ('ح', 'p'),
    ('ج', '['),
    ('د', ']'),
    ('ش', 'a'),
    ('س', 's'),
    ('ي', 'd'),
    ('ب', 'f'),
    ('ل', 'g'),
    ('ا', 'h'),
    ('ت', 'j'),
    ('ن', 'k'),
    ('م', 'l'),
    ('ك', ';'),
    ('ط', '\''),
    ('ئ', 'z'),
    ('ء', 'x'),
    ('ؤ', 'c'),
    ('ر', 'v'),
    ('ى', 'n'),
    ('ة', 'm'),
    ('و', ','),
    ('ز', '.'),
    ('ظ', '/'),
    ('ذ', '`'),
    ('\u{64e}', 'Q'),
    ('\u{64b}', 'W'),
    ('\u{64f}', 'E'),
    ('\u{64c}', 'R'),
    ('\u{2018}', 'U'),
    ('÷', 'I'),
    ('×', 'O'),
    ('؛', 'P'),
    ('<', '{'),
    ('>', '}'),
    ('\u{650}', 'A'),
    ('\u{64d}', 'S'),
    ('أ', 'H'),
    ('ـ', 'J'),
    ('،', 'K'),
    ('\u{652}', 'X'),
    ('آ', 'N'),
    ('\u{2019}', 'M'),
    ('؟', '?'),
    ('\u{651}', '~'),
    // One code for two letters: what XKB sends for these keys.
    ('\u{fefb}', 'b'),
    ('\u{fef7}', 'G'),
    ('\u{fef9}', 'T'),
    ('\u{fef5}', 'B'),
];

/// The marks among them, and what they are called.
const MARKS: &[(char, &str)] = &[
    ('\u{64e}', "فتحة"),
    ('\u{64b}', "فتحتان"),
    ('\u{64f}', "ضمة"),
    ('\u{64c}', "ضمتان"),
    ('\u{650}', "كسرة"),
    ('\u{64d}', "كسرتان"),
    ('\u{652}', "سكون"),
    ('\u{651}', "شدة"),
];

/// The keys that type two letters: lam, and one of these.
const LAM_ALEF: &[(char, char)] = &[('ا', 'b'), ('أ', 'G'), ('إ', 'T'), ('آ', 'B')];

/// The Latin key that types this letter on an Arabic keyboard; Arabic and Persian digits become
/// Latin ones. `None` for what is no such letter.
pub fn latin(letter: char) -> Option<char> {
    let digit = match letter {
        '٠'..='٩' => Some(letter as u32 - '٠' as u32),
        '۰'..='۹' => Some(letter as u32 - '۰' as u32),
        _ => None,
    };
    if let Some(digit) = digit {
        return char::from_digit(digit, 10);
    }
    LAYOUT.iter().find(|(arabic, _)| *arabic == letter).map(|(_, latin)| *latin)
}

/// The same key on a Latin keyboard, with its modifiers; `None` when it is not Arabic.
pub fn latin_key(key: Key) -> Option<Key> {
    match key.code {
        Code::Char(letter) => latin(letter).map(|latin| Key { code: Code::Char(latin), ..key }),
        _ => None,
    }
}

/// The key that typed lam and this letter together; `None` when no key does.
pub fn joined(after_lam: char) -> Option<char> {
    LAM_ALEF.iter().find(|(alef, _)| *alef == after_lam).map(|(_, latin)| *latin)
}

/// What an Arabic keyboard types with the key of this Latin letter, for the help screen.
pub fn arabic(latin: char) -> Option<String> {
    if let Some((alef, _)) = LAM_ALEF.iter().find(|(_, key)| *key == latin) {
        return Some(format!("ل{alef}"));
    }
    let (letter, _) = LAYOUT.iter().find(|(_, key)| *key == latin)?;
    // A mark alone cannot be seen, and marks may be switched off: it is named.
    let named = MARKS.iter().find(|(mark, _)| mark == letter);
    Some(named.map_or_else(|| letter.to_string(), |(_, name)| (*name).to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_stand_on_their_keys() {
        assert_eq!(latin('ت'), Some('j'));
        assert_eq!(latin('ن'), Some('k'));
        assert_eq!(latin('د'), Some(']'));
        assert_eq!(latin('\u{fefb}'), Some('b'));
        assert_eq!(latin('٣'), Some('3'));
        assert_eq!(latin('۳'), Some('3'));
        assert_eq!(latin('j'), None);
        assert_eq!(joined('ا'), Some('b'));
        assert_eq!(arabic('b').as_deref(), Some("لا"));
        assert_eq!(arabic('Q').as_deref(), Some("فتحة"));
    }

    #[test]
    fn no_letter_stands_on_two_keys() {
        for (place, (arabic, latin)) in LAYOUT.iter().enumerate() {
            for (other, key) in &LAYOUT[place + 1..] {
                assert!(arabic != other && latin != key, "{arabic} {latin}");
            }
        }
    }
}
