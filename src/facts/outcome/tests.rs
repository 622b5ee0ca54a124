//! Outcomes, firsts, rosters and offices; the events are invented.

use crate::facts::testing::article;
use crate::facts::{
    EACH_SIDE, Facet, Fact, Kind, Mode, Polarity, Qualifier, Quantity, Unit, Value, extract,
};

fn facts(text: &str, key: &str) -> Vec<Fact> {
    let report = article(text, "2026-05-04");
    extract(&report).facts.into_iter().filter(|fact| fact.topic.key == key).collect()
}

fn agreement(text: &str) -> Option<(Polarity, Option<Qualifier>, Mode)> {
    facts(text, "outcome.agreement").into_iter().next().map(|fact| {
        let Value::Outcome { polarity, qualifier } = fact.value else { panic!("no outcome") };
        (polarity, qualifier, fact.mode)
    })
}

#[test]
fn an_agreement_is_reached_or_not() {
    use Polarity::{No, Yes};
    for (text, polarity) in [
        ("توصل الطرفان إلى اتفاق بشأن الأجور.", Yes),
        ("وقع النادي اتفاقية مع الشركة.", Yes),
        ("نأمل أن يساعدنا الاتفاق الذي توصلنا إليه.", Yes),
        ("انتهت الجلسة دون التوصل إلى اتفاق.", No),
        ("لم يتم التوصل لاتفاق حتى المساء.", No),
        ("ونفت النقابة إبرام أي صفقة مع الإدارة.", No),
        ("فشل الاتفاق على تقاسم المياه.", No),
        ("ولم يعلن عن اتفاق في ختام اليوم.", No),
    ] {
        assert_eq!(agreement(text).map(|found| found.0), Some(polarity), "{text}");
    }
    for text in [
        "رفضت الشركة التعليق على الصفقة قبل افتتاح البورصة.",
        "ورفض المدرب الحديث عن الاتفاق مع النادي.",
    ] {
        assert_eq!(agreement(text), None, "{text}");
    }
}

#[test]
fn a_negation_reaches_the_nearest_outcome_and_not_only_is_none() {
    assert_eq!(facts("انفض اللقاء دون اتفاق لحل أزمة المياه.", "outcome.settlement"), vec![]);
    assert_eq!(facts("بداية ليس فقط لحل نزاع الحدود.", "outcome.settlement"), vec![]);
    assert_eq!(agreement("انفض اللقاء دون اتفاق لحل الأزمة.").map(|f| f.0), Some(Polarity::No));
}

#[test]
fn whoever_denies_an_agreement_of_a_kind_denies_no_other() {
    assert_eq!(agreement("نفت الوزارة توقيع أي اتفاق عسكري خلال الزيارة."), None);
    for of_the_talks in ["نهائي", "سياسي", "تجاري"] {
        let denied = agreement(&format!("نفت الوزارة التوصل إلى اتفاق {of_the_talks} مع الشركة."));
        assert_eq!(denied.map(|found| found.0), Some(Polarity::No), "{of_the_talks}");
    }
}

#[test]
fn the_qualifier_is_part_of_the_outcome() {
    let found = agreement("توصلت الشركتان إلى اتفاق مبدئي على الاندماج.");
    assert_eq!(found.and_then(|f| f.1), Some(Qualifier::Preliminary));
    let found = agreement("لم تتوصل الشركتان إلى اتفاق نهائي.");
    assert_eq!(found.map(|f| (f.0, f.1)), Some((Polarity::No, Some(Qualifier::Final))));
}

#[test]
fn talk_about_an_agreement_is_no_outcome() {
    assert_eq!(agreement("ناقش النواب بنود الاتفاق ساعتين."), None);
    let hoped = agreement("يسعى الوسطاء للتوصل إلى اتفاق قبل الشتاء.");
    assert!(hoped.is_none_or(|found| found.2 == Mode::Planned));
}

#[test]
fn firsts_are_told_from_places_in_a_row() {
    for text in [
        "هذا أول منتخب يهزم البطل منذ عقد.",
        "وصلت السفينة لأول مرة إلى المرفأ.",
        "زيارته هي الأولى منذ سبع سنوات.",
        "لم يسبق للبلدة أن عرفت حرا كهذا.",
    ] {
        assert_eq!(facts(text, "record.first").len(), 1, "{text}");
    }
    for text in ["فاز في الجولة الأولى.", "وصل أول أمس.", "دفعت دفعة أولى كبيرة."]
    {
        assert!(facts(text, "record.first").is_empty(), "{text}");
    }
}

#[test]
fn one_of_the_longest_is_not_the_longest() {
    let scope = |text: &str| match facts(text, "record.most").into_iter().next().map(|f| f.value) {
        Some(Value::Words(words)) => words,
        other => panic!("{other:?}"),
    };
    assert_eq!(scope("كان العرض من أطول العروض."), "among");
    assert_eq!(scope("سجل السباح رقما قياسيا في تاريخ الدورة."), "all_time");
    assert_eq!(scope("هو أطول عرض حتى الآن."), "so_far");
}

#[test]
fn a_roster_tells_whether_it_claims_to_be_complete() {
    let roster = |text: &str| {
        let report = article(text, "");
        extract(&report).facts.into_iter().find_map(|fact| match fact.value {
            Value::Roster { names, complete, side } => Some((names.len(), complete, side)),
            _ => None,
        })
    };
    let text = "حضر من الجانب الكندي وزير المالية بول مارتان، والمستشارة إيما لارسون.";
    assert_eq!(roster(text), Some((2, true, Some("ca".to_owned()))));
    let text = "شارك في الحفل فنانون من أبرزهم ريم البنا، وكريم عواد.";
    assert_eq!(roster(text).map(|found| found.1), Some(false));
}

#[test]
fn a_list_of_full_names_holds_the_unknown_ones_too() {
    let text = "ضم الوفد الكندي الوزراء بول مارتان، إيما لارسون، وبرو هاندلي، وتوم هاريس.";
    let names = extract(&article(text, "")).facts.into_iter().find_map(|fact| match fact.value {
        Value::Roster { names, .. } => Some(names.into_iter().map(|n| n.name).collect::<Vec<_>>()),
        _ => None,
    });
    let expected = ["بول مارتان", "إيما لارسون", "برو هاندلي", "توم هاريس"];
    assert_eq!(names.unwrap_or_default(), expected);
}

#[test]
fn the_form_of_a_meeting_tells_how_many_each_side_brought() {
    let size = |text: &str| {
        let found = facts(text, "delegation.size").into_iter().find(|f| f.rule == EACH_SIDE);
        found.map(|fact| fact.value)
    };
    let four = Some(Value::Quantity(Quantity::exact(4.0, Unit::Of("person".into()))));
    assert_eq!(size("انعقد اللقاء بصيغة «4+4» في الميناء."), four);
    assert_eq!(size("اتفقا على صيغة أربعة مقابل أربعة في الجلسة."), four);
    assert_eq!(size("يجمع الحاسوب 4+4 في لحظة."), None);
}

#[test]
fn what_is_hoped_for_is_no_outcome_and_what_is_taken_for_granted_is_one() {
    for (text, mode) in [
        ("أكد الوسيط أن الطرفين توصلا إلى اتفاق.", Mode::Fact),
        ("آمل أن يساعد الاتفاق الذي توصلنا إليه.", Mode::Fact),
        ("وقد أبرمت الشركتان اتفاقا.", Mode::Fact),
        ("ونصيحتي أن يبرم اتفاقا.", Mode::Planned),
        ("قد يبرم الطرفان اتفاقا.", Mode::Planned),
    ] {
        assert_eq!(agreement(text).map(|found| found.2), Some(mode), "{text}");
    }
    assert_eq!(agreement("لا تزال هناك نقطتان مهمتان للاتفاق."), None);
}

#[test]
fn a_second_noun_shares_the_verb_of_the_first() {
    let found = facts("حققنا اليوم تقدما واختراقات كبيرة.", "outcome.breakthrough");
    let great = Value::Outcome { polarity: Polarity::Yes, qualifier: Some(Qualifier::Great) };
    assert_eq!(found.first().map(|fact| &fact.value), Some(&great));
}

fn holders(text: &str) -> Vec<(String, String)> {
    extract(&article(text, ""))
        .facts
        .into_iter()
        .filter(|fact| fact.kind == Kind::Role)
        .filter_map(|fact| match fact.value {
            Value::Role { holder, role } => Some((holder.name, role)),
            _ => None,
        })
        .collect()
}

#[test]
fn a_dual_office_is_held_by_both() {
    let producer = |name: &str| (name.to_owned(), "producer".to_owned());
    assert_eq!(
        holders("وحضر المنتجان المنفذان لورا بيكر وتوم هاريس."),
        [producer("لورا بيكر"), producer("توم هاريس")]
    );
}

#[test]
fn an_office_behind_a_name_is_not_the_next_ones() {
    let found = holders("حضر كريم نصار وزير الخارجية، وسامي حداد وزير الدفاع، وأوتيس بيرغ.");
    let held = |name: &str, role: &str| (name.to_owned(), role.to_owned());
    assert_eq!(
        found,
        [held("كريم نصار", "minister.foreign"), held("سامي حداد", "minister.defence")]
    );
    let found = holders("تضم اللجنة مديرة المتحف سمر القاضي والسفير هاني البدري.");
    assert_eq!(found, [held("سمر القاضي", "director"), held("هاني البدري", "ambassador")]);
}

#[test]
fn a_rank_stands_before_its_officer() {
    let ranks = |text: &str| {
        let rank = |fact: Fact| match (fact.value, fact.topic.scope.as_slice()) {
            (Value::Words(rank), [(Facet::Of, officer)]) => (rank, officer.clone()),
            other => panic!("no rank: {other:?}"),
        };
        facts(text, "officer.rank").into_iter().map(rank).collect::<Vec<_>>()
    };
    let of = |rank: &str, officer: &str| (rank.to_owned(), officer.to_owned());
    let found = ranks("قال قائد السفينة الرائد البحري كريم نصار إن البحر كان هادئا.");
    assert_eq!(found, [of("major", "كريم نصار")]);
    let found = ranks("وحضر العميد الركن سامي حداد والملازم أول كريم نصار.");
    assert_eq!(found, [of("brigadier", "سامي حداد"), of("lieutenant", "كريم نصار")]);
    // A team, and a pioneer.
    assert_eq!(ranks("وفاز الفريق كريم نصار بالكأس، ويعد نصار رائدا في مجاله."), []);
}

#[test]
fn a_collision_names_what_was_hit() {
    let found = facts("انحرفت الحافلة واصطدمت بجدار المدرسة.", "collision.into");
    assert_eq!(found.len(), 1);
}

#[test]
fn an_office_is_shown_by_its_name_and_filed_under_its_holder() {
    use crate::facts::display;
    use crate::locale::Messages;
    use crate::settings::{Digits, Interface};
    let report = article("التقى وزير الصحة، سامي حداد، نقيب الأطباء.", "2026-05-04");
    let found = extract(&report).facts;
    let office = found.iter().find(|fact| fact.kind == Kind::Role).unwrap();
    let surface = report.text.slice(office.span).unwrap();
    let messages = Messages::new(Interface::English, Digits::Latin);
    assert_eq!(surface, "وزير الصحة");
    assert_eq!(office.topic.label, "سامي حداد");
    assert_eq!(display(office, surface, &messages), "وزير الصحة");
}
