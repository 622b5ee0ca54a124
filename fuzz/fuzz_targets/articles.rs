//! Any bytes as a file of any form: decoding, pages, Markdown, JSON lines, blocks. The blocks lie in
//! the text in order, on characters, and cover every word.
#![no_main]

use std::path::Path;

use libfuzzer_sys::fuzz_target;

const NAMES: [&str; 5] = ["a.txt", "a.html", "a.md", "a.jsonl", "a"];

fuzz_target!(|data: &[u8]| {
    let Some((first, bytes)) = data.split_first() else { return };
    let name = NAMES[usize::from(*first) % NAMES.len()];
    for article in tabayun::article::from_bytes(Path::new(name), bytes.to_vec()).articles {
        let mut end = 0;
        for block in &article.blocks {
            let between = tabayun::text::Span { start: end, end: block.span.start };
            let between = article.text.slice(between).expect("blocks stand in order");
            assert!(between.chars().all(|c| c.is_whitespace() || c == '\u{feff}'));
            assert!(article.text.slice(block.span).is_some_and(|words| !words.trim().is_empty()));
            end = block.span.end;
        }
    }
});
