//! The lines of a text, trimmed, with where they stand.

use crate::text::Span;

/// One line that is not blank.
#[derive(Clone, Copy, Debug)]
pub struct Line<'t> {
    /// Without the white space at its ends.
    pub words: &'t str,
    pub span: Span,
    /// Whether a blank line, or the end of the text, comes after it.
    pub blank_after: bool,
}

impl Line<'_> {
    /// Words of the line, at most `limit`.
    pub fn count(&self, limit: usize) -> usize {
        let (mut count, mut inside) = (0, false);
        for byte in self.words.bytes() {
            let space = match byte {
                b'\t'..=b'\r' | b' ' => true,
                // White space beyond ASCII begins with one of these, as do other signs.
                0xC2 | 0xE1..=0xE3 => return self.words.split_whitespace().take(limit).count(),
                _ => false,
            };
            if !space && !inside {
                if count == limit {
                    break;
                }
                count += 1;
            }
            inside = !space;
        }
        count
    }

    /// Whether it ends as a sentence or a clause does. Two dots are a headline's pause.
    pub fn ends_as_sentence(&self) -> bool {
        let closing =
            |c: char| matches!(c, '"' | '”' | '»' | ')' | '\'' | '’' | '“') || c.is_whitespace();
        let words = self.words.trim_end_matches(closing);
        let paused = words.ends_with("..") || words.ends_with('…');
        !paused && words.ends_with(['.', '،', '؛', ':', ',', ';', '۔'])
    }

    /// The address of a part of this line, given in bytes from its beginning.
    pub fn part(&self, range: std::ops::Range<usize>) -> Span {
        let start = self.span.start as usize;
        Span::new(start + range.start, start + range.end)
    }
}

/// All lines that are not blank. Lines end at LF, CR, NEL and the line and paragraph separators.
pub fn of(text: &str) -> Vec<Line<'_>> {
    let mut lines: Vec<Line> = Vec::new();
    let mut start = 0;
    for (end, length) in ends(text).into_iter().chain([(text.len(), 0)]) {
        let raw = text.get(start..end).unwrap_or_default();
        // CR LF is one end, not a blank line.
        let half = raw.is_empty() && text.get(..start).is_some_and(|t| t.ends_with('\r'));
        let words = raw.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
        if !words.is_empty() {
            let from = start + (raw.len() - raw.trim_start_matches(is_space).len());
            let span = Span::new(from, from + words.len());
            lines.push(Line { words, span, blank_after: false });
        } else if let Some(last) = lines.last_mut().filter(|_| !half) {
            last.blank_after = true;
        }
        start = end + length;
    }
    if let Some(last) = lines.last_mut() {
        last.blank_after = true;
    }
    lines
}

/// Where lines end, and how long the end is. Almost every text knows LF and CR only, and those are
/// found many bytes at a time.
fn ends(text: &str) -> Vec<(usize, usize)> {
    let bytes = text.as_bytes();
    let rare = memchr::memchr2(b'\x0b', b'\x0c', bytes).is_some()
        || ["\u{85}", "\u{2028}", "\u{2029}"]
            .iter()
            .any(|end| memchr::memmem::find(bytes, end.as_bytes()).is_some());
    if !rare {
        return memchr::memchr2_iter(b'\n', b'\r', bytes).map(|at| (at, 1)).collect();
    }
    let all = ['\n', '\r', '\u{85}', '\u{2028}', '\u{2029}', '\u{b}', '\u{c}'];
    text.match_indices(all).map(|(at, end)| (at, end.len())).collect()
}

fn is_space(c: char) -> bool {
    c.is_whitespace() || c == '\u{feff}'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_are_the_trimmed_lines() {
        let text = "\u{feff}  سطر أول \r\n\r\nسطر ثان\nثالث\u{2028}رابع";
        let lines = of(text);
        let words: Vec<_> = lines.iter().map(|line| text.get(line.span.range()).unwrap()).collect();
        assert_eq!(words, ["سطر أول", "سطر ثان", "ثالث", "رابع"]);
        let blank: Vec<_> = lines.iter().map(|line| line.blank_after).collect();
        assert_eq!(blank, [true, false, false, true]);
    }

    #[test]
    fn words_are_counted_up_to_the_limit() {
        for text in ["رست سفينة", "رست\u{a0}سفينة  أخرى", "a\tb c", "رست «سفينة» – أخرى", ""]
        {
            for limit in 0..5 {
                let line = Line { words: text, span: Span::default(), blank_after: false };
                let words = text.split_whitespace().take(limit).count();
                assert_eq!(line.count(limit), words, "{text} {limit}");
            }
        }
    }

    #[test]
    fn carriage_returns_alone_do_not_make_blank_lines() {
        assert!(!of("أ\r\nب\r\nج")[0].blank_after);
    }

    #[test]
    fn a_pause_is_no_end() {
        let ends = |text| of(text)[0].ends_as_sentence();
        assert!(ends("انتهى الاجتماع.") && ends("قال «انتهى.»") && ends("وأضاف:"));
        assert!(!ends("فشل جديد..") && !ends("ماذا بعد؟") && !ends("عنوان"));
    }
}
