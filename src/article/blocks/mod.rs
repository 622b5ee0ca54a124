//! What each part of a report's text is: headline, dateline, subhead, paragraph, list item, table
//! row, caption, chrome. Nothing is deleted, and a span covers every line that is not blank.
//!
//! [`split`] walks the lines once. What belongs to the page and not to the report is told by
//! `chrome` (phrases are data), tables that lost their cells by `table`, the opening words by
//! `dateline`, the lines that stand before the headline by `masthead`.

mod bare;
mod chrome;
mod dateline;
mod lines;
mod masthead;
mod table;
mod wrapped;

use jiff::civil::{Date, Time};

use super::{Block, BlockKind};
use crate::text::Span;
use chrome::Use;
use lines::Line;

/// The parts of a text, and what its opening lines tell of it.
#[derive(Debug, Default)]
pub struct Layout {
    pub blocks: Vec<Block>,
    pub outlet: Option<(String, Span)>,
    pub date: Option<(Date, Span)>,
    pub time: Option<Time>,
}

/// The lines of a text that are not blank, trimmed.
pub fn lines_of(text: &str) -> impl Iterator<Item = &str> {
    lines::of(text).into_iter().map(|line| line.words)
}

/// Finds the parts of a text whose lines no source tells anything of; lines that were broken at a
/// fixed width are put together, so that one block may have line ends in it.
pub fn found(text: &str) -> Layout {
    sort(&wrapped::join(text, lines::of(text)), &[])
}

/// Finds the parts of a text. `told` says what the source says of each line that is not blank, as
/// far as it does; chrome is looked for all the same.
pub fn split(text: &str, told: &[Option<BlockKind>]) -> Layout {
    sort(&lines::of(text), told)
}

fn sort(lines: &[Line], told: &[Option<BlockKind>]) -> Layout {
    let rows = table::rows(lines);
    let mut sorter = Sorter {
        lines,
        told,
        rows: &rows,
        place: Place::Before,
        headline: None,
        begun: false,
        layout: Layout::default(),
    };
    for at in 0..lines.len() {
        sorter.line(at);
    }
    // Those of thousands of reports are held at once.
    sorter.layout.blocks.shrink_to_fit();
    sorter.layout
}

/// Where in the page the walk stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// Nothing of the report has come yet.
    Before,
    Body,
    /// Under a heading over links to other reports.
    Related,
    /// In the comments and what follows.
    Tail,
}

struct Sorter<'l, 't> {
    lines: &'l [Line<'t>],
    told: &'l [Option<BlockKind>],
    rows: &'l [bool],
    place: Place,
    headline: Option<&'t str>,
    /// A paragraph has come.
    begun: bool,
    layout: Layout,
}

/// More words than this are no headline, and no subhead.
const HEADLINE_WORDS: usize = 40;
const SUBHEAD_WORDS: usize = 15;
/// A line of links under «مواضيع ذات صلة» is shorter than this, in words, and no sentence.
const LINK_WORDS: usize = 25;

impl<'t> Sorter<'_, 't> {
    fn line(&mut self, at: usize) {
        let Some(line) = self.lines.get(at).copied() else { return };
        let kind = self.kind(at, &line);
        if kind == BlockKind::Paragraph {
            return self.paragraph(&line);
        }
        if kind == BlockKind::Headline {
            self.headline = Some(line.words);
        }
        self.push(line.span, kind);
    }

    fn kind(&mut self, at: usize, line: &Line<'t>) -> BlockKind {
        let told = self.told.get(at).copied().flatten();
        let opening = self.place == Place::Before;
        if opening && told == Some(BlockKind::Headline) {
            self.place = Place::Body;
            return BlockKind::Headline;
        }
        let used = chrome::used_for(line);
        if told == Some(BlockKind::Chrome) || self.outside(at, line, used) {
            return BlockKind::Chrome;
        }
        // A picture or an agency above the headline does not begin the report.
        let source = opening.then(|| dateline::source_alone(line.words)).flatten();
        if let Some(source) = source.filter(|_| told.is_none()) {
            let name = line.words.get(source.clone()).filter(|name| !name.is_empty());
            let outlet = name.map(|name| (name.to_owned(), line.part(source)));
            self.learn(masthead::Masthead { outlet, ..masthead::Masthead::default() });
            return BlockKind::Dateline;
        }
        if used != Some(Use::Caption) {
            self.place = Place::Body;
        }
        match told {
            Some(BlockKind::Headline) => BlockKind::Subhead,
            Some(kind) => kind,
            None if used == Some(Use::Caption) => BlockKind::Caption,
            None => self.found(at, line, opening),
        }
    }

    fn found(&self, at: usize, line: &Line<'t>, opening: bool) -> BlockKind {
        if self.rows.get(at) == Some(&true) {
            BlockKind::TableRow
        } else if opening && self.is_headline(at, line) {
            BlockKind::Headline
        } else if !self.begun && dateline::alone(line.words) {
            BlockKind::Dateline
        } else if is_item(line.words) {
            BlockKind::ListItem
        } else if !opening && !is_message(line.words) && self.is_subhead(at, line) {
            BlockKind::Subhead
        } else {
            BlockKind::Paragraph
        }
    }

    /// Whether the line is no part of the report; moves the place.
    fn outside(&mut self, at: usize, line: &Line<'t>, used: Option<Use>) -> bool {
        match (self.place, used) {
            (Place::Tail, _) => return true,
            (Place::Body | Place::Related, Some(Use::Tail)) => self.place = Place::Tail,
            (Place::Body, Some(Use::Related)) => self.place = Place::Related,
            (Place::Related, _)
                if line.count(LINK_WORDS) < LINK_WORDS && !line.ends_as_sentence() => {}
            (_, Some(Use::Furniture | Use::Menu | Use::Related | Use::Tail)) => {}
            (Place::Before, _) => return self.masthead(line),
            (_, Some(Use::Teaser)) => {}
            _ => {
                return self.headline == Some(line.words)
                    || self.foreign_scrap(line)
                    || self.stamped(at, line);
            }
        }
        true
    }

    /// Before the headline: a line of the site's name, sections and date.
    fn masthead(&mut self, line: &Line) -> bool {
        let Some(found) = masthead::of(line) else { return false };
        self.learn(found);
        true
    }

    /// Near the headline: «الأحد 4 مايو 2031 - 18:04».
    fn stamped(&mut self, at: usize, line: &Line) -> bool {
        if at >= 6 && at + 3 <= self.lines.len() {
            return false;
        }
        let last = at + 2 >= self.lines.len();
        let Some(found) = masthead::stamp(line).or_else(|| masthead::source(line).filter(|_| last))
        else {
            return false;
        };
        self.learn(found);
        true
    }

    fn learn(&mut self, found: masthead::Masthead) {
        let layout = &mut self.layout;
        if layout.date.is_none() {
            (layout.date, layout.time) = (found.date, found.time);
        }
        layout.outlet = layout.outlet.take().or(found.outlet);
    }

    /// A few words without Arabic letters in an Arabic report: a button, a tag.
    fn foreign_scrap(&self, line: &Line) -> bool {
        let arabic = |text: &str| text.chars().any(|c| ('\u{621}'..='\u{6d3}').contains(&c));
        let latin = line.words.contains(|c: char| c.is_ascii_alphabetic());
        latin
            && !arabic(line.words)
            && line.count(9) < 9
            && !line.words.ends_with(['.', '"', '”'])
            && self.headline.is_some_and(arabic)
    }

    fn is_headline(&self, at: usize, line: &Line) -> bool {
        let alone = self.lines.len() == at + 1;
        !alone
            && line.count(HEADLINE_WORDS) < HEADLINE_WORDS
            && !line.ends_as_sentence()
            && dateline::of(line.words).is_none()
            && !is_item(line.words)
    }

    fn is_subhead(&self, at: usize, line: &Line) -> bool {
        let Some(next) = self.lines.get(at + 1) else { return false };
        let quoted = line.words.ends_with(['"', '”', '»', '!', ')', ']']);
        line.count(SUBHEAD_WORDS) < SUBHEAD_WORDS
            && !line.ends_as_sentence()
            && !(quoted && line.words.starts_with(['"', '“', '«', '(']))
            && (is_item(next.words)
                || next.words.len() * 2 > line.words.len() * 3
                || line.blank_after && next.ends_as_sentence())
            && chrome::used_for(next).is_none()
    }

    /// A paragraph, and the dateline that opens it.
    fn paragraph(&mut self, line: &Line) {
        let Some(found) = (!self.begun).then(|| dateline::of(line.words)).flatten() else {
            return self.push(line.span, BlockKind::Paragraph);
        };
        let opening = line.words.get(..found.end).unwrap_or_default().trim_end();
        self.push(line.part(0..opening.len()), BlockKind::Dateline);
        self.push(line.part(found.end..line.words.len()), BlockKind::Paragraph);
        if let Some(range) = found.agency {
            let name = line.words.get(range.clone()).unwrap_or_default().to_owned();
            self.layout.outlet = Some((name, line.part(range)));
        }
        if let Some((day, range)) = found.date {
            self.layout.date = Some((day, line.part(range)));
            self.layout.time = None;
        }
    }

    fn push(&mut self, span: Span, kind: BlockKind) {
        self.begun |= kind == BlockKind::Paragraph;
        self.layout.blocks.push(Block { span, kind });
    }
}

/// What somebody wrote on a network: it names whom it answers, and often ends in «!».
fn is_message(words: &str) -> bool {
    words.contains('@')
}

/// A bullet, or a figure with a bracket or a dash, and words behind it.
fn is_item(words: &str) -> bool {
    let mut chars = words.chars();
    match chars.next() {
        Some('•' | '●' | '▪' | '◦' | '‣' | '■' | '►' | '✓' | '·' | '○') => true,
        Some('-' | '–' | '—' | '*' | '+') => chars.next().is_some_and(char::is_whitespace),
        Some(c) if c.is_numeric() => numbered(words),
        _ => false,
    }
}

/// «1. », «٢) », «3- »: one or two figures, a mark, a space.
fn numbered(words: &str) -> bool {
    let rest = words.trim_start_matches(char::is_numeric);
    let figures = words.chars().take_while(|c| c.is_numeric()).count();
    let mut after = rest.chars();
    figures <= 2
        && matches!(after.next(), Some('.' | ')' | '-' | '–'))
        && after.next().is_some_and(char::is_whitespace)
}

#[cfg(test)]
mod tests;
