//! The report in words, written to a terminal as Arabic must be written to it.

use std::io::{self, Write as _};

use ratatui::buffer::Cell;

use super::sample::{self, how_it_reads};
use super::{Question, Report, SAMPLE, Width};
use crate::terminal::detect::{Said, Verdict};
use crate::terminal::encoder::Choice;
use crate::terminal::pen::Pen;
use crate::text::{self, Base, Layout, Paragraph, Span};

/// Prints the report; `tty` when it goes to a terminal that can be painted on.
pub(super) fn print(report: &Report, verdict: &Verdict, arabic: bool, tty: bool) -> io::Result<()> {
    let width = if tty { crossterm::terminal::size().map_or(80, |size| size.0) } else { 80 };
    let choice = tty.then(|| verdict.choice.clone());
    let mut paper = Paper { out: String::new(), choice, width: width.clamp(20, 100), arabic };
    findings(report, &mut paper);
    if tty {
        samples(verdict, &mut paper);
    }
    paper.line("");
    for said in &report.advice {
        paper.say(said, "- ");
    }
    let mut out = io::stdout().lock();
    out.write_all(paper.out.as_bytes())?;
    out.flush()
}

/// Lines on their way to the terminal, or to a file where they stay in logical order.
struct Paper {
    out: String,
    choice: Option<Choice>,
    width: u16,
    arabic: bool,
}

impl Paper {
    fn say(&mut self, said: &Said, before: &str) {
        self.line(&format!("{before}{}", said.pick(self.arabic)));
    }

    fn line(&mut self, line: &str) {
        if let Some(choice) = self.choice.clone() {
            self.paint(line, &choice);
        } else {
            self.out.push_str(line);
            self.out.push('\n');
        }
    }

    /// Wraps, joins and orders a line as the reading screen does.
    fn paint(&mut self, line: &str, choice: &Choice) {
        let base = if self.arabic { Base::Rtl } else { Base::Ltr };
        let layout = Layout::new(self.width - 1).with_base(base);
        let paragraph = Paragraph::new(line, Span::new(0, line.len()), &layout);
        let lines = paragraph.lines(line);
        if lines.is_empty() {
            self.out.push_str("\r\n");
        }
        for part in lines {
            let row = paragraph.row(line, part);
            let cells = place(&row, row.left(self.width - 1), self.width);
            self.out.push_str(&painted(&cells, choice));
            self.out.push_str("\r\n");
        }
    }
}

fn place(row: &text::Row, left: u16, width: u16) -> Vec<Cell> {
    let mut cells = vec![Cell::default(); usize::from(width)];
    for (columns, cell) in row.columns() {
        if let Some(place) = cells.get_mut(usize::from(left + columns.start)) {
            place.set_symbol(cell.symbol.as_str());
        }
    }
    cells
}

/// The bytes of a row at the cursor's row, from its first column.
fn painted(cells: &[Cell], choice: &Choice) -> String {
    let mut encoder = choice.encoder();
    let mut pen = Pen::new(cells.len() as u16 + 1);
    pen.stand_at_start();
    encoder.paint_row(0, &vec![Cell::default(); cells.len()], cells, &mut pen);
    let body = String::from_utf8_lossy(pen.bytes()).into_owned();
    format!("{}{body}\x1b[m{}", encoder.enter(choice), encoder.exit(choice))
}

fn findings(report: &Report, paper: &mut Paper) {
    paper.line(report.program);
    let variables: Vec<String> =
        report.environment.iter().map(|(name, value)| format!("{name}={value}")).collect();
    paper.line(&variables.join(" "));
    if let Some(silent) = &report.silent {
        paper.line("");
        paper.say(silent, "");
    }
    paper.line("");
    for question in &report.questions {
        paper.say(&asked(question), "");
    }
    for width in &report.widths {
        paper.say(&measured(width), "");
    }
    paper.line("");
    let tunnel = report.tunnel.map(|name| format!(" ({name})")).unwrap_or_default();
    paper.say(
        &Said::new(
            format!("الطرفية: `{}{tunnel}`", report.terminal),
            format!("Terminal: {}{tunnel}", report.terminal),
        ),
        "",
    );
    paper.say(
        &Said::new(
            format!("طريقة الكتابة `{}`، والسبب: {}", report.encoder, report.reason.ar),
            format!("Encoder: {}, because {}.", report.encoder, report.reason.en),
        ),
        "",
    );
}

fn asked(question: &Question) -> Said {
    let Question { name, asked, answered, milliseconds, .. } = question;
    let answer = answered.join(" ");
    if answered.is_empty() {
        return Said::new(
            format!("سؤال `{name}` أي `ESC {asked}` بلا جواب (`{milliseconds} ms`)"),
            format!("asked {name}, ESC {asked}: no answer ({milliseconds} ms)"),
        );
    }
    Said::new(
        format!("سؤال `{name}` أي `ESC {asked}` جوابه `{answer}` (`{milliseconds} ms`)"),
        format!("asked {name}, ESC {asked}: {answer} ({milliseconds} ms)"),
    )
}

fn measured(width: &Width) -> Said {
    let found = width.measured.map_or_else(|| "?".to_owned(), |columns| columns.to_string());
    let sign = if width.measured == Some(width.expected) { "=" } else { "≠" };
    let sum = format!("{found} {sign} {}", width.expected);
    Said::new(
        format!("عرض {}: `{sum}`", width.what.ar),
        format!("width of {}: {sum}", width.what.en),
    )
}

fn samples(verdict: &Verdict, paper: &mut Paper) {
    paper.line("");
    paper.say(
        &Said::new(format!("سطر المثال: «{SAMPLE}»"), format!("The sample line, “{SAMPLE}”:")),
        "",
    );
    for kind in sample::worth_showing(verdict) {
        let own = if kind == verdict.choice.kind { "→ " } else { "  " };
        let label = format!("{own}{}", kind.name());
        paper.out.push_str(&sample::line(kind, &verdict.choice, &label, 48));
        paper.out.push_str("\r\n");
    }
    paper.say(&how_it_reads(), "");
}
