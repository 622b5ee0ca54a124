//! Lines of JSON with the field names that crawlers write, whole, cut and with wrong types: a line
//! is a report or a problem with its sentence, and none is lost without one.
#![no_main]

use std::path::Path;

use libfuzzer_sys::fuzz_target;

const FIELDS: [&str; 10] = [
    "text", "maintext", "title", "outlet", "source", "source_domain", "date", "date_publish", "url",
    "language",
];

/// A line from bytes: the first says which fields, which type of value, and where it is cut.
fn line(data: &[u8]) -> String {
    let Some((head, rest)) = data.split_at_checked(2) else { return String::new() };
    let value = serde_json::Value::from(tabayun_fuzz::text(rest));
    let (first, second) = (usize::from(head[0]), usize::from(head[1]));
    let fields = [FIELDS[first % 2], FIELDS[first % 10], FIELDS[second % 10]];
    let other = ["null", "7", "[1,{}]", "true", "\"2031-05-12T08:00:00+03:00\"", "\"\""][second % 6];
    let whole = format!(
        "{{\"{}\":{value},\"{}\":{other},\"{}\":{value}}}",
        fields[0], fields[1], fields[2]
    );
    let keep = if first & 128 == 0 { whole.chars().count() } else { second };
    whole.chars().take(keep).filter(|c| *c != '\n').collect()
}

fuzz_target!(|data: &[u8]| {
    let lines: Vec<String> = data.split(|byte| *byte == 255).map(line).collect();
    let loaded = tabayun::article::from_bytes(Path::new("a.jsonl"), lines.join("\n").into_bytes());
    let asked = lines.iter().filter(|line| !line.trim().is_empty()).count();
    assert!(loaded.articles.len() <= asked);
    assert!(asked == 0 || !loaded.articles.is_empty() || !loaded.problems.is_empty());
    loaded.articles.iter().for_each(tabayun_fuzz::check);
});
