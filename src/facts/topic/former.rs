//! Values of a former time that stand beside the one of today: «من 8.25 إلى 9.25», «بدلا من»,
//! «مقارنة بـ», «بعدما كانت».
//!
//! Such a value is of the same thing as the one that it is told beside, at another time. Begin
//! with [`mark`].

use super::super::{Facet, Fact, Grain, Kind, Value};
use super::is_figure;
use super::line::Line;
use super::words::Gap;
use crate::text::InOrder;

/// The event that a former value is of.
pub const BEFORE: &str = "before";

/// Words between the comparing word and the figure at most.
const REACH: usize = 3;

/// Gives former values the topic of the value that they are compared with.
pub fn mark(line: &Line, facts: &mut [Fact]) {
    for index in line.facts.clone() {
        let Some(model) = model(line, facts, index) else { continue };
        let Some(topic) = facts.get(model).map(|fact| fact.topic.clone()) else { continue };
        if topic.key.is_empty() {
            continue;
        }
        if let Some(fact) = facts.get_mut(index) {
            let when = fact.topic.scope.iter().find(|(facet, _)| *facet == Facet::When).cloned();
            fact.topic = topic;
            fact.topic.scope.retain(|(facet, _)| !matches!(facet, Facet::Event | Facet::When));
            // A month said of it already tells it apart.
            fact.topic.scope.push(when.unwrap_or((Facet::Event, BEFORE.into())));
            fact.topic.scope.put_in_order(Ord::cmp);
        }
    }
}

/// The value of today that the value at `index` is compared with.
fn model(line: &Line, facts: &[Fact], index: usize) -> Option<usize> {
    let fact = facts.get(index).filter(|fact| is_figure(fact.kind) && is_told(fact))?;
    let matching = |other: &usize| facts.get(*other).is_some_and(|other| alike(fact, other));
    if fact.rule == "change.from" {
        return (index + 1..line.facts.end).find(matching);
    }
    let at = line.words_of(index)?;
    let told = match compared(line, at.start)? {
        Compared::Former => true,
        // «53 مقابل 47» sets two sides against each other, unless a time is said.
        Compared::Against => timed(line, facts, index, at.end),
    };
    if !told {
        return None;
    }
    (line.facts.start..index).rev().find(matching)
}

/// «3 مليارات، بزيادة 7 في المئة»: the change of the value that is told before.
pub fn mark_changes(line: &Line, facts: &mut [Fact]) {
    const BY: &[&str] =
        &["بزياده", "بارتفاع", "بنمو", "بانخفاض", "بتراجع", "بهبوط", "بصعود", "بتحسن", "بقفزه"];
    for index in line.facts.clone() {
        let percent = facts.get(index).is_some_and(|fact| fact.kind == Kind::Percent);
        let Some(at) = line.words_of(index).filter(|_| percent) else { continue };
        let by = (at.start.saturating_sub(REACH)..at.start).any(|i| {
            line.word(i).is_some_and(|word| BY.contains(&word.folded))
                && (i + 1..at.start).all(|j| line.word(j).is_some_and(|w| w.gap < Gap::Comma))
        });
        let told = |fact: &&Fact| {
            is_told(fact)
                && is_figure(fact.kind)
                && fact.kind != Kind::Percent
                && fact.kind != Kind::Duration
        };
        let model = facts.get(line.facts.start..index).and_then(|all| all.iter().rev().find(told));
        let Some(model) = model.filter(|_| by).map(|fact| fact.topic.clone()) else { continue };
        if let Some(fact) = facts.get_mut(index).filter(|_| !model.key.is_empty()) {
            let growth = format!("{}_growth", model.key);
            let known = super::frame(&growth).is_some();
            let key = if known { growth } else { format!("change:{}", model.key) };
            fact.topic = super::super::Topic { key: key.into(), ..model };
        }
    }
}

fn is_told(fact: &Fact) -> bool {
    !matches!(fact.kind, Kind::Date | Kind::Time | Kind::Ordinal | Kind::Score)
}

/// Whether two values are figures of one kind and unit.
fn alike(a: &Fact, b: &Fact) -> bool {
    match (&a.value, &b.value) {
        (Value::Quantity(x), Value::Quantity(y)) => a.kind == b.kind && x.unit == y.unit,
        _ => false,
    }
}

/// What the word before a figure makes of it.
enum Compared {
    Former,
    Against,
}

/// Whether a comparing word stands right before the word at `start`.
fn compared(line: &Line, start: usize) -> Option<Compared> {
    for back in 1..=REACH {
        let at = start.checked_sub(back)?;
        if line.figure.get(at).copied().flatten().is_some() {
            return None;
        }
        let word = line.word(at)?;
        let instead = word.is(&["بدلا", "بدل", "عوضا", "نزولا", "صعودا", "ارتفاعا", "هبوطا"])
            && line.word(at + 1).is_some_and(|next| next.is(&["من", "عن"]));
        let was = word.is(&["بعدما", "بعد"])
            && (at + 1..start).any(|i| line.word(i).is_some_and(|w| w.is(&["كان", "كانت"])));
        if instead || was || word.is(&["مقارنه", "قياسا"]) {
            return Some(Compared::Former);
        }
        if word.is(&["مقابل"]) {
            return Some(Compared::Against);
        }
        if word.gap > Gap::Mark {
            return None;
        }
    }
    None
}

/// Whether a time follows the value, with nothing but words between.
fn timed(line: &Line, facts: &[Fact], index: usize, end: usize) -> bool {
    const FORMER: &[&str] = &[
        "عام",
        "قبل",
        "سابق",
        "سابقه",
        "ماضي",
        "ماضيه",
        "نفسه",
        "نفسها",
        "ذاتها",
        "ذاته",
        "مماثل",
        "مماثله",
        "امس",
        "سابقا",
        "منصرم",
        "منصرمه",
        "اقفال",
        "عند",
    ];
    let clause = (end..end + 8)
        .map_while(|i| line.word(i).filter(|word| word.gap < Gap::Comma))
        .collect::<Vec<_>>();
    let next = facts.get(index + 1).filter(|date| date.kind == Kind::Date);
    let dated = next.is_some_and(|date| clause.iter().any(|w| w.span.overlaps(date.span)));
    dated || clause.iter().any(|word| word.is(FORMER))
}

/// Words before a year that make it a limit or the other side of a comparison.
const NOT_ITS_TIME: &[&str] =
    &["منذ", "حتي", "من", "الي", "بحلول", "مقارنه", "قياسا", "مقابل", "عن", "بالمقارنه"];

/// Words before a year that opens its sentence at most: «وفي شهر نيسان لعام 2014», «عام 2014».
const OPENS: usize = 4;

/// The past year that the sentence gives to a value: «في زلزال 1994», «عام 2022». What was said
/// of it is no claim about the event. A date has its own, and «منذ 2017» tells no event.
pub fn another_year(line: &Line, facts: &[Fact], index: usize) -> Option<String> {
    let fact = facts.get(index)?;
    let today = line.cx.published?.year();
    if matches!(fact.kind, Kind::Date | Kind::Ordinal) {
        return None;
    }
    let past = |i: usize| {
        let date = facts.get(i).filter(|date| date.kind == Kind::Date)?;
        let Value::Date(when) = &date.value else { return None };
        let distance = date.span.start.abs_diff(fact.span.start);
        // «وفي نيسان 2014 نفذت الجماعة …»: a year that opens a sentence is of all of it.
        let opens =
            date.span.start < line.words.get(OPENS).map_or(u32::MAX, |word| word.span.start);
        let near = match date.span.start < fact.span.start {
            true if opens => 360,
            true => 160,
            false => 40,
        };
        let year = when.first.year();
        // A month or day of the year before is the turn of the year, no other event.
        let far = (line.cx.published? - when.last).get_days() > 240;
        if when.grain != Grain::Year && !far {
            return None;
        }
        let at = line.words.partition_point(|word| word.span.end <= date.span.start);
        let before = at.checked_sub(1).and_then(|at| line.word(at));
        let own = line.words.partition_point(|word| word.span.end <= fact.span.start);
        // «عام 2014، حين خطفت الجماعة …»: the comma parts nothing.
        let apart = (at + 1..=own).any(|i| {
            line.word(i).is_some_and(|w| w.gap >= Gap::Comma && !w.is(&["حين", "عندما", "حينما"]))
        });
        if apart && at > 4 && at < own {
            return None;
        }
        let since = before.is_some_and(|w| w.is(NOT_ITS_TIME));
        (year < today && when.last.year() < today && !since && distance < near).then_some(year)
    };
    let years: Vec<i16> = line.facts.clone().filter_map(past).collect();
    years.last().map(ToString::to_string)
}
