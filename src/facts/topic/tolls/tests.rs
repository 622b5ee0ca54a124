//! What tolls are narrowed to, and what is none.

use crate::facts::{Facet, extract, testing::article};

/// The key and the scope of the value that begins with these words.
fn told(text: &str, words: &str) -> (String, Vec<(Facet, String)>) {
    let article = article(text, "2031-05-12");
    let facts = extract(&article).facts;
    let is = |span| article.text.slice(span).is_some_and(|said| said.starts_with(words));
    let fact = facts.iter().find(|fact| is(fact.span)).unwrap();
    (fact.topic.key.to_string(), fact.topic.scope.clone())
}

fn key(text: &str, words: &str) -> String {
    told(text, words).0
}

fn event(text: &str, words: &str) -> Option<String> {
    let scope = told(text, words).1;
    scope.into_iter().find(|(facet, _)| *facet == Facet::Event).map(|(_, value)| value)
}

#[test]
fn the_dead_and_the_hurt_together_are_neither() {
    for (text, words) in [
        ("سقط مئات الضحايا بين قتيل وجريح في الانهيار.", "مئات"),
        ("أحصت المستشفيات 48 حالة إصابة ووفاة في الحادث.", "48"),
        ("أسفر الانفجار عن مصرع وإصابة أكثر من 70 شخصا.", "أكثر"),
        ("قتل وأصيب العشرات في الهجوم.", "العشرات"),
        ("سقط عشرات القتلى والجرحى في الهجوم.", "عشرات"),
    ] {
        assert_eq!(key(text, words), "toll.casualties", "{text}");
    }
    let two = "أعلنت الوزارة تسجيل 32 وفاة وإصابة 66 آخرين في الحادث.";
    assert_eq!((key(two, "32"), key(two, "66")), ("toll.killed".into(), "toll.injured".into()));
    let one = "سقط 12 قتيلا وجريح واحد في الهجوم.";
    assert_eq!(key(one, "12"), "toll.killed");
    let verb = "قالت الشرطة إن 17 شخصا قتلوا وأصيب 42 في الحريق.";
    assert_eq!(key(verb, "42"), "toll.injured");
}

#[test]
fn what_became_of_them_is_what_they_are_counted_for() {
    for (text, words, topic) in [
        ("وفقد أكثر من 80 شخصا حياتهم في الانهيار.", "أكثر", "toll.killed"),
        ("تم إنقاذ 300 شخص من تحت الأنقاض.", "300", "toll.rescued"),
        ("أكدت الوزارة خروج 40 إصابة من المستشفيات.", "40", "toll.discharged"),
        ("أعلنت الوزارة إرسال خمسة مصابين إلى خارج البلاد.", "خمسة", "toll.sent_abroad"),
        ("قالت فرق الإنقاذ إن 20 شخصا عالقون تحت الأنقاض.", "20", "trapped.count"),
    ] {
        assert_eq!(key(text, words), topic, "{text}");
    }
}

#[test]
fn a_toll_that_is_feared_is_none() {
    let feared = "أعرب المحافظ عن خشيته من ارتفاع حصيلة القتلى إلى أكثر من 70 شخصا.";
    assert_eq!(event(feared, "أكثر").as_deref(), Some("feared"));
    let counted = "وسط مخاوف من انهيار المبنى، قتل 12 شخصا في الحريق.";
    assert_eq!(event(counted, "12"), None);
}

#[test]
fn what_a_day_adds_is_no_total() {
    let text = "سجل البلد 46 إصابة بالكوليرا خلال يومين والإجمالي يرتفع إلى 89 حالة.";
    assert_eq!(event(text, "46").as_deref(), Some("new"));
    assert_eq!(event(text, "89"), None);
    assert_eq!(key(text, "يومين"), "");
    let years = "سجل البلد أكثر من 270 إصابة بالكوليرا خلال السنوات الأخيرة.";
    assert_eq!(event(years, "أكثر"), None);
    let other = "سجلت الوزارة 30 إصابة بالكوليرا. وعلى صعيد إصابات فيروس كورونا، سجلت الوزارة 87 حالة جديدة.";
    assert_eq!(event(other, "87").as_deref(), Some("another"));
}

#[test]
fn the_second_quake_has_its_own_strength() {
    for (text, words) in [
        ("ضرب زلزال بقوة 7.1 درجات المدينة، أعقبه آخر بعد ساعات بقوة 6.9 درجات.", "6.9"),
        ("ضرب زلزال بقوة 7.1 درجات المدينة. وضرب زلزال جديد بقوة 6.9 درجات جنوبها.", "6.9"),
        ("ضرب زلزال بقوة 7.1 درجات المدينة، ثم هزات أرضية جديدة بلغت قوتها 5.3 درجات.", "5.3"),
    ] {
        assert_eq!(event(text, words).as_deref(), Some("another"), "{text}");
        assert_eq!(event(text, "7.1"), None, "{text}");
    }
}

#[test]
fn each_country_of_a_disaster_has_its_own_dead() {
    let text = "ضرب زلزال المغرب والجزائر. وفي المغرب، قتل 80 شخصا. وفي الجزائر قتل 15 شخصا.";
    let place = |words| {
        let scope = told(text, words).1;
        scope.into_iter().find(|(facet, _)| *facet == Facet::Place).map(|(_, value)| value)
    };
    assert_eq!((place("80").as_deref(), place("15").as_deref()), (Some("ma"), Some("dz")));
}

#[test]
fn each_side_of_a_war_has_its_own_dead() {
    let place = |text: &str, words: &str| {
        let scope = told(text, words).1;
        scope.into_iter().find(|(facet, _)| *facet == Facet::Place).map(|(_, value)| value)
    };
    let both = "قتل 40 شخصا في مناطق سيطرة الحكومة و12 شخصا في مناطق المعارضة.";
    assert_ne!(place(both, "40"), place(both, "12"));
    let held = place(both, "12");
    assert!(held.as_deref().is_some_and(|place| place.starts_with(super::HELD)), "{held:?}");
    assert_eq!(held, place("أدى الزلزال إلى مقتل 15 شخصا في المدن الخاضعة للمعارضة.", "15"));
    assert_eq!(place("قتل 40 شخصا في مناطق جبلية من البلاد.", "40"), None);
}
