//! From keys to commands: sequences, counts, the Arabic layout, and the reader's own keys.
//!
//! Here: [`Keymap`] (which keys mean what, where) and [`Pending`] (keys pressed so far).
//! Not here: what commands do. Begin with [`Keymap::find`].

use crate::error::Problem;
use crate::settings::KeyEntry;

use super::commands::{Command, Contexts, TABLE};
use super::key::{Code, Key, parse_keys, show_keys};
use super::keyboard;

/// Keys of a command that has been begun, and the count before it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pending {
    /// The number typed so far; `None` when there was no digit.
    pub count: Option<u32>,
    /// As pressed, Arabic letters included.
    pub keys: Vec<Key>,
}

impl Pending {
    /// Whether nothing has been begun.
    pub fn is_empty(&self) -> bool {
        self.count.is_none() && self.keys.is_empty()
    }
}

/// What a sequence of keys means in a place.
#[derive(Clone, Copy, Debug)]
pub enum Meaning {
    /// The keys are one of its sequences.
    Command(&'static Command),
    /// Longer sequences begin like this.
    Prefix,
    /// No sequence begins like this there.
    Nothing,
}

/// The same keys, or the beginning of them, belong to two commands in the same place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clash {
    /// The command whose keys came later.
    pub command: &'static str,
    /// The keys of that one, as they are written.
    pub keys: String,
    /// The command that had them before.
    pub other: &'static str,
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
    /// command, an empty one takes them away. Wrong entries are left out, and all are told.
    pub fn with(own: &[KeyEntry]) -> (Self, Vec<Problem>) {
        let mut map = Self::default();
        let mut problems = Vec::new();
        for entry in own {
            let line = entry.line.to_string();
            match map.take(entry) {
                Ok(()) => {}
                Err(problem) => problems.push(problem.with("line", &line)),
            }
        }
        (map, problems)
    }

    /// Takes one entry of the reader's.
    fn take(&mut self, entry: &KeyEntry) -> Result<(), Problem> {
        let name = entry.command.as_str();
        let command = Command::named(name)
            .ok_or_else(|| Problem::new("problem-key-command").with("command", name))?;
        let mut read = Vec::new();
        for text in &entry.keys {
            let wrong =
                || Problem::new("problem-key-unreadable").with("command", name).with("keys", text);
            read.push((parse_keys(text).ok_or_else(wrong)?, command));
        }
        let before = self.bindings.clone();
        self.bindings.retain(|(_, bound)| bound.name != command.name);
        self.bindings.extend(read);
        let clash = self.clashes().into_iter().next();
        clash.map_or(Ok(()), |clash| {
            self.bindings = before;
            let problem = Problem::new("problem-key-taken").with("command", name);
            let other = if clash.other == name { clash.command } else { clash.other };
            Err(problem.with("keys", &clash.keys).with("other", other))
        })
    }

    /// Sequences that mean two things in one place, or hide a longer one.
    pub fn clashes(&self) -> Vec<Clash> {
        let mut found = Vec::new();
        for (place, (keys, command)) in self.bindings.iter().enumerate() {
            for (other, by) in self.bindings.iter().take(place) {
                let begins = keys.starts_with(other) || other.starts_with(keys);
                if begins && command.holds.meets(by.holds) {
                    found.push(Clash {
                        command: command.name,
                        keys: show_keys(keys),
                        other: by.name,
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

    fn entry(command: &str, keys: &[&str]) -> KeyEntry {
        let keys = keys.iter().map(|keys| (*keys).to_owned()).collect();
        KeyEntry { command: command.to_owned(), keys, line: 7 }
    }

    #[test]
    fn own_keys_replace_the_tables() {
        let (map, problems) = Keymap::with(&[entry("down", &["_ e"]), entry("quit", &[])]);
        assert_eq!(problems, []);
        let keys = |text| parse_keys(text).unwrap();
        assert_eq!(name(map.find(Contexts::REPORT, &keys("j"))), "");
        assert_eq!(name(map.find(Contexts::REPORT, &keys("Q"))), "");
        assert_eq!(name(map.find(Contexts::REPORT, &keys("_ e"))), "down");
    }

    #[test]
    fn every_wrong_entry_is_told_and_changes_nothing() {
        let own = [entry("fly", &["f"]), entry("down", &["Hyper-x"]), entry("up", &["G"])];
        let (map, problems) = Keymap::with(&own);
        let keys: Vec<&str> = problems.iter().map(|problem| problem.key).collect();
        assert_eq!(keys, ["problem-key-command", "problem-key-unreadable", "problem-key-taken"]);
        assert!(problems.iter().all(|problem| problem.args.contains(&("line", "7".to_owned()))));
        assert_eq!(name(map.find(Contexts::REPORT, &parse_keys("k").unwrap())), "up");
    }
}
