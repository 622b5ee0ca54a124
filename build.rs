//! Turns the data of `assets/` into static tables: nothing built in is parsed at start.

use std::error::Error;
use std::path::Path;

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
    pack_relocations();
    let out = std::env::var("OUT_DIR")?;
    let out = Path::new(&out);
    let lexicon = generate::generate(Path::new("assets/lexicon"))?;
    std::fs::write(out.join("lexicon.rs"), lexicon)?;
    std::fs::write(out.join("topics.rs"), topics::generate(Path::new("assets/topics"))?)?;
    families::write(out)?;
    messages::write(out)?;
    themes::write(out)?;
    chrome::write(out)
}

/// Places that the loader fills in take a byte each in place of 24, where the system's C library is
/// new enough to read them so (glibc 2.36).
fn pack_relocations() {
    let is = |name: &str, value: &str| std::env::var(name).is_ok_and(|own| own == value);
    let native = std::env::var("HOST").ok() == std::env::var("TARGET").ok();
    if !native || !is("CARGO_CFG_TARGET_OS", "linux") || !is("CARGO_CFG_TARGET_ENV", "gnu") {
        return;
    }
    let told = std::process::Command::new("getconf").arg("GNU_LIBC_VERSION").output();
    let told = told.map(|out| String::from_utf8_lossy(&out.stdout).into_owned());
    let version = told.ok().and_then(|told| {
        let (major, minor) = told.trim().strip_prefix("glibc ")?.split_once('.')?;
        Some((major.parse::<u32>().ok()?, minor.parse::<u32>().ok()?))
    });
    if version.is_some_and(|version| version >= (2, 36)) {
        println!("cargo:rustc-link-arg-bins=-Wl,-z,pack-relative-relocs");
    }
}
