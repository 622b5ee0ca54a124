//! Every figure of a text, by the grammars of numbers, dates and scores.

use super::{Context, Fact};

/// The facts that hold a figure, a date or a time, in text order.
pub fn quantities(_cx: &Context) -> Vec<Fact> {
    Vec::new()
}
