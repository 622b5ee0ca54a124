//! The reader's choices that the screen depends on, as the settings and flags gave them.

use crate::settings::{Interface, Theme};
use crate::text::Layout;

/// The themes in the order in which the key goes through them, and the message that names each.
const THEMES: [(Theme, &str); 4] = [
    (Theme::Dark, "theme-is-dark"),
    (Theme::Light, "theme-is-light"),
    (Theme::HighContrast, "theme-is-high-contrast"),
    (Theme::Mono, "theme-is-mono"),
];

/// What the reader can switch while reading, and what was set before.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// The language; it rules the side the list stands on, too.
    pub interface: Interface,
    /// The colours, as the key for themes left them.
    pub theme: Theme,
    /// Joining, marks, digits; the width is each pane's own.
    pub layout: Layout,
    /// Whether menus, share buttons and the like are folded away.
    pub fold_chrome: bool,
    /// Reports opened side by side at first; 0 for as many as stand comfortably.
    pub panes: usize,
    /// One pane with tabs.
    pub single: bool,
    /// All reports scroll as one.
    pub locked: bool,
    /// What is shown beside the reports, where there is room.
    pub beside: Beside,
}

/// What is shown beside the reports.
#[derive(Clone, Copy, Debug)]
pub struct Beside {
    /// The list of reports.
    pub list: bool,
    /// The pane on the other side, where there is room.
    pub side: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            interface: Interface::default(),
            theme: Theme::default(),
            layout: Layout::new(80),
            fold_chrome: false,
            panes: 0,
            single: false,
            locked: false,
            beside: Beside { list: true, side: true },
        }
    }
}

impl Options {
    /// Whether the interface reads from the right.
    pub fn is_rtl(&self) -> bool {
        self.interface == Interface::Arabic
    }

    /// Goes on to the next theme; the message that names it.
    pub fn next_theme(&mut self) -> &'static str {
        let at = THEMES.iter().position(|(theme, _)| *theme == self.theme).unwrap_or_default();
        let (theme, name) = THEMES.get(at + 1).copied().unwrap_or(THEMES[0]);
        self.theme = theme;
        name
    }
}
