//! One article, made ready for the grammars: folded, in tokens, in sentences.
//!
//! Begin with [`Prepared::new`] and [`Context`]. Chrome has no tokens, so nothing can be read
//! out of it.

use jiff::civil::Date;

use super::known::Memory;
use super::lexicon::{Class, Classes, Entry, Phrase, Sense, beginning};
use super::sentence::{Sentence, split};
use super::token::{Token, TokenKind, tokenise};
use crate::article::{Article, Block, BlockKind};
use crate::text::{Folded, Span, Text};

/// What [`Context`] borrows from.
#[derive(Debug)]
pub struct Prepared {
    folded: Folded,
    tokens: Vec<Token>,
    sentences: Vec<Sentence>,
    blocks: Vec<Block>,
}

impl Prepared {
    pub fn new(article: &Article) -> Self {
        let folded = Folded::new(article.text.as_str());
        let mut blocks: Vec<Block> = article.content().copied().collect();
        // A text in which nothing but chrome was seen is read as it stands.
        if blocks.is_empty() {
            blocks.push(Block { span: article.text.whole(), kind: BlockKind::Paragraph });
        }
        let mut tokens = Vec::with_capacity(folded.as_str().len() / 8);
        let mut sentences = Vec::with_capacity(2 * blocks.len());
        Memory::lend(|memory| {
            for (index, block) in blocks.iter().enumerate() {
                let first = tokens.len();
                tokenise(&folded, folded.folded(block.span), memory, &mut tokens);
                split(&tokens, first, index, &mut sentences);
            }
        });
        Self { folded, tokens, sentences, blocks }
    }

    /// The folded words of the tokens, for [`Self::context`]: every grammar asks for them again and
    /// again.
    pub fn words(&self) -> Vec<&str> {
        self.tokens.iter().map(|token| self.folded.slice(token.folded)).collect()
    }

    /// What the grammars see of an article, with its [`Self::words`].
    pub fn context<'a>(&'a self, article: &'a Article, words: &'a [&'a str]) -> Context<'a> {
        Context {
            words,
            text: &article.text,
            folded: &self.folded,
            tokens: &self.tokens,
            sentences: &self.sentences,
            blocks: &self.blocks,
            published: article.published.as_ref().map(|known| known.value),
        }
    }
}

/// What every grammar sees.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    pub text: &'a Text,
    pub folded: &'a Folded,
    /// The folded word of each token.
    pub words: &'a [&'a str],
    /// Of all blocks that are no chrome, in text order; each block ends with a break.
    pub tokens: &'a [Token],
    /// In text order; they cover every token.
    pub sentences: &'a [Sentence],
    /// The blocks that are no chrome; [`Sentence::block`] counts them.
    pub blocks: &'a [Block],
    /// The report's date, where it is known.
    pub published: Option<Date>,
}

impl<'a> Context<'a> {
    /// The token at a place, or `None` past the end.
    #[inline]
    pub fn token(&self, at: usize) -> Option<&'a Token> {
        self.tokens.get(at)
    }

    /// The folded word at a place; empty past the end.
    #[inline]
    pub fn word(&self, at: usize) -> &'a str {
        self.words.get(at).copied().unwrap_or_default()
    }

    #[inline]
    pub fn is_sign(&self, at: usize, sign: char) -> bool {
        self.token(at).is_some_and(|token| token.is(sign))
    }

    #[inline]
    pub fn is_word(&self, at: usize) -> bool {
        self.token(at).is_some_and(Token::is_word)
    }

    pub fn is_break(&self, at: usize) -> bool {
        self.token(at).is_none_or(|token| token.kind == TokenKind::Break)
    }

    /// Whether the token follows the one before without white space.
    #[inline]
    pub fn is_glued(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.glued)
    }

    /// The sense in `class` of the words from `at` on, and how many tokens they are: the
    /// longest phrase, else the word alone.
    #[inline]
    pub fn sense(&self, at: usize, class: Class) -> Option<(Sense, usize)> {
        let token = self.token(at)?;
        if token.any.has(class) { self.sense_of(token.entry?, at, class) } else { None }
    }

    /// Apart from [`Self::sense`], which most words answer with one look at their classes.
    #[inline(never)]
    fn sense_of(&self, entry: &'static Entry, at: usize, class: Class) -> Option<(Sense, usize)> {
        let next = beginning(self.word(at + 1));
        for phrase in entry.phrases().iter().filter(|phrase| phrase.may_follow(next)) {
            if phrase.has(class) && self.follows(at + 1, phrase) {
                return Some((phrase.sense(class)?, 1 + usize::from(phrase.words)));
            }
        }
        entry.sense(class).map(|sense| (sense, 1))
    }

    /// The sense in `class` of the word alone.
    #[inline]
    pub fn word_sense(&self, at: usize, class: Class) -> Option<Sense> {
        let token = self.token(at)?;
        if token.alone.has(class) { token.entry?.sense(class) } else { None }
    }

    /// Whether the word alone has a sense in `class`.
    #[inline]
    pub fn is(&self, at: usize, class: Class) -> bool {
        self.is_one_of(at, Classes::of(&[class]))
    }

    /// Whether the word alone has a sense in one of `classes`.
    #[inline]
    pub fn is_one_of(&self, at: usize, classes: Classes) -> bool {
        self.token(at).is_some_and(|token| token.alone.meet(classes))
    }

    fn follows(&self, at: usize, phrase: &Phrase) -> bool {
        let mut rest = phrase.rest();
        for word in (at..).map(|at| self.word(at)) {
            let Some(after) = rest.strip_prefix(word).filter(|_| !word.is_empty()) else {
                return false;
            };
            match after.strip_prefix(' ') {
                Some(next) => rest = next,
                None => return after.is_empty(),
            }
        }
        false
    }

    /// The source range of the tokens `from..to`.
    pub fn span(&self, from: usize, to: usize) -> Span {
        match (self.token(from), to.checked_sub(1).and_then(|last| self.token(last))) {
            (Some(first), Some(last)) => first.span.union(last.span),
            _ => Span::default(),
        }
    }

    /// The sentence that holds the token at `at`.
    pub fn sentence(&self, at: usize) -> Option<&'a Sentence> {
        let next = self.sentences.partition_point(|sentence| sentence.tokens.start <= at);
        self.sentences.get(next.checked_sub(1)?)
    }

    /// The sentence that holds a byte of the article's text, or the last one before it.
    pub fn sentence_at(&self, offset: u32) -> Option<&'a Sentence> {
        let next = self.sentences.partition_point(|sentence| sentence.span.start <= offset);
        self.sentences.get(next.checked_sub(1)?)
    }

    /// The first token that begins at or after a byte of the article's text.
    pub fn token_from(&self, offset: u32) -> usize {
        self.tokens.partition_point(|token| token.span.start < offset)
    }

    /// The same as [`Self::token_at`], where it is that token or one soon after.
    pub fn token_after(&self, from: usize, offset: u32) -> usize {
        let rest = self.tokens.get(from..).unwrap_or_default();
        from + rest.iter().take_while(|token| token.span.end <= offset).count()
    }

    /// The first token that ends after a byte of the article's text.
    pub fn token_at(&self, offset: u32) -> usize {
        self.tokens.partition_point(|token| token.span.end <= offset)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::testing::article;

    #[test]
    fn chrome_has_no_tokens_and_phrases_win_over_words() {
        let mut report = article("شارك الخبر ٥\nوصل خمسة", "");
        let at = report.text.as_str().find('\n').unwrap();
        report.blocks = vec![
            Block { span: Span::new(0, at), kind: BlockKind::Chrome },
            Block { span: Span::new(at + 1, report.text.len()), kind: BlockKind::Paragraph },
        ];
        let prepared = Prepared::new(&report);
        let words = prepared.words();
        let cx = prepared.context(&report, &words);
        assert_eq!(cx.word(0), "وصل");
        assert_eq!(cx.sense(1, Class::Cardinal).map(|(sense, n)| (sense.value, n)), Some((5.0, 1)));
        let sentence = cx.sentence(1).unwrap();
        assert_eq!(cx.text.slice(sentence.span), Some("وصل خمسة"));
        assert_eq!(cx.token_at(sentence.span.start), 0);
    }
}
