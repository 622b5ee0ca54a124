//! Where the reports disagree: claims that speak of the same thing, and what they say.
//!
//! Begin with [`Comparison`]. [`compare`] sees every article and its reading; it words nothing:
//! a [`Reason`] is worded by `locale` and printed by `report` and `ui` alike.

mod align;
mod bearing;
mod briefs;
mod copies;
mod dayparts;
mod days;
mod denied;
mod due;
mod events;
pub mod folded;
mod foremost;
mod gather;
mod holders;
mod identical;
mod interval;
mod joined;
mod kindred;
mod likeness;
mod mirrored;
mod moment;
mod named;
mod names;
mod narrowed;
mod near;
mod offices;
mod once;
mod owners;
pub mod parallel;
mod quoted;
mod reason;
mod rosters;
mod severity;
mod sided;
mod silence;
mod sisters;
mod spelling;
mod sums;
mod swapped;
mod tension;
mod unit;
mod value;
mod verdict;
mod weekday;
mod wording;
mod words;

#[cfg(test)]
mod tests;
#[cfg(test)]
mod told_tests;

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use crate::article::{Article, ArticleId};
use crate::facts::{Facet, FactId, Kind, Reading, Value, topic};
use crate::text::lasting::{self, Lasting};
use crate::text::{InOrder, Span};

pub use denied::meet;
pub use reason::Dossier;

use names::Names;
use words::Words;

/// A fact of one article of the dossier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Claim {
    /// The article whose text the fact's spans refer to.
    pub article: ArticleId,
    /// Its place in the reading of that article.
    pub fact: FactId,
}

/// What the claims of one topic say of each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// They cannot all be true of the same thing.
    Contradiction,
    /// They differ as the times of the reports do: each may have been true when it was written.
    UpdateOverTime,
    /// One is a rounder or wider form of the other.
    DifferentPrecision,
    /// One name in two spellings.
    VariantSpelling,
    /// They differ, and all of them can be true.
    Compatible,
}

/// Claims that hold one value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Position {
    /// In order of article, then of text.
    pub claims: Vec<Claim>,
}

/// One topic on which the reports do not say the same.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Disagreement {
    /// The topic's key, as in [`crate::facts::Topic`].
    pub topic: String,
    /// The topic in words of the reports, where no frame names it.
    pub label: String,
    /// What the positions are to each other.
    pub verdict: Verdict,
    /// 0 (a detail) to 100: weight of the topic × how far apart × how many sources.
    pub severity: u8,
    /// The values that are told, one entry a value; the strip names each by its place here.
    pub positions: Vec<Position>,
    /// The rule that gave the verdict, and what it was applied to.
    pub reason: Reason,
}

/// Why a verdict was given: a rule and what it was applied to.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Reason {
    /// Names the sentence of the rule: the message `reason-<rule>`, `_` written as `-`.
    #[serde(deserialize_with = "lasting::one")]
    pub rule: Lasting,
    /// Under the names that the rule's sentence has for them.
    #[serde(deserialize_with = "lasting::named")]
    pub arguments: Vec<(&'static str, Argument)>,
}

impl Reason {
    /// Claims in their order, but those that it speaks of before the others: their sentences are
    /// the ones to show.
    pub fn first(&self, claims: &[Claim]) -> Vec<Claim> {
        let named = |claim: &Claim| {
            let of = |(_, argument): &(_, Argument)| *argument == Argument::Claim(*claim);
            self.arguments.iter().any(of)
        };
        let mut claims = claims.to_vec();
        claims.put_in_order_of(|claim| !named(claim));
        claims
    }
}

/// Something that a rule was applied to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Argument {
    /// One side: worded as its source and what it says, in front of the rule's sentence.
    Claim(Claim),
    /// A figure that stands in the rule's sentence itself.
    Number(f64),
    /// Words put in front of the rule's sentence as they are.
    Words(String),
}

/// One topic on which two or more independent sources agree, and on which nothing else is said.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Agreement {
    /// The topic's key, as in [`Disagreement::topic`].
    pub topic: String,
    /// The topic in words of the reports, where no frame names it.
    pub label: String,
    /// Every claim of the topic, those of copies included.
    pub claims: Vec<Claim>,
    /// Reports that copy one agency count once.
    pub sources: u32,
}

/// Everything the reports say of one thing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Subject {
    /// The topic's key with what tells it from others of that key.
    pub topic: String,
    /// The topic in words of the reports, where no frame names it.
    pub label: String,
    /// In order of article, then of text.
    pub claims: Vec<Claim>,
}

/// A topic that every other report of the event speaks of.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LeftOut {
    /// The report that is silent.
    pub article: ArticleId,
    /// The topic's key, as in [`Disagreement::topic`].
    pub topic: String,
    /// The topic in words of the reports, where no frame names it.
    pub label: String,
    /// What the others say.
    pub claims: Vec<Claim>,
}

/// A stretch of one article's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Passage {
    /// The article whose text the span refers to.
    pub article: ArticleId,
    /// Bytes of that article's text.
    pub span: Span,
}

/// Words of one passage where the other has others; either place may be empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// Bytes of the text of [`Wording::one`]'s article.
    pub before: Span,
    /// Bytes of the text of [`Wording::other`]'s article.
    pub after: Span,
}

/// One sentence in two reports, alike but for the changes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Wording {
    /// The sentence in the report that comes first in the dossier.
    pub one: Passage,
    /// The sentence in the other report.
    pub other: Passage,
    /// In the order of the text.
    pub changes: Vec<Change>,
}

/// Everything the dossier's reports say of each other.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Comparison {
    /// Every topic, in order of its name; each claim stands in one at most.
    pub subjects: Vec<Subject>,
    /// Heaviest first.
    pub disagreements: Vec<Disagreement>,
    /// Topics on which one value is told, and by several sources.
    pub agreements: Vec<Agreement>,
    /// What one report alone tells.
    pub single_source: Vec<Claim>,
    /// What one report alone leaves out.
    pub left_out: Vec<LeftOut>,
    /// Sentences taken over with changes.
    pub wordings: Vec<Wording>,
    /// Groups of articles that copy one text or agency.
    pub copies: Vec<Vec<ArticleId>>,
    /// Groups of articles about one event; one group for a dossier.
    pub events: Vec<Vec<ArticleId>>,
}

impl Disagreement {
    /// Whether a reader should be led to it: what proved compatible is left out, unless it is a
    /// tension that a reader will want to square.
    pub fn is_worth_a_look(&self) -> bool {
        self.verdict != Verdict::Compatible || self.reason.rule == "arrival_and_event"
    }

    /// Every claim of every position.
    pub fn members(&self) -> impl Iterator<Item = Claim> {
        self.positions.iter().flat_map(|position| position.claims.iter().copied())
    }
}

/// The reports laid out for whatever sets them side by side: their words, each report folded once,
/// and which of them are of one event.
pub struct Folder {
    words: Words,
    events: Vec<Vec<ArticleId>>,
}

impl Folder {
    /// Reads the words of all articles; what is known of their outlets and days has no part in it.
    pub fn read(articles: &[Article]) -> Self {
        let words = Words::read(articles);
        let events = events::events(articles, &words);
        Self { words, events }
    }
}

/// Compares the claims of all articles, across reports and inside each. `readings[i]` belongs to
/// `articles[i]`. Reports of different events are not set against each other. The same input
/// gives the same output.
///
/// What the reports deny of each other is compared where [`meet`] has looked for it.
pub fn compare(articles: &[Article], readings: &[Reading]) -> Comparison {
    compare_in(Folder::read(articles), articles, readings)
}

/// The same, for reports that are laid out already.
pub fn compare_in(folder: Folder, articles: &[Article], readings: &[Reading]) -> Comparison {
    let told = || readings.iter().flat_map(|reading| reading.facts.iter());
    let mut names = Names::merge(told().flat_map(forms));
    names.join_bodies(told().filter(|fact| fact.kind == Kind::Organisation).filter_map(body));
    let Folder { words, events } = folder;
    let mut all = Comparison {
        events,
        copies: copies::copies(articles, &words),
        wordings: wording::wordings(articles, &words),
        ..Comparison::default()
    };
    for event in all.events.clone() {
        let reports: Vec<Report> = articles
            .iter()
            .zip(readings)
            .map(|(article, reading)| Report { article, reading })
            .filter(|report| event.binary_search(&report.article.id).is_ok())
            .collect();
        compare_event(&reports, &event, &names, &words, &mut all);
    }
    denied::keep_others(&mut all.disagreements, readings, articles);
    once::once(&mut all.disagreements, articles, readings);
    let Comparison { disagreements, agreements, .. } = &mut all;
    let shown = disagreements.iter().filter(|found| found.is_worth_a_look());
    let disputed: HashSet<Claim> = shown.flat_map(Disagreement::members).collect();
    agreements.retain(|agreed| !agreed.claims.iter().any(|claim| disputed.contains(claim)));
    once::agreed_once(agreements, articles, readings);
    all.disagreements
        .put_in_order(|a, b| b.severity.cmp(&a.severity).then_with(|| a.topic.cmp(&b.topic)));
    all
}

fn compare_event(
    reports: &[Report],
    event: &[ArticleId],
    names: &Names,
    words: &Words,
    all: &mut Comparison,
) {
    let groups = align::groups(reports, names, words);
    let short = briefs::short(reports, words);
    let ground = bearing::Ground { reports, names, words, short: &short };
    for group in groups.iter().filter(|group| !sums::is_sum(group)) {
        let found = verdict::judge(group, ground).into_iter();
        all.disagreements.extend(found.filter_map(|one| mirrored::unmirrored(one, reports)));
    }
    let parts = dayparts::apart(&groups, ground, &all.disagreements);
    all.disagreements.extend(parts);
    let days = weekday::misnamed_days(reports, (names, words), &all.disagreements);
    all.disagreements.extend(days);
    all.disagreements.extend(sums::broken(reports));
    all.disagreements.extend(rosters::larger(reports, names));
    all.disagreements.extend(rosters::replaced(reports, names));
    all.disagreements.extend(holders::told_apart(reports, names));
    all.disagreements.extend(offices::told_apart(reports, names));
    all.disagreements.extend(tension::arrivals(reports));
    let spelt = spelling::named(reports, names);
    all.disagreements.extend(spelling::variants(&spelt));
    all.wordings.extend(quoted::quoted(reports, words));
    all.agreements.extend(silence::agreements(&groups, &all.copies));
    all.single_source.extend(silence::single_source(&groups, event));
    all.left_out.extend(silence::left_out(&groups, event));
    all.subjects.extend(align::subjects(&groups));
    all.subjects.extend(spelt.into_iter().map(|one| one.subject));
    all.subjects.put_in_order(|a, b| a.topic.cmp(&b.topic));
}

/// A report with what was read in it.
#[derive(Clone, Copy, Debug)]
struct Report<'a> {
    article: &'a Article,
    reading: &'a Reading,
}

/// The canonical name of a body, and the name as written.
fn body(fact: &crate::facts::Fact) -> Option<(&str, &str)> {
    match &fact.value {
        Value::Name(name) => Some((&name.canonical, &name.name)),
        _ => None,
    }
}

/// The canonical names in a fact.
fn forms(fact: &crate::facts::Fact) -> Vec<&str> {
    let owners = fact.topic.scope.iter().filter(|(facet, _)| *facet == Facet::Of);
    let mut forms: Vec<&str> = owners.map(|(_, name)| name.as_str()).collect();
    match &fact.value {
        // A name that a common noun opens is nobody's fuller name.
        Value::Name(name) if name.canonical.starts_with(topic::NOUN) => {}
        Value::Name(name) => forms.push(&name.canonical),
        Value::Role { holder, .. } => forms.push(&holder.canonical),
        Value::Roster { names, .. } => {
            forms.extend(names.iter().map(|name| name.canonical.as_str()));
        }
        _ => {}
    }
    forms
}
