//! Words, figures and signs of a text, each with its place and its lexicon entry.
//!
//! Begin with [`tokenise`]. Nothing is interpreted here: `16.808` is three tokens, and the
//! number grammar decides what they are together.

use super::known::{Known, Memory};
use super::lexicon::{Classes, Clitics, Entry};
use super::quantities::Opens;
use super::topic::Lemma;
use crate::text::{Folded, Span};

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Arabic letters.
    Word,
    /// ASCII digits in the folded copy, whatever digits the text has.
    Digits,
    /// Letters of other scripts.
    Foreign,
    /// One sign.
    Sign(char),
    /// An end of line, or of a block.
    Break,
}

/// A word, a figure or a sign.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    pub kind: TokenKind,
    /// In the article's text.
    pub span: Span,
    /// In the folded copy.
    pub folded: Span,
    /// Whether it follows the token before without white space.
    pub glued: bool,
    /// Particles that were taken off to find `entry`; none when there is no entry.
    pub clitics: Clitics,
    pub entry: Option<&'static Entry>,
    /// The classes of the word alone.
    pub alone: Classes,
    /// These, and the classes of the phrases that it opens.
    pub any: Classes,
    /// The topics that the word speaks for.
    pub lemma: Lemma,
    /// Where the word may open a figure, a date or a time.
    pub opens: Opens,
}

impl Token {
    pub fn is(&self, sign: char) -> bool {
        self.kind == TokenKind::Sign(sign)
    }

    pub fn is_word(&self) -> bool {
        self.kind == TokenKind::Word
    }
}

/// Appends the tokens of one block, given as a range of the folded text, and a break.
pub fn tokenise(folded: &Folded, block: Span, memory: &mut Memory, tokens: &mut Vec<Token>) {
    let mut reader =
        Reader { text: folded.as_str(), at: block.start as usize, end: block.end as usize };
    let mut places = folded.cursor();
    let mut last_end = None;
    while let Some((kind, range)) = reader.next() {
        let word = reader.text.get(range.range()).unwrap_or_default();
        let known = match kind {
            TokenKind::Word | TokenKind::Foreign => memory.of(word),
            _ => Known::NOTHING,
        };
        tokens.push(Token {
            kind,
            span: places.source(range),
            folded: range,
            glued: last_end == Some(range.start),
            clitics: known.found.map(|found| found.clitics).unwrap_or_default(),
            entry: known.found.map(|found| found.entry),
            alone: known.alone,
            any: known.any,
            lemma: known.lemma,
            opens: known.opens,
        });
        last_end = Some(range.end);
    }
    let end = Span { start: block.end, end: block.end };
    tokens.push(Token {
        kind: TokenKind::Break,
        span: places.source(end),
        folded: end,
        glued: false,
        clitics: Clitics::default(),
        entry: None,
        alone: Classes::default(),
        any: Classes::default(),
        lemma: Lemma::default(),
        opens: Opens::Never,
    });
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    end: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Letter {
    Space,
    Of(TokenKind),
}

impl Reader<'_> {
    fn next(&mut self) -> Option<(TokenKind, Span)> {
        loop {
            let start = self.at;
            match self.step()? {
                Letter::Space => {}
                Letter::Of(kind) => {
                    if !matches!(kind, TokenKind::Sign(_)) {
                        self.run(kind);
                    }
                    return Some((kind, Span::new(start, self.at)));
                }
            }
        }
    }

    /// Goes on while the letters are of one kind.
    fn run(&mut self, kind: TokenKind) {
        if kind == TokenKind::Word {
            let rest = self.text.as_bytes().get(self.at..self.end).unwrap_or_default();
            let (pairs, _) = rest.as_chunks();
            self.at += 2 * pairs.iter().take_while(|[lead, next]| is_letter(*lead, *next)).count();
            return;
        }
        loop {
            let before = self.at;
            if self.step() != Some(Letter::Of(kind)) {
                self.at = before;
                return;
            }
        }
    }

    fn step(&mut self) -> Option<Letter> {
        if self.at >= self.end {
            return None;
        }
        let bytes = self.text.as_bytes();
        let byte = *bytes.get(self.at)?;
        if byte < 0x80 {
            self.at += 1;
            return Some(ascii(byte));
        }
        if let (0xD8..=0xDB, Some(&next)) = (byte, bytes.get(self.at + 1)) {
            self.at += 2;
            return Some(arabic(byte, next));
        }
        let c = self.text.get(self.at..).and_then(|rest| rest.chars().next())?;
        self.at += c.len_utf8();
        Some(match c {
            '\u{2028}' | '\u{2029}' | '\u{85}' => Letter::Of(TokenKind::Break),
            _ if c.is_whitespace() => Letter::Space,
            _ if c.is_alphanumeric() => Letter::Of(TokenKind::Foreign),
            _ => Letter::Of(TokenKind::Sign(c)),
        })
    }
}

fn ascii(byte: u8) -> Letter {
    match byte {
        b'0'..=b'9' => Letter::Of(TokenKind::Digits),
        b'a'..=b'z' | b'A'..=b'Z' => Letter::Of(TokenKind::Foreign),
        // A line end inside a block is the source's, which broke its paragraph at a fixed width.
        0..=b' ' | 0x7F => Letter::Space,
        _ => Letter::Of(TokenKind::Sign(byte as char)),
    }
}

/// A character of U+0600–U+06FF: a letter, or punctuation.
fn arabic(lead: u8, next: u8) -> Letter {
    if is_letter(lead, next) {
        return Letter::Of(TokenKind::Word);
    }
    let code = (u32::from(lead & 0x1F) << 6) | u32::from(next & 0x3F);
    char::from_u32(code).map_or(Letter::Space, |c| Letter::Of(TokenKind::Sign(c)))
}

/// Whether two bytes of UTF-8 are a letter of U+0600–U+06FF.
fn is_letter(lead: u8, next: u8) -> bool {
    let index = usize::from(lead & 3) << 6 | usize::from(next & 0x3F);
    matches!(lead, 0xD8..=0xDB) && LETTERS.get(index) == Some(&true)
}

static LETTERS: [bool; 256] = {
    let mut table = [false; 256];
    let mut index = 0;
    while index < 256 {
        table[index] = matches!(
            index,
            0x20..=0x4A | 0x6E..=0xD3 | 0xD5 | 0xEE..=0xEF | 0xFA..=0xFF
        );
        index += 1;
    }
    table
};

#[cfg(test)]
mod tests {
    use super::*;

    fn words(source: &str) -> Vec<(TokenKind, String, bool)> {
        let folded = Folded::new(source);
        let mut tokens = Vec::new();
        let whole = Span::new(0, folded.as_str().len());
        Memory::lend(|memory| tokenise(&folded, whole, memory, &mut tokens));
        let read = |token: &Token| {
            let raw = source.get(token.span.range()).unwrap().to_owned();
            (token.kind, raw, token.glued)
        };
        tokens.iter().map(read).collect()
    }

    #[test]
    fn figures_words_and_signs_are_apart_and_know_their_neighbour() {
        use TokenKind::{Break, Digits, Foreign, Sign, Word};
        let expected = [
            (Word, "بـ", false),
            (Digits, "٥٠", true),
            (Foreign, "km", true),
            (Sign('،'), "،", true),
            (Word, "سُجّلت", false),
            (Break, "", false),
        ];
        let expected: Vec<_> =
            expected.into_iter().map(|(kind, raw, glued)| (kind, raw.to_owned(), glued)).collect();
        assert_eq!(words("بـ٥٠km، سُجّلت"), expected);
    }
}
