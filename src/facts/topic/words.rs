//! A sentence as the rules of topics see it: words with their stems, clause marks, and where the
//! values stand. Nothing is decided here.

use std::ops::Range;

use crate::text::Span;

use super::super::lexicon::Class;
use super::super::{Context, TokenKind};
use super::frame::{self, Trigger};
use super::stem::{bases, stem};

/// One word of a sentence.
#[derive(Clone, Debug)]
pub struct Word<'a> {
    pub span: Span,
    /// Folded, with all proclitics.
    pub folded: &'a str,
    /// Frames that this word speaks for.
    pub triggers: &'static [Trigger],
    /// How strongly the text breaks before this word.
    pub gap: Gap,
}

/// What stands between a word and the one before it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    #[default]
    Space,
    /// Quotation marks, brackets, dashes.
    Mark,
    Comma,
    /// «:», «;»
    Colon,
    Stop,
}

impl<'a> Word<'a> {
    /// The stem of the barest reading that keeps three letters.
    pub fn stem(&self) -> &'a str {
        let bare = bare(self.folded);
        stem(bare)
    }

    /// Whether one of the readings of the word is one of `forms` (folded).
    pub fn is(&self, forms: &[&str]) -> bool {
        forms.contains(&self.folded) || bases(self.folded).any(|base| forms.contains(&base))
    }

    pub fn definite(&self) -> bool {
        let word = self.folded;
        ["ال", "وال", "بال", "فال", "كال", "لل", "وبال", "ولل"]
            .iter()
            .any(|head| word.starts_with(head))
    }
}

/// The word without the proclitics that are no doubt ones: «و» and «ب», «ل», «ك», «ف» before the
/// article, the article itself.
pub fn bare(word: &str) -> &str {
    for head in ["وبال", "فبال", "وال", "بال", "فال", "كال", "ولل", "لل", "ال"]
    {
        if let Some(rest) = word.strip_prefix(head)
            && rest.chars().count() >= 3
        {
            return rest;
        }
    }
    word
}

/// The words of the tokens in `range`.
pub fn words<'a>(cx: &Context<'a>, range: Range<usize>) -> Vec<Word<'a>> {
    let mut out = Vec::with_capacity(range.len());
    let mut gap = Gap::Stop;
    for at in range {
        let Some(token) = cx.token(at) else { break };
        let figure = match token.kind {
            TokenKind::Word | TokenKind::Foreign => false,
            TokenKind::Digits => true,
            TokenKind::Sign(sign) => {
                gap = gap.max(gap_of(sign, token.glued && inside(cx, at)));
                continue;
            }
            TokenKind::Break => {
                gap = Gap::Stop;
                continue;
            }
        };
        let folded = cx.word(at);
        // «مئتي» is no dead man («ميت»).
        let number =
            [Class::Cardinal, Class::Scale].iter().any(|c| cx.word_sense(at, *c).is_some());
        let triggers = if figure || number { &[] } else { frame::triggers(folded) };
        out.push(Word { span: token.span, folded, triggers, gap: std::mem::take(&mut gap) });
    }
    out
}

/// Whether a sign stands inside a figure or an abbreviation («16.808», «سي.إن.إن»).
fn inside(cx: &Context, at: usize) -> bool {
    at > 0 && !cx.is_break(at - 1) && !cx.is_break(at + 1) && cx.is_glued(at + 1)
}

fn gap_of(sign: char, inside: bool) -> Gap {
    match sign {
        '.' | ',' | ':' if inside => Gap::Space,
        '%' => Gap::Space,
        '،' | ',' => Gap::Comma,
        ':' | ';' | '؛' => Gap::Colon,
        '.' | '!' | '؟' | '?' | '…' => Gap::Stop,
        _ => Gap::Mark,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Prepared;
    use crate::facts::testing::article;

    #[test]
    fn words_know_what_stands_before_them() {
        let article = article("بلغ السعر 16.808، ثم ارتفع: «كثيرا».", "");
        let prepared = Prepared::new(&article);
        let cx = prepared.context(&article);
        let words = words(&cx, 0..cx.tokens.len());
        let folded: Vec<_> = words.iter().map(|w| w.folded).collect();
        assert_eq!(folded, ["بلغ", "السعر", "16", "808", "ثم", "ارتفع", "كثيرا"]);
        let gaps: Vec<_> = words.iter().map(|w| w.gap).collect();
        assert_eq!(gaps[3..], [Gap::Space, Gap::Comma, Gap::Space, Gap::Colon]);
        assert!(words[1].definite() && !words[5].definite());
    }
}
