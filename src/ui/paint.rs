//! Rows into cells: the only file that writes to the buffer.
//!
//! Text comes as a [`Row`] (joined, ordered, measured by `text`) and is written cell by cell;
//! ratatui's own text widgets are not used, because they measure لا as one column.

use ratatui::buffer::{Buffer, Cell as Blank};
use ratatui::style::Style;

use crate::app::geometry::Rect;
use crate::text::{Base, Cell, Layout, Row};

use super::memo;

/// Fills a rectangle with blanks of one look.
pub fn fill(buffer: &mut Buffer, area: Rect, style: Style) {
    let mut blank = Blank::default();
    blank.set_style(style);
    for y in area.y..area.y.saturating_add(area.height) {
        line(buffer, area, y).fill(blank.clone());
    }
}

/// Changes the look of a rectangle and leaves its letters.
pub fn tint(buffer: &mut Buffer, area: Rect, style: Style) {
    for y in area.y..area.y.saturating_add(area.height) {
        for cell in line(buffer, area, y) {
            cell.set_style(style);
        }
    }
}

/// The cells of one line of an area, as far as they are on the screen.
fn line(buffer: &mut Buffer, area: Rect, y: u16) -> &mut [Blank] {
    let screen = buffer.area;
    let inside = (screen.top()..screen.bottom()).contains(&y);
    let from = area.x.clamp(screen.left(), screen.right());
    let to = area.x.saturating_add(area.width).clamp(from, screen.right());
    let row = usize::from(y.saturating_sub(screen.y)) * usize::from(screen.width);
    let cells = row + usize::from(from - screen.x)..row + usize::from(to - screen.x);
    buffer.content.get_mut(cells).filter(|_| inside).unwrap_or_default()
}

/// Writes a row into the first line of an area, at the edge where its paragraph begins; what
/// does not fit is left out.
pub fn row(buffer: &mut Buffer, area: Rect, row: &Row, style: impl Fn(&Cell) -> Style) {
    if area.is_empty() {
        return;
    }
    let left = row.left(area.width);
    let places = line(buffer, area, area.y);
    for (columns, cell) in row.columns() {
        let (start, end) = (left + columns.start, left + columns.end);
        if end > area.width {
            break;
        }
        let style = style(cell);
        let places = places.get_mut(usize::from(start)..usize::from(end)).unwrap_or_default();
        let Some((first, rest)) = places.split_first_mut() else { continue };
        match cell.symbol.only() {
            Some(letter) => first.set_char(letter).set_style(style),
            None => first.set_symbol(cell.symbol.as_str()).set_style(style),
        };
        for place in rest {
            place.set_char(' ').set_style(style);
        }
    }
}

/// Writes words of the interface in one line, cut with «…» where they do not fit. Returns the
/// columns they took.
pub fn words(buffer: &mut Buffer, area: Rect, text: &str, layout: Layout, style: Style) -> u16 {
    if area.is_empty() {
        return 0;
    }
    let set = memo::row(text, layout.with_width(area.width));
    row(buffer, area, &set, |_| style);
    set.width()
}

/// Cuts so many columns off an area, at the side where the interface begins to read.
pub fn split(area: Rect, width: u16, rtl: bool) -> (Rect, Rect) {
    let width = width.min(area.width);
    let rest = area.width - width;
    if rtl {
        (Rect { x: area.x + rest, width, ..area }, Rect { width: rest, ..area })
    } else {
        (Rect { width, ..area }, Rect { x: area.x + width, width: rest, ..area })
    }
}

/// The layout for words of the interface, whatever their first letter is.
pub fn interface(layout: Layout, rtl: bool) -> Layout {
    layout.with_base(if rtl { Base::Rtl } else { Base::Ltr })
}
