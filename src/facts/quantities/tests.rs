//! Sentences of invented reports, and the figures that a reader would take from them.

use proptest::prelude::*;

use crate::facts::testing::article;
use crate::facts::{Approx, Context, Fact, Grain, Kind, Prepared, Quantity, Unit, Value};

/// The facts of a text published on 5 June 2031, a Thursday: `surface = value`.
fn read(text: &str) -> Vec<String> {
    let report = article(text, "2031-06-05");
    let prepared = Prepared::new(&report);
    let words = prepared.words();
    let cx = prepared.context(&report, &words);
    super::quantities(&cx).iter().map(|fact| line(&cx, fact)).collect()
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    assert_eq!(read(text), expected, "{text}");
}

fn line(cx: &Context, fact: &Fact) -> String {
    let value = match &fact.value {
        Value::Quantity(quantity) => figure(quantity),
        Value::Date(date) => {
            let last = if date.last == date.first || date.grain != Grain::Day {
                String::new()
            } else {
                format!("..{}", date.last)
            };
            format!("{}{last} {:?}", date.first, date.grain)
        }
        Value::Time(time) => {
            let zone = time.zone.as_ref().map_or("", |zone| zone.name.as_str());
            let date = time.date.map_or(String::new(), |date| format!("{date} "));
            format!("{date}{:02}:{:02} {zone}", time.minute / 60, time.minute % 60)
        }
        Value::Score(score) => {
            let sets = score.sets.iter().map(|(home, away)| format!(" {home}-{away}"));
            format!("{}:{}{}", score.home, score.away, sets.collect::<String>())
        }
        _ => format!("{:?}", fact.kind),
    };
    format!("{} = {}", cx.text.slice(fact.span).unwrap(), value.trim())
}

fn figure(quantity: &Quantity) -> String {
    let unit = match &quantity.unit {
        Unit::None => "",
        Unit::Percent => "%",
        Unit::BasisPoint => "bp",
        Unit::Second => "s",
        Unit::Money(money) => &money.0,
        Unit::Measure(name) | Unit::Of(name) => name,
    };
    let approx = match quantity.approx {
        Approx::Exact | Approx::Range => String::new(),
        approx => format!("{approx:?} "),
    };
    let high =
        if quantity.high > quantity.low { format!("-{}", quantity.high) } else { String::new() };
    format!("{approx}{}{high} {unit}", quantity.low)
}

#[test]
fn disasters() {
    check(
        "انهار جسر وقتل ما لا يقل عن 18 عاملا وجرح نحو خمسين.",
        &["ما لا يقل عن 18 عاملا = AtLeast 18 person", "نحو خمسين = About 50"],
    );
    check(
        "أصيب 31 راكبا، منهم 4 في حالة حرجة، ونجا طفل واحد.",
        &["31 راكبا = 31 person", "4 = 4", "طفل واحد = 1 person"],
    );
    check("تواصل البحث عن المتسلقين السبعة المفقودين.", &["المتسلقين السبعة = 7 person"]);
    check(
        "أخلت السلطات عشرات الآلاف من السكان ومئات المنازل.",
        &["عشرات الآلاف من السكان = Vague 10000 person", "مئات المنازل = Vague 100 house"],
    );
    check("ارتفعت الحصيلة من 12 إلى 19 قتيلا.", &["12 = 12 person", "19 قتيلا = 19 person"]);
    check("يقع البئر على عمق كيلومترين ونصف الكيلومتر.", &["كيلومترين ونصف الكيلومتر = 2.5 km"]);
}

#[test]
fn money_and_rates() {
    check(
        "رفع المصرف الفائدة 25 نقطة أساس إلى %3,25 أو ما يعادل ربع نقطة مئوية.",
        &["25 نقطة أساس = 25 bp", "%3,25 = 3.25 %", "ربع نقطة مئوية = 0.25 pp"],
    );
    check(
        "بيعت الشركة بـ 1.8 مليار دولار، أي قرابة 7 مليارات ريال سعودي.",
        &["1.8 مليار دولار = 1800000000 USD", "قرابة 7 مليارات ريال سعودي = Nearly 7000000000 SAR"],
    );
    check("غرم المتجر 4 آلاف دينار.", &["4 آلاف دينار = 4000 دينار"]);
    check("بلغ سعر الرغيف 250 مليما.", &["250 مليما = 0.25 TND"]);
    check("ارتفع السعر 40 سنتا.", &["40 سنتا = 0.4 USD"]);
    check("تراوح السعر بين 3 و4 ملايين يورو.", &["بين 3 و4 ملايين يورو = 3000000-4000000 EUR"]);
    check(
        "هبط السهم بنسبة ٪١٢٫٥ وأغلق عند 42.10 دولارا.",
        &["٪١٢٫٥ = 12.5 %", "42.10 دولارا = 42.1 USD"],
    );
    check("نما الإنتاج بنسبة 5ر3 في المئة.", &["5ر3 في المئة = 3.5 %"]);
}

#[test]
fn lengths_of_time() {
    check("استمرت الجلسة ساعتين ونصف الساعة.", &["ساعتين ونصف الساعة = 9000 s"]);
    check("دام الحفل ثلاث ساعات إلا ربعا.", &["ثلاث ساعات إلا ربعا = 9900 s"]);
    check("امتد الاجتماع قرابة الأربعين دقيقة.", &["قرابة الأربعين دقيقة = Nearly 2400 s"]);
    check("قطع المسافة في ساعة و52 دقيقة.", &["ساعة و52 دقيقة = 6720 s"]);
    check("انتظروا لساعات طويلة تحت المطر.", &["ساعات طويلة = Vague 10800 s"]);
    check("توقف العمل ثلاثة أرباع الساعة.", &["ثلاثة أرباع الساعة = 2700 s"]);
    check("أوقفت الرحلات خلال الأيام الثلاثة الماضية.", &["الأيام الثلاثة = 259200 s"]);
    check(
        "مكث فيها خمس ساعات وبضع دقائق.",
        &["خمس ساعات وبضع دقائق = SlightlyMoreThan 18000-18540 s"],
    );
    check("من ست إلى سبع ساعات.", &["من ست إلى سبع ساعات = 21600-25200 s"]);
    check("منذ ما يقارب عقدا كاملا.", &["ما يقارب عقدا كاملا = About 315360000 s"]);
}

#[test]
fn what_is_no_length_of_time() {
    check("لحظة بلحظة، وبعد عقد الاجتماع.", &[]);
    check("يوم حداد وليلة حزينة.", &[]);
    check(
        "شاركت طائرة إف-35 وأخرى من نوع بي-2 بصيغة 3+3.",
        &["إف-35 = Unread", "بي-2 = Unread", "3+3 = Unread"],
    );
    check("الأسباب والأحداث وراء ذلك.", &[]);
}

#[test]
fn ages() {
    check(
        "توفيت سلمى (36 عاما) وابنها، 5 سنوات، في الحادث.",
        &["36 عاما = 36 year_of_age", "5 سنوات = 5 year_of_age"],
    );
    check(
        "شاب في الثانية والعشرين وطالبة في السابعة عشرة من عمرها.",
        &["الثانية والعشرين = 22 year_of_age", "السابعة عشرة من عمرها = 17 year_of_age"],
    );
    check("تتراوح أعمارهم بين 19 و34 عاما.", &["بين 19 و34 عاما = 19-34 year_of_age"]);
}

#[test]
fn days() {
    check("وقع ذلك مساء الثلاثاء الماضي.", &["مساء الثلاثاء الماضي = 2031-06-03 Day"]);
    check(
        "أمس الأربعاء وأول من أمس.",
        &["أمس الأربعاء = 2031-06-04 Day", "أول من أمس = 2031-06-03 Day"],
    );
    check("سيعقد اللقاء الاثنين.", &["الاثنين = 2031-06-09 Day"]);
    check("قتل في 29 يناير/ كانون الثاني 2029.", &["29 يناير/ كانون الثاني 2029 = 2029-01-29 Day"]);
    check(
        "الخامس عشر من آب 2030 و3 جويلية الجاري.",
        &["الخامس عشر من آب 2030 = 2030-08-15 Day", "3 جويلية الجاري = 2031-07-03 Day"],
    );
    check(
        "من 27 أوت إلى 6 سبتمبر المقبل.",
        &["من 27 أوت إلى 6 سبتمبر المقبل = 2031-08-27..2031-09-06 Day"],
    );
    check(
        "في 15/3/2030 وفي 2030-04-01.",
        &["15/3/2030 = 2030-03-15 Day", "2030-04-01 = 2030-04-01 Day"],
    );
    check("صدر في 1 رمضان 1446 هـ.", &["1 رمضان 1446 هـ = 2025-03-01 Day"]);
    check("يوم 15 من الشهر الماضي.", &["يوم 15 من الشهر الماضي = 2031-05-15 Day"]);
}

#[test]
fn longer_periods() {
    check(
        "منذ عام 2021 وفي سنة 1885.",
        &["عام 2021 = 2021-01-01 Year", "سنة 1885 = 1885-01-01 Year"],
    );
    check(
        "الأسبوع الماضي والشهر المقبل.",
        &["الأسبوع الماضي = 2031-05-26 Week", "الشهر المقبل = 2031-07-01 Month"],
    );
    check(
        "في الربع الثاني من العام الجاري.",
        &["الربع الثاني من العام الجاري = 2031-04-01 Season"],
    );
    check("ظهرت في الثمانينيات.", &["الثمانينيات = 1980-01-01 Decade"]);
    check("من القرن التاسع عشر.", &["القرن التاسع عشر = 1801-01-01 Century"]);
    check("اقترعت القرية في انتخابات 2028.", &["2028 = 2028-01-01 Year"]);
}

#[test]
fn days_that_are_names() {
    check("نقلت روسيا اليوم عن مصدر، وذكرت قناة اليوم الخبر.", &[]);
    check("قرأ في اليوم السابع مقالا.", &["السابع = 7"]);
}

#[test]
fn clock_times() {
    check(
        "عند الساعة 3:42 فجر الاثنين.",
        &["الساعة 3:42 فجر = 2031-06-02 03:42", "الاثنين = 2031-06-02 Day"],
    );
    check(
        "تفتح في الثامنة صباحا وتغلق في السابعة مساء.",
        &["الثامنة صباحا = 08:00", "السابعة مساء = 19:00"],
    );
    check("عند الثالثة والنصف بعد الظهر.", &["الثالثة والنصف بعد الظهر = 15:30"]);
    check("عند التاسعة إلا عشر دقائق.", &["التاسعة إلا عشر دقائق = 08:50"]);
    check(
        "الساعة 12:50 صباحا بتوقيت موسكو.",
        &["الساعة 12:50 صباحا بتوقيت موسكو = 00:50 Europe/Moscow"],
    );
    check("18:04 بالتوقيت المحلي.", &["18:04 بالتوقيت المحلي = 18:04 local"]);
    check("سجلت حتى الساعة 9 حالات.", &["9 حالات = 9 case"]);
    check("في الساعات الأولى من صباح اليوم.", &["الأولى = 1", "صباح اليوم = 2031-06-05 Day"]);
}

#[test]
fn a_thousand_and_a_dual_are_written_alike() {
    check("وصل ألفا حاج.", &["ألفا حاج = 2000 person"]);
    check("وصل ألفا وخمسمئة جندي.", &["ألفا وخمسمئة جندي = 1500 person"]);
    check("زرع مليونا ومئتي ألف شجرة.", &["مليونا ومئتي ألف شجرة = 1200000 tree"]);
    check("وصل ثلاثون ألفا.", &["ثلاثون ألفا = 30000"]);
}

#[test]
fn a_bound_is_of_the_next_figure_only() {
    check("تجاوز عدد الزوار 300.", &["300 = MoreThan 300"]);
    check(
        "أكد أن العدد تجاوز المئة وأن 49 منهم أطفال.",
        &["تجاوز المئة = MoreThan 100", "49 = 49"],
    );
    // A boat, which is written like «came near».
    check("كان في القارب الصغير 6 نساء.", &["6 نساء = 6 person"]);
    check("وزادت مبيعات المتجر 15 بالمئة.", &["15 بالمئة = 15 %"]);
}

#[test]
fn an_hour_may_stand_behind_any_noun() {
    check("دخل اللصان المتجر العاشرة والنصف.", &["العاشرة والنصف = 10:30"]);
}

#[test]
fn results_of_matches() {
    check("فاز الضيوف بستة أهداف مقابل هدف وحيد.", &["ستة أهداف مقابل هدف وحيد = 6:1"]);
    check("انتصروا برباعية نظيفة ثم خسروا 1-6.", &["رباعية نظيفة = 4:0", "1-6 = 1:6"]);
    check("تقدم الفريق 4-صفر ذهابا.", &["4-صفر = 4:0"]);
    check("تعادلا بهدفين لمثلهما.", &["هدفين لمثلهما = 2:2"]);
    check("فازت 6-4 و7-5.", &["6-4 و7-5 = 2:0 6-4 7-5"]);
    check(
        "سجل في الدقيقة الثالثة من الوقت بدل الضائع.",
        &["الدقيقة الثالثة من الوقت بدل الضائع = 5400-5580 s"],
    );
    check("منح اللقاء 9 من 10.", &["9 من 10 = 9 out_of_10"]);
}

#[test]
fn figures_that_are_names() {
    check("في الشقة رقم 14 بالطابق الرابع.", &["الشقة رقم 14 = 14", "الرابع = 4"]);
    check("هاتف: 0021611222333 أو 71-234-567.", &["0021611222333 = Unread", "71-234-567 = Unread"]);
    check("انظر https://example.org/a?b=20%25 للمزيد.", &[]);
    check("الدورة الـ82 من المهرجان.", &["الدورة الـ82 = 82"]);
}

#[test]
fn times_take_the_day_of_their_sentence() {
    let report = article("بدأ العد الأحد عند الساعة 10:30 بتوقيت غرينتش.", "2031-06-05");
    let prepared = Prepared::new(&report);
    let words = prepared.words();
    let facts = super::quantities(&prepared.context(&report, &words));
    let time = facts.iter().find(|fact| fact.kind == Kind::Time).unwrap();
    let Value::Time(time) = &time.value else { panic!("a time") };
    assert_eq!(time.date, Some(jiff::civil::date(2031, 6, 1)));
}

#[test]
fn without_a_date_relative_words_are_kept_as_words() {
    let report = article("قال أمس إن 12 موظفا غادروا.", "");
    let prepared = Prepared::new(&report);
    let words = prepared.words();
    let facts = super::quantities(&prepared.context(&report, &words));
    assert_eq!(facts.first().map(|fact| &fact.value), Some(&Value::Words("أمس".to_owned())));
}

#[test]
fn endless_figures_and_sentences_are_survived() {
    let digits = "7".repeat(400);
    check(&digits, &[&format!("{digits} = Unread")]);
    let long = "ثلاثة و".repeat(20_000) + &"1-2 ".repeat(5_000);
    assert!(read(&long).len() > 20_000);
    check("31 فبراير 2030", &["31 = 31", "فبراير 2030 = 2030-02-01 Month"]);
}

proptest! {
    #[test]
    fn every_span_reads_and_they_do_not_overlap(
        words in prop::collection::vec(prop::sample::select(vec![
            "3", "١٢٫٥", "%", "و", "ألف", "مليون", "ساعة", "ساعتين", "ونصف", "من", "إلى", "بين",
            "نحو", "دولار", "15", "/", "8", "2031", "مايو", "الجمعة", "أمس", "-", ":", "30",
            "صباحا", "بتوقيت", "موسكو", "هدفين", "مقابل", "لهدف", "قتيلا", "الثالث", "عشر",
            "بعد", "إلا", "ربعا", "عام", "القرن", "«", "»", ".", "،", "(", ")", "ـ", "\u{200f}",
            "\u{a0}", "ﷲ", "رقم", "الساعة", "خمس", "وعشرين", "آلاف", "على", "10", "+", "h",
        ]), 0..30),
        gaps in prop::collection::vec(prop::bool::ANY, 30),
    ) {
        let mut text = String::new();
        for (word, gap) in words.iter().zip(gaps) {
            text.push_str(word);
            if gap {
                text.push(' ');
            }
        }
        let report = article(&text, "2031-06-05");
        let prepared = Prepared::new(&report);
        let words = prepared.words();
        let cx = prepared.context(&report, &words);
        let mut end = 0;
        for fact in super::quantities(&cx) {
            prop_assert!(!fact.span.is_empty() && cx.text.slice(fact.span).is_some());
            prop_assert!(fact.span.start >= end, "{:?} in {:?}", fact, text);
            prop_assert!(fact.sentence.covers(fact.span));
            end = fact.span.end;
        }
    }

    #[test]
    fn any_text_is_read_without_a_panic(text in "\\PC{0,80}") {
        read(&text);
    }
}

#[test]
fn halves_of_a_hundredth_duals_and_days_before_yesterday() {
    let report = article("خسر نصف في المئة في جولتين، مساء أمس الأول، على 450 فدانا.", "2026-03-18");
    let facts = crate::facts::extract(&report).facts;
    let told: Vec<_> = facts.iter().map(|fact| report.text.slice(fact.span).unwrap()).collect();
    for surface in ["نصف في المئة", "جولتين", "مساء أمس الأول", "450 فدانا"]
    {
        assert!(told.contains(&surface), "{surface} in {told:?}");
    }
}

#[test]
fn a_place_called_by_a_day_gives_no_date() {
    let report = article("جرت المباراة على ملعب 5 يوليو أمام 40 ألف متفرج.", "2026-08-01");
    let facts = crate::facts::extract(&report).facts;
    assert!(facts.iter().all(|fact| fact.kind != Kind::Date));
}

#[test]
fn a_weekday_settles_the_year_of_its_day() {
    let report = article("تجتمع اللجنة مجددا يوم الخميس 24 مارس.", "2022-02-03");
    let facts = crate::facts::extract(&report).facts;
    let dates = facts.iter().filter_map(|fact| match &fact.value {
        Value::Date(date) => Some(date.first.to_string()),
        _ => None,
    });
    assert_eq!(dates.collect::<Vec<_>>(), ["2022-03-24"]);
}

#[test]
fn a_general_secretary_is_no_year_and_a_number_behind_its_noun_counts_no_verb() {
    check("حوكم الأمين العام السابق للوزارة.", &[]);
    check("بلغ الإنتاج العام السابق ذروته.", &["العام السابق = 2030-01-01 Year"]);
    check("وأوضح أن الاتفاقيات التسع تصبح نافذة.", &["الاتفاقيات التسع = 9 agreement"]);
    check("سلم الوزير الـ11 عاملا أوسمة.", &["الـ11 عاملا = 11 person"]);
}
