//! What a page says of itself: site, date, address. Open Graph, Dublin Core and the like, JSON-LD,
//! `<time>`, and the line that browsers write into pages they save.

use super::super::byline;
use super::tags::{Tags, unescape};

/// What was found, as written.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Head {
    pub title: Option<String>,
    pub site: Option<String>,
    pub published: Option<String>,
    pub url: Option<String>,
    pub authors: Vec<String>,
}

/// Names of the date of publication, the surest first.
const DATES: [&str; 10] = [
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "pubdate",
    "publishdate",
    "parsely-pub-date",
];

/// Names of the outlet.
const SITES: [&str; 3] = ["og:site_name", "application-name", "dc.publisher"];

/// Names of whoever wrote it.
const AUTHORS: [&str; 4] = ["author", "article:author", "dc.creator", "parsely-author"];

/// Reads the page's account of itself.
pub fn of(page: &str) -> Head {
    let mut head = Head { url: saved_from(page), ..Head::default() };
    let (mut rank, mut time) = (DATES.len(), None);
    let mut in_title = false;
    for tag in Tags::of(page) {
        if in_title && tag.closes && tag.is_any(&["title"]) {
            head.title = head.title.or_else(|| written(&unescape(tag.before)));
        }
        in_title = !tag.closes && tag.is_any(&["title"]);
        if tag.is_any(&["meta"]) {
            let name = ["property", "name", "itemprop"].iter().find_map(|key| tag.attribute(key));
            let name = name.unwrap_or_default().to_ascii_lowercase();
            let Some(content) = tag.attribute("content") else { continue };
            if let Some(better) = DATES.iter().take(rank).position(|date| *date == name) {
                (rank, head.published) = (better, Some(content));
            } else if SITES.contains(&name.as_str()) {
                head.site = head.site.or(Some(content));
            } else if AUTHORS.contains(&name.as_str()) {
                if head.authors.is_empty() {
                    head.authors = byline::named(&content.into());
                }
            } else if name == "og:url" {
                head.url = address(content).or(head.url);
            }
        } else if tag.is_any(&["link"]) && tag.attribute("rel").as_deref() == Some("canonical") {
            head.url = head.url.or_else(|| address(tag.attribute("href")?));
        } else if tag.is_any(&["time"]) && time.is_none() {
            time = tag.attribute("datetime");
        }
    }
    head.published = head.published.or_else(|| linked_data(page, "\"datePublished\"")).or(time);
    head
}

/// `<!-- saved from url=(0031)https://… -->`
fn saved_from(page: &str) -> Option<String> {
    let after = page.split("saved from url=(").nth(1)?;
    let url = after.split(')').nth(1)?.split_whitespace().next()?;
    address(url.to_owned())
}

/// The value of a member of the page's JSON-LD.
fn linked_data(page: &str, member: &str) -> Option<String> {
    let after = page.split(member).nth(1)?.trim_start().strip_prefix(':')?.trim_start();
    written(after.strip_prefix('"')?.split('"').next()?)
}

/// Only addresses of the web: a page may not make the reader open anything else.
fn address(url: String) -> Option<String> {
    let web = url.starts_with("https://") || url.starts_with("http://");
    let clean = !url.contains(|c: char| c.is_control() || c.is_whitespace());
    (web && clean).then_some(url)
}

fn written(text: &str) -> Option<String> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    (!text.is_empty()).then_some(text)
}
