//! Invented reports read and compared whole: what a reader of the texts would be told.

use super::{Comparison, Disagreement, Verdict, compare};
use crate::article::{Article, ArticleId};
use crate::facts::extract;
use crate::facts::testing::article;

/// Reports of one event, each with its text and its day (`""` for none).
fn read(reports: &[(&str, &str)]) -> Comparison {
    let articles: Vec<Article> = reports
        .iter()
        .enumerate()
        .map(|(id, (text, date))| Article { id: ArticleId(id as u32), ..article(text, date) })
        .collect();
    let readings: Vec<_> = articles.iter().map(extract).collect();
    compare(&articles, &readings)
}

fn find<'c>(all: &'c Comparison, topic: &str) -> Option<&'c Disagreement> {
    all.disagreements.iter().find(|one| one.topic.starts_with(topic))
}

const SUMMIT: &str = "عقد الرئيس الكيني وليم روتو ونظيره الهندي قمة مياه السدود في ميناء مومباسا. ";

fn summit(more: &str) -> String {
    format!("{SUMMIT}{more}")
}

#[test]
fn more_names_than_the_form_of_the_meeting_has_room_for() {
    let form = summit("جرى اللقاء بصيغة «2+2» في قاعة مغلقة.");
    let names =
        summit("ضم الوفد الهندي الوزراء سوزان كومار، سونيا ميهتا، آميت شارما، وفيكرام باتيل.");
    let all = read(&[(&form, "2024-03-02"), (&names, "2024-03-02")]);
    let found = find(&all, "delegation.size of=in").unwrap();
    assert_eq!(found.verdict, Verdict::Contradiction);
    assert_eq!(found.reason.rule, "roster_and_size");
    let two = summit("ضم الوفد الهندي الوزيرين سوزان كومار وسونيا ميهتا.");
    let all = read(&[(&form, "2024-03-02"), (&two, "2024-03-02")]);
    assert!(find(&all, "delegation.size of").is_none());
}

#[test]
fn coming_on_another_day_than_the_meeting_is_a_tension_and_no_conflict() {
    let came = summit("وصل الرئيسان إلى الميناء مساء الأربعاء لعقد القمة.");
    let met = summit("واجتمع الرئيسان في قمة استمرت ساعتين يوم الخميس.");
    let all = read(&[(&came, ""), (&met, "")]);
    let found = find(&all, "date.arrival").unwrap();
    assert_eq!((found.verdict, found.reason.rule), (Verdict::Compatible, "arrival_and_event"));
    assert!(found.is_worth_a_look());
    let zoned = summit("وصل الرئيسان إلى الميناء مساء الأربعاء بتوقيت نيودلهي لعقد القمة.");
    assert!(find(&read(&[(&zoned, ""), (&met, "")]), "date.arrival").is_none());
    let on_the_day = summit("وصل الرئيسان إلى الميناء صباح الخميس لعقد القمة.");
    assert!(find(&read(&[(&on_the_day, ""), (&met, "")]), "date.arrival").is_none());
}

#[test]
fn one_interview_is_of_one_day() {
    let told = |day: &str| {
        summit(&format!(
            "قال الرئيس الكيني وليم روتو، {day}، إن السد آمن. وأضاف روتو في مقابلة مع سكاي نيوز أن المياه تكفي."
        ))
    };
    let all = read(&[(&told("السبت"), ""), (&told("الأحد"), "")]);
    assert_eq!(find(&all, "date.interview").map(|one| one.verdict), Some(Verdict::Contradiction));
    let all = read(&[(&told("السبت"), ""), (&told("السبت"), "")]);
    assert!(find(&all, "date.interview").is_none());
}

#[test]
fn today_in_somebodys_own_words_is_no_day_of_the_report() {
    let quoted = summit("وقال روتو: «اجتمعنا اليوم في قمة صعبة وطويلة».");
    let met = summit("واجتمع الرئيسان في قمة استمرت ساعتين يوم الخميس.");
    let all = read(&[(&quoted, "2024-03-04"), (&met, "2024-03-01")]);
    assert!(find(&all, "date.meeting").is_none());
}
