//! What the reader does to the screen and with a report as a whole: fold, show marks, open its
//! address, read it again, change colours, go back, quit.

use std::sync::Arc;

use crate::text::{InOrder, Marks};

use super::action::{Effect, Remembered};
use super::commands::Count;
use super::notice::Notice;
use super::state::State;

/// `.`: folds menus, share buttons and the like away, in all panes, or shows them again.
pub fn fold_chrome(state: &mut State, _: Count) {
    state.options.fold_chrome = !state.options.fold_chrome;
    let fold = state.options.fold_chrome;
    let articles = Arc::clone(&state.articles);
    for pane in &mut state.panes {
        if let Some(article) = articles.get(pane.article.0 as usize) {
            pane.renew(article, fold);
        }
    }
    state.tell(Notice::new(if fold { "chrome-folded" } else { "chrome-shown" }));
}

/// `,`: shows or hides tashkeel, in all panes.
pub fn tashkeel(state: &mut State, _: Count) {
    let marks = &mut state.options.layout.marks;
    *marks = match marks {
        Marks::Strip => Marks::Keep,
        Marks::Keep => Marks::Strip,
    };
    let shown = *marks == Marks::Keep;
    state.tell(Notice::new(if shown { "tashkeel-shown" } else { "tashkeel-hidden" }));
}

/// `o`: opens the address of the report in the browser, where it has one.
pub fn open_url(state: &mut State, _: Count) {
    match state.current().and_then(|article| article.url.clone()) {
        Some(url) => {
            state.tell(Notice::new("opening").words("url", url.clone()));
            state.ask(Effect::Open(url));
        }
        None => state.tell(Notice::new("no-url")),
    }
}

/// `r`: reads the report's file again, where it has one.
pub fn reload(state: &mut State, _: Count) {
    let known = state.current().and_then(|article| Some((article.id, article.path.clone()?)));
    match known {
        Some((article, path)) => state.ask(Effect::Reload { article, path }),
        None => state.tell(Notice::new("no-file")),
    }
}

/// `F2`: the next way of writing Arabic to this terminal; a sample line shows what it does.
pub fn encoder(state: &mut State, _: Count) {
    state.ask(Effect::NextEncoder);
}

/// While ways of writing Arabic are tried: Esc goes back to the former one, any other command keeps
/// the one that is shown. Whether the command has done its work with that.
pub fn leaves_samples(state: &mut State, command: &str) -> bool {
    if command == "next-encoder" || state.encoder.take().is_none() || command != "clear" {
        return false;
    }
    state.ask(Effect::FormerEncoder);
    true
}

/// `F3`: the next theme, for this session.
pub fn theme(state: &mut State, _: Count) {
    let told = state.options.next_theme();
    state.tell(Notice::new(told));
}

/// `Ctrl-l`: draws everything again, where another program wrote over the screen.
pub fn redraw(state: &mut State, _: Count) {
    state.ask(Effect::Redraw);
}

/// `Ctrl-z`: stops the program; the shell's `fg` brings it back.
pub fn suspend(state: &mut State, _: Count) {
    state.ask(Effect::Suspend);
}

/// `q`: closes what lies over the reading view; from there, quits.
pub fn back(state: &mut State, count: Count) {
    if !state.go_back() {
        quit(state, count);
    }
}

/// `Q`: leaves, whatever is open; the place in each report is remembered.
pub fn quit(state: &mut State, _: Count) {
    let remembered = remembered(state);
    state.ask(Effect::Remember(remembered));
    state.ask(Effect::Quit);
}

/// The place in every report that was opened and has a file.
pub fn remembered(state: &State) -> Vec<Remembered> {
    let open = state.panes.iter().enumerate();
    let open = open.map(|(pane, shown)| (shown.article, shown.cursor, Some(pane)));
    let closed = state.places.iter().map(|(article, cursor)| (*article, *cursor, None));
    let is_open = |id| state.panes.iter().any(|pane| pane.article == id);
    let mut places: Vec<Remembered> = open
        .chain(closed.filter(|(id, ..)| !is_open(*id)))
        .filter_map(|(id, cursor, pane)| {
            let path = state.article(id)?.path.clone()?;
            Some(Remembered { path, cursor, pane })
        })
        .collect();
    places.put_in_order(|one, other| one.path.cmp(&other.path));
    places
}
