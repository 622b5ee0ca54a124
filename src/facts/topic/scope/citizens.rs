//! Those of one country among the people that a report counts.

use super::super::super::lexicon::{self, Class};
use super::{Seeker, nation};

impl Seeker<'_, '_> {
    /// «على متنها ثلاثة تونسيين», «عدد التونسيين على متنها ثلاثة»: those of one country. The victims
    /// of a strike are of the country more often than not, and told without it elsewhere.
    pub(super) fn nationals(&self) -> Option<String> {
        let of = |i: usize| self.word(i).and_then(nation).map(|country| format!("nat {country}"));
        let number = |i: &usize| self.is(*i, &["عدد"]);
        let named = || self.clause_before(5).find(number).and_then(|i| of(i + 1));
        let aboard = self.key() == "aboard.count";
        aboard.then(|| self.at.clone().find_map(of).or_else(named).or_else(|| self.own())).flatten()
    }

    /// «سفارة الكويت … جميع المواطنين الذين كانوا على متنها، وعددهم أربعة»: those of the country that
    /// the sentence names.
    fn own(&self) -> Option<String> {
        let citizens = ["مواطنين", "مواطنيها", "رعاياها", "رعايا", "مواطنيه", "مواطني"];
        let near = self.at.start.saturating_sub(14)..self.at.start;
        let mut at = near.rev().take_while(|i| !self.is_figure_at(*i));
        let at = at.find(|i| self.is(*i, &citizens))?;
        let country = (0..at).chain(at + 1..self.at.start).find_map(|i| {
            let word = self.word(i)?;
            nation(word).or_else(|| {
                let sense = lexicon::find(word.folded)?.entry.sense(Class::Place)?;
                (!sense.id.contains('/')).then_some(sense.id)
            })
        });
        Some(format!("nat {}", country.unwrap_or("own")))
    }
}
