//! Bookmarks from JSON-LD files: this program's own, any W3C annotation, hypothes.is exports.
//!
//! Our own lines are read strictly and come back as they were; others as far as they go: words,
//! place, note, tags, page and dates. An annotation without a name gets one made of its content,
//! so that importing a file twice adds nothing twice.

use std::path::Path;

use jiff::Timestamp;
use serde_json::Value;

use super::jsonld::read_line;
use super::take::sha256;
use super::{Bookmark, CharRange, Entry, Id, Kind, Quoted, Source, Target};
use crate::error::Problem;

/// What a file held.
#[derive(Debug, Default, PartialEq)]
pub struct Imported {
    /// In the order of the file.
    pub bookmarks: Vec<Bookmark>,
    /// The places in the file, counted from 1, of what could not be read as an annotation.
    pub refused: Vec<usize>,
}

/// Why nothing was imported.
#[derive(Debug, PartialEq, thiserror::Error)]
pub enum ImportError {
    /// Neither a JSON text nor lines of JSON objects.
    #[error("no JSON (line {line})")]
    NotJson {
        /// The line, counted from 1, at which reading failed.
        line: usize,
    },
    /// JSON, and nothing in it was an annotation.
    #[error("no annotations")]
    Nothing,
}

impl ImportError {
    /// The sentence about the file that says what to do next, for `locale` to word.
    pub fn problem(&self, path: &Path) -> Problem {
        match self {
            Self::NotJson { line } => {
                Problem::of("problem-import-json", path).with("line", &line.to_string())
            }
            Self::Nothing => Problem::of("problem-import-nothing", path),
        }
    }
}

/// Reads a collection, a page, a list, lines of JSON, or one annotation; `now` is for what has no
/// date of its own.
///
/// # Errors
/// Where the file is no JSON or holds nothing that looks like an annotation.
pub fn import(file: &str, now: Timestamp) -> Result<Imported, ImportError> {
    let file = file.trim_start_matches('\u{FEFF}');
    let values = match serde_json::from_str::<Value>(file) {
        Ok(value) => annotations(value),
        Err(error) => lines(file).ok_or(ImportError::NotJson { line: error.line() })?,
    };
    let mut imported = Imported::default();
    for (at, value) in values.iter().enumerate() {
        match bookmark(value, now) {
            Some(bookmark) => imported.bookmarks.push(bookmark),
            None => imported.refused.push(at + 1),
        }
    }
    if imported.bookmarks.is_empty() { Err(ImportError::Nothing) } else { Ok(imported) }
}

fn lines(file: &str) -> Option<Vec<Value>> {
    let lines = file.lines().filter(|line| !line.trim().is_empty());
    let values: Vec<_> =
        lines.map(|line| serde_json::from_str(line).unwrap_or(Value::Null)).collect();
    values.iter().any(Value::is_object).then_some(values)
}

/// The annotations of a collection: W3C pages, hypothes.is' export file and its API's answer.
fn annotations(value: Value) -> Vec<Value> {
    match value {
        Value::Array(values) => values,
        Value::Object(mut object) => {
            let inner = ["first", "items", "annotations", "rows", "@graph"]
                .into_iter()
                .find_map(|name| object.remove(name).filter(|v| v.is_array() || v.is_object()));
            inner.map_or_else(|| vec![Value::Object(object)], annotations)
        }
        other => vec![other],
    }
}

fn bookmark(value: &Value, now: Timestamp) -> Option<Bookmark> {
    let text = value.to_string();
    if let Ok(Entry::Keep(own)) = read_line(text.as_bytes()) {
        return Some(*own);
    }
    let object = value.as_object()?;
    let places = value.get("target").map(list).unwrap_or_default();
    let targets: Vec<Target> =
        places.iter().filter_map(|place| target(place, value, now)).collect();
    let (note, tags) = bodies(value);
    let created = time(object.get("created")).unwrap_or(now);
    let quoted = targets.first()?.quoted.is_some();
    Some(Bookmark {
        id: id(value, &text),
        kind: if quoted { Kind::Selection } else { Kind::Report },
        created,
        modified: time(object.get("modified").or(object.get("updated"))).unwrap_or(created),
        dossier: None,
        targets,
        note,
        tags,
        colour: None,
    })
}

fn id(value: &Value, text: &str) -> Id {
    match string(value.get("id").or(value.get("@id"))) {
        Some(iri) if iri.contains(':') => Id::new(iri),
        Some(bare) if value.get("uri").is_some() => {
            Id::new(format!("https://hypothes.is/a/{bare}"))
        }
        _ => {
            let hash = sha256(text);
            let bits = |at: usize| {
                let hex = hash.get(at..at + 16).unwrap_or_default();
                u64::from_str_radix(hex, 16).unwrap_or_default()
            };
            Id::from_bits(bits(0), bits(16))
        }
    }
}

fn target(place: &Value, annotation: &Value, now: Timestamp) -> Option<Target> {
    let source = place.get("source").or(place.get("id")).unwrap_or(place);
    let url = string(Some(source))
        .or_else(|| string(source.get("id")))
        .or_else(|| string(annotation.get("uri")))?;
    let document = annotation.get("document");
    let titled = source.get("dcterms:title").or(document.and_then(|page| page.get("title")));
    let mut selectors = Vec::new();
    gather(place.get("selector"), 8, &mut selectors);
    Some(Target {
        source: Source {
            url: Some(url),
            title: list_or(titled).into_iter().find_map(|title| string(Some(title))),
            outlet: string(source.get("dcterms:publisher")),
            published: string(source.get("dcterms:issued")).and_then(|day| day.parse().ok()),
            accessed: time(annotation.get("created")).or(Some(now)),
            language: string(source.get("language")),
            ..Source::default()
        },
        quoted: selectors.iter().find_map(|selector| quoted(selector)),
        position: selectors.iter().find_map(|selector| range(selector)),
        speaker: string(place.get("tabayun:speaker")),
        ..Target::default()
    })
}

/// All selectors, those that refine another one among them, `depth` deep at most.
fn gather<'v>(value: Option<&'v Value>, depth: usize, into: &mut Vec<&'v Value>) {
    let Some(value) = value.filter(|_| depth > 0) else { return };
    for selector in list(value) {
        into.push(selector);
        gather(selector.get("refinedBy"), depth - 1, into);
    }
}

fn quoted(selector: &Value) -> Option<Quoted> {
    Some(Quoted {
        exact: string(selector.get("exact"))?,
        prefix: string(selector.get("prefix")).unwrap_or_default(),
        suffix: string(selector.get("suffix")).unwrap_or_default(),
    })
}

fn range(selector: &Value) -> Option<CharRange> {
    let number = |name| selector.get(name)?.as_u64().and_then(|at| u32::try_from(at).ok());
    let (start, end) = (number("start")?, number("end")?);
    (start <= end).then_some(CharRange { start, end })
}

/// The note and the tags, in hypothes.is' own fields or in W3C bodies.
fn bodies(value: &Value) -> (String, Vec<String>) {
    let mut notes: Vec<String> =
        [value.get("text"), value.get("bodyValue")].into_iter().filter_map(string).collect();
    let mut tags: Vec<String> =
        list_or(value.get("tags")).into_iter().filter_map(|tag| string(Some(tag))).collect();
    for body in list_or(value.get("body")) {
        let words = string(Some(body)).or_else(|| string(body.get("value")));
        match body.get("purpose").and_then(Value::as_str) {
            Some("tagging") => tags.extend(words),
            _ => notes.extend(words),
        }
    }
    notes.retain(|note| !note.trim().is_empty());
    (notes.join("\n\n"), tags)
}

fn list(value: &Value) -> Vec<&Value> {
    match value {
        Value::Array(values) => values.iter().collect(),
        other => vec![other],
    }
}

fn list_or(value: Option<&Value>) -> Vec<&Value> {
    value.map(list).unwrap_or_default()
}

fn string(value: Option<&Value>) -> Option<String> {
    value?.as_str().map(str::to_owned)
}

fn time(value: Option<&Value>) -> Option<Timestamp> {
    value?.as_str()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{at, bookmark as kept};
    use super::super::jsonld::write_line;
    use super::*;

    #[test]
    fn our_own_lines_and_collections_come_back_whole() {
        let two = [kept("urn:1", "كلام"), kept("urn:2", "=1+1 😀")];
        let line = |b: &Bookmark| write_line(&Entry::Keep(Box::new(b.clone()))).unwrap();
        let jsonl = format!("{}\n{}\n", line(&two[0]), line(&two[1]));
        assert_eq!(import(&jsonl, at(0)).unwrap().bookmarks, two);
        let page = format!(
            r#"{{"type":"AnnotationCollection","first":{{"items":[{},{}, 7]}}}}"#,
            line(&two[0]),
            line(&two[1])
        );
        let imported = import(&page, at(0)).unwrap();
        assert_eq!(imported.bookmarks, two);
        assert_eq!(imported.refused, [3]);
    }

    #[test]
    fn a_hypothesis_export_gives_words_note_tags_and_page() {
        let file = r#"{"export_date":"2024-05-02","annotations":[{
            "id":"AbC","user":"acct:reader@hypothes.is","uri":"https://example.org/شمس",
            "created":"2024-05-01T10:00:00.123456+00:00","updated":"2024-05-01T11:00:00.5+00:00",
            "text":"للتحقق","tags":["طاقة"],"document":{"title":["محطة الشمس"]},
            "target":[{"source":"https://example.org/شمس","selector":[
                {"type":"RangeSelector","startContainer":"/p[1]"},
                {"type":"TextPositionSelector","start":7,"end":20},
                {"type":"TextQuoteSelector","exact":"تعمل المحطة","prefix":"قال: ","suffix":" ليلا"}]}]},
            {"id":"Pg","uri":"https://example.org/2","text":"ملاحظة على الصفحة",
             "target":[{"source":"https://example.org/2"}]}]}"#;
        let imported = import(file, at(0)).unwrap();
        let [quote, page] = imported.bookmarks.as_slice() else { panic!("two were there") };
        assert_eq!(quote.id.as_str(), "https://hypothes.is/a/AbC");
        assert_eq!((quote.note.as_str(), quote.tags[0].as_str()), ("للتحقق", "طاقة"));
        assert_eq!(quote.words(), "تعمل المحطة");
        assert_eq!(quote.targets[0].position, Some(CharRange { start: 7, end: 20 }));
        assert_eq!(quote.source().unwrap().title.as_deref(), Some("محطة الشمس"));
        assert_eq!(quote.created.as_second(), 1_714_557_600);
        assert_eq!((&page.kind, page.note.as_str()), (&Kind::Report, "ملاحظة على الصفحة"));
    }

    #[test]
    fn any_web_annotation_is_read_and_named_by_its_content() {
        let file = r#"{"@context":"http://www.w3.org/ns/anno.jsonld","type":"Annotation",
            "body":{"type":"TextualBody","value":"note"},
            "target":{"source":"http://example.org/p","selector":{"type":"FragmentSelector",
              "value":"x","refinedBy":{"type":"TextQuoteSelector","exact":"words"}}}}"#;
        let once = import(file, at(0)).unwrap();
        assert_eq!(once.bookmarks[0].words(), "words");
        assert_eq!(once.bookmarks[0].note, "note");
        assert_eq!(import(file, at(5)).unwrap().bookmarks[0].id, once.bookmarks[0].id);
    }

    #[test]
    fn what_is_no_annotation_is_refused_in_a_sentence() {
        assert_eq!(import("{\n oops", at(0)), Err(ImportError::NotJson { line: 2 }));
        assert_eq!(import("[1, \"x\"]", at(0)), Err(ImportError::Nothing));
        assert_eq!(import("{\"a\":1}", at(0)), Err(ImportError::Nothing));
        let deep = format!("{}{}", "[".repeat(5000), "]".repeat(5000));
        assert!(import(&deep, at(0)).is_err());
    }
}
