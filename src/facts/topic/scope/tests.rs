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
            (words, fact.topic.key.to_string(), scope.map(|(_, value)| value.clone()))
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

/// The key of the figure that begins with `words`.
fn key(text: &str, words: &str) -> String {
    let all = told(text, Facet::Of);
    let found = all.iter().find(|(said, ..)| said.starts_with(words));
    found.unwrap_or_else(|| panic!("{all:?}")).1.clone()
}

#[test]
fn the_victims_of_a_whole_war_are_told_apart_from_those_of_a_day() {
    let text = "قتل 17 شخصا في غارة على المخيم، ومنذ اندلاع الحرب قتل 6400 شخص.";
    assert_eq!(facet(text, "17", Facet::Event), None);
    assert_eq!(facet(text, "6400", Facet::Event).as_deref(), Some("total"));
}

#[test]
fn some_of_the_dead_are_known_by_where_they_died() {
    let text = "توفي 14 عاملا في عين المكان وأربعة في المستشفى.";
    assert_eq!(facet(text, "14", Facet::Part).as_deref(), Some("scene"));
    let text = "وارتفع عدد القتلى إلى 58، 23 منهم في بلدة واحدة.";
    assert!(facet(text, "23", Facet::Part).is_some());
    assert_eq!(facet(text, "58", Facet::Part), None);
}

#[test]
fn some_people_are_one_group_however_they_are_told() {
    for text in ["مقتل ثلاثة من رجال الشرطة في كمين.", "قتل في الكمين ثلاثة شرطيين."]
    {
        assert_eq!(facet(text, "ثلاثة", Facet::Qualifier).as_deref(), Some("شرطي"), "{text}");
        assert_eq!(facet(text, "ثلاثة", Facet::Part), None, "{text}");
    }
}

#[test]
fn the_injured_of_one_province_are_of_that_province() {
    let text = "أصيب 300 شخص في العاصفة. وفي ولاية جندوبة وحدها أصيب 45 شخصا.";
    assert!(facet(text, "45", Facet::Place).is_some());
    assert_eq!(facet(text, "300", Facet::Place), None);
}

#[test]
fn each_temperature_is_of_its_place() {
    let text = "بلغت درجة الحرارة 47 درجة في العاصمة، وسجلت عمان 44 درجة مئوية بحسب الأرصاد الجوية.";
    assert_eq!(facet(text, "47", Facet::Place).as_deref(), Some("capital"));
    let text = "وبلغت نسبة المشاركة في الانتخابات في العاصمة 41 في المئة من الناخبين.";
    assert_eq!(facet(text, "41", Facet::Place).as_deref(), Some("capital"));
}

#[test]
fn medals_are_of_the_country_that_is_named_last() {
    let text = "حصد المنتخب الجزائري 12 ميدالية، ونالت مصر 19 ميدالية.";
    assert_eq!(facet(text, "12", Facet::Of).as_deref(), Some("dz"));
    assert_eq!(facet(text, "19", Facet::Of).as_deref(), Some("eg"));
    let text = "وكانت مصر قد أحرزت 15 ميدالية في الدورة الأخيرة.";
    assert_eq!(facet(text, "15", Facet::Event).as_deref(), Some("before"));
}

#[test]
fn the_time_of_a_race_is_of_its_distance() {
    let text = "فازت العداءة بسباق 800 متر بزمن دقيقتين وثلاث ثوان.";
    assert_eq!(facet(text, "دقيقتين", Facet::Event).as_deref(), Some("m 800"));
}

#[test]
fn how_long_a_thing_is_to_last_is_nobody_s_age() {
    assert_eq!(key("ويبلغ عمره الافتراضي تسع سنوات.", "تسع"), "thing.life");
    assert_eq!(key("ويبلغ من العمر تسع سنوات.", "تسع"), "person.age");
}

#[test]
fn a_case_is_no_death_and_points_of_a_hundred_are_steps_of_a_rate() {
    assert_ne!(key("ويعمل على القضية 35 محاميا.", "35"), "toll.killed");
    assert_eq!(
        key("رفع البنك المركزي سعر الفائدة نقطة مئوية واحدة.", "نقطة"),
        "rate.interest_step"
    );
}

#[test]
fn those_who_left_the_hospital_are_not_all_who_were_hurt() {
    let text = "خلف الحادث 64 جريحا، وغادر 22 مصابا المستشفى بعد تلقي العلاج.";
    assert_eq!(key(text, "64"), "toll.injured");
    assert_eq!(key(text, "22"), "toll.discharged");
}

#[test]
fn a_constructive_talk_founds_nothing() {
    let text = "وقال الوزير إن الحوار الذي جرى في المدينة الجمعة كان بناءً.";
    assert_ne!(key(text, "الجمعة"), "date.founded");
    assert_eq!(key("ويعود بناء الجسر إلى عام 1972.", "عام"), "date.founded");
}

#[test]
fn a_quantity_is_of_the_drug_beside_it() {
    let text = "ضبطت الشرطة 312 كيلوغراما من الحشيش و40 كيلوغراما من الكوكايين في شاحنة.";
    assert_eq!(facet(text, "312", Facet::Qualifier).as_deref(), Some("حشيش"));
    assert_eq!(facet(text, "40", Facet::Qualifier).as_deref(), Some("كوكايين"));
    // The one drug that the report opens with; none where it names two.
    let opened = "إحباط تهريب هيروين.\n\nوبلغ وزن الشحنة المضبوطة 70 كيلوغراما من المخدرات.";
    assert_eq!(facet(opened, "70", Facet::Qualifier).as_deref(), Some("هيروين"));
    let both = "إحباط تهريب هيروين وحشيش.\n\nوبلغ وزن الشحنة المضبوطة 70 كيلوغراما من المخدرات.";
    assert_eq!(facet(both, "70", Facet::Qualifier), None);
}

#[test]
fn what_each_is_to_get_is_told_before_the_sum() {
    let text = "ستحصل أسرة كل قتيل على 9 آلاف دينار من الصندوق.";
    assert_eq!(facet(text, "9 آلاف", Facet::Per).as_deref(), Some("family"));
    let text = "سيحصل كل جريح على 4 آلاف دينار من الصندوق.";
    assert!(facet(text, "4 آلاف", Facet::Per).is_some());
    let text = "بعد كل هذا دفع الصندوق 9 آلاف دينار للبلدية.";
    assert_eq!(facet(text, "9 آلاف", Facet::Per), None);
}

#[test]
fn what_befell_another_country_is_another_event() {
    let opens = "غرق مركب قبالة سواحل تونس صباح الأحد.\n\nوهرع الصيادون إلى المكان. \
                 وبدأ البحث عن ناجين.\n\n";
    let there = format!("{opens}وفي إيطاليا، قتل 14 شخصا في انقلاب زورق.");
    assert_eq!(facet(&there, "14", Facet::Event).as_deref(), Some("another"));
    let here = format!("{opens}وفي تونس، قتل 14 شخصا في انقلاب زورق.");
    assert_eq!(facet(&here, "14", Facet::Event), None);
}

#[test]
fn a_match_of_an_earlier_stage_is_none_of_the_final() {
    let text = "وكان الفريق قد فاز في نصف النهائي على الموج 3-1 في المباراة.";
    assert_eq!(facet(text, "3-1", Facet::Event).as_deref(), Some("earlier"));
    let text = "فاز الفريق في النهائي على الموج 3-1 في المباراة.";
    assert_eq!(facet(text, "3-1", Facet::Event), None);
}

#[test]
fn a_rank_that_somebody_held_before_is_none_of_today() {
    let key = |text: &str, words: &str| {
        let all = told(text, Facet::Event);
        let found = all.iter().find(|(said, ..)| said.starts_with(words));
        found.unwrap_or_else(|| panic!("{all:?}")).1.clone()
    };
    let text = "تقدم اللاعب من المركز 58 إلى المركز 41 في التصنيف.";
    assert_eq!(key(text, "المركز 58"), "rank.former");
    assert_ne!(key(text, "المركز 41"), "rank.former");
    let text = "وكان اللاعب يحتل المركز 58 في التصنيف.";
    assert_eq!(key(text, "المركز 58"), "rank.former");
    let text = "ويحتل اللاعب المركز 58 في التصنيف.";
    assert_ne!(key(text, "المركز 58"), "rank.former");
}

#[test]
fn the_share_of_each_is_no_figure_of_both() {
    let behind = "طلبت الشركتان 20 طائرة من الطراز الجديد لكل منهما.";
    assert_eq!(facet(behind, "20", Facet::Per).as_deref(), Some("each"));
    let before = "وستشتري كل من الخطوط الوطنية والناقل الجديد 20 طائرة.";
    assert_eq!(facet(before, "20", Facet::Per).as_deref(), Some("each"));
    let both = "طلبت الشركتان 40 طائرة من كل الأحجام.";
    assert_eq!(facet(both, "40", Facet::Per), None);
}

#[test]
fn votes_are_of_the_round_that_the_text_goes_on_about() {
    let text = "فاز سامي الراوي في الدورة الثانية. وانتهت الدورة الأولى من دون فائز. ونال سامي الراوي في \
        تلك الجلسة 41 صوتا. وفي الدورة الثانية نال سامي الراوي 60 صوتا.";
    assert_eq!(facet(text, "41", Facet::Event).as_deref(), Some("1"));
    assert_eq!(facet(text, "60", Facet::Event).as_deref(), Some("2"));
    let text = "جاءت نتائج الدورة الأولى كما يلي:\nسامي الراوي: 41 صوتا.\nأوراق ملغاة: 6.\n\
        أما نتائج الدورة الثانية فهي:\nسامي الراوي: 60 صوتا.\nأوراق ملغاة: 2.";
    for (words, round) in [("41", "1"), ("6", "1"), ("60", "2"), ("2", "2")] {
        assert_eq!(facet(text, words, Facet::Event).as_deref(), Some(round), "{words}");
    }
}

#[test]
fn months_within_which_something_was_are_the_length_of_nothing() {
    let text = "وهي الحكومة الثالثة خلال أشهر، بعد أيام على سقوط سابقتها.";
    let all = told(text, Facet::Event);
    let lengths = all.iter().filter(|(words, ..)| matches!(words.as_str(), "أشهر" | "أيام"));
    assert!(
        lengths.clone().count() == 2 && lengths.clone().all(|(_, key, _)| key.is_empty()),
        "{all:?}"
    );
}

#[test]
fn a_sentence_is_not_of_whom_the_sentenced_is_kin() {
    let text = "حكم على شقيق الرئيس السابق نبيل الصافي بالسجن 15 سنة.";
    assert_eq!(facet(text, "15", Facet::Of), None);
    let text = "حكم على الرئيس السابق نبيل الصافي بالسجن 15 سنة.";
    assert!(facet(text, "15", Facet::Of).is_some());
}

#[test]
fn the_side_in_the_name_of_a_village_is_no_direction() {
    let sides = |text: &str| {
        let facts = extract(&article(text, "")).facts;
        facts.into_iter().filter(|fact| fact.topic.key == "event.direction").count()
    };
    assert_eq!(sides("وقع الحادث في قرية الصفا غرب التابعة للمركز."), 0);
    assert_eq!(sides("وقع الحادث في قرية الصفا غرب القاهرة."), 1);
}
