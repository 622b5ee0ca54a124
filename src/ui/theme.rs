//! What each part of the screen looks like: the tables that the build makes of `assets/themes`.
//!
//! A part is a [`Part`]; nothing else in `ui` names a colour. A sign goes with every colour that
//! means something.

use ratatui::style::{Color, Modifier, Style};

use crate::settings::Theme as Name;

/// A part of the screen, as the theme files name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// Running text, and the screen behind it.
    Text,
    /// The headline of a report.
    Headline,
    /// Headings inside a report, and those of lists and of the help.
    Subhead,
    /// Datelines, captions, chrome.
    Aside,
    /// Signs and rows that are there to be passed over: gaps, counts, folded menus.
    Faint,
    /// The title of a pane, and the strip's ground.
    Title,
    /// The title of the pane that keys act on.
    TitleFocused,
    /// The line between two panes.
    Border,
    /// The ground of the strip and of the status line.
    Status,
    /// The line of text that is being typed, and what is told in the status line.
    Notice,
    /// What went wrong.
    Grave,
    /// Keys, numbers and signs that lead somewhere.
    Key,
    /// The cursor in the pane that keys act on, and in the others.
    Cursor,
    /// The cursor in the panes that keys do not act on.
    CursorAway,
    /// What the reader has selected.
    Selection,
    /// The words that were searched, wherever they occur.
    Hit,
    /// The entry of a list that the cursor is on.
    Chosen,
    /// The words that prove a claim.
    Evidence,
    /// A contradiction, with `≠`; words that are gone, too.
    Contradiction,
    /// A figure that moved on with time.
    Update,
    /// One value told more roughly, or one name in two spellings.
    Precision,
    /// What the reports agree on, with `=`.
    Agreed,
    /// A report that does not speak of the topic, with `∅`.
    Silent,
    /// The values of the disputed topic, in the strip and in the texts.
    Value1,
    /// The second value.
    Value2,
    /// The third value.
    Value3,
    /// The fourth value; the fifth looks like the first again.
    Value4,
    /// The colours of what was kept; each is named in words too.
    MarkerYellow,
    /// [`crate::notebook::Colour::Green`].
    MarkerGreen,
    /// [`crate::notebook::Colour::Blue`].
    MarkerBlue,
    /// [`crate::notebook::Colour::Red`].
    MarkerRed,
    /// [`crate::notebook::Colour::Violet`].
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

    /// The look of a part; the terminal's own where the theme says nothing of it.
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

    /// Relative luminance (WCAG 2) of a colour of the 256-colour table.
    fn luminance(index: u8) -> f64 {
        let level = |at: u8| if at == 0 { 0 } else { 55 + 40 * at };
        let parts = match index {
            232.. => [8 + 10 * (index - 232); 3],
            16.. => [(index - 16) / 36, (index - 16) / 6 % 6, (index - 16) % 6].map(level),
            _ => unreachable!("themes use no colour that terminals change"),
        };
        let linear = parts.map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }

    fn contrast(one: Color, other: Color) -> f64 {
        let of = |colour| match colour {
            Color::Indexed(index) => luminance(index) + 0.05,
            other => unreachable!("{other:?}"),
        };
        of(one).max(of(other)) / of(one).min(of(other))
    }

    #[test]
    fn letters_stand_out_from_their_ground() {
        const BLACK: Color = Color::Indexed(16);
        const WHITE: Color = Color::Indexed(231);
        // What is drawn on the bars in its own colour, too.
        let on_bars = [Part::Contradiction, Part::Update, Part::Precision, Part::Key];
        for (name, grounds) in [
            (Name::Dark, vec![(BLACK, 4.5), (WHITE, 3.0)]),
            (Name::Light, vec![(WHITE, 4.5)]),
            (Name::HighContrast, vec![(BLACK, 4.5)]),
        ] {
            let theme = Theme::named(name);
            let bar = theme.style(Part::Status).bg.unwrap();
            for part in Part::ALL.into_iter().filter(|part| *part != Part::Border) {
                let style = theme.style(part);
                let Some(letters) = style.fg else { continue };
                let mut grounds = grounds.clone();
                match style.bg {
                    Some(own) => grounds = vec![(own, 4.5)],
                    None if on_bars.contains(&part) => grounds.push((bar, 4.5)),
                    None => {}
                }
                for (ground, least) in grounds {
                    let found = contrast(letters, ground);
                    assert!(found >= least, "{name:?} {part:?} on {ground:?}: {found:.2}");
                }
            }
        }
    }

    #[test]
    fn without_colours_there_are_none() {
        let theme = Theme::named(Name::Mono);
        let coloured = theme.parts.iter().any(|style| style.fg.is_some() || style.bg.is_some());
        assert!(!coloured);
    }
}
