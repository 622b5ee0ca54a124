//! A screen as text: its rows, and the look of each cell.

use std::fmt::Write as _;

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::{Color, Style};
use tabayun::ui::{self, Part, Theme};

use crate::desk::Desk;

/// Letters for looks, in order of appearance; the plain text is a dot.
const LETTERS: &str = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

/// Draws the desk's screen.
pub fn draw(desk: &Desk) -> (Buffer, Option<(u16, u16)>) {
    let (width, height) = desk.state.size;
    let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
    let theme = theme();
    let caret = ui::view(&desk.state, &theme, &desk.messages, &mut buffer);
    (buffer, caret.map(|caret| (caret.x, caret.y)))
}

/// The rows of the screen, without blanks at their ends.
pub fn rows(buffer: &Buffer) -> Vec<String> {
    let width = usize::from(buffer.area.width.max(1));
    let row = |cells: &[Cell]| cells.iter().map(Cell::symbol).collect::<String>();
    buffer.content.chunks(width).map(|cells| row(cells).trim_end().to_owned()).collect()
}

/// The screen as text, in visual order.
pub fn screen_of(desk: &Desk) -> String {
    rows(&draw(desk).0).join("\n")
}

/// The whole screen: rows, looks, legend, caret.
pub fn screen(desk: &Desk) -> String {
    let (buffer, caret) = draw(desk);
    let mut out = rows(&buffer).join("\n");
    let mut legend: Vec<String> = Vec::new();
    let width = usize::from(buffer.area.width.max(1));
    out.push_str("\n---\n");
    for cells in buffer.content.chunks(width) {
        let looks: String = cells.iter().map(|cell| letter(cell, &mut legend)).collect();
        out.push_str(looks.trim_end_matches('.'));
        out.push('\n');
    }
    out.push_str("---\n");
    for (name, letter) in legend.iter().zip(LETTERS.chars()) {
        writeln!(out, "{letter} {name}").unwrap();
    }
    if let Some((x, y)) = caret {
        writeln!(out, "caret {x},{y}").unwrap();
    }
    out
}

fn letter(cell: &Cell, legend: &mut Vec<String>) -> char {
    let name = look(cell);
    if name == "Text" {
        return '.';
    }
    let at = legend.iter().position(|known| *known == name).unwrap_or_else(|| {
        legend.push(name);
        legend.len() - 1
    });
    LETTERS.chars().nth(at).unwrap_or('?')
}

/// The part that lies uppermost in a cell.
fn look(cell: &Cell) -> String {
    match cell.fg {
        Color::Indexed(at) => format!("{:?}", Part::ALL[usize::from(at)]),
        _ => format!("{:?} {:?} {:?}", cell.fg, cell.bg, cell.modifier),
    }
}

/// A theme in which each part has a colour of its own: its number.
fn theme() -> Theme {
    let style = |at: usize| Style::new().fg(Color::Indexed(u8::try_from(at).unwrap()));
    Theme::of(Part::ALL.iter().enumerate().map(|(at, part)| (*part, style(at))))
}
