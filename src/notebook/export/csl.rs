//! CSL-JSON, one item a quoted place: what Zotero and pandoc read.

use jiff::civil::Date;
use serde_json::{Map, Value, json};

use super::{annotation, citable, quoted_line};
use crate::locale::Messages;
use crate::notebook::Bookmark;
use crate::text::paper;

pub(super) fn write(bookmarks: &[&Bookmark], messages: &Messages) -> String {
    let items: Vec<Value> = citable(bookmarks)
        .map(|(key, bookmark, shown)| {
            let (target, source) = (shown.target, &shown.target.source);
            let mut item = Map::new();
            let mut put = |name: &str, value: Option<String>| {
                if let Some(value) = value.filter(|value| !value.is_empty()) {
                    item.insert(name.into(), paper::inert(&value).into());
                }
            };
            put("id", Some(key));
            put("type", Some("article-newspaper".into()));
            put("title", source.title.clone().or_else(|| Some(source.name().to_owned())));
            put("container-title", source.outlet.clone());
            put("URL", source.url.as_deref().and_then(paper::link));
            put("language", source.language.clone());
            put("abstract", quoted_line(target));
            put("note", Some(annotation(bookmark, &shown, messages)));
            put("keyword", Some(bookmark.tags.join(", ")));
            if !source.authors.is_empty() {
                let name = |name: &String| json!({ "literal": paper::inert(name) });
                item.insert("author".into(), source.authors.iter().map(name).collect());
            }
            if let Some(day) = source.published {
                item.insert("issued".into(), date_parts(day));
            }
            if let Some(accessed) = source.accessed {
                let day = accessed.to_zoned(jiff::tz::TimeZone::UTC).date();
                item.insert("accessed".into(), date_parts(day));
            }
            Value::Object(item)
        })
        .collect();
    format!("{:#}\n", Value::Array(items))
}

fn date_parts(day: Date) -> Value {
    json!({ "date-parts": [[day.year(), day.month(), day.day()]] })
}
