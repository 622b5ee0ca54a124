//! An article whose text is made, not found: the parts of a page, of Markdown or of a record, put
//! under each other as lines. Spans refer to this text (`tabayun text FILE` prints it).

use super::blocks::{self, lines_of};
use super::{Article, ArticleId, BlockKind, Encoding, OffsetsIn, plain};
use crate::text::Text;

/// Lines so far, each with what the source says it is.
#[derive(Debug, Default)]
pub struct Draft {
    text: String,
    /// What the source says of each line that is not blank; `None` where it is to be found out.
    kinds: Vec<Option<BlockKind>>,
}

impl Draft {
    /// Adds a part. White space inside a line becomes one space; a part of several lines becomes
    /// as many blocks. Items and rows stand close, everything else has a blank line before it.
    pub fn push(&mut self, kind: BlockKind, words: &str) {
        for line in lines_of(words) {
            let close = matches!(kind, BlockKind::ListItem | BlockKind::TableRow)
                && self.kinds.last() == Some(&Some(kind));
            self.part(close);
            let mut gap = false;
            for word in line.split_whitespace() {
                if gap {
                    self.text.push(' ');
                }
                self.text.push_str(word);
                gap = true;
            }
            self.kinds.push(Some(kind));
        }
    }

    /// Adds a text as it is; its parts are still to be told apart.
    pub fn verbatim(&mut self, text: &str) {
        self.part(false);
        self.text.push_str(text);
        self.kinds.extend(lines_of(text).map(|_| None));
    }

    fn part(&mut self, close: bool) {
        if !self.kinds.is_empty() {
            self.text.push_str(if close { "\n" } else { "\n\n" });
        }
    }

    pub fn is_empty(&self) -> bool {
        self.kinds.is_empty()
    }

    /// Length of the text so far, in bytes.
    pub fn len(&self) -> usize {
        self.text.len()
    }

    /// The article; what else is known of it is for the caller to add.
    pub fn article(self, id: ArticleId, encoding: Encoding) -> Article {
        let layout = blocks::split(&self.text, &self.kinds);
        let mut article = plain::with_layout(id, Text::new(self.text), encoding, layout);
        article.offsets_in = OffsetsIn::Text;
        article
    }
}

#[cfg(test)]
mod tests {
    use super::BlockKind::{Chrome, Headline, ListItem, Paragraph};
    use super::*;

    #[test]
    fn parts_become_lines_and_keep_their_kind() {
        let mut draft = Draft::default();
        draft.push(BlockKind::Headline, " جسر   جديد\u{a0}على النهر ");
        draft.push(BlockKind::Paragraph, "سطر أول\nسطر ثان.\n\n");
        draft.push(BlockKind::ListItem, "• أ");
        draft.push(BlockKind::ListItem, "• ب");
        draft.push(BlockKind::Paragraph, "Share this post");
        let article = draft.article(ArticleId(0), Encoding::UTF_8);
        let text = "جسر جديد على النهر\n\nسطر أول\n\nسطر ثان.\n\n• أ\n• ب\n\nShare this post";
        assert_eq!(article.text.as_str(), text);
        let kinds: Vec<_> = article.blocks.iter().map(|block| block.kind).collect();
        assert_eq!(kinds, [Headline, Paragraph, Paragraph, ListItem, ListItem, Chrome]);
        assert_eq!(article.title.unwrap().value, "جسر جديد على النهر");
    }
}
