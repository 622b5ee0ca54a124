//! The hash by which the lexicon's table is laid out and read. Used by the build as well.

/// A quick hash of a folded word; only its spread over a table matters.
pub fn hash(word: &[u8]) -> u32 {
    const FACTOR: u64 = 0x9E37_79B9_7F4A_7C15;
    let mut state = word.len() as u64;
    let mut chunks = word.chunks_exact(8);
    for chunk in &mut chunks {
        let mut bytes = [0; 8];
        bytes.copy_from_slice(chunk);
        state = (state ^ u64::from_le_bytes(bytes)).wrapping_mul(FACTOR).rotate_left(29);
    }
    let mut bytes = [0; 8];
    for (to, from) in bytes.iter_mut().zip(chunks.remainder()) {
        *to = *from;
    }
    state = (state ^ u64::from_le_bytes(bytes)).wrapping_mul(FACTOR);
    (state >> 32) as u32
}
