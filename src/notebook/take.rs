//! Bookmarks out of what is on the screen: a quotation, a sentence, a selection, a disagreement.
//!
//! A place is kept three times over, so that `anchor` can find it when the text has changed: by
//! its words, by what stands around them, and by its position in characters.

use jiff::Timestamp;
use sha2::{Digest, Sha256};

use super::correction::set_aside as set_aside_by;
use super::reports::from_root;
use super::{Bookmark, CharRange, Correction, Field, Finding, Id, Kind, Quoted, Source, Target};
use crate::article::{Article, Language};
use crate::compare::{Claim, Disagreement};
use crate::facts::{Fact, Layer, Quote, Reading};
use crate::text::{Span, Text};

/// How many characters before and after are kept: twice what other annotation programs keep,
/// because a news report opens many sentences alike.
const AROUND: usize = 64;

/// Words before a verb of saying that are kept with it: a conjunction, an office, a name.
const HEAD: usize = 5;

/// When something is kept, and in which dossier.
#[derive(Clone, Copy, Debug)]
pub struct Moment<'a> {
    /// The date of keeping and of access.
    pub now: Timestamp,
    /// The event's name; `None` where nobody names it.
    pub dossier: Option<&'a str>,
}

/// The reports that are open, each with its reading at the same place.
#[derive(Clone, Copy, Debug)]
pub struct Open<'a> {
    /// In the order of their ids.
    pub articles: &'a [Article],
    /// `readings[i]` belongs to `articles[i]`; fewer while reports are still being read.
    pub readings: &'a [Reading],
}

/// A quotation with its speaker.
pub fn quotation(article: &Article, quote: &Quote, moment: Moment<'_>) -> Option<Bookmark> {
    let mut target = place(article, quote.span, moment.now)?;
    target.speaker = quote.speaker.as_ref().map(|voice| voice.name.clone());
    Some(bookmark(Kind::Quotation, vec![target], moment))
}

/// A sentence, with the speaker where all of it is somebody's words.
pub fn sentence(
    article: &Article,
    reading: &Reading,
    span: Span,
    moment: Moment<'_>,
) -> Option<Bookmark> {
    some_words(Kind::Sentence, article, reading, span, moment)
}

/// What somebody said in other words, with who said it: the reported words and the verb before
/// them; the whole sentence where nothing else is in it.
pub fn reported(
    article: &Article,
    quote: &Quote,
    sentence: Span,
    moment: Moment<'_>,
) -> Option<Bookmark> {
    let cue = quote.cue.filter(|cue| sentence.covers(*cue));
    let said = cue.map_or(quote.span, |cue| cue.union(quote.span));
    let left = |from: u32, to: u32| {
        let between = (from < to).then_some(Span { start: from, end: to });
        let words = between.and_then(|span| article.text.slice(span)).unwrap_or_default();
        words
            .split(|letter: char| !letter.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .count()
    };
    // A conjunction or the name of the speaker before the verb belongs to what is said.
    let alone = left(sentence.start, said.start) <= HEAD && left(said.end, sentence.end) == 0;
    let span = if alone { sentence.union(said) } else { said };
    let mut target = place(article, span, moment.now)?;
    target.speaker = quote.speaker.as_ref().map(|voice| voice.name.clone());
    Some(bookmark(Kind::Quotation, vec![target], moment))
}

/// Any words, with the speaker where all of them are somebody's.
pub fn selection(
    article: &Article,
    reading: &Reading,
    span: Span,
    moment: Moment<'_>,
) -> Option<Bookmark> {
    some_words(Kind::Selection, article, reading, span, moment)
}

/// A whole report, for a note on it.
pub fn report(article: &Article, moment: Moment<'_>) -> Bookmark {
    bookmark(Kind::Report, vec![whole(article, moment.now)], moment)
}

/// Both sides of a disagreement with the verdict; `why` and `display` as they are shown.
pub fn disagreement(
    open: Open<'_>,
    disagreement: &Disagreement,
    why: &str,
    display: impl Fn(Claim, &Fact) -> String,
    moment: Moment<'_>,
) -> Option<Bookmark> {
    let finding = Finding {
        topic: disagreement.topic.clone(),
        label: disagreement.label.clone(),
        verdict: disagreement.verdict,
        why: why.to_owned(),
    };
    let targets = sides(open, disagreement, display, moment.now);
    (!targets.is_empty()).then(|| bookmark(Kind::Disagreement(finding), targets, moment))
}

/// "Not a conflict": the disagreement set aside.
pub fn set_aside(
    open: Open<'_>,
    disagreement: &Disagreement,
    moment: Moment<'_>,
) -> Option<Bookmark> {
    let correction = Correction::SetAside {
        topic: disagreement.topic.clone(),
        label: disagreement.label.clone(),
    };
    let targets = sides(open, disagreement, |claim, _| surface(open, claim), moment.now);
    (!targets.is_empty()).then(|| bookmark(Kind::Correction(correction), targets, moment))
}

/// The correction by which the reader set this disagreement aside, if they did.
pub fn aside<'b>(
    corrections: impl IntoIterator<Item = &'b Bookmark>,
    open: Open<'_>,
    disagreement: &Disagreement,
) -> Option<&'b Bookmark> {
    let words = disagreement.members().filter_map(|claim| {
        let article = open.articles.get(claim.article.0 as usize)?;
        article.text.slice(fact_of(open, claim)?.sentence)
    });
    let sentences: Vec<&str> = words.collect();
    set_aside_by(corrections, &disagreement.topic, &sentences)
}

/// Facts that disagree and were not raised.
pub fn missed(
    open: Open<'_>,
    claims: &[Claim],
    (topic, label): (Option<String>, Option<String>),
    moment: Moment<'_>,
) -> Option<Bookmark> {
    let targets: Vec<Target> = (0..)
        .zip(claims)
        .filter_map(|(side, &claim)| {
            let target = claimed(open, claim, moment.now, |claim, _| surface(open, claim))?;
            Some(Target { side: Some(side), ..target })
        })
        .collect();
    let kind = Kind::Correction(Correction::Missed { topic, label });
    (targets.len() > 1).then(|| bookmark(kind, targets, moment))
}

/// Outlet or date of a report, set by hand.
pub fn set_report(
    article: &Article,
    field: Field,
    was: Option<String>,
    now: String,
    moment: Moment<'_>,
) -> Bookmark {
    let kind = Kind::Correction(Correction::Set { field, was, now });
    bookmark(kind, vec![whole(article, moment.now)], moment)
}

/// Value or topic of a fact, put right.
pub fn set_fact(
    open: Open<'_>,
    claim: Claim,
    field: Field,
    (was, now): (Option<String>, String),
    moment: Moment<'_>,
) -> Option<Bookmark> {
    let article = open.articles.get(claim.article.0 as usize)?;
    let fact = fact_of(open, claim)?;
    let target = place(article, fact.span, moment.now)?;
    let kind = Kind::Correction(Correction::Set { field, was, now });
    Some(bookmark(kind, vec![target], moment))
}

/// A report as bookmarks name it; `now` is the date of access.
pub fn source(article: &Article, now: Timestamp) -> Source {
    Source {
        url: article.url.clone(),
        // From the root: the record must find the file wherever the program is started.
        path: article.path.as_ref().map(|path| from_root(&path.to_string_lossy()).into_owned()),
        title: article.title.as_ref().map(|title| title.value.clone()),
        outlet: article.outlet.as_ref().map(|outlet| outlet.value.clone()),
        authors: article.authors.clone(),
        published: article.published.as_ref().map(|date| date.value),
        accessed: Some(now),
        language: language(article.language).map(str::to_owned),
        sha256: Some(sha256(article.text.as_str())),
    }
}

/// SHA-256 of a text in UTF-8, in hexadecimal.
pub fn sha256(text: &str) -> String {
    use std::fmt::Write;
    Sha256::digest(text.as_bytes()).iter().fold(String::with_capacity(64), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

fn language(language: Language) -> Option<&'static str> {
    match language {
        Language::Arabic => Some("ar"),
        Language::Persian => Some("fa"),
        Language::Urdu => Some("ur"),
        Language::Hebrew => Some("he"),
        Language::English => Some("en"),
        Language::Other => None,
    }
}

fn bookmark(kind: Kind, targets: Vec<Target>, moment: Moment<'_>) -> Bookmark {
    Bookmark {
        id: Id::fresh(),
        kind,
        created: moment.now,
        modified: moment.now,
        dossier: moment.dossier.map(str::to_owned),
        targets,
        note: String::new(),
        tags: Vec::new(),
        colour: None,
    }
}

fn some_words(
    kind: Kind,
    article: &Article,
    reading: &Reading,
    span: Span,
    moment: Moment<'_>,
) -> Option<Bookmark> {
    let mut target = place(article, span, moment.now)?;
    let quote = reading.quotes.iter().find(|quote| quote.span.covers(span));
    target.speaker = quote.and_then(|quote| Some(quote.speaker.as_ref()?.name.clone()));
    Some(bookmark(kind, vec![target], moment))
}

fn whole(article: &Article, now: Timestamp) -> Target {
    Target { source: source(article, now), ..Target::default() }
}

/// One target a claim, in order of position.
fn sides(
    open: Open<'_>,
    disagreement: &Disagreement,
    display: impl Fn(Claim, &Fact) -> String,
    now: Timestamp,
) -> Vec<Target> {
    let claims = (0..)
        .zip(&disagreement.positions)
        .flat_map(|(side, position)| position.claims.iter().map(move |&claim| (side, claim)));
    claims
        .filter_map(|(side, claim)| {
            Some(Target { side: Some(side), ..claimed(open, claim, now, &display)? })
        })
        .collect()
}

/// The sentence of a claim, with who vouches for it and its value.
fn claimed(
    open: Open<'_>,
    claim: Claim,
    now: Timestamp,
    display: impl Fn(Claim, &Fact) -> String,
) -> Option<Target> {
    let article = open.articles.get(claim.article.0 as usize)?;
    let fact = fact_of(open, claim)?;
    let speaker = match &fact.layer {
        Layer::Speaker(voice) | Layer::Outlet(voice) => Some(voice.name.clone()),
        Layer::Report | Layer::Unnamed => None,
    };
    let value = Some(display(claim, fact)).filter(|value| !value.is_empty());
    Some(Target { speaker, value, ..place(article, fact.sentence, now)? })
}

fn fact_of(open: Open<'_>, claim: Claim) -> Option<&Fact> {
    open.readings.get(claim.article.0 as usize)?.facts.get(claim.fact.0 as usize)
}

/// The words that state a fact.
fn surface(open: Open<'_>, claim: Claim) -> String {
    let article = open.articles.get(claim.article.0 as usize);
    let words = article.and_then(|article| article.text.slice(fact_of(open, claim)?.span));
    words.unwrap_or_default().to_owned()
}

fn place(article: &Article, span: Span, now: Timestamp) -> Option<Target> {
    let exact = article.text.slice(span).filter(|words| !words.is_empty())?.to_owned();
    let (before, after) = around(&article.text, span)?;
    let start = article.text.slice(Span::new(0, span.start as usize))?.chars().count() as u32;
    let end = start + exact.chars().count() as u32;
    Some(Target {
        source: source(article, now),
        quoted: Some(Quoted { exact, prefix: before.to_owned(), suffix: after.to_owned() }),
        position: Some(CharRange { start, end }),
        ..Target::default()
    })
}

fn around(text: &Text, span: Span) -> Option<(&str, &str)> {
    let before = text.slice(Span::new(0, span.start as usize))?;
    let after = text.slice(Span::new(span.end as usize, text.len()))?;
    let first = before.char_indices().rev().nth(AROUND - 1).map_or(0, |(at, _)| at);
    let last = after.char_indices().nth(AROUND).map_or(after.len(), |(at, _)| at);
    Some((before.get(first..)?, after.get(..last)?))
}

#[cfg(test)]
mod tests;
