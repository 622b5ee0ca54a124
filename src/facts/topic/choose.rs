//! Which frame of the lexicon a value fills: every trigger near it speaks with a strength that
//! falls with the distance, and the strongest wins.

use std::ops::Range;

use crate::text::Span;

use super::super::quantity::none;
use super::super::{Fact, Kind, Unit, Value};
use super::frame::{self, Frame, Slot, Slots, Trigger, Zone};
use super::gate::{
    Noun, Said, THAT, is_bare_and_small, is_of_a_body, is_put_off, is_share_of, is_since, is_so,
    is_vouched_for, slots,
};
use super::line::Line;
use super::setting::Setting;
use super::words::{Gap, Word};
use super::{ballots, people, respective, settled};

/// A frame, and the words that called for it.
pub struct Found {
    pub frame: &'static Frame,
    pub own: bool,
    /// The trigger, for the label.
    pub trigger: Span,
    score: i32,
}

impl Found {
    /// A frame that the form of the sentence settles.
    pub fn sure(frame: &'static Frame, trigger: Span, score: i32) -> Self {
        Self { frame, own: false, trigger, score }
    }

    /// Whether the words that called for the frame stand close enough to a day to be sure that
    /// it is of them: a sentence names many things that are not of its day.
    pub fn is_close(&self) -> bool {
        self.score - i32::from(self.frame.rank) >= NEAR_ENOUGH
    }
}

const NEAR_ENOUGH: i32 = 50;
const LEFT: i32 = 70;
const RIGHT: i32 = 62;
const OWN: i32 = 100;
/// A noun that says little («حالة») speaks less loudly than a word near by.
const OWN_GENERIC: i32 = 42;
/// «67 مصابا تعافوا»: what has become of them says more than what they are.
const OWN_WEAK: i32 = 74;
const SUFFERERS: &[&str] =
    &["مصاب", "مصابا", "مصابين", "مصابون", "جريح", "جريحا", "جرحي", "مريض", "مرضي"];
const LEAST: i32 = 20;
/// A number without a noun must stand closer to what it is of.
const LEAST_BARE: i32 = 44;
/// Those whose work is to save or to carry away, and what carries them.
#[rustfmt::skip]
const TEAMS: &[&str] = &[
    "فرق", "فريق", "رجال", "طواقم", "طاقم", "وحدات", "عناصر", "قوات", "سيارات", "سياره", "زوارق",
    "مروحيات", "مروحيه", "اجهزه", "عمال", "مصالح", "هييه", "جهود",
];
/// «لن يفقد أي موظف عمله» says nothing of how many there are.
const STAFF: &[&str] = &["jobs.count", "company.staff", "jobs.created"];
const LEFT_REACH: usize = 16;
const VERB_FIRST: i32 = 46;
const RIGHT_REACH: usize = 9;
/// Frames that the words of a clause exclude, where they exclude any.
const BARRED: usize = 16;

/// The frame that fits best, if any does.
pub fn frame(
    line: &Line,
    setting: &Setting,
    facts: &[Fact],
    index: usize,
    at: Range<usize>,
) -> Option<Found> {
    let fact = facts.get(index)?;
    if let Some(frame) = settled::frame(line, fact, &at) {
        let trigger = line.word(at.start).map_or(fact.span, |word| word.span);
        return Some(Found { frame, own: true, trigger, score: OWN });
    }
    if settled::is_period(line, fact, at.start) {
        return None;
    }
    if let Some(found) = respective::frame(line, setting, fact, &at) {
        return Some(found);
    }
    if let Some(found) = ballots::frame(line, setting, facts, index, &at) {
        return Some(found);
    }
    if let Some(found) = people::frame(line, setting, fact, &at) {
        return Some(found);
    }
    let shared = fact.kind == Kind::Number && is_share_of(line, at.start);
    let slots = if shared { slots(fact).without(Slot::Money) } else { slots(fact) };
    if fact.kind == Kind::Date && is_since(line, at.start) {
        return None;
    }
    let noun = Noun::of(line, fact, &at);
    let has_noun = has_noun(fact);
    let start = at.start;
    let mut search = Search {
        line,
        setting,
        facts,
        slots,
        noun,
        start,
        has_noun,
        nobody: fact.rule == none::RULE,
        best: None,
        barred: Vec::new(),
        said: false,
        excluded: settled::excluded(line, fact, &at),
        told: if fact.kind == Kind::Date { Said::of(line, &at) } else { Said::Open },
    };
    search.bar(at.clone());
    search.own(at.clone());
    search.left(at.start);
    search.right(at.end);
    let least = if fact.kind == Kind::Number { LEAST_BARE } else { LEAST };
    search.best.filter(|found| found.score >= least)
}

struct Search<'l, 'a> {
    line: &'l Line<'a>,
    slots: Slots,
    setting: &'l Setting,
    facts: &'l [Fact],
    /// What the value counts.
    noun: Noun<'l>,
    /// The first word of the value.
    start: usize,
    /// The value brings its counted noun or its unit.
    has_noun: bool,
    /// It is none of those whom others count.
    nobody: bool,
    best: Option<Found>,
    /// Frames that a word of the clause excludes.
    barred: Vec<u16>,
    /// What the value is of is said to have happened: its day is not that of the saying.
    said: bool,
    /// What the value itself is not of.
    excluded: Option<&'static str>,
    /// Whether a day is that of a saying.
    told: Said,
}

impl Search<'_, '_> {
    /// Collects what «unless» words close by exclude.
    fn bar(&mut self, at: Range<usize>) {
        let left = at.start.saturating_sub(6)..at.start;
        let right = at.start..(at.end + 4).min(self.line.words.len());
        for i in left.rev() {
            if self.is_figure(i) || self.gap(i + 1) >= Gap::Comma {
                break;
            }
            self.bar_at(i);
        }
        for i in right {
            let other = i >= at.end && self.line.figure.get(i).copied().flatten().is_some();
            let ends = i >= at.end && (self.gap(i) >= Gap::Comma || self.opens_clause(i));
            if other || ends {
                break;
            }
            self.bar_at(i);
        }
    }

    fn bar_at(&mut self, at: usize) {
        let Some(word) = self.line.word(at) else { return };
        for trigger in word.lemma.bars() {
            // A frame that the value does not fill needs no bar.
            if trigger.slots.meet(self.slots) && self.line.follows(at, trigger) {
                if self.barred.is_empty() {
                    self.barred.reserve(BARRED);
                }
                self.barred.push(trigger.frame);
            }
        }
    }

    fn gap(&self, at: usize) -> Gap {
        self.line.word(at).map_or(Gap::Stop, |word| word.gap)
    }

    /// The counted noun: in the value's own words, right after, or right before a definite one
    /// («المفقودين الأربعة»).
    fn own(&mut self, at: Range<usize>) {
        let bare = self.line.word(at.end).is_some_and(|word| !has_pronoun(word.folded))
            && !self.opens_clause(at.end)
            && (!self.has_noun || self.noun == Noun::Elided);
        let after =
            (bare && self.gap(at.end) == Gap::Space && !self.is_figure(at.end)).then_some(at.end);
        // «وآلاف» only looks as if it had the article.
        let definite = |word: &Word| word.definite() && !word.folded.ends_with("لاف");
        let postposed = self.line.word(at.start).is_some_and(definite);
        let before = at.start.checked_sub(1).filter(|_| postposed);
        for i in at.chain(after).chain(before) {
            let is = |forms: &[&str]| self.line.word(i).is_some_and(|word| word.is(forms));
            let strength = match () {
                () if is(&["حاله", "حالات"]) => OWN_GENERIC,
                () if is(SUFFERERS) => OWN_WEAK,
                () => OWN,
            };
            self.weigh(i, strength, &[Zone::Own]);
        }
    }

    fn left(&mut self, start: usize) {
        let mut strength = LEFT;
        let (mut figures, mut commas) = (0, 0);
        let reach = if self.slots.has(Slot::Date) { 2 * LEFT_REACH } else { LEFT_REACH };
        for i in (start.saturating_sub(reach)..start).rev() {
            let crossed = self.gap(i + 1);
            strength -= match crossed {
                Gap::Space | Gap::Mark => 2,
                Gap::Comma => 8,
                Gap::Colon if i + 1 < start || self.is_figure(i) => return,
                Gap::Colon => 6,
                Gap::Stop => return,
            };
            if self.is_figure(i) && !self.is_figure(i + 1) && i + 1 < start && !self.is_day(i) {
                strength -= 14;
                figures += 1;
            }
            // What is said to have happened has its own day, not that of the saying.
            if self.slots.has(Slot::Date) && self.line.word(i).is_some_and(|w| w.is(THAT)) {
                self.said = true;
            }
            // «أي» goes on about the same thing.
            let same = || {
                let word = self.line.word(i + 1);
                word.is_some_and(|word| word.is(&["اي", "وهو", "وهي"]))
            };
            commas += u32::from(crossed == Gap::Comma && !same());
            // Beyond another figure and a comma something else is told.
            if figures > 0 && commas > 0 && !self.slots.has(Slot::Date) {
                return;
            }
            // The verb that opens a sentence says what happened on its day.
            let opens = i == 0 && self.slots.has(Slot::Date);
            let strength = if opens { strength.max(VERB_FIRST) } else { strength };
            self.weigh(i, strength, &[Zone::Before, Zone::Near]);
        }
    }

    fn right(&mut self, end: usize) {
        let mut strength = RIGHT;
        for i in end..(end + RIGHT_REACH).min(self.line.words.len()) {
            strength -= match self.gap(i) {
                Gap::Space | Gap::Mark => 3,
                Gap::Comma if i == end && self.is_inserted(end) => 3,
                Gap::Comma => 25,
                Gap::Colon | Gap::Stop => return,
            };
            if self.opens_part(i, end) || self.opens_clause(i) {
                return;
            }
            if self.is_figure(i) {
                strength -= 12;
            }
            // «أن أحدا من الركاب لم يصب»: the verb that is denied behind it says what it counts.
            let denied = || i.checked_sub(1).and_then(|i| self.line.word(i)).is_some_and(is_not);
            if self.nobody && denied() {
                self.weigh(i, strength, &[Zone::Before]);
            }
            self.weigh(i, strength, &[Zone::After, Zone::Near]);
        }
    }

    /// «أعلنت اللجنة، مساء أمس الثلاثاء، النتائج»: a time between commas does not part the verb from
    /// its object; what «أن» or «غداة» opens behind it has a time of its own.
    fn is_inserted(&self, end: usize) -> bool {
        let timed = self.slots.has(Slot::Date) || self.slots.has(Slot::Time);
        let object = self.line.word(end).is_some_and(Word::definite);
        timed
            && object
            && (self.start.saturating_sub(2)..=self.start).any(|i| self.gap(i) == Gap::Comma)
    }

    /// «بينهم», or «منهم» before another figure: from here the text speaks of a part.
    fn opens_part(&self, at: usize, end: usize) -> bool {
        let Some(word) = self.line.word(at) else { return true };
        let among = word.is(&["بينهم", "بينهن", "بينها", "ضمنهم", "ضمنها"]);
        let of_them = word.is(&["منهم", "منهن", "منها"]);
        among || (of_them && (at > end || self.is_figure(at + 1)))
    }

    /// «و» before a word that is none without it: another clause or another item.
    fn opens_clause(&self, at: usize) -> bool {
        let Some(word) = self.line.word(at) else { return true };
        let with_waw = [
            "وضع",
            "وفاه",
            "وفيات",
            "وقت",
            "وسط",
            "وحده",
            "وزير",
            "وزاره",
            "وطني",
            "وراء",
            "وباء",
            "وفق",
        ];
        word.folded.starts_with('و')
            && word.folded.chars().count() > 2
            && !with_waw.contains(&word.folded)
    }

    /// «عائلات الضحايا», «فرق الإنقاذ»: the noun before makes the trigger its complement.
    fn is_complement(&self, at: usize) -> bool {
        let kin = ["عايلات", "عايله", "اسر", "اسره", "ذوي", "اهالي", "اقارب"];
        let before = at.checked_sub(1).and_then(|i| self.line.word(i));
        let definite = || self.line.word(at).is_some_and(Word::definite);
        before.is_some_and(|word| word.is(&kin) || word.is(TEAMS) && definite())
    }

    /// «16 في المئة من الإيرادات» is a share of them, not their growth.
    fn is_share(&self) -> bool {
        let end = self.line.figure.iter().skip(self.start).take_while(|f| f.is_some()).count();
        let after = self.line.word(self.start + end);
        after.is_some_and(|word| word.folded == "من" && word.gap == Gap::Space)
    }

    /// «بالإفراج، اليوم الخميس، عن 17 بحارا»: a day is told beside a figure, and parts it from nothing.
    fn is_day(&self, at: usize) -> bool {
        let figure = self.line.figure.get(at).copied().flatten();
        let day = figure.and_then(|figure| self.facts.get(figure));
        let timed = self.slots.has(Slot::Date) || self.slots.has(Slot::Time);
        day.is_some_and(|fact| match fact.kind {
            Kind::Date => !timed,
            // «سجلت أول إصابة في المدينة يوم»
            Kind::Ordinal => self.slots.has(Slot::Date),
            _ => false,
        })
    }

    fn is_figure(&self, at: usize) -> bool {
        self.line.figure.get(at).copied().flatten().is_some()
    }

    /// What the word at `at` calls for, the loudest first: once one cannot win, none behind it can.
    fn weigh(&mut self, at: usize, strength: i32, zones: &[Zone]) {
        let Some(word) = self.line.word(at) else { return };
        for trigger in word.lemma.calls() {
            // Whether it fits is asked only where it would win.
            let score = strength + trigger.loudness();
            if self.best.as_ref().is_some_and(|best| best.score >= score) {
                return;
            }
            if trigger.slots.meet(self.slots) && zones.contains(&trigger.zone) {
                self.consider(at, word.span, score, trigger);
            }
        }
    }

    fn consider(&mut self, at: usize, span: Span, score: i32, trigger: &Trigger) {
        let Some(frame) = frame::frame_at(trigger.frame) else { return };
        let own = trigger.zone == Zone::Own;
        let fits = self.line.follows(at, trigger)
            && !self.barred.contains(&trigger.frame)
            && self.excluded != Some(frame.key)
            && !(self.said && matches!(frame.key, "date.statement" | "date.announce"))
            && self.setting.admits(frame)
            && !(frame.key.ends_with("_growth") && self.is_share())
            && ((own && !self.noun.is_foreign()) || self.noun.is_of(frame, at + 1 == self.start))
            && (!frame.needs_with
                || self.line.met().has(trigger.frame)
                || self.setting.met.has(trigger.frame))
            && !(!own && frame.key.starts_with("toll.") && self.is_complement(at))
            && !(self.slots.has(Slot::Date) && is_of_a_body(self.line, at))
            && !(self.nobody && STAFF.contains(&frame.key))
            && self.told.admits(frame.key, at, self.start)
            && !(self.slots.has(Slot::Date) && is_put_off(self.line, at, self.start))
            && !(frame.key == "vote.share" && is_bare_and_small(self.line, self.facts, self.start))
            && !is_vouched_for(self.line, at, self.start)
            && !(frame.key == "toll.missing" && is_so(self.line, at));
        if fits {
            let end = self.line.word(at + usize::from(trigger.more)).map_or(span, |word| word.span);
            self.best = Some(Found { frame, own, trigger: span.union(end), score });
        }
    }
}

/// Whether a word ends in a pronoun of the third person.
fn has_pronoun(word: &str) -> bool {
    ["هم", "هن", "هما", "ها"].iter().any(|ending| word.ends_with(ending))
}

fn is_not(word: &Word) -> bool {
    word.is(&["لم"])
}

fn has_noun(fact: &Fact) -> bool {
    let Value::Quantity(quantity) = &fact.value else { return false };
    matches!(quantity.unit, Unit::Of(_) | Unit::Measure(_))
}
