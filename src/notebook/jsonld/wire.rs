//! The keys of a line, as serde reads and writes them.
//!
//! Nothing is decided here. Selectors and bodies are plain structs with optional fields: serde
//! buffers tagged enums, which costs half of the time of reading a large notebook.

use serde::de::IgnoredAny;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::super::{Colour, Correction, Finding};

pub const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";

#[derive(Default)]
pub struct Context;

impl Serialize for Context {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(CONTEXT)
    }
}

impl<'de> Deserialize<'de> for Context {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        IgnoredAny::deserialize(deserializer).map(|_| Self)
    }
}

#[derive(Serialize, Deserialize)]
pub struct Line {
    #[serde(rename = "@context", default)]
    pub context: Context,
    pub id: String,
    #[serde(rename = "type")]
    pub of: AnnotationType,
    pub motivation: String,
    pub created: String,
    pub modified: String,
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
    pub of: String,
    pub purpose: String,
    pub value: String,
}

#[derive(Serialize, Deserialize)]
pub struct Place {
    #[serde(rename = "type")]
    pub of: String,
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
    pub id: String,
    #[serde(rename = "tabayun:url", default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    #[serde(rename = "tabayun:path", default, skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    #[serde(rename = "dcterms:title", default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    #[serde(rename = "dcterms:publisher", default, skip_serializing_if = "Option::is_none")]
    pub outlet: Option<String>,
    #[serde(rename = "dcterms:issued", default, skip_serializing_if = "Option::is_none")]
    pub published: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    #[serde(rename = "tabayun:sha256", default, skip_serializing_if = "Option::is_none")]
    pub sha256: Option<String>,
}

#[derive(Serialize, Deserialize)]
pub struct State {
    #[serde(rename = "type")]
    pub of: String,
    #[serde(rename = "sourceDate")]
    pub source_date: String,
}

#[derive(Default, Serialize, Deserialize)]
pub struct Selector {
    #[serde(rename = "type")]
    pub of: String,
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
    pub context: IgnoredContext,
    #[serde(rename = "type")]
    pub of: DeleteType,
    pub object: String,
    #[serde(rename = "tabayun:schema")]
    pub schema: u32,
}

#[derive(Default)]
pub struct IgnoredContext;

impl Serialize for IgnoredContext {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str("https://www.w3.org/ns/activitystreams")
    }
}

impl<'de> Deserialize<'de> for IgnoredContext {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        IgnoredAny::deserialize(deserializer).map(|_| Self)
    }
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
