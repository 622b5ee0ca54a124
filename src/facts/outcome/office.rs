//! Who holds which office or had which part: «وزير الدفاع فلان», «المنتجان المنفذان …».
//!
//! Begin with [`read`]. One fact for each person and office; the canonical head of the office is
//! the lexicon's id.

use std::collections::BTreeSet;

use super::{Claim, push};
use crate::facts::entity::{Cast, Mention, Sort};
use crate::facts::lexicon::{Class, FormNumber};
use crate::facts::{Context, Fact, Kind, Mode, Name, Value};

/// Adds the offices of an article's people.
pub fn read(cx: &Context, cast: &Cast, facts: &mut Vec<Fact>) {
    let mut told = BTreeSet::new();
    for (index, mention) in cast.mentions.iter().enumerate() {
        let Some(role) = mention.role else { continue };
        if mention.sort == Sort::Person && mention.who < cast.entities.len() {
            if !hides(cx, cast, index) && told.insert((mention.who, role)) {
                office(cx, cast, mention, mention, role, facts);
            }
            // «الوزيران فلان وفلان»: the office is the second one's too.
            let next = cast.mentions.get(index + 1).filter(|_| plural(cx, mention));
            if let Some(next) =
                next.filter(|m| m.sort == Sort::Person && m.whole.start == mention.whole.end)
                && told.insert((next.who, role))
            {
                office(cx, cast, mention, next, role, facts);
            }
        } else if plural(cx, mention) {
            shared(cx, cast, index, mention, role, facts);
        } else if let Some(holder) = apposed(cx, cast, index)
            && told.insert((holder.who, role))
        {
            office(cx, cast, mention, holder, role, facts);
        }
    }
}

/// A dual or plural office («المنتجان المنفذان») and the names next to it.
fn plural(cx: &Context, mention: &Mention) -> bool {
    cx.word_sense(mention.whole.start, Class::Title)
        .is_some_and(|sense| sense.number == FormNumber::Two)
}

/// Callings that are no office: what somebody is, whatever he does.
const RANKS: [&str; 4] = ["officer", "doctor", "academic", "religious"];

/// Whether an honour («الدكتور») would hide the office that stands beside it with a comma; the rank of an
/// officer is told as well.
fn hides(cx: &Context, cast: &Cast, index: usize) -> bool {
    let Some(person) = cast.mentions.get(index) else { return false };
    let rank = person.role.is_some_and(|role| RANKS.contains(&role) && role != "officer");
    let own = |at: usize| apposed(cx, cast, at).is_some_and(|holder| holder.whole == person.whole);
    rank && (own(index + 1) || index.checked_sub(1).is_some_and(own))
}

/// «الدكتور فلان، المتحدث باسم الوزارة،», «المتحدث باسم الوزارة، اللواء فلان،»: whose office it is that a
/// comma parts from the name. The rank before the name does not hide it.
fn apposed<'c>(cx: &Context, cast: &'c Cast, index: usize) -> Option<&'c Mention> {
    const NO_OFFICE: [&str; 6] =
        ["source", "crowd", "witness", "official", "counterpart", "candidate"];
    let office = cast.mentions.get(index).filter(|m| m.sort == Sort::Described)?;
    if office.role.is_none_or(|role| NO_OFFICE.contains(&role) || RANKS.contains(&role)) {
        return None;
    }
    let comma = |at: usize| cx.is_sign(at, '،') || cx.is_sign(at, ',');
    let person = |m: &&Mention| m.sort == Sort::Person && m.who < cast.entities.len();
    let ranked = |m: &&Mention| m.role.is_some_and(|role| RANKS.contains(&role));
    let end = office.whole.end;
    let next = cast.mentions.get(index + 1).filter(|m| comma(end) && m.whole.start == end + 1);
    if let Some(next) = next.filter(person) {
        return Some(next).filter(ranked);
    }
    let closed = comma(end) || cx.is_break(end) || cx.is_sign(end, '.') || cx.is(end, Class::That);
    let last = cast.mentions.get(index.checked_sub(1)?).filter(person).filter(ranked)?;
    (closed && comma(last.whole.end) && last.whole.end + 1 == office.whole.start).then_some(last)
}

fn shared(
    cx: &Context,
    cast: &Cast,
    index: usize,
    title: &Mention,
    role: &'static str,
    facts: &mut Vec<Fact>,
) {
    let near = |m: &&Mention| m.sort == Sort::Person && m.whole.start <= title.whole.end + 6;
    let after = cast.mentions.get(index + 1..).unwrap_or_default().iter().take(2).filter(near);
    let before = cast.mentions.get(..index).unwrap_or_default().iter().rev().take(2);
    let back = before.filter(|m| m.sort == Sort::Person && m.whole.end + 3 >= title.whole.start);
    for holder in after.chain(back).take(2) {
        office(cx, cast, title, holder, role, facts);
    }
}

fn office(
    cx: &Context,
    cast: &Cast,
    title: &Mention,
    holder: &Mention,
    role: &str,
    facts: &mut Vec<Fact>,
) {
    let Some(entity) = cast.entity(holder) else { return };
    let tokens = if title.whole.start < title.name.start {
        title.whole.start..title.name.start
    } else if title.whole.end > title.name.end {
        title.name.end..title.whole.end
    } else {
        title.whole.clone()
    };
    let last = tokens.clone().rev().find(|&at| cx.is_word(at));
    let tokens = tokens.start..last.map_or(tokens.end, |at| at + 1);
    let label = entity.name.clone();
    let holder = Name { name: entity.name.clone(), canonical: entity.canonical.clone() };
    let key = ["role:", &entity.canonical].concat();
    let value = Value::Role { holder, role: role.to_owned() };
    push(
        cx,
        Claim {
            kind: Kind::Role,
            key: key.into(),
            value,
            tokens,
            mode: Mode::Fact,
            rule: "office",
        },
        facts,
    );
    // The topic is whose office it is, whatever it is called.
    if let Some(fact) = facts.last_mut() {
        fact.topic.label = label;
    }
}
