//! The order in which the cells of a fenced row are written.
//!
//! UAX #9 with a left-to-right base undoes itself where every run of right-to-left letters begins
//! and ends with a letter; [`plan`] tries ever stronger fences and asks the model each time, so
//! what is written is known to come out right, whatever the row.

use super::super::order::{Base, Class, class, is_box, mirrored, shown};
use super::fences::{Fences, at_need, at_words, round_letters};
use super::{FENCE, Unit, fence_ink};
use crate::terminal::pen::Ink;

/// One thing to write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Item {
    /// A cell by its index, and whether its bracket is written the other way round.
    Unit(usize, bool),
    /// A fence in place of the blank cell of that index.
    Fence(usize),
    /// A left-to-right mark, of no width.
    Mark,
}

/// What it took to make a row come out right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Effort {
    /// No right-to-left letter in the row.
    None,
    /// Fences at borders, at the row's start and at changes of colour.
    Borders,
    /// Fences in blanks between words too.
    Blanks,
    /// Marks of no width, where there was no blank.
    Marks,
}

pub(super) struct Plan {
    pub items: Vec<Item>,
    pub effort: Effort,
}

/// The order of writing that makes a terminal show the units in their order, whether its rows
/// have a left-to-right base or that of their first letter.
pub(super) fn plan(units: &[Unit]) -> Plan {
    if !units.iter().any(|unit| class(unit.first) == Class::Right) {
        let items = (0..units.len()).map(|index| Item::Unit(index, false)).collect();
        return Plan { items, effort: Effort::None };
    }
    let fences = at_need(units);
    if let Some(items) = attempt(units, &fences) {
        return Plan { items, effort: fences.effort() };
    }
    if let Some(items) = attempt(units, &at_words(units)) {
        return Plan { items, effort: Effort::Blanks };
    }
    let last = line(units, &round_letters(units));
    Plan { items: inverse(units, &last), effort: Effort::Marks }
}

fn attempt(units: &[Unit], fences: &Fences) -> Option<Vec<Item>> {
    let line = line(units, fences);
    let items = inverse(units, &line);
    let whole = [Base::Left, Base::First].into_iter().all(|base| {
        [false, true].into_iter().all(|boxes| comes_out(units, &items, &line, base, boxes))
    });
    (whole && comes_out_by_colour(units, &items, &line)).then_some(items)
}

/// Whether the line comes out where each run of one colour is ordered by itself.
fn comes_out_by_colour(units: &[Unit], items: &[Item], line: &[Item]) -> bool {
    let mut rest = line;
    items.chunk_by(|a, b| ink_of(units, *a) == ink_of(units, *b)).all(|run| {
        let (wanted, after) = rest.split_at_checked(run.len()).unwrap_or((rest, &[]));
        rest = after;
        comes_out(units, run, wanted, Base::Left, false)
    })
}

/// The colours of an item; a mark counts as a run of its own.
fn ink_of(units: &[Unit], item: Item) -> Option<Ink> {
    match item {
        Item::Mark => None,
        Item::Fence(index) => units.get(index).map(fence_ink),
        Item::Unit(index, _) => units.get(index).map(|unit| unit.ink),
    }
}

/// The row in visual order, fences and marks in their places.
fn line(units: &[Unit], fences: &Fences) -> Vec<Item> {
    let mut line = Vec::with_capacity(units.len() + 8);
    for index in 0..units.len() {
        if fences.mark_before(index) {
            line.push(Item::Mark);
        }
        line.push(if fences.fenced(index) { Item::Fence(index) } else { Item::Unit(index, false) });
    }
    line
}

fn char_of(units: &[Unit], item: Item) -> char {
    match item {
        Item::Mark => '\u{200e}',
        Item::Fence(_) => FENCE,
        Item::Unit(index, flip) => {
            let first = units.get(index).map_or(' ', |unit| unit.first);
            if flip { mirrored(first) } else { first }
        }
    }
}

/// The line reordered as a terminal would: what it would show is what we write.
fn inverse(units: &[Unit], line: &[Item]) -> Vec<Item> {
    let chars: Vec<char> = line.iter().map(|item| char_of(units, *item)).collect();
    let turned = |(index, odd): (usize, bool)| match line.get(index) {
        Some(Item::Unit(unit, _)) => Some(Item::Unit(*unit, odd)),
        other => other.copied(),
    };
    shown(&chars, Base::Left).into_iter().filter_map(turned).collect()
}

/// Whether a terminal shows `line` when it is given `items`; `boxes` are strong in some terminals.
fn comes_out(units: &[Unit], items: &[Item], line: &[Item], base: Base, boxes: bool) -> bool {
    let class = |item: &Item| match char_of(units, *item) {
        c if boxes && is_box(c) => FENCE,
        c => c,
    };
    let chars: Vec<char> = items.iter().map(class).collect();
    let order = shown(&chars, base);
    order.len() == line.len()
        && order.iter().zip(line).all(|((index, odd), wanted)| match items.get(*index) {
            Some(Item::Unit(unit, flip)) => {
                let same = char_of(units, Item::Unit(*unit, *flip != *odd));
                *wanted == Item::Unit(*unit, false) && same == char_of(units, *wanted)
            }
            other => other == Some(wanted),
        })
}
