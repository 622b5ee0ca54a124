//! What keeps two values of one frame apart, on sentences of every kind.

use crate::facts::testing::article;
use crate::facts::{Facet, extract, topic};

/// Words of each figure, its key, and one facet of it.
fn told(text: &str, facet: Facet) -> Vec<(String, String, Option<String>)> {
    let article = article(text, "2026-05-04");
    let facts = extract(&article).facts.into_iter().filter(|fact| topic::is_figure(fact.kind));
    facts
        .map(|fact| {
            let scope = fact.topic.scope.iter().find(|(f, _)| *f == facet);
            let words = article.text.slice(fact.span).unwrap_or_default().to_owned();
            (words, fact.topic.key.clone(), scope.map(|(_, value)| value.clone()))
        })
        .collect()
}

/// The facet of the figure that begins with `words`.
fn facet(text: &str, words: &str, facet: Facet) -> Option<String> {
    let all = told(text, facet);
    let found = all.iter().find(|(said, ..)| said.starts_with(words));
    found.unwrap_or_else(|| panic!("{all:?}")).2.clone()
}

#[test]
fn what_was_told_of_another_year_is_of_another_event() {
    let text = "وكانت المدينة قد شهدت سنة 1998 فيضانا أودى بحياة 61 شخصا.";
    assert_eq!(facet(text, "61", Facet::Event).as_deref(), Some("1998"));
    let text = "ومنذ سنة 1998 قتل في المنجم 61 شخصا.";
    assert_eq!(facet(text, "61", Facet::Event), None);
}

#[test]
fn a_day_s_increase_is_no_total() {
    let text = "سجلت الوزارة 29 وفاة جديدة، ليرتفع عدد الوفيات إلى 318.";
    assert_eq!(facet(text, "29", Facet::Event).as_deref(), Some("new"));
    assert_eq!(facet(text, "318", Facet::Event), None);
}

#[test]
fn a_part_of_the_whole_names_its_place() {
    let text = "قتل تسعة أشخاص في الحريق. منها أربع وفيات في الضاحية وحدها.";
    assert!(facet(text, "أربع", Facet::Place).is_some());
    assert_eq!(facet(text, "تسعة", Facet::Place), None);
}

#[test]
fn a_rate_is_no_total() {
    let text = "سمح الاتفاق بدخول 40 شاحنة مساعدات، وتدخل 12 شاحنة يوميا.";
    assert_eq!(facet(text, "12", Facet::Per).as_deref(), Some("time"));
    assert_eq!(facet(text, "40", Facet::Per), None);
}

#[test]
fn the_second_of_a_part_is_the_whole() {
    let text = "حصل الحزب على 61 مقعدا من أصل 150 مقعدا في البرلمان.";
    let all = told(text, Facet::Part);
    let whole = all.iter().find(|(words, ..)| words.starts_with("150"));
    assert!(
        whole.is_some_and(|(_, key, part)| key == "parliament.seats" || part.is_some()),
        "{all:?}"
    );
    assert_eq!(facet(text, "61", Facet::Part), None);
}

#[test]
fn a_sentence_is_of_whom_it_is_passed_on() {
    let text = "قضت المحكمة بالسجن ثماني سنوات على المدير السابق كريم بن سالم.";
    assert!(facet(text, "ثماني", Facet::Of).is_some());
}

#[test]
fn what_the_prosecution_asks_for_is_no_sentence() {
    let text = "وطلبت النيابة العامة الحكم بالسجن 15 عاما.";
    assert_eq!(facet(text, "15", Facet::Event).as_deref(), Some("asked"));
}

#[test]
fn a_change_is_of_the_value_before_it() {
    let text = "بلغت إيرادات الشركة 3.2 مليار درهم، بزيادة 7.5 في المئة.";
    let all = told(text, Facet::Event);
    assert!(all.iter().any(|(_, key, _)| key == "company.revenue_growth"), "{all:?}");
}
