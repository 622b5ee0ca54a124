//! Pages of tags in any order, nested as they come: the text is read, and holds no script.
#![no_main]

use std::path::Path;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let page = tabayun_fuzz::page(data);
    let loaded = tabayun::article::from_bytes(Path::new("a.html"), page.into_bytes());
    assert!(loaded.articles.len() <= 1, "a page is one report");
    loaded.articles.iter().for_each(tabayun_fuzz::check);
});
