//! What a grapheme cluster shows: its base, composed where that makes another letter, and its marks.
//!
//! How a text is cut into clusters is in [`super::cluster`]; which characters may be shown at all,
//! in [`super::mark`].

use unicode_normalization::char::{compose, is_combining_mark};

use super::{cluster::Glyph, layout::Marks, mark, symbol::Symbol, width};

const ZWJ: char = '\u{200D}';
const DOTTED_CIRCLE: char = '◌';

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
        if rest.is_empty()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_makes_another_letter_is_part_of_it() {
        let shown = |cluster: &str| {
            let (base, rest) = gather(cluster, Marks::Strip);
            symbol(base, &rest).to_string()
        };
        assert_eq!(shown("ا\u{654}"), "أ");
        assert_eq!(shown("ه\u{654}"), "\u{6C0}");
        assert_eq!(shown("e\u{301}"), "é");
        assert_eq!(shown("ᄒ\u{1161}\u{11AB}"), "한");
        assert_eq!(shown("بَّ"), "ب");
        assert_eq!(shown("👩🏽\u{200D}🚒"), "👩");
        assert_eq!(shown("🇵🇸"), "🇵🇸");
        assert_eq!(shown("\u{20DD}"), "◌\u{20DD}");
    }
}
