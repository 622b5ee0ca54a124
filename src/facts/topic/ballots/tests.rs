//! Ballots of every sort, and the rounds they are of.

use crate::facts::{extract, testing::article};

fn keys(text: &str) -> Vec<(String, String)> {
    let article = article(text, "2026-05-04");
    let facts = extract(&article).facts;
    let figures = facts.into_iter().filter(|fact| super::super::is_figure(fact.kind));
    let told = |fact: crate::facts::Fact| {
        let words = article.text.slice(fact.span).unwrap_or_default().to_owned();
        (words, fact.topic.key.into_owned())
    };
    figures.map(told).collect()
}

fn told(text: &str, words: &str) -> String {
    let keys = keys(text);
    let key = keys.iter().find(|(own, _)| own == words).map(|(_, key)| key.clone());
    key.unwrap_or_else(|| panic!("{words} in {keys:?}"))
}

#[test]
fn each_kind_of_ballots_is_a_topic_of_its_own() {
    let text = "أسفر الفرز عن 52 صوتا لسمير نادر و17 ورقة بيضاء و6 ملغاة، وألغيت 3 أوراق.";
    assert_eq!(told(text, "52 صوتا"), "vote.count");
    assert_eq!(told(text, "17 ورقة"), "vote.blank");
    assert_eq!(told(text, "6 ملغاة"), "vote.invalid");
    assert_eq!(told(text, "3 أوراق"), "vote.invalid");
    let text = "بلغت الأصوات الصحيحة 812 ألف صوت والأصوات الباطلة 9 آلاف صوت.";
    assert_eq!(told(text, "812 ألف صوت"), "vote.valid");
    assert_eq!(told(text, "9 آلاف صوت"), "vote.invalid");
    assert_eq!(told("أوراق ملغاة: 11.", "11"), "vote.invalid");
    assert_eq!(told("ورقة بيضاء: 8.", "8"), "vote.blank");
    let text = "نال الوزير تأييد 61 نائبا فيما صوت 9 نواب بورقة بيضاء.";
    assert_eq!(told(text, "9 نواب"), "vote.blank");
    assert_eq!(told(text, "61 نائبا"), "vote.yes");
    let text = "انتهى الفرز في مجلس النواب بحصول سمير نادر على 61 صوتا مقابل 9 أوراق بيضاء و13 صوتا لغيره.";
    assert_eq!(told(text, "61 صوتا"), "vote.count");
    assert_ne!(told(text, "13 صوتا"), "vote.blank");
}

#[test]
fn what_sounds_like_a_vote_is_none() {
    let text = "سُمع صوت انفجار واحترقت 5 سيارات بيضاء.";
    assert!(!told(text, "5 سيارات").starts_with("vote."));
    let text = "جرت الانتخابات أمس وشارك 5000 شرطي في تأمين الاقتراع.";
    assert_ne!(told(text, "5000 شرطي"), "vote.voted");
    let text = "فشل المرشح في الفوز بعد حصوله على 40 صوتا.";
    assert_ne!(told(text, "40 صوتا"), "vote.needed");
}

#[test]
fn votes_that_are_needed_are_no_result() {
    for text in [
        "يتطلب الفوز في الجولة الأولى الحصول على 70 صوتا.",
        "لم يتمكن سمير نادر من الحصول على 70 صوتا.",
        "يحتاج المرشح إلى 70 صوتا للفوز.",
    ] {
        assert_eq!(told(text, "70 صوتا"), "vote.needed", "{text}");
    }
    assert_eq!(told("حصل سمير نادر على 70 صوتا.", "70 صوتا"), "vote.count");
}

#[test]
fn voters_are_registered_or_have_voted() {
    let scene = "أعلنت لجنة الانتخابات نتائج الاقتراع. ";
    for (text, words, key) in [
        ("بلغ عدد المقيدين في قاعدة البيانات 5 ملايين ناخب.", "5 ملايين ناخب", "vote.registered"),
        ("وأدلى 3 ملايين ناخب منهم بصوته.", "3 ملايين ناخب", "vote.voted"),
        ("وشارك أكثر من 3 ملايين مواطن.", "أكثر من 3 ملايين مواطن", "vote.voted"),
        ("ومن بين الناخبين البالغ عددهم 5 ملايين شخص.", "5 ملايين شخص", "vote.registered"),
        ("ويحق لنحو 5 ملايين شخص مسجلين التصويت.", "نحو 5 ملايين شخص", "vote.registered"),
    ] {
        assert_eq!(told(&format!("{scene}{text}"), words), key, "{text}");
    }
}

#[test]
fn a_margin_is_by_how_many_one_is_ahead() {
    for (text, words) in [
        ("فاز سمير نادر بفارق 41 صوتا.", "41 صوتا"),
        ("تقدم سمير نادر بـ14 صوتا على منافسه.", "14 صوتا"),
        ("وعلق سمير نادر، المتأخر بـ41 صوتا، على النتيجة.", "41 صوتا"),
        ("وقال إن 14 صوتا تحسم النتيجة.", "14 صوتا"),
    ] {
        assert_eq!(told(text, words), "vote.margin", "{text}");
    }
    assert_eq!(told("خسر الحزب 500 صوت في المدينة.", "500 صوت"), "vote.count");
    assert_eq!(told("تقدم سمير نادر بحصوله على 900 صوت.", "900 صوت"), "vote.count");
}
