//! The rows that several reports share: counted in rungs, filled with lines.
//!
//! A rung is as high as its highest run of paragraphs; the others get rows without words. Only
//! the rungs that are looked at are wrapped.

use std::ops::Range;

use crate::article::{Article, ArticleId};
use crate::compare::parallel::Rung;
use crate::text::{Layout, Span};

use super::flow::{Line, Look, Place, Sheet};
use super::pane::{MARGIN, Pane};

/// A screen row, as a line of a rung.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Row {
    pub rung: usize,
    pub line: usize,
}

/// One report of the grid and the sheet it is laid out on.
pub struct Report<'a> {
    pane: &'a mut Pane,
    sheet: Sheet<'a>,
}

impl<'a> Report<'a> {
    pub fn new(pane: &'a mut Pane, article: &'a Article, layout: Layout) -> Self {
        let sheet = pane.sheet(article, layout);
        Self { pane, sheet }
    }

    fn heights(&mut self, pieces: Range<usize>) -> usize {
        pieces.map(|piece| self.pane.flow.height(self.sheet, piece)).sum()
    }

    /// Puts the cursor on the row nearest to the wanted one that has words; whether any has.
    fn put_near(&mut self, lines: &[(Line, bool)], wanted: isize) -> bool {
        let worded = lines.iter().enumerate().filter(|(_, (line, _))| line.look.has_words());
        let nearest = worded.min_by_key(|(at, _)| at.cast_signed().abs_diff(wanted));
        if let Some((_, (line, _))) = nearest {
            self.pane.put(self.sheet, line.place);
        }
        nearest.is_some()
    }
}

/// Reports on common rungs; `reports` and the runs of each rung are in the same order.
pub struct Grid<'a> {
    rungs: &'a [Rung],
    reports: Vec<Report<'a>>,
}

impl<'a> Grid<'a> {
    pub fn new(rungs: &'a [Rung], reports: Vec<Report<'a>>) -> Self {
        Self { rungs, reports }
    }

    /// Rows that are shown.
    pub fn height(&self) -> usize {
        self.reports.first().map_or(1, |report| report.pane.height()).max(1)
    }

    /// The report, its cursor and its size: what the window was brought round to.
    pub fn now(&self, report: usize) -> Option<(ArticleId, u32, u16, usize)> {
        let pane = &self.reports.get(report)?.pane;
        Some((pane.article, pane.cursor, pane.width(), pane.height()))
    }

    fn run(&self, report: usize, rung: usize) -> Range<usize> {
        let run = self.rungs.get(rung).and_then(|rung| rung.runs.get(report));
        run.cloned().unwrap_or_default()
    }

    fn rung_height(&mut self, rung: usize) -> usize {
        let parts: Vec<Range<usize>> =
            (0..self.reports.len()).map(|at| self.run(at, rung)).collect();
        let heights = self.reports.iter_mut().zip(parts).map(|(report, run)| report.heights(run));
        heights.max().unwrap_or(0).max(1)
    }

    fn row_of(&mut self, report: usize, place: Place) -> Row {
        let ends = |rung: &Rung| rung.runs.get(report).is_none_or(|run| run.end <= place.piece);
        let rung = self.rungs.partition_point(ends);
        let start = self.run(report, rung).start;
        let Some(report) = self.reports.get_mut(report) else { return Row::default() };
        Row { rung, line: report.heights(start..place.piece.max(start)) + place.line }
    }

    /// The row on which a report's cursor stands.
    pub fn cursor_row(&mut self, report: usize) -> Row {
        self.row_at(report, |pane| pane.cursor)
    }

    /// The row with the words that stood uppermost in a report's window.
    pub fn top_of(&mut self, report: usize) -> Row {
        self.row_at(report, |pane| pane.top_offset)
    }

    fn row_at(&mut self, report: usize, offset: impl FnOnce(&Pane) -> u32) -> Row {
        let Some(one) = self.reports.get_mut(report) else { return Row::default() };
        let place = one.pane.flow.place_of(one.sheet, offset(one.pane));
        self.row_of(report, place)
    }

    /// So many rows on (back when negative), as far as there are any.
    pub fn step(&mut self, from: Row, rows: isize) -> Row {
        let mut row = from;
        for _ in 0..rows.unsigned_abs() {
            let next = if rows < 0 { self.before(row) } else { self.after(row) };
            match next {
                Some(next) => row = next,
                None => break,
            }
        }
        row
    }

    fn after(&mut self, row: Row) -> Option<Row> {
        if row.line + 1 < self.rung_height(row.rung) {
            return Some(Row { line: row.line + 1, ..row });
        }
        let rung = row.rung + 1;
        (rung < self.rungs.len()).then_some(Row { rung, line: 0 })
    }

    fn before(&mut self, row: Row) -> Option<Row> {
        if row.line > 0 {
            return Some(Row { line: row.line - 1, ..row });
        }
        let rung = row.rung.checked_sub(1)?;
        Some(Row { rung, line: self.rung_height(rung) - 1 })
    }

    /// Rows from one on to another; `None` when it is not among the next `most`.
    pub fn distance(&mut self, from: Row, to: Row, most: usize) -> Option<usize> {
        let mut row = from;
        for rows in 0..=most {
            if row >= to {
                return (row == to).then_some(rows);
            }
            row = self.after(row)?;
        }
        None
    }

    /// The uppermost row from which the window shows the report's cursor: as it is, moved by the
    /// rows it takes, or, after a jump, with the cursor a third of the way down.
    pub fn around(&mut self, report: usize, top: Row) -> Row {
        let height = self.height();
        let margin = MARGIN.min((height - 1) / 2);
        let at = self.cursor_row(report);
        let below = self.distance(top, at, 2 * height);
        let above = if at < top { self.distance(at, top, height) } else { None };
        let rows = match (below, above) {
            (Some(rows), _) if rows < margin => margin,
            (Some(rows), _) if rows + margin < height => return top,
            (Some(_), _) => height - 1 - margin,
            (None, Some(_)) => margin,
            (None, None) => height / 3,
        };
        self.step(at, -rows.cast_signed())
    }

    /// The row, or the last one from which the window is full.
    pub fn last_top(&mut self, top: Row) -> Row {
        let line = top.line.min(self.rung_height(top.rung) - 1);
        let top = Row { line, ..top };
        let (mut rows, mut row) = (1, top);
        while rows < self.height() {
            let Some(next) = self.after(row) else { break };
            row = next;
            rows += 1;
        }
        let missing = self.height() - rows;
        self.step(top, -missing.cast_signed())
    }

    /// Whether the report's cursor is in the window.
    pub fn shows(&mut self, report: usize, top: Row) -> bool {
        let (at, most) = (self.cursor_row(report), self.height() - 1);
        self.distance(top, at, most).is_some()
    }

    /// Gives every pane the lines of the window.
    pub fn fill(&mut self, top: Row) {
        for at in 0..self.reports.len() {
            let lines = self.window(at, top);
            if let Some(report) = self.reports.get_mut(at) {
                report.pane.lay(report.sheet, &lines);
            }
        }
    }

    /// Puts the cursor of a report on the worded row nearest to the wanted one, counted from the
    /// top of the window.
    pub fn put_cursor(&mut self, report: usize, top: Row, wanted: isize) {
        let lines = self.window(report, top);
        if let Some(report) = self.reports.get_mut(report) {
            report.put_near(&lines, wanted);
        }
    }

    /// Brings the cursors of the other reports, where they are out of view, to the row of the
    /// leading one, so that changing the pane does not move the window.
    pub fn lead_the_others(&mut self, lead: usize, top: Row) {
        let height = self.height();
        let at = self.cursor_row(lead);
        let wanted = self.distance(top, at, height).unwrap_or(height / 3).cast_signed();
        for other in (0..self.reports.len()).filter(|other| *other != lead) {
            if self.shows(other, top) {
                continue;
            }
            let lines = self.window(other, top);
            let Some(report) = self.reports.get_mut(other) else { continue };
            if !report.put_near(&lines, wanted)
                && let Some((line, _)) = lines.first()
            {
                report.pane.put(report.sheet, line.place);
            }
        }
    }

    /// The lines of a report in the window, and whether a paragraph begins there that other
    /// reports tell as well.
    fn window(&mut self, report: usize, top: Row) -> Vec<(Line, bool)> {
        let mut lines = Vec::with_capacity(self.height());
        let mut row = top;
        while row.rung < self.rungs.len() && lines.len() < self.height() {
            let all = self.rung_lines(report, row.rung);
            let left = self.height() - lines.len();
            lines.extend(all.into_iter().skip(row.line).take(left));
            row = Row { rung: row.rung + 1, line: 0 };
        }
        lines
    }

    fn rung_lines(&mut self, report: usize, rung: usize) -> Vec<(Line, bool)> {
        let height = self.rung_height(rung);
        let run = self.run(report, rung);
        let parallel = self.rungs.get(rung).is_some_and(|rung| rung.parallel);
        let Some(Report { pane, sheet }) = self.reports.get_mut(report) else { return Vec::new() };
        let (flow, sheet) = (&mut pane.flow, *sheet);
        let mut lines = Vec::with_capacity(height);
        for piece in run.clone() {
            let own = (0..flow.height(sheet, piece))
                .filter_map(|line| flow.line(sheet, Place { piece, line }));
            let own: Vec<Line> = own.collect();
            lines.extend(own.into_iter().map(|line| (line, parallel && line.place.line == 0)));
        }
        // Where nothing is parallel, what stands lower than this report's words is told by others.
        let left = height - lines.len().min(height);
        let silent = run.is_empty() || (!parallel && left > 1);
        let looks = if silent { silence(left) } else { vec![Look::Gap; left] };
        let (place, span) = beside(pane, run.end);
        let empty = |look: &Look| (Line { place, span, look: *look }, false);
        lines.extend(looks.iter().map(empty));
        lines
    }
}

/// Rows where a report has nothing: the first says so, the last stands apart from what follows.
fn silence(height: usize) -> Vec<Look> {
    let mut looks = vec![Look::Void; height];
    if let Some(first) = looks.first_mut() {
        *first = Look::Silent;
    }
    if let Some(last) = looks.last_mut().filter(|_| height > 1) {
        *last = Look::Gap;
    }
    looks
}

/// The place of rows without words: after the paragraph before them, or before the first.
fn beside(pane: &Pane, next: usize) -> (Place, Span) {
    let before = next.checked_sub(1);
    let offset = match before {
        Some(piece) => pane.flow.document.get(piece).map_or(0, |piece| piece.span.end),
        None => pane.flow.document.get(0).map_or(0, |piece| piece.span.start),
    };
    let place = Place { piece: before.unwrap_or(0), line: 0 };
    (place, Span { start: offset, end: offset })
}
