//! Where the reader was before each jump, across reports: what `Ctrl-o` and `Alt-o` walk.

use crate::article::ArticleId;

/// A place in a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The report.
    pub article: ArticleId,
    /// Byte offset in the article's text.
    pub offset: u32,
}

/// Places are dropped from the front beyond this many.
const KEPT: usize = 100;

/// The list of jumps, as in vim: going back keeps what is ahead.
#[derive(Clone, Debug, Default)]
pub struct Jumps {
    spots: Vec<Spot>,
    /// The place in the list; its length when the reader is not walking it.
    at: usize,
}

impl Jumps {
    /// Remembers where a jump started.
    pub fn leave(&mut self, spot: Spot) {
        self.spots.retain(|known| *known != spot);
        self.spots.push(spot);
        if self.spots.len() > KEPT {
            self.spots.remove(0);
        }
        self.at = self.spots.len();
    }

    /// One place back; `here` is kept so that going forward leads to it again.
    pub fn back(&mut self, here: Spot) -> Option<Spot> {
        if self.at == self.spots.len() {
            self.leave(here);
            self.at = self.spots.len().saturating_sub(1);
        }
        self.at = self.at.checked_sub(1)?;
        self.spots.get(self.at).copied()
    }

    /// One place forward; `None` at the end of the list.
    pub fn forward(&mut self) -> Option<Spot> {
        let next = self.at + 1;
        let spot = self.spots.get(next).copied()?;
        self.at = next;
        Some(spot)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spot(article: u32, offset: u32) -> Spot {
        Spot { article: ArticleId(article), offset }
    }

    #[test]
    fn back_and_forward_lead_to_the_same_places() {
        let mut jumps = Jumps::default();
        jumps.leave(spot(0, 10));
        jumps.leave(spot(1, 20));
        assert_eq!(jumps.back(spot(2, 30)), Some(spot(1, 20)));
        assert_eq!(jumps.back(spot(1, 20)), Some(spot(0, 10)));
        assert_eq!(jumps.back(spot(0, 10)), None);
        assert_eq!(jumps.forward(), Some(spot(1, 20)));
        assert_eq!(jumps.forward(), Some(spot(2, 30)));
        assert_eq!(jumps.forward(), None);
    }
}
