//! What a key of the cache is made from: every byte of the reports, and what is known of them.
//!
//! Begin with [`Feed::article`].

use std::fmt::{self, Write as _};

use sha2::{Digest, Sha256};

use super::KEY;
use crate::article::{Article, Block};
use crate::text::Span;

/// Takes in what a key is made from.
#[derive(Default)]
pub(super) struct Feed(Sha256);

impl Feed {
    /// Takes in a report.
    ///
    /// # Errors
    /// Never: it is written into a number.
    pub(super) fn article(&mut self, article: &Article) -> fmt::Result {
        // Every field has a name here, so that a new one cannot be forgotten.
        let Article {
            id,
            path,
            record,
            text,
            blocks,
            title,
            outlet,
            authors,
            published,
            published_at,
            url,
            event,
            language,
            offsets_in,
            encoding,
        } = article;
        self.0.update((text.len() as u64).to_le_bytes());
        self.0.update((blocks.len() as u64).to_le_bytes());
        self.0.update(text.as_str());
        let known = (id, path, record, title, outlet, authors, published, published_at, url);
        write!(self, "{known:?} {event:?} {language:?} {offsets_in:?} {encoding:?} ")?;
        // They are many: as words they would take longer than the text.
        for Block { span: Span { start, end }, kind } in blocks {
            let whole = u64::from(*start) << 32 | u64::from(*end);
            self.0.update(whole.to_le_bytes());
            self.0.update([*kind as u8]);
        }
        Ok(())
    }

    /// The key of all that was taken in.
    pub(super) fn end(self) -> [u8; KEY] {
        self.0.finalize().into()
    }
}

impl fmt::Write for Feed {
    fn write_str(&mut self, words: &str) -> fmt::Result {
        self.0.update(words);
        Ok(())
    }
}
