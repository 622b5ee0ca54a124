//! Whether a verb of saying may be somebody's by its gender: «وذكرت أن» goes on with the agency, and
//! «موضحا أن» is not of «الشرطة».
//!
//! Only bodies and those who are described are judged, by the ending of the noun that opens them; a
//! person's gender no name tells.

use super::{Cue, Reader, Sort, words};

/// Sentences between two verbs of one speaker who is not named again at most.
const NEAR: usize = 2;

impl Reader<'_, '_> {
    /// Whoever the last verb of saying named, where that one and this one are both feminine and only a
    /// body, an outlet or an office said it: «وذكرت الوكالة أن …. وذكرت أن …».
    pub(super) fn same_feminine(&self, at: usize, index: usize) -> Option<usize> {
        let last: &Cue = self.cues.last().filter(|cue| index - cue.outer <= NEAR)?;
        let both = words::is_feminine_verb(self.cx.word(at))
            && words::is_feminine_verb(self.cx.word(last.tokens.start));
        let who = last.who.filter(|_| both)?;
        let entity = self.cast.entities.get(who)?;
        let fresh = last.named.is_some() && index - last.outer <= 1;
        match entity.sort {
            Sort::Outlet => Some(who),
            Sort::Body | Sort::Described if fresh && is_feminine(&entity.name) => Some(who),
            _ => None,
        }
    }

    /// Whether a masculine participle cannot be of whoever is feminine: «طوقت الشرطة المكان، موضحا».
    pub(super) fn disagrees(&self, at: usize, who: usize) -> bool {
        let word = self.cx.word(at);
        let masculine = word.ends_with('ا') && words::participle(word);
        masculine
            && self.cast.entities.get(who).is_some_and(|entity| {
                matches!(entity.sort, Sort::Body | Sort::Described) && is_feminine(&entity.name)
            })
    }
}

/// Whether the noun that opens a name is feminine, or a plural that verbs treat as such.
fn is_feminine(name: &str) -> bool {
    let head = name.split(' ').next().unwrap_or_default();
    head.ends_with(['ة', 'ه']) || head.ends_with("ات") || matches!(head, "قوى" | "قوي")
}
