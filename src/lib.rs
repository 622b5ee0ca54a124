//! The map of the house.
//!
//! The way of the data, and the only way the arrows point:
//! `error, settings ← text ← locale ← article ← facts ← compare ← {notebook, report} ← app ← ui ← run ← cli ← main`,
//! and `text ← terminal ← run`. `tests/architecture.rs` fails when one points back.
//!
//! Begin with [`article::Article`] (what a report is), [`facts::Fact`] (what it claims),
//! [`compare::Comparison`] (where the claims differ), then `app` (what the reader does).

pub mod app;
pub mod article;
pub mod cli;
pub mod compare;
pub mod error;
pub mod facts;
pub mod locale;
pub mod notebook;
pub mod report;
pub mod run;
pub mod settings;
pub mod terminal;
pub mod text;
pub mod ui;
