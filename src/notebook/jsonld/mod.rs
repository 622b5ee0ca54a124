//! One line of the notebook: a W3C Web Annotation in JSON-LD, or the tombstone of one.
//!
//! This is the strict reader of our own lines, made for 100,000 of them at a start. What other
//! programs write is read by `import`. Keys with a colon are full IRIs by JSON-LD's rules, so one
//! short context is enough; `dcterms` is declared by the annotation context itself.

mod outline;
mod wire;

pub(super) use self::outline::{Outline, outline};
use self::wire::{
    AnnotationType, Body, DeleteType, KindName, Line, Noted, Place, Purpose, Resource, Selector,
    State, Tombstone, Version, Written,
};
use super::{
    Bookmark, CharRange, Correction, DamageReason, Entry, Finding, Id, Kind, Quoted, Source, Target,
};

/// The version of the lines that this program writes; it reads no higher one.
pub const SCHEMA: u32 = 1;
pub(super) const CONTEXT: &str = wire::CONTEXT;

/// An entry as one line of JSON, without its end of line.
pub(super) fn write_line(entry: &Entry) -> Result<String, serde_json::Error> {
    match entry {
        Entry::Keep(bookmark) => serde_json::to_string(&line_of(bookmark)),
        Entry::Delete(id) => serde_json::to_string(&Tombstone {
            context: wire::STREAMS.into(),
            of: DeleteType::Delete,
            object: id.as_str().to_owned(),
            schema: SCHEMA,
        }),
    }
}

/// A bookmark as a JSON value, for exports.
pub(super) fn to_value(bookmark: &Bookmark) -> Result<serde_json::Value, serde_json::Error> {
    serde_json::to_value(line_of(bookmark))
}

/// Reads one line (without its end) as this program writes them.
///
/// # Errors
/// What is wrong with it, where it is no line of this version.
pub(super) fn read_line(line: &[u8]) -> Result<Entry, DamageReason> {
    match serde_json::from_slice::<Line>(line) {
        Ok(read) if read.schema > SCHEMA => Err(DamageReason::Future(read.schema)),
        Ok(read) => bookmark_of(read).map(|kept| Entry::Keep(Box::new(kept))),
        Err(error) => read_tombstone(line).ok_or_else(|| reason(line, &error)),
    }
}

fn read_tombstone(line: &[u8]) -> Option<Entry> {
    let read = serde_json::from_slice::<Tombstone>(line).ok()?;
    (read.schema <= SCHEMA).then(|| Entry::Delete(Id::new(read.object)))
}

fn reason(line: &[u8], error: &serde_json::Error) -> DamageReason {
    match serde_json::from_slice::<Version>(line) {
        Ok(Version { schema: Some(schema) }) if schema > SCHEMA => DamageReason::Future(schema),
        _ if error.is_eof() => DamageReason::Cut,
        _ if error.is_syntax() => DamageReason::NotJson,
        _ => DamageReason::NotAnnotation,
    }
}

fn line_of(bookmark: &Bookmark) -> Line {
    let (kind, finding, correction) = kind_parts(&bookmark.kind);
    Line {
        context: CONTEXT.into(),
        id: bookmark.id.as_str().to_owned(),
        of: AnnotationType::Annotation,
        motivation: motivation(&bookmark.kind).into(),
        created: Noted(bookmark.created),
        modified: Noted(bookmark.modified),
        schema: SCHEMA,
        kind,
        dossier: bookmark.dossier.clone(),
        body: bodies(bookmark),
        target: bookmark.targets.iter().map(place_of).collect(),
        colour: bookmark.colour,
        finding,
        correction,
    }
}

fn kind_parts(kind: &Kind) -> (KindName, Option<Finding>, Option<Correction>) {
    match kind {
        Kind::Quotation => (KindName::Quotation, None, None),
        Kind::Sentence => (KindName::Sentence, None, None),
        Kind::Selection => (KindName::Selection, None, None),
        Kind::Report => (KindName::Report, None, None),
        Kind::Disagreement(finding) => (KindName::Disagreement, Some(finding.clone()), None),
        Kind::Correction(put) => (KindName::Correction, None, Some(put.clone())),
    }
}

/// The motivation of section 3.3.5 of the Web Annotation Data Model that fits a kind.
fn motivation(kind: &Kind) -> &'static str {
    match kind {
        Kind::Disagreement(_) | Kind::Correction(Correction::SetAside { .. }) => "assessing",
        Kind::Correction(Correction::Missed { .. }) => "linking",
        Kind::Correction(Correction::Set { .. }) => "editing",
        Kind::Report => "commenting",
        Kind::Quotation | Kind::Sentence | Kind::Selection => "bookmarking",
    }
}

fn bodies(bookmark: &Bookmark) -> Vec<Body> {
    let body = |purpose: Purpose, value: &str| Body {
        of: "TextualBody".into(),
        purpose,
        value: value.into(),
    };
    let spoken = match &bookmark.kind {
        Kind::Disagreement(finding) => Some(body(Purpose::Assessing, &finding.why)),
        Kind::Correction(Correction::Set { now, .. }) => Some(body(Purpose::Editing, now)),
        _ => None,
    };
    let note = (!bookmark.note.is_empty()).then(|| body(Purpose::Commenting, &bookmark.note));
    let tags = bookmark.tags.iter().map(|tag| body(Purpose::Tagging, tag));
    spoken.into_iter().chain(note).chain(tags).collect()
}

fn place_of(target: &Target) -> Place {
    Place {
        of: "SpecificResource".into(),
        source: resource_of(&target.source),
        state: target
            .source
            .accessed
            .map(|at| State { of: "TimeState".into(), source_date: Noted(at) }),
        selector: selectors(target),
        speaker: target.speaker.clone(),
        value: target.value.clone(),
        side: target.side,
    }
}

fn resource_of(source: &Source) -> Resource {
    Resource {
        id: Written(source.iri().into()),
        url: source.url.clone(),
        path: source.path.clone(),
        title: source.title.clone(),
        outlet: source.outlet.clone(),
        authors: source.authors.clone(),
        published: source.published.map(Noted),
        language: source.language.clone(),
        sha256: source.sha256.clone(),
    }
}

fn selectors(target: &Target) -> Vec<Selector> {
    let words = target.quoted.as_ref().map(|quoted| Selector {
        of: "TextQuoteSelector".into(),
        exact: Some(quoted.exact.clone()),
        prefix: Some(quoted.prefix.clone()),
        suffix: Some(quoted.suffix.clone()),
        ..Selector::default()
    });
    let place = target.position.map(|range| Selector {
        of: "TextPositionSelector".into(),
        start: Some(range.start),
        end: Some(range.end),
        ..Selector::default()
    });
    words.into_iter().chain(place).collect()
}

fn bookmark_of(line: Line) -> Result<Bookmark, DamageReason> {
    let kind = match (line.kind, line.finding, line.correction) {
        (KindName::Quotation, ..) => Kind::Quotation,
        (KindName::Sentence, ..) => Kind::Sentence,
        (KindName::Selection, ..) => Kind::Selection,
        (KindName::Report, ..) => Kind::Report,
        (KindName::Disagreement, Some(finding), _) => Kind::Disagreement(finding),
        (KindName::Correction, _, Some(correction)) => Kind::Correction(correction),
        _ => return Err(DamageReason::NotAnnotation),
    };
    if line.target.is_empty() {
        return Err(DamageReason::NotAnnotation);
    }
    let (note, tags) = note_and_tags(line.body);
    Ok(Bookmark {
        id: Id::new(line.id),
        kind,
        created: line.created.0,
        modified: line.modified.0,
        dossier: line.dossier,
        targets: line.target.into_iter().map(target_of).collect(),
        note,
        tags,
        colour: line.colour,
    })
}

fn note_and_tags(bodies: Vec<Body>) -> (String, Vec<String>) {
    let (mut note, mut tags) = (String::new(), Vec::new());
    for body in bodies {
        match body.purpose {
            Purpose::Commenting => note = body.value,
            Purpose::Tagging => tags.push(body.value),
            _ => {}
        }
    }
    (note, tags)
}

fn target_of(place: Place) -> Target {
    let Resource { url, path, title, outlet, authors, published, language, sha256, .. } =
        place.source;
    let accessed = place.state.map(|state| state.source_date.0);
    let published = published.map(|day| day.0);
    let (mut quoted, mut position) = (None, None);
    for selector in place.selector {
        match (selector.exact, selector.start, selector.end) {
            (Some(exact), ..) => {
                let prefix = selector.prefix.unwrap_or_default();
                quoted =
                    Some(Quoted { exact, prefix, suffix: selector.suffix.unwrap_or_default() });
            }
            (_, Some(start), Some(end)) => position = Some(CharRange { start, end }),
            _ => {}
        }
    }
    let source =
        Source { url, path, title, outlet, authors, published, accessed, language, sha256 };
    Target {
        source,
        quoted,
        position,
        speaker: place.speaker,
        value: place.value,
        side: place.side,
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::bookmark;
    use super::super::{Colour, Field, fixture};
    use super::*;
    use crate::compare::Verdict;

    fn there_and_back(kept: Bookmark) {
        let entry = Entry::Keep(Box::new(kept));
        let line = write_line(&entry).unwrap();
        assert!(!line.contains('\n'));
        assert_eq!(read_line(line.as_bytes()), Ok(entry));
    }

    #[test]
    fn every_kind_comes_back_as_it_was_written() {
        let mut kept = bookmark("urn:1", "الجسر «لن يغلق»\nقبل 😀 العيد");
        kept.note = "سطر\nثان".into();
        kept.tags = vec!["جسور".into(), "to check".into()];
        kept.colour = Some(Colour::Green);
        there_and_back(kept.clone());
        kept.kind = Kind::Disagreement(Finding {
            topic: "bridge.cost".into(),
            label: "كلفة الجسر".into(),
            verdict: Verdict::DifferentPrecision,
            why: "الأول يقول مليونين والثاني قرابة مليونين".into(),
        });
        kept.targets[0].side = Some(1);
        kept.targets[0].value = Some("مليونان".into());
        there_and_back(kept.clone());
        kept.kind = Kind::Correction(Correction::Set {
            field: Field::Date,
            was: None,
            now: "2024-03-08".into(),
        });
        kept.targets[0].quoted = None;
        kept.targets[0].position = None;
        there_and_back(kept);
        let gone = Entry::Delete(Id::new("urn:1"));
        assert_eq!(read_line(write_line(&gone).unwrap().as_bytes()), Ok(gone));
    }

    #[test]
    fn a_line_is_a_web_annotation_by_its_keys() {
        let value = serde_json::to_value(line_of(&bookmark("urn:1", "كلام"))).unwrap();
        assert_eq!(value["@context"], wire::CONTEXT);
        assert_eq!(value["type"], "Annotation");
        assert_eq!(value["motivation"], "bookmarking");
        let target = &value["target"][0];
        assert_eq!(target["type"], "SpecificResource");
        assert_eq!(target["source"]["id"], "https://example.org/bridge");
        assert_eq!(target["selector"][0]["type"], "TextQuoteSelector");
        assert_eq!(target["selector"][0]["exact"], "كلام");
        assert_eq!(target["selector"][1]["type"], "TextPositionSelector");
        assert_eq!(target["selector"][1]["end"], 124);
        assert_eq!(target["state"]["sourceDate"], fixture::at(0).to_string());
    }

    #[test]
    fn damage_is_told_apart() {
        let whole = write_line(&Entry::Keep(Box::new(bookmark("urn:1", "كلام")))).unwrap();
        let cut = whole.as_bytes().get(..whole.len() - 20).unwrap();
        assert_eq!(read_line(cut), Err(DamageReason::Cut));
        assert_eq!(read_line(b"\x00\xff garbage"), Err(DamageReason::NotJson));
        assert_eq!(read_line(b"{\"a\":1}"), Err(DamageReason::NotAnnotation));
        let later = whole.replace("\"tabayun:schema\":1", "\"tabayun:schema\":7");
        assert_eq!(read_line(later.as_bytes()), Err(DamageReason::Future(7)));
        let other = br#"{"tabayun:schema":9,"type":"Poem"}"#;
        assert_eq!(read_line(other), Err(DamageReason::Future(9)));
    }
}
