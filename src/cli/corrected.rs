//! The reader's own corrections on paper: the same that take effect on the screen, and which they
//! are.
//!
//! Begin with [`kept`], which reads them out of the notebook, and [`compare`]. A correction whose
//! report is not among those that are printed is passed over.

use jiff::Timestamp;

use super::House;
use super::output::complain;
use crate::article::Article;
use crate::compare::{Comparison, Disagreement};
use crate::facts::{self, Reading};
use crate::locale::Messages;
use crate::notebook::export::heading;
use crate::notebook::revision;
use crate::notebook::take::{self, Open};
use crate::notebook::{Book, Bookmark, Correction, Journal, Kind, lies_in};
use crate::report;

/// What several reports say of each other, with the corrections in effect.
pub struct Corrected {
    pub readings: Vec<Reading>,
    pub comparison: Comparison,
    /// The corrections that concern these reports.
    pub told: Vec<report::Corrected>,
}

/// The corrections of the notebook, in the order in which they were made, and whether it could be
/// read.
pub fn kept(house: &House) -> (Vec<Bookmark>, bool) {
    let Some(folder) = &house.paths.data else { return (Vec::new(), true) };
    match Journal::open(folder) {
        Ok((_, loaded)) => (Book::new(loaded).corrections().cloned().collect(), true),
        Err(error) => {
            house.tell(&[error.problem()]);
            complain(&house.messages.text("cli-corrections-unread"));
            (Vec::new(), false)
        }
    }
}

/// Sets outlet and date of the reports as the reader has them.
pub fn reports(corrections: &[Bookmark], articles: &mut [Article]) {
    if corrections.is_empty() {
        return;
    }
    for article in articles {
        if let Some(outlet) = revision::outlet(corrections.iter(), article) {
            article.outlet = Some(outlet);
        }
        if let Some(day) = revision::published(corrections.iter(), article) {
            article.published = Some(day);
        }
    }
}

/// Reads and compares the reports; leaves out what the reader set aside, adds what they marked.
pub fn compare(articles: &[Article], corrections: &[Bookmark], messages: &Messages) -> Corrected {
    let mut readings: Vec<Reading> = articles.iter().map(facts::extract).collect();
    let mut comparison = revision::compared(articles, &mut readings, corrections);
    let open = Open { articles, readings: &readings };
    let aside = |one: &Disagreement| take::aside(corrections, open, one).map(|kept| &kept.id);
    let put_aside: Vec<_> = comparison.disagreements.iter().filter_map(aside).collect();
    let has_effect = |kept: &&Bookmark| match &kept.kind {
        Kind::Correction(Correction::SetAside { .. }) => put_aside.contains(&&kept.id),
        _ => !is_overruled(kept, corrections) && concerns(kept, articles).next().is_some(),
    };
    let told = corrections.iter().filter(has_effect);
    let told = told.filter_map(|kept| said(kept, articles, messages)).collect();
    let left: Vec<bool> = comparison.disagreements.iter().map(|one| aside(one).is_none()).collect();
    let mut left = left.into_iter();
    comparison.disagreements.retain(|_| left.next().unwrap_or(true));
    Corrected { readings, comparison, told }
}

/// Whether a later correction of the same words, or of the same report, has the last word.
fn is_overruled(kept: &Bookmark, all: &[Bookmark]) -> bool {
    let field = |kept: &Bookmark| match &kept.kind {
        Kind::Correction(Correction::Set { field, .. }) => Some(*field),
        _ => None,
    };
    let place = |kept: &Bookmark| {
        let target = kept.first()?;
        Some((target.source.path.clone(), target.source.url.clone(), target.quoted.clone()))
    };
    let later = |other: &&Bookmark| -> bool {
        let newer: (Timestamp, Timestamp) = (other.modified, kept.modified);
        newer.0 > newer.1 && field(other) == field(kept) && place(other) == place(kept)
    };
    field(kept).is_some() && all.iter().any(|other| later(&other))
}

/// The reports that a correction has places in.
fn concerns<'a>(kept: &'a Bookmark, articles: &'a [Article]) -> impl Iterator<Item = &'a Article> {
    articles
        .iter()
        .filter(|article| kept.targets.iter().any(|target| lies_in(&target.source, article)))
}

fn said(kept: &Bookmark, articles: &[Article], messages: &Messages) -> Option<report::Corrected> {
    let Kind::Correction(correction) = &kept.kind else { return None };
    let mut words = heading(&kept.kind, messages)?;
    if !kept.note.is_empty() {
        words = format!("{words} — {}", kept.note);
    }
    let mut record = serde_json::to_value(correction).ok()?;
    let places: Vec<u32> = concerns(kept, articles).map(|article| article.id.0).collect();
    if let Some(fields) = record.as_object_mut() {
        fields.insert("articles".into(), places.into());
        fields.insert("note".into(), kept.note.clone().into());
        fields.insert("made".into(), kept.modified.to_string().into());
    }
    let sources = concerns(kept, articles).filter_map(Article::called).collect();
    Some(report::Corrected { words, sources, record })
}
