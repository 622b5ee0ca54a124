//! A key, as the application knows it: no terminal library, no layout.
//!
//! Here: [`Key`], how keys are written in the table, in the config file and on the help screen.
//! Not here: what a key does (`commands`), Arabic layouts (`keyboard`). Begin with [`Key`].

use std::fmt;

/// One key press, as a terminal can tell it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    /// The key itself, shift already counted in.
    pub code: Code,
    /// Whether Ctrl was held.
    pub ctrl: bool,
    /// Whether Alt was held, or an escape character came before.
    pub alt: bool,
}

/// What a key is without Ctrl and Alt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Code {
    /// What the key types; capitals and shifted signs are characters of their own.
    Char(char),
    /// Carriage return; line feed is `Ctrl-j`.
    Enter,
    /// Escape alone, when nothing came after it in time.
    Esc,
    /// Tab without Shift.
    Tab,
    /// Shift and Tab.
    BackTab,
    /// Erases backwards, whichever code the terminal has for it.
    Backspace,
    /// Erases forwards.
    Delete,
    /// The arrow up.
    Up,
    /// The arrow down.
    Down,
    /// The arrow to the left: a side of the screen, not a direction of the text.
    Left,
    /// The arrow to the right.
    Right,
    /// The key Page Up.
    PageUp,
    /// The key Page Down.
    PageDown,
    /// The key Home.
    Home,
    /// The key End.
    End,
    /// A function key by its number, from 1; those up to 12 can be written in the config file.
    F(u8),
}

/// The names of keys that type nothing, as they are written; the first of each code is shown.
const NAMES: &[(&str, Code)] = &[
    ("Enter", Code::Enter),
    ("Esc", Code::Esc),
    ("Tab", Code::Tab),
    ("Shift-Tab", Code::BackTab),
    ("Backspace", Code::Backspace),
    ("Delete", Code::Delete),
    ("Up", Code::Up),
    ("Down", Code::Down),
    ("Left", Code::Left),
    ("Right", Code::Right),
    ("PageUp", Code::PageUp),
    ("PageDown", Code::PageDown),
    ("Home", Code::Home),
    ("End", Code::End),
    ("Space", Code::Char(' ')),
];

impl Key {
    /// The key without Ctrl and Alt.
    pub const fn new(code: Code) -> Self {
        Self { code, ctrl: false, alt: false }
    }

    /// The key that types a character.
    pub const fn char(letter: char) -> Self {
        Self::new(Code::Char(letter))
    }

    /// The same key with Ctrl held.
    #[must_use]
    pub const fn with_ctrl(self) -> Self {
        Self { ctrl: true, ..self }
    }

    /// The same key with Alt held.
    #[must_use]
    pub const fn with_alt(self) -> Self {
        Self { alt: true, ..self }
    }

    /// What the key types in a text field; `None` for commands and function keys.
    pub fn typed(self) -> Option<char> {
        match self.code {
            Code::Char(letter) if !self.ctrl && !self.alt => Some(letter),
            _ => None,
        }
    }
}

impl fmt::Display for Key {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.ctrl {
            out.write_str("Ctrl-")?;
        }
        if self.alt {
            out.write_str("Alt-")?;
        }
        if let Some((name, _)) = NAMES.iter().find(|(_, code)| *code == self.code) {
            return out.write_str(name);
        }
        match self.code {
            Code::Char(letter) => write!(out, "{letter}"),
            Code::F(number) => write!(out, "F{number}"),
            _ => Ok(()),
        }
    }
}

/// Reads one key: `j`, `Ctrl-d`, `Alt-Down`, `Shift-Tab`, `F1`.
fn parse_key(word: &str) -> Option<Key> {
    if let Some((_, code)) = NAMES.iter().find(|(name, _)| name.eq_ignore_ascii_case(word)) {
        return Some(Key::new(*code));
    }
    if let Some(rest) = word.strip_prefix("Ctrl-").filter(|rest| !rest.is_empty()) {
        return parse_key(rest).map(Key::with_ctrl);
    }
    if let Some(rest) = word.strip_prefix("Alt-").filter(|rest| !rest.is_empty()) {
        return parse_key(rest).map(Key::with_alt);
    }
    let mut letters = word.chars();
    match (letters.next(), letters.next()) {
        (Some(letter), None) => Some(Key::char(letter)),
        (Some('F'), Some(_)) => {
            let number = word.strip_prefix('F')?.parse().ok()?;
            (1..=12).contains(&number).then_some(Key::new(Code::F(number)))
        }
        _ => None,
    }
}

/// Reads a sequence of keys: names with white space between them (`Ctrl-w j`), or letters
/// written together (`]c`, `gg`). `None` when a part is no key.
pub fn parse_keys(text: &str) -> Option<Vec<Key>> {
    let mut keys = Vec::new();
    for word in text.split_whitespace() {
        match parse_key(word) {
            Some(key) => keys.push(key),
            None if word.contains('-') || word.chars().count() > 3 => return None,
            None => keys.extend(word.chars().map(Key::char)),
        }
    }
    (!keys.is_empty()).then_some(keys)
}

/// Writes a sequence as [`parse_keys`] reads it: `]c`, `Ctrl-w j`.
pub fn show_keys(keys: &[Key]) -> String {
    let names: Vec<String> = keys.iter().map(Key::to_string).collect();
    let letters = names.iter().all(|name| name.chars().count() == 1);
    names.join(if letters { "" } else { " " })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_read_as_they_are_written() {
        for text in ["j", "]c", "gg", "Ctrl-d", "Alt-Down", "Shift-Tab", "F1", "Space", "Ctrl-w j"]
        {
            let keys = parse_keys(text).unwrap();
            assert_eq!(show_keys(&keys), text);
        }
        assert_eq!(parse_keys("-"), Some(vec![Key::char('-')]));
        assert_eq!(parse_keys("Alt--"), Some(vec![Key::char('-').with_alt()]));
    }

    #[test]
    fn what_is_no_key_is_refused() {
        for text in ["", "  ", "Ctrl-", "Hyper-x", "Entre", "F13"] {
            assert_eq!(parse_keys(text).filter(|keys| keys.len() < 3), None, "{text:?}");
        }
    }
}
