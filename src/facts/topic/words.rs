//! A sentence as the rules of topics see it: words with their stems, clause marks, and where the
//! values stand. Nothing is decided here.

use crate::text::{Span, fold};

use super::frame::{self, Trigger};
use super::stem::{bases, stem};

/// One word of a sentence.
#[derive(Clone, Debug)]
pub struct Word {
    pub span: Span,
    /// Folded, with all proclitics.
    pub folded: String,
    /// Frames that this word speaks for.
    pub triggers: &'static [Trigger],
    /// How strongly the text breaks before this word.
    pub gap: Gap,
    /// Letters and digits that are no Arabic («FC», «24»).
    pub figure: bool,
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

impl Word {
    /// The stem of the barest reading that keeps three letters.
    pub fn stem(&self) -> &str {
        let bare = bare(&self.folded);
        stem(bare)
    }

    /// Whether one of the readings of the word is one of `forms` (folded).
    pub fn is(&self, forms: &[&str]) -> bool {
        bases(&self.folded).any(|base| forms.contains(&base)) || forms.contains(&self.folded.as_str())
    }

    pub fn definite(&self) -> bool {
        let word = self.folded.as_str();
        ["ال", "وال", "بال", "فال", "كال", "لل", "وبال", "ولل"].iter().any(|head| word.starts_with(head))
    }
}

/// The word without the proclitics that are no doubt ones: «و» and «ب», «ل», «ك», «ف» before the
/// article, the article itself.
pub fn bare(word: &str) -> &str {
    for head in ["وبال", "فبال", "وال", "بال", "فال", "كال", "ولل", "لل", "ال"] {
        if let Some(rest) = word.strip_prefix(head)
            && rest.chars().count() >= 3
        {
            return rest;
        }
    }
    word
}

/// The words of `text` between the bytes of `within`.
pub fn words(text: &str, within: Span) -> Vec<Word> {
    let Some(slice) = text.get(within.range()) else { return Vec::new() };
    let mut out = Vec::new();
    let mut start: Option<usize> = None;
    let mut gap = Gap::Stop;
    let mut chars = slice.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let inner = start.is_some()
            && matches!(c, '.' | ',' | '٫' | '٬' | ':' | '\'')
            && chars.peek().is_some_and(|(_, next)| next.is_numeric());
        if is_letter(c) || (inner && last_is_digit(slice, at)) {
            start.get_or_insert(at);
            continue;
        }
        if let Some(from) = start.take() {
            push(&mut out, slice, within, from, at, &mut gap);
        }
        gap = gap.max(gap_of(c));
    }
    if let Some(from) = start {
        push(&mut out, slice, within, from, slice.len(), &mut gap);
    }
    out
}

fn push(out: &mut Vec<Word>, slice: &str, within: Span, from: usize, to: usize, gap: &mut Gap) {
    let base = within.start as usize;
    let folded = fold(slice.get(from..to).unwrap_or_default());
    if folded.is_empty() {
        return;
    }
    let figure = folded.starts_with(|c: char| c.is_ascii_digit());
    let triggers = if figure { &[] } else { frame::triggers(&folded) };
    out.push(Word {
        span: Span::new(base + from, base + to),
        folded,
        triggers,
        gap: std::mem::take(gap),
        figure,
    });
}

fn last_is_digit(slice: &str, at: usize) -> bool {
    slice.get(..at).and_then(|s| s.chars().next_back()).is_some_and(char::is_numeric)
}

fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\u{640}' | '\u{64B}'..='\u{65F}' | '\u{670}' | '%' | '٪')
}

fn gap_of(c: char) -> Gap {
    match c {
        '،' | ',' => Gap::Comma,
        ':' | ';' | '؛' => Gap::Colon,
        '.' | '!' | '؟' | '?' | '\n' | '…' => Gap::Stop,
        c if c.is_whitespace() => Gap::Space,
        _ => Gap::Mark,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_know_what_stands_before_them() {
        let text = "بلغ السعر 16.808، ثم ارتفع: «كثيرا».";
        let words = words(text, Span::new(0, text.len()));
        let folded: Vec<_> = words.iter().map(|w| w.folded.as_str()).collect();
        assert_eq!(folded, ["بلغ", "السعر", "16.808", "ثم", "ارتفع", "كثيرا"]);
        let gaps: Vec<_> = words.iter().map(|w| w.gap).collect();
        assert_eq!(gaps[3..], [Gap::Comma, Gap::Space, Gap::Colon]);
        assert!(words[1].definite() && !words[4].definite());
    }
}
