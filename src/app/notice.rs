//! A sentence for the status line, not yet in any language.
//!
//! `app` says what is to be told, `ui` words it with `locale`: so no update depends on a language.

/// A message of the interface and what it is filled with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// The name of the message in `assets/locale`.
    pub message: &'static str,
    pub arguments: Vec<(&'static str, Argument)>,
    pub grave: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Argument {
    Number(u64),
    Words(String),
    /// Each with its place in the list, from 1, and its name.
    Reports(Vec<(usize, String)>),
}

impl Notice {
    pub fn new(message: &'static str) -> Self {
        Self { message, arguments: Vec::new(), grave: false }
    }

    /// Something went wrong.
    pub fn grave(message: &'static str) -> Self {
        Self { grave: true, ..Self::new(message) }
    }

    #[must_use]
    pub fn number(mut self, name: &'static str, value: usize) -> Self {
        self.arguments.push((name, Argument::Number(value as u64)));
        self
    }

    #[must_use]
    pub fn reports(mut self, name: &'static str, reports: Vec<(usize, String)>) -> Self {
        self.arguments.push((name, Argument::Reports(reports)));
        self
    }

    #[must_use]
    pub fn words(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.arguments.push((name, Argument::Words(value.into())));
        self
    }
}
