//! Which reports are of one event: like events, boilerplate, many beside few, and what a dossier says.

use super::super::told_tests::{CUP, FIRE};
use super::super::words::Words;
use super::events;
use crate::article::{Article, ArticleId, Known, Origin};

/// The events of reports, for texts with their days.
fn grouped(reports: &[(&str, &str)]) -> Vec<Vec<u32>> {
    let dated = |(id, (text, day)): (u32, &(&str, &str))| {
        let mut article = Article::from_text(ArticleId(id), *text);
        let day = day.parse().ok();
        article.published = day.map(|day| Known::new(day, Origin::Metadata));
        article
    };
    told(&(0..).zip(reports).map(dated).collect::<Vec<_>>())
}

fn told(articles: &[Article]) -> Vec<Vec<u32>> {
    let events = events(articles, &Words::read(articles));
    events.into_iter().map(|event| event.into_iter().map(|id| id.0).collect()).collect()
}

fn sizes(reports: &[(&str, &str)]) -> Vec<usize> {
    grouped(reports).iter().map(Vec::len).collect()
}

const QUAKES: [&str; 4] = [
    "زلزال يهز بلدة عين الصفصاف\n\nضرب زلزال بقوة 5.8 درجات بلدة عين الصفصاف فجر السبت، وقتل 14 شخصا وجرح 60. وقال سكان عين الصفصاف إن الصخور قطعت الطريق الجبلية إلى وادي البطم.",
    "قتلى في زلزال عين الصفصاف\n\nقالت فرق الإنقاذ إن زلزالا قويا دمر بيوتا في عين الصفصاف، وإن القتلى 16 والجرحى 60. وأغلقت الصخور طريق وادي البطم، وأمضى سكان الصفصاف الليل في الحقول.",
    "زلزال يهز بلدة دير الكستناء\n\nضرب زلزال بقوة 4.9 درجات بلدة دير الكستناء مساء الخميس، وقتل 3 أشخاص وجرح 11. وبات سكان دير الكستناء ليلتهم في خيام نصبها الكشافة قرب سكة القطار.",
    "قتلى في زلزال دير الكستناء\n\nقالت فرق الإنقاذ إن زلزالا متوسطا دمر بيوتا في دير الكستناء، وإن القتلى 4 والجرحى 11. ونصب الكشافة خياما لسكان الكستناء عند سكة القطار المهجورة.",
];

#[test]
fn two_quakes_in_two_towns_are_two_events() {
    let dated = [(QUAKES[0], "2026-01-10"), (QUAKES[2], "2026-04-02"), (FIRE[0], "2025-02-03")];
    assert_eq!(sizes(&dated), [1, 1, 1]);
    assert_eq!(sizes(&[(QUAKES[0], ""), (QUAKES[2], "")]), [1, 1]);
    assert_eq!(sizes(&QUAKES.map(|text| (text, ""))), [2, 2]);
    assert_eq!(sizes(&[(QUAKES[0], "2026-01-10"), (QUAKES[1], "2026-01-11")]), [2]);
}

#[test]
fn what_stands_under_every_report_brings_nothing_together() {
    let under = "وسيعود المراسلون إلى الخبر متى تيسرت لهم معطيات موثوقة من الميدان.";
    let all = [&QUAKES[..], &FIRE, &CUP].concat();
    let texts: Vec<String> = all.iter().map(|text| format!("{text}\n\n{under}")).collect();
    let reports: Vec<_> = texts.iter().map(|text| (text.as_str(), "")).collect();
    assert_eq!(sizes(&reports), [2, 2, 2, 2]);
    // Nor does it in a folder of a report each.
    let one_each: Vec<_> = reports.iter().step_by(2).copied().collect();
    assert_eq!(sizes(&one_each), [1, 1, 1, 1]);
}

#[test]
fn it_makes_no_difference_how_many_reports_lie_beside() {
    let many: Vec<String> = (0..30)
        .flat_map(|n| QUAKES.iter().chain(&FIRE).map(move |text| format!("{text}\n\nالخبر {n}.")))
        .collect();
    let reports: Vec<_> = many.iter().map(|text| (text.as_str(), "")).collect();
    assert_eq!(sizes(&reports), [60, 60, 60]);
}

#[test]
fn a_vague_report_chains_no_two_events() {
    let vague = "ضحايا في أسبوع حافل\n\nشهد الأسبوع زلزالا في عين الصفصاف ومباراة الساحل والجبل على كأس كرة اليد.";
    let reports = [QUAKES[0], CUP[0], vague, QUAKES[1], CUP[1]].map(|text| (text, ""));
    let events = grouped(&reports);
    let together = |a: u32, b: u32| events.iter().any(|e| e.contains(&a) && e.contains(&b));
    assert!(together(0, 3) && together(1, 4) && !together(0, 1), "{events:?}");
}

/// The events of reports of which a dossier file says these.
fn listed(events: &[(&str, Option<&str>)]) -> Vec<Vec<u32>> {
    let article = |(id, (text, event)): (u32, &(&str, Option<&str>))| {
        let mut article = Article::from_text(ArticleId(id), *text);
        article.event = event.map(str::to_owned);
        article
    };
    told(&(0..).zip(events).map(article).collect::<Vec<_>>())
}

#[test]
fn a_dossier_file_tells_the_events_apart() {
    let unnamed = [(FIRE[0], Some("")), (CUP[0], Some(""))];
    assert_eq!(listed(&unnamed), [[0, 1]], "what it lists is one event");
    let named = [(FIRE[0], Some("أ")), (FIRE[1], Some("ب")), (CUP[0], Some("أ"))];
    assert_eq!(listed(&named), [vec![0, 2], vec![1]]);
    let one_named = [(FIRE[0], Some("")), (CUP[0], Some("كأس")), (FIRE[1], Some(""))];
    assert_eq!(listed(&one_named), [vec![0, 2], vec![1]]);
    // A report that it does not list goes where its words belong.
    let unlisted = [(FIRE[0], Some("أ")), (CUP[0], Some("ب")), (FIRE[1], None), (QUAKES[0], None)];
    assert_eq!(listed(&unlisted), [vec![0, 2], vec![1], vec![3]]);
}
