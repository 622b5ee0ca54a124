//! What follows from a terminal's answers; pure, so that every recorded answer is a test.

use super::environment::{at_least, iterm};
use super::{Choice, Environment, Kind, Reason, Verdict};
use crate::terminal::input::Reply;

/// What the terminal answered.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Answers {
    /// XTVERSION: name and version.
    pub version: Option<String>,
    /// DA2: the numbers, as `41;412;0`.
    pub secondary: Option<String>,
    /// DA3: eight hexadecimal digits.
    pub tertiary: Option<String>,
    /// DECRQM 8 (BDSM): 0 unknown, 1 set (the terminal orders), 2 reset.
    pub bdsm: Option<u8>,
    /// The last question, for the cursor, was answered: nothing more will come.
    pub complete: bool,
}

impl Answers {
    /// Sorts replies, in whatever order they came; what is not known is left out.
    pub fn of(replies: &[Reply]) -> Self {
        let mut answers = Self::default();
        for reply in replies {
            match reply {
                Reply::Cursor(..) => answers.complete = true,
                Reply::Text(text) => answers.take_text(text),
                Reply::Control { parameters, end } => answers.take_control(parameters, end),
            }
        }
        answers
    }

    fn take_text(&mut self, text: &str) {
        if let Some(version) = text.strip_prefix(">|") {
            let printable: String = version.chars().filter(|c| !c.is_control()).take(80).collect();
            self.version = Some(printable);
        } else if let Some(unit) = text.strip_prefix("!|") {
            self.tertiary = Some(unit.chars().filter(char::is_ascii_hexdigit).take(8).collect());
        }
    }

    fn take_control(&mut self, parameters: &str, end: &str) {
        match (parameters.strip_prefix('>'), end) {
            (Some(numbers), "c") => self.secondary = Some(numbers.to_owned()),
            (None, "$y") => {
                if let Some(state) = parameters.strip_prefix("8;") {
                    self.bdsm = state.parse().ok();
                }
            }
            _ => {}
        }
    }

    /// Name and version, where the terminal tells them.
    pub fn version(&self) -> Option<&str> {
        self.version.as_deref().filter(|version| !version.is_empty())
    }

    /// What comes after `name` in the version, without brackets.
    fn version_of(&self, name: &str) -> Option<&str> {
        let rest = self.version()?.strip_prefix(name)?;
        Some(rest.trim_matches(|c: char| c == '(' || c == ')' || c == ' '))
    }
}

/// The encoder that the answers ask for; `None` when they say nothing that matters.
pub(super) fn verdict(answers: &Answers, environment: &Environment) -> Option<Verdict> {
    let (kind, reason, identity) = rule(answers)?;
    let orders = matches!(answers.bdsm, Some(1 | 2));
    let give_back = answers.bdsm == Some(1);
    let own = kind.is_of_one_terminal().then_some(kind);
    let choice = Choice { kind, tunnel: environment.tunnel(), orders, give_back, own };
    let identity = answers.version().unwrap_or(identity).to_owned();
    Some(Verdict { choice, identity, reason, answers: Answers::default() })
}

fn rule(answers: &Answers) -> Option<(Kind, Reason, &str)> {
    if let Some(state @ (1 | 2)) = answers.bdsm {
        return Some((Kind::Explicit, Reason::Bdsm(state), "BDSM"));
    }
    if let Some(version) = answers.version_of("kitty") {
        let kind = if at_least(version, (0, 40)) { Kind::Kitty } else { Kind::KittyRuns };
        return Some((kind, Reason::Version, "kitty"));
    }
    if let Some(version) = answers.version_of("iTerm2") {
        return Some((iterm(version), Reason::Version, "iTerm2"));
    }
    if answers.version_of("Konsole").is_some() {
        return Some((Kind::Konsole, Reason::Version, "Konsole"));
    }
    match (answers.tertiary.as_deref(), answers.secondary.as_deref()) {
        (Some("7E4B4445"), _) => Some((Kind::Konsole, Reason::Tertiary, "Konsole")),
        (_, Some("24;279;0")) => Some((Kind::Mlterm, Reason::Secondary, "mlterm")),
        (_, Some("0;136;0")) => Some((Kind::Fenced, Reason::Secondary, "PuTTY")),
        (_, Some("0;115;0")) if answers.version().is_none() => {
            Some((Kind::Fenced, Reason::Secondary, "QTermWidget"))
        }
        _ if answers.version().is_some() => Some((Kind::Direct, Reason::Version, "")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::decide;
    use super::*;

    fn text(text: &str) -> Reply {
        Reply::Text(text.into())
    }

    fn control(parameters: &str, end: &str) -> Reply {
        Reply::Control { parameters: parameters.into(), end: end.into() }
    }

    fn decided(replies: &[Reply]) -> (Kind, bool, String) {
        let environment = Environment::of(&[("TERM", "xterm-256color")]);
        let verdict = decide(&environment, Answers::of(replies));
        (verdict.choice.kind, verdict.choice.give_back, verdict.identity)
    }

    #[test]
    fn recorded_answers_lead_to_the_tested_encoder() {
        let vte = [
            text(">|VTE(8401)"),
            text("!|7E565445"),
            control("8;1", "$y"),
            control(">61;8401;1", "c"),
        ];
        assert_eq!(decided(&vte), (Kind::Explicit, true, "VTE(8401)".into()));
        let old_vte = [text("!|7E565445"), control("8;1", "$y"), control(">65;7006;1", "c")];
        assert_eq!(decided(&old_vte).0, Kind::Explicit);
        let konsole = [text(">|Konsole 26.08.2"), text("!|7E4B4445"), control(">1;115;0", "c")];
        assert_eq!(decided(&konsole).0, Kind::Konsole);
        let xterm = [
            text(">|XTerm(412)"),
            text("!|00000000"),
            control("8;0", "$y"),
            control(">41;412;0", "c"),
        ];
        assert_eq!(decided(&xterm), (Kind::Direct, false, "XTerm(412)".into()));
        assert_eq!(decided(&[control(">0;136;0", "c")]), (Kind::Fenced, false, "PuTTY".into()));
        assert_eq!(decided(&[control(">0;115;0", "c")]).2, "QTermWidget");
        assert_eq!(decided(&[control(">24;279;0", "c")]).0, Kind::Mlterm);
        assert_eq!(decided(&[text(">|iTerm2 3.7.1")]).0, Kind::Fenced);
        assert_eq!(decided(&[text(">|iTerm2 3.5.14")]).0, Kind::Direct);
    }

    #[test]
    fn kitty_by_its_version() {
        assert_eq!(decided(&[text(">|kitty(0.48.2)")]).0, Kind::Kitty);
        assert_eq!(decided(&[text(">|kitty(0.40.0)")]).0, Kind::Kitty);
        assert_eq!(decided(&[text(">|kitty(0.26.5)")]).0, Kind::KittyRuns);
        let silent = Environment::of(&[("TERM", "xterm-kitty")]);
        assert_eq!(decide(&silent, Answers::default()).choice.kind, Kind::KittyRuns);
    }

    #[test]
    fn a_terminal_that_was_already_told_is_left_so() {
        let wezterm = [text(">|WezTerm 20240203"), control("8;2", "$y")];
        assert_eq!(decided(&wezterm), (Kind::Explicit, false, "WezTerm 20240203".into()));
    }

    #[test]
    fn silence_and_garbage_are_direct() {
        assert_eq!(decided(&[]), (Kind::Direct, false, "xterm-256color".into()));
        let garbage = [
            text("!|zz\u{1b}"),
            text(">|"),
            control("8", "$y"),
            control(">;;", "c"),
            control("8;999", "$y"),
        ];
        assert_eq!(decided(&garbage).0, Kind::Direct);
    }
}
