//! The pane beside the reports: what is known of the report that is read, and its outline.
//!
//! To show something else there (the facts of the report), add a variant of [`Kind`] and an arm
//! where it is matched.

use crate::article::{Article, BlockKind};
use crate::text::Span;

use super::jumps::Spot;
use super::moving::{self, Step};
use super::state::{Focus, State};

/// What the side pane shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    #[default]
    Outline,
}

/// Where the side pane stands.
#[derive(Clone, Debug, Default)]
pub struct Side {
    pub kind: Kind,
    pub selected: usize,
    pub top: usize,
    /// The outline of the report that is read.
    pub outline: Vec<Entry>,
    outline_of: Option<(u32, usize)>,
}

/// A part of the report worth going to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    pub span: Span,
    pub kind: BlockKind,
}

/// Rows above the outline: outlet, date, encoding when guessed, an empty one.
pub const HEAD: usize = 5;

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
    if state.focus != Focus::Side {
        follow_cursor(state);
    }
    let rows = state.geometry.rows(Focus::Side).saturating_sub(HEAD).max(1);
    let side = &mut state.side;
    side.selected = side.selected.min(side.outline.len().saturating_sub(1));
    side.top = side.top.min(side.selected).max((side.selected + 1).saturating_sub(rows));
}

/// The entry that holds the cursor of the report.
fn follow_cursor(state: &mut State) {
    let Some(cursor) = state.pane().map(|pane| pane.cursor) else { return };
    let after = state.side.outline.partition_point(|entry| entry.span.start <= cursor);
    state.side.selected = after.saturating_sub(1);
}

/// Takes a step in the outline.
pub fn go(state: &mut State, step: Step) {
    let rows = state.geometry.rows(Focus::Side).saturating_sub(HEAD);
    let side = &mut state.side;
    side.selected = step.in_list(side.selected, side.outline.len(), rows);
}

/// Goes to the selected part of the report.
pub fn open(state: &mut State) {
    let entry = state.side.outline.get(state.side.selected).copied();
    let article = state.pane().map(|pane| pane.article);
    if let Some((entry, article)) = entry.zip(article) {
        moving::jump(state, Spot { article, offset: entry.span.start });
    }
}
