//! Words and sentences under the cursor, in logical order.
//!
//! Words by UAX #29; sentences by UAX #29 with one repair: an initial or an abbreviated title
//! («د. سليم») does not end a sentence. The claims of a report have sentences of their own
//! (`facts`); these here are for the reader's fingers.

use unicode_segmentation::UnicodeSegmentation as _;

use crate::text::Span;

/// How much one step of a selection takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// By UAX #29, without signs and spaces.
    Word,
    /// By UAX #29, the repair above included.
    Sentence,
    /// A piece of the document, without the spaces at its end.
    Paragraph,
}

/// The words (no spaces, no signs) of a paragraph, as ranges in the article's text.
/// `start` is where the paragraph begins there.
pub fn words(paragraph: &str, start: u32) -> Vec<Span> {
    paragraph
        .unicode_word_indices()
        .map(|(at, word)| Span::new(start as usize + at, start as usize + at + word.len()))
        .collect()
}

/// The sentences of a paragraph without the spaces around them.
pub fn sentences(paragraph: &str, start: u32) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    let mut open = false;
    for (at, part) in paragraph.split_sentence_bound_indices() {
        let words = part.trim_end();
        let lead = words.len() - words.trim_start().len();
        let span = Span::new(start as usize + at + lead, start as usize + at + words.len());
        if span.is_empty() {
            continue;
        }
        match found.last_mut() {
            Some(last) if open => *last = last.union(span),
            _ => found.push(span),
        }
        // A line end inside is one that the source broke its paragraph with.
        open = ends_in_abbreviation(words) || (part.ends_with('\n') && !ends(words));
    }
    found
}

/// Whether the words end as a sentence does, its closing marks included.
fn ends(words: &str) -> bool {
    let closing = ['"', '”', '»', ')', '’', '\''];
    words.trim_end_matches(closing).ends_with(['.', '؟', '?', '!', '…', '۔'])
}

/// Whether the last word before the full stop is one or two letters long.
fn ends_in_abbreviation(sentence: &str) -> bool {
    sentence.strip_suffix('.').is_some_and(|rest| {
        let last = rest.rsplit(|letter: char| !letter.is_alphabetic()).next();
        last.is_some_and(|word| (1..=2).contains(&word.chars().count()))
    })
}

/// The word, sentence or paragraph at a byte of the text; between two, the one before; the
/// first when there is none before. `None` in a paragraph without words.
pub fn unit_at(unit: Unit, paragraph: &str, start: u32, offset: u32) -> Option<Span> {
    let parts = match unit {
        Unit::Word => words(paragraph, start),
        Unit::Sentence => sentences(paragraph, start),
        Unit::Paragraph => {
            let end = start as usize + paragraph.trim_end().len();
            return Some(Span::new(start as usize, end));
        }
    };
    let after = parts.partition_point(|part| part.start <= offset);
    parts.get(after.saturating_sub(1)).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "وصل د. سليم إلى الميناء. هل بقي أحد؟ غادر 3.5% منهم";

    fn shown(spans: &[Span]) -> Vec<&str> {
        spans.iter().filter_map(|span| TEXT.get(span.range())).collect()
    }

    #[test]
    fn a_title_does_not_end_a_sentence() {
        assert_eq!(
            shown(&sentences(TEXT, 0)),
            ["وصل د. سليم إلى الميناء.", "هل بقي أحد؟", "غادر 3.5% منهم"]
        );
    }

    #[test]
    fn the_word_under_the_cursor_is_whole() {
        let at = TEXT.find("لميناء").unwrap() as u32;
        let word = unit_at(Unit::Word, TEXT, 0, at).unwrap();
        assert_eq!(TEXT.get(word.range()), Some("الميناء"));
        let sentence = unit_at(Unit::Sentence, TEXT, 0, at).unwrap();
        assert_eq!(TEXT.get(sentence.range()), Some("وصل د. سليم إلى الميناء."));
    }
}
