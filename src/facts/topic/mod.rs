//! What a value is about.
//!
//! Begin with [`topics`]: it runs after the grammars and the entities of one article and gives
//! every figure its [`Topic`]. `choose` weighs the frames of the lexicon (`gate`
//! keeps out those that count something else, `ballots` tells those of a vote apart), `open` makes a topic of
//! the words where no frame fits, `people` takes those of whom the word right beside their figure says it, `nationals` those aboard by their country, `scope` finds
//! what narrows it, `attribute` adds the facts whose values are words of a closed list (`denial`
//! tells which are denied, `stated` of what they are told), `naming` those whose values are names (`opened` those that a common noun opens), `ellipsis` and `former` give a
//! figure the topic of the one it leans on, `sum` adds up the list that breaks a total down.
//! `family` tells which words mean one thing, `perfect` of which perfect an imperfect is. `file` is how frames are written, `frame` the tables the build makes of ours, `user` those of a reader.

mod attribute;
mod ballots;
mod bearer;
mod choose;
mod denial;
mod doubt;
mod ellipsis;
mod elsewhere;
mod family;
mod file;
mod former;
mod frame;
mod gate;
mod glance;
mod happened;
mod lemma;
mod line;
mod marks;
mod met;
mod moment;
mod naming;
mod nationals;
mod open;
mod opened;
mod own;
mod people;
mod perfect;
mod respective;
mod scope;
mod sector;
mod setting;
mod settled;
mod sides;
mod stated;
mod stem;
mod sum;
mod table;
mod tolls;
mod user;
mod words;

pub use attribute::DENIED;
pub use family::{family, family_of};
pub use frame::{Attribute, AttributeValue, Course, Frame, attribute, frame, label, side};
pub use lemma::{Lemma, lemma};
pub use open::NTH;
pub use opened::{AT, NOUN};
pub use scope::PRELIMINARY;
pub use stem::{bases, stem};
pub use tolls::HELD;
pub use user::{add_folder, has_own_topics};

// The names under which the build knows what it shares with this room.
use super::entity::sort;
use super::facet;
use super::lexicon::parse;

use std::ops::Range;

use crate::text::{InOrder, Span, letters};

use super::entity::Cast;
use super::lexicon::Class;
use super::quantity::none;
use super::{
    Approx, Certainty, Context, Facet, Fact, Kind, Mode, Quantity, Topic, Unit, Value, time,
};
use line::Line;
use setting::Setting;

/// Gives the facts of one article their topics, and adds those that only topics can find. `facts`
/// is in text order before and after.
pub fn topics(cx: &Context, cast: &Cast, facts: &mut Vec<Fact>) {
    let setting = Setting::of(cx, cast, facts);
    let mut added = Vec::new();
    let mut words = Vec::new();
    let mut from = 0;
    while let Some(first) = facts.get(from) {
        let sentence = first.sentence;
        let count = facts.iter().skip(from).take_while(|fact| fact.sentence == sentence).count();
        let tokens = cx.sentence_at(first.span.start).map_or(0..0, |s| s.tokens.clone());
        let line = Line::new(cx, cast, facts, from..from + count, tokens, words);
        for index in from..from + count {
            if let Some((topics, close)) = topics_of(&line, &setting, facts, index) {
                if let Some(day) = facts.get_mut(index).filter(|f| !close && f.kind == Kind::Date) {
                    day.certainty = Certainty::Low;
                }
                place(facts, index, topics, &mut added);
                facts.get_mut(index).map(suit);
                not_one(&line, facts, index);
                name_sides(&line, facts, index);
            } else {
                set_aside(&line, facts, index);
            }
        }
        ellipsis::mark(&line, facts);
        sector::mark(&line, facts);
        former::mark(&line, facts);
        former::mark_changes(&line, facts);
        tolls::mark(&line, &setting, facts);
        added.extend(sum::facts(&line, facts));
        words = line.words;
        from += count;
    }
    sector::settle(facts);
    added.extend(attribute::facts(cx, cast, facts));
    facts.append(&mut added);
    // A part of the day by itself is a claim only where a frame tells of what.
    facts.retain(|fact| fact.rule != time::PART || frame(&fact.topic.key).is_some());
    facts.put_in_order_of(|fact| (fact.span.start, fact.span.end));
}

/// Names the two who played for a result.
fn name_sides(line: &Line, facts: &mut [Fact], index: usize) {
    let Some(Value::Score(score)) = facts.get_mut(index).map(|fact| &mut fact.value) else {
        return;
    };
    if let Some(at) = line.words_of(index) {
        (score.home_side, score.away_side) = sides::sides(line, &at);
    }
}

/// «وانتهت هدنة مماثلة العام الماضي باتفاق»: an outcome of another event than the report's.
fn set_aside(line: &Line, facts: &mut [Fact], index: usize) {
    let outcome =
        |fact: &&Fact| fact.kind == Kind::Outcome && fact.topic.key.starts_with("outcome.");
    let Some(fact) = facts.get(index).filter(outcome) else { return };
    let (key, span) = (fact.topic.key.clone(), fact.span);
    let own = facts.get(line.facts.clone()).unwrap_or_default();
    let event = scope::aside(&key, &line.words, own, line.cx.published, span);
    if let Some((event, fact)) = event.zip(facts.get_mut(index)) {
        fact.topic.scope.push((Facet::Event, event));
    }
}

/// Makes of a figure what its topic asks: another unit, a denial that is none.
fn suit(fact: &mut Fact) {
    points_of_rates(fact);
    years_of_things(fact);
    magnitudes_of_quakes(fact);
    is_so(fact);
    at_most_by_nature(fact);
}

/// «لم تنقصه ورقة واحدة»: none of them.
fn not_one(line: &Line, facts: &mut [Fact], index: usize) {
    let denied = |fact: &&Fact| fact.mode == Mode::Negated && fact.rule == "count.alone";
    let Some(at) = facts.get(index).filter(denied).and_then(|_| line.words_of(index)) else {
        return;
    };
    // «لم يقتل شخص واحد بل ثلاثة»
    let but = (at.end..at.end + 3)
        .any(|i| line.word(i).is_some_and(|word| word.is(&["بل", "فقط", "فحسب"])));
    let Some(fact) = facts.get_mut(index).filter(|_| !but) else { return };
    if let Value::Quantity(quantity) = &mut fact.value {
        (quantity.low, quantity.high) = (0.0, 0.0);
        (fact.mode, fact.rule) = (Mode::Fact, none::RULE);
    }
}

/// «تضخ 120 ميغاواط كحد أقصى»: a capacity is the most that there can be.
fn at_most_by_nature(fact: &mut Fact) {
    let capacity = fact.topic.key.ends_with("capacity");
    if let Value::Quantity(quantity) = &mut fact.value
        && capacity
        && quantity.approx == Approx::AtMost
    {
        quantity.approx = Approx::Exact;
    }
}

/// «7.8 درجات» of a quake are no degrees of heat or of an angle.
fn magnitudes_of_quakes(fact: &mut Fact) {
    if let Value::Quantity(quantity) = &mut fact.value
        && fact.topic.key == "quake.magnitude"
        && quantity.unit == Unit::Measure("degree".into())
    {
        quantity.unit = Unit::Measure("magnitude".into());
    }
}

/// Years of a building or a find, and those that a thing is to last, are a length of time and
/// nobody's age.
fn years_of_things(fact: &mut Fact) {
    const YEAR: f64 = 31_536_000.0;
    const OF_THINGS: &[&str] = &["thing.life", "thing.age", "find.age"];
    let Value::Quantity(quantity) = &mut fact.value else { return };
    let aged = matches!(&quantity.unit, Unit::Measure(unit) if unit == "year_of_age");
    if aged && OF_THINGS.contains(&&*fact.topic.key) {
        (quantity.low, quantity.high) = (quantity.low * YEAR, quantity.high * YEAR);
        (quantity.unit, quantity.said) = (Unit::Second, Some("year"));
        fact.kind = Kind::Duration;
    }
}

/// «رفع الفائدة 150 نقطة»: points of a rate are hundredths of one in a hundred; «نقطتين» are whole
/// ones, since nobody moves a rate by two hundredths.
fn points_of_rates(fact: &mut Fact) {
    const HUNDREDTHS: f64 = 10.0;
    let of_rate = fact.topic.key.starts_with("rate.") && fact.topic.key.ends_with("_step");
    let Value::Quantity(quantity) = &mut fact.value else { return };
    if of_rate && matches!(&quantity.unit, Unit::Of(noun) if noun == "point") {
        let times = if quantity.high < HUNDREDTHS { 100.0 } else { 1.0 };
        (quantity.low, quantity.high) = (quantity.low * times, quantity.high * times);
        quantity.unit = Unit::BasisPoint;
    }
}

/// «لم يخسر في 15 مباراة», «أربع مباريات دون جمهور»: the word that denies is what the figure is of.
fn is_so(fact: &mut Fact) {
    const SO: &[&str] = &["matches.unbeaten", "ban.closed_doors"];
    if SO.contains(&&*fact.topic.key) && fact.mode == Mode::Negated {
        fact.mode = Mode::Fact;
    }
}

/// A value that is told of several («19.5 % لكل منهما») is a fact of each.
fn place(facts: &mut [Fact], index: usize, topics: Vec<Topic>, added: &mut Vec<Fact>) {
    let mut topics = topics.into_iter();
    let Some(fact) = facts.get_mut(index) else { return };
    if let Some(topic) = topics.next() {
        fact.topic = topic;
    }
    added.extend(topics.map(|topic| Fact { topic, ..fact.clone() }));
}

/// The topics of a figure, and whether the words that tell them stand close by.
fn topics_of(
    line: &Line,
    setting: &Setting,
    facts: &[Fact],
    index: usize,
) -> Option<(Vec<Topic>, bool)> {
    let fact = facts.get(index)?;
    if !is_figure(fact.kind) || !fact.topic.key.is_empty() {
        return None;
    }
    let words = line.words_of(index)?;
    if is_within(line, fact, words.start) || is_ahead_of(line, fact, &words) {
        return None;
    }
    if is_day_of_month(line, fact, words.end) {
        return None;
    }
    if is_label(fact) && settled::frame(line, fact, &words).is_none() {
        return None;
    }
    let before = index.checked_sub(1).and_then(|before| facts.get(before));
    if before.is_some_and(|time| is_day_elsewhere(line, time, fact)) {
        return None;
    }
    if fact.kind == Kind::Date && is_dateline(line, fact, words.start) {
        return None;
    }
    let chosen = choose::frame(line, setting, facts, index, words.clone());
    match chosen.or_else(|| nationals::frame(line, fact, &words)) {
        Some(found) => {
            let topics = scope::of_frame(line, setting, facts, index, words, &found);
            // «رامي (23 و108)»: without whoever scored, a bare figure may be of any goal.
            let owned = |topic: &Topic| topic.scope.iter().any(|(facet, _)| *facet == Facet::Of);
            let bare = found.frame.key == "goal.minute" && is_bare(line, fact);
            if bare && !topics.iter().all(owned) {
                return None;
            }
            Some((topics, found.is_close()))
        }
        None => Some((vec![open::topic(line, setting, facts, index, words)], true)),
    }
}

/// «مصراتة 18 نوفمبر (وكالة …) - جنحت سفينة …»: the day of the report, which is of nothing that it tells.
fn is_dateline(line: &Line, date: &Fact, first: usize) -> bool {
    /// Words of the place before the day at most, and bytes of the outlet behind it.
    const PLACE: usize = 3;
    const OUTLET: usize = 80;
    if first > PLACE {
        return false;
    }
    let rest = line.cx.text.as_str().get(date.span.end as usize..).unwrap_or_default();
    let rest = rest.trim_start();
    let outlet = rest.strip_prefix('(').and_then(|inside| inside.split_once(')'));
    let rest = match outlet {
        Some((name, rest)) if name.len() <= OUTLET => rest.trim_start(),
        _ => rest,
    };
    let place = |i: usize| line.word(i).is_some_and(|word| line.cx.is(word.at(), Class::Place));
    (0..first).all(place) && rest.starts_with(['-', '\u{2013}', '\u{2014}'])
}

/// «ما بين 6 و7 جوان»: days, and nobody.
fn is_day_of_month(line: &Line, fact: &Fact, end: usize) -> bool {
    let month = || line.word(end).is_some_and(|next| line.cx.is(next.at(), Class::Month));
    fact.kind == Kind::Number && month()
}

/// «خلال أشهر», «بعد أيام على»: when something was, and the length of nothing.
fn is_within(line: &Line, fact: &Fact, first: usize) -> bool {
    const WITHIN: &[&str] = &["خلال", "بعد", "قبل", "غضون", "منذ", "بغضون"];
    let before = first.checked_sub(1).and_then(|i| line.word(i));
    fact.rule == "duration.several" && before.is_some_and(|word| word.is(WITHIN))
}

/// «قبل عشر دقائق من اختفائها»: how long before something, and the length of nothing.
fn is_ahead_of(line: &Line, fact: &Fact, words: &Range<usize>) -> bool {
    let is = |i: usize, form: &str| line.word(i).is_some_and(|word| word.folded == form);
    let near = words.start.saturating_sub(3)..words.start;
    fact.kind == Kind::Duration
        && is(words.end, "من")
        && (near.clone().any(|i| is(i, "قبل")) || is(words.start, "قبل"))
}

/// Whether a fact is told in figures alone.
fn is_bare(line: &Line, fact: &Fact) -> bool {
    let words = line.cx.text.slice(fact.span).unwrap_or_default();
    words.starts_with(char::is_numeric)
}

/// «(21:58 بتوقيت غرينتش - الأحد)»: the day that it was elsewhere.
fn is_day_elsewhere(line: &Line, time: &Fact, day: &Fact) -> bool {
    /// Bytes of what parts them at most.
    const PART: u32 = 6;
    let universal = |value: &Value| matches!(value, Value::Time(time) if time.zone.as_ref().is_some_and(|zone| zone.name == "UTC"));
    let gap = day.span.start.saturating_sub(time.span.end);
    let between = Span { start: time.span.end, end: day.span.start.max(time.span.end) };
    let parted =
        || line.cx.text.slice(between).is_some_and(|text| text.contains(['-', '–', '،', '/']));
    day.kind == Kind::Date && universal(&time.value) && gap <= PART && parted()
}

/// A figure that is a name («الشقة رقم 14»), and a lone «صفر», which is one more often than not;
/// «دفعة واحدة» is all at once.
fn is_label(fact: &Fact) -> bool {
    let at_once = |value: &Value| matches!(value, Value::Quantity(Quantity { unit: Unit::Of(noun), .. }) if noun == "دفع");
    let nought = |value: &Value| matches!(value, Value::Quantity(Quantity { low: 0.0, .. }));
    fact.rule == "number.label"
        || (fact.rule == "count.alone" && at_once(&fact.value))
        || (fact.kind == Kind::Number && nought(&fact.value))
}

/// Whether a fact of this kind gets its topic here; names, roles and outcomes bring their own.
pub fn is_figure(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Number
            | Kind::Ordinal
            | Kind::Percent
            | Kind::Count
            | Kind::Money
            | Kind::Duration
            | Kind::Date
            | Kind::Time
            | Kind::Score
            | Kind::Measure
    )
}
