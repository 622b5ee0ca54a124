//! A session on the terminal: in, frames, out.
//!
//! Here: raw mode, the entry sequences in the order that was tested, the difference between two
//! frames, one write for each frame that changed something. Not here: which encoder (`detect`),
//! what an encoder writes (`encoder`), keys.

use std::io::{self, Write as _};

use crossterm::terminal as mode;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect};

use super::encoder::{Choice, Encoder, same};
use super::pen::Pen;
use super::{escapes, restore};

/// What a session is opened with.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The encoder and what is known of the terminal.
    pub choice: Choice,
    /// Ask for clicks, drags and the wheel.
    pub mouse: bool,
}

/// One frame to be painted: all cells blank at first, no cursor.
#[derive(Debug)]
pub struct Frame<'a> {
    /// The cells, in visual order, letters joined; every widget of ratatui renders into it.
    pub buffer: &'a mut Buffer,
    /// Where the terminal's cursor is shown; `None` hides it.
    pub cursor: Option<Position>,
}

impl Frame<'_> {
    /// The whole screen.
    pub fn area(&self) -> Rect {
        self.buffer.area
    }
}

/// An open screen. Dropping it gives the terminal back.
pub struct Session {
    options: Options,
    encoder: Box<dyn Encoder>,
    pen: Pen,
    area: Rect,
    /// What the terminal shows, unless it is to be painted whole.
    shown: Buffer,
    next: Buffer,
    cursor: Option<Position>,
    repaint: bool,
}

impl Session {
    /// Enters raw mode and the reading screen. Keys come from `/dev/tty` when the standard input
    /// is a pipe; the standard output must be a terminal.
    ///
    /// # Errors
    /// When there is no terminal to set, or it cannot be written to.
    pub fn enter(options: Options) -> io::Result<Self> {
        let (width, height) = mode::size()?;
        let mut session = Self {
            encoder: options.choice.encoder(),
            options,
            pen: Pen::new(width),
            area: Rect::new(0, 0, width, height),
            shown: Buffer::empty(Rect::ZERO),
            next: Buffer::empty(Rect::ZERO),
            cursor: None,
            repaint: true,
        };
        session.resume()?;
        Ok(session)
    }

    /// Paints a frame: what differs from the last one, in one write, or nothing at all.
    /// Returns the number of bytes written.
    ///
    /// # Errors
    /// When the terminal cannot be written to.
    pub fn draw(&mut self, paint: impl FnOnce(&mut Frame<'_>)) -> io::Result<usize> {
        if self.next.area == self.area {
            self.next.reset();
        } else {
            self.next = Buffer::empty(self.area);
        }
        let mut frame = Frame { buffer: &mut self.next, cursor: None };
        paint(&mut frame);
        let cursor = frame.cursor;
        self.pen.rewind();
        self.pen.raw(escapes::SYNC_BEGIN);
        let before = self.pen.bytes().len();
        self.paint_rows();
        self.place(cursor);
        if self.pen.bytes().len() == before {
            return Ok(0);
        }
        self.pen.raw(escapes::SYNC_END);
        std::mem::swap(&mut self.shown, &mut self.next);
        write(self.pen.bytes())?;
        Ok(self.pen.bytes().len())
    }

    fn paint_rows(&mut self) {
        // A screen that was cleared shows blanks: one row of them stands for all.
        let blank = std::mem::take(&mut self.repaint).then(|| {
            self.pen.forget(self.area.width);
            self.pen.clear();
            self.cursor = None;
            self.pen.raw("\x1b[?25l");
            vec![Cell::default(); usize::from(self.area.width)]
        });
        for y in 0..self.area.height {
            let old = blank.as_deref().unwrap_or_else(|| row(&self.shown, y));
            let new = row(&self.next, y);
            if !old.iter().zip(new).all(|(old, new)| same(old, new)) {
                self.encoder.paint_row(y, old, new, &mut self.pen);
            }
        }
    }

    fn place(&mut self, cursor: Option<Position>) {
        if let Some(Position { x, y }) = cursor {
            let column = self.encoder.cursor_column(x, row(&self.next, y));
            self.pen.move_to(column, y);
            if self.cursor.is_none() {
                self.pen.raw("\x1b[?25h");
            }
        } else if self.cursor.is_some() {
            self.pen.raw("\x1b[?25l");
        }
        self.cursor = cursor;
    }

    /// Takes the new size of the screen; the next frame is painted whole.
    pub fn resize(&mut self, width: u16, height: u16) {
        self.area = Rect::new(0, 0, width, height);
        self.repaint = true;
    }

    /// The size the next frame will have.
    pub fn area(&self) -> Rect {
        self.area
    }

    /// Paints the next frame whole, as after another program wrote on the screen.
    pub fn invalidate(&mut self) {
        self.repaint = true;
    }

    /// The encoder in use and why.
    pub fn choice(&self) -> &Choice {
        &self.options.choice
    }

    /// Changes the encoder; rows keep the mode they were cleared in, so the screen is cleared.
    ///
    /// # Errors
    /// When the terminal cannot be written to.
    pub fn set_choice(&mut self, choice: Choice) -> io::Result<()> {
        let leave = self.encoder.exit(&self.options.choice);
        self.encoder = choice.encoder();
        self.options.choice = choice;
        let enter = self.encoder.enter(&self.options.choice);
        self.arm();
        self.repaint = true;
        write(format!("{leave}{enter}").as_bytes())
    }

    /// Writes a sequence that neither moves the cursor nor changes colours, such as OSC 52.
    ///
    /// # Errors
    /// When the terminal cannot be written to.
    pub fn send(&mut self, sequence: &str) -> io::Result<()> {
        write(sequence.as_bytes())
    }

    /// Gives the terminal back before the process is stopped or another program is run.
    pub fn suspend(&mut self) {
        restore::restore();
    }

    /// Takes the terminal again; the next frame is painted whole.
    ///
    /// # Errors
    /// When there is no terminal to set, or it cannot be written to.
    pub fn resume(&mut self) -> io::Result<()> {
        mode::enable_raw_mode()?;
        let choice = &self.options.choice;
        self.arm();
        let mouse = if self.options.mouse { escapes::MOUSE_ON } else { "" };
        let enter = format!("{}{}{mouse}", self.encoder.enter(choice), escapes::SCREEN_ON);
        if let Ok((width, height)) = mode::size() {
            self.resize(width, height);
        }
        write(enter.as_bytes())
    }

    fn arm(&self) {
        let choice = &self.options.choice;
        restore::arm(restore::exit_sequence(&self.encoder.exit(choice), choice.tunnel));
    }

    /// Gives the terminal back; the same as dropping the session.
    pub fn leave(self) {
        drop(self);
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        restore::restore();
    }
}

fn row(buffer: &Buffer, y: u16) -> &[Cell] {
    let width = usize::from(buffer.area.width);
    let from = usize::from(y) * width;
    buffer.content.get(from..from + width).unwrap_or_default()
}

fn write(bytes: &[u8]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(bytes)?;
    out.flush()
}
