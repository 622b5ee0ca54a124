//! What becomes of the figures of a toll that is told while it is counted.

use super::super::told_tests::read;
use super::super::{Argument, Verdict};

/// The verdict, the rule and the reports (by number) whose claims show it, of the hard disagreement on
/// the killed.
fn hard(reports: &[(&str, &str)]) -> Option<(Verdict, &'static str, Vec<u32>)> {
    let all = read(reports);
    let hard = |verdict| matches!(verdict, Verdict::Contradiction | Verdict::UpdateOverTime);
    let mut of_killed = all.disagreements.iter().filter(|one| one.topic.starts_with("toll.killed"));
    of_killed.find(|one| hard(one.verdict)).map(|one| {
        let claims = one.reason.arguments.iter().filter_map(|(_, argument)| match argument {
            Argument::Claim(claim) => Some(claim.article.0),
            _ => None,
        });
        (one.verdict, one.reason.rule, claims.collect())
    })
}

/// Reports of one fire, each with its day and what it tells.
fn fire(told: &[(&str, &str)]) -> Option<(Verdict, &'static str, Vec<u32>)> {
    let texts: Vec<(String, &str)> = told
        .iter()
        .map(|(told, day)| (format!("اندلع حريق في فندق الكروان بمدينة الزيتون. {told}"), *day))
        .collect();
    hard(&texts.iter().map(|(text, day)| (text.as_str(), *day)).collect::<Vec<_>>())
}

fn verdict(told: &[(&str, &str)]) -> Option<Verdict> {
    fire(told).map(|found| found.0)
}

const DAY: &str = "2026-05-06";
const NEXT: &str = "2026-05-07";

#[test]
fn words_of_growth_explain_the_figures_of_one_day() {
    let few = ("قتل 12 شخصا في الحريق.", DAY);
    let update = Some(Verdict::UpdateOverTime);
    for risen in [
        "ارتفعت حصيلة الحريق إلى 19 قتيلا.",
        "وتوفي جريح ليرتفع عدد القتلى إلى 19 شخصا.",
        "سجلت وفيات جديدة في الحريق رفعت عدد القتلى إلى 19 شخصا.",
    ] {
        let later = ("قتل 27 شخصا في الحريق.", NEXT);
        assert_eq!(verdict(&[few, (risen, DAY), later]), update, "{risen}");
    }
    for open in [
        "قتل 9 أشخاص في الحريق حتى الآن.",
        "أعلنت الشرطة حصيلة أولية بلغت 9 قتلى في الحريق.",
        "وكانت الشرطة قد أعلنت مقتل 9 أشخاص في الحريق.",
    ] {
        assert_eq!(verdict(&[few, (open, DAY)]), update, "{open}");
    }
    // Nobody knows the cause so far: the count may be over.
    let unknown = "قتل 9 أشخاص في الحريق ولم تعرف أسبابه حتى الآن.";
    assert_eq!(verdict(&[few, (unknown, DAY)]), Some(Verdict::Contradiction));
}

#[test]
fn the_pair_that_nothing_explains_is_the_reason() {
    let told = [
        ("قتل 4 أشخاص في الحريق.", DAY),
        ("قتل 31 شخصا في الحريق.", NEXT),
        ("قتل 36 شخصا في الحريق.", NEXT),
    ];
    let found = fire(&told);
    assert_eq!(found, Some((Verdict::Contradiction, "disjoint_intervals", vec![1, 2])));
}

#[test]
fn a_toll_that_is_put_right_is_an_update() {
    let more = ("قتل 32 شخصا في الحريق.", DAY);
    let less = "تراجع عدد قتلى الحريق إلى 19 شخصا بعد تدقيق السجلات.";
    let update = Some(Verdict::UpdateOverTime);
    assert_eq!(verdict(&[more, (less, NEXT)]), update);
    let bare = ("قتل 19 شخصا في الحريق.", NEXT);
    assert_eq!(verdict(&[more, bare]), Some(Verdict::Contradiction));
}

#[test]
fn two_voices_of_one_report_do_not_count_on() {
    let two = "قالت الشرطة إن عدد قتلى الحريق بلغ 12 شخصا حتى الآن، بينما قالت البلدية إن عدد قتلى الحريق بلغ 17 شخصا.";
    let other = ("ارتفعت حصيلة الحريق إلى 20 قتيلا.", NEXT);
    let found = fire(&[(two, DAY), other]);
    assert_eq!(found, Some((Verdict::Contradiction, "disjoint_intervals", vec![0, 0])));
}

#[test]
fn a_report_that_repeats_one_of_its_two_tolls_contradicts_itself() {
    let own = "أسفر الحريق عن 36 حالة وفاة. وقالت الوزارة إن الحريق أوقع 32 متوفى، وإن 32 شخصا قتلوا فيه.";
    let other = "قتل 32 شخصا في الحريق.";
    let least = "قتل 32 شخصا على الأقل في الحريق.";
    assert_eq!(verdict(&[(own, DAY), (other, DAY), (least, DAY)]), Some(Verdict::Contradiction));
    assert_eq!(verdict(&[(other, DAY), (least, DAY)]), None);
}

#[test]
fn tens_are_nothing_beside_figures() {
    let rules = |told: &[(&str, &str)]| {
        let all = read(told);
        all.disagreements.iter().map(|one| (one.verdict, one.reason.rule)).collect::<Vec<_>>()
    };
    let tens = "سقط عشرات القتلى في حريق فندق الكروان. وقالت الشرطة إن 41 شخصا قتلوا في حريق فندق الكروان.";
    let same = "قتل 41 شخصا في حريق فندق الكروان.";
    assert_eq!(rules(&[(tens, DAY), (same, DAY)]), []);
    // A hall that holds over two hundred may hold a thousand: of two things as likely as of one.
    let held =
        |figure: &str| format!("حضر {figure} متفرج المباراة في ملعب الزيتون بين الأهلي والنجم.");
    let (least, most) = (held("أكثر من 200"), held("900"));
    assert_eq!(rules(&[(&least, DAY), (&most, DAY)]), []);
}

#[test]
fn what_two_days_added_is_not_set_against_each_other() {
    let new = |figure: &str| format!("سجلت وزارة الصحة {figure} إصابة جديدة بالكوليرا في البلاد.");
    let found = |days: [&str; 2]| {
        let (one, other) = (new("46"), new("71"));
        let all = read(&[(&one, days[0]), (&other, days[1])]);
        all.disagreements.iter().any(|one| one.topic.starts_with("health.cases"))
    };
    assert!(!found([DAY, NEXT]) && !found(["", ""]));
    assert!(found([DAY, DAY]));
}

#[test]
fn the_dead_of_one_country_are_not_all_of_them() {
    let quake = |more: &str| format!("ضرب زلزال قوي المغرب والجزائر فجر اليوم. {more}");
    let one = quake("وفي المغرب، قتل 80 شخصا. وفي الجزائر، قتل 15 شخصا.");
    let other = quake("وقتل 95 شخصا في الزلزال.");
    assert_eq!(hard(&[(&one, DAY), (&other, DAY)]), None);
}

#[test]
fn what_else_rose_or_fell_is_no_count() {
    let (monday, tuesday) = ("2026-05-04", "2026-05-05");
    for (first, second, day) in [
        (
            "قتل 19 شخصا في الحريق.",
            "تراجعت النيران إلى الطابق الأول وقتل 12 شخصا في الحريق.",
            tuesday,
        ),
        (
            "قتل 12 شخصا في الحريق.",
            "ورفعت السلطات التأهب إلى الدرجة القصوى بعد أن قتل 19 شخصا.",
            monday,
        ),
        ("قتل 12 شخصا في الحريق.", "وارتفعت ألسنة اللهب وقتل 19 شخصا في الحريق.", monday),
        ("قتل 12 شخصا في الحريق.", "وقتل 19 شخصا في حريق الفندق بعد أن كان مغلقا للصيانة.", monday),
        ("قتل 12 شخصا في الحريق.", "وبلغ إجمالي عدد قتلى الحريق 19 شخصا.", monday),
        ("قتل 12 شخصا في الحريق دون توقيف أحد حتى الآن.", "وقتل 19 شخصا في الحريق.", monday),
        ("ولم تكشف الشرطة سببه حتى الآن وقتل 12 شخصا فيه.", "وقتل 19 شخصا في الحريق.", monday),
    ] {
        let told = verdict(&[(first, monday), (second, day)]);
        assert_eq!(told, Some(Verdict::Contradiction), "{first} {second}");
    }
    let told = verdict(&[
        ("قتل 12 شخصا في الحريق.", monday),
        ("وارتفع عدد قتلى الحريق إلى 19 بعد أن كان 12.", monday),
    ]);
    assert_eq!(told, Some(Verdict::UpdateOverTime));
}

#[test]
fn what_was_announced_before_is_an_earlier_count_wherever_it_is_told() {
    let now = ("قتل 19 شخصا في الحريق.", NEXT);
    for before in [
        "قتل 19 شخصا في الحريق. وفي المقابل كانت الوزارة قد أحصت 23 قتيلا.",
        "قتل 19 شخصا في الحريق. كانت السلطات أعلنت أمس وفاة 23 شخصا.",
        "قتل 19 شخصا في الحريق. كانت السلطات قد أعلنت وفاة 23 شخصا.",
    ] {
        assert_eq!(verdict(&[now, (before, NEXT)]), Some(Verdict::UpdateOverTime), "{before}");
    }
    let firm = "قتل 19 شخصا في الحريق. وكانت العمارة من ستة طوابق. وقتل 23 شخصا بحسب الشرطة.";
    assert_ne!(verdict(&[now, (firm, NEXT)]), Some(Verdict::UpdateOverTime));
}
