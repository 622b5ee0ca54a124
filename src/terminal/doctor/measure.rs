//! Questions one by one, and widths by cursor reports.

use std::io;
use std::time::Instant;

use serde::Serialize;

use crate::terminal::detect::{Said, ask_one};
use crate::terminal::input::{Input, Reply};

/// One question and its answer.
#[derive(Debug, Serialize)]
pub struct Question {
    /// What DEC or xterm call it.
    pub name: &'static str,
    /// The sequence without its escape character.
    pub asked: &'static str,
    /// What came, in printable characters; empty when nothing did.
    pub answered: Vec<String>,
    /// Until the terminal had answered all, or until waiting was given up.
    pub milliseconds: u128,
    #[serde(skip)]
    replies: Vec<Reply>,
}

impl Question {
    /// What came, as it was read.
    pub fn replies(&self) -> &[Reply] {
        &self.replies
    }
}

const QUESTIONS: [(&str, &str); 5] = [
    ("XTVERSION", "\x1b[>0q"),
    ("DA1", "\x1b[c"),
    ("DA2", "\x1b[>c"),
    ("DA3", "\x1b[=c"),
    ("DECRQM 8 (BDSM)", "\x1b[8$p"),
];

/// Asks everything, each question by itself, so that a silent one is seen.
pub(super) fn questions(input: &mut Input) -> io::Result<Vec<Question>> {
    QUESTIONS
        .into_iter()
        .map(|(name, sequence)| {
            let start = Instant::now();
            let replies = ask_one(input, sequence)?;
            let milliseconds = start.elapsed().as_millis();
            let cursor = |reply: &&Reply| !matches!(reply, Reply::Cursor(..));
            let answered = replies.iter().filter(cursor).map(shown).collect();
            let asked = sequence.trim_start_matches('\x1b');
            Ok(Question { name, asked, answered, milliseconds, replies })
        })
        .collect()
}

fn shown(reply: &Reply) -> String {
    let text = match reply {
        Reply::Cursor(row, column) => format!("{row};{column}"),
        Reply::Control { parameters, end } => format!("{parameters}{end}"),
        Reply::Text(text) => text.clone(),
    };
    text.chars().filter(|c| !c.is_control()).take(80).collect()
}

/// How many columns the cursor moved for a text.
#[derive(Debug, Serialize)]
pub struct Width {
    /// What the text is, for the report.
    pub what: Said,
    /// What was printed.
    pub text: &'static str,
    /// The columns it takes in almost every terminal.
    pub expected: u16,
    /// `None` when the terminal did not say where its cursor was.
    pub measured: Option<u16>,
}

/// What is measured: the text, its columns in almost every terminal, what it is in both languages.
const TEXTS: [(&str, u16, &str, &str); 7] = [
    ("ﻻ", 1, "لام ألف في حرف واحد", "lam-alef as one presentation form"),
    ("لا", 2, "لام ألف في حرفين", "lam and alef as base letters"),
    ("ﺑ", 1, "حرف موصول", "a presentation form"),
    ("ب\u{651}\u{64b}", 1, "حرف مشكول", "a letter with shadda and tanween"),
    ("«٣»", 3, "قوسان ورقم", "guillemets and a digit"),
    ("│", 1, "خط الإطار", "a border"),
    ("語", 2, "حرف عريض", "a wide letter"),
];

/// Prints each text at the first column and asks where the cursor went.
pub(super) fn widths(input: &mut Input) -> io::Result<Vec<Width>> {
    TEXTS
        .into_iter()
        .map(|(text, expected, ar, en)| {
            let measured = columns_of(input, text)?;
            Ok(Width { what: Said::new(ar, en), text, expected, measured })
        })
        .collect()
}

fn columns_of(input: &mut Input, text: &str) -> io::Result<Option<u16>> {
    // The question goes to the first column before it prints the text.
    let replies = ask_one(input, text)?;
    Ok(replies.iter().find_map(|reply| match reply {
        Reply::Cursor(_, column) => Some(column.saturating_sub(1)),
        _ => None,
    }))
}
