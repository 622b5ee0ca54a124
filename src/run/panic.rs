//! When something panics: the terminal is given back before the message is printed, and a
//! worker's panic ends the worker alone.

use std::thread;

use crate::terminal::restore;

/// How the threads of workers are called.
pub const WORKER: &str = "tabayun-worker";

/// Sets the hook. A worker that panics says nothing on the screen: `workers` tells of it there.
pub fn restore_terminal_on_panic() {
    let earlier = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if thread::current().name() == Some(WORKER) {
            return;
        }
        restore::restore();
        earlier(panic);
    }));
}
