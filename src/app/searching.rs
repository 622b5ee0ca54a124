//! Searching all reports: folded words, every hit known, `n` going on into the next report.
//!
//! [`hits_in`] searches one text and is called by a worker; here too is where the hits are kept
//! and how the reader walks them.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::article::ArticleId;
use crate::text::{Folded, Span, fold};

use super::action::Effect;
use super::commands::Count;
use super::grouped::{self, Ungrouped};
use super::help;
use super::jumps::Spot;
use super::moving;
use super::notice::Notice;
use super::prompt::{Prompt, Purpose};
use super::seeking::{self, Home};
use super::state::{State, View};

/// The present search and what it found so far.
#[derive(Clone, Debug, Default)]
pub struct Search {
    /// As typed; empty when nothing is searched.
    pub words: String,
    /// Answers to older searches are dropped.
    pub generation: u64,
    /// Hits of each report that has any, in text order.
    pub hits: BTreeMap<ArticleId, Vec<Span>>,
    /// Reports not yet searched.
    pub left: usize,
    /// What was searched before, oldest first.
    pub history: Vec<String>,
    /// Where the search began, while the first hit is still to be gone to.
    pub(super) origin: Option<Spot>,
    /// How everything stood, while the words are still being typed.
    pub(super) home: Option<Box<Home>>,
}

impl Search {
    /// Hits found so far, in all reports.
    pub fn total(&self) -> usize {
        self.hits.values().map(Vec::len).sum()
    }

    /// The hits of a report in text order; none while it is not searched yet.
    pub fn in_article(&self, article: ArticleId) -> &[Span] {
        self.hits.get(&article).map_or(&[], Vec::as_slice)
    }

    /// The number of the hit at a place, counted from 1 over all reports.
    pub fn number_at(&self, spot: Spot) -> Option<usize> {
        let before: usize = self.hits.range(..spot.article).map(|(_, hits)| hits.len()).sum();
        let here = self.in_article(spot.article);
        here.iter().position(|hit| hit.contains(spot.offset)).map(|at| before + at + 1)
    }

    fn after(&self, spot: Spot) -> Option<Spot> {
        let here = self.in_article(spot.article).iter().find(|hit| hit.start > spot.offset);
        let later = (spot.article.0.checked_add(1)).map(ArticleId);
        let next = || self.hits.range(later?..).find_map(|(id, hits)| first(*id, hits));
        let around = || self.hits.iter().find_map(|(id, hits)| first(*id, hits));
        let found = here.map(|hit| Spot { article: spot.article, offset: hit.start });
        found.or_else(next).or_else(around)
    }

    fn before(&self, spot: Spot) -> Option<Spot> {
        let here = self.in_article(spot.article).iter().rfind(|hit| hit.start < spot.offset);
        let earlier =
            || self.hits.range(..spot.article).rev().find_map(|(id, hits)| last(*id, hits));
        let around = || self.hits.iter().rev().find_map(|(id, hits)| last(*id, hits));
        let found = here.map(|hit| Spot { article: spot.article, offset: hit.start });
        found.or_else(earlier).or_else(around)
    }
}

fn first(article: ArticleId, hits: &[Span]) -> Option<Spot> {
    hits.first().map(|hit| Spot { article, offset: hit.start })
}

fn last(article: ArticleId, hits: &[Span]) -> Option<Spot> {
    hits.last().map(|hit| Spot { article, offset: hit.start })
}

/// Every place of the words in a text, folded, not overlapping, in text order. White space in
/// the words meets any white space, and a figure meets itself with signs between its thousands.
pub fn hits_in(text: &str, words: &str) -> Vec<Span> {
    let wanted = Ungrouped::new(&fold(words.trim())).text;
    let parts: Vec<&str> = wanted.split_whitespace().collect();
    let Some((head, tail)) = parts.split_first() else { return Vec::new() };
    let folded = Folded::new(text);
    // Other words are the same with the signs and without: they need no second copy.
    let grouped = grouped::has_long_figure(&wanted).then(|| Ungrouped::new(folded.as_str()));
    let hay = grouped.as_ref().map_or(folded.as_str(), |grouped| &grouped.text);
    let mut places = folded.cursor();
    let mut hits = Vec::new();
    let mut from = 0;
    for at in memchr::memmem::find_iter(hay.as_bytes(), head.as_bytes()) {
        let end = hay.get(at + head.len()..).and_then(|rest| ends_after(rest, tail));
        if let Some(end) = end.filter(|_| at >= from) {
            from = at + head.len() + end;
            let (start, end) = match &grouped {
                Some(grouped) => grouped.folded(at, from),
                None => (at, from),
            };
            hits.push(places.source(Span::new(start, end)));
        }
    }
    hits
}

/// Bytes up to the end of the parts when they follow, each after white space.
fn ends_after(rest: &str, parts: &[&str]) -> Option<usize> {
    let mut left = rest;
    for part in parts {
        let words = left.trim_start();
        if words.len() == left.len() {
            return None;
        }
        left = words.strip_prefix(part)?;
    }
    Some(rest.len() - left.len())
}

/// Whether a line of the interface has all the words, folded; no words are in everything.
pub fn has(line: &str, words: &str) -> bool {
    let line = fold(line);
    fold(words).split_whitespace().all(|word| line.contains(word))
}

/// Asks for the words; on the help screen, for words of the help.
pub fn ask(state: &mut State, _: Count) {
    if state.view == View::Help {
        return help::find(state);
    }
    state.prompt = Some(Prompt::new(Purpose::Search));
}

/// Starts a search; empty words repeat the last one.
pub fn start(state: &mut State, typed: &str) {
    let words = if typed.trim().is_empty() {
        state.search.history.last().cloned().unwrap_or_default()
    } else {
        typed.trim().to_owned()
    };
    let sought = seeking::accept(state, &words);
    if words.is_empty() {
        return;
    }
    state.search.history.retain(|known| *known != words);
    state.search.history.push(words.clone());
    state.search.words.clone_from(&words);
    state.search.origin = moving::here(state);
    if sought {
        arrive(state);
    } else {
        run(state);
    }
}

/// Searches words that are still being typed; none end the search.
pub(super) fn seek(state: &mut State, words: &str) {
    words.clone_into(&mut state.search.words);
    state.search.origin = None;
    if words.is_empty() {
        state.search.hits.clear();
        state.search.left = 0;
        state.search.generation += 1;
    } else {
        run(state);
    }
}

/// Asks for the hits of the present words, dropping those that are known.
fn run(state: &mut State) {
    let search = &mut state.search;
    search.generation += 1;
    search.hits.clear();
    search.left = state.articles.len();
    let (generation, words) = (search.generation, search.words.clone());
    let articles = Arc::clone(&state.articles);
    state.ask(Effect::Search { generation, words, articles });
}

/// Searches again when reports have come in or changed.
pub fn again(state: &mut State) {
    if !state.search.words.is_empty() {
        state.search.origin = None;
        run(state);
    }
}

/// Takes in hits; goes to the first after the cursor as soon as it is known for sure.
pub fn found(state: &mut State, generation: u64, hits: Vec<(ArticleId, Vec<Span>)>, left: usize) {
    if generation != state.search.generation {
        return;
    }
    state.search.left = left;
    state.search.hits.extend(hits.into_iter().filter(|(_, hits)| !hits.is_empty()));
    if state.search.home.is_some() {
        seeking::preview(state);
    }
    arrive(state);
}

/// Goes to the first hit after the place where the search began, once it is known for sure.
fn arrive(state: &mut State) {
    let left = state.search.left;
    let Some(origin) = state.search.origin else { return };
    let here = !state.search.in_article(origin.article).is_empty();
    if left == 0 || here {
        state.search.origin = None;
        // A hit under the cursor counts: looking back by one byte finds it.
        let from = Spot { offset: origin.offset.saturating_sub(1), ..origin };
        if let Some(spot) = state.search.after(from) {
            go_to(state, spot, origin, true);
        } else {
            no_hit(state);
        }
    }
}

/// Goes to a hit and says when that led around the end.
fn go_to(state: &mut State, spot: Spot, from: Spot, forward: bool) {
    let order = |spot: Spot| (spot.article, spot.offset);
    let around = if forward { order(spot) < order(from) } else { order(spot) > order(from) };
    moving::jump(state, spot);
    state.notice =
        around.then(|| Notice::new(if forward { "search-from-start" } else { "search-from-end" }));
}

fn no_hit(state: &mut State) {
    let words = state.search.words.clone();
    state.tell(Notice::new("no-hit").words("words", words));
}

fn walk(state: &mut State, count: Count, forward: bool) {
    if state.search.words.is_empty() {
        return state.tell(Notice::new("nothing-searched"));
    }
    for _ in 0..count.unwrap_or(1).clamp(1, 1000) {
        let Some(here) = moving::here(state) else { return };
        let next = if forward { state.search.after(here) } else { state.search.before(here) };
        let Some(spot) = next else { return no_hit(state) };
        go_to(state, spot, here, forward);
    }
}

/// `n`: so many hits on, into the next report and round the end.
pub fn next(state: &mut State, count: Count) {
    walk(state, count, true);
}

/// `N`: so many hits back.
pub fn previous(state: &mut State, count: Count) {
    walk(state, count, false);
}

/// Esc: the selection first, then the search, then the filter of the help.
pub fn clear(state: &mut State, _: Count) {
    state.notice = None;
    if state.view == View::Help && !state.help.filter.is_empty() {
        return help::filter(state, "");
    }
    if state.pane().is_some_and(|pane| pane.selection.is_some()) {
        if let Some(pane) = state.pane_mut() {
            pane.selection = None;
        }
        return;
    }
    let history = std::mem::take(&mut state.search.history);
    let generation = state.search.generation + 1;
    state.search = Search { generation, history, ..Search::default() };
    state.ask(Effect::CancelSearch);
    if state.view != View::Reading {
        state.go_back();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'t>(text: &'t str, words: &str) -> Vec<&'t str> {
        hits_in(text, words).iter().filter_map(|hit| text.get(hit.range())).collect()
    }

    #[test]
    fn spelling_and_line_ends_make_no_difference() {
        let text = "أَعلَنَت المدرسة\nإعلاناً في ٢٠٢٥ عن مدرسه";
        assert_eq!(found(text, "مدرسة"), ["مدرسة", "مدرسه"]);
        assert_eq!(found(text, "اعلنت المدرسة"), ["أَعلَنَت المدرسة"]);
        assert_eq!(found(text, "المدرسة إعلان"), ["المدرسة\nإعلان"]);
        assert_eq!(found(text, "2025"), ["٢٠٢٥"]);
        assert_eq!(found(text, "  "), Vec::<&str>::new());
    }

    #[test]
    fn signs_between_thousands_make_no_difference() {
        let text = "صدّر 45,000 طن و٤٥٬٠٠٠ طن و45000 طن";
        for words in ["45000", "45,000", "٤٥٠٠٠"] {
            assert_eq!(found(text, words), ["45,000", "٤٥٬٠٠٠", "45000"], "{words}");
        }
        assert_eq!(found(text, "45000 طن").len(), 3);
        assert_eq!(found("بلغ 3.5 لا 35", "35"), ["35"]);
    }

    #[test]
    fn hits_do_not_overlap() {
        assert_eq!(found("نننن", "نن").len(), 2);
    }
}
