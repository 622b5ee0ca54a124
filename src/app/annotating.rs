//! What the reader adds to something kept: a note in a line or in an editor, tags, a colour.
//!
//! Each is a new version of the bookmark, written by the keeper like any other change.

use crate::compare::{Claim, Disagreement};
use crate::notebook::{Bookmark, Colour, Facet, Id, Kind, take};
use crate::text::fold;

use super::action::Effect;
use super::card::About;
use super::commands::Count;
use super::keeping::{self, write};
use super::moving;
use super::notice::Notice;
use super::prompt::{Prompt, Purpose};
use super::state::{State, View};
use super::{comparing, shelf};

/// The bookmark that a note or tags are for: the one chosen in the notebook, the one of what the card
/// or the matrix shows, the one under the cursor, else the last one kept.
fn meant(state: &State) -> Option<Id> {
    if let Some(chosen) = shelf::chosen(state) {
        return Some(chosen.id.clone());
    }
    if let Some(claim) = shown(state) {
        return kept_of(state, claim);
    }
    let here = moving::here(state)?;
    let under = state.keeping.at(here.article, here.offset);
    under.map(|place| place.id.clone()).or_else(|| state.keeping.last.clone())
}

/// The first claim of what the card or the row of the matrix is about.
fn shown(state: &State) -> Option<(Option<&Disagreement>, Claim)> {
    if let (View::Card, Some(About::Claim(claim))) = (state.view, state.card.about) {
        return Some((None, claim));
    }
    if !matches!(state.view, View::Card | View::Matrix) {
        return None;
    }
    let at = keeping::disagreement_meant(state)?;
    let one = state.comparison.as_ref()?.disagreements.get(at)?;
    Some((Some(one), one.members().next()?))
}

/// The bookmark that keeps this disagreement, or the sentence of this claim.
fn kept_of(state: &State, (one, claim): (Option<&Disagreement>, Claim)) -> Option<Id> {
    let article = state.article(claim.article)?;
    let sentence = comparing::fact_of(state, claim)?.sentence;
    let words = article.text.slice(sentence)?;
    let keeps = |bookmark: &&Bookmark| match (&bookmark.kind, one) {
        (Kind::Disagreement(finding), Some(one)) => {
            finding.topic == one.topic && finding.verdict == one.verdict
        }
        (Kind::Sentence, None) => bookmark.words() == words,
        _ => false,
    };
    let source = take::source(article, state.now);
    let kept = state.keeping.book.of_report(&source).into_iter().rfind(keeps);
    kept.map(|bookmark| bookmark.id.clone())
}

/// `a`: a note in one line; one that has several lines already is written in the editor.
pub fn note(state: &mut State, count: Count) {
    let id = meant(state);
    let kept = id.and_then(|id| state.keeping.book.newest(&id));
    if kept.is_some_and(|bookmark| bookmark.note.contains('\n')) {
        return write_note(state, count);
    }
    ask(state, Purpose::Note, |bookmark| bookmark.note.clone());
}

/// `A`: a note in the reader's editor.
pub fn write_note(state: &mut State, _: Count) {
    let id = meant(state);
    let kept = id.and_then(|id| state.keeping.book.newest(&id));
    match kept.map(|bookmark| (bookmark.id.clone(), bookmark.note.clone())) {
        Some((id, note)) => {
            state.keeping.editing = Some((id.clone(), note.clone()));
            state.ask(Effect::WriteNote(id, note));
        }
        None => state.tell(Notice::new("nothing-kept-here")),
    }
}

/// Takes a note that was written in an editor.
pub fn noted(state: &mut State, id: &Id, note: &str) {
    let note = note.trim();
    let began = state.keeping.editing.take().filter(|(of, _)| of == id);
    if state.keeping.book.newest(id).is_some_and(|bookmark| bookmark.note == note) {
        return state.tell(Notice::new("note-as-it-was"));
    }
    set_note(state, id, &began.map_or(String::new(), |(_, began)| began), note);
}

/// Writes the note that `began` has become. What another copy of the program wrote meanwhile stays, and
/// what was written here stands behind it.
fn set_note(state: &mut State, id: &Id, began: &str, note: &str) {
    let theirs = state.keeping.book.newest(id).map(|bookmark| bookmark.note.clone());
    let theirs = theirs.filter(|now| !now.is_empty() && now != began && now != note);
    let both = match &theirs {
        Some(theirs) if note == began => theirs.clone(),
        Some(theirs) => format!("{theirs} — {note}"),
        None => note.to_owned(),
    };
    state.keeping.joined = theirs.is_some();
    change(state, id, |bookmark| bookmark.note = both);
}

/// Hands a bookmark over to be written as it is now.
fn change(state: &mut State, id: &Id, change: impl FnOnce(&mut Bookmark)) {
    match state.keeping.book.edit(id, state.now, change) {
        Some(change) => write(state, change),
        None => state.tell(Notice::new("nothing-kept-here")),
    }
}

/// `C`: the next colour of the marker, and after the last one none.
pub fn colour(state: &mut State, _: Count) {
    let id = meant(state);
    let change = id.and_then(|id| {
        state.keeping.book.edit(&id, state.now, |bookmark| {
            bookmark.colour = match bookmark.colour {
                None => Some(Colour::ALL[0]),
                Some(now) => {
                    let next = Colour::ALL.iter().skip_while(|colour| **colour != now).nth(1);
                    next.copied()
                }
            };
        })
    });
    match change {
        Some(change) => write(state, change),
        None => state.tell(Notice::new("nothing-kept-here")),
    }
}

/// `t`: the tags of the bookmark at the cursor, else of the last one kept, in a text field.
pub fn tags(state: &mut State, _: Count) {
    shelf::prepare(state);
    ask(state, Purpose::Tags, |bookmark| bookmark.tags.join(" "));
}

fn ask(state: &mut State, purpose: Purpose, now: impl Fn(&Bookmark) -> String) {
    let id = meant(state);
    let found = id.and_then(|id| state.keeping.book.newest(&id));
    let Some(bookmark) = found else {
        return state.tell(Notice::new("nothing-kept-here"));
    };
    let began = now(bookmark);
    let id = bookmark.id.clone();
    state.prompt = Some(Prompt::new(purpose).with(&began));
    state.keeping.editing = Some((id, began));
}

/// Takes the note or the tags that were typed; tags are parted by spaces or commas.
pub fn typed(state: &mut State, purpose: Purpose, text: &str) {
    let Some((id, began)) = state.keeping.editing.take() else { return };
    let text = text.trim();
    if purpose != Purpose::Tags {
        return set_note(state, &id, &began, text);
    }
    let parts = |tags: &str| -> Vec<String> {
        let parts = tags.split([' ', ',', '،', '#']).filter(|tag| !tag.is_empty());
        parts.map(str::to_owned).collect()
    };
    let (before, mut tags) = (parts(&began), parts(text));
    change(state, &id, |bookmark| {
        // What another copy of the program added meanwhile stays.
        tags.extend(bookmark.tags.drain(..).filter(|tag| !before.contains(tag)));
        tags.dedup();
        bookmark.tags = tags;
    });
}

/// The message that says what of a bookmark is another now.
pub fn what_changed(before: &Bookmark, now: &Bookmark) -> &'static str {
    if before.tags != now.tags {
        "kept-the-tags"
    } else if before.note != now.note {
        "kept-the-note"
    } else if before.colour != now.colour {
        "kept-the-colour"
    } else {
        "kept-the-changed"
    }
}

/// The tag that what was typed last begins like, for completion.
pub fn complete(state: &State, typed: &str) -> Option<String> {
    let (head, last) =
        typed.rsplit_once([' ', ',', '،']).map_or(("", typed), |(head, last)| (head, last));
    if last.is_empty() {
        return None;
    }
    // A large notebook is not made ready while somebody types.
    if state.keeping.book.unprepared().is_some() {
        return None;
    }
    let names = state.keeping.book.names(Facet::Tag);
    let begun = fold(last);
    let found = names.iter().find(|(name, _)| *name != last && fold(name).starts_with(&begun))?.0;
    Some(if head.is_empty() { found.to_owned() } else { format!("{head} {found}") })
}
