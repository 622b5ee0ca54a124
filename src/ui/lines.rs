//! Lines of the interface that are as long as they are: wrapped over the rows they take. The card
//! and the foot of the matrix are made of them.

use crate::app::geometry::Rect;
use crate::text::{Base, Paragraph, Span};

use super::canvas::Canvas;
use super::paint;
use super::theme::Part;

/// Words and how they look; empty for a gap.
pub type Line = (String, Part);

/// Rows that lines take at this width.
pub fn rows(canvas: &Canvas, width: u16, lines: &[Line]) -> usize {
    let layout = canvas.state.options.layout.with_width(width);
    let interface = paint::interface(layout, canvas.rtl());
    let rows = lines.iter().map(|(words, part)| {
        let layout = if matches!(part, Part::Text) { &layout } else { &interface };
        Paragraph::new(words, Span::new(0, words.len()), layout).lines(words).len()
    });
    rows.sum()
}

/// Draws lines over as many rows as they take, without the first rows that were scrolled over.
pub fn draw(canvas: &mut Canvas, area: Rect, lines: &[Line], mut skip: usize) {
    let mut rest = area;
    let rtl = canvas.rtl();
    let layout = canvas.state.options.layout.with_width(area.width).with_base(Base::Report);
    for (words, part) in lines {
        let style = canvas.style(*part);
        let layout =
            if matches!(part, Part::Text) { layout } else { paint::interface(layout, rtl) };
        let whole = Span::new(0, words.len());
        let paragraph = Paragraph::new(words, whole, &layout);
        for line in paragraph.lines(words) {
            if skip > 0 {
                skip -= 1;
                continue;
            }
            if rest.is_empty() {
                return;
            }
            let row = paragraph.row(words, line);
            canvas.row(rest.top(1), &row, |_| style);
            rest = rest.below(1);
        }
    }
}
