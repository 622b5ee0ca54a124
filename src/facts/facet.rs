//! What may narrow a topic. Used by the build as well; depends on nothing.

use serde::{Deserialize, Serialize};

/// One way in which a topic is narrowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Facet {
    /// Of whom (a name, in canonical form).
    Of,
    Agent,
    Place,
    /// Which event (first round, second match, previous year).
    Event,
    /// When the value held, as an ISO date or month.
    When,
    /// Per what (`per family`, `per share`).
    Per,
    /// A part of a whole («بينهم», «منهم»).
    Part,
    /// A qualifying adjective.
    Qualifier,
}
