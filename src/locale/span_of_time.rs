//! Durations: «ساعتان و٣٠ دقيقة», `2 h 30 min`, «٣ أيام»; where there is no room, «٢ س ٣٠ د».

use super::{Arg, Messages};

/// How a duration is put.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Put {
    /// In words, as a subject: «ساعتان».
    Alone,
    /// In words, after a preposition or «نحو»: «ساعتين».
    Governed,
    /// In signs: «٢ س».
    Short,
}

const MINUTE: u64 = 60;
const HOUR: u64 = 60 * MINUTE;
const DAY: u64 = 24 * HOUR;

impl Messages {
    /// A duration of so many seconds. Under a day in hours, minutes and seconds; from there in
    /// days and hours; whole weeks, months (30 days) and years (365 days) as such.
    pub fn duration(&self, seconds: f64, put: Put) -> String {
        let seconds = seconds.max(0.0).round() as u64;
        if let Some(whole) = self.whole(seconds, put) {
            return whole;
        }
        let short = put == Put::Short;
        let name = |short_name, name| if short { short_name } else { name };
        let parts = [
            (seconds / DAY, "duration-days"),
            (seconds % DAY / HOUR, name("duration-h", "duration-hours")),
            (seconds % HOUR / MINUTE, name("duration-min", "duration-minutes")),
            (seconds % MINUTE, name("duration-s", "duration-seconds")),
        ];
        let said = parts.iter().filter(|(count, _)| *count > 0);
        let said: Vec<String> = said.map(|(count, name)| self.counted(name, *count, put)).collect();
        let and = if self.is_arabic() && !short { " و" } else { " " };
        if said.is_empty() { self.counted("duration-s", 0, put) } else { said.join(and) }
    }

    /// The span as so many of its largest unit, where nothing is left over.
    fn whole(&self, seconds: u64, put: Put) -> Option<String> {
        let units = [
            (365 * DAY, "duration-years"),
            (30 * DAY, "duration-months"),
            (7 * DAY, "duration-weeks"),
        ];
        let mut fitting =
            units.iter().filter(|(unit, _)| seconds > 0 && seconds.is_multiple_of(*unit));
        fitting.next().map(|(unit, name)| self.counted(name, seconds / unit, put))
    }

    fn counted(&self, name: &str, count: u64, put: Put) -> String {
        self.counted_in(name.strip_prefix("duration-").unwrap_or(name), count as f64, put)
    }

    /// So many of a unit of time (`years`, `hours`), as of somebody's age.
    pub fn counted_in(&self, unit: &str, count: f64, put: Put) -> String {
        if put == Put::Governed && (count - 2.0).abs() < f64::EPSILON {
            return self.text(&format!("two-{unit}")).into_owned();
        }
        self.with(&format!("duration-{unit}"), &[("n", Arg::Number(count))])
    }
}
