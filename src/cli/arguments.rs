//! What the words of the command line ask for. Which words there are is in `definition`.

use std::borrow::Cow;
use std::ffi::OsString;

use clap::ArgMatches;
use clap_complete::Shell;

use super::definition::{COMPARISON_FORMS, FLAGS, QUOTE_FORMS, TASKS, command, form_of};
use super::{Form, Invocation, Task, input};
use crate::article::Input;
use crate::locale::Messages;
use crate::settings::{Digits, Interface, interface};

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
    let arguments = task_first(arguments);
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
fn only_names(arguments: &[OsString]) -> Option<Vec<Input>> {
    let names = arguments.get(1..).unwrap_or_default();
    let flag = |name: &OsString| name != "-" && name.as_encoded_bytes().starts_with(b"-");
    let task = |name: &OsString| TASKS.iter().any(|task| name == task);
    let plain = !names.iter().any(flag) && !names.first().is_some_and(task);
    plain.then(|| names.iter().map(input).collect())
}

/// Settings may stand before the subcommand as well as after it: the parser sees them after it.
fn task_first(mut arguments: Vec<OsString>) -> Vec<OsString> {
    let mut at = 1;
    while let Some(word) = arguments.get(at).map(|word| word.to_string_lossy()) {
        let Some((name, given)) = setting(&word) else { break };
        at += if FLAGS.contains(&name) { 2 - usize::from(given) } else { break };
    }
    let task = arguments.get(at).is_some_and(|word| TASKS.iter().any(|task| word == task));
    if task && let Some(words) = arguments.get_mut(1..=at) {
        words.rotate_right(1);
    }
    arguments
}

/// The name of a flag, and whether its value stands in the same word.
fn setting(word: &str) -> Option<(&str, bool)> {
    let name = word.strip_prefix("--")?;
    Some(name.split_once('=').map_or((name, false), |(name, _)| (name, true)))
}

/// The language of the help, before anything is parsed: `--lang`, else the environment.
pub fn language(arguments: &[OsString], variable: &dyn Fn(&str) -> Option<String>) -> Interface {
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

fn flags(matches: &ArgMatches) -> Vec<(&'static str, String)> {
    let given = |name: &'static str| {
        matches.try_get_one::<String>(name).ok().flatten().map(|value| (name, value.clone()))
    };
    FLAGS.into_iter().filter_map(given).collect()
}

fn task(matches: &ArgMatches) -> Task {
    match matches.subcommand() {
        Some(("compare", inner)) => {
            let corrected = !inner.get_flag("without-corrections");
            let form = comparison_form(form(inner, &COMPARISON_FORMS));
            Task::Compare { form, corrected, inputs: inputs(inner) }
        }
        Some(("facts", _)) => Task::Facts,
        Some(("text", inner)) => Task::Text(one(inner, "file").unwrap_or(Input::Stdin)),
        Some(("quotes", inner)) => Task::Quotes {
            form: form(inner, &QUOTE_FORMS).to_owned(),
            filter: inner.get_one::<String>("filter").cloned(),
            import: one(inner, "import"),
        },
        Some(("doctor", inner)) => Task::Doctor { json: inner.get_flag("json") },
        Some(("completions", inner)) => {
            Task::Completions(inner.get_one::<Shell>("shell").copied().unwrap_or(Shell::Bash))
        }
        Some(("man", _)) => Task::Man,
        _ if matches.get_flag("list-keys") => Task::ListKeys,
        _ if matches.get_flag("print-config") => Task::PrintConfig,
        _ if matches.get_flag("print-lexicon") => Task::PrintLexicon,
        _ if matches.get_flag("print-topics") => Task::PrintTopics,
        _ if matches.get_flag("paths") => Task::Paths,
        _ => Task::Read(inputs(matches)),
    }
}

fn inputs(matches: &ArgMatches) -> Vec<Input> {
    matches.get_many::<OsString>("files").unwrap_or_default().map(input).collect()
}

fn one(matches: &ArgMatches, name: &str) -> Option<Input> {
    matches.get_one::<OsString>(name).map(input)
}

/// The form that is asked for, by its own name; the first where none is.
fn form(matches: &ArgMatches, forms: &[&'static str]) -> &'static str {
    let given = matches.get_one::<String>("format");
    let known = given.and_then(|name| form_of(name, forms));
    known.or(forms.first().copied()).unwrap_or_default()
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
    use clap::Command;
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
        assert_eq!(names, TASKS);
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
        let compare = |form| Task::Compare { form, corrected: true, inputs: vec![path("d")] };
        assert_eq!(parsed("tabayun compare d").unwrap().task, compare(Form::Text));
        assert_eq!(parsed("tabayun compare --format json d").unwrap().task, compare(Form::Json));
        assert_eq!(parsed("tabayun compare --format md d").unwrap().task, compare(Form::Markdown));
        let without = parsed("tabayun compare --without-corrections d").unwrap().task;
        assert!(matches!(without, Task::Compare { corrected: false, .. }));
        for (alias, name) in [("md", "markdown"), ("bib", "bibtex"), ("json", "csl-json")] {
            let quotes = parsed(&format!("tabayun quotes --format {alias}")).unwrap().task;
            assert!(matches!(quotes, Task::Quotes { form, .. } if form == name), "{alias}");
        }
        assert_eq!(parsed("tabayun facts --jsonl").unwrap().task, Task::Facts);
        assert_eq!(parsed("tabayun doctor --json").unwrap().task, Task::Doctor { json: true });
        let quotes = parsed("tabayun quotes --format csv --lang en").unwrap();
        assert_eq!(
            quotes.task,
            Task::Quotes { form: "csv".to_owned(), filter: None, import: None }
        );
        let filtered = parsed("tabayun quotes --filter tag:bridges").unwrap();
        let filter = Some("tag:bridges".to_owned());
        let form = "markdown".to_owned();
        assert_eq!(filtered.task, Task::Quotes { form: form.clone(), filter, import: None });
        let import = Task::Quotes { form, filter: None, import: Some(path("a.jsonld")) };
        assert_eq!(parsed("tabayun quotes --import a.jsonld").unwrap().task, import);
        assert_eq!(quotes.flags, [("lang", "en".to_owned())]);
    }

    #[test]
    fn settings_may_stand_before_every_subcommand() {
        let wholes = [
            "compare d",
            "facts --jsonl",
            "text a.txt",
            "quotes --format csv",
            "doctor --json",
            "completions bash",
            "man",
        ];
        for whole in wholes {
            let after = parsed(&format!("tabayun {whole}")).unwrap();
            let before = parsed(&format!("tabayun --lang ar --theme=mono {whole}")).unwrap();
            assert_eq!(before.task, after.task, "{whole}");
            assert_eq!(before.flags, [("lang", "ar".to_owned()), ("theme", "mono".to_owned())]);
        }
        let files = parsed("tabayun --lang ar a.txt compare").unwrap();
        assert_eq!(files.task, Task::Read(vec![path("a.txt"), path("compare")]));
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
