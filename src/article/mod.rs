//! What a report is, and how it comes in.
//!
//! An [`Article`] keeps its text as it was read; [`Block`]s say what each part is (headline,
//! dateline, paragraph, chrome…) without deleting anything. Loading begins in [`load`]:
//! bytes → `encoding` → one of `plain`, `markdown`, `html`, `jsonl` → [`Article`].

mod blocks;
mod byline;
mod called;
mod date;
mod dossier;
mod draft;
mod encoding;
mod html;
mod jsonl;
mod language;
mod load;
mod markdown;
mod plain;
mod record;
mod sample;

use std::path::PathBuf;

use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};

pub use called::short;
pub use date::{day_and_month, stamp as publication};
pub use jsonl::Wrong;
pub use load::{Event, Input, Loaded, from_bytes, load, load_each, none_there, text_of};
pub use plain::article as from_text;

use crate::text::{Span, Text};

/// The place of an article in its dossier, counted from 0 in the order of loading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ArticleId(pub u32);

/// One report.
#[derive(Clone, Debug)]
pub struct Article {
    pub id: ArticleId,
    /// The file it came from; `None` for standard input, a JSON line or the built-in sample.
    pub path: Option<PathBuf>,
    /// Which record of that file it is, where a file holds several reports.
    pub record: Option<RecordAt>,
    pub text: Text,
    /// In text order, not overlapping; what lies between them is white space.
    pub blocks: Vec<Block>,
    pub title: Option<Known<String>>,
    pub outlet: Option<Known<String>>,
    /// Who wrote it, as far as it says so.
    pub authors: Vec<String>,
    pub published: Option<Known<Date>>,
    /// The time of day of publication, where it is known; in the outlet's own zone.
    pub published_at: Option<Time>,
    pub url: Option<String>,
    /// The event that `dossier.json` says the report is of; empty where it lists the report and
    /// names no event for it.
    pub event: Option<String>,
    pub language: Language,
    /// What the byte offsets of this article refer to.
    pub offsets_in: OffsetsIn,
    /// WHATWG name of the encoding the bytes were read in, and whether it was guessed.
    pub encoding: Encoding,
}

/// A record of a JSON file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordAt {
    /// What the record itself gives as its `id`, as it stands there.
    pub id: Option<serde_json::Value>,
    /// Its line, counted from 1, where each record has a line of its own.
    pub line: Option<usize>,
}

/// A value about an article, and where it was learnt. Unknown is `None`, never invented.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known<T> {
    pub value: T,
    pub from: Origin,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// `dossier.json` says so: it wins over what was detected.
    Dossier,
    /// The record itself says so (a JSON field, an HTML meta element).
    Metadata,
    /// Found in the text, at this place.
    Text(Span),
    /// The reader set it.
    Reader,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OffsetsIn {
    /// The text is the file, byte for byte.
    File,
    /// The text was extracted or decoded; `tabayun text FILE` prints it.
    Text,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Encoding {
    pub name: &'static str,
    pub guessed: bool,
    /// Whether some bytes had no meaning in it and were replaced.
    pub damaged: bool,
}

impl Encoding {
    /// UTF-8 without a doubt.
    pub const UTF_8: Self = Self { name: "UTF-8", guessed: false, damaged: false };
}

impl<T> Known<T> {
    pub fn new(value: T, from: Origin) -> Self {
        Self { value, from }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    Arabic,
    Persian,
    Urdu,
    Hebrew,
    English,
    Other,
}

impl Language {
    /// The language of a tag (`ar`, `ar-EG`, `fa`); `None` for an empty one.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next().filter(|primary| !primary.is_empty())?;
        Some(match primary.to_ascii_lowercase().as_str() {
            "ar" => Self::Arabic,
            "fa" => Self::Persian,
            "ur" => Self::Urdu,
            "he" | "iw" => Self::Hebrew,
            "en" => Self::English,
            _ => Self::Other,
        })
    }

    /// The tag of the language, as JSON and HTML name it; `und` where it is not known.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Arabic => "ar",
            Self::Persian => "fa",
            Self::Urdu => "ur",
            Self::Hebrew => "he",
            Self::English => "en",
            Self::Other => "und",
        }
    }
}

/// A part of an article's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    pub span: Span,
    pub kind: BlockKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BlockKind {
    Headline,
    /// City, country, date and agency that open a report.
    Dateline,
    /// A heading inside the text.
    Subhead,
    Paragraph,
    ListItem,
    TableRow,
    Caption,
    /// Menus, share buttons, related links: shown dimmed, foldable, and a source of no facts.
    Chrome,
}

impl Article {
    /// A plain text that came from nowhere in particular.
    pub fn from_text(id: ArticleId, text: impl Into<Box<str>>) -> Self {
        plain::article(id, Text::new(text), Encoding::UTF_8)
    }

    /// The parts that may hold claims: all but chrome.
    pub fn content(&self) -> impl Iterator<Item = &Block> {
        self.blocks.iter().filter(|block| block.kind != BlockKind::Chrome)
    }
}
