//! «المسافرون هم 38 مغربيا و29 يونانيا»: people of a country who are counted in a list of those
//! aboard, far from the word that says so.

use std::ops::Range;

use super::super::{Fact, Kind};
use super::choose::Found;
use super::frame::{self as frames};
use super::line::Line;
use super::scope::nation;

/// Words that say that a sentence is of those aboard.
const ABOARD: &[&str] =
    &["متن", "متنها", "متنه", "ركاب", "ركابها", "ركابه", "مسافرين", "مسافرون", "مسافر"];
/// Verbs that say so, unless «ما لا يقل عن» is meant.
const CARRIES: &[&str] = &["تقل", "يقل"];
/// Words between those aboard and a list of them at most, its figures apart.
const REACH: usize = 8;

/// The frame of a count of nationals that no other frame takes.
pub fn frame(line: &Line, fact: &Fact, at: &Range<usize>) -> Option<Found> {
    let country = |i: usize| line.word(i).is_some_and(|word| nation(word).is_some());
    if fact.kind != Kind::Count || !at.clone().any(country) {
        return None;
    }
    let between = (0..at.start).rev().filter(|i| line.figure.get(*i).copied().flatten().is_none());
    let aboard = between.take(REACH + 1).find(|i| is_aboard(line, *i))?;
    let trigger = line.word(aboard)?.span;
    Some(Found::sure(frames::frame("aboard.count")?, trigger, 0))
}

fn is_aboard(line: &Line, at: usize) -> bool {
    let is = |at: usize, forms: &[&str]| line.word(at).is_some_and(|word| word.is(forms));
    let least = || is(at + 1, &["عن"]) || at.checked_sub(1).is_some_and(|at| is(at, &["لا", "ولا"]));
    is(at, ABOARD) || is(at, CARRIES) && !least()
}

#[cfg(test)]
mod tests {
    use crate::facts::{Kind, extract, testing::article};

    fn aboard(text: &str) -> Vec<String> {
        let article = article(text, "2031-05-04");
        let facts = extract(&article).facts;
        let counts = facts.iter().filter(|fact| fact.kind == Kind::Count);
        let aboard = counts.filter(|fact| fact.topic.key == "aboard.count");
        aboard.map(|fact| article.text.slice(fact.span).unwrap().to_owned()).collect()
    }

    #[test]
    fn a_list_of_nationals_is_of_those_aboard() {
        let listed = aboard("والمسافرون هم 38 مغربيا و29 يونانيا و12 فرنسيا.");
        assert_eq!(listed, ["38 مغربيا", "29 يونانيا", "12 فرنسيا"]);
        assert_eq!(aboard("وكانت العبارة تقل 14 هنديا."), ["14 هنديا"]);
    }

    #[test]
    fn at_least_is_no_ship_and_a_list_far_off_is_of_others() {
        assert!(aboard("وقدم الطلب ما لا يقل عن 14 هنديا.").is_empty());
        let far =
            "وصل الركاب مساء إلى الميناء القديم حيث كان ينتظرهم في قاعة كبيرة وفد يضم 14 هنديا.";
        assert!(aboard(far).is_empty());
    }
}
