//! A paragraph broken into lines, in logical order: UAX #14 with hanging spaces.
//!
//! Nothing here knows the visual order; a line is reordered only when it becomes a row.

use unicode_linebreak::{BreakOpportunity, linebreaks};

use super::{
    cluster::{Unit, Units},
    direction::{self, Direction},
    layout::{Layout, Newlines},
    span::Span,
};

/// Bytes of the longest line: half a megabyte of spaces or joiners takes no column, but must not
/// make a line that is slow to draw.
const LONGEST: usize = 8192;

/// One line of a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// Bytes of the article that are on it, the spaces that hang over its end and the newline
    /// among them: the lines of a paragraph cover it without a gap.
    pub span: Span,
    /// The paragraph's direction: the side at which the line begins.
    pub direction: Direction,
}

/// Breaks `paragraph` of `text` into lines of at most `layout.width` columns.
///
/// A word too long for the pane is broken between clusters, never inside a lam-alef. An empty
/// paragraph is one empty line; a span that is not in the text gives none.
pub fn wrap(text: &str, paragraph: Span, layout: &Layout) -> Vec<Line> {
    let Some(words) = text.get(paragraph.range()) else { return Vec::new() };
    let direction = direction::of(words, layout.base, layout.controls);
    let mut lines = Vec::new();
    let mut start = 0;
    let mut cut = |end: usize| {
        let from = paragraph.start as usize;
        lines.push(Line { span: Span::new(from + start, from + end), direction });
        start = end;
    };
    Breaker::new(*layout).run(words, &mut cut);
    cut(words.len());
    lines
}

/// The greedy breaker: how much stands on the line now, and where it could have ended.
struct Breaker {
    layout: Layout,
    /// Offset at which the line begins.
    start: usize,
    /// Columns from there, hanging spaces included.
    columns: usize,
    /// The last opportunity on this line: offset, and the columns before it.
    chance: Option<(usize, usize)>,
    before: Before,
}

/// What stands before the next unit, for the one tailoring of UAX #14 that is made here.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Before {
    Space,
    Word,
    /// A quotation mark that closes, since something stands directly before it.
    Closing,
    /// Such a mark, and a space after it.
    ClosingThenSpace,
}

impl Breaker {
    fn new(layout: Layout) -> Self {
        Self { layout, start: 0, columns: 0, chance: None, before: Before::Space }
    }

    /// Calls `cut` with the offset of each break inside the paragraph.
    fn run(mut self, words: &str, cut: &mut impl FnMut(usize)) {
        let mut chances = linebreaks(words);
        let mut next = chances.next();
        Units::new(words, self.layout).walk(|unit| {
            let start = unit.start as usize;
            while let Some((at, chance)) = next.filter(|(at, _)| *at <= start) {
                let newline = words.get(..at).is_some_and(|head| head.ends_with(['\n', '\r']));
                match chance {
                    BreakOpportunity::Mandatory if newline && self.joins() => {
                        self.chance = Some((start, self.columns));
                    }
                    BreakOpportunity::Mandatory => self.end(start, self.columns, cut),
                    BreakOpportunity::Allowed => self.chance = Some((start, self.columns)),
                }
                next = chances.next();
            }
            self.tailor(&unit);
            self.place(&unit, cut);
        });
    }

    /// LB15 of Unicode 15 forbids a break between any quotation mark and «(», however many spaces
    /// lie between: «نعم» (لا) would never be broken. After a mark that closes it is allowed, as
    /// in Unicode 15.1.
    fn tailor(&mut self, unit: &Unit) {
        if self.before == Before::ClosingThenSpace && matches!(unit.base, '(' | '[' | '{' | '﴾') {
            self.chance = Some((unit.start as usize, self.columns));
        }
        self.before = match (self.before, unit.base) {
            (Before::Closing | Before::ClosingThenSpace, _) if unit.hangs() => {
                Before::ClosingThenSpace
            }
            _ if unit.hangs() => Before::Space,
            (Before::Word | Before::Closing, '»' | '«' | '"' | '”' | '“' | '’' | '‘') => {
                Before::Closing
            }
            _ => Before::Word,
        };
    }

    /// Sets the unit on the line, after a break where it would not fit.
    fn place(&mut self, unit: &Unit, cut: &mut impl FnMut(usize)) {
        if unit.start as usize > self.start + LONGEST {
            self.end(unit.start as usize, self.columns, cut);
        }
        let columns = usize::from(unit.columns);
        if !unit.hangs() && columns > 0 {
            if self.overflows(columns)
                && let Some((at, before)) = self.chance
            {
                self.end(at, before, cut);
            }
            if self.overflows(columns) {
                self.end(unit.start as usize, self.columns, cut);
            }
        }
        self.columns += columns;
    }

    fn joins(&self) -> bool {
        self.layout.newlines == Newlines::Space
    }

    fn overflows(&self, columns: usize) -> bool {
        self.columns > 0 && self.columns + columns > usize::from(self.layout.width.max(1))
    }

    fn end(&mut self, at: usize, columns_before: usize, cut: &mut impl FnMut(usize)) {
        if at > self.start {
            cut(at);
            self.start = at;
        }
        self.columns -= columns_before;
        self.chance = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str, width: u16) -> Vec<&str> {
        let whole = Span::new(0, text.len());
        let lines = wrap(text, whole, &Layout::new(width));
        lines.iter().map(|line| text.get(line.span.range()).unwrap()).collect()
    }

    #[test]
    fn lines_end_after_their_spaces() {
        assert_eq!(lines("رست السفينة  في الميناء", 12), ["رست السفينة  ", "في الميناء"]);
        assert_eq!(lines("سطر\nوسطر", 40), ["سطر\n", "وسطر"]);
        assert_eq!(lines("سطر\r\n\r\nوسطر\n", 40), ["سطر\r\n", "\r\n", "وسطر\n"]);
        assert_eq!(lines("", 40), [""]);
    }

    #[test]
    fn a_newline_may_stand_for_a_space() {
        let layout = Layout { newlines: Newlines::Space, ..Layout::new(13) };
        let shown = |text: &str| -> Vec<String> {
            let whole = Span::new(0, text.len());
            let paragraph = crate::text::Paragraph::new(text, whole, &layout);
            let rows = paragraph.lines(text).into_iter().map(|line| paragraph.row(text, line));
            rows.map(|row| row.to_visual_string()).collect()
        };
        assert_eq!(
            shown("رست السفينة\nفي ميناء Blue\r\nFerry غدا"),
            ["ﺔﻨﻴﻔﺴﻟﺍ ﺖﺳﺭ", "Blue ﺀﺎﻨﻴﻣ ﻲﻓ", "ﺍﺪﻏ Ferry"]
        );
        let wide = Layout { width: 60, ..layout };
        let text = "ميناء Blue\nFerry غدا";
        let paragraph = crate::text::Paragraph::new(text, Span::new(0, text.len()), &wide);
        let row = paragraph.row(text, paragraph.lines(text)[0]);
        assert_eq!(row.to_visual_string(), "ﺍﺪﻏ Blue Ferry ﺀﺎﻨﻴﻣ");
    }

    #[test]
    fn what_belongs_together_stays_together() {
        let text = "طائرة إف-35 بنسبة 20% سنة 2025/2024";
        assert_eq!(lines(text, 9), ["طائرة ", "إف-35 ", "بنسبة 20% ", "سنة ", "2025/2024"]);
        assert_eq!(lines("قال «لن نعود» (غدا).", 9), ["قال «لن ", "نعود» ", "(غدا)."]);
    }

    #[test]
    fn a_word_wider_than_the_pane_is_broken_between_cells() {
        assert_eq!(lines("والاستقلال", 3), ["والا", "ستق", "لال"]);
        assert_eq!(lines("لالالا", 1), ["لا", "لا", "لا"]);
        assert_eq!(lines("日本", 1), ["日", "本"]);
    }

    #[test]
    fn a_space_that_does_not_fit_hangs() {
        assert_eq!(lines("نعم لا", 3), ["نعم ", "لا"]);
        assert_eq!(lines("نعم   ", 3), ["نعم   "]);
    }
}
