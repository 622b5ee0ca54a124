//! Events where there is no Unix terminal: the terminal library reads the console.

use std::io::{self, Write as _};
use std::time::Duration;

use crossterm::event::Event;

use super::sequence::Reply;

/// Reads events. One reader for the whole run of the program.
pub struct Input;

impl Input {
    /// Opens the console.
    ///
    /// # Errors
    /// Never: the console is opened on the first read.
    pub fn open() -> io::Result<Self> {
        Ok(Self)
    }

    /// Waits for the next event.
    ///
    /// # Errors
    /// When the console cannot be read.
    pub fn read(&mut self) -> io::Result<Event> {
        crossterm::event::read()
    }

    /// The next event that is there already, without waiting.
    ///
    /// # Errors
    /// When the console cannot be read.
    pub fn read_ready(&mut self) -> io::Result<Option<Event>> {
        if crossterm::event::poll(Duration::ZERO)? { self.read().map(Some) } else { Ok(None) }
    }

    /// Writes to the standard output.
    ///
    /// # Errors
    /// When it cannot be written to.
    pub fn send(&mut self, bytes: &[u8]) -> io::Result<()> {
        let mut out = io::stdout().lock();
        out.write_all(bytes)?;
        out.flush()
    }

    /// No replies: the console turns them into keys.
    ///
    /// # Errors
    /// Never.
    pub fn replies(&mut self, _: Duration, _: impl Fn(&[Reply]) -> bool) -> io::Result<Vec<Reply>> {
        Ok(Vec::new())
    }
}
