//! Keys, mouse and the terminal's replies, from the bytes that it sends.
//!
//! Why not the terminal library's own reader: it takes the end of an unknown reply (`ESC [ > 41 …`)
//! for typed keys, and turns round for ever when the terminal has gone away. Here every sequence is
//! either an event or is dropped whole, however late it comes. Begin with [`Input::read`]; the
//! grammar is in `sequence.rs`, what is pasted in `paste.rs`, the names of the keys in `keys.rs`.

mod keys;
mod paste;
mod sequence;
#[cfg(unix)]
mod tty;
#[cfg(not(unix))]
#[path = "console.rs"]
mod tty;

pub use paste::{Paste, was_cut};
pub use sequence::{Reply, Step, step};
pub use tty::Input;
