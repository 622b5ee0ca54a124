//! `:`: every command by name, narrowed down by what is typed.

use super::commands::{Command, Contexts, Count, TABLE};
use super::prompt::{Prompt, Purpose};
use super::state::State;
use crate::text::InOrder;

/// Opens the palette.
pub fn open(state: &mut State, _: Count) {
    let place = state.context();
    state.prompt = Some(Prompt::new(Purpose::Palette(place)));
    narrow(state);
}

/// The commands that hold in the place and have the typed words, those whose name begins with
/// them first.
pub fn matching(state: &State, place: Contexts, words: &str) -> Vec<&'static Command> {
    let mut found: Vec<&'static Command> = TABLE
        .iter()
        .filter(|command| command.holds.meets(place) && command.name != "palette")
        .filter(|command| command.matches(words, state))
        .collect();
    found.put_in_order_of(|command| !command.name.starts_with(words));
    found
}

/// Computes the choices anew after something was typed.
pub fn narrow(state: &mut State) {
    let Some(Prompt { purpose: Purpose::Palette(place), text, .. }) = &state.prompt else {
        return;
    };
    let found = matching(state, *place, text.trim());
    if let Some(prompt) = &mut state.prompt {
        prompt.chosen = prompt.chosen.min(found.len().saturating_sub(1));
        prompt.commands = found;
    }
}

/// Runs the chosen command.
pub fn run(state: &mut State, prompt: &Prompt) {
    if let Some(command) = prompt.commands.get(prompt.chosen) {
        state.last = Some(command.name);
        (command.run)(state, None);
    }
}
