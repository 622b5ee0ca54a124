//! What a single character may show: itself, a picture, blanks, or nothing.
//!
//! Nothing of a text reaches the terminal but through [`shown`]. Joining is in [`super::shape`].

use super::layout::Controls;

/// Stands for LRE, RLE, LRO, RLO and PDF where they are neutralised.
pub const OVERRIDE_MARK: char = '⇄';

/// Stands for what cannot be shown: C1 controls, noncharacters, a wide letter in a narrow pane.
pub const UNSHOWABLE: char = '\u{FFFD}';

/// Columns of a tab; there are no tab stops, since a line has two ends it could start from.
pub const TAB: u8 = 4;

/// U+FDF2, one cell wide and too dense to read: written out as its letters.
pub const ALLAH_LIGATURE: char = '\u{FDF2}';

/// The way one character appears in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shown {
    AsIs,
    /// Left out, after it has done its work on direction and joining.
    Omitted,
    /// Another character in its place.
    Picture(char),
    /// So many blank columns.
    Blank(u8),
}

/// How `c` appears.
pub(super) fn shown(c: char, controls: Controls) -> Shown {
    match c {
        ' '..='~' | '\u{A0}'..='\u{AC}' | '\u{AE}'..='\u{2FF}' => Shown::AsIs,
        '\t' => Shown::Blank(TAB),
        '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Shown::Blank(1),
        '\0'..='\u{1F}' => Shown::Picture(picture(c)),
        '\u{7F}' => Shown::Picture('␡'),
        '\u{80}'..='\u{9F}' => Shown::Picture(UNSHOWABLE),
        '\u{202A}'..='\u{202E}' if controls == Controls::Neutralise => {
            Shown::Picture(OVERRIDE_MARK)
        }
        _ if is_omitted(c) => Shown::Omitted,
        _ if is_noncharacter(c) => Shown::Picture(UNSHOWABLE),
        _ => Shown::AsIs,
    }
}

/// The Control Pictures block has one for each C0 control, in the same order.
fn picture(c: char) -> char {
    char::from_u32(0x2400 + c as u32).unwrap_or(UNSHOWABLE)
}

/// Characters that are never emitted: terminals disagree on their width or act on them
/// (bidi controls, joiners, soft hyphen, variation selectors, tags, the signs that enclose digits).
pub(super) fn is_omitted(c: char) -> bool {
    matches!(c,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{6DD}' | '\u{70F}' | '\u{8E2}'
        | '\u{600}'..='\u{605}' | '\u{890}' | '\u{891}'
        | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}'
        | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
        | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}'
        | '\u{FFF0}'..='\u{FFFB}' | '\u{110BD}' | '\u{110CD}' | '\u{13430}'..='\u{1343F}'
        | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}')
}

fn is_noncharacter(c: char) -> bool {
    matches!(c, '\u{FDD0}'..='\u{FDEF}') || (c as u32) & 0xFFFE == 0xFFFE
}

/// Marks over and under Arabic and Hebrew letters that a reader does without.
///
/// Hamza and madda (U+0653–0655) count too; where they make another letter (ا + ٔ = أ) the letter
/// is composed before this is asked.
pub(super) fn is_tashkeel(c: char) -> bool {
    matches!(c,
        '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{610}'..='\u{61A}'
        | '\u{6D6}'..='\u{6DC}' | '\u{6DF}'..='\u{6E4}' | '\u{6E7}' | '\u{6E8}'
        | '\u{6EA}'..='\u{6ED}' | '\u{897}'..='\u{89F}' | '\u{8CA}'..='\u{8E1}'
        | '\u{8E3}'..='\u{8FF}' | '\u{10EFC}'..='\u{10EFF}'
        | '\u{591}'..='\u{5BD}' | '\u{5BF}' | '\u{5C1}' | '\u{5C2}' | '\u{5C4}' | '\u{5C5}'
        | '\u{5C7}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_control_character_is_shown_as_itself() {
        for c in (0..0x11_0000).filter_map(char::from_u32) {
            let shown = shown(c, Controls::Neutralise);
            if c.is_control() {
                assert_ne!(shown, Shown::AsIs, "{c:?}");
            }
            if let Shown::Picture(p) = shown {
                assert!(!p.is_control() && !is_omitted(p), "{c:?}");
            }
        }
        assert_eq!(shown('\u{1B}', Controls::Neutralise), Shown::Picture('␛'));
        assert_eq!(shown('\u{202E}', Controls::Neutralise), Shown::Picture(OVERRIDE_MARK));
        assert_eq!(shown('\u{202E}', Controls::Obey), Shown::Omitted);
        assert_eq!(shown('\u{2067}', Controls::Neutralise), Shown::Omitted);
    }
}
