//! In which order the reports stand in the list: each event together, or as the folder has them, by
//! date, or the most disputed first.
//!
//! Begin with [`arrange`]. The number of a report is that of the folder, whatever the order.

use std::cmp::Reverse;

use crate::article::ArticleId;

use super::commands::Count;
use super::notice::Notice;
use super::state::State;

/// By what the list is sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// The reports of one event together, as the events come in the folder.
    #[default]
    Event,
    /// As they were read; no lines above them.
    Folder,
    /// The newest first; those without a date last.
    Date,
    /// The most disputed first.
    Disputes,
}

/// The places of the reports of a folder in the list, and back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Order {
    sort: Sort,
    /// The report at each place of the list; empty where both are the same.
    reports: Vec<u32>,
    /// The place in the list of each report.
    places: Vec<u32>,
    heads: Vec<Head>,
}

/// The line above the reports of one event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    /// Place in the list of the first report under it.
    pub place: usize,
    /// Number of the event; none for the reports that are each alone in theirs.
    pub event: Option<usize>,
    /// How many reports stand under it.
    pub reports: usize,
}

impl Order {
    /// The report at a place of the list.
    pub fn report(&self, place: usize) -> usize {
        self.reports.get(place).map_or(place, |report| *report as usize)
    }

    /// The place in the list of a report.
    pub fn place(&self, report: usize) -> usize {
        self.places.get(report).map_or(report, |place| *place as usize)
    }

    /// The line above the report at a place, where there is one.
    pub fn head(&self, place: usize) -> Option<&Head> {
        let at = self.heads.binary_search_by_key(&place, |head| head.place).ok()?;
        self.heads.get(at)
    }

    /// How many such lines there are.
    pub fn heads(&self) -> usize {
        self.heads.len()
    }

    fn set(&mut self, reports: Vec<u32>, heads: Vec<Head>) {
        self.places = vec![0; reports.len()];
        for (place, report) in reports.iter().enumerate() {
            if let Some(own) = self.places.get_mut(*report as usize) {
                *own = place as u32;
            }
        }
        self.reports = reports;
        self.heads = heads;
    }
}

/// The next order.
pub fn next(state: &mut State, _: Count) {
    let (sort, name) = match state.list.order.sort {
        Sort::Event => (Sort::Date, "list-by-date"),
        Sort::Date => (Sort::Disputes, "list-by-disputes"),
        Sort::Disputes => (Sort::Folder, "list-by-folder"),
        Sort::Folder => (Sort::Event, "list-by-event"),
    };
    state.list.order.sort = sort;
    arrange(state);
    state.tell(Notice::new(name));
}

/// Puts the reports in the order that the reader wants, as far as it is known.
pub fn arrange(state: &mut State) {
    let all = state.articles.len() as u32;
    let mut reports: Vec<u32> = (0..all).collect();
    let mut heads = Vec::new();
    match state.list.order.sort {
        Sort::Folder => reports.clear(),
        Sort::Event => (reports, heads) = by_event(state),
        Sort::Date => reports.sort_by_key(|report| {
            let article = state.articles.get(*report as usize);
            Reverse(article.and_then(|article| article.published.as_ref()).map(|day| day.value))
        }),
        Sort::Disputes => reports.sort_by_key(|report| {
            let (disputed, alone) = state.comparing.counts(ArticleId(*report));
            Reverse((disputed, alone))
        }),
    }
    state.list.order.set(reports, heads);
}

/// The reports by event, under a line each; those of no event but their own last, under one.
fn by_event(state: &State) -> (Vec<u32>, Vec<Head>) {
    let events = state.comparison.as_ref().map(|all| all.events.as_slice()).unwrap_or_default();
    let (mut reports, mut heads) = (Vec::new(), Vec::new());
    // Where no two reports are of one event, or all are, no order is better than the folder's.
    if events.len() < 2 || events.iter().all(|event| event.len() < 2) {
        return (reports, heads);
    }
    let mut put = |number: Option<usize>, event: &mut dyn Iterator<Item = &ArticleId>| {
        let place = reports.len();
        reports.extend(event.map(|id| id.0));
        let count = reports.len() - place;
        if count > 0 {
            heads.push(Head { place, event: number, reports: count });
        }
    };
    for (at, event) in events.iter().enumerate().filter(|(_, event)| event.len() > 1) {
        put(Some(at + 1), &mut event.iter());
    }
    put(None, &mut events.iter().filter(|event| event.len() == 1).flatten());
    // What came after the comparison has no event yet.
    let known: std::collections::BTreeSet<u32> = reports.iter().copied().collect();
    reports.extend((0..state.articles.len() as u32).filter(|report| !known.contains(report)));
    (reports, heads)
}
