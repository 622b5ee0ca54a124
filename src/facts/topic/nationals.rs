//! «المسافرون هم 38 مغربيا و29 يونانيا»: people of a country who are counted in a list of those
//! aboard, far from the word that says so.

use std::ops::Range;

use super::super::{Fact, Kind};
use super::choose::Found;
use super::frame::{self as frames};
use super::line::Line;
use super::scope::nation;

/// Words that say that a sentence is of those aboard.
const ABOARD: &[&str] = &[
    "متن",
    "متنها",
    "متنه",
    "تقل",
    "يقل",
    "ركاب",
    "ركابها",
    "ركابه",
    "مسافرين",
    "مسافرون",
    "مسافر",
];

/// The frame of a count of nationals that no other frame takes.
pub fn frame(line: &Line, fact: &Fact, at: &Range<usize>) -> Option<Found> {
    let country = |i: usize| line.word(i).is_some_and(|word| nation(word).is_some());
    if fact.kind != Kind::Count || !at.clone().any(country) {
        return None;
    }
    let aboard = (0..at.start).rev().find(|i| line.word(*i).is_some_and(|w| w.is(ABOARD)))?;
    let trigger = line.word(aboard)?.span;
    Some(Found::sure(frames::frame("aboard.count")?, trigger, 0))
}
