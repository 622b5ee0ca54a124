//! The reader's file. Every wrong line is told, not only the first, and the right ones hold.

use std::path::Path;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::table::set;
use super::{KeyEntry, Settings};
use crate::error::Problem;

/// Reads the file into the settings. No file is no problem.
pub fn read(path: &Path, settings: &mut Settings) -> Vec<Problem> {
    match std::fs::read_to_string(path) {
        Ok(text) => {
            let name = path.to_string_lossy();
            apply(&text, &name, settings)
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Vec::new(),
        Err(error) => {
            vec![Problem::of("problem-config-unreadable", path).with("detail", &error.to_string())]
        }
    }
}

/// Applies a file's text; `name` is how problems name the file.
pub fn apply(text: &str, name: &str, settings: &mut Settings) -> Vec<Problem> {
    let line = |at: usize| text.get(..at).map_or(1, |before| before.matches('\n').count() + 1);
    let place = |at: usize| format!("{name}:{}", line(at));
    let (table, errors) = DeTable::parse_recoverable(text);
    let mut problems: Vec<Problem> = errors
        .iter()
        .map(|error| {
            let at = place(error.span().map_or(0, |span| span.start));
            Problem::new("problem-config-syntax").with("detail", error.message()).with("where", &at)
        })
        .collect();
    for (name, value) in table.get_ref() {
        if name.get_ref() == "keys" {
            let wrong = keys(value, &line, settings).into_iter();
            problems.extend(wrong.map(|(problem, at)| problem.with("where", &place(at))));
        } else if let Err(problem) = set(settings, name.get_ref(), &worded(value.get_ref())) {
            problems.push(problem.with("where", &place(name.span().start)));
        }
    }
    problems
}

/// A value as the flags would say it; a list or a table as what no setting takes.
fn worded(value: &DeValue) -> String {
    match value {
        DeValue::String(words) => words.to_string(),
        DeValue::Boolean(yes) => yes.to_string(),
        DeValue::Integer(number) => number.as_str().to_owned(),
        DeValue::Array(_) => "[…]".to_owned(),
        DeValue::Table(_) => "{…}".to_owned(),
        DeValue::Float(number) => number.as_str().to_owned(),
        DeValue::Datetime(time) => time.to_string(),
    }
}

/// The `[keys]` table: a key or a list of keys for each command. Whether there is such a command
/// and such a key is told by the table of commands. Problems come with their place in bytes.
fn keys(
    table: &Spanned<DeValue>,
    line: &dyn Fn(usize) -> usize,
    settings: &mut Settings,
) -> Vec<(Problem, usize)> {
    let DeValue::Table(entries) = table.get_ref() else {
        return vec![(wrong_keys("keys"), table.span().start)];
    };
    let mut problems = Vec::new();
    for (command, value) in entries {
        let at = line(command.span().start);
        let entry = match value.get_ref() {
            DeValue::String(key) => Some(vec![key.to_string()]),
            DeValue::Array(list) => {
                list.iter().map(|key| Some(key.get_ref().as_str()?.to_owned())).collect()
            }
            _ => None,
        };
        match entry {
            Some(keys) => {
                let command = command.get_ref().to_string();
                settings.keys.push(KeyEntry { command, keys, line: at });
            }
            None => problems.push((wrong_keys(command.get_ref()), command.span().start)),
        }
    }
    settings.keys.sort_by_key(|entry| entry.line);
    problems
}

fn wrong_keys(command: &str) -> Problem {
    Problem::new("problem-config-keys").with("name", command)
}
