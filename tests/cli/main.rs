//! The command line as a script meets it: exit codes, sentences, forms, and input that is broken or
//! built to hurt. No terminal here; `pty` has that.

#![allow(clippy::unwrap_used, reason = "a test says what failed by failing")]

mod commands;
mod input;

use std::fs;
use std::io::Write;

use std::process::{Command, Output, Stdio};

const REPORT: &str = "افتتاح الجسر المعلق\n\nافتتح الوزير الجسر المعلق صباح الأحد.\n";

fn tabayun(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tabayun"));
    command.args(arguments).env_clear().env("LANG", "C.UTF-8").env("HOME", "/nonexistent");
    command.stdin(Stdio::null());
    command
}

fn run(arguments: &[&str]) -> Output {
    tabayun(arguments).output().unwrap()
}

fn with_input(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = tabayun(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    let writer = std::thread::spawn(move || stdin.write_all(&input));
    let output = child.wait_with_output().unwrap();
    let _ = writer.join().unwrap();
    output
}

fn code(output: &Output) -> i32 {
    output.status.code().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    let text = String::from_utf8(output.stderr.clone()).unwrap();
    let control = text.chars().find(|c| c.is_control() && *c != '\n');
    assert_eq!(control, None, "a control character on standard error: {text:?}");
    text
}

fn folder(files: &[(&str, &[u8])]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    folder
}

fn path(folder: &tempfile::TempDir, name: &str) -> String {
    folder.path().join(name).to_string_lossy().into_owned()
}

/// The texts of a folder, as `text` prints them; its exit code and what it said.
fn texts(path: &str) -> (i32, String, String) {
    let output = run(&["text", path]);
    (code(&output), out(&output), err(&output))
}
