//! The reading screen in real terminals, photographed and measured.
//!
//! Off unless `TABAYUN_TERMINALS` is set: `1` for xterm and xfce4-terminal, `proof` for all that
//! are installed. Needs Xvfb, `ImageMagick` and tesseract with Arabic. For each terminal: the
//! character error of the all-Arabic lines, whether letters are joined, whether borders stand; the
//! pictures stay in `target/terminals/`. Begin with [`the_reading_screen_is_right_in_real_terminals`];
//! who is started and how is in `emulators.rs`, what is measured in `measures.rs`.

#![cfg(unix)]
#![allow(clippy::expect_used, clippy::panic, reason = "helpers of a test")]

mod emulators;
mod grid;
mod measures;
mod picture;
#[path = "../skip/mod.rs"]
mod skip;
mod talk;

use std::fs;
use std::io::Write as _;
use std::path::PathBuf;

use emulators::{Display, Emulator};
use grid::Grid;

/// Gates, from measurements of right and wrong screens: right was 0.00 to 0.13 against 0.55 and
/// more; 1.0 against 0.15 to 0.46.
const MOST_ERROR: f64 = 0.25;
const LEAST_JOINED: f64 = 0.7;

/// Columns and rows of every terminal.
const SIZE: (u16, u16) = (100, 30);

#[test]
fn the_reading_screen_is_right_in_real_terminals() {
    let wanted = std::env::var("TABAYUN_TERMINALS").unwrap_or_default();
    if wanted.is_empty() {
        skip::skipped("set TABAYUN_TERMINALS=1 (or =proof) to photograph real terminals");
        return;
    }
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("../terminals");
    fs::create_dir_all(&folder).expect("target is writable");
    let grid = Grid::of_the_reading_screen(SIZE);
    let display = Display::start();
    let mut failed = Vec::new();
    // Not `println`: the table is to be seen when the test passes, too.
    let mut table = std::io::stderr();
    let head =
        format!("{:<27}{:>10}{:>8}{:>8}{:>9}", "terminal", "encoder", "error", "joined", "borders");
    writeln!(table, "\n{head}").expect("stderr is open");
    for emulator in emulators::all(wanted == "proof") {
        if let Some(line) = examine(&emulator, &display, &grid, &folder) {
            writeln!(table, "{line}").expect("stderr is open");
            if line.ends_with("WRONG") != emulator.control {
                failed.push(line);
            }
        }
    }
    assert!(failed.is_empty(), "not as it must be:\n{}", failed.join("\n"));
}

/// One line of the table; `None` for a terminal that is not installed and need not be.
fn examine(
    emulator: &Emulator,
    display: &Display,
    grid: &Grid,
    folder: &std::path::Path,
) -> Option<String> {
    let name = emulator.name;
    if !emulator.is_installed() {
        assert!(emulator.optional, "install {name} to run this test");
        println!("{name:<27} not installed");
        return None;
    }
    let file = folder.join(format!("{}.png", name.replace([' ', ':'], "-")));
    let picture = display.photograph(emulator, grid, &file);
    let measured = measures::measure(&picture, grid, &file);
    let right = measured.error <= MOST_ERROR
        && measured.joined >= LEAST_JOINED
        && measured.borders == grid.borders().len();
    Some(format!(
        "{name:<27}{:>10}{:>8.2}{:>8.2}{:>5} of {} {}",
        emulator.encoder,
        measured.error,
        measured.joined,
        measured.borders,
        grid.borders().len(),
        if right { "right" } else { "WRONG" }
    ))
}
