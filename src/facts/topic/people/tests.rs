//! What the words beside a figure of people say of them; the events are invented.

use crate::facts::{Value, extract, testing::article};

fn key(text: &str, low: f64) -> String {
    let facts = extract(&article(text, "2031-05-12")).facts;
    let is = |value: &Value| matches!(value, Value::Quantity(q) if (q.low - low).abs() < 0.1);
    let fact = facts.iter().find(|fact| is(&fact.value)).unwrap();
    fact.topic.key.to_string()
}

#[test]
fn what_is_told_right_behind_people_befell_them() {
    for (text, low, expected) in [
        ("وقال الطبيب إن 38 زائرا أصيبوا بجروح في الهجوم.", 38.0, "toll.injured"),
        ("قتل 12 شخصا وذكر المسعفون أن ثلاثين آخرين أصيبوا.", 30.0, "toll.injured"),
        ("وذكرت البلدية أن 17 شخصا غرقوا في الطريق إلى المدينة السياحية.", 17.0, "toll.killed"),
        ("وأوقع التسمم ضحايا وقالت الشرطة إن أربعة أشخاص اعتقلوا.", 4.0, "toll.arrested"),
    ] {
        assert_eq!(key(text, low), expected, "{text}");
    }
}

#[test]
fn a_verb_with_an_object_did_not_befall_them() {
    for (text, low, but) in [
        ("وأفاد بيان بأن خمسة مسلحين قتلوا الحارس ثم فروا.", 5.0, "toll.killed"),
        ("وقالت النقابة إن 30 تاجرا غرقوا في الديون.", 30.0, "toll.killed"),
        ("وقالت الوزارة إن 40 شخصا أصيبوا بالفيروس.", 40.0, "toll.injured"),
    ] {
        assert_ne!(key(text, low), but, "{text}");
    }
}

#[test]
fn people_aboard_are_aboard_whatever_became_of_the_craft() {
    for (text, low, expected) in [
        ("اختفت مروحية فوق الخليج وعليها 14 شخصا.", 14.0, "aboard.count"),
        ("هوت الطائرة التي أقلت 81 شخصا بعد اختفائها عن الرادار.", 81.0, "aboard.count"),
        ("وكانت العبارة المنكوبة تحمل نحو 230.", 230.0, "aboard.count"),
        ("وانفجر الغاز وكان في المنجم 96 عاملا.", 96.0, "site.people"),
    ] {
        assert_eq!(key(text, low), expected, "{text}");
    }
}

#[test]
fn what_else_is_in_a_craft_or_befell_people_in_it_is_not_how_many_were_aboard() {
    for (text, low) in [
        ("وسقطت الطائرة التي قتل فيها 130 شخصا.", 130.0),
        ("وكانت السفينة تحمل 900 طن من القمح.", 900.0),
        ("وتضم المدينة حيا قديما وفيها 71 ألف نسمة.", 71_000.0),
    ] {
        assert_ne!(key(text, low), "aboard.count", "{text}");
    }
}

#[test]
fn the_missing_are_missing_whatever_they_are() {
    for (text, low, expected) in [
        ("ولا تزال 34 طالبة من المدرسة في عداد المفقودين.", 34.0, "toll.missing"),
        ("وقالت الوزارة إن مصير 34 تلميذة ما زال مجهولا.", 34.0, "toll.missing"),
        ("وأضاف أن 34 تلميذة كن في الدرس ما زالوا مفقودين.", 34.0, "toll.missing"),
    ] {
        assert_eq!(key(text, low), expected, "{text}");
    }
    assert_ne!(key("وتدرس في المدرسة 34 طالبة مصيرهن واضح.", 34.0), "toll.missing");
    assert_ne!(key("وعادت 34 طالبة إلى المدرسة.", 34.0), "pupils.count");
}

#[test]
fn the_hurt_are_hurt_wherever_they_are_taken() {
    let moved = "وأسفر الحادث عن إصابة 21 آخرين تم نقلهم إلى مستشفيات الولاية.";
    assert_eq!(key(moved, 21.0), "toll.injured");
    let freed = "وأفرجت السلطات عن 21 شخصا أوقفوا خلال الاحتجاج.";
    assert_ne!(key(freed, 21.0), "toll.arrested");
}

#[test]
fn those_who_did_it_did_not_suffer_it() {
    for (text, low, but) in [
        ("وقالت الشرطة إن 12 شخصا قتلوا حارسا ثم فروا.", 12.0, "toll.killed"),
        ("وقال إن 30 جنديا قضوا على المسلحين.", 30.0, "toll.killed"),
        ("وقال إن 40 عاملا أوقفوا الإنتاج.", 40.0, "toll.arrested"),
    ] {
        assert_ne!(key(text, low), but, "{text}");
    }
    assert_eq!(key("وقالت الشرطة إن 12 شخصا أوقفوا أمس.", 12.0), "toll.arrested");
    assert_eq!(key("وقالت الشرطة إن 12 شخصا قتلوا جميعا.", 12.0), "toll.killed");
}

#[test]
fn spectators_and_staff_are_not_all_who_were_there() {
    for (text, low) in [
        ("وكان في الملعب 40 ألف متفرج.", 40_000.0),
        ("وكان في الفندق 35 موظفا.", 35.0),
        ("وقالت النقابة إن 900 شخص يعملون في المنجم على ورديات.", 900.0),
    ] {
        assert_ne!(key(text, low), "site.people", "{text}");
    }
}
