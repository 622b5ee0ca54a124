//! What a terminal that orders text does to a row: UAX #9 on the characters of the cells.
//!
//! Here: the model that `fenced` asks before it writes, and the inverse that `logical` needs. Not
//! here: the layout of an article's text, which is `text::row`, once and for all terminals.

use unicode_bidi::{BidiClass, bidi_class};

use crate::text::{self, direction};

pub(super) use crate::text::direction::mirrored;

/// What a character is to the order of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    Left,
    Right,
    Number,
    Neutral,
}

/// The class of a cell's first character (UAX #9 table 4, in four).
pub(super) fn class(c: char) -> Class {
    match bidi_class(c) {
        BidiClass::L => Class::Left,
        // An Arabic-Indic digit takes its neighbours along as a letter does (N1), and no letter
        // before it can change it.
        BidiClass::R | BidiClass::AL | BidiClass::AN => Class::Right,
        BidiClass::EN => Class::Number,
        _ => Class::Neutral,
    }
}

/// Box drawing and block elements: neutral in Unicode, strongly left-to-right in some terminals.
pub(super) fn is_box(c: char) -> bool {
    ('\u{2500}'..='\u{259F}').contains(&c)
}

/// Letters of a right-to-left script.
pub(super) fn is_letter(c: char) -> bool {
    matches!(bidi_class(c), BidiClass::R | BidiClass::AL)
}

/// Who decides the direction of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Base {
    Left,
    Right,
    /// The first strong character does (UAX #9 P2).
    First,
}

/// A row as a terminal shows it: for each place the index of the character, and whether it is
/// mirrored (L2, L4).
pub(super) fn shown(row: &[char], base: Base) -> Vec<(usize, bool)> {
    let base = match base {
        Base::Left => text::Base::Ltr,
        Base::Right => text::Base::Rtl,
        Base::First => text::Base::AutoLtr,
    };
    direction::reorder(row, base).into_iter().map(|shown| (shown.index, shown.rtl)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn screen(text: &str, base: Base) -> String {
        let row: Vec<char> = text.chars().collect();
        let image =
            |(index, odd): (usize, bool)| if odd { mirrored(row[index]) } else { row[index] };
        shown(&row, base).into_iter().map(image).collect()
    }

    #[test]
    fn orders_as_the_standard_says() {
        assert_eq!(screen("ab (אב 12) cd", Base::Left), "ab (12 בא) cd");
        assert_eq!(screen("אב (12)", Base::First), "(12) בא");
        assert_eq!(screen("אב (12)", Base::Left), "(12) בא");
        assert_eq!(screen("12 אב", Base::Left), "12 בא");
        assert_eq!(screen("12 אב", Base::First), "בא 12");
    }
}
