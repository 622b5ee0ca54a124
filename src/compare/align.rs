//! Which claims speak of the same thing.
//!
//! Begin with [`groups`]. Claims meet by the key of their topic; what their scopes say keeps
//! them apart. A topic made of words alone, or one that a report may have several of, asks for
//! more: the sentences round the values must share words too.

use std::collections::BTreeMap;

use crate::article::Article;
use crate::facts::topic::{self, Course};
use crate::facts::{Facet, Fact, FactId, Grain, Kind, Mode, Value};

use crate::text::{InOrder, Span, fold};

use super::foremost::foremost;
use super::gather::{Gathered, gather};
use super::identical::recognised;
use super::kindred::met;
use super::names::Names;
use super::near::Surroundings;
use super::owners::{
    Buckets, adopted, country, of_everybody, of_one_count, of_the_dead, of_the_poisoned, told_apart,
};
use super::sided::{has_side, is_told_by_one, sided_first};
use super::value::{Relation, relate};
use super::words::Words;
use super::{Claim, Report, Subject};

/// A claim with its fact.
#[derive(Clone, Copy, Debug)]
pub struct Told<'a> {
    pub claim: Claim,
    pub fact: &'a Fact,
    pub article: &'a Article,
}

/// Claims of one thing, ready to be compared.
#[derive(Debug)]
pub struct Group<'a> {
    /// Key and scope, as in [`Subject::topic`].
    pub topic: String,
    pub key: String,
    pub label: String,
    pub told: Vec<Told<'a>>,
    pub course: Course,
    /// 0 to 100, for the order of disagreements.
    pub weight: u8,
    /// Whether values that differ may be set against each other: what the claims are of is
    /// certain enough.
    pub firm: bool,
}

/// Every group of claims of one thing, in order of topic.
pub fn groups<'a>(reports: &[Report<'a>], names: &Names, words: &Words) -> Vec<Group<'a>> {
    let mut buckets = Buckets::new();
    let all: Vec<Told> = told(reports).collect();
    let apart = told_apart(&all);
    for told in all {
        let key = told.fact.topic.key.to_string();
        let mut signature = signature(told.fact, names);
        // The dead of one country of two are never all of them.
        let place = country(told.fact).filter(|_| apart.contains(&*key));
        let place = place.map(|place| format!("place={place}"));
        signature.extend(place.filter(|place| !signature.contains(place)));
        buckets.entry((key, signature)).or_default().push(told);
    }
    let mut groups = Vec::new();
    let buckets = of_the_poisoned(of_everybody(of_one_count(of_the_dead(buckets))));
    for ((key, signature), told) in adopted(buckets) {
        for (scope, told) in loose(&key, told, names) {
            let topic = named(&key, signature.iter().chain(&scope));
            split(&key, topic, told, (names, words), &mut groups);
        }
    }
    met(recognised(groups, names, words), reports, names, words)
}

/// The claims that take part in the comparison. «اليوم» in somebody's own words is the day on
/// which they spoke, which a report need not tell: such a day is set against nothing.
pub fn told<'a>(reports: &[Report<'a>]) -> impl Iterator<Item = Told<'a>> {
    reports.iter().copied().flat_map(|report| {
        let direct: Vec<Span> =
            report.reading.quotes.iter().filter(|q| q.direct).map(|q| q.span).collect();
        all(&[report]).collect::<Vec<_>>().into_iter().filter(move |told| {
            let of_speaking = told.fact.rule == "date.relative"
                && direct.iter().any(|quote| quote.covers(told.fact.span));
            compared(told.fact) && !of_speaking && !is_aside(told)
        })
    })
}

/// A clock time in brackets right after another («20:45 (19:45 ت غ)»), or behind «أي», is the same moment.
fn is_aside(told: &Told) -> bool {
    const THAT_IS: &[&str] = &["أي", "الموافق", "ما يعادل", "ما يوافق", "أي في", "أي عند"];
    let Value::Time(_) = told.fact.value else { return false };
    let from = told.fact.sentence.start;
    let before = told.article.text.slice(Span { start: from, end: told.fact.span.start });
    let before = before.map(str::trim_end);
    let that_is = |before| THAT_IS.iter().find_map(|word| str::strip_suffix(before, *word));
    let open = before.and_then(|before| before.strip_suffix('(').or_else(|| that_is(before)));
    open.is_some_and(|before| {
        let before = fold(before);
        let mut words = before.split_whitespace().rev().take(5);
        words.any(|word| word.contains(|c: char| c.is_numeric()) || word.starts_with("الساعه"))
    })
}

/// Every claim of every report.
pub fn all<'a>(reports: &[Report<'a>]) -> impl Iterator<Item = Told<'a>> {
    reports.iter().copied().flat_map(|Report { article, reading }| {
        reading.facts.iter().enumerate().map(move |(index, fact)| Told {
            claim: Claim { article: article.id, fact: FactId(index as u32) },
            fact,
            article,
        })
    })
}

/// Whether a claim takes part in the comparison: it has a topic and is a claim about the event.
fn compared(fact: &Fact) -> bool {
    // A name is compared where it is the value of an attribute: who won, where it is held.
    let nominal = matches!(fact.value, Value::Name(_)) && fact.kind != Kind::Outcome
        || fact.kind == Kind::Unread;
    let silent = matches!(fact.mode, Mode::General | Mode::Question)
        || (fact.mode == Mode::Negated && matches!(fact.value, Value::Quantity(_)));
    // An agreement that is hoped for says nothing of one that came about.
    let hoped = matches!(fact.value, Value::Outcome { .. })
        && matches!(fact.mode, Mode::Planned | Mode::Hedged);
    !fact.topic.key.is_empty() && !nominal && !silent && !hoped
}

/// The strict facets of a topic, on which silence and a value exclude each other.
fn strict(key: &str) -> &'static [Facet] {
    const OPEN: &[Facet] = &[Facet::Part, Facet::Per, Facet::Event, Facet::Place];
    // What has a state is told by its noun and its owner; which airport it is may be left unsaid.
    const STATE: &[Facet] = &[Facet::Part, Facet::Per, Facet::Event, Facet::Agent];
    let of_attribute = |attribute: &topic::Attribute| {
        let personal = attribute.progress && attribute.scope == [Facet::Of];
        if personal { attribute.scope } else { STATE }
    };
    topic::frame(key)
        .map(|frame| frame.strict)
        .or_else(|| topic::attribute(key).map(of_attribute))
        .unwrap_or(OPEN)
}

fn is_part(fact: &Fact) -> bool {
    topic::frame(&fact.topic.key).is_some_and(|frame| frame.part)
}

fn value_of(told: &Fact, facet: Facet, names: &Names) -> Option<String> {
    let (_, value) = told.topic.scope.iter().find(|(f, _)| *f == facet)?;
    let provisional = facet == Facet::Qualifier && value == topic::PRELIMINARY;
    let sum = facet == Facet::Part && value == "sum";
    if provisional || (facet == Facet::Part && is_part(told) && !sum) {
        return None;
    }
    Some(if facet == Facet::Of { names.leader(value).to_owned() } else { value.clone() })
}

fn signature(fact: &Fact, names: &Names) -> Vec<String> {
    let strict = strict(&fact.topic.key);
    // A former value, one of another year and one of another event are never of this event.
    let former = |value: &str| {
        matches!(value, "before" | "next" | "another" | "doubles")
            || value.starts_with(|c: char| c.is_ascii_digit())
    };
    let mut facets: Vec<String> = strict
        .iter()
        .filter_map(|facet| {
            value_of(fact, *facet, names).map(|v| format!("{facet:?}={v}").to_lowercase())
        })
        .collect();
    if !strict.contains(&Facet::Event)
        && let Some(event) = value_of(fact, Facet::Event, names).filter(|event| former(event))
    {
        facets.push(format!("event={event}"));
    }
    if let (Value::Roster { side: Some(side), .. }, false) =
        (&fact.value, strict.contains(&Facet::Of))
    {
        facets.push(format!("of={side}"));
    }
    facets
}

type Loose<'a> = Vec<(Vec<String>, Vec<Told<'a>>)>;

/// Splits claims on the other facets: two that name different values are two topics; one that
/// names none joins when there is only one value to join.
fn loose<'a>(key: &str, told: Vec<Told<'a>>, names: &Names) -> Loose<'a> {
    let strict = strict(key);
    let facets = [
        Facet::Of,
        Facet::Event,
        Facet::Place,
        Facet::When,
        Facet::Qualifier,
        Facet::Per,
        Facet::Part,
    ];
    // Where all are silent on a facet, it divides nothing.
    let said: Vec<Facet> =
        told.iter().flat_map(|one| &one.fact.topic.scope).map(|(facet, _)| *facet).collect();
    let mut parts = vec![(Vec::new(), told)];
    for facet in facets.into_iter().filter(|facet| !strict.contains(facet)) {
        // When a value held is a matter for the verdict where the value may change.
        let changing = topic::frame(key).is_some_and(|frame| frame.course != Course::Fixed);
        if facet == Facet::When && changing || !said.contains(&facet) {
            continue;
        }
        parts =
            parts.into_iter().flat_map(|(scope, told)| divide(facet, scope, told, names)).collect();
    }
    parts
}

fn divide<'a>(facet: Facet, scope: Vec<String>, told: Vec<Told<'a>>, names: &Names) -> Loose<'a> {
    let mut by_value: BTreeMap<Option<String>, Vec<Told>> = BTreeMap::new();
    for one in told {
        by_value.entry(value_of(one.fact, facet, names)).or_default().push(one);
    }
    if by_value.len() == 2
        && let Some(silent) = by_value.remove(&None)
    {
        // One value and some that are silent on it.
        let Some((_, mut told)) = by_value.pop_first() else { return vec![(scope, silent)] };
        told.extend(silent);
        told.put_in_order_of(|told| told.claim);
        return vec![(scope, told)];
    }
    if let Some(main) = dominant(&by_value)
        && let Some(silent) = by_value.remove(&None)
        && let Some(told) = by_value.get_mut(&Some(main))
    {
        told.extend(silent);
        told.put_in_order_of(|told| told.claim);
    }
    // Who was absent is told of several, in no order.
    let figure = |told: &Told| matches!(told.fact.value, Value::Quantity(_));
    if facet == Facet::Of && by_value.values().flatten().all(figure) {
        foremost(&mut by_value);
    }
    let many = by_value.len() > 1;
    by_value
        .into_iter()
        .map(|(value, told)| {
            let mut scope = scope.clone();
            if let Some(value) = value.filter(|_| many) {
                scope.push(format!("{facet:?}={value}").to_lowercase());
            }
            (scope, told)
        })
        .collect()
}

/// The value that most reports name, by far: what a report leaves unsaid is of it.
fn dominant(by_value: &BTreeMap<Option<String>, Vec<Told>>) -> Option<String> {
    let reports = |told: &[Told]| {
        told.iter().map(|one| one.claim.article).collect::<std::collections::BTreeSet<_>>().len()
    };
    let mut counts: Vec<(usize, &String)> = by_value
        .iter()
        .filter_map(|(value, told)| value.as_ref().map(|value| (reports(told), value)))
        .collect();
    counts.put_in_order_of(|(count, _)| std::cmp::Reverse(*count));
    match counts.as_slice() {
        [(most, value), (next, _), ..] if *most >= 2 && *most >= 2 * next => Some((*value).clone()),
        _ => None,
    }
}

fn named<'a>(key: &str, scope: impl Iterator<Item = &'a String>) -> String {
    scope.fold(key.to_owned(), |topic, facet| format!("{topic} {facet}"))
}

/// Days of which a report may tell several, and tells but the one that matters as a rule.
const ONCE: &[&str] = &["date.arrest", "date.effective", "date.strike"];

/// Parts the claims whose topic does not settle that they are of one thing, by the words round
/// them.
fn split<'a>(
    key: &str,
    topic: String,
    told: Vec<Told<'a>>,
    (names, words): (&Names, &Words),
    out: &mut Vec<Group<'a>>,
) {
    let frame = topic::frame(key);
    let open = frame.is_none() && topic::attribute(key).is_none() && key.contains(':');
    let many = frame.is_some_and(|frame| frame.many);
    let owned = frame.is_none_or(|f| !f.strict.contains(&Facet::Of)) || topic.contains("of=");
    let group = |topic, told: Vec<Told<'a>>, firm| Group {
        topic,
        key: key.to_owned(),
        label: told.first().map_or(String::new(), |told: &Told| told.fact.topic.label.clone()),
        told,
        course: frame.map_or(Course::Fixed, |frame| frame.course),
        weight: weight(key),
        firm,
    };
    if !open && !many && !key.starts_with("match.score") {
        out.push(group(topic, told, owned));
        return;
    }
    let lone = one_value_each(key, &told);
    // A thing that each report counts once is one thing, though their words may differ: shown
    // together, and set against each other only where the words agree as well.
    let ranked = key.strip_prefix(topic::NTH).is_some_and(|rest| rest.starts_with(':'));
    let firm_kinds = ranked || told.iter().all(|one| firm_kind(one.fact.kind));
    // A day or an hour is told of so many things that the words must agree better.
    let timed = open && told.iter().all(is_timed);
    if lone && (open && firm_kinds || timed || many && !key.starts_with("date.")) {
        let enough = if timed { Surroundings::ENOUGH } else { Surroundings::LONE };
        // Of what is counted there are several of a kind; of what lasts or is measured under one word
        // there is one.
        let alike = !open
            || !told.iter().any(is_counted)
            || gather(told.clone(), enough, names, words).len() == 1;
        out.push(group(topic, told, alike && owned));
        return;
    }
    // «أوقفته الشرطة مساء الجمعة» and «اعتقل ظهر الأحد»: the one arrest of both reports.
    let once = lone
        && ONCE.contains(&key)
        && gather(told.clone(), Surroundings::ONCE, names, words).len() == 1;
    if once {
        out.push(group(topic, told, owned));
        return;
    }
    let told = sided_first(told);
    let gathered = gather(told, Surroundings::ENOUGH, names, words);
    for (index, Gathered { told, torn, .. }) in gathered.into_iter().enumerate() {
        let topic = if index == 0 { topic.clone() } else { format!("{topic} #{}", index + 1) };
        // A report may tell of many announcements and finds, each on its day.
        let dated = key.starts_with("date.") && !topic.contains(" event=");
        let firm = !dated && (!open || told.iter().all(|one| firm_kind(one.fact.kind)));
        // A score whose sides are not named may be of another match.
        let sided =
            lone || told.iter().all(|one| has_side(one.fact) || is_told_by_one(key, &told, one));
        out.push(group(topic, told, firm && owned && sided && !torn));
    }
}

fn weight(key: &str) -> u8 {
    topic::frame(key)
        .map(|frame| frame.weight)
        .or_else(|| topic::attribute(key).map(|attribute| attribute.weight))
        .unwrap_or(if key.contains(':') { 40 } else { 80 })
}

/// Whether no report tells two values of the topic: «4.2 ملايين» and «ما يناهز 4.2 ملايين» are one.
pub fn one_value_each(key: &str, told: &[Told]) -> bool {
    let pairs = told.windows(2);
    pairs.into_iter().all(|pair| match pair {
        [a, b] => {
            let (one, other) = (&a.fact.value, &b.fact.value);
            let one_value =
                || matches!(relate(key, one, other), Relation::Same | Relation::Precision(_));
            a.claim.article != b.claim.article || one == other || one_value()
        }
        _ => true,
    })
}

/// Whether a value is a count, or a day or an hour, of which a report tells many.
fn is_counted(told: &Told) -> bool {
    !matches!(told.fact.kind, Kind::Duration | Kind::Percent | Kind::Measure | Kind::Money)
}

/// Kinds of values that a topic of words alone may set against each other: not bare numbers,
/// ordinals, dates and times, which are told of too many things.
fn firm_kind(kind: Kind) -> bool {
    matches!(kind, Kind::Count | Kind::Money | Kind::Duration | Kind::Percent | Kind::Measure)
}

/// A day that is named by itself, not by its distance from today, or an hour, and is not denied.
fn is_timed(told: &Told) -> bool {
    match &told.fact.value {
        _ if told.fact.mode == Mode::Negated => false,
        Value::Date(date) => date.grain == Grain::Day && told.fact.rule != "date.relative",
        Value::Time(_) => true,
        _ => false,
    }
}

/// The groups as the matrix shows them.
pub fn subjects(groups: &[Group]) -> Vec<Subject> {
    groups
        .iter()
        .map(|group| Subject {
            topic: group.topic.clone(),
            label: group.label.clone(),
            claims: group.told.iter().map(|told| told.claim).collect(),
        })
        .collect()
}
