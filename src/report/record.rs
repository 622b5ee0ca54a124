//! Facts and quotations as JSON records: the same in `facts --jsonl` and `compare --format json`.
//!
//! Begin with [`FactRecord`], [`QuoteRecord`] and [`line`]. A record borrows from what it tells of
//! and is written as it is walked: no tree of JSON is built. Offsets are bytes of the article's text.

mod moment;

use std::borrow::Cow;

use serde::Serialize;
use serde_json::Value as Json;

use crate::article::Article;
use crate::facts::{
    Approx, Certainty, Facet, Fact, Kind, Layer, Mode, Name, Polarity, Qualifier, Quantity, Quote,
    Reading, Score, Unit, Value,
};
use moment::{DateRecord, TimeRecord};

/// A fact.
#[derive(Serialize)]
pub struct FactRecord<'a> {
    /// Its number and that of its article, where it is one of a dossier's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub article: Option<u32>,
    kind: Kind,
    pub topic: Cow<'a, str>,
    label: &'a str,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    scope: &'a [(Facet, String)],
    value: ValueRecord<'a>,
    /// The value in words of the interface.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub display: Option<String>,
    surface: Option<&'a str>,
    start: u32,
    end: u32,
    certainty: Certainty,
    mode: Mode,
    speaker: Option<&'a str>,
    rule: &'static str,
}

impl<'a> FactRecord<'a> {
    /// A fact, without its place in a dossier.
    pub fn new(article: &'a Article, fact: &'a Fact) -> Self {
        Self {
            id: None,
            article: None,
            kind: fact.kind,
            topic: Cow::Borrowed(&fact.topic.key),
            label: &fact.topic.label,
            scope: &fact.topic.scope,
            value: ValueRecord::new(&fact.value),
            display: None,
            surface: article.text.slice(fact.span),
            start: fact.span.start,
            end: fact.span.end,
            certainty: fact.certainty,
            mode: fact.mode,
            speaker: speaker(&fact.layer),
            rule: fact.rule,
        }
    }
}

/// A quotation.
#[derive(Serialize)]
pub struct QuoteRecord<'a> {
    /// The number of its article, where it is one of a dossier's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub article: Option<u32>,
    surface: Option<&'a str>,
    start: u32,
    end: u32,
    speaker: Option<&'a str>,
    cue: Option<&'a str>,
    direct: bool,
    rule: &'static str,
}

impl<'a> QuoteRecord<'a> {
    /// A quotation, without its place in a dossier.
    pub fn new(article: &'a Article, quote: &'a Quote) -> Self {
        Self {
            article: None,
            surface: article.text.slice(quote.span),
            start: quote.span.start,
            end: quote.span.end,
            speaker: quote.speaker.as_ref().map(|voice| voice.name.as_str()),
            cue: quote.cue.and_then(|cue| article.text.slice(cue)),
            direct: quote.direct,
            rule: quote.rule,
        }
    }
}

/// The answer of `facts --jsonl` to one article; `id` is given back as it came.
pub fn line(id: &Json, article: &Article, reading: &Reading) -> String {
    #[derive(Serialize)]
    struct Answer<'a> {
        id: &'a Json,
        facts: Vec<FactRecord<'a>>,
        quotes: Vec<QuoteRecord<'a>>,
    }
    let facts = reading.facts.iter().map(|fact| FactRecord::new(article, fact)).collect();
    let quotes = reading.quotes.iter().map(|quote| QuoteRecord::new(article, quote)).collect();
    serde_json::to_string(&Answer { id, facts, quotes }).unwrap_or_default()
}

fn speaker(layer: &Layer) -> Option<&str> {
    match layer {
        Layer::Speaker(voice) | Layer::Outlet(voice) => Some(&voice.name),
        Layer::Report | Layer::Unnamed => None,
    }
}

/// A value in the form of its kind.
#[derive(Serialize)]
#[serde(untagged)]
enum ValueRecord<'a> {
    Quantity(QuantityRecord<'a>),
    Date(DateRecord),
    Time(TimeRecord<'a>),
    Score(ScoreRecord<'a>),
    Outcome { polarity: &'a Polarity, qualifier: &'a Option<Qualifier> },
    Roster { names: Vec<NameRecord<'a>>, complete: bool, side: Option<&'a str> },
    Name(NameRecord<'a>),
    Role { holder: NameRecord<'a>, role: &'a str },
    Flag { flag: bool },
    Words { words: &'a str },
}

impl<'a> ValueRecord<'a> {
    fn new(value: &'a Value) -> Self {
        match value {
            Value::Quantity(quantity) => Self::Quantity(QuantityRecord::new(quantity)),
            Value::Date(date) => Self::Date(DateRecord::new(date)),
            Value::Time(time) => Self::Time(TimeRecord::new(time)),
            Value::Score(score) => Self::Score(ScoreRecord::new(score)),
            Value::Outcome { polarity, qualifier } => Self::Outcome { polarity, qualifier },
            Value::Roster { names, complete, side } => {
                let names = names.iter().map(NameRecord::new).collect();
                Self::Roster { names, complete: *complete, side: side.as_deref() }
            }
            Value::Name(held) => Self::Name(NameRecord::new(held)),
            Value::Role { holder, role } => Self::Role { holder: NameRecord::new(holder), role },
            Value::Flag(flag) => Self::Flag { flag: *flag },
            Value::Words(words) => Self::Words { words },
        }
    }
}

#[derive(Serialize)]
struct NameRecord<'a> {
    name: &'a str,
    canonical: &'a str,
}

impl<'a> NameRecord<'a> {
    fn new(held: &'a Name) -> Self {
        Self { name: &held.name, canonical: &held.canonical }
    }
}

#[derive(Serialize)]
struct QuantityRecord<'a> {
    low: Figure,
    high: Figure,
    unit: &'a str,
    approx: Approx,
    /// The figure as it was told, in the unit or the scale of the next two.
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<Figure>,
    #[serde(skip_serializing_if = "Option::is_none")]
    said_in: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    told_in: Option<&'static str>,
}

impl<'a> QuantityRecord<'a> {
    fn new(quantity: &'a Quantity) -> Self {
        let said = quantity.said.and_then(|said| Some((said, seconds_of(said)?)));
        let told = if said.is_none() { told_in(quantity) } else { None };
        let value = said.or(told).map(|(_, times)| Figure::new(quantity.low / times));
        Self {
            low: Figure::new(quantity.low),
            high: Figure::new(quantity.high),
            unit: unit(&quantity.unit),
            approx: quantity.approx,
            value,
            said_in: said.map(|(unit, _)| unit),
            told_in: told.map(|(scale, _)| scale),
        }
    }
}

/// The scale in which news tells a figure, and what it is multiplied by: millions, billions; for
/// points of a percentage the hundredths that central banks count.
fn told_in(quantity: &Quantity) -> Option<(&'static str, f64)> {
    if quantity.unit == Unit::Measure("pp".to_owned()) {
        return Some(("basis_point", 0.01));
    }
    let scales = [("trillion", 1e12), ("billion", 1e9), ("million", 1e6)];
    scales.into_iter().find(|(_, times)| quantity.low >= *times)
}

/// A whole number without a point; others as they are.
#[derive(Serialize)]
#[serde(untagged)]
enum Figure {
    Whole(i64),
    Part(f64),
}

impl Figure {
    fn new(value: f64) -> Self {
        let whole = value.fract() == 0.0 && value.abs() < 9e15;
        if whole { Self::Whole(value as i64) } else { Self::Part(value) }
    }
}

fn seconds_of(said: &str) -> Option<f64> {
    Some(match said {
        "second" => 1.0,
        "minute" => 60.0,
        "hour" => 3600.0,
        "day" => 86_400.0,
        "week" => 604_800.0,
        "month" => 2_592_000.0,
        "year" => 31_536_000.0,
        "decade" => 315_360_000.0,
        "century" => 3_153_600_000.0,
        _ => return None,
    })
}

fn unit(unit: &Unit) -> &str {
    match unit {
        Unit::None => "",
        Unit::Percent => "percent",
        Unit::BasisPoint => "basis_point",
        Unit::Second => "second",
        Unit::Money(money) => &money.0,
        Unit::Measure(symbol) => symbol,
        Unit::Of(noun) => noun,
    }
}

#[derive(Serialize)]
struct ScoreRecord<'a> {
    /// Those of the first set, where the sets are told.
    low: u32,
    high: u32,
    home: u32,
    away: u32,
    home_side: Option<&'a str>,
    away_side: Option<&'a str>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    sets: &'a [(u32, u32)],
}

impl<'a> ScoreRecord<'a> {
    fn new(score: &'a Score) -> Self {
        let (one, other) = score.sets.first().copied().unwrap_or((score.home, score.away));
        Self {
            low: one.min(other),
            high: one.max(other),
            home: score.home,
            away: score.away,
            home_side: score.home_side.as_deref(),
            away_side: score.away_side.as_deref(),
            sets: &score.sets,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{DateValue, Grain, TimeValue, Zone};

    fn value(value: &Value) -> Json {
        serde_json::to_value(ValueRecord::new(value)).unwrap()
    }

    #[test]
    fn a_duration_says_seconds_and_the_unit_it_was_said_in() {
        let ten_years = Quantity {
            low: 315_360_000.0,
            high: 315_360_000.0,
            unit: Unit::Second,
            approx: Approx::Exact,
            said: Some("year"),
        };
        let record = value(&Value::Quantity(ten_years));
        assert_eq!(record["low"], 315_360_000);
        assert_eq!(record["value"], 10);
    }

    #[test]
    fn a_zone_ahead_of_utc_may_reach_into_the_day_before() {
        let time = TimeValue {
            about: false,
            minute: 90,
            last_minute: 90,
            date: Some(jiff::civil::date(2031, 3, 1)),
            zone: Some(Zone { name: "Europe/Moscow".into(), offset: Some(180) }),
        };
        assert_eq!(value(&Value::Time(time))["utc"], "2031-02-28T22:30Z");
    }

    #[test]
    fn a_month_is_said_to_the_month() {
        let month = DateValue {
            first: jiff::civil::date(2031, 2, 1),
            last: jiff::civil::date(2031, 2, 28),
            grain: Grain::Month,
            relative: false,
            part: None,
        };
        assert_eq!(value(&Value::Date(month))["date"], "2031-02");
    }
}
