//! A W3C `AnnotationCollection` with one page: what `import` reads back without loss.

use serde_json::json;

use super::super::jsonld::{CONTEXT, to_value};
use crate::notebook::Bookmark;

pub(super) fn write(bookmarks: &[&Bookmark]) -> String {
    let items: Vec<_> = bookmarks.iter().filter_map(|bookmark| to_value(bookmark).ok()).collect();
    let collection = json!({
        "@context": CONTEXT,
        "type": "AnnotationCollection",
        "label": "tabayun",
        "total": items.len(),
        "first": { "type": "AnnotationPage", "startIndex": 0, "items": items },
    });
    format!("{collection:#}\n")
}
