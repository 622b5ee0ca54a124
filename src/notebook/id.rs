//! The name of a bookmark: a `urn:uuid:` that no two copies of the program give twice.

use std::fmt;
use std::hash::{BuildHasher, Hasher, RandomState};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// The IRI of an annotation; ours are `urn:uuid:…` (version 8), imported ones keep theirs.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(Arc<str>);

impl Id {
    /// The name that a file gives; whether it is an IRI is not looked at.
    pub fn new(iri: impl Into<Arc<str>>) -> Self {
        Self(iri.into())
    }

    /// A new one, from the system's random keys, the process and a counter.
    pub fn fresh() -> Self {
        static COUNT: AtomicU64 = AtomicU64::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let draw = |salt: u64| {
            // Each `RandomState` is keyed by the system's random source: enough for a name, and
            // no crate for it.
            let mut hasher = RandomState::new().build_hasher();
            hasher.write_u64(count);
            hasher.write_u64(salt);
            hasher.write_u32(std::process::id());
            hasher.finish()
        };
        Self::from_bits(draw(1), draw(2))
    }

    /// The name with these 128 bits, less the six that mark the version and the variant
    /// (RFC 9562, version 8).
    pub fn from_bits(high: u64, low: u64) -> Self {
        let high = (high & !0xF000) | 0x8000;
        let low = (low & (u64::MAX >> 2)) | (1 << 63);
        Self(
            format!(
                "urn:uuid:{:08x}-{:04x}-{:04x}-{:04x}-{:012x}",
                high >> 32,
                (high >> 16) & 0xFFFF,
                high & 0xFFFF,
                low >> 48,
                low & 0xFFFF_FFFF_FFFF,
            )
            .into(),
        )
    }

    /// The IRI, as it stands in files.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_well_formed_and_differ() {
        let names: std::collections::HashSet<Id> = (0..1000).map(|_| Id::fresh()).collect();
        assert_eq!(names.len(), 1000);
        for name in names {
            let bare = name.as_str().strip_prefix("urn:uuid:").unwrap();
            assert_eq!(bare.len(), 36);
            assert_eq!(bare.as_bytes()[14], b'8');
            assert!(matches!(bare.as_bytes()[19], b'8' | b'9' | b'a' | b'b'));
        }
    }
}
