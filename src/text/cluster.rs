//! A text cut into what one cell will hold: a grapheme cluster or a lam-alef pair.
//!
//! [`Units`] is the common ground of wrapping, measuring and rows: all three see the same pieces
//! with the same widths. Order is not known here, nor which form a letter takes.

use unicode_normalization::char::{compose, is_combining_mark};
use unicode_segmentation::UnicodeSegmentation as _;

use super::{
    layout::{Layout, Marks, Shaping},
    mark::{self, Shown},
    shape::{self, Joint},
    symbol::Symbol,
    width,
};

const LAM: char = 'ل';
const ZWNJ: char = '\u{200C}';
const ZWJ: char = '\u{200D}';
const DOTTED_CIRCLE: char = '◌';

/// What a unit puts on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Glyph {
    /// `base` and nothing else, or with tashkeel if `marked`.
    Letter,
    /// Lam with the alef `base`: one cell, two clusters.
    LamAlef,
    /// A cluster of several characters that is gathered again from the text.
    Cluster,
    /// Nothing; it has done its work on direction or joining.
    Omitted,
    /// Blank columns that may hang over the end of a line.
    Blank,
    /// U+FDF2 as the four letters of الله.
    WrittenOut,
}

/// One piece of a text in logical order; offsets are bytes from the start of that text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unit {
    pub start: usize,
    pub end: usize,
    /// The letter that carries the level; only a sign that encloses digits stands before it.
    pub base_at: usize,
    pub base: char,
    pub glyph: Glyph,
    /// Columns on the screen.
    pub columns: u8,
    pub joint: Joint,
    /// Whether marks follow the base that [`Marks::Keep`] shows.
    pub marked: bool,
    /// Whether a zero width joiner after it asks for a form that reaches on.
    pub reaching: bool,
}

impl Unit {
    /// Whether it may lie beyond the edge at the end of a line (UAX #14: spaces never start a line).
    pub fn hangs(&self) -> bool {
        self.glyph == Glyph::Blank || (self.glyph == Glyph::Letter && self.base == ' ')
    }

    fn new(start: usize, len: usize, base: char, glyph: Glyph, columns: u8) -> Self {
        Self {
            start,
            end: start + len,
            base_at: start,
            base,
            glyph,
            columns,
            joint: Joint::Apart,
            marked: false,
            reaching: false,
        }
    }

    fn joined(self, joint: Joint) -> Self {
        Self { joint, ..self }
    }
}

/// Walks through a text from its start.
#[derive(Clone, Debug)]
pub(super) struct Units<'t> {
    text: &'t str,
    at: usize,
    layout: Layout,
}

impl<'t> Units<'t> {
    pub fn new(text: &'t str, layout: Layout) -> Self {
        Self { text, at: 0, layout }
    }

    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// The next grapheme cluster; the short way for letters that cannot be part of a longer one.
    fn cluster(&mut self) -> Option<Unit> {
        let mut chars = self.rest().chars();
        let base = chars.next()?;
        let unit = match chars.next() {
            _ if !is_plain(base) => self.long_cluster(),
            Some(next) if is_light_mark(next) => self.light_cluster(base),
            Some(next) if !is_plain(next) => self.long_cluster(),
            _ => Unit::new(self.at, base.len_utf8(), base, Glyph::Letter, 1)
                .joined(shape::joint(base)),
        };
        self.at = unit.end;
        Some(unit)
    }

    /// A plain letter under vowel signs or before a joiner.
    fn light_cluster(&self, base: char) -> Unit {
        let mut len = base.len_utf8();
        let (mut marked, mut reaching) = (false, false);
        let mut joint = shape::joint(base);
        for c in self.rest().chars().skip(1) {
            match c {
                ZWNJ => joint = joint.cut(),
                ZWJ => (joint, reaching) = (joint.reaching(), true),
                _ if is_light_mark(c) => marked = true,
                _ if is_plain(c) => break,
                _ => return self.long_cluster(),
            }
            len += c.len_utf8();
        }
        let marked = marked && self.layout.marks == Marks::Keep;
        let unit = Unit::new(self.at, len, base, Glyph::Letter, 1).joined(joint);
        Unit { marked, reaching, ..unit }
    }

    /// Any cluster, as UAX #29 has it.
    fn long_cluster(&self) -> Unit {
        let cluster = self.rest().graphemes(true).next().unwrap_or_default();
        let unit = |base, glyph, columns| Unit::new(self.at, cluster.len(), base, glyph, columns);
        let first = cluster.chars().next().unwrap_or_default();
        match mark::shown(first, self.layout.controls) {
            Shown::Picture(picture) => unit(picture, Glyph::Letter, 1),
            Shown::Blank(columns) => unit(' ', Glyph::Blank, self.fitting(columns)),
            Shown::Omitted if cluster.chars().all(mark::is_omitted) => {
                unit(first, Glyph::Omitted, 0).joined(omitted_joint(cluster))
            }
            Shown::AsIs | Shown::Omitted => self.visible(cluster),
        }
    }

    fn visible(&self, cluster: &str) -> Unit {
        let (base, rest) = gather(cluster, self.layout.marks);
        let unit = |glyph, columns| Unit::new(self.at, cluster.len(), base, glyph, columns);
        let stripped = self.layout.marks == Marks::Strip && mark::is_tashkeel(base);
        if stripped && rest.as_str().is_empty() {
            return unit(Glyph::Omitted, 0).joined(Joint::Transparent);
        }
        if base == mark::ALLAH_LIGATURE && self.layout.width >= 4 {
            return unit(Glyph::WrittenOut, 4);
        }
        let unit = |glyph, columns| Unit {
            reaching: cluster.contains(ZWJ),
            joint: cluster.chars().fold(shape::joint(base), |joint, c| match c {
                ZWNJ => joint.cut(),
                ZWJ => joint.reaching(),
                _ => joint,
            }),
            ..unit(glyph, columns)
        };
        let base_at = self.at + cluster.find(|c| !mark::is_omitted(c)).unwrap_or(0);
        let lone = width::of_char(base) == 0;
        if rest.as_str().is_empty() && !lone {
            let unit = self.narrowed(unit(Glyph::Letter, width::of_char(base)));
            return Unit { base_at, ..unit };
        }
        let glyph = if shape::has_forms(base) { Glyph::Letter } else { Glyph::Cluster };
        let columns = width::of_symbol(symbol(base, &rest).as_str());
        let unit = self.narrowed(unit(glyph, columns.min(255) as u8));
        Unit { base_at, marked: unit.base == base, ..unit }
    }

    /// A wide letter that the pane cannot hold becomes a sign that it is there.
    fn narrowed(&self, unit: Unit) -> Unit {
        if u16::from(unit.columns) <= self.layout.width.max(1) {
            return unit;
        }
        Unit { base: mark::UNSHOWABLE, glyph: Glyph::Letter, columns: 1, ..unit }
    }

    fn fitting(&self, columns: u8) -> u8 {
        if u16::from(columns) <= self.layout.width { columns } else { 1 }
    }

    /// Takes the alef after a lam into its cell.
    fn ligature(&mut self, lam: Unit) -> Unit {
        let is_pair = lam.base == LAM
            && lam.glyph == Glyph::Letter
            && lam.joint == Joint::Both
            && lam.columns == 1
            && self.layout.shaping == Shaping::Presentation
            && self.rest().starts_with(['ا', 'أ', 'إ', 'آ']);
        if !is_pair {
            return lam;
        }
        let before = self.at;
        match self.cluster() {
            Some(alef) if shape::lam_alef(alef.base, false).is_some() => Unit {
                start: lam.start,
                base_at: lam.base_at,
                glyph: Glyph::LamAlef,
                marked: lam.marked || alef.marked,
                ..alef
            },
            _ => {
                self.at = before;
                lam
            }
        }
    }
}

impl Iterator for Units<'_> {
    type Item = Unit;

    fn next(&mut self) -> Option<Unit> {
        let unit = self.cluster()?;
        Some(self.ligature(unit))
    }
}

/// The base of a cluster, composed with what makes another letter of it (ا + ٔ = أ, e + ́ = é,
/// Hangul syllables), and what is shown after it.
///
/// Joiners, variation selectors and skin tones are left out, and of a joined emoji all but the
/// first: terminals disagree on the width of each.
pub(super) fn gather(cluster: &str, marks: Marks) -> (char, Symbol) {
    let mut chars = cluster.chars().skip_while(|c| mark::is_omitted(*c));
    let mut base = chars.next().unwrap_or_default();
    let (mut rest, mut joined) = (Symbol::EMPTY, false);
    for c in chars {
        joined |= c == ZWJ && !base.is_alphabetic();
        let skin_tone = matches!(c, '\u{1F3FB}'..='\u{1F3FF}');
        if mark::is_omitted(c) || skin_tone || (joined && !is_combining_mark(c)) {
            continue;
        }
        if rest.as_str().is_empty()
            && let Some(composed) = composed(base, c)
        {
            base = composed;
        } else if marks == Marks::Keep || !mark::is_tashkeel(c) {
            rest.push(c);
        }
    }
    (base, rest)
}

/// What is shown after the letter of a marked unit.
pub(super) fn marks(cluster: &str, glyph: Glyph, marks: Marks) -> Symbol {
    if glyph != Glyph::LamAlef {
        return gather(cluster, marks).1;
    }
    let mut shown = Symbol::EMPTY;
    // Hamza and madda are in the ligature already.
    for c in cluster.chars().filter(|c| !matches!(c, '\u{653}'..='\u{655}')) {
        if mark::is_tashkeel(c) {
            shown.push(c);
        }
    }
    shown
}

/// A letter under its marks; a lone mark stands on a dotted circle.
pub(super) fn symbol(letter: char, marks: &Symbol) -> Symbol {
    let mut symbol = Symbol::EMPTY;
    if width::of_char(letter) == 0 {
        symbol.push(DOTTED_CIRCLE);
    }
    symbol.push(letter);
    for mark in marks.as_str().chars() {
        symbol.push(mark);
    }
    symbol
}

fn composed(base: char, c: char) -> Option<char> {
    match (base, c) {
        // Persian ezafe on a silent heh; Unicode composes it from U+06D5 only.
        ('ه', '\u{654}') => Some('\u{6C0}'),
        _ => compose(base, c),
    }
}

fn omitted_joint(cluster: &str) -> Joint {
    match cluster.chars().find(|c| matches!(*c, ZWNJ | ZWJ)) {
        Some(ZWNJ) => Joint::Apart,
        Some(_) => Joint::Both,
        None => cluster.chars().next().map_or(Joint::Apart, shape::joint),
    }
}

/// One column, shown as itself, and a grapheme boundary between any two of them.
fn is_plain(c: char) -> bool {
    matches!(c,
        'ء'..='ي' | ' '..='~' | '،' | '؛' | '؟' | '\u{660}'..='\u{66D}'
        | '\u{671}'..='\u{6D3}' | '\u{5D0}'..='\u{5EA}' | '\u{A0}'..='\u{A8}' | '\u{AA}'..='\u{AC}'
        | '\u{AF}'..='\u{2FF}' | '\u{2010}'..='\u{2027}')
}

/// Always part of the cluster before it, and never makes another letter of an Arabic one.
fn is_light_mark(c: char) -> bool {
    matches!(c, '\u{64B}'..='\u{652}' | '\u{670}' | ZWNJ | ZWJ)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(text: &str) -> Vec<(&str, u8)> {
        Units::new(text, Layout::new(80))
            .map(|unit| (text.get(unit.start..unit.end).unwrap(), unit.columns))
            .collect()
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
