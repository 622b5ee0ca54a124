//! The lower part of the page: what one report alone tells, the quotations, and the sentences
//! that everything above links to.

use super::{Page, bdi};
use crate::report::plain::quoted;
use crate::report::sheet::{Claimed, Report};
use crate::text::{Span, paper};

/// The name of a sentence in the page.
pub(super) fn anchor(claim: &Claimed) -> String {
    format!("r{}-s{}", claim.report, claim.sentence)
}

/// Language and direction of a report's own words.
pub(super) fn direction(report: &Report) -> String {
    match report.language {
        "" => "dir=\"auto\"".to_owned(),
        language @ ("ar" | "fa" | "ur" | "he") => format!("lang=\"{language}\" dir=\"rtl\""),
        language => format!("lang=\"{language}\" dir=\"ltr\""),
    }
}

impl Page<'_> {
    /// A cited sentence, its values marked: all, or those alone that stand in these places.
    pub(super) fn marked(
        &self,
        report: usize,
        sentence: usize,
        own: Option<&[Span]>,
    ) -> Option<String> {
        let sentence = self.sheet.evidence.sentence(report, sentence)?;
        let pieces = sentence.pieces(own).into_iter().map(|(words, marked)| {
            let words = paper::html(words);
            if marked { format!("<mark>{words}</mark>") } else { words }
        });
        Some(pieces.collect::<String>().trim().to_owned())
    }

    pub(super) fn alone(&mut self) {
        let sheet = self.sheet;
        if sheet.reports.len() < 2 || sheet.reports.iter().all(|report| report.alone.is_empty()) {
            return;
        }
        let heading = self.text("report-alone");
        self.put(format_args!("<section class=\"alone\">\n<h2>{heading}</h2>"));
        for report in sheet.reports.iter().filter(|report| !report.alone.is_empty()) {
            self.report_heading(report);
            self.put(format_args!("<ul>"));
            for (topic, claim) in &report.alone {
                let value = format!("<a href=\"#{}\">{}</a>", anchor(claim), bdi(&claim.display));
                self.put(format_args!("<li>{}: {value}</li>", bdi(topic)));
            }
            self.put(format_args!("</ul>"));
        }
        self.put(format_args!("</section>"));
    }

    pub(super) fn quotes(&mut self) {
        let sheet = self.sheet;
        if sheet.reports.iter().all(|report| report.quotes.is_empty()) {
            return;
        }
        let heading = self.text("report-quotes");
        self.put(format_args!("<section class=\"quotes\">\n<h2>{heading}</h2>"));
        for report in sheet.reports.iter().filter(|report| !report.quotes.is_empty()) {
            self.report_heading(report);
            self.put(format_args!("<ul>"));
            for quote in &report.quotes {
                let words = paper::html(&quoted(&quote.words, self.messages));
                let speaker =
                    quote.speaker.as_deref().map_or_else(|| self.text("report-unnamed"), bdi);
                self.put(format_args!(
                    "<li><blockquote {}><p>{words}</p></blockquote><cite>{speaker}</cite></li>",
                    direction(report)
                ));
            }
            self.put(format_args!("</ul>"));
        }
        self.put(format_args!("</section>"));
    }

    pub(super) fn evidence(&mut self) {
        let sheet = self.sheet;
        if sheet.evidence.reports.iter().all(Vec::is_empty) {
            return;
        }
        let heading = self.text("report-evidence");
        self.put(format_args!("<section class=\"evidence\">\n<h2>{heading}</h2>"));
        for (at, report) in sheet.reports.iter().enumerate() {
            let count = sheet.evidence.reports.get(at).map_or(0, Vec::len);
            if count == 0 {
                continue;
            }
            self.report_heading(report);
            self.put(format_args!("<ol {}>", direction(report)));
            for sentence in 0..count {
                let words = self.marked(at, sentence, None).unwrap_or_default();
                self.put(format_args!("<li id=\"r{at}-s{sentence}\"><p>{words}</p></li>"));
            }
            self.put(format_args!("</ol>"));
        }
        self.put(format_args!("</section>"));
    }

    fn report_heading(&mut self, report: &Report) {
        self.put(format_args!(
            "<h3><span class=\"letter\">{}</span> {}</h3>",
            paper::html(&report.number),
            bdi(&report.name)
        ));
    }
}
