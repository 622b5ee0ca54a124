//! What the parser has to say, in the language of the interface: help on standard output, mistakes
//! on standard error as a sentence and the form that would be right.

use std::io::{self, Write};
use std::process::ExitCode;

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::output::complain;
use crate::locale::Messages;

/// Prints help or a mistake; the exit code that belongs to it.
pub fn answer(error: &Error, messages: &Messages) -> ExitCode {
    if error.use_stderr() {
        complain(&worded(error, messages));
        return ExitCode::from(2);
    }
    let _ = io::stdout().write_all(error.render().to_string().as_bytes());
    ExitCode::SUCCESS
}

/// The mistake in a sentence, and below it how the command is written.
fn worded(error: &Error, messages: &Messages) -> String {
    let told = |kind| context(error, kind);
    let (word, value) = (told(ContextKind::InvalidArg), told(ContextKind::InvalidValue));
    let values = list(error, ContextKind::ValidValue);
    let values = values.join(" | ");
    let name = match error.kind() {
        ErrorKind::UnknownArgument | ErrorKind::InvalidSubcommand => "usage-unknown",
        ErrorKind::InvalidValue | ErrorKind::ValueValidation if !value.is_empty() => "usage-value",
        ErrorKind::InvalidValue | ErrorKind::NoEquals => "usage-no-value",
        ErrorKind::MissingRequiredArgument => "usage-missing",
        ErrorKind::ArgumentConflict => "usage-conflict",
        _ => "usage-other",
    };
    let other = told(ContextKind::PriorArg);
    let mut words = messages.with(
        name,
        &[
            ("word", word.as_str().into()),
            ("value", value.as_str().into()),
            ("values", values.as_str().into()),
            ("other", other.as_str().into()),
        ],
    );
    let usage = told(ContextKind::Usage);
    let usage = usage.trim_start_matches("Usage:").trim();
    if !usage.is_empty() {
        words.push('\n');
        words.push_str(&messages.with("usage-form", &[("form", usage.into())]));
    }
    words
}

fn context(error: &Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(word)) => word.clone(),
        Some(ContextValue::Strings(words)) => words.join(" "),
        Some(ContextValue::StyledStr(words)) => words.to_string(),
        Some(other) => other.to_string(),
        None => String::new(),
    }
}

fn list(error: &Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::Strings(words)) => words.clone(),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::definition::command;
    use crate::settings::{Digits, Interface};

    fn said(interface: Interface, line: &str) -> String {
        let messages = Messages::new(interface, Digits::Auto);
        let error = command(&messages).try_get_matches_from(line.split(' ')).unwrap_err();
        worded(&error, &messages)
    }

    #[test]
    fn mistakes_are_told_in_the_language_of_the_interface() {
        let lines = [
            ("tabayun --nonsense", "--nonsense"),
            ("tabayun --theme pink", "pink"),
            ("tabayun compare", "<FILE|FOLDER|->..."),
            ("tabayun compare --format pdf x", "markdown"),
            ("tabayun text a b", "b"),
            ("tabayun completions xsh", "zsh"),
            ("tabayun compare --lang", "--lang"),
        ];
        for (line, word) in lines {
            let arabic = said(Interface::Arabic, line);
            let sentence = arabic.lines().next().unwrap();
            assert!(sentence.contains(word) && sentence.ends_with('.'), "{line}: {arabic}");
            for english in ["error", "Usage", "argument", "value", "required"] {
                assert!(!arabic.contains(english), "{line}: {arabic}");
            }
            assert!(said(Interface::English, line).contains(word));
        }
    }
}
