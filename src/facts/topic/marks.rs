//! The words of a sentence that speak for attributes: heads and openings of values. Most sentences
//! have no head near a value of its own, and need not be looked at again.

use super::super::{Token, TokenKind};
use super::file;
use super::frame::{Attribute, Attributes, Bit};

/// Words of a value at most.
const LONGEST: usize = file::LONGEST as usize;

/// Words between a head and a value of any attribute at most, with those of a long value.
const FARTHEST: usize = file::FARTHEST as usize;

/// A word that is a head or opens a value: which word of the sentence it is, and of which attributes.
pub type Mark = (usize, Attributes, Attributes);

/// An attribute that a sentence may state, with the words that speak for it or another.
#[derive(Clone, Copy)]
pub struct Sought<'m> {
    pub attribute: &'static Attribute,
    /// Its place among all.
    pub place: u16,
    pub bit: Bit,
    pub marks: &'m [Mark],
}

impl<'m> Sought<'m> {
    /// The words that open a value and stand where a head could be near: by their place.
    pub fn openings(self) -> impl Iterator<Item = usize> + use<'m> {
        let marks = self.marks.iter().filter(move |(.., values)| values.has(self.bit));
        marks.map(|(at, ..)| *at).filter(move |at| self.may_have_head(*at))
    }

    fn may_have_head(self, at: usize) -> bool {
        let reach = usize::from(self.attribute.reach);
        let after = self.attribute.after.map_or(reach + 1, |after| usize::from(after) + LONGEST);
        let near = at.saturating_sub(reach)..at + after.max(LONGEST);
        self.marks.iter().any(|(at, heads, _)| near.contains(at) && heads.has(self.bit))
    }
}

/// The attributes that the words of a stretch are heads and values of.
#[derive(Clone, Copy, Default)]
struct Sides {
    heads: Attributes,
    values: Attributes,
}

/// The attributes of which a head and a value stand near enough to each other, as bits; most
/// sentences have none, and need not be looked at again.
pub fn near(tokens: &[Token], marks: &mut Vec<Mark>) -> Attributes {
    marks.clear();
    let silent = |token: &&Token| matches!(token.kind, TokenKind::Sign(_) | TokenKind::Break);
    let written = tokens.iter().filter(|token| !silent(token));
    marks.extend(written.enumerate().filter_map(|(at, token)| {
        let (heads, values) = token.lemma.attributes()?;
        Some((at, heads, values))
    }));
    let mut near = Attributes::default();
    // Those of the stretch at hand and of the one before it: what is farther is told later.
    let (mut stretch, mut here, mut before) = (0, Sides::default(), Sides::default());
    for (at, heads, values) in marks.iter() {
        if at / FARTHEST != stretch {
            before = if at / FARTHEST == stretch + 1 { here } else { Sides::default() };
            (stretch, here) = (at / FARTHEST, Sides::default());
        }
        here.heads = here.heads.with(*heads);
        near = near.with(values.both(here.heads.with(before.heads)));
        near = near.with(heads.both(here.values.with(before.values)));
        here.values = here.values.with(*values);
    }
    near
}
