//! A comparison as one JSON document: `tabayun compare --format json`.
//!
//! Begin with [`document`]. The form is schema 1; offsets are bytes of the article's text, as
//! `offsets_in` of each article says.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Value as Json, json};

use super::Head;
use super::record::{FactRecord, QuoteRecord};
use crate::article::{Article, ArticleId, OffsetsIn};
use crate::compare::{
    Agreement, Claim, Comparison, Disagreement, Dossier, LeftOut, Passage, Wording,
};
use crate::facts::{Fact, Topic};

/// The whole document.
#[derive(Serialize)]
struct Document<'a> {
    schema: u32,
    articles: Vec<Json>,
    facts: Vec<FactRecord<'a>>,
    quotes: Vec<QuoteRecord<'a>>,
    disagreements: Vec<Json>,
    agreements: Vec<Json>,
    single_source: Vec<u32>,
    left_out: Vec<Json>,
    wordings: Vec<Json>,
    corrections: Vec<&'a Json>,
    copies: Vec<Vec<u32>>,
    events: Vec<Vec<u32>>,
}

/// The whole document, on several lines.
pub fn document(dossier: &Dossier, comparison: &Comparison, head: Head) -> String {
    let ids = Ids::new(dossier);
    let disagreements = comparison.disagreements.iter();
    let document = Document {
        schema: 1,
        articles: dossier.articles.iter().map(article).collect(),
        facts: facts(dossier, &ids, &topics(comparison)),
        quotes: quotes(dossier),
        disagreements: disagreements.map(|one| disagreement(dossier, &ids, one)).collect(),
        agreements: comparison.agreements.iter().map(|a| agreement(dossier, &ids, a)).collect(),
        single_source: numbers(&ids, &comparison.single_source),
        left_out: comparison.left_out.iter().map(|one| left_out(dossier, &ids, one)).collect(),
        wordings: comparison.wordings.iter().map(wording).collect(),
        corrections: head.corrections.iter().map(|one| &one.record).collect(),
        copies: groups(&comparison.copies),
        events: groups(&comparison.events),
    };
    let mut text = serde_json::to_string_pretty(&document).unwrap_or_default();
    text.push('\n');
    text
}

/// The number of each fact in the document: counted through all articles.
struct Ids {
    first: BTreeMap<ArticleId, u32>,
}

impl Ids {
    fn new(dossier: &Dossier) -> Self {
        let mut next = 0;
        let mut first = BTreeMap::new();
        for (article, reading) in dossier.articles.iter().zip(dossier.readings) {
            first.insert(article.id, next);
            next += reading.facts.len() as u32;
        }
        Self { first }
    }

    fn of(&self, claim: Claim) -> u32 {
        self.first.get(&claim.article).copied().unwrap_or_default() + claim.fact.0
    }
}

/// The topic under which a claim was compared.
fn topics(comparison: &Comparison) -> BTreeMap<Claim, &str> {
    let subjects = comparison.subjects.iter();
    subjects
        .flat_map(|subject| subject.claims.iter().map(|claim| (*claim, subject.topic.as_str())))
        .collect()
}

/// The topic of a claim that took no part in the comparison, with all that narrows it.
fn narrowed(topic: &Topic) -> String {
    topic.scope.iter().fold(topic.key.to_string(), |name, (facet, value)| {
        format!("{name} {}={value}", format!("{facet:?}").to_lowercase())
    })
}

fn article(article: &Article) -> Json {
    let offsets = match article.offsets_in {
        OffsetsIn::File => "file",
        OffsetsIn::Text => "text",
    };
    json!({
        "id": article.id.0,
        "path": article.path,
        "record": article.record.as_ref().and_then(|record| record.id.as_ref()),
        "line": article.record.as_ref().and_then(|record| record.line),
        "title": article.title.as_ref().map(|known| &known.value),
        "outlet": article.outlet.as_ref().map(|known| &known.value),
        "published": article.published.as_ref().map(|known| known.value.to_string()),
        "language": article.language.tag(),
        "offsets_in": offsets,
    })
}

fn facts<'a>(
    dossier: &Dossier<'a>,
    ids: &Ids,
    topics: &BTreeMap<Claim, &'a str>,
) -> Vec<FactRecord<'a>> {
    claims(dossier)
        .map(|(article, fact, claim)| {
            let mut record = FactRecord::new(article, fact);
            (record.id, record.article) = (Some(ids.of(claim)), Some(article.id.0));
            if let Some(topic) = topics.get(&claim) {
                record.topic = Cow::Borrowed(topic);
            } else if !fact.topic.scope.is_empty() {
                record.topic = Cow::Owned(narrowed(&fact.topic));
            }
            record.display = Some(dossier.display(claim));
            record
        })
        .collect()
}

fn claims<'a>(dossier: &Dossier<'a>) -> impl Iterator<Item = (&'a Article, &'a Fact, Claim)> {
    dossier.articles.iter().zip(dossier.readings).flat_map(|(article, reading)| {
        reading.facts.iter().enumerate().map(move |(index, fact)| {
            let claim = Claim { article: article.id, fact: crate::facts::FactId(index as u32) };
            (article, fact, claim)
        })
    })
}

fn quotes<'a>(dossier: &Dossier<'a>) -> Vec<QuoteRecord<'a>> {
    let pairs = dossier.articles.iter().zip(dossier.readings);
    pairs
        .flat_map(|(article, reading)| reading.quotes.iter().map(move |quote| (article, quote)))
        .map(|(article, quote)| {
            let mut record = QuoteRecord::new(article, quote);
            record.article = Some(article.id.0);
            record
        })
        .collect()
}

fn disagreement(dossier: &Dossier, ids: &Ids, disagreement: &Disagreement) -> Json {
    let positions: Vec<_> = disagreement
        .positions
        .iter()
        .map(|position| {
            let display = position.claims.first().map(|claim| dossier.display(*claim));
            json!({ "display": display, "facts": numbers(ids, &position.claims) })
        })
        .collect();
    let members: Vec<_> = disagreement.members().map(|claim| ids.of(claim)).collect();
    json!({
        "topic": disagreement.topic,
        "label": dossier.topic(&disagreement.topic, &disagreement.label),
        "verdict": disagreement.verdict,
        "severity": disagreement.severity,
        "members": members,
        "positions": positions,
        "reason": { "rule": disagreement.reason.rule },
        "why": dossier.why(&disagreement.reason),
    })
}

fn numbers(ids: &Ids, claims: &[Claim]) -> Vec<u32> {
    claims.iter().map(|claim| ids.of(*claim)).collect()
}

fn agreement(dossier: &Dossier, ids: &Ids, agreement: &Agreement) -> Json {
    json!({
        "topic": agreement.topic,
        "label": dossier.topic(&agreement.topic, &agreement.label),
        "members": numbers(ids, &agreement.claims),
        "sources": agreement.sources,
    })
}

fn left_out(dossier: &Dossier, ids: &Ids, left: &LeftOut) -> Json {
    json!({
        "article": left.article.0,
        "topic": left.topic,
        "label": dossier.topic(&left.topic, &left.label),
        "members": numbers(ids, &left.claims),
    })
}

fn wording(wording: &Wording) -> Json {
    let place = |passage: Passage| json!({ "article": passage.article.0, "start": passage.span.start, "end": passage.span.end });
    let span = |span: crate::text::Span| json!([span.start, span.end]);
    let changes = wording
        .changes
        .iter()
        .map(|change| json!({ "before": span(change.before), "after": span(change.after) }));
    json!({ "one": place(wording.one), "other": place(wording.other), "changes": changes.collect::<Vec<_>>() })
}

fn groups(groups: &[Vec<ArticleId>]) -> Vec<Vec<u32>> {
    groups.iter().map(|group| group.iter().map(|id| id.0).collect()).collect()
}
