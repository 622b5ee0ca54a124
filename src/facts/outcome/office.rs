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
            if told.insert((mention.who, role)) {
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
        }
    }
}

/// A dual or plural office («المنتجان المنفذان») and the names next to it.
fn plural(cx: &Context, mention: &Mention) -> bool {
    cx.word_sense(mention.whole.start, Class::Title)
        .is_some_and(|sense| sense.number == FormNumber::Two)
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
