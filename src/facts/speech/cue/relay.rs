//! Whose words a medium or a statement passes on: «نقلت الصحيفة على لسان فلان», «ذكر التلفزيون
//! نقلا عن فلان», «جاء في بيان للوزارة».

use std::ops::Range;

use super::{Kind, Mention, Outer, REACH, Reader, is_that, speaks};
use crate::facts::TokenKind;

/// Words between «جاء في بيان» and whoever issued it at most.
const NEAR: usize = 4;

impl Reader<'_, '_> {
    /// Whoever is named as the source after the cue, before the words begin.
    pub(super) fn relayed(
        &self,
        cue: &Range<usize>,
        sort: Kind,
        sentence: &Outer,
    ) -> Option<&Mention> {
        let end = sentence.tokens.end.min(cue.end + REACH);
        let clause = (cue.end..end).take_while(|at| !self.opens_words(*at));
        if sort == Kind::Written {
            return self.issued(cue, clause);
        }
        let mut clause = clause;
        let at = clause.find(|at| {
            let before = self.cx.word(at - 1);
            match self.cx.word(*at) {
                "عن" => sort == Kind::Report || before == "نقلا",
                "لسان" => before == "علي",
                _ => false,
            }
        })?;
        let mention = self.cast.at(at + 1).filter(|mention| speaks(mention))?;
        Some(self.named_beside(mention, sentence).unwrap_or(mention))
    }

    /// Who issued a statement: «جاء في بيان للوزارة», «في التقرير الصادر عن المنظمة».
    fn issued(&self, cue: &Range<usize>, clause: impl Iterator<Item = usize>) -> Option<&Mention> {
        let came = matches!(self.cx.word(cue.start), "جاء" | "وجاء" | "ورد" | "وورد");
        // «بيان جاء فيه»: whoever issued it was named before.
        let within = cue.end.checked_sub(1).map_or("", |last| self.cx.word(last));
        if !came || within.starts_with("فيه") {
            return None;
        }
        let mut near = clause.take(NEAR).filter_map(|at| self.cast.at(at));
        near.find(|mention| speaks(mention))
    }

    /// «أن», a colon or a mark: from here on it is the words themselves.
    fn opens_words(&self, at: usize) -> bool {
        let sign = self.cx.token(at).is_none_or(|token| match token.kind {
            TokenKind::Break => true,
            TokenKind::Sign(sign) => {
                !matches!(sign, '،' | ',' | '(' | ')' | '-') && !self.is_mark_of_name(at)
            }
            _ => false,
        });
        sign || is_that(self.cx, at)
    }
}
