//! Titles, headlines in a list, prompts: a string of one row, cut with «…» where it does not fit.
//!
//! Texts of several lines are wrapped in [`super::wrap`].

use super::{
    cluster::{Glyph, Unit, Units},
    layout::Layout,
    paragraph::Paragraph,
    row::Row,
    shape::Joint,
    span::Span,
};

/// Bytes that are looked at for each column: enough for a letter under all its marks.
const BYTES_A_COLUMN: usize = 32;

/// Sets `text` in one row of at most `width` columns; newlines become spaces.
///
/// Where it is too long its logical end gives way to «…», which then stands at the left of a
/// right-to-left row; the cell of «…» has the span of all that was cut. Spans are bytes of `text`.
/// Spaces at the end are kept, so that a caret can stand after them.
pub fn single_row(text: &str, width: u16, layout: &Layout) -> Row {
    let layout = layout.with_width(width);
    let most = text.len().min(BYTES_A_COLUMN * (usize::from(width) + 8));
    let looked_at = (0..=most).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let head = text.get(..looked_at).unwrap_or_default();
    let span = Span::new(0, text.len());
    let paragraph = Paragraph::new(text, Span::new(0, head.len()), &layout);
    let mut units: Vec<Unit> = Units::new(head, layout).collect();
    let columns: usize = units.iter().map(|unit| usize::from(unit.columns)).sum();
    if columns > usize::from(width) || looked_at < text.len() {
        let cut = cut(&mut units, width);
        if width > 0 {
            units.push(ellipsis(cut, text.len()));
        }
    }
    let row = paragraph.set(head, Span::new(0, head.len()), units);
    Row { span, ..row }
}

/// Shortens to leave one column for «…», and says where the rest begins.
fn cut(units: &mut Vec<Unit>, width: u16) -> usize {
    let room = usize::from(width.saturating_sub(1));
    let mut columns = 0;
    let fits = units.iter().take_while(|unit| {
        columns += usize::from(unit.columns);
        columns <= room
    });
    let kept = fits.count();
    units.truncate(kept);
    while units.pop_if(|unit| unit.hangs() || unit.glyph == Glyph::Omitted).is_some() {}
    units.last().map_or(0, |unit| unit.end)
}

fn ellipsis(start: usize, end: usize) -> Unit {
    Unit {
        start,
        end,
        base_at: usize::MAX,
        base: '…',
        glyph: Glyph::Letter,
        columns: 1,
        joint: Joint::Apart,
        marked: false,
        reaching: false,
    }
}
