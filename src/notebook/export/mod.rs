//! The notebook on its way out: five formats, each safe to open.
//!
//! Begin with [`export`]. What an article's text could do in another program (formulas, markup,
//! links that run) is taken from it; JSON-LD alone keeps every character, because it is data.

mod bibtex;
mod csl;
mod csv;
mod jsonld;
mod markdown;
mod shown;

use super::{Bookmark, Correction, Field, Kind, Target};
use crate::compare::{Dossier, Verdict};
use crate::locale::Messages;
use crate::text::paper;
use shown::Shown;

/// The forms in which the notebook can be written.
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
    /// All forms, the default of the command line first.
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

    /// By its name, by the end of a file's name, or by another name that it goes by.
    pub fn named(name: &str) -> Option<Self> {
        let name = name.to_ascii_lowercase();
        let named = |format: &Self| {
            let other = format.aliases().iter().any(|alias| *alias == name);
            other || format.name() == name || format.extension() == name
        };
        Self::ALL.into_iter().find(named)
    }

    /// What it is called elsewhere, besides its name.
    pub fn aliases(self) -> &'static [&'static str] {
        match self {
            Self::Markdown => &["md"],
            Self::Csv => &[],
            Self::JsonLd => &["json-ld"],
            Self::BibTex => &["bib", "biblatex"],
            Self::CslJson => &["json", "csl"],
        }
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
        Format::BibTex => bibtex::write(bookmarks, messages),
        Format::CslJson => csl::write(bookmarks, messages),
    }
}

/// The places that can be cited, with a name for each that is letters, digits and hyphens: the
/// report's date and the end of the bookmark's own name.
fn citable<'a>(
    bookmarks: &'a [&Bookmark],
) -> impl Iterator<Item = (String, &'a Bookmark, Shown<'a>)> {
    bookmarks.iter().flat_map(|kept| {
        let single = kept.targets.len() == 1;
        shown::of(kept).into_iter().map(move |shown| {
            let (at, target) = (shown.at + 1, shown.target);
            let ascii: Vec<char> =
                kept.id.as_str().chars().filter(char::is_ascii_alphanumeric).collect();
            let end: String = ascii.iter().skip(ascii.len().saturating_sub(12)).collect();
            let day = target.source.published.map(|day| format!("-{day}")).unwrap_or_default();
            let part = if single { String::new() } else { format!("-{at}") };
            (format!("tabayun{day}-{end}{part}"), *kept, shown)
        })
    })
}

/// What a kind that is not plain words is, in words: the topic of a disagreement, what was put
/// right and how.
pub fn heading(kind: &Kind, messages: &Messages) -> Option<String> {
    let name = |field: Field| match field {
        Field::Outlet => messages.text("field-outlet"),
        Field::Date => messages.text("field-date"),
        Field::Value => messages.text("field-value"),
        Field::Topic => messages.text("field-topic"),
    };
    Some(match kind {
        Kind::Quotation | Kind::Sentence | Kind::Selection | Kind::Report => return None,
        Kind::Disagreement(finding) => {
            let topic = topic(&finding.topic, &finding.label, messages);
            let verdict = match finding.verdict {
                Verdict::Contradiction => "report-contradiction",
                Verdict::UpdateOverTime => "report-update",
                Verdict::DifferentPrecision => "report-precision",
                Verdict::VariantSpelling => "report-spelling",
                Verdict::Compatible => "report-compatible",
            };
            format!("{topic} ({})", messages.text(verdict))
        }
        Kind::Correction(Correction::Set { field, was: Some(was), now }) => messages.with(
            "quotes-set",
            &[
                ("field", (&*name(*field)).into()),
                ("was", was.as_str().into()),
                ("now", now.as_str().into()),
            ],
        ),
        Kind::Correction(Correction::Set { field, was: None, now }) => messages.with(
            "quotes-set-new",
            &[("field", (&*name(*field)).into()), ("now", now.as_str().into())],
        ),
        Kind::Correction(Correction::SetAside { topic: key, label }) => {
            let topic = topic(key, label, messages);
            messages.with("quotes-set-aside", &[("topic", topic.as_str().into())])
        }
        Kind::Correction(Correction::Missed { label, .. }) => {
            let missed = messages.text("quotes-missed");
            label.as_ref().map_or(missed.to_string(), |label| format!("{missed}: {label}"))
        }
    })
}

/// What a topic is called: by its name in the reader's language, else in the words of the report.
pub fn topic(key: &str, label: &str, messages: &Messages) -> String {
    Dossier { articles: &[], readings: &[], messages }.topic(key, label)
}

/// What a reference manager is told beside the words: what was disputed or put right, how many
/// more say this, then the reader's own note.
fn annotation(bookmark: &Bookmark, shown: &Shown, messages: &Messages) -> String {
    let why = match &bookmark.kind {
        Kind::Disagreement(finding) => Some(paper::bare(&finding.why)),
        _ => None,
    };
    let note = Some(bookmark.note.clone());
    let parts = [heading(&bookmark.kind, messages), why, shown.others(messages), note];
    let parts = parts.into_iter().flatten().filter(|part| !part.trim().is_empty());
    parts.collect::<Vec<_>>().join(" — ")
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
