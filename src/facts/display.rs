//! A value as one says it: «نحو ساعتين و٤٥ دقيقة», `more than 22`, «٥٠ مليار دولار».
//!
//! Begin with [`display`]; [`brief`] is for where there is no room. The words come from `locale`; where a value is words of the report,
//! they stay as the report has them.

use super::topic;
use super::{
    Approx, DateValue, DayPart, Fact, Grain, Polarity, Qualifier, Quantity, Score, TimeValue, Unit,
    Value,
};
use crate::locale::{Arg, Messages, Put};

/// The value of a fact in the reader's language; `surface` is what the text says.
pub fn display(fact: &Fact, surface: &str, messages: &Messages) -> String {
    match &fact.value {
        Value::Quantity(q) => quantity(q, messages, false),
        Value::Date(d) => date(d, messages),
        Value::Time(t) => time(t, messages),
        Value::Score(score) => self::score(score, messages),
        Value::Outcome { polarity, qualifier } => outcome(*polarity, *qualifier, messages),
        Value::Roster { names, .. } => messages.list(names.iter().map(|name| name.name.as_str())),
        Value::Name(name) if !name.name.is_empty() => name.name.clone(),
        Value::Flag(flag) => {
            messages.text(if *flag { "value-yes" } else { "value-no" }).into_owned()
        }
        Value::Words(id) => {
            words(&fact.topic.key, id, messages).unwrap_or_else(|| surface.to_owned())
        }
        // The topic names who holds the office.
        Value::Name(_) | Value::Role { .. } => surface.to_owned(),
    }
}

/// The same with hours and minutes as signs: «٢ س ٤٥ د».
pub fn brief(fact: &Fact, surface: &str, messages: &Messages) -> String {
    match &fact.value {
        Value::Quantity(q) if q.unit == Unit::Second => quantity(q, messages, true),
        _ => display(fact, surface, messages),
    }
}

fn words(key: &str, id: &str, messages: &Messages) -> Option<String> {
    let attribute = topic::attribute(key)?;
    if let Some(denied) = id.strip_prefix(topic::DENIED) {
        let value = words(key, denied, messages)?;
        return Some(messages.with("value-denied", &[("value", Arg::Words(&value))]));
    }
    let value = attribute.values.iter().find(|value| value.id == id)?;
    Some(if messages.is_arabic() { value.ar } else { value.en }.get().to_owned())
}

fn quantity(quantity: &Quantity, messages: &Messages, short: bool) -> String {
    let one = (quantity.low - quantity.high).abs() < f64::EPSILON;
    let put = match quantity.approx {
        _ if short => Put::Short,
        Approx::Exact | Approx::AtLeast | Approx::AtMost | Approx::Vague if one => Put::Alone,
        _ => Put::Governed,
    };
    let figure = |value: f64| figure(value, &quantity.unit, messages, put);
    let plain = if one {
        figure(quantity.low)
    } else {
        let (low, high) = (figure(quantity.low), figure(quantity.high));
        messages.with("value-range", &[("low", Arg::Words(&low)), ("high", Arg::Words(&high))])
    };
    let name = match quantity.approx {
        Approx::Exact | Approx::Range => return plain,
        Approx::About => "value-about",
        Approx::Nearly => "value-nearly",
        Approx::MoreThan => "value-more-than",
        Approx::SlightlyMoreThan => "value-slightly-more",
        Approx::AtLeast => "value-at-least",
        Approx::AtMost => "value-at-most",
        Approx::LessThan => "value-less-than",
        Approx::Vague => "value-vague",
    };
    messages.with(name, &[("value", Arg::Words(&plain))])
}

fn figure(value: f64, unit: &Unit, messages: &Messages, put: Put) -> String {
    match unit {
        Unit::Percent => messages.percent(value),
        Unit::Second => messages.duration(value, put),
        Unit::Measure(unit) if unit == "year_of_age" => messages.counted_in("years", value, put),
        Unit::Measure(unit) if unit == "month_of_age" => messages.counted_in("months", value, put),
        Unit::Money(currency) => messages.money(value, &currency.0),
        Unit::Measure(symbol) => messages.measure(value, symbol),
        Unit::BasisPoint => {
            let points = messages.number(value);
            messages.with("value-points", &[("value", Arg::Words(&points))])
        }
        // Beside a contract of so many years the bare number would say nothing.
        Unit::Of(noun) if noun == "season" => messages.counted_in("seasons", value, put),
        Unit::None | Unit::Of(_) => messages.large(value),
    }
}

fn date(date: &DateValue, messages: &Messages) -> String {
    let year = |date: jiff::civil::Date| messages.digits(&date.year().to_string());
    match date.grain {
        Grain::Day if date.first == date.last => match date.part.and_then(|p| part(p, messages)) {
            Some(part) => format!("{} ({part})", messages.date(date.first)),
            None => messages.date(date.first),
        },
        Grain::Month => messages.month(date.first),
        Grain::Year if date.first.year() == date.last.year() => year(date.first),
        Grain::Year | Grain::Decade | Grain::Century => {
            let (low, high) = (year(date.first), year(date.last));
            messages.with("value-range", &[("low", Arg::Words(&low)), ("high", Arg::Words(&high))])
        }
        Grain::Day | Grain::Week | Grain::Season => {
            let (low, high) = (messages.day(date.first), messages.day(date.last));
            messages.with("value-range", &[("low", Arg::Words(&low)), ("high", Arg::Words(&high))])
        }
    }
}

/// The name of a part of the day.
fn part(part: DayPart, messages: &Messages) -> Option<String> {
    messages.known(&format!("daypart-{}-{}", part.from / 60, part.until / 60))
}

/// Minutes of a day.
const MINUTES: u16 = 24 * 60;

fn time(time: &TimeValue, messages: &Messages) -> String {
    let clock = match time.last_minute {
        last if last <= time.minute => messages.clock(time.minute),
        last => {
            let (low, high) = (messages.clock(time.minute), messages.clock(last % MINUTES));
            messages.with("value-range", &[("low", Arg::Words(&low)), ("high", Arg::Words(&high))])
        }
    };
    let clock = if time.about {
        messages.with("value-about", &[("value", Arg::Words(&clock))])
    } else {
        clock
    };
    match &time.zone {
        Some(zone) => {
            let name = zone.name.to_lowercase().replace(['/', '_'], "-");
            let named = messages.known(&format!("zone-{name}"));
            format!("{clock} ({})", named.as_deref().unwrap_or(&zone.name))
        }
        None => clock,
    }
}

fn score(score: &Score, messages: &Messages) -> String {
    let figure = |value: u32| messages.number(f64::from(value));
    let pair = |home, away| format!("{}–{}", figure(home), figure(away));
    if score.sets.is_empty() {
        return pair(score.home, score.away);
    }
    let sets: Vec<_> = score.sets.iter().map(|(home, away)| pair(*home, *away)).collect();
    sets.join(" ")
}

fn outcome(polarity: Polarity, qualifier: Option<Qualifier>, messages: &Messages) -> String {
    let said = messages.text(if polarity == Polarity::Yes {
        "value-reached"
    } else {
        "value-not-reached"
    });
    let Some(qualifier) = qualifier else { return said.into_owned() };
    let name = match qualifier {
        Qualifier::Preliminary => "value-preliminary",
        Qualifier::Final => "value-final",
        Qualifier::Comprehensive => "value-comprehensive",
        Qualifier::Concrete => "value-concrete",
        Qualifier::Radical => "value-radical",
        Qualifier::Partial => "value-partial",
        Qualifier::Some => "value-some",
        Qualifier::Great => "value-great",
    };
    let kind = messages.text(name);
    messages.with("value-qualified", &[("value", Arg::Words(&said)), ("kind", Arg::Words(&kind))])
}
