//! Which panes there are, which one has the focus, and which report each shows.
//!
//! Panes are numbered from 1 in reading order: the list, the reports, the side pane.

use crate::article::ArticleId;

use super::commands::Count;
use super::geometry;
use super::moving;
use super::notice::Notice;
use super::pane::Pane;
use super::rows::Sideways;
use super::state::{Focus, State, View};

/// Most reports side by side.
pub const MOST: usize = 4;

/// Every pane that can have the focus, in reading order.
pub fn order(state: &State) -> Vec<Focus> {
    let reports = (0..state.panes.len()).map(Focus::Report);
    std::iter::once(Focus::List).chain(reports).chain(std::iter::once(Focus::Side)).collect()
}

/// Gives the focus to a pane.
pub fn focus(state: &mut State, what: Focus) {
    state.focus = what;
    if let Focus::Report(at) = what {
        state.report = at;
        if let Some(pane) = state.panes.get(at) {
            state.list.selected = pane.article.0 as usize;
        }
    }
}

/// `Tab`: the next pane, round the end; with a count the pane of that number.
pub fn next(state: &mut State, count: Count) {
    let order = order(state);
    let wanted = match count {
        Some(number) => order.get((number as usize).saturating_sub(1)),
        None => order.get((place(state, &order) + 1) % order.len()),
    };
    match wanted {
        Some(what) => focus(state, *what),
        None => state.tell(Notice::new("no-such-pane").number("count", order.len())),
    }
}

/// `Shift-Tab`: the pane before, round the beginning.
pub fn previous(state: &mut State, _: Count) {
    let order = order(state);
    let at = (place(state, &order) + order.len() - 1) % order.len();
    if let Some(what) = order.get(at) {
        focus(state, *what);
    }
}

fn place(state: &State, order: &[Focus]) -> usize {
    order.iter().position(|what| *what == state.focus).unwrap_or_default()
}

/// Gives the focus to the pane on that side of the screen.
pub fn beside(state: &mut State, side: Sideways) {
    if state.view != View::Reading {
        return;
    }
    let forward = (side == Sideways::Left) == state.options.is_rtl();
    let order = order(state);
    let at = place(state, &order);
    let to = if forward { Some(at + 1) } else { at.checked_sub(1) };
    if let Some(what) = to.and_then(|to| order.get(to)) {
        focus(state, *what);
    }
}

/// Shows a report: where it is open already, else in the report pane that was focused last.
/// The focus goes there.
pub fn show(state: &mut State, article: ArticleId) {
    let open = state.panes.iter().position(|pane| pane.article == article);
    let at = open.unwrap_or(state.report);
    if open.is_none() {
        set(state, at, article);
    }
    if at < state.panes.len() {
        focus(state, Focus::Report(at));
    }
}

/// Puts a report into a pane (a new one when there is none of that number), at the place where
/// it was left.
pub fn set(state: &mut State, at: usize, article: ArticleId) {
    if let Some(pane) = state.panes.get(at) {
        state.places.insert(pane.article, pane.cursor);
    }
    let cursor = state.places.get(&article).copied();
    let fold = state.options.fold_chrome;
    let Some(opened) = state.article(article).map(|article| {
        let first = article.content().next().map_or(0, |block| block.span.start);
        Pane::new(article, fold, cursor.unwrap_or(first))
    }) else {
        return;
    };
    match state.panes.get_mut(at) {
        Some(pane) => *pane = opened,
        None => state.panes.push(opened),
    }
}

/// `J`: the next report of the list that no other pane shows, in this pane.
pub fn next_report(state: &mut State, count: Count) {
    other_report(state, moving::times(count));
}

/// `K`: the one before.
pub fn previous_report(state: &mut State, count: Count) {
    other_report(state, -moving::times(count));
}

/// The report so many places on in the list, leaving out those that other panes show.
fn other_report(state: &mut State, by: isize) {
    let Some(now) = state.pane().map(|pane| pane.article.0 as usize) else { return };
    let taken: Vec<usize> = state.panes.iter().map(|pane| pane.article.0 as usize).collect();
    let mut at = now;
    for _ in 0..by.unsigned_abs() {
        let order = &state.list.order;
        let free = |candidate: &usize| !taken.contains(candidate);
        let reports = |places: std::ops::Range<usize>, back: bool| {
            let report = |place: usize| order.report(place);
            if back { places.rev().map(report).find(free) } else { places.map(report).find(free) }
        };
        let place = order.place(at);
        let next = if by > 0 {
            reports(place + 1..state.articles.len(), false)
        } else {
            reports(0..place, true)
        };
        match next {
            Some(next) => at = next,
            None => break,
        }
    }
    if at == now {
        return state.tell(Notice::new("no-more-reports"));
    }
    moving::leave(state);
    let pane = state.report;
    set(state, pane, ArticleId(at as u32));
    state.list.selected = at;
}

/// `+`: one more report side by side, up to [`MOST`].
pub fn more(state: &mut State, _: Count) {
    let open: Vec<ArticleId> = state.panes.iter().map(|pane| pane.article).collect();
    let fresh = state.articles.iter().map(|article| article.id).find(|id| !open.contains(id));
    match fresh {
        Some(id) if open.len() < MOST => {
            set(state, open.len(), id);
            focus(state, Focus::Report(open.len()));
        }
        _ => state.tell(Notice::new("no-more-panes")),
    }
}

/// `-`: closes the report pane that was focused last; one always stays.
pub fn fewer(state: &mut State, _: Count) {
    if state.panes.len() < 2 {
        return state.tell(Notice::new("last-pane"));
    }
    let pane = state.panes.remove(state.report);
    state.places.insert(pane.article, pane.cursor);
    state.report = state.report.min(state.panes.len().saturating_sub(1));
    if matches!(state.focus, Focus::Report(_)) {
        state.focus = Focus::Report(state.report);
    }
}

/// `z`: one pane with tabs, or all panes again.
pub fn one(state: &mut State, _: Count) {
    state.options.single = !state.options.single;
}

/// `e`: shows or hides the list; a hidden one gives its focus to the report.
pub fn list(state: &mut State, _: Count) {
    state.options.beside.list = !state.options.beside.list;
    if !state.options.beside.list && state.focus == Focus::List && !state.panes.is_empty() {
        state.focus = Focus::Report(state.report);
    }
}

/// `i`: shows the pane beside the reports and goes there, or hides it.
pub fn side(state: &mut State, _: Count) {
    let shown = state.geometry.placed(Focus::Side).is_some();
    state.options.beside.side = !shown;
    if shown && state.focus == Focus::Side {
        state.focus = Focus::Report(state.report);
    } else if !shown {
        state.focus = Focus::Side;
    }
}

/// Opens the first reports, as many as stand side by side comfortably, once there are some.
pub fn open_first(state: &mut State) {
    let wanted = match state.options.panes {
        0 => geometry::comfortable_panes(state.size.0),
        panes => panes.min(MOST),
    };
    let fits = state.articles.len().min(wanted);
    while state.panes.len() < fits {
        let open: Vec<ArticleId> = state.panes.iter().map(|pane| pane.article).collect();
        let fresh = state.articles.iter().map(|article| article.id).find(|id| !open.contains(id));
        let Some(id) = fresh else { break };
        set(state, open.len(), id);
    }
    if state.focus == Focus::List && !state.panes.is_empty() {
        focus(state, Focus::Report(0));
    }
}
