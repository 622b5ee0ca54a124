//! Which letter an Arabic letter is read as, when spelling is to make no difference.
//!
//! One table, used by [`super::fold`] at run time and by the build for the lexicon, so that both
//! sides of a look-up are folded alike. No offsets here, no other scripts.

/// What folding does with one character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Letter {
    Keep,
    As(char),
    /// A vowel mark, tatweel, joiner or direction control: no part of the spelling.
    Drop,
}

/// Folds one character: hamza carriers to their bare letter, ى to ي, ة to ه, Persian and Urdu
/// letters of the same sound, digits to ASCII, signs to ASCII, marks and controls away.
pub const fn folded_letter(c: char) -> Letter {
    match c {
        'أ' | 'إ' | 'آ' | 'ٱ' => Letter::As('ا'),
        'ؤ' => Letter::As('و'),
        'ئ' | 'ى' | 'ی' | 'ے' | 'ۓ' => Letter::As('ي'),
        'ة' | 'ہ' | 'ۀ' | 'ھ' | 'ۃ' | 'ە' => Letter::As('ه'),
        'ک' | 'ڪ' => Letter::As('ك'),
        '٠'..='٩' => digit(c as u32 - 0x660),
        '۰'..='۹' => digit(c as u32 - 0x6F0),
        '٪' => Letter::As('%'),
        '٫' => Letter::As('.'),
        '٬' => Letter::As(','),
        '\u{A0}' | '\u{202F}' | '\u{2000}'..='\u{200A}' | '\u{205F}' | '\u{3000}' => {
            Letter::As(' ')
        }
        '\u{2010}'..='\u{2015}' | '\u{2212}' => Letter::As('-'),
        _ if dropped(c) => Letter::Drop,
        _ => Letter::Keep,
    }
}

const fn digit(value: u32) -> Letter {
    Letter::As((b'0' + value as u8) as char)
}

const fn dropped(c: char) -> bool {
    matches!(c,
        '\u{640}' | '\u{AD}' | '\u{61C}' | '\u{FEFF}' | '\u{2060}'
        | '\u{610}'..='\u{61A}' | '\u{64B}'..='\u{65F}' | '\u{670}'
        | '\u{6D6}'..='\u{6DC}' | '\u{6DF}'..='\u{6E8}' | '\u{6EA}'..='\u{6ED}'
        | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}
