//! Between the cells and the real terminal.
//!
//! Here: the session (modes in and out, one write a frame), the encoders (what bytes make *this*
//! terminal show the cells where they are), and how the encoder is chosen. Not here: layout of
//! Arabic text (`text` has already joined and ordered every cell), keys and their meaning (`app`),
//! files (the choice is remembered by whoever calls).
//!
//! Begin with [`Session`], then [`encoder::Kind`] for why there are several encoders.

pub mod detect;
pub mod doctor;
pub mod encoder;
pub mod escapes;
pub mod input;
mod pen;
pub mod restore;
mod session;

pub use encoder::{Choice, Kind, Tunnel};
pub use input::Input;
pub use pen::Pen;
pub use session::{Frame, Options, Session};
