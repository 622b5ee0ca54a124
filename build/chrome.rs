//! `assets/chrome.toml` → sorted tables of folded phrases.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::Path;

#[path = "../src/article/blocks/bare.rs"]
mod bare;

const SOURCE: &str = "assets/chrome.toml";

/// Writes `chrome.rs` into `out`: one `static` a table, in upper case.
pub fn write(out: &Path) -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo:rerun-if-changed={SOURCE}");
    println!("cargo:rerun-if-changed=src/article/blocks/bare.rs");
    let tables: BTreeMap<String, Vec<String>> = toml::from_str(&std::fs::read_to_string(SOURCE)?)?;
    let mut code = String::new();
    for (name, phrases) in tables {
        let folded: BTreeSet<String> = phrases.iter().map(|phrase| bare::bare(phrase)).collect();
        let name = name.to_uppercase();
        writeln!(
            code,
            "pub static {name}: [&str; {}] = {:#?};",
            folded.len(),
            Vec::from_iter(folded)
        )?;
    }
    std::fs::write(out.join("chrome.rs"), code)?;
    Ok(())
}
