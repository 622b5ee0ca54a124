//! What the reader keeps.
