//! From keys to commands: sequences, counts, the Arabic layout, and the reader's own keys.
//!
//! Here: [`Keymap`] (which keys mean what, where) and [`Pending`] (keys pressed so far).
//! Not here: what commands do. Begin with [`Keymap::find`].

use super::commands::{Command, Contexts, TABLE};
use super::key::{Code, Key, parse_keys, show_keys};
use super::keyboard;

/// Keys of a command that has been begun, and the count before it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pending {
    pub count: Option<u32>,
    /// As pressed, Arabic letters included.
    pub keys: Vec<Key>,
}

impl Pending {
    pub fn is_empty(&self) -> bool {
        self.count.is_none() && self.keys.is_empty()
    }
}

/// What a sequence of keys means in a place.
#[derive(Clone, Copy, Debug)]
pub enum Meaning {
    Command(&'static Command),
    /// Longer sequences begin like this.
    Prefix,
    Nothing,
}

/// A wrong entry in the reader's key settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The table has no command of this name.
    UnknownCommand(String),
    /// Not a way to write keys.
    UnreadableKeys { command: String, keys: String },
    /// The same keys, or the beginning of them, belong to another command in the same place.
    Taken { command: String, keys: String, by: &'static str },
}

/// Every binding, the reader's over the table's.
#[derive(Clone, Debug)]
pub struct Keymap {
    bindings: Vec<(Vec<Key>, &'static Command)>,
}

impl Default for Keymap {
    fn default() -> Self {
        Self { bindings: TABLE.iter().flat_map(defaults).collect() }
    }
}

fn defaults(command: &'static Command) -> impl Iterator<Item = (Vec<Key>, &'static Command)> {
    command.keys.iter().filter_map(move |keys| parse_keys(keys).map(|keys| (keys, command)))
}

impl Keymap {
    /// The table's keys with the reader's in their place: an entry replaces all keys of its
    /// command, an empty one takes them away.
    ///
    /// # Errors
    /// Every wrong entry at once.
    pub fn with<'a>(
        own: impl IntoIterator<Item = (&'a str, Vec<&'a str>)>,
    ) -> Result<Self, Vec<Problem>> {
        let mut map = Self::default();
        let mut problems = Vec::new();
        for (name, sequences) in own {
            let Some(command) = Command::named(name) else {
                problems.push(Problem::UnknownCommand(name.to_owned()));
                continue;
            };
            map.bindings.retain(|(_, bound)| bound.name != command.name);
            for text in sequences {
                match parse_keys(text) {
                    Some(keys) => map.bindings.push((keys, command)),
                    None => problems.push(Problem::UnreadableKeys {
                        command: name.to_owned(),
                        keys: text.to_owned(),
                    }),
                }
            }
        }
        problems.extend(map.clashes());
        if problems.is_empty() { Ok(map) } else { Err(problems) }
    }

    /// Sequences that mean two things in one place, or hide a longer one.
    pub fn clashes(&self) -> Vec<Problem> {
        let mut found = Vec::new();
        for (place, (keys, command)) in self.bindings.iter().enumerate() {
            for (other, by) in self.bindings.iter().take(place) {
                let begins = keys.starts_with(other) || other.starts_with(keys);
                if begins && command.holds.meets(by.holds) {
                    found.push(Problem::Taken {
                        command: command.name.to_owned(),
                        keys: show_keys(keys),
                        by: by.name,
                    });
                }
            }
        }
        found
    }

    /// What the keys mean there: as pressed, else as the same keys on a Latin keyboard.
    pub fn find(&self, place: Contexts, keys: &[Key]) -> Meaning {
        let exact = self.look_up(place, keys);
        if !matches!(exact, Meaning::Nothing) || place == Contexts::PROMPT {
            return exact;
        }
        match self.look_up(place, &on_latin(keys)) {
            // Lam alone may be the first half of the key that types «لا».
            Meaning::Nothing if keys == [Key::char('ل')] => Meaning::Prefix,
            meaning => meaning,
        }
    }

    fn look_up(&self, place: Contexts, keys: &[Key]) -> Meaning {
        let mut meaning = Meaning::Nothing;
        for (bound, command) in &self.bindings {
            if !command.holds.meets(place) || !bound.starts_with(keys) {
                continue;
            }
            if bound.len() == keys.len() {
                return Meaning::Command(command);
            }
            meaning = Meaning::Prefix;
        }
        meaning
    }

    /// The keys of a command, as written, in the order of the table.
    pub fn keys_of(&self, command: &Command) -> Vec<&[Key]> {
        let own = self.bindings.iter().filter(|(_, bound)| bound.name == command.name);
        own.map(|(keys, _)| keys.as_slice()).collect()
    }
}

/// The same keys on a Latin keyboard; lam with an alef after it is the one key that types both.
fn on_latin(keys: &[Key]) -> Vec<Key> {
    let mut latin: Vec<Key> = Vec::with_capacity(keys.len());
    let mut lam_before = false;
    for key in keys {
        let whole = key.typed().filter(|_| lam_before).and_then(keyboard::joined);
        if let Some(letter) = whole {
            latin.pop();
            latin.push(Key::char(letter));
            lam_before = false;
        } else {
            latin.push(keyboard::latin_key(*key).unwrap_or(*key));
            lam_before = *key == Key::char('ل');
        }
    }
    latin
}

/// The digit a key types, whichever digits the keyboard has.
pub fn digit(key: Key) -> Option<u32> {
    match keyboard::latin_key(key).unwrap_or(key).code {
        Code::Char(letter) if !key.ctrl => letter.to_digit(10),
        _ => None,
    }
}

/// How the keys are typed on an Arabic keyboard, where that differs: «دؤ» for `]c`.
pub fn on_arabic(keys: &[Key]) -> Option<String> {
    let plain = keys.iter().all(|key| key.typed().is_some_and(|letter| letter != ' '));
    let letters: Option<Vec<String>> =
        keys.iter().map(|key| key.typed().and_then(keyboard::arabic)).collect();
    letters.filter(|_| plain).map(|letters| letters.concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(meaning: Meaning) -> &'static str {
        match meaning {
            Meaning::Command(command) => command.name,
            Meaning::Prefix => "…",
            Meaning::Nothing => "",
        }
    }

    #[test]
    fn no_key_stands_twice_in_one_place() {
        assert_eq!(Keymap::default().clashes(), []);
    }

    #[test]
    fn arabic_letters_answer_for_the_latin_ones() {
        let map = Keymap::default();
        let typed = |text: &str| {
            let keys: Vec<Key> = text.chars().map(Key::char).collect();
            name(map.find(Contexts::REPORT, &keys))
        };
        assert_eq!(typed("ت"), typed("j"));
        assert_eq!(typed("ل"), "…");
        assert_eq!(typed("لل"), typed("gg"));
        assert_eq!(typed("لأ"), typed("G"));
        assert_eq!(typed("\u{fef7}"), typed("G"));
        assert_eq!(typed("؟"), "help");
    }

    #[test]
    fn own_keys_replace_and_every_mistake_is_named() {
        let map = Keymap::with([("down", vec!["_ e"]), ("quit", vec![])]).unwrap_or_default();
        let keys = |text| parse_keys(text).unwrap();
        assert_eq!(name(map.find(Contexts::REPORT, &keys("j"))), "");
        assert_eq!(name(map.find(Contexts::REPORT, &keys("Q"))), "");
        let wrong =
            Keymap::with([("fly", vec!["f"]), ("down", vec!["Hyper-x"]), ("up", vec!["G"])]);
        assert_eq!(wrong.unwrap_err().len(), 3);
    }
}
