//! What every pane draws on: the buffer with the theme, the language and the direction at hand.

use ratatui::buffer::Buffer;
use ratatui::style::Style;

use crate::app::State;
use crate::app::geometry::{MARGIN, Rect};
use crate::locale::{Arg, Messages};
use crate::text::{Base, Cell, Layout, Row};

use super::paint;
use super::theme::{Part, Theme};

/// The screen being drawn.
pub struct Canvas<'a> {
    /// What is drawn; drawing changes nothing of it.
    pub state: &'a State,
    /// The words and digits of the interface.
    pub messages: &'a Messages,
    theme: &'a Theme,
    buffer: &'a mut Buffer,
}

impl<'a> Canvas<'a> {
    /// A canvas on the whole buffer of a frame.
    pub fn new(
        state: &'a State,
        theme: &'a Theme,
        messages: &'a Messages,
        buffer: &'a mut Buffer,
    ) -> Self {
        Self { state, messages, theme, buffer }
    }

    /// The look of a part in the reader's theme.
    pub fn style(&self, part: Part) -> Style {
        self.theme.style(part)
    }

    /// The theme itself, for looks that are asked for without the canvas.
    pub fn theme(&self) -> &'a Theme {
        self.theme
    }

    /// Whether the interface reads from the right; the text of a report has its own direction.
    pub fn rtl(&self) -> bool {
        self.state.options.is_rtl()
    }

    /// The message in the language of the interface.
    pub fn say(&self, name: &str, arguments: &[(&str, Arg)]) -> String {
        self.messages.with(name, arguments)
    }

    /// Gives the blank screen that a frame begins with the colour of the text.
    pub fn clear(&mut self) {
        let (area, style) = (self.buffer.area, self.theme.style(Part::Text));
        if style != Style::new() {
            paint::tint(self.buffer, Rect::new(0, 0, area.width, area.height), style);
        }
    }

    /// Makes an area blank, in the look of a part.
    pub fn fill(&mut self, area: Rect, part: Part) {
        paint::fill(self.buffer, area, self.theme.style(part));
    }

    /// Changes the look of an area and leaves its letters.
    pub fn tint(&mut self, area: Rect, part: Part) {
        paint::tint(self.buffer, area, self.theme.style(part));
    }

    /// The same in a look that is no part's own.
    pub fn tint_with(&mut self, area: Rect, style: Style) {
        paint::tint(self.buffer, area, style);
    }

    /// A row of an article, each cell in its own look.
    pub fn row(&mut self, area: Rect, row: &Row, style: impl Fn(&Cell) -> Style) {
        paint::row(self.buffer, area, row, style);
    }

    /// Words of the interface in one line, from the side where it begins to read. Returns the
    /// columns they took.
    pub fn words(&mut self, area: Rect, text: &str, part: Part) -> u16 {
        let layout = paint::interface(self.state.options.layout, self.rtl());
        paint::words(self.buffer, area, text, layout, self.theme.style(part))
    }

    /// Words of an article in one line, from the side where they begin themselves.
    pub fn quoted(&mut self, area: Rect, text: &str, part: Part) -> u16 {
        let layout: Layout = self.state.options.layout.with_base(Base::Report);
        paint::words(self.buffer, area, text, layout, self.theme.style(part))
    }

    /// Words of the interface at the far end of a line. Returns what is left of the line.
    pub fn words_at_end(&mut self, area: Rect, text: &str, part: Part) -> Rect {
        let layout = paint::interface(self.state.options.layout, self.rtl());
        let width = crate::text::width::of(text, &layout).min(area.width.into()) as u16;
        let (rest, end) = self.split(area, area.width - width);
        paint::words(self.buffer, end, text, layout, self.theme.style(part));
        rest
    }

    /// Cuts so many columns off, at the side where the interface begins to read.
    pub fn split(&self, area: Rect, width: u16) -> (Rect, Rect) {
        paint::split(area, width, self.rtl())
    }

    /// One sign beside a line, a blank between them. Nothing where the pane has no such columns.
    pub fn in_margin(&mut self, line: Rect, rtl: bool, sign: &str, part: Part) {
        if line.width + 2 < MARGIN {
            return;
        }
        let x = if rtl { line.x + line.width + 1 } else { line.x.saturating_sub(2) };
        self.words(Rect { x, width: 1, ..line }, sign, part);
    }

    /// A column between two panes.
    pub fn border(&mut self, area: Rect) {
        let style = self.theme.style(Part::Border);
        for y in area.y..area.y + area.height {
            if let Some(cell) = self.buffer.cell_mut((area.x, y)) {
                cell.set_symbol("│").set_style(style);
            }
        }
    }
}
