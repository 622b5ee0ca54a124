//! The levels of UAX #9 in a paragraph, and in each line of it.
//!
//! The rules are `unicode-bidi`'s, up to L1. Here is what they are asked for: in a right-to-left
//! paragraph only the islands that hold a digit or a letter of another direction, since everything
//! between them has the paragraph's level. Which level goes where on the screen is L2, in
//! [`super::direction`].

use std::ops::Range;

use unicode_bidi::{
    BidiClass::{AL, AN, B, BN, CS, EN, ES, ET, L, NSM, ON, R, S, WS},
    BidiDataSource as _, Level, ParagraphBidiInfo,
};

use super::{classes::Classes, direction::Direction, layout::Controls};

/// Pairs of brackets that UAX #9 keeps open at once (BD16).
const OPEN_BRACKETS: usize = 63;

/// The resolved levels of a paragraph (UAX #9, up to I2).
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Levels {
    direction: Direction,
    controls: Controls,
    /// Where each level begins, as a byte offset in the paragraph. Before the first, and in a
    /// paragraph without runs, all have the paragraph's level.
    runs: Box<[(u32, Level)]>,
}

/// The levels of one line.
pub(super) enum LineLevels<'p> {
    One(Level),
    /// Runs of the paragraph, and the offset of the line in it.
    Runs(&'p [(u32, Level)], u32),
    /// One for each byte of the line, with those of its whitespace reset (L1).
    Bytes(Vec<Level>, Level),
}

impl Levels {
    pub fn resolve(text: &str, direction: Direction, controls: Controls) -> Self {
        let base = direction.level();
        let classes = Classes(controls);
        let mut runs: Vec<(u32, Level)> = Vec::new();
        let mut push = |at: usize, level: Level| {
            if runs.last().map_or(base, |(_, last)| *last) != level {
                runs.push((at as u32, level));
            }
        };
        let all = vec![0..text.len(); 1];
        for island in islands(text, direction, &classes).unwrap_or(all) {
            let words = text.get(island.clone()).unwrap_or_default();
            let info = ParagraphBidiInfo::new_with_data_source(&classes, words, Some(base));
            for (at, level) in info.levels.iter().enumerate() {
                push(island.start + at, *level);
            }
            push(island.end, base);
        }
        Self { direction, controls, runs: runs.into() }
    }

    /// The levels of the line `words`, which begins `from` bytes into the paragraph and of which
    /// the first `shown` bytes have cells.
    pub fn on_line(&self, words: &str, from: usize, shown: usize) -> LineLevels<'_> {
        let (start, stop) = (from as u32, (from + words.len()) as u32);
        let first = self.runs.partition_point(|(at, _)| *at <= start);
        let last = self.runs.partition_point(|(at, _)| *at < stop);
        let before = first.checked_sub(1).and_then(|first| self.runs.get(first));
        let base = self.direction.level();
        if first >= last && before.is_none_or(|(_, level)| *level == base) {
            return LineLevels::One(base);
        }
        let runs = self.runs.get(first.saturating_sub(1)..last).unwrap_or_default();
        if words.get(..shown).is_some_and(|shown| self.needs_no_reset(shown)) {
            return LineLevels::Runs(runs, start);
        }
        let line = LineLevels::Runs(runs, start);
        let mut level_at = line.reader(base);
        let info = ParagraphBidiInfo {
            text: words,
            original_classes: by_byte(words, |_, c| Classes(self.controls).bidi_class(c)),
            levels: by_byte(words, |at, _| level_at(at as u32)),
            paragraph_level: base,
            is_pure_ltr: false,
        };
        LineLevels::Bytes(info.reordered_levels(0..words.len()), base)
    }
}

impl Levels {
    /// Whether L1 changes nothing in this part of a line: no tab inside, and a letter at the end.
    fn needs_no_reset(&self, shown: &str) -> bool {
        let last = shown.chars().next_back().map(|c| Classes(self.controls).bidi_class(c));
        shown.bytes().all(|byte| byte >= b' ')
            && last.is_some_and(|class| {
                matches!(class, L | R | AL | EN | AN | ES | ET | CS | ON | NSM)
            })
    }
}

impl LineLevels<'_> {
    /// Reads the level at offsets in the line that are asked for from left to right in the text;
    /// `base` is that of what is beyond the line.
    pub fn reader(&self, base: Level) -> impl FnMut(u32) -> Level {
        let mut passed = 0;
        let mut current = base;
        move |at| match self {
            Self::One(level) => *level,
            Self::Bytes(levels, base) => levels.get(at as usize).copied().unwrap_or(*base),
            Self::Runs(..) if at == u32::MAX => base,
            Self::Runs(runs, from) => {
                while let Some((start, level)) = runs.get(passed)
                    && *start <= from + at
                {
                    current = *level;
                    passed += 1;
                }
                current
            }
        }
    }
}

fn by_byte<T: Copy>(words: &str, mut value: impl FnMut(usize, char) -> T) -> Vec<T> {
    let mut values = Vec::with_capacity(words.len());
    for (at, c) in words.char_indices() {
        values.extend(std::iter::repeat_n(value(at, c), c.len_utf8()));
    }
    values
}

/// The stretches of a paragraph whose levels are not plain to see; `None` when that cannot be told
/// piecemeal: embeddings, isolates, brackets that pair across islands.
///
/// In a right-to-left paragraph an island is what lies between two letters of that direction, they
/// included, where there is a digit or a left-to-right letter: W1–W7 and N1–N2 look no further
/// than the strong letter on either side. A pair of brackets with such a letter between them takes
/// the paragraph's direction as a lone bracket beside it would (N0 b), unless left-to-right text
/// encloses it; so brackets that do not pair within their island send the whole paragraph to the
/// crate.
fn islands(text: &str, direction: Direction, classes: &Classes) -> Option<Vec<Range<usize>>> {
    let rtl = direction == Direction::Rtl;
    let mut found: Vec<Range<usize>> = Vec::new();
    let (mut shore, mut island) = (0, None);
    let mut brackets = 0;
    for (at, c) in text.char_indices() {
        match classes.bidi_class(c) {
            R | AL if rtl => {
                if let Some(start) = island.take() {
                    found.push(start..at + c.len_utf8());
                }
                shore = at;
            }
            L | EN | AN if rtl => island = island.or(Some(shore)),
            L | EN | NSM | WS | CS | ES | ET | BN | B | S => {}
            ON => brackets += usize::from(classes.bidi_matched_opening_bracket(c).is_some()),
            _ => return None,
        }
    }
    found.extend(island.map(|start| start..text.len()));
    let pair = |island: &Range<usize>| {
        brackets == 0 || text.get(island.clone()).is_some_and(|words| pairs(words, classes))
    };
    (brackets < OPEN_BRACKETS && found.iter().all(pair)).then_some(found)
}

/// Whether every bracket of `words` has its fellow there, properly nested.
fn pairs(words: &str, classes: &Classes) -> bool {
    let mut open = Vec::new();
    let brackets = words.chars().filter(|c| classes.bidi_class(*c) == ON);
    brackets.filter_map(|c| classes.bidi_matched_opening_bracket(c)).all(|bracket| {
        if bracket.is_open {
            open.push(bracket.opening);
            return true;
        }
        open.pop() == Some(bracket.opening)
    }) && open.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The levels of every byte, by our way and by the crate on the whole paragraph.
    fn both(text: &str, direction: Direction) -> (Vec<Level>, Vec<Level>) {
        let ours = Levels::resolve(text, direction, Controls::Obey);
        let line = LineLevels::Runs(&ours.runs, 0);
        let mut reader = line.reader(direction.level());
        let ours = (0..text.len()).map(|at| reader(at as u32)).collect();
        let classes = Classes(Controls::Obey);
        let info = ParagraphBidiInfo::new_with_data_source(&classes, text, Some(direction.level()));
        (ours, info.levels)
    }

    #[test]
    fn a_bracket_that_pairs_across_an_arabic_letter_is_seen() {
        for text in ["abc (def ghi عربي) x", "ب abc (def ب ghi) 5", "(ب) a [ب ( c ] d) ب 5"]
        {
            for direction in [Direction::Rtl, Direction::Ltr] {
                let (ours, theirs) = both(text, direction);
                assert_eq!(ours, theirs, "{text}");
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn islands_have_the_levels_of_the_whole(text in "[abبجא1٣ \u{300}()\\[\\]+$,!\u{AD}\t«»٪]{0,30}") {
            for direction in [Direction::Rtl, Direction::Ltr] {
                let (ours, theirs) = both(&text, direction);
                prop_assert_eq!(ours, theirs);
            }
        }
    }
}
