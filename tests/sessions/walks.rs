//! The walk over the disagreements and the quotations: what is brought to the screen, and who is silent.

use tabayun::app::state::{Focus, View};

use crate::desk::Desk;
use crate::screen::{draw, rows};

/// Three reports of one fire: the first and the third do not agree on how long it lasted.
const DEPOT: [&str; 3] = [
    "حريق في مخازن القطن بمدينة وادي الرمان\n\nشب حريق كبير في مخازن القطن بمدينة وادي الرمان فجر الأحد. واستمر الحريق ثلاث ساعات قبل إخماده.",
    "حريق مخازن القطن في وادي الرمان\n\nشب حريق كبير في مخازن القطن بمدينة وادي الرمان فجر الأحد. واستمر حريق سابق في المخازن عام 2019 ساعتين.",
    "النيران تأتي على مخازن القطن في وادي الرمان\n\nشب حريق كبير في مخازن القطن بمدينة وادي الرمان فجر الأحد. واستمر الحريق خمس ساعات قبل إخماده.",
];

#[test]
fn the_walk_brings_a_report_of_each_side_to_the_screen() {
    let mut desk = Desk::with("ar", (120, 24), &DEPOT);
    let shown =
        |desk: &Desk| desk.state.panes.iter().map(|pane| pane.article.0).collect::<Vec<_>>();
    assert_eq!(shown(&desk), [0, 1]);
    desk.play("]c");
    assert_eq!(shown(&desk), [0, 2]);
    assert_eq!(desk.state.focus, Focus::Report(0));
}

#[test]
fn a_report_that_tells_it_of_another_time_is_not_silent() {
    let mut desk = Desk::with("ar", (120, 24), &DEPOT);
    desk.play("]c");
    assert!(desk.state.comparing.silent().is_empty());
    desk.play("x");
    let screen = rows(&draw(&desk).0).join("\n");
    assert!(screen.contains('(') && !screen.contains('∅'), "{screen}");
    let quiet = DEPOT[1].replace(" واستمر حريق سابق في المخازن عام 2019 ساعتين.", "");
    let mut desk = Desk::with("ar", (120, 24), &[DEPOT[0], &quiet, DEPOT[2]]);
    desk.play("]c");
    let silent: Vec<_> = desk.state.comparing.silent().iter().map(|report| report.0).collect();
    assert_eq!(silent, [1]);
    desk.play("x");
    assert!(rows(&draw(&desk).0).join("\n").contains('∅'));
}

#[test]
fn the_walk_over_quotations_says_whose_they_are() {
    let text = "بيان عن المخازن\n\nوجاء في رسالة وجدت في المكان: «سنعود إلى هذا المكان قبل الشتاء».\n\nوقالت الوزيرة ليلى المنصوري: «سنعيد بناء المخازن قبل الشتاء».";
    let mut desk = Desk::with("ar", (120, 24), &[text]);
    for told in ["quote-place", "quote-spoken"] {
        desk.play("]q");
        assert_eq!(desk.state.notice.as_ref().map(|notice| notice.message), Some(told));
    }
}

#[test]
fn a_disagreement_is_set_aside_where_it_is_looked_at() {
    let mut desk = Desk::with("ar", (120, 24), &DEPOT);
    let disputed = |desk: &Desk| desk.state.comparing.disputed.len();
    let all = disputed(&desk);
    assert!(all > 0);
    for (keys, view) in [("]cd", View::Reading), ("]ccd", View::Reading), ("]cxd", View::Matrix)] {
        desk.play(keys);
        assert_eq!((disputed(&desk), desk.state.view), (all - 1, view), "{keys}");
        desk.play("u");
        assert_eq!(disputed(&desk), all, "{keys}");
    }
    // What the card of a fact shows is no disagreement.
    let mut desk = Desk::with("ar", (120, 24), &DEPOT[..1]);
    desk.play("]fcd");
    let told = desk.state.notice.as_ref().map(|notice| notice.message);
    assert_eq!((told, desk.state.view), (Some("no-conflict-here"), View::Card));
}
