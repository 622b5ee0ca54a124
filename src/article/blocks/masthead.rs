//! Lines that tell of the page and not of the event: a menu with the date, a line with nothing but
//! the time of publication. They are chrome, and the outlet and the date are learnt from them.

use std::collections::BTreeMap;

use jiff::civil::{Date, Time};

use super::chrome;
use super::lines::Line;
use crate::article::date;
use crate::text::{Span, is_word};

/// What such a line tells.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Masthead {
    pub outlet: Option<(String, Span)>,
    pub date: Option<(Date, Span)>,
    pub time: Option<Time>,
}

/// Words beside a date that make no sentence («السبت», «الساعة», «نشر في», «بتوقيت…»).
const STAMP_WORDS: usize = 5;

/// A line of so few words is not longer than this, in bytes.
const LONGEST: usize = 240;

/// A menu line above the headline: it has a date and no sentence, or says the site's name again
/// and again. A headline with a date in words is none: only figures with separators count.
pub fn of(line: &Line) -> Option<Masthead> {
    if let Some(found) = stamp(line) {
        return Some(found);
    }
    if line.ends_as_sentence() {
        return None;
    }
    let outlet = repeated(line);
    let date = date::written_in(line.words).filter(|(_, range)| {
        line.words.get(range.clone()).is_some_and(|day| !day.contains(char::is_whitespace))
    });
    let date = date.map(|(day, range)| (day, line.part(range)));
    (outlet.is_some() || date.is_some()).then_some(Masthead { outlet, date, time: None })
}

/// A line with a date, its weekday, a time and little else.
pub fn stamp(line: &Line) -> Option<Masthead> {
    if line.words.len() > LONGEST {
        return None;
    }
    let (day, range) = date::written_in(line.words)?;
    let outside = [line.words.get(..range.start)?, line.words.get(range.end..)?];
    let is_letter = |c: char| is_word(c) && !c.is_numeric();
    let letters = |word: &&str| word.contains(is_letter);
    let others = outside.iter().flat_map(|part| part.split_whitespace()).filter(letters).count();
    let date = Some((day, line.part(range)));
    let bare = others <= STAMP_WORDS && !line.words.ends_with('.');
    bare.then(|| Masthead { outlet: None, date, time: date::clock_in(line.words) })
}

/// «المصدر: وكالة الرمال», by itself at the end: a known agency is the outlet. Other names may be
/// those of a picture or of a study.
pub fn source(line: &Line) -> Option<Masthead> {
    let (label, name) = line.words.split_once([':', '|'])?;
    let name = name.trim().trim_end_matches('.');
    let named = matches!(label.trim(), "المصدر" | "مصدر" | "Source") && chrome::is_agency(name);
    let start = line.words.find(name).filter(|_| named)?;
    let outlet = Some((name.to_owned(), line.part(start..start + name.len())));
    Some(Masthead { outlet, ..Masthead::default() })
}

/// A site's menu says the site's name before each section: the longest words (two or three) said
/// three times and more.
fn repeated(line: &Line) -> Option<(String, Span)> {
    let words: Vec<&str> = line.words.split_whitespace().collect();
    // Two words three times.
    if words.len() < 6 {
        return None;
    }
    (2..=3).rev().find_map(|length| {
        let mut times: BTreeMap<&[&str], usize> = BTreeMap::new();
        for name in words.windows(length) {
            *times.entry(name).or_default() += 1;
        }
        let name = words.windows(length).find(|name| times.get(name).is_some_and(|n| *n >= 3))?;
        let start = line.words.find(&name.join(" "))?;
        let text = line.words.get(start..start + name.join(" ").len())?;
        Some((text.to_owned(), line.part(start..start + text.len())))
    })
}
