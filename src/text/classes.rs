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

/// The class of a character; the common ones without the search in the crate's table.
fn class(c: char) -> BidiClass {
    match c {
        'ؠ'..='ي' | '\u{66D}'..='\u{66F}' | '\u{671}'..='\u{6D3}' | '؛' | '؟' => AL,
        ' ' => WS,
        'a'..='z' | 'A'..='Z' => L,
        '0'..='9' => EN,
        '\u{64B}'..='\u{65F}' | '\u{670}' => NSM,
        '\u{660}'..='\u{669}' => AN,
        '.' | ',' | ':' | '/' | '،' | '\u{A0}' => CS,
        '-' | '+' => ES,
        '%' | '$' | '#' | '£' => ET,
        '(' | ')' | '"' | '«' | '»' | '…' | '!' | '\'' | '?' | ';' | '[' | ']' => ON,
        _ => unicode_bidi::bidi_class(c),
    }
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
