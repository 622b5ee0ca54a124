//! Where the fences of a row stand: as few as will do, in blank cells.
//!
//! A fence is needed between two right-to-left letters of two panes or two colours, and between
//! letters and a number right of them (UAX #9 W2, W7: a number takes the side of the letter
//! before it). Where there is no blank for it, a mark of no width is put there.

use super::super::order::{Class, class, is_box};
use super::Unit;
use super::plan::Effort;

/// Blank cells that become fences, and cells that have a mark of no width before them.
#[derive(Debug)]
pub(super) struct Fences {
    fenced: Vec<bool>,
    marks: Vec<bool>,
    extra: bool,
}

impl Fences {
    fn none(len: usize) -> Self {
        Self { fenced: vec![false; len], marks: vec![false; len + 1], extra: false }
    }

    pub fn fenced(&self, index: usize) -> bool {
        self.fenced.get(index).copied().unwrap_or(false)
    }

    pub fn mark_before(&self, index: usize) -> bool {
        self.marks.get(index).copied().unwrap_or(false)
    }

    pub fn effort(&self) -> Effort {
        if self.marks.contains(&true) {
            Effort::Marks
        } else if self.extra {
            Effort::Blanks
        } else {
            Effort::Borders
        }
    }

    fn fence(&mut self, index: usize) {
        if let Some(fenced) = self.fenced.get_mut(index) {
            *fenced = true;
        }
    }

    fn mark(&mut self, index: usize) {
        if let Some(mark) = self.marks.get_mut(index) {
            *mark = true;
        }
    }

    /// Parts the cells `left` and `right` at the blank nearest to `wish`.
    fn part(&mut self, units: &[Unit], left: usize, right: usize, wish: usize) {
        let blank = |index: &usize| units.get(*index).is_some_and(Unit::is_blank);
        match (left + 1..right).filter(blank).min_by_key(|index| index.abs_diff(wish)) {
            Some(index) => self.fence(index),
            None => self.mark(right),
        }
    }
}

/// Fences where the standard says that cells would move without them.
pub(super) fn at_need(units: &[Unit]) -> Fences {
    let mut fences = Fences::none(units.len());
    let anchors: Vec<(usize, Class)> = (units.iter().map(|unit| class(unit.first)).enumerate())
        .filter(|(_, class)| *class != Class::Neutral)
        .collect();
    let mut letter_follows = anchors.last().is_some_and(|last| last.1 == Class::Right);
    for pair in anchors.windows(2).rev() {
        let &[(left, before), (right, after)] = pair else { continue };
        let joined = before != Class::Left && after != Class::Left;
        if joined && let Some(wish) = seam(units, left, right) {
            fences.part(units, left, right, wish);
            letter_follows = false;
        } else if before == Class::Right && after == Class::Number && !letter_follows {
            fences.part(units, left, right, right);
            fences.extra = true;
        }
        letter_follows = match before {
            Class::Right => true,
            Class::Left | Class::Neutral => false,
            Class::Number => letter_follows,
        };
    }
    base(units, &mut fences, &anchors);
    fences
}

/// A fence before the first letter, so that the base is left-to-right by any rule.
fn base(units: &[Unit], fences: &mut Fences, anchors: &[(usize, Class)]) {
    let strong = anchors.iter().find(|anchor| anchor.1 != Class::Number);
    let Some((letter, Class::Right)) = strong.copied() else { return };
    match units.iter().take(letter).position(Unit::is_blank) {
        Some(blank) => fences.fence(blank),
        None => fences.mark(0),
    }
}

/// The place of a border or a change of colours between two cells.
fn seam(units: &[Unit], left: usize, right: usize) -> Option<usize> {
    let between = units.get(left..=right)?;
    let border = between.iter().position(|unit| is_box(unit.first));
    let colour = || {
        let follows = between.iter().skip(1);
        let change = between.iter().zip(follows).position(|(a, b)| a.ink != b.ink)?;
        // The fence goes to the blank at the change, whichever side it is on.
        let before = between.get(change).is_some_and(Unit::is_blank);
        Some(if before { change } else { change + 1 })
    };
    border.or_else(colour).map(|offset| left + offset)
}

/// A fence in every gap between words, besides those that are needed.
pub(super) fn at_words(units: &[Unit]) -> Fences {
    let mut fences = at_need(units);
    fences.extra = true;
    let mut in_gap = false;
    for (index, unit) in units.iter().enumerate() {
        if unit.is_blank() && !in_gap {
            fences.fence(index);
        }
        in_gap = unit.is_blank();
    }
    fences
}

/// Marks on both sides of each run of letters: right for every row, where marks have no width.
pub(super) fn round_letters(units: &[Unit]) -> Fences {
    let mut fences = at_need(units);
    let mut before = false;
    for (index, unit) in units.iter().enumerate() {
        let letter = class(unit.first) == Class::Right;
        if letter != before {
            fences.mark(index);
        }
        before = letter;
    }
    fences
}
