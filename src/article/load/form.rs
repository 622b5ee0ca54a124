//! Which form a file is in: by its ending, else by its beginning.

use std::path::Path;

use crate::article::{html, jsonl};

/// The forms that reports come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Plain,
    Markdown,
    Html,
    Json,
}

/// The form of a text.
pub fn of(path: Option<&Path>, text: &str) -> Form {
    match ending(path).as_str() {
        "md" | "markdown" => Form::Markdown,
        "html" | "htm" | "xhtml" => Form::Html,
        "json" | "jsonl" | "ndjson" => Form::Json,
        _ if html::is_page(text) => Form::Html,
        "txt" | "text" => Form::Plain,
        _ if jsonl::is_json(text) => Form::Json,
        _ => Form::Plain,
    }
}

/// Whether a file says by its ending that each of its lines is a record.
pub fn is_of_lines(path: &Path) -> bool {
    matches!(ending(Some(path)).as_str(), "jsonl" | "ndjson")
}

/// The encoding that a page names, before its bytes are read.
pub fn label(path: Option<&Path>, bytes: &[u8]) -> Option<String> {
    let page = matches!(ending(path).as_str(), "html" | "htm" | "xhtml");
    let page = page || bytes.trim_ascii_start().starts_with(b"<");
    page.then(|| html::charset(bytes)).flatten()
}

fn ending(path: Option<&Path>) -> String {
    let ending = path.and_then(Path::extension);
    ending.map(|ending| ending.to_string_lossy().to_ascii_lowercase()).unwrap_or_default()
}
