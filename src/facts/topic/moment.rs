//! Which moment of a match a minute is: a goal by what it did to the score, a card, an injury.
//!
//! Begin with [`frame`]. The nearest word that names a moment tells it; a goal of which no more is
//! said is a goal.

use std::ops::Range;

use super::frame::{self, Frame};
use super::line::Line;
use super::words::Gap;

/// Words before a minute, and after it, in which its moment is named.
const BEFORE: usize = 12;
const AFTER: usize = 6;

/// Frames of moments, and the words that name them.
const MOMENTS: &[(&str, &[&str])] = &[
    ("card.minute", &["طرد", "بطاقه", "حمراء", "صفراء", "اقصاء", "انذار", "انذارا"]),
    ("goal.minute.equaliser", &["التعادل", "عادل", "عادلت", "معادله", "يعادل", "معادلا", "تعادل"]),
    ("goal.minute.winner", &["الفوز", "الحسم", "الانتصار", "قاتل", "قاتلا"]),
    (
        "goal.minute.first",
        &["افتتح", "افتتحت", "افتتاح", "السبق", "التقدم", "تقدم", "تقدمت", "مبكر"],
    ),
    ("goal.minute.disallowed", &["الغي", "الغاء", "التسلل", "تسلل", "ملغي"]),
    ("injury.minute", &["مصابا", "اصابه", "للاصابه", "لاصابه", "اصيب"]),
    (
        "goal.minute",
        &["ضاعف", "عزز", "الثاني", "الثالث", "الرابع", "ثانيا", "ثالثا", "قلص", "تقليص", "مجددا"],
    ),
];

/// What makes an advantage the second one.
const AGAIN: &[&str] = &["اعاد", "اعادت", "عاد", "عادت", "مجددا", "ثانيه", "جديد", "استعاد"];

/// The frame of the minute at `at`.
pub fn frame(line: &Line, at: &Range<usize>) -> Option<&'static Frame> {
    let gap = |i: usize| line.word(i).map_or(Gap::Stop, |word| word.gap);
    let named = |i: usize| {
        let word = line.word(i)?;
        MOMENTS.iter().find(|(_, words)| word.is(words)).map(|(key, _)| *key)
    };
    // What stands beyond another minute is of that one.
    let is_minute = |i: usize| line.word(i).is_some_and(|word| word.is(&["دقيقه", "ق", "د"]));
    let clause = || {
        let near = (at.start.saturating_sub(BEFORE)..at.start).rev();
        near.take_while(|i| gap(i + 1) < Gap::Colon && !is_minute(*i))
    };
    let after = || {
        let rest = at.end..at.end + AFTER;
        rest.take_while(|i| gap(*i) < Gap::Comma && !is_minute(*i)).find_map(named)
    };
    let key = clause().find_map(named).or_else(after).unwrap_or("goal.minute");
    let again = || clause().any(|i| line.word(i).is_some_and(|word| word.is(AGAIN)));
    frame::frame(if key == "goal.minute.first" && again() { "goal.minute" } else { key })
}
