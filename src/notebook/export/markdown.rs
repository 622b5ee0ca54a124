//! Markdown for an editor's document: each quotation as a block, with its source line.
//!
//! Direction is said twice: by `dir`, for what renders HTML in Markdown, and by a mark at the
//! beginning of a line that would otherwise be taken for a left-to-right one.

use std::fmt::Write;

use crate::locale::Messages;
use crate::notebook::{Bookmark, Correction, Field, Kind, Source, Target};
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
    for target in &bookmark.targets {
        place(out, target, messages);
    }
    if let Kind::Disagreement(finding) = &bookmark.kind {
        let _ = writeln!(out, "{}\n", line(&finding.why, messages));
    }
    if !bookmark.note.is_empty() {
        let label = messages.text("quotes-note");
        for (at, part) in bookmark.note.lines().filter(|part| !part.trim().is_empty()).enumerate() {
            let part = paper::markdown(part);
            let worded = if at == 0 { format!("*{label}* {part}") } else { part };
            let _ = writeln!(out, "{}{worded}\n", mark(&worded, messages));
        }
    }
    if !bookmark.tags.is_empty() {
        let tags: Vec<String> = bookmark.tags.iter().map(|tag| paper::markdown(tag)).collect();
        let tags = format!("*{}* {}", messages.text("quotes-tags"), tags.join(comma(messages)));
        let _ = writeln!(out, "{}{tags}\n", mark(&tags, messages));
    }
}

/// What a kind that is not a plain quotation is, in words.
fn heading(kind: &Kind, messages: &Messages) -> Option<String> {
    let name = |field: Field| match field {
        Field::Outlet => messages.text("field-outlet"),
        Field::Date => messages.text("field-date"),
        Field::Value => messages.text("field-value"),
        Field::Topic => messages.text("field-topic"),
    };
    Some(match kind {
        Kind::Quotation | Kind::Sentence | Kind::Selection | Kind::Report => return None,
        Kind::Disagreement(finding) => finding.label.clone(),
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
        Kind::Correction(Correction::SetAside { label, .. }) => {
            messages.with("quotes-set-aside", &[("topic", label.as_str().into())])
        }
        Kind::Correction(Correction::Missed { .. }) => messages.text("quotes-missed").into_owned(),
    })
}

fn place(out: &mut String, target: &Target, messages: &Messages) {
    if let Some(quoted) = &target.quoted {
        // Every line of the quotation stays inside the block, whatever it begins with.
        for part in
            paper::inert(&quoted.exact).lines().map(str::trim).filter(|part| !part.is_empty())
        {
            let _ = writeln!(out, "> {}\n>", line(part, messages));
        }
        let source = source_line(target, messages);
        let _ = writeln!(out, "> {}{source}\n", mark(&source, messages));
    } else {
        let source = source_line(target, messages);
        let _ = writeln!(out, "{}{source}\n", mark(&source, messages));
    }
}

/// — who, where, title (linked), date, read on.
fn source_line(target: &Target, messages: &Messages) -> String {
    let source = &target.source;
    let outlet = source.outlet.as_deref().map(|outlet| format!("**{}**", paper::markdown(outlet)));
    let parts = [
        target.speaker.as_deref().map(paper::markdown),
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
    let title = paper::markdown(title);
    Some(match source.url.as_deref().and_then(paper::link) {
        Some(url) => format!("[{title}](<{url}>)"),
        None => title,
    })
}

fn line(text: &str, messages: &Messages) -> String {
    format!("{}{}", mark(text, messages), paper::markdown(text))
}

/// A right-to-left mark, where the document is right-to-left and the line would not be by its
/// first strong character.
fn mark(text: &str, messages: &Messages) -> &'static str {
    if messages.is_arabic() && !paper::begins_rtl(text) { "\u{200F}" } else { "" }
}

fn comma(messages: &Messages) -> &'static str {
    if messages.is_arabic() { "، " } else { ", " }
}
