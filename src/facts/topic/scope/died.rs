//! Some of those who died, by where and when: on the spot, in hospital, later.

use super::super::words::Gap;
use super::Seeker;

impl Seeker<'_, '_> {
    /// «توفي 19 في عين المكان وتسعة في المستشفى», «خمسة من عائلة واحدة»: some of the dead, by where
    /// they died and who they are.
    pub(super) fn part_of_toll(&self) -> Option<&'static str> {
        if self.key() != "toll.killed" {
            return None;
        }
        let after = |i: usize| self.at.end + i;
        let clause = (0..4).take_while(|i| {
            let open = self.word(after(*i)).is_some_and(|word| word.gap < Gap::Comma);
            open && self.line.figure.get(after(*i)).copied().flatten().is_none()
        });
        // «في حريق بمستشفى الهلال»: where the fire was, and not where some of its victims died.
        let of_event = |i: usize| {
            (self.at.end..i.saturating_sub(1))
                .any(|i| self.word(i).is_some_and(|word| EVENT_OPENERS.contains(&word.folded)))
        };
        clause.into_iter().map(after).find_map(|i| match () {
            () if self.is(i, &["عين", "نفس"]) && self.is(i + 1, &["مكان"]) => {
                Some("scene")
            }
            () if self.is(i, &["فور", "حال"]) && self.is(i - 1, &["علي", "في"]) => {
                Some("scene")
            }
            () if self.is(i, &["مستشفي", "مستشفيات"])
                && self.is(i - 1, &["في", "داخل"])
                && !of_event(i) =>
            {
                Some("hospital")
            }
            () if self.is(i, &["مستشفي"]) && self.is(i - 1, &["خارج"])
                || self.is(i, &["خارجه"]) =>
            {
                Some("elsewhere")
            }
            // «بمستشفى الهلال»
            () if self.word(i).is_some_and(|word| is_at_hospital(word.folded)) && !of_event(i) => {
                Some("hospital")
            }
            () if self.is(i, &["عايله", "اسره"])
                && self.is(i + 1, &["واحده"])
                && !self.is(i - 1, &["افراد", "ابناء"]) =>
            {
                Some("family")
            }
            () => None,
        })
    }

    /// «توفوا متأثرين بجراحهم»: those who died later are told apart from all the dead.
    pub(super) fn died_later(&self) -> bool {
        let within = |i: &usize| self.word(*i).is_some_and(|word| word.gap < Gap::Comma);
        let after = (self.at.end..self.at.end + 4).take_while(within);
        let mut near = self.clause_before(3).chain(after);
        near.any(|i| self.is(i, &["متاثرين", "متاثرا", "متاثره", "متاثرون"]))
    }
}

/// What opens the event that people died in.
const EVENT_OPENERS: &[&str] =
    &["في", "جراء", "اثر", "بسبب", "خلال", "نتيجه", "بعد", "حريق", "انفجار"];

/// «بمستشفى», «بالمستشفى».
fn is_at_hospital(folded: &str) -> bool {
    matches!(folded, "بمستشفي" | "بالمستشفي" | "بمستشفيات" | "بالمستشفيات")
}
