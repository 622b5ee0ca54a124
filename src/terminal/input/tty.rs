//! The terminal's bytes on Unix: the standard input if it is a terminal, else `/dev/tty`.

use std::collections::VecDeque;
use std::io::{self, Read as _};
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::os::unix::net::UnixStream;
use std::time::{Duration, Instant};

use crossterm::event::Event;
use rustix::event::{PollFd, PollFlags, Timespec, poll};

use super::paste::Paste;
use super::sequence::{Reply, Step, step};

/// How long the rest may take after a beginning that is a key by itself, as Escape is.
const REST_OF_KEY: Duration = Duration::from_millis(30);
/// How long the rest may take of what can only be a reply or a paste: a slow line splits them.
const REST_OF_STRING: Duration = Duration::from_secs(2);

/// Reads events. One reader for the whole run of the program.
pub struct Input {
    tty: Tty,
    resized: UnixStream,
    bytes: Vec<u8>,
    /// A paste that has begun and not ended.
    paste: Option<Paste>,
    events: VecDeque<Event>,
    replies: Vec<Reply>,
}

enum Tty {
    Standard,
    Opened(OwnedFd),
}

impl AsFd for Tty {
    fn as_fd(&self) -> BorrowedFd<'_> {
        match self {
            Self::Standard => rustix::stdio::stdin(),
            Self::Opened(file) => file.as_fd(),
        }
    }
}

impl Input {
    /// Opens the terminal for reading, and listens for changes of its size.
    ///
    /// # Errors
    /// When there is no terminal to read keys from.
    pub fn open() -> io::Result<Self> {
        let tty = if rustix::termios::isatty(rustix::stdio::stdin()) {
            Tty::Standard
        } else {
            use rustix::fs::{Mode, OFlags, open};
            Tty::Opened(open("/dev/tty", OFlags::RDWR | OFlags::CLOEXEC, Mode::empty())?)
        };
        let (resized, bell) = UnixStream::pair()?;
        signal_hook::low_level::pipe::register(signal_hook::consts::SIGWINCH, bell)?;
        resized.set_nonblocking(true)?;
        let (bytes, events, replies) = (Vec::new(), VecDeque::new(), Vec::new());
        Ok(Self { tty, resized, bytes, paste: None, events, replies })
    }

    /// Waits for the next event. Replies of the terminal are dropped here.
    ///
    /// # Errors
    /// `UnexpectedEof` when the terminal has gone away; else what the system says.
    pub fn read(&mut self) -> io::Result<Event> {
        loop {
            if let Some(event) = self.events.pop_front() {
                return Ok(event);
            }
            let wait = match self.bytes.len() {
                _ if self.paste.is_some() => Some(REST_OF_STRING),
                0 => None,
                1 | 2 => Some(REST_OF_KEY),
                _ => Some(REST_OF_STRING),
            };
            let quiet = !self.fill(wait)?;
            self.take(!quiet);
            self.replies.clear();
        }
    }

    /// The next event that is there already, without waiting: what has come while a frame was
    /// drawn is taken in before the next one.
    ///
    /// # Errors
    /// As [`Input::read`].
    pub fn read_ready(&mut self) -> io::Result<Option<Event>> {
        if self.events.is_empty() && self.fill(Some(Duration::ZERO))? {
            self.take(true);
        }
        Ok(self.events.pop_front())
    }

    /// Collects replies until `enough` says so or the time is over. Keys typed meanwhile are kept.
    ///
    /// # Errors
    /// As [`Input::read`].
    pub fn replies(
        &mut self,
        time: Duration,
        enough: impl Fn(&[Reply]) -> bool,
    ) -> io::Result<Vec<Reply>> {
        let end = Instant::now() + time;
        while !enough(&self.replies) {
            let left = end.saturating_duration_since(Instant::now());
            if left.is_zero() {
                break;
            }
            self.fill(Some(left))?;
            self.take(true);
        }
        Ok(std::mem::take(&mut self.replies))
    }

    /// Writes to the terminal itself, wherever the standard output goes.
    ///
    /// # Errors
    /// When the terminal cannot be written to.
    pub fn send(&mut self, mut bytes: &[u8]) -> io::Result<()> {
        while !bytes.is_empty() {
            match rustix::io::write(&self.tty, bytes) {
                Ok(count) => bytes = bytes.get(count..).unwrap_or_default(),
                Err(rustix::io::Errno::INTR) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Ok(())
    }

    /// Takes whole sequences off the bytes; with `more`, the rest of the last may still come.
    fn take(&mut self, more: bool) {
        let mut from = 0;
        loop {
            let rest = self.bytes.get(from..).unwrap_or_default();
            if let Some(mut paste) = self.paste.take() {
                let taken = paste.push(rest);
                from += taken.unwrap_or(rest.len());
                if taken.is_none() && more {
                    self.paste = Some(paste);
                    break;
                }
                self.events.push_back(Event::Paste(paste.text()));
                continue;
            }
            from += match step(rest, more) {
                Step::Wait => break,
                Step::Event(event, length) => {
                    self.events.push_back(event);
                    length
                }
                Step::Reply(reply, length) => {
                    self.replies.push(reply);
                    length
                }
                Step::Paste(length) => {
                    self.paste = Some(Paste::default());
                    length
                }
                Step::Drop(length) => length,
            };
        }
        self.bytes.drain(..from);
    }

    /// Waits for bytes or a change of size; false when the time is over.
    fn fill(&mut self, time: Option<Duration>) -> io::Result<bool> {
        let time = time.and_then(|time| Timespec::try_from(time).ok());
        let mut watched =
            [PollFd::new(&self.tty, PollFlags::IN), PollFd::new(&self.resized, PollFlags::IN)];
        match poll(&mut watched, time.as_ref()) {
            Ok(0) => return Ok(false),
            Err(rustix::io::Errno::INTR) => return Ok(true),
            other => other?,
        };
        let [keys, size] = watched.map(|watched| !watched.revents().is_empty());
        if size {
            self.take_size()?;
        }
        if keys {
            self.take_bytes()?;
        }
        Ok(true)
    }

    fn take_size(&mut self) -> io::Result<()> {
        let mut bells = [0; 64];
        // Any number of signals is one change of size.
        while matches!(self.resized.read(&mut bells), Ok(count) if count == bells.len()) {}
        let (width, height) = crossterm::terminal::size()?;
        self.events.push_back(Event::Resize(width, height));
        Ok(())
    }

    fn take_bytes(&mut self) -> io::Result<()> {
        let mut buffer = [0; 4096];
        match rustix::io::read(&self.tty, &mut buffer) {
            Ok(0) => Err(io::ErrorKind::UnexpectedEof.into()),
            Ok(count) => {
                self.bytes.extend_from_slice(buffer.get(..count).unwrap_or_default());
                Ok(())
            }
            Err(rustix::io::Errno::INTR | rustix::io::Errno::AGAIN) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }
}
