//! Values of an event that was before the one reported: a toll of months ago, a strike that is told by
//! its day, what two won together.

use jiff::ToSpan;

use super::super::super::{Grain, Value};
use super::super::words::Gap;
use super::{Kind, Seeker};

/// Words from the beginning of «وكانت المدينة قد شهدت» to the figure at most.
const REACH: usize = 22;
/// Days before the report from which an event that is told by its day is another one.
const OLD: i64 = 45;
/// Seconds from which «قبل» and a length of time look back to another event.
const LONG_AGO: f64 = 3.0 * 86_400.0;
/// What an event does to people and things.
const OF_EVENTS: &[&str] =
    &["toll.", "damage.", "fire.", "quake.", "flood.", "storm.", "crash.", "aboard."];

impl Seeker<'_, '_> {
    /// «وكانت المدينة قد شهدت قبل أربعة أشهر تفجيرا أودى بحياة 14 شخصا».
    pub(super) fn suffered_before(&self) -> bool {
        if !OF_EVENTS.iter().any(|of| self.key().starts_with(of)) {
            return false;
        }
        let ago = || self.clause_before(REACH).find(|i| self.is_long_ago(*i));
        let was = |i: usize| self.is(i, &["كان", "كانت", "سبق"]);
        let had = |i: usize| (i + 1..i + 5).any(|j| self.is(j, &["قد", "ان", "سبق"]));
        let pluperfect = || self.clause_before(REACH).find(|i| was(*i) && had(*i));
        pluperfect().zip(ago()).is_some_and(|(was, ago)| was < ago)
    }

    /// Whether «قبل» stands before a length of days, weeks or years that nothing follows up: «قبل
    /// شهرين من الاقتراع» is no time ago.
    fn is_long_ago(&self, at: usize) -> bool {
        let before = || self.word(at).is_some_and(|word| word.folded == "قبل");
        let length = self.line.figure.get(at + 1).copied().flatten();
        let Some(index) = length.filter(|_| before()) else { return false };
        let words = self.line.figure.iter().skip(at + 1);
        let end = at + 1 + words.take_while(|figure| **figure == Some(index)).count();
        let long = self.facts.get(index).is_some_and(|fact| match &fact.value {
            Value::Quantity(length) => fact.kind == Kind::Duration && length.low >= LONG_AGO,
            _ => false,
        });
        long && !self.is(end, &["من"])
    }

    /// «بعد إضراب 7 مارس الذي دام يوما واحدا»: the day of the event that the value is told of, where
    /// that was long before the report.
    pub(super) fn of_dated_event(&self) -> Option<String> {
        let is_day = |at: usize| self.facts.get(at).is_some_and(|fact| fact.kind == Kind::Date);
        if !self.line.facts.clone().any(is_day) {
            return None;
        }
        let relative = self.clause_before(7).find(|i| self.is(*i, &["الذي", "التي"]))?;
        let last = relative.checked_sub(1)?;
        let date = self.facts.get(self.line.figure.get(last).copied().flatten()?)?;
        let Value::Date(when) = &date.value else { return None };
        let limit = self.line.cx.published?.checked_sub(OLD.days()).ok()?;
        let exact = when.grain == Grain::Day && !when.relative;
        (exact && when.last < limit).then(|| when.first.to_string())
    }

    /// «تنخفض الحرارة ست درجات»: by how much it moves, not where it stands.
    pub(super) fn moves_by(&self) -> bool {
        const MOVES: &[&str] =
            &["تنخفض", "انخفضت", "انخفاض", "ترتفع", "ارتفعت", "ارتفاع", "تتراجع", "تراجعت"];
        const AT: &[&str] = &["الي", "عند", "حتي", "حدود", "نحو", "من", "دون", "فوق"];
        let degrees = self.key() == "temperature.degrees";
        let to = || (self.at.start.saturating_sub(2)..self.at.start).any(|i| self.is(i, AT));
        degrees && self.clause_before(4).any(|i| self.is(i, MOVES)) && !to()
    }

    /// «وفي الزوجي نال الفائزان 30 ألف دولار»: what is told of a pair is of no single player.
    pub(super) fn of_two(&self) -> bool {
        let prize = ["award.", "prize.", "title."].iter().any(|of| self.key().starts_with(of));
        prize && (0..self.at.start).any(|i| self.is(i, &["زوجي"]))
    }

    /// «ارتفع العدد إلى تسعة قتلى بعد العثور على جثث خمسة»: what was added to a total that is told
    /// before it.
    pub(super) fn added(&self) -> bool {
        const FOUND: &[&str] = &["عثور", "انتشال", "استخراج", "اكتشاف", "وفاه", "تسجيل", "اضافه"];
        const AFTER: &[&str] = &["بعد", "عقب", "اثر", "مع"];
        if !self.key().starts_with("toll.") || self.kind() != Some(Kind::Count) {
            return false;
        }
        let found = |i: &usize| {
            let after = i.checked_sub(1).is_some_and(|before| self.is(before, AFTER));
            after && self.is(*i, FOUND)
        };
        let Some(at) = self.clause_before(9).find(found) else { return false };
        // The total is a figure of people too, which the clause before tells.
        (0..at).rev().take_while(|i| self.word(i + 1).is_some_and(|w| w.gap < Gap::Stop)).any(|i| {
            let figure = self.line.figure.get(i).copied().flatten();
            let fact = figure.and_then(|figure| self.facts.get(figure));
            fact.is_some_and(|fact| fact.kind == Kind::Count)
        })
    }
}
