//! Defaults, file, environment and flags become [`Settings`], each overriding the one before.
//!
//! [`table`] is the list of all settings: their names, what they may be, and which variable of the
//! environment sets them. `assets/default.toml` says the same to people, and a test compares the
//! two. [`file`] reads the reader's file and reports every wrong line at once.

mod env;
mod file;
mod paths;
mod table;

pub use env::interface;
pub use file::{apply, read};
pub use paths::Paths;
pub use table::{ENCODERS, SETTINGS, Setting};

use crate::error::Problem;

/// The language of the interface; it also rules the side that the list stands on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Interface {
    /// The screen begins at the right, and the list stands there.
    Arabic,
    /// The screen begins at the left.
    #[default]
    English,
}

/// The digits of figures that tabayun words itself. The text of a report keeps its own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Digits {
    /// Arabic-Indic with the Arabic interface, Latin with the English one.
    #[default]
    Auto,
    /// 0 1 2 3
    Latin,
    /// ٠ ١ ٢ ٣
    Arabic,
}

/// How letters are joined (TERMINALS.md, section 2.5).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Shaping {
    /// Presentation forms: right wherever the font has them.
    #[default]
    Presentation,
    /// Base letters in visual order, for terminals that join them.
    Base,
    /// Letters as they are.
    None,
}

/// The colours of the screen, by name; what they look like is in `assets/themes`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Theme {
    /// For a dark background, and where the background is not known.
    #[default]
    Dark,
    /// For a light background; taken by itself where `COLORFGBG` tells of one.
    Light,
    /// White on black with few colours: for weak eyes and bright rooms.
    HighContrast,
    /// No colour at all: signs, bold, underline and reverse only. `NO_COLOR` asks for it.
    Mono,
}

/// Everything that the reader can set.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a setting of its own in the file")]
pub struct Settings {
    /// Where nobody sets it, that of the locale (`LC_ALL`, `LC_MESSAGES`, `LANG`).
    pub interface: Interface,
    /// In figures of the interface only.
    pub digits: Digits,
    /// The encoder's name in [`ENCODERS`]; `None` when the terminal is to be recognised.
    pub encoder: Option<&'static str>,
    /// How Arabic letters are put into the cells.
    pub shaping: Shaping,
    /// Whether tashkeel is shown.
    pub marks: bool,
    /// The colours of every part of the screen.
    pub theme: Theme,
    /// Whether the terminal's mouse events are asked for; without them it selects text itself.
    pub mouse: bool,
    /// Whether menus, share buttons and the like are folded away at first.
    pub fold_chrome: bool,
    /// Reports side by side; 0 for as many as the width allows.
    pub panes: u8,
    /// Whether what was read of a dossier is kept for the next start.
    pub cache: bool,
    /// The reader's own keys: command, keys, line in the file. They replace all the command's keys.
    pub keys: Vec<KeyEntry>,
}

/// One line of the `[keys]` table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyEntry {
    /// The command's name as the file has it, which may be none of the table's.
    pub command: String,
    /// Each as it is written: `]c`, `Ctrl-w j`. None takes the command's keys away.
    pub keys: Vec<String>,
    /// Counted from 1.
    pub line: usize,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            interface: Interface::default(),
            digits: Digits::Auto,
            encoder: None,
            shaping: Shaping::default(),
            marks: false,
            theme: Theme::default(),
            mouse: true,
            fold_chrome: false,
            panes: 0,
            cache: true,
            keys: Vec::new(),
        }
    }
}

/// Settings from all sources: the file named by `paths`, the environment, and `flags` (names of
/// [`SETTINGS`] with what the command line said). Wrong entries are left out and told.
pub fn settings(
    paths: &Paths,
    variable: &dyn Fn(&str) -> Option<String>,
    flags: &[(&str, String)],
) -> (Settings, Vec<Problem>) {
    let mut settings = Settings { interface: interface(variable), ..Settings::default() };
    settings.theme = env::background(variable).unwrap_or(settings.theme);
    let mut problems = Vec::new();
    if let Some(path) = &paths.config {
        problems.extend(read(path, &mut settings));
    }
    problems.extend(env::apply(variable, &mut settings));
    for (name, value) in flags {
        if let Err(problem) = table::set(&mut settings, name, value) {
            problems.push(problem.with("where", &format!("--{name}")));
        }
    }
    (settings, problems)
}

#[cfg(test)]
mod tests;
