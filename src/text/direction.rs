//! Which way a paragraph runs, and where what is written stands in a row (UAX #9, P2, L2, L4).
//!
//! The levels between the two are in [`super::levels`]. Also here, for the encoders: the order in
//! which a terminal with a mind of its own shows a row ([`reorder`]).

use unicode_bidi::{
    Direction as Strong, LTR_LEVEL, Level, ParagraphBidiInfo, RTL_LEVEL,
    get_base_direction_with_data_source,
};

use super::{
    classes::Classes,
    layout::{Base, Controls},
    levels::{End, Levels},
};

/// The direction of a paragraph, and so the side at which its lines begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    Ltr,
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
        Base::Auto => Direction::Rtl,
        Base::AutoLtr => Direction::Ltr,
    };
    match get_base_direction_with_data_source(&Classes(controls), text) {
        Strong::Ltr => Direction::Ltr,
        Strong::Rtl => Direction::Rtl,
        Strong::Mixed => otherwise,
    }
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

/// Where a terminal that applies UAX #9 to each row puts the cells of a row that it is sent.
///
/// `symbols` are cells in the order they are written; the answer says for each column from the
/// left which of them is shown there. `base` is the terminal's rule for the row. A cell is taken
/// as one letter: it has the level of its first character.
///
/// With a left-to-right base the algorithm undoes itself for most rows: to have the cells of a row
/// shown in a given order, write them in the order this returns (with mirrored brackets exchanged
/// where [`Reordered::rtl`] says so), and check by asking again.
pub fn reorder<S: AsRef<str>>(symbols: &[S], base: Base) -> Reordered {
    let text: String = symbols.iter().map(AsRef::as_ref).collect();
    let direction = of(&text, base, Controls::Obey);
    let levels = Levels::resolve(&text, direction, Controls::Obey);
    let line = levels.on_line(&text, 0, End::Shown);
    let mut level_at = line.reader(direction.level());
    let mut start = 0;
    let by_cell: Vec<Level> = symbols
        .iter()
        .map(|symbol| {
            let level = level_at(start);
            start += symbol.as_ref().len() as u32;
            level
        })
        .collect();
    Reordered {
        order: visual_order(&by_cell),
        rtl: by_cell.iter().map(Level::is_rtl).collect(),
        direction,
    }
}

/// What [`reorder`] found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reordered {
    /// For each column from the left, the index of the cell shown there.
    pub order: Vec<usize>,
    /// For each cell as written, whether it is in a right-to-left run, and so mirrored.
    pub rtl: Vec<bool>,
    /// The base the row was given.
    pub direction: Direction,
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
    fn a_terminal_with_a_left_base_undoes_its_own_order() {
        let row = ["│", " ", "x", "﴿", " ", "2", "0", "%", " ", "ﺏ", "ﺍ", "x", " ", "│"];
        let once = reorder(&row, Base::Ltr);
        let written: Vec<&str> = once.order.iter().map(|cell| row[*cell]).collect();
        let twice = reorder(&written, Base::Ltr);
        let shown: Vec<&str> = twice.order.iter().map(|cell| written[*cell]).collect();
        assert_eq!(shown, row);
    }
}
