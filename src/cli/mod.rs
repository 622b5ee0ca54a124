//! The command line: what was asked for, and who answers it.
//!
//! `definition` says which words there are, for parsing, help, the manual page and completions;
//! [`parse`] turns words into an [`Invocation`]; [`run`] hands it to the room that does the work.
//! Exit codes: 0 done, 1 some input could not be read (the rest is shown), 2 usage.

mod arguments;
mod compare;
mod corrected;
mod definition;
mod facts;
mod jsonl;
mod manual;
mod output;
mod print;
mod quotes;
mod usage;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

pub use arguments::parse;
pub use definition::command;

use crate::article::Input;
use crate::error::Problem;
use crate::locale::Messages;
use crate::settings::{Digits, Paths, Settings, settings};
use output::Ending;

/// What one start of the program is to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invocation {
    /// What to do; the reading screen where nothing else was asked.
    pub task: Task,
    /// Settings given as flags: name and value.
    pub flags: Vec<(&'static str, String)>,
}

/// The task of one start.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Task {
    /// The reading screen; no input is the built-in sample, or what is piped in.
    Read(Vec<Input>),
    /// `tabayun compare`: the comparison on standard output.
    Compare {
        /// `--format`; [`Form::Text`] where none is given.
        form: Form,
        /// With the reader's own corrections.
        corrected: bool,
        /// The reports to compare.
        inputs: Vec<Input>,
    },
    /// `tabayun facts --jsonl`: reports from standard input, a line of claims for each.
    Facts,
    /// `tabayun text`: the text that the offsets of the JSON refer to; standard input without a
    /// file.
    Text(Input),
    /// `tabayun quotes`: the notebook on standard output, or an export taken into it.
    Quotes {
        /// The name of a [`crate::notebook::Format`].
        form: String,
        /// Only what answers it, as it is typed in the notebook's view.
        filter: Option<String>,
        /// An export to take in, instead of printing.
        import: Option<Input>,
    },
    /// `tabayun doctor`: what this terminal does with Arabic.
    Doctor {
        /// The examination as JSON instead of sentences.
        json: bool,
    },
    /// `tabayun completions`: the script for this shell; for bash where none is named.
    Completions(clap_complete::Shell),
    /// `tabayun man`: the manual page.
    Man,
    /// `--list-keys`: the table of commands with the keys that the settings leave them.
    ListKeys,
    /// `--print-config`: the default settings with their comments.
    PrintConfig,
    /// A commented example of a file of the reader's own words.
    PrintLexicon,
    /// The same of topics.
    PrintTopics,
    /// `--paths`: where the files of the program are.
    Paths,
}

/// A form of a printed comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Sentences for a terminal or a file.
    Text,
    /// One record, with offsets in bytes of each article's text.
    Json,
    /// For an editor's document.
    Markdown,
    /// One page that needs nothing else.
    Html,
}

/// What every task needs to know.
pub struct House {
    /// From defaults, file, environment and flags, the last of them winning.
    pub settings: Settings,
    /// In the language that the settings ask for.
    pub messages: Messages,
    /// Where settings, notebook, state and cache lie; none without a home folder.
    pub paths: Paths,
    /// Settings, words and topics of the reader's that were wrong.
    pub problems: Vec<Problem>,
}

/// Runs the program with its arguments (the first is its name) and the environment.
pub fn main(
    arguments: impl IntoIterator<Item = OsString>,
    variable: &dyn Fn(&str) -> Option<String>,
) -> ExitCode {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let language = arguments::language(&arguments, variable);
    let invocation = match parse(arguments, variable) {
        Ok(invocation) => invocation,
        Err(error) => return usage::answer(&error, &Messages::new(language, Digits::Auto)),
    };
    let paths = Paths::find(variable);
    let (settings, mut problems) = settings(&paths, variable, &invocation.flags);
    problems.extend(own_words(&paths));
    let messages = Messages::of(&settings);
    let house = House { settings, messages, paths, problems };
    // The reading screen shows them itself, where they can be seen.
    if !matches!(invocation.task, Task::Read(_)) {
        house.tell(&house.problems);
    }
    let ending = run(invocation.task, &house);
    output::exit(ending, &house)
}

/// Takes in the reader's words and topics, and tells which of the files were wrong.
fn own_words(paths: &Paths) -> Vec<Problem> {
    let words = paths.lexicon.as_deref().map(crate::facts::lexicon::add_folder);
    let topics = paths.topics.as_deref().map(crate::facts::topic::add_folder);
    words.into_iter().chain(topics).flatten().collect()
}

fn run(task: Task, house: &House) -> Ending {
    match task {
        Task::Read(inputs) => compare::read(inputs, house),
        Task::Compare { form, corrected, inputs } => {
            compare::print(form, corrected, &inputs, house)
        }
        Task::Facts => facts::answer(house),
        Task::Text(input) => print::text(input, house),
        Task::Quotes { form, filter, import } => quotes::answer(&form, filter, import, house),
        Task::Doctor { json } => print::doctor(json, house),
        Task::Completions(shell) => print::completions(shell, house),
        Task::Man => print::man(house),
        Task::ListKeys => print::keys(house),
        Task::PrintConfig => print::config(),
        Task::PrintLexicon => print::lexicon(),
        Task::PrintTopics => print::topics(),
        Task::Paths => print::paths(house),
    }
}

impl House {
    /// Says problems on standard error, a sentence a line.
    pub fn tell(&self, problems: &[Problem]) {
        for problem in problems {
            output::complain(&self.messages.problem(problem));
        }
    }
}

/// An input as the command line names it: `-` is standard input.
fn input(name: &OsString) -> Input {
    if name == "-" { Input::Stdin } else { Input::Path(PathBuf::from(name)) }
}
