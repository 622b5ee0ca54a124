//! The hash by which the lexicon's table is laid out and read. Used by the build as well.

/// A quick hash of a folded word; only its spread over a table matters.
pub fn hash(word: &[u8]) -> u32 {
    let mut state = word.len() as u64;
    let mut rest = word;
    while let Some((bytes, others)) = rest.split_first_chunk() {
        state = mix(state, u64::from_le_bytes(*bytes)).rotate_left(29);
        rest = others;
    }
    (mix(state, short(rest)) >> 32) as u32
}

const fn mix(state: u64, bytes: u64) -> u64 {
    (state ^ bytes).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

/// Up to seven bytes as a number.
fn short(bytes: &[u8]) -> u64 {
    let (mut number, mut rest) = (0, bytes);
    if let Some((four, others)) = rest.split_first_chunk() {
        number = u64::from(u32::from_le_bytes(*four));
        rest = others;
    }
    if let Some((two, others)) = rest.split_first_chunk() {
        number = number << 16 | u64::from(u16::from_le_bytes(*two));
        rest = others;
    }
    rest.first().map_or(number, |byte| number << 8 | u64::from(*byte))
}

/// The place among 256 × 64 bits of a word's first six bytes, three letters of Arabic, which its
/// stem shares; `None` for a shorter word.
pub fn opening(word: &[u8]) -> Option<(usize, u64)> {
    let first: &[u8; 6] = word.first_chunk()?;
    let hash = mix(0, short(first)) >> 50;
    Some((hash as usize >> 6, 1 << (hash & 63)))
}

/// The first four bytes of the first of the words, two letters of Arabic, as a number.
pub fn beginning(words: &str) -> u32 {
    let words = words.as_bytes();
    // Most are Arabic, of two letters or more.
    if let Some(four) = words.first_chunk()
        && !four.contains(&b' ')
    {
        return u32::from_le_bytes(*four);
    }
    let first = words.split(|byte| *byte == b' ').next().unwrap_or_default();
    match first.first_chunk() {
        Some(four) => u32::from_le_bytes(*four),
        None => first.iter().fold(0, |number, byte| number << 8 | u32::from(*byte)),
    }
}

/// Bits of a slot that hold the place of an entry, counted from 1; 0 is a free slot.
pub const PLACE: u32 = 20;

/// What a slot holds beside the place: bits of the hash, so that a slot of another word is told
/// without a look at that word. They are the low ones: the high ones choose the slot.
pub const fn tag(hash: u32) -> u32 {
    hash & ((1 << (u32::BITS - PLACE)) - 1)
}

/// The first slot of so many that a hash leads to.
pub const fn first_slot(hash: u32, slots: usize) -> usize {
    ((hash as u64 * slots as u64) >> u32::BITS) as usize
}

/// The slot that is tried after one of so many.
pub const fn next_slot(at: usize, slots: usize) -> usize {
    if at + 1 < slots { at + 1 } else { 0 }
}
