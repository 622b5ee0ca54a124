//! Invented reports with hand-made facts: what meets, what does not, and what is said of it.

use super::{Comparison, Disagreement, Verdict, compare};
use crate::article::{Article, ArticleId};
use crate::facts::testing::article;
use crate::facts::{
    Approx, Certainty, Facet, Fact, Kind, Layer, Mode, Name, Polarity, Quantity, Reading, Topic,
    Unit, Value,
};
use crate::text::Span;

/// A report of an invented fire, with one sentence a claim.
struct Told {
    date: &'static str,
    facts: Vec<Fact>,
}

fn fact(key: &str, kind: Kind, value: Value) -> Fact {
    let topic = Topic { key: key.to_owned().into(), label: String::new(), scope: Vec::new() };
    Fact {
        kind,
        topic,
        value,
        span: Span::new(0, 8),
        sentence: Span::new(0, 40),
        layer: Layer::Report,
        mode: Mode::Fact,
        certainty: Certainty::High,
        rule: "test",
    }
}

fn count(key: &str, value: f64, approx: Approx) -> Fact {
    let quantity = Quantity { approx, ..Quantity::exact(value, Unit::Of("person".into())) };
    fact(key, Kind::Count, Value::Quantity(quantity))
}

fn of(mut told: Fact, facet: Facet, value: &str) -> Fact {
    told.topic.scope.push((facet, value.into()));
    told
}

const TEXTS: [&str; 3] = [
    "شب حريق كبير في مخزن أقمشة بحي الدباغين في مدينة وادي الرمان صباح أمس وهرع السكان",
    "هرع السكان في وادي الرمان إلى مخزن الأقمشة حين شب فيه حريق كبير بحي الدباغين",
    "أتى حريق في مدينة وادي الرمان على مخزن أقمشة كبير بحي الدباغين وفر السكان منه",
];

fn run(reports: Vec<Told>) -> Comparison {
    let articles: Vec<Article> = reports
        .iter()
        .enumerate()
        .map(|(index, told)| Article {
            id: ArticleId(index as u32),
            ..article(TEXTS[index % 3], told.date)
        })
        .collect();
    let readings: Vec<Reading> =
        reports.into_iter().map(|told| Reading { facts: told.facts, quotes: Vec::new() }).collect();
    compare(&articles, &readings)
}

fn one(date: &'static str, facts: Vec<Fact>) -> Told {
    Told { date, facts }
}

fn find<'c>(comparison: &'c Comparison, topic: &str) -> Option<&'c Disagreement> {
    comparison.disagreements.iter().find(|d| d.topic.starts_with(topic))
}

fn verdict(comparison: &Comparison, topic: &str) -> Option<Verdict> {
    find(comparison, topic).map(|d| d.verdict)
}

#[test]
fn a_toll_that_grows_with_the_days_is_an_update() {
    let toll = |value| vec![count("toll.killed", value, Approx::Exact)];
    let growing = run(vec![one("2024-03-01", toll(4.0)), one("2024-03-02", toll(9.0))]);
    assert_eq!(verdict(&growing, "toll.killed"), Some(Verdict::UpdateOverTime));
    let shrinking = run(vec![one("2024-03-01", toll(9.0)), one("2024-03-02", toll(4.0))]);
    assert_eq!(verdict(&shrinking, "toll.killed"), Some(Verdict::Contradiction));
}

#[test]
fn two_figures_of_one_later_day_contradict_each_other() {
    let toll = |value| vec![count("toll.injured", value, Approx::Exact)];
    let all = run(vec![
        one("2024-03-01", toll(12.0)),
        one("2024-03-02", toll(21.0)),
        one("2024-03-02", toll(26.0)),
    ]);
    assert_eq!(verdict(&all, "toll.injured"), Some(Verdict::Contradiction));
}

#[test]
fn figures_of_one_day_contradict_each_other_unless_the_lower_was_the_least() {
    let told = |lower, approx| {
        let all = run(vec![
            one("2031-05-04", vec![count("toll.killed", lower, approx)]),
            one("2031-05-04", vec![count("toll.killed", 15.0, Approx::Exact)]),
        ]);
        find(&all, "toll.killed").map(|found| (found.verdict, found.reason.rule))
    };
    let apart = Some((Verdict::Contradiction, "disjoint_intervals"));
    assert_eq!(told(12.0, Approx::Exact), apart);
    assert_eq!(told(3.0, Approx::AtLeast), Some((Verdict::UpdateOverTime, "outgrown")));
}

#[test]
fn tens_and_more_than_thirty_may_be_one_number() {
    let told = run(vec![
        one("2031-05-04", vec![count("toll.injured", 10.0, Approx::Vague)]),
        one("2031-05-04", vec![count("toll.injured", 30.0, Approx::MoreThan)]),
    ]);
    assert_eq!(verdict(&told, "toll.injured"), Some(Verdict::DifferentPrecision));
    let grown = run(vec![
        one("2031-05-04", vec![count("toll.killed", 10.0, Approx::Vague)]),
        one("2031-05-05", vec![count("toll.killed", 212.0, Approx::Exact)]),
    ]);
    assert_eq!(verdict(&grown, "toll.killed"), Some(Verdict::UpdateOverTime));
}

#[test]
fn at_least_is_no_contradiction() {
    let all = run(vec![
        one("2024-03-02", vec![count("building.floors", 9.0, Approx::AtLeast)]),
        one("2024-03-02", vec![count("building.floors", 11.0, Approx::Exact)]),
    ]);
    assert_eq!(verdict(&all, "building.floors"), Some(Verdict::DifferentPrecision));
}

#[test]
fn fixed_things_contradict_even_inside_one_report() {
    let floors = |value| count("building.floors", value, Approx::Exact);
    let later = Fact { sentence: Span::new(41, 90), span: Span::new(44, 52), ..floors(11.0) };
    let all = run(vec![one("2024-03-02", vec![floors(9.0), later])]);
    assert_eq!(verdict(&all, "building.floors"), Some(Verdict::Contradiction));
    // Two figures of one sentence are told of two things.
    let all = run(vec![one("2024-03-02", vec![floors(9.0), floors(11.0)])]);
    assert_eq!(verdict(&all, "building.floors"), None);
}

#[test]
fn a_part_is_not_the_whole() {
    let whole = count("toll.killed", 12.0, Approx::Exact);
    let part = of(count("toll.killed", 3.0, Approx::Exact), Facet::Part, "part");
    let all =
        run(vec![one("2024-03-02", vec![whole.clone(), part]), one("2024-03-02", vec![whole])]);
    assert_eq!(verdict(&all, "toll.killed"), None);
    assert!(all.agreements.iter().any(|a| a.topic == "toll.killed" && a.sources == 2));
}

#[test]
fn shares_of_two_candidates_and_of_two_rounds_stand_apart() {
    let share = |who: &str, round: &str, value| {
        let percent = Value::Quantity(Quantity::exact(value, Unit::Percent));
        of(of(fact("vote.share", Kind::Percent, percent), Facet::Of, who), Facet::Event, round)
    };
    let all = run(vec![
        one("2024-03-02", vec![share("سلوي نادر", "1", 31.2), share("حازم قرني", "1", 28.0)]),
        one("2024-03-16", vec![share("سلوي نادر", "2", 53.0), share("نادر", "1", 31.2)]),
    ]);
    assert_eq!(verdict(&all, "vote.share"), None);
    let all = run(vec![
        one("2024-03-02", vec![share("سلوي نادر", "1", 31.2)]),
        one("2024-03-02", vec![share("نادر", "1", 33.9)]),
    ]);
    assert_eq!(verdict(&all, "vote.share"), Some(Verdict::Contradiction));
}

#[test]
fn a_plan_that_came_out_otherwise_is_an_update() {
    let length = |value, mode| Fact {
        mode,
        ..fact(
            "meeting.duration",
            Kind::Duration,
            Value::Quantity(Quantity::exact(value, Unit::Second)),
        )
    };
    let all = run(vec![
        one("2024-03-01", vec![length(7200.0, Mode::Planned)]),
        one("2024-03-02", vec![length(10_800.0, Mode::Fact)]),
    ]);
    let found = find(&all, "meeting.duration").unwrap();
    assert_eq!(found.verdict, Verdict::UpdateOverTime);
    assert_eq!(found.reason.rule, "plan_and_outcome");
}

#[test]
fn reached_and_not_reached_contradict_each_other() {
    let outcome = |polarity| {
        fact("outcome.agreement", Kind::Outcome, Value::Outcome { polarity, qualifier: None })
    };
    let all = run(vec![
        one("2024-03-02", vec![outcome(Polarity::Yes)]),
        one("2024-03-02", vec![outcome(Polarity::No)]),
    ]);
    assert_eq!(verdict(&all, "outcome.agreement"), Some(Verdict::Contradiction));
}

#[test]
fn spellings_of_one_name_are_no_conflict() {
    let name = |written: &str| {
        let value = Value::Name(Name { name: written.into(), canonical: "KRST HBR".into() });
        fact("", Kind::Person, value)
    };
    let all = run(vec![
        one("2024-03-02", vec![name("كريستا هوبر")]),
        one("2024-03-02", vec![name("كرستا هوبر")]),
    ]);
    assert_eq!(verdict(&all, "name:"), Some(Verdict::VariantSpelling));
}

#[test]
fn copies_are_shown_as_copies_and_count_once() {
    let floors = count("building.floors", 9.0, Approx::Exact);
    let copy = |id| Article { id: ArticleId(id), ..article(TEXTS[0], "2024-03-02") };
    let reading = Reading { facts: vec![floors], quotes: Vec::new() };
    let all = compare(&[copy(0), copy(1)], &[reading.clone(), reading]);
    assert_eq!(all.copies, vec![vec![ArticleId(0), ArticleId(1)]]);
    assert!(all.disagreements.is_empty());
    assert!(all.agreements.is_empty());
}

#[test]
fn reports_whose_figures_differ_are_no_copies() {
    let text = |toll: &str| {
        format!(
            "اندلع حريق في سوق الصابون بحي الطواحين ليل الأحد.\n\nوقتل {toll} عمال في السوق \
             بحسب الدفاع المدني.\n\nوقال مدير السوق إن أجهزة الإنذار لم تعمل في تلك الليلة."
        )
    };
    let copies = |one: &str, other: &str| {
        let other = Article { id: ArticleId(1), ..article(&text(other), "") };
        let readings = [Reading::default(), Reading::default()];
        compare(&[article(&text(one), ""), other], &readings).copies.len()
    };
    assert_eq!(copies("3", "3"), 1);
    assert_eq!(copies("3", "5"), 0);
    assert_eq!(copies("ثلاثة", "خمسة"), 0);
}

#[test]
fn unrelated_reports_are_two_events() {
    let fire =
        article("شب حريق كبير في مخزن أقمشة بحي الدباغين وأخمدته فرق الإطفاء بعد ساعات طويلة", "");
    let match_ = Article {
        id: ArticleId(1),
        ..article("تعادل فريقا الساحل والجبل في افتتاح بطولة كرة اليد للناشئين على ملعب المرج", "")
    };
    let readings = [Reading::default(), Reading::default()];
    assert_eq!(compare(&[fire, match_], &readings).events.len(), 2);
}

#[test]
fn one_report_alone_and_none_at_all() {
    assert_eq!(compare(&[], &[]), Comparison::default());
    let all = run(vec![one("", vec![count("toll.killed", 3.0, Approx::Exact)])]);
    assert!(all.disagreements.is_empty() && all.single_source.is_empty());
}

#[test]
fn a_changed_word_in_a_copied_sentence_is_shown() {
    let text = |word: &str| {
        format!(
            "أعلنت بلدية وادي الرمان مساء الأحد أن عدد {word} في المخزن لا يزال غير معروف حتى الآن"
        )
    };
    let one = article(&text("المحاصرين"), "");
    let other = Article { id: ArticleId(1), ..article(&text("العاملين"), "") };
    let readings = [Reading::default(), Reading::default()];
    let all = compare(&[one.clone(), other], &readings);
    assert_eq!(all.wordings.len(), 1);
    let change = all.wordings[0].changes[0];
    assert_eq!(one.text.slice(change.before), Some("المحاصرين"));
}

#[test]
fn yesterday_and_a_day_without_its_year_may_be_a_zone_apart() {
    let found = super::told_tests::read(&[
        ("انطلقت أمس حملة التطعيم ضد الحصبة في سهل الريان.", "2026-04-13"),
        ("انطلقت حملة التطعيم ضد الحصبة في سهل الريان في 13 أبريل.", ""),
    ]);
    let told: Vec<_> =
        found.disagreements.iter().map(|one| (one.verdict, one.reason.rule)).collect();
    assert_eq!(told, [(super::Verdict::DifferentPrecision, "one_day_apart")]);
}
