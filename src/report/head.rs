//! What stands at the head of a printed comparison besides the reports: the event, and what the
//! reader has put right.

use serde_json::Value as Json;

/// The head of a page.
#[derive(Clone, Copy, Debug, Default)]
pub struct Head<'a> {
    /// The dossier's name.
    pub event: Option<&'a str>,
    /// The corrections that took effect in what is printed.
    pub corrections: &'a [Corrected],
}

/// A correction of the reader's.
#[derive(Clone, Debug, PartialEq)]
pub struct Corrected {
    /// What was put right and how, in a sentence.
    pub words: String,
    /// Names of the reports that it concerns.
    pub sources: Vec<String>,
    /// The same for programs.
    pub record: Json,
}

impl Corrected {
    /// One line: the sentence, then whose report it is.
    pub(super) fn line(&self, and: impl Fn(&[String]) -> String) -> String {
        if self.sources.is_empty() {
            return self.words.clone();
        }
        format!("{} ({})", self.words, and(&self.sources))
    }
}
