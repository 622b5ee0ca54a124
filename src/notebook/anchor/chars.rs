//! From characters to bytes: the W3C position selector counts code points.

/// Every how many characters the byte offset is noted.
const STEP: usize = 128;

/// The byte offset of every 128th character.
#[derive(Debug)]
pub(super) struct CharIndex {
    steps: Vec<u32>,
}

impl CharIndex {
    pub(super) fn new(text: &str) -> Self {
        let offsets = text.char_indices().map(|(at, _)| at as u32);
        Self { steps: offsets.step_by(STEP).collect() }
    }

    /// The byte at which character `at` begins; the end of the text for any beyond it.
    pub(super) fn byte(&self, text: &str, at: u32) -> usize {
        let at = at as usize;
        let Some(&from) = self.steps.get(at / STEP) else { return text.len() };
        let rest = text.get(from as usize..).unwrap_or_default();
        rest.char_indices().nth(at % STEP).map_or(text.len(), |(byte, _)| from as usize + byte)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_are_code_points() {
        let text = "قِفْ😀 هنا".repeat(60);
        let index = CharIndex::new(&text);
        for (at, (byte, _)) in text.char_indices().enumerate() {
            assert_eq!(index.byte(&text, at as u32), byte);
        }
        assert_eq!(index.byte(&text, 100_000), text.len());
        assert_eq!(CharIndex::new("").byte("", 0), 0);
    }
}
