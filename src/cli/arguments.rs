//! The definition of the command line, in the language of the interface, and what it parses to.

use std::borrow::Cow;
use std::ffi::OsString;

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, Command};
use clap_complete::Shell;

use super::{Form, Invocation, Task, input};
use crate::locale::Messages;
use crate::settings::{Digits, Interface, SETTINGS, interface};

/// The settings that have a flag.
const FLAGS: [&str; 6] = ["lang", "bidi", "shaping", "marks", "digits", "theme"];

/// The forms of `tabayun quotes`.
const QUOTE_FORMS: [&str; 5] = ["markdown", "csv", "jsonld", "bibtex", "csl-json"];

/// Reads the arguments; the first is the program's name.
///
/// # Errors
/// What was not understood, or the help that was asked for, ready to print.
pub fn parse(
    arguments: impl IntoIterator<Item = OsString>,
    variable: &dyn Fn(&str) -> Option<String>,
) -> Result<Invocation, Box<clap::Error>> {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    if let Some(inputs) = only_names(&arguments) {
        return Ok(Invocation { task: Task::Read(inputs), flags: Vec::new() });
    }
    let messages = Messages::new(language(&arguments, variable), Digits::Auto);
    let matches = command(&messages).try_get_matches_from(arguments)?;
    let mut flags = flags(&matches);
    if let Some((_, inner)) = matches.subcommand() {
        flags.extend(self::flags(inner));
    }
    Ok(Invocation { task: task(&matches), flags })
}

/// Most starts name files and nothing else: they need no parser. `None` when there is a flag or
/// a subcommand.
fn only_names(arguments: &[OsString]) -> Option<Vec<crate::article::Input>> {
    let names = arguments.get(1..).unwrap_or_default();
    let flag = |name: &OsString| name != "-" && name.as_encoded_bytes().starts_with(b"-");
    let task = |name: &OsString| TASKS.iter().any(|task| name == task);
    let plain = !names.iter().any(flag) && !names.first().is_some_and(task);
    plain.then(|| names.iter().map(input).collect())
}

/// The language of the help, before anything is parsed: `--lang`, else the environment.
fn language(arguments: &[OsString], variable: &dyn Fn(&str) -> Option<String>) -> Interface {
    let mut words = arguments.iter().map(|word| word.to_string_lossy());
    let said = loop {
        match words.next() {
            None => break None,
            Some(word) if word == "--lang" => break words.next().map(Cow::into_owned),
            Some(word) => {
                if let Some(value) = word.strip_prefix("--lang=") {
                    break Some(value.to_owned());
                }
            }
        }
    };
    match said.as_deref() {
        Some("ar") => Interface::Arabic,
        Some("en") => Interface::English,
        _ => interface(variable),
    }
}

/// The subcommands.
const TASKS: [&str; 8] =
    ["compare", "facts", "text", "quotes", "doctor", "completions", "man", "help"];

/// The whole command line, in a language.
pub fn command(messages: &Messages) -> Command {
    let say = |name: &str| messages.text(name).into_owned();
    let files = Arg::new("files")
        .value_name("FILE|FOLDER|-")
        .num_args(0..)
        .value_parser(clap::value_parser!(OsString));
    let format = |forms: &'static [&'static str]| {
        let arg = Arg::new("format").long("format").value_name("FORMAT").help(say("cli-format"));
        arg.value_parser(PossibleValuesParser::new(forms))
            .default_value(forms.first().copied().unwrap_or_default())
    };
    let switch = |name: &'static str, help: &str| {
        Arg::new(name).long(name).help(say(help)).action(ArgAction::SetTrue)
    };
    let mut command = Command::new("tabayun")
        .version(env!("CARGO_PKG_VERSION"))
        .about(say("cli-about"))
        .args_conflicts_with_subcommands(true)
        .disable_help_subcommand(true)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .arg(help_flag(messages))
        .arg(
            Arg::new("version")
                .short('V')
                .long("version")
                .help(say("cli-version"))
                .action(ArgAction::Version),
        )
        .arg(files.clone().help(say("cli-files")))
        .arg(switch("list-keys", "cli-list-keys"))
        .arg(switch("print-config", "cli-print-config"))
        .arg(switch("paths", "cli-paths"));
    for flag in setting_flags(messages) {
        command = command.arg(flag);
    }
    let sub = |name: &'static str, about: &str| {
        Command::new(name)
            .about(say(about))
            .disable_help_flag(true)
            .arg(help_flag(messages))
            .args(setting_flags(messages))
    };
    command
        .subcommand(
            sub("compare", "cli-compare")
                .arg(format(&["text", "json", "markdown", "html"]))
                .arg(files.help(say("cli-files")).required(true)),
        )
        .subcommand(sub("facts", "cli-facts").arg(switch("jsonl", "cli-jsonl").required(true)))
        .subcommand(
            sub("text", "cli-text").arg(
                Arg::new("file")
                    .value_name("FILE")
                    .required(true)
                    .help(say("cli-one-file"))
                    .value_parser(clap::value_parser!(OsString)),
            ),
        )
        .subcommand(sub("quotes", "cli-quotes").arg(format(&QUOTE_FORMS)))
        .subcommand(sub("doctor", "cli-doctor").arg(switch("json", "cli-json")))
        .subcommand(
            sub("completions", "cli-completions").arg(
                Arg::new("shell")
                    .value_name("SHELL")
                    .required(true)
                    .help(say("cli-shell"))
                    .value_parser(clap::value_parser!(Shell)),
            ),
        )
        .subcommand(sub("man", "cli-man"))
}

fn help_flag(messages: &Messages) -> Arg {
    let help = messages.text("cli-help").into_owned();
    Arg::new("help").short('h').long("help").help(help).action(ArgAction::Help)
}

/// A flag for each setting that has one.
fn setting_flags(messages: &Messages) -> Vec<Arg> {
    let with_flag = SETTINGS.iter().filter(|setting| FLAGS.contains(&setting.name));
    let flag = with_flag.map(|setting| {
        let help = messages.text(&format!("cli-{}", setting.name)).into_owned();
        let values = PossibleValuesParser::new(setting.values);
        Arg::new(setting.name)
            .long(setting.name)
            .value_name("WHICH")
            .help(help)
            .value_parser(values)
    });
    flag.collect()
}

fn flags(matches: &ArgMatches) -> Vec<(&'static str, String)> {
    let given = |name: &'static str| {
        matches.try_get_one::<String>(name).ok().flatten().map(|value| (name, value.clone()))
    };
    FLAGS.into_iter().filter_map(given).collect()
}

fn task(matches: &ArgMatches) -> Task {
    let inputs = |matches: &ArgMatches| {
        let names = matches.get_many::<OsString>("files").unwrap_or_default();
        names.map(input).collect()
    };
    let form =
        |matches: &ArgMatches| matches.get_one::<String>("format").cloned().unwrap_or_default();
    match matches.subcommand() {
        Some(("compare", inner)) => {
            Task::Compare { form: comparison_form(&form(inner)), inputs: inputs(inner) }
        }
        Some(("facts", _)) => Task::Facts,
        Some(("text", inner)) => Task::Text(
            inner.get_one::<OsString>("file").map_or(crate::article::Input::Stdin, input),
        ),
        Some(("quotes", inner)) => Task::Quotes { form: form(inner) },
        Some(("doctor", inner)) => Task::Doctor { json: inner.get_flag("json") },
        Some(("completions", inner)) => {
            Task::Completions(inner.get_one::<Shell>("shell").copied().unwrap_or(Shell::Bash))
        }
        Some(("man", _)) => Task::Man,
        _ if matches.get_flag("list-keys") => Task::ListKeys,
        _ if matches.get_flag("print-config") => Task::PrintConfig,
        _ if matches.get_flag("paths") => Task::Paths,
        _ => Task::Read(inputs(matches)),
    }
}

fn comparison_form(name: &str) -> Form {
    match name {
        "json" => Form::Json,
        "markdown" => Form::Markdown,
        "html" => Form::Html,
        _ => Form::Text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Input;
    use std::path::PathBuf;

    fn parsed(line: &str) -> Result<Invocation, Box<clap::Error>> {
        parse(line.split(' ').map(OsString::from), &|_| None)
    }

    fn path(name: &str) -> Input {
        Input::Path(PathBuf::from(name))
    }

    #[test]
    fn the_definition_is_sound() {
        command(&Messages::new(Interface::Arabic, Digits::Auto)).debug_assert();
        let command = command(&Messages::new(Interface::English, Digits::Auto));
        let names: Vec<_> = command.get_subcommands().map(Command::get_name).collect();
        assert!(names.iter().all(|name| TASKS.contains(name)), "{names:?}");
    }

    #[test]
    fn names_alone_are_read_and_a_flag_goes_with_them() {
        assert_eq!(parsed("tabayun").unwrap().task, Task::Read(vec![]));
        let both = Task::Read(vec![path("a.txt"), Input::Stdin]);
        assert_eq!(parsed("tabayun a.txt -").unwrap().task, both);
        let with_flag = parsed("tabayun --theme light a.txt - --lang=ar").unwrap();
        assert_eq!(with_flag.task, both);
        assert_eq!(with_flag.flags, [("lang", "ar".to_owned()), ("theme", "light".to_owned())]);
    }

    #[test]
    fn tasks_and_their_forms() {
        let compare = |form| Task::Compare { form, inputs: vec![path("d")] };
        assert_eq!(parsed("tabayun compare d").unwrap().task, compare(Form::Text));
        assert_eq!(parsed("tabayun compare --format json d").unwrap().task, compare(Form::Json));
        assert_eq!(parsed("tabayun facts --jsonl").unwrap().task, Task::Facts);
        assert_eq!(parsed("tabayun doctor --json").unwrap().task, Task::Doctor { json: true });
        let quotes = parsed("tabayun quotes --format csv --lang en").unwrap();
        assert_eq!(quotes.task, Task::Quotes { form: "csv".to_owned() });
        assert_eq!(quotes.flags, [("lang", "en".to_owned())]);
    }

    #[test]
    fn mistakes_are_usage_and_help_is_none() {
        for line in [
            "tabayun compare",
            "tabayun facts",
            "tabayun --theme pink",
            "tabayun text",
            "tabayun --nonsense",
        ] {
            assert!(parsed(line).unwrap_err().use_stderr(), "{line}");
        }
        let help = parsed("tabayun --lang ar --help").unwrap_err();
        assert!(!help.use_stderr());
        assert!(help.to_string().contains("يضع عدة تقارير"), "{help}");
    }
}
