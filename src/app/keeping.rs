//! Keeping: quotations, sentences, selections and disagreements go into the notebook.
//!
//! Every change is made by `notebook::Book`, written by the keeper in `run`, and taken over by
//! [`kept`] only when it is on the disk: nothing is shown as kept before. The notebook's own view
//! is in `shelf`, notes, tags and colours in `annotating`.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;

use crate::article::{Article, ArticleId};
use crate::facts::Reading;
use crate::notebook::anchor::{Anchored, Finder};
use crate::notebook::take::{self, Moment, Open};
use crate::notebook::{
    Arrival, Book, Bookmark, Change, Correction, Entry, Id, Intent, Kind, Refused, is_same,
};
use crate::text::{InOrder, Span};

use super::action::Effect;
use super::card::About;
use super::commands::Count;
use super::comparing;
use super::correcting;
use super::notice::Notice;
use super::selecting;
use super::state::{State, View};

/// The notebook as it stands on the disk, and where its bookmarks are in the open reports.
#[derive(Debug, Default)]
pub struct Keeping {
    pub book: Book,
    /// The bookmark that note and tags are for when the cursor is on none: the last that was kept
    /// or is on its way.
    pub last: Option<Id>,
    /// Places of bookmarks in reports that were opened, found when first asked for.
    places: HashMap<ArticleId, Vec<Place>>,
    /// The bookmark that a text field or an editor is open for, with the words that it began with.
    pub editing: Option<(Id, String)>,
    /// What was typed has been joined to what another copy of the program wrote meanwhile.
    pub joined: bool,
    /// When the file was last looked at for what another program wrote.
    looked: Timestamp,
}

/// How often, at most, a key has the file looked at: one question to the system, no reading.
const LOOK_EVERY: Duration = Duration::from_secs(1);

/// Where a bookmark stands in a report.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    pub id: Id,
    pub span: Span,
    /// The words are not those that were kept.
    pub changed: bool,
}

impl Keeping {
    /// The bookmarks of a report, in text order.
    pub fn places(&self, article: ArticleId) -> &[Place] {
        self.places.get(&article).map(Vec::as_slice).unwrap_or_default()
    }

    /// The bookmark at a place of a report.
    pub fn at(&self, article: ArticleId, offset: u32) -> Option<&Place> {
        self.places(article).iter().find(|place| place.span.contains(offset))
    }
}

/// Takes over what the keeper read or wrote.
pub fn news(state: &mut State, news: Arrival) {
    if matches!(news, Arrival::Nothing) {
        return;
    }
    state.keeping.book.take_over(news);
    refresh(state);
}

/// With a key that is pressed: sees whether another copy of the program kept something. Nothing
/// looks while nobody does anything.
pub fn look(state: &mut State) {
    let since = state.now.duration_since(state.keeping.looked);
    if since.unsigned_abs() >= LOOK_EVERY {
        state.keeping.looked = state.now;
        state.ask(Effect::LookAtNotebook);
    }
}

/// Takes over a change that is on the disk, and says so.
pub fn kept(state: &mut State, change: Change, news: Arrival) {
    let told = told(state, &change);
    let back = comes_back(state, &change);
    state.keeping.book.confirm(change);
    state.keeping.book.take_over(news);
    refresh(state);
    if let Some(topic) = back {
        comparing::go_to(state, &topic);
    }
    let joined = std::mem::take(&mut state.keeping.joined);
    state.tell(if joined { Notice::new("kept-both") } else { told });
}

/// The topic of a disagreement that was set aside and comes back with a change.
fn comes_back(state: &State, change: &Change) -> Option<String> {
    change.entries.iter().find_map(|entry| match entry {
        Entry::Keep(_) => None,
        Entry::Delete(id) => match &state.keeping.book.get(id)?.kind {
            Kind::Correction(Correction::SetAside { topic, .. }) => Some(topic.clone()),
            _ => None,
        },
    })
}

/// Nothing was written of a change: what was asked for may be asked for again.
pub fn refused(state: &mut State, change: &Change, why: Notice) {
    state.keeping.book.withdraw(change);
    state.keeping.joined = false;
    state.tell(why);
}

fn told(state: &State, change: &Change) -> Notice {
    let gone = change.entries.iter().filter(|entry| matches!(entry, Entry::Delete(_))).count();
    match change.intent {
        Intent::Undo => Notice::new("undone"),
        Intent::Redo => Notice::new("redone"),
        Intent::Do if gone > 0 => Notice::new("deleted").number("count", gone),
        Intent::Do if puts_right(change) => correcting::told(state, change),
        Intent::Do if puts_aside(change) => Notice::new("put-aside"),
        Intent::Do => Notice::new(what_was_kept(state, change)),
    }
}

/// The bookmark that a change keeps last.
fn last_kept(change: &Change) -> Option<&Bookmark> {
    change.entries.iter().rev().find_map(|entry| match entry {
        Entry::Keep(bookmark) => Some(&**bookmark),
        Entry::Delete(_) => None,
    })
}

/// The message that says what was kept.
fn what_was_kept(state: &State, change: &Change) -> &'static str {
    let Some(last) = last_kept(change) else { return "kept" };
    if let Some(before) = state.keeping.book.get(&last.id) {
        return super::annotating::what_changed(before, last);
    }
    match last.kind {
        Kind::Quotation => "kept-the-quotation",
        Kind::Sentence => "kept-the-sentence",
        Kind::Selection => "kept-the-selection",
        Kind::Disagreement(_) => "kept-the-disagreement",
        _ => "kept",
    }
}

/// Whether a change sets a disagreement aside.
fn puts_aside(change: &Change) -> bool {
    corrects(change, |correction| matches!(correction, Correction::SetAside { .. }))
}

/// Whether a change corrects a report or a claim.
fn puts_right(change: &Change) -> bool {
    corrects(change, |one| matches!(one, Correction::Set { .. } | Correction::Missed { .. }))
}

fn corrects(change: &Change, is: impl Fn(&Correction) -> bool) -> bool {
    change.entries.iter().any(|entry| match entry {
        Entry::Keep(bookmark) => matches!(&bookmark.kind, Kind::Correction(one) if is(one)),
        Entry::Delete(_) => false,
    })
}

/// What depends on the book: places in the texts, disagreements that were set aside.
fn refresh(state: &mut State) {
    state.keeping.places.clear();
    settle(state);
    correcting::settle(state);
    comparing::leave_out(state);
}

/// A report was read again: its bookmarks are looked for anew.
pub fn forget(state: &mut State, id: ArticleId) {
    state.keeping.places.remove(&id);
    state.shelf.forget();
}

/// Finds the bookmarks of the reports that are open, where that was not done yet.
pub fn settle(state: &mut State) {
    if state.keeping.book.is_empty() {
        return;
    }
    let articles = Arc::clone(&state.articles);
    let mut all = Fates::default();
    for pane in &state.panes {
        let known = state.keeping.places.contains_key(&pane.article);
        let article = articles.get(pane.article.0 as usize).filter(|_| !known);
        if let Some(article) = article {
            let (places, fates) = places_in(&state.keeping.book, article, state.now);
            state.keeping.places.insert(article.id, places);
            all.changed += fates.changed;
            all.gone += fates.gone;
        }
    }
    if all != Fates::default() && state.notice.is_none() {
        let notice = Notice::new("kept-otherwise").number("changed", all.changed);
        state.tell(notice.number("gone", all.gone));
    }
}

/// How many kept words of a report are others now, and how many are gone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Fates {
    changed: usize,
    gone: usize,
}

fn places_in(book: &Book, article: &Article, now: Timestamp) -> (Vec<Place>, Fates) {
    let source = take::source(article, now);
    let found = book.of_report(&source);
    let finder = Finder::new(article.text.as_str(), source.sha256.as_deref());
    let (mut places, mut fates) = (Vec::new(), Fates::default());
    for bookmark in found {
        for (_, anchored) in finder.find_all(bookmark, |target| is_same(&target.source, &source)) {
            fates.changed += usize::from(matches!(anchored, Anchored::Changed { .. }));
            fates.gone += usize::from(anchored == Anchored::Gone);
            if let Some(span) = anchored.span() {
                let changed = matches!(anchored, Anchored::Changed { .. });
                places.push(Place { id: bookmark.id.clone(), span, changed });
            }
        }
    }
    places.put_in_order_of(|place| place.span);
    (places, fates)
}

pub fn moment(state: &State) -> Moment<'_> {
    Moment { now: state.now, dossier: state.event.as_deref() }
}

/// `b`: the selection; else the quotation under the cursor with its speaker; else the sentence.
pub fn keep(state: &mut State, _: Count) {
    let beside = state.view != View::Reading;
    if let Some(at) = disagreement_meant(state).filter(|_| beside) {
        return state.ask(Effect::KeepConflict(at));
    }
    let Some(bookmark) = taken(state) else {
        return state.tell(Notice::new("nothing-to-keep"));
    };
    add(state, bookmark);
    if let Some(pane) = state.pane_mut() {
        pane.selection = None;
    }
}

/// Keeps something new; what is kept already is gone to instead, for a note or tags.
pub fn add(state: &mut State, bookmark: Bookmark) {
    // A key that repeats keeps it once.
    if let Some(twin) = state.keeping.book.twin_on_its_way(&bookmark).map(|twin| twin.id.clone()) {
        state.keeping.last = Some(twin);
        return;
    }
    if let Some(twin) = state.keeping.book.twin(&bookmark).map(|twin| twin.id.clone()) {
        state.keeping.last = Some(twin);
        return state.tell(Notice::new("kept-already"));
    }
    let change = state.keeping.book.keep(bookmark);
    write(state, change);
}

/// The disagreement that is shown on the card or chosen in the matrix, else the one in the strip.
pub fn disagreement_meant(state: &State) -> Option<usize> {
    let in_list = |at: usize| state.comparing.disputed.get(at).copied();
    match (state.view, state.card.about) {
        (View::Card, Some(About::Disagreement(at))) => Some(at),
        (View::Card, _) => None,
        (View::Matrix, _) => in_list(state.matrix.row),
        _ => in_list(state.comparing.at),
    }
}

fn taken(state: &State) -> Option<Bookmark> {
    if let (View::Card, Some(About::Claim(claim))) = (state.view, state.card.about) {
        let article = state.article(claim.article)?;
        let reading = state.readings.get(claim.article.0 as usize)?;
        let fact = comparing::fact_of(state, claim)?;
        return take::sentence(article, reading, fact.sentence, moment(state));
    }
    if state.view == View::Matrix {
        return None;
    }
    let pane = state.pane()?;
    let article = state.article(pane.article)?;
    let none = Reading::default();
    let reading = state.readings.get(pane.article.0 as usize).unwrap_or(&none);
    if let Some(selection) = pane.selection {
        return take::selection(article, reading, selection.span, moment(state));
    }
    let quoted = reading.quotes.iter().filter(|quote| quote.direct);
    let under =
        quoted.filter(|quote| quote.span.contains(pane.cursor)).min_by_key(|q| q.span.len());
    if let Some(quote) = under {
        return take::quotation(article, quote, moment(state));
    }
    let sentence = selecting::taken(state)?;
    let told = reading.quotes.iter().filter(|quote| !quote.direct && quote.speaker.is_some());
    let told = told.filter(|quote| quote.span.contains(pane.cursor));
    match told.min_by_key(|quote| quote.span.len()) {
        Some(quote) => take::reported(article, quote, sentence, moment(state)),
        None => take::sentence(article, reading, sentence, moment(state)),
    }
}

/// `B`: both sides of the disagreement on the card, in the row or in the strip, with the verdict.
pub fn keep_conflict(state: &mut State, _: Count) {
    match disagreement_meant(state) {
        Some(at) => state.ask(Effect::KeepConflict(at)),
        None => state.tell(Notice::new("no-conflict-here")),
    }
}

/// Keeps the disagreement at this place of the comparison; `why` and the values are worded by
/// `run`, which has the language.
pub fn conflict(state: &mut State, at: usize, messages: &crate::locale::Messages) {
    let comparison = state.comparison.as_ref();
    let bookmark = comparison.and_then(|all| all.disagreements.get(at)).and_then(|one| {
        let open = open(state);
        let dossier = crate::compare::Dossier {
            articles: &state.articles,
            readings: &state.readings,
            messages,
        };
        let why = dossier.why_to_keep(&one.reason);
        take::disagreement(open, one, &why, |claim, _| dossier.display(claim), moment(state))
    });
    match bookmark {
        Some(bookmark) => add(state, bookmark),
        None => state.tell(Notice::new("no-conflict-here")),
    }
}

pub fn open(state: &State) -> Open<'_> {
    Open { articles: &state.articles, readings: &state.readings }
}

/// `d`: the disagreement on the card, in the row or in the strip is none; `u` brings it back. Its card
/// is closed with it.
pub fn put_aside(state: &mut State, _: Count) {
    let all = state.comparison.as_ref().map(|all| &all.disagreements);
    let meant = all.zip(disagreement_meant(state)).and_then(|(all, at)| all.get(at));
    let bookmark = meant.and_then(|one| take::set_aside(open(state), one, moment(state)));
    match bookmark {
        Some(bookmark) => {
            add(state, bookmark);
            if state.view == View::Card {
                state.go_back();
            }
        }
        None => state.tell(Notice::new("no-conflict-here")),
    }
}

/// Whether the reader set a disagreement aside.
pub fn is_aside(state: &State, one: &crate::compare::Disagreement) -> bool {
    let mut corrections = state.keeping.book.corrections().peekable();
    corrections.peek().is_some() && take::aside(corrections, open(state), one).is_some()
}

pub fn undo(state: &mut State, _: Count) {
    match state.keeping.book.undo() {
        Ok(change) => write(state, change),
        Err(refused) => refuse(state, refused, "nothing-to-undo"),
    }
}

pub fn redo(state: &mut State, _: Count) {
    match state.keeping.book.redo() {
        Ok(change) => write(state, change),
        Err(refused) => refuse(state, refused, "nothing-to-redo"),
    }
}

fn refuse(state: &mut State, refused: Refused, nothing: &'static str) {
    let name = match refused {
        Refused::Nothing => nothing,
        Refused::ChangedElsewhere => "changed-elsewhere",
    };
    state.tell(Notice::new(name));
}

/// Hands a change to the keeper; what is asked next begins from it. One of nothing is none.
pub fn write(state: &mut State, change: Change) {
    if change.entries.is_empty() {
        return;
    }
    state.keeping.book.hand_over(&change);
    state.keeping.last = last_kept(&change).map(|bookmark| bookmark.id.clone());
    state.ask(Effect::Keep(Box::new(change)));
}
