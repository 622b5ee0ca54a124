//! What something ran into: «اصطدمت بجدار», «تحطمت عند …».
//!
//! Begin with [`read`].

use std::ops::Range;

use super::{Claim, push};
use crate::facts::lexicon::{Class, Clitics};
use crate::facts::{Context, Fact, Kind, Mode, Value};

/// Tokens after the verb within which the obstacle stands.
const REACH: usize = 7;

/// Adds the collisions of one sentence.
pub fn read(cx: &Context, sentence: Range<usize>, facts: &mut Vec<Fact>) {
    for at in sentence.clone() {
        let Some((_, words)) = cx.sense(at, Class::Collide) else { continue };
        let from = at + words;
        let last = (from + REACH).min(sentence.end);
        let Some((sense, place)) = (from..last).find_map(|i| Some((obstacle(cx, i)?, i))) else {
            continue;
        };
        push(
            cx,
            Claim {
                kind: Kind::Outcome,
                key: "collision.into".into(),
                value: Value::Words(
                    cx.token(place).and_then(|t| t.entry).map_or("", |e| e.form()).to_owned(),
                ),
                tokens: place..place + sense,
                mode: Mode::Fact,
                rule: "collision",
            },
            facts,
        );
    }
}

/// How many words the obstacle at `at` has, if a preposition governs it.
fn obstacle(cx: &Context, at: usize) -> Option<usize> {
    let (_, words) = cx.sense(at, Class::Obstacle).or_else(|| facade(cx, at))?;
    let by = cx.token(at).is_some_and(|token| token.clitics.has(Clitics::BY));
    let before = at.checked_sub(1).map_or("", |i| cx.word(i));
    let governed = by || matches!(before, "عند" | "في" | "الي" | "مع" | "علي");
    governed.then_some(words)
}

/// «واجهة فندق», «جدار مبنى»: a part and the whole.
fn facade(cx: &Context, at: usize) -> Option<(crate::facts::lexicon::Sense, usize)> {
    let part = matches!(cx.word(at), "بواجهه" | "واجهه" | "بجدار" | "بحائط" | "بسور");
    part.then(|| cx.sense(at + 1, Class::Obstacle))
        .flatten()
        .map(|(sense, words)| (sense, words + 1))
}
