//! Where sentences end.
//!
//! A full stop, a question or exclamation mark, an ellipsis, an end of line. Not the point inside
//! a figure, nor between the parts of an abbreviation («سي.إن.إن»).

use std::ops::Range;

use super::lexicon::Classes;
use super::token::{Token, TokenKind};
use crate::text::Span;

/// A sentence, with the block it stands in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// From its first token to its last sign, in the article's text.
    pub span: Span,
    /// The tokens, the closing signs and breaks included.
    pub tokens: Range<usize>,
    /// The index of its block among [`super::Context::blocks`].
    pub block: usize,
    /// The classes of all its words and phrases: a grammar that asks for none of them need not
    /// walk it.
    pub classes: Classes,
}

/// Tokens of a sentence at most: a text without full stops must cost no more than one with them.
const LONGEST: usize = 240;

/// Appends the sentences of the tokens from `first` on, which are those of one block.
pub fn split(tokens: &[Token], first: usize, block: usize, sentences: &mut Vec<Sentence>) {
    let mut start = first;
    let mut at = first;
    while at < tokens.len() {
        if !ends(tokens, at) {
            at += 1;
            if at - start < LONGEST {
                continue;
            }
        }
        at = closing(tokens, at + usize::from(at - start < LONGEST));
        push(tokens, start..at, block, sentences);
        start = at;
    }
    push(tokens, start..tokens.len(), block, sentences);
}

fn push(tokens: &[Token], range: Range<usize>, block: usize, sentences: &mut Vec<Sentence>) {
    let words = tokens.get(range.clone()).unwrap_or_default();
    let mut written = words.iter().filter(|token| token.kind != TokenKind::Break);
    match (written.next(), sentences.last_mut()) {
        (Some(first), _) => {
            let span = written.next_back().map_or(first.span, |last| first.span.union(last.span));
            let classes = words.iter().fold(Classes::default(), |all, token| all.with(token.any));
            sentences.push(Sentence { span, tokens: range, block, classes });
        }
        // Breaks alone belong to the sentence before, if it is of the same block.
        (None, Some(last)) if last.block == block => last.tokens.end = range.end,
        (None, _) => {}
    }
}

fn ends(tokens: &[Token], at: usize) -> bool {
    match tokens.get(at).map(|token| token.kind) {
        Some(TokenKind::Break | TokenKind::Sign('!' | '?' | '؟' | '…' | '۔')) => true,
        Some(TokenKind::Sign('.')) => !inside_a_word(tokens, at),
        _ => false,
    }
}

/// Whether a point stands between the digits of a figure or the letters of an abbreviation.
fn inside_a_word(tokens: &[Token], at: usize) -> bool {
    let (Some(before), Some(point), Some(after)) =
        (at.checked_sub(1).and_then(|i| tokens.get(i)), tokens.get(at), tokens.get(at + 1))
    else {
        return false;
    };
    if !after.glued {
        return false;
    }
    match (before.kind, after.kind) {
        (_, TokenKind::Digits) => true,
        (TokenKind::Foreign, TokenKind::Foreign) => point.glued,
        // Two letters or three: «إن»; a longer word has lost the space after its full stop.
        (TokenKind::Word, TokenKind::Word) => point.glued && before.folded.len() <= 6,
        _ => false,
    }
}

/// Past the points, closing marks and breaks that belong to the sentence just ended.
fn closing(tokens: &[Token], mut at: usize) -> usize {
    while let Some(token) = tokens.get(at) {
        let belongs = match token.kind {
            TokenKind::Sign('.' | '!' | '?' | '؟' | '…' | '۔') | TokenKind::Break => true,
            TokenKind::Sign('"' | '”' | '»' | '″' | '\'' | '’' | ')' | ']') => token.glued,
            _ => false,
        };
        if !belongs {
            break;
        }
        at += 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::known::Memory;
    use crate::facts::token::tokenise;
    use crate::text::Folded;

    fn sentences(source: &str) -> Vec<String> {
        let folded = Folded::new(source);
        let mut tokens = Vec::new();
        let whole = Span::new(0, folded.as_str().len());
        Memory::lend(|memory| tokenise(&folded, whole, memory, &mut tokens));
        let mut sentences = Vec::new();
        split(&tokens, 0, 0, &mut sentences);
        sentences.iter().map(|s| source.get(s.span.range()).unwrap().to_owned()).collect()
    }

    #[test]
    fn points_inside_figures_and_abbreviations_end_nothing() {
        assert_eq!(sentences("بلغت 3.5 بحسب بي.بي.سي. وانتهت.").len(), 2);
        assert_eq!(sentences("انتهى السباق.بدأ التتويج").len(), 2);
    }

    #[test]
    fn a_text_without_full_stops_is_cut_all_the_same() {
        let text = "كلمة ".repeat(1_000);
        let found = sentences(&text);
        assert_eq!(found.len(), 5);
        assert_eq!(found.concat().matches("كلمة").count(), 1_000);
    }

    #[test]
    fn closing_marks_stay_with_their_sentence() {
        assert_eq!(
            sentences("قال: \"نجحنا!\". ثم غادر..\nوعاد"),
            ["قال: \"نجحنا!\".", "ثم غادر..", "وعاد"]
        );
    }
}
