//! Dates of publication as records, pages, datelines and menu lines write them. The dates that a
//! report *tells* are the business of `facts`.

use std::ops::Range;

use jiff::civil::{Date, Time};

use crate::text::is_word;

/// The months by their names in Egypt and the Gulf, in the Levant and Iraq, in the Maghreb, and
/// in English; the spellings that differ by a hamza are both there.
const MONTHS: [&[&str]; 12] = [
    &["يناير", "كانون الثاني", "جانفي", "january", "jan"],
    &["فبراير", "شباط", "فيفري", "february", "feb"],
    &["مارس", "آذار", "اذار", "march", "mar"],
    &["أبريل", "ابريل", "إبريل", "نيسان", "أفريل", "افريل", "april", "apr"],
    &["مايو", "أيار", "ايار", "ماي", "may"],
    &["يونيو", "يونيه", "حزيران", "جوان", "june", "jun"],
    &["يوليو", "يوليه", "تموز", "جويلية", "يوليوز", "july", "jul"],
    &["أغسطس", "اغسطس", "آب", "أوت", "اوت", "غشت", "august", "aug"],
    &["سبتمبر", "أيلول", "ايلول", "شتنبر", "september", "sep", "sept"],
    &["أكتوبر", "اكتوبر", "تشرين الأول", "تشرين الاول", "october", "oct"],
    &["نوفمبر", "تشرين الثاني", "نونبر", "november", "nov"],
    &["ديسمبر", "كانون الأول", "كانون الاول", "دجنبر", "december", "dec"],
];

/// A day, and the time of day where one is given, of an ISO-like stamp: `2025-03-09`,
/// `2025-03-09T18:40`, `2025-03-09 18:40:12+03:00`. The zone is left alone: the day is the
/// outlet's own.
pub fn stamp(text: &str) -> Option<(Date, Option<Time>)> {
    let text = text.trim();
    let day = text.get(..10)?.replace('/', "-").parse::<Date>().ok()?;
    let rest = text.get(10..)?;
    let time = rest.strip_prefix(['T', ' ', 't']).and_then(clock);
    Some((day, time))
}

/// `HH:MM` at the beginning of the text.
fn clock(text: &str) -> Option<Time> {
    let hour = text.get(..2)?.parse().ok()?;
    let minute = text.get(2..5)?.strip_prefix(':')?.parse().ok()?;
    Time::new(hour, minute, 0, 0).ok()
}

/// The first clock time in a line: `18:04`, «6:30 مساء». Without a word for the half of the day
/// the hours count to 24.
pub fn clock_in(line: &str) -> Option<Time> {
    let mut words = line.split(|c: char| c.is_whitespace() || c == '،').peekable();
    while let Some(word) = words.next() {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        let Some((hour, minute)) = word.split_once(':') else { continue };
        let minute = minute.split(':').next().and_then(figure);
        let (Some(hour), Some(minute)) = (figure(hour), minute) else { continue };
        let half = words.peek().map_or("", |half| half.trim_matches(|c: char| !c.is_alphabetic()));
        let hour = match half {
            "م" | "مساء" | "مساءً" | "PM" | "pm" if hour < 12 => hour + 12,
            "ص" | "صباحا" | "صباحًا" | "AM" | "am" if hour == 12 => 0,
            _ => hour,
        };
        return Time::new(i8::try_from(hour).ok()?, i8::try_from(minute).ok()?, 0, 0).ok();
    }
    None
}

/// The first day with its year in a line, and where it stands in bytes: `2025-03-09`,
/// `09/03/2025` (day first, as Arabic writes it), «9 مارس 2025», «9 آذار/مارس 2025».
pub fn written_in(line: &str) -> Option<(Date, Range<usize>)> {
    // Most lines have no figure, and need not be cut into words to tell.
    if !line.chars().any(is_digit) {
        return None;
    }
    let words = words(line);
    (0..words.len()).find_map(|at| {
        let rest = words.get(at..)?;
        numeric(rest).or_else(|| in_words(rest))
    })
}

/// Whether the words end with a day and a month («في 16 نوفمبر»), the year left out.
pub fn ends_with_day(words_before: &str) -> bool {
    let words = words(words_before);
    (0..words.len()).any(|at| {
        let Some([day, rest @ ..]) = words.get(at..) else { return false };
        let day_number = figure(day.0).filter(|day| (1..=31).contains(day));
        day_number.is_some() && month(rest).is_some_and(|(_, used)| used == rest.len())
    })
}

/// The day and the month that words name, the year told or left out: «14 يوليو», «الجمعة 14 أبريل».
pub fn day_and_month(text: &str) -> Option<(i8, i8)> {
    let words = words(text);
    (0..words.len()).find_map(|at| {
        let [day, rest @ ..] = words.get(at..)? else { return None };
        let day = figure(day.0).filter(|day| (1..=31).contains(day))?;
        let (month, _) = month(rest)?;
        Some((i8::try_from(day).ok()?, i8::try_from(month).ok()?))
    })
}

type Word<'t> = (&'t str, Range<usize>);

/// Words without the punctuation at their ends.
fn words(line: &str) -> Vec<Word<'_>> {
    let edge = |c: char| !is_word(c);
    let (mut found, mut start) = (Vec::new(), 0);
    for raw in line.split_inclusive(|c: char| c.is_whitespace() || c == '،') {
        let word = raw.trim_matches(edge);
        if !word.is_empty() {
            let from = start + raw.len() - raw.trim_start_matches(edge).len();
            found.push((word, from..from + word.len()));
        }
        start += raw.len();
    }
    found
}

/// One word of three figures: year first, or day first.
fn numeric(words: &[Word]) -> Option<(Date, Range<usize>)> {
    let (word, range) = words.first()?;
    let mut parts = word.split(['-', '/', '.', 'T']).map(figure);
    let (a, b, c) = (parts.next()??, parts.next()??, parts.next()??);
    let (year, month, day) = if a > 31 { (a, b, c) } else { (c, b, a) };
    Some((civil(year, month, day)?, range.clone()))
}

/// Day, month (one name or two), year.
fn in_words(words: &[Word]) -> Option<(Date, Range<usize>)> {
    let [(day, first), rest @ ..] = words else { return None };
    let day = figure(day)?;
    let (month, used) = month(rest)?;
    let (year, last) = rest.get(used)?;
    let year = figure(year.trim_end_matches(['م', 'ـ']))?;
    Some((civil(year, month, day)?, first.start..last.end))
}

/// The month that the words open with, and how many words name it.
fn month(words: &[Word]) -> Option<(i64, usize)> {
    let one = words.first()?.0;
    let second = words.get(1).filter(|_| !one.contains('/'));
    let two = second.map(|(second, _)| format!("{one} {second}"));
    if let Some(month) = two.and_then(|two| named(two.split('/').next().unwrap_or_default())) {
        return Some((month, 2));
    }
    // «تشرين الثاني/نوفمبر», «آب / أغسطس»: the first name tells, a second one repeats it.
    let month = named(one.split('/').next()?)?;
    let again = words.get(1).is_some_and(|(second, _)| named(second) == Some(month));
    Some((month, 1 + usize::from(again)))
}

fn named(word: &str) -> Option<i64> {
    let small = word.to_lowercase();
    let at = MONTHS.iter().position(|names| names.contains(&small.as_str()))?;
    i64::try_from(at + 1).ok()
}

fn is_digit(c: char) -> bool {
    matches!(c, '0'..='9' | '٠'..='٩' | '۰'..='۹')
}

/// A whole number in Latin, Arabic-Indic or Persian digits, at most four of them.
fn figure(word: &str) -> Option<i64> {
    if word.is_empty() || word.chars().count() > 4 {
        return None;
    }
    word.chars().try_fold(0, |sum, c| {
        let digit = match c {
            '0'..='9' => u32::from(c) - u32::from('0'),
            '٠'..='٩' => u32::from(c) - u32::from('٠'),
            '۰'..='۹' => u32::from(c) - u32::from('۰'),
            _ => return None,
        };
        Some(sum * 10 + i64::from(digit))
    })
}

fn civil(year: i64, month: i64, day: i64) -> Option<Date> {
    let year = i16::try_from(year).ok().filter(|year| (1900..=2200).contains(year))?;
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{date, time};

    #[test]
    fn stamps_of_records() {
        assert_eq!(stamp("2025-03-09"), Some((date(2025, 3, 9), None)));
        let evening = Some(time(18, 40, 0, 0));
        assert_eq!(stamp("2025-03-09T18:40"), Some((date(2025, 3, 9), evening)));
        assert_eq!(stamp(" 2025/03/09 18:40:12+03:00"), Some((date(2025, 3, 9), evening)));
        assert_eq!(stamp("2025-02-30"), None);
        assert_eq!(stamp("الأحد"), None);
    }

    #[test]
    fn days_as_lines_write_them() {
        for line in [
            "date 2025-03-09 الرئيسية",
            "نشر في: 09/03/2025 الساعة 10",
            "الأحد ٩ مارس ٢٠٢٥",
            "9 آذار/مارس 2025",
            "9 آذار / مارس، 2025م",
            "9-3-2025",
            "9 March 2025",
        ] {
            let (day, range) = written_in(line).expect(line);
            assert_eq!(day, date(2025, 3, 9), "{line}");
            assert!(line.get(range).is_some(), "{line}");
        }
        let (day, range) = written_in("في 16 تشرين الثاني/نوفمبر 2025 قال").unwrap();
        assert_eq!((day, range), (date(2025, 11, 16), 5..49));
    }

    #[test]
    fn clocks_as_lines_write_them() {
        assert_eq!(clock_in("الأحد 4 مايو 2031 - 18:04"), Some(time(18, 4, 0, 0)));
        assert_eq!(clock_in("04/05/2031، 06:30 مساءً"), Some(time(18, 30, 0, 0)));
        assert_eq!(clock_in("12:05 ص بتوقيت صنبورة"), Some(time(0, 5, 0, 0)));
        assert_eq!(clock_in("فاز 3:77"), None);
        assert_eq!(clock_in("الأحد"), None);
    }

    #[test]
    fn what_is_no_day() {
        for line in
            ["12025-03-09", "2025-13-40", "31/02/2025", "في 16 نوفمبر", "موسم 2024/2025", "مايو"]
        {
            assert_eq!(written_in(line), None, "{line}");
        }
        assert!(ends_with_day("صنبورة في 16 نوفمبر"));
        assert!(ends_with_day("صنبورة 16 تشرين الثاني"));
        assert!(!ends_with_day("صنبورة 16 رجلا"));
        assert_eq!(day_and_month("الجمعة 14 تموز/يوليو"), Some((14, 7)));
        assert_eq!(day_and_month("14 رجلا"), None);
    }
}
