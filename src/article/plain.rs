//! A plain text becomes an article: the text is the file, the blocks are found in it.

use super::blocks::{self, Layout};
use super::byline;
use super::{Article, ArticleId, BlockKind, Encoding, Known, OffsetsIn, Origin, language};
use crate::text::Text;

/// An article whose text is given; what can be told of it is read from the text alone.
pub fn article(id: ArticleId, text: Text, encoding: Encoding) -> Article {
    let layout = blocks::found(text.as_str());
    with_layout(id, text, encoding, layout)
}

/// An article whose parts are known.
pub fn with_layout(id: ArticleId, text: Text, encoding: Encoding, layout: Layout) -> Article {
    let headline = layout.blocks.iter().find(|block| block.kind == BlockKind::Headline);
    let title = headline.and_then(|block| {
        let words = text.slice(block.span)?.to_owned();
        Some(Known::new(words, Origin::Text(block.span)))
    });
    Article {
        id,
        path: None,
        record: None,
        language: language::of(text.as_str()),
        title,
        outlet: layout.outlet.map(|(name, span)| Known::new(name, Origin::Text(span))),
        authors: byline::written_in(text.as_str()),
        published: layout.date.map(|(day, span)| Known::new(day, Origin::Text(span))),
        published_at: layout.time,
        url: None,
        event: None,
        offsets_in: OffsetsIn::File,
        encoding,
        blocks: layout.blocks,
        text,
    }
}
