//! Durations in short form: «٢ س ٣٠ د», `2 h 30 min`, «٣ أيام».

use super::{Arg, Messages};

const MINUTE: u64 = 60;
const HOUR: u64 = 60 * MINUTE;
const DAY: u64 = 24 * HOUR;

impl Messages {
    /// A duration of so many seconds. Under a day in hours, minutes and seconds; from there in
    /// days and hours; whole weeks, months (30 days) and years (365 days) as such.
    pub fn duration(&self, seconds: f64) -> String {
        let seconds = seconds.max(0.0).round() as u64;
        if let Some(whole) = self.whole(seconds) {
            return whole;
        }
        let parts = [
            (seconds / DAY, "duration-days"),
            (seconds % DAY / HOUR, "duration-h"),
            (seconds % HOUR / MINUTE, "duration-min"),
            (seconds % MINUTE, "duration-s"),
        ];
        let said = parts.iter().filter(|(count, _)| *count > 0);
        let said: Vec<String> = said.map(|(count, name)| self.counted(name, *count)).collect();
        if said.is_empty() { self.counted("duration-s", 0) } else { said.join(" ") }
    }

    /// The span as so many of its largest unit, where nothing is left over.
    fn whole(&self, seconds: u64) -> Option<String> {
        let units = [
            (365 * DAY, "duration-years"),
            (30 * DAY, "duration-months"),
            (7 * DAY, "duration-weeks"),
        ];
        let mut fitting =
            units.iter().filter(|(unit, _)| seconds > 0 && seconds.is_multiple_of(*unit));
        fitting.next().map(|(unit, name)| self.counted(name, seconds / unit))
    }

    fn counted(&self, name: &str, count: u64) -> String {
        self.with(name, &[("n", Arg::Number(count as f64))])
    }
}
