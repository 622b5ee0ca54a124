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
    /// By which claims and panes name it; its index in the dossier.
    pub id: ArticleId,
    /// The file it came from; `None` for standard input, a JSON line or the built-in sample.
    pub path: Option<PathBuf>,
    /// Which record of that file it is, where a file holds several reports.
    pub record: Option<RecordAt>,
    /// All that was read, chrome included; every span of the article is a range of its bytes.
    pub text: Text,
    /// In text order, not overlapping; what lies between them is white space.
    pub blocks: Vec<Block>,
    /// The headline, whole; [`short`] cuts it for the head of a column.
    pub title: Option<Known<String>>,
    /// Who published it: the paper, agency or channel.
    pub outlet: Option<Known<String>>,
    /// Who wrote it, as far as it says so.
    pub authors: Vec<String>,
    /// The day of publication, from which words like «أمس» are reckoned.
    pub published: Option<Known<Date>>,
    /// The time of day of publication, where it is known; in the outlet's own zone.
    pub published_at: Option<Time>,
    /// The address of the report on the web, as the page, the record or `dossier.json` gives it.
    pub url: Option<String>,
    /// The event that `dossier.json` says the report is of; empty where it lists the report and
    /// names no event for it.
    pub event: Option<String>,
    /// As the record or the page says, else by the letters of the text.
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
    /// What is known.
    pub value: T,
    /// Who says so. The reader and `dossier.json` win over what was read or detected.
    pub from: Origin,
}

/// Where a value about an article was learnt.
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

/// Which bytes the offsets of an article count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OffsetsIn {
    /// The text is the file, byte for byte.
    File,
    /// The text was extracted or decoded; `tabayun text FILE` prints it.
    Text,
}

/// How the bytes of a file became text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Encoding {
    /// The WHATWG name: `UTF-8`, `windows-1256`.
    pub name: &'static str,
    /// Whether neither a mark nor a label named it, so that it was chosen by the bytes.
    pub guessed: bool,
    /// Whether some bytes had no meaning in it and were replaced.
    pub damaged: bool,
}

impl Encoding {
    /// UTF-8 without a doubt.
    pub const UTF_8: Self = Self { name: "UTF-8", guessed: false, damaged: false };
}

impl<T> Known<T> {
    /// A value, and where it was learnt.
    pub fn new(value: T, from: Origin) -> Self {
        Self { value, from }
    }
}

/// The languages that the lexicon and the direction of paragraphs tell apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// `ar`: the one whose claims are read.
    Arabic,
    /// `fa`: Arabic letters with enough of those that Persian alone adds (پ چ ژ گ ک ی).
    Persian,
    /// `ur`: Arabic letters with enough of those that Persian does not write either.
    Urdu,
    /// `he` or `iw`.
    Hebrew,
    /// `en`; without a tag, any text whose letters are mostly Latin.
    English,
    /// Any other language, and a text without letters.
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
    /// Bytes of the article's text.
    pub span: Span,
    /// What the part is; it rules how it looks and whether claims are read from it.
    pub kind: BlockKind,
}

/// What a part of a report is to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BlockKind {
    /// The title, where it stands in the text.
    Headline,
    /// City, country, date and agency that open a report.
    Dateline,
    /// A heading inside the text.
    Subhead,
    /// Running text; its line ends are those of the source's fixed width.
    Paragraph,
    /// One entry of a list, its bullet or number included.
    ListItem,
    /// One row of a table, its cells one after the other.
    TableRow,
    /// The words that go with a picture.
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
