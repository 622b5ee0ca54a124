//! What the reader keeps: quotations, sentences, disagreements and corrections, with their source.
//!
//! Begin with [`Bookmark`] (one kept thing, a W3C Web Annotation on disk) and [`Book`] (all of
//! them in memory: filter, undo). `take` makes bookmarks out of articles, `anchor` finds them
//! again when a report is opened, `journal` is the file, `export` and `import` the ways out and in.
//!
//! The way of one keystroke: `take` → [`Change`] → [`Journal::append`] (locked, synced) →
//! [`Book::confirm`]. Nothing is shown as kept before `append` has returned.

pub mod anchor;
mod book;
mod bookmark;
mod correction;
pub mod export;
mod filter;
#[cfg(test)]
pub(crate) mod fixture;
mod id;
mod import;
mod journal;
mod jsonld;
mod kept;
mod reports;
pub mod revision;
pub mod take;

pub use book::{Arrival, Book, Change, Intent, Prepared, Refused, Unprepared};
pub use bookmark::{Bookmark, CharRange, Colour, Finding, Kind, Quoted, Source, Target};
pub use correction::{Correction, Field};
pub use filter::{Facet, Filter, Sort};
pub use id::Id;
pub use import::{ImportError, Imported, import};
pub use journal::{Damage, DamageReason, Entry, Journal, JournalError, Loaded, News};
pub use jsonld::SCHEMA;
pub use kept::{Kept, Stored};
pub(crate) use reports::{is_same, lies_in};
