//! Titles, headlines in a list, prompts: a string of one row, cut with «…» where it does not fit.
//!
//! A figure is whole or not there: «٢٠» of «٢٠٣١» would be read as another one ([`in_figure`]).
//!
//! Texts of several lines are wrapped in [`super::wrap`].

use super::{
    cluster::{Glyph, Unit},
    layout::Layout,
    paragraph::Paragraph,
    piece::{self, Piece},
    row::Row,
    span::Span,
};

/// Bytes that are looked at for each column: enough for a letter under all its marks.
const BYTES_A_COLUMN: usize = 32;

/// Sets `text` in one row of at most `width` columns; newlines become spaces.
///
/// Where it is too long its logical end gives way to «…», which stands where the reading breaks off:
/// at the left of Arabic words, whichever way the row runs. A figure that does not fit whole is cut
/// off whole. The cell of «…» has the span of all that was cut. Spans are bytes of `text`.
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
            pieces.push(Piece::new(ellipsis(cut, text)));
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
    let mut kept = fits.count();
    while in_figure(pieces, kept) {
        kept -= 1;
    }
    pieces.truncate(kept);
    while pieces.pop_if(|piece| piece.unit.hangs() || !piece.is_shown()).is_some() {}
    pieces.last().map_or(0, |piece| piece.end as usize)
}

/// Whether what stands before this place and what stands after it are one figure: digits, with the
/// signs between them, a sign before them, a percent sign on either side.
fn in_figure(pieces: &[Piece], at: usize) -> bool {
    let base = |at: usize| pieces.get(at).map_or(' ', |piece| piece.unit.base);
    let digit = |at: usize| base(at).is_numeric();
    let (Some(before), after) = (at.checked_sub(1), at) else { return false };
    let follows = |at: usize| at.checked_sub(1).is_some_and(digit);
    match (base(before), base(after)) {
        (one, other) if one.is_numeric() => {
            other.is_numeric() || is_percent(other) || (parts(other) && digit(after + 1))
        }
        (one, other) if other.is_numeric() => {
            is_percent(one) || leads(one) || (parts(one) && follows(before))
        }
        _ => false,
    }
}

fn is_percent(c: char) -> bool {
    matches!(c, '%' | '٪' | '‰' | '؉' | '°')
}

/// Signs between the digits of a figure: of a fraction, thousands, a date, a time, a range.
fn parts(c: char) -> bool {
    matches!(c, '.' | ',' | '٫' | '٬' | '،' | '/' | ':' | '-' | '–' | '−' | '\'' | '’')
}

/// Signs that change the figure after them.
fn leads(c: char) -> bool {
    matches!(c, '+' | '-' | '−' | '±' | '~' | '≈' | '<' | '>' | '≤' | '≥' | '$' | '€' | '£')
}

/// Stands for the bytes from `start` on, at the level of the first of them; before a figure, whose
/// level is its own, at that of the words before it.
fn ellipsis(start: usize, text: &str) -> Unit {
    let mut unit = Unit::new(start, text.len() - start, '…', Glyph::Letter, 1);
    let first = text.get(start..).and_then(|rest| rest.chars().next());
    if first.is_some_and(|c| c.is_numeric() || is_percent(c) || leads(c)) {
        unit.base_at = piece::AS_BEFORE;
    }
    unit
}
