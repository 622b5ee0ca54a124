//! Names in sentences of every kind of news; the events are invented.

use super::Sort;
use crate::facts::testing::article;
use crate::facts::{Kind, Prepared, Value, extract};

fn named(text: &str, kind: Kind) -> Vec<(String, String)> {
    let report = article(text, "2026-05-04");
    let facts = extract(&report).facts.into_iter().filter(|fact| fact.kind == kind);
    facts
        .map(|fact| {
            let Value::Name(name) = fact.value else { panic!("{kind:?} without a name") };
            assert_eq!(report.text.slice(fact.span).map(str::trim), Some(name.name.as_str()));
            (name.name, name.canonical)
        })
        .collect()
}

fn names(text: &str, kind: Kind) -> Vec<String> {
    named(text, kind).into_iter().map(|(name, _)| name).collect()
}

#[test]
fn an_office_before_a_name_is_no_part_of_it() {
    let text = "التقى وزير الزراعة الكيني صامويل أوتينو ومحافظ البنك المركزي، كريم البستاني، أمس.";
    assert_eq!(names(text, Kind::Person), ["صامويل أوتينو", "كريم البستاني"]);
    let text = "شكر المدرب الهولندي رود فان دايك لاعبيه.";
    assert_eq!(names(text, Kind::Person), ["رود فان دايك"]);
}

#[test]
fn compound_names_and_particles_stay_whole() {
    assert_eq!(names("عاد علاء الدين بن منصور إلى بيته.", Kind::Person), ["علاء الدين بن منصور"]);
    assert_eq!(names("فاز عبد الله آل خليفة بالسباق.", Kind::Person), ["عبد الله آل خليفة"]);
}

#[test]
fn verbs_prepositions_and_adverbs_end_a_name() {
    let text = "وصلت كارولين هوفمان للمشاركة في المؤتمر ثم غادر ماتيو روسي رسميًا إلى روما.";
    assert_eq!(names(text, Kind::Person), ["كارولين هوفمان", "ماتيو روسي"]);
    assert!(names("وقف الجميع على المسرح حتى آخر العرض.", Kind::Person).is_empty());
}

#[test]
fn a_joined_particle_is_outside_the_span() {
    let text = "تقدمت ماريا لوبيز وفيكتور هانسن على الجميع.";
    assert_eq!(names(text, Kind::Person), ["ماريا لوبيز", "فيكتور هانسن"]);
    assert_eq!(names("سافر الوفد لموسكو ثم لباريس.", Kind::Place), ["موسكو", "باريس"]);
}

#[test]
fn later_short_names_mean_the_same_person() {
    let report =
        article("قالت النائبة سلمى الخطيب إن الجسر آمن. وأضافت الخطيب أن الطريق مفتوح.", "");
    let prepared = Prepared::new(&report);
    let words = prepared.words();
    let cast = super::Cast::read(&prepared.context(&report, &words));
    let who: Vec<_> =
        cast.mentions.iter().filter(|m| m.sort == Sort::Person).map(|m| m.who).collect();
    assert_eq!(who.len(), 2);
    assert_eq!(who.first(), who.last());
}

#[test]
fn an_office_alone_means_its_holder() {
    let report = article("زار العمدة هنريك لارسن الجسر. ووعد العمدة بالدعم.", "");
    let prepared = Prepared::new(&report);
    let words = prepared.words();
    let cast = super::Cast::read(&prepared.context(&report, &words));
    let who: Vec<_> = cast.mentions.iter().map(|m| m.who).collect();
    assert_eq!(who, [0, 0]);
}

#[test]
fn places_know_what_they_lie_in() {
    let text = "انتقل الفريق من مرسيليا إلى غلاسكو مرورا ببروكسل.";
    let paths: Vec<_> = named(text, Kind::Place).into_iter().map(|(_, path)| path).collect();
    assert_eq!(paths, ["fr/marseille", "gb/scotland/glasgow", "be/brussels"]);
}

#[test]
fn two_names_of_one_city_are_one_place() {
    let one = named("وصل السياح إلى فينيسيا.", Kind::Place);
    let other = named("وصل السياح إلى البندقية.", Kind::Place);
    assert_eq!(one.first().map(|n| &n.1), other.first().map(|n| &n.1));
}

#[test]
fn common_words_that_look_like_places_are_none() {
    for text in ["بلغ القطر عشرة أمتار.", "اجتاحت سيول جارفة القرى ليلا.", "هذا مشهد عسير حقا."]
    {
        assert!(names(text, Kind::Place).is_empty(), "{text}");
    }
}

#[test]
fn a_noun_introduces_the_name_of_one_thing() {
    for (text, name) in [
        ("غرقت السفينة \"نجمة الشمال\" قرب الساحل.", "نجمة الشمال"),
        ("ضرب إعصار كاسندرا الجزر.", "كاسندرا"),
        ("اندلع حريق في برج ريفرسايد السكني.", "ريفرسايد"),
        ("تسلم المخرج جائزة عن فيلمه الطويل، فيلم «ملح البحر».", "ملح البحر"),
        ("تفشى فيروس (لاسا) في القرى.", "لاسا"),
    ] {
        assert!(names(text, Kind::Name).iter().any(|found| found == name), "{text}");
    }
}

#[test]
fn adjectives_after_a_noun_are_no_names() {
    for text in ["التهمت النار برجا سكنيا.", "توقف قطار سريع فجأة.", "فتحت جامعة أهلية أبوابها."]
    {
        assert!(names(text, Kind::Name).is_empty(), "{text}");
        assert!(names(text, Kind::Organisation).is_empty(), "{text}");
    }
}

#[test]
fn latin_and_arabic_spellings_share_a_form() {
    let arabic = named("اشترى بنك مورغان ستانلي الحصة.", Kind::Organisation);
    let latin = named("اشترى بنك Morgan Stanley الحصة.", Kind::Organisation);
    assert!(!latin.is_empty() && !arabic.is_empty());
    let text = "اشترت شركة «نورثويند ريسورسز» الحصة من شركة Northwind Resources.";
    assert_eq!(names(text, Kind::Organisation).len(), 2);
}

#[test]
fn another_spelling_of_a_name_is_told_once_more_under_one_form() {
    let text = "فازت إنغريد سولبيرغ بالجائزة. وشكرت إنجريد سولبيرج الجمهور. وعادت إنغريد سولبيرغ.";
    let found = named(text, Kind::Person);
    assert_eq!(found.len(), 2);
    assert_eq!(found.first().map(|n| &n.1), found.last().map(|n| &n.1));
}

#[test]
fn bodies_take_their_definite_words() {
    let text = "أعلنت وزارة النقل والطرق اليونانية أن الجسر مغلق.";
    assert_eq!(names(text, Kind::Organisation), ["وزارة النقل والطرق اليونانية"]);
}

#[test]
fn now_and_that_are_no_names_and_a_conjunction_is_of_none() {
    assert!(names("العالم الآن أمام سؤال صعب.", Kind::Person).is_empty());
    assert!(names("أقر المدير بأن الموافقة تأخرت.", Kind::Person).is_empty());
}

#[test]
fn a_time_of_day_is_no_part_of_a_name_and_an_owner_no_given_name() {
    let told = names("وزار رئيس الوزراء سامر الشريف صباح اليوم موقع الحادث.", Kind::Person);
    assert_eq!(told, ["سامر الشريف"]);
    let told = names("وقال مالك المصنع جورج حداد: «سنعيد البناء».", Kind::Person);
    assert_eq!(told, ["جورج حداد"]);
}

#[test]
fn what_is_told_of_somebody_is_no_part_of_the_name() {
    for (text, who) in [
        ("قالت الحكومة إن رئيس الدولة جوفينيل مويس اغتيل الليلة الماضية.", "جوفينيل مويس"),
        ("وقال المحامي إن اللواء خالد نزار موجود في الخارج.", "خالد نزار"),
    ] {
        assert_eq!(names(text, Kind::Person), [who], "{text}");
    }
    // The first round is nobody, and an article belongs to its figure.
    assert_eq!(names("لم ينتخب المجلس رئيس في الدورة الأولى.", Kind::Person), [""; 0]);
    let report = article("وبذلك انتخب جوزيف كامل الرئيس الـ14 للنادي.", "");
    let facts = extract(&report).facts;
    let head = facts.iter().find(|fact| fact.topic.key == "office.head").unwrap();
    assert_eq!(report.text.slice(head.span), Some("جوزيف كامل الرئيس"));
}

#[test]
fn the_scene_of_an_event_and_an_arrest_are_no_bodies() {
    assert_eq!(names("تجمع الأهالي في موقع الحريق حتى الفجر.", Kind::Organisation), [""; 0]);
    assert_eq!(names("وألقت الشرطة القبض على السائق.", Kind::Organisation), [""; 0]);
    assert_eq!(names("ونقل موقع الحرة عن شاهد.", Kind::Organisation), ["موقع الحرة"]);
}
