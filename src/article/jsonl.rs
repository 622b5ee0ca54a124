//! JSON becomes articles: one object a line, or one object, or a list of them.

use serde_json::{Map, Value};

use super::draft::Draft;
use super::record::Record;
use super::{Article, ArticleId, BlockKind, Encoding, OffsetsIn, RecordAt};

/// What one place of the input holds.
#[derive(Debug)]
pub enum Entry {
    /// A report, with its line where each has a line of its own.
    Record(Box<Record>, Option<usize>),
    /// The line, from 1, and why it is no report.
    Wrong(usize, Wrong),
}

/// Why a line is no report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// No JSON from this character of the line on, counted from 1.
    NoJson(usize),
    /// JSON, but no object.
    NoObject,
    /// An object without words under a name of its text.
    NoText,
}

impl Wrong {
    /// Where the JSON of this text ends, by what its reader says of it, which counts in bytes.
    pub fn of(error: &serde_json::Error, text: &str) -> Self {
        let line = text.lines().nth(error.line().saturating_sub(1)).unwrap_or_default();
        let before = line.char_indices().take_while(|(at, _)| *at < error.column());
        Self::NoJson(before.count().max(1))
    }
}

/// Whether a text looks like JSON: the first thing in it is an object, or a list of them.
pub fn is_json(text: &str) -> bool {
    let text = text.trim_start_matches('\u{feff}').trim_start();
    let inner = text.strip_prefix('[').map_or(text, str::trim_start);
    inner.strip_prefix('{').is_some_and(|rest| rest.trim_start().starts_with(['"', '}']))
}

/// Tells each record in order. Lines are read one by one where the first is whole in itself.
pub fn each(text: &str, tell: &mut dyn FnMut(Entry)) {
    let text = text.trim_start_matches('\u{feff}');
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    if serde_json::from_str::<Map<String, Value>>(first).is_ok() {
        for (at, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
            tell(entry(serde_json::from_str(line), line, Some(at + 1)));
        }
        return;
    }
    match serde_json::from_str(text) {
        Ok(Value::Array(values)) => {
            for value in values {
                tell(entry(Ok(value), text, None));
            }
        }
        other => tell(entry(other, text, None)),
    }
}

fn entry(value: serde_json::Result<Value>, text: &str, line: Option<usize>) -> Entry {
    match value {
        Ok(Value::Object(object)) => {
            let record = Record::object(&object);
            match record.text {
                Some(_) => Entry::Record(Box::new(record), line),
                None => Entry::Wrong(line.unwrap_or(1), Wrong::NoText),
            }
        }
        Ok(_) => Entry::Wrong(line.unwrap_or(1), Wrong::NoObject),
        Err(error) => Entry::Wrong(line.unwrap_or(error.line()), Wrong::of(&error, text)),
    }
}

/// The article of a record: the title, where the text does not begin with it, and the text.
pub fn article(id: ArticleId, mut record: Record, line: Option<usize>) -> Article {
    let at = RecordAt { id: record.id.take(), line };
    let text = record.text.as_deref().unwrap_or_default();
    let untitled = |title: &&String| !text.trim_start().starts_with(title.as_str());
    let mut article = if let Some(title) = record.title.as_ref().filter(untitled) {
        let mut draft = Draft::default();
        let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
        draft.push(BlockKind::Headline, &title);
        draft.verbatim(text);
        draft.article(id, Encoding::UTF_8)
    } else {
        let mut article = Article::from_text(id, text);
        article.offsets_in = OffsetsIn::Text;
        article
    };
    record.apply(&mut article);
    article.record = Some(at);
    article
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Vec<Record>, Vec<usize>) {
        let (mut records, mut wrong) = (Vec::new(), Vec::new());
        each(text, &mut |entry| match entry {
            Entry::Record(record, _) => records.push(*record),
            Entry::Wrong(line, _) => wrong.push(line),
        });
        (records, wrong)
    }

    #[test]
    fn lines_one_object_or_a_list() {
        let (records, wrong) =
            read("{\"text\":\"أ\"}\n\n{\"text\":3}\nnonsense\n{\"maintext\":\"ب\"}\n");
        assert_eq!((records.len(), wrong), (2, vec![3, 4]));
        assert_eq!(read("{\n  \"title\": \"ع\",\n  \"text\": \"نص\"\n}").0.len(), 1);
        assert_eq!(read("[{\"text\":\"أ\"}, {\"text\":\"ب\"}, 3]").0.len(), 2);
        assert_eq!(read("{\"facts\": [\n]}").1, [1]);
        assert!(
            is_json(" {\"a\":1}")
                && is_json("[\n{\"a\":1}]")
                && !is_json("{قال}")
                && !is_json("[1]")
        );
    }

    #[test]
    fn the_title_is_the_headline_and_the_text_stays_as_it_was() {
        let (records, _) =
            read("{\"title\":\"جسر جديد\",\"text\":\"قال  الوزير.\\nوأضاف.\",\"source\":\"مرآة\"}");
        let article = article(ArticleId(3), records.into_iter().next().unwrap(), Some(1));
        assert_eq!(article.text.as_str(), "جسر جديد\n\nقال  الوزير.\nوأضاف.");
        let kinds: Vec<_> = article.blocks.iter().map(|block| block.kind).collect();
        assert_eq!(kinds, [BlockKind::Headline, BlockKind::Paragraph, BlockKind::Paragraph]);
        assert_eq!((article.id, article.outlet.unwrap().value.as_str()), (ArticleId(3), "مرآة"));
    }

    #[test]
    fn a_record_keeps_its_own_id_and_its_line() {
        let mut told = Vec::new();
        let text = "{\"id\":\"ك-7\",\"text\":\"أ\"}\n\n{\"id\":8,\"text\":\"ب\"}\n{\"id\":{},\"text\":\"ج\"}\n{\"text\": x}";
        each(text, &mut |entry| match entry {
            Entry::Record(record, line) => told.push((record.id.clone(), line)),
            Entry::Wrong(line, wrong) => assert_eq!((line, wrong), (5, Wrong::NoJson(10))),
        });
        let ids = [(Some("ك-7".into()), Some(1)), (Some(8.into()), Some(3)), (None, Some(4))];
        assert_eq!(told, ids);
    }

    #[test]
    fn depth_does_no_harm() {
        assert_eq!(read(&"[{\"text\":".repeat(100_000)).0.len(), 0);
    }
}
