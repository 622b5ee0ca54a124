//! The definition of the command line, in the language of the interface: one for parsing, help,
//! the manual page and completions. What it parses to is in `arguments`.

use std::ffi::OsString;

use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::{Arg, ArgAction, Command, value_parser};
use clap_complete::Shell;

use crate::locale::Messages;
use crate::settings::SETTINGS;

/// The settings that have a flag.
pub const FLAGS: [&str; 6] = ["lang", "bidi", "shaping", "marks", "digits", "theme"];

/// The subcommands.
pub const TASKS: [&str; 7] = ["compare", "facts", "text", "quotes", "doctor", "completions", "man"];

/// The forms of `tabayun compare`, the default first.
pub const COMPARISON_FORMS: [&str; 4] = ["text", "json", "markdown", "html"];

/// The forms of `tabayun quotes`, the default first.
pub const QUOTE_FORMS: [&str; 5] = ["markdown", "csv", "jsonld", "bibtex", "csl-json"];

/// Other names of forms: (its name, what it is called too).
const ALIASES: [(&str, &str); 9] = [
    ("text", "txt"),
    ("text", "plain"),
    ("markdown", "md"),
    ("html", "htm"),
    ("jsonld", "json-ld"),
    ("bibtex", "bib"),
    ("bibtex", "biblatex"),
    ("csl-json", "csl"),
    ("csl-json", "json"),
];

/// The name of a form that may have been called by another one, among these.
pub fn form_of(given: &str, forms: &[&'static str]) -> Option<&'static str> {
    let is_called = |form: &&&str| **form == given || ALIASES.contains(&(**form, given));
    forms.iter().find(is_called).copied()
}

/// The whole command line, in a language.
pub fn command(messages: &Messages) -> Command {
    let words = Words(messages);
    let version = Arg::new("version").short('V').long("version").action(ArgAction::Version);
    let command = Command::new("tabayun")
        .bin_name("tabayun")
        .version(env!("CARGO_PKG_VERSION"))
        .help_template(words.template())
        .subcommand_help_heading(words.say("cli-heading-commands"))
        .about(words.say("cli-about"))
        .args_conflicts_with_subcommands(true)
        .disable_help_subcommand(true)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .arg(words.help())
        .arg(version.help(words.say("cli-version")).help_heading(words.say("cli-heading-options")))
        .arg(words.files("files", "FILE|FOLDER|-", "cli-files").num_args(0..))
        .arg(words.switch("list-keys", "cli-list-keys"))
        .arg(words.switch("print-config", "cli-print-config"))
        .arg(words.switch("print-lexicon", "cli-print-lexicon"))
        .arg(words.switch("print-topics", "cli-print-topics"))
        .arg(words.switch("paths", "cli-paths"))
        .args(words.settings());
    TASKS.into_iter().fold(command, |command, task| command.subcommand(words.task(task)))
}

struct Words<'m>(&'m Messages);

impl Words<'_> {
    fn say(&self, name: &str) -> String {
        self.0.text(name).into_owned()
    }

    /// The page of the help, with its headings in the language of the interface.
    fn template(&self) -> String {
        format!("{{about}}\n\n{} {{usage}}\n\n{{all-args}}", self.say("cli-heading-usage"))
    }

    fn option(&self, name: &'static str, help: &str) -> Arg {
        let arg = Arg::new(name).long(name).help(self.say(help));
        arg.help_heading(self.say("cli-heading-options"))
    }

    fn help(&self) -> Arg {
        self.option("help", "cli-help").short('h').action(ArgAction::Help)
    }

    fn switch(&self, name: &'static str, help: &str) -> Arg {
        self.option(name, help).action(ArgAction::SetTrue)
    }

    /// An option that takes one of some values, which its help lists.
    fn choice(&self, name: &'static str, help: &str, values: &'static [&'static str]) -> Arg {
        let help = format!("{} ({})", self.say(help), values.join(" | "));
        let arg = self.option(name, "cli-help").help(help).hide_possible_values(true);
        let known = values.iter().map(|value| {
            let aliases = ALIASES.iter().filter(|(name, _)| name == value);
            PossibleValue::new(*value).aliases(aliases.map(|(_, alias)| *alias))
        });
        arg.hide_default_value(true).value_parser(PossibleValuesParser::new(known))
    }

    fn files(&self, name: &'static str, value: &'static str, help: &str) -> Arg {
        let arg = Arg::new(name).value_name(value).help(self.say(help));
        let arg = arg.help_heading(self.say("cli-heading-arguments"));
        arg.value_parser(value_parser!(OsString))
    }

    fn format(&self, forms: &'static [&'static str]) -> Arg {
        let first = forms.first().copied().unwrap_or_default();
        self.choice("format", "cli-format", forms).value_name("FORMAT").default_value(first)
    }

    /// A flag for each setting that has one.
    fn settings(&self) -> impl Iterator<Item = Arg> {
        let with_flag = SETTINGS.iter().filter(|setting| FLAGS.contains(&setting.name));
        with_flag.map(|setting| {
            let help = format!("cli-{}", setting.name);
            self.choice(setting.name, &help, setting.values).value_name("WHICH")
        })
    }

    fn task(&self, name: &'static str) -> Command {
        let command = Command::new(name)
            .about(self.say(&format!("cli-{name}")))
            .help_template(self.template())
            .disable_help_flag(true)
            .arg(self.help())
            .args(self.settings());
        let own = match name {
            "compare" => vec![
                self.format(&COMPARISON_FORMS),
                self.switch("without-corrections", "cli-without-corrections"),
                self.files("files", "FILE|FOLDER|-", "cli-compared").num_args(1..).required(true),
            ],
            "facts" => vec![self.switch("jsonl", "cli-jsonl").required(true)],
            "text" => vec![self.files("file", "FILE", "cli-one-file").required(true)],
            "quotes" => vec![
                self.format(&QUOTE_FORMS),
                self.files("import", "FILE", "cli-import")
                    .long("import")
                    .help_heading(self.say("cli-heading-options")),
                Arg::new("filter")
                    .long("filter")
                    .value_name("WORDS")
                    .help(self.say("cli-filter"))
                    .help_heading(self.say("cli-heading-options"))
                    .conflicts_with("import"),
            ],
            "doctor" => vec![self.switch("json", "cli-json")],
            "completions" => {
                let shell = Arg::new("shell").value_name("SHELL").required(true);
                let shell = shell.help(self.say("cli-shell")).value_parser(value_parser!(Shell));
                vec![shell.help_heading(self.say("cli-heading-arguments"))]
            }
            _ => Vec::new(),
        };
        command.args(own)
    }
}
