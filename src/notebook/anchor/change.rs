//! What became of a quotation's words, word by word.

use std::collections::HashMap;

use similar::{Algorithm, DiffTag, capture_diff_slices};
use unicode_segmentation::UnicodeSegmentation as _;

/// Words that stayed, went, or came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Whether the words stayed, went or came.
    pub kind: PieceKind,
    /// With the spaces and marks between the words, as they stand.
    pub text: String,
}

/// What became of some words of a quotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PieceKind {
    /// In the quotation and in the report as it is now.
    Same,
    /// In the quotation only.
    Gone,
    /// In the report as it is now only.
    New,
}

/// The pieces that make `old` (without the new ones) and `new` (without the gone ones).
pub(super) fn between(old: &str, new: &str) -> Vec<Piece> {
    let (old, new): (Vec<&str>, Vec<&str>) =
        (old.split_word_bounds().collect(), new.split_word_bounds().collect());
    // Words as numbers: the comparison of reports compares numbers too, so that the program holds
    // one differ and not two.
    let mut known = HashMap::new();
    let mut numbers = |words: &[&str]| -> Vec<u32> {
        let mut number = |word: &&str| {
            let next = known.len() as u32;
            *known.entry((*word).to_owned()).or_insert(next)
        };
        words.iter().map(&mut number).collect()
    };
    let (before, after) = (numbers(&old), numbers(&new));
    let mut pieces: Vec<Piece> = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, &before, &after) {
        let (tag, gone, come) = op.as_tag_tuple();
        let (gone, come) = (old.get(gone), new.get(come));
        if tag == DiffTag::Equal {
            push(&mut pieces, PieceKind::Same, gone);
        } else {
            push(&mut pieces, PieceKind::Gone, gone);
            push(&mut pieces, PieceKind::New, come);
        }
    }
    pieces
}

fn push(pieces: &mut Vec<Piece>, kind: PieceKind, words: Option<&[&str]>) {
    let text = words.unwrap_or_default().concat();
    match pieces.last_mut() {
        _ if text.is_empty() => {}
        Some(last) if last.kind == kind => last.text.push_str(&text),
        _ => pieces.push(Piece { kind, text }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_word_stands_beside_the_one_it_replaced() {
        let old = "قالت البلدية إن الجسر سيفتح في مارس.";
        let new = "قالت البلدية إن الجسر سيفتح في أبريل.";
        let pieces = between(old, new);
        let all = |but: PieceKind| {
            let kept = pieces.iter().filter(|piece| piece.kind != but);
            kept.map(|piece| piece.text.as_str()).collect::<String>()
        };
        assert_eq!(all(PieceKind::New), old);
        assert_eq!(all(PieceKind::Gone), new);
        let gone: Vec<_> = pieces.iter().filter(|piece| piece.kind == PieceKind::Gone).collect();
        assert_eq!(gone.len(), 1);
        assert_eq!(gone[0].text, "مارس");
    }
}
