//! Reports coming in, one batch after another, and being read anew.

use std::sync::Arc;

use crate::article::Article;

use super::action::{Effect, Remembered};
use super::notice::Notice;
use super::panes;
use super::state::{Focus, State};
use super::{comparing, correcting, keeping, searching};

/// Takes in a batch; the first one opens the panes.
pub fn loaded(state: &mut State, articles: Vec<Article>, left: usize) {
    state.left_to_load = left;
    if !articles.is_empty() {
        Arc::make_mut(&mut state.articles).extend(articles);
        let first = state.panes.is_empty();
        if first || state.last.is_none() {
            panes::open_first(state);
        }
    }
    if left == 0 && state.articles.is_empty() {
        // There is nothing to read: why is told where the program was called.
        return state.ask(Effect::Quit);
    }
    if left == 0 {
        searching::again(state);
        correcting::set_reports(state);
        comparing::ask(state);
    }
}

/// Takes in a report that was read again, at the place of its old self.
pub fn reloaded(state: &mut State, article: Article) {
    let id = article.id;
    let Some(place) = Arc::make_mut(&mut state.articles).get_mut(id.0 as usize) else { return };
    let same = place.text == article.text;
    *place = article;
    correcting::forget(state, id);
    keeping::forget(state, id);
    correcting::set_reports(state);
    let articles = Arc::clone(&state.articles);
    let fold = state.options.fold_chrome;
    for pane in state.panes.iter_mut().filter(|pane| pane.article == id) {
        if let Some(article) = articles.get(id.0 as usize) {
            pane.renew(article, fold);
        }
    }
    drop(articles);
    state.tell(Notice::new(if same { "reloaded-same" } else { "reloaded" }));
    searching::again(state);
    comparing::ask(state);
}

/// Goes back to where the reader was the last time, unless keys were pressed already.
pub fn restored(state: &mut State, places: &[Remembered]) {
    if state.last.is_some() {
        return;
    }
    let mut open = Vec::new();
    for place in places {
        let known =
            state.articles.iter().find(|article| article.path.as_ref() == Some(&place.path));
        let Some(article) = known else { continue };
        if place.cursor as usize > article.text.len() || !is_boundary(article, place.cursor) {
            continue;
        }
        let id = article.id;
        state.places.insert(id, place.cursor);
        open.extend(place.pane.map(|pane| (pane, id)));
    }
    open.sort_unstable();
    if !open.is_empty() {
        state.panes.clear();
        for (at, (_, id)) in open.into_iter().take(panes::MOST).enumerate() {
            panes::set(state, at, id);
        }
        panes::focus(state, Focus::Report(0));
    }
}

fn is_boundary(article: &Article, offset: u32) -> bool {
    article.text.as_str().is_char_boundary(offset as usize)
}
