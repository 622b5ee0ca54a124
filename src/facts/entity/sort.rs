//! What a name or a description may be of. Used by the build as well; depends on nothing.

use serde::Deserialize;

/// What a mention is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sort {
    Person,
    Place,
    Body,
    Outlet,
    /// A ship, a film, a virus: one thing with a name.
    Thing,
    /// Somebody who is described and not named («شاهد», «الشرطة»).
    Described,
    /// «نظيره»: whoever was meant before.
    Counterpart,
}
