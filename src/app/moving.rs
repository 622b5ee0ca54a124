//! Moving: the cursor in a report, and up and down wherever there is something to go through.
//!
//! [`go`] is the one place that knows what a step means in each view; a new view adds an arm.
//! Jumps (marks, hits, evidence) go through [`jump`], so that `Ctrl-o` leads back.

use std::sync::Arc;

use super::action::Effect;
use super::commands::Count;
use super::flow::Sheet;
use super::jumps::Spot;
use super::notice::Notice;
use super::pane::Pane;
use super::rows::{self, Beside, Sideways};
use super::state::{Awaiting, Focus, State, View};
use super::units::{Unit, unit_at};
use super::{help, listing, locking, matrix, panes, selecting, shelf, side};

/// A movement up or down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// So many lines or entries; back when negative.
    Lines(isize),
    /// So many halves of what the pane shows.
    HalfPages(isize),
    /// So many times what the pane shows, a little of it kept in view.
    Pages(isize),
    Top,
    Bottom,
}

impl Step {
    /// Where the step leads from the entry `at` in a list of `len` entries, `rows` of them shown.
    pub fn in_list(self, at: usize, len: usize, rows: usize) -> usize {
        let last = len.saturating_sub(1);
        let shown = rows.max(2).cast_signed();
        let by = match self {
            Self::Lines(lines) => lines,
            Self::HalfPages(halves) => halves * shown / 2,
            Self::Pages(pages) => pages * (shown - 1),
            Self::Top => return 0,
            Self::Bottom => return last,
        };
        at.saturating_add_signed(by).min(last)
    }
}

/// Takes a step in whatever keys act on.
pub fn go(state: &mut State, step: Step) {
    match (state.view, state.focus) {
        (View::Help, _) => help::go(state, step),
        (View::Notebook, _) => shelf::go(state, step),
        (View::Matrix, _) => matrix::go(state, step),
        (View::Card, _) => state.ask(Effect::ScrollCard(step)),
        (View::Reading, Focus::List) => listing::go(state, step),
        (View::Reading, Focus::Side) => side::go(state, step),
        (View::Reading, Focus::Report(_)) => go_in_text(state, step),
    }
}

/// How often a command is done: 1 without a count, 100 000 at most.
pub fn times(count: Count) -> isize {
    count.map_or(1, |count| (count.clamp(1, 100_000) as usize).cast_signed())
}

pub fn down(state: &mut State, count: Count) {
    go(state, Step::Lines(times(count)));
}

pub fn up(state: &mut State, count: Count) {
    go(state, Step::Lines(-times(count)));
}

pub fn half_down(state: &mut State, count: Count) {
    go(state, Step::HalfPages(times(count)));
}

pub fn half_up(state: &mut State, count: Count) {
    go(state, Step::HalfPages(-times(count)));
}

pub fn page_down(state: &mut State, count: Count) {
    go(state, Step::Pages(times(count)));
}

pub fn page_up(state: &mut State, count: Count) {
    go(state, Step::Pages(-times(count)));
}

/// `gg`: the beginning; a jump, so that `Ctrl-o` leads back.
pub fn top(state: &mut State, _: Count) {
    leave(state);
    go(state, Step::Top);
}

/// `G`: the end; with a count the paragraph, or the entry, of that number. A jump too.
pub fn bottom(state: &mut State, count: Count) {
    leave(state);
    let in_text = state.view == View::Reading && matches!(state.focus, Focus::Report(_));
    match count {
        Some(number) if in_text => to_paragraph(state, number),
        Some(number) => {
            go(state, Step::Top);
            go(state, Step::Lines(times(Some(number)) - 1));
        }
        None => go(state, Step::Bottom),
    }
}

/// Runs something on the report pane that was focused last, with its text.
pub fn on_pane<T>(state: &mut State, run: impl FnOnce(&mut Pane, Sheet) -> T) -> Option<T> {
    let articles = Arc::clone(&state.articles);
    let layout = state.options.layout;
    let pane = state.pane_mut()?;
    let article = articles.get(pane.article.0 as usize)?;
    let sheet = pane.sheet(article, layout);
    let result = run(pane, sheet);
    selecting::extend(pane, sheet);
    Some(result)
}

fn go_in_text(state: &mut State, step: Step) {
    let height = state.pane().map_or(1, Pane::height).cast_signed();
    let rows = match step {
        Step::HalfPages(halves) => halves * (height / 2).max(1),
        Step::Pages(pages) => pages * (height - 2).max(1),
        Step::Lines(_) | Step::Top | Step::Bottom => 0,
    };
    if rows != 0 && locking::scroll(state, rows, true) {
        return;
    }
    on_pane(state, |pane, sheet| match step {
        Step::Lines(lines) => {
            let from = pane.flow.place_of(sheet, pane.cursor);
            let to = step_over_gaps(pane, sheet, from, lines);
            pane.put(sheet, to);
        }
        Step::HalfPages(_) | Step::Pages(_) => pane.scroll(sheet, rows),
        Step::Top => pane.put(sheet, super::flow::Place::default()),
        Step::Bottom => {
            let last = pane.flow.last(sheet);
            pane.put(sheet, last);
        }
    });
}

/// Lines with words; an empty line between paragraphs is no stop.
fn step_over_gaps(
    pane: &mut Pane,
    sheet: Sheet,
    from: super::flow::Place,
    lines: isize,
) -> super::flow::Place {
    let mut place = from;
    for _ in 0..lines.unsigned_abs() {
        let next = pane.flow.step(sheet, place, lines.signum());
        let gap =
            pane.flow.line(sheet, next).is_some_and(|line| line.look == super::flow::Look::Gap);
        let words = if gap { pane.flow.step(sheet, next, lines.signum()) } else { next };
        if words == place {
            break;
        }
        place = words;
    }
    place
}

fn to_paragraph(state: &mut State, number: u32) {
    on_pane(state, |pane, _| {
        let last = pane.flow.document.pieces.len().saturating_sub(1);
        let piece = (number as usize).saturating_sub(1).min(last);
        set(pane, pane.flow.document.get(piece).map(|piece| piece.span.start));
    });
}

/// Puts the cursor on a byte and forgets the column aimed at.
fn set(pane: &mut Pane, offset: Option<u32>) {
    if let Some(offset) = offset {
        pane.cursor = offset;
        pane.goal = None;
    }
}

/// `Ctrl-e`: the window moves down over the text, the cursor only where it must.
pub fn scroll_down(state: &mut State, count: Count) {
    scroll_window(state, times(count));
}

pub fn scroll_up(state: &mut State, count: Count) {
    scroll_window(state, -times(count));
}

/// Moves the window; the cursor stays on its words unless they leave the window.
pub fn scroll_window(state: &mut State, lines: isize) {
    if !locking::scroll(state, lines, false) {
        on_pane(state, |pane, sheet| pane.slide(sheet, lines));
    }
}

/// `h`: to the left on the screen, whichever way the text runs.
pub fn left(state: &mut State, count: Count) {
    sideways(state, Sideways::Left, times(count));
}

pub fn right(state: &mut State, count: Count) {
    sideways(state, Sideways::Right, times(count));
}

/// In the text a letter (a unit while selecting), elsewhere the pane on that side of the screen.
fn sideways(state: &mut State, side: Sideways, times: isize) {
    if !matches!((state.view, state.focus), (View::Reading, Focus::Report(_))) {
        return match state.view {
            View::Matrix => matrix::beside(state, side),
            _ => panes::beside(state, side),
        };
    }
    for _ in 0..times.min(1000) {
        on_pane(state, |pane, sheet| match pane.selection {
            Some(selection) => {
                let forward = rows::leads_forward(sheet, &mut pane.flow, pane.cursor, side);
                to_unit(pane, sheet, selection.unit, forward);
            }
            None => by_letter(pane, sheet, side),
        });
    }
}

fn by_letter(pane: &mut Pane, sheet: Sheet, side: Sideways) {
    match rows::beside(sheet, &mut pane.flow, pane.cursor, side) {
        Beside::At(offset) => set(pane, Some(offset)),
        Beside::NextLine => {
            let here = pane.flow.place_of(sheet, pane.cursor);
            let next = step_over_gaps(pane, sheet, here, 1);
            if next != here {
                let start = pane.flow.line(sheet, next).map(|line| line.span.start);
                set(pane, start);
            }
        }
        Beside::LineBefore => {
            let here = pane.flow.place_of(sheet, pane.cursor);
            let before = step_over_gaps(pane, sheet, here, -1);
            if before != here {
                let end = rows::last_letter(sheet, &mut pane.flow, before);
                set(pane, end);
            }
        }
    }
}

pub fn line_start(state: &mut State, _: Count) {
    on_pane(state, |pane, sheet| {
        let place = pane.flow.place_of(sheet, pane.cursor);
        let start = pane.flow.line(sheet, place).map(|line| line.span.start);
        set(pane, start);
    });
}

/// `$`: the last letter of the screen line, in logical order.
pub fn line_end(state: &mut State, _: Count) {
    on_pane(state, |pane, sheet| {
        let place = pane.flow.place_of(sheet, pane.cursor);
        let end = rows::last_letter(sheet, &mut pane.flow, place);
        set(pane, end);
    });
}

/// Moves to the next or previous unit, on into the neighbouring paragraph.
pub fn to_unit(pane: &mut Pane, sheet: Sheet, unit: Unit, forward: bool) {
    let at = pane.flow.document.piece_at(pane.cursor);
    let starts = |piece: usize, pane: &Pane| -> Vec<u32> {
        let span = pane.flow.document.get(piece).map(|piece| piece.span);
        span.map(|span| selecting::starts(unit, sheet, span)).unwrap_or_default()
    };
    let cursor = pane.cursor;
    let here = starts(at, pane);
    let own = unit_start(pane, sheet, unit, at).unwrap_or(cursor);
    let found = if forward {
        let inside = here.into_iter().find(|start| *start > cursor);
        inside.or_else(|| starts(at + 1, pane).first().copied())
    } else {
        let inside = here.into_iter().rfind(|start| *start < own.min(cursor) || (*start < cursor));
        inside.or_else(|| starts(at.checked_sub(1)?, pane).last().copied())
    };
    set(pane, found);
}

fn unit_start(pane: &Pane, sheet: Sheet, unit: Unit, piece: usize) -> Option<u32> {
    let span = pane.flow.document.get(piece)?.span;
    unit_at(unit, sheet.text.slice(span)?, span.start, pane.cursor).map(|found| found.start)
}

fn by_units(state: &mut State, unit: Unit, times: isize) {
    for _ in 0..times.unsigned_abs().min(10_000) {
        on_pane(state, |pane, sheet| to_unit(pane, sheet, unit, times > 0));
    }
}

pub fn next_word(state: &mut State, count: Count) {
    by_units(state, Unit::Word, times(count));
}

pub fn previous_word(state: &mut State, count: Count) {
    by_units(state, Unit::Word, -times(count));
}

pub fn next_sentence(state: &mut State, count: Count) {
    by_units(state, Unit::Sentence, times(count));
}

pub fn previous_sentence(state: &mut State, count: Count) {
    by_units(state, Unit::Sentence, -times(count));
}

pub fn next_paragraph(state: &mut State, count: Count) {
    by_units(state, Unit::Paragraph, times(count));
}

pub fn previous_paragraph(state: &mut State, count: Count) {
    by_units(state, Unit::Paragraph, -times(count));
}

/// Where the reader is.
pub fn here(state: &State) -> Option<Spot> {
    state.pane().map(|pane| Spot { article: pane.article, offset: pane.cursor })
}

/// Remembers this place before a jump.
pub fn leave(state: &mut State) {
    if let Some(spot) = here(state) {
        state.jumps.leave(spot);
    }
}

/// Goes to a place in any report, remembering this one; the report opens in the pane that shows
/// it already, else in the one that was focused last.
pub fn jump(state: &mut State, to: Spot) {
    leave(state);
    arrive(state, to);
}

/// Goes there without remembering.
pub fn arrive(state: &mut State, to: Spot) {
    panes::show(state, to.article);
    on_pane(state, |pane, _| set(pane, Some(to.offset)));
}

/// `Ctrl-o`: back to before the jump; where there is none, says so.
pub fn back(state: &mut State, count: Count) {
    for _ in 0..times(count) {
        let Some(here) = here(state) else { return };
        match state.jumps.back(here) {
            Some(spot) => arrive(state, spot),
            None => return state.tell(Notice::new("no-jump-back")),
        }
    }
}

/// `Alt-o`: on again along the list of jumps.
pub fn forward(state: &mut State, count: Count) {
    for _ in 0..times(count) {
        match state.jumps.forward() {
            Some(spot) => arrive(state, spot),
            None => return state.tell(Notice::new("no-jump-forward")),
        }
    }
}

pub fn mark(state: &mut State, _: Count) {
    state.awaiting = Some(Awaiting::Mark);
}

pub fn to_mark(state: &mut State, _: Count) {
    state.awaiting = Some(Awaiting::ToMark);
}

/// Takes the letter that names a mark.
pub fn named(state: &mut State, awaiting: Awaiting, letter: char) {
    match awaiting {
        Awaiting::Mark => {
            if let Some(spot) = here(state) {
                state.marks.insert(letter, spot);
                state.tell(Notice::new("mark-set").words("mark", letter));
            }
        }
        Awaiting::ToMark => match state.marks.get(&letter).copied() {
            Some(spot) => jump(state, spot),
            None => state.tell(Notice::new("no-such-mark").words("mark", letter)),
        },
    }
}
