//! Text that leaves the program for a file: what could act there is made to do nothing.
//!
//! An article's text is hostile. Control characters become pictures, bidi overrides a visible
//! mark, isolates are closed; the specials of Markdown and HTML are escaped; only web links are
//! links. On the screen the same is done by rows.

use std::borrow::Cow;

use super::mark::{OVERRIDE_MARK, UNSHOWABLE};

/// The text with nothing left that could act on a program which shows it. Ends of lines and tabs
/// stay.
pub fn inert(text: &str) -> Cow<'_, str> {
    if text.chars().all(is_inert) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut open = 0_usize;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' if chars.peek() == Some(&'\n') => {}
            '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{B}' | '\u{C}' => out.push('\n'),
            '\u{2066}'..='\u{2068}' => {
                open += 1;
                out.push(c);
            }
            '\u{2069}' if open == 0 => {}
            '\u{2069}' => {
                open -= 1;
                out.push(c);
            }
            _ if is_inert(c) => out.push(c),
            _ => out.push(stand_in(c)),
        }
    }
    // An isolate that is left open would take what follows the text with it.
    out.extend(std::iter::repeat_n('\u{2069}', open));
    Cow::Owned(out)
}

fn is_inert(c: char) -> bool {
    match c {
        '\n' | '\t' => true,
        '\u{2028}' | '\u{2029}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => false,
        _ => !c.is_control(),
    }
}

fn stand_in(c: char) -> char {
    match c {
        '\u{202A}'..='\u{202E}' => OVERRIDE_MARK,
        '\0'..='\u{1F}' => char::from_u32(0x2400 + u32::from(c)).unwrap_or(UNSHOWABLE),
        _ => UNSHOWABLE,
    }
}

/// One line of Markdown that shows the text and nothing else, wherever in a line it is put; ends
/// of lines become spaces. `CommonMark` lets every ASCII mark be escaped.
pub fn markdown(text: &str) -> String {
    let text = inert(text);
    let mut out = String::with_capacity(text.len() + 8);
    let mut previous = ' ';
    let mut chars = text.trim().chars().peekable();
    while let Some(c) = chars.next() {
        let next = chars.peek().copied();
        match c {
            '\n' | '\t' => out.push(' '),
            _ if markdown_special(c, previous, next, out.is_empty()) => out.extend(['\\', c]),
            '.' | ')' if out.chars().all(|c| c.is_ascii_digit()) => out.extend(['\\', c]),
            _ => out.push(c),
        }
        previous = c;
    }
    out
}

fn markdown_special(c: char, previous: char, next: Option<char>, first: bool) -> bool {
    match c {
        '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' | '$' => true,
        '+' | '-' | '=' => first,
        // Bare addresses become links in many programs; these do not.
        ':' => next == Some('/'),
        '@' => previous.is_alphanumeric() && next.is_some_and(char::is_alphanumeric),
        '.' => previous == 'w',
        _ => false,
    }
}

/// HTML that shows the text and nothing else, also inside a quoted attribute; ends of lines stay.
pub fn html(text: &str) -> String {
    let text = inert(text);
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(c),
        }
    }
    out
}

/// The text without isolates, for a form that has no directions of its own.
pub fn bare(text: &str) -> String {
    text.replace(['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}'], "")
}

/// Isolates of a text that was made ready for a page as the elements that mean the same.
pub fn elements(ready: &str) -> String {
    if !ready.contains('\u{2069}') {
        return ready.to_owned();
    }
    let opened = ready
        .replace('\u{2066}', "<bdi dir=\"ltr\">")
        .replace('\u{2067}', "<bdi dir=\"rtl\">")
        .replace('\u{2068}', "<bdi>");
    opened.replace('\u{2069}', "</bdi>")
}

/// The address, percent-encoded where it holds what an address may not, when it is one of the
/// web; `None` for `javascript:` and everything else.
pub fn link(url: &str) -> Option<String> {
    use std::fmt::Write;
    let url = url.trim();
    let (scheme, rest) = url.split_once("://")?;
    let web = scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http");
    if !web || rest.is_empty() {
        return None;
    }
    let mut out = String::with_capacity(url.len());
    for byte in url.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~:/?#@!$&*+,;=%".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    Some(out)
}

/// Whether the first strong character is a right-to-left one (UAX #9, P2 and P3).
pub fn begins_rtl(text: &str) -> bool {
    unicode_bidi::get_base_direction(text) == unicode_bidi::Direction::Rtl
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn controls_and_overrides_become_visible() {
        assert_eq!(inert("سعر \u{1b}[31mأحمر\u{9b}0m"), "سعر ␛[31mأحمر\u{FFFD}0m");
        assert_eq!(inert("\u{202E}abc\u{202C}"), "⇄abc⇄");
        assert_eq!(inert("أ\r\nب\rج\u{2028}د"), "أ\nب\nج\nد");
        assert_eq!(inert("\u{2067}مفتوح"), "\u{2067}مفتوح\u{2069}");
        assert_eq!(inert("مغلق\u{2069}"), "مغلق");
        assert!(matches!(inert("نص\tعادي\u{200f}"), Cow::Borrowed(_)));
    }

    #[test]
    fn markdown_does_nothing() {
        assert_eq!(markdown("# عنوان"), "\\# عنوان");
        assert_eq!(markdown("1. بند"), "1\\. بند");
        assert_eq!(markdown("2024 عام. انتهى"), "2024 عام. انتهى");
        assert_eq!(markdown("- بند"), "\\- بند");
        assert_eq!(markdown("[x](javascript:alert(1))"), "\\[x\\](javascript:alert(1))");
        assert_eq!(markdown("<img src=x>"), "\\<img src=x\\>");
        assert_eq!(
            markdown("http://a.example www.a.example"),
            "http\\://a.example www\\.a.example"
        );
        assert_eq!(markdown("a@b.example و 3@"), "a\\@b.example و 3@");
        assert_eq!(markdown("  سطر\nوسطر  "), "سطر وسطر");
        assert_eq!(markdown("3-1"), "3-1");
    }

    #[test]
    fn html_does_nothing() {
        assert_eq!(html("<b>'\"&"), "&lt;b&gt;&#39;&quot;&amp;");
    }

    #[test]
    fn isolates_become_elements_or_go() {
        let worded = "\u{2068}Gazette\u{2069}: \u{2068}٣ <b>";
        assert_eq!(elements(&html(worded)), "<bdi>Gazette</bdi>: <bdi>٣ &lt;b&gt;</bdi>");
        assert_eq!(bare(worded), "Gazette: ٣ <b>");
    }

    #[test]
    fn only_the_web_is_linked() {
        assert_eq!(link("javascript:alert(1)"), None);
        assert_eq!(link("javascript://x%0aalert(1)"), None);
        assert_eq!(link("data:text/html,x"), None);
        assert_eq!(link("خبر"), None);
        assert_eq!(
            link(" HTTPS://a.example/خ(1)\"> ").as_deref(),
            Some("HTTPS://a.example/%D8%AE%281%29%22%3E")
        );
    }
}
