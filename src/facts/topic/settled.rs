//! Frames that a figure's own unit settles: a minute of a match, the strength of a quake, an age.
//!
//! Begin with [`frame`].

use std::ops::Range;

use super::super::lexicon;
use super::super::{Fact, Unit, Value};
use super::frame::{self, Frame};
use super::line::Line;
use super::words::Gap;

/// The frame of a figure that its own unit settles: an age, a mark out of ten.
pub fn frame(line: &Line, fact: &Fact, at: &Range<usize>) -> Option<&'static Frame> {
    let near = |forms: &[&str]| {
        let before = (at.start.saturating_sub(12)..at.start).rev();
        before
            .take_while(|i| line.word(i + 1).is_some_and(|word| word.gap < Gap::Colon))
            .any(|i| line.word(i).is_some_and(|word| word.is(forms)))
    };
    if fact.rule == "match_minute" {
        let card = near(&["طرد", "بطاقه", "حمراء", "صفراء", "اقصاء", "الطرد"]);
        return frame::frame(if card { "card.minute" } else { "goal.minute" });
    }
    let Value::Quantity(quantity) = &fact.value else { return None };
    match &quantity.unit {
        Unit::Measure(symbol) if symbol == "magnitude" => {
            let after = near(&["ارتداديه", "ارتداديات", "توابع", "ارتداديتين"]);
            frame::frame(if after { "aftershock.magnitude" } else { "quake.magnitude" })
        }
        Unit::Measure(symbol) if symbol == "year_of_age" => {
            // «عمره الافتراضي خمس سنوات»: how long a thing is to last.
            if near(&["افتراضي", "تشغيلي"]) {
                return frame::frame("thing.life");
            }
            let find = || frame::places_of(&["find.age"]).any(|at| line.met().contains(&at));
            match of_thing(line, at.start) {
                true if find() => frame::frame("find.age"),
                true => frame::frame("thing.age"),
                false => frame::frame("person.age"),
            }
        }
        Unit::Of(noun) | Unit::Measure(noun) if noun.starts_with("out_of") => {
            frame::frame("rating.marks")
        }
        // «غرق شابان»: a boat that sinks is told by itself, the people right after the verb drown.
        Unit::Of(noun) if noun == "person" && drowned(line, at.start) => {
            frame::frame("toll.killed")
        }
        _ => None,
    }
}

fn drowned(line: &Line, start: usize) -> bool {
    let verb = start.checked_sub(1).and_then(|i| line.word(i));
    verb.is_some_and(|word| word.is(&["غرق", "غرقوا"]) && !word.definite())
}

/// What is old without being a person.
const THINGS: &[&str] = &[
    "طايره",
    "مروحيه",
    "سفينه",
    "عباره",
    "ناقله",
    "قطار",
    "حافله",
    "سياره",
    "مبني",
    "عماره",
    "بنايه",
    "منزل",
    "جسر",
    "سد",
    "مصنع",
    "محطه",
    "مسجد",
    "كنيسه",
    "قلعه",
    "قصر",
    "شجره",
    "لوحه",
    "مقبره",
    "مومياء",
    "تمثال",
    "مخطوطه",
    "مخطوط",
    "خط",
    "شبكه",
    "انبوب",
    "برج",
    "ملعب",
    "احفوره",
    "نقش",
];

/// Whether the years before `start` are those of a thing: «الطائرة وعمرها 40 عاما», not «سائق
/// الحافلة البالغ 40 عاما».
fn of_thing(line: &Line, start: usize) -> bool {
    let person = |i: usize| line.word(i).is_some_and(|word| lexicon::person(word.folded));
    for i in (start.saturating_sub(12)..start).rev() {
        let Some(word) = line.word(i).filter(|word| !word.is(&["البالغ", "البالغه", "سنه"]))
        else {
            return false;
        };
        if word.is(THINGS) {
            return !i.checked_sub(1).is_some_and(person);
        }
        if person(i) {
            return false;
        }
    }
    false
}
