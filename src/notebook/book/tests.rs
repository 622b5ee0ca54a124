//! What the notebook holds and finds, without a file.

use super::super::fixture::{at, bookmark};
use super::*;

fn book(kept: &[Bookmark]) -> Book {
    let stored = kept.iter().cloned().map(|kept| Stored::Kept(kept.into())).collect();
    Book::new(Loaded { stored, ..Loaded::default() })
}

fn three() -> Book {
    let mut bridge = bookmark("urn:1", "الجسر سيُفتح للمشاة أوّلًا");
    bridge.tags = vec!["جسور".into()];
    let mut school = bookmark("urn:2", "المدرسة أُغلقت أسبوعا");
    school.targets[0].source.outlet = Some("إذاعة الساحل".into());
    school.targets[0].source.published = Some(jiff::civil::date(2024, 5, 1));
    school.targets[0].speaker = Some("وليد العطار".into());
    school.note = "Check the الكلفة".into();
    let mut market = bookmark("urn:3", "السوق تعمل");
    market.targets[0].source.outlet = None;
    market.targets[0].source.published = None;
    market.targets[0].speaker = None;
    market.dossier = None;
    book(&[bridge, school, market])
}

fn found(book: &Book, filter: &Filter, sort: Sort) -> Vec<String> {
    book.matching(filter, sort).iter().map(|kept| kept.id.to_string()).collect()
}

#[test]
fn a_filter_reads_any_spelling_and_every_field() {
    let book = three();
    let text = |text: &str| found(&book, &Filter::default().text(text), Sort::Kept);
    assert_eq!(text(""), ["urn:3", "urn:2", "urn:1"]);
    assert_eq!(text("اولا"), ["urn:1"]);
    assert_eq!(text("أولاً المشاة"), [""; 0]);
    assert_eq!(text("للمشاة الجسر"), ["urn:1"]);
    assert_eq!(text("check كلفه"), ["urn:2"]);
    assert_eq!(text("اذاعه"), ["urn:2"]);
    assert_eq!(text("جسور"), ["urn:1"]);
    assert_eq!(text("ا"), ["urn:3", "urn:2", "urn:1"]);
    let by = |facet, name: &str| found(&book, &Filter::default().and(facet, name), Sort::Kept);
    assert_eq!(by(Facet::Outlet, "اذاعة الساحل"), ["urn:2"]);
    assert_eq!(by(Facet::Speaker, "سلمى النجار"), ["urn:1"]);
    assert_eq!(by(Facet::Tag, "جسور"), ["urn:1"]);
    assert_eq!(by(Facet::Tag, "لا وسم كهذا"), [""; 0]);
    assert_eq!(by(Facet::Dossier, "جسر وادي السدر"), ["urn:2", "urn:1"]);
    let both = Filter::default().and(Facet::Kind, "quotation").text("المدرسة");
    assert_eq!(found(&book, &both, Sort::Kept), ["urn:2"]);
}

#[test]
fn sorting_puts_what_is_not_known_last() {
    let book = three();
    let all = Filter::default();
    assert_eq!(found(&book, &all, Sort::Published), ["urn:2", "urn:1", "urn:3"]);
    assert_eq!(found(&book, &all, Sort::Outlet), ["urn:2", "urn:1", "urn:3"]);
    assert_eq!(found(&book, &all, Sort::Speaker), ["urn:1", "urn:2", "urn:3"]);
}

#[test]
fn names_come_with_their_counts() {
    let mut book = three();
    assert_eq!(book.names(Facet::Dossier), [("جسر وادي السدر", 2)]);
    assert_eq!(book.names(Facet::Outlet).len(), 2);
    let gone = book.delete([&Id::new("urn:1")]);
    book.confirm(gone);
    assert_eq!(book.names(Facet::Dossier), [("جسر وادي السدر", 1)]);
    assert_eq!(book.names(Facet::Tag), [("", 0); 0]);
}

#[test]
fn every_change_can_be_taken_back_and_made_again() {
    let mut book = three();
    let edit = book.edit(&Id::new("urn:1"), at(9), |kept| kept.note = "سؤال للبلدية".into());
    book.confirm(edit.unwrap());
    let gone = book.delete([&Id::new("urn:1"), &Id::new("urn:3")]);
    assert_eq!(gone.entries.len(), 2);
    book.confirm(gone);
    assert_eq!(book.len(), 1);
    let note = Filter::default().text("سؤال");
    assert_eq!(found(&book, &note, Sort::Kept), [""; 0]);

    let back = book.undo().unwrap();
    book.confirm(back);
    assert_eq!(book.len(), 3);
    assert_eq!(found(&book, &note, Sort::Kept), ["urn:1"]);
    let back = book.undo().unwrap();
    book.confirm(back);
    assert_eq!(book.get(&Id::new("urn:1")).unwrap().note, "");
    assert_eq!(found(&book, &note, Sort::Kept), [""; 0]);
    assert_eq!(book.undo(), Err(Refused::Nothing));

    let again = book.redo().unwrap();
    book.confirm(again);
    assert_eq!(found(&book, &note, Sort::Kept), ["urn:1"]);
    let new = book.keep(bookmark("urn:4", "كلام جديد"));
    book.confirm(new);
    assert_eq!(book.redo(), Err(Refused::Nothing));
}

#[test]
fn what_another_copy_changed_is_not_undone() {
    let mut book = three();
    let id = Id::new("urn:1");
    let edit = book.edit(&id, at(9), |kept| kept.note = "لنا".into()).unwrap();
    book.confirm(edit);
    let theirs = book.get(&id).unwrap().edited(at(20), |kept| kept.note = "لهم".into());
    let stored = vec![Stored::Kept(theirs.into())];
    book.take_over(News::Added(Loaded { stored, first_line: 5, ..Loaded::default() }));
    assert_eq!(book.undo(), Err(Refused::ChangedElsewhere));
    assert_eq!(book.get(&id).unwrap().note, "لهم");
}

#[test]
fn a_report_has_its_bookmarks_until_they_are_deleted() {
    let mut book = three();
    let report = book.get(&Id::new("urn:1")).unwrap().source().unwrap().clone();
    assert_eq!(book.of_report(&report).len(), 3);
    let gone = book.delete([&Id::new("urn:2")]);
    book.confirm(gone);
    assert_eq!(book.of_report(&report).len(), 2);
    let back = book.undo().unwrap();
    book.confirm(back);
    assert_eq!(book.of_report(&report).len(), 3);
}

#[test]
fn reading_the_same_lines_again_changes_nothing() {
    let mut book = three();
    let all: Vec<Stored> = book.iter().cloned().map(|kept| Stored::Kept(kept.into())).collect();
    book.take_over(News::Added(Loaded { stored: all, first_line: 4, ..Loaded::default() }));
    assert_eq!(book.len(), 3);
    assert_eq!(found(&book, &Filter::default(), Sort::Kept), ["urn:3", "urn:2", "urn:1"]);
}
