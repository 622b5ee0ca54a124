//! A sentence for the status line, not yet in any language.
//!
//! `app` says what is to be told, `ui` words it with `locale`: so no update depends on a language.

/// A message of the interface and what it is filled with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// The name of the message in `assets/locale`.
    pub message: &'static str,
    /// Under the names that the message has for them.
    pub arguments: Vec<(&'static str, Argument)>,
    /// Whether something went wrong: then it stays until a key answers it.
    pub grave: bool,
}

/// Something that a message is filled with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Argument {
    /// Chooses the plural form too.
    Number(u64),
    /// Put in as they are.
    Words(String),
    /// Each with its place in the list, from 1, and its name.
    Reports(Vec<(usize, String)>),
}

impl Notice {
    /// A message without arguments, of something that went well.
    pub fn new(message: &'static str) -> Self {
        Self { message, arguments: Vec::new(), grave: false }
    }

    /// Something went wrong.
    pub fn grave(message: &'static str) -> Self {
        Self { grave: true, ..Self::new(message) }
    }

    /// The same with a number in it.
    #[must_use]
    pub fn number(mut self, name: &'static str, value: usize) -> Self {
        self.arguments.push((name, Argument::Number(value as u64)));
        self
    }

    /// The same with reports in it, each by its place in the list, from 1, and its name.
    #[must_use]
    pub fn reports(mut self, name: &'static str, reports: Vec<(usize, String)>) -> Self {
        self.arguments.push((name, Argument::Reports(reports)));
        self
    }

    /// The same with words in it.
    #[must_use]
    pub fn words(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.arguments.push((name, Argument::Words(value.into())));
        self
    }
}
