//! `assets/locale/*.ftl` → one sorted table a language, message name to source, so that at run
//! time only the messages that are asked for are parsed.

use std::fmt::Write;
use std::path::Path;

/// Writes `messages.rs` into `out`: `AR` and `EN`.
pub fn write(out: &Path) -> Result<(), Box<dyn std::error::Error>> {
    let mut code = String::new();
    for language in ["ar", "en"] {
        let path = format!("assets/locale/{language}.ftl");
        println!("cargo:rerun-if-changed={path}");
        let source = std::fs::read_to_string(path)?;
        let mut messages = split(&source);
        messages.sort_unstable();
        let name = language.to_uppercase();
        writeln!(code, "pub static {name}: [(&str, &str); {}] = {messages:#?};", messages.len())?;
    }
    std::fs::write(out.join("messages.rs"), code)?;
    Ok(())
}

/// Each message with its name. A message begins with a letter in the first column; lines that
/// are indented, or close a brace, go on with it.
fn split(source: &str) -> Vec<(&str, &str)> {
    let mut messages: Vec<(&str, &str)> = Vec::new();
    let mut start = 0;
    let mut open = None;
    for line in source.split_inclusive('\n') {
        let goes_on = line.starts_with([' ', '}', '\n', '\r', '[', '*', '.']);
        if !goes_on {
            messages.extend(open.take().and_then(|from| named(source.get(from..start)?)));
            if line.starts_with(|c: char| c.is_ascii_alphabetic()) {
                open = Some(start);
            }
        }
        start += line.len();
    }
    messages.extend(open.and_then(|from| named(source.get(from..)?)));
    messages
}

fn named(message: &str) -> Option<(&str, &str)> {
    Some((message.split_once('=')?.0.trim(), message.trim_end()))
}
