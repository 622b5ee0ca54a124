//! `dossier.json`: what a folder says of its reports. It wins over what was detected.

use serde::Deserialize;

use super::{Article, Known, Origin, date};
use crate::error::Problem;

/// The file's name in a folder.
pub const NAME: &str = "dossier.json";

/// A folder's own account of its event. Fields that are not known here are left alone.
#[derive(Debug, Default, Deserialize)]
pub struct Dossier {
    #[serde(default)]
    pub event: Option<String>,
    #[serde(default)]
    pub articles: Vec<Entry>,
}

/// What it says of one report.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Entry {
    pub file: String,
    #[serde(default)]
    pub outlet: Option<String>,
    #[serde(default)]
    pub date: Option<String>,
    #[serde(default)]
    pub title: Option<String>,
    #[serde(default)]
    pub url: Option<String>,
    /// Reports with one name here are of one event, and those with another of another.
    #[serde(default)]
    pub event: Option<String>,
}

impl Dossier {
    /// Reads the file's text.
    ///
    /// # Errors
    /// Says the line where the JSON is not what was expected.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(|error| {
            Problem::new("problem-dossier-json")
                .with("line", &error.line().to_string())
                .with("detail", &error.to_string())
        })
    }
}

impl Entry {
    /// Whether the entry names a file inside its folder: no absolute path and no way out.
    pub fn stays_inside(&self) -> bool {
        use std::path::{Component, Path};
        let mut parts = Path::new(&self.file).components();
        !self.file.is_empty() && parts.all(|part| matches!(part, Component::Normal(_)))
    }

    /// Puts what the entry says over what was found.
    pub fn apply(&self, article: &mut Article) {
        let said = |text: &Option<String>| {
            let text = text.as_deref().map(str::trim).filter(|text| !text.is_empty());
            text.map(|text| Known::new(text.to_owned(), Origin::Dossier))
        };
        article.outlet = said(&self.outlet).or(article.outlet.take());
        article.title = said(&self.title).or(article.title.take());
        article.event = Some(self.event.as_deref().unwrap_or_default().trim().to_owned());
        article.url = said(&self.url).map(|url| url.value).or(article.url.take());
        if let Some((day, time)) = self.date.as_deref().and_then(date::stamp) {
            article.published = Some(Known::new(day, Origin::Dossier));
            article.published_at = time;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::ArticleId;
    use jiff::civil::{date, time};

    #[test]
    fn the_dossier_wins() {
        let json = r#"{"event": "حريق", "articles": [{"file": "a.txt", "outlet": "النهار الجديد",
            "date": "2031-04-02T21:15", "title": null, "event": " حريق السوق ", "more": 1}, {"file": "b.txt"}]}"#;
        let dossier = Dossier::parse(json).unwrap();
        let mut article = Article::from_text(ArticleId(0), "عنوان الخبر\n\nنص الخبر.");
        dossier.articles[0].apply(&mut article);
        assert_eq!(article.outlet.unwrap().value, "النهار الجديد");
        assert_eq!(article.published.unwrap().value, date(2031, 4, 2));
        assert_eq!(article.published_at, Some(time(21, 15, 0, 0)));
        assert_eq!(article.title.unwrap().value, "عنوان الخبر");
        assert_eq!(article.event.as_deref(), Some("حريق السوق"));
        let mut other = Article::from_text(ArticleId(1), "خبر");
        assert_eq!(other.event, None);
        dossier.articles[1].apply(&mut other);
        assert_eq!(other.event.as_deref(), Some(""), "listed, and of no event of its own");
    }

    #[test]
    fn a_dossier_cannot_lead_out_of_its_folder() {
        let entry = |file: &str| Entry { file: file.to_owned(), ..Entry::default() };
        assert!(entry("sub/a.txt").stays_inside());
        for way_out in ["/etc/passwd", "../a.txt", "a/../../b", ""] {
            assert!(!entry(way_out).stays_inside(), "{way_out}");
        }
    }

    #[test]
    fn broken_json_names_its_line() {
        let problem = Dossier::parse("{\n\"event\": 3 4\n}").unwrap_err();
        assert_eq!(problem.key, "problem-dossier-json");
        assert!(problem.args.contains(&("line", "2".to_owned())));
    }
}
