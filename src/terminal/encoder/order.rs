//! What a terminal that orders text does to a row: UAX #9 on the characters of the cells.
//!
//! Here: the model that `fenced` asks before it writes, and the inverse that `logical` needs. Not
//! here: the layout of an article's text, which is `text::row`, once and for all terminals.

use unicode_bidi::{BidiClass, BidiInfo, Level, bidi_class};
use unicode_bidi_mirroring::get_mirrored;

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

/// The mirror image of a bracket (BidiMirroring.txt), or the character itself.
pub(super) fn mirrored(c: char) -> char {
    get_mirrored(c).unwrap_or(c)
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
    let levels = levels(row, base);
    let mut order: Vec<usize> = (0..row.len()).collect();
    let highest = levels.iter().copied().max().unwrap_or(0);
    for level in (1..=highest).rev() {
        reverse_runs(&mut order, |index| levels.get(index).is_some_and(|own| *own >= level));
    }
    let odd = |index: usize| levels.get(index).is_some_and(|level| level % 2 == 1);
    order.into_iter().map(|index| (index, odd(index))).collect()
}

/// Reverses each maximal run of places whose character is `inside` (L2, one level).
fn reverse_runs(order: &mut [usize], inside: impl Fn(usize) -> bool) {
    for run in order.chunk_by_mut(|a, b| inside(*a) == inside(*b)) {
        if run.first().is_some_and(|index| inside(*index)) {
            run.reverse();
        }
    }
}

/// Levels of the characters of one line, L1 included.
fn levels(row: &[char], base: Base) -> Vec<u8> {
    let text: String = row.iter().collect();
    let level = match base {
        Base::Left => Some(Level::ltr()),
        Base::Right => Some(Level::rtl()),
        Base::First => None,
    };
    let info = BidiInfo::new(&text, level);
    let Some(paragraph) = info.paragraphs.first() else { return Vec::new() };
    let levels = info.reordered_levels_per_char(paragraph, paragraph.range.clone());
    levels.into_iter().map(|level| level.number()).collect()
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
