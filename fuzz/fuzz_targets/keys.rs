//! What a terminal may send, whole or in pieces: every byte is taken once, and nothing waits for
//! ever.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tabayun::terminal::input::{Step, step};

fuzz_target!(|data: &[u8]| {
    let mut rest = data;
    while !rest.is_empty() {
        let length = match step(rest, false) {
            Step::Wait => panic!("what is there must do"),
            Step::Event(_, length) | Step::Reply(_, length) | Step::Drop(length) => length,
        };
        assert!(length > 0 && length <= rest.len());
        rest = &rest[length..];
    }
});
