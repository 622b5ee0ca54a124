//! The bidi classes that `unicode-bidi` works with: its own, but for the policy on controls.
//!
//! Also a short way to the classes of common letters, since the crate searches a table for each.

use unicode_bidi::{
    BidiClass::{self, AL, AN, B, BN, CS, EN, ES, ET, L, LRE, LRO, NSM, ON, PDF, RLE, RLO, S, WS},
    BidiDataSource,
    data_source::BidiMatchedOpeningBracket,
};

use super::layout::Controls;

/// Bidi classes of characters, as `unicode-bidi` has them but for the policy on controls.
pub(super) struct Classes(pub Controls);

impl BidiDataSource for Classes {
    /// Neutralised controls are shown as a sign, and take part as one.
    fn bidi_class(&self, c: char) -> BidiClass {
        if matches!(c, '\n' | '\r') && self.0 == Controls::Neutralise {
            // Inside a paragraph a line end does not part the words before and after it.
            return WS;
        }
        let class = class(c);
        let shown = match class {
            LRE | RLE | LRO | RLO | PDF => true,
            BN | B | S => c < '\u{A0}' && !('\t'..='\r').contains(&c) && c != '\u{85}',
            _ => return class,
        };
        if shown && self.0 == Controls::Neutralise { ON } else { class }
    }

    fn bidi_matched_opening_bracket(&self, c: char) -> Option<BidiMatchedOpeningBracket> {
        let pair = |opening| Some(BidiMatchedOpeningBracket { opening, is_open: opening == c });
        match c {
            '(' | ')' => pair('('),
            '[' | ']' => pair('['),
            '{' | '}' => pair('{'),
            '\0'..='\u{F00}' | '\u{2010}'..='\u{2027}' => None,
            _ => unicode_bidi::HardcodedBidiData.bidi_matched_opening_bracket(c),
        }
    }
}

/// The class of a character.
fn class(c: char) -> BidiClass {
    match COMMON.get(c as usize) {
        Some(Some(class)) => *class,
        _ => unicode_bidi::bidi_class(c),
    }
}

/// The classes of common characters below U+0700.
static COMMON: [Option<BidiClass>; 0x700] = {
    let mut classes = [None; 0x700];
    let mut code = 0;
    while code < classes.len() {
        classes[code] = common(code);
        code += 1;
    }
    classes
};

const fn common(code: usize) -> Option<BidiClass> {
    Some(match code {
        0x61B | 0x61F..=0x64A | 0x66D..=0x66F | 0x671..=0x6D3 => AL,
        0x20 => WS,
        0x41..=0x5A | 0x61..=0x7A => L,
        0x30..=0x39 => EN,
        0x64B..=0x65F | 0x670 => NSM,
        0x660..=0x669 => AN,
        0x2C | 0x2E | 0x2F | 0x3A | 0x60C | 0xA0 => CS,
        0x2B | 0x2D => ES,
        0x23..=0x25 => ET,
        0x21 | 0x22 | 0x26..=0x2A | 0x3B..=0x40 | 0x5B..=0x60 | 0x7B..=0x7E | 0xAB | 0xBB => ON,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_short_way_gives_what_the_table_gives() {
        for c in (0..0x11_0000).filter_map(char::from_u32) {
            assert_eq!(class(c), unicode_bidi::bidi_class(c), "{c:?}");
            let (ours, theirs) = (
                Classes(Controls::Obey).bidi_matched_opening_bracket(c),
                unicode_bidi::HardcodedBidiData.bidi_matched_opening_bracket(c),
            );
            let bracket = |found: Option<BidiMatchedOpeningBracket>| {
                found.map(|bracket| (bracket.opening, bracket.is_open))
            };
            assert_eq!(bracket(ours), bracket(theirs), "{c:?}");
        }
    }
}
