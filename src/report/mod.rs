//! A Comparison on paper: JSON, Markdown, HTML, plain text.

pub mod json;
pub mod record;
