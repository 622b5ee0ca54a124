//! Towns of one name: «القنيطرة» lies in Morocco in a report of Morocco, and in Syria in others.
//!
//! Begin with [`settle`]. The lexicon gives such a name to the town that is oftener in the news; the
//! countries that the rest of the report names choose among the others.

use super::{Mention, Sort};
use crate::facts::Context;
use crate::facts::lexicon::{Class, Classes};

/// What the lexicon says, and the towns that may be meant in its place.
const TOWNS: [(&str, &[&str]); 7] = [
    ("sy/quneitra", &["ma/kenitra"]),
    ("lb/tripoli", &["ly/tripoli"]),
    ("tn/~/swq-alarbaa", &["ma/~/swq-alarbaa"]),
    ("eg/dakahlia/mansoura", &["dz/~/almnswrh"]),
    ("ma/mohammedia", &["dz/~/almhmdyh", "tn/~/almhmdyh"]),
    ("ps/west-bank/hebron", &["dz/~/alkhlyl"]),
    ("iq/nasiriyah", &["dz/~/alnasryh"]),
];

/// Gives the towns that have namesakes to the one country of these that the report names.
pub fn settle(cx: &Context, mentions: &mut [Mention]) {
    let named = |id: &str| TOWNS.iter().find(|(first, _)| *first == id);
    let doubtful =
        |m: &Mention| m.sort == Sort::Place && m.id.is_some_and(|id| named(id).is_some());
    if !mentions.iter().any(doubtful) {
        return;
    }
    let countries = countries(cx);
    let meant = |id: &str| countries.contains(&country(id));
    for mention in mentions.iter_mut().filter(|mention| doubtful(mention)) {
        let Some((first, others)) = mention.id.and_then(named) else { continue };
        let mut fit = others.iter().filter(|id| meant(id));
        if let (false, Some(other), None) = (meant(first), fit.next(), fit.next()) {
            mention.id = Some(other);
        }
    }
}

/// The countries that the report names, by themselves, by their towns or by their adjectives; the
/// doubtful towns themselves tell nothing.
fn countries(cx: &Context) -> Vec<&'static str> {
    const TELLING: Classes = Classes::of(&[Class::Place, Class::Nisba]);
    let mut found = Vec::new();
    for at in (0..cx.tokens.len()).filter(|at| cx.token(*at).is_some_and(|t| t.any.meet(TELLING))) {
        let sense = cx.sense(at, Class::Place).or_else(|| cx.sense(at, Class::Nisba));
        let Some((sense, _)) = sense else { continue };
        let of = country(sense.id);
        let doubtful = TOWNS.iter().any(|(first, _)| *first == sense.id);
        if !doubtful && of.len() == 2 && !found.contains(&of) {
            found.push(of);
        }
    }
    found
}

fn country(id: &str) -> &str {
    id.split('/').next().unwrap_or(id)
}
