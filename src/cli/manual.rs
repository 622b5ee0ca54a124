//! The manual page: what the command line says of itself, each task with its options, the keys of
//! the table, the files, the exit codes. In English, as manual pages without a translation are.

use std::fmt::Write as _;
use std::io;

use clap_mangen::Man;

use super::definition;
use crate::app::commands::TABLE;
use crate::app::key::show_keys;
use crate::app::keymap::Keymap;
use crate::locale::Messages;
use crate::settings::{Digits, Interface, SETTINGS};

/// The page in roff.
///
/// # Errors
/// Never but where memory cannot be written to.
pub fn page() -> io::Result<Vec<u8>> {
    let messages = Messages::new(Interface::English, Digits::Latin);
    let command = definition::command(&messages);
    let tasks: String = command.get_subcommands().map(task).collect();
    let man = Man::new(command);
    let mut page = Vec::new();
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    man.render_synopsis_section(&mut page)?;
    man.render_description_section(&mut page)?;
    man.render_options_section(&mut page)?;
    page.extend(format!(".SH COMMANDS\n{tasks}").bytes());
    page.extend(keys(&messages).bytes());
    page.extend(environment().bytes());
    page.extend(END.bytes());
    man.render_version_section(&mut page)?;
    Ok(page)
}

/// A subcommand with the options that it alone has.
fn task(command: &clap::Command) -> String {
    let common = |arg: &&clap::Arg| {
        let name = arg.get_id().as_str();
        name != "help" && !definition::FLAGS.contains(&name)
    };
    let own: Vec<&clap::Arg> = command.get_arguments().filter(common).collect();
    let mut usage = format!("tabayun {}", command.get_name());
    for arg in &own {
        let value = arg.get_value_names().and_then(|names| names.first());
        let said = match (arg.get_long(), value) {
            (Some(long), Some(value)) => format!("--{long} {value}"),
            (Some(long), None) => format!("--{long}"),
            (None, value) => value.map_or_else(String::new, ToString::to_string),
        };
        let said = if arg.is_required_set() { said } else { format!("[{said}]") };
        let _ = write!(usage, " {said}");
    }
    let about = command.get_about().map(ToString::to_string).unwrap_or_default();
    let mut out = format!(".SS {}\n{}\n", roff(&usage), roff(&about));
    for arg in own {
        let name = arg.get_long().map(|long| format!("--{long}"));
        let name = name.unwrap_or_else(|| arg.get_id().to_string().to_uppercase());
        let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
        let _ = write!(out, ".TP\n\\fB{}\\fR\n{}\n", roff(&name), roff(&help));
    }
    out
}

/// The keys by group, as on the help screen.
fn keys(messages: &Messages) -> String {
    let keymap = Keymap::default();
    let mut out = String::from(".SH KEYS\n");
    let mut group = None;
    for command in TABLE {
        if group != Some(command.group) {
            group = Some(command.group);
            let _ = writeln!(out, ".SS {}", roff(&messages.text(command.group.message())));
        }
        let keys: Vec<String> = keymap.keys_of(command).into_iter().map(show_keys).collect();
        let _ = write!(
            out,
            ".TP\n\\fB{}\\fR\n{} ({})\n",
            roff(&keys.join("  ")),
            roff(command.help.en),
            roff(command.name)
        );
    }
    out
}

/// Words that roff prints as they are.
fn roff(words: &str) -> String {
    let plain = words.replace('\\', "\\e").replace('-', "\\-");
    let control = plain.starts_with(['.', '\'']);
    if control { format!("\\&{plain}") } else { plain }
}

/// The variables of the environment: those of the settings as the table has them, then the others.
fn environment() -> String {
    let mut out = String::from(".SH ENVIRONMENT\n");
    let mut put = |name: &str, words: &str| {
        let _ = write!(out, ".TP\n\\fB{}\\fR\n{}\n", roff(name), roff(words));
    };
    for setting in &SETTINGS {
        let flag = if definition::FLAGS.contains(&setting.name) {
            format!(", unless --{} is given", setting.name)
        } else {
            String::new()
        };
        let values =
            if setting.values.is_empty() { "0 to 4".to_owned() } else { setting.values.join(", ") };
        put(setting.variable, &format!("The setting {}{flag}: {values}.", setting.name));
    }
    for (name, words) in VARIABLES {
        put(name, words);
    }
    out
}

/// The variables that are no settings.
const VARIABLES: [(&str, &str); 8] = [
    ("TABAYUN_CONFIG", "The file of the settings, in place of the one that --paths names."),
    ("TABAYUN_DATA", "The folder of the notebook, in place of the one that --paths names."),
    ("NO_COLOR", "Where it is set and not empty, the theme is mono (no-color.org)."),
    ("COLORFGBG", "Where it tells of a light background, the theme is light."),
    ("VISUAL, EDITOR", "The program in which a note is written (A)."),
    ("LC_ALL, LC_MESSAGES, LANG", "The language of the interface, where TABAYUN_LANG is not set."),
    ("TERM, COLORTERM, TERM_PROGRAM", "By what the terminal is known; tabayun doctor tells how."),
    ("XDG_CONFIG_HOME, XDG_DATA_HOME, XDG_STATE_HOME, XDG_CACHE_HOME", "Where the folders lie."),
];

const END: &str = ".SH FILES
\\fBtabayun \\-\\-paths\\fR prints where the settings, the lexicon, the topics and the notebook are;
\\fBtabayun \\-\\-print\\-config\\fR prints every setting and key with what it does,
\\fBtabayun \\-\\-print\\-lexicon\\fR and \\fBtabayun \\-\\-print\\-topics\\fR a commented example of words
and topics of your own. A folder of reports may hold \\fBdossier.json\\fR, which names the event and
each report's file, outlet, date, title and address.
.SH EXAMPLES
.TP
\\fBtabayun folder/\\fR
Read the reports of a folder side by side; ]c leads to the first disagreement.
.TP
\\fBtabayun compare \\-\\-format html a.txt b.html > comparison.html\\fR
Print what two reports agree and disagree on as a page that can be passed on.
.TP
\\fBtabayun quotes \\-\\-filter '#harbour' \\-\\-format csv > quotes.csv\\fR
Write what was kept with one tag into a table.
.SH EXIT STATUS
0 when all is done, 1 when some input could not be read (the rest is shown), 2 when the command line
was not understood.
";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_has_every_key_and_no_line_that_roff_takes_for_a_request() {
        let page = String::from_utf8(page().unwrap()).unwrap();
        for command in TABLE {
            assert!(page.contains(&roff(command.help.en)), "{}", command.name);
        }
        assert!(page.contains(".SS tabayun compare"));
        for setting in &SETTINGS {
            assert!(page.contains(setting.variable), "{}", setting.variable);
        }
        for part in ["NO_COLOR", "EDITOR", ".SH EXAMPLES", "print\\-lexicon"] {
            assert!(page.contains(part), "{part}");
        }
        assert!(page.contains("\\fB\\&.\\fR"), "the key that folds menus");
        let known = ["TH", "SH", "SS", "TP", "ie", "el", "ds", "PP", "RS", "RE", "br", "B", "I"];
        let requests = page.lines().filter_map(|line| line.strip_prefix('.'));
        for request in requests {
            let name = request.split([' ', '\\']).next().unwrap();
            assert!(known.contains(&name), "{request}");
        }
    }
}
