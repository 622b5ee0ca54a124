//! Turns the data of `assets/` into static tables: nothing built in is parsed at start.

use std::error::Error;
use std::path::Path;

#[path = "src/facts/lexicon/class.rs"]
mod class;
#[path = "src/facts/lexicon/generate.rs"]
mod generate;
#[path = "src/facts/lexicon/hash.rs"]
mod hash;
#[path = "src/text/letters.rs"]
mod letters;
#[path = "src/facts/lexicon/parse.rs"]
mod parse;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed=assets/lexicon");
    println!("cargo:rerun-if-changed=src/facts/lexicon");
    println!("cargo:rerun-if-changed=src/text/letters.rs");
    let lexicon = generate::generate(Path::new("assets/lexicon"))?;
    std::fs::write(Path::new(&std::env::var("OUT_DIR")?).join("lexicon.rs"), lexicon)?;
    Ok(())
}
