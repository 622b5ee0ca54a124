//! People, places, organisations, rosters, outcomes.

use super::{Context, Fact};

/// Adds the facts that name somebody or something, or say what came of it.
pub fn entities(_cx: &Context, _facts: &mut Vec<Fact>) {}
