//! Bookmarks for tests, on invented events.

use jiff::Timestamp;

use super::{Bookmark, CharRange, Id, Kind, Quoted, Source, Target};

pub fn at(second: i64) -> Timestamp {
    Timestamp::from_second(1_760_000_000 + second).unwrap()
}

/// A quotation kept from an invented outlet.
pub fn bookmark(id: &str, words: &str) -> Bookmark {
    Bookmark {
        id: Id::new(id),
        kind: Kind::Quotation,
        created: at(0),
        modified: at(0),
        dossier: Some("جسر وادي السدر".into()),
        targets: vec![Target {
            source: Source {
                url: Some("https://example.org/bridge".into()),
                path: Some("/news/جسر.txt".into()),
                title: Some("افتتاح جسر وادي السدر بعد تأخر".into()),
                outlet: Some("صحيفة الوادي".into()),
                authors: Vec::new(),
                published: Some(jiff::civil::date(2024, 3, 9)),
                accessed: Some(at(0)),
                language: Some("ar".into()),
                sha256: Some("ab".repeat(32)),
            },
            quoted: Some(Quoted {
                exact: words.into(),
                prefix: "وقالت المهندسة: «".into(),
                suffix: "»، ثم غادرت الموقع.".into(),
            }),
            position: Some(CharRange { start: 120, end: 120 + words.chars().count() as u32 }),
            speaker: Some("سلمى النجار".into()),
            value: None,
            side: None,
        }],
        note: String::new(),
        tags: Vec::new(),
        colour: None,
    }
}
