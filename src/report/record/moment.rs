//! Days and times of the clock in the JSON records.
//!
//! Begin with [`DateRecord`] and [`TimeRecord`].

use jiff::civil::Date;
use serde::Serialize;

use crate::facts::{DateValue, Grain, TimeValue};

/// A date, an interval of days or a longer time.
#[derive(Serialize)]
pub(super) struct DateRecord {
    date: String,
    grain: Grain,
    relative: bool,
    /// The year, where nothing finer was told.
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<i16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    last: Option<String>,
    /// The first and the last minute of the part of the day, where one was told.
    #[serde(skip_serializing_if = "Option::is_none")]
    part: Option<[String; 2]>,
}

impl DateRecord {
    pub(super) fn new(told: &DateValue) -> Self {
        let date = day_or_longer(told.first, told.grain);
        let last = day_or_longer(told.last, told.grain);
        let of_years = matches!(told.grain, Grain::Year | Grain::Decade);
        Self {
            grain: told.grain,
            relative: told.relative,
            value: of_years.then(|| told.first.year()),
            last: (last != date).then_some(last),
            part: told.part.map(|part| [part.from, part.until].map(|at| clock(i32::from(at)))),
            date,
        }
    }
}

fn day_or_longer(day: Date, grain: Grain) -> String {
    match grain {
        Grain::Day | Grain::Week | Grain::Season => day.to_string(),
        Grain::Month => format!("{:04}-{:02}", day.year(), day.month()),
        Grain::Year | Grain::Decade | Grain::Century => format!("{:04}", day.year()),
    }
}

/// A time of the clock, with its zone and in UTC where they are known.
#[derive(Serialize)]
pub(super) struct TimeRecord<'a> {
    time: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<String>,
    zone: Option<&'a str>,
    utc: Option<String>,
}

impl<'a> TimeRecord<'a> {
    pub(super) fn new(time: &'a TimeValue) -> Self {
        let until = Some(time.last_minute).filter(|last| *last != time.minute);
        Self {
            time: clock(i32::from(time.minute)),
            until: until.map(|minute| clock(i32::from(minute))),
            zone: time.zone.as_ref().map(|zone| zone.name.as_ref()),
            utc: utc(time),
        }
    }
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
