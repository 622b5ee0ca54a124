//! Bytes become text: UTF-8, UTF-16 by its mark, and the single-byte Arabic encodings by guess.
//!
//! The mark is looked for first, because a guesser takes UTF-16 for something else. What was
//! guessed is said ([`Encoding::guessed`]), and bytes without a meaning are replaced by U+FFFD and
//! said too. [`decode`] is where to begin.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{UTF_8, UTF_16BE, UTF_16LE};

use super::Encoding;

/// Bytes looked at to tell a binary file, and to guess an encoding.
const SAMPLE: usize = 64 * 1024;

/// What came of some bytes.
#[derive(Debug, PartialEq, Eq)]
pub struct Decoded {
    pub text: String,
    pub encoding: Encoding,
    /// Whether the text is the bytes, so that offsets in it are offsets in the file.
    pub verbatim: bool,
}

/// Reads bytes as text. `label` is what the document says of itself (`charset=…`), if anything.
/// `None` when the bytes are no text in any encoding.
pub fn decode(bytes: &[u8], label: Option<&str>) -> Option<Decoded> {
    match encoding_rs::Encoding::for_bom(bytes) {
        Some((encoding, _)) if encoding != UTF_8 => return Some(with(encoding, bytes, false)),
        _ => {}
    }
    if let Some(wide) = wide_without_mark(bytes) {
        return Some(with(wide, bytes, true));
    }
    if looks_binary(bytes) {
        return None;
    }
    // It looks at many bytes at once, and outruns the standard library by more than a copy costs.
    if let Some(text) = UTF_8.decode_without_bom_handling_and_without_replacement(bytes) {
        let text = text.into_owned();
        return Some(Decoded { text, encoding: Encoding::UTF_8, verbatim: true });
    }
    if mostly_utf8(bytes) {
        return Some(with(UTF_8, bytes, false));
    }
    let named = label.and_then(|name| encoding_rs::Encoding::for_label(name.as_bytes()));
    Some(match named {
        Some(encoding) if encoding != UTF_8 => with(encoding, bytes, false),
        _ => with(guess(bytes), bytes, true),
    })
}

fn with(encoding: &'static encoding_rs::Encoding, bytes: &[u8], guessed: bool) -> Decoded {
    let (text, damaged) = encoding.decode_with_bom_removal(bytes);
    let encoding = Encoding { name: encoding.name(), guessed, damaged };
    Decoded { text: text.into_owned(), encoding, verbatim: false }
}

/// What Firefox would guess for a page of an Arabic site.
fn guess(bytes: &[u8]) -> &'static encoding_rs::Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes.get(..SAMPLE).unwrap_or(bytes), bytes.len() <= SAMPLE);
    detector.guess(Some(b"eg"), Utf8Detection::Deny)
}

/// UTF-16 that lost its mark: in Arabic text every second byte is 06, in English 00.
fn wide_without_mark(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    let pairs = sample.len() / 2;
    if pairs < 8 || bytes.len() % 2 == 1 {
        return None;
    }
    // Text in which no byte is either, as nearly all is, is not read pair by pair.
    if count(sample, |byte| matches!(byte, 0 | 6)) * 10 < pairs * 9 {
        return None;
    }
    // No text has U+0000; programs and pictures are full of it.
    if sample.chunks_exact(2).any(|pair| pair == [0, 0]) {
        return None;
    }
    let high = |at: usize| {
        sample.chunks_exact(2).filter(|pair| matches!(pair.get(at), Some(0 | 6))).count()
    };
    match (high(0) * 10 >= pairs * 9, high(1) * 10 >= pairs * 9) {
        (false, true) => Some(UTF_16LE),
        (true, false) => Some(UTF_16BE),
        _ => None,
    }
}

/// Bytes that no text holds: NUL, or more than one control character in thirty.
fn looks_binary(bytes: &[u8]) -> bool {
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    if memchr::memchr(0, sample).is_some() {
        return true;
    }
    count(sample, |byte| matches!(byte, 1..=8 | 14..=26 | 28..=31 | 127)) * 30 > sample.len()
}

/// How many bytes are of a sort. Short stretches are summed up in a byte, so that the machine can
/// look at many bytes at once.
fn count(bytes: &[u8], sort: impl Fn(u8) -> bool) -> usize {
    let stretch = |bytes: &[u8]| bytes.iter().map(|byte| u8::from(sort(*byte))).sum::<u8>();
    bytes.chunks(255).map(|bytes| usize::from(stretch(bytes))).sum()
}

/// A few broken sequences among many good ones: UTF-8 that was damaged, not another encoding.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0_usize, 0_usize);
    for chunk in bytes.get(..SAMPLE).unwrap_or(bytes).utf8_chunks() {
        good += chunk.valid().bytes().filter(|byte| *byte >= 0xc0).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good > bad * 4
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINE: &str =
        "قال الوزير إن الجسر سيفتح أمام المركبات صباح الأحد المقبل بعد انتهاء الترميم";

    #[test]
    fn a_program_of_many_noughts_is_no_text() {
        let program = [0x7f, b'E', b'L', b'F', 2, 1, 0, 0, 3, 0, 62, 0, 1, 0, 0, 0, 64, 0, 0, 0];
        assert_eq!(decode(&program.repeat(200), None), None);
    }

    fn encoded(name: &str) -> Vec<u8> {
        encoding_rs::Encoding::for_label(name.as_bytes()).unwrap().encode(LINE).0.into_owned()
    }

    fn wide(mark: bool, little: bool) -> Vec<u8> {
        let units = mark.then_some(0xfeff).into_iter().chain(LINE.encode_utf16());
        units
            .flat_map(|unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() })
            .collect()
    }

    #[test]
    fn utf8_is_the_file_itself_with_its_mark() {
        let decoded = decode("\u{feff}خبر".as_bytes(), None).unwrap();
        assert_eq!((decoded.text.as_str(), decoded.verbatim), ("\u{feff}خبر", true));
    }

    #[test]
    fn utf16_is_known_by_its_mark_and_guessed_without() {
        for little in [true, false] {
            for mark in [true, false] {
                let decoded = decode(&wide(mark, little), None).unwrap();
                assert_eq!(decoded.text, LINE);
                assert_eq!(decoded.encoding.guessed, !mark);
                assert!(!decoded.verbatim);
            }
        }
    }

    #[test]
    fn single_byte_arabic_is_guessed_and_says_so() {
        for name in ["windows-1256", "ISO-8859-6"] {
            let decoded = decode(&encoded(name), None).unwrap();
            assert_eq!((decoded.text.as_str(), decoded.encoding.name), (LINE, name));
            assert!(decoded.encoding.guessed && !decoded.encoding.damaged);
        }
    }

    #[test]
    fn the_label_of_a_page_is_believed() {
        let decoded = decode(&encoded("windows-1256"), Some("windows-1256")).unwrap();
        assert_eq!((decoded.text.as_str(), decoded.encoding.guessed), (LINE, false));
    }

    #[test]
    fn damaged_utf8_stays_utf8() {
        let mut bytes = LINE.as_bytes().to_vec();
        bytes.remove(1);
        let decoded = decode(&bytes, None).unwrap();
        assert_eq!(decoded.encoding.name, "UTF-8");
        assert!(decoded.encoding.damaged && decoded.text.contains('\u{fffd}'));
    }

    #[test]
    fn binary_is_no_text() {
        assert_eq!(decode(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", None), None);
        assert_eq!(decode(b"\x7fELF\x02\x01\x01\0\0\0\0", None), None);
    }

    #[test]
    fn nothing_is_an_empty_text() {
        assert_eq!(decode(&[], None).unwrap().text, "");
    }
}
