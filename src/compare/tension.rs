//! Days that a reader will want to square: coming to an event belongs to the day of the event.
//!
//! Begin with [`arrivals`]. Nothing here is a contradiction: people come on the eve, and late on
//! one day is the next one elsewhere. Where a report names the zone, that excuses the difference.

use crate::facts::{Facet, Grain, Mode, Value};

use super::align::{Told, told};
use super::value::{Relation, relate};
use super::{Argument, Claim, Disagreement, Position, Reason, Report, Verdict};

const ARRIVAL: &str = "date.arrival";
const MEETING: &str = "date.meeting";

/// Arrivals for a meeting that are told of another day than the meeting.
pub fn arrivals(reports: &[Report]) -> Option<Disagreement> {
    let came: Vec<Told> =
        told(reports).filter(|came| is_day(came, ARRIVAL) && for_it(came)).collect();
    let met: Vec<Told> = told(reports).filter(|met| is_day(met, MEETING)).collect();
    let apart = |came: &Told, met: &Told| {
        let relation = relate(MEETING, &came.fact.value, &met.fact.value);
        matches!(relation, Relation::Apart(..) | Relation::Precision("one_day_apart"))
    };
    // A report that tells the arrival and the meeting of one day settles it.
    let settled = came.iter().any(|came| met.iter().any(|met| same_day(came, met)));
    let first = came.iter().find(|came| met.iter().any(|met| apart(came, met)))?;
    let against = met.iter().find(|met| apart(first, met))?;
    if settled || names_zone(first) || names_zone(against) {
        return None;
    }
    let on_the_day: Vec<Claim> =
        met.iter().filter(|met| apart(first, met)).map(|told| told.claim).collect();
    let arrival: Vec<Claim> =
        came.iter().filter(|came| apart(came, against)).map(|told| told.claim).collect();
    Some(Disagreement {
        topic: format!("{ARRIVAL} {MEETING}"),
        label: first.fact.topic.label.clone(),
        verdict: Verdict::Compatible,
        severity: TENSION,
        positions: vec![Position { claims: arrival }, Position { claims: on_the_day }],
        reason: Reason {
            rule: "arrival_and_event",
            arguments: vec![
                ("a", Argument::Claim(first.claim)),
                ("b", Argument::Claim(against.claim)),
            ],
        },
    })
}

/// Weight of a tension: under every conflict, above what differs in wording alone.
const TENSION: u8 = 25;

fn same_day(came: &Told, met: &Told) -> bool {
    relate(MEETING, &came.fact.value, &met.fact.value) == Relation::Same
}

/// Whether a claim tells of a day that has been, under a topic.
fn is_day(told: &Told, key: &str) -> bool {
    let day = match &told.fact.value {
        Value::Date(date) => date.grain == Grain::Day,
        Value::Words(_) => true,
        _ => false,
    };
    day && told.fact.topic.key == key && told.fact.mode == Mode::Fact
}

/// Whether the arrival is told to have been for the meeting.
fn for_it(told: &Told) -> bool {
    told.fact.topic.scope.iter().any(|(facet, _)| *facet == Facet::Event)
}

fn names_zone(told: &Told) -> bool {
    let sentence = told.article.text.slice(told.fact.sentence).unwrap_or_default();
    sentence.contains("بتوقيت") || sentence.contains("غرينتش") || sentence.contains("جرينتش")
}
