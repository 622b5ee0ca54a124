//! What the reader's corrections do to the reports that are open: facts with another value or
//! topic, disagreements that were missed.
//!
//! Begin with [`compared`], the whole way from what was read to what is shown; [`Revision::of`] finds
//! the corrected words again in the reports. Outlet and
//! date belong to a report and not to its words: [`outlet`] and [`published`] give them. A correction whose words
//! are gone changes nothing and stays in the notebook.

use jiff::civil::Date;

use super::anchor::Finder;
use super::{Bookmark, Correction, Field, Kind, Target, reports};
use crate::article::{Article, ArticleId, Encoding, Known, Origin, from_text};
use crate::compare::{
    self, Argument, Claim, Comparison, Disagreement, Folder, Position, Reason, Verdict,
};
use crate::facts::topic::label;
use crate::facts::{Certainty, Fact, FactId, Kind as FactKind, Reading, Topic, Value, extract};
use crate::text::{InOrder, Span, Text, fold};

/// The rules that facts of the reader's own name, instead of the one that read them.
pub const VALUE_RULE: &str = "reader.value";
/// The same where the reader gave the fact another topic.
pub const TOPIC_RULE: &str = "reader.topic";

/// How heavy a disagreement is that the reader marked: before all that were found.
const SEVERITY: u8 = 100;

/// Corrections of facts, at their places in the open reports.
#[derive(Clone, Debug, Default)]
pub struct Revision<'b> {
    set: Vec<(ArticleId, Span, Field, &'b str)>,
    missed: Vec<Missed<'b>>,
}

/// Facts that disagree and were not raised.
#[derive(Clone, Debug)]
struct Missed<'b> {
    topic: Option<&'b str>,
    label: Option<&'b str>,
    /// The words of each, or their sentence where the words are not in it any more.
    sides: Vec<(ArticleId, Span)>,
}

/// Whether a correction concerns the claims, so that they must be compared anew with it.
pub fn is_of_facts(bookmark: &Bookmark) -> bool {
    matches!(
        bookmark.kind,
        Kind::Correction(
            Correction::Missed { .. } | Correction::Set { field: Field::Value | Field::Topic, .. }
        )
    )
}

/// Whether one of these corrections is of one of these reports.
pub fn concerns(corrections: &[Bookmark], articles: &[Article]) -> bool {
    let targets = corrections.iter().flat_map(|correction| &correction.targets);
    targets
        .into_iter()
        .any(|target| articles.iter().any(|article| reports::lies_in(&target.source, article)))
}

/// The outlet of a report as the reader set it.
pub fn outlet<'b>(
    corrections: impl Iterator<Item = &'b Bookmark>,
    article: &Article,
) -> Option<Known<String>> {
    let name = told_of(corrections, article, Field::Outlet)?;
    Some(Known::new(name.to_owned(), Origin::Reader))
}

/// The date of a report as the reader set it.
pub fn published<'b>(
    corrections: impl Iterator<Item = &'b Bookmark>,
    article: &Article,
) -> Option<Known<Date>> {
    let day = told_of(corrections, article, Field::Date)?;
    Some(Known::new(day.parse().ok()?, Origin::Reader))
}

/// What the reader set for a field of a report as a whole; the last word holds.
fn told_of<'b>(
    corrections: impl Iterator<Item = &'b Bookmark>,
    article: &Article,
    wanted: Field,
) -> Option<&'b str> {
    let set = corrections.filter_map(|bookmark| match &bookmark.kind {
        Kind::Correction(Correction::Set { field, now, .. }) if *field == wanted => {
            let target = bookmark.first()?;
            reports::lies_in(&target.source, article).then_some((bookmark.modified, now.as_str()))
        }
        _ => None,
    });
    set.max_by_key(|(at, _)| *at).map(|(_, now)| now)
}

/// What the reports say of each other, once what one denies has met whoever tells it, and with the
/// reader's corrections in effect. `readings[i]` belongs to `articles[i]`, as it was extracted.
pub fn compared(
    articles: &[Article],
    readings: &mut [Reading],
    corrections: &[Bookmark],
) -> Comparison {
    compared_in(Folder::read(articles), articles, readings, corrections)
}

/// The same, for reports that are laid out already.
pub fn compared_in(
    folder: Folder,
    articles: &[Article],
    readings: &mut [Reading],
    corrections: &[Bookmark],
) -> Comparison {
    compare::meet(&folder, articles, readings);
    let revision = Revision::of(corrections, articles);
    revision.revise(articles, readings);
    let mut comparison = compare::compare_in(folder, articles, readings);
    revision.complete(readings, &mut comparison);
    comparison
}

impl<'b> Revision<'b> {
    /// Finds the words that were corrected in these reports.
    pub fn of(corrections: &'b [Bookmark], articles: &[Article]) -> Self {
        let mut revision = Self::default();
        let places = |target: &Target| -> Vec<(ArticleId, Span)> {
            let concerned =
                articles.iter().filter(|article| reports::lies_in(&target.source, article));
            let place = |article: &Article| {
                let finder = Finder::new(article.text.as_str(), None);
                Some((article.id, finder.find(target).span()?))
            };
            concerned.filter_map(place).collect()
        };
        for bookmark in corrections {
            match &bookmark.kind {
                Kind::Correction(Correction::Set { field, now, .. }) => {
                    let found = bookmark.first().map(&places).unwrap_or_default();
                    revision.set.extend(found.into_iter().map(|(id, at)| (id, at, *field, &**now)));
                }
                Kind::Correction(Correction::Missed { topic, label }) => {
                    let side = |target: &Target| {
                        let (id, sentence) = places(target).into_iter().next()?;
                        let article = articles.iter().find(|article| article.id == id)?;
                        Some((id, words_in(article, sentence, target).unwrap_or(sentence)))
                    };
                    let sides = bookmark.targets.iter().filter_map(side).collect();
                    let (topic, label) = (topic.as_deref(), label.as_deref());
                    revision.missed.push(Missed { topic, label, sides });
                }
                _ => {}
            }
        }
        revision
    }

    /// Puts values and topics right in what was read of the reports; `readings[i]` belongs to
    /// `articles[i]`.
    pub fn revise(&self, articles: &[Article], readings: &mut [Reading]) {
        let known = self.topics(readings);
        for (article, reading) in articles.iter().zip(readings) {
            self.apply(article, &known, reading);
        }
    }

    fn apply(&self, article: &Article, known: &[Topic], reading: &mut Reading) {
        for (id, span, field, now) in &self.set {
            if *id != article.id {
                continue;
            }
            let Some(at) = fact_at(reading, *span) else { continue };
            let Some(fact) = reading.facts.get_mut(at) else { continue };
            match field {
                Field::Value => set_value(article, fact, now),
                Field::Topic => set_topic(known, fact, now),
                Field::Outlet | Field::Date => {}
            }
        }
    }

    /// The topics under which a corrected fact may be put: those of all claims.
    fn topics(&self, readings: &[Reading]) -> Vec<Topic> {
        if !self.set.iter().any(|(_, _, field, _)| *field == Field::Topic) {
            return Vec::new();
        }
        let all = readings.iter().flat_map(|reading| &reading.facts);
        all.map(|fact| &fact.topic).filter(|topic| !topic.key.is_empty()).cloned().collect()
    }

    /// Adds the disagreements that were missed to those that were found.
    pub fn complete(&self, readings: &[Reading], comparison: &mut Comparison) {
        for missed in &self.missed {
            let claims: Vec<Claim> =
                missed.sides.iter().filter_map(|&side| claim_at(readings, side)).collect();
            // Two that hold one value of a contradiction do not stand against each other in it.
            let side = |one: &Disagreement, claim: Claim| {
                one.positions.iter().position(|position| position.claims.contains(&claim))
            };
            let known = |one: &Disagreement| {
                let mut sides: Vec<_> = claims.iter().map(|claim| side(one, *claim)).collect();
                sides.sort_unstable();
                let apart =
                    sides.first() != Some(&None) && sides.windows(2).all(|two| two[0] != two[1]);
                one.verdict == Verdict::Contradiction && apart
            };
            if claims.len() < 2 || comparison.disagreements.iter().any(known) {
                continue;
            }
            comparison.single_source.retain(|claim| !claims.contains(claim));
            comparison.disagreements.push(disagreement(
                readings,
                (missed.topic, missed.label),
                &claims,
            ));
        }
        comparison
            .disagreements
            .put_in_order(|a, b| b.severity.cmp(&a.severity).then_with(|| a.topic.cmp(&b.topic)));
    }
}

fn disagreement(
    readings: &[Reading],
    (topic, label): (Option<&str>, Option<&str>),
    claims: &[Claim],
) -> Disagreement {
    let told = |claim: &Claim| {
        let facts = &readings.get(claim.article.0 as usize)?.facts;
        facts.get(claim.fact.0 as usize).map(|fact| &fact.topic)
    };
    let named: Vec<&Topic> =
        claims.iter().filter_map(told).filter(|topic| !topic.key.is_empty()).collect();
    // Facts about two things have no topic in common: both are named.
    let one = named.windows(2).all(|two| two[0].key == two[1].key);
    let key = topic.map(str::to_owned).or_else(|| named.first().map(|topic| topic.key.to_string()));
    let told = named.iter().map(|topic| topic.label.as_str());
    let mut labels: Vec<&str> = label.into_iter().chain(told).collect();
    labels.dedup();
    Disagreement {
        topic: key.filter(|_| one).unwrap_or_else(|| "reader".to_owned()),
        label: labels.join(" / "),
        verdict: Verdict::Contradiction,
        severity: SEVERITY,
        positions: claims.iter().map(|&claim| Position { claims: vec![claim] }).collect(),
        reason: Reason {
            rule: "reader_missed",
            arguments: claims.iter().map(|&claim| ("side", Argument::Claim(claim))).collect(),
        },
    }
}

/// The fact that these words state: the one with exactly these, else the one with most of them.
fn fact_at(reading: &Reading, span: Span) -> Option<usize> {
    let shared =
        |fact: &Fact| fact.span.end.min(span.end).saturating_sub(fact.span.start.max(span.start));
    let over = reading.facts.iter().enumerate().filter(|(_, fact)| fact.span.overlaps(span));
    over.max_by_key(|(at, fact)| (fact.span == span, shared(fact), std::cmp::Reverse(*at)))
        .map(|(at, _)| at)
}

/// Where the words of a claim stand in its sentence.
fn words_in(article: &Article, sentence: Span, target: &Target) -> Option<Span> {
    let words = target.value.as_deref().filter(|words| !words.is_empty())?;
    let at = sentence.start as usize + article.text.slice(sentence)?.find(words)?;
    Some(Span::new(at, at + words.len()))
}

fn claim_at(readings: &[Reading], (article, span): (ArticleId, Span)) -> Option<Claim> {
    let at = fact_at(readings.get(article.0 as usize)?, span)?;
    Some(Claim { article, fact: FactId(at as u32) })
}

fn set_value(article: &Article, fact: &mut Fact, now: &str) {
    match understood(article, fact, now) {
        Some((kind, value)) => (fact.kind, fact.value) = (kind, value),
        None => fact.value = Value::Words(now.to_owned()),
    }
    fact.rule = VALUE_RULE;
    fact.certainty = Certainty::High;
}

fn set_topic(known: &[Topic], fact: &mut Fact, now: &str) {
    let wanted = fold(now);
    let named = known.iter().find(|topic| is_called(topic, &wanted));
    fact.topic = match named {
        Some(topic) => topic.clone(),
        None => Topic {
            key: format!("reader:{wanted}").into(),
            label: now.to_owned(),
            scope: Vec::new(),
        },
    };
    fact.rule = TOPIC_RULE;
    fact.certainty = Certainty::High;
}

/// Whether a topic has this name, by the words of a report or by its frame in either language.
pub fn is_called(topic: &Topic, folded: &str) -> bool {
    let bare = topic.key.split(' ').next().unwrap_or_default();
    let (ar, en) = label(bare).unwrap_or_default();
    [topic.label.as_str(), ar, en].into_iter().any(|name| fold(name) == folded)
}

/// What a fact's sentence would claim if it had these words in the place of the fact's own: so a
/// bare figure takes its unit from what stands around it.
pub fn understood(article: &Article, fact: &Fact, words: &str) -> Option<(FactKind, Value)> {
    let sentence = article.text.slice(fact.sentence)?;
    let before = article.text.slice(Span { start: fact.sentence.start, end: fact.span.start })?;
    let after = sentence.get(before.len() + fact.span.len()..)?;
    let put = |after: &str| {
        let text = format!("{before}{words}{after}");
        let place = Span::new(before.len(), before.len() + words.len());
        let mut changed = from_text(article.id, Text::new(text), Encoding::UTF_8);
        changed.published.clone_from(&article.published);
        let facts = extract(&changed).facts.into_iter();
        let read = |it: &Fact| match it.kind {
            FactKind::Unread => false,
            kind if kind == fact.kind => it.span.overlaps(place),
            _ => place.covers(it.span),
        };
        let best = facts.filter(read).max_by_key(|it| (it.kind == fact.kind, it.span.len()));
        best.map(|it| (it.kind, it.value))
    };
    let bare = put(after)?;
    if bare.0 == fact.kind || !matches!(bare.0, FactKind::Number | FactKind::Count) {
        return Some(bare);
    }
    // A figure without its unit has it from the words it replaces.
    let own = article.text.slice(fact.span)?;
    let unit = own.trim_start_matches(|c: char| !c.is_whitespace());
    put(&format!("{unit}{after}")).filter(|(kind, _)| *kind == fact.kind).or(Some(bare))
}

#[cfg(test)]
mod tests;
