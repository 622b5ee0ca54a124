//! Figures that leave out what they count, because the sentence has said it: «29 إصابة جديدة …
//! لترتفع الحصيلة إلى 318», «600 ألف جرعة من أصل مليون», «58 إصابة في كركوك و31 في ديالى».
//!
//! Begin with [`mark`], which runs when the figures of a sentence have their topics.

use super::super::{Facet, Fact, Kind, Topic};
use super::line::Line;
use super::words::Gap;
use crate::text::InOrder;

/// Nouns for a sum of what was counted before.
const TOTAL: &[&str] = &["حصيله", "اجمالي", "اجماليه", "مجموع", "محصله"];
/// Words between a noun for a total and its figure at most («الحصيلة الإجمالية في البلاد إلى»).
const REACH: usize = 5;

/// Gives figures without a noun the topic of the count that they leave unsaid.
pub fn mark(line: &Line, facts: &mut [Fact]) {
    for index in line.facts.clone() {
        mark_attackers(line, facts, index);
        let topic = unsaid(line, facts, index).or_else(|| some_of(line, facts, index));
        let Some(topic) = topic else { continue };
        if let Some(fact) = facts.get_mut(index) {
            fact.topic = topic;
        }
    }
}

fn unsaid(line: &Line, facts: &[Fact], index: usize) -> Option<Topic> {
    let fact = facts.get(index).filter(|fact| fact.kind == Kind::Number && is_open(fact))?;
    let at = line.words_of(index)?.start;
    let counts = |other: &&Fact| other.kind == Kind::Count || other.kind == Kind::Number;
    let counted = |other: &usize| {
        facts.get(*other).filter(counts).is_some_and(|other| !other.topic.key.is_empty())
    };
    let place_of_model = (line.facts.start..index).rev().find(counted)?;
    let model = facts.get(place_of_model)?;
    let place = |fact: &Fact| facet(fact, Facet::Place).map(str::to_owned);
    if is_total(line, at) {
        let mut topic = model.topic.clone();
        topic.scope.retain(|(facet, _)| matches!(facet, Facet::Of | Facet::Qualifier));
        return Some(topic);
    }
    if facet(fact, Facet::Part) == Some("whole") && is_next(line, place_of_model, at) {
        let mut topic = model.topic.clone();
        topic.scope.retain(|(facet, _)| *facet != Facet::Part);
        topic.scope.push((Facet::Part, "whole".into()));
        topic.scope.put_in_order(Ord::cmp);
        return Some(topic);
    }
    // A list of places, each with its own number of the same thing.
    let (of_it, of_model) = (place(fact)?, place(model)?);
    if of_it == of_model {
        return None;
    }
    let mut topic = model.topic.clone();
    for (facet, value) in &mut topic.scope {
        if *facet == Facet::Place {
            value.clone_from(&of_it);
        }
    }
    Some(topic)
}

/// «خمسة مسلحين نفذوا الهجوم وقتل اثنان منهم»: the dead among those who attacked are no victims.
fn mark_attackers(line: &Line, facts: &mut [Fact], index: usize) {
    let killed =
        |fact: &&Fact| fact.topic.key == "toll.killed" && facet(fact, Facet::Qualifier).is_none();
    let Some(at) = facts.get(index).filter(killed).and_then(|_| line.words_of(index)) else {
        return;
    };
    let of_them = line.word(at.end).is_some_and(|word| matches!(word.folded, "منهم" | "منهما"));
    let counts = |fact: &&Fact| matches!(fact.kind, Kind::Count | Kind::Number);
    let before = facts.get(line.facts.start..index).unwrap_or_default();
    let whole = before.iter().rev().find(counts).filter(|_| of_them);
    if whole.is_some_and(|whole| whole.topic.key == "crime.attackers")
        && let Some(fact) = facts.get_mut(index)
    {
        fact.topic.scope.push((Facet::Qualifier, "مسلح".to_owned()));
        fact.topic.scope.put_in_order(Ord::cmp);
    }
}

/// «الناجون 55 شخصا، منهم 19 طفلا», «تحدثوا عن 600 عامل في المنجم، ثم رفعوا العدد إلى 700 عامل»: people who
/// are some of those counted right before, or all of them counted anew.
fn some_of(line: &Line, facts: &[Fact], index: usize) -> Option<Topic> {
    const PEOPLE: &[&str] = &["toll.", "aboard.", "bodies.", "hostages.", "site."];
    let some = |fact: &Fact| facet(fact, Facet::Part).is_some_and(|part| part.starts_with("part"));
    let loose = |fact: &Fact| is_open(fact) || fact.topic.key == "tourism.visitors";
    let fact = facts.get(index).filter(|fact| fact.kind == Kind::Count && loose(fact))?;
    let at = line.words_of(index)?.start;
    let part = some(fact) && follows_among(line, at);
    if !part && !is_counted_anew(line, at) {
        return None;
    }
    let counts = |other: &&Fact| matches!(other.kind, Kind::Count | Kind::Number);
    let before = facts.get(line.facts.start..index)?;
    let place_of_model = before.iter().rposition(|fact| counts(&fact))? + line.facts.start;
    let model = facts.get(place_of_model)?;
    // «11 قتيلا و38 جريحا، بينهم ثلاثة أطفال»: of both.
    if line.words_of(place_of_model).is_some_and(|words| is_joined(line, words.start)) {
        return None;
    }
    if !PEOPLE.iter().any(|key| model.topic.key.starts_with(key))
        || facet(model, Facet::Part).is_some()
    {
        return None;
    }
    let mut topic = model.topic.clone();
    topic.scope.retain(|(facet, _)| part && *facet != Facet::Qualifier || *facet == Facet::Of);
    if is_former_total(line, at) {
        topic.scope.push((Facet::Event, "earlier".to_owned()));
    }
    if part {
        let told = facet(fact, Facet::Part).unwrap_or("part");
        let noun = told.strip_prefix("part ").unwrap_or_default();
        let group = GROUPS.iter().find(|(known, _)| *known == noun);
        topic.scope.push(match group {
            Some((_, group)) => (Facet::Qualifier, (*group).to_owned()),
            None => (Facet::Part, told.to_owned()),
        });
        topic.scope.put_in_order(Ord::cmp);
    }
    Some(topic)
}

/// Those who are told apart by what they are wherever they are counted: as a part has them, and as a
/// qualifier.
const GROUPS: &[(&str, &str)] = &[
    ("طفل", "طفل"),
    ("رضيع", "رضيع"),
    ("امرا", "امراه"),
    ("امراه", "امراه"),
    ("شرط", "شرطي"),
    ("شرطي", "شرطي"),
    ("جندي", "جندي"),
    ("سايح", "سايح"),
];

/// «منهم», «من بينهم», «ضمنها»: right before the figure.
fn follows_among(line: &Line, at: usize) -> bool {
    const AMONG: &[&str] = &["منهم", "منها", "منهن", "بينهم", "بينهن", "بينها", "ضمنهم", "ضمنها"];
    at.checked_sub(1).and_then(|before| line.word(before)).is_some_and(|word| word.is(AMONG))
}

/// Whether a figure is joined to one right before it.
fn is_joined(line: &Line, start: usize) -> bool {
    let figure = |i: usize| line.figure.get(i).copied().flatten().is_some();
    let and = line.word(start).is_some_and(|word| word.folded.starts_with('و'));
    let and_about =
        || start.checked_sub(1).and_then(|i| line.word(i)).is_some_and(|w| w.folded == "و");
    let near = (start.saturating_sub(3)..start).any(figure);
    (and || and_about()) && near
}

/// «رفع العدد إلى»: the same people, counted by another.
fn is_counted_anew(line: &Line, at: usize) -> bool {
    const NUMBER: &[&str] = &["العدد", "عددهم", "عددهن"];
    let word = |back: usize| at.checked_sub(back).and_then(|at| line.word(at));
    let to = word(1).is_some_and(|word| word.folded == "الي");
    to && word(2).is_some_and(|word| NUMBER.contains(&word.folded)) || is_former_total(line, at)
}

/// «كانت الحصيلة السابقة 54 شخصا»
fn is_former_total(line: &Line, at: usize) -> bool {
    let word = |back: usize| at.checked_sub(back).and_then(|at| line.word(at));
    word(1).is_some_and(|word| matches!(word.folded, "السابقه" | "الماضيه" | "الاخيره"))
        && word(2).is_some_and(|word| word.definite() && word.is(TOTAL))
}

/// Whether a topic was made of words alone.
fn is_open(fact: &Fact) -> bool {
    fact.topic.key.is_empty() || fact.topic.key.contains(':')
}

fn facet(fact: &Fact, which: Facet) -> Option<&str> {
    let found = fact.topic.scope.iter().find(|(facet, _)| *facet == which);
    found.map(|(_, value)| value.as_str())
}

/// «لترتفع الحصيلة الإجمالية إلى 318»
fn is_total(line: &Line, at: usize) -> bool {
    (at.saturating_sub(REACH)..at)
        .rev()
        .take_while(|i| line.word(i + 1).is_some_and(|word| word.gap < Gap::Comma))
        .take_while(|i| line.figure.get(*i).copied().flatten().is_none())
        .any(|i| line.word(i).is_some_and(|word| word.is(TOTAL)))
}

/// Whether only a few words stand between a count (its place among the facts) and the figure at
/// `at`.
fn is_next(line: &Line, model: usize, at: usize) -> bool {
    line.words_of(model).is_some_and(|words| at.saturating_sub(words.end) <= REACH)
}

#[cfg(test)]
mod tests {
    use crate::facts::testing::article;
    use crate::facts::{Value, extract};

    /// The key and the scope of the figure `low`.
    fn topic(text: &str, low: f64) -> (String, String) {
        let facts = extract(&article(text, "2026-05-04")).facts;
        let is = |value: &Value| matches!(value, Value::Quantity(q) if (q.low - low).abs() < 0.1);
        let fact = facts.iter().find(|fact| is(&fact.value)).unwrap();
        let scope: Vec<String> =
            fact.topic.scope.iter().map(|(facet, value)| format!("{facet:?}={value}")).collect();
        (fact.topic.key.to_string(), scope.join(" "))
    }

    #[test]
    fn a_total_is_of_what_was_counted_before_it() {
        let text = "انتشل الغواصون ثلاث جثث جديدة من النهر، لترتفع الحصيلة الإجمالية إلى 27.";
        let (part, whole) = (topic(text, 3.0), topic(text, 27.0));
        assert_eq!(part.0, whole.0);
        assert_eq!(whole.1, "");
    }

    #[test]
    fn what_a_part_is_of_is_counted_in_the_same_thing() {
        let text = "وزعت البلدية أربعين ألف كمامة من أصل ستين ألفا وصلت إلى الميناء.";
        let (part, whole) = (topic(text, 40_000.0), topic(text, 60_000.0));
        assert_eq!(part.0, whole.0);
        assert!(whole.1.contains("Part=whole"), "{whole:?}");
    }
}
