//! Claims that do not say of whom or of what they are, where the reports leave no doubt.

use std::collections::{BTreeMap, BTreeSet};

use crate::article::ArticleId;
use crate::facts::{Facet, Fact, Kind, Value, topic};
use crate::text::InOrder;

use super::Report;
use super::align::Told;
use super::names::Names;
use super::value::{Relation, relate};
use super::verdict::is_earlier;

/// Claims by the key of their topic and the strict facets of its scope.
pub type Buckets<'a> = BTreeMap<(String, Vec<String>), Vec<Told<'a>>>;

/// Bodies that are found are the dead, unless their report counts the dead too: then some were
/// buried before, or are still missing.
pub fn of_the_dead(mut buckets: Buckets) -> Buckets {
    const BODIES: &str = "bodies.recovered";
    const DEAD: &str = "toll.killed";
    let keys: Vec<_> = buckets.keys().filter(|(key, _)| key == BODIES).cloned().collect();
    if keys.is_empty() {
        return buckets;
    }
    // The dead of another event are no count of these.
    let of_event = |signature: &[String]| !signature.iter().any(|facet| is_of_another(facet));
    let of_dead = buckets.iter().filter(|((key, signature), _)| key == DEAD && of_event(signature));
    let all: Vec<&Told> = of_dead.flat_map(|(_, told)| told).collect();
    let bodies = || keys.iter().filter_map(|key| buckets.get(key)).flatten();
    // A report that tells of 45 dead and of 45 bodies counts one thing.
    let one_thing = |article: ArticleId| {
        bodies().filter(|body| body.claim.article == article).any(|body| {
            all.iter().filter(|dead| dead.claim.article == article).any(|dead| {
                let related = relate(DEAD, &body.fact.value, &dead.fact.value);
                related == Relation::Same || matches!(related, Relation::Precision(_))
            })
        })
    };
    let counted: BTreeSet<ArticleId> = all.iter().map(|one| one.claim.article).collect();
    let counted: BTreeSet<ArticleId> =
        counted.into_iter().filter(|article| !one_thing(*article)).collect();
    for key in keys {
        let Some(told) = buckets.remove(&key) else { continue };
        let (apart, dead): (Vec<_>, Vec<_>) =
            told.into_iter().partition(|one| counted.contains(&one.claim.article));
        if !apart.is_empty() {
            buckets.insert(key.clone(), apart);
        }
        if !dead.is_empty() {
            let home = buckets.entry((DEAD.to_owned(), key.1)).or_default();
            home.extend(dead);
            home.put_in_order_of(|told| told.claim);
        }
    }
    buckets
}

/// «event=2018», «event=another»
fn is_of_another(facet: &str) -> bool {
    let event = facet.strip_prefix("event=");
    event.is_some_and(|event| event == "another" || event.starts_with(|c: char| c.is_ascii_digit()))
}

/// A count that a report gives as the one before («كانت حصيلة سابقة أشارت إلى 12») is of the same thing
/// as the present one: what came of it is told by the verdict.
pub fn of_one_count(mut buckets: Buckets) -> Buckets {
    const EARLIER: &str = "event=earlier";
    let former = |(key, signature): &(String, Vec<String>)| {
        is_of_people(key) && signature.iter().any(|facet| facet == EARLIER)
    };
    let keys: Vec<_> = buckets.keys().filter(|key| former(key)).cloned().collect();
    for key in keys {
        let Some(told) = buckets.remove(&key) else { continue };
        let (counted, other): (Vec<_>, Vec<_>) = told.into_iter().partition(is_earlier);
        move_to(&mut buckets, without(&key, EARLIER), counted);
        move_to(&mut buckets, key, other);
    }
    buckets
}

/// Those who everybody was in a mine, a school or a train: «عامل» says no more of them than «شخص» where a
/// figure of theirs is told of all as well, and no report tells it of some.
pub fn of_everybody(mut buckets: Buckets) -> Buckets {
    const ROLES: [&str; 3] = ["qualifier=عامل", "qualifier=طالب", "qualifier=مسافر"];
    for role in ROLES {
        let of_role = |(key, signature): &(String, Vec<String>)| {
            is_of_people(key) && signature.iter().any(|facet| facet == role)
        };
        let keys: Vec<_> = buckets.keys().filter(|key| of_role(key)).cloned().collect();
        let mut proved = false;
        let all = keys.iter().all(|key| {
            let some = buckets.get(key).map(Vec::as_slice).unwrap_or_default();
            let plain = buckets.get(&without(key, role)).map(Vec::as_slice).unwrap_or_default();
            some.iter().all(|one| {
                let alike = |other: &&Told| {
                    relate(&key.0, &one.fact.value, &other.fact.value) == Relation::Same
                };
                let mut own = plain.iter().filter(|other| other.claim.article == one.claim.article);
                proved |= is_many(one) && plain.iter().any(|other| alike(&other));
                own.next().is_none()
                    || plain
                        .iter()
                        .any(|other| other.claim.article == one.claim.article && alike(&other))
            })
        });
        for key in keys.into_iter().filter(|_| proved && all) {
            let told = buckets.remove(&key).unwrap_or_default();
            move_to(&mut buckets, without(&key, role), told);
        }
    }
    buckets
}

/// Nobody at all («لم يوقف أحد») is none of the workers either, where a topic counts but one kind of
/// people and nobody else.
pub fn of_nobody(mut buckets: Buckets) -> Buckets {
    const KIND: &str = "qualifier=";
    let none = |told: &Told| matches!(&told.fact.value, Value::Quantity(one) if one.high <= 0.0);
    let of_none = |(key, told): (&(String, Vec<String>), &Vec<Told>)| {
        (is_of_people(&key.0) && key.1.is_empty() && told.iter().all(none)).then(|| key.clone())
    };
    for plain in buckets.iter().filter_map(of_none).collect::<Vec<_>>() {
        let of_kind = |(key, signature): &&(String, Vec<String>)| {
            *key == plain.0 && matches!(signature.as_slice(), [facet] if facet.starts_with(KIND))
        };
        let kinds: Vec<_> = buckets.keys().filter(of_kind).cloned().collect();
        if let [kind] = kinds.as_slice() {
            let told = buckets.remove(kind).unwrap_or_default();
            move_to(&mut buckets, plain, told);
        }
    }
    buckets
}

/// Of a poisoning one report tells the hurt and another the poisoned: one thing where two tell a figure of
/// many alike.
pub fn of_the_poisoned(mut buckets: Buckets) -> Buckets {
    const HURT: &str = "toll.injured";
    const POISONED: &str = "health.poisoned";
    let plain = |key: &str| (key.to_owned(), Vec::new());
    let told = |key: &str| buckets.get(&plain(key)).map(Vec::as_slice).unwrap_or_default();
    let alike = told(POISONED).iter().filter(|one| is_many(one)).any(|one| {
        told(HURT)
            .iter()
            .any(|other| relate(HURT, &one.fact.value, &other.fact.value) == Relation::Same)
    });
    if alike && let Some(hurt) = buckets.remove(&plain(HURT)) {
        move_to(&mut buckets, plain(POISONED), hurt);
    }
    buckets
}

/// An age without a name is of the one person whom its report names at all, if another report tells his
/// age too: else somebody who has no name there may be meant.
pub fn of_one_person<'a>(
    mut buckets: Buckets<'a>,
    reports: &[Report],
    names: &Names,
) -> Buckets<'a> {
    const AGE: &str = "person.age";
    let plain = (AGE.to_owned(), Vec::new());
    let Some(told) = buckets.remove(&plain) else { return buckets };
    let home = |told: &Told| {
        let who = sole_person(reports, told.claim.article, names)?;
        Some((AGE.to_owned(), vec![format!("of={who}").to_lowercase()]))
    };
    let homes: Vec<_> = told.iter().map(home).collect();
    // Where somebody's age is told with his name, one without may be his as well.
    let of_another = buckets.keys().any(|(key, _)| key == AGE);
    let elsewhere = |home: &(String, Vec<String>), claim: ArticleId| {
        let his = || buckets.get(home).into_iter().flatten();
        let own = |one: &Told| one.claim.article == claim;
        let same = |other: &Option<(String, Vec<String>)>| other.as_ref() == Some(home);
        let unnamed = told.iter().zip(&homes).filter(|(_, other)| !of_another && same(other));
        // His own is told already: this one is somebody else's.
        !his().any(own) && his().chain(unnamed.map(|(one, _)| one)).any(|one| !own(one))
    };
    let moves = |(one, home): (&Told, &Option<(String, Vec<String>)>)| {
        home.clone().filter(|home| elsewhere(home, one.claim.article))
    };
    let moves: Vec<_> = told.iter().zip(&homes).map(moves).collect();
    for (one, home) in told.into_iter().zip(moves) {
        move_to(&mut buckets, home.unwrap_or_else(|| plain.clone()), vec![one]);
    }
    buckets
}

/// The one person whom a report names.
fn sole_person<'n>(
    reports: &[Report<'n>],
    article: ArticleId,
    names: &'n Names,
) -> Option<&'n str> {
    let report = reports.iter().find(|report| report.article.id == article)?;
    let persons = report.reading.facts.iter().filter(|fact| fact.kind == Kind::Person);
    let mut people = persons.filter_map(|fact| match &fact.value {
        Value::Name(name) => Some(names.leader(&name.canonical)),
        _ => None,
    });
    let first = people.next()?;
    people.all(|other| other == first).then_some(first)
}

fn is_of_people(key: &str) -> bool {
    ["toll.", "aboard.", "bodies.", "trapped."].iter().any(|of| key.starts_with(of))
}

/// A few may be a few of anybody.
fn is_many(told: &Told) -> bool {
    matches!(&told.fact.value, Value::Quantity(figure) if figure.low >= 10.0)
}

/// A bucket's key without one of its facets.
fn without((key, signature): &(String, Vec<String>), facet: &str) -> (String, Vec<String>) {
    (key.clone(), signature.iter().filter(|own| *own != facet).cloned().collect())
}

fn move_to<'a>(buckets: &mut Buckets<'a>, home: (String, Vec<String>), told: Vec<Told<'a>>) {
    if told.is_empty() {
        return;
    }
    let home = buckets.entry(home).or_default();
    home.extend(told);
    home.put_in_order_of(|told| told.claim);
}

/// The country that a toll is of, or the part of one that others hold.
pub fn country(fact: &Fact) -> Option<&str> {
    let (_, place) = fact.topic.scope.iter().find(|(facet, _)| *facet == Facet::Place)?;
    let apart = place.starts_with(topic::HELD) || place.len() == 2 && place.is_ascii();
    (apart && fact.topic.key.starts_with("toll.")).then_some(place)
}

/// The tolls of which two countries are told.
pub fn told_apart<'t>(told: &[Told<'t>]) -> BTreeSet<&'t str> {
    let mut first: BTreeMap<&str, &str> = BTreeMap::new();
    let known = told.iter().filter_map(|one| Some((&*one.fact.topic.key, country(one.fact)?)));
    known
        .filter(|(key, place)| *first.entry(key).or_insert(place) != *place)
        .map(|one| one.0)
        .collect()
}

/// Whether the claims of a topic say of whom, or of which thing, they are.
fn is_owned(key: &str) -> bool {
    let frame = topic::frame(key);
    let framed = |frame: &topic::Frame| frame.strict.contains(&Facet::Of) && !frame.many;
    let stated = |attribute: &topic::Attribute| attribute.scope.contains(&Facet::Agent);
    frame.map_or_else(|| topic::attribute(key).is_some_and(stated), framed)
}

/// Claims that leave their owner out join those of the only owner there is, if their report tells
/// nothing of that owner: a stake in a deal of one buyer is the buyer's.
pub fn adopted(mut buckets: Buckets) -> Buckets {
    let owner = |facet: &String| facet.starts_with("of=") || facet.starts_with("agent=");
    let orphans: Vec<(String, Vec<String>)> = buckets
        .keys()
        .filter(|(key, signature)| is_owned(key) && !signature.iter().any(owner))
        .cloned()
        .collect();
    for orphan in orphans {
        let mut homes = buckets.keys().filter(|(key, signature)| {
            let rest = signature.iter().filter(|facet| !owner(facet));
            *key == orphan.0 && signature.iter().any(owner) && rest.eq(orphan.1.iter())
        });
        let (Some(only), None) = (homes.next().cloned(), homes.next()) else { continue };
        let Some(told) = buckets.remove(&orphan) else { continue };
        let known = buckets.get(&only).into_iter().flatten().map(|one| one.claim.article);
        let known: BTreeSet<ArticleId> = known.collect();
        let (own, silent): (Vec<_>, Vec<_>) =
            told.into_iter().partition(|one| known.contains(&one.claim.article));
        let home = buckets.entry(only).or_default();
        home.extend(silent);
        home.put_in_order_of(|told| told.claim);
        if !own.is_empty() {
            buckets.insert(orphan, own);
        }
    }
    buckets
}
