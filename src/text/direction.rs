//! Which way a paragraph runs, and where what is written stands in a row (UAX #9, P2, L2, L4).
//!
//! The levels between the two are in [`super::levels`]. Also here, for the encoders: the order in
//! which a terminal with a mind of its own shows a row ([`reorder`]).

use unicode_bidi::{
    BidiClass, BidiDataSource as _, Direction as Strong, LTR_LEVEL, Level, ParagraphBidiInfo,
    RTL_LEVEL, get_base_direction_with_data_source,
};

use super::{
    classes::Classes,
    layout::{Base, Controls},
    levels::Levels,
};

/// The direction of a paragraph, and so the side at which its lines begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// Embedding level 0: lines begin at the left.
    Ltr,
    /// Embedding level 1: lines begin at the right.
    Rtl,
}

impl Direction {
    /// The paragraph's embedding level (UAX #9, BD4).
    pub fn level(self) -> Level {
        if self == Self::Rtl { RTL_LEVEL } else { LTR_LEVEL }
    }
}

/// The direction of a paragraph by UAX #9, P2 and P3, or as `base` commands.
pub(super) fn of(text: &str, base: Base, controls: Controls) -> Direction {
    let otherwise = match base {
        Base::Rtl => return Direction::Rtl,
        Base::Ltr => return Direction::Ltr,
        Base::Auto | Base::Report => Direction::Rtl,
        Base::AutoLtr => Direction::Ltr,
    };
    match get_base_direction_with_data_source(&Classes(controls), text) {
        Strong::Ltr if base == Base::Report && is_mostly_rtl(text, controls) => Direction::Rtl,
        Strong::Ltr => Direction::Ltr,
        Strong::Rtl => Direction::Rtl,
        Strong::Mixed => otherwise,
    }
}

/// Whether no fewer words run from the right than from the left, and one of them does. A word runs
/// as its first strong letter; words are counted, not letters, so that an address or a long name
/// does not outweigh the sentence it stands in.
fn is_mostly_rtl(text: &str, controls: Controls) -> bool {
    let classes = Classes(controls);
    let (mut rtl, mut ltr, mut told) = (0_usize, 0_usize, false);
    for c in text.chars() {
        match classes.bidi_class(c) {
            BidiClass::WS | BidiClass::B | BidiClass::S => told = false,
            BidiClass::R | BidiClass::AL if !told => (rtl, told) = (rtl + 1, true),
            BidiClass::L if !told => (ltr, told) = (ltr + 1, true),
            _ => {}
        }
    }
    rtl > 0 && rtl >= ltr
}

/// Words of a report or a person for use in a sentence of another direction: an isolate that runs
/// as they do (UAX #9: FSI, or RLI where the first strong letter is not that of most words).
pub fn isolated(words: &str) -> String {
    let run = |base| of(words, base, Controls::Neutralise);
    let rtl = run(Base::Auto) == Direction::Ltr && run(Base::Report) == Direction::Rtl;
    format!("{}{words}\u{2069}", if rtl { '\u{2067}' } else { '\u{2068}' })
}

/// Visual order by L2: at each place from the left, which of the items (in logical order) is there.
pub(super) fn visual_order(levels: &[Level]) -> Vec<usize> {
    ParagraphBidiInfo::reorder_visual(levels)
}

/// The character to show for `c` in a right-to-left run (UAX #9, L4); most are themselves.
pub fn mirrored(c: char) -> char {
    match c {
        '\u{FB00}'..='\u{FE58}'
        | '\u{FE66}'..='\u{FF00}'
        | '\u{BC}'..='\u{F39}'
        | '\u{2010}'..='\u{2038}'
        | ' '
        | '0'..='9'
        | 'a'..='z'
        | 'A'..='Z' => c,
        _ => unicode_bidi_mirroring::get_mirrored(c).unwrap_or(c),
    }
}

/// One column of a row that a terminal has put in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shown {
    /// Which of the characters as written is shown here.
    pub index: usize,
    /// Whether it stands in a right-to-left run, and so mirrored.
    pub rtl: bool,
}

/// What a terminal that applies UAX #9 to each row makes of one: the columns from the left, each
/// with the place in `row` of its character (L1 and L2; the mirroring is left to the caller).
///
/// `row` has one character a cell, in the order in which they are written; `base` is the terminal's
/// rule for the direction of a row. With a left-to-right base the algorithm undoes itself for most
/// rows: to have characters shown in a given order, write them in the order this answers for them,
/// and check by asking again.
pub fn reorder(row: &[char], base: Base) -> Vec<Shown> {
    let text: String = row.iter().collect();
    let direction = of(&text, base, Controls::Obey);
    let levels = Levels::resolve(&text, direction, Controls::Obey);
    let line = levels.on_line(&text, 0, text.len());
    let mut level_at = line.reader(direction.level());
    let by_character: Vec<Level> = text.char_indices().map(|(at, _)| level_at(at as u32)).collect();
    let rtl = |index: usize| by_character.get(index).is_some_and(Level::is_rtl);
    let order = visual_order(&by_character).into_iter();
    order.map(|index| Shown { index, rtl: rtl(index) }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mirrors_as_the_table_says() {
        for c in (0..0x11_0000).filter_map(char::from_u32) {
            assert_eq!(mirrored(c), unicode_bidi_mirroring::get_mirrored(c).unwrap_or(c), "{c:?}");
        }
    }

    #[test]
    fn a_paragraph_without_strong_letters_runs_from_the_right() {
        assert_eq!(of("20% (2025)", Base::Auto, Controls::Neutralise), Direction::Rtl);
        assert_eq!(of("20% (2025)", Base::AutoLtr, Controls::Neutralise), Direction::Ltr);
        assert_eq!(of("2025: storm", Base::Auto, Controls::Neutralise), Direction::Ltr);
        assert_eq!(of("«عاصفة» storm", Base::Auto, Controls::Neutralise), Direction::Rtl);
    }

    #[test]
    fn a_paragraph_of_a_report_runs_as_most_of_its_words() {
        let report = |text| of(text, Base::Report, Controls::Neutralise);
        for text in [
            "CNN: قال مسؤول إن الجسر أغلق",
            "COVID-19 ينتشر",
            "(AFP) القدس – أعلن",
            "- BBC عربي: خبر",
            "العنوان https://example.org/a/b",
            "2031",
        ] {
            assert_eq!(report(text), Direction::Rtl, "{text}");
        }
        for text in ["The ship «سفينة» came in", "Harbour News", "@one two ثلاثة"] {
            assert_eq!(report(text), Direction::Ltr, "{text}");
        }
        assert_eq!(isolated("CNN: قال مسؤول"), "\u{2067}CNN: قال مسؤول\u{2069}");
        assert_eq!(isolated("قال CNN"), "\u{2068}قال CNN\u{2069}");
    }

    #[test]
    fn a_terminal_with_a_left_base_undoes_its_own_order() {
        let row: Vec<char> = "│ x 20% ﺏﺍx │".chars().collect();
        let written: Vec<char> = reorder(&row, Base::Ltr).iter().map(|s| row[s.index]).collect();
        assert_ne!(written, row);
        let shown: Vec<char> =
            reorder(&written, Base::Ltr).iter().map(|s| written[s.index]).collect();
        assert_eq!(shown, row);
    }
}
