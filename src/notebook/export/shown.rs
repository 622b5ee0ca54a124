//! Which places of a kept thing an export for people shows: of thirty-five reports that say the
//! same, a few stand for all of them. CSV and JSON-LD have every place.

use std::collections::BTreeSet;

use crate::locale::Messages;
use crate::notebook::{Bookmark, Kind, Target};

/// Places of one side of a disagreement that are shown.
const FEW: usize = 3;

/// A place that is shown.
#[derive(Debug)]
pub(super) struct Shown<'a> {
    /// Among all places of the kept thing, counted from 0.
    pub(super) at: usize,
    pub(super) target: &'a Target,
    /// Places of the same side that are not shown; told with the last one that is.
    more: usize,
}

impl Shown<'_> {
    /// «and 34 more», after the last place of a side.
    pub(super) fn others(&self, messages: &Messages) -> Option<String> {
        (self.more > 0).then(|| messages.with("quotes-more", &[("n", self.more.into())]))
    }
}

/// The places to show, in their order: of each side the first few, each quotation once.
pub(super) fn of(bookmark: &Bookmark) -> Vec<Shown<'_>> {
    let sided = matches!(bookmark.kind, Kind::Disagreement(_));
    let mut shown: Vec<Shown> = Vec::new();
    let (mut side, mut words, mut count) = (None, BTreeSet::new(), 0);
    for (at, target) in bookmark.targets.iter().enumerate() {
        if at == 0 || side != target.side {
            (side, count) = (target.side, 0);
            words.clear();
        }
        let told = target.quoted.as_ref().map(|quoted| quoted.exact.trim());
        match shown.last_mut() {
            Some(last) if sided && count > 0 && (count == FEW || words.contains(&told)) => {
                last.more += 1;
            }
            _ => {
                shown.push(Shown { at, target, more: 0 });
                words.insert(told);
                count += 1;
            }
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::super::super::fixture::bookmark;
    use super::super::super::{Finding, Kind};
    use super::*;
    use crate::compare::Verdict;

    #[test]
    fn of_many_that_say_the_same_one_stands_for_all() {
        let mut kept = bookmark("urn:1", "فتحت ثلاث بوابات.");
        kept.kind = Kind::Disagreement(Finding {
            topic: "x:gates".into(),
            label: "البوابات".into(),
            verdict: Verdict::Contradiction,
            why: String::new(),
        });
        let target = |side: u32, words: &str| {
            let mut target = bookmark("urn:2", words).targets.remove(0);
            target.side = Some(side);
            target
        };
        let same = |side, count| std::iter::repeat_n(target(side, "فتحت ثلاث بوابات."), count);
        kept.targets = same(0, 35).collect();
        kept.targets.extend(["أ.", "ب.", "ج.", "د."].map(|words| target(1, words)));
        kept.targets.extend(same(2, 1));
        let places: Vec<_> = of(&kept).iter().map(|shown| (shown.at, shown.more)).collect();
        assert_eq!(places, [(0, 34), (35, 0), (36, 0), (37, 1), (39, 0)]);
        // Other things that are kept have every place.
        kept.kind = Kind::Quotation;
        assert_eq!(of(&kept).len(), 40);
    }
}
