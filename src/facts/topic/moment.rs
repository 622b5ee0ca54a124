//! Which moment of a match a minute is: a goal by what it did to the score, a card, an injury.
//!
//! Begin with [`frame`]. The nearest word that names a moment tells it; a goal of which no more is
//! said is a goal. What stands beyond the verb of scoring is of another moment.

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
    ("injury.minute", &["مصابا", INJURY, "للاصابه", "لاصابه", "اصيب"]),
    ("goal.minute", &["ضاعف", "عزز", "قلص", "تقليص"]),
    (
        "exit.minute",
        &["خرج", "خروج", "خروجه", "غادر", "ترك", "باكيا", "استبدل", "استبداله", "استبدال", "بدلا"],
    ),
];

const INJURY: &str = "اصابه";
/// «العائد من الإصابة» was hurt at another time.
const RECOVERED: &[&str] = &[
    "عايد",
    "عايدا",
    "عاد",
    "عوده",
    "عودته",
    "تعافي",
    "تعافيه",
    "تعاف",
    "متعافي",
    "شفي",
    "شفاء",
    "شفايه",
];
const GOALS: &[&str] = &["هدف", "هدفا", "هدفه"];
/// «الهدف الثاني» is no first one; «الشوط الثاني» says nothing of a goal.
const LATER: &[&str] = &["ثاني", "ثانيا", "ثان", "ثالث", "ثالثا", "رابع", "رابعا"];
/// The verb of a goal: it opens what is told of its minute.
const SCORED: &[&str] = &["سجل", "سجلت", "احرز", "احرزت"];
/// «تقدم الفريق عندما سجل …»: the goal did what the clause before says.
const THEREBY: &[&str] = &["عندما", "حين", "حينما", "بعدما", "ان", "اذ"];
/// What no goal is.
const OTHER: &[&str] = &["card.minute", "injury.minute", "exit.minute"];
/// What goes on to another moment behind a minute.
const THEN: &[&str] = &["ثم", "قبل", "بعد", "بعدما", "فيما", "بينما", "لكن", "رغم"];

/// What makes an advantage the second one.
const AGAIN: &[&str] = &["اعاد", "اعادت", "عاد", "عادت", "مجددا", "ثانيه", "جديد", "استعاد"];

/// The frame of the minute at `at`.
pub fn frame(line: &Line, at: &Range<usize>) -> Option<&'static Frame> {
    let gap = |i: usize| line.word(i).map_or(Gap::Stop, |word| word.gap);
    let is = |i: usize, forms: &[&str]| line.word(i).is_some_and(|word| word.is(forms));
    // What stands beyond another minute is of that one.
    let is_minute = |i: usize| is(i, &["دقيقه", "ق", "د"]);
    let clause = || {
        let near = (at.start.saturating_sub(BEFORE)..at.start).rev();
        near.take_while(|i| gap(i + 1) < Gap::Colon && !is_minute(*i))
    };
    let scores = |i: usize| is(i, SCORED) && !i.checked_sub(1).is_some_and(|i| is(i, THEREBY));
    let verb = clause().find(|i| scores(*i)).unwrap_or(0);
    let goal = clause().take_while(|i| *i >= verb).find(|i| is(*i, GOALS) || is(*i, SCORED));
    let key = |i: usize, goal: bool| named(line, i).filter(|key| !(goal && OTHER.contains(key)));
    let before =
        clause().take_while(|i| *i >= verb).find_map(|i| key(i, goal.is_some_and(|at| i < at)));
    let after = || {
        let rest = at.end..at.end + AFTER;
        let same = |i: &usize| gap(*i) < Gap::Comma && !is_minute(*i) && !is(*i, THEN);
        rest.take_while(same).find_map(|i| key(i, goal.is_some()))
    };
    let key = before.or_else(after).unwrap_or("goal.minute");
    let again = || clause().any(|i| is(i, AGAIN));
    frame::frame(if key == "goal.minute.first" && again() { "goal.minute" } else { key })
}

/// The frame of the moment that the word at `i` names.
fn named(line: &Line, i: usize) -> Option<&'static str> {
    let word = line.word(i)?;
    let before = |back: usize| i.checked_sub(back).and_then(|i| line.word(i));
    if word.is(LATER) && before(1).is_some_and(|word| word.is(GOALS)) {
        return Some("goal.minute");
    }
    let recovered = || (1..=3).any(|back| before(back).is_some_and(|word| word.is(RECOVERED)));
    let (key, _) = MOMENTS.iter().find(|(_, words)| word.is(words))?;
    (!word.is(&[INJURY]) || !recovered()).then_some(key)
}

#[cfg(test)]
mod tests {
    use crate::facts::{extract, testing::article};

    #[track_caller]
    fn check(text: &str, moment: &str) {
        let text = format!("فاز النسور على الموج 3-2 في المباراة النهائية. {text}");
        let facts = extract(&article(&text, "2031-05-04")).facts;
        let minutes = facts.iter().filter(|fact| fact.rule == "match_minute");
        assert_eq!(
            minutes.map(|fact| fact.topic.key.to_string()).collect::<Vec<_>>(),
            [moment],
            "{text}"
        );
    }

    #[test]
    fn the_nearest_word_tells_what_a_minute_was() {
        check("وافتتح رامي التسجيل في الدقيقة 12.", "goal.minute.first");
        check("وأدرك سامي التعادل في الدقيقة 40.", "goal.minute.equaliser");
        check("وسجل هدف الفوز في الدقيقة 88 المهاجم سامي.", "goal.minute.winner");
        check("وسجل في الدقيقة 40 هدف التعادل.", "goal.minute.equaliser");
        check("وتقدم النسور عندما سجل رامي في الدقيقة 12.", "goal.minute.first");
        check("وتقدم النسور مجددا في الدقيقة 70.", "goal.minute");
        check("وطرد الحكم المدافع سامي في الدقيقة 55.", "card.minute");
        check("وغادر الحارس الملعب مصابا في الدقيقة 20.", "injury.minute");
        check("وخرج المهاجم باكيا في الدقيقة 29.", "exit.minute");
        check("واستبدل المدرب سامي برامي في الدقيقة 60.", "exit.minute");
        check("وبعد خروج الحارس سجل رامي في الدقيقة 60.", "goal.minute");
        check("وخرج المهاجم بسبب الإصابة في الدقيقة 20.", "injury.minute");
    }

    #[test]
    fn what_is_told_beyond_a_goal_is_of_another_moment() {
        check("وبعد طرد المدافع سامي سجل رامي في الدقيقة 60.", "goal.minute");
        check("وسجل رامي في الدقيقة 60 رغم طرد زميله.", "goal.minute");
        check("وبعد إصابة الحارس أضاف رامي هدفا في الدقيقة 60.", "goal.minute");
        check("وسجل المهاجم العائد من الإصابة في الدقيقة 60.", "goal.minute");
        check("وبعد هدف التعادل سجل رامي في الدقيقة 60.", "goal.minute");
    }

    #[test]
    fn an_ordinal_is_of_the_goal_that_it_follows() {
        check("وسجل رامي الهدف الثاني في الدقيقة 60.", "goal.minute");
        check("وتقدم الموج في الشوط الثاني، في الدقيقة 60.", "goal.minute.first");
    }
}
