//! The mouse: the wheel acts on the pane under the pointer, a click focuses and moves the cursor,
//! dragging selects.

use super::action::{Mouse, MouseKind};
use super::geometry::Placed;
use super::moving::{self, Step, on_pane};
use super::rows;
use super::state::{Focus, State, View};
use super::units::Unit;
use super::{locking, panes, selecting, side};

/// Lines a turn of the wheel takes.
const WHEEL: isize = 3;

/// Does what the mouse asks.
pub fn update(state: &mut State, mouse: Mouse) {
    if state.prompt.is_some() {
        return;
    }
    if state.view != View::Reading {
        return match mouse.kind {
            MouseKind::WheelDown => moving::go(state, Step::Lines(WHEEL)),
            MouseKind::WheelUp => moving::go(state, Step::Lines(-WHEEL)),
            _ => {}
        };
    }
    let Some(placed) = state.geometry.pane_at(mouse.x, mouse.y).copied() else { return };
    match mouse.kind {
        MouseKind::WheelDown => wheel(state, placed.what, WHEEL),
        MouseKind::WheelUp => wheel(state, placed.what, -WHEEL),
        MouseKind::Press => press(state, placed, mouse),
        MouseKind::Drag => drag(state, placed, mouse),
        MouseKind::Release => {}
    }
}

/// Scrolls the pane under the pointer and leaves the focus where it is.
fn wheel(state: &mut State, what: Focus, lines: isize) {
    if matches!(what, Focus::Report(_)) && locking::scroll(state, lines, false) {
        return;
    }
    let (focus, report) = (state.focus, state.report);
    panes::focus(state, what);
    match what {
        Focus::Report(_) => moving::scroll_window(state, lines),
        Focus::List | Focus::Side => moving::go(state, Step::Lines(lines.signum())),
    }
    (state.focus, state.report) = (focus, report);
}

fn press(state: &mut State, placed: Placed, mouse: Mouse) {
    panes::focus(state, placed.what);
    if !placed.content.holds(mouse.x, mouse.y) {
        return;
    }
    let row = usize::from(mouse.y - placed.content.y);
    match placed.what {
        Focus::List => press_list(state, row),
        Focus::Side => press_side(state, row),
        Focus::Report(_) => {
            if let Some(pane) = state.pane_mut() {
                pane.selection = None;
            }
            put_cursor(state, placed, mouse);
        }
    }
}

fn press_list(state: &mut State, row: usize) {
    if let Some(report) = super::listing::report_at(state, row) {
        state.list.selected = report;
        super::listing::open(state, None);
    }
}

fn press_side(state: &mut State, row: usize) {
    if let Some(entry) = side::entry_at(state, row) {
        state.side.selected = entry;
        side::open(state);
    }
}

/// Selects by words, from the one that was pressed on to the one under the pointer.
fn drag(state: &mut State, placed: Placed, mouse: Mouse) {
    if state.focus != placed.what || !matches!(placed.what, Focus::Report(_)) {
        return;
    }
    on_pane(state, |pane, sheet| {
        if pane.selection.is_none() {
            selecting::begin(pane, sheet, Unit::Word, pane.cursor);
        }
    });
    put_cursor(state, placed, mouse);
}

fn put_cursor(state: &mut State, placed: Placed, mouse: Mouse) {
    let row = usize::from(mouse.y.saturating_sub(placed.content.y));
    let column = mouse.x.saturating_sub(placed.content.x);
    on_pane(state, |pane, sheet| {
        let place = pane.lines.get(row).or(pane.lines.last()).map(|shown| shown.line.place);
        let offset = place.and_then(|place| rows::offset_at(sheet, &mut pane.flow, place, column));
        if let Some(offset) = offset {
            pane.cursor = offset;
            pane.goal = None;
        }
    });
}
