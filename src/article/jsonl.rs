//! JSON becomes articles: one object a line, or one object, or a list of them.

use serde_json::{Map, Value};

use super::draft::Draft;
use super::record::Record;
use super::{Article, ArticleId, BlockKind, Encoding, OffsetsIn};

/// What one place of the input holds.
#[derive(Debug)]
pub enum Entry {
    Record(Box<Record>),
    /// The line, from 1, and why it is no report.
    Wrong(usize, String),
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
            tell(entry(serde_json::from_str(line), at + 1));
        }
        return;
    }
    match serde_json::from_str(text) {
        Ok(Value::Array(values)) => values.into_iter().for_each(|value| tell(entry(Ok(value), 1))),
        other => tell(entry(other, 1)),
    }
}

fn entry(value: serde_json::Result<Value>, line: usize) -> Entry {
    match value {
        Ok(Value::Object(object)) => {
            let record = Record::object(&object);
            match record.text {
                Some(_) => Entry::Record(Box::new(record)),
                None => Entry::Wrong(line, "\"text\"?".to_owned()),
            }
        }
        Ok(_) => Entry::Wrong(line, "{…}?".to_owned()),
        Err(error) => Entry::Wrong(line.max(error.line()), error.to_string()),
    }
}

/// The article of a record: the title, where the text does not begin with it, and the text.
pub fn article(id: ArticleId, record: Record) -> Article {
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
    article
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Vec<Record>, Vec<usize>) {
        let (mut records, mut wrong) = (Vec::new(), Vec::new());
        each(text, &mut |entry| match entry {
            Entry::Record(record) => records.push(*record),
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
        let article = article(ArticleId(3), records.into_iter().next().unwrap());
        assert_eq!(article.text.as_str(), "جسر جديد\n\nقال  الوزير.\nوأضاف.");
        let kinds: Vec<_> = article.blocks.iter().map(|block| block.kind).collect();
        assert_eq!(kinds, [BlockKind::Headline, BlockKind::Paragraph, BlockKind::Paragraph]);
        assert_eq!((article.id, article.outlet.unwrap().value.as_str()), (ArticleId(3), "مرآة"));
    }

    #[test]
    fn depth_does_no_harm() {
        assert_eq!(read(&"[{\"text\":".repeat(100_000)).0.len(), 0);
    }
}
