//! Asking the terminal: before the screen is cleared, at the first column, at most 150 ms.

use std::io;
use std::time::Duration;

use super::Answers;
use crate::terminal::input::{Input, Reply};
use crate::terminal::restore;

/// How long the answers may take altogether.
pub const PATIENCE: Duration = Duration::from_millis(150);

/// XTVERSION, DA3, DECRQM 8, DA2. (XTGETTCAP is not asked: one terminal prints it.)
const QUESTIONS: &str = "\x1b[>0q\x1b[=c\x1b[8$p\x1b[>c";
/// The cursor's place, which every terminal answers: after it, nothing more will come.
const CURSOR: &str = "\x1b[6n";
/// Erases what a terminal may have printed for a question that it did not understand.
const WIPE: &str = "\r\x1b[K";

/// Asks all questions at once. Late answers are dropped by [`Input::read`].
///
/// # Errors
/// When there is no terminal to set to raw mode, or it has gone away.
pub fn ask(input: &mut Input) -> io::Result<Answers> {
    crossterm::terminal::enable_raw_mode()?;
    restore::arm(String::new());
    let replies = exchange(input, QUESTIONS, PATIENCE)?;
    Ok(Answers::of(&replies))
}

/// Asks one question in raw mode and gives back everything up to the cursor's place; for reports.
///
/// # Errors
/// As [`ask`].
pub fn ask_one(input: &mut Input, question: &str) -> io::Result<Vec<Reply>> {
    exchange(input, question, PATIENCE)
}

fn exchange(input: &mut Input, questions: &str, time: Duration) -> io::Result<Vec<Reply>> {
    input.send(format!("\r{questions}{CURSOR}").as_bytes())?;
    let last = |reply: &Reply| matches!(reply, Reply::Cursor(..));
    let replies = input.replies(time, |replies| replies.iter().any(last))?;
    input.send(WIPE.as_bytes())?;
    Ok(replies)
}
