//! The keys of a line, as serde reads and writes them.
//!
//! Nothing is decided here. Selectors and bodies are plain structs with optional fields: serde
//! buffers tagged enums, which costs half of the time of reading a large notebook.

use std::borrow::Cow;
use std::fmt::Display;
use std::marker::PhantomData;
use std::str::FromStr;

use jiff::Timestamp;
use jiff::civil::Date;
use serde::de::{IgnoredAny, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::super::{Colour, Correction, Finding};

pub const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";
pub const STREAMS: &str = "https://www.w3.org/ns/activitystreams";

/// Text that is written for other programs and passed over when it is read: it says nothing that
/// is not said elsewhere in the line, and copying it would cost a third of the time of a start.
#[derive(Default)]
pub struct Written(pub Cow<'static, str>);

impl From<&'static str> for Written {
    fn from(text: &'static str) -> Self {
        Self(Cow::Borrowed(text))
    }
}

impl Serialize for Written {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Written {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        IgnoredAny::deserialize(deserializer).map(|_| Self::default())
    }
}

/// A time or a day in its usual notation, read without a copy.
#[derive(Clone, Copy)]
pub struct Noted<T>(pub T);

impl<T: Display> Serialize for Noted<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl<'de, T: FromStr> Deserialize<'de> for Noted<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader<T>(PhantomData<T>);
        impl<T: FromStr> Visitor<'_> for Reader<T> {
            type Value = Noted<T>;
            fn expecting(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
                f.write_str("a date in ISO 8601")
            }
            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Noted<T>, E> {
                text.parse().map(Noted).map_err(|_| E::custom("no date in ISO 8601"))
            }
        }
        deserializer.deserialize_str(Reader(PhantomData))
    }
}

#[derive(Serialize, Deserialize)]
pub struct Line {
    #[serde(rename = "@context", default)]
    pub context: Written,
    pub id: String,
    #[serde(rename = "type")]
    pub of: AnnotationType,
    pub motivation: Written,
    pub created: Noted<Timestamp>,
    pub modified: Noted<Timestamp>,
    #[serde(rename = "tabayun:schema")]
    pub schema: u32,
    #[serde(rename = "tabayun:kind")]
    pub kind: KindName,
    #[serde(rename = "tabayun:dossier", default, skip_serializing_if = "Option::is_none")]
    pub dossier: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub body: Vec<Body>,
    pub target: Vec<Place>,
    #[serde(rename = "tabayun:colour", default, skip_serializing_if = "Option::is_none")]
    pub colour: Option<Colour>,
    #[serde(rename = "tabayun:finding", default, skip_serializing_if = "Option::is_none")]
    pub finding: Option<Finding>,
    #[serde(rename = "tabayun:correction", default, skip_serializing_if = "Option::is_none")]
    pub correction: Option<Correction>,
}

#[derive(Serialize, Deserialize)]
pub enum AnnotationType {
    Annotation,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum KindName {
    Quotation,
    Sentence,
    Selection,
    Report,
    Disagreement,
    Correction,
}

#[derive(Serialize, Deserialize)]
pub struct Body {
    #[serde(rename = "type")]
    pub of: Written,
    pub purpose: Purpose,
    pub value: String,
}

/// The purposes of section 3.3.5 that our bodies have.
#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    Commenting,
    Tagging,
    Editing,
    Assessing,
    #[serde(other)]
    Other,
}

#[derive(Serialize, Deserialize)]
pub struct Place {
    #[serde(rename = "type")]
    pub of: Written,
    pub source: Resource,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<State>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub selector: Vec<Selector>,
    #[serde(rename = "tabayun:speaker", default, skip_serializing_if = "Option::is_none")]
    pub speaker: Option<String>,
    #[serde(rename = "tabayun:value", default, skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    #[serde(rename = "tabayun:side", default, skip_serializing_if = "Option::is_none")]
    pub side: Option<u32>,
}

#[derive(Serialize, Deserialize)]
pub struct Resource {
    pub id: Written,
    #[serde(rename = "tabayun:url", default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    #[serde(rename = "tabayun:path", default, skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    #[serde(rename = "dcterms:title", default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    #[serde(rename = "dcterms:publisher", default, skip_serializing_if = "Option::is_none")]
    pub outlet: Option<String>,
    #[serde(rename = "dcterms:creator", default, skip_serializing_if = "Vec::is_empty")]
    pub authors: Vec<String>,
    #[serde(rename = "dcterms:issued", default, skip_serializing_if = "Option::is_none")]
    pub published: Option<Noted<Date>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    #[serde(rename = "tabayun:sha256", default, skip_serializing_if = "Option::is_none")]
    pub sha256: Option<String>,
}

#[derive(Serialize, Deserialize)]
pub struct State {
    #[serde(rename = "type")]
    pub of: Written,
    #[serde(rename = "sourceDate")]
    pub source_date: Noted<Timestamp>,
}

#[derive(Default, Serialize, Deserialize)]
pub struct Selector {
    #[serde(rename = "type")]
    pub of: Written,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exact: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prefix: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub suffix: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<u32>,
}

/// An `ActivityStreams` Delete: the annotation named is gone.
#[derive(Serialize, Deserialize)]
pub struct Tombstone {
    #[serde(rename = "@context", default)]
    pub context: Written,
    #[serde(rename = "type")]
    pub of: DeleteType,
    pub object: String,
    #[serde(rename = "tabayun:schema")]
    pub schema: u32,
}

#[derive(Serialize, Deserialize)]
pub enum DeleteType {
    Delete,
}

/// What is read first of a line that is not understood: whether a later version wrote it.
#[derive(Deserialize)]
pub struct Version {
    #[serde(rename = "tabayun:schema")]
    pub schema: Option<u32>,
}
