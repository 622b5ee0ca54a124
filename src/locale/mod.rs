//! One language loaded: messages, numbers and dates in words, digits.
//!
//! [`Messages`] words everything that the reader sees. The texts are Fluent
//! (`assets/locale/{ar,en}.ftl`); the build script cuts them into single messages, and a message is
//! parsed when it is first asked for, so that starting costs nothing. What a *rule* or a *value*
//! means is told in the rooms that own them; here is how one says it.

mod figures;
mod message;
mod span_of_time;

pub use figures::letter;
pub use message::Arg;
pub use span_of_time::Put;

use std::borrow::Cow;
use std::sync::{Mutex, PoisonError};

use crate::error::Problem;
use crate::settings::{Digits, Interface, Settings};
use message::Bundle;

/// The interface's language and digits, and its texts.
pub struct Messages {
    interface: Interface,
    /// Arabic-Indic digits in figures that the program words.
    arabic_digits: bool,
    bundle: Mutex<Bundle>,
}

impl std::fmt::Debug for Messages {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Messages").field("interface", &self.interface).finish_non_exhaustive()
    }
}

impl Messages {
    /// The texts of a language.
    pub fn new(interface: Interface, digits: Digits) -> Self {
        let arabic_digits = match digits {
            Digits::Auto => interface == Interface::Arabic,
            Digits::Arabic => true,
            Digits::Latin => false,
        };
        let bundle = Mutex::new(Bundle::new(interface, arabic_digits));
        Self { interface, arabic_digits, bundle }
    }

    /// The texts of the language that the settings ask for.
    pub fn of(settings: &Settings) -> Self {
        Self::new(settings.interface, settings.digits)
    }

    /// The language that the messages are in.
    pub fn interface(&self) -> Interface {
        self.interface
    }

    /// Whether the messages are Arabic, and so run from the right.
    pub fn is_arabic(&self) -> bool {
        self.interface == Interface::Arabic
    }

    /// A message without arguments. A name that no language has is given back as it is, so that
    /// the gap shows (a test finds every name that the program uses).
    pub fn text(&self, name: &str) -> Cow<'static, str> {
        match message::source(self.interface, name) {
            Some(source) if message::is_plain(source) => Cow::Borrowed(message::plain(source)),
            _ => Cow::Owned(self.with(name, &[])),
        }
    }

    /// A message that the language may lack, for names that come from the lexicon.
    pub fn known(&self, name: &str) -> Option<String> {
        message::source(self.interface, name).map(|_| self.text(name).into_owned())
    }

    /// A message with what goes into it.
    pub fn with(&self, name: &str, args: &[(&str, Arg)]) -> String {
        let mut bundle = self.bundle.lock().unwrap_or_else(PoisonError::into_inner);
        bundle.format(name, args)
    }

    /// A problem as a sentence.
    pub fn problem(&self, problem: &Problem) -> String {
        let args: Vec<_> =
            problem.args.iter().map(|(name, value)| (*name, Arg::Words(value))).collect();
        self.with(problem.key, &args)
    }

    /// Names in a row: «أ وب وج», `a, b and c`.
    pub fn list<'t>(&self, items: impl IntoIterator<Item = &'t str>) -> String {
        let items: Vec<&str> = items.into_iter().collect();
        match items.split_last() {
            None => String::new(),
            Some((last, [])) => (*last).to_owned(),
            Some((last, first)) if self.is_arabic() => format!("{} و{last}", first.join(" و")),
            Some((last, first)) => format!("{} and {last}", first.join(", ")),
        }
    }
}

#[cfg(test)]
mod tests;
