//! A comparison as Markdown that pastes well into an editor's document: a table of topics and
//! reports, then each disagreement with its sentences.

use std::fmt::Write;

use super::Head;
use super::plain::quoted;
use super::sheet::{Claimed, Entry, Report, SILENT, Sheet, Sign, letter};
use crate::compare::{Comparison, Dossier};
use crate::locale::Messages;
use crate::text::paper;

/// The whole text.
pub fn document(dossier: &Dossier, comparison: &Comparison, head: Head) -> String {
    let sheet = Sheet::new(dossier, comparison, head);
    let messages = dossier.messages;
    let direction = if messages.is_arabic() { "rtl" } else { "ltr" };
    let mut out = format!(
        "<div dir=\"{direction}\">\n\n# {}\n\n",
        text(&paper::bare(&sheet.title), messages)
    );
    for report in &sheet.reports {
        let _ = writeln!(out, "- {}", one_report(report, messages));
    }
    out.push('\n');
    corrections(&mut out, &sheet, messages);
    notices(&mut out, &sheet, messages);
    matrix(&mut out, &sheet, messages);
    for entry in &sheet.disagreements {
        disagreement(&mut out, &sheet, entry, messages);
    }
    softer(&mut out, &sheet, messages);
    silences(&mut out, &sheet, messages);
    quotations(&mut out, &sheet, messages);
    out.push_str("</div>\n");
    out
}

/// Text that is nothing but text, kept on its side of a line that it begins.
fn text(words: &str, messages: &Messages) -> String {
    let side = messages.is_arabic() && !paper::begins_rtl(words);
    format!("{}{}", if side { "\u{200F}" } else { "" }, paper::markdown(words))
}

fn one_report(report: &Report, messages: &Messages) -> String {
    let (name, title) = report.called();
    let linked = |words: &str| match report.url.as_deref().and_then(paper::link) {
        Some(url) => format!("[{}](<{url}>)", paper::markdown(words)),
        None => paper::markdown(words),
    };
    // The title has the link, be it the name too.
    let name = if title.is_none() { linked(name) } else { paper::markdown(name) };
    let title = title.map(linked);
    let counts = messages.with(
        "report-counts",
        &[("disputed", report.disputed.into()), ("alone", report.alone.len().into())],
    );
    let file = report.file.as_deref().map(paper::markdown);
    let parts = [title, file, report.published.clone(), Some(counts)];
    let rest: Vec<String> = parts.into_iter().flatten().collect();
    format!("**{}** {name}: {}", report.number, rest.join(" — "))
}

/// What the reader put right, a line each.
fn corrections(out: &mut String, sheet: &Sheet, messages: &Messages) {
    if sheet.corrections.is_empty() {
        return;
    }
    let _ = writeln!(out, "{}\n", messages.text("report-corrected"));
    for correction in &sheet.corrections {
        let _ = writeln!(out, "- ✎ {}", paper::markdown(correction));
    }
    out.push('\n');
}

fn notices(out: &mut String, sheet: &Sheet, messages: &Messages) {
    if sheet.events.len() > 1 {
        let _ = writeln!(
            out,
            "{}\n",
            messages.with("report-events", &[("n", sheet.events.len().into())])
        );
    }
    for group in &sheet.copies {
        let reports = sheet.some_reports(group, messages);
        let copies = messages.with("report-copies", &[("reports", reports.as_str().into())]);
        let _ = writeln!(out, "{copies}\n");
    }
    if let Some(nothing) = sheet.nothing() {
        let _ = writeln!(out, "{}\n", messages.text(nothing));
    }
    if !sheet.own.is_empty() {
        let _ = writeln!(out, "{}\n", messages.text("report-own"));
    }
    for (topic, value) in &sheet.own {
        let (topic, value) = (paper::markdown(topic), paper::markdown(value));
        let _ = writeln!(out, "- {topic}: {value}");
    }
    if !sheet.own.is_empty() {
        out.push('\n');
    }
}

fn matrix(out: &mut String, sheet: &Sheet, messages: &Messages) {
    let rows = sheet.rows();
    if rows.is_empty() {
        return;
    }
    let _ = write!(out, "| | {} |", messages.text("report-topic"));
    for report in &sheet.reports {
        let _ = write!(out, " {} {} |", report.number, paper::markdown(&report.name));
    }
    let _ = writeln!(out, "\n|:-:|{}", ":-:|".repeat(sheet.reports.len() + 1));
    for row in rows {
        let _ = write!(out, "| {} | {} |", row.sign.mark(), paper::markdown(row.label));
        let first = row.cells.iter().position(|cell| !cell.is_empty()).unwrap_or_default();
        for (at, cell) in row.cells.iter().enumerate() {
            // A report of another event is not silent about this one.
            if cell.is_empty() && !sheet.one_event(first, at) {
                out.push_str("  |");
                continue;
            }
            let values: Vec<String> =
                cell.iter().map(|said| cell_value(row.entry.is_some(), said, messages)).collect();
            let worded = if values.is_empty() { SILENT.to_owned() } else { values.join(" / ") };
            let _ = write!(out, " {worded} |");
        }
        out.push('\n');
    }
    out.push('\n');
}

/// A value, with its letter where the reports do not agree.
fn cell_value(disputed: bool, said: &(usize, &Claimed), messages: &Messages) -> String {
    let value = paper::markdown(&said.1.display);
    if disputed { format!("{}. {value}", letter(said.0, messages.is_arabic())) } else { value }
}

fn disagreement(out: &mut String, sheet: &Sheet, entry: &Entry, messages: &Messages) {
    let verdict = messages.text(entry.verdict);
    let label = paper::markdown(&entry.label);
    let _ = writeln!(out, "## {} {label} ({verdict})\n", entry.sign.mark());
    for (at, position) in entry.positions.iter().enumerate() {
        let letter = letter(at, messages.is_arabic());
        let reports = paper::markdown(&sheet.named(&position.claims, messages));
        let value = paper::markdown(&position.display);
        let _ = writeln!(out, "**{letter}. {value}** — {reports}\n");
        for claim in position.sentences() {
            let Some(sentence) = sheet.evidence.sentence(claim.report, claim.sentence) else {
                continue;
            };
            let name = sheet.reports.get(claim.report).map(|report| paper::markdown(&report.name));
            let words = said(sentence.text().trim(), messages);
            let speaker =
                claim.speaker.as_deref().map(|name| format!(" ({})", paper::markdown(name)));
            let _ = writeln!(
                out,
                "> {words}{} — {}\n",
                speaker.unwrap_or_default(),
                name.unwrap_or_default()
            );
        }
    }
    let _ = writeln!(out, "{}\n", text(&paper::bare(&entry.why), messages));
    for why in &entry.also {
        let _ = writeln!(out, "{} {}\n", Sign::Precision.mark(), text(&paper::bare(why), messages));
    }
}

/// Words of a report in quotation marks; those of another direction keep theirs, so that their
/// full stop stays at their end.
fn said(words: &str, messages: &Messages) -> String {
    let quoted = text(&quoted(words, messages), messages);
    if paper::begins_rtl(words) && !messages.is_arabic() {
        return format!("<span dir=\"rtl\">{quoted}</span>");
    }
    quoted
}

/// One line each: the values with their reports.
fn softer(out: &mut String, sheet: &Sheet, messages: &Messages) {
    if sheet.softer.is_empty() {
        return;
    }
    let _ = writeln!(out, "## {}\n", messages.text("report-softer"));
    for entry in &sheet.softer {
        let held = entry.positions.iter().map(|position| {
            let reports = sheet.reports_of(&position.claims, messages);
            format!("{} ({reports})", paper::markdown(&position.display))
        });
        let held: Vec<String> = held.collect();
        let _ = write!(out, "- = {}: {}", messages.text(entry.verdict), held.join(" / "));
        let why = entry.softly().map(|why| format!(" — {}", text(&paper::bare(why), messages)));
        let _ = writeln!(out, "{}", why.unwrap_or_default());
    }
    out.push('\n');
}

fn silences(out: &mut String, sheet: &Sheet, messages: &Messages) {
    if sheet.left_out.is_empty() {
        return;
    }
    let _ = writeln!(out, "## {}\n", messages.text("report-left-out"));
    for left in &sheet.left_out {
        let Some(report) = sheet.reports.get(left.report) else { continue };
        let (name, label) = (paper::markdown(&report.name), paper::markdown(&left.label));
        let _ = writeln!(out, "- {SILENT} **{}** {name}: {label}", report.number);
    }
    out.push('\n');
}

fn quotations(out: &mut String, sheet: &Sheet, messages: &Messages) {
    if sheet.reports.iter().all(|report| report.quotes.is_empty()) {
        return;
    }
    let _ = writeln!(out, "## {}\n", messages.text("report-quotes"));
    for report in sheet.reports.iter().filter(|report| !report.quotes.is_empty()) {
        let _ = writeln!(out, "### {} {}\n", report.number, paper::markdown(&report.name));
        for quote in &report.quotes {
            let speaker = quote
                .speaker
                .as_deref()
                .map_or_else(|| messages.text("report-unnamed").into_owned(), paper::markdown);
            let words = said(&quote.words, messages);
            let _ = writeln!(out, "- {words} — {speaker}");
        }
        out.push('\n');
    }
}
