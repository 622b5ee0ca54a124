//! The sequences that lead into and out of the reading screen, in the order that was tested.
//!
//! Here: strings only. Not here: writing them (`session`, `restore`), nor what an encoder needs
//! besides (`encoder/*`, each in its own file).

use super::encoder::Tunnel;

/// Begins a synchronized update; unknown to a terminal, it is ignored.
pub const SYNC_BEGIN: &str = "\x1b[?2026h";
/// Ends a synchronized update.
pub const SYNC_END: &str = "\x1b[?2026l";

/// ECMA-48 BDSM reset: the application orders the cells, the terminal does not.
///
/// It must stand before the clear and before the alternate screen: VTE stamps each row with the
/// mode that holds when the row is cleared.
pub const BDSM_EXPLICIT: &str = "\x1b[8l";
/// ECMA-48 BDSM set: the terminal orders the text again.
pub const BDSM_IMPLICIT: &str = "\x1b[8h";
/// No detection of the direction of a paragraph, and a left-to-right path (SCP): both are the
/// defaults of VTE, said again in case the shell had changed them.
pub const LEFT_TO_RIGHT: &str = "\x1b[?2501l\x1b[1 k";
/// SCP back to what the terminal itself would choose.
pub const DEFAULT_DIRECTION: &str = "\x1b[0 k";

/// Alternate screen, cleared, cursor hidden, no wrapping at the last column, pasted text marked.
pub const SCREEN_ON: &str = "\x1b[?1049h\x1b[2J\x1b[?25l\x1b[?7l\x1b[?2004h";
/// The opposite of [`SCREEN_ON`]; ends an update that a crash may have left open, and colours.
pub const SCREEN_OFF: &str = "\x1b[?2026l\x1b[m\x1b[?2004l\x1b[?7h\x1b[?25h\x1b[?1049l";
/// Clicks, drags and the wheel, with SGR coordinates.
pub const MOUSE_ON: &str = "\x1b[?1000h\x1b[?1002h\x1b[?1006h";
/// No mouse reports.
pub const MOUSE_OFF: &str = "\x1b[?1006l\x1b[?1002l\x1b[?1000l";

/// Wraps a sequence so that a multiplexer hands it to the terminal outside.
///
/// tmux wants each escape doubled, and `allow-passthrough on`; GNU screen takes it as it is.
pub fn through(tunnel: Tunnel, sequence: &str) -> String {
    match tunnel {
        Tunnel::None => sequence.to_owned(),
        Tunnel::Tmux => format!("\x1bPtmux;{}\x1b\\", sequence.replace('\x1b', "\x1b\x1b")),
        Tunnel::Screen => format!("\x1bP{sequence}\x1b\\"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn multiplexers_get_the_recorded_wrapping() {
        assert_eq!(through(Tunnel::None, BDSM_EXPLICIT), "\x1b[8l");
        assert_eq!(through(Tunnel::Tmux, BDSM_EXPLICIT), "\x1bPtmux;\x1b\x1b[8l\x1b\\");
        assert_eq!(through(Tunnel::Screen, BDSM_EXPLICIT), "\x1bP\x1b[8l\x1b\\");
    }
}
