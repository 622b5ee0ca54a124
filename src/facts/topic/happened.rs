//! Whether what a name is told of came about, and at the event that the report is of.
//!
//! Begin with [`is_open`].

use super::super::Context;
use super::super::entity::Sort;
use super::super::lexicon::{Class, Classes};
use super::denial::denial;
use super::frame::{Naming, Stands};
use super::naming::REACH;
use super::words::Word;

/// What puts a claim before the event that the report is of.
const FORMER: &[&str] = &["السابق", "السابقه", "الماضي", "الماضيه", "سابقا", "سلفه", "سلفها"];

/// What is wished for.
const HOPED: &[&str] =
    &["امل", "امله", "املها", "رغبه", "رغبته", "رغبتها", "اقترح", "اقترحت", "عرض", "عرضت"];

/// Attributes of what happens once: what had been so is no former one.
const ONCE: &[&str] = &[
    "hospital.taken_to",
    "prison.moved_to",
    "arrest.place",
    "ship.port",
    "rescued.by",
    "operator.company",
    "made.by",
    "find.place",
    "vehicle.from",
    "guest.received_by",
    "contract.winner",
];
/// Attributes of what is still to be.
const AHEAD: &[&str] = &["project.site", "company.seat"];
/// Attributes that name somebody by what he is, whatever he does or denies.
const NAMED: &[&str] = &["ship.captain", "match.winner_scorer"];

/// Denied, hoped for, or told of a former occasion: nothing is said of this one. A cue with «قد» in
/// it asks for what had been before.
pub fn is_open(cx: &Context, words: &[Word], at: usize, key: &str) -> bool {
    let before_all = words.get(at).is_some_and(|word| word.folded == "قد");
    let coloured = |word: &Word| {
        let token = word.at();
        let planned = cx.is_one_of(token, const { Classes::of(&[Class::Plan]) });
        let open = cx.is_one_of(token, const { Classes::of(&[Class::Hedge, Class::Question]) });
        planned && !AHEAD.contains(&key) || open && !is_of_the_past(words, word)
    };
    let past = |i: usize| words.get(i).is_some_and(|word| word.is(&["كان", "كانت"]));
    let had = at
        .checked_sub(1)
        .is_some_and(|i| past(i) || words.get(i).is_some_and(|w| w.folded == "قد"))
        && (at.saturating_sub(4)..at).any(past);
    let former = words.iter().skip(at).take(REACH).any(|word| word.is(FORMER));
    let before = words.get(at.saturating_sub(4)..at).unwrap_or_default();
    // «كانت متجهة إلى»: a participle tells of what went on.
    let went_on = words.get(at).is_some_and(|word| {
        word.folded.starts_with("مت")
            || word.folded.starts_with("المت")
            || word.is(&["طريقها", "طريقه", "مركز", "بوره", "مركزه", "مركزها"])
    });
    !ONCE.contains(&key) && (former || (had || past(0)) && !went_on && !before_all)
        || before.iter().any(|word| coloured(word) || word.is(HOPED))
        || !NAMED.contains(&key) && denial(words, at..at + 1).is_some()
}

/// «المدير الجديد فلان»: what somebody is called, whatever he plans or denies.
pub fn is_called(naming: &Naming, words: &[Word], at: usize) -> bool {
    let definite = words.get(at).is_some_and(Word::definite);
    naming.stands == Stands::Next && naming.sorts == [Sort::Person] && definite
}

/// «قد رست», but «قد ترسو»: before a perfect it is no guess.
fn is_of_the_past(words: &[Word], word: &Word) -> bool {
    let next = words.iter().find(|next| next.span.start > word.span.end);
    let imperfect = |next: &&Word| next.folded.starts_with(['ي', 'ت', 'ن']);
    word.is(&["قد"]) && !next.is_some_and(|next| imperfect(&next))
}
