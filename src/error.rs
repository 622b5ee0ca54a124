//! Errors as sentences that say what to do next.
