//! A line stripped to what a phrase of a page can be recognised by. The build script folds
//! `assets/chrome.toml` with this same file, so it names nothing of the crate.
//!
//! Search has its own folding (`text::fold`), which keeps a map back to the text; this one keeps
//! none and drops more: figures become `#`, punctuation at the ends goes.

/// The bare form: tashkeel, tatweel and invisible signs gone, hamza, alef, ya and ta marbuta
/// folded, letters small, white space single, figures `#`, punctuation at the ends left out.
pub fn bare(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    for c in line.chars() {
        match fold(c) {
            Some(' ') if out.is_empty() || out.ends_with(' ') => {}
            Some('#') if out.ends_with('#') => {}
            Some(c) => out.push(c),
            None => {}
        }
    }
    // Letters of Arabic are told without a search in Unicode's tables.
    let edge = |c: char| !matches!(c, 'ا'..='ي' | '#') && !c.is_alphanumeric();
    let end = out.trim_end_matches(edge).len();
    out.truncate(end);
    let start = out.len() - out.trim_start_matches(edge).len();
    out.drain(..start);
    out
}

fn fold(c: char) -> Option<char> {
    if is_invisible(c) {
        return None;
    }
    Some(match c {
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ى' | 'ی' => 'ي',
        'ة' => 'ه',
        'ک' => 'ك',
        '0'..='9' | '٠'..='٩' | '۰'..='۹' => '#',
        c if c.is_whitespace() => ' ',
        c => c.to_ascii_lowercase(),
    })
}

/// Tashkeel, tatweel, zero-width characters and bidi controls.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{640}' | '\u{200b}'..='\u{200f}')
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{61c}' | '\u{feff}')
}
