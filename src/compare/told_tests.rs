//! Invented reports read and compared whole: what a reader of the texts would be told.

use super::{Comparison, Disagreement, Folder, Verdict, compare_in, meet};
use crate::article::{Article, ArticleId};
use crate::facts::extract;
use crate::facts::testing::article;

/// Reports of one event, each with its text and its day (`""` for none).
pub(super) fn read(reports: &[(&str, &str)]) -> Comparison {
    compared(reports, None)
}

/// Whether two reports of one day are set against each other under a topic that begins so.
pub(super) fn contradicted(one: &str, other: &str, topic: &str) -> bool {
    let all = read(&[(one, "2026-05-04"), (other, "2026-05-04")]);
    all.disagreements.iter().any(|found| found.topic.starts_with(topic))
}

/// As [`read`], where a dossier file says that they are of one event: of a line or two, which have few
/// words in common if any, nothing else can.
fn read_as_one(reports: &[(&str, &str)]) -> Comparison {
    compared(reports, Some(""))
}

fn compared(reports: &[(&str, &str)], event: Option<&str>) -> Comparison {
    let one = |(id, (text, date)): (u32, &(&str, &str))| Article {
        id: ArticleId(id),
        event: event.map(str::to_owned),
        ..article(text, date)
    };
    let articles: Vec<Article> = (0..).zip(reports).map(one).collect();
    let mut readings: Vec<_> = articles.iter().map(extract).collect();
    let folder = Folder::read(&articles);
    meet(&folder, &articles, &mut readings);
    compare_in(folder, &articles, &readings)
}

fn find<'c>(all: &'c Comparison, topic: &str) -> Option<&'c Disagreement> {
    all.disagreements.iter().find(|one| one.topic.starts_with(topic))
}

const SUMMIT: &str = "عقد الرئيس الكيني وليم روتو ونظيره الهندي قمة مياه السدود في ميناء مومباسا. ";

fn summit(more: &str) -> String {
    format!("{SUMMIT}{more}")
}

#[test]
fn more_names_than_the_form_of_the_meeting_has_room_for() {
    let form = summit("جرى اللقاء بصيغة «2+2» في قاعة مغلقة.");
    let names =
        summit("ضم الوفد الهندي الوزراء سوزان كومار، سونيا ميهتا، آميت شارما، وفيكرام باتيل.");
    let all = read(&[(&form, "2024-03-02"), (&names, "2024-03-02")]);
    let found = find(&all, "delegation.size of=in").unwrap();
    assert_eq!(found.verdict, Verdict::Contradiction);
    assert_eq!(found.reason.rule, "roster_and_size");
    let two = summit("ضم الوفد الهندي الوزيرين سوزان كومار وسونيا ميهتا.");
    let all = read(&[(&form, "2024-03-02"), (&two, "2024-03-02")]);
    assert!(find(&all, "delegation.size of").is_none());
}

#[test]
fn two_complete_lists_of_one_company_exclude_each_other() {
    let listed =
        |more: &str| summit(&format!("ضم الوفد الهندي الوزراء سوزان كومار، سونيا ميهتا، {more}."));
    let one = listed("آميت شارما، وفيكرام باتيل");
    let other = listed("آميت شارما، وراجيش خانا");
    let all = read(&[(&one, "2024-03-02"), (&other, "2024-03-02")]);
    let found = find(&all, "delegation.members of=in").unwrap();
    assert_eq!((found.verdict, found.reason.rule), (Verdict::Contradiction, "rosters_differ"));
    let shorter = listed("وآميت شارما");
    let all = read(&[(&one, "2024-03-02"), (&shorter, "2024-03-02")]);
    assert!(find(&all, "delegation.members").is_none());
    let partial = summit(
        "ضم الوفد الهندي وزراء من أبرزهم سوزان كومار، سونيا ميهتا، آميت شارما، وراجيش خانا.",
    );
    let all = read(&[(&one, "2024-03-02"), (&partial, "2024-03-02")]);
    assert!(find(&all, "delegation.members").is_none());
}

#[test]
fn coming_on_another_day_than_the_meeting_is_a_tension_and_no_conflict() {
    let came = summit("وصل الرئيسان إلى الميناء مساء الأربعاء لعقد القمة.");
    let met = summit("واجتمع الرئيسان في قمة استمرت ساعتين يوم الخميس.");
    let all = read(&[(&came, ""), (&met, "")]);
    let found = find(&all, "date.arrival").unwrap();
    assert_eq!((found.verdict, found.reason.rule), (Verdict::Compatible, "arrival_and_event"));
    assert!(found.is_worth_a_look());
    let zoned = summit("وصل الرئيسان إلى الميناء مساء الأربعاء بتوقيت نيودلهي لعقد القمة.");
    assert!(find(&read(&[(&zoned, ""), (&met, "")]), "date.arrival").is_none());
    let on_the_day = summit("وصل الرئيسان إلى الميناء صباح الخميس لعقد القمة.");
    assert!(find(&read(&[(&on_the_day, ""), (&met, "")]), "date.arrival").is_none());
}

#[test]
fn one_interview_is_of_one_day() {
    let told = |day: &str| {
        summit(&format!(
            "قال الرئيس الكيني وليم روتو، {day}، إن السد آمن. وأضاف روتو في مقابلة مع سكاي نيوز أن المياه تكفي."
        ))
    };
    let all = read(&[(&told("السبت"), ""), (&told("الأحد"), "")]);
    assert_eq!(find(&all, "date.interview").map(|one| one.verdict), Some(Verdict::Contradiction));
    let all = read(&[(&told("السبت"), ""), (&told("السبت"), "")]);
    assert!(find(&all, "date.interview").is_none());
}

#[test]
fn today_in_somebodys_own_words_is_no_day_of_the_report() {
    let quoted = summit("وقال روتو: «اجتمعنا اليوم في قمة صعبة وطويلة».");
    let met = summit("واجتمع الرئيسان في قمة استمرت ساعتين يوم الخميس.");
    let all = read(&[(&quoted, "2024-03-04"), (&met, "2024-03-01")]);
    assert!(find(&all, "date.meeting").is_none());
}

pub(super) const FIRE: [&str; 2] = [
    "شب حريق في مصنع أقمشة بحي الدباغين في مدينة وادي الرمان وقتل سبعة عمال. وأخمدت فرق الإطفاء حريق المصنع.",
    "أتى حريق على مصنع الأقمشة في حي الدباغين بوادي الرمان، وقالت فرق الإطفاء إن تسعة عمال قتلوا في المصنع.",
];
pub(super) const CUP: [&str; 2] = [
    "فاز فريق الساحل بكأس كرة اليد بعد مباراة ضد فريق الجبل على ملعب المرج أمام أربعة آلاف متفرج.",
    "أحرز الساحل كأس كرة اليد على ملعب المرج حين هزم الجبل في مباراة حضرها خمسة آلاف متفرج.",
];

#[test]
fn reports_of_two_events_are_compared_each_among_its_own() {
    let day = "2024-03-02";
    let all = read(&[(FIRE[0], day), (CUP[0], day), (FIRE[1], day), (CUP[1], day)]);
    let ids = |ids: &[u32]| ids.iter().copied().map(ArticleId).collect::<Vec<_>>();
    assert_eq!(all.events, [ids(&[0, 2]), ids(&[1, 3])]);
    let toll = find(&all, "toll.killed").unwrap();
    assert!(toll.members().all(|claim| claim.article.0 % 2 == 0));
}

#[test]
fn two_unrelated_reports_are_forced_to_nothing_and_a_copy_is_no_conflict() {
    let apart = read(&[(FIRE[0], ""), (CUP[0], "")]);
    assert_eq!(apart.events.len(), 2);
    assert!(apart.disagreements.is_empty() && apart.agreements.is_empty());
    let copied = read(&[(FIRE[0], ""), (FIRE[0], "")]);
    assert_eq!(copied.copies, [vec![ArticleId(0), ArticleId(1)]]);
    assert!(copied.disagreements.is_empty());
}

#[test]
fn figures_disagree_where_no_report_has_a_date() {
    let all = read(&[(FIRE[0], ""), (FIRE[1], "")]);
    assert_eq!(find(&all, "toll.killed").map(|one| one.verdict), Some(Verdict::Contradiction));
}

#[test]
fn an_older_disaster_of_the_report_is_not_held_against_the_new_toll() {
    let old = format!("{} وكان حريق مصنع آخر قد أودى بحياة 40 عاملا سنة 1998.", FIRE[1]);
    let all = read(&[(FIRE[1], "2024-03-02"), (&old, "2024-03-02")]);
    assert!(find(&all, "toll.killed").is_none());
}

#[test]
fn a_thing_that_is_told_loosely_too_is_not_listed_as_agreed() {
    let told = |length: &str| summit(&format!("واستمر الاجتماع {length}."));
    let (plain, loose) = (told("ثلاث ساعات"), told("أكثر من ساعتين"));
    let agreed = |all: &Comparison| all.agreements.iter().any(|a| a.topic == "meeting.duration");
    let all = read(&[(&plain, ""), (&loose, "")]);
    assert_eq!(find(&all, "meeting.duration").unwrap().verdict, Verdict::DifferentPrecision);
    assert!(!agreed(&all));
    let same = "في مومباسا، دام الاجتماع بين روتو والضيف الهندي ثلاث ساعات، ثم غادر الوفدان.";
    assert!(agreed(&read(&[(&plain, ""), (same, "")])));
}

#[test]
fn pairs_of_reports_contradict_each_other_where_a_reader_says_so() {
    let mut wrong = Vec::new();
    let mut seen = 0;
    for block in include_str!("pairs.txt").split("\n\n") {
        let lines: Vec<&str> = block.lines().filter(|line| !line.starts_with('#')).collect();
        let [name, one, other] = lines.as_slice() else { continue };
        let (one, other) = (one.replace(" // ", "\n\n"), other.replace(" // ", "\n\n"));
        let all = read_as_one(&[(&one, "2026-03-10"), (&other, "2026-03-10")]);
        let hard = all
            .disagreements
            .iter()
            .any(|found| matches!(found.verdict, Verdict::Contradiction | Verdict::UpdateOverTime));
        seen += 1;
        if hard != name.ends_with('x') {
            wrong.push(*name);
        }
    }
    assert!(seen > 90, "{seen}");
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[test]
fn points_of_a_rate_are_basis_points() {
    let bank = "رفع البنك المركزي الكيني أسعار الفائدة";
    let few = format!("{bank} 50 نقطة أساس في اجتماع لجنته.");
    let many = format!("{bank} 75 نقطة في اجتماع لجنته.");
    let all = read(&[(&few, "2024-03-02"), (&many, "2024-03-02")]);
    let found = find(&all, "rate.interest_step").unwrap();
    assert_eq!(found.verdict, Verdict::Contradiction);
}

#[test]
fn a_weekday_that_a_date_was_not_is_shown_under_any_topic() {
    let right = "يفتتح معرض الزهور الدولي في مومباسا أبوابه للزوار يوم الخميس 14 مارس 2024.";
    let wrong = "قال المنظمون إن أبواب معرض الزهور في مومباسا تفتح للزوار يوم الجمعة 14 مارس 2024.";
    let all = read(&[(right, "2024-03-02"), (wrong, "2024-03-03")]);
    let named = |all: &Comparison| {
        all.disagreements.iter().filter(|one| one.reason.rule == "weekday_and_date").count()
    };
    assert_eq!(named(&all), 1);
    let too = "قال المنظمون إن أبواب معرض الزهور في مومباسا تفتح للزوار يوم الخميس 14 مارس 2024.";
    assert_eq!(named(&read(&[(right, "2024-03-02"), (too, "2024-03-03")])), 0);
}

#[test]
fn a_start_put_off_is_an_update() {
    let first = "قالت وزارة الزراعة الكينية إن حملة التشجير تنطلق يوم 10 مايو 2024 في مومباسا.";
    let later = "أعلنت وزارة الزراعة الكينية أن حملة التشجير تأجلت إلى 17 مايو 2024 في مومباسا.";
    let all = read(&[(first, "2024-05-02"), (later, "2024-05-06")]);
    assert_eq!(find(&all, "date.start").map(|one| one.verdict), Some(Verdict::UpdateOverTime));
}

#[test]
fn a_bound_holds_for_its_own_clause_alone() {
    let more = "قالت الوزارة إن عدد القتلى تجاوز العشرات وأن 43 مصابا نقلوا إلى المستشفى.";
    let facts = extract(&article(more, "2024-05-02")).facts;
    let hurt = facts.iter().find_map(|fact| match &fact.value {
        crate::facts::Value::Quantity(q) if (q.low - 43.0).abs() < 0.1 => Some(q.approx),
        _ => None,
    });
    assert_eq!(hurt, Some(crate::facts::Approx::Exact));
}

#[test]
fn a_wrong_weekday_does_not_move_a_day_of_these_weeks_to_another_year() {
    let right = "تجتمع لجنة السدود الكينية في مومباسا يوم الخميس 14 مارس.";
    let wrong = "قال المتحدث إن لجنة السدود الكينية تجتمع في مومباسا يوم الأربعاء 14 مارس.";
    let all = read(&[(right, "2024-03-02"), (wrong, "2024-03-03")]);
    assert!(all.disagreements.iter().any(|one| one.reason.rule == "weekday_and_date"));
}

/// A report of more sentences than a short one has, with these at the end.
fn long(last: &str) -> String {
    let lines = [
        "وصل الوفدان إلى فندق على ضفة البحيرة.",
        "ورافق كل وفد عدد من المترجمين.",
        "ووضعت باقات الزهور على الموائد.",
        "ولم يسمح للمصورين بالدخول إلا دقائق.",
        "وقدمت البلدية القهوة للحاضرين.",
        "وتبادل الأعضاء التحية في البهو.",
        last,
    ];
    lines.join("\n\n")
}

#[test]
fn what_both_reports_tell_of_another_takes_no_part() {
    let one = "وقضت المحكمة بسجن المتهم 12 عاما.\n\nكما قضت بسجن شقيقه عامين.";
    let other = "وحكم على صاحب المطحنة بالحبس خمس سنوات في القضية.\n\nونال أخوه عقوبة السجن عامين.";
    let all = read(&[(&long(one), "2026-03-10"), (&long(other), "2026-03-10")]);
    let terms = find(&all, "prison.duration").unwrap();
    let reports: Vec<Vec<u32>> = terms
        .positions
        .iter()
        .map(|position| position.claims.iter().map(|claim| claim.article.0).collect())
        .collect();
    assert_eq!(reports, [[0], [1]]);
}

#[test]
fn what_is_planned_and_what_came_are_of_one_thing_where_the_words_are_alike() {
    let disputed = |key: &str, plan: &str, came: &str| {
        let all = read(&[(&long(plan), "2026-03-10"), (&long(came), "2026-03-25")]);
        find(&all, key).is_some_and(|one| one.verdict == Verdict::UpdateOverTime)
    };
    let plan = "ويصل الفريق إلى العاصمة يوم 20 مارس 2026.";
    let wheat = "ووصلت شحنة القمح إلى مستودعات الشمال يوم 22 مارس 2026.";
    assert!(disputed("date.arrival", plan, "ووصل الفريق إلى العاصمة يوم 22 مارس 2026."));
    assert!(!disputed("date.arrival", plan, wheat));
}

#[test]
fn days_reckoned_from_two_reports_are_of_two_things_unless_both_appeared_on_one() {
    let disputed = |one: &str, other: &str, day: &str| {
        let all = read(&[(&long(one), "2026-03-10"), (&long(other), day)]);
        find(&all, "date.accident").is_some_and(|one| one.verdict == Verdict::Contradiction)
    };
    let yesterday = "ووقع الانفجار مساء أمس قرب السوق.";
    let wednesday = "وهز الانفجار الحي الأربعاء الماضي وكسر زجاج المتاجر.";
    assert!(disputed(yesterday, wednesday, "2026-03-10"));
    assert!(!disputed(yesterday, wednesday, "2026-03-17"));
    let dated = "وهز الانفجار الحي في 4 مارس 2026 وكسر زجاج المتاجر.";
    assert!(disputed(yesterday, dated, "2026-03-17"));
}

#[test]
fn two_counts_of_one_report_are_two_unless_near_or_a_slip() {
    let disputed = |one: u32, other: u32| {
        let both = format!(
            "واحتجز المسلحون {one} رهينة في المبنى.\n\nوبقي في قبضتهم حتى المساء {other} رهينة."
        );
        find(&read(&[(&long(&both), "2026-03-10")]), "hostages.count").is_some()
    };
    assert!(disputed(40, 44));
    assert!(disputed(47, 74));
    assert!(disputed(40, 400));
    assert!(!disputed(40, 95));
}

#[test]
fn that_it_happened_is_nothing_to_agree_on() {
    let one = "اندلع حريق في مصنع النسيج بمدينة الرملة فجر أمس، وأصيب سبعة عمال.";
    let other = "وأصيب سبعة عمال بعدما اندلع حريق في مصنع النسيج بمدينة الرملة فجر أمس.";
    let all = read_as_one(&[(one, "2024-03-02"), (other, "2024-03-02")]);
    assert!(all.agreements.iter().any(|agreed| agreed.topic.starts_with("toll.injured")));
    assert!(all.agreements.iter().all(|agreed| !agreed.topic.starts_with("event.occurred")));
}

#[test]
fn a_quarter_is_one_with_its_preposition_and_without() {
    let one = "وقع الانفجار فجر أمس بحي الميناء، وأصيب سبعة عمال.";
    let other = "وأصيب سبعة عمال في الانفجار الذي وقع فجر أمس في حي الميناء.";
    let all = read_as_one(&[(one, "2024-03-02"), (other, "2024-03-02")]);
    assert!(all.subjects.iter().any(|subject| subject.topic.starts_with("event.place")));
    assert!(find(&all, "event.place").is_none());
}

#[test]
fn what_one_word_tells_under_two_topics_is_agreed_on_once() {
    let one = "سيطر الإطفائيون على الحريق في مصنع النسيج بمدينة الرملة فجر أمس.";
    let other = "وسيطر رجال الإطفاء على الحريق الذي اندلع في مصنع النسيج بمدينة الرملة.";
    let all = read_as_one(&[(one, "2024-03-02"), (other, "2024-03-02")]);
    let fire = all.agreements.iter().filter(|agreed| agreed.topic.starts_with("fire."));
    assert_eq!(fire.count(), 1);
}

#[test]
fn that_nobody_was_arrested_is_set_against_the_arrest_of_whoever() {
    let one = "وأعلنت الشرطة توقيف مدير المستودع، ونفت أن يكون الحادث عملا تخريبيا.";
    let other = "ولم توقف الشرطة أحدا حتى الآن، بحسب المتحدث باسمها.";
    let found = |day| {
        let all = read(&[(&long(one), "2026-03-10"), (&long(other), day)]);
        find(&all, "custody.arrest").map(|found| found.verdict)
    };
    assert_eq!(found("2026-03-10"), Some(Verdict::Contradiction));
    assert_eq!(found("2026-03-09"), Some(Verdict::UpdateOverTime));
}
