//! What a report is called where its place in a list says nothing: by what lasts.

use super::Article;

/// Characters of a headline that stands for its report.
const ROOM: usize = 40;

impl Article {
    /// The outlet, else the headline cut short, else the record's own id, else the file's own
    /// name. Never a number: the third report of a list is another one tomorrow.
    pub fn called(&self) -> Option<String> {
        let outlet = self.outlet.as_ref().map(|outlet| outlet.value.clone());
        let in_file = || self.record_id().or_else(|| self.file_name());
        outlet.or_else(|| self.headline()).or_else(in_file)
    }

    /// The headline, cut short.
    pub fn headline(&self) -> Option<String> {
        self.title.as_ref().map(|title| short(&title.value))
    }

    /// The id that the record gives itself.
    pub fn record_id(&self) -> Option<String> {
        match self.record.as_ref()?.id.as_ref()? {
            serde_json::Value::String(id) => Some(id.clone()),
            id => Some(id.to_string()),
        }
    }

    /// The name of the file, without its folders; with the line where the report is one of many.
    pub fn file_name(&self) -> Option<String> {
        let name = self.path.as_ref()?.file_name()?.to_string_lossy().into_owned();
        let line = self.record.as_ref().and_then(|record| record.line);
        Some(line.map_or(name.clone(), |line| format!("{name}:{line}")))
    }
}

/// A title that fits at the head of a column: whole words, about forty characters.
pub fn short(title: &str) -> String {
    if title.chars().count() <= ROOM {
        return title.to_owned();
    }
    let cut = title.char_indices().nth(ROOM).map_or(title.len(), |(at, _)| at);
    let head = title.get(..cut).unwrap_or(title);
    let words = head.rsplit_once(char::is_whitespace).map_or(head, |(words, _)| words);
    format!("{}…", words.trim_end_matches(|c: char| !c.is_alphanumeric()))
}

#[cfg(test)]
mod tests {
    use super::super::{ArticleId, Known, Origin, RecordAt};
    use super::*;

    #[test]
    fn a_report_goes_by_what_lasts() {
        let mut article = Article::from_text(ArticleId(7), "نص.");
        article.title = None;
        assert_eq!(article.called(), None);
        article.path = Some("/أخبار/سد.txt".into());
        assert_eq!(article.called().as_deref(), Some("سد.txt"));
        article.record = Some(RecordAt { id: None, line: Some(4) });
        assert_eq!(article.called().as_deref(), Some("سد.txt:4"));
        article.record = Some(RecordAt { id: Some(17.into()), line: Some(4) });
        assert_eq!(article.called().as_deref(), Some("17"));
        let title = "امتلاء السد الجديد بعد أمطار غزيرة شهدتها المنطقة الشرقية";
        article.title = Some(Known::new(title.to_owned(), Origin::Metadata));
        let called = article.called().unwrap();
        assert_eq!(called, "امتلاء السد الجديد بعد أمطار غزيرة…");
        article.outlet = Some(Known::new("صحيفة الوادي".to_owned(), Origin::Metadata));
        assert_eq!(article.called().as_deref(), Some("صحيفة الوادي"));
    }
}
