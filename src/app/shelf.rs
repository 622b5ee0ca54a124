//! The notebook's view: everything that was kept, in all dossiers, filtered and sorted.
//!
//! The entries are computed by [`settle`] when the book, the filter or the order changes; `ui`
//! draws those that fit. Enter goes to the place in the report, which is read where it is not open.

use std::sync::Arc;

use crate::article::{Article, ArticleId};
use crate::notebook::anchor::{Anchored, Finder};
use crate::notebook::export::{Format, export};
use crate::notebook::{Bookmark, Filter, Id, Prepared, Sort, lies_in};

use super::action::Effect;
use super::commands::Count;
use super::comparing;
use super::correcting;
use super::jumps::Spot;
use super::keeping;
use super::moving::{self, Step};
use super::notice::Notice;
use super::prompt::{Prompt, Purpose};
use super::state::{State, View};

/// Rows of an entry.
pub const ROWS: usize = 2;

/// Where the notebook's view stands.
#[derive(Debug, Default)]
pub struct Shelf {
    /// As it was typed; [`Filter::typed`] reads it.
    pub filter: String,
    /// The order of the entries, once the notebook is ready for orders.
    pub sort: Sort,
    /// Slots of the bookmarks that are shown.
    pub entries: Vec<u32>,
    /// The chosen entry, counted from 0 in `entries`.
    pub selected: usize,
    /// The first entry shown, counted from 0 in `entries`.
    pub top: usize,
    /// Filters and orders wait until a worker has made the notebook ready.
    pub preparing: bool,
    /// The name of a file that was refused because it is there.
    there: Option<String>,
    /// All slots in their order, and what they were asked with.
    all: Vec<u32>,
    asked: Asked,
    /// What became of the chosen bookmark's words, by its slot, the book's version and the
    /// number of reports.
    fate: Option<((u32, u64, usize), Fate)>,
}

/// What became of the words of a bookmark.
#[derive(Clone, Debug, PartialEq)]
pub enum Fate {
    /// No report that is open has them: only the notebook does.
    NotOpen,
    /// They stand in an open report, here.
    There(Spot, Anchored),
    /// The report is open and has them no more.
    Gone,
}

/// What the entries were computed from; while it is the same, so are they.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Asked {
    /// Of the book; 0 before anything was read.
    version: u64,
    sort: Sort,
    filter: String,
}

impl Shelf {
    /// The reports have changed: what became of the chosen bookmark is not known any more.
    pub fn forget(&mut self) {
        self.fate = None;
    }
}

/// Opens the notebook.
pub fn open(state: &mut State, _: Count) {
    state.ask(Effect::LookAtNotebook);
    state.show(View::Notebook);
}

/// The bookmark that is chosen, while the notebook is shown.
pub fn chosen(state: &State) -> Option<&Bookmark> {
    if state.view != View::Notebook {
        return None;
    }
    state.keeping.book.at(*state.shelf.entries.get(state.shelf.selected)?)
}

/// Rows of the list; below it the chosen bookmark is shown whole.
pub fn list_rows(body: u16) -> u16 {
    body.saturating_sub(1) * 2 / 3
}

/// Computes the entries and keeps the chosen one in view.
pub fn settle(state: &mut State) {
    if state.view != View::Notebook {
        return;
    }
    prepare(state);
    list(state);
    find_again(state);
    let rows = (usize::from(list_rows(state.geometry.body.height)) / ROWS).max(1);
    let shelf = &mut state.shelf;
    shelf.selected = shelf.selected.min(shelf.entries.len().saturating_sub(1));
    shelf.top = shelf.top.min(shelf.selected).max((shelf.selected + 1).saturating_sub(rows));
}

/// Has a large notebook made ready for filters and the completion of tags, when that is first
/// needed.
pub fn prepare(state: &mut State) {
    if !state.shelf.preparing
        && let Some(unprepared) = state.keeping.book.unprepared()
    {
        state.shelf.preparing = true;
        state.ask(Effect::PrepareNotebook(unprepared));
    }
}

/// Takes over what the worker made ready.
pub fn prepared(state: &mut State, prepared: Prepared) {
    state.shelf.preparing = false;
    let known = state.keeping.book.damage().len();
    state.keeping.book.prepared(prepared);
    // Lines that are JSON and no annotations of ours are found only now.
    if let Some(damage) = state.keeping.book.damage().get(known) {
        let notice = Notice::grave("problem-notebook-line-other").words("name", "notebook.jsonl");
        state.tell(notice.words("line", damage.line.to_string()));
    }
}

/// Computes the entries, where the book, the filter or the order changed. The chosen bookmark
/// stays chosen while others come and go.
fn list(state: &mut State) {
    let shelf = &mut state.shelf;
    let book = &state.keeping.book;
    let (sort, text) =
        if shelf.preparing { Default::default() } else { (shelf.sort, &*shelf.filter) };
    let asked = Asked { version: book.version(), sort, filter: text.to_owned() };
    if shelf.asked == asked {
        return;
    }
    let chosen = shelf.entries.get(shelf.selected).copied();
    let same_book = shelf.asked.version == asked.version && shelf.asked.sort == asked.sort;
    if !same_book {
        shelf.all = book.slots(&Filter::default(), sort);
    }
    let filter = Filter::typed(text);
    shelf.entries = if filter == Filter::default() {
        shelf.all.clone()
    } else if same_book && grows(&shelf.asked.filter, text) {
        book.narrowed(&shelf.entries, &filter)
    } else {
        book.narrowed(&shelf.all, &filter)
    };
    if (&shelf.asked.filter, shelf.asked.sort) == (&asked.filter, asked.sort)
        && let Some(at) = shelf.entries.iter().position(|slot| Some(*slot) == chosen)
    {
        shelf.selected = at;
    }
    shelf.asked = asked;
}

/// Whether all that answers the longer filter answers the shorter one too.
fn grows(shorter: &str, longer: &str) -> bool {
    let facets = |text| Filter::typed(text).facets;
    !shorter.is_empty() && longer.starts_with(shorter) && facets(shorter) == facets(longer)
}

/// Takes a step among the entries.
pub fn go(state: &mut State, step: Step) {
    let rows = usize::from(list_rows(state.geometry.body.height)) / ROWS;
    let shelf = &mut state.shelf;
    shelf.selected = step.in_list(shelf.selected, shelf.entries.len(), rows);
}

/// Enter: to the place in the report, which is read where it is not open; says so where the words
/// are others now, or gone.
pub fn enter(state: &mut State) {
    let fate = fate(state).cloned();
    match fate {
        Some(Fate::There(spot, anchored)) => go_to(state, spot, &anchored),
        Some(Fate::Gone) => state.tell(Notice::new("kept-gone")),
        Some(Fate::NotOpen) | None => {
            let file =
                chosen(state).and_then(|kept| Some((kept.source()?.path.clone()?, &kept.id)));
            match file.map(|(path, id)| (path.into(), id.clone())) {
                Some((path, id)) => state.ask(Effect::OpenKept { path, id }),
                None => state.tell(Notice::new("report-not-open")),
            }
        }
    }
}

fn go_to(state: &mut State, spot: Spot, anchored: &Anchored) {
    // From a card or the matrix too, the place is in the reading view.
    while state.view != View::Reading && state.go_back() {}
    moving::jump(state, spot);
    keeping::settle(state);
    if matches!(anchored, Anchored::Changed { .. }) {
        state.tell(Notice::new("kept-changed"));
    }
}

/// Takes in the reports of the bookmark's file, beside those that are open, and goes to the place.
pub fn opened(state: &mut State, articles: Vec<Article>, id: &Id) {
    let Some(bookmark) = state.keeping.book.get(id).cloned() else { return };
    let has = |article: &Article| {
        let finder = Finder::new(article.text.as_str(), None);
        bookmark.first().is_some_and(|target| finder.find(target) != Anchored::Gone)
    };
    let at = articles.iter().position(has).unwrap_or(0);
    let Some(mut article) = articles.into_iter().nth(at) else { return };
    article.id = ArticleId(state.articles.len() as u32);
    Arc::make_mut(&mut state.articles).push(article);
    correcting::set_reports(state);
    comparing::ask(state);
    match fate_of(state, &bookmark) {
        Fate::There(spot, anchored) => go_to(state, spot, &anchored),
        Fate::Gone | Fate::NotOpen => state.tell(Notice::new("kept-gone")),
    }
}

/// What became of the chosen bookmark's words.
pub fn fate(state: &State) -> Option<&Fate> {
    state.shelf.fate.as_ref().map(|(_, fate)| fate)
}

/// Looks for the chosen bookmark in the open reports, where that was not done yet.
fn find_again(state: &mut State) {
    let slot = state.shelf.entries.get(state.shelf.selected).copied();
    let Some(slot) = slot else {
        state.shelf.fate = None;
        return;
    };
    let of = (slot, state.keeping.book.version(), state.articles.len());
    if state.shelf.fate.as_ref().is_some_and(|(known, _)| *known == of) {
        return;
    }
    let fate = state.keeping.book.at(slot).map(|bookmark| fate_of(state, bookmark));
    state.shelf.fate = fate.map(|fate| (of, fate));
}

fn fate_of(state: &State, bookmark: &Bookmark) -> Fate {
    let mut open = false;
    for target in &bookmark.targets {
        let reports = state.articles.iter().filter(|one| lies_in(&target.source, one));
        for article in reports {
            open = true;
            let anchored = Finder::new(article.text.as_str(), None).find(target);
            let offset = match (&anchored, anchored.span()) {
                (_, Some(span)) => span.start,
                (Anchored::Whole, None) => 0,
                _ => continue,
            };
            return Fate::There(Spot { article: article.id, offset }, anchored);
        }
    }
    if open { Fate::Gone } else { Fate::NotOpen }
}

/// `/`: asks for what the view is narrowed to.
pub fn find(state: &mut State, _: Count) {
    state.prompt = Some(Prompt::new(Purpose::FilterNotebook).with(&state.shelf.filter));
}

/// Shows only what has the words.
pub fn filter(state: &mut State, words: &str) {
    words.clone_into(&mut state.shelf.filter);
    state.shelf.selected = 0;
    state.shelf.top = 0;
}

/// `s`: the next order.
pub fn sort(state: &mut State, _: Count) {
    let (next, name) = match state.shelf.sort {
        Sort::Kept => (Sort::Published, "sort-published"),
        Sort::Published => (Sort::Report, "sort-report"),
        Sort::Report => (Sort::Outlet, "sort-outlet"),
        Sort::Outlet => (Sort::Speaker, "sort-speaker"),
        Sort::Speaker => (Sort::Kept, "sort-kept"),
    };
    state.shelf.sort = next;
    state.tell(Notice::new(name));
}

/// `D`: takes the chosen bookmark out of the notebook; `u` brings it back.
pub fn delete(state: &mut State, _: Count) {
    let Some(id) = chosen(state).map(|bookmark| bookmark.id.clone()) else {
        return state.tell(Notice::new("nothing-kept-here"));
    };
    let change = state.keeping.book.delete([&id]);
    keeping::write(state, change);
}

/// Everything that is shown, as Markdown on the clipboard.
pub fn copy(state: &mut State, _: Count) {
    copy_as(state, Format::Markdown);
}

fn copy_as(state: &mut State, format: Format) {
    let count = state.shelf.entries.len();
    state.ask(Effect::CopyNotebook(format));
    state.tell(Notice::new("notebook-copied").number("count", count));
}

/// `w`: asks for the file to write what is shown into.
pub fn save(state: &mut State, _: Count) {
    state.shelf.there = None;
    state.prompt = Some(Prompt::new(Purpose::Export).selecting("quotes.md"));
}

/// Writes what is shown into a file; the ending of its name says in which form. The bare name of
/// a form puts it on the clipboard. A file that is there is written over where its name is given
/// once more, or ends in `!`.
pub fn save_as(state: &mut State, typed: &str) {
    let again = state.shelf.there.take().is_some_and(|there| there == typed);
    let (name, over) = match typed.strip_suffix('!') {
        Some(name) => (name.trim_end(), true),
        None => (typed, again),
    };
    if let Some(format) = Format::named(name) {
        return copy_as(state, format);
    }
    let ending = name.rsplit_once('.').map(|(_, ending)| ending);
    match ending.and_then(Format::named) {
        Some(format) => state.ask(Effect::Export { name: name.to_owned(), format, over }),
        None if name.is_empty() => {}
        None => {
            let notice = Notice::grave("no-such-form").words("name", name);
            saved(state, typed.to_owned(), notice, false);
        }
    }
}

/// Tells what came of it; where nothing was written, the field stays with the name in it.
pub fn saved(state: &mut State, name: String, notice: Notice, there: bool) {
    if notice.grave {
        state.prompt = Some(Prompt::new(Purpose::Export).with(&name));
    }
    state.shelf.there = there.then_some(name);
    state.tell(notice);
}

/// What is shown, in a form.
pub fn exported(state: &State, format: Format, messages: &crate::locale::Messages) -> String {
    let shown: Vec<&Bookmark> =
        state.shelf.entries.iter().filter_map(|slot| state.keeping.book.at(*slot)).collect();
    export(format, &shown, messages)
}
