//! Facts and quotations as JSON records: the same in `facts --jsonl` and `compare --format json`.
//!
//! Begin with [`fact`], [`quote`] and [`line`]. Offsets are bytes of the article's text.

use jiff::civil::Date;
use serde_json::{Map, Value as Json, json};

use crate::article::Article;
use crate::facts::{
    DateValue, Fact, Grain, Layer, Name, Quantity, Quote, Reading, Score, TimeValue, Unit, Value,
};

/// A fact, without the place of its article in a dossier.
pub fn fact(article: &Article, fact: &Fact) -> Map<String, Json> {
    let mut record = Map::new();
    record.insert("kind".into(), json!(fact.kind));
    record.insert("topic".into(), json!(fact.topic.key));
    record.insert("label".into(), json!(fact.topic.label));
    if !fact.topic.scope.is_empty() {
        let scope = fact.topic.scope.iter().map(|(facet, value)| json!([facet, value]));
        record.insert("scope".into(), scope.collect());
    }
    record.insert("value".into(), value(&fact.value));
    record.insert("surface".into(), json!(article.text.slice(fact.span)));
    record.insert("start".into(), json!(fact.span.start));
    record.insert("end".into(), json!(fact.span.end));
    record.insert("certainty".into(), json!(fact.certainty));
    record.insert("mode".into(), json!(fact.mode));
    record.insert("speaker".into(), speaker(&fact.layer));
    record.insert("rule".into(), json!(fact.rule));
    record
}

/// A quotation, without the place of its article in a dossier.
pub fn quote(article: &Article, quote: &Quote) -> Map<String, Json> {
    let mut record = Map::new();
    record.insert("surface".into(), json!(article.text.slice(quote.span)));
    record.insert("start".into(), json!(quote.span.start));
    record.insert("end".into(), json!(quote.span.end));
    record.insert("speaker".into(), json!(quote.speaker.as_ref().map(|voice| &voice.name)));
    record.insert("cue".into(), json!(quote.cue.and_then(|cue| article.text.slice(cue))));
    record.insert("direct".into(), json!(quote.direct));
    record.insert("rule".into(), json!(quote.rule));
    record
}

/// The answer of `facts --jsonl` to one article; `id` is given back as it came.
pub fn line(id: &Json, article: &Article, reading: &Reading) -> String {
    let facts: Vec<_> =
        reading.facts.iter().map(|item| Json::Object(fact(article, item))).collect();
    let quotes: Vec<_> =
        reading.quotes.iter().map(|item| Json::Object(quote(article, item))).collect();
    json!({ "id": id, "facts": facts, "quotes": quotes }).to_string()
}

fn speaker(layer: &Layer) -> Json {
    match layer {
        Layer::Speaker(voice) | Layer::Outlet(voice) => json!(voice.name),
        Layer::Report | Layer::Unnamed => Json::Null,
    }
}

/// A value in the form of its kind.
pub fn value(value: &Value) -> Json {
    match value {
        Value::Quantity(quantity) => self::quantity(quantity),
        Value::Date(date) => self::date(date),
        Value::Time(time) => self::time(time),
        Value::Score(score) => self::score(score),
        Value::Outcome { polarity, qualifier } => {
            json!({ "polarity": polarity, "qualifier": qualifier })
        }
        Value::Roster { names, complete, side } => {
            let names: Vec<_> = names.iter().map(name).collect();
            json!({ "names": names, "complete": complete, "side": side })
        }
        Value::Name(held) => name(held),
        Value::Role { holder, role } => json!({ "holder": name(holder), "role": role }),
        Value::Flag(flag) => json!({ "flag": flag }),
        Value::Words(words) => json!({ "words": words }),
    }
}

fn name(held: &Name) -> Json {
    json!({ "name": held.name, "canonical": held.canonical })
}

fn quantity(quantity: &Quantity) -> Json {
    let mut record = Map::new();
    record.insert("low".into(), figure(quantity.low));
    record.insert("high".into(), figure(quantity.high));
    record.insert("unit".into(), json!(unit(&quantity.unit)));
    record.insert("approx".into(), json!(quantity.approx));
    if let Some((said, seconds)) = quantity.said.and_then(|said| Some((said, seconds_of(said)?))) {
        record.insert("value".into(), figure(quantity.low / seconds));
        record.insert("said_in".into(), json!(said));
    } else if let Some((name, times)) = told_in(quantity) {
        record.insert("value".into(), figure(quantity.low / times));
        record.insert("told_in".into(), json!(name));
    }
    Json::Object(record)
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
fn figure(value: f64) -> Json {
    if value.fract() == 0.0 && value.abs() < 9e15 { json!(value as i64) } else { json!(value) }
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

fn date(date: &DateValue) -> Json {
    let mut record = Map::new();
    record.insert("date".into(), json!(day_or_longer(date.first, date.grain)));
    record.insert("grain".into(), json!(date.grain));
    record.insert("relative".into(), json!(date.relative));
    match date.grain {
        Grain::Year | Grain::Decade => {
            record.insert("value".into(), json!(date.first.year()));
        }
        _ => {}
    }
    let last = day_or_longer(date.last, date.grain);
    if last != day_or_longer(date.first, date.grain) {
        record.insert("last".into(), json!(last));
    }
    Json::Object(record)
}

fn day_or_longer(day: Date, grain: Grain) -> String {
    match grain {
        Grain::Day | Grain::Week | Grain::Season => day.to_string(),
        Grain::Month => format!("{:04}-{:02}", day.year(), day.month()),
        Grain::Year | Grain::Decade | Grain::Century => format!("{:04}", day.year()),
    }
}

fn time(time: &TimeValue) -> Json {
    let mut record = Map::new();
    record.insert("time".into(), json!(clock(i32::from(time.minute))));
    if time.last_minute != time.minute {
        record.insert("until".into(), json!(clock(i32::from(time.last_minute))));
    }
    record.insert("zone".into(), json!(time.zone.as_ref().map(|zone| &zone.name)));
    record.insert("utc".into(), json!(utc(time)));
    Json::Object(record)
}

fn clock(minute: i32) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

/// The moment in UTC, where the zone is known; with its date, where that is.
fn utc(time: &TimeValue) -> Option<String> {
    let offset = i32::from(time.zone.as_ref()?.offset?);
    let minute = i32::from(time.minute) - offset;
    let clock = clock(minute.rem_euclid(24 * 60));
    match time.date {
        None => Some(format!("{clock}Z")),
        Some(date) => {
            let days = minute.div_euclid(24 * 60);
            let date = date.checked_add(jiff::Span::new().days(days)).ok()?;
            Some(format!("{date}T{clock}Z"))
        }
    }
}

fn score(score: &Score) -> Json {
    json!({
        "low": score.home.min(score.away),
        "high": score.home.max(score.away),
        "home": score.home,
        "away": score.away,
        "home_side": score.home_side,
        "away_side": score.away_side,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{Approx, Zone};

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
        };
        assert_eq!(value(&Value::Date(month))["date"], "2031-02");
    }
}
