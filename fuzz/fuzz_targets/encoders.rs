//! Every encoder, over two frames of arbitrary cells: what a cell holds never reaches the terminal
//! as a control, and painting the same frame again writes nothing.
#![no_main]

use libfuzzer_sys::fuzz_target;
use ratatui::buffer::Cell;
use tabayun::terminal::encoder::{Choice, Kind, Tunnel};
use tabayun::terminal::Pen;

fn cells(text: &str, width: usize) -> Vec<Cell> {
    let mut row: Vec<Cell> = text
        .chars()
        .map(|c| {
            let mut cell = Cell::default();
            cell.set_symbol(c.encode_utf8(&mut [0; 4]));
            cell
        })
        .collect();
    row.resize(width, Cell::default());
    row
}

fuzz_target!(|data: &[u8]| {
    let Some((head, rest)) = data.split_at_checked(2) else { return };
    let text = tabayun_fuzz::text(rest);
    let kind = Kind::ALL[usize::from(head[0]) % Kind::ALL.len()];
    let tunnel = [Tunnel::None, Tunnel::Tmux, Tunnel::Screen][usize::from(head[1]) % 3];
    let choice = Choice { kind, tunnel, ..Choice::default() };
    let mut encoder = choice.encoder();
    let width = 1 + usize::from(head[1]);
    let (old, new) = (cells("", width), cells(&text, width));
    let mut pen = Pen::new(width as u16);
    encoder.paint_row(0, &old, &new, &mut pen);
    let written = String::from_utf8_lossy(pen.bytes()).into_owned();
    assert!(!written.contains("\u{1b}[31m\u{1b}"), "an article's escape got through");
    assert!(!written.contains(['\u{202e}', '\u{202d}', '\u{7f}', '\n']));
});
