//! The list, the strip, the card and the matrix where the reports say more than fits: two values of
//! one report, one topic twice, more reports than columns.

use crate::desk::Desk;
use crate::screen::{draw, rows};

/// The screen as text in visual order, with the letters as they are typed.
fn screen_of(desk: &Desk) -> Vec<String> {
    rows(&draw(desk).0)
}

fn row<'a>(rows: &'a [String], words: &str) -> &'a str {
    let found = rows.iter().find(|row| row.contains(words));
    found.unwrap_or_else(|| panic!("{words}:\n{}", rows.join("\n")))
}

const ITSELF: &str = "اجتماع لجنة الصيد في مرسى الزيتون\n\nاستمر اجتماع لجنة الصيد في مرسى الزيتون \
ساعتين.\n\nوقال رئيس اللجنة سالم الحداد إن الاجتماع استمر خمس ساعات.\n";
const OTHER: &str = "لجنة الصيد تجتمع في مرسى الزيتون\n\nاستمر اجتماع لجنة الصيد في مرسى الزيتون \
أكثر من ساعة.\n";

#[test]
fn a_report_at_odds_with_itself_has_both_values_in_the_matrix_and_at_its_foot() {
    let mut desk = Desk::with("en", (100, 24), &[ITSELF, OTHER]);
    desk.play("x");
    let rows = screen_of(&desk);
    let at = rows.iter().position(|row| row.contains("length of the meeting")).unwrap();
    assert!(rows[at].contains("A 2 h"), "{}", rows.join("\n"));
    assert!(rows[at + 1].contains("B 5 h"), "{}", rows.join("\n"));
    let foot: Vec<&String> = rows.iter().skip(18).collect();
    assert!(foot[0].contains("length of the meeting") && foot[0].contains('1'), "{foot:?}");
    assert!(foot[1].contains("A 2 h «") && foot[2].contains("B 5 h «"), "{foot:?}");
    desk.play("l");
    let rows = screen_of(&desk);
    assert!(rows[18].contains("· 2 "), "{}", rows.join("\n"));
}

#[test]
fn a_matrix_that_is_wider_than_the_screen_says_which_reports_it_shows() {
    let mut desk = Desk::with("en", (80, 24), &[ITSELF, OTHER, OTHER, ITSELF]);
    desk.play("x");
    assert!(screen_of(&desk)[0].contains("· 1–3/4"));
    desk.play("lll");
    assert!(screen_of(&desk)[0].contains("· 2–4/4"));
    desk.play("<resize:40,12>");
    assert!(screen_of(&desk)[0].contains("· 4/4"));
}

const FIRE: &str = "حريق يلتهم مخزن القطن في وادي الرمان\n\nالتهم حريق ليلة أمس مخزن القطن في وادي الرمان، \
وأخمده 40 رجل إطفاء.\n";
const FIRE_TOO: &str = "إخماد حريق مخزن القطن في وادي الرمان\n\nأخمد رجال الإطفاء حريق مخزن القطن في وادي \
الرمان بعد أن أتلف 200 بالة.\n";

#[test]
fn the_list_puts_the_reports_of_one_event_together_and_takes_other_orders() {
    let mut desk = Desk::with("en", (120, 30), &[ITSELF, FIRE, OTHER, FIRE_TOO]);
    let list = |desk: &Desk| -> Vec<String> {
        let column = |row: &String| row.split('│').next().unwrap_or_default().trim().to_owned();
        let starts = |row: &String| row.starts_with(|c: char| c.is_ascii_digit() || c == 'e');
        screen_of(desk).iter().skip(3).map(column).filter(starts).collect()
    };
    let numbers = |desk: &Desk| -> Vec<char> {
        list(desk).iter().filter_map(|row| row.chars().next()).collect()
    };
    assert_eq!(numbers(&desk), ['e', '1', '3', 'e', '2', '4'], "{:?}", list(&desk));
    assert!(list(&desk)[0].starts_with("event 1 · 2 reports"), "{:?}", list(&desk));
    // Moving and the next report of a pane follow the list; a click opens what it is on.
    desk.play("1<Tab>ggjj");
    assert_eq!(desk.state.list.selected, 1);
    desk.play("2<Tab>");
    let shown =
        |desk: &Desk| desk.state.panes.iter().map(|pane| pane.article.0).collect::<Vec<_>>();
    let before = shown(&desk);
    desk.play("J");
    assert_ne!(shown(&desk), before);
    let row = screen_of(&desk).iter().position(|row| row.starts_with(" 4 ")).unwrap();
    desk.play(&format!("<click:3,{row}>"));
    assert_eq!(desk.state.pane().map(|pane| pane.article.0), Some(3));
    // A click on the line of an event opens nothing.
    let row = screen_of(&desk).iter().position(|row| row.starts_with(" event 1")).unwrap();
    desk.play(&format!("<click:3,{row}>"));
    assert_eq!(desk.state.pane().map(|pane| pane.article.0), Some(3));
    for (words, order) in [
        ("by date", ['1', '2', '3', '4'].as_slice()),
        ("by disputes", &['1', '3', '2', '4']),
        ("as the folder", &['1', '2', '3', '4']),
        ("by event", &['e', '1', '3', 'e', '2', '4']),
    ] {
        desk.play("S");
        let screen = screen_of(&desk);
        assert!(screen.last().is_some_and(|line| line.contains(words)), "{}", screen.join("\n"));
        assert_eq!(numbers(&desk), order, "{words}");
    }
}

#[test]
fn every_report_stands_in_the_list_with_its_counts_before_its_date() {
    let one = format!("{ITSELF}\nوغرق في الطريق قاربان، ووصل 40 صيادا.\n");
    for size in [(120, 30), (80, 24), (80, 12)] {
        let desk = Desk::with("en", size, &[&one, OTHER]);
        let rows = screen_of(&desk);
        let count = rows.iter().filter(|row| row.split('│').next().unwrap().contains('≠')).count();
        // The strip has one of the signs.
        assert_eq!(count, 3, "{size:?}\n{}", rows.join("\n"));
    }
}

#[test]
fn a_strip_without_room_for_names_has_the_numbers_of_the_reports() {
    let desk = Desk::with("en", (58, 24), &[ITSELF, OTHER]);
    let rows = screen_of(&desk);
    row(&rows, "A 2 h (1) │ B 5 h (1)");
    let desk = Desk::with("en", (160, 24), &[ITSELF, OTHER]);
    row(&screen_of(&desk), "A report 1: 2 h");
}

#[test]
fn a_difference_of_precision_is_told_on_the_card_of_the_contradiction() {
    let mut desk = Desk::with("en", (110, 40), &[ITSELF, OTHER]);
    let topics = |desk: &Desk| desk.state.comparing.disputed.len();
    assert_eq!(topics(&desk), 1, "{}", screen_of(&desk).join("\n"));
    desk.play("c");
    let rows = screen_of(&desk);
    assert!(rows.iter().any(|row| row.trim_start().starts_with("≈ ")), "{}", rows.join("\n"));
    // Both are set aside together, and come back together.
    desk.play("qd");
    assert_eq!(topics(&desk), 0);
    desk.play("u");
    assert_eq!(topics(&desk), 1);
}

const FORM: &str = "قمة مياه السدود\n\nعقد الرئيس الكيني وليم روتو ونظيره الهندي قمة مياه السدود في \
ميناء مومباسا. جرى اللقاء بصيغة «2+2» في قاعة مغلقة.\n";
const NAMES: &str = "قمة مياه السدود\n\nعقد الرئيس الكيني وليم روتو ونظيره الهندي قمة مياه السدود في \
ميناء مومباسا. ضم الوفد الهندي الوزراء سوزان كومار، سونيا ميهتا، آميت شارما، وفيكرام باتيل.\n";

#[test]
fn the_size_of_a_delegation_says_whose() {
    let mut desk = Desk::with("en", (110, 30), &[FORM, NAMES]);
    let shown = desk.state.comparing.disputed.clone();
    let comparison = desk.state.comparison.clone().unwrap();
    let at = shown
        .iter()
        .position(|at| comparison.disagreements[*at].topic.starts_with("delegation.size of=in"));
    desk.play(&"]c".repeat(at.unwrap() + 1));
    let strip = screen_of(&desk)[0].clone();
    let shaped = "ﻱﺪﻨﻬﻟﺍ";
    assert!(strip.contains(&format!("size of the delegation · {shaped}")), "{strip}");
    // Where the list of names begins, its first name and office begin too: the card is of what the
    // strip shows.
    desk.play("2<Tab>c");
    let shown = screen_of(&desk)[1].clone();
    assert!(shown.contains("size of the delegation"), "{shown}");
}

#[test]
fn what_was_set_aside_is_shown_when_it_comes_back() {
    let one = format!("{ITSELF}\nوأصيب في الطريق ثلاثة صيادين.\n");
    let other = format!("{OTHER}\nوأصيب في الطريق سبعة صيادين.\n");
    let mut desk = Desk::with("en", (110, 24), &[&one, &other]);
    assert_eq!(desk.state.comparing.disputed.len(), 2, "{}", screen_of(&desk).join("\n"));
    let first = screen_of(&desk)[0].clone();
    desk.play("]cd");
    assert_ne!(screen_of(&desk)[0], first);
    desk.play("u");
    assert_eq!(screen_of(&desk)[0], first);
}

#[test]
fn what_is_typed_begins_beside_its_label_whichever_way_it_runs() {
    let mut desk = Desk::with("en", (80, 24), &[ITSELF, OTHER]);
    desk.play("/ساعة");
    let rows = screen_of(&desk);
    assert!(rows[23].starts_with(" Search:  ﺔﻋﺎﺳ   "), "{}", rows[23]);
    let mut desk = Desk::with("ar", (80, 24), &[ITSELF, OTHER]);
    desk.play(":note");
    let rows = screen_of(&desk);
    assert!(rows[23].trim_end().ends_with("   note  :ﺮﻣﺃ"), "{}", rows[23]);
}

#[test]
fn the_help_shows_signs_as_their_keys_have_them_and_apart_from_what_they_do() {
    let mut desk = Desk::with("ar", (80, 60), &[ITSELF, OTHER]);
    desk.play("?");
    let rows = screen_of(&desk);
    assert!(row(&rows, "ﺔﻴﻟﺎﺘﻟﺍ ﺓﺮﻘﻔﻟﺍ ﻰﻟﺇ").contains("> }"), "{}", rows.join("\n"));
    let mut desk = Desk::with("ar", (40, 30), &[ITSELF, OTHER]);
    desk.play("?");
    let rows = screen_of(&desk);
    let paging = row(&rows, "Space");
    assert!(paging.contains("ﻞﻔﺳﻷﺍ ﻰﻟﺇ ﺔﺤﻔﺻ "), "{paging}");
}

#[test]
fn what_was_changed_of_a_bookmark_is_named() {
    let mut desk = Desk::with("en", (80, 24), &[ITSELF, OTHER]);
    let told = |desk: &Desk| desk.state.notice.as_ref().map(|notice| notice.message);
    desk.play("jbtجسر<Enter>");
    assert_eq!(told(&desk), Some("kept-the-tags"));
    desk.play("aنص<Enter>");
    assert_eq!(told(&desk), Some("kept-the-note"));
    desk.play("C");
    assert_eq!(told(&desk), Some("kept-the-colour"));
}

#[test]
fn reports_of_one_file_of_many_are_told_apart_in_the_list_and_over_the_panes() {
    use tabayun::article::{Article, ArticleId, RecordAt};
    let record = |at: u32, id: Option<serde_json::Value>, text: &str| {
        let mut article = Article::from_text(ArticleId(at), text);
        article.path = Some("/news/all.jsonl".into());
        article.record = Some(RecordAt { id, line: Some(at as usize + 1) });
        article
    };
    let desk = Desk::of(
        "en",
        (110, 24),
        vec![record(0, Some("ab-7".into()), ITSELF), record(1, None, OTHER)],
    );
    let rows = screen_of(&desk);
    row(&rows, " 1 ab-7");
    row(&rows, " 2 all.jsonl:2");
    // Over the pane the headline says which it is.
    assert!(!rows.iter().any(|row| row.contains("· all")), "{}", rows.join("\n"));
}
