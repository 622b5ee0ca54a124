//! A comparison as one HTML file: right-to-left where the interface is, readable on a phone and
//! in print, and without a script or anything from elsewhere (its own policy forbids it).
//!
//! Begin with [`document`]. All text goes through [`paper::html`]; every value links to its
//! sentence in the evidence at the end.

mod evidence;
mod table;

use std::fmt::Write;

use super::Head;
use super::sheet::{Claimed, Entry, Position, Report, Sheet, Sign};
use crate::compare::{Comparison, Dossier};
use crate::locale::Messages;
use crate::text::{Span, direction, paper};

const STYLE: &str = include_str!("../../../assets/report/style.css");
const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// The whole page.
pub fn document(dossier: &Dossier, comparison: &Comparison, head: Head) -> String {
    let sheet = Sheet::new(dossier, comparison, head);
    let mut page = Page { out: String::new(), sheet: &sheet, messages: dossier.messages };
    page.head();
    page.header();
    page.matrix();
    page.disagreements();
    page.softer();
    page.left_out();
    page.alone();
    page.quotes();
    page.evidence();
    page.foot();
    page.out
}

struct Page<'a> {
    out: String,
    sheet: &'a Sheet,
    messages: &'a Messages,
}

/// The class of a sign, which gives it its colour.
fn class(sign: Sign) -> &'static str {
    match sign {
        Sign::Contradiction => "contradiction",
        Sign::Update => "update",
        Sign::Precision => "precision",
        Sign::Agreed => "agreed",
    }
}

/// Words from outside, escaped, in an element that runs as they do.
fn bdi(words: &str) -> String {
    // The browser goes by the first strong letter, which is wrong for «CNN: قال مسؤول».
    let rtl = if direction::isolated(words).starts_with('\u{2067}') { " dir=\"rtl\"" } else { "" };
    format!("<bdi{rtl}>{}</bdi>", paper::html(words))
}

/// A reason, its names and values each in an isolate.
fn apart(why: &str) -> String {
    paper::elements(&paper::html(why))
}

impl Page<'_> {
    /// Writes markup of ours; what is put into it is escaped by the caller.
    fn put(&mut self, markup: std::fmt::Arguments) {
        // Writing into a String cannot fail.
        let _ = self.out.write_fmt(markup);
        self.out.push('\n');
    }

    /// A message of ours, escaped.
    fn text(&self, name: &str) -> String {
        paper::html(&self.messages.text(name))
    }

    fn head(&mut self) {
        let (lang, dir) = if self.messages.is_arabic() { ("ar", "rtl") } else { ("en", "ltr") };
        let title = paper::html(&paper::bare(&self.sheet.title));
        let version = env!("CARGO_PKG_VERSION");
        self.put(format_args!("<!doctype html>\n<html lang=\"{lang}\" dir=\"{dir}\">\n<head>"));
        self.put(format_args!("<meta charset=\"utf-8\">"));
        self.put(format_args!(
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
        ));
        self.put(format_args!(
            "<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">"
        ));
        self.put(format_args!("<meta name=\"referrer\" content=\"no-referrer\">"));
        self.put(format_args!("<meta name=\"generator\" content=\"tabayun {version}\">"));
        self.put(format_args!(
            "<title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>"
        ));
    }

    fn header(&mut self) {
        let sheet = self.sheet;
        self.put(format_args!(
            "<header>\n<h1>{}</h1>\n<ul class=\"reports\">",
            apart(&sheet.title)
        ));
        for report in &sheet.reports {
            let line = self.one_report(report);
            self.put(format_args!("<li>{line}</li>"));
        }
        self.put(format_args!("</ul>"));
        self.corrections();
        self.notices();
        self.legend();
        self.put(format_args!("</header>"));
    }

    fn one_report(&self, report: &Report) -> String {
        let (name, title) = report.called();
        let mut parts = vec![format!("<b>{}</b>", bdi(name))];
        let worded = title.map(bdi);
        let linked = report.url.as_deref().and_then(paper::link).map(|url| {
            let words = worded.clone().unwrap_or_else(|| self.text("report-original"));
            format!("<a href=\"{}\" rel=\"noreferrer noopener\">{words}</a>", paper::html(&url))
        });
        parts.extend(linked.or(worded));
        let file = report.file.as_deref().map(paper::html);
        parts.extend(file.map(|file| format!("<bdi class=\"soft\">{file}</bdi>")));
        let day = report.published.as_ref();
        parts.extend(day.map(|day| format!("<span class=\"soft\">{}</span>", paper::html(day))));
        let counts = self.messages.with(
            "report-counts",
            &[("disputed", report.disputed.into()), ("alone", report.alone.len().into())],
        );
        parts.push(format!("<span class=\"soft\">{}</span>", paper::html(&counts)));
        let number = format!("<span class=\"letter\">{}</span>", paper::html(&report.number));
        format!("{number} <div>{}</div>", parts.join(" · "))
    }

    /// What the reader put right, a line each.
    fn corrections(&mut self) {
        let sheet = self.sheet;
        if sheet.corrections.is_empty() {
            return;
        }
        let heading = self.text("report-corrected");
        self.put(format_args!("<p>{heading}</p>\n<ul class=\"corrections\">"));
        for correction in &sheet.corrections {
            self.put(format_args!("<li>✎ {}</li>", bdi(correction)));
        }
        self.put(format_args!("</ul>"));
    }

    fn notices(&mut self) {
        let sheet = self.sheet;
        if sheet.events.len() > 1 {
            let said = self.messages.with("report-events", &[("n", sheet.events.len().into())]);
            self.put(format_args!("<p>{}</p>", paper::html(&said)));
        }
        for group in &sheet.copies {
            let reports = sheet.some_reports(group, self.messages);
            let said = self.messages.with("report-copies", &[("reports", reports.as_str().into())]);
            self.put(format_args!("<p>{}</p>", paper::html(&said)));
        }
        if let Some(nothing) = sheet.nothing() {
            let said = self.text(nothing);
            self.put(format_args!("<p>{said}</p>"));
        }
        self.own();
    }

    /// What the one report says, where there is no other.
    fn own(&mut self) {
        let sheet = self.sheet;
        if sheet.own.is_empty() {
            return;
        }
        let heading = self.text("report-own");
        self.put(format_args!("<p>{heading}</p>\n<ul>"));
        for (topic, value) in &sheet.own {
            let (topic, value) = (bdi(topic), bdi(value));
            self.put(format_args!("<li>{topic}: {value}</li>"));
        }
        self.put(format_args!("</ul>"));
    }

    fn legend(&mut self) {
        let signs = [
            (Sign::Contradiction, "report-contradiction"),
            (Sign::Update, "report-update"),
            (Sign::Precision, "report-precision"),
            (Sign::Agreed, "report-agreed"),
        ];
        self.put(format_args!("<ul class=\"legend soft\">"));
        for (sign, name) in signs {
            let said = self.text(name);
            self.put(format_args!(
                "<li><span class=\"sign {}\">{}</span> {said}</li>",
                class(sign),
                sign.mark()
            ));
        }
        let silent = self.text("report-silent");
        self.put(format_args!("<li><span class=\"sign\">∅</span> {silent}</li>\n</ul>"));
    }

    fn disagreements(&mut self) {
        let sheet = self.sheet;
        if sheet.disagreements.is_empty() {
            return;
        }
        let heading = self.text("report-disagreements");
        self.put(format_args!("<section>\n<h2>{heading}</h2>"));
        for (at, entry) in sheet.disagreements.iter().enumerate() {
            self.entry(at, entry);
        }
        self.put(format_args!("</section>"));
    }

    fn entry(&mut self, at: usize, entry: &Entry) {
        let verdict = self.text(entry.verdict);
        self.put(format_args!(
            "<article id=\"d{at}\" class=\"{}\">\n<h3><span class=\"sign\">{}</span> {} <small>{verdict}</small></h3>",
            class(entry.sign),
            entry.sign.mark(),
            bdi(&entry.label)
        ));
        for (number, position) in entry.positions.iter().enumerate() {
            let reports = self.named(&position.claims);
            self.put(format_args!(
                "<div class=\"position {}\">\n<strong>{}{}</strong> <small>{}</small>",
                table::position_class(number),
                table::number(number, self.messages),
                bdi(&position.display),
                reports
            ));
            for claim in position.sentences() {
                self.sentence(claim, position);
            }
            self.put(format_args!("</div>"));
        }
        self.put(format_args!("<p class=\"why\">{}</p>", apart(&entry.why)));
        for why in &entry.also {
            let sign = Sign::Precision.mark();
            self.put(format_args!("<p class=\"why\">{sign} {}</p>", apart(why)));
        }
        self.put(format_args!("</article>"));
    }

    /// Numbers and names of the reports that make these claims, each with its number in an
    /// isolate: in a row of names of either direction a number would go to its neighbour.
    fn named(&self, claims: &[Claimed]) -> String {
        let direction = if self.messages.is_arabic() { "rtl" } else { "ltr" };
        let name = |report: &Report| {
            let (number, name) = (paper::html(&report.number), bdi(&report.name));
            format!("<bdi dir=\"{direction}\">{number} {name}</bdi>")
        };
        let names: Vec<String> = self.sheet.who(claims).map(name).collect();
        self.messages.list(names.iter().map(String::as_str))
    }

    /// The sentence of a claim, with the words marked that state this value and no other.
    fn sentence(&mut self, claim: &Claimed, position: &Position) {
        let here =
            |other: &&Claimed| other.report == claim.report && other.sentence == claim.sentence;
        let own: Vec<Span> = position.claims.iter().filter(here).map(|one| one.span).collect();
        let Some(words) = self.marked(claim.report, claim.sentence, Some(&own)) else { return };
        let Some(report) = self.sheet.reports.get(claim.report) else { return };
        let direction = evidence::direction(report);
        let speaker = claim.speaker.as_deref().map(|name| format!("{} — ", bdi(name)));
        self.put(format_args!(
            "<blockquote {direction}><p>{words}</p></blockquote>\n<cite>{}<a href=\"#{}\">{}</a></cite>",
            speaker.unwrap_or_default(),
            evidence::anchor(claim),
            bdi(&report.name)
        ));
    }

    /// One line each: the values with their reports, and why they are no conflict.
    fn softer(&mut self) {
        let sheet = self.sheet;
        if sheet.softer.is_empty() {
            return;
        }
        let heading = self.text("report-softer");
        self.put(format_args!("<section>\n<h2>{heading}</h2>\n<ul class=\"softer agreed\">"));
        for entry in &sheet.softer {
            let said: Vec<String> = entry.positions.iter().map(|held| self.held(held)).collect();
            let verdict = self.text(entry.verdict);
            let why = entry.softly().map(|why| format!(" <small>{}</small>", apart(why)));
            self.put(format_args!(
                "<li><span class=\"sign\">{}</span> <b>{}</b> <small>{verdict}</small>: {}{}</li>",
                entry.sign.mark(),
                bdi(&entry.label),
                said.join(" / "),
                why.unwrap_or_default()
            ));
        }
        self.put(format_args!("</ul>\n</section>"));
    }

    /// A position that leads to its first sentence, with its reports.
    fn held(&self, position: &Position) -> String {
        let Some(claim) = position.claims.first() else { return String::new() };
        let reports = self.sheet.reports_of(&position.claims, self.messages);
        format!(
            "<a href=\"#{}\">{}</a> <small>{}</small>",
            evidence::anchor(claim),
            bdi(&position.display),
            paper::html(&reports)
        )
    }

    fn left_out(&mut self) {
        let sheet = self.sheet;
        if sheet.left_out.is_empty() {
            return;
        }
        let heading = self.text("report-left-out");
        self.put(format_args!("<section>\n<h2>{heading}</h2>\n<ul>"));
        for left in &sheet.left_out {
            let Some(report) = sheet.reports.get(left.report) else { continue };
            let said: Vec<String> = left.claims.iter().map(|claim| self.value(claim)).collect();
            self.put(format_args!(
                "<li><span class=\"sign\">∅</span> <b>{} {}</b> {}: {}</li>",
                paper::html(&report.number),
                bdi(&report.name),
                bdi(&left.label),
                said.join(if self.messages.is_arabic() { "، " } else { ", " })
            ));
        }
        self.put(format_args!("</ul>\n</section>"));
    }

    /// A value that leads to its sentence, with the number of its report.
    fn value(&self, claim: &Claimed) -> String {
        let report = self.sheet.some_reports(&[claim.report], self.messages);
        format!(
            "<a href=\"#{}\">{}</a> <small>{}</small>",
            evidence::anchor(claim),
            bdi(&claim.display),
            paper::html(&report)
        )
    }

    fn foot(&mut self) {
        let made = self.text("report-made");
        self.put(format_args!("<footer><p>{made}</p></footer>\n</main>\n</body>\n</html>"));
    }
}

#[cfg(test)]
mod tests {
    use super::bdi;

    #[test]
    fn a_headline_runs_as_most_of_its_words() {
        assert_eq!(bdi("CNN: قال <مسؤول>"), "<bdi dir=\"rtl\">CNN: قال &lt;مسؤول&gt;</bdi>");
        assert_eq!(bdi("قال CNN"), "<bdi>قال CNN</bdi>");
    }
}
