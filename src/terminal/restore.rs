//! Giving the terminal back, from wherever the program ends.
//!
//! Here: the one place that remembers what must be undone; [`restore`] may be called from the end
//! of a session, from the panic hook and from the signal thread, any number of times. Not here:
//! when to call it (`run`).

use std::io::Write as _;
use std::sync::{Mutex, PoisonError};

use super::encoder::Tunnel;
use super::escapes;

static TO_UNDO: Mutex<Option<String>> = Mutex::new(None);

/// Remembers the sequence that undoes what was just switched on.
pub(super) fn arm(exit: String) {
    *TO_UNDO.lock().unwrap_or_else(PoisonError::into_inner) = Some(exit);
}

/// Leaves the reading screen and raw mode, if they are on; else does nothing.
///
/// Errors are dropped: the terminal may be gone, and there is no one left to tell.
pub fn restore() {
    let exit = TO_UNDO.lock().unwrap_or_else(PoisonError::into_inner).take();
    if let Some(exit) = exit {
        let mut out = std::io::stdout().lock();
        let _ = out.write_all(exit.as_bytes());
        let _ = out.flush();
        let _ = crossterm::terminal::disable_raw_mode();
    }
}

/// What undoes an entry: the screen first, then the encoder's own switches.
///
/// Inside tmux the other way round: while it waits to paint the pane anew, as it does after the
/// alternate screen is left, it drops what should be handed on.
pub(super) fn exit_sequence(encoder_exit: &str, tunnel: Tunnel) -> String {
    let (first, last) =
        if tunnel == Tunnel::Tmux { (encoder_exit, "") } else { ("", encoder_exit) };
    format!("{first}{}{}{last}", escapes::MOUSE_OFF, escapes::SCREEN_OFF)
}
