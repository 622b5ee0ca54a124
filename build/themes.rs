//! `assets/themes/*.toml` → one table a theme, part to style, so that no theme is parsed at start.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

use serde::Deserialize;

/// One entry of a theme file.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Entry {
    /// Numbers of the 256-colour table; without one, the terminal's own.
    fg: Option<u8>,
    bg: Option<u8>,
    is: Vec<Emphasis>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Emphasis {
    Bold,
    Dim,
    Underline,
    Reverse,
}

/// Writes `themes.rs` into `out`: a table for each file. A part that the program does not know
/// does not compile.
pub fn write(out: &Path) -> Result<(), Box<dyn std::error::Error>> {
    let mut code = String::new();
    for name in ["dark", "light", "high-contrast", "mono"] {
        let path = format!("assets/themes/{name}.toml");
        println!("cargo:rerun-if-changed={path}");
        let entries: BTreeMap<String, Entry> = toml::from_str(&std::fs::read_to_string(path)?)?;
        let table = name.replace('-', "_").to_uppercase();
        writeln!(code, "static {table}: [(Part, Style); {}] = [", entries.len())?;
        for (part, entry) in &entries {
            writeln!(code, "    (Part::{}, {}),", camel(part), entry.style())?;
        }
        writeln!(code, "];")?;
    }
    std::fs::write(out.join("themes.rs"), code)?;
    Ok(())
}

impl Entry {
    /// The style as code.
    fn style(&self) -> String {
        let mut code = "Style::new()".to_owned();
        for (method, colour) in [("fg", self.fg), ("bg", self.bg)] {
            code.extend(colour.map(|colour| format!(".{method}(Color::Indexed({colour}))")));
        }
        for emphasis in &self.is {
            let modifier = match emphasis {
                Emphasis::Bold => "BOLD",
                Emphasis::Dim => "DIM",
                Emphasis::Underline => "UNDERLINED",
                Emphasis::Reverse => "REVERSED",
            };
            // Writing to a String cannot fail.
            let _ = write!(code, ".add_modifier(Modifier::{modifier})");
        }
        code
    }
}

/// `title-focused` → `TitleFocused`.
fn camel(name: &str) -> String {
    let word = |word: &str| {
        let mut letters = word.chars();
        let first = letters.next().map(|c| c.to_ascii_uppercase());
        first.into_iter().chain(letters).collect::<String>()
    };
    name.split('-').map(word).collect()
}
