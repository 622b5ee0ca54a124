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

fn facet(text: &str, words: &str, which: Facet) -> Option<String> {
    let scope = told(text, words).1;
    scope.into_iter().find(|(facet, _)| *facet == which).map(|(_, value)| value)
}

#[test]
fn a_death_that_is_taken_back_is_none() {
    let back = "قالت الوزارة إن 22 حالة وفاة سجلت، و14 حالة وفاة أعلنت وفاتها خطأ.";
    assert_eq!(key(back, "14"), "");
    assert_eq!(key("قتل 14 جنديا خطأ في غارة.", "14"), "toll.killed");
    assert_eq!(key("أعلنت الوزارة وفاة 14 مريضا.", "14"), "toll.killed");
}

#[test]
fn the_dead_of_a_craft_beside_the_reports_own_are_of_another_event() {
    let ferry =
        "غرقت عبارة في البحيرة بعد أسابيع من تحطم الطائرة النيبالية التي قتل فيها 133 شخصا.";
    assert_eq!(event(ferry, "133").as_deref(), Some("another"));
    for own in [
        "تحطمت طائرة في الجبال. وسقطت الطائرة التي قتل فيها 133 شخصا فوق قرية.",
        "وبعد أيام من الهجوم الذي قتل فيه 133 شخصا أعيد فتح السوق.",
    ] {
        assert_eq!(event(own, "133"), None, "{own}");
    }
}

#[test]
fn bodies_on_top_of_others_and_those_that_are_examined_are_no_total() {
    assert_eq!(event("وتم لاحقا انتشال خمس جثث قرب الميناء.", "خمس").as_deref(), Some("new"));
    assert_eq!(event("وانتشلت الفرق جثتين إضافيتين.", "جثتين").as_deref(), Some("new"));
    assert_eq!(event("ولاحقا ارتفع عدد الجثث المنتشلة إلى 27 جثة.", "27"), None);
    let morgue = |text| facet(text, "36", Facet::Part);
    assert_eq!(morgue("وصلت 36 جثة إلى الطب الشرعي.").as_deref(), Some("morgue"));
    assert_eq!(morgue("انتشلت الفرق 36 جثة من النهر."), None);
    assert_eq!(morgue("قتل 36 شخصا ونقل المصابون إلى المستشفى."), None);
}

#[test]
fn a_country_behind_the_toll_or_of_whoever_tells_it_is_where_they_died() {
    let place = |text: &str| {
        let whole = format!("ضرب زلزال إيران والعراق. {text}");
        facet(&whole, "14", Facet::Place)
    };
    assert_eq!(place("وقتل 14 شخصا آخرين في العراق.").as_deref(), Some("iq"));
    assert_eq!(place("وقال مسؤولون في العراق إن 14 شخصا قتلوا.").as_deref(), Some("iq"));
    assert_eq!(place("وأحصى الهلال الأحمر العراقي 14 قتيلا.").as_deref(), Some("iq"));
    assert_eq!(place("وقال شهود إن 14 شخصا قتلوا."), None);
    assert_eq!(place("وأوقفت الشرطة 14 شخصا من قبل الجانب العراقي."), None);
}

#[test]
fn some_of_the_people_counted_right_before_are_counted_in_the_same_thing() {
    let text = "وبلغ عدد الناجين 55 شخصا، منهم 19 طفلا.";
    assert_eq!(key(text, "19"), "toll.survivors");
    assert_eq!(facet(text, "19", Facet::Qualifier).as_deref(), Some("طفل"));
    // Of both, or of neither.
    assert_ne!(key("أوقع القصف 11 قتيلا و38 جريحا، بينهم 19 طفلا.", "19"), "toll.injured");
    assert_ne!(key("واشترت البلدية 55 حافلة، منها 19 حافلة كهربائية.", "19"), "toll.survivors");
}

#[test]
fn deaths_in_a_hospital_are_some_of_them() {
    let part = |text| facet(text, "سبع", Facet::Part);
    assert_eq!(part("وسجلت سبع وفيات بمستشفى الهلال.").as_deref(), Some("hospital"));
    assert_eq!(part("وسجلت سبع وفيات في البلدة."), None);
}

#[test]
fn people_who_died_at_dawn_are_no_hour() {
    let toll = |text: &str, words: &str| told(text, words).0;
    assert_eq!(toll("قتل 12 شخصا فجرا في قصف على بلدة سيفار.", "12"), "toll.killed");
    assert_eq!(toll("قتل 12 شخصا مساء الأحد في قصف على بلدة سيفار.", "12"), "toll.killed");
    assert_eq!(toll("أصيب 30 صباحا في حادث سير.", "30"), "toll.injured");
}
