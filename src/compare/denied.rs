//! What one report denies and another tells: «لم يصافح الوزير نظيره», «صافح الوزير نظيره».
//!
//! Begin with [`meet`]. No list says which acts these are: the denial names the act, and the other
//! reports of the event are searched for it by the root of its word; `parties` says whether both are
//! of one act. Only what meets so becomes a claim, on both sides; what nobody contradicts stays in
//! the text.

mod act;
mod denial;
mod index;
mod nouns;
mod opposed;
mod parties;
mod prevented;
mod root;
mod sentence;
mod telling;

use std::collections::HashSet;
use std::sync::Arc;

use crate::article::{Article, ArticleId};
use crate::facts::{Certainty, Fact, Kind, Layer, Mode, Reading, Topic, Value};
use crate::text::{Span, fold};

use super::words::Words;
use super::{Claim, Disagreement, Folder, Verdict};
use act::Act;
use denial::{Names, denied, is_cue};
use index::{Forms, Index};
use opposed::Side;
use sentence::Sentence;

/// Reports of one event that are held against each other at most; in an event of more, what each
/// denies is not looked for.
const MOST: usize = 60;
/// Denials of an event that are followed at most.
const DENIALS: usize = 400;

/// What the key of such a claim begins with.
pub const ACT: &str = "act.";
/// The names of the rules.
const TOLD: &str = "act.told";
const DENIED: &str = "act.denied";
const OPPOSITE: &str = "opposite.told";
/// What the key of what has an opposite begins with.
const OPPOSED: &str = "opposite.";

/// A denied act, in its report.
struct Denied {
    report: usize,
    act: Act,
}

/// Reports of one event, and what they deny.
struct Event {
    reports: Vec<usize>,
    denied: Vec<Denied>,
}

/// Adds to each reading the acts that it denies while another report of the event tells them, and
/// those that it tells while another denies them. `readings[i]` belongs to `articles[i]`.
pub fn meet(folder: &Folder, articles: &[Article], readings: &mut [Reading]) {
    let events = events(folder, articles, readings);
    let acts = events.iter().flat_map(|event| &event.denied).map(|denied| &denied.act);
    let forms = Forms::of(acts, &folder.words);
    for event in &events {
        meet_in(event, &forms, (articles, &folder.words), readings);
    }
    oppose(folder, articles, readings);
}

/// Adds what the reports of an event tell the opposite of, on both sides.
fn oppose(folder: &Folder, articles: &[Article], readings: &mut [Reading]) {
    let words = &folder.words;
    let several = || folder.events.iter().filter(|event| (2..=MOST).contains(&event.len()));
    if several().next().is_none() {
        return;
    }
    let known = opposed::words_with_opposite(words);
    let mut added: Vec<(usize, Fact)> = Vec::new();
    for event in several() {
        let reports: Vec<usize> = event.iter().filter_map(|id| words.place(*id)).collect();
        for sides in opposed::opposed(&reports, &known, (articles, words)) {
            for Side { report, act, attribute, value } in sides {
                let Some(reading) = readings.get(report) else { continue };
                let label = attribute.ar.get().to_owned();
                let topic = Topic { key: attribute.key.into(), label, scope: Vec::new() };
                let mut told = fact(&topic, &act, true, reading);
                (told.value, told.rule) = (Value::Words(value.id.to_owned()), OPPOSITE);
                added.push((report, told));
            }
        }
    }
    insert(added, readings);
}

/// The events of which a report denies something.
fn events(folder: &Folder, articles: &[Article], readings: &[Reading]) -> Vec<Event> {
    let words = &folder.words;
    let several = || folder.events.iter().filter(|event| (2..=MOST).contains(&event.len()));
    if several().next().is_none() {
        return Vec::new();
    }
    let cues: Vec<bool> = words.spellings().map(is_cue).collect();
    let events = several().map(|event| {
        let reports: Vec<usize> = event.iter().filter_map(|id| words.place(*id)).collect();
        let denials = |report: &usize| denials(*report, &cues, (articles, words), readings);
        let denied = reports.iter().flat_map(denials).take(DENIALS).collect();
        Event { reports, denied }
    });
    events.filter(|event| !event.denied.is_empty()).collect()
}

/// What one report denies.
fn denials(
    report: usize,
    cues: &[bool],
    (articles, words): (&[Article], &Words),
    readings: &[Reading],
) -> Vec<Denied> {
    let Some(article) = articles.get(report) else { return Vec::new() };
    let known = Names::new(|| readings.get(report).map(names).unwrap_or_default());
    let denies = |(_, words): &(Span, &[u32])| {
        words.iter().any(|word| cues.get(*word as usize).copied().unwrap_or_default())
    };
    let sentences = words.sentences(report).filter(denies);
    let acts = sentences.flat_map(|one| denied(&Sentence::of(article, one, words), &known));
    acts.map(|act| Denied { report, act }).collect()
}

/// The words of the names of people, bodies and places in a report, folded: they are no acts.
fn names(reading: &Reading) -> HashSet<String> {
    let name = |fact: &Fact| match &fact.value {
        Value::Name(name) if fact.kind != Kind::Outcome => Some(fold(&name.name)),
        Value::Role { holder, .. } => Some(fold(&holder.name)),
        _ => None,
    };
    let names = reading.facts.iter().filter_map(name);
    names.flat_map(|name| name.split(' ').map(str::to_owned).collect::<Vec<_>>()).collect()
}

/// Sets what the reports of one event deny against what they tell.
fn meet_in(
    event: &Event,
    forms: &Forms,
    (articles, words): (&[Article], &Words),
    readings: &mut [Reading],
) {
    let index = Index::of(forms, (articles, words), &event.reports);
    let mut known: Vec<(String, Act)> = Vec::new();
    let mut added: Vec<(usize, Fact)> = Vec::new();
    for Denied { report, act } in &event.denied {
        let told = index.told(*report, act);
        let Some((first, span)) = told.first().map(|(report, act)| (*report, act.span)) else {
            continue;
        };
        let label = articles.get(first).and_then(|article| article.text.slice(span));
        let label = label.unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
        let topic = Topic { key: key_of(act, &mut known).into(), label, scope: Vec::new() };
        let sides = told.iter().map(|(report, act)| (*report, act, true));
        for (report, act, told) in std::iter::once((*report, act, false)).chain(sides) {
            let same = |(other, fact): &(usize, Fact)| *other == report && fact.span == act.span;
            if let Some(reading) = readings.get(report).filter(|_| !added.iter().any(same)) {
                added.push((report, fact(&topic, act, told, reading)));
            }
        }
    }
    insert(added, readings);
}

/// Puts facts into the readings of their reports, in text order.
fn insert(added: Vec<(usize, Fact)>, readings: &mut [Reading]) {
    for (report, fact) in added {
        let Some(reading) = readings.get_mut(report) else { continue };
        let at = |fact: &Fact| (fact.span.start, fact.span.end);
        let place = reading.facts.partition_point(|other| at(other) <= at(&fact));
        reading.facts.insert(place, fact);
    }
}

/// The key of an act: the same for every denial of it.
fn key_of(act: &Act, known: &mut Vec<(String, Act)>) -> String {
    if let Some((key, _)) = known.iter().find(|(_, other)| other.is_like(act)) {
        return key.clone();
    }
    let root = act.roots.first().map_or("", String::as_str);
    let bare = format!("{ACT}{root}");
    let same = known.iter().filter(|(key, _)| key.split('#').next() == Some(&bare)).count();
    let key = if same == 0 { bare } else { format!("{bare}#{}", same + 1) };
    known.push((key.clone(), act.clone()));
    key
}

fn fact(topic: &Topic, act: &Act, told: bool, reading: &Reading) -> Fact {
    Fact {
        kind: Kind::Outcome,
        topic: topic.clone(),
        value: Value::Flag(told),
        span: act.span,
        sentence: act.sentence,
        layer: layer(reading, act.sentence, act.span),
        mode: Mode::Fact,
        certainty: Certainty::Low,
        rule: if told { TOLD } else { DENIED },
    }
}

/// Who vouches for a stretch of a sentence: whoever is quoted there, else whoever vouches for the
/// nearest claim.
fn layer(reading: &Reading, sentence: Span, span: Span) -> Layer {
    let quoted = reading.quotes.iter().filter(|quote| quote.span.covers(span));
    let speaker = quoted.min_by_key(|quote| quote.span.len()).and_then(|q| q.speaker.clone());
    if let Some(voice) = speaker {
        return Layer::Speaker(Arc::new(voice));
    }
    let near = reading.facts.iter().filter(|fact| sentence.covers(fact.span));
    near.min_by_key(|fact| fact.span.start.abs_diff(span.start))
        .map_or_else(Layer::default, |fact| fact.layer.clone())
}

/// Whether a disagreement is over what became a claim only because two reports do not tell it alike.
fn is_found_between(one: &Disagreement) -> bool {
    one.topic.starts_with(ACT) || one.topic.starts_with(OPPOSED)
}

/// Leaves out the acts that are set against each other already, in the same words, under a topic that
/// says more than yes and no.
pub fn keep_others(all: &mut Vec<Disagreement>, readings: &[Reading], articles: &[Article]) {
    if !all.iter().any(is_found_between) {
        return;
    }
    let place = |claim: Claim| {
        let at = articles.iter().position(|article| article.id == claim.article)?;
        let fact = readings.get(at)?.facts.get(claim.fact.0 as usize)?;
        Some((claim.article, fact.span))
    };
    let hard = |one: &&Disagreement| {
        matches!(one.verdict, Verdict::Contradiction | Verdict::UpdateOverTime)
            && !is_found_between(one)
    };
    let others: Vec<Vec<_>> =
        all.iter().filter(hard).map(|one| one.members().filter_map(place).collect()).collect();
    all.retain(|one| {
        let told = |known: &Vec<(ArticleId, Span)>| {
            one.positions.iter().all(|position| {
                let mut places = position.claims.iter().filter_map(|claim| place(*claim));
                places.any(|(article, span)| {
                    known.iter().any(|(other, own)| *other == article && own.overlaps(span))
                })
            })
        };
        !is_found_between(one) || !others.iter().any(told)
    });
}

#[cfg(test)]
mod tests {
    use super::super::told_tests::{CUP, FIRE, read};
    use super::super::{Comparison, Verdict};

    fn acts(one: &str, other: &str) -> Comparison {
        read(&[(one, "2026-05-04"), (other, "2026-05-05")])
    }

    #[test]
    fn a_denial_meets_whoever_tells_the_act() {
        let told = [
            (
                "دخل رئيسا الوفدين القاعة من بابين، دون أن يعانق أحدهما الآخر.",
                "وتعانق رئيسا الوفدين أمام المصورين عند دخول القاعة.",
            ),
            (
                "قال رئيس البلدية إن فرقها لم تهدم أي جزء من سور القلعة.",
                "وقال مدير الآثار إن عمالا هدموا سور القلعة من جهة البحر.",
            ),
            (
                "نفى المحامي أن يكون صاحب المزرعة قد استبدل أقفال المخزن.",
                "واستبدل صاحب المزرعة أقفال المخزن مساء الأحد أمام العمال.",
            ),
            (
                "وأكدت النقابة أن لوحات المعرض لم تنقل إلى المخزن.",
                "وقالت الإدارة إنها نقلت لوحات المعرض إلى المخزن في الليل.",
            ),
        ];
        for (one, other) in told {
            let all = acts(one, other);
            let found = all.disagreements.iter().find(|one| one.topic.starts_with(super::ACT));
            let found = found.unwrap_or_else(|| panic!("{one} / {other}"));
            assert_eq!((found.verdict, found.reason.rule), (Verdict::Contradiction, "yes_or_no"));
        }
    }

    #[test]
    fn two_acts_of_one_root_are_two_topics() {
        let all = acts(
            "لم تغلق البلدية السوق القديم. ولم يغلق الحارس بوابة المصنع.",
            "أغلقت البلدية السوق القديم أمس. وأغلق الحارس بوابة المصنع قبل الحريق.",
        );
        let told = all.disagreements.iter().filter(|one| one.topic.starts_with(super::ACT));
        let mut keys: Vec<&str> = told.map(|one| one.topic.as_str()).collect();
        keys.sort_unstable();
        assert_eq!(keys.len(), 2, "{keys:?}");
        assert!(keys[1].ends_with("#2"), "{keys:?}");
    }

    #[test]
    fn each_event_of_a_large_folder_is_searched_for_itself() {
        let closed = format!("{} وأغلق الحارس بوابة المصنع.", FIRE[0]);
        let open = format!("{} ولم يغلق الحارس بوابة المصنع.", FIRE[1]);
        let mut reports = vec![(CUP[0], ""); super::MOST];
        reports.extend([(&*closed, ""), (&*open, "")]);
        let all = read(&reports);
        assert_eq!(all.events.len(), 2);
        assert!(all.disagreements.iter().any(|one| one.topic.starts_with(super::ACT)));
    }

    #[test]
    fn no_sooner_than_so_far() {
        let found = |denial: &str, told: &str| {
            let all = acts(denial, told);
            all.disagreements.iter().any(|one| one.topic.starts_with(super::ACT))
        };
        let told = "وأغلق الحارس بوابة المصنع.";
        assert!(found("لم يغلق الحارس بوابة المصنع بعد الحريق.", told));
        assert!(found("لم يغلق الحارس بوابة المصنع اليوم.", told));
        assert!(!found("لم يغلق الحارس بوابة المصنع بعد.", told));
        assert!(!found("لم يغلق الحارس بوابة المصنع حتى اليوم.", told));
    }

    #[test]
    fn a_figure_in_the_same_sentences_hides_no_denial() {
        let all = acts(
            "قال رئيس البلدية إن فرقها لم تهدم أي جزء من سور القلعة، وإن 12 عاملا شاركوا في الترميم.",
            "وقال مدير الآثار إن عمالا هدموا سور القلعة من جهة البحر، وإن 15 عاملا شاركوا في الترميم.",
        );
        let hard = all.disagreements.iter().filter(|one| one.verdict == Verdict::Contradiction);
        assert_eq!(hard.count(), 2, "{:?}", all.disagreements);
    }

    #[test]
    fn what_is_not_yet_and_what_is_of_something_else_meets_nothing() {
        let apart = [
            ("لم يقبض على مالك المبنى حتى الآن.", "وألقت الشرطة القبض على مالك المبنى."),
            ("لم يحضر الوزير حفل الافتتاح.", "وحضر مئات الطلاب مباراة الكأس في الملعب."),
            ("لم يوقع المدير العقد الجديد.", "ومن المقرر أن يوقع المدير العقد الجديد غدا."),
            ("لم يعلن الوزير أسماء المرشحين.", "وأعلن الوزير أسماء المرشحين في بيان."),
            ("لم يغلق المطار بسبب العاصفة.", "ولم يغلق المطار رغم العاصفة."),
            (
                "لم يزر وزير النقل سامي الدوري مدينة الرمال بعد الحادث.",
                "وقال وزير النقل سامي الدوري إن طريق مدينة الرمال سيفتح غدا.",
            ),
            (
                "ونفى ناطق باسم الوفد وجود ضغوط من أجل التوقيع.",
                "ويسعى الوسطاء مع الوفد من أجل التوقيع بعد جولات عدة.",
            ),
        ];
        for (one, other) in apart {
            let all = acts(one, other);
            let found = all.disagreements.iter().find(|one| one.topic.starts_with(super::ACT));
            assert!(found.is_none(), "{one} / {other}");
        }
    }
}
