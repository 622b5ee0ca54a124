//! Which verdict two reports get, by their days and by their own words.

use super::super::told_tests::read;
use super::super::{Comparison, Verdict};

/// The verdicts and rules on two reports of one day.
fn judged(one: &str, other: &str) -> Vec<(Verdict, &'static str)> {
    told(&[(one, "2026-05-06"), (other, "2026-05-06")])
}

fn told(reports: &[(&str, &str)]) -> Vec<(Verdict, &'static str)> {
    read(reports).disagreements.iter().map(|one| (one.verdict, one.reason.rule)).collect()
}

const CLOSED: &str = "معبر الزيتون مغلق أمام المسافرين، والشاحنات تنتظر عند المعبر.";
const OPEN: &str = "معبر الزيتون مفتوح أمام المسافرين، والشاحنات تمر من المعبر.";

#[test]
fn two_states_are_an_update_only_where_one_is_known_to_be_the_later() {
    let hard = |found: &[(Verdict, &str)]| found.iter().any(|one| one.0 == Verdict::Contradiction);
    assert!(hard(&judged(CLOSED, OPEN)));
    assert!(hard(&told(&[(CLOSED, ""), (OPEN, "")])));
    let later = told(&[(CLOSED, "2026-05-04"), (OPEN, "2026-05-06")]);
    assert_eq!(later, [(Verdict::UpdateOverTime, "later_report")]);
}

#[test]
fn the_words_of_a_report_say_that_it_is_the_newer_one() {
    let reopened = "معبر الزيتون مفتوح أمام المسافرين بعد أن كان مغلقا، والشاحنات تمر من المعبر.";
    assert!(!judged(CLOSED, reopened).iter().any(|one| one.0 == Verdict::Contradiction));
    let (few, more) = ("قتل 4 أشخاص في حريق فندق الكروان.", "قتل 9 أشخاص في حريق فندق الكروان.");
    let risen = "ارتفعت حصيلة حريق فندق الكروان إلى 9 قتلى.";
    assert_eq!(judged(few, more), [(Verdict::Contradiction, "disjoint_intervals")]);
    assert_eq!(judged(few, risen), [(Verdict::UpdateOverTime, "newer_by_its_words")]);
    // It is the lower one that would have to be the older.
    let risen_to_less = "ارتفعت حصيلة حريق فندق الكروان إلى 3 قتلى.";
    assert!(judged(more, risen_to_less).iter().any(|one| one.0 == Verdict::Contradiction));
}

#[test]
fn two_figures_of_one_speaker_on_one_day_contradict_each_other() {
    let told = |sum: &str| format!("قال وزير المالية نبيل صالح إن خسائر الفيضان بلغت {sum} دولار.");
    let found = judged(&told("3 ملايين"), &told("30 مليون"));
    assert_eq!(found, [(Verdict::Contradiction, "disjoint_intervals")]);
}

#[test]
fn a_zone_excuses_yesterday_and_no_day_by_its_name() {
    let on = |day: &str| format!("وقع حريق فندق الكروان {day}.");
    let named = judged(&on("يوم الثلاثاء"), &on("يوم الاثنين"));
    assert_eq!(named, [(Verdict::DifferentPrecision, "neighbouring_days")]);
    let reckoned = judged(&on("أمس"), &on("يوم الاثنين"));
    assert_eq!(reckoned, [(Verdict::DifferentPrecision, "one_day_apart")]);
}

#[test]
fn who_has_stayed_somewhere_planned_nothing() {
    let left = "غادر وزير الزراعة سليم حداد الفندق يوم الاثنين.";
    let stayed = "بقي وزير الزراعة سليم حداد في الفندق حتى الأربعاء.";
    let found = told(&[(left, "2026-05-05"), (stayed, "2026-05-05")]);
    assert!(found.iter().all(|one| one.1 != "plan_and_outcome"), "{found:?}");
}

#[test]
fn about_seven_leaves_a_quarter_of_an_hour() {
    let at = |time: &str| format!("اندلع الحريق {time} في فندق الكروان.");
    let apart = |one: &str, other: &str| {
        judged(&at(one), &at(other)).iter().any(|one| one.0 == Verdict::Contradiction)
    };
    assert!(!apart("نحو الساعة السابعة صباحا", "الساعة 06:45"));
    assert!(apart("نحو الساعة السابعة صباحا", "الساعة 06:40"));
    assert!(apart("الساعة السابعة صباحا", "الساعة 06:45"));
    assert!(!apart("حوالي الساعة 7:10 صباحا", "الساعة 07:20"));
    assert!(apart("حوالي الساعة 7:10 صباحا", "الساعة 07:25"));
}

/// Whether some disagreement has the same sentences of the same reports on two sides.
fn is_mirrored(all: &Comparison) -> bool {
    all.disagreements.iter().any(|one| {
        let sides: Vec<Vec<u32>> = one
            .positions
            .iter()
            .map(|side| side.claims.iter().map(|claim| claim.article.0).collect())
            .collect();
        sides.iter().enumerate().any(|(at, side)| sides[..at].contains(side))
    })
}

#[test]
fn a_sentence_is_no_witness_against_itself() {
    let pieces = [
        "قتل 4 وجرح 9",
        "قتل 7 عمال",
        "بقوا حتى الأربعاء",
        "يوم الاثنين",
        "الساعة 7:10",
        "الساعة الثامنة",
        "وقتل 5 أشخاص",
        "بلغت الخسائر 3 ملايين دولار",
        "والخسائر 40 مليون دولار",
        "غادر الفندق",
    ];
    // Every two pieces in one sentence of two copies of a text.
    for one in pieces {
        for other in pieces {
            let text = format!("في حريق فندق الكروان {one} {other} بحسب الشرطة");
            let all = read(&[(&text, "2026-05-05"), (&text, "2026-05-05")]);
            assert!(!is_mirrored(&all), "{text}: {:?}", all.disagreements);
        }
    }
}
