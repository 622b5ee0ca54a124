//! The card and the matrix: where they open, how far they are scrolled, what is kept of them.

use tabayun::app::state::View;
use tabayun::notebook::{Correction, Kind};

use crate::desk::Desk;
use crate::screen::{draw, rows};

/// Three reports of one evening in a harbour: how long the rescue lasted, and how many were hurt.
const HARBOUR: [&str; 3] = [
    "إنقاذ قارب في مرفأ الزيتون\n\nاستمر إنقاذ القارب في مرفأ الزيتون ثلاث ساعات. وأصيب في الحادث ثلاثة صيادين.",
    "قارب مرفأ الزيتون\n\nاستمر إنقاذ القارب في مرفأ الزيتون خمس ساعات. وأصيب في الحادث سبعة صيادين.",
    "مرفأ الزيتون بعد حادث القارب\n\nقالت البلدية إن إنقاذ القارب في مرفأ الزيتون جرى ليلا أمام المارة.",
];

fn screen(desk: &Desk) -> Vec<String> {
    rows(&draw(desk).0)
}

#[test]
fn the_matrix_opens_on_the_disagreement_that_is_looked_at() {
    for size in [(120, 30), (80, 10)] {
        let mut desk = Desk::with("en", size, &HARBOUR);
        assert!(desk.state.comparing.disputed.len() > 1, "{}", screen(&desk).join("\n"));
        desk.play("]c]cx");
        assert_eq!((desk.state.view, desk.state.matrix.row), (View::Matrix, 1), "{size:?}");
        assert!(desk.state.matrix.top <= 1);
        // From the card of another one too.
        desk.play("q[cx");
        assert_eq!(desk.state.matrix.row, 0, "{size:?}");
    }
}

#[test]
fn a_card_is_scrolled_to_its_last_line_and_no_further() {
    let mut desk = Desk::with("en", (100, 40), &HARBOUR);
    desk.play("]cc");
    let whole = screen(&desk);
    desk.play("G");
    assert_eq!((desk.state.card.top, &screen(&desk)), (0, &whole));
    let mut desk = Desk::with("en", (60, 10), &HARBOUR);
    desk.play("]cc");
    desk.play("G");
    let (top, end) = (desk.state.card.top, screen(&desk));
    assert!(top > 0);
    assert!(end[8].contains("∅ not mentioned: report 3"), "{}", end.join("\n"));
    desk.play("jj<Space>");
    assert_eq!((desk.state.card.top, &screen(&desk)), (top, &end));
    desk.play("k");
    assert_eq!(desk.state.card.top, top - 1);
    desk.play("gg");
    assert_eq!(desk.state.card.top, 0);
}

#[test]
fn the_card_takes_a_note_and_tags_for_what_it_shows() {
    let mut desk = Desk::with("en", (100, 40), &HARBOUR);
    let note = |desk: &Desk| {
        let kept = desk.state.keeping.book.iter();
        kept.map(|bookmark| (bookmark.note.clone(), bookmark.tags.clone())).collect::<Vec<_>>()
    };
    desk.play("]cca");
    let told = desk.state.notice.as_ref().map(|notice| notice.message);
    assert_eq!(told, Some("nothing-kept-here"));
    // What was kept before is not meant.
    desk.play("qbcba");
    desk.play("ask<Enter>tharbour<Enter>");
    let kept = note(&desk);
    assert_eq!(kept.len(), 2, "{kept:?}");
    assert_eq!(kept[0], (String::new(), Vec::new()));
    assert_eq!(kept[1], ("ask".to_owned(), vec!["harbour".to_owned()]));
    desk.play("qxaagain<Enter>");
    assert_eq!(note(&desk)[1].0, "askagain");
}

#[test]
fn the_note_is_seen_in_the_notebook_however_short_its_foot_is() {
    let mut desk = Desk::with("en", (80, 12), &HARBOUR);
    desk.play("]cBacheck<Space>the<Space>log<Enter>M");
    let rows = screen(&desk);
    let sign = rows.iter().filter(|row| row.contains("✎")).count();
    assert!(rows[2].starts_with(" ✎ ≠"), "{}", rows.join("\n"));
    let note = rows.iter().position(|row| row.contains("✎ check the log"));
    assert!(note.is_some() && sign == 3, "{}", rows.join("\n"));
    // What finds no room is not cut without a word.
    assert!(rows[10].ends_with('…'), "{}", rows.join("\n"));
}

#[test]
fn a_row_of_the_matrix_that_is_set_aside_goes_at_once_and_keys_mean_the_row_that_is_shown() {
    let [one, other, third] = HARBOUR.map(str::to_owned);
    let one = one + " وقتل في الحادث صيادان.";
    let other = other + " وقتل في الحادث أربعة صيادين.";
    let mut desk = Desk::with("en", (100, 40), &[&one, &other, &third]);
    let topics = |desk: &Desk| -> Vec<String> {
        desk.state.matrix.rows.iter().map(|row| row.topic.clone()).collect()
    };
    let aside = |desk: &Desk| -> Vec<String> {
        let kinds = desk.state.keeping.book.corrections().map(|kept| kept.kind.clone());
        kinds
            .map(|kind| match kind {
                Kind::Correction(Correction::SetAside { topic, .. }) => topic,
                other => panic!("{other:?}"),
            })
            .collect()
    };
    desk.play("x");
    let all = topics(&desk);
    assert!(desk.state.comparing.disputed.len() > 2, "{all:?}");
    desk.play("ggd");
    assert_eq!(topics(&desk), all[1..]);
    desk.play("jd");
    assert_eq!(aside(&desk), [all[0].clone(), all[2].clone()]);
    // From a card over the matrix too, and back again: the chosen topic stays chosen.
    desk.play("kuu");
    assert_eq!(topics(&desk), all);
    assert_eq!(all[desk.state.matrix.row], all[1]);
    desk.play("cdq");
    assert!(!topics(&desk).contains(&all[1]));
}
