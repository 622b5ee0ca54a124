//! What the reading screen shows, cell by cell, from a terminal in memory.

use std::io::{Read as _, Write as _};
use std::num::NonZero;
use std::sync::mpsc;
use std::time::{Duration, Instant};

use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use unicode_normalization::UnicodeNormalization as _;

/// The reports of our own that are shown.
pub const REPORTS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/terminals/reports");

/// Symbols by row and column.
pub struct Grid {
    pub cells: Vec<Vec<String>>,
}

/// A border: its column, and its first and last row.
#[derive(Clone, Copy, Debug)]
pub struct Border {
    pub column: usize,
    pub rows: (usize, usize),
}

impl Grid {
    /// Starts the program in a pty and reads its screen when it has come to rest.
    pub fn of_the_reading_screen((columns, rows): (u16, u16)) -> Self {
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).expect("a pty");
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_tabayun"));
        command.args(["--lang", "ar", "--bidi", "direct", REPORTS]);
        command.env("HOME", env!("CARGO_TARGET_TMPDIR"));
        command.env("TERM", "xterm");
        let mut child = pair.slave.spawn_command(command).expect("tabayun starts");
        let mut reader = pair.master.try_clone_reader().expect("a reader");
        let (sender, receiver) = mpsc::channel();
        std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count @ 1..) = reader.read(&mut bytes) {
                if sender.send(bytes[..count].to_vec()).is_err() {
                    return;
                }
            }
        });
        let mut parser = vt100::Parser::new(nonzero(rows), nonzero(columns), 0);
        let end = Instant::now() + Duration::from_secs(5);
        while Instant::now() < end {
            match receiver.recv_timeout(Duration::from_millis(700)) {
                Ok(bytes) => parser.process(&bytes),
                Err(_) => break,
            }
        }
        let cell =
            |y, x| parser.screen().cell(y, x).map_or(String::new(), |c| c.contents().to_owned());
        let cells = (0..rows).map(|y| (0..columns).map(|x| cell(y, x)).collect()).collect();
        pair.master.take_writer().expect("a writer").write_all(b"q").expect("it takes keys");
        child.wait().expect("it ends");
        Self { cells }
    }

    fn is_border(&self, y: usize, x: usize) -> bool {
        matches!(self.cells[y][x].as_str(), "│" | "┃" | "┆")
    }

    /// Vertical lines of at least half the screen's height.
    pub fn borders(&self) -> Vec<Border> {
        let mut borders = Vec::new();
        for column in 0..self.cells[0].len() {
            let rows: Vec<usize> =
                (0..self.cells.len()).filter(|y| self.is_border(*y, column)).collect();
            if rows.len() * 2 > self.cells.len() {
                let ends = (rows[0], rows[rows.len() - 1]);
                borders.push(Border { column, rows: ends });
            }
        }
        borders
    }

    /// The all-Arabic lines between two columns: row, first column, letters in logical order.
    pub fn arabic_lines(&self, from: usize, to: usize) -> Vec<(usize, String)> {
        let rows = self.borders().first().expect("the screen has borders").rows;
        let mut lines = Vec::new();
        for y in rows.0..=rows.1 {
            let visual: Vec<&str> = self.cells[y][from..to].iter().map(String::as_str).collect();
            let logical: String = visual.iter().rev().flat_map(|s| s.nfkc()).collect();
            let text = logical.split_whitespace().collect::<Vec<_>>().join(" ");
            let arabic = |c: char| ('\u{600}'..='\u{6ff}').contains(&c) || " .،".contains(c);
            if text.chars().count() > 8 && text.chars().all(arabic) {
                lines.push((y, text));
            }
        }
        lines
    }
}

fn nonzero(number: u16) -> NonZero<u16> {
    NonZero::new(number).expect("a screen has a size")
}
