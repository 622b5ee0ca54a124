//! The pieces of one line, which learn from their neighbours: what bytes they answer for, on which
//! level they stand, with whom they join.

use unicode_bidi::Level;

use super::{
    cluster::{Glyph, Unit},
    levels::LineLevels,
    shape::Joint,
};

/// A unit of the line; its neighbours in the line are its neighbours in the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    pub unit: Unit,
    /// Bytes of the line that its cell answers for: the unit and what is invisible after it.
    pub start: u32,
    pub end: u32,
    pub level: Level,
    /// Joined to the letter before it, and to the one after it.
    pub before: bool,
    pub after: bool,
}

impl Piece {
    pub fn new(unit: Unit) -> Self {
        let (start, end) = (unit.start, unit.end);
        Self { unit, start, end, level: Level::rtl(), before: false, after: false }
    }

    /// Whether it has a cell.
    pub fn is_shown(&self) -> bool {
        self.unit.glyph != Glyph::Omitted
    }
}

/// Gives what is invisible to the letter before it, and at the start of the line to the first.
pub(super) fn spread(pieces: &mut [Piece]) {
    let mut last: Option<usize> = None;
    for at in 0..pieces.len() {
        let Some(piece) = pieces.get(at).copied() else { return };
        if piece.is_shown() {
            if last.is_none()
                && let Some(first) = pieces.get_mut(at)
            {
                first.start = 0;
            }
            last = Some(at);
        } else if let Some(shown) = last.and_then(|last| pieces.get_mut(last)) {
            shown.end = piece.end;
        }
    }
}

/// The base of a piece that has the level of the last letter before it.
pub(super) const AS_BEFORE: u32 = u32::MAX - 1;

/// Sets the level of each piece: that of its base.
pub(super) fn level(pieces: &mut [Piece], levels: &LineLevels<'_>, base: Level) {
    let mut level_at = levels.reader(base);
    for piece in pieces.iter_mut() {
        piece.level = level_at(piece.unit.base_at);
    }
    if let Some((last, before)) = pieces.split_last_mut()
        && last.unit.base_at == AS_BEFORE
    {
        let letter = before.iter().rfind(|piece| piece.unit.base.is_alphabetic());
        last.level = letter.map_or(base, |piece| piece.level);
    }
}

/// Finds which neighbours join: both reach for each other, in a right-to-left run.
pub(super) fn join(pieces: &mut [Piece]) {
    let mut reaching: Option<&mut Piece> = None;
    for piece in pieces {
        let joint = piece.unit.joint();
        if joint == Joint::Transparent {
            continue;
        }
        let rtl = piece.level.is_rtl();
        piece.after = piece.unit.joiner == super::cluster::Joiner::Reach;
        if let Some(previous) = reaching.take()
            && joint.before()
            && rtl
        {
            previous.after = true;
            piece.before = true;
        }
        reaching = (joint.after() && rtl).then_some(piece);
    }
}
