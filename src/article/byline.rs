//! Who wrote a report, where it says so: names in its record, or a line of its own at its head
//! («كتب: …», «بقلم …»). Bibliographies want an author; nothing else asks.

use serde_json::Value;

/// What opens a byline, with its sign or a space behind it.
const OPENINGS: [&str; 7] = ["كتب:", "كتبت:", "كتب :", "كتبت :", "بقلم:", "بقلم :", "بقلم "];

/// Lines at the head among which one is looked for, and bytes that a line has at most.
const LINES: usize = 8;
const LONGEST: usize = 120;

/// The names of a record's field: one string, names parted by semicolons, or a list of names.
pub fn named(value: &Value) -> Vec<String> {
    match value {
        Value::String(names) => names.split(';').filter_map(name).collect(),
        Value::Array(values) => values.iter().flat_map(named).collect(),
        Value::Object(object) => object.get("name").map(named).unwrap_or_default(),
        _ => Vec::new(),
    }
}

/// The names in a byline at the head of a text.
pub fn written_in(text: &str) -> Vec<String> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty()).take(LINES);
    let line = lines
        .filter(|line| line.len() <= LONGEST && !line.ends_with('.'))
        .find_map(|line| OPENINGS.iter().find_map(|opening| line.strip_prefix(opening)));
    line.into_iter().flat_map(|names| names.split(['،', ',', ';'])).filter_map(name).collect()
}

/// A name that is none of an address and not too long to be one.
fn name(words: &str) -> Option<String> {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let sound = !words.is_empty() && words.len() <= LONGEST && !words.contains("://");
    (sound && words.chars().any(char::is_alphabetic)).then_some(words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn who_wrote_it_is_read_from_a_record_and_from_a_line() {
        assert_eq!(named(&json!("سعاد مراد; كريم نصار")), ["سعاد مراد", "كريم نصار"]);
        assert_eq!(named(&json!([{ "name": "سعاد مراد" }, "كريم"])), ["سعاد مراد", "كريم"]);
        assert_eq!(named(&json!("https://a.example/author/1")), [""; 0]);
        assert_eq!(written_in("امتلاء السد\nكتبت: سعاد مراد\nنص."), ["سعاد مراد"]);
        assert_eq!(written_in("بقلم سعاد مراد، كريم نصار\nنص."), ["سعاد مراد", "كريم نصار"]);
        assert_eq!(written_in("كتب الوزير رسالة.\nكتب: لا شيء هنا."), [""; 0]);
    }
}
