//! The Unicode Character Database's own tests, through the program's way from paragraph to row.
//!
//! `bidi` has order (UAX #9), `joining` the forms of letters. The data are Debian's `unicode-data`;
//! without them the tests say so and pass. Each prints how many cases ran and how many passed.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "the functions beside the tests are tests too"
)]

mod bidi;
mod joining;
#[path = "../skip/mod.rs"]
mod skip;

use std::path::Path;

/// A file of the Unicode Character Database, or `None`, with a message, where it is not installed.
fn database(name: &str) -> Option<String> {
    let path = Path::new("/usr/share/unicode").join(name);
    let text = std::fs::read_to_string(&path).ok();
    if text.is_none() {
        skip::skipped(&format!("{} is missing; install unicode-data to run it", path.display()));
    }
    text
}
