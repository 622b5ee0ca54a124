//! Topics of what is laid down ahead: days that are due, and lengths that are agreed.

/// What is to come on one day only, however far the reports put it apart.
#[rustfmt::skip]
pub const DUE: &[&str] = &[
    "date.appointment", "date.deal_close", "date.draw", "date.effective", "date.exam", "date.fair",
    "date.full_capacity", "date.host_choice", "date.launch", "date.merger", "date.postponed",
    "date.production", "date.publication", "date.refloat", "date.reopening", "date.report_due",
    "date.resit", "date.restore_due", "date.results", "date.season", "date.service_start",
    "date.vote", "deadline.date",
];

/// Lengths that are laid down: that a contract «will run» for three years and that it «runs» for two
/// say what it holds, and nothing came of a plan.
#[rustfmt::skip]
pub const TERMS: &[&str] = &[
    "ban.duration", "concession.duration", "contract.duration", "event.length", "holiday.length",
    "loan.grace", "loan.term", "office.term", "prison.duration", "strike.duration", "truce.duration",
    "validity.duration", "visit.duration",
];
