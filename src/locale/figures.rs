//! Numbers, percentages, money, clock times and dates, in the reader's digits.

use jiff::civil::{Date, Weekday};

use super::{Arg, Messages};

/// A number with its thousands apart, at most two decimals, in Latin or Arabic-Indic digits.
pub fn number(value: f64, arabic: bool) -> String {
    let rounded = rounded(value.abs());
    let (whole, part) = rounded.split_once('.').unwrap_or((&rounded, ""));
    let part = part.trim_end_matches('0');
    let mut out = String::new();
    if value < 0.0 && rounded.contains(|c: char| c.is_ascii_digit() && c != '0') {
        out.push('-');
    }
    for (at, digit) in whole.chars().enumerate() {
        // Four digits stay together: years are numbers too.
        if at > 0 && whole.len() > 4 && (whole.len() - at).is_multiple_of(3) {
            out.push(if arabic { '٬' } else { ',' });
        }
        out.push(digit);
    }
    if !part.is_empty() {
        out.push(if arabic { '٫' } else { '.' });
        out.push_str(part);
    }
    if arabic { indic(&out) } else { out }
}

/// A number that is not negative with two decimals; a whole one, as most are, without them and in a
/// tenth of the time.
fn rounded(value: f64) -> String {
    /// Up to here every whole number is one of these.
    const EXACT: f64 = 9_007_199_254_740_992.0;
    if value.fract() == 0.0 && value < EXACT {
        (value as u64).to_string()
    } else {
        format!("{value:.2}")
    }
}

/// Latin digits turned into Arabic-Indic ones; the rest stays.
fn indic(text: &str) -> String {
    let turn = |c: char| match c {
        '0'..='9' => char::from_u32(0x660 + (u32::from(c) - u32::from('0'))).unwrap_or(c),
        other => other,
    };
    text.chars().map(turn).collect()
}

/// The letter of a value by its place in its topic (0 the first), the same on the screen and on paper:
/// those that Arabic lists are numbered with (abjad), else the Latin ones. `None` past the last.
pub fn letter(at: usize, arabic: bool) -> Option<char> {
    const ABJAD: &str = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ";
    let (latin, mut abjad) = (('A'..='Z').nth(at), ABJAD.chars());
    if arabic { abjad.nth(at) } else { latin }
}

impl Messages {
    /// A number in the reader's digits: `1,250` `٢٫٥`.
    pub fn number(&self, value: f64) -> String {
        number(value, self.arabic_digits)
    }

    /// Digits of a text of our own (a version, a clock) in the reader's digits.
    pub fn digits(&self, text: &str) -> String {
        if self.arabic_digits { indic(text) } else { text.to_owned() }
    }

    /// `3.5%`, `٣٫٥٪`.
    pub fn percent(&self, value: f64) -> String {
        let sign = if self.arabic_digits { '٪' } else { '%' };
        format!("{}{sign}", self.number(value))
    }

    /// An amount and its currency: ISO 4217 codes that the language has a name for are named,
    /// other words stay.
    pub fn money(&self, value: f64, currency: &str) -> String {
        let name = format!("currency-{}", currency.to_ascii_lowercase());
        let amount = self.large(value);
        let named = super::message::source(self.interface, &name).map(|_| self.text(&name));
        format!("{amount} {}", named.as_deref().unwrap_or(currency))
    }

    /// A measure and its unit; the lexicon's symbol where the language has no word of its own.
    pub fn measure(&self, value: f64, symbol: &str) -> String {
        let name = format!("unit-{}", symbol.to_ascii_lowercase().replace(['/', '_'], "-"));
        let named = super::message::source(self.interface, &name).map(|_| self.text(&name));
        format!("{} {}", self.number(value), named.as_deref().unwrap_or(symbol))
    }

    /// A number as one says it: millions and thousands of millions in words.
    pub fn large(&self, value: f64) -> String {
        let (scale, name) = match value.abs() {
            v if v >= 1e12 => (1e12, "number-trillion"),
            v if v >= 1e9 => (1e9, "number-billion"),
            v if v >= 1e6 => (1e6, "number-million"),
            _ => return self.number(value),
        };
        let short = value / scale;
        // 1,234,567 is not «1.23 million»: what was said exactly stays exact.
        if ((short * 100.0).round() - short * 100.0).abs() > 1e-6 {
            return self.number(value);
        }
        self.with(name, &[("n", Arg::Number(short))])
    }

    /// A clock time, minutes after midnight: `18:05`.
    pub fn clock(&self, minute: u16) -> String {
        self.digits(&format!("{:02}:{:02}", minute / 60 % 24, minute % 60))
    }

    /// A day in words: «الأحد ٩ مارس ٢٠٢٥», `Sunday 9 March 2025`.
    pub fn date(&self, date: Date) -> String {
        format!("{} {}", self.weekday(date.weekday()), self.day(date))
    }

    /// A day without its weekday: «٩ مارس ٢٠٢٥».
    pub fn day(&self, date: Date) -> String {
        let day = self.number(f64::from(date.day()));
        format!("{day} {}", self.month(date))
    }

    /// «مارس ٢٠٢٥»
    pub fn month(&self, date: Date) -> String {
        let year = self.number(f64::from(date.year()));
        format!("{} {year}", self.text(&format!("month-{}", date.month())))
    }

    /// «الأحد»
    pub fn weekday(&self, weekday: Weekday) -> String {
        self.text(&format!("weekday-{}", weekday.to_monday_one_offset())).into_owned()
    }
}
