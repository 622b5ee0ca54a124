//! The notebook on its way out: five formats, each safe to open.
//!
//! Begin with [`export`]. What an article's text could do in another program (formulas, markup,
//! links that run) is taken from it; JSON-LD alone keeps every character, because it is data.

mod bibtex;
mod csl;
mod csv;
mod jsonld;
mod markdown;

use super::{Bookmark, Kind, Target};
use crate::locale::Messages;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// For an editor's document: each quotation with its source line.
    Markdown,
    /// For a spreadsheet: UTF-8 with a mark, one place a row.
    Csv,
    /// A W3C `AnnotationCollection`: everything, and the form that can be imported.
    JsonLd,
    /// For bibliographies, classic or biblatex.
    BibTex,
    /// For reference managers.
    CslJson,
}

impl Format {
    pub const ALL: [Self; 5] =
        [Self::Markdown, Self::Csv, Self::JsonLd, Self::BibTex, Self::CslJson];

    /// The name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Markdown => "markdown",
            Self::Csv => "csv",
            Self::JsonLd => "jsonld",
            Self::BibTex => "bibtex",
            Self::CslJson => "csl-json",
        }
    }

    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }

    /// The usual end of a file's name.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Markdown => "md",
            Self::Csv => "csv",
            Self::JsonLd => "jsonld",
            Self::BibTex => "bib",
            Self::CslJson => "json",
        }
    }
}

/// The bookmarks, in this order, as a file's text. `messages` words dates and labels where the
/// format is for people.
pub fn export(format: Format, bookmarks: &[&Bookmark], messages: &Messages) -> String {
    match format {
        Format::Markdown => markdown::write(bookmarks, messages),
        Format::Csv => csv::write(bookmarks),
        Format::JsonLd => jsonld::write(bookmarks),
        Format::BibTex => bibtex::write(bookmarks),
        Format::CslJson => csl::write(bookmarks),
    }
}

/// The places that can be cited, with a name for each that is letters, digits and hyphens: the
/// report's date and the end of the bookmark's own name.
fn citable<'a>(
    bookmarks: &'a [&Bookmark],
) -> impl Iterator<Item = (String, &'a Bookmark, &'a Target)> {
    bookmarks.iter().filter(|kept| !matches!(kept.kind, Kind::Correction(_))).flat_map(|kept| {
        let single = kept.targets.len() == 1;
        (1..).zip(&kept.targets).map(move |(at, target)| {
            let ascii: Vec<char> =
                kept.id.as_str().chars().filter(char::is_ascii_alphanumeric).collect();
            let end: String = ascii.iter().skip(ascii.len().saturating_sub(12)).collect();
            let day = target.source.published.map(|day| format!("-{day}")).unwrap_or_default();
            let part = if single { String::new() } else { format!("-{at}") };
            (format!("tabayun{day}-{end}{part}"), *kept, target)
        })
    })
}

/// The words with their speaker, on one line: «…» (…).
fn quoted_line(target: &Target) -> Option<String> {
    let quoted = target.quoted.as_ref()?;
    let words = quoted.exact.split_whitespace().collect::<Vec<_>>().join(" ");
    Some(match &target.speaker {
        Some(speaker) => format!("«{words}» ({speaker})"),
        None => format!("«{words}»"),
    })
}

#[cfg(test)]
mod tests;
