//! Markdown for an editor's document: each quotation as a block, with its source line.
//!
//! Direction is said twice: by `dir`, for what renders HTML in Markdown, and by a mark at the
//! beginning of a line that would otherwise be taken for a left-to-right one. The whole has the
//! direction of the interface; a quotation that begins in Arabic is right-to-left in it too.

use std::fmt::Write;

use super::{heading, shown};
use crate::locale::Messages;
use crate::notebook::{Bookmark, Kind, Source, Target};
use crate::text::paper;

pub(super) fn write(bookmarks: &[&Bookmark], messages: &Messages) -> String {
    let direction = if messages.is_arabic() { "rtl" } else { "ltr" };
    let mut out = format!("<div dir=\"{direction}\">\n\n");
    let mut dossier = None;
    for (at, bookmark) in bookmarks.iter().enumerate() {
        if at == 0 || dossier != bookmark.dossier.as_deref() {
            dossier = bookmark.dossier.as_deref();
            let title = dossier
                .map_or_else(|| messages.text("quotes-no-dossier").into_owned(), str::to_owned);
            let _ = writeln!(out, "## {}\n", line(&title, messages));
        }
        entry(&mut out, bookmark, messages);
    }
    out.push_str("</div>\n");
    out
}

fn entry(out: &mut String, bookmark: &Bookmark, messages: &Messages) {
    if let Some(heading) = heading(&bookmark.kind, messages) {
        let _ = writeln!(out, "**{}**\n", line(&heading, messages));
    }
    let mut before = None;
    for shown in shown::of(bookmark) {
        let target = shown.target;
        // The sides of a disagreement, each under its value.
        let side = target.value.as_ref().filter(|_| before != Some(target.side));
        if let Some(value) = side.filter(|_| matches!(bookmark.kind, Kind::Disagreement(_))) {
            let _ = writeln!(out, "{}\n", line(value, messages));
        }
        before = Some(target.side);
        place(out, target, messages);
        if let Some(others) = shown.others(messages) {
            let _ = writeln!(out, "{}\n", line(&others, messages));
        }
    }
    if let Kind::Disagreement(finding) = &bookmark.kind {
        let _ = writeln!(out, "{}\n", line(&finding.why, messages));
    }
    if !bookmark.note.is_empty() {
        let label = messages.text("quotes-note");
        for (at, part) in bookmark.note.lines().filter(|part| !part.trim().is_empty()).enumerate() {
            let part = markdown(part);
            let worded = if at == 0 { format!("*{label}* {part}") } else { part };
            let _ = writeln!(out, "{}{worded}\n", mark(&worded, messages));
        }
    }
    if !bookmark.tags.is_empty() {
        let tags: Vec<String> = bookmark.tags.iter().map(|tag| markdown(tag)).collect();
        let tags = format!("*{}* {}", messages.text("quotes-tags"), tags.join(comma(messages)));
        let _ = writeln!(out, "{}{tags}\n", mark(&tags, messages));
    }
}

fn place(out: &mut String, target: &Target, messages: &Messages) {
    let Some(quoted) = &target.quoted else {
        let source = source_line(target, messages);
        let _ = writeln!(out, "{}{source}\n", mark(&source, messages));
        return;
    };
    let words = paper::inert(&quoted.exact);
    let rtl = messages.is_arabic() || paper::begins_rtl(&words);
    let turned = rtl && !messages.is_arabic();
    if turned {
        out.push_str("<div dir=\"rtl\">\n\n");
    }
    // Every line of the quotation stays inside the block, whatever it begins with.
    for part in words.lines().map(str::trim).filter(|part| !part.is_empty()) {
        let _ = writeln!(out, "> {}{}\n>", side(part, rtl), markdown(part));
    }
    let source = source_line(target, messages);
    let _ = writeln!(out, "> {}{source}\n", side(&source, rtl));
    if turned {
        out.push_str("</div>\n\n");
    }
}

/// — who, where, title (linked), date, read on.
fn source_line(target: &Target, messages: &Messages) -> String {
    let source = &target.source;
    let outlet = source.outlet.as_deref().map(|outlet| format!("**{}**", markdown(outlet)));
    let parts = [
        target.speaker.as_deref().map(markdown),
        outlet,
        titled(source),
        source.published.map(|day| messages.day(day)),
        source.accessed.map(|at| {
            let day = messages.day(at.to_zoned(jiff::tz::TimeZone::UTC).date());
            messages.with("quotes-accessed", &[("day", day.as_str().into())])
        }),
    ];
    format!("— {}", parts.into_iter().flatten().collect::<Vec<_>>().join(comma(messages)))
}

fn titled(source: &Source) -> Option<String> {
    let title = source.title.as_deref().or(source.url.as_deref()).or(source.path.as_deref())?;
    let title = markdown(title);
    Some(match source.url.as_deref().and_then(paper::link) {
        Some(url) => format!("[{title}](<{url}>)"),
        None => title,
    })
}

fn line(text: &str, messages: &Messages) -> String {
    format!("{}{}", mark(text, messages), markdown(text))
}

/// Markdown that shows the text and nothing else; what keeps to itself does so as HTML says it.
fn markdown(text: &str) -> String {
    paper::elements(&paper::markdown(text))
}

/// A right-to-left mark, where the document is right-to-left and the line would not be by its
/// first strong character.
fn mark(text: &str, messages: &Messages) -> &'static str {
    side(text, messages.is_arabic())
}

/// The same for a line of a block of this direction.
fn side(text: &str, rtl: bool) -> &'static str {
    if rtl && !paper::begins_rtl(text) { "\u{200F}" } else { "" }
}

fn comma(messages: &Messages) -> &'static str {
    if messages.is_arabic() { "، " } else { ", " }
}
