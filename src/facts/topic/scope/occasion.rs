//! Which occasion a value is of: event, outlet, round, leg, an earlier time.

use super::{Gap, SAID_NEAR, Seeker, Sort, rounds};

impl Seeker<'_, '_> {
    pub(super) fn event(&self) -> Option<String> {
        let key = self.found.frame.key;
        if key.starts_with("vote.") || key == "date.vote" {
            return self.round();
        }
        if key.starts_with("match.") || key.starts_with("goal.") {
            return self.leg();
        }
        if key == "date.statement" {
            return self.outlet();
        }
        self.earlier()
    }

    /// The outlet that the words were said to, in this sentence or the next ones.
    pub(super) fn outlet(&self) -> Option<String> {
        let (cx, cast) = (&self.line.cx, self.line.cast);
        let from = self.line.tokens.start;
        let told = ["مقابله", "لمراسل", "مراسل", "حوار", "لقناه", "لشبكه", "قناه", "شبكه", "حديث"];
        cast.within(from..from + SAID_NEAR).iter().find_map(|mention| {
            let entity = cast.entity(mention).filter(|entity| entity.sort == Sort::Outlet)?;
            let before = mention.whole.start.saturating_sub(3)..mention.whole.start;
            let cue = before.into_iter().any(|at| {
                super::super::bases(cx.word(at))
                    .chain([cx.word(at)])
                    .any(|base| told.contains(&base))
            });
            cue.then(|| entity.canonical.clone())
        })
    }

    /// The round of a vote: the nearest of the sentence before the value, else after it, else
    /// that of the report.
    pub(super) fn round(&self) -> Option<String> {
        let rounds = rounds(&self.line.words);
        let date = self.found.frame.key == "date.vote";
        let held = || rounds.iter().filter(|round| round.held || date);
        held()
            .filter(|round| round.at < self.at.start)
            .max_by_key(|round| round.at)
            .or_else(|| held().find(|round| round.at >= self.at.end))
            .map(|round| round.name.clone())
            .or_else(|| self.setting.round.clone())
    }

    /// The leg of a tie, or a score that was not the last.
    pub(super) fn leg(&self) -> Option<String> {
        let clause = self.clause_before(9);
        let first = ["ذهاب", "ذهابا"];
        let words = &self.line.words;
        let after = (self.at.end..(self.at.end + 8).min(words.len())).take_while(|i| {
            let new = self.is(*i, &["رغم", "بعد", "بعدما", "قبل", "لكن"]);
            !new && words.get(*i).is_some_and(|word| word.gap < Gap::Comma)
        });
        if clause.clone().chain(after).any(|i| self.is(i, &first)) {
            return Some("leg1".into());
        }
        let running = [
            "متاخر",
            "متاخرا",
            "يتاخر",
            "متقدم",
            "متقدما",
            "يتقدم",
            "كانت",
            "دقيقه",
            "تاخر",
            "تقدم",
        ];
        if clause.clone().any(|i| self.is(i, &running)) {
            return Some("running".into());
        }
        let half = ["شوط"];
        clause.clone().any(|i| self.is(i, &half)).then(|| "half".into())
    }

    /// A value that held before («وكانت حصيلة سابقة», «بعدما كانت قيمتها»).
    pub(super) fn earlier(&self) -> Option<String> {
        let forms = ["سابقه", "سابق", "سابقا", "كانت", "كان", "بعدما", "قبل"];
        let near = self.clause_before(5).any(|i| {
            self.is(i, &forms) && !(self.is(i, &["كان", "كانت", "قبل"]) && i + 3 < self.at.start)
        });
        near.then(|| String::from("earlier"))
    }
}
