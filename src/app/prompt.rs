//! One line of text from the reader: a search, a filter, the palette, a note, tags.
//!
//! The caret is a byte offset on a cluster boundary, in logical order; where it stands on the
//! screen is the row's affair. To ask for something else, add a [`Purpose`] and an arm in
//! [`accept`] (and in [`changed`], when every letter counts).

use unicode_segmentation::UnicodeSegmentation as _;

use super::commands::{Command, Contexts, Count};
use super::notice::Notice;
use super::rows::Sideways;
use super::state::State;
use super::{annotating, correcting, help, marking, palette, searching, seeking, shelf};
use crate::notebook::Field;
use crate::text::{Base, Direction, Layout, Paragraph, Span, fold};

/// What the text is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Words to look for in all reports; every letter counts.
    Search,
    /// Words to look for in the help; every letter counts.
    FilterHelp,
    /// What the notebook's view is narrowed to; every letter counts.
    FilterNotebook,
    /// The note of a bookmark.
    Note,
    /// The tags of a bookmark, parted by spaces or commas.
    Tags,
    /// What a correction says now.
    Correct(Field),
    /// What a disagreement is about that the reader marked.
    Title,
    /// The name of a file to write the notebook into.
    Export,
    /// Commands that hold in this place.
    Palette(Contexts),
}

/// An open text field.
#[derive(Clone, Debug)]
pub struct Prompt {
    /// What becomes of the text when it is accepted.
    pub purpose: Purpose,
    /// What is typed, without control characters.
    pub text: String,
    /// Byte offset in `text`, on a cluster boundary.
    pub caret: usize,
    /// The whole text is selected: what is typed takes its place.
    pub selected: bool,
    /// The choice that is lit, in the palette.
    pub chosen: usize,
    /// The choices of the palette.
    pub commands: Vec<&'static Command>,
    /// How far back in what was typed before; 0 is the line being typed.
    back: usize,
    typed: String,
}

impl Prompt {
    /// An empty field.
    pub fn new(purpose: Purpose) -> Self {
        Self {
            purpose,
            text: String::new(),
            caret: 0,
            selected: false,
            chosen: 0,
            commands: Vec::new(),
            back: 0,
            typed: String::new(),
        }
    }

    /// The field with words in it already.
    #[must_use]
    pub fn with(mut self, text: &str) -> Self {
        self.set(text);
        self
    }

    /// The field with words in it that the first letter typed replaces.
    #[must_use]
    pub fn selecting(mut self, text: &str) -> Self {
        self.set(text);
        self.selected = !text.is_empty();
        self
    }

    fn set(&mut self, text: &str) {
        text.clone_into(&mut self.text);
        self.caret = self.text.len();
    }

    /// Types at the caret; control characters and line ends become spaces.
    pub fn insert(&mut self, text: &str) {
        let clean: String =
            text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
        if std::mem::take(&mut self.selected) {
            self.set("");
        }
        self.text.insert_str(self.caret, &clean);
        self.caret += clean.len();
    }

    fn before(&self) -> usize {
        let head = self.text.get(..self.caret).unwrap_or_default();
        head.grapheme_indices(true).next_back().map_or(0, |(at, _)| at)
    }

    fn after(&self) -> usize {
        let tail = self.text.get(self.caret..).unwrap_or_default();
        self.caret + tail.graphemes(true).next().map_or(0, str::len)
    }

    fn remove(&mut self, from: usize, to: usize) {
        if self.selected {
            return self.set("");
        }
        self.text.replace_range(from..to, "");
        self.caret = from;
    }
}

/// Runs an edit on the open field and lets the rest of the program know.
fn edit(state: &mut State, change: impl FnOnce(&mut Prompt)) {
    let Some(prompt) = &mut state.prompt else { return };
    let before = prompt.text.clone();
    change(prompt);
    prompt.selected = false;
    if prompt.text != before {
        prompt.chosen = 0;
        if matches!(prompt.purpose, Purpose::Correct(_)) {
            prompt.back = 0;
        }
        changed(state);
    }
}

/// After the text has changed.
fn changed(state: &mut State) {
    let Some(prompt) = &state.prompt else { return };
    match prompt.purpose {
        Purpose::FilterHelp => {
            let words = prompt.text.clone();
            help::filter(state, &words);
        }
        Purpose::FilterNotebook => {
            let words = prompt.text.clone();
            shelf::filter(state, &words);
        }
        Purpose::Search => {
            let words = prompt.text.clone();
            seeking::typed(state, &words);
        }
        Purpose::Palette(_) => palette::narrow(state),
        Purpose::Note | Purpose::Tags | Purpose::Correct(_) | Purpose::Title | Purpose::Export => {}
    }
}

/// A letter or a pasted text.
pub fn insert(state: &mut State, text: &str) {
    edit(state, |prompt| prompt.insert(text));
}

/// `Enter`: closes the field and does what it was opened for.
pub fn accept(state: &mut State, _: Count) {
    let Some(prompt) = state.prompt.take() else { return };
    match prompt.purpose {
        Purpose::Search => searching::start(state, &prompt.text),
        Purpose::FilterHelp | Purpose::FilterNotebook => {}
        Purpose::Note | Purpose::Tags => annotating::typed(state, prompt.purpose, &prompt.text),
        Purpose::Correct(field) => correcting::typed(state, field, &prompt.text),
        Purpose::Title => marking::titled(state, &prompt.text),
        Purpose::Export => shelf::save_as(state, prompt.text.trim()),
        Purpose::Palette(_) => palette::run(state, &prompt),
    }
}

/// `Esc`: closes the field; a search or a filter that was typed is undone with it.
pub fn cancel(state: &mut State, _: Count) {
    match state.prompt.take().map(|prompt| prompt.purpose) {
        Some(Purpose::Search) => seeking::cancel(state),
        Some(Purpose::FilterHelp) => help::filter(state, ""),
        Some(Purpose::FilterNotebook) => shelf::filter(state, ""),
        Some(Purpose::Title) => {
            state.correcting.pair = None;
            state.tell(Notice::new("missed-not"));
        }
        _ => {}
    }
}

/// Erases the letter before the caret; in an empty field, closes it.
pub fn erase(state: &mut State, count: Count) {
    if state.prompt.as_ref().is_some_and(|prompt| prompt.text.is_empty()) {
        return cancel(state, count);
    }
    edit(state, |prompt| prompt.remove(prompt.before(), prompt.caret));
}

/// Erases the cluster after the caret.
pub fn delete(state: &mut State, _: Count) {
    edit(state, |prompt| prompt.remove(prompt.caret, prompt.after()));
}

/// Erases back to the beginning of the word before the caret.
pub fn erase_word(state: &mut State, _: Count) {
    edit(state, |prompt| {
        let head = prompt.text.get(..prompt.caret).unwrap_or_default().trim_end();
        let from = head.rfind(char::is_whitespace).map_or(0, |at| {
            at + head.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8)
        });
        prompt.remove(from, prompt.caret);
    });
}

/// Erases all before the caret.
pub fn erase_all(state: &mut State, _: Count) {
    edit(state, |prompt| prompt.remove(0, prompt.caret));
}

/// The caret moves on the screen, as in a report: through a figure or a Latin word against the
/// way the Arabic round it runs.
pub fn left(state: &mut State, _: Count) {
    sideways(state, Sideways::Left);
}

/// The caret to the right on the screen, as [`left`].
pub fn right(state: &mut State, _: Count) {
    sideways(state, Sideways::Right);
}

fn sideways(state: &mut State, side: Sideways) {
    let layout = layout(state);
    edit(state, |prompt| prompt.caret = beside(&prompt.text, prompt.caret, side, layout));
}

/// How typed text is set: by its first strong letter, before there is one as the interface.
pub fn layout(state: &State) -> Layout {
    let base = if state.options.is_rtl() { Base::Auto } else { Base::AutoLtr };
    state.options.layout.with_base(base)
}

/// The place on that side of the caret: a letter, or the end of the text, which lies beyond the
/// last letter of the row.
fn beside(text: &str, caret: usize, side: Sideways, layout: Layout) -> usize {
    let row = Paragraph::new(text, Span::new(0, text.len()), &layout).whole(text);
    let mut places: Vec<usize> = row.cells.iter().map(|cell| cell.span.start as usize).collect();
    let end = if row.direction == Direction::Ltr { places.len() } else { 0 };
    places.insert(end, text.len());
    // A caret inside a lam-alef stands on its cell.
    let here = row.cells.iter().find(|cell| cell.span.contains(caret as u32));
    let here = here.map_or(text.len(), |cell| cell.span.start as usize);
    let at = places.iter().position(|place| *place == here).unwrap_or(end);
    let next = match side {
        Sideways::Left => at.checked_sub(1),
        Sideways::Right => Some(at + 1),
    };
    next.and_then(|next| places.get(next)).copied().unwrap_or(caret)
}

/// The caret before the first letter in logical order.
pub fn start(state: &mut State, _: Count) {
    edit(state, |prompt| prompt.caret = 0);
}

/// The caret after the last letter in logical order.
pub fn end(state: &mut State, _: Count) {
    edit(state, |prompt| prompt.caret = prompt.text.len());
}

/// `Down`: the next choice, the newer entry of what was searched, or the tag completed.
pub fn down(state: &mut State, _: Count) {
    choose(state, 1);
}

/// `Up`: the choice before, or the older entry of what was searched.
pub fn up(state: &mut State, _: Count) {
    choose(state, -1);
}

/// Goes through the choices of the palette, or through what was searched before.
fn choose(state: &mut State, by: isize) {
    let history = &state.search.history;
    let Some(prompt) = &mut state.prompt else { return };
    match prompt.purpose {
        Purpose::Palette(_) => {
            let last = prompt.commands.len().saturating_sub(1);
            prompt.chosen = prompt.chosen.saturating_add_signed(by).min(last);
        }
        Purpose::Search => {
            if prompt.back == 0 {
                prompt.typed.clone_from(&prompt.text);
            }
            let back = prompt.back.saturating_add_signed(-by).min(history.len());
            let older = history.len().checked_sub(back).and_then(|at| history.get(at));
            let text = older.filter(|_| back > 0).unwrap_or(&prompt.typed).clone();
            prompt.back = back;
            prompt.set(&text);
            changed(state);
        }
        Purpose::Tags => {
            let completed = prompt.text.clone();
            if let Some(text) = annotating::complete(state, &completed) {
                edit(state, |prompt| prompt.set(&text));
            }
        }
        Purpose::Correct(field) => choose_name(state, field, by),
        Purpose::FilterHelp
        | Purpose::FilterNotebook
        | Purpose::Note
        | Purpose::Title
        | Purpose::Export => {}
    }
}

/// Goes through the names that begin like what was typed, through all of them where none does.
fn choose_name(state: &mut State, field: Field, by: isize) {
    let mut names = correcting::names(state, field);
    let Some(prompt) = &mut state.prompt else { return };
    if prompt.back == 0 {
        prompt.typed.clone_from(&prompt.text);
    }
    let typed = fold(&prompt.typed);
    let begins = |name: &String| fold(name).starts_with(&typed) && fold(name) != typed;
    if names.iter().any(begins) {
        names.retain(begins);
    }
    let places = (names.len() + 1).cast_signed();
    prompt.back = (prompt.back.cast_signed() + by).rem_euclid(places).cast_unsigned();
    let chosen = prompt.back.checked_sub(1).and_then(|at| names.get(at));
    let text = chosen.unwrap_or(&prompt.typed).clone();
    prompt.set(&text);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What stands at the caret after each step to that side, from the start or the end.
    fn walk(text: &str, from: usize, side: Sideways) -> String {
        let layout = Layout::new(80);
        let mut caret = from;
        let mut seen = String::new();
        for _ in 0..text.chars().count() {
            caret = beside(text, caret, side, layout);
            seen.push(text.get(caret..).and_then(|rest| rest.chars().next()).unwrap_or('|'));
        }
        seen
    }

    #[test]
    fn the_caret_walks_as_the_eye_sees() {
        let text = "قتل 17 من Fox";
        assert_eq!(walk(text, 0, Sideways::Left), "تل 71 من xoF|");
        assert_eq!(walk(text, text.len(), Sideways::Right), "Fox نم 17 لتق");
        assert_eq!(walk("abc", 3, Sideways::Left), "cba");
        assert_eq!(walk("abc", 0, Sideways::Right), "bc|");
        assert_eq!(walk("abc", 3, Sideways::Right), "|||");
    }
}
