//! One thing at two parts of one day: «صباح الجمعة» against «مساء الجمعة», or against «الساعة 19:30».
//!
//! Begin with [`apart`]. The day is the same, so that the dates say nothing against each other; words
//! of the day are used so widely that only those which no writer would exchange are set apart.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::article::ArticleId;
use crate::facts::lexicon::{self, Class};
use crate::facts::{DayPart, Fact, Grain, Mode, TimeValue, Value};
use crate::text::{Span, fold};

use super::align::{Group, Told};
use super::bearing::Ground;
use super::near::Surroundings;
use super::severity::severity;
use super::{Argument, Claim, Disagreement, Position, Reason, Verdict};

/// Topics of the day on which a thing was, and the topic of its hour, or itself where none has one.
#[rustfmt::skip]
const HOURS: &[(&str, &str)] = &[
    ("date.accident", "event.time"), ("date.arrest", "date.arrest"), ("date.arrival", "arrival.time"),
    ("date.attack", "event.time"), ("date.birth", "birth.time"), ("date.crime", "event.time"),
    ("date.death", "death.time"), ("date.departure", "departure.time"), ("date.escape", "escape.time"),
    ("date.execution", "execution.time"), ("date.freed", "release.time"), ("date.funeral", "funeral.time"),
    ("date.launch", "launch.time"), ("date.match", "match.kickoff"), ("date.meeting", "meeting.start"),
    ("date.missing", "missing.time"), ("date.release", "release.time"), ("date.truce", "truce.start"),
];

/// Minutes between a part of the day and a clock time that no loose word covers.
const ROOM: u16 = 90;

/// A claim of when on its day something was.
struct Hour<'g, 'a> {
    told: &'g Told<'a>,
    day: Option<Date>,
    part: DayPart,
    clock: bool,
    /// Whether it is the first that its report tells of the day or the hour.
    principal: bool,
}

/// Things that the reports put at parts of one day that exclude each other; `found` is what is
/// listed already.
pub fn apart(groups: &[Group], ground: Ground, found: &[Disagreement]) -> Vec<Disagreement> {
    let mut things: BTreeMap<(&str, &str), Vec<&Group>> = BTreeMap::new();
    for group in groups {
        let hour = |(day, hour): &&(&str, &str)| group.key == *day || group.key == *hour;
        let Some((_, hour)) = HOURS.iter().find(hour) else { continue };
        let scope = group.topic.strip_prefix(&*group.key).unwrap_or_default();
        things.entry((hour, scope)).or_default().push(group);
    }
    let opposed = things.values().filter_map(|groups| opposed(groups, ground, found));
    opposed.collect()
}

fn opposed(groups: &[&Group], ground: Ground, found: &[Disagreement]) -> Option<Disagreement> {
    let told = || groups.iter().flat_map(|group| &group.told);
    let is_first = |one: &Told| {
        let same = |other: &&Told| other.claim.article == one.claim.article;
        told().filter(same).all(|other| one.claim <= other.claim) && !is_of_what_followed(one)
    };
    let hours: Vec<Hour> = told()
        .filter_map(hour)
        .map(|hour| Hour { principal: is_first(hour.told), ..hour })
        .collect();
    let (a, b) = hours.iter().enumerate().find_map(|(index, a)| {
        let later = hours.get(index + 1..)?;
        later.iter().find(|b| are_opposed(a, b, &hours, ground)).map(|b| (a, b))
    })?;
    let side = |own: &Hour, other: &Hour| -> Vec<Claim> {
        let beside = |one: &&Hour| {
            one.told.claim == own.told.claim || are_apart(one, other) && !are_apart(one, own)
        };
        hours.iter().filter(beside).map(|one| one.told.claim).collect()
    };
    let (one, other) = (side(a, b), side(b, a));
    let place = |one: &Disagreement, claim: Claim| {
        one.positions.iter().position(|position| position.claims.contains(&claim))
    };
    let listed = |one: &Disagreement| {
        let (a, b) = (place(one, a.told.claim), place(one, b.told.claim));
        a.zip(b).is_some_and(|(a, b)| a != b)
    };
    if found.iter().any(listed) {
        return None;
    }
    let group = groups.first()?;
    let (verdict, sources) = (Verdict::Contradiction, one.len() + other.len());
    Some(Disagreement {
        topic: format!("{} part", group.topic),
        label: group.label.clone(),
        verdict,
        severity: severity(group.weight, verdict, 0.5, sources),
        positions: vec![Position { claims: one }, Position { claims: other }],
        reason: Reason {
            rule: "different_time",
            arguments: vec![
                ("a", Argument::Claim(a.told.claim)),
                ("b", Argument::Claim(b.told.claim)),
            ],
        },
    })
}

/// What a claim says of the part of its day.
fn hour<'g, 'a>(told: &'g Told<'a>) -> Option<Hour<'g, 'a>> {
    if told.fact.mode != Mode::Fact || is_bound(told) || is_of_news(told) || is_of_another(told) {
        return None;
    }
    match &told.fact.value {
        Value::Date(date) if date.grain == Grain::Day => Some(Hour {
            told,
            day: Some(date.first),
            part: date.part?,
            clock: false,
            principal: false,
        }),
        Value::Time(time) if is_sure(told, time) => {
            let part = DayPart { from: time.minute, until: time.last_minute.max(time.minute) };
            Some(Hour { told, day: time.date, part, clock: true, principal: false })
        }
        _ => None,
    }
}

/// «حتى مساء الخميس», «منذ صباح الجمعة»: until or from when something went on, which is of another thing.
fn is_bound(told: &Told) -> bool {
    const BOUNDS: &[&str] = &["حتي", "منذ", "لغايه", "غايه", "قبل", "بعد", "الي"];
    let before = Span { start: told.fact.sentence.start, end: told.fact.span.start };
    let words = fold(told.article.text.slice(before).unwrap_or_default());
    let mut before = words.split_whitespace().rev().skip_while(|word| *word == "حدود");
    before.next().is_some_and(|word| BOUNDS.contains(&word))
}

/// «انتشلت الجثث مساء الجمعة بعد انهيار المبنى»: the day may be of what came after.
fn is_of_what_followed(told: &Told) -> bool {
    const NEAR: usize = 6;
    const AFTER: &[&str] = &["بعد", "اثر", "عقب", "جراء", "بعدما", "غداه"];
    let behind = Span { start: told.fact.span.end, end: told.fact.sentence.end };
    let words = fold(told.article.text.slice(behind).unwrap_or_default());
    words.split_whitespace().take(NEAR).any(|word| AFTER.contains(&word))
}

/// «أعلنت الأسرة وفاة المخرج مساء الأحد»: the evening may be that of the news. Behind «أن» it is not.
fn is_of_news(told: &Told) -> bool {
    let before = Span { start: told.fact.sentence.start, end: told.fact.span.start };
    let words = fold(told.article.text.slice(before).unwrap_or_default());
    let words: Vec<&str> = words.split_whitespace().collect();
    let tells = |word: &&str| {
        let found = lexicon::find(word);
        found.is_some_and(|found| found.entry.sense(Class::Saying).is_some())
    };
    let Some(at) = words.iter().rposition(tells) else { return false };
    let behind = words.get(at + 1..).unwrap_or_default();
    !behind
        .iter()
        .any(|word| matches!(word.trim_start_matches('ب'), "ان" | "انه" | "انها" | "انهم"))
}

/// «انفجار ثان», «غارة أخرى»: of one more thing than the one that the other report tells of.
fn is_of_another(told: &Told) -> bool {
    #[rustfmt::skip]
    const MORE: &[&str] = &[
        "ثان", "ثانيا", "ثانيه", "الثاني", "الثانيه", "اخر", "اخري", "جديد", "جديده", "مماثل", "مماثله",
    ];
    let sentence = fold(told.article.text.slice(told.fact.sentence).unwrap_or_default());
    let mut words = sentence.split_whitespace().map(|word| word.trim_end_matches(['.', '،']));
    words.any(|word| MORE.contains(&word))
}

/// Whether a clock time is of the place itself, and of the half of the day that it seems to be of:
/// «السابعة» alone may be either.
fn is_sure(told: &Told, time: &TimeValue) -> bool {
    const HALVES: &[&str] = &["صباح", "فجر", "ظهر", "عصر", "مساء", "ليل", "ص", "م"];
    let local = time.zone.as_ref().is_none_or(|zone| zone.name == "local");
    let words = fold(told.article.text.slice(told.fact.span).unwrap_or_default());
    let half = |word: &str| HALVES.contains(&word) || HALVES.contains(&word.trim_end_matches('ا'));
    local && (time.minute >= 13 * 60 || words.split_whitespace().any(half))
}

fn are_opposed(a: &Hour, b: &Hour, all: &[Hour], ground: Ground) -> bool {
    let (one, other) = (a.told.claim.article, b.told.claim.article);
    // A clock beside a clock is a matter of their own topic.
    let alike = a.clock && b.clock || one == other || a.day != b.day;
    if alike || !are_apart(a, b) {
        return false;
    }
    // Who tells the other's part as well tells of two things.
    let of = |article: ArticleId| all.iter().filter(move |one| one.told.claim.article == article);
    let settled = of(one).any(|own| !are_apart(own, b)) || of(other).any(|own| !are_apart(own, a));
    let around = |told: &Told| Surroundings::of(told, ground.names, ground.words);
    let alike = || around(a.told).likeness(&around(b.told)) >= Surroundings::LONE;
    !settled && (a.principal && b.principal || alike()) && !are_strangers(a.told, b.told, ground)
}

/// «حادث في طريق زيرون صباح الأحد», «حادث في طريق سافرا مساء الأحد»: whether the sentences of both name
/// people, bodies or places, and no one that both name.
fn are_strangers(a: &Told, b: &Told, ground: Ground) -> bool {
    let (one, other) = (named(a, ground), named(b, ground));
    !one.is_empty() && !other.is_empty() && one.is_disjoint(&other)
}

/// Who and what the sentence of a claim names, by its leading form.
fn named<'t>(told: &Told, ground: Ground<'t, '_>) -> BTreeSet<&'t str> {
    let report = ground.reports.iter().find(|report| report.article.id == told.claim.article);
    let facts = report.map_or(&[][..], |report| &report.reading.facts);
    let from = facts.partition_point(|fact| fact.span.start < told.fact.sentence.start);
    let within = facts.iter().skip(from).take_while(|fact| told.fact.sentence.covers(fact.span));
    let name = |fact: &'t Fact| match &fact.value {
        Value::Name(name) => Some(ground.names.leader(&name.canonical)),
        _ => None,
    };
    within.filter_map(name).collect()
}

/// Whether no word for the one would do for the other.
fn are_apart(a: &Hour, b: &Hour) -> bool {
    let room = i32::from(if a.clock || b.clock { ROOM } else { 0 });
    let disjoint = |(from, until): (i32, i32), (begin, end): (i32, i32)| {
        until + room <= begin || end + room <= from
    };
    stretches(a.part).all(|one| stretches(b.part).all(|other| disjoint(one, other)))
}

/// The stretches of a day that a part of it may be: the night of a day may be the one before it.
fn stretches(part: DayPart) -> impl Iterator<Item = (i32, i32)> {
    const DAY: i32 = 24 * 60;
    let (from, until) = (i32::from(part.from), i32::from(part.until));
    let before = (until > DAY).then_some((from - DAY, until - DAY));
    std::iter::once((from, until)).chain(before)
}

#[cfg(test)]
mod tests {
    use super::super::told_tests::read;

    /// Whether a wall that fell by either report is said to have fallen at two times.
    fn differ(one: &str, other: &str) -> bool {
        let text = |when: &str| format!("انهار جدار المدبغة القديمة في حي الورادين {when}.");
        let found = read(&[(&text(one), "2031-05-12"), (&text(other), "2031-05-13")]);
        found.disagreements.iter().any(|one| one.reason.rule == "different_time")
    }

    #[test]
    fn parts_of_one_day_that_no_writer_would_exchange() {
        assert!(differ("صباح اليوم", "مساء أمس"));
        assert!(differ("فجر الاثنين", "ظهر أمس الاثنين"));
        assert!(differ("صباح اليوم الاثنين", "أمس الاثنين عند الساعة السابعة مساء"));
        for (one, other) in [
            ("فجر الاثنين", "صباح أمس"),
            ("ظهر الاثنين", "عصر أمس"),
            ("عصر الاثنين", "مساء أمس"),
            ("فجر الاثنين", "ليل الاثنين"),
            ("صباح الاثنين", "أمس الاثنين عند الساعة السابعة"),
            ("ظهر الاثنين", "أمس الاثنين عند الساعة 15:40"),
            ("صباح اليوم", "مساء اليوم"),
        ] {
            assert!(!differ(one, other), "{one} / {other}");
        }
    }

    #[test]
    fn the_evening_of_the_news_and_that_of_one_more_are_no_other_time() {
        for (one, other) in [
            (
                "توفي الرسام فاضل صبحي صباح الأحد في منزله.",
                "أعلنت الأسرة وفاة الرسام فاضل صبحي مساء الأحد.",
            ),
            (
                "انفجر خزان صباح الأحد في ميناء الوردان.",
                "وقع مساء الأحد انفجار ثان في ميناء الوردان.",
            ),
        ] {
            let found = read(&[(one, "2031-05-12"), (other, "2031-05-12")]);
            assert!(found.disagreements.iter().all(|one| one.reason.rule != "different_time"));
        }
        let said = "أعلنت الأسرة أن الرسام فاضل صبحي توفي مساء الأحد.";
        let found = read(&[
            ("توفي الرسام فاضل صبحي صباح الأحد في منزله.", "2031-05-12"),
            (said, "2031-05-12"),
        ]);
        assert!(found.disagreements.iter().any(|one| one.reason.rule == "different_time"));
    }

    #[test]
    fn two_things_that_are_named_apart_have_each_its_time() {
        for (one, other) in [
            ("وقع حادث سير صباح الأحد في مدينة طنطا.", "وقع حادث سير مساء الأحد في مدينة أسيوط."),
            (
                "عقد وزير الزراعة سامي الدهان اجتماعا صباح الأحد.",
                "عقد وزير النقل فريد القاسمي اجتماعا مساء الأحد.",
            ),
        ] {
            let found = read(&[(one, "2031-05-12"), (other, "2031-05-12")]);
            let none = found.disagreements.iter().all(|one| one.reason.rule != "different_time");
            assert!(none, "{one}");
        }
    }

    #[test]
    fn until_an_evening_is_of_another_thing() {
        let found = read(&[
            ("انهار جدار المدبغة القديمة في حي الورادين صباح الاثنين.", "2031-05-12"),
            ("لم تنته حصيلة الجدار الذي انهار في حي الورادين حتى مساء الاثنين.", "2031-05-13"),
        ]);
        assert!(found.disagreements.iter().all(|one| one.reason.rule != "different_time"));
    }
}
