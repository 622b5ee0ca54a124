//! What each part of the screen looks like, read from `assets/themes`.
//!
//! A part is a [`Part`]; nothing else in `ui` names a colour. A sign goes with every colour that
//! means something.

use std::collections::HashMap;

use ratatui::style::{Color, Modifier, Style};
use serde::Deserialize;

use crate::settings::Theme as Name;

/// A part of the screen, as the theme files name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    Text,
    Headline,
    Subhead,
    /// Datelines, captions, chrome.
    Aside,
    Faint,
    Title,
    TitleFocused,
    Border,
    Status,
    Notice,
    Grave,
    Key,
    /// The cursor in the pane that keys act on, and in the others.
    Cursor,
    CursorAway,
    Selection,
    Hit,
    /// The entry of a list that the cursor is on.
    Chosen,
    /// The words that prove a claim.
    Evidence,
    Contradiction,
    Update,
    Precision,
    Agreed,
    Silent,
    /// The values of the disputed topic, in the strip and in the texts.
    Value1,
    Value2,
    Value3,
    Value4,
    /// The colours of what was kept; each is named in words too.
    MarkerYellow,
    MarkerGreen,
    MarkerBlue,
    MarkerRed,
    MarkerViolet,
}

impl Part {
    /// Every part, in the order of the theme files.
    pub const ALL: [Self; 32] = [
        Self::Text,
        Self::Headline,
        Self::Subhead,
        Self::Aside,
        Self::Faint,
        Self::Title,
        Self::TitleFocused,
        Self::Border,
        Self::Status,
        Self::Notice,
        Self::Grave,
        Self::Key,
        Self::Cursor,
        Self::CursorAway,
        Self::Selection,
        Self::Hit,
        Self::Chosen,
        Self::Evidence,
        Self::Contradiction,
        Self::Update,
        Self::Precision,
        Self::Agreed,
        Self::Silent,
        Self::Value1,
        Self::Value2,
        Self::Value3,
        Self::Value4,
        Self::MarkerYellow,
        Self::MarkerGreen,
        Self::MarkerBlue,
        Self::MarkerRed,
        Self::MarkerViolet,
    ];
}

/// One entry of a theme file.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Entry {
    /// Numbers of the 256-colour table; without one, the terminal's own.
    fg: Option<u8>,
    bg: Option<u8>,
    is: Vec<Emphasis>,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Emphasis {
    Bold,
    Dim,
    Underline,
    Reverse,
}

impl Emphasis {
    fn modifier(self) -> Modifier {
        match self {
            Self::Bold => Modifier::BOLD,
            Self::Dim => Modifier::DIM,
            Self::Underline => Modifier::UNDERLINED,
            Self::Reverse => Modifier::REVERSED,
        }
    }
}

impl Entry {
    fn style(&self) -> Style {
        let mut style = Style::new();
        style.fg = self.fg.map(Color::Indexed);
        style.bg = self.bg.map(Color::Indexed);
        self.is.iter().fold(style, |style, emphasis| style.add_modifier(emphasis.modifier()))
    }
}

/// The looks of all parts.
#[derive(Clone, Debug, Default)]
pub struct Theme {
    parts: HashMap<Part, Style>,
}

impl Theme {
    /// The theme of that name; the files are part of the program, and a test reads them all.
    pub fn named(name: Name) -> Self {
        let file = match name {
            Name::Dark => include_str!("../../assets/themes/dark.toml"),
            Name::Light => include_str!("../../assets/themes/light.toml"),
            Name::HighContrast => include_str!("../../assets/themes/high-contrast.toml"),
            Name::Mono => include_str!("../../assets/themes/mono.toml"),
        };
        Self::read(file).unwrap_or_default()
    }

    /// A theme of given looks: the sessions tell parts apart by it.
    pub fn of(parts: impl IntoIterator<Item = (Part, Style)>) -> Self {
        Self { parts: parts.into_iter().collect() }
    }

    fn read(file: &str) -> Result<Self, toml::de::Error> {
        let entries: HashMap<Part, Entry> = toml::from_str(file)?;
        let parts = entries.iter().map(|(part, entry)| (*part, entry.style())).collect();
        Ok(Self { parts })
    }

    pub fn style(&self, part: Part) -> Style {
        self.parts.get(&part).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILES: [(&str, &str); 4] = [
        ("dark", include_str!("../../assets/themes/dark.toml")),
        ("light", include_str!("../../assets/themes/light.toml")),
        ("high-contrast", include_str!("../../assets/themes/high-contrast.toml")),
        ("mono", include_str!("../../assets/themes/mono.toml")),
    ];

    #[test]
    fn every_theme_says_what_every_part_looks_like() {
        for (name, file) in FILES {
            let theme = Theme::read(file).unwrap_or_else(|error| panic!("{name}: {error}"));
            assert!(Part::ALL.iter().all(|part| theme.parts.contains_key(part)), "{name}");
        }
    }

    #[test]
    fn without_colours_there_are_none() {
        let theme = Theme::named(Name::Mono);
        let coloured = theme.parts.values().any(|style| style.fg.is_some() || style.bg.is_some());
        assert!(!coloured);
    }
}
