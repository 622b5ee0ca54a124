//! Whoever stands before the verb of saying: «الوزارة قالت», «الكنيسة في مصر كانت أعلنت».

use super::{Class, Mention, Outer, Reader, Sort, is_that, speaks};
use crate::facts::TokenKind;

/// Tokens before a verb within which its clause begins.
const REACH: usize = 32;

impl Reader<'_, '_> {
    /// The subject before its verb, next to it or parted by «قد», «الذي» or a comma.
    pub(super) fn before(&self, at: usize, sentence: &Outer) -> Option<&Mention> {
        if self.joined(at) || at == sentence.tokens.start {
            return None;
        }
        let mut end = at;
        for _ in 0..2 {
            let word = end.checked_sub(1).map_or("", |i| self.cx.word(i));
            if matches!(word, "قد" | "الذي" | "التي" | "الذين" | "،" | "," | ")" | "كان" | "كانت")
            {
                end -= 1;
            }
        }
        let mention = end.checked_sub(1).and_then(|last| self.cast.at(last))?;
        let own = mention.whole.end == end && mention.whole.start >= sentence.tokens.start;
        if own && self.is_setting(mention) {
            return self.opener(mention.whole.start, sentence);
        }
        (own && speaks(mention)).then(|| self.apposed_to(mention).unwrap_or(mention))
    }

    /// «الكنيسة في مصر»: where the speaker is, and nobody who speaks.
    pub(super) fn is_setting(&self, mention: &Mention) -> bool {
        let before = mention.whole.start.checked_sub(1).map_or("", |i| self.cx.word(i));
        mention.sort == Sort::Place && matches!(before, "في" | "من" | "داخل" | "شمال" | "جنوب")
    }

    /// Whether somebody whom the lexicon does not know speaks from the place right before the verb («المجمع
    /// في مصر أعلن»): nobody who was named before.
    pub(super) fn is_unknown_in_place(&self, at: usize, sentence: &Outer) -> bool {
        let Some(mention) = at.checked_sub(1).and_then(|last| self.cast.at(last)) else {
            return false;
        };
        let start = mention.whole.start;
        self.is_setting(mention) && start > sentence.tokens.start + 1 && self.cx.is_word(start - 2)
    }

    /// The first who may act in the clause that goes on at `at`.
    fn opener(&self, at: usize, sentence: &Outer) -> Option<&Mention> {
        let first = sentence.tokens.start.max(at.saturating_sub(REACH));
        let opens = |i: &usize| {
            let turn = matches!(self.cx.word(*i), "فيما" | "بينما" | "لكن" | "ولكن" | "ان");
            let closed = matches!(
                self.cx.token(*i).map(|token| token.kind),
                Some(TokenKind::Sign(':' | '"' | '»' | '؛' | '.'))
            );
            turn || closed
                || is_that(self.cx, *i)
                || self.cx.is(*i, Class::Saying) && self.is_cue(*i, 1)
        };
        let from = (first..at).rev().find(opens).map_or(first, |i| i + 1);
        let mut acting = self.cast.within(from..at).iter();
        acting.find(|m| speaks(m) && m.sort != Sort::Place && !self.governed(m.whole.start))
    }
}
