//! What one report denies and another tells: «لم يصافح الوزير نظيره», «صافح الوزير نظيره».
//!
//! Begin with [`meet`]. No list says which acts these are: the denial names the act, and the other
//! reports are searched for it by the root of its word and by who and what stands round it. Only
//! what meets so becomes a claim, on both sides; what nobody contradicts stays in the text.

mod root;
mod sentence;

use std::collections::HashSet;
use std::sync::Arc;

use crate::article::{Article, ArticleId};
use crate::facts::{Certainty, Fact, Kind, Layer, Mode, Reading, Topic, Value};
use crate::text::{Folded, Span, fold};

use super::words::sentences;
use super::{Claim, Disagreement, Verdict};
use sentence::{Act, Sentence};

/// Reports that are held against each other at most; in a folder of more, what each denies is not
/// looked for, since that work grows with the square of their number.
const MOST: usize = 60;
/// Denials of a dossier that are followed at most.
const DENIALS: usize = 400;
/// Places in one report at which an act is looked at.
const PLACES: usize = 12;

/// What the key of such a claim begins with.
pub const ACT: &str = "act.";

/// A denied act, in its report.
struct Denied {
    report: usize,
    act: Act,
    sentence: Span,
}

/// Adds to each reading the acts that it denies while another report tells them, and those that it
/// tells while another denies them. `readings[i]` belongs to `articles[i]`.
pub fn meet(articles: &[Article], readings: &mut [Reading]) {
    if articles.len() < 2 || articles.len() > MOST {
        return;
    }
    let denied: Vec<Denied> = (0..articles.len())
        .flat_map(|report| denials(articles, readings, report))
        .take(DENIALS)
        .collect();
    if denied.is_empty() {
        return;
    }
    let texts: Vec<Text> = articles.iter().map(Text::of).collect();
    let mut known: Vec<(String, Act)> = Vec::new();
    let mut added: Vec<Vec<Fact>> = vec![Vec::new(); articles.len()];
    for one in &denied {
        let told = told(one, articles, &texts);
        if told.is_empty() {
            continue;
        }
        let key = key_of(&one.act, &mut known);
        let label = told.first().and_then(|(report, act)| {
            Some(
                articles.get(*report)?.text.slice(act.span)?.split_whitespace().collect::<Vec<_>>(),
            )
        });
        let topic = Topic { key, label: label.unwrap_or_default().join(" "), scope: Vec::new() };
        let mut add = |report: usize, act: &Act, sentence: Span, told: bool| {
            let (Some(list), Some(reading)) = (added.get_mut(report), readings.get(report)) else {
                return;
            };
            if !list.iter().any(|fact| fact.span == act.span) {
                list.push(fact(&topic, act.span, sentence, told, reading));
            }
        };
        add(one.report, &one.act, one.sentence, false);
        for (report, act) in &told {
            add(*report, act, act.sentence, true);
        }
    }
    for (reading, mut facts) in readings.iter_mut().zip(added) {
        if !facts.is_empty() {
            reading.facts.append(&mut facts);
            reading.facts.sort_by_key(|fact| (fact.span.start, fact.span.end));
        }
    }
}

/// One report's text, folded, with its sentences.
struct Text {
    folded: Folded,
    sentences: Vec<Span>,
}

impl Text {
    fn of(article: &Article) -> Self {
        let folded = Folded::new(article.text.as_str());
        Self { folded, sentences: sentences(article).collect() }
    }

    /// The sentences in which a stretch of letters stands, each once.
    fn with(&self, letters: &str) -> Vec<Span> {
        let mut found: Vec<Span> = Vec::new();
        let places = memchr::memmem::find_iter(self.folded.as_str().as_bytes(), letters.as_bytes());
        for at in places.take(PLACES) {
            let start = self.folded.source(Span::new(at, at + letters.len())).start;
            let next = self.sentences.partition_point(|span| span.start <= start);
            let sentence = next.checked_sub(1).and_then(|at| self.sentences.get(at));
            found.extend(sentence.filter(|span| !found.contains(span)));
        }
        found
    }
}

fn denials<'a>(
    articles: &'a [Article],
    readings: &'a [Reading],
    report: usize,
) -> impl Iterator<Item = Denied> + 'a {
    let article = articles.get(report);
    let names: HashSet<String> = readings.get(report).map(names).unwrap_or_default();
    let all = article.into_iter().flat_map(move |article| {
        let denying = sentences(article).filter(|span| sentence::may_deny(article, *span));
        denying.map(move |span| Sentence::of(article, span))
    });
    all.flat_map(move |sentence| {
        let acts = sentence.denied(&names);
        acts.into_iter().map(move |act| Denied { report, act, sentence: sentence.span })
    })
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

/// Where the other reports tell a denied act.
fn told(denied: &Denied, articles: &[Article], texts: &[Text]) -> Vec<(usize, Act)> {
    let mut found = Vec::new();
    let others = articles.iter().zip(texts).enumerate().filter(|(at, _)| *at != denied.report);
    for (report, (article, text)) in others {
        if denied.act.so_far && !is_before(articles, report, denied.report) {
            continue;
        }
        let mut places: Vec<Span> = Vec::new();
        for letters in root::spellings(&denied.act.roots) {
            places.extend(text.with(&letters));
        }
        places.sort_unstable();
        places.dedup();
        let acts =
            places.into_iter().filter_map(|span| Sentence::of(article, span).told(&denied.act));
        found.extend(acts.map(|act| (report, act)));
    }
    found
}

/// Whether a report is of a day before another's.
fn is_before(articles: &[Article], one: usize, other: usize) -> bool {
    let day = |at: usize| articles.get(at)?.published.as_ref().map(|known| known.value);
    matches!((day(one), day(other)), (Some(one), Some(other)) if one < other)
}

/// The key of an act: the same for every denial of it.
fn key_of(act: &Act, known: &mut Vec<(String, Act)>) -> String {
    if let Some((key, _)) = known.iter().find(|(_, other)| other.is_like(act)) {
        return key.clone();
    }
    let root = act.roots.first().map_or("", String::as_str);
    let same = known.iter().filter(|(key, _)| key.split('#').next() == Some(root)).count();
    let number = if same == 0 { String::new() } else { format!("#{}", same + 1) };
    let key = format!("{ACT}{root}{number}");
    known.push((key.clone(), act.clone()));
    key
}

fn fact(topic: &Topic, span: Span, sentence: Span, told: bool, reading: &Reading) -> Fact {
    Fact {
        kind: Kind::Outcome,
        topic: topic.clone(),
        value: Value::Flag(told),
        span,
        sentence,
        layer: layer(reading, sentence, span),
        mode: Mode::Fact,
        certainty: Certainty::Low,
        rule: if told { "act.told" } else { "act.denied" },
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

/// Leaves out the acts that are set against each other already, in the same words, under a topic that
/// says more than yes and no.
pub fn keep_others(all: &mut Vec<Disagreement>, readings: &[Reading], articles: &[Article]) {
    let place = |claim: Claim| {
        let at = articles.iter().position(|article| article.id == claim.article)?;
        let fact = readings.get(at)?.facts.get(claim.fact.0 as usize)?;
        Some((claim.article, fact.span))
    };
    let hard = |one: &&Disagreement| {
        matches!(one.verdict, Verdict::Contradiction | Verdict::UpdateOverTime)
            && !one.topic.starts_with(ACT)
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
        !one.topic.starts_with(ACT) || !others.iter().any(told)
    });
}

#[cfg(test)]
mod tests {
    use super::super::told_tests::read;
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
        ];
        for (one, other) in apart {
            let all = acts(one, other);
            let found = all.disagreements.iter().find(|one| one.topic.starts_with(super::ACT));
            assert!(found.is_none(), "{one} / {other}");
        }
    }
}
