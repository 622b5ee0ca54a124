//! When something panics: the terminal is given back before the message is printed, where the
//! program ends with it. A panic on any other thread ends that thread alone.

use std::thread;

use crate::terminal::restore;

/// How the threads of workers are called.
pub const WORKER: &str = "tabayun-worker";

/// Sets the hook, for the thread that calls this. Any other one that panics says nothing on the
/// screen, which is still drawn: whoever waits for it tells of it there.
pub fn restore_terminal_on_panic() {
    let earlier = std::panic::take_hook();
    let reading = thread::current().id();
    std::panic::set_hook(Box::new(move |panic| {
        if thread::current().id() == reading {
            restore::restore();
            earlier(panic);
        }
    }));
}

/// Panics where a test asks for it by the name of the place.
#[cfg(debug_assertions)]
pub fn if_asked_for(place: &str) {
    let asked = std::env::var("TABAYUN_TEST_PANIC").is_ok_and(|asked| asked == place);
    assert!(!asked, "asked for by the test");
}
