//! What the program says of its own sample, as a reader of the README meets it.

#![allow(clippy::unwrap_used, reason = "a test says what failed by failing")]

use std::process::Command;

/// The sample was written with five disagreements and one name of two spellings: no more may be
/// raised of it, and no fewer.
#[test]
fn the_sample_disagrees_where_it_was_written_to() {
    let sample = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/sample");
    let output = Command::new(env!("CARGO_BIN_EXE_tabayun"))
        .args(["compare", "--format", "json", sample])
        .env_clear()
        .env("HOME", "/nonexistent")
        .output()
        .unwrap();
    let found: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let told: Vec<(&str, &str)> = found["disagreements"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["topic"].as_str().unwrap(), one["verdict"].as_str().unwrap()))
        .filter(|(topic, _)| !topic.starts_with("person:"))
        .collect();
    assert_eq!(
        told,
        [
            ("outcome.agreement", "contradiction"),
            ("meeting.duration", "contradiction"),
            ("toll.killed", "update_over_time"),
            ("date.accident", "contradiction"),
            ("toll.injured", "update_over_time"),
        ]
    );
    assert_eq!(found["disagreements"].as_array().unwrap().len(), told.len() + 1);
}
