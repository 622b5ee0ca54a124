//! Which encoder this terminal wants, and why.
//!
//! A terminal cannot be asked whether it reorders; what can be had is its name, and whether it
//! knows BDSM. In order: the user's word, what was chosen here before, a multiplexer, the
//! environment, questions. Begin with [`detect`]; the rules are in `environment.rs` and
//! `answers.rs` and are pure; only `ask.rs` writes to the terminal.

mod answers;
mod ask;
mod environment;
mod memory;
mod multiplexer;
mod reason;

use std::io;

use super::encoder::{Choice, Kind, Tunnel};
use super::input::Input;

pub use answers::Answers;
pub use ask::{ask, ask_one};
pub use environment::Environment;
pub use memory::{recall, remember};
pub use reason::{Reason, Said, Source};

/// What the user wants: a kind of encoder, and who said so; `None` is `auto`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wish {
    /// The encoder, and who asked for it.
    pub kind: Option<(Kind, Source)>,
}

/// What was found out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verdict {
    /// The encoder, and what is known of the terminal that it writes to.
    pub choice: Choice,
    /// A name for this sort of terminal, under which a choice is remembered; never empty.
    pub identity: String,
    /// Why it is this encoder.
    pub reason: Reason,
    /// What the terminal answered, if it was asked.
    pub answers: Answers,
}

/// Finds the encoder. Asks the terminal only when the environment does not name it, for 150 ms at
/// the longest; raw mode is on afterwards. `remembered` is the text of the file of [`remember`].
///
/// # Errors
/// When there is no terminal to set to raw mode, or it has gone away.
pub fn detect(
    wish: Wish,
    remembered: &str,
    environment: &Environment,
    input: &mut Input,
) -> io::Result<Verdict> {
    if let Some(verdict) = known(wish, remembered, environment) {
        return Ok(verdict);
    }
    if environment.tunnel() != Tunnel::None {
        return Ok(multiplexer::verdict(environment, &multiplexer::outer(environment)));
    }
    let answers = ask(input)?;
    let verdict = decide(environment, answers);
    Ok(match recall(remembered, &verdict.identity) {
        Some(kind) => with_kind(verdict, kind, Reason::Remembered),
        None => verdict,
    })
}

/// What can be said without asking anyone.
pub fn known(wish: Wish, remembered: &str, environment: &Environment) -> Option<Verdict> {
    let named = environment::named(environment);
    if let Some((kind, source)) = wish.kind {
        let verdict = named.unwrap_or_else(|| plain(environment));
        return Some(with_kind(verdict, kind, Reason::Wished(source)));
    }
    if environment.tunnel() != Tunnel::None {
        let identity = multiplexer::identity(environment);
        let kind = recall(remembered, &identity)?;
        return Some(with_kind(plain(environment), kind, Reason::Remembered));
    }
    let verdict = named?;
    match recall(remembered, &verdict.identity) {
        Some(kind) => Some(with_kind(verdict, kind, Reason::Remembered)),
        None => Some(verdict),
    }
}

/// What follows from the answers, and from the environment where they are silent.
pub fn decide(environment: &Environment, answers: Answers) -> Verdict {
    let mut verdict = answers::verdict(&answers, environment)
        .or_else(|| environment::likely(environment))
        .unwrap_or_else(|| plain(environment));
    if let Some(version) = answers.version() {
        version.clone_into(&mut verdict.identity);
    }
    verdict.answers = answers;
    verdict
}

/// The same terminal with another encoder.
#[must_use]
pub fn with_kind(verdict: Verdict, kind: Kind, reason: Reason) -> Verdict {
    Verdict { choice: Choice { kind, ..verdict.choice }, reason, ..verdict }
}

/// A terminal of which nothing is known: cells as they are.
fn plain(environment: &Environment) -> Verdict {
    let choice = Choice { tunnel: environment.tunnel(), ..Choice::default() };
    let identity = match environment.tunnel() {
        Tunnel::None => environment.get("TERM").unwrap_or("unknown").to_owned(),
        _ => multiplexer::identity(environment),
    };
    Verdict { choice, identity, reason: Reason::Nothing, answers: Answers::default() }
}
