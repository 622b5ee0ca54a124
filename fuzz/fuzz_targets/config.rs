//! Any bytes as the reader's settings and as a folder's dossier: every problem has a sentence.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tabayun::locale::Messages;
use tabayun::settings::{Settings, apply};

fuzz_target!(|data: &[u8]| {
    let text = String::from_utf8_lossy(data);
    let mut settings = Settings::default();
    let problems = apply(&text, "config.toml", &mut settings);
    let messages = Messages::of(&settings);
    for problem in problems {
        let sentence = messages.problem(&problem);
        assert!(sentence != problem.key && !sentence.contains(char::is_control));
    }
});
