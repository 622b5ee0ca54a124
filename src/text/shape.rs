//! Which form of its letter a cell shows: the joining of Arabic script.
//!
//! Joining types come from `ArabicShaping.txt`, the forms from [`super::forms`]. Letters are joined
//! in logical order, line by line; the rules are those of the Unicode Standard, section 9.2
//! (R2 to R6 for letters, L1 to L3 for lam-alef). No other ligature is made.

use unicode_joining_type::{JoiningType, get_joining_type};

use super::{
    forms::{self, FINAL, INITIAL, ISOLATED, MEDIAL},
    layout::Shaping,
};

/// The sides on which a letter joins; "before" is the earlier letter, to the right of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Joint {
    Apart,
    Before,
    After,
    Both,
    /// Marks and format characters: letters join as if they were not there.
    Transparent,
}

impl Joint {
    pub fn before(self) -> bool {
        matches!(self, Self::Before | Self::Both)
    }

    pub fn after(self) -> bool {
        matches!(self, Self::After | Self::Both)
    }

    /// With a zero width non-joiner after it.
    pub fn cut(self) -> Self {
        if self.before() { Self::Before } else { Self::Apart }
    }

    /// With a zero width joiner after it.
    pub fn reaching(self) -> Self {
        if self.before() { Self::Both } else { Self::After }
    }
}

/// The joining type of a character; for letters with forms it can be read off the forms.
pub(super) fn joint(c: char) -> Joint {
    match table(c) {
        _ if c < '\u{300}' && c != '\u{AD}' => Joint::Apart,
        Some(forms) if forms[INITIAL] != 0 => Joint::Both,
        // Later letters may lack forms that their type calls for.
        Some(forms) if forms[FINAL] != 0 && c <= 'ي' => Joint::Before,
        _ => joining_type(c),
    }
}

fn joining_type(c: char) -> Joint {
    match get_joining_type(c) {
        JoiningType::DualJoining | JoiningType::JoinCausing => Joint::Both,
        JoiningType::RightJoining => Joint::Before,
        JoiningType::LeftJoining => Joint::After,
        JoiningType::Transparent => Joint::Transparent,
        _ => Joint::Apart,
    }
}

/// Whether Unicode has presentation forms for the letter.
pub(super) fn has_forms(letter: char) -> bool {
    table(letter).is_some_and(|forms| forms.iter().any(|form| *form != 0))
}

fn table(letter: char) -> Option<&'static forms::Forms> {
    forms::LETTERS.get((letter as u32).checked_sub(forms::FIRST)? as usize)
}

/// The form of a letter that is joined on those sides.
///
/// A letter without that form keeps the nearest it has; one without forms is shown as it is.
pub(super) fn form(letter: char, before: bool, after: bool, shaping: Shaping) -> char {
    let Some(forms) = table(letter).filter(|_| shaping != Shaping::Base) else { return letter };
    let place = match (before, after) {
        _ if shaping == Shaping::None => ISOLATED,
        (true, true) => MEDIAL,
        (true, false) => FINAL,
        (false, true) => INITIAL,
        (false, false) => ISOLATED,
    };
    let nearest = match forms[place] {
        0 if place == MEDIAL && forms[FINAL] != 0 => forms[FINAL],
        0 => forms[ISOLATED],
        form => form,
    };
    char::from_u32(u32::from(nearest)).filter(|_| nearest != 0).unwrap_or(letter)
}

/// The ligature of lam with `alef`, or `None` when it is not one of the four alefs.
pub(super) fn lam_alef(alef: char, joined_before: bool) -> Option<char> {
    let (_, isolated, joined) = forms::LAM_ALEF.into_iter().find(|(a, ..)| *a == alef)?;
    Some(if joined_before { joined } else { isolated })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_forms_tell_the_joining_type() {
        for c in (0..0x11_0000).filter_map(char::from_u32) {
            assert_eq!(joint(c), joining_type(c), "{c:?}");
        }
    }

    #[test]
    fn a_letter_takes_the_form_of_its_place() {
        let shape = |before, after| form('ه', before, after, Shaping::Presentation);
        assert_eq!(shape(false, false), '\u{FEE9}');
        assert_eq!(shape(true, false), '\u{FEEA}');
        assert_eq!(shape(false, true), '\u{FEEB}');
        assert_eq!(shape(true, true), '\u{FEEC}');
        assert_eq!(form('ه', true, true, Shaping::Base), 'ه');
        assert_eq!(form('ه', true, true, Shaping::None), '\u{FEE9}');
        // A right-joining letter has no medial form, and a digit has none at all.
        assert_eq!(form('د', true, true, Shaping::Presentation), '\u{FEAA}');
        assert_eq!(form('5', true, true, Shaping::Presentation), '5');
    }
}
