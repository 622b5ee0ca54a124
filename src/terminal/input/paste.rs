//! What is pasted between `ESC [ 200 ~` and `ESC [ 201 ~`, as it comes in piece by piece.

/// Bytes of a paste that are taken: a fat chapter. The rest is dropped up to the end.
pub const LONGEST: usize = 1 << 20;

const END: &[u8] = b"\x1b[201~";

/// A paste whose end has not come yet.
#[derive(Debug, Default)]
pub struct Paste {
    /// What is taken; behind [`LONGEST`], no more than the last bytes, in which the end may begin.
    bytes: Vec<u8>,
}

impl Paste {
    /// Takes in the next bytes. With the end among them, how many of them belong to the paste.
    pub fn push(&mut self, next: &[u8]) -> Option<usize> {
        let before = self.bytes.len();
        self.bytes.extend_from_slice(next);
        // What came before holds no whole end, and is not searched again.
        let from = before.saturating_sub(END.len() - 1);
        let searched = self.bytes.get(from..).unwrap_or_default();
        if let Some(at) = memchr::memmem::find(searched, END) {
            let end = from + at;
            self.bytes.truncate(end);
            return Some(end + END.len() - before);
        }
        let tail = self.bytes.len().saturating_sub(END.len() - 1);
        if tail > LONGEST {
            self.bytes.drain(LONGEST..tail);
        }
        None
    }

    /// The text so far.
    pub fn text(mut self) -> String {
        let cut = self.bytes.len() > LONGEST;
        self.bytes.truncate(LONGEST);
        let mut text = String::from_utf8_lossy(&self.bytes).into_owned();
        // The last letter may be half there.
        if cut && text.ends_with(char::REPLACEMENT_CHARACTER) {
            text.pop();
        }
        text
    }
}

/// Whether a paste of this length was longer, and its rest was dropped.
pub fn was_cut(text: &str) -> bool {
    text.len() + 4 > LONGEST
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Everything pasted in pieces of this size, and what follows it.
    fn pasted(bytes: &[u8], size: usize) -> (String, usize) {
        let mut paste = Paste::default();
        for (at, piece) in bytes.chunks(size).enumerate() {
            if let Some(taken) = paste.push(piece) {
                return (paste.text(), bytes.len() - at * size - taken);
            }
            assert!(paste.bytes.len() < LONGEST + size + END.len());
        }
        panic!("the end has come");
    }

    #[test]
    fn the_end_is_found_wherever_it_is_cut() {
        for size in 1..20 {
            let (text, left) = pasted("قال\n\x1b[20 \x1b[31m\x1b[201~qq".as_bytes(), size);
            assert_eq!((text.as_str(), left), ("قال\n\x1b[20 \x1b[31m", 2), "{size}");
        }
    }

    #[test]
    fn a_paste_without_measure_is_cut_at_a_letter() {
        let long = "x".to_owned() + &"ق".repeat(LONGEST) + "\x1b[201~q";
        for size in [4095, 4096] {
            let (text, left) = pasted(long.as_bytes(), size);
            assert_eq!((text.len(), left), (LONGEST - 1, 1));
            assert!(text.ends_with('ق') && was_cut(&text));
        }
        assert!(!was_cut("قال"));
    }
}
