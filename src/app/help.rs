//! The help screen: the table of commands for where the reader is, searchable.
//!
//! What is shown is computed when the screen opens or the filter changes ([`lines`]); `ui` words
//! it in the language of the interface.

use super::commands::{Command, Contexts, Count, Group, TABLE};
use super::moving::Step;
use super::prompt::{Prompt, Purpose};
use super::state::{State, View};
use crate::text::{Span, wrap};

/// One line of the help screen.
#[derive(Clone, Copy, Debug)]
pub enum Line {
    /// A heading.
    Group(Group),
    /// A command with its keys and what it does; several rows where that is long.
    Command(&'static Command),
}

/// Where the help screen stands.
#[derive(Clone, Debug, Default)]
pub struct Help {
    /// The first line shown: a place in `lines`.
    pub top: usize,
    /// Only commands whose name, keys or help has these words.
    pub filter: String,
    /// All that answers the filter, by group.
    pub lines: Vec<Line>,
    /// The place that help was asked for.
    place: Option<Contexts>,
}

/// Opens the help screen; on it, asks for words to look for.
pub fn open(state: &mut State, _: Count) {
    if state.view == View::Help {
        return find(state);
    }
    state.help = Help { place: Some(state.context()), ..Help::default() };
    state.show(View::Help);
}

/// Asks for words to look for in the help.
pub fn find(state: &mut State) {
    state.prompt = Some(Prompt::new(Purpose::FilterHelp).with(&state.help.filter));
}

/// Shows only what has the words; all of it for no words.
pub fn filter(state: &mut State, words: &str) {
    words.clone_into(&mut state.help.filter);
    state.help.top = 0;
}

/// Columns of the keys on a screen of this width.
pub fn keys(width: u16) -> u16 {
    KEYS.min(width / 2)
}

const KEYS: u16 = 30;

/// Rows of the screen that a line takes: what a command does may be longer than its line.
pub fn height(state: &State, line: &Line) -> usize {
    let Line::Command(command) = line else { return 1 };
    let width = state.geometry.body.padded().width;
    let layout = state.options.layout.with_width(width - keys(width));
    let words = command.help.in_language(state.options.is_rtl());
    wrap(words, Span::new(0, words.len()), &layout).len().max(1)
}

/// Takes a step on the help screen.
pub fn go(state: &mut State, step: Step) {
    let rows = usize::from(state.geometry.body.height);
    let help = &mut state.help;
    help.top = match step {
        Step::Bottom => help.lines.len(),
        step => step.in_list(help.top, help.lines.len(), rows),
    };
}

/// Computes the lines and keeps the window within them.
pub fn settle(state: &mut State) {
    if state.view != View::Help {
        return;
    }
    let lines = lines(state);
    let mut rows = usize::from(state.geometry.body.height).saturating_sub(1);
    // The last lines fill the screen.
    let from_end = lines.iter().rev().take_while(|line| {
        let height = height(state, line);
        let fits = height <= rows;
        rows = rows.saturating_sub(height);
        fits
    });
    let last = lines.len().saturating_sub(from_end.count().max(1));
    let help = &mut state.help;
    help.top = help.top.min(last);
    help.lines = lines;
}

/// The commands that hold where help was asked for, then those of text fields, by group.
fn lines(state: &State) -> Vec<Line> {
    let place = state.help.place.unwrap_or(Contexts::REPORT).and(Contexts::PROMPT);
    let mut lines = Vec::new();
    let mut group = None;
    let shown = TABLE
        .iter()
        .filter(|command| command.holds.meets(place) && command.matches(&state.help.filter, state));
    for command in shown {
        if group != Some(command.group) {
            group = Some(command.group);
            lines.push(Line::Group(command.group));
        }
        lines.push(Line::Command(command));
    }
    lines
}

impl Command {
    /// Whether the words are found in the name, the keys or the help in either language.
    pub fn matches(&self, words: &str, state: &State) -> bool {
        let keys = state.keymap.keys_of(self);
        let keys: Vec<String> = keys.iter().map(|keys| super::key::show_keys(keys)).collect();
        let all = [self.name, self.help.ar, self.help.en, &keys.join(" ")].join(" ");
        super::searching::has(&all, words)
    }
}
