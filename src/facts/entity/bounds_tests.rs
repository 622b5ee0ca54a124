//! Where names end, what is none, and whose office it is; the events are invented.

use crate::facts::testing::article;
use crate::facts::{Kind, Value, extract};

fn names(text: &str, kind: Kind) -> Vec<String> {
    let facts = extract(&article(text, "2026-05-04")).facts;
    let named = facts.into_iter().filter(|fact| fact.kind == kind);
    named
        .filter_map(|fact| match fact.value {
            Value::Name(name) => Some(name.name),
            _ => None,
        })
        .collect()
}

fn canonical(text: &str, kind: Kind) -> Vec<String> {
    let facts = extract(&article(text, "2026-05-04")).facts;
    let named = facts.into_iter().filter(|fact| fact.kind == kind);
    named
        .filter_map(|fact| match fact.value {
            Value::Name(name) => Some(name.canonical),
            _ => None,
        })
        .collect()
}

fn offices(text: &str) -> Vec<String> {
    let facts = extract(&article(text, "2026-05-04")).facts;
    let told = facts.into_iter().filter(|fact| fact.kind == Kind::Role);
    told.filter_map(|fact| match fact.value {
        Value::Role { role, .. } => Some(role),
        _ => None,
    })
    .collect()
}

#[test]
fn the_rest_of_the_clause_is_no_part_of_a_name() {
    for (text, name) in [
        ("أعلن رئيس الحكومة نادر عبدالمهدي الحداد الوطني يومين.", "نادر عبدالمهدي"),
        ("فارقت الممثلة هدى سالم الحياة فجرا.", "هدى سالم"),
        ("استقبل الحارس كريم نصار نجم الفريق في المطار.", "كريم نصار"),
        ("قال العمدة كريم نصار الجمعة إن الجسر فتح.", "كريم نصار"),
        ("خرج المهاجم كريم نصار مكانه فارغ.", "كريم نصار"),
        ("مات المغني كريم نصار متأثرا بجراحه.", "كريم نصار"),
        ("قال وزير النقل الكيني توندو كيبروتو إن الجسر فتح.", "توندو كيبروتو"),
        ("قال الوزير خالد بن سعيد العامري إن الجسر فتح.", "خالد بن سعيد العامري"),
        ("قال خالد آيت الشيخ إن الجسر فتح.", "خالد آيت الشيخ"),
        ("وقال المتحدث باسم الدرك معز تريعة إن الجسر فتح.", "معز تريعة"),
        ("قال العمدة سامي الحداد إن الجسر فتح.", "سامي الحداد"),
        ("فازت العمدة هيلين دوبوا بالسباق.", "هيلين دوبوا"),
    ] {
        assert_eq!(names(text, Kind::Person), [name], "{text}");
    }
}

#[test]
fn verbs_reasons_and_idioms_are_nobody() {
    for text in [
        "أكدت الوكالة أن أمير البلاد أرجأ رحلته إلى الأحد.",
        "وقدم الوزير تعازيه إلى الأهالي.",
        "توفي المتهم الرئيسي لأسباب غامضة.",
        "مرت الكرة بين يدي الحداد.",
        "كانوا في عمر الزهور.",
        "أدين بالسرقة وتآمر مع غيره.",
        "وقال المدير الجهوي للصحة إن الحصيلة ارتفعت.",
        "نقل الجرحى إلى مستشفى نادر بستاني بالعاصمة.",
        "هبطت الطائرة في مطار نادر بستاني.",
        "قال خبير في منطقة سيدي منصور إن الطقس بارد.",
    ] {
        assert!(names(text, Kind::Person).is_empty(), "{text}");
    }
}

#[test]
fn what_agrees_with_no_body_is_none_of_its_name() {
    for (text, body) in [
        ("قدرت وزارة الزراعة القتلى بأربعين.", "وزارة الزراعة"),
        ("نقل الجرحى إلى مستشفى نادر بستاني.", "مستشفى نادر بستاني"),
        ("قالت وزارة القوى العاملة إن الأجر ارتفع.", "وزارة القوى العاملة"),
        ("أفاد مراسل نسائم أف أم بأن الطريق سالكة.", "نسائم أف أم"),
        ("اجتمعت اللجنة المنظمة للسباق.", "اللجنة المنظمة للسباق"),
    ] {
        assert_eq!(names(text, Kind::Organisation), [body], "{text}");
    }
    for text in ["وأعطت المفوضية الشركة شهرا.", "فرضت غرامة على الشركة العام الماضي."]
    {
        assert!(names(text, Kind::Organisation).is_empty(), "{text}");
    }
}

#[test]
fn a_rank_a_deputy_and_a_comma_do_not_hide_the_office() {
    let text = "قال المتحدث باسم الدرك، اللواء نادر بستاني، إن الجسر فتح.";
    assert_eq!(offices(text), ["spokesperson", "officer"]);
    let text = "قال الدكتور نادر بستاني، مدير المستشفى، إن الجسر فتح.";
    assert_eq!(offices(text), ["director"]);
    assert_eq!(offices("حضر نائب رئيس الشركة نادر بستاني."), ["deputy"]);
    assert_eq!(offices("حضر مستشار الرئيس الكيني نادر بستاني."), ["adviser"]);
    assert_eq!(
        offices("قال الكاتب العام للنقابة عبد الله بستاني إن الأجر ارتفع."),
        ["secretary-general"]
    );
    let text = "قال المتحدث باسم زابلين ديمتري بستاني إن الجسر فتح.";
    assert_eq!(names(text, Kind::Person), ["ديمتري بستاني"]);
}

#[test]
fn a_town_lies_in_the_country_of_the_report() {
    assert_eq!(canonical("وصلت الحافلة إلى القنيطرة.", Kind::Place), ["sy/quneitra"]);
    assert_eq!(canonical("قالت الشرطة المغربية إن القنيطرة آمنة.", Kind::Place), ["ma/kenitra"]);
    for text in ["وصل القطار باكرا.", "زار حماه في بيته.", "تابع الحشود السلمية عن قرب."]
    {
        assert!(names(text, Kind::Place).is_empty(), "{text}");
    }
    assert_eq!(canonical("وصل القطار إلى حماة.", Kind::Place), ["sy/hama"]);
}

#[test]
fn a_market_town_is_no_day_and_a_preliminary_report_no_first_one() {
    let count = |text: &str, kind: Kind| {
        extract(&article(text, "2026-05-04")).facts.iter().filter(|f| f.kind == kind).count()
    };
    assert_eq!(count("وصلت الحافلة إلى سوق الثلاثاء.", Kind::Date), 0);
    assert_eq!(count("وصلت الحافلة الثلاثاء.", Kind::Date), 1);
    assert_eq!(count("كشف التقرير الأولي سبب العطل.", Kind::Ordinal), 0);
    assert_eq!(count("وهذه هي الزيارة الأولى للوزير.", Kind::Ordinal), 1);
}

#[test]
fn who_heads_a_house_with_a_name_and_who_is_called_behind_are_people() {
    let text = "قال رئيس معهد الفنون سامي الحداد إن العرض ألغي.";
    assert_eq!(names(text, Kind::Person), ["سامي الحداد"]);
    assert_eq!(names("فاز اللاعب خلف العتيبي بالسباق.", Kind::Person), ["خلف العتيبي"]);
}
