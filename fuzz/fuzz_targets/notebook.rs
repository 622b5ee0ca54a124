//! The notebook's file with damaged lines, and the same bytes as a file to import: every line is an
//! entry or a named damage, compaction loses none of either, and no export holds a control.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tabayun::locale::Messages;
use tabayun::notebook::{Book, Journal, export, import};
use tabayun::settings::Settings;

/// A line as another program might write it.
const LINE: &str = r#"{"@context":"http://www.w3.org/ns/anno.jsonld","id":"urn:x:1","type":"Annotation","created":"2031-05-12T08:00:00Z","body":[{"type":"TextualBody","value":"NOTE","purpose":"commenting"}],"target":{"source":"https://example.org/1","selector":[{"type":"TextQuoteSelector","exact":"EXACT","prefix":"","suffix":""},{"type":"TextPositionSelector","start":1,"end":3}]}}"#;

/// Lines from bytes: a known one with strange words in it, cut at a place, or the bytes as they are.
fn lines(data: &[u8]) -> Vec<u8> {
    let parts = data.split(|byte| *byte == 10).map(|part| match part {
        [head, cut, rest @ ..] if *head >= 200 => {
            let words = serde_json::Value::from(tabayun_fuzz::text(rest)).to_string();
            let line = LINE.replace("\"EXACT\"", &words).replace("\"NOTE\"", &words);
            let keep = if *cut < 128 { usize::MAX } else { usize::from(*cut) * 3 };
            line.chars().take(keep).collect::<String>().into_bytes()
        }
        raw => raw.to_vec(),
    });
    parts.collect::<Vec<_>>().join(&b'\n')
}

fuzz_target!(|data: &[u8]| {
    let bytes = lines(data);
    let now = "2031-05-12T08:00:00Z".parse().expect("a date");
    if let Ok(imported) = import(&String::from_utf8_lossy(&bytes), now) {
        let kept: Vec<_> = imported.bookmarks.iter().collect();
        let messages = Messages::of(&Settings::default());
        for format in export::Format::ALL {
            if format != export::Format::JsonLd {
                let text = export::export(format, &kept, &messages);
                assert!(!text.contains(|c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t')));
            }
        }
    }
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("notebook.jsonl"), &bytes).expect("written");
    let (mut journal, loaded) = Journal::open(folder.path()).expect("it always opens");
    let damage = loaded.damage.len();
    let before: Vec<_> = Book::new(loaded).iter().cloned().collect();
    journal.compact().expect("it can be written");
    let (_, again) = Journal::open(folder.path()).expect("it always opens");
    assert_eq!(damage, again.damage.len(), "a damaged line was lost");
    assert_eq!(before, Book::new(again).iter().cloned().collect::<Vec<_>>());
});
