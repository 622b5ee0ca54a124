//! What corrections do to claims, on reports of an invented fire.

use super::super::fixture::at;
use super::super::take::{Moment, Open, missed, set_fact, set_report};
use super::*;
use crate::facts::Unit;
use crate::facts::testing;

fn report(id: u32, text: &str) -> Article {
    let path = format!("/news/حريق-{id}.txt");
    Article { id: ArticleId(id), path: Some(path.into()), ..testing::article(text, "2031-05-02") }
}

fn two() -> Vec<Article> {
    vec![
        report(0, "اندلع الحريق في المخزن فجرا. وأصيب 12 عاملا في الحريق. ثم وصلت فرق الإطفاء."),
        report(1, "قالت البلدية إن الحريق امتد إلى السوق. وأصيب 12 عاملا في الحريق بحسبها."),
    ]
}

fn read(articles: &[Article]) -> Vec<Reading> {
    articles.iter().map(extract).collect()
}

fn claim(readings: &[Reading], article: usize, articles: &[Article], words: &str) -> Claim {
    let text = &articles[article].text;
    let facts = &readings[article].facts;
    let at = facts.iter().position(|fact| text.slice(fact.span).unwrap().contains(words)).unwrap();
    Claim { article: ArticleId(article as u32), fact: FactId(at as u32) }
}

fn moment() -> Moment<'static> {
    Moment { now: at(5), dossier: None }
}

#[test]
fn a_corrected_value_is_understood_and_compared() {
    let mut articles = two();
    let readings = read(&articles);
    let wrong = claim(&readings, 0, &articles, "12");
    let open = Open { articles: &articles, readings: &readings };
    let said = (Some("12 عاملا".to_owned()), "٤٠".to_owned());
    let kept = [set_fact(open, wrong, Field::Value, said, moment()).unwrap()];
    assert!(is_of_facts(&kept[0]));
    // The report has grown since: the words are found again by what stands around them.
    articles[0] = report(0, &format!("تحديث أول. {}", articles[0].text.as_str()));
    let mut readings = read(&articles);
    let comparison = compared(&articles, &mut readings, &kept);
    let fact = &readings[0].facts[claim(&readings, 0, &articles, "12").fact.0 as usize];
    assert_eq!((fact.rule, fact.certainty), (VALUE_RULE, Certainty::High));
    let Value::Quantity(quantity) = &fact.value else { panic!("{:?}", fact.value) };
    assert!((quantity.low - 40.0).abs() < f64::EPSILON);
    assert!(matches!(quantity.unit, Unit::Of(_)));
    assert!(comparison.disagreements.iter().any(|one| one.verdict == Verdict::Contradiction));
    // Where the words are gone, the correction changes nothing.
    articles[0] = report(0, "لم يصب أحد.");
    let mut readings = read(&articles);
    let before = readings[0].facts.clone();
    Revision::of(&kept, &articles).revise(&articles, &mut readings);
    assert_eq!(readings[0].facts, before);
}

#[test]
fn a_corrected_topic_is_that_of_another_claim() {
    let articles = two();
    let mut readings = read(&articles);
    let one = claim(&readings, 0, &articles, "12");
    let other = claim(&readings, 1, &articles, "12");
    readings[0].facts[one.fact.0 as usize].topic = Topic::default();
    let wanted = readings[1].facts[other.fact.0 as usize].topic.clone();
    let open = Open { articles: &articles, readings: &readings };
    let name = label(wanted.key.split(' ').next().unwrap()).map_or(&*wanted.label, |(ar, _)| ar);
    let kept = [set_fact(open, one, Field::Topic, (None, name.to_owned()), moment()).unwrap()];
    Revision::of(&kept, &articles).revise(&articles, &mut readings);
    let fact = &readings[0].facts[one.fact.0 as usize];
    assert_eq!((&fact.topic, fact.rule), (&wanted, TOPIC_RULE));
    let kept = {
        let open = Open { articles: &articles, readings: &readings };
        [set_fact(open, one, Field::Topic, (None, "عدد العمّال".to_owned()), moment()).unwrap()]
    };
    Revision::of(&kept, &articles).revise(&articles, &mut readings);
    assert_eq!(readings[0].facts[one.fact.0 as usize].topic.key, "reader:عدد العمال");
}

#[test]
fn a_missed_disagreement_is_raised_once() {
    let articles = two();
    let readings = read(&articles);
    let both = [claim(&readings, 0, &articles, "12"), claim(&readings, 1, &articles, "12")];
    let open = Open { articles: &articles, readings: &readings };
    let kept = vec![missed(open, &both, (None, None), moment()).unwrap()];
    let revision = Revision::of(&kept, &articles);
    let mut readings = read(&articles);
    let before = compared(&articles, &mut readings.clone(), &[]).disagreements.len();
    let mut comparison = compared(&articles, &mut readings, &kept);
    revision.complete(&readings, &mut comparison);
    assert_eq!(comparison.disagreements.len(), before + 1);
    let one = &comparison.disagreements[0];
    assert_eq!(one.reason.rule, "reader_missed");
    assert_eq!(one.members().collect::<Vec<_>>(), both);
}

#[test]
fn the_last_word_on_a_report_holds() {
    let articles = two();
    let first = set_report(&articles[0], Field::Outlet, None, "الضفة".into(), moment());
    let later = Moment { now: at(9), dossier: None };
    let second = set_report(&articles[0], Field::Outlet, None, "صوت الضفة".into(), later);
    let told = |article, field| told_of([&second, &first].into_iter(), article, field);
    assert_eq!(told(&articles[0], Field::Outlet), Some("صوت الضفة"));
    assert_eq!(told(&articles[0], Field::Date), None);
    assert_eq!(told(&articles[1], Field::Outlet), None);
    // The file has moved, its text is the same.
    let mut moved = articles[0].clone();
    moved.path = Some("/archive/حريق-0.txt".into());
    assert_eq!(told(&moved, Field::Outlet), Some("صوت الضفة"));
}
