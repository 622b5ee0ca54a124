//! The pane beside the reports: what is known of the report that is read, and its outline.
//!
//! To show something else there (the facts of the report), add a variant of [`Kind`] and an arm
//! where it is matched.

use std::sync::{Arc, Weak};

use crate::article::{Article, ArticleId, BlockKind};
use crate::facts::{Kind as FactKind, Reading};
use crate::text::Span;

use super::claims;
use super::jumps::Spot;
use super::moving::{self, Step};
use super::state::{Focus, State};

/// What the side pane shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// The headings of the report, or its paragraphs where it has hardly any.
    Outline,
    /// What was read of the report, by kind.
    #[default]
    Facts,
}

/// Where the side pane stands.
#[derive(Clone, Debug, Default)]
pub struct Side {
    /// The outline, or the facts.
    pub kind: Kind,
    /// The chosen entry, counted from 0 in `outline` or in `facts`.
    pub selected: usize,
    /// The first row shown: a place in `outline` or in `rows`.
    pub top: usize,
    /// The outline of the report that is read.
    pub outline: Vec<Entry>,
    /// The facts that are listed: places in the reading of the report.
    pub facts: Vec<usize>,
    /// The facts under the headings of their kinds, a row each.
    pub rows: Vec<Row>,
    /// Only facts of this kind.
    pub only: Option<FactKind>,
    outline_of: Option<(u32, usize)>,
    facts_of: Option<Listed>,
}

/// What the listed facts were listed for: the readings, the report, the one kind. The readings are
/// known by their place, which is theirs as long as they are held here.
#[derive(Clone, Debug)]
struct Listed(Weak<Vec<Reading>>, Option<ArticleId>, Option<FactKind>);

impl PartialEq for Listed {
    fn eq(&self, other: &Self) -> bool {
        self.0.ptr_eq(&other.0) && (self.1, self.2) == (other.1, other.2)
    }
}

/// A row of the facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// The kind of those below, and how many they are.
    Kind(FactKind, usize),
    /// A place in [`Side::facts`].
    Fact(usize),
}

/// A part of the report worth going to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Bytes of the report's text.
    pub span: Span,
    /// Whether it is a heading or a paragraph.
    pub kind: BlockKind,
}

/// Rows above the outline: outlet, date, encoding when guessed, an empty one.
pub const HEAD: usize = 5;

/// Rows above the facts: their count, the kind that alone is shown.
pub const FACTS_HEAD: usize = 2;

/// Rows below the facts for the chosen one in full, in a pane of so many rows.
pub fn foot(rows: usize) -> usize {
    if rows < 18 { 0 } else { 4 }
}

/// Headings, or in a report without them its paragraphs, by their first words.
pub fn outline(article: &Article) -> Vec<Entry> {
    let entries = |wanted: &dyn Fn(BlockKind) -> bool| -> Vec<Entry> {
        let blocks = article.content().filter(|block| wanted(block.kind));
        blocks.map(|block| Entry { span: block.span, kind: block.kind }).collect()
    };
    let headings = entries(&|kind| matches!(kind, BlockKind::Headline | BlockKind::Subhead));
    if headings.len() > 2 {
        return headings;
    }
    entries(&|kind| matches!(kind, BlockKind::Headline | BlockKind::Subhead | BlockKind::Paragraph))
}

/// Computes the outline when another report is read, and keeps the selection in view.
pub fn settle(state: &mut State) {
    let now = state.current().map(|article| (article.id.0, article.text.len()));
    if now != state.side.outline_of {
        let entries = state.current().map(outline).unwrap_or_default();
        state.side.outline = entries;
        state.side.outline_of = now;
    }
    let readings = Arc::downgrade(&state.readings);
    let now = Listed(readings, state.pane().map(|pane| pane.article), state.side.only);
    if state.side.facts_of.as_ref() != Some(&now) {
        state.side.facts = claims::listed(state);
        state.side.rows = claims::rows(state, &state.side.facts);
        state.side.facts_of = Some(now);
    }
    if state.focus != Focus::Side {
        follow_cursor(state);
    }
    let rows = shown(state).max(1);
    let side = &mut state.side;
    side.selected = side.selected.min(entries(side).saturating_sub(1));
    let (first, last) = rows_of(side, side.selected);
    side.top = side.top.min(first).max((last + 1).saturating_sub(rows));
}

/// The row of an entry, and the first of those that belong in view with it: its heading.
fn rows_of(side: &Side, entry: usize) -> (usize, usize) {
    if side.kind == Kind::Outline {
        return (entry, entry);
    }
    let at = side.rows.iter().position(|row| *row == Row::Fact(entry)).unwrap_or_default();
    let heading =
        at.checked_sub(1).filter(|before| matches!(side.rows.get(*before), Some(Row::Kind(..))));
    (heading.unwrap_or(at), at)
}

/// The entry on a row of the pane, counted from the first one shown.
pub fn entry_at(state: &State, row: usize) -> Option<usize> {
    let side = &state.side;
    let row = row.checked_sub(head(side)).filter(|row| *row < shown(state))?;
    let at = side.top + row;
    match side.kind {
        Kind::Outline => (at < side.outline.len()).then_some(at),
        Kind::Facts => match side.rows.get(at)? {
            Row::Fact(entry) => Some(*entry),
            Row::Kind(..) => None,
        },
    }
}

/// The entry that holds the cursor of the report.
fn follow_cursor(state: &mut State) {
    if state.side.kind == Kind::Facts {
        state.side.selected = claims::follow(state, &state.side.facts);
        return;
    }
    let Some(cursor) = state.pane().map(|pane| pane.cursor) else { return };
    let after = state.side.outline.partition_point(|entry| entry.span.start <= cursor);
    state.side.selected = after.saturating_sub(1);
}

/// Rows that the entries have.
fn shown(state: &State) -> usize {
    let rows = state.geometry.rows(Focus::Side);
    let foot = if state.side.kind == Kind::Facts { foot(rows) } else { 0 };
    rows.saturating_sub(head(&state.side) + foot)
}

/// Rows above the entries.
fn head(side: &Side) -> usize {
    match side.kind {
        Kind::Outline => HEAD,
        Kind::Facts => FACTS_HEAD,
    }
}

fn entries(side: &Side) -> usize {
    match side.kind {
        Kind::Outline => side.outline.len(),
        Kind::Facts => side.facts.len(),
    }
}

/// Takes a step among the entries.
pub fn go(state: &mut State, step: Step) {
    let rows = shown(state);
    let side = &mut state.side;
    side.selected = step.in_list(side.selected, entries(side), rows);
}

/// Goes to the selected part of the report.
pub fn open(state: &mut State) {
    if state.side.kind == Kind::Facts {
        return claims::open(state);
    }
    let entry = state.side.outline.get(state.side.selected).copied();
    let article = state.pane().map(|pane| pane.article);
    if let Some((entry, article)) = entry.zip(article) {
        moving::jump(state, Spot { article, offset: entry.span.start });
    }
}
