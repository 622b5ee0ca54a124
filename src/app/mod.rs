//! What the reader does: state, the one table of commands, and update. No I/O, no drawing.
//!
//! [`update`] takes one [`Action`], changes [`State`] and returns the [`Effect`]s to be done by
//! `run`. Begin with [`commands::TABLE`] (how to add a command is told there), then the file of
//! its group: `moving`, `panes`, `searching`, `selecting`, `comparing`, `keeping`, `annotating`, `correcting`, `reading`.
//! How to add a pane or a view: `state`, `geometry` and `ui`.

pub mod action;
pub mod annotating;
pub mod card;
pub mod claims;
pub mod commands;
pub mod comparing;
pub mod correcting;
pub mod document;
pub mod flow;
pub mod geometry;
mod grid;
mod grouped;
pub mod help;
pub mod jumps;
pub mod keeping;
pub mod key;
pub mod keyboard;
pub mod keymap;
pub mod listing;
mod loading;
pub mod locking;
pub mod marking;
pub mod matrix;
mod mouse;
pub mod moving;
pub mod notice;
pub mod options;
pub mod order;
pub mod palette;
pub mod pane;
pub mod panes;
pub mod prompt;
pub mod reading;
pub mod rows;
pub mod searching;
mod seeking;
pub mod selecting;
pub mod shelf;
pub mod side;
pub mod sources;
pub mod state;
pub mod units;

pub use action::{Action, Effect};
pub use state::State;

use key::{Code, Key};
use keymap::{Meaning, digit};
use notice::Notice;

/// Takes in one thing that happened.
pub fn update(state: &mut State, action: Action) -> Vec<Effect> {
    match action {
        Action::Key(key) => {
            keeping::look(state);
            press(state, key);
        }
        Action::Paste(text) => prompt::insert(state, &text),
        Action::Mouse(mouse) => mouse::update(state, mouse),
        Action::Resize(width, height) => state.size = (width, height),
        Action::Loaded { articles, left } => loading::loaded(state, articles, left),
        Action::Opened(articles, id) => shelf::opened(state, articles, &id),
        Action::Reloaded(article) => loading::reloaded(state, *article),
        Action::Restored(places) => loading::restored(state, &places),
        Action::Found { generation, hits, left } => {
            searching::found(state, generation, hits, left);
        }
        Action::Reading { done, all } => state.reading = Some((done, all)),
        Action::Compared { readings, comparison } => {
            state.reading = None;
            comparing::arrived(state, readings, comparison);
        }
        Action::Named(event) => state.event = state.event.take().or(Some(event)),
        Action::Notebook(news) => keeping::news(state, news),
        Action::Kept(change, news) => keeping::kept(state, *change, news),
        Action::Exported { name, notice, there } => shelf::saved(state, name, notice, there),
        Action::NoteWritten(id, note) => annotating::noted(state, &id, &note),
        Action::Prepared(prepared) => shelf::prepared(state, prepared),
        Action::Encoder(name) => state.encoder = Some(name),
        Action::NotKept(change, why) => keeping::refused(state, &change, why),
        Action::Tell(notice) => state.tell(notice),
        Action::Settle => {}
    }
    geometry::settle(state);
    std::mem::take(&mut state.effects)
}

/// One key: a letter in a text field, the name of a mark, a digit of a count, or a part of a
/// command.
fn press(state: &mut State, key: Key) {
    if state.prompt.is_none()
        && let Some(awaiting) = state.awaiting.take()
    {
        if let Some(letter) = key.typed() {
            let letter = keyboard::latin(letter).unwrap_or(letter);
            moving::named(state, awaiting, letter);
        }
        return;
    }
    if state.prompt.is_none() && is_count(state, key) {
        return;
    }
    state.pending.keys.push(key);
    match state.keymap.find(state.context(), &state.pending.keys) {
        Meaning::Command(command) => {
            let count = std::mem::take(&mut state.pending).count;
            state.last = Some(command.name);
            state.notice = None;
            state.unread.clear();
            if !reading::leaves_samples(state, command.name) {
                (command.run)(state, count);
            }
        }
        Meaning::Prefix => {}
        Meaning::Nothing => unknown(state, key),
    }
}

/// Digits before a command are its count; with Alt they are the number of a pane.
fn is_count(state: &mut State, key: Key) -> bool {
    let Some(digit) = digit(key).filter(|_| state.pending.keys.is_empty()) else { return false };
    if key.alt {
        state.pending = keymap::Pending::default();
        state.last = Some("next-pane");
        panes::next(state, Some(digit));
        return true;
    }
    let before = state.pending.count;
    if digit == 0 && before.is_none() {
        return false;
    }
    state.pending.count = Some(before.unwrap_or(0).saturating_mul(10).saturating_add(digit));
    true
}

/// A key that means nothing here: typed in a text field, else answered.
fn unknown(state: &mut State, key: Key) {
    let pending = std::mem::take(&mut state.pending);
    if state.prompt.is_some() {
        if let Some(letter) = key.typed() {
            prompt::insert(state, letter.encode_utf8(&mut [0; 4]));
        }
        return;
    }
    if key.code != Code::Esc {
        let keys = key::show_keys(&pending.keys);
        state.tell(Notice::new("no-such-key").words("keys", keys));
    }
}
