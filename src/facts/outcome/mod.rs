//! What came of an event, who was there, and what was a first.
//!
//! Begin with [`outcomes`]. `reached` reads agreements and the like with their polarity, `record`
//! firsts and superlatives, `format` how many each side brought, `roster` the lists of those who attended, `collision` what something
//! ran into, `office` who holds which office, `rank` what an officer is,
//! `standing` which place something has among its kind, `nationality` where somebody is from, `made` where something was made, `vessel` what a ship is called. Closed lists (the state of a deal, the kind of a
//! work) are in `topic::attribute`.

mod collision;
mod format;
mod made;
mod nationality;
mod office;
mod rank;
mod reached;
mod record;
mod roster;
mod standing;
#[cfg(test)]
mod tests;
mod vessel;

pub use format::EACH_SIDE;
pub(super) use roster::side;

use std::borrow::Cow;

use std::ops::Range;

use super::entity::Cast;
use super::lexicon::Class;
use super::{Certainty, Context, Fact, Kind, Layer, Mode, Name, Topic, Value};

/// Adds the facts of outcomes, records, rosters, collisions and offices.
pub fn outcomes(cx: &Context, cast: &Cast, facts: &mut Vec<Fact>) {
    for sentence in cx.sentences {
        let tokens = sentence.tokens.clone();
        if sentence.classes.has(Class::Outcome) {
            reached::read(cx, tokens.clone(), facts);
        }
        if sentence.classes.meet(record::OPENERS) {
            record::read(cx, tokens.clone(), facts);
        }
        if sentence.classes.has(Class::Superlative) {
            standing::read(cx, tokens.clone(), facts);
        }
        if sentence.classes.has(Class::Nisba) {
            nationality::read(cx, cast, tokens.clone(), facts);
        }
        if sentence.classes.meet(made::COUNTRIES) {
            made::read(cx, tokens.clone(), facts);
        }
        if sentence.classes.has(Class::Collide) {
            collision::read(cx, tokens.clone(), facts);
        }
        vessel::read(cx, tokens.clone(), facts);
        format::read(cx, tokens, facts);
    }
    roster::read(cx, cast, facts);
    office::read(cx, cast, facts);
    rank::read(cx, cast, facts);
}

/// A claim in the words of some tokens.
struct Claim {
    kind: Kind,
    key: Cow<'static, str>,
    value: Value,
    tokens: Range<usize>,
    mode: Mode,
    rule: &'static str,
}

impl Claim {
    /// That something bears the name that some tokens say, told as a fact.
    fn named(
        cx: &Context,
        (key, rule): (&'static str, &'static str),
        tokens: Range<usize>,
        canonical: String,
    ) -> Self {
        let span = cx.span(tokens.start, tokens.end);
        let name = cx.text.slice(span).unwrap_or_default().to_owned();
        Self {
            kind: Kind::Outcome,
            key: key.into(),
            value: Value::Name(Name { name, canonical }),
            tokens,
            mode: Mode::Fact,
            rule,
        }
    }
}

/// The one country of the adjective or the name at `at`: «المدرب الأوروبي» is of a part of the world.
fn country<'c>(cx: &Context<'c>, at: usize, class: Class) -> Option<&'c str> {
    let (sense, words) = cx.sense(at, class)?;
    (words == 1 && sense.id.len() == 2).then_some(sense.id)
}

fn push(cx: &Context, claim: Claim, facts: &mut Vec<Fact>) {
    let span = cx.span(claim.tokens.start, claim.tokens.end);
    let label = cx.text.slice(span).unwrap_or_default();
    facts.push(Fact {
        kind: claim.kind,
        topic: Topic { key: claim.key, label: label.to_owned(), scope: Vec::new() },
        value: claim.value,
        span,
        sentence: cx.sentence(claim.tokens.start).map_or(span, |sentence| sentence.span),
        layer: Layer::Report,
        mode: claim.mode,
        certainty: Certainty::Medium,
        rule: claim.rule,
    });
}
