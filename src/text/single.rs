//! Titles, headlines in a list, prompts: a string of one row, cut with «…» where it does not fit.
//!
//! Texts of several lines are wrapped in [`super::wrap`].

use super::{
    cluster::{Glyph, Unit},
    layout::Layout,
    paragraph::Paragraph,
    piece::Piece,
    row::Row,
    span::Span,
};

/// Bytes that are looked at for each column: enough for a letter under all its marks.
const BYTES_A_COLUMN: usize = 32;

/// Sets `text` in one row of at most `width` columns; newlines become spaces.
///
/// Where it is too long its logical end gives way to «…», which stands where the reading breaks off:
/// at the left of Arabic words, whichever way the row runs. The cell of «…» has the span of all that
/// was cut. Spans are bytes of `text`.
/// Spaces at the end are kept, so that a caret can stand after them.
pub fn single_row(text: &str, width: u16, layout: &Layout) -> Row {
    let layout = layout.with_width(width);
    let most = text.len().min(BYTES_A_COLUMN * (usize::from(width) + 8));
    let looked_at = (0..=most).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let head = text.get(..looked_at).unwrap_or_default();
    let span = Span::new(0, text.len());
    let paragraph = Paragraph::new(text, Span::new(0, head.len()), &layout);
    let mut pieces = paragraph.pieces(head);
    let columns: usize = pieces.iter().map(|piece| usize::from(piece.unit.columns)).sum();
    if columns > usize::from(width) || looked_at < text.len() {
        let cut = cut(&mut pieces, width);
        if width > 0 {
            pieces.push(Piece::new(ellipsis(cut, text.len())));
        }
    }
    let row = paragraph.set(head, Span::new(0, head.len()), pieces);
    Row { span, ..row }
}

/// Shortens to leave one column for «…», and says where the rest begins.
fn cut(pieces: &mut Vec<Piece>, width: u16) -> usize {
    let room = usize::from(width.saturating_sub(1));
    let mut columns = 0;
    let fits = pieces.iter().take_while(|piece| {
        columns += usize::from(piece.unit.columns);
        columns <= room
    });
    let kept = fits.count();
    pieces.truncate(kept);
    while pieces.pop_if(|piece| piece.unit.hangs() || !piece.is_shown()).is_some() {}
    pieces.last().map_or(0, |piece| piece.end as usize)
}

/// Stands for the bytes from `start` on, at the level of the first of them.
fn ellipsis(start: usize, end: usize) -> Unit {
    Unit::new(start, end - start, '…', Glyph::Letter, 1)
}
