//! The words that open a report: city, country, date, agency.
//!
//! «صنبورة، جزر الرمل 3 مايو 2031 (الوكالة) …», «صنبورة في 3 مايو /الوكالة/ …», «صنبورة - (أ ف ب) - …».
//! An agency in brackets is taken where a date stands before it, a dash after it, or the agency is
//! a known one; anything else is the beginning of a sentence.

use std::ops::Range;

use jiff::civil::Date;

use super::bare::bare;
use super::chrome;
use crate::article::date;

/// A dateline is not longer than this, in bytes; brackets further on belong to the text.
const LONGEST: usize = 200;

/// What a dateline tells. Ranges are bytes of the line.
#[derive(Debug, PartialEq, Eq)]
pub struct Dateline {
    /// From the beginning of the line to where the report begins.
    pub end: usize,
    pub agency: Option<Range<usize>>,
    /// Only where the year is given: a year is not invented.
    pub date: Option<(Date, Range<usize>)>,
}

/// The dateline that opens a line, if one does and words follow it.
pub fn of(line: &str) -> Option<Dateline> {
    let (agency, close) = agency(line)?;
    let before = line.get(..agency.start)?.trim_end_matches(['(', '/', '[', ' ', '-', '–', '—']);
    let after = line.get(close..)?.trim_start();
    let dash = after.starts_with(['-', '–', '—', ':', '_']);
    let known = chrome::is_agency(line.get(agency.clone())?);
    let day = date::written_in(before);
    let dated = day.is_some() || date::ends_with_day(before);
    if !(dated || dash && known || known && place_only(before)) || !place_like(before) {
        return None;
    }
    let rest = after.trim_start_matches(['-', '–', '—', ':', '_', ' ', '\u{a0}']);
    (!rest.is_empty()).then(|| Dateline {
        end: line.len() - rest.len(),
        agency: Some(agency),
        date: day,
    })
}

/// A line with nothing but place and outlet: «صنبورة - مرآة النهر», «صنبورة / خاص».
pub fn alone(line: &str) -> bool {
    let parts: Vec<&str> = line.split(['-', '–', '—', '/', '_']).map(str::trim).collect();
    let words = |part: &&str| (1..=3).contains(&part.split_whitespace().count());
    let plain = |c: char| c.is_alphabetic() || c.is_whitespace() || "-–—/_().".contains(c);
    parts.len() == 2 && parts.iter().all(words) && line.chars().all(plain)
}

/// A line with nothing but an agency, with or without its place: «صنبورة-سانا», «د ب أ - صنبورة», «وكالات»,
/// «متابعة». Opening a report, it is no title.
pub fn source_alone(line: &str) -> Option<Range<usize>> {
    const SIGNS: [char; 6] = ['-', '–', '—', '/', '_', '|'];
    let plain = |c: char| c.is_alphabetic() || c.is_whitespace() || ".()".contains(c);
    let line = line.trim_end_matches([':', ' ']);
    let parts: Vec<&str> =
        line.split(SIGNS).map(str::trim).filter(|part| !part.is_empty()).collect();
    let few =
        |part: &&str| (1..=3).contains(&part.split_whitespace().count()) && part.chars().all(plain);
    if parts.is_empty() || parts.len() > 3 || !parts.iter().all(few) {
        return None;
    }
    let agency = parts.iter().find(|part| chrome::is_agency(part) || is_gathered(part))?;
    let start = line.find(agency)?;
    // «متابعة» and «وكالات» name nobody.
    let end = if is_gathered(agency) { start } else { start + agency.len() };
    Some(start..end)
}

/// What a newsroom writes over a report that it has from others.
fn is_gathered(part: &str) -> bool {
    matches!(
        bare(part).as_str(),
        "متابعه" | "متابعات" | "وكالات" | "الوكالات" | "وكالات الانباء" | "خاص"
    )
}

/// The first words between brackets or slashes, and where the closing mark ends.
fn agency(line: &str) -> Option<(Range<usize>, usize)> {
    let end = (0..=LONGEST.min(line.len())).rev().find(|end| line.is_char_boundary(*end))?;
    let head = line.get(..end)?;
    let open = head.find(['(', '/', '['])?;
    let mark = match head.as_bytes().get(open)? {
        b'(' => ')',
        b'[' => ']',
        _ => '/',
    };
    let start = open + 1;
    let length = head.get(start..)?.find(mark)?;
    let words = head.get(start..start + length)?;
    let trimmed = words.trim();
    let from = start + (words.len() - words.trim_start().len());
    let good = !trimmed.is_empty()
        && trimmed.split_whitespace().count() <= 4
        && !trimmed.contains(|c: char| c.is_numeric());
    good.then(|| (from..from + trimmed.len(), start + length + 1))
}

/// A place and a date, not a sentence: few words, no quotation, no full stop.
fn place_like(before: &str) -> bool {
    let sentence = before.contains(['"', '«', '“', '.', '؟', '!', ':']);
    !sentence && before.split_whitespace().count() <= 10
}

/// One to three words: a city, or a city and its country.
fn place_only(before: &str) -> bool {
    before.split_whitespace().count() <= 3
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn read(line: &str) -> Option<(String, Option<String>, Option<Date>)> {
        let found = of(line)?;
        let agency = found.agency.map(|range| line.get(range).unwrap().to_owned());
        Some((line.get(found.end..).unwrap().to_owned(), agency, found.date.map(|(day, _)| day)))
    }

    #[test]
    fn city_country_date_and_agency() {
        let line = "صنبورة، جزر الرمل 3 مايو 2031 (شينخوا) قال الوزير إن الجسر سيفتح.";
        let expected =
            ("قال الوزير إن الجسر سيفتح.".into(), Some("شينخوا".into()), Some(date(2031, 5, 3)));
        assert_eq!(read(line), Some(expected));
    }

    #[test]
    fn a_day_without_a_year_is_no_date() {
        let line = "صنبورة في 3 مايو /وكالة الساحل/ قال الوزير";
        assert_eq!(read(line), Some(("قال الوزير".into(), Some("وكالة الساحل".into()), None)));
    }

    #[test]
    fn city_and_known_agency() {
        for line in [
            "صنبورة (رويترز) - قال الوزير",
            "صنبورة - (أ ف ب) - قال الوزير",
            "(د ب أ) - قال الوزير",
        ] {
            assert_eq!(read(line).expect(line).0, "قال الوزير", "{line}");
        }
    }

    #[test]
    fn a_line_of_place_and_outlet() {
        assert!(alone("صنبورة- مرآة النهر") && alone("صنبورة / خاص") && alone("صنبورة – (وكالات)"));
        assert!(
            !alone("صنبورة")
                && !alone("صنبورة - قال الوزير إن الجسر سيفتح")
                && !alone("الأحد - 18:04")
        );
    }

    #[test]
    fn an_agency_alone_is_no_title() {
        let named = |line: &str| {
            let found = source_alone(line)?;
            Some(line.get(found).unwrap().to_owned())
        };
        assert_eq!(named("صنبورة-سانا").as_deref(), Some("سانا"));
        assert_eq!(named("د ب أ- صنبورة").as_deref(), Some("د ب أ"));
        assert_eq!(named("وكالات - صنبورة:").as_deref(), Some(""));
        assert_eq!(named("متابعة").as_deref(), Some(""));
        for line in
            ["صنبورة", "افتتاح الجسر", "متابعة أعمال الجسر الجديد في صنبورة", "رويترز: الجسر انهار"]
        {
            assert_eq!(named(line), None, "{line}");
        }
    }

    #[test]
    fn brackets_in_a_sentence_are_no_dateline() {
        for line in [
            "قالت منظمة الصحة (هيئة أممية) إن الحالات تراجعت في المدينة.",
            "فاز الفريق (الأحمر) بالمباراة",
            "أعلن الوزير أن وكالة (رويترز) نقلت عنه كلاما لم يقله أمس",
            "محادثات لشراء شركة “الرمال” (Sands Inc.)",
        ] {
            assert_eq!(read(line), None, "{line}");
        }
    }
}
