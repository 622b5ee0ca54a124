//! What narrows a topic: of whom, in which round, where, per what, as part of what, when.
//!
//! Begin with [`of_frame`]. Only the facets that a frame asks for are looked for, since a wrong
//! one keeps claims apart that belong together.

mod aside;
mod asked;
mod background;
mod business;
mod citizens;
mod died;
mod drugs;
mod earlier;
mod group;
mod locus;
mod occasion;
mod owner;
mod rounds;
mod share;
#[cfg(test)]
mod tests;
mod thing;

use std::ops::Range;

pub use aside::aside;
pub use business::period;
pub use drugs::only as only_drug;
pub use rounds::rounds;
use share::{per, per_before};

use super::super::entity::Sort;
use super::super::lexicon::{self, Class};
use super::super::{Approx, Facet, Fact, Grain, Kind, Topic, Unit, Value};
use super::choose::Found;
use super::frame::Frame;
use super::line::Line;
use super::setting::Setting;
use super::words::{Gap, Word};
use crate::text::{InOrder, Span};

/// The topics of a value that fills `found`: one, or one for each of several owners.
pub fn of_frame(
    line: &Line,
    setting: &Setting,
    facts: &[Fact],
    index: usize,
    at: Range<usize>,
    found: &Found,
) -> Vec<Topic> {
    let (clause, frame) = (clause_of(line, at.start), Some(found.frame));
    let seeker = Seeker { line, setting, facts, index, at, clause, frame, own: found.own };
    let mut scope: Vec<_> = found
        .frame
        .scope
        .iter()
        .filter(|facet| **facet != Facet::Of)
        .filter_map(|facet| seeker.facet(*facet).map(|value| (*facet, value)))
        .collect();
    if let Some(qualifier) = seeker.counted() {
        // «بينهم 11 طفلا» and «مقتل 11 طفلا» are of the same people.
        scope.retain(|(facet, value)| *facet != Facet::Part || !value.starts_with("part"));
        scope.push((Facet::Qualifier, qualifier));
    }
    // What the frame does not look for may keep the value apart all the same.
    for facet in COMMON.iter().filter(|facet| !found.frame.scope.contains(facet)) {
        let value = if *facet == Facet::Event { seeker.other_time() } else { seeker.facet(*facet) };
        scope.extend(value.map(|value| (*facet, value)));
    }
    if found.frame.scope.contains(&Facet::Event)
        && scope.iter().all(|(facet, _)| *facet != Facet::Event)
    {
        scope.extend(seeker.other_time().map(|time| (Facet::Event, time)));
    }
    if found.frame.key.starts_with("company.") {
        scope.extend(seeker.period().map(|period| (Facet::Qualifier, period)));
        scope.extend(seeker.segment().map(|segment| (Facet::Part, segment)));
    }
    if found.frame.key == "date.start" {
        scope.extend(seeker.thing(found.trigger).map(|thing| (Facet::Qualifier, thing)));
    }
    if found.frame.key == "date.meeting" && seeker.is_ahead() {
        scope.push((Facet::Event, NEXT.into()));
    }
    if seeker.preliminary() {
        scope.push((Facet::Qualifier, PRELIMINARY.into()));
    }
    let label = line.cx.text.slice(found.trigger).unwrap_or_default().to_owned();
    let interview = found.frame.key == STATEMENT && scope.iter().any(|(f, _)| *f == Facet::Event);
    let whole = scope.iter().any(|(facet, value)| *facet == Facet::Part && value == "whole");
    let key = match found.frame.key {
        _ if interview => "date.interview",
        // «ضبط 3 من أصل 5 ملايين»: the whole of what was found again is what was taken.
        "crime.recovered" if whole => "crime.stolen",
        key => key,
    };
    if key != found.frame.key && whole {
        scope.retain(|(facet, _)| *facet != Facet::Part);
    }
    let topic = Topic { key: key.into(), label, scope };
    let owners = if found.frame.scope.contains(&Facet::Of) { seeker.owners() } else { Vec::new() };
    let with = |owner: String| {
        let mut topic = topic.clone();
        topic.scope.push((Facet::Of, owner));
        topic.scope.put_in_order(Ord::cmp);
        topic
    };
    if owners.is_empty() { vec![topic] } else { owners.into_iter().map(with).collect() }
}

/// Facets that keep any two values apart.
const COMMON: &[Facet] = &[Facet::Event, Facet::Place, Facet::Per, Facet::Part];

/// What keeps a value that no frame takes apart from others.
pub fn of_open(
    line: &Line,
    setting: &Setting,
    facts: &[Fact],
    index: usize,
    at: Range<usize>,
) -> Vec<(Facet, String)> {
    let clause = clause_of(line, at.start);
    let seeker = Seeker { line, setting, facts, index, at, clause, frame: None, own: false };
    let facet = |facet: &Facet| match facet {
        Facet::Event => seeker.other_time(),
        _ => seeker.facet(*facet),
    };
    COMMON.iter().filter_map(|each| facet(each).map(|value| (*each, value))).collect()
}

/// The day of a statement; one that was made to a named outlet is the day of an interview.
const STATEMENT: &str = "date.statement";

/// The event of a meeting that is still to come.
pub const NEXT: &str = "next";

/// The event of what two played together.
pub const DOUBLES: &str = "doubles";

/// What is told of something else than the report is of: «حريق آخر».
pub const ANOTHER: &str = "another";

/// The qualifier of a figure that the report itself calls preliminary.
pub const PRELIMINARY: &str = "preliminary";

/// Bytes between a value and the day that it is of at most; one before it counts forty more.
const WHEN_NEAR: u32 = 240;

/// Tokens within which a statement names the outlet it was made to.
const SAID_NEAR: usize = 150;

struct Seeker<'a, 'b> {
    line: &'b Line<'a>,
    setting: &'b Setting,
    facts: &'b [Fact],
    index: usize,
    at: Range<usize>,
    /// The first word of the clause up to the value.
    clause: usize,
    /// The frame that the value fills; none where the topic is made of the words.
    frame: Option<&'static Frame>,
    /// The frame was called by the counted noun.
    own: bool,
}

/// The first word from which no break lies before the word at `start`.
fn clause_of(line: &Line, start: usize) -> usize {
    let words = line.words.get(..=start).unwrap_or_default();
    start.saturating_sub(words.iter().rev().take_while(|word| word.gap < Gap::Comma).count())
}

impl Seeker<'_, '_> {
    fn key(&self) -> &'static str {
        self.frame.map_or("", |frame| frame.key)
    }

    fn kind(&self) -> Option<Kind> {
        self.facts.get(self.index).map(|fact| fact.kind)
    }

    fn facet(&self, facet: Facet) -> Option<String> {
        match facet {
            Facet::Event => self.event(),
            Facet::Place if self.key().starts_with("vote.") || self.key().starts_with("polls.") => {
                self.place()
            }
            Facet::Place => self.locus(),
            Facet::Per if self.kind() == Some(Kind::Score) => None,
            Facet::Per => {
                let money = matches!(self.kind(), Some(Kind::Money | Kind::Number));
                // «تسعة من كل عشرة» is one figure.
                let share = self.kind() == Some(Kind::Percent);
                let from = if share { self.at.end } else { self.at.start + 1 };
                per(self.line, from, self.at.end + 3)
                    .or_else(|| per_before(self.line, self.at.start).filter(|_| money))
                    .or_else(|| self.rate())
                    .or_else(|| self.each())
            }
            Facet::Part => self.part(),
            Facet::When => self.when(),
            Facet::Qualifier if self.key() == "drugs.amount" => self.drug(),
            Facet::Qualifier if self.key().starts_with("thing.") => self.thing_measured(),
            Facet::Qualifier => self.reach(self.at.clone()),
            _ => None,
        }
    }

    /// Whether a date lies after the report's.
    fn is_ahead(&self) -> bool {
        let today = self.line.cx.published;
        self.facts.get(self.index).is_some_and(|fact| match &fact.value {
            Value::Date(when) => today.is_some_and(|today| when.first > today),
            _ => false,
        })
    }

    fn preliminary(&self) -> bool {
        let vote = self.key().starts_with("vote.");
        vote && self.setting.preliminary
    }

    fn word(&self, at: usize) -> Option<&Word<'_>> {
        self.line.word(at)
    }

    fn is(&self, at: usize, forms: &[&str]) -> bool {
        self.word(at).is_some_and(|word| word.is(forms))
    }

    /// The words before the value up to the nearest break, at most `reach`.
    fn clause_before(&self, reach: usize) -> impl Iterator<Item = usize> + Clone {
        let start = self.at.start;
        (start.saturating_sub(reach).max(self.clause)..start).rev()
    }

    /// The part of the country that a figure is of, where the sentence or the report says so.
    fn place(&self) -> Option<String> {
        let said = (0..self.line.words.len()).find_map(|i| {
            let place = self.word(i + 2)?;
            let inside = self.word(i + 1).is_some_and(|word| word.folded == "في");
            let heads = ["مقيمين", "اقتراع", "مقيم", "ولايات", "محافظه", "مشاركه", "اقبال"];
            let head = || self.is(i, &heads);
            if !inside || !head() || !self.is_place(place) {
                return None;
            }
            // A vote in a country is the whole vote, unless it is another country's.
            let whole = self.setting.is_of_no_country() && is_country(place.folded);
            (!whole).then(|| place.folded.to_owned())
        });
        let capital = || {
            let after = self.at.end..self.at.end + 4;
            let clause = self.clause_before(6).chain(after);
            let inside =
                |i: &usize| self.is(*i, &["عاصمه"]) && self.is(i.wrapping_sub(1), &["في", "وفي"]);
            clause.into_iter().find(inside).map(|_| String::from("capital"))
        };
        said.or_else(capital)
            .or_else(|| self.setting.place.clone())
            .filter(|place| !self.setting.is_whole(place))
    }

    fn is_place(&self, word: &Word) -> bool {
        let (cx, cast) = (&self.line.cx, self.line.cast);
        let mention = cast.at(cx.token_from(word.span.start));
        mention.is_some_and(|mention| mention.sort == Sort::Place)
    }

    /// The month or day that a figure is of, where it stands beside it.
    fn when(&self) -> Option<String> {
        let dates = self
            .line
            .facts
            .clone()
            .filter_map(|i| self.facts.get(i))
            .filter(|fact| fact.kind == Kind::Date);
        let value = self.facts.get(self.index)?.span;
        let mut best: Option<(u32, String)> = None;
        for date in dates {
            let Value::Date(when) = &date.value else { continue };
            // A budget is of a year; the day is that on which it was passed.
            if self.key().starts_with("budget.") && when.grain == Grain::Day {
                continue;
            }
            let (from, to) = (date.span.end.min(value.end), date.span.start.max(value.start));
            let between =
                self.line.cx.text.slice(Span::new(from as usize, to as usize)).unwrap_or_default();
            let after = date.span.start >= value.end;
            // «ففي 26 أبريل، أعلن …»: a day in front is of all that follows.
            let between = between.trim_start().strip_prefix('،').unwrap_or(between);
            let gap = to.saturating_sub(from) + if after { 0 } else { 40 };
            let apart = between.contains(['،', '.', ';']) && !after || between.contains('.');
            if gap < WHEN_NEAR && !apart && best.as_ref().is_none_or(|(least, _)| gap < *least) {
                best = Some((gap, when.first.to_string()));
            }
        }
        best.map(|(_, date)| date)
    }

    /// What is counted, where it is no mere person and the frame was not called by the noun
    /// itself («مقتل خمسة أطفال»).
    fn counted(&self) -> Option<String> {
        let Value::Quantity(quantity) = &self.facts.get(self.index)?.value else { return None };
        let strict = self.frame.is_some_and(|frame| frame.strict.contains(&Facet::Qualifier));
        if !strict {
            return None;
        }
        if let Some(country) = self.nationals() {
            return Some(country);
        }
        let Unit::Of(noun) = &quantity.unit else { return None };
        if self.is_all_counted() {
            return None;
        }
        if let Some(group) = self.group() {
            return Some(group);
        }
        (!self.own && noun != "person" && !is_person(noun) && noun.ends_with('ي'))
            .then(|| noun.clone())
    }

    /// «عدد الموقوفين بلغ 52 طالبا»: the noun tells who all of them are.
    fn is_all_counted(&self) -> bool {
        const REACHED: &[&str] = &["بلغ", "وصل", "ارتفع", "تجاوز", "ناهز"];
        let start = self.at.start;
        let number = |i: usize| self.is(i, &["عدد", "حصيله"]);
        let all = |i: usize| number(i) && self.word(i + 1).is_some_and(Word::definite);
        let reached = (start.saturating_sub(3)..start).any(|i| self.is(i, REACHED));
        reached && self.clause_before(6).any(all)
    }

    /// «محلي» or «وطني», for what a city and a state may each declare.
    fn reach(&self, at: Range<usize>) -> Option<String> {
        let near = at.start.saturating_sub(6)..(at.end + 4).min(self.line.words.len());
        let kind = |i: usize| {
            if self.is(i, &["وطني", "وطنيا", "عام", "رسمي", "قومي"]) {
                Some("national")
            } else if self.is(i, &["محلي", "محليا", "مدينه", "بلديه", "عمده"])
            {
                Some("local")
            } else {
                None
            }
        };
        near.clone()
            .find_map(kind)
            .or_else(|| (0..self.line.words.len()).find_map(kind))
            .map(str::to_owned)
    }
}

/// Whether a folded word names a country: a vote in it is the whole vote.
pub fn is_country(word: &str) -> bool {
    let sense = lexicon::find(word).and_then(|found| found.entry.sense(Class::Place));
    sense.is_some_and(|sense| !sense.id.contains('/'))
}

/// The country of a nationality.
pub fn nation(word: &Word) -> Option<&'static str> {
    let sense = lexicon::find(word.folded)?.entry.sense(Class::Nisba)?;
    Some(sense.id)
}

/// Nouns for people as such.
pub fn is_person(noun: &str) -> bool {
    ["person", "شخص", "اشخاص", "انسان", "فرد", "افراد", "اخر", "نسمه", "مواطن", "اخرين", "عدد"]
        .contains(&noun)
}
