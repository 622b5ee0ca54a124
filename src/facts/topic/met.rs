//! The frames whose condition («with») the words of a sentence or of a scene meet.

use super::frame::{self, Frame, frame_at};
use super::line::follows;
use super::words::Word;

/// A set of frames, a bit for each: hundreds may be met by a sentence, and each is asked for by number.
#[derive(Clone, Debug, Default)]
pub struct Met(Vec<u64>);

impl Met {
    /// The frames that the words meet.
    pub fn of(words: &[Word]) -> Self {
        let mut bits = vec![0_u64; frame::count().div_ceil(64)];
        for (at, word) in words.iter().enumerate() {
            for trigger in word.lemma.conditions() {
                if let Some(bits) = bits.get_mut(usize::from(trigger.frame / 64))
                    && follows(words, at, trigger.rest)
                {
                    *bits |= 1 << (trigger.frame % 64);
                }
            }
        }
        Self(bits)
    }

    /// Whether the frame with that number is one of them.
    #[inline]
    pub fn has(&self, frame: u16) -> bool {
        self.0.get(usize::from(frame / 64)).is_some_and(|bits| bits >> (frame % 64) & 1 == 1)
    }

    /// Those of them that are as is asked for.
    pub fn only(mut self, is: impl Fn(&Frame) -> bool) -> Self {
        for (at, bits) in self.0.iter_mut().enumerate() {
            let mut left = *bits;
            while left != 0 {
                let bit = left.trailing_zeros();
                left &= left - 1;
                let frame = u16::try_from(64 * at + bit as usize).ok().and_then(frame_at);
                if !frame.is_some_and(&is) {
                    *bits &= !(1 << bit);
                }
            }
        }
        self
    }

    /// Whether one of them is as is asked for.
    pub fn any(&self, is: impl Fn(&Frame) -> bool) -> bool {
        (0..).zip(&self.0).any(|(at, bits)| {
            let mut left = *bits;
            std::iter::from_fn(|| {
                let bit = (left != 0).then(|| left.trailing_zeros())?;
                left &= left - 1;
                Some(64 * at + bit as u16)
            })
            .filter_map(frame_at)
            .any(&is)
        })
    }
}
