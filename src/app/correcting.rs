//! The reader's own corrections: outlet and date of a report, value and topic of a fact, two facts
//! that disagree and were not raised.
//!
//! A correction is kept like a bookmark; when it is on the disk, [`settle`] puts the reports right
//! and has the claims compared anew. What a correction does to the claims is in
//! `notebook::revision`, which the worker applies.

use std::sync::Arc;

use jiff::civil::Date;

use crate::article::{Article, ArticleId, Encoding, Known, from_text};
use crate::compare::Claim;
use crate::facts::{Fact, FactId, Grain, Kind, Value, extract, topic};
use crate::notebook::revision::{self, is_of_facts};
use crate::notebook::{Bookmark, Change, Correction, Entry, Field, Kind as NotebookKind, take};
use crate::text::{InOrder, Text, fold};

use super::commands::Count;
use super::notice::Notice;
use super::prompt::{Prompt, Purpose};
use super::state::{Focus, State};
use super::{claims, comparing, keeping};

/// What is being corrected, and what was corrected.
#[derive(Debug, Default)]
pub struct Correcting {
    /// What the open text field is for.
    about: Option<About>,
    /// The first of two facts that disagree.
    pub(super) first: Option<Claim>,
    /// Two facts that disagree, of which nobody has said yet about what.
    pub(super) pair: Option<[Claim; 2]>,
    /// The topic that was given to a fact is one of another kind of values.
    unlike: bool,
    /// The corrections of facts that the claims were last compared with.
    pub told: Arc<Vec<Bookmark>>,
    /// Outlet and date of corrected reports as they were read.
    originals: Vec<Original>,
}

#[derive(Clone, Copy, Debug)]
enum About {
    Report(ArticleId),
    Fact(Claim),
}

/// What was read of a report before the reader put it right.
#[derive(Clone, Debug)]
struct Original {
    id: ArticleId,
    outlet: Option<Known<String>>,
    published: Option<Known<Date>>,
}

/// `so`: asks for the outlet of the report meant, the present one at hand.
pub fn set_outlet(state: &mut State, _: Count) {
    let Some(article) = report_meant(state) else { return nothing(state) };
    let now = article.outlet.as_ref().map_or(String::new(), |known| known.value.clone());
    ask(state, Field::Outlet, About::Report(article.id), &now);
}

/// `sd`: asks for its date.
pub fn set_date(state: &mut State, _: Count) {
    let Some(article) = report_meant(state) else { return nothing(state) };
    let now = article.published.as_ref().map_or(String::new(), |known| known.value.to_string());
    ask(state, Field::Date, About::Report(article.id), &now);
}

/// `sv`: asks for the value of the fact under the cursor, its words at hand.
pub fn set_value(state: &mut State, _: Count) {
    let Some(claim) = fact_meant(state) else { return nothing(state) };
    let now = surface(state, claim);
    ask(state, Field::Value, About::Fact(claim), &now);
}

/// `st`: asks for its topic, the name of the present one at hand.
pub fn set_topic(state: &mut State, _: Count) {
    let Some(claim) = fact_meant(state) else { return nothing(state) };
    let label = comparing::fact_of(state, claim).map(|fact| fact.topic.label.clone());
    ask(state, Field::Topic, About::Fact(claim), &label.unwrap_or_default());
}

pub(super) fn nothing(state: &mut State) {
    state.tell(Notice::new("no-claim-here"));
}

fn ask(state: &mut State, field: Field, about: About, now: &str) {
    state.correcting.about = Some(about);
    state.prompt = Some(Prompt::new(Purpose::Correct(field)).selecting(now));
}

/// The report that the cursor is on: in the list, else the one that is read.
fn report_meant(state: &State) -> Option<&Article> {
    match state.focus {
        Focus::List => state.articles.get(state.list.selected),
        Focus::Report(_) | Focus::Side => state.current(),
    }
}

/// The fact that the cursor is on: in the side pane, else in the text.
pub(super) fn fact_meant(state: &State) -> Option<Claim> {
    let article = state.pane()?.article;
    let at = match state.focus {
        Focus::Side => *state.side.facts.get(state.side.selected)?,
        Focus::List | Focus::Report(_) => claims::under_cursor(state)?.0,
    };
    Some(Claim { article, fact: FactId(at as u32) })
}

pub(super) fn surface(state: &State, claim: Claim) -> String {
    let article = state.article(claim.article);
    let span = comparing::fact_of(state, claim).map(|fact| fact.span);
    let words = article.zip(span).and_then(|(article, span)| article.text.slice(span));
    words.unwrap_or_default().to_owned()
}

/// Takes what was typed: keeps it as a correction, or says why it cannot be one.
pub fn typed(state: &mut State, field: Field, text: &str) {
    let Some(about) = state.correcting.about.take() else { return };
    let asked = text;
    let text = text.trim();
    if text.is_empty() {
        return;
    }
    let made = match about {
        About::Report(id) => of_report(state, id, field, text),
        About::Fact(claim) => of_fact(state, claim, field, text),
    };
    match made {
        Ok(bookmark) if changes_nothing(&bookmark) => state.tell(Notice::new("as-it-was")),
        Ok(bookmark) => {
            state.correcting.unlike = match about {
                About::Fact(claim) if field == Field::Topic => is_unlike(state, claim, text),
                _ => false,
            };
            keeping::add(state, bookmark);
        }
        Err(notice) => {
            // What was typed is not lost: the field stays, with the reason over it.
            state.correcting.about = Some(about);
            state.prompt = Some(Prompt::new(Purpose::Correct(field)).with(asked));
            state.tell(notice);
        }
    }
}

/// Whether all claims of this topic have values of another sort than this one: what is a name is
/// set against no figure.
fn is_unlike(state: &State, claim: Claim, topic: &str) -> bool {
    let Some(own) = comparing::fact_of(state, claim) else { return false };
    let (wanted, sort) = (fold(topic), |fact: &Fact| std::mem::discriminant(&fact.value));
    let facts = state.readings.iter().flat_map(|reading| &reading.facts);
    let mut called = facts.filter(|fact| revision::is_called(&fact.topic, &wanted)).peekable();
    called.peek().is_some() && called.all(|fact| sort(fact) != sort(own))
}

/// Whether a correction says what is said already.
fn changes_nothing(bookmark: &Bookmark) -> bool {
    match &bookmark.kind {
        NotebookKind::Correction(Correction::Set { was: Some(was), now, .. }) => was == now,
        _ => false,
    }
}

/// What to say of a correction that is on the disk: a topic that no other claim has is new, and
/// compares with nothing until another one has it too.
pub fn told(state: &State, change: &Change) -> Notice {
    let topic = change.entries.iter().find_map(|entry| match entry {
        Entry::Keep(bookmark) => match &bookmark.kind {
            NotebookKind::Correction(Correction::Set { field: Field::Topic, now, .. }) => Some(now),
            _ => None,
        },
        Entry::Delete(_) => None,
    });
    match topic {
        Some(topic) if !is_known(state, topic) => {
            Notice::new("put-right-new").words("topic", topic.clone())
        }
        Some(topic) if state.correcting.unlike => {
            Notice::grave("put-right-unlike").words("topic", topic.clone())
        }
        _ => Notice::new("put-right"),
    }
}

/// Whether a claim of the open reports has a topic of this name, in either language.
fn is_known(state: &State, topic: &str) -> bool {
    let facts = state.readings.iter().flat_map(|reading| &reading.facts);
    let wanted = fold(topic);
    facts.into_iter().any(|fact| revision::is_called(&fact.topic, &wanted))
}

fn of_report(state: &State, id: ArticleId, field: Field, text: &str) -> Result<Bookmark, Notice> {
    let article = state.article(id).ok_or(Notice::new("no-claim-here"))?;
    let (was, now) = match field {
        Field::Date => {
            let day = day(text).ok_or_else(|| Notice::grave("no-date").words("words", text))?;
            let was = article.published.as_ref().map(|known| known.value.to_string());
            (was, day.to_string())
        }
        _ => (article.outlet.as_ref().map(|known| known.value.clone()), text.to_owned()),
    };
    Ok(take::set_report(article, field, was, now, keeping::moment(state)))
}

/// A day as it is typed: `2031-03-04`, in any digits, or in words with its year. Words beside it
/// are no part of a day, and what they were meant to say is not guessed.
fn day(text: &str) -> Option<Date> {
    if let Ok(day) = fold(text).parse() {
        return Some(day);
    }
    let typed = from_text(ArticleId(0), Text::new(text), Encoding::UTF_8);
    extract(&typed).facts.iter().find_map(|fact| match &fact.value {
        Value::Date(date) if date.grain == Grain::Day && !date.relative => {
            let before = text.get(..fact.span.start as usize)?;
            let after = text.get(fact.span.end as usize..)?;
            let alone = [before, after].into_iter().all(|rest| {
                let word = rest.trim_matches(|letter: char| !letter.is_alphanumeric());
                word.is_empty() || word == "يوم"
            });
            alone.then_some(date.first)
        }
        _ => None,
    })
}

fn of_fact(state: &State, claim: Claim, field: Field, text: &str) -> Result<Bookmark, Notice> {
    let none = || Notice::new("no-claim-here");
    let fact = comparing::fact_of(state, claim).ok_or_else(none)?;
    let article = state.article(claim.article).ok_or_else(none)?;
    let was = if field == Field::Value {
        revision::understood(article, fact, text)
            .ok_or_else(|| Notice::grave("no-value").words("words", text))?;
        surface(state, claim)
    } else {
        fact.topic.label.clone()
    };
    let said = (Some(was).filter(|was| !was.is_empty()), text.to_owned());
    take::set_fact(keeping::open(state), claim, field, said, keeping::moment(state))
        .ok_or_else(none)
}

/// Names that a field may be completed with, those of this dossier.
pub fn names(state: &State, field: Field) -> Vec<String> {
    let mut names: Vec<String> = match field {
        Field::Outlet => {
            let outlets = state.articles.iter().filter_map(|article| article.outlet.as_ref());
            outlets.map(|known| known.value.clone()).collect()
        }
        Field::Topic => topics(state),
        Field::Date | Field::Value => Vec::new(),
    };
    names.put_in_order(Ord::cmp);
    names.dedup();
    names
}

fn topics(state: &State) -> Vec<String> {
    let Some(comparison) = &state.comparison else { return Vec::new() };
    let arabic = state.options.is_rtl();
    let name = |key: &str, label: &str| match topic::label(key.split(' ').next().unwrap_or(key)) {
        Some((ar, en)) => if arabic { ar } else { en }.to_owned(),
        None => label.to_owned(),
    };
    // Who and where are no topics of figures.
    let of_value = |claim: &Claim| {
        let kind = comparing::fact_of(state, *claim).map(|fact| fact.kind);
        let named = [Kind::Person, Kind::Place, Kind::Organisation, Kind::Name];
        kind.is_some_and(|kind| !named.contains(&kind))
    };
    let all = comparison.subjects.iter().filter(|one| one.claims.first().is_some_and(of_value));
    let all = all.map(|subject| name(&subject.topic, &subject.label));
    all.filter(|name| !name.is_empty()).collect()
}

/// After the notebook or the reports have changed: puts the reports right, and has the claims
/// compared anew where that makes a difference.
pub fn settle(state: &mut State) {
    let reports = set_reports(state);
    let corrections = state.keeping.book.corrections();
    let told: Vec<Bookmark> = corrections.filter(|kept| is_of_facts(kept)).cloned().collect();
    let facts = told != *state.correcting.told;
    if facts {
        state.correcting.told = Arc::new(told);
    }
    if reports || facts {
        state.correcting.first = None;
        comparing::ask(state);
    }
}

/// A report was read again: what was known of it is not known any more.
pub fn forget(state: &mut State, id: ArticleId) {
    state.correcting.originals.retain(|original| original.id != id);
}

/// Outlet and date as the reader has them, else as they were read; whether any changed.
pub fn set_reports(state: &mut State) -> bool {
    let originals = &state.correcting.originals;
    if originals.is_empty() && state.keeping.book.corrections().next().is_none() {
        return false;
    }
    let wanted: Vec<Original> =
        state.articles.iter().filter_map(|article| corrected(state, article)).collect();
    if wanted.is_empty() {
        return false;
    }
    let articles = Arc::make_mut(&mut state.articles);
    for Original { id, outlet, published } in wanted {
        let Some(article) = articles.get_mut(id.0 as usize) else { continue };
        if !state.correcting.originals.iter().any(|original| original.id == id) {
            let (outlet, published) = (article.outlet.clone(), article.published.clone());
            state.correcting.originals.push(Original { id, outlet, published });
        }
        article.outlet = outlet;
        article.published = published;
    }
    true
}

/// What a report should have, where it is not what it has.
fn corrected(state: &State, article: &Article) -> Option<Original> {
    let original = state.correcting.originals.iter().find(|original| original.id == article.id);
    let (outlet, published) =
        original.map_or((&article.outlet, &article.published), |was| (&was.outlet, &was.published));
    let corrections = || state.keeping.book.corrections();
    let outlet = revision::outlet(corrections(), article).or_else(|| outlet.clone());
    let published = revision::published(corrections(), article).or_else(|| published.clone());
    let differs = outlet != article.outlet || published != article.published;
    differs.then_some(Original { id: article.id, outlet, published })
}
