//! Frames that a figure's own unit settles: a minute of a match, the strength of a quake, an age.
//!
//! Begin with [`frame`].

use std::ops::Range;

use super::super::lexicon;
use super::super::ordinal::PLACED;
use super::super::{Fact, Grain, Kind, Unit, Value};
use super::frame::{self, Frame};
use super::line::Line;
use super::moment;
use super::people;
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
        return moment::frame(line, at);
    }
    if fact.rule == "number.label" {
        return milestone(line, at.start);
    }
    if fact.rule == "score.sets" {
        return frame::frame("match.set_scores");
    }
    // A party comes in at a place in each town.
    if fact.rule == PLACED && !near(&["حزب", "حركه", "قايمه", "تحالف", "ايتلاف"])
    {
        return frame::frame("rank.came");
    }
    let Value::Quantity(quantity) = &fact.value else { return None };
    if is_former_rank(line, fact, at) {
        return frame::frame("rank.former");
    }
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
            let find = || meets(line, "find.age");
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

/// «خلال الربع الثالث», «من العام الماضي»: months that a value is of, on which nothing happens.
pub fn is_period(line: &Line, fact: &Fact, start: usize) -> bool {
    let Value::Date(when) = &fact.value else { return false };
    let before = start.checked_sub(1).and_then(|i| line.word(i));
    let coarse = matches!(when.grain, Grain::Season | Grain::Year | Grain::Month);
    when.grain == Grain::Season || coarse && before.is_some_and(|word| word.is(&["خلال", "من"]))
}

/// «بعد تحقيقات دامت ثلاث سنوات»: how long a court took, and no term.
fn is_of_proceedings(line: &Line, end: usize) -> bool {
    const LASTED: &[&str] = &["دام", "دامت", "استمر", "استمرت", "استغرق", "استغرقت"];
    const PROCEEDINGS: &[&str] =
        &["تحقيق", "تحقيقات", "محاكمه", "جلسات", "مداولات", "مرافعات", "اجراءات", "ملاحقه"];
    let near = |from: usize, forms: &[&str]| {
        (from.saturating_sub(5)..from).rev().find(|i| line.word(*i).is_some_and(|w| w.is(forms)))
    };
    near(end, LASTED).is_some_and(|verb| near(verb, PROCEEDINGS).is_some())
}

/// The topic that a figure is not of, whatever stands near it: no shoot-out ends in a draw, and neither
/// the edition of a cup nor «للمرة الثالثة على التوالي» is the number of a team's titles.
pub fn excluded(line: &Line, fact: &Fact, at: &Range<usize>) -> Option<&'static str> {
    let end = at.end;
    let running = || {
        line.word(end).is_some_and(|word| word.folded == "تواليا")
            || line.word(end + 1).is_some_and(|word| word.folded == "التوالي")
    };
    match (&fact.value, fact.kind) {
        (Value::Score(score), _) if score.home == score.away => Some("match.shootout"),
        (_, Kind::Duration) if is_of_proceedings(line, end) => Some("prison.duration"),
        (_, Kind::Ordinal) if fact.rule == "ordinal.edition" || running() => Some("title.number"),
        _ if people::have_killed(line, fact, at) => Some("toll.killed"),
        _ if people::have_arrested(line, fact, at) => Some("toll.arrested"),
        _ if people::have_moved(line, fact, at) => Some("pupils.count"),
        _ => None,
    }
}

/// «الكيلومتر 45»: a figure that is a name, and says where on the road.
fn milestone(line: &Line, at: usize) -> Option<&'static Frame> {
    const KEY: &str = "place.kilometre";
    line.word(at).filter(|word| word.definite() && word.is(&["كيلومتر"]))?;
    frame::frame(KEY).filter(|_| meets(line, KEY))
}

/// Whether the sentence has a word that a frame of that key asks for.
fn meets(line: &Line, key: &str) -> bool {
    line.met().any(|frame| frame.key == key)
}

fn drowned(line: &Line, start: usize) -> bool {
    let verb = start.checked_sub(1).and_then(|i| line.word(i));
    verb.is_some_and(|word| word.is(&["غرق", "غرقوا"]) && !word.definite())
}

/// «من المركز 58 إلى المركز 41», «كان في المرتبة 58»: where somebody stood before.
fn is_former_rank(line: &Line, fact: &Fact, at: &Range<usize>) -> bool {
    if !matches!(fact.kind, Kind::Ordinal | Kind::Number) {
        return false;
    }
    let is = |i: Option<usize>, forms: &[&str]| {
        i.and_then(|i| line.word(i)).is_some_and(|word| word.is(forms))
    };
    let place = &["مركز", "مرتبه"];
    let head = if is(Some(at.start), place) { Some(at.start) } else { at.start.checked_sub(1) };
    let back = |steps: usize| head.and_then(|head| head.checked_sub(steps));
    if !is(head, place) {
        return false;
    }
    let to = || (at.end..at.end + 5).any(|i| is(Some(i), &["الي"]));
    let was = ["كان", "كانت", "كونه"];
    let stood =
        || head.is_some_and(|head| (head.saturating_sub(7)..head).any(|i| is(Some(i), &was)));
    is(back(1), &["من"]) && to() || is(back(1), &["في", "يحتل", "تحتل", "يشغل", "تشغل"]) && stood()
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
