//! `dossier.json`: what a folder says of its reports. It wins over what was detected.

use serde::Deserialize;
use serde_json::{Map, Value};

use super::{Article, Known, Origin, date};
use crate::error::Problem;

/// The file's name in a folder.
pub const NAME: &str = "dossier.json";

/// A folder's own account of its event. Fields that are not known here are left alone; one that is
/// nearly a known one is told of.
#[derive(Debug, Default, Deserialize)]
pub struct Dossier {
    #[serde(default)]
    pub event: Option<String>,
    #[serde(default)]
    pub articles: Vec<Entry>,
    #[serde(flatten)]
    other: Map<String, Value>,
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
    #[serde(flatten)]
    other: Map<String, Value>,
}

/// The fields of the whole, and of one report.
const WHOLE: [&str; 2] = ["event", "articles"];
const ONE: [&str; 6] = ["file", "outlet", "date", "title", "url", "event"];

/// What other programs call a field of ours.
const ELSEWHERE: [(&str, &str); 7] = [
    ("headline", "title"),
    ("publisher", "outlet"),
    ("source", "outlet"),
    ("published", "date"),
    ("link", "url"),
    ("path", "file"),
    ("name", "event"),
];

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

    /// What it says that was not understood: days that are none, and names of fields that are
    /// nearly known ones. Whoever wrote them believes that they count.
    pub fn doubts(&self) -> Vec<Problem> {
        let whole = unknown(&self.other, &WHOLE).map(|problem| problem.with("file", NAME));
        let mut doubts: Vec<Problem> = whole.collect();
        for entry in &self.articles {
            let date = entry.date.as_deref().filter(|date| date::stamp(date).is_none());
            let date = date.filter(|date| !date.trim().is_empty());
            let wrong = date.map(|date| Problem::new("warning-dossier-date").with("value", date));
            let all = wrong.into_iter().chain(unknown(&entry.other, &ONE));
            doubts.extend(all.map(|problem| problem.with("file", &entry.file)));
        }
        doubts
    }
}

/// Fields that are nearly known ones, each with what it says and what was meant.
fn unknown<'a>(
    other: &'a Map<String, Value>,
    known: &'a [&'static str],
) -> impl Iterator<Item = Problem> + 'a {
    other.iter().filter_map(|(field, value)| {
        let elsewhere = ELSEWHERE.iter().find(|(name, _)| *name == field).map(|(_, ours)| *ours);
        let elsewhere = elsewhere.filter(|ours| known.contains(ours));
        let meant =
            elsewhere.or_else(|| known.iter().copied().find(|name| is_near(field, name)))?;
        let value = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        let problem = Problem::new("warning-dossier-field").with("field", field);
        Some(problem.with("value", &value).with("meant", meant))
    })
}

/// Whether a name is another but for its capitals, one letter, or two that changed places.
fn is_near(name: &str, other: &str) -> bool {
    let name = name.trim().to_lowercase();
    let (long, short) = if name.len() >= other.len() { (&*name, other) } else { (other, &*name) };
    let same = long.chars().zip(short.chars()).take_while(|(a, b)| a == b).count();
    let rest = |word: &str, from: usize| word.chars().skip(from).collect::<String>();
    let (long_rest, short_rest) = (rest(long, same), rest(short, same));
    let swapped: String = {
        let mut letters: Vec<char> = long_rest.chars().collect();
        if letters.len() > 1 {
            letters.swap(0, 1);
        }
        letters.into_iter().collect()
    };
    long_rest == short_rest
        || rest(long, same + 1) == short_rest
        || rest(long, same + 1) == rest(short, same + 1)
        || swapped == short_rest
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
    fn what_was_meant_to_count_and_does_not_is_told() {
        let json = r#"{"event": "حريق", "domain": "fires", "articles": [
            {"file": "a.txt", "titel": "ع", "date": "2026-13-40", "tier": 2},
            {"file": "b.txt", "Outlet": "مرآة", "publisher": 3, "date": "2031-04-02"}]}"#;
        let doubts = Dossier::parse(json).unwrap().doubts();
        let told = |problem: &Problem| {
            let value = |name| problem.args.iter().find(|(key, _)| *key == name).cloned();
            let value = |name| value(name).map(|(_, value)| value).unwrap_or_default();
            [value("file"), value("field"), value("value"), value("meant")].join(" ")
        };
        let told: Vec<String> = doubts.iter().map(told).collect();
        let wanted = [
            "a.txt  2026-13-40 ",
            "a.txt titel ع title",
            "b.txt Outlet مرآة outlet",
            "b.txt publisher 3 outlet",
        ];
        assert_eq!(told, wanted);
        assert!(doubts.iter().all(Problem::is_warning));
        assert!(!is_near("lang", "date") && !is_near("text", "title") && !is_near("tier", "title"));
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
