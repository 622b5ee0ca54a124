//! What each value is about.

use super::{Context, Fact, Quote};

/// Gives each fact its topic.
pub fn topics(_cx: &Context, _facts: &mut [Fact], _quotes: &[Quote]) {}
