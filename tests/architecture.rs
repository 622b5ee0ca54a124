//! The house as its plan says: arrows point one way, libraries stay in their rooms, files are small
//! and begin with their page. It reads the source, so that a breach fails here and not in review.

#![allow(clippy::unwrap_used, clippy::string_slice, reason = "a test says what failed by failing")]

mod skip;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Each room and the rooms that it may name; those stand before it.
const ROOMS: [(&str, &[&str]); 15] = [
    ("error", &[]),
    ("settings", &["error"]),
    ("text", &["error", "settings"]),
    ("locale", &["error", "settings", "text"]),
    ("article", &["error", "settings", "text", "locale"]),
    ("facts", &["error", "settings", "text", "locale", "article"]),
    ("compare", &["error", "settings", "text", "locale", "article", "facts"]),
    ("notebook", &["error", "settings", "text", "locale", "article", "facts", "compare"]),
    ("report", &["error", "settings", "text", "locale", "article", "facts", "compare"]),
    (
        "app",
        &[
            "error", "settings", "text", "locale", "article", "facts", "compare", "notebook",
            "report",
        ],
    ),
    (
        "ui",
        &[
            "error", "settings", "text", "locale", "article", "facts", "compare", "notebook",
            "report", "app",
        ],
    ),
    ("terminal", &["error", "settings", "text", "locale"]),
    (
        "run",
        &[
            "error", "settings", "text", "locale", "article", "facts", "compare", "notebook",
            "report", "app", "ui", "terminal",
        ],
    ),
    (
        "cli",
        &[
            "error", "settings", "text", "locale", "article", "facts", "compare", "notebook",
            "report", "app", "ui", "terminal", "run",
        ],
    ),
    ("main", &["cli"]),
];

/// Libraries that only some rooms may name, as the beginning of a path in `src/`.
const KEPT: [(&str, &[&str]); 3] = [
    ("ratatui", &["ui/", "terminal/", "run/"]),
    ("crossterm", &["terminal/", "run/"]),
    (
        "std::fs",
        &[
            "article/load/",
            "facts/lexicon/",
            // Runs in the build, where it reads the tables.
            "facts/topic/generate.rs",
            "notebook/journal/",
            "settings/",
            "run/",
            "main.rs",
        ],
    ),
];

/// Lines of a file that is not a table of data.
const LONGEST: usize = 400;

/// Files that are tables of data.
const TABLES: [&str; 1] = ["app/commands.rs"];

struct File {
    /// Relative to `src/`, with `/`.
    name: String,
    text: String,
    /// Without what stands under `#[cfg(test)]`, comments and strings.
    code: String,
}

fn files() -> Vec<File> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    for path in rust_files(&root) {
        let text = fs::read_to_string(&path).unwrap();
        let name = path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
        let code = code_of(&text);
        files.push(File { name, text, code });
    }
    assert!(files.len() > 50, "the source was not found");
    files
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(rust_files(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The code that ships: whole lines, up to the tests at the end, without comments.
fn code_of(text: &str) -> String {
    let mut out = String::new();
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        let bare = line.trim_start();
        if bare == "#[cfg(test)]" {
            skip_item(&mut lines);
        } else if !bare.starts_with("//") {
            out.push_str(line);
            out.push('\n');
        }
    }
    out
}

/// Passes over one item: up to its `;` or its closing brace.
fn skip_item<'t>(lines: &mut std::iter::Peekable<impl Iterator<Item = &'t str>>) {
    let mut depth = 0_i32;
    for line in lines.by_ref() {
        depth += line.chars().map(|c| i32::from(c == '{') - i32::from(c == '}')).sum::<i32>();
        if depth <= 0 && (line.trim_end().ends_with(';') || line.contains('}')) {
            return;
        }
    }
}

fn is_test(file: &File) -> bool {
    let name = file.name.rsplit('/').next().unwrap();
    matches!(name, "tests.rs" | "testing.rs" | "fixture.rs") || file.name.contains("/tests/")
}

/// The rooms that a piece of code names: `crate::room`, `crate::{room::…, room}`, `tabayun::room`.
fn named_rooms(code: &str) -> BTreeSet<String> {
    let mut rooms = BTreeSet::new();
    for start in ["crate::", "tabayun::"] {
        for rest in code.split(start).skip(1) {
            let word = |text: &str| {
                text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
            };
            match rest.strip_prefix('{') {
                None => rooms.insert(word(rest)),
                Some(list) => {
                    top_level(list).into_iter().all(|item| rooms.insert(word(item.trim())))
                }
            };
        }
    }
    rooms
}

/// The items of a `{…}` list, nested braces kept together.
fn top_level(list: &str) -> Vec<&str> {
    let (mut depth, mut start, mut items) = (0, 0, Vec::new());
    for (at, c) in list.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => {
                items.push(&list[start..at]);
                return items;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                items.push(&list[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    items
}

#[test]
fn arrows_point_one_way() {
    let mut wrong = Vec::new();
    for file in files().iter().filter(|file| !is_test(file) && file.name != "lib.rs") {
        let room = file.name.split(['/', '.']).next().unwrap();
        let Some((_, allowed)) = ROOMS.iter().find(|(name, _)| *name == room) else {
            wrong.push(format!("{}: no such room in the plan", file.name));
            continue;
        };
        for other in named_rooms(&file.code) {
            let is_room = ROOMS.iter().any(|(name, _)| *name == other);
            if is_room && other != room && !allowed.contains(&other.as_str()) {
                wrong.push(format!("{} names {other}", file.name));
            }
        }
    }
    assert!(wrong.is_empty(), "arrows that point back:\n{}", wrong.join("\n"));
}

#[test]
fn libraries_stay_in_their_rooms() {
    let mut wrong = Vec::new();
    for file in files().iter().filter(|file| !is_test(file)) {
        for (library, rooms) in KEPT {
            let named = file.code.match_indices(library).any(|(at, _)| {
                let before = file.code[..at].chars().next_back();
                let after = file.code[at + library.len()..].chars().next();
                let whole = |c: Option<char>| !c.is_some_and(|c| c.is_alphanumeric() || c == '_');
                whole(before) && whole(after) && after != Some('"')
            });
            let grouped = library == "std::fs" && file.code.contains("use std::{fs");
            if (named || grouped) && !rooms.iter().any(|room| file.name.starts_with(room)) {
                wrong.push(format!("{} names {library}", file.name));
            }
        }
    }
    assert!(wrong.is_empty(), "libraries out of their rooms:\n{}", wrong.join("\n"));
}

#[test]
fn every_file_begins_with_its_page_and_is_small() {
    let mut wrong = Vec::new();
    let mut lengths = Vec::new();
    for file in files() {
        if !file.text.starts_with("//!") && !is_test(&file) {
            wrong.push(format!("{} does not begin with //!", file.name));
        }
        let lines = file.text.lines().count();
        lengths.push(lines);
        if lines > LONGEST && !TABLES.contains(&file.name.as_str()) {
            wrong.push(format!("{} has {lines} lines", file.name));
        }
    }
    lengths.sort_unstable();
    let median = lengths[lengths.len() / 2];
    if median > 160 {
        wrong.push(format!("the median file has {median} lines"));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn one_version_of_the_terminal_library() {
    let lock =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.lock")).unwrap();
    assert_eq!(lock.matches("\nname = \"crossterm\"\n").count(), 1);
    assert_eq!(lock.matches("\nname = \"ratatui-core\"\n").count(), 1);
}

/// No run of eight words of the shared reports stands in the repository.
#[test]
fn nothing_of_the_shared_texts_is_copied() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let shared =
        std::env::var_os("TABAYUN_SHARED").map_or_else(|| root.join("../shared"), PathBuf::from);
    if !shared.join("seeds").is_dir() {
        skip::skipped(&format!("the shared texts are not at {}", shared.display()));
        return;
    }
    let mut runs = BTreeSet::new();
    for path in texts(&shared) {
        runs.extend(runs_of_file(&path));
    }
    assert!(runs.len() > 5_000, "the shared texts were not read");
    let mut copied = Vec::new();
    let ours = [
        "src",
        "tests",
        "assets",
        "benches",
        "build",
        "build.rs",
        "Cargo.toml",
        "README.md",
        ".ci",
    ];
    // What is built of the fuzz targets is none of our words.
    let fuzz = fs::read_dir(root.join("fuzz")).unwrap().map(|entry| entry.unwrap().path());
    let fuzz = fuzz.filter(|path| !path.ends_with("target"));
    let ours = ours.iter().map(|part| root.join(part)).chain(fuzz);
    for path in ours.flat_map(|part| texts(&part)) {
        if let Some(run) = runs_of_file(&path).into_iter().find(|run| runs.contains(run)) {
            copied.push(format!("{}: {run}", path.display()));
        }
    }
    assert!(copied.is_empty(), "copied from the shared texts:\n{}", copied.join("\n"));
}

/// All files below a path.
fn texts(path: &Path) -> Vec<PathBuf> {
    if path.is_file() {
        return vec![path.to_owned()];
    }
    let Ok(entries) = fs::read_dir(path) else { return Vec::new() };
    entries.flat_map(|entry| texts(&entry.unwrap().path())).collect()
}

/// The runs of a file; each string of JSON is a text of its own, and the names round it are none.
fn runs_of_file(path: &Path) -> Vec<String> {
    let text = String::from_utf8_lossy(&fs::read(path).unwrap()).into_owned();
    let ending = path.extension().and_then(|ending| ending.to_str());
    if matches!(ending, Some("json" | "jsonl")) {
        return text.split('"').flat_map(runs_of_words).collect();
    }
    runs_of_words(&text)
}

/// Every run of eight words that has letters, without punctuation, tashkeel and white space.
fn runs_of_words(text: &str) -> Vec<String> {
    let letters = |word: &str| word.chars().filter(|c| c.is_alphabetic()).collect::<String>();
    let words: Vec<String> =
        text.split_whitespace().map(letters).filter(|word| !word.is_empty()).collect();
    let arabic = |run: &[String]| run.iter().any(|word| word.chars().any(|c| c > '\u{600}'));
    words.windows(8).filter(|run| arabic(run)).map(|run| run.join(" ")).collect()
}

/// Every key of a topic that the comparison names is one that the tables have: one that they lack
/// says nothing, and nobody would miss it.
#[test]
fn keys_of_topics_that_are_named_exist() {
    /// Made by the comparison itself, and offices, which are no topics of the tables.
    const OTHERS: [&str; 5] =
        ["act.told", "act.denied", "opposite.told", "minister.foreign", "minister.defence"];
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut known: BTreeSet<String> = OTHERS.map(str::to_owned).into();
    for path in texts(&root.join("assets/topics")) {
        let text = fs::read_to_string(path).unwrap();
        let keys = text.lines().filter_map(|line| line.strip_prefix("key = \"")?.strip_suffix('"'));
        known.extend(keys.map(str::to_owned));
    }
    assert!(known.len() > 1000, "the topics were not read");
    let files = files();
    let of =
        |file: &File| file.name.starts_with("compare/") || file.name.starts_with("facts/topic/");
    // Names of rules look like keys: those that the facts give.
    let rules: BTreeSet<String> = files
        .iter()
        .filter(|file| file.name.starts_with("facts/") && !of(file))
        .flat_map(keys)
        .collect();
    let named = files.iter().filter(|file| of(file) && !is_test(file));
    let unknown: Vec<String> = named
        .flat_map(|file| keys(file).into_iter().map(move |key| (key, &file.name)))
        .filter(|(key, _)| !known.contains(key) && !rules.contains(key))
        .map(|(key, file)| format!("{file}: {key}"))
        .collect();
    assert!(unknown.is_empty(), "no such topics:\n{}", unknown.join("\n"));
}

/// The strings of a file that look like keys: two words with a point between them.
fn keys(file: &File) -> Vec<String> {
    let text = file.text.split("#[cfg(test)]").next().unwrap_or_default();
    let word = |word: &str| {
        !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')
    };
    let key = |text: &&str| {
        text.split_once('.')
            .is_some_and(|(one, other)| word(one) && word(other) && !["rs", "txt"].contains(&other))
    };
    text.split('"').filter(key).map(str::to_owned).collect()
}
