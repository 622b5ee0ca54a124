//! Values of another time than the event's: an old year, the state before a change, the next
//! occasion, an aftershock, a day's increase, a forecast. `former` does the values that stand beside
//! today's.

use jiff::ToSpan;

use super::super::super::{Grain, Mode, Value};
use super::super::elsewhere::Other;
use super::super::former;
use super::super::frame::Course;
use super::super::words::Gap;
use super::{Facet, Fact, Kind, Seeker, aside};

/// Days after which an occasion is another one.
const LONG_PAST: i64 = 300;
/// Words before a value in which another event may be named.
const ELSEWHERE: usize = 12;
/// Words between a value and what is said after it of its time.
const NEAR_AFTER: usize = 6;
/// What time goes by from.
#[rustfmt::skip]
const BEGINNINGS: &[&str] = &[
    "دخول", "بدء", "بدايه", "اندلاع", "وقوع", "توقيع", "انطلاق", "اعلان", "سريان", "انتهاء",
    "حادث", "مغادره", "وصول", "هجوم", "هجمات", "انهيار", "زلزال", "صدور", "نهايه", "نهايتها",
    "نهايته", "بدايتها", "بدايته", "ختامها", "ختامه", "موعد", "موعده", "موعدها", "انطلاقه",
    "انطلاقها", "وقوعه", "وقوعها", "صافره",
];
/// What comes round again: of «النسخة الماضية» nothing is told of this one.
const EDITIONS: &[&str] = &["طبعه", "دوره", "نسخه", "موسم", "سنه", "عام"];
const DAY: f64 = 86_400.0;

impl Seeker<'_, '_> {
    /// The other time, if the text says that the value is of one.
    pub(super) fn other_time(&self) -> Option<String> {
        let dated = matches!(self.kind(), Some(Kind::Date | Kind::Time));
        if self.aftershock() {
            return Some("aftershock".into());
        }
        if dated {
            let next = self.next().then(|| String::from("next"));
            return next.or_else(|| self.nth()).or_else(|| self.long_past());
        }
        if self.elapsed() {
            return Some("elapsed".into());
        }
        if self.beside(2, &["عتبه", "سقف"]) {
            return Some("threshold".into());
        }
        // Frames of the gap itself have it in their keys.
        let gap = ["margin", "gap"].iter().any(|end| self.key().ends_with(end));
        let behind = || self.beside(1, &["بعد"]) && self.is(self.at.start - 2, &["علي"]);
        let behind = || self.kind() == Some(Kind::Count) && self.at.start > 1 && behind();
        if !gap && (self.beside(2, &["فارق"]) || behind()) {
            return Some("margin".into());
        }
        if self.in_all() {
            return Some("total".into());
        }
        let year = || former::another_year(self.line, self.facts, self.index);
        if self.of_two() {
            return Some(super::DOUBLES.into());
        }
        if self.moves_by() {
            return Some("change".into());
        }
        let past = (!self.lists_years()).then(|| year().or_else(|| self.past())).flatten();
        let past = past.or_else(|| self.of_dated_event());
        past.or_else(|| self.related().then(|| String::from("related")))
            .or_else(|| self.of_the_last().then(|| former::BEFORE.to_owned()))
            .or_else(|| self.made_before().then(|| former::BEFORE.to_owned()))
            .or_else(|| self.suffered_before().then(|| former::BEFORE.to_owned()))
            .or_else(|| self.elsewhere().then(|| super::ANOTHER.to_owned()))
            .or_else(|| self.raised().then(|| former::BEFORE.to_owned()))
            .or_else(|| self.asked().then(|| String::from("asked")))
            .or_else(|| self.fresh().then(|| String::from("new")))
            .or_else(|| self.forecast().map(str::to_owned))
    }

    /// «منذ بدء الحرب قتل 5000»: the victims of all that time, not of this day.
    fn in_all(&self) -> bool {
        const SPANS: &[&str] =
            &["حرب", "عدوان", "نزاع", "قتال", "عام", "سنه", "صراع", "معارك", "اعتداءات"];
        const OPENS: &[&str] = &["بدء", "بدايه", "اندلاع", "مطلع", "انطلاق"];
        const OF_EVENTS: &[&str] = &["toll.", "drugs.", "fire.", "weapons.", "migrants."];
        let of_event = OF_EVENTS.iter().any(|of| self.key().starts_with(of));
        if !of_event || self.setting.is_about("epidemic") {
            return false;
        }
        // All who fled the fighting are told of since it began.
        let fled =
            |i: usize| self.key().starts_with("toll.displaced") && self.is(i, &["قتال", "معارك"]);
        let words = &self.line.words;
        let near =
            self.at.start.saturating_sub(ELSEWHERE)..(self.at.end + ELSEWHERE).min(words.len());
        near.into_iter().any(|i| {
            self.is(i, &["منذ"])
                && self.is(i + 1, OPENS)
                && self.is(i + 2, SPANS)
                && !fled(i + 2)
                && !self.parted(i)
        })
    }

    /// Whether another figure or the end of a clause stands between the value and a word.
    fn parted(&self, at: usize) -> bool {
        // «قتل 17 شخصا، ومنذ بدء الحرب …» tells of the seventeen first.
        let before = at < self.at.start;
        let between = if before { at + 3..self.at.start } else { self.at.end..at + 1 };
        // «منذ بداية السنة الجارية» is a date in itself.
        let span = self.line.figure.get(at + 2).copied().flatten();
        let apart = if before { Gap::Colon } else { Gap::Comma };
        between.into_iter().any(|i| {
            let figure = self.line.figure.get(i).copied().flatten();
            figure.is_some() && figure != span || self.word(i).is_some_and(|word| word.gap >= apart)
        })
    }

    fn aftershock(&self) -> bool {
        let forms = ["ارتداديه", "ارتداديتان", "ارتداديتين", "ارتدادات", "ارتداد"];
        let after = self.at.end..self.at.end + 3;
        // Asked of every figure, and hardly a word is as long.
        let long =
            |i: &usize| self.word(*i).is_some_and(|word| word.folded.len() >= "ارتداد".len());
        self.clause_before(9).chain(after).filter(long).any(|i| self.is(i, &forms))
    }

    /// «اجتماعها المقبل», «تجتمع مجددا»: not this one.
    fn next(&self) -> bool {
        let recurring =
            ["date.meeting", "date.trial", "date.decision", "date.match", "meeting.start"];
        let forms = ["مقبل", "مقبله", "قادم", "قادمه", "تالي", "تاليه", "مجددا", "لاحقه", "لاحق"];
        recurring.contains(&self.key()) && self.clause_before(5).any(|i| self.is(i, &forms))
    }

    /// «وستعقد الجلسة الثانية في 19 يوليو»: which of several meetings or hearings a day is of.
    fn nth(&self) -> Option<String> {
        const HELD: &[&str] =
            &["date.meeting", "date.trial", "date.match", "date.race", "date.start", "date.vote"];
        const SEVERAL: &[&str] = &["جلسه", "جوله", "اجتماع", "لقاء", "مرحله", "دفعه"];
        // A meeting that is still to come is «the next», whatever its number.
        if !HELD.contains(&self.key()) || self.key() == "date.meeting" && self.is_ahead() {
            return None;
        }
        self.clause_before(6).find_map(|i| {
            let fact = self.facts.get(self.line.figure.get(i).copied().flatten()?)?;
            let Value::Quantity(place) = &fact.value else { return None };
            let later = fact.kind == Kind::Ordinal && place.low > 1.0 && i > 0;
            (later && self.is(i - 1, SEVERAL)).then(|| format!("nth {}", place.low))
        })
    }

    /// «منذ زلزال 1994 الذي خلف 120 قتيلا»: what a former event is told to have done.
    fn related(&self) -> bool {
        // «منذ الهدنة التي ستمتد شهرين»: what is still to be is of no former event.
        let ahead = |at: usize| {
            let verb = self.word(at + 1).map_or("", |word| word.folded);
            ["ست", "سي", "سن"].iter().any(|future| verb.starts_with(future))
        };
        let relative = self.clause_before(7).find(|i| self.is(*i, &["الذي", "التي"]));
        relative
            .filter(|at| !ahead(*at))
            .is_some_and(|at| (at.saturating_sub(5)..at).any(|i| self.is(i, &["منذ"])))
    }

    /// «وفي حادث منفصل أصيب أربعة»: another event than the one reported.
    fn elsewhere(&self) -> bool {
        if self.abroad() {
            return true;
        }
        let near = self.at.start.saturating_sub(ELSEWHERE)..self.at.start;
        let before = |other: &Other| other.rest && other.at < self.at.start;
        self.line.other_events().iter().any(|other| near.contains(&other.at) || before(other))
    }

    /// «وفي اليونان، خرجت عربتان عن السكة»: what a sentence tells of a country that the report is not
    /// about.
    fn abroad(&self) -> bool {
        let tolls = ["toll.", "carriages.", "bodies.", "crash.", "event.", "aboard."];
        let of_event = tolls.iter().any(|key| self.key().starts_with(key));
        let inside =
            |i: usize| self.word(i).is_some_and(|word| ["في", "وفي"].contains(&word.folded));
        let at = (0..3).find(|i| inside(*i)).map(|i| i + 1);
        let opens = at.and_then(|at| self.country_at(at));
        of_event && opens.is_some_and(|country| !self.setting.is_scene_in(&country))
    }

    /// «عجز الموازنة السابقة», «في الدورة الماضية»: the one before this one.
    fn of_the_last(&self) -> bool {
        let last = ["سابقه", "منصرمه", "فايته", "سالفه"];
        let figures = !matches!(self.kind(), Some(Kind::Ordinal | Kind::Score));
        let gone = ["ماضي", "ماضيه", "فايت", "فايته", "منصرم", "منصرمه"];
        let of_edition = |i: usize| self.is(i, &gone) && self.is(i - 1, EDITIONS);
        // «17 هدفا في الموسم الفائت»
        let after = || {
            let inside = self.word(self.at.end).is_some_and(|word| word.folded == "في");
            let edition = self.at.end + 1;
            inside && of_edition(edition + 1) && !self.is(edition, &["سنه", "عام"])
        };
        figures
            && (after()
                || self.clause_before(5).any(|i| {
                    self.is(i, &last)
                        && self.word(i).is_some_and(super::super::words::Word::definite)
                })
                || self.clause_before(9).any(|i| i > 0 && of_edition(i)))
    }

    /// «وكان الصندوق قد اشترى 54% من …», «كانت تونس قد أحرزت 17 ميدالية»: what was done before this.
    fn made_before(&self) -> bool {
        let done = ["deal.", "share.", "transfer.", "medals.", "title."];
        let deal = done.iter().any(|key| self.key().starts_with(key));
        let was = |i: usize| self.is(i, &["كان", "كانت", "سبق"]);
        let done = |i: usize| (i..i + 5).any(|j| self.is(j, &["قد", "ان", "سبق"]));
        let had = || self.clause_before(14).any(|i| was(i) && done(i + 1));
        // «كان النادي قد دفع 600 ألف عند رحيل مدربه السابق»
        let former = ["سابق", "سابقه", "سلفه", "سلفها"];
        let paid = self.kind() == Some(Kind::Money)
            && (self.at.end..self.at.end + 8).any(|i| self.is(i, &former));
        (deal || paid) && had()
    }

    /// «أعوام 1994 و2006 و2019»: years that are listed date nothing else.
    fn lists_years(&self) -> bool {
        let dates = self.line.facts.clone().filter_map(|i| self.facts.get(i));
        let years = dates.filter(|fact| {
            matches!(&fact.value, Value::Date(when) if when.grain == Grain::Year && !when.relative)
        });
        years.count() > 2
    }

    /// «خلال شباط وحده», «في انتخابات أكتوبر 2022»: a month or a year that is over.
    fn past(&self) -> Option<String> {
        if self.frame.is_some_and(|frame| frame.scope.contains(&Facet::When)) {
            return None;
        }
        let value = self.facts.get(self.index)?.span;
        let near = self.word(self.at.end + NEAR_AFTER).map_or(u32::MAX, |word| word.span.start);
        self.line.facts.clone().filter_map(|i| self.facts.get(i)).find_map(|date| {
            let before = date.span.end <= value.start;
            let after = date.span.start >= value.end && date.span.start < near;
            let told = before || (after && self.same_clause(date) && !self.is_of_a_verb(date));
            let words = &self.line.words;
            (told && !aside::since(words, date))
                .then(|| aside::old(date, self.line.cx.published))
                .flatten()
        })
    }

    /// «غرامة قدرها 500 ألف على مالكة ناقلة جنحت الشهر الماضي»: the time of another verb, which stands
    /// between the value and it.
    fn is_of_a_verb(&self, date: &Fact) -> bool {
        const VERBS: &[&str] = &[
            "وقع",
            "حدث",
            "جري",
            "اندلع",
            "شب",
            "انهار",
            "غرق",
            "جنح",
            "سقط",
            "ضرب",
            "انتهي",
            "توفي",
            "قتل",
            "افتتح",
            "صدر",
            "بدا",
            "اختفي",
            "خطف",
            "اعتقل",
            "اوقف",
        ];
        let at = self.line.words.partition_point(|word| word.span.start < date.span.start);
        let before = at.checked_sub(1).filter(|before| *before > self.at.end);
        before.and_then(|before| self.word(before)).is_some_and(|word| {
            let feminine = word.folded.ends_with('ت') && !word.folded.ends_with("ات");
            let verb = feminine && word.folded.chars().count() > 3 && !word.definite();
            verb || word.is(VERBS)
        })
    }

    /// Whether no comma stands between the value and what follows it.
    fn same_clause(&self, other: &Fact) -> bool {
        let words = self.line.words.iter().skip(self.at.end);
        words.take_while(|word| word.span.start <= other.span.start).all(|w| w.gap < Gap::Comma)
    }

    /// «29 إصابة جديدة», «خلال 24 ساعة»: what one day added, not the total.
    fn fresh(&self) -> bool {
        if self.kind() != Some(Kind::Count) {
            return false;
        }
        let clause = (self.at.end..self.at.end + NEAR_AFTER)
            .take_while(|i| self.word(*i).is_some_and(|word| word.gap < Gap::Comma));
        clause.into_iter().enumerate().any(|(nth, i)| {
            let new = nth < 2 && self.is(i, &["جديد", "جديده", "جدد", "اضافي", "اضافيه"]);
            let fact = self.line.figure.get(i).copied().flatten().and_then(|f| self.facts.get(f));
            let day = fact.is_some_and(|fact| {
                let Value::Quantity(length) = &fact.value else { return false };
                let every = i.checked_sub(1).is_some_and(|each| self.is(each, &["كل"]));
                fact.kind == Kind::Duration && (length.low - DAY).abs() < 1.0 && !every
            });
            new || day
        })
    }

    /// Whether one of `forms` stands among the `reach` words before the value, in its clause.
    fn beside(&self, reach: usize, forms: &[&str]) -> bool {
        self.clause_before(reach).any(|i| self.is(i, forms))
    }

    /// «لتمر من 8 إلى 9»: the first of the two is over.
    fn raised(&self) -> bool {
        let figure = |i: usize| self.line.figure.get(i).copied().flatten().is_some();
        let to = |i: usize| self.is(i, &["الي"]) && (figure(i + 1) || figure(i + 2));
        let from = self.at.start.checked_sub(1).and_then(|i| self.word(i));
        from.is_some_and(|word| word.folded == "من") && (self.at.end..self.at.end + 2).any(to)
    }

    /// «بعد أسبوع من دخول الهدنة»: time gone by, no length of the thing.
    fn elapsed(&self) -> bool {
        // «لم يعد التيار إلا بعد أربع ساعات»: it lasted so long.
        let only = self.at.start > 1 && self.is(self.at.start - 2, &["الا", "سوي"]);
        self.kind() == Some(Kind::Duration)
            && !only
            && self.beside(1, &["بعد", "قبل", "منذ", "عقب"])
            && self.is(self.at.end, &["من", "علي"])
            && self.is(self.at.end + 1, BEGINNINGS)
    }

    /// The year of an occasion that comes round again («في مباراة 1994»), well before the report.
    fn long_past(&self) -> Option<String> {
        let again = ["date.match", "date.vote", "date.meeting", "date.verdict", "date.trial"];
        let said =
            ["date.decision", "date.announce", "date.statement", "date.results", "date.award"];
        let fact = self.facts.get(self.index)?;
        let Value::Date(when) = &fact.value else { return None };
        let limit = self.line.cx.published?.checked_sub(LONG_PAST.days()).ok()?;
        let kept = again.contains(&self.key()) || said.contains(&self.key());
        (kept && when.last < limit).then(|| when.first.year().to_string())
    }

    /// What is expected of a value that moves, or aimed at.
    fn forecast(&self) -> Option<&'static str> {
        let moving =
            self.frame.is_none_or(|frame| matches!(frame.course, Course::Changes | Course::Daily));
        if self.kind() != Some(Kind::Percent) || !moving {
            return None;
        }
        let target = ["مستهدف", "مستهدفه", "يستهدف", "تستهدف", "استهداف", "هدف"];
        let expected = [
            "يتوقع",
            "توقع",
            "تتوقع",
            "متوقع",
            "متوقعه",
            "توقعات",
            "توقعت",
            "مرجح",
            "يرجح",
            "رجح",
            "ترجح",
            "رجحت",
        ];
        let mut clause = self.clause_before(9);
        if clause.clone().any(|i| self.is(i, &target)) {
            return Some("target");
        }
        // «سيبلغ العجز»: what will be of a budget or an economy is forecast.
        let moves = ["economy.", "budget."].iter().any(|of| self.key().starts_with(of));
        let planned = self.facts.get(self.index).is_some_and(|fact| fact.mode == Mode::Planned);
        (moves && planned || clause.any(|i| self.is(i, &expected))).then_some("forecast")
    }
}
