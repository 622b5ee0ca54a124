//! What is read of a line at once in a large notebook: its name and the reports it belongs to.
//!
//! The syntax of the whole line is checked, so that a cut line, garbage and a later version are
//! told at once; the rest of it is read when somebody asks for the bookmark.

use std::borrow::Cow;

use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer};

use super::super::reports;
use super::wire::{AnnotationType, KindName};
use super::{DamageReason, Id, SCHEMA, read_tombstone, reason};

/// What one line is, without its words.
#[derive(Debug)]
pub enum Outline {
    Keep {
        id: Id,
        /// Names of the reports of its places, hashed as `reports` does.
        reports: Vec<u64>,
        correction: bool,
    },
    Delete(Id),
}

/// Reads the outline of one line (without its end).
///
/// # Errors
/// As for `read_line`, as far as the outline shows.
pub fn outline(line: &[u8]) -> Result<Outline, DamageReason> {
    match serde_json::from_slice::<Line<'_>>(line) {
        Ok(read) if read.schema > SCHEMA => Err(DamageReason::Future(read.schema)),
        Ok(read) if read.target.is_empty() => Err(DamageReason::NotAnnotation),
        Ok(read) => Ok(Outline::Keep {
            id: Id::new(&*read.id.0),
            reports: read.target.iter().flat_map(Place::names).collect(),
            correction: matches!(read.kind, KindName::Correction),
        }),
        Err(error) => match read_tombstone(line) {
            Some(super::Entry::Delete(id)) => Ok(Outline::Delete(id)),
            _ => Err(reason(line, &error)),
        },
    }
}

#[derive(Deserialize)]
struct Line<'a> {
    #[serde(borrow)]
    id: Words<'a>,
    #[serde(rename = "type")]
    _of: AnnotationType,
    #[serde(rename = "tabayun:schema")]
    schema: u32,
    #[serde(rename = "tabayun:kind")]
    kind: KindName,
    #[serde(borrow)]
    target: Vec<Place<'a>>,
}

#[derive(Deserialize)]
struct Place<'a> {
    #[serde(borrow)]
    source: Resource<'a>,
}

#[derive(Deserialize)]
struct Resource<'a> {
    #[serde(rename = "tabayun:url", default, borrow)]
    url: Option<Words<'a>>,
    #[serde(rename = "tabayun:path", default, borrow)]
    path: Option<Words<'a>>,
    #[serde(rename = "tabayun:sha256", default, borrow)]
    sha256: Option<Words<'a>>,
}

impl Place<'_> {
    fn names(&self) -> impl Iterator<Item = u64> {
        fn bare<'b>(words: Option<&'b Words<'_>>) -> Option<&'b str> {
            words.map(|words| &*words.0)
        }
        let Resource { url, path, sha256 } = &self.source;
        reports::names(bare(sha256.as_ref()), bare(url.as_ref()), bare(path.as_ref()))
    }
}

/// Words of the line, copied only where they hold an escape.
struct Words<'a>(Cow<'a, str>);

impl<'de: 'a, 'a> Deserialize<'de> for Words<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;
        impl<'de> Visitor<'de> for Reader {
            type Value = Words<'de>;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a string")
            }
            fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Words<'de>, E> {
                Ok(Words(Cow::Borrowed(text)))
            }
            fn visit_str<E: Error>(self, text: &str) -> Result<Words<'de>, E> {
                Ok(Words(Cow::Owned(text.to_owned())))
            }
        }
        deserializer.deserialize_str(Reader)
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::fixture::bookmark;
    use super::super::{Entry, write_line};
    use super::*;

    #[test]
    fn an_outline_names_the_bookmark_and_its_report() {
        let kept = bookmark("urn:\"1\"", "كلام");
        let names: Vec<u64> = reports::names_in(&kept).collect();
        let line = write_line(&Entry::Keep(Box::new(kept))).unwrap();
        let Ok(Outline::Keep { id, reports, correction }) = outline(line.as_bytes()) else {
            panic!("{line}")
        };
        assert_eq!((id, reports, correction), (Id::new("urn:\"1\""), names, false));
        let gone = write_line(&Entry::Delete(Id::new("urn:2"))).unwrap();
        assert!(
            matches!(outline(gone.as_bytes()), Ok(Outline::Delete(id)) if id == Id::new("urn:2"))
        );
    }

    #[test]
    fn damage_is_told_by_the_outline_too() {
        let whole = write_line(&Entry::Keep(Box::new(bookmark("urn:1", "كلام")))).unwrap();
        let told = |line: &[u8]| outline(line).map(drop);
        assert_eq!(told(&whole.as_bytes()[..whole.len() - 20]), Err(DamageReason::Cut));
        assert_eq!(told(b"\x00\xff garbage"), Err(DamageReason::NotJson));
        assert_eq!(told(b"{\"a\":1}"), Err(DamageReason::NotAnnotation));
        let later = whole.replace("\"tabayun:schema\":1", "\"tabayun:schema\":7");
        assert_eq!(told(later.as_bytes()), Err(DamageReason::Future(7)));
    }
}
