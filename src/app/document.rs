//! An article as paragraphs to lay out: its blocks cut at line ends, menus folded or not.
//!
//! Not here: wrapping (`flow`). The paragraphs cover all words of the text, in order.

use crate::article::{Article, Block, BlockKind};
use crate::text::Span;

/// Longer paragraphs are cut at white space, so that laying one out never takes noticeable time.
const LONGEST: usize = 16 * 1024;

/// What is laid out as one; a line end inside stands for a space.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Bytes of the article's text.
    pub span: Span,
    /// That of its block: it rules the look of the lines.
    pub kind: BlockKind,
    /// An empty line follows.
    pub gap: bool,
    /// Stands for a run of folded chrome: one line that says how much lies under it.
    pub folded: bool,
}

/// All pieces of an article, in text order.
/// In text order; what lies between them is white space.
#[derive(Clone, Debug, Default)]
pub struct Document {
    pub pieces: Vec<Piece>,
    /// Datelines that stand on one line with the words after them.
    pub datelines: Vec<Span>,
}

impl Document {
    /// Cuts an article; with `fold_chrome` each run of chrome is one piece that shows no words.
    pub fn new(article: &Article, fold_chrome: bool) -> Self {
        let mut document = Self::default();
        for block in &article.blocks {
            if document.continues(article, block.span) {
                document.join(*block);
                continue;
            }
            let folds = fold_chrome && block.kind == BlockKind::Chrome;
            if folds {
                document.fold(block.span);
            } else {
                document.add(article, block.span, block.kind);
            }
        }
        document.set_gaps();
        document
    }

    /// Whether a block begins on the line on which the last dateline ends.
    fn continues(&self, article: &Article, span: Span) -> bool {
        let Some(last) = self.pieces.last().filter(|last| last.kind == BlockKind::Dateline) else {
            return false;
        };
        let between = Span { start: last.span.end, end: span.start };
        let line = article.text.slice(span).is_some_and(|words| !words.contains('\n'));
        line && article.text.slice(between).is_some_and(|between| !between.contains('\n'))
    }

    /// Makes the last dateline and the block one piece.
    fn join(&mut self, block: Block) {
        if let Some(last) = self.pieces.last_mut() {
            self.datelines.push(last.span);
            last.span = last.span.union(block.span);
            last.kind = block.kind;
        }
    }

    /// Adds a block, a piece a line.
    fn add(&mut self, article: &Article, span: Span, kind: BlockKind) {
        let Some(text) = article.text.slice(span) else { return };
        let mut start = span.start as usize;
        if matches!(kind, BlockKind::Paragraph | BlockKind::ListItem) {
            // Line ends inside are the source's, which broke the paragraph at a fixed width.
            return self.cut(text.trim_end(), start, kind);
        }
        for line in text.split_inclusive('\n') {
            let words = line.trim_end();
            if !words.is_empty() {
                self.cut(words, start, kind);
            }
            start += line.len();
        }
    }

    /// Adds one line, in several pieces when it is too long to lay out at once.
    fn cut(&mut self, mut words: &str, mut start: usize, kind: BlockKind) {
        while words.len() > LONGEST {
            let mut at = LONGEST;
            while !words.is_char_boundary(at) {
                at -= 1;
            }
            let space = words.get(..at).and_then(|head| head.rfind(char::is_whitespace));
            let at = space.filter(|space| *space > 0).unwrap_or(at);
            self.push(Span::new(start, start + at), kind, false);
            start += at;
            words = words.get(at..).unwrap_or_default();
        }
        self.push(Span::new(start, start + words.len()), kind, false);
    }

    fn fold(&mut self, span: Span) {
        match self.pieces.last_mut() {
            Some(last) if last.folded => last.span = last.span.union(span),
            _ => self.push(span, BlockKind::Chrome, true),
        }
    }

    fn push(&mut self, span: Span, kind: BlockKind, folded: bool) {
        self.pieces.push(Piece { span, kind, gap: false, folded });
    }

    /// Paragraphs stand apart; items of a list, rows of a table and menu lines stand together.
    fn set_gaps(&mut self) {
        let close =
            |kind| matches!(kind, BlockKind::ListItem | BlockKind::TableRow | BlockKind::Chrome);
        for at in 1..self.pieces.len() {
            let next = self.pieces.get(at).map(|piece| (piece.kind, piece.span.start));
            let Some(((kind, start), before)) = next.zip(self.pieces.get_mut(at - 1)) else {
                continue;
            };
            let cut = before.span.end == start;
            before.gap = !cut && (before.kind != kind || !close(kind));
        }
    }

    /// The piece that holds the byte, or the last one before it.
    pub fn piece_at(&self, offset: u32) -> usize {
        self.pieces.partition_point(|piece| piece.span.start <= offset).saturating_sub(1)
    }

    /// A piece by its number; `None` beyond the last.
    pub fn get(&self, piece: usize) -> Option<&Piece> {
        self.pieces.get(piece)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Article, ArticleId};
    use crate::facts;

    const BROKEN: &str = "توقف قطار السهل عند محطة الزيتون بعد ظهر أمس، وبقي الركاب فيه ثلاث\n\
        ساعات حتى وصلت قاطرة أخرى من المدينة. وقال مدير المحطة: «لم يصب أحد من\n\
        ركاب القطار بأذى»، وأضاف أن سبب العطل لم يعرف بعد، وأن لجنة ستنظر فيه خلال\n\
        أيام. ونقلت حافلات تسعين\n";

    #[test]
    fn a_paragraph_that_the_source_broke_is_one_piece_and_is_read_across_its_lines() {
        let article = Article::from_text(ArticleId(0), BROKEN);
        let document = Document::new(&article, false);
        let pieces: Vec<Span> = document.pieces.iter().map(|piece| piece.span).collect();
        assert_eq!(pieces, [Span::new(0, BROKEN.trim_end().len())]);
        let read = facts::extract(&article);
        let words = |span: Span| article.text.slice(span).unwrap_or_default();
        let facts: Vec<&str> = read.facts.iter().map(|fact| words(fact.span)).collect();
        assert!(facts.contains(&"ثلاث\nساعات"), "{facts:?}");
        let quotes: Vec<&str> = read.quotes.iter().map(|quote| words(quote.span)).collect();
        assert!(quotes.iter().any(|quote| quote.contains("من\nركاب القطار")), "{quotes:?}");
    }
}
