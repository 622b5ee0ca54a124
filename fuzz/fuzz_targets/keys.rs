//! What a terminal may send, whole or in pieces: every byte is taken once, and nothing waits for
//! ever.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tabayun::terminal::input::{Paste, Step, step};

fuzz_target!(|data: &[u8]| {
    let mut rest = data;
    while !rest.is_empty() {
        let length = match step(rest, false) {
            Step::Wait => panic!("what is there must do"),
            Step::Paste(length) => {
                let body = &rest[length..];
                // In pieces it ends where it ends as a whole.
                let (mut whole, mut pieces) = (Paste::default(), Paste::default());
                let end = whole.push(body);
                let mut before = 0;
                let found = body.chunks(3).find_map(|piece| {
                    before += piece.len();
                    pieces.push(piece).map(|taken| before - piece.len() + taken)
                });
                assert!(found == end && pieces.text() == whole.text());
                length + end.unwrap_or(body.len())
            }
            Step::Event(_, length) | Step::Reply(_, length) | Step::Drop(length) => length,
        };
        assert!(length > 0 && length <= rest.len());
        rest = &rest[length..];
    }
});
