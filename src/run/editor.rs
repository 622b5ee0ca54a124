//! The reader's own editor, for a note of more than a line.

use std::ffi::OsString;
use std::fs::File;
use std::io::{self, IsTerminal as _, Write as _};
use std::process::{Command, Stdio};

/// The editor that the reader's environment names, as `git` and `crontab` ask for it.
pub fn named() -> Option<OsString> {
    let set = |name| std::env::var_os(name).filter(|value| !value.is_empty());
    set("VISUAL").or_else(|| set("EDITOR"))
}

/// Opens a note in the editor and returns it as it was left.
///
/// # Errors
/// When the editor cannot be started, ends with an error, or leaves no text.
pub fn write(editor: &OsString, note: &str) -> io::Result<String> {
    let mut file = tempfile::Builder::new().prefix("tabayun-").suffix(".md").tempfile()?;
    writeln!(file, "{note}")?;
    file.flush()?;
    let status = command(editor, file.path()).stdin(keyboard()?).status()?;
    if !status.success() {
        return Err(io::Error::other(status.to_string()));
    }
    // By its name: many editors put a new file in the place of the old one.
    let text = std::fs::read(file.path())?;
    String::from_utf8(text).map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))
}

/// The keyboard, also where the reports came through the standard input.
fn keyboard() -> io::Result<Stdio> {
    if cfg!(unix) && !io::stdin().is_terminal() {
        return File::open("/dev/tty").map(Stdio::from);
    }
    Ok(Stdio::inherit())
}

/// `EDITOR` may hold arguments, which the shell parts.
#[cfg(unix)]
fn command(editor: &OsString, path: &std::path::Path) -> Command {
    let mut script = editor.clone();
    script.push(" \"$1\"");
    let mut command = Command::new("sh");
    command.arg("-c").arg(script).arg("sh").arg(path);
    command
}

#[cfg(not(unix))]
fn command(editor: &OsString, path: &std::path::Path) -> Command {
    let mut command = Command::new(editor);
    command.arg(path);
    command
}
