//! Which occasion a value is of: event, outlet, round, leg, an earlier time.

use super::super::super::lexicon::{self, Class};
use super::super::super::{Unit, Value};
use super::super::words::{Word, words};
use super::{Gap, Kind, SAID_NEAR, Seeker, Sort, rounds};

/// How a match ends.
const ENDS: &[&str] =
    &["فاز", "فازت", "انتهي", "انتهت", "خسر", "خسرت", "حسم", "حسمت", "تعادل", "تعادلت"];

/// Tokens of a line in a list of results, and lines of one at most.
const LISTED: usize = 24;
const LIST: usize = 16;

impl Seeker<'_, '_> {
    pub(super) fn event(&self) -> Option<String> {
        let key = self.key();
        if key.starts_with("vote.") || key == "date.vote" {
            return self.round();
        }
        if key.starts_with("match.") || key.starts_with("goal.") {
            return self.leg();
        }
        if key == "race.time" {
            return self.distance();
        }
        if key == super::STATEMENT {
            return self.outlet();
        }
        if key == "date.arrival" {
            return self.came_for().then(|| String::from("meeting"));
        }
        self.earlier()
    }

    /// The outlet that the words were said to: named with its cue in this sentence, or in one of
    /// the next ones where the same speaker goes on and no other day is told before it.
    pub(super) fn outlet(&self) -> Option<String> {
        let (cx, cast) = (&self.line.cx, self.line.cast);
        let here = &self.line.tokens;
        let next_day = self
            .facts
            .iter()
            .find(|fact| fact.kind == Kind::Date && cx.token_at(fact.span.start) >= here.end);
        let end = next_day.map_or(usize::MAX, |fact| cx.token_at(fact.span.start));
        let end = end.min(here.start + SAID_NEAR);
        let speakers = self.owners();
        cast.within(here.start..end).iter().find_map(|mention| {
            let entity = cast.entity(mention)?;
            let outlet = matches!(entity.sort, Sort::Outlet | Sort::Body);
            let at = mention.whole.start;
            let again = at < here.end || self.speaks(&speakers, at);
            (outlet && again && self.is_told_to(at)).then(|| entity.canonical.clone())
        })
    }

    /// Whether one of `speakers` is named before `at` in its sentence.
    fn speaks(&self, speakers: &[String], at: usize) -> bool {
        let (cx, cast) = (&self.line.cx, self.line.cast);
        let Some(sentence) = cx.sentence(at) else { return false };
        cast.within(sentence.tokens.start..at)
            .iter()
            .filter_map(|mention| cast.entity(mention))
            .any(|entity| speakers.contains(&entity.canonical))
    }

    /// «في مقابلة مع», «لمراسل», «لقناة» right before an outlet.
    fn is_told_to(&self, at: usize) -> bool {
        let cx = &self.line.cx;
        let told = ["مقابله", "مراسل", "حوار", "لقناه", "لشبكه", "حديث", "لصحيفه", "لمحطه"];
        (at.saturating_sub(3)..at).any(|at| {
            let word = cx.word(at);
            super::super::bases(word).chain([word]).any(|base| told.contains(&base))
        })
    }

    /// «وصل … لعقد القمة», «وصل … للمشاركة في الاجتماع»: coming to what the sentence goes on to
    /// name as its aim.
    fn came_for(&self) -> bool {
        let aims = ["لعقد", "للمشاركه", "لحضور", "لاجراء", "للقاء", "لبحث", "للاجتماع", "لقمه"];
        let meetings = ["قمه", "اجتماع", "لقاء", "مباحثات", "محادثات", "مفاوضات", "موتمر"];
        let words = &self.line.words;
        let aim = words.iter().position(|word| aims.contains(&word.folded));
        aim.is_some_and(|at| words.iter().skip(at).take(4).any(|word| word.is(&meetings)))
    }

    /// The round of a vote: the nearest of the sentence before the value, else after it, else the one
    /// that the text goes on about, else that of the report.
    pub(super) fn round(&self) -> Option<String> {
        let rounds = rounds(&self.line.words);
        let date = self.key() == "date.vote";
        let held = || rounds.iter().filter(|round| round.held || date);
        held()
            .filter(|round| round.at < self.at.start)
            .max_by_key(|round| round.at)
            .or_else(|| held().find(|round| round.at >= self.at.end))
            .map(|round| round.name.clone())
            .or_else(|| if date { None } else { self.round_before() })
            .or_else(|| self.setting.round.clone())
    }

    /// The round that the sentences before name last and alone: the next one («حصل في تلك الجلسة
    /// على 71 صوتا»), or a heading over a list of results («… في الدورة الأولى:»).
    fn round_before(&self) -> Option<String> {
        let cx = &self.line.cx;
        let here = cx.sentences.partition_point(|s| s.tokens.start < self.line.tokens.start);
        let short = self.line.tokens.len() <= LISTED;
        let back = if short { LIST } else { 1 };
        for (steps, sentence) in cx.sentences.get(..here)?.iter().rev().take(back).enumerate() {
            let named = rounds(&words(cx, sentence.tokens.clone()));
            let mut held = named.into_iter().filter(|round| round.held);
            let Some(last) = held.next_back() else { continue };
            let heading = || sentence.tokens.clone().rev().take(2).any(|at| cx.is_sign(at, ':'));
            let alone = held.all(|round| round.name == last.name);
            return (alone && (steps == 0 || heading())).then_some(last.name);
        }
        None
    }

    /// The distance that was run or swum: the nearest that the sentence names before the time.
    fn distance(&self) -> Option<String> {
        let mut before = (self.line.facts.start..self.index).rev();
        before.find_map(|index| match &self.facts.get(index)?.value {
            Value::Quantity(quantity) => match &quantity.unit {
                Unit::Measure(unit) if matches!(unit.as_str(), "m" | "km") => {
                    Some(format!("{unit} {}", quantity.low))
                }
                _ => None,
            },
            _ => None,
        })
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
        // «انتهى الشوط الأول بتقدم الفريق 1-0»
        let over = ["انتهي", "انتهت", "نهايه", "ختام", "انهي", "حسم"];
        let half_over = clause.clone().any(|i| self.is(i, &over) && self.is(i + 1, &["شوط"]));
        if half_over {
            return Some("half".into());
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
        // «كان فريقهم فائزا بهدفين حين أوقف اللقاء»
        let was = |i: usize| (i.saturating_sub(3)..i).any(|i| self.is(i, &["كان"]));
        let so_far = |i: usize| self.is(i, &["فايزا", "منهزما", "متعادلا", "خاسرا"]) && was(i);
        if clause.clone().any(|i| self.is(i, &running) || so_far(i)) {
            return Some("running".into());
        }
        if self.stage_before() {
            return Some("earlier".into());
        }
        let doubles = ["زوجي"];
        if (0..self.at.start).any(|i| self.is(i, &doubles)) {
            return Some(super::DOUBLES.into());
        }
        // «14-12 عند الاستراحة», «13-14 مع نهاية الفترة الأولى»
        let end = self.at.end;
        let rest = || (end..end + 4).any(|i| self.is(i, &["استراحه"]));
        let period = || {
            (end..end + 4).any(|i| self.is(i, &["فتره", "شوط"]) && self.is(i + 1, &["اولي", "اول"]))
        };
        // «أنهت الشوط الأول متقدمة ثم فازت 27-25»
        let ended = clause.clone().any(|i| self.is(i, &["ثم", "قبل"]) && self.is(i + 1, ENDS));
        if ended {
            return None;
        }
        let half = ["شوط", "استراحه"];
        (clause.clone().any(|i| self.is(i, &half)) || rest() || period()).then(|| "half".into())
    }

    /// «وكان قد فاز في نصف النهائي»: a match of an earlier stage.
    fn stage_before(&self) -> bool {
        let words = &self.line.words;
        let had = (0..self.at.start.min(4)).any(|i| self.is(i, &["كان", "كانت"]));
        let stage = words.windows(2).any(|pair| {
            matches!(pair, [part, of] if part.is(&["نصف", "ربع", "ثمن"])
                && of.is(&["نهايي"]))
        });
        had && stage
    }

    /// A value that held before («وكانت حصيلة سابقة», «بعدما كانت قيمتها»); «بعدما ارتفع العدد إلى»
    /// tells what holds now.
    pub(super) fn earlier(&self) -> Option<String> {
        let forms = ["سابقه", "سابق", "سابقا", "كانت", "كان", "قبل"];
        // «المدير السابق»: he held the office before, whatever is told of him now.
        let of_person = |i: usize| {
            let before = i.checked_sub(1).and_then(|before| self.word(before));
            let person = |word: &Word| lexicon::person(word.folded) || lexicon::person(word.stem());
            self.is(i, &["سابق", "سابقه"])
                && before
                    .is_some_and(|word| person(word) || self.line.cx.is(word.at(), Class::Title))
        };
        let near = self.clause_before(5).any(|i| {
            self.is(i, &forms)
                && !of_person(i)
                && !(self.is(i, &["كان", "كانت", "قبل"]) && i + 3 < self.at.start)
        });
        near.then(|| String::from("earlier"))
    }
}
