//! The best alignment of a quotation, with what stood around it, to a stretch of the report.
//!
//! Smith and Waterman's local alignment over words. The words around are aligned together with
//! the quotation, so that a neighbour which resembles it is taken for the neighbour that it is.

use super::words::Word;

/// A stretch of the report: the number of each word, how alike it is to a quoted one, and
/// whether a sentence ends after it.
pub(super) struct Stretch<'a> {
    pub(super) ids: &'a [u32],
    pub(super) alike: &'a dyn Fn(usize, &Word) -> bool,
    pub(super) ends: &'a dyn Fn(usize) -> bool,
    /// Which of the words that are looked for are the quotation's; the others stood around it.
    pub(super) quote: std::ops::Range<usize>,
}

const SAME: i32 = 3;
const ALIKE: i32 = 1;
const OTHER: i32 = -2;
const GAP: i32 = -2;
/// Whole sentences are often put in between two others, seldom into the middle of one.
const BETWEEN: i32 = -1;
const INTO: i32 = -6;

/// For each quoted word the place in the stretch it stands at, or against; and the score.
#[derive(Debug, Default)]
pub(super) struct Alignment {
    pub(super) pairs: Vec<Option<usize>>,
    pub(super) score: i32,
}

#[derive(Clone, Copy, PartialEq)]
enum Step {
    Stop,
    Pair,
    /// A word of the quotation that the report lacks.
    Lacks,
    /// A word of the report that the quotation lacks.
    Extra,
}

pub(super) fn align(words: &[Word], stretch: &Stretch<'_>) -> Alignment {
    let width = stretch.ids.len() + 1;
    let mut steps = vec![Step::Stop; width * (words.len() + 1)];
    let mut above = vec![0; width];
    let mut best = (0, 0, 0);
    for (row, word) in words.iter().enumerate() {
        let mut current = vec![0; width];
        for (column, &id) in stretch.ids.iter().enumerate() {
            let pair = above[column] + worth(word, id, column, stretch);
            let choices = [
                (0, Step::Stop),
                (current[column] + extra(row, column, stretch), Step::Extra),
                (above[column + 1] + GAP, Step::Lacks),
                (pair, Step::Pair),
            ];
            let (score, step) =
                choices.into_iter().max_by_key(|choice| choice.0).unwrap_or((0, Step::Stop));
            current[column + 1] = score;
            steps[(row + 1) * width + column + 1] = step;
            if score > best.0 {
                best = (score, row + 1, column + 1);
            }
        }
        above = current;
    }
    Alignment { pairs: trace(&steps, width, words.len(), (best.1, best.2)), score: best.0 }
}

fn worth(word: &Word, id: u32, column: usize, stretch: &Stretch<'_>) -> i32 {
    if word.id == id {
        SAME
    } else if (stretch.alike)(column, word) {
        ALIKE
    } else {
        OTHER
    }
}

/// What it costs that a word was put in after the one of `row`.
fn extra(row: usize, column: usize, stretch: &Stretch<'_>) -> i32 {
    let inside = stretch.quote.start < row + 1 && row + 1 < stretch.quote.end;
    let at_edge = row + 1 == stretch.quote.start || row + 1 == stretch.quote.end;
    match (inside, at_edge) {
        (true, _) if (stretch.ends)(column) => INTO,
        (_, true) => BETWEEN,
        _ => GAP,
    }
}

fn trace(
    steps: &[Step],
    width: usize,
    words: usize,
    (mut row, mut column): (usize, usize),
) -> Vec<Option<usize>> {
    let mut pairs = vec![None; words];
    loop {
        match steps.get(row * width + column) {
            Some(Step::Pair) => {
                pairs[row - 1] = Some(column - 1);
                (row, column) = (row - 1, column - 1);
            }
            Some(Step::Lacks) => row -= 1,
            Some(Step::Extra) => column -= 1,
            Some(Step::Stop) | None => return pairs,
        }
    }
}

/// Whether two folded words are forms of one: what they share at both ends is most of the longer.
pub(super) fn alike(a: &str, b: &str) -> bool {
    let longer = a.chars().count().max(b.chars().count());
    let from_start = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
    let from_end = a.chars().rev().zip(b.chars().rev()).take_while(|(a, b)| a == b).count();
    longer >= 3 && (from_start + from_end).min(longer) * 3 >= longer * 2
}
