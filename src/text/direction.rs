//! Which way a paragraph runs, and the levels of UAX #9 in it.
//!
//! The levels are the work of `unicode-bidi`; here are its data (with the policy for hostile
//! controls), the short way for paragraphs of one level, and rule L1 and L2 a line at a time.
//! What a cell shows is decided in [`super::row`].

use std::ops::Range;

use unicode_bidi::{
    BidiClass::{self, AL, AN, B, BN, CS, EN, ES, ET, L, NSM, ON, R, S, WS},
    BidiDataSource, Direction as Strong, LTR_LEVEL, Level, ParagraphBidiInfo, RTL_LEVEL,
    data_source::BidiMatchedOpeningBracket,
    get_base_direction_with_data_source,
};

use super::layout::{Base, Controls};

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

/// Bidi classes of characters, as `unicode-bidi` has them but for the policy on controls.
pub(super) struct Classes(pub Controls);

impl BidiDataSource for Classes {
    /// Neutralised controls are shown as a sign, and take part as one.
    fn bidi_class(&self, c: char) -> BidiClass {
        let class = class(c);
        let shown = match class {
            BidiClass::LRE | BidiClass::RLE | BidiClass::LRO | BidiClass::RLO | BidiClass::PDF => {
                true
            }
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

/// The resolved levels of a paragraph (UAX #9, up to I2).
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Levels {
    /// One level throughout.
    One(Level),
    /// Where each level begins, as a byte offset in the paragraph, and the level.
    Runs(Box<[(u32, Level)]>),
}

/// The levels of one line after L1.
pub(super) enum LineLevels {
    One(Level),
    /// One for each byte of the line.
    Bytes(Vec<Level>),
}

impl Levels {
    pub fn resolve(text: &str, direction: Direction, controls: Controls) -> Self {
        if is_one_level(text, direction, controls) {
            return Self::One(direction.level());
        }
        let info = ParagraphBidiInfo::new_with_data_source(
            &Classes(controls),
            text,
            Some(direction.level()),
        );
        let mut runs: Vec<(u32, Level)> = Vec::new();
        for (at, level) in info.levels.iter().enumerate() {
            if runs.last().is_none_or(|(_, last)| last != level) {
                runs.push((at as u32, *level));
            }
        }
        match runs.as_slice() {
            [] => Self::One(direction.level()),
            [(_, level)] if *level == direction.level() => Self::One(*level),
            _ => Self::Runs(runs.into()),
        }
    }

    /// The levels of the line `text`, which begins `from` bytes into the paragraph, its trailing
    /// whitespace and tabs reset (L1).
    pub fn on_line(
        &self,
        text: &str,
        from: usize,
        direction: Direction,
        controls: Controls,
    ) -> LineLevels {
        let line = from..from + text.len();
        let runs = match self {
            Self::One(level) => return LineLevels::One(*level),
            Self::Runs(runs) => runs,
        };
        let first = runs.partition_point(|(at, _)| *at as usize <= line.start).saturating_sub(1);
        let last = runs.partition_point(|(at, _)| (*at as usize) < line.end);
        let runs = runs.get(first..last.max(first + 1)).unwrap_or_default();
        if let [(_, level)] = runs
            && *level == direction.level()
        {
            return LineLevels::One(*level);
        }
        let info = ParagraphBidiInfo {
            text,
            original_classes: classes_by_byte(text, controls),
            levels: spread(runs, &line),
            paragraph_level: direction.level(),
            is_pure_ltr: false,
        };
        LineLevels::Bytes(info.reordered_levels(0..text.len()))
    }
}

/// Whether every character takes the paragraph's level: true of a right-to-left paragraph without
/// digits, Latin letters or controls, and of a left-to-right one without Arabic or controls.
///
/// Neutrals between strong letters of one direction take it (N1), at the edges too (N2).
fn is_one_level(text: &str, direction: Direction, controls: Controls) -> bool {
    let classes = Classes(controls);
    text.chars().all(|c| match classes.bidi_class(c) {
        NSM | WS | ON | CS | ES | ET | BN | B | S => true,
        R | AL => direction == Direction::Rtl,
        L | EN => direction == Direction::Ltr,
        _ => false,
    })
}

fn classes_by_byte(text: &str, controls: Controls) -> Vec<BidiClass> {
    let classes = Classes(controls);
    let mut by_byte = Vec::with_capacity(text.len());
    for c in text.chars() {
        by_byte.extend(std::iter::repeat_n(classes.bidi_class(c), c.len_utf8()));
    }
    by_byte
}

/// Runs of a paragraph as one level for each byte of a line of it.
fn spread(runs: &[(u32, Level)], line: &Range<usize>) -> Vec<Level> {
    let mut levels = Vec::with_capacity(line.len());
    for (place, (_, level)) in runs.iter().enumerate() {
        let end = runs.get(place + 1).map_or(line.end, |(at, _)| *at as usize);
        levels.resize(end.clamp(line.start, line.end) - line.start, *level);
    }
    levels
}

/// Visual order by L2: at each place from the left, which of the items (in logical order) is there.
pub(super) fn visual_order(levels: &[Level]) -> Vec<usize> {
    ParagraphBidiInfo::reorder_visual(levels)
}

/// The character to show for `c` in a right-to-left run (UAX #9, L4); most are themselves.
pub fn mirrored(c: char) -> char {
    match c {
        '\u{AC}'..='\u{F39}' | 'a'..='z' | 'A'..='Z' | '0'..='9' | ' ' if c != '»' => c,
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
    let by_cell: Vec<Level> = match levels.on_line(&text, 0, direction, Controls::Obey) {
        LineLevels::One(level) => vec![level; symbols.len()],
        LineLevels::Bytes(bytes) => {
            let starts = symbols.iter().scan(0, |at, symbol| {
                let start = *at;
                *at += symbol.as_ref().len();
                Some(start)
            });
            starts.map(|at| bytes.get(at).copied().unwrap_or(direction.level())).collect()
        }
    };
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
    fn the_short_way_to_a_class_gives_what_the_table_gives() {
        for c in (0..0x11_0000).filter_map(char::from_u32) {
            assert_eq!(class(c), unicode_bidi::bidi_class(c), "{c:?}");
            let (ours, theirs) = (
                Classes(Controls::Obey).bidi_matched_opening_bracket(c),
                unicode_bidi::HardcodedBidiData.bidi_matched_opening_bracket(c),
            );
            assert_eq!(
                ours.map(|b| (b.opening, b.is_open)),
                theirs.map(|b| (b.opening, b.is_open))
            );
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
