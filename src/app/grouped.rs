//! Figures with and without the marks between their thousands: «45,000», «٤٥٬٠٠٠» and «45000» are
//! one to who searches.

/// Signs that part the thousands of a figure.
const MARKS: [char; 8] = [',', '.', '٬', '،', '\'', '’', '\u{a0}', '\u{202f}'];

/// Digits from which a figure may have such a sign in it.
const LONG: usize = 4;

/// A folded text without them, and the way back.
#[derive(Debug, Default)]
pub struct Ungrouped {
    pub text: String,
    /// Where a sign was left out, in the text without it, with the bytes left out up to there.
    gaps: Vec<(usize, usize)>,
}

impl Ungrouped {
    pub fn new(folded: &str) -> Self {
        let mut out = Self { text: String::with_capacity(folded.len()), gaps: Vec::new() };
        let (mut from, mut left_out) = (0, 0);
        for (at, sign) in folded.match_indices(MARKS) {
            let before = folded.get(..at).unwrap_or_default();
            let after = folded.get(at + sign.len()..).unwrap_or_default();
            if !before.ends_with(|c: char| c.is_ascii_digit()) || !is_group(after) {
                continue;
            }
            out.text.push_str(folded.get(from..at).unwrap_or_default());
            from = at + sign.len();
            left_out += sign.len();
            out.gaps.push((out.text.len(), left_out));
        }
        out.text.push_str(folded.get(from..).unwrap_or_default());
        out
    }

    /// The place in the folded text of a range of this one.
    pub fn folded(&self, start: usize, end: usize) -> (usize, usize) {
        let before = |gaps: usize| {
            let gap = gaps.checked_sub(1).and_then(|last| self.gaps.get(last));
            gap.map_or(0, |(_, left_out)| *left_out)
        };
        let start = start + before(self.gaps.partition_point(|(at, _)| *at <= start));
        (start, end + before(self.gaps.partition_point(|(at, _)| *at < end)))
    }
}

/// Three digits and no more.
fn is_group(text: &str) -> bool {
    text.bytes().take_while(u8::is_ascii_digit).take(LONG).count() == 3
}

/// Whether there is a figure in these words that may have such a sign in a text.
pub fn has_long_figure(folded: &str) -> bool {
    folded.split(|c: char| !c.is_ascii_digit()).any(|digits| digits.len() >= LONG)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_groups_lose_their_signs() {
        let of = |text: &str| Ungrouped::new(text).text;
        assert_eq!(of("45,000 طن، 1.234.567 و٬"), "45000 طن، 1234567 و٬");
        assert_eq!(
            of("3.5 و 12,34 و 1,2345 و في 2024، 300"),
            "3.5 و 12,34 و 1,2345 و في 2024، 300"
        );
        let text = Ungrouped::new("نحو 1٬234٬567 طن");
        let at = text.text.find("1234567").unwrap();
        let whole = "نحو 1٬234٬567 طن";
        let (start, end) = text.folded(at, at + 7);
        assert_eq!(whole.get(start..end), Some("1٬234٬567"));
        let (start, end) = text.folded(at + 1, at + 4);
        assert_eq!(whole.get(start..end), Some("234"));
    }
}
