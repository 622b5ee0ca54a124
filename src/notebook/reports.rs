//! Which bookmarks belong to a report that was opened: by its text, its URL or its file.
//!
//! Any one of the three is enough: the page changes, the file moves. Whether the words still
//! stand in it is for `anchor` to say.

use std::borrow::Cow;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

use super::{Bookmark, Source, take};
use crate::article::Article;

/// A list of (name of a report, slot of a bookmark), sorted.
#[derive(Clone, Debug, Default)]
pub(super) struct Reports {
    names: Vec<(u64, u32)>,
}

impl Reports {
    /// The list of these names and slots, in any order.
    pub(super) fn of(mut names: Vec<(u64, u32)>) -> Self {
        names.sort_unstable();
        Self { names }
    }

    pub(super) fn insert(&mut self, slot: u32, name: u64) {
        if let Err(at) = self.names.binary_search(&(name, slot)) {
            self.names.insert(at, (name, slot));
        }
    }

    /// Slots in order, each once. A deleted or edited bookmark may still be among them.
    pub(super) fn slots(&self, report: &Source) -> Vec<u32> {
        let mut slots: Vec<u32> = names_of(report)
            .flat_map(|name| {
                let from = self.names.partition_point(|&(other, _)| other < name);
                self.names.iter().skip(from).take_while(move |&&(other, _)| other == name)
            })
            .map(|&(_, slot)| slot)
            .collect();
        slots.sort_unstable();
        slots.dedup();
        slots
    }
}

/// Whether a source is this report: by its address or its file; by its text, where the file may
/// have moved.
pub(crate) fn lies_in(source: &Source, article: &Article) -> bool {
    let urls = source.url.as_deref().zip(article.url.as_deref());
    if urls.is_some_and(|(a, b)| bare(a) == bare(b)) {
        return true;
    }
    let theirs = source.path.as_deref().map(from_root);
    let ours = article.path.as_ref().map(|path| from_root(&path.to_string_lossy()).into_owned());
    if ours.is_some() && ours.as_deref() == theirs.as_deref() && !holds_many(ours.as_deref()) {
        return true;
    }
    let (ours, theirs) = (ours.as_deref().map(Path::new), theirs.as_deref().map(Path::new));
    // A file that moved has its name still: hashing every other one would cost too much.
    let moved = ours.and_then(Path::file_name) == theirs.and_then(Path::file_name);
    moved
        && source.sha256.is_some()
        && source.sha256.as_deref() == Some(&*take::sha256(article.text.as_str()))
}

/// Whether both are one report, as far as text, URL and file tell.
pub(crate) fn is_same(a: &Source, b: &Source) -> bool {
    let equal = |a: &Option<String>, b: &Option<String>| a.is_some() && a == b;
    equal(&a.sha256, &b.sha256)
        || matches!((&a.path, &b.path), (Some(one), Some(other))
            if from_root(one) == from_root(other) && !holds_many(Some(one)))
        || matches!((&a.url, &b.url), (Some(a), Some(b)) if bare(a) == bare(b))
}

/// Whether a file holds a report a line: its name tells none of them from the others.
fn holds_many(path: Option<&str>) -> bool {
    let ending = path.and_then(|path| Path::new(path).extension());
    ending.is_some_and(|ending| ending == "jsonl" || ending == "ndjson")
}

/// The names, hashed, of the reports that a bookmark has places in.
pub(super) fn names_in(bookmark: &Bookmark) -> impl Iterator<Item = u64> {
    bookmark.targets.iter().flat_map(|target| names_of(&target.source))
}

fn names_of(source: &Source) -> impl Iterator<Item = u64> {
    names(source.sha256.as_deref(), source.url.as_deref(), source.path.as_deref())
}

/// The names of a report, hashed: by its text, its URL and its file, as far as they are known.
pub(super) fn names(
    sha256: Option<&str>,
    url: Option<&str>,
    path: Option<&str>,
) -> impl Iterator<Item = u64> {
    let sha = sha256.map(|sha| hashed("sha", sha));
    let url = url.map(|url| hashed("url", bare(url)));
    let path = path.map(|path| hashed("path", &from_root(path)));
    [sha, url, path].into_iter().flatten()
}

/// A path as it is from the root of the disk; one that is relative, as older versions kept it, is
/// meant from where the program was started.
pub(super) fn from_root(path: &str) -> Cow<'_, str> {
    if Path::new(path).is_absolute() {
        return Cow::Borrowed(path);
    }
    match std::path::absolute(path) {
        Ok(whole) => Cow::Owned(whole.to_string_lossy().into_owned()),
        Err(_) => Cow::Borrowed(path),
    }
}

/// A URL without its scheme, its fragment and a last slash, which change and mean nothing.
fn bare(url: &str) -> &str {
    let url = url.split_once("://").map_or(url, |(_, rest)| rest);
    url.split('#').next().unwrap_or(url).trim_end_matches('/')
}

fn hashed(kind: &str, name: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    (kind, name).hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::super::fixture::bookmark;
    use super::*;

    #[test]
    fn a_report_is_known_by_any_of_its_names() {
        let kept = bookmark("urn:1", "كلام");
        let reports = Reports::of(names_in(&kept).map(|name| (name, 4)).collect());
        let by = |source: Source| reports.slots(&source);
        let url = Some("http://example.org/bridge/#top".to_owned());
        assert_eq!(by(Source { url: url.clone(), ..Source::default() }), [4]);
        assert!(is_same(&Source { url, ..Source::default() }, &kept.targets[0].source));
        let path = Some("/news/جسر.txt".to_owned());
        assert_eq!(by(Source { path, ..Source::default() }), [4]);
        assert_eq!(by(Source { sha256: Some("ab".repeat(32)), ..Source::default() }), [4]);
        assert_eq!(by(Source { sha256: Some("cd".repeat(32)), ..Source::default() }), [0; 0]);
        assert_eq!(by(Source::default()), [0; 0]);
    }

    #[test]
    fn reports_of_one_file_are_told_apart_by_their_texts() {
        let of = |sha: &str| Source {
            path: Some("/news/all.jsonl".into()),
            sha256: Some(sha.repeat(32)),
            ..Source::default()
        };
        assert!(is_same(&of("ab"), &of("ab")) && !is_same(&of("ab"), &of("cd")));
        let mut article = Article::from_text(crate::article::ArticleId(0), "امتلأ السد.");
        article.path = Some("/news/all.jsonl".into());
        assert!(!lies_in(&of("ab"), &article));
        let own = take::source(&article, super::super::fixture::at(0));
        assert!(lies_in(&own, &article));
    }

    #[test]
    fn a_path_that_an_older_version_kept_is_meant_from_here() {
        let here = std::env::current_dir().unwrap().join("أخبار/سد.txt");
        let of = |path: &str| Source { path: Some(path.to_owned()), ..Source::default() };
        let (old, new) = (of("أخبار/سد.txt"), of(&here.to_string_lossy()));
        assert!(is_same(&old, &new));
        let mut kept = bookmark("urn:1", "كلام");
        kept.targets[0].source = old.clone();
        let reports = Reports::of(names_in(&kept).map(|name| (name, 7)).collect());
        assert_eq!(reports.slots(&new), [7]);
        let mut article = Article::from_text(crate::article::ArticleId(0), "امتلأ السد.");
        article.path = Some("أخبار/سد.txt".into());
        assert!(lies_in(&old, &article) && lies_in(&new, &article));
        assert!(!lies_in(&of("/أخبار/سد.txt"), &article));
    }
}
