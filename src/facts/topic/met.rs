//! The frames whose condition («with») the words of a sentence or of a scene meet.

use super::frame::{self, Frame, FrameBits, frame_at};
use super::line::follows;
use super::words::Word;

/// Frames that stand in one word of a set, as in [`FrameBits`].
const BITS: usize = 32;

/// A set of frames, a bit for each: hundreds may be met by a sentence, and each is asked for by number.
#[derive(Clone, Debug, Default)]
pub struct Met(Vec<u32>);

impl Met {
    /// The frames that the words meet.
    pub fn of(words: &[Word]) -> Self {
        let mut met = Self(vec![0; frame::count().div_ceil(BITS)]);
        for (at, word) in words.iter().enumerate() {
            for FrameBits { at, bits } in word.lemma.condition() {
                met.add(usize::from(*at), *bits);
            }
            for trigger in word.lemma.conditions() {
                if follows(words, at, trigger) {
                    let frame = usize::from(trigger.frame);
                    met.add(frame / BITS, 1 << (frame % BITS));
                }
            }
        }
        met
    }

    #[inline]
    fn add(&mut self, at: usize, more: u32) {
        if let Some(bits) = self.0.get_mut(at) {
            *bits |= more;
        }
    }

    /// Whether the frame with that number is one of them.
    #[inline]
    pub fn has(&self, frame: u16) -> bool {
        let frame = usize::from(frame);
        self.0.get(frame / BITS).is_some_and(|bits| bits >> (frame % BITS) & 1 == 1)
    }

    /// Those of them that are as is asked for.
    pub fn only(mut self, is: impl Fn(&Frame) -> bool) -> Self {
        for (at, bits) in self.0.iter_mut().enumerate() {
            let mut left = *bits;
            while left != 0 {
                let bit = left.trailing_zeros();
                left &= left - 1;
                let frame = u16::try_from(BITS * at + bit as usize).ok().and_then(frame_at);
                if !frame.is_some_and(&is) {
                    *bits &= !(1 << bit);
                }
            }
        }
        self
    }

    /// Whether one of them is as is asked for.
    pub fn any(&self, is: impl Fn(&Frame) -> bool) -> bool {
        (0_u16..).step_by(BITS).zip(&self.0).any(|(at, bits)| {
            let mut left = *bits;
            std::iter::from_fn(|| {
                let bit = (left != 0).then(|| left.trailing_zeros())?;
                left &= left - 1;
                Some(at + bit as u16)
            })
            .filter_map(frame_at)
            .any(&is)
        })
    }
}
