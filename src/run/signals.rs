//! SIGTERM, SIGHUP, SIGINT: leave in order. SIGTSTP: give the terminal back and stop.
//! SIGCONT: take it again.

use std::io;
use std::sync::mpsc::Sender;
use std::thread;

use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP};
use signal_hook::iterator::Signals;

use super::{Incoming, Signal};

/// Watches on a thread of its own.
///
/// # Errors
/// When the system does not let the signals be watched.
pub fn watch(sender: &Sender<Incoming>) -> io::Result<()> {
    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT])?;
    let sender = sender.clone();
    thread::spawn(move || {
        for signal in &mut signals {
            let wish = match signal {
                SIGTSTP => Signal::Suspend,
                SIGCONT => Signal::Continue,
                _ => Signal::End,
            };
            if sender.send(Incoming::Signal(wish)).is_err() {
                return;
            }
        }
    });
    Ok(())
}

/// Stops the process as the terminal's suspend key would; returns when it runs again.
pub fn stop() {
    // Refused only by systems without job control, where the screen simply stays.
    let _ = signal_hook::low_level::emulate_default_handler(SIGTSTP);
}
