//! A text cut into what one cell will hold: a grapheme cluster or a lam-alef pair.
//!
//! [`Units`] is the common ground of wrapping, measuring and rows: all three see the same pieces
//! with the same widths. Order is not known here, nor which form a letter takes.

use std::str::Chars;

use unicode_segmentation::UnicodeSegmentation as _;

use super::{
    gather::{gather, symbol},
    layout::{Layout, Marks, Shaping},
    mark::{self, Shown},
    shape::{self, Joint},
    width,
};

const LAM: char = 'ل';
const ZWNJ: char = '\u{200C}';
const ZWJ: char = '\u{200D}';
/// Bytes of the longest cluster that is kept whole: a letter under a million marks must not make
/// a line that takes a second to draw.
const LONGEST: usize = 512;

/// What a unit puts on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Glyph {
    /// `base`, and with tashkeel if `marked`.
    Letter,
    /// Lam with the alef `base`: one cell, two clusters.
    LamAlef,
    /// A base and the marks of its script, which are gathered again from the text.
    Cluster,
    /// Nothing; it has done its work on direction or joining.
    Omitted,
    /// Blank columns that may hang over the end of a line.
    Blank,
    /// U+FDF2 as the four letters of الله.
    WrittenOut,
}

/// A joiner after the base, within its cluster.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Joiner {
    None,
    /// U+200C: the next letter does not join.
    Cut,
    /// U+200D: the letter takes a form that reaches on, whatever comes.
    Reach,
}

/// One piece of a text in logical order; offsets are bytes from the start of that text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unit {
    pub start: u32,
    pub end: u32,
    /// The letter that carries the level; only a sign that encloses digits stands before it.
    pub base_at: u32,
    pub base: char,
    pub glyph: Glyph,
    /// Columns on the screen.
    pub columns: u8,
    pub joiner: Joiner,
    /// Whether marks are shown after the base.
    pub marked: bool,
}

impl Unit {
    /// Whether it may lie beyond the edge at the end of a line (UAX #14: spaces never start one).
    pub fn hangs(&self) -> bool {
        self.glyph == Glyph::Blank || (self.glyph == Glyph::Letter && self.base == ' ')
    }

    /// The sides on which its letter joins.
    pub fn joint(&self) -> Joint {
        let joint = shape::joint(self.base);
        match self.joiner {
            Joiner::None => joint,
            Joiner::Cut => joint.cut(),
            Joiner::Reach => joint.reaching(),
        }
    }

    pub fn new(start: usize, len: usize, base: char, glyph: Glyph, columns: u8) -> Self {
        Self {
            start: start as u32,
            end: (start + len) as u32,
            base_at: start as u32,
            base,
            glyph,
            columns,
            joiner: Joiner::None,
            marked: false,
        }
    }
}

/// Walks through a text from its start.
#[derive(Clone, Debug)]
pub(super) struct Units<'t> {
    text: &'t str,
    layout: Layout,
    /// Where the next unit begins, the character there, and those after it.
    at: usize,
    next: Option<char>,
    after: Chars<'t>,
}

impl<'t> Units<'t> {
    pub fn new(text: &'t str, layout: Layout) -> Self {
        let mut after = text.chars();
        Self { text, layout, at: 0, next: after.next(), after }
    }

    /// Hands over each unit in turn. (Not an `Iterator`: the short way costs less than the return
    /// of an `Option<Unit>` by memory.)
    pub fn walk(mut self, mut each: impl FnMut(Unit)) {
        while let Some(base) = self.next {
            self.next = self.after.next();
            let short = base != LAM && is_plain(base) && self.next.is_none_or(is_plain);
            each(if short {
                let (start, len) = (self.at, base.len_utf8());
                self.at += len;
                Unit::new(start, len, base, Glyph::Letter, 1)
            } else {
                self.long_way(base)
            });
        }
    }

    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn go_on_at(&mut self, at: usize) {
        self.at = at;
        self.after = self.rest().chars();
        self.next = self.after.next();
    }

    /// The next grapheme cluster, which begins with `base`.
    fn cluster(&mut self, base: char) -> Unit {
        let unit = match self.next {
            _ if !is_plain(base) => self.long_cluster(),
            Some(next) if is_light_mark(next) => self.light_cluster(base),
            Some(next) if !is_plain(next) => self.long_cluster(),
            _ => {
                let unit = Unit::new(self.at, base.len_utf8(), base, Glyph::Letter, 1);
                self.at += base.len_utf8();
                return unit;
            }
        };
        self.go_on_at(unit.end as usize);
        unit
    }

    /// A plain letter under vowel signs or before a joiner.
    fn light_cluster(&self, base: char) -> Unit {
        let mut len = base.len_utf8();
        let (mut marked, mut joiner) = (false, Joiner::None);
        for c in self.rest().chars().skip(1) {
            match c {
                _ if is_plain(c) || len > LONGEST => break,
                ZWNJ => joiner = Joiner::Cut,
                ZWJ => joiner = Joiner::Reach,
                _ if is_light_mark(c) => marked = true,
                _ => return self.long_cluster(),
            }
            len += c.len_utf8();
        }
        let marked = marked && self.layout.marks == Marks::Keep;
        Unit { joiner, marked, ..Unit::new(self.at, len, base, Glyph::Letter, 1) }
    }

    /// Any cluster, as UAX #29 has it.
    fn long_cluster(&self) -> Unit {
        let rest = self.rest();
        let most = (0..=rest.len().min(LONGEST)).rev().find(|at| rest.is_char_boundary(*at));
        let rest = rest.get(..most.unwrap_or(0)).unwrap_or_default();
        let cluster = rest.graphemes(true).next().unwrap_or_default();
        let unit = |base, glyph, columns| Unit {
            joiner: last_joiner(cluster),
            ..Unit::new(self.at, cluster.len(), base, glyph, columns)
        };
        let first = cluster.chars().next().unwrap_or_default();
        match mark::shown(first, self.layout.controls) {
            Shown::Picture(picture) => unit(picture, Glyph::Letter, 1),
            Shown::Blank(columns) => unit(' ', Glyph::Blank, self.fitting(columns)),
            Shown::Omitted if cluster.chars().all(mark::is_omitted) => {
                unit(first, Glyph::Omitted, 0)
            }
            Shown::AsIs | Shown::Omitted => self.visible(cluster, unit),
        }
    }

    fn visible(&self, cluster: &str, unit: impl Fn(char, Glyph, u8) -> Unit) -> Unit {
        let (base, rest) = gather(cluster, self.layout.marks);
        let own = width::of_char(base);
        let lead = cluster.find(|c| !mark::is_omitted(c)).unwrap_or(0);
        let base_at = (self.at + lead) as u32;
        let stripped = self.layout.marks == Marks::Strip && mark::is_tashkeel(base);
        if stripped && rest.is_empty() {
            return unit(base, Glyph::Omitted, 0);
        }
        if base == mark::ALLAH_LIGATURE && self.layout.width >= 4 {
            return Unit { base_at, ..unit(base, Glyph::WrittenOut, 4) };
        }
        if rest.is_empty() && own > 0 {
            return self.narrowed(Unit { base_at, ..unit(base, Glyph::Letter, own) });
        }
        let glyph = if shape::has_forms(base) { Glyph::Letter } else { Glyph::Cluster };
        let columns = width::of_symbol(symbol(base, &rest).as_str()).min(255) as u8;
        self.narrowed(Unit { base_at, marked: true, ..unit(base, glyph, columns) })
    }

    /// A wide letter that the pane cannot hold becomes a sign that it is there.
    fn narrowed(&self, unit: Unit) -> Unit {
        if u16::from(unit.columns) <= self.layout.width.max(1) {
            return unit;
        }
        Unit { base: mark::UNSHOWABLE, glyph: Glyph::Letter, columns: 1, marked: false, ..unit }
    }

    fn fitting(&self, columns: u8) -> u8 {
        if u16::from(columns) <= self.layout.width { columns } else { 1 }
    }

    /// Takes the alef after a lam into its cell.
    fn ligature(&mut self, lam: Unit) -> Unit {
        let is_pair = lam.glyph == Glyph::Letter
            && lam.columns == 1
            && lam.joiner != Joiner::Cut
            && self.layout.shaping == Shaping::Presentation
            && self.next.is_some_and(|c| matches!(c, 'ا' | 'أ' | 'إ' | 'آ'));
        if !is_pair {
            return lam;
        }
        let before = self.clone();
        match self.next_cluster() {
            Some(alef) if shape::lam_alef(alef.base, false).is_some() => Unit {
                start: lam.start,
                base_at: lam.base_at,
                glyph: Glyph::LamAlef,
                marked: lam.marked || alef.marked,
                ..alef
            },
            _ => {
                *self = before;
                lam
            }
        }
    }

    fn next_cluster(&mut self) -> Option<Unit> {
        let base = self.next?;
        self.next = self.after.next();
        Some(self.cluster(base))
    }

    /// A lam, or whatever is not one plain letter before another.
    #[inline(never)]
    fn long_way(&mut self, base: char) -> Unit {
        let unit = self.cluster(base);
        if unit.base == LAM { self.ligature(unit) } else { unit }
    }
}

fn last_joiner(cluster: &str) -> Joiner {
    match cluster.chars().rfind(|c| matches!(*c, ZWNJ | ZWJ)) {
        Some(ZWNJ) => Joiner::Cut,
        Some(_) => Joiner::Reach,
        None => Joiner::None,
    }
}

/// One column, shown as itself, and a grapheme boundary between any two of them.
#[inline]
fn is_plain(c: char) -> bool {
    PLAIN.get(c as usize).copied().unwrap_or(('\u{2010}'..='\u{2027}').contains(&c))
}

/// The plain characters below U+0700.
static PLAIN: [bool; 0x700] = {
    let mut plain = [false; 0x700];
    let mut code = 0;
    while code < plain.len() {
        plain[code] = matches!(code, 0x20..=0x7E | 0xA0..=0xA8 | 0xAA..=0xAC | 0xAF..=0x2FF
            | 0x5D0..=0x5EA | 0x60C | 0x61B | 0x61F | 0x621..=0x64A | 0x660..=0x66D
            | 0x671..=0x6D3);
        code += 1;
    }
    plain
};

/// Always part of the cluster before it, and never makes another letter of an Arabic one.
fn is_light_mark(c: char) -> bool {
    matches!(c, '\u{64B}'..='\u{652}' | '\u{670}' | ZWNJ | ZWJ)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(text: &str) -> Vec<(&str, u8)> {
        let mut pieces = Vec::new();
        Units::new(text, Layout::new(80)).walk(|unit| {
            pieces.push((text.get(unit.start as usize..unit.end as usize).unwrap(), unit.columns));
        });
        pieces
    }

    #[test]
    fn lam_and_alef_share_a_cell_unless_something_keeps_them_apart() {
        assert_eq!(pieces("سلام"), [("س", 1), ("لا", 1), ("م", 1)]);
        assert_eq!(pieces("سلَام"), [("س", 1), ("لَا", 1), ("م", 1)]);
        assert_eq!(pieces("ل\u{200C}ا"), [("ل\u{200C}", 1), ("ا", 1)]);
        assert_eq!(pieces("لا\u{654}"), [("لا\u{654}", 1)]);
        assert_eq!(pieces("لـا"), [("ل", 1), ("ـ", 1), ("ا", 1)]);
    }

    #[test]
    fn wide_letters_take_two_columns_and_format_characters_none() {
        assert_eq!(pieces("日👍🏽"), [("日", 2), ("👍🏽", 2)]);
        assert_eq!(pieces("👨\u{200D}👩\u{200D}👧"), [("👨\u{200D}👩\u{200D}👧", 2)]);
        assert_eq!(
            pieces("a\u{AD}b\u{FEFF}"),
            [("a", 1), ("\u{AD}", 0), ("b", 1), ("\u{FEFF}", 0)]
        );
        assert_eq!(pieces("e\u{301}"), [("e\u{301}", 1)]);
    }

    #[test]
    fn a_plain_letter_is_always_a_cluster_of_its_own() {
        let plain: Vec<char> =
            (0..0x3000).filter_map(char::from_u32).filter(|c| is_plain(*c)).collect();
        for c in &plain {
            assert_eq!(mark::shown(*c, crate::text::Controls::Neutralise), Shown::AsIs, "{c:?}");
            assert_eq!(width::of_char(*c), 1, "{c:?}");
            assert_eq!(width::of_symbol(&c.to_string()), 1, "{c:?}");
            for other in ['a', 'ب', '\u{2010}', '»', ' '] {
                let pair: String = [*c, other].iter().collect();
                assert_eq!(pair.graphemes(true).count(), 2, "{c:?}");
                let pair: String = [other, *c].iter().collect();
                assert_eq!(pair.graphemes(true).count(), 2, "{c:?}");
            }
        }
    }
}
