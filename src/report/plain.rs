//! A comparison as plain text of eighty columns, in logical order and without escape codes: what
//! `tabayun compare` prints, and what a pipe gets.

use super::Head;
use super::sheet::{Agreed, Claimed, Entry, Report, SILENT, Sheet, Sign, letter};
use crate::compare::{Comparison, Dossier};
use crate::locale::Messages;
use crate::text::{Layout, Shaping, Span, paper, width, wrap};

const COLUMNS: usize = 80;

/// The whole text.
pub fn document(dossier: &Dossier, comparison: &Comparison, head: Head) -> String {
    let sheet = Sheet::new(dossier, comparison, head);
    let mut page = Page { out: String::new(), messages: dossier.messages };
    page.line(0, &paper::bare(&sheet.title));
    page.rule();
    for report in &sheet.reports {
        page.line(0, &one_report(report, dossier.messages));
    }
    page.corrections(&sheet);
    page.notices(&sheet);
    for entry in &sheet.disagreements {
        page.entry(&sheet, entry);
    }
    page.nothing(&sheet);
    page.softer(&sheet);
    page.agreements(&sheet);
    page.silences(&sheet);
    page.out
}

fn one_report(report: &Report, messages: &Messages) -> String {
    let (name, title) = report.called();
    let counts = messages.with(
        "report-counts",
        &[("disputed", report.disputed.into()), ("alone", report.alone.len().into())],
    );
    let parts =
        [title.map(str::to_owned), report.file.clone(), report.published.clone(), Some(counts)];
    let rest: Vec<String> = parts.into_iter().flatten().collect();
    format!("{}. {name}: {}", report.number, rest.join(" — "))
}

struct Page<'a> {
    out: String,
    messages: &'a Messages,
}

impl Page<'_> {
    fn gap(&mut self) {
        self.out.push('\n');
    }

    fn rule(&mut self) {
        self.out.push_str(&"─".repeat(COLUMNS));
        self.out.push('\n');
    }

    fn heading(&mut self, name: &str) {
        self.gap();
        let heading = self.messages.text(name);
        self.line(0, &heading);
    }

    /// A paragraph, `indent` columns in. Where a line would begin with left-to-right words in a
    /// right-to-left text, a mark keeps it on its side.
    fn line(&mut self, indent: usize, text: &str) {
        let text = paper::inert(text).split_whitespace().collect::<Vec<_>>().join(" ");
        let layout = Layout {
            shaping: Shaping::None,
            ..Layout::new(u16::try_from(COLUMNS - indent).unwrap_or(u16::MAX))
        };
        for line in wrap(&text, Span::new(0, text.len()), &layout) {
            let words = text.get(line.span.range()).unwrap_or_default().trim_end();
            debug_assert!(width::of(words, &layout) <= COLUMNS - indent);
            self.out.push_str(&" ".repeat(indent));
            if self.messages.is_arabic() && !paper::begins_rtl(words) {
                self.out.push('\u{200F}');
            }
            self.out.push_str(words);
            self.out.push('\n');
        }
    }

    fn corrections(&mut self, sheet: &Sheet) {
        if sheet.corrections.is_empty() {
            return;
        }
        self.heading("report-corrected");
        for correction in &sheet.corrections {
            self.line(2, &format!("✎ {correction}"));
        }
    }

    fn notices(&mut self, sheet: &Sheet) {
        if sheet.events.len() > 1 {
            self.gap();
            let count = sheet.events.len().into();
            self.line(0, &self.messages.with("report-events", &[("n", count)]));
            for group in &sheet.events {
                let reports = sheet.names(group, self.messages);
                self.line(2, &format!("- {reports}"));
            }
        }
        for group in &sheet.copies {
            let reports = sheet.some_reports(group, self.messages);
            self.line(
                0,
                &self.messages.with("report-copies", &[("reports", reports.as_str().into())]),
            );
        }
    }

    fn nothing(&mut self, sheet: &Sheet) {
        let Some(name) = sheet.nothing() else { return };
        self.gap();
        self.line(0, &self.messages.text(name));
        if !sheet.own.is_empty() {
            self.heading("report-own");
        }
        for (topic, value) in &sheet.own {
            self.line(2, &own(topic, value));
        }
    }

    fn entry(&mut self, sheet: &Sheet, entry: &Entry) {
        self.gap();
        let verdict = self.messages.text(entry.verdict);
        self.line(0, &format!("{} {} — {verdict}", entry.sign.mark(), entry.label));
        for (at, position) in entry.positions.iter().enumerate() {
            let letter = letter(at, self.messages.is_arabic());
            let reports = sheet.named(&position.claims, self.messages);
            self.line(2, &format!("{letter}. {} — {reports}", position.display));
            // One sentence stands for all; whose it is, where several reports hold the value.
            for claim in position.sentences().take(1) {
                let several = position.claims.iter().any(|other| other.report != claim.report);
                self.sentence(sheet, claim, several);
            }
        }
        self.line(2, &paper::bare(&entry.why));
        for why in &entry.also {
            self.line(2, &paper::bare(&format!("{} {why}", Sign::Precision.mark())));
        }
    }

    fn sentence(&mut self, sheet: &Sheet, claim: &Claimed, several: bool) {
        if let Some(sentence) = sheet.evidence.sentence(claim.report, claim.sentence) {
            let words = quoted(&sentence.text(), self.messages);
            let whose = sheet.some_reports(&[claim.report], self.messages);
            self.line(4, &if several { format!("{words} ({whose})") } else { words });
        }
    }

    fn softer(&mut self, sheet: &Sheet) {
        if sheet.softer.is_empty() {
            return;
        }
        self.heading("report-softer");
        for entry in &sheet.softer {
            let held = entry.positions.iter().map(|position| {
                let reports = sheet.reports_of(&position.claims, self.messages);
                format!("{} ({reports})", position.display)
            });
            let held: Vec<String> = held.collect();
            let verdict = self.messages.text(entry.verdict);
            self.line(2, &format!("= {}: {}", verdict, held.join(" / ")));
            if let Some(why) = entry.softly() {
                self.line(4, &paper::bare(why));
            }
        }
    }

    fn agreements(&mut self, sheet: &Sheet) {
        if sheet.agreements.is_empty() {
            return;
        }
        self.heading("report-agreements");
        for agreed in &sheet.agreements {
            let words = agreement(sheet, agreed, self.messages);
            self.line(2, &words);
        }
    }

    fn silences(&mut self, sheet: &Sheet) {
        if sheet.left_out.is_empty() {
            return;
        }
        self.heading("report-left-out");
        for left in &sheet.left_out {
            let Some(report) = sheet.reports.get(left.report) else { continue };
            self.line(2, &format!("{SILENT} {} {}: {}", report.number, report.name, left.label));
        }
    }
}

/// «- topic: value»; a name that is its own topic once.
fn own(topic: &str, value: &str) -> String {
    if topic.is_empty() || topic == value {
        return format!("- {value}");
    }
    format!("- {topic}: {value}")
}

/// «= topic: value (أ وب، مصدران)»
fn agreement(sheet: &Sheet, agreed: &Agreed, messages: &Messages) -> String {
    let value = agreed.claims.first().map(|claim| claim.display.as_str()).unwrap_or_default();
    let reports = sheet.reports_of(&agreed.claims, messages);
    let sources = messages.with("report-sources", &[("n", (agreed.sources as usize).into())]);
    let comma = if messages.is_arabic() { '،' } else { ',' };
    format!("= {}: {value} ({reports}{comma} {sources})", agreed.label)
}

/// A sentence in the quotation marks of the interface's language.
pub(super) fn quoted(words: &str, messages: &Messages) -> String {
    if messages.is_arabic() { format!("«{words}»") } else { format!("“{words}”") }
}
