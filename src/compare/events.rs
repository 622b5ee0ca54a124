//! Which reports are of one event, when a folder holds many.
//!
//! Begin with [`events`]. Reports are alike by the words of their titles and openings, the rarer a
//! word is in the news the more it says (`openings`); what stands word for word in reports of
//! several events says nothing (`furniture`); and reports join a group by how alike they are to all
//! of it, so that no vague one chains two events together (`linkage`). Two reports that share too
//! little are of two events, and nothing is compared across.

mod furniture;
mod linkage;
mod openings;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::path::Path;

use crate::article::{Article, ArticleId};

use super::words::Words;
use linkage::Groups;
use openings::Weights;

/// The reports by event, in order. What a dossier file lists together is one event, unless it tells
/// the events of its reports apart itself.
pub fn events(articles: &[Article], words: &Words) -> Vec<Vec<ArticleId>> {
    let named = named(articles);
    let groups = if named.iter().all(Option::is_some) {
        Groups::of(&named)
    } else {
        let weights = Weights::read(words);
        let openings = furniture::without(articles, words, &weights);
        linkage::linked(&openings, &weights, &named)
    };
    let ids = |group: Vec<usize>| {
        group.into_iter().filter_map(|i| articles.get(i)).map(|a| a.id).collect()
    };
    let mut events: Vec<Vec<ArticleId>> = groups.all().into_iter().map(ids).collect();
    for event in &mut events {
        event.sort_unstable();
    }
    events
}

/// The event that a dossier file says each report is of, as a number; reports that it lists without
/// one are of one event.
fn named<'a>(articles: &'a [Article]) -> Vec<Option<usize>> {
    let mut known: BTreeMap<(Option<&Path>, &str), usize> = BTreeMap::new();
    let key = |article: &'a Article| {
        let folder = article.path.as_deref().and_then(Path::parent);
        Some((folder, article.event.as_deref()?))
    };
    let mut number = |key| {
        let next = known.len();
        *known.entry(key).or_insert(next)
    };
    articles.iter().map(|article| key(article).map(&mut number)).collect()
}
