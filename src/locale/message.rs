//! Fluent, one message at a time.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use super::figures;
use crate::settings::Interface;

mod table {
    include!(concat!(env!("OUT_DIR"), "/messages.rs"));
}

/// What goes into a message.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Arg<'a> {
    /// Chooses the plural form, and is written in the reader's digits.
    Number(f64),
    /// Put in as they are: no isolate is set around them.
    Words(&'a str),
}

impl From<usize> for Arg<'_> {
    fn from(number: usize) -> Self {
        Self::Number(number as f64)
    }
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(words: &'a str) -> Self {
        Self::Words(words)
    }
}

/// The source of a message, if the language has it.
pub fn source(interface: Interface, name: &str) -> Option<&'static str> {
    let table: &[(&str, &str)] = match interface {
        Interface::Arabic => &table::AR,
        Interface::English => &table::EN,
    };
    let at = table.binary_search_by(|(other, _)| (*other).cmp(name)).ok()?;
    table.get(at).map(|(_, source)| *source)
}

/// The names of all messages of a language, sorted.
#[cfg(test)]
pub fn names(interface: Interface) -> Vec<&'static str> {
    let table: &[(&str, &str)] = match interface {
        Interface::Arabic => &table::AR,
        Interface::English => &table::EN,
    };
    table.iter().map(|(name, _)| *name).collect()
}

/// Whether a message is one line of words: it need not be parsed.
pub fn is_plain(source: &str) -> bool {
    !source.contains(['{', '\n'])
}

/// The words of a plain message.
pub fn plain(source: &'static str) -> &'static str {
    source.split_once('=').map_or(source, |(_, words)| words.trim())
}

/// Messages parsed so far.
pub struct Bundle {
    interface: Interface,
    bundle: FluentBundle<FluentResource>,
}

impl Bundle {
    pub fn new(interface: Interface, arabic_digits: bool) -> Self {
        let tag = match interface {
            Interface::Arabic => "ar",
            Interface::English => "en",
        };
        let language: Option<LanguageIdentifier> = tag.parse().ok();
        let mut bundle = FluentBundle::new_concurrent(Vec::from_iter(language));
        // Isolates would reach the terminal; direction is the row's business.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(if arabic_digits { arabic } else { latin }));
        Self { interface, bundle }
    }

    /// The message with its arguments; its name where the language lacks it.
    pub fn format(&mut self, name: &str, args: &[(&str, Arg)]) -> String {
        if !self.bundle.has_message(name) && !self.parse(name) {
            return name.to_owned();
        }
        let message = self.bundle.get_message(name);
        let Some(pattern) = message.as_ref().and_then(fluent_bundle::FluentMessage::value) else {
            return name.to_owned();
        };
        let mut given = FluentArgs::with_capacity(args.len());
        for (name, arg) in args {
            match arg {
                Arg::Number(number) => given.set(*name, FluentValue::from(*number)),
                Arg::Words(words) => given.set(*name, FluentValue::from(*words)),
            }
        }
        let mut errors = Vec::new();
        self.bundle.format_pattern(pattern, Some(&given), &mut errors).into_owned()
    }

    fn parse(&mut self, name: &str) -> bool {
        let Some(source) = source(self.interface, name) else { return false };
        let resource = match FluentResource::try_new(source.to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        self.bundle.add_resource(resource).is_ok()
    }
}

fn arabic<M>(value: &FluentValue, _: &M) -> Option<String> {
    number(value, true)
}

fn latin<M>(value: &FluentValue, _: &M) -> Option<String> {
    number(value, false)
}

fn number(value: &FluentValue, arabic_digits: bool) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(figures::number(number.value, arabic_digits)),
        _ => None,
    }
}
