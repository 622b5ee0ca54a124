//! `tabayun quotes`: the notebook on paper, and exports taken into it.

use std::path::Path;

use jiff::Timestamp;

use super::House;
use super::output::{Ending, complain, write};
use crate::article::{Input, text_of};
use crate::error::Problem;
use crate::notebook::export::{Format, export};
use crate::notebook::{Book, Filter, Journal, Sort, import};

/// Prints the notebook in a form, or takes an export in and says what came of it.
pub fn answer(form: &str, filter: Option<String>, import: Option<Input>, house: &House) -> Ending {
    let Some(folder) = &house.paths.data else {
        complain(&house.messages.text("cli-no-notebook"));
        return Ending::Partly;
    };
    let (journal, loaded) = match Journal::open(folder) {
        Ok(opened) => opened,
        Err(error) => return partly(house, error.problem()),
    };
    let damaged: Vec<Problem> =
        loaded.damage.iter().map(|damage| damage.problem(journal.path())).collect();
    house.tell(&damaged);
    let book = Book::new(loaded);
    if let Some(input) = import {
        return take_in(&input, journal, &book, house);
    }
    let format = Format::named(form).unwrap_or(Format::Markdown);
    let mut kept: Vec<_> = book.iter().collect();
    if let Some(filter) = filter {
        kept = book.matching(&Filter::typed(&filter), Sort::Kept);
        // As without a filter: in the order in which they were kept.
        kept.reverse();
    }
    if kept.is_empty() {
        let name = if book.is_empty() { "cli-nothing-kept" } else { "cli-nothing-answers" };
        complain(&house.messages.text(name));
        // A program gets the list without entries that it asked for; nobody reads an empty page.
        if matches!(format, Format::Markdown | Format::BibTex) {
            return Ending::after(Ok(()), damaged.is_empty());
        }
    }
    let written = write(&export(format, &kept, &house.messages));
    Ending::after(written, damaged.is_empty())
}

fn take_in(input: &Input, mut journal: Journal, book: &Book, house: &House) -> Ending {
    let path = match input {
        Input::Path(path) => path.as_path(),
        Input::Stdin => Path::new("-"),
    };
    let text = match text_of(input) {
        Ok(text) => text,
        Err(problem) => return partly(house, problem),
    };
    let imported = match import(&text, Timestamp::now()) {
        Ok(imported) => imported,
        Err(error) => return partly(house, error.problem(path)),
    };
    let refused = imported.refused.len();
    let (change, [added, updated, unchanged]) = book.adopt(imported.bookmarks);
    if let Err(error) = journal.append(&change.entries) {
        return partly(house, error.problem());
    }
    let counts = [
        ("added", added.into()),
        ("updated", updated.into()),
        ("unchanged", unchanged.into()),
        ("refused", refused.into()),
    ];
    let written = write(&format!("{}\n", house.messages.with("quotes-imported", &counts)));
    Ending::after(written, refused == 0)
}

fn partly(house: &House, problem: Problem) -> Ending {
    house.tell(&[problem]);
    Ending::Partly
}
