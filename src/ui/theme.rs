//! What each part of the screen looks like: the tables that the build makes of `assets/themes`.
//!
//! A part is a [`Part`]; nothing else in `ui` names a colour. A sign goes with every colour that
//! means something.

use ratatui::style::{Color, Modifier, Style};

use crate::settings::Theme as Name;

/// A part of the screen, as the theme files name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
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
    /// Every part, in order.
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

include!(concat!(env!("OUT_DIR"), "/themes.rs"));

/// The looks of all parts.
#[derive(Clone, Debug)]
pub struct Theme {
    parts: [Style; Part::ALL.len()],
}

impl Theme {
    /// The theme of that name.
    pub fn named(name: Name) -> Self {
        Self::of(table(name).iter().copied())
    }

    /// A theme of given looks: the sessions tell parts apart by it.
    pub fn of(parts: impl IntoIterator<Item = (Part, Style)>) -> Self {
        let mut looks = [Style::new(); Part::ALL.len()];
        for (part, style) in parts {
            if let Some(look) = looks.get_mut(part as usize) {
                *look = style;
            }
        }
        Self { parts: looks }
    }

    pub fn style(&self, part: Part) -> Style {
        self.parts.get(part as usize).copied().unwrap_or_default()
    }
}

fn table(name: Name) -> &'static [(Part, Style)] {
    match name {
        Name::Dark => &DARK,
        Name::Light => &LIGHT,
        Name::HighContrast => &HIGH_CONTRAST,
        Name::Mono => &MONO,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMES: [Name; 4] = [Name::Dark, Name::Light, Name::HighContrast, Name::Mono];

    #[test]
    fn every_theme_says_what_every_part_looks_like() {
        for name in NAMES {
            let told = |part: &Part| table(name).iter().any(|(told, _)| told == part);
            assert!(Part::ALL.iter().all(told), "{name:?}");
        }
        assert!(Part::ALL.iter().enumerate().all(|(at, part)| at == *part as usize));
    }

    #[test]
    fn without_colours_there_are_none() {
        let theme = Theme::named(Name::Mono);
        let coloured = theme.parts.iter().any(|style| style.fg.is_some() || style.bg.is_some());
        assert!(!coloured);
    }
}
