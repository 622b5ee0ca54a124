//! The facts that name somebody or something: one where it is first named, and one for each
//! other spelling of the name.
//!
//! Begin with [`entities`]. Descriptions («مصدر أمني») give no fact.

use super::marked::is_marked;
use super::{Cast, Entity, Mention, Sort, name_span};
use crate::facts::{Certainty, Context, Fact, Kind, Layer, Mode, Name, Topic, Value};
use crate::text::single_spaced;

/// Spellings of one name that are told apart at most.
const SPELLINGS: usize = 4;

/// Adds the facts that name people, places, bodies and things.
pub fn entities(cx: &Context, cast: &Cast, facts: &mut Vec<Fact>) {
    let mut spellings: Vec<Vec<&str>> = vec![Vec::new(); cast.entities.len()];
    for mention in &cast.mentions {
        let Some(entity) = cast.entity(mention).filter(|entity| told(entity, mention)) else {
            continue;
        };
        let folded = cx.folded.slice(cx.folded.folded(name_span(cx, &mention.name)));
        let Some(seen) = spellings.get_mut(mention.who) else { continue };
        if seen.len() >= SPELLINGS || seen.contains(&folded) {
            continue;
        }
        seen.push(folded);
        facts.push(fact(cx, mention, entity));
    }
}

/// Whether a mention names its entity in full, so that it is worth a fact.
fn told(entity: &Entity, mention: &Mention) -> bool {
    match entity.sort {
        Sort::Described | Sort::Counterpart => false,
        // Marks alone do not tell what it is that speaks.
        Sort::Body if is_marked(mention) => false,
        Sort::Person => {
            mention.sort == Sort::Person
                && (mention.name.len() > 1 || mention.role.is_some() && entity.words() == 1)
        }
        _ => mention.sort == entity.sort,
    }
}

fn fact(cx: &Context, mention: &Mention, entity: &Entity) -> Fact {
    let span = name_span(cx, &mention.name);
    let (kind, rule) = kind(entity.sort);
    Fact {
        kind,
        topic: topic(entity),
        value: Value::Name(Name {
            name: single_spaced(cx.text.slice(span).unwrap_or_default()),
            canonical: entity.canonical.clone(),
        }),
        span,
        sentence: cx.sentence(mention.name.start).map_or(span, |sentence| sentence.span),
        layer: Layer::Report,
        mode: Mode::Fact,
        certainty: if mention.role.is_some() || mention.id.is_some() {
            Certainty::High
        } else {
            Certainty::Medium
        },
        rule,
    }
}

fn kind(sort: Sort) -> (Kind, &'static str) {
    match sort {
        Sort::Place => (Kind::Place, "place.named"),
        Sort::Body => (Kind::Organisation, "organisation.named"),
        Sort::Outlet => (Kind::Organisation, "outlet.named"),
        Sort::Thing => (Kind::Name, "thing.introduced"),
        _ => (Kind::Person, "person.named"),
    }
}

/// A named thing is compared under the noun that introduces it, everything else under its name.
fn topic(entity: &Entity) -> Topic {
    let key = match (&entity.noun, entity.sort) {
        (Some(noun), Sort::Thing | Sort::Body) => format!("name:{noun}"),
        (_, Sort::Place) => format!("place:{}", entity.canonical),
        (_, Sort::Person) => format!("person:{}", entity.canonical),
        _ => format!("organisation:{}", entity.canonical),
    };
    Topic { key: key.into(), label: entity.name.clone(), scope: Vec::new() }
}
