//! What a comparison says, arranged for paper: the same sheet is printed as plain text, Markdown
//! and HTML, so that they cannot differ.
//!
//! Begin with [`Sheet::new`]. Everything is worded here and nothing is escaped: that is for who
//! prints it. Reports go by their number in the
//! list and values by a letter, as on the screen.

use std::collections::BTreeMap;

use super::Head;
use super::evidence::Evidence;
use super::worded::Claims;
use crate::article::{Language, short};
use crate::compare::{self, Comparison, Dossier, Verdict};
use crate::locale::{self, Messages};
use crate::text::Span;

/// A comparison in words.
#[derive(Debug)]
pub(super) struct Sheet {
    /// The event in an isolate, and how many reports tell of it.
    pub(super) title: String,
    pub(super) reports: Vec<Report>,
    /// What the reader put right, a line each.
    pub(super) corrections: Vec<String>,
    /// Contradictions, updates and differences of precision in this order, each heaviest first.
    pub(super) disagreements: Vec<Entry>,
    /// What is told or spelled differently and is no conflict.
    pub(super) softer: Vec<Entry>,
    pub(super) agreements: Vec<Agreed>,
    /// What only one report leaves out: report, topic, and who speaks of it.
    pub(super) left_out: Vec<LeftOut>,
    /// Where there is one report alone: what it says, each topic with its value once.
    pub(super) own: Vec<(String, String)>,
    /// Whether anything was understood in any report.
    understood: bool,
    /// Groups of reports that copy one text, by their places.
    pub(super) copies: Vec<Vec<usize>>,
    /// Groups of reports about one event, by their places.
    pub(super) events: Vec<Vec<usize>>,
    pub(super) evidence: Evidence,
}

#[derive(Debug)]
pub(super) struct Report {
    /// Its place in the list of reports, counted from 1, as on the screen.
    pub(super) number: String,
    /// The outlet, else the title cut short, else the file's name.
    pub(super) name: String,
    pub(super) title: Option<String>,
    /// The file's name, where the name above does not tell which report it is.
    pub(super) file: Option<String>,
    pub(super) published: Option<String>,
    pub(super) url: Option<String>,
    /// BCP 47; empty where it is not known.
    pub(super) language: &'static str,
    pub(super) disputed: usize,
    /// What it alone tells: topic and claim.
    pub(super) alone: Vec<(String, Claimed)>,
    pub(super) quotes: Vec<Quotation>,
}

impl Report {
    /// Its name for the list of reports, and its title where that is another: a report that goes
    /// by its title has it in full there, once.
    pub(super) fn called(&self) -> (&str, Option<&str>) {
        match &self.title {
            Some(title) if short(title) == self.name => (title, None),
            title => (&self.name, title.as_deref()),
        }
    }
}

#[derive(Debug)]
pub(super) struct Quotation {
    pub(super) words: String,
    pub(super) speaker: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sign {
    Contradiction,
    Update,
    Precision,
    Agreed,
}

/// A topic on which the reports do not say the same.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) sign: Sign,
    pub(super) verdict: &'static str,
    pub(super) label: String,
    /// The reason, its names and values in isolates ([`plain`](super::plain) and Markdown do
    /// without).
    pub(super) why: String,
    /// Why some of its claims differ in precision only, where that was found beside it.
    pub(super) also: Vec<String>,
    pub(super) positions: Vec<Position>,
}

impl Entry {
    /// The reason, where it is no conflict and says more than that a name is spelled otherwise.
    pub(super) fn softly(&self) -> Option<&str> {
        let told = self.sign == Sign::Agreed && self.verdict != "report-spelling";
        told.then_some(self.why.as_str())
    }
}

#[derive(Debug)]
pub(super) struct Position {
    pub(super) display: String,
    pub(super) claims: Vec<Claimed>,
}

/// A claim with its report and its sentence in the evidence.
#[derive(Clone, Debug)]
pub(super) struct Claimed {
    pub(super) report: usize,
    pub(super) display: String,
    pub(super) speaker: Option<String>,
    /// The number of the sentence among those of its report.
    pub(super) sentence: usize,
    /// The words that state it.
    pub(super) span: Span,
}

#[derive(Debug)]
pub(super) struct Agreed {
    pub(super) label: String,
    pub(super) claims: Vec<Claimed>,
    pub(super) sources: u32,
}

#[derive(Debug)]
pub(super) struct LeftOut {
    pub(super) report: usize,
    pub(super) label: String,
    pub(super) claims: Vec<Claimed>,
}

impl Position {
    /// The claims, those of one sentence by one speaker once.
    pub(super) fn sentences(&self) -> impl Iterator<Item = &Claimed> {
        let place = |claim: &Claimed| (claim.report, claim.sentence, claim.speaker.clone());
        let mut seen = std::collections::BTreeSet::new();
        self.claims.iter().filter(move |claim| seen.insert(place(claim)))
    }
}

impl Sign {
    pub(super) fn of(verdict: Verdict) -> Self {
        match verdict {
            Verdict::Contradiction => Self::Contradiction,
            Verdict::UpdateOverTime => Self::Update,
            Verdict::DifferentPrecision => Self::Precision,
            Verdict::VariantSpelling | Verdict::Compatible => Self::Agreed,
        }
    }

    /// The sign that goes with the colour, the same as on the screen.
    pub(super) fn mark(self) -> &'static str {
        match self {
            Self::Contradiction => "≠",
            Self::Update => "↻",
            Self::Precision => "≈",
            Self::Agreed => "=",
        }
    }
}

/// The sign of a report that does not speak of a topic.
pub(super) const SILENT: &str = "∅";

impl Sheet {
    pub(super) fn new(dossier: &Dossier, comparison: &Comparison, head: Head) -> Self {
        let mut evidence = Evidence::of(dossier, comparison);
        let claimed = Claims { dossier, evidence: &evidence };
        let (softer, disagreements): (Vec<Entry>, Vec<Entry>) =
            claimed.entries(comparison).into_iter().partition(|one| one.sign == Sign::Agreed);
        let agreements = comparison.agreements.iter().map(|agreement| Agreed {
            label: dossier.named(
                &agreement.topic,
                &agreement.label,
                agreement.claims.iter().copied(),
            ),
            claims: claimed.all(&agreement.claims),
            sources: agreement.sources,
        });
        // Who tells the topic in another scope, as an office in other words, does not leave it out.
        let silent = |left: &&compare::LeftOut| {
            let topic = left.topic.split(' ').next();
            let reading = place(dossier, left.article).and_then(|at| dossier.readings.get(at));
            let mut facts = reading.into_iter().flat_map(|reading| &reading.facts);
            !facts.any(|fact| Some(&*fact.topic.key) == topic)
        };
        let left_out = comparison.left_out.iter().filter(silent).filter_map(|left| {
            Some(LeftOut {
                report: place(dossier, left.article)?,
                label: dossier.topic(&left.topic, &left.label),
                claims: claimed.all(&left.claims),
            })
        });
        let (agreements, left_out) = (agreements.collect(), left_out.collect());
        let mut reports: Vec<Report> = (0..dossier.articles.len())
            .filter_map(|at| claimed.report(at, comparison, &disagreements))
            .collect();
        tell_apart(&mut reports, dossier);
        let places = |groups: &[Vec<_>]| {
            let group = |ids: &Vec<_>| ids.iter().filter_map(|&id| place(dossier, id)).collect();
            groups.iter().map(group).collect()
        };
        let (copies, events) = (places(&comparison.copies), places(&comparison.events));
        let own = claimed.own();
        evidence.word(dossier);
        let and = |names: &[String]| dossier.messages.list(names.iter().map(String::as_str));
        Self {
            title: title(dossier, head.event),
            corrections: head.corrections.iter().map(|one| one.line(and)).collect(),
            reports,
            disagreements,
            softer,
            agreements,
            left_out,
            own,
            understood: dossier.readings.iter().any(|reading| !reading.facts.is_empty())
                && dossier.articles.iter().any(|article| article.language == Language::Arabic),
            copies,
            events,
            evidence,
        }
    }

    /// The reports that make these claims, each once, in order: «reports 1 and 3».
    pub(super) fn reports_of(&self, claims: &[Claimed], messages: &Messages) -> String {
        self.some_reports(&places(claims), messages)
    }

    /// The same for reports by their places.
    pub(super) fn some_reports(&self, places: &[usize], messages: &Messages) -> String {
        let numbers = places.iter().filter_map(|&at| Some(self.reports.get(at)?.number.as_str()));
        let list = messages.list(numbers);
        let count = places.len().into();
        messages.with("report-some", &[("n", count), ("list", list.as_str().into())])
    }

    /// Numbers and names of the reports that make these claims: «1 Gazette and 3 Herald».
    pub(super) fn named(&self, claims: &[Claimed], messages: &Messages) -> String {
        self.names(&places(claims), messages)
    }

    /// The same for reports by their places.
    pub(super) fn names(&self, places: &[usize], messages: &Messages) -> String {
        let reports = places.iter().filter_map(|&at| self.reports.get(at));
        let names: Vec<String> =
            reports.map(|report| format!("{} {}", report.number, report.name)).collect();
        messages.list(names.iter().map(String::as_str))
    }

    /// The reports that make these claims, each once, in order.
    pub(super) fn who(&self, claims: &[Claimed]) -> impl Iterator<Item = &Report> {
        places(claims).into_iter().filter_map(|at| self.reports.get(at))
    }

    /// Why there is no disagreement to print, by the name of its message; `None` where there is
    /// one.
    pub(super) fn nothing(&self) -> Option<&'static str> {
        match self.reports.len() {
            _ if !self.disagreements.is_empty() => None,
            _ if !self.understood => Some("report-nothing-understood"),
            1 => Some("report-one-alone"),
            count if self.events.len() == count => Some("report-all-apart"),
            _ => Some("report-no-disagreement"),
        }
    }

    /// Whether two reports are about one event; the silence of one on the other's means nothing.
    pub(super) fn one_event(&self, one: usize, other: usize) -> bool {
        let event = self.events.iter().find(|event| event.contains(&one));
        event.is_none_or(|event| event.contains(&other))
    }
}

/// Gives the file's name to reports that have no outlet or one that another has too.
fn tell_apart(reports: &mut [Report], dossier: &Dossier) {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for report in &*reports {
        *counts.entry(report.name.clone()).or_default() += 1;
    }
    for (report, article) in reports.iter_mut().zip(dossier.articles) {
        let known = article.outlet.is_some() && counts.get(&report.name) == Some(&1);
        let file = article.file_name().filter(|file| !known && *file != report.name);
        report.file = file;
    }
}

fn places(claims: &[Claimed]) -> Vec<usize> {
    let mut places: Vec<usize> = claims.iter().map(|claim| claim.report).collect();
    places.sort_unstable();
    places.dedup();
    places
}

fn title(dossier: &Dossier, event: Option<&str>) -> String {
    let count = dossier.articles.len();
    let counted = dossier.messages.with("report-title", &[("n", count.into())]);
    match event {
        Some(event) => format!("\u{2068}{event}\u{2069}: {counted}"),
        None => counted,
    }
}

pub(super) fn place(dossier: &Dossier, id: crate::article::ArticleId) -> Option<usize> {
    dossier.articles.iter().position(|article| article.id == id)
}

/// The letter of a value by its place in the topic, as on the screen, and a number past the last. On
/// paper the fifth Arabic one stands as print has it, so that it is no figure five.
pub(super) fn letter(at: usize, arabic: bool) -> String {
    match locale::letter(at, arabic) {
        Some('ه') => "هـ".to_owned(),
        Some(letter) => letter.to_string(),
        None => (at + 1).to_string(),
    }
}
