//! Text fields that are not done with: what was typed is refused, or something is still to be said.

use tabayun::notebook::{Correction, Kind};

use crate::desk::Desk;
use crate::screen::{draw, rows};

const TEXT: &str =
    "مرفأ الزيتون\n\nوصلت ثلاث سفن إلى مرفأ الزيتون. وقالت وزارة النقل إن الرصيف مفتوح.";

fn screen(desk: &Desk) -> Vec<String> {
    rows(&draw(desk).0)
}

fn told(desk: &Desk) -> Option<&'static str> {
    desk.state.notice.as_ref().map(|notice| notice.message)
}

#[test]
fn what_is_refused_stays_in_its_field_with_the_reason() {
    let mut desk = Desk::with("en", (100, 20), &[TEXT]);
    for (keys, wrong, reason, right) in
        [("sd", "2026-02-31", "no-date", "2026-02-28"), ("]fsv", "abc", "no-value", "خمس")]
    {
        desk.play(keys);
        desk.play(&format!("{wrong}<Enter>"));
        let prompt = desk.state.prompt.as_ref();
        assert_eq!(prompt.map(|prompt| prompt.text.as_str()), Some(wrong), "{keys}");
        assert_eq!(told(&desk), Some(reason));
        let rows = screen(&desk);
        assert!(rows[19].contains(wrong), "{}", rows.join("\n"));
        assert!(rows[17..19].join(" ").contains(&format!("“{wrong}”")), "{}", rows.join("\n"));
        assert_eq!(desk.state.keeping.book.len(), usize::from(keys != "sd"));
        desk.play(&"<Backspace>".repeat(wrong.len()));
        desk.play(&format!("{right}<Enter>"));
        assert!(desk.state.prompt.is_none(), "{keys}");
    }
    assert_eq!(desk.state.keeping.book.len(), 2);
}

#[test]
fn a_topic_of_another_kind_is_told_of() {
    let mut desk = Desk::with("ar", (100, 20), &[TEXT]);
    desk.play("]fst");
    let ships = desk.state.prompt.take().unwrap().text;
    assert!(!ships.is_empty());
    for _ in 0..6 {
        desk.play("]f");
        let body = tabayun::app::claims::under_cursor(&desk.state).map(|(_, fact)| fact.kind);
        if body == Some(tabayun::facts::Kind::Organisation) {
            break;
        }
    }
    desk.play("st");
    desk.play(&format!("{ships}<Enter>"));
    assert_eq!(told(&desk), Some("put-right-unlike"));
}

#[test]
fn two_facts_without_a_topic_are_given_a_title() {
    let texts = ["قال المصدر 17 ثم سكت.", "قال المصدر 19 ثم سكت."];
    let mut desk = Desk::with("en", (100, 20), &texts);
    for reading in std::sync::Arc::make_mut(&mut desk.state.readings) {
        for fact in &mut reading.facts {
            fact.topic = tabayun::facts::Topic::default();
        }
    }
    desk.play("]f!<Tab>]f!");
    assert!(desk.state.prompt.is_some(), "{:?}", told(&desk));
    desk.play("the<Space>number<Enter>");
    let kept = desk.state.keeping.book.iter().next().unwrap();
    let Kind::Correction(Correction::Missed { label, .. }) = &kept.kind else { panic!() };
    assert_eq!(label.as_deref(), Some("the number"));
    assert!(screen(&desk)[0].contains("the number"), "{}", screen(&desk).join("\n"));
}

#[test]
fn a_file_that_is_there_is_written_over_when_its_name_is_given_once_more() {
    let mut desk = Desk::with("en", (100, 20), &[TEXT]);
    desk.play("bMwthere.md<Enter>");
    assert_eq!((told(&desk), desk.copied.len()), (Some("export-is-there"), 0));
    assert_eq!(desk.state.prompt.as_ref().map(|prompt| &*prompt.text), Some("there.md"));
    desk.play("<Enter>");
    assert_eq!((told(&desk), desk.copied.len()), (Some("exported"), 1));
    assert!(desk.state.prompt.is_none());
    // Another time it is asked anew; with ! it is not.
    desk.play("wthere.md<Enter><Esc>wthere.md<Enter><Esc>");
    assert_eq!(desk.copied.len(), 1);
    desk.play("wthere.md!<Enter>");
    assert_eq!((told(&desk), desk.copied.len()), (Some("exported"), 2));
    desk.play("wnotes.pdf<Enter>");
    assert_eq!(told(&desk), Some("no-such-form"));
    assert!(desk.state.prompt.is_some());
}
