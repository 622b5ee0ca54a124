//! Which reports are briefs: they tell of one thing, and little more.

use std::collections::BTreeSet;

use crate::article::ArticleId;

use super::Report;
use super::words::Words;

/// Sentences of a brief at most.
const BRIEF: usize = 6;
/// Words that tell something in a brief at least: a line or two tell what they tell once.
const LEAST: usize = 15;

/// Reports of a few sentences: what such a one counts once is what the others count.
pub fn briefs(reports: &[Report], words: &Words) -> BTreeSet<ArticleId> {
    let told = |id| words.of(id).map(|span| words.roots(id, span).count()).sum::<usize>();
    short(reports, words).into_iter().filter(|id| told(*id) >= LEAST).collect()
}

/// Briefs, and reports of a line or two.
pub fn short(reports: &[Report], words: &Words) -> BTreeSet<ArticleId> {
    let articles = reports.iter().map(|report| report.article.id);
    articles.filter(|id| words.of(*id).count() <= BRIEF).collect()
}
