//! A Comparison on paper: JSON, Markdown, HTML, plain text.
//!
//! `json` is the whole of it for programs. The three for people print one [`sheet`], so that they
//! cannot differ: begin there.

mod evidence;
mod head;
pub mod html;
pub mod json;
pub mod markdown;
mod matrix;
pub mod plain;
pub mod record;
mod sheet;
mod worded;

pub use head::{Corrected, Head};

#[cfg(test)]
mod tests;
