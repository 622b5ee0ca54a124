//! Any bytes as a file of any form: decoding, pages, Markdown, JSON lines, blocks.
#![no_main]

use std::path::Path;

use libfuzzer_sys::fuzz_target;

const NAMES: [&str; 5] = ["a.txt", "a.html", "a.md", "a.jsonl", "a"];

fuzz_target!(|data: &[u8]| {
    let Some((first, bytes)) = data.split_first() else { return };
    let name = NAMES[usize::from(*first) % NAMES.len()];
    let loaded = tabayun::article::from_bytes(Path::new(name), bytes.to_vec());
    loaded.articles.iter().for_each(tabayun_fuzz::check);
});
