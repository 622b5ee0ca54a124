//! tmux and GNU screen: the terminal outside decides, and the switches must get through.
//!
//! tmux tells the name of the terminal outside; it hands our switches on only where
//! `allow-passthrough` is on. screen tells nothing and hands everything on.

use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use super::environment::{at_least, likely};
use super::{Answers, Choice, Environment, Kind, Reason, Tunnel, Verdict, plain};

/// How long tmux may take to answer.
const PATIENCE: Duration = Duration::from_millis(120);

/// What a multiplexer tells of the terminal outside.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outer {
    /// The answer to XTVERSION, or the name in terminfo.
    pub name: String,
    /// Sequences of ours reach it.
    pub passes: bool,
}

/// The name under which a choice inside a multiplexer is remembered: the outer terminal cannot be
/// told without a question, and may change when the session is attached elsewhere.
pub(super) fn identity(environment: &Environment) -> String {
    let name = if environment.tunnel() == Tunnel::Tmux { "tmux" } else { "screen" };
    match environment.get("TERM_PROGRAM_VERSION") {
        Some(version) if name == "tmux" => format!("{name} {version}"),
        _ => name.to_owned(),
    }
}

/// Asks tmux for the terminal outside.
pub(super) fn outer(environment: &Environment) -> Outer {
    if environment.tunnel() != Tunnel::Tmux {
        return Outer { name: String::new(), passes: true };
    }
    let (sender, receiver) = mpsc::channel();
    std::thread::spawn(move || {
        let format = "#{client_termtype}|#{client_termname}|#{allow-passthrough}";
        let command =
            Command::new("tmux").args(["display", "-p", format]).stdin(Stdio::null()).output();
        // The receiver may have stopped waiting.
        let _ = sender.send(command.map(|output| output.stdout).unwrap_or_default());
    });
    let answer = receiver.recv_timeout(PATIENCE).unwrap_or_default();
    read(&String::from_utf8_lossy(&answer))
}

/// Reads `type|name|on`.
fn read(answer: &str) -> Outer {
    let mut fields = answer.trim_end().split('|');
    let (kind, name) = (fields.next().unwrap_or(""), fields.next().unwrap_or(""));
    let passes = matches!(fields.next(), Some("on" | "all" | "1" | "2"));
    let name = if kind.is_empty() { name } else { kind };
    Outer { name: name.chars().filter(|c| !c.is_control()).take(80).collect(), passes }
}

/// The encoder for what is outside.
pub(super) fn verdict(environment: &Environment, outer: &Outer) -> Verdict {
    let by_name = from_name(&outer.name);
    let (wanted, reason) = match by_name {
        Some(kind) => (kind, Reason::Outer(outer.name.clone())),
        // screen, or a terminal that does not tell its name: what was inherited.
        None => likely(environment)
            .map_or((Kind::Direct, Reason::Nothing), |found| (found.choice.kind, found.reason)),
    };
    let (kind, reason) = match wanted {
        Kind::Explicit | Kind::Konsole | Kind::Mlterm if !outer.passes => {
            (Kind::Fenced, Reason::NoPassage(outer.name.clone()))
        }
        // OSC 66 belongs to a cell of the outer screen, which the multiplexer draws.
        Kind::Kitty => (Kind::KittyRuns, reason),
        kind => (kind, reason),
    };
    let orders = wanted == Kind::Explicit;
    let own = kind.is_of_one_terminal().then_some(kind);
    let choice = Choice { kind, orders, give_back: orders, own, ..plain(environment).choice };
    Verdict { choice, identity: identity(environment), reason, answers: Answers::default() }
}

/// The encoder of a terminal by its answer to XTVERSION, or its name in terminfo.
fn from_name(name: &str) -> Option<Kind> {
    let begins = |prefix: &str| name.starts_with(prefix);
    let version = || name.trim_start_matches(|c: char| !c.is_ascii_digit());
    Some(match name {
        _ if begins("VTE") || begins("WezTerm") || begins("mintty") => Kind::Explicit,
        _ if begins("Konsole") => Kind::Konsole,
        _ if begins("mlterm") => Kind::Mlterm,
        _ if begins("kitty") || begins("xterm-kitty") => Kind::KittyRuns,
        _ if begins("iTerm2 ") && at_least(version(), (3, 7)) => Kind::Fenced,
        _ if begins("XTerm(") || begins("foot") || begins("iTerm2 ") || begins("ghostty") => {
            Kind::Direct
        }
        _ if begins("alacritty") || begins("rxvt") || begins("st-") => Kind::Direct,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tmux(answer: &str, inherited: &[(&str, &str)]) -> Choice {
        let mut variables = vec![("TMUX", "/tmp/tmux-0/default,1,0"), ("TERM", "tmux-256color")];
        variables.extend(inherited);
        verdict(&Environment::of(&variables), &read(answer)).choice
    }

    #[test]
    fn tmux_tells_the_terminal_outside() {
        assert_eq!(tmux("XTerm(379)|xterm-256color|off\n", &[]).kind, Kind::Direct);
        let vte = tmux("VTE(8401)|xterm-256color|on", &[]);
        assert_eq!((vte.kind, vte.tunnel, vte.give_back), (Kind::Explicit, Tunnel::Tmux, true));
        assert_eq!(tmux("Konsole 26.08.2|xterm-256color|all", &[]).kind, Kind::Konsole);
        assert_eq!(tmux("kitty(0.48.2)|xterm-kitty|on", &[]).kind, Kind::KittyRuns);
        assert_eq!(tmux("|mlterm|on", &[]).kind, Kind::Mlterm);
    }

    #[test]
    fn without_passage_rows_are_fenced() {
        assert_eq!(tmux("VTE(8401)|xterm-256color|off", &[]).kind, Kind::Fenced);
        assert_eq!(tmux("VTE(8401)|xterm-256color|", &[]).kind, Kind::Fenced);
        assert_eq!(tmux("|xterm-256color|off", &[("VTE_VERSION", "7006")]).kind, Kind::Fenced);
    }

    #[test]
    fn a_silent_tmux_is_direct() {
        assert_eq!(tmux("", &[]).kind, Kind::Direct);
    }

    #[test]
    fn screen_hands_everything_on() {
        let variables = [("STY", "1.pts"), ("TERM", "screen"), ("VTE_VERSION", "7006")];
        let environment = Environment::of(&variables);
        let choice = verdict(&environment, &outer(&environment)).choice;
        assert_eq!((choice.kind, choice.tunnel), (Kind::Explicit, Tunnel::Screen));
    }
}
