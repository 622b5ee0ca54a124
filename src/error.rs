//! Errors as sentences that say what to do next.
//!
//! A [`Problem`] names its sentence and what goes into it; `locale` words it in the reader's
//! language (`assets/locale/*.ftl` holds the sentences). Names from outside (files, fields) pass
//! through [`visible`], so that no control character of theirs reaches a terminal.

use std::fmt::Write;
use std::path::Path;

/// Something that could not be done, not yet worded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The message in `assets/locale/*.ftl`.
    pub key: &'static str,
    /// What the sentence names, safe to print.
    pub args: Vec<(&'static str, String)>,
}

impl Problem {
    /// A problem whose sentence names nothing yet; [`Problem::with`] adds what it names.
    pub fn new(key: &'static str) -> Self {
        Self { key, args: Vec::new() }
    }

    /// A problem with a file; `$name` in the sentence.
    pub fn of(key: &'static str, path: &Path) -> Self {
        Self::new(key).with("name", &path.to_string_lossy())
    }

    /// Whether everything was read, and only something beside it was not understood.
    pub fn is_warning(&self) -> bool {
        self.key.starts_with("warning-")
    }

    /// Adds one thing that the sentence names; control characters in it are made visible.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: &str) -> Self {
        self.args.push((name, visible(value)));
        self
    }
}

/// The text with every control character and every character that cannot be seen (bidi controls,
/// soft hyphen, joiner, byte order mark, interlinear marks, tags) shown as a sign: Control Pictures
/// (U+2400…) for C0 and DEL, `‹U+009B›` for the rest. ZWNJ stays: Persian names are spelt with it.
pub fn visible(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\u{0}'..='\u{1f}' => out.extend(char::from_u32(0x2400 + u32::from(c))),
            '\u{7f}' => out.push('\u{2421}'),
            '\u{80}'..='\u{9f}'
            | '\u{ad}'
            | '\u{61c}'
            | '\u{200b}'
            | '\u{200d}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e007f}' => {
                // Writing into a String cannot fail.
                let _ = write!(out, "‹U+{:04X}›", u32::from(c));
            }
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_control_character_of_a_file_name_survives() {
        let shown = visible("a\u{1b}[2J\n\u{9b}\u{202e}\u{7f}.txt");
        assert_eq!(shown, "a␛[2J␊‹U+009B›‹U+202E›␡.txt");
        assert!(!shown.chars().any(char::is_control));
        assert_eq!(visible("\u{feff}\u{ad}\u{e0041}"), "‹U+FEFF›‹U+00AD›‹U+E0041›");
    }
}
