//! `tabayun doctor`: what this terminal does with Arabic, and what tabayun will do about it.
//!
//! Here: the whole report, first as a value ([`Report`]), then as text or JSON. The questions and
//! the measuring are in `measure.rs`, what would make things better in `advice.rs`, the sample line
//! under each encoder in `sample.rs`, the words in `print.rs`.

mod advice;
mod measure;
mod print;
mod sample;

use std::io::{self, IsTerminal as _, Write as _};

use serde::Serialize;

use super::detect::{self, Answers, Environment, Said, Verdict, Wish};
use super::encoder::Tunnel;
use super::input::Input;
use super::restore;

pub use measure::{Question, Width};
pub use sample::{SAMPLE, how_it_reads};

/// What the report is asked with.
#[derive(Clone, Debug, Default)]
pub struct Request {
    /// The encoder that the settings ask for.
    pub wish: Wish,
    /// The text of the file in which choices are remembered; empty if there is none.
    pub remembered: String,
    /// Whether the report is in Arabic; as JSON it has both languages.
    pub arabic: bool,
    /// Whether the report is printed as JSON.
    pub json: bool,
}

/// Everything that was found out.
#[derive(Debug, Serialize)]
pub struct Report {
    /// Of this record's form.
    schema: u32,
    program: &'static str,
    /// The variables that say something of the terminal.
    environment: Vec<(String, String)>,
    /// Why nothing was asked, if so.
    silent: Option<Said>,
    questions: Vec<Question>,
    widths: Vec<Width>,
    encoder: &'static str,
    tunnel: Option<&'static str>,
    terminal: String,
    answers: Answers,
    reason: Said,
    advice: Vec<Said>,
}

/// Examines the terminal and prints the report to the standard output.
///
/// # Errors
/// When the terminal goes away, or the standard output cannot be written to.
pub fn run(request: &Request) -> io::Result<()> {
    let environment = Environment::read();
    let (report, verdict) = examine(request, &environment)?;
    if request.json {
        let text = serde_json::to_string_pretty(&report).map_err(io::Error::other)?;
        return writeln!(io::stdout(), "{text}");
    }
    let tty = io::stdout().is_terminal() && report.silent.is_none();
    print::print(&report, &verdict, request.arabic, tty)
}

fn examine(request: &Request, environment: &Environment) -> io::Result<(Report, Verdict)> {
    let input = Input::open();
    let silent = why_silent(environment, input.is_ok());
    let mut questions = Vec::new();
    let mut widths = Vec::new();
    let (wish, remembered) = (request.wish, request.remembered.as_str());
    let verdict = match (&silent, input) {
        (None, Ok(mut input)) => {
            let examined = look(wish, remembered, environment, &mut input);
            restore::restore();
            let (verdict, asked, measured) = examined?;
            (questions, widths) = (asked, measured);
            verdict
        }
        _ => detect::known(wish, remembered, environment)
            .unwrap_or_else(|| detect::decide(environment, Answers::default())),
    };
    let report = Report {
        schema: 1,
        program: concat!("tabayun ", env!("CARGO_PKG_VERSION")),
        environment: environment.all().map(|(n, v)| (n.to_owned(), v.to_owned())).collect(),
        silent,
        advice: advice::advice(&verdict, &widths),
        encoder: verdict.choice.kind.name(),
        tunnel: match verdict.choice.tunnel {
            Tunnel::None => None,
            Tunnel::Tmux => Some("tmux"),
            Tunnel::Screen => Some("screen"),
        },
        terminal: verdict.identity.clone(),
        reason: verdict.reason.said(&verdict.answers),
        answers: verdict.answers.clone(),
        questions,
        widths,
    };
    Ok((report, verdict))
}

type Examined = (Verdict, Vec<Question>, Vec<Width>);

/// Asks and measures in raw mode; the caller gives the terminal back.
fn look(
    wish: Wish,
    remembered: &str,
    environment: &Environment,
    input: &mut Input,
) -> io::Result<Examined> {
    let mut verdict = detect::detect(wish, remembered, environment, input)?;
    crossterm::terminal::enable_raw_mode()?;
    restore::arm(String::new());
    let questions = measure::questions(input)?;
    let replies: Vec<_> = questions.iter().flat_map(Question::replies).cloned().collect();
    verdict.answers = Answers::of(&replies);
    let widths = measure::widths(input)?;
    Ok((verdict, questions, widths))
}

fn why_silent(environment: &Environment, terminal: bool) -> Option<Said> {
    if !terminal {
        return Some(Said::new(
            "لا طرفية هنا، فلم يُسأل أحد؛ شغّل الأمر في طرفية لترى الفحص كله",
            "There is no terminal here, so nothing was asked; run this in a terminal for the whole examination.",
        ));
    }
    environment.is_dumb().then(|| {
        Said::new(
            "نوع الطرفية `TERM=dumb` لا يعرف مكان المؤشر، فلم تُسأل؛ اضبط `TERM` على اسم طرفيتك",
            "TERM=dumb has no cursor to ask about, so nothing was asked; set TERM to the name of your terminal.",
        )
    })
}
