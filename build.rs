//! Turns the data of `assets/` into static tables: nothing built in is parsed at start.

use std::error::Error;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

#[path = "build/chrome.rs"]
mod chrome;
#[path = "src/facts/lexicon/class.rs"]
mod class;
#[path = "src/facts/facet.rs"]
mod facet;
#[path = "build/families.rs"]
mod families;
#[allow(dead_code, reason = "whether slots meet is asked when texts are read")]
#[path = "src/facts/topic/file.rs"]
mod file;
#[path = "src/facts/lexicon/generate.rs"]
mod generate;
#[allow(dead_code, reason = "what a text has is asked when it is read")]
#[path = "src/facts/topic/glance.rs"]
mod glance;
#[path = "src/facts/lexicon/hash.rs"]
mod hash;
#[path = "src/text/letters.rs"]
mod letters;
#[path = "build/messages.rs"]
mod messages;
#[allow(dead_code, reason = "how names stand to each other is asked when texts are read")]
#[path = "src/facts/name.rs"]
mod name;
#[path = "src/facts/lexicon/parse.rs"]
mod parse;
#[allow(dead_code, reason = "Latin names do not stand in the lexicon of places")]
#[path = "src/facts/skeleton.rs"]
mod skeleton;
#[path = "src/facts/entity/sort.rs"]
mod sort;
#[path = "src/facts/topic/stem.rs"]
mod stem;
#[path = "build/themes.rs"]
mod themes;
#[path = "src/facts/topic/generate.rs"]
mod topics;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed=build");
    println!("cargo:rerun-if-changed=assets/lexicon");
    println!("cargo:rerun-if-changed=assets/topics");
    println!("cargo:rerun-if-changed=src/facts/topic");
    println!("cargo:rerun-if-changed=src/facts/lexicon");
    println!("cargo:rerun-if-changed=src/facts/facet.rs");
    println!("cargo:rerun-if-changed=src/facts/entity/sort.rs");
    println!("cargo:rerun-if-changed=src/facts/name.rs");
    println!("cargo:rerun-if-changed=src/facts/skeleton.rs");
    println!("cargo:rerun-if-changed=src/text/letters.rs");
    println!("cargo:rerun-if-changed=src");
    println!("cargo:rerun-if-changed=assets");
    println!("cargo:rerun-if-changed=Cargo.lock");
    println!("cargo:rustc-env=TABAYUN_BUILD={:016x}", sources()?);
    link_in_place();
    let out = std::env::var("OUT_DIR")?;
    let out = Path::new(&out);
    let lexicon = generate::read(Path::new("assets/lexicon"))?;
    std::fs::write(out.join("lexicon.rs"), generate::generate(&lexicon)?)?;
    let units = generate::units(&lexicon);
    let topics = topics::generate(Path::new("assets/topics"), &units)?;
    std::fs::write(out.join("topics.rs"), topics)?;
    families::write(out)?;
    messages::write(out)?;
    themes::write(out)?;
    chrome::write(out)
}

/// Everything that the program is made from, as one number: what one build has read is not taken for
/// what another one reads.
fn sources() -> Result<u64, Box<dyn Error>> {
    let mut all = DefaultHasher::new();
    let mut left: Vec<PathBuf> =
        ["src", "assets", "build", "build.rs", "Cargo.toml", "Cargo.lock"].map(Into::into).into();
    let mut files = Vec::new();
    while let Some(path) = left.pop() {
        if path.is_dir() {
            for entry in std::fs::read_dir(path)? {
                left.push(entry?.path());
            }
        } else if path.is_file() {
            files.push(path);
        }
    }
    files.sort();
    for path in files {
        path.hash(&mut all);
        std::fs::read(path)?.hash(&mut all);
    }
    Ok(all.finish())
}

/// Lets the program be loaded at the place that it was linked for, where the system can: the tables of
/// the libraries, HTML's named characters above all, hold some forty thousand places, which would be
/// filled in at every start.
fn link_in_place() {
    let is = |name: &str, value: &str| std::env::var(name).is_ok_and(|own| own == value);
    if is("CARGO_CFG_TARGET_OS", "linux") && is("CARGO_CFG_TARGET_ENV", "gnu") {
        println!("cargo:rustc-link-arg-bins=-no-pie");
    }
}
