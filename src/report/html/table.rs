//! The matrix of topics and reports, as a table that reads like a picture: each row has the
//! colour and the sign of its verdict, each position its letter.

use super::{Page, bdi, class, evidence};
use crate::locale::Messages;
use crate::report::matrix::Row;
use crate::report::sheet::{Claimed, SILENT, Sign, letter};
use crate::text::paper;

impl Page<'_> {
    pub(super) fn matrix(&mut self) {
        let sheet = self.sheet;
        let rows = sheet.rows();
        if rows.is_empty() {
            return;
        }
        let (heading, topic) = (self.text("report-matrix"), self.text("report-topic"));
        self.put(format_args!(
            "<section>\n<h2>{heading}</h2>\n<div class=\"scroll\">\n<table>\n<thead><tr><th scope=\"col\">{topic}</th>"
        ));
        for report in &sheet.reports {
            self.put(format_args!(
                "<th scope=\"col\"><span class=\"letter\">{}</span> {}</th>",
                paper::html(&report.number),
                bdi(&report.name)
            ));
        }
        self.put(format_args!("</tr></thead>\n<tbody>"));
        for row in &rows {
            self.row(row);
        }
        self.put(format_args!("</tbody>\n</table>\n</div>\n</section>"));
    }

    fn row(&mut self, row: &Row) {
        let label = bdi(row.label);
        let label = match row.entry {
            Some(at) => format!("<a href=\"#d{at}\">{label}</a>"),
            None => label,
        };
        self.put(format_args!(
            "<tr class=\"{}\"><th scope=\"row\"><span class=\"sign\">{}</span> {label}</th>",
            class(row.sign),
            row.sign.mark()
        ));
        let first = row.cells.iter().position(|cell| !cell.is_empty()).unwrap_or_default();
        for (at, (report, cell)) in self.sheet.reports.iter().zip(&row.cells).enumerate() {
            let name = format!("{} {}", paper::html(&report.number), paper::html(&report.name));
            if cell.is_empty() && !self.sheet.one_event(first, at) {
                // A report of another event is not silent about this one.
                self.put(format_args!("<td data-report=\"{name}\"></td>"));
            } else if cell.is_empty() {
                let silent = self.text("report-silent");
                self.put(format_args!(
                    "<td class=\"silent\" data-report=\"{name}\">{SILENT}<span class=\"sr\"> {silent}</span></td>"
                ));
            } else {
                let values: Vec<String> =
                    cell.iter().map(|(at, claim)| self.cell_value(row, *at, claim)).collect();
                self.put(format_args!(
                    "<td data-report=\"{name}\"><div>{}</div></td>",
                    values.join("")
                ));
            }
        }
        self.put(format_args!("</tr>"));
    }

    fn cell_value(&self, row: &Row, position: usize, claim: &Claimed) -> String {
        let number = if row.sign == Sign::Agreed && row.entry.is_none() {
            String::new()
        } else {
            number(position, self.messages)
        };
        let speaker = claim.speaker.as_deref().map(|name| format!(" <small>{}</small>", bdi(name)));
        format!(
            "<span class=\"value {}\">{number}<a href=\"#{}\">{}</a>{}</span>",
            position_class(position),
            evidence::anchor(claim),
            bdi(&claim.display),
            speaker.unwrap_or_default()
        )
    }
}

/// The letter of a position, so that who agrees with whom is seen without colours.
pub(super) fn number(position: usize, messages: &Messages) -> String {
    let letter = letter(position, messages.is_arabic());
    format!("<span class=\"n\">{letter}.</span>")
}

/// Five colours; beyond them the letter alone tells.
pub(super) fn position_class(position: usize) -> &'static str {
    ["p1", "p2", "p3", "p4", "p5"].get(position).copied().unwrap_or("p0")
}
