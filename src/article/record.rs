//! What a record says of a report beside its text: a JSON object, or the front matter of Markdown.
//! The names that trafilatura and news-please write are understood.

use serde_json::{Map, Value};

use super::{Article, Known, Language, Origin, byline, date};

/// Names of each field, the surest first.
const TEXT: [&str; 6] = ["text", "maintext", "body", "content", "article", "raw_text"];
const TITLE: [&str; 2] = ["title", "headline"];
const OUTLET: [&str; 8] = [
    "outlet",
    "sitename",
    "site_name",
    "publisher",
    "source-hostname",
    "source",
    "source_domain",
    "hostname",
];
const DATE: [&str; 6] =
    ["date", "date_publish", "published", "published_at", "date_published", "datePublished"];
const URL: [&str; 3] = ["url", "link", "source"];
const LANGUAGE: [&str; 2] = ["language", "lang"];
const AUTHOR: [&str; 4] = ["author", "authors", "byline", "creator"];
const ID: [&str; 4] = ["id", "_id", "guid", "uuid"];

/// What is known; all but `text` may be missing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    pub text: Option<String>,
    pub title: Option<String>,
    pub outlet: Option<String>,
    pub date: Option<String>,
    pub url: Option<String>,
    pub language: Option<String>,
    pub authors: Vec<String>,
    /// A string or a number, as it stands there.
    pub id: Option<Value>,
}

impl Record {
    /// From a JSON object.
    pub fn object(object: &Map<String, Value>) -> Self {
        let field = |names: &[&str], good: &dyn Fn(&str) -> bool| {
            let values = names.iter().filter_map(|name| object.get(*name)?.as_str());
            values.map(str::trim).find(|value| !value.is_empty() && good(value)).map(str::to_owned)
        };
        let text = TEXT.iter().filter_map(|name| object.get(*name)?.as_str());
        let mut authors = AUTHOR.iter().filter_map(|name| Some(byline::named(object.get(*name)?)));
        Self {
            // Not trimmed: offsets in it may mean something to whoever wrote it.
            text: text.into_iter().find(|text| !text.trim().is_empty()).map(str::to_owned),
            title: field(&TITLE, &|_| true),
            outlet: field(&OUTLET, &|value| !is_address(value)),
            date: field(&DATE, &|_| true),
            url: field(&URL, &is_address),
            language: field(&LANGUAGE, &|_| true),
            authors: authors.find(|names| !names.is_empty()).unwrap_or_default(),
            id: id(object),
        }
    }

    /// From the lines of a front matter: `name: value`, quotation marks or not.
    pub fn front_matter(lines: &str) -> Self {
        let pairs = lines.lines().filter_map(|line| line.split_once(':'));
        let object = pairs.map(|(name, value)| {
            let value = value.trim().trim_matches(['"', '\'']);
            (name.trim().to_lowercase(), Value::from(value))
        });
        Self::object(&object.collect())
    }

    /// Puts what the record says over what was found in the text.
    pub fn apply(self, article: &mut Article) {
        let known = |value: Option<String>| value.map(|value| Known::new(value, Origin::Metadata));
        article.title = known(self.title).or(article.title.take());
        article.outlet = known(self.outlet).or(article.outlet.take());
        article.url = self.url.or(article.url.take());
        if !self.authors.is_empty() {
            article.authors = self.authors;
        }
        if let Some(language) = self.language.as_deref().and_then(Language::from_tag) {
            article.language = language;
        }
        if let Some((day, time)) = self.date.as_deref().and_then(date::stamp) {
            article.published = Some(Known::new(day, Origin::Metadata));
            article.published_at = time;
        }
    }
}

fn id(object: &Map<String, Value>) -> Option<Value> {
    let values = ID.iter().filter_map(|name| object.get(*name));
    let told = |value: &&Value| match value {
        Value::String(id) => !id.trim().is_empty(),
        value => value.is_number(),
    };
    values.into_iter().find(told).cloned()
}

impl Record {
    /// The date that it gives, where that is none.
    pub fn wrong_date(&self) -> Option<&str> {
        self.date.as_deref().filter(|date| date::stamp(date).is_none())
    }
}

fn is_address(value: &str) -> bool {
    let web = value.starts_with("https://") || value.starts_with("http://");
    web && !value.contains(|c: char| c.is_control() || c.is_whitespace())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn record(value: &Value) -> Record {
        Record::object(value.as_object().unwrap())
    }

    #[test]
    fn field_names_of_other_programs() {
        let trafilatura = record(
            &json!({"title": "ع", "text": "نص", "sitename": "مرآة", "hostname": "m.example",
            "source": "https://m.example/1", "date": "2031-05-04", "comments": ""}),
        );
        assert_eq!(trafilatura.outlet.as_deref(), Some("مرآة"));
        assert_eq!(trafilatura.url.as_deref(), Some("https://m.example/1"));
        let news_please =
            record(&json!({"maintext": "نص", "source_domain": "m.example", "language": "ar",
            "date_publish": "2031-05-04 18:04:00", "url": "javascript:alert(1)", "title": null}));
        assert_eq!(news_please.text.as_deref(), Some("نص"));
        assert_eq!(news_please.outlet.as_deref(), Some("m.example"));
        assert_eq!((news_please.url, news_please.title), (None, None));
    }
}
