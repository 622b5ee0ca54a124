//! Lines of the interface that are as long as they are: wrapped over the rows they take. The card
//! and the foot of the matrix are made of them.

use crate::app::geometry::Rect;
use crate::text::{Base, Layout, Paragraph, Span};

use super::canvas::Canvas;
use super::paint;
use super::theme::Part;

/// Words and how they look; empty for a gap.
pub type Line = (String, Part);

/// Rows that lines take at this width.
pub fn rows(canvas: &Canvas, width: u16, lines: &[Line]) -> usize {
    let rows = lines.iter().map(|(words, part)| {
        let layout = layout_of(canvas, width, *part);
        Paragraph::new(words, Span::new(0, words.len()), &layout).lines(words).len()
    });
    rows.sum()
}

/// Words of a report run as most of them do, others as the interface.
fn layout_of(canvas: &Canvas, width: u16, part: Part) -> Layout {
    let layout = canvas.state.options.layout.with_width(width).with_base(Base::Report);
    if matches!(part, Part::Text) { layout } else { paint::interface(layout, canvas.rtl()) }
}

/// Draws lines over as many rows as they take, without the first rows that were scrolled over.
pub fn draw(canvas: &mut Canvas, area: Rect, lines: &[Line], mut skip: usize) {
    let mut rest = area;
    for (words, part) in lines {
        let style = canvas.style(*part);
        let layout = layout_of(canvas, area.width, *part);
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
