//! BibTeX, one `@misc` a quoted place: a type that classic styles and biblatex both know.
//!
//! The quotation is in `abstract`, which bibliographies do not print; the reader's note, and what
//! was disputed or put right, in `annote`.

use std::fmt::Write;

use super::{annotation, citable, quoted_line};
use crate::locale::Messages;
use crate::notebook::Bookmark;
use crate::text::paper;

pub(super) fn write(bookmarks: &[&Bookmark], messages: &Messages) -> String {
    let mut out = String::new();
    for (key, bookmark, shown) in citable(bookmarks) {
        let (target, source) = (shown.target, &shown.target.source);
        let _ = writeln!(out, "@misc{{{key},");
        // The inner braces keep the title's own capitals.
        field(
            &mut out,
            "title",
            &format!("{{{}}}", tex(source.title.as_deref().unwrap_or(source.name()))),
        );
        // A name in braces of its own is not taken apart into given and family names.
        let authors: Vec<String> =
            source.authors.iter().map(|name| format!("{{{}}}", tex(name))).collect();
        if !authors.is_empty() {
            field(&mut out, "author", &authors.join(" and "));
        }
        let mut put = |name, value: Option<&str>| {
            if let Some(value) = value.filter(|value| !value.is_empty()) {
                field(&mut out, name, &tex(value));
            }
        };
        put("howpublished", source.outlet.as_deref());
        if let Some(day) = source.published {
            put("date", Some(&day.to_string()));
            put("year", Some(&day.year().to_string()));
        }
        put("langid", source.language.as_deref().and_then(langid));
        put("abstract", quoted_line(target).as_deref());
        put("annote", Some(&annotation(bookmark, &shown, messages)));
        put("keywords", Some(&bookmark.tags.join(", ")));
        if let Some(url) = source.url.as_deref().and_then(paper::link) {
            // Verbatim in biblatex: an address has no braces left, and no escapes belong here.
            field(&mut out, "url", &url);
            if let Some(accessed) = source.accessed {
                let day = accessed.to_zoned(jiff::tz::TimeZone::UTC).date();
                field(&mut out, "urldate", &day.to_string());
            }
        }
        out.push_str("}\n\n");
    }
    out
}

fn field(out: &mut String, name: &str, value: &str) {
    let _ = writeln!(out, "  {name} = {{{value}}},");
}

/// Babel's name of a language.
fn langid(language: &str) -> Option<&'static str> {
    match language {
        "ar" => Some("arabic"),
        "fa" => Some("persian"),
        "ur" => Some("urdu"),
        "he" => Some("hebrew"),
        "en" => Some("english"),
        _ => None,
    }
}

/// Text on one line in which TeX does nothing; TeX has directions of its own and no isolates. A brace is written by name: even escaped ones
/// count when BibTeX looks for the end of a field.
fn tex(text: &str) -> String {
    let inert = paper::bare(&paper::inert(text));
    let mut out = String::with_capacity(inert.len());
    for c in inert.split_whitespace().collect::<Vec<_>>().join(" ").chars() {
        match c {
            '\\' => out.push_str("\\textbackslash{}"),
            '{' => out.push_str("\\textbraceleft{}"),
            '}' => out.push_str("\\textbraceright{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '#' | '$' | '%' | '&' | '_' => out.extend(['\\', c]),
            _ => out.push(c),
        }
    }
    out
}
