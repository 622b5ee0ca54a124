//! CSV for spreadsheets (RFC 4180, UTF-8 with a byte order mark), one place a row.
//!
//! The names of the columns are the same in every language, for those who read it by program.

use crate::notebook::{Bookmark, Correction, Kind, Target};
use crate::text::paper;

const COLUMNS: [&str; 24] = [
    "id",
    "kind",
    "quotation",
    "speaker",
    "outlet",
    "title",
    "published",
    "url",
    "file",
    "accessed",
    "note",
    "tags",
    "colour",
    "dossier",
    "topic",
    "verdict",
    "why",
    "side",
    "value",
    "was",
    "start",
    "end",
    "created",
    "modified",
];

pub(super) fn write(bookmarks: &[&Bookmark]) -> String {
    // Without the mark, spreadsheets read UTF-8 in the system's old encoding.
    let mut out = String::from('\u{FEFF}');
    row(&mut out, COLUMNS.map(str::to_owned));
    for bookmark in bookmarks {
        for target in &bookmark.targets {
            row(&mut out, cells(bookmark, target));
        }
    }
    out
}

fn cells(bookmark: &Bookmark, target: &Target) -> [String; 24] {
    let source = &target.source;
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let [topic, verdict, why, was, now] = judgement(&bookmark.kind);
    let value = if now.is_empty() { paper::bare(&text(&target.value)) } else { now };
    [
        bookmark.id.to_string(),
        match &bookmark.kind {
            Kind::Correction(correction) => format!("correction.{}", correction.name()),
            kind => kind.name().to_owned(),
        },
        target.quoted.as_ref().map(|quoted| quoted.exact.clone()).unwrap_or_default(),
        text(&target.speaker),
        text(&source.outlet),
        text(&source.title),
        source.published.map(|day| day.to_string()).unwrap_or_default(),
        source.url.as_deref().and_then(paper::link).unwrap_or_default(),
        text(&source.path),
        source.accessed.map(|at| at.to_string()).unwrap_or_default(),
        bookmark.note.clone(),
        bookmark.tags.join(", "),
        bookmark.colour.and_then(name_of).unwrap_or_default(),
        text(&bookmark.dossier),
        topic,
        verdict,
        why,
        target.side.map(|side| (side + 1).to_string()).unwrap_or_default(),
        value,
        was,
        target.position.map(|range| range.start.to_string()).unwrap_or_default(),
        target.position.map(|range| range.end.to_string()).unwrap_or_default(),
        bookmark.created.to_string(),
        bookmark.modified.to_string(),
    ]
}

/// Topic, verdict, reason, what was put right and what it is now.
fn judgement(kind: &Kind) -> [String; 5] {
    let none = String::new;
    match kind {
        Kind::Disagreement(finding) => [
            finding.label.clone(),
            name_of(finding.verdict).unwrap_or_default(),
            paper::bare(&finding.why),
            none(),
            none(),
        ],
        Kind::Correction(Correction::Set { was, now, .. }) => {
            [none(), none(), none(), was.clone().unwrap_or_default(), now.clone()]
        }
        Kind::Correction(Correction::SetAside { label, .. }) => {
            [label.clone(), none(), none(), none(), none()]
        }
        Kind::Correction(Correction::Missed { topic, label }) => [
            label.clone().or_else(|| topic.clone()).unwrap_or_default(),
            none(),
            none(),
            none(),
            none(),
        ],
        _ => [none(), none(), none(), none(), none()],
    }
}

/// The name of a plain enum, as in the other files.
fn name_of(value: impl serde::Serialize) -> Option<String> {
    serde_json::to_value(value).ok()?.as_str().map(str::to_owned)
}

fn row(out: &mut String, cells: [String; 24]) {
    let quoted = cells.map(|cell| format!("\"{}\"", harmless(&cell).replace('"', "\"\"")));
    out.push_str(&quoted.join(","));
    out.push_str("\r\n");
}

/// A cell that no spreadsheet takes for a formula: an apostrophe goes before the characters that
/// begin one, in their full-width forms too, whatever blanks and marks stand before them.
fn harmless(cell: &str) -> String {
    let inert = paper::inert(cell);
    let blank = |c: char| {
        c.is_whitespace()
            || matches!(c, '\u{200B}'..='\u{200F}' | '\u{61C}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
    };
    let starts = inert
        .trim_start_matches(blank)
        .starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '−', '|', '%']);
    if starts || cell.starts_with(['\t', '\r', '\n']) {
        format!("'{inert}")
    } else {
        inert.into_owned()
    }
}
