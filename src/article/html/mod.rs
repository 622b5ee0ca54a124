//! A saved web page becomes an article: its title and the report, without menus and scripts.
//!
//! Mozilla's readability (`dom_smoothie`) finds the report; `tags` reads what it found into blocks,
//! so that nothing is glued together; `head` reads what the page says of itself. A page that is
//! built to hurt (tags nested by the thousand, attributes by the hundred thousand) is not given to the
//! finder: its words are taken as they come.

mod head;
mod tags;

use dom_smoothie::{Config, Readability};

use super::draft::Draft;
use super::{Article, ArticleId, BlockKind, Encoding, Known, Origin, date};

pub use tags::words;

/// Tags of a page, and tags inside each other, that the finder is given at most. Large news pages
/// have five thousand and thirty.
const MOST_TAGS: usize = 60_000;
const DEEPEST: usize = 400;
/// Attributes of one tag that the finder is given at most: its parser compares each with all.
const MOST_ATTRIBUTES: usize = 1_000;

/// The encoding that the page names in its first bytes (`<meta charset=…>`).
pub fn charset(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(bytes.get(..2048).unwrap_or(bytes)).to_ascii_lowercase();
    let after = head.split("charset=").nth(1)?;
    let name = after.trim_start_matches(['"', '\'']);
    let end = name.find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '_' | ':'));
    name.get(..end.unwrap_or(name.len())).filter(|name| !name.is_empty()).map(str::to_owned)
}

/// Whether a text looks like a page.
pub fn is_page(text: &str) -> bool {
    let start = text.trim_start_matches('\u{feff}').trim_start();
    let start = start.get(..start.floor(100)).unwrap_or_default().to_ascii_lowercase();
    ["<!doctype html", "<html", "<head", "<body", "<article", "<!-- saved from"]
        .iter()
        .any(|tag| start.starts_with(tag))
}

/// The report of a page; `None` when it has no words.
pub fn article(id: ArticleId, page: &str, encoding: Encoding) -> Option<Article> {
    let head = head::of(page);
    let found = if is_sane(page) { readable(page) } else { None };
    let (title, body) = match found {
        Some((title, content)) => (Some(title), tags::blocks(&content)),
        None => (None, tags::blocks(page)),
    };
    let title = title.filter(|title| !title.trim().is_empty()).or(head.title);
    let title = title.map(|title| without_site(&title, head.site.as_deref()).to_owned());
    let mut draft = Draft::default();
    if let Some(title) = &title {
        draft.push(BlockKind::Headline, &title.split_whitespace().collect::<Vec<_>>().join(" "));
    }
    let bare = draft.len();
    for (kind, words) in body {
        draft.push(kind, &words);
    }
    if draft.len() == bare {
        return None;
    }
    let mut article = draft.article(id, encoding);
    if let Some((day, time)) = head.published.as_deref().and_then(date::stamp) {
        article.published = Some(Known::new(day, Origin::Metadata));
        article.published_at = time;
    }
    if let Some(site) = head.site {
        article.outlet = Some(Known::new(site, Origin::Metadata));
    }
    article.url = head.url;
    if !head.authors.is_empty() {
        article.authors = head.authors;
    }
    Some(article)
}

/// The title without the outlet's name that a page puts after it: «خبر | صحيفة».
fn without_site<'t>(title: &'t str, site: Option<&str>) -> &'t str {
    let title = title.trim();
    let Some(rest) = site.and_then(|site| title.strip_suffix(site.trim())) else { return title };
    let bare = rest.trim_end();
    let own = bare.trim_end_matches(['|', '-', '–', '—', '·', '»', '•', '/']).trim_end();
    if own.is_empty() || own.len() == bare.len() { title } else { own }
}

/// Title and content, as the finder sees them.
fn readable(page: &str) -> Option<(String, String)> {
    let config = Config { max_elements_to_parse: MOST_TAGS, ..Config::default() };
    let mut finder = Readability::new(page, None, Some(config)).ok()?;
    let found = finder.parse().ok()?;
    (!found.text_content.trim().is_empty()).then(|| (found.title, found.content.to_string()))
}

/// Whether the finder may have it: not too many tags, not too deep, none with attributes by the
/// thousand. Counting goes by the bytes.
fn is_sane(page: &str) -> bool {
    let (mut open, mut count) = (0_usize, 0_usize);
    for tag in tags::Tags::of(page) {
        count += 1;
        if tag.closes {
            open = open.saturating_sub(1);
        } else if !tag.is_void() {
            open += 1;
        }
        let attributes = tag.most_attributes().is_none_or(|count| count > MOST_ATTRIBUTES);
        if attributes || open > DEEPEST || count > MOST_TAGS {
            return false;
        }
    }
    true
}

/// The last character boundary at or before a place.
trait Floor {
    fn floor(&self, at: usize) -> usize;
}

impl Floor for str {
    fn floor(&self, at: usize) -> usize {
        (0..=at.min(self.len())).rev().find(|at| self.is_char_boundary(*at)).unwrap_or(0)
    }
}

#[cfg(test)]
mod tests;
