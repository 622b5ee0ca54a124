//! What became of a quotation's words, word by word.

use similar::{ChangeTag, TextDiff};

/// Words that stayed, went, or came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    pub kind: PieceKind,
    /// With the spaces and marks between the words, as they stand.
    pub text: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PieceKind {
    Same,
    Gone,
    New,
}

/// The pieces that make `old` (without the new ones) and `new` (without the gone ones).
pub(super) fn between(old: &str, new: &str) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for change in TextDiff::from_unicode_words(old, new).iter_all_changes() {
        let kind = match change.tag() {
            ChangeTag::Equal => PieceKind::Same,
            ChangeTag::Delete => PieceKind::Gone,
            ChangeTag::Insert => PieceKind::New,
        };
        match pieces.last_mut() {
            Some(last) if last.kind == kind => last.text.push_str(change.value()),
            _ => pieces.push(Piece { kind, text: change.value().to_owned() }),
        }
    }
    pieces
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
