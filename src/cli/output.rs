//! Standard output and how a start ends. A reader of our output that goes away early (`| head`)
//! is no error and no noise.

use std::io::{self, ErrorKind, IsTerminal, Write};
use std::process::ExitCode;

use super::House;
use crate::error::visible;

/// How a task ended.
#[derive(Debug)]
pub enum Ending {
    Done,
    /// Some input could not be read; the rest was shown.
    Partly,
    /// The output could not be written.
    Unwritten(io::Error),
}

impl From<io::Result<()>> for Ending {
    fn from(result: io::Result<()>) -> Self {
        result.map_or_else(Self::Unwritten, |()| Self::Done)
    }
}

impl Ending {
    /// `Done`, or `Partly` when there were problems.
    pub fn after(written: io::Result<()>, complete: bool) -> Self {
        match written {
            Ok(()) if !complete => Self::Partly,
            written => written.into(),
        }
    }
}

/// The exit code of an ending.
pub fn exit(ending: Ending, house: &House) -> ExitCode {
    match ending {
        Ending::Done => ExitCode::SUCCESS,
        Ending::Partly => ExitCode::from(1),
        Ending::Unwritten(error) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Ending::Unwritten(error) => {
            let detail = error.to_string();
            let words = house.messages.with("cli-unwritten", &[("detail", (&*detail).into())]);
            complain(&words);
            ExitCode::from(1)
        }
    }
}

/// One sentence on standard error. If that is gone too, there is nobody to tell.
pub fn complain(sentence: &str) {
    let _ = writeln!(io::stderr(), "tabayun: {sentence}");
}

/// Writes text: as it is into a file or a pipe, with control characters made visible on a terminal.
pub fn write(text: &str) -> io::Result<()> {
    let stdout = io::stdout();
    let mut out = stdout.lock();
    if stdout.is_terminal() {
        for line in text.split_inclusive('\n') {
            let words = line.trim_end_matches(['\n', '\r']);
            out.write_all(visible(words).as_bytes())?;
            if line.len() > words.len() {
                out.write_all(b"\n")?;
            }
        }
    } else {
        out.write_all(text.as_bytes())?;
    }
    out.flush()
}
