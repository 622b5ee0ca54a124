//! What several reports say of each other: on the screen, or printed.

use std::io::{self, IsTerminal};

use super::corrected::{self, Corrected};
use super::output::{self, Ending, complain};
use super::{Form, House};
use crate::article::{Input, Loaded, load, none_there};
use crate::compare::Dossier;
use crate::error::Problem;
use crate::report::{self, Head};
use crate::run;
use crate::terminal::detect::Environment;

/// `tabayun [FILE|FOLDER|-]…`: the reading screen, or the comparison where there is no terminal.
pub fn read(inputs: Vec<Input>, house: &House) -> Ending {
    let piped = inputs.is_empty() && !io::stdin().is_terminal();
    let inputs = if piped { vec![Input::Stdin] } else { inputs };
    let dumb = Environment::read().is_dumb();
    if io::stdout().is_terminal() && !dumb {
        return screen(inputs, house);
    }
    if io::stdout().is_terminal() {
        complain(&house.messages.text("cli-dumb"));
    }
    house.tell(&house.problems);
    let loaded = load(&inputs);
    // Nothing was named and nothing came: a script without input sees the sample.
    let nothing = piped && loaded.articles.is_empty();
    show(Form::Text, true, if nothing { load(&[]) } else { loaded }, house)
}

/// The reading screen; what could not be read is said again when it is left.
fn screen(inputs: Vec<Input>, house: &House) -> Ending {
    if let Some(problems) = none_there(&inputs) {
        house.tell(&problems);
        complain(&house.messages.text("cli-nothing-read"));
        return Ending::Partly;
    }
    let (settings, paths) = (house.settings.clone(), house.paths.clone());
    let problems = house.problems.clone();
    match run::read(run::Start { inputs, settings, paths, problems }) {
        Ok(told) => {
            house.tell(&house.problems);
            house.tell(&told.keys);
            house.tell(&told.unread);
            Ending::after(Ok(()), told.unread.iter().all(Problem::is_warning))
        }
        Err(error) => Ending::Unwritten(error),
    }
}

/// `tabayun compare`
pub fn print(form: Form, corrected: bool, inputs: &[Input], house: &House) -> Ending {
    show(form, corrected, load(inputs), house)
}

fn show(form: Form, corrected: bool, mut loaded: Loaded, house: &House) -> Ending {
    house.tell(&loaded.problems);
    if loaded.articles.is_empty() {
        complain(&house.messages.text("cli-nothing-read"));
        return Ending::Partly;
    }
    let (corrections, read) = if corrected { corrected::kept(house) } else { (Vec::new(), true) };
    corrected::reports(&corrections, &mut loaded.articles);
    let Corrected { readings, comparison, told } =
        corrected::compare(&loaded.articles, &corrections, &house.messages);
    let dossier =
        Dossier { articles: &loaded.articles, readings: &readings, messages: &house.messages };
    let head = Head { event: loaded.event.as_deref(), corrections: &told };
    let text = match form {
        Form::Json => report::json::document(&dossier, &comparison, head),
        Form::Text => report::plain::document(&dossier, &comparison, head),
        Form::Markdown => report::markdown::document(&dossier, &comparison, head),
        Form::Html => report::html::document(&dossier, &comparison, head),
    };
    Ending::after(output::write(&text), read && loaded.problems.iter().all(Problem::is_warning))
}
