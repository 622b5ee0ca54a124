//! Keys that come faster than the keeper writes: each begins from what was asked before it.

use tabayun::app::Action;
use tabayun::app::notice::Notice;
use tabayun::notebook::{Arrival, Bookmark, Change};

use crate::desk::Desk;

fn written(change: Change) -> Action {
    Action::Kept(Box::new(change), Arrival::Nothing)
}

fn refused(change: Change) -> Action {
    Action::NotKept(Box::new(change), Notice::grave("worker-failed"))
}

fn notes(desk: &Desk) -> Vec<(&str, bool)> {
    let kept = desk.state.keeping.book.iter();
    kept.map(|kept| (kept.note.as_str(), kept.colour.is_some())).collect()
}

#[test]
fn a_colour_after_a_note_keeps_the_note() {
    for (before, burst) in [("ba", "important<Enter>C"), ("", "baimportant<Enter>C")] {
        let mut desk = Desk::open("ar", (76, 12));
        desk.play(before);
        desk.burst(burst, written);
        assert_eq!(notes(&desk), [("important", true)], "{before}, {burst}");
        desk.burst("uu", written);
        assert_eq!(notes(&desk), [("", false)], "{before}, {burst}");
    }
}

#[test]
fn two_steps_back_at_once_are_two() {
    let mut desk = Desk::open("ar", (76, 12));
    desk.play("b}}b");
    assert_eq!(desk.state.keeping.book.len(), 2);
    desk.burst("uu", written);
    assert_eq!(desk.state.keeping.book.len(), 0);
    desk.burst("<Ctrl-r><Ctrl-r>", written);
    assert_eq!(desk.state.keeping.book.len(), 2);
    // Kept, taken back and kept again is kept.
    let mut desk = Desk::open("ar", (76, 12));
    desk.burst("bbub", written);
    assert_eq!(desk.state.keeping.book.len(), 1);
}

#[test]
fn what_could_not_be_written_may_be_asked_again_and_is_in_no_history() {
    let mut desk = Desk::open("ar", (76, 12));
    desk.play("b");
    desk.burst("}}b", refused);
    desk.burst("u", refused);
    assert_eq!(desk.state.keeping.book.len(), 1);
    desk.play("b");
    assert_eq!(desk.state.keeping.book.len(), 2);
    desk.play("uu");
    assert_eq!(desk.state.keeping.book.len(), 0);
}

/// Another copy of the program changes what was kept first.
fn elsewhere(desk: &mut Desk, change: impl FnOnce(&mut Bookmark)) {
    let id = desk.state.keeping.book.iter().next().unwrap().id.clone();
    let change = desk.state.keeping.book.edit(&id, desk.state.now, change).unwrap();
    desk.take(written(change));
}

#[test]
fn a_note_that_another_copy_wrote_meanwhile_stays_beside_ours() {
    let mut desk = Desk::open("en", (76, 12));
    desk.play("baours");
    elsewhere(&mut desk, |bookmark| bookmark.note = "theirs".to_owned());
    desk.play("<Enter>");
    assert_eq!(notes(&desk), [("theirs — ours", false)]);
    assert_eq!(desk.state.notice.as_ref().map(|notice| notice.message), Some("kept-both"));
    // One that was opened and left as it was takes nothing back, and the next is told as usual.
    desk.play("a");
    elsewhere(&mut desk, |bookmark| bookmark.note = "again".to_owned());
    desk.play("<Enter>");
    assert_eq!(notes(&desk), [("again", false)]);
    desk.play("a!<Enter>");
    assert_eq!(notes(&desk), [("again!", false)]);
    assert_eq!(desk.state.notice.as_ref().map(|notice| notice.message), Some("kept-the-note"));
}

#[test]
fn a_tag_that_another_copy_added_meanwhile_stays() {
    let mut desk = Desk::open("en", (76, 12));
    desk.play("btcourt<Enter>t later");
    elsewhere(&mut desk, |bookmark| bookmark.tags.push("press".to_owned()));
    desk.play("<Enter>");
    let tags: Vec<_> = desk.state.keeping.book.iter().map(|kept| kept.tags.clone()).collect();
    assert_eq!(tags, [["court", "later", "press"]]);
}
