//! What the environment says of the terminal.
//!
//! Variables are inherited: an xterm started from a shell in Konsole still has `KONSOLE_VERSION`.
//! So a terminal is taken as known only when everything that names one leads to the same encoder.

use std::collections::BTreeMap;

use super::{Answers, Choice, Kind, Reason, Tunnel, Verdict};

/// The variables that say something of the terminal.
const NAMES: [&str; 20] = [
    "ALACRITTY_WINDOW_ID",
    "KITTY_WINDOW_ID",
    "KONSOLE_VERSION",
    "LC_TERMINAL",
    "LC_TERMINAL_VERSION",
    "MLTERM",
    "STY",
    "TABAYUN_BIDI",
    "TERM",
    "TERMUX_VERSION",
    "TERM_PROGRAM",
    "TERM_PROGRAM_VERSION",
    "TMUX",
    "VTE_VERSION",
    "WEZTERM_PANE",
    "WT_SESSION",
    "XTERM_VERSION",
    "GHOSTTY_RESOURCES_DIR",
    "ConEmuPID",
    "COLORTERM",
];

/// A snapshot of the variables that say something of the terminal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Environment(BTreeMap<String, String>);

impl Environment {
    /// Reads the process's environment.
    pub fn read() -> Self {
        let read = |name: &str| Some((name.to_owned(), std::env::var(name).ok()?));
        Self(NAMES.iter().filter_map(|name| read(name)).collect())
    }

    /// An environment for tests and reports.
    pub fn of(variables: &[(&str, &str)]) -> Self {
        let own = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
        Self(variables.iter().map(own).collect())
    }

    /// The value of a variable that is set and not empty.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str).filter(|value| !value.is_empty())
    }

    /// All that was found, by name.
    pub fn all(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// The multiplexer that we run in.
    pub fn tunnel(&self) -> Tunnel {
        if self.get("TMUX").is_some() {
            Tunnel::Tmux
        } else if self.get("STY").is_some() {
            Tunnel::Screen
        } else {
            Tunnel::None
        }
    }

    /// `TERM=dumb`, or none: no cursor to address.
    pub fn is_dumb(&self) -> bool {
        cfg!(unix) && matches!(self.get("TERM"), None | Some("dumb" | "unknown"))
    }

    fn term_begins(&self, name: &str) -> bool {
        self.get("TERM").is_some_and(|term| term.starts_with(name))
    }
}

/// A terminal that a variable names: the variable, the identity, the encoder.
struct Mark {
    variable: &'static str,
    identity: String,
    kind: Kind,
}

/// The terminal, if the environment leaves no doubt.
pub(super) fn named(environment: &Environment) -> Option<Verdict> {
    // kitty's version decides, and only kitty can tell it; WezTerm alone knows its setting.
    let must_ask = environment.term_begins("xterm-kitty")
        || environment.get("KITTY_WINDOW_ID").is_some()
        || environment.get("TERM_PROGRAM") == Some("WezTerm");
    let marks = marks(environment);
    let first = marks.first()?;
    let agreed = marks.iter().all(|mark| mark.kind == first.kind);
    (agreed && !must_ask).then(|| verdict(environment, first))
}

/// The likeliest terminal, when it was asked and did not answer.
pub(super) fn likely(environment: &Environment) -> Option<Verdict> {
    if environment.term_begins("xterm-kitty") {
        let kitty = Mark { variable: "TERM", identity: "kitty".into(), kind: Kind::KittyRuns };
        return Some(verdict(environment, &kitty));
    }
    marks(environment).first().map(|mark| verdict(environment, mark))
}

fn verdict(environment: &Environment, mark: &Mark) -> Verdict {
    // VTE orders text unless it was told otherwise; the others with BDSM are left as they were.
    let orders = mark.variable == "VTE_VERSION" || mark.identity.starts_with("mintty");
    Verdict {
        choice: Choice {
            kind: mark.kind,
            tunnel: environment.tunnel(),
            orders,
            give_back: orders,
            own: mark.kind.is_of_one_terminal().then_some(mark.kind),
        },
        identity: mark.identity.clone(),
        reason: Reason::Variable(mark.variable),
        answers: Answers::default(),
    }
}

/// Every terminal that the environment names, the likelier first.
fn marks(environment: &Environment) -> Vec<Mark> {
    let mut marks = Vec::new();
    marks.extend(from_term(environment));
    marks.extend(from_program(environment));
    marks.extend(from_iterm(environment));
    let own = [
        ("XTERM_VERSION", "", Kind::Direct),
        ("VTE_VERSION", "VTE ", Kind::Explicit),
        ("KONSOLE_VERSION", "Konsole ", Kind::Konsole),
        ("MLTERM", "mlterm ", Kind::Mlterm),
        ("TERMUX_VERSION", "Termux ", Kind::Direct),
    ];
    for (variable, name, kind) in own {
        if let Some(value) = environment.get(variable) {
            marks.push(Mark { variable, identity: format!("{name}{value}"), kind });
        }
    }
    let there = [
        ("ALACRITTY_WINDOW_ID", "alacritty"),
        ("WT_SESSION", "Windows Terminal"),
        ("GHOSTTY_RESOURCES_DIR", "ghostty"),
    ];
    for (variable, name) in there {
        if environment.get(variable).is_some() {
            marks.push(Mark { variable, identity: name.to_owned(), kind: Kind::Direct });
        }
    }
    marks
}

/// `TERM` where it is a terminal's own name and not one of xterm's.
fn from_term(environment: &Environment) -> Option<Mark> {
    let term = environment.get("TERM")?;
    let kind = match term.split('-').next()? {
        "foot" | "alacritty" | "rxvt" | "st" | "linux" | "contour" => Kind::Direct,
        "mlterm" => Kind::Mlterm,
        _ if term == "xterm-ghostty" => Kind::Direct,
        _ => return None,
    };
    Some(Mark { variable: "TERM", identity: term.to_owned(), kind })
}

fn from_program(environment: &Environment) -> Option<Mark> {
    let program = environment.get("TERM_PROGRAM")?;
    let version = environment.get("TERM_PROGRAM_VERSION").unwrap_or_default();
    let kind = match program {
        "Apple_Terminal" | "cosmic-term" => Kind::Fenced,
        "iTerm.app" => iterm(version),
        "mintty" | "WezTerm" => Kind::Explicit,
        "vscode" | "ghostty" | "WarpTerminal" | "contour" => Kind::Direct,
        _ => return None,
    };
    let identity = format!("{program} {version}").trim_end().to_owned();
    Some(Mark { variable: "TERM_PROGRAM", identity, kind })
}

/// iTerm2 sets `LC_TERMINAL` too, which ssh hands on.
fn from_iterm(environment: &Environment) -> Option<Mark> {
    environment.get("LC_TERMINAL").filter(|name| *name == "iTerm2")?;
    let version = environment.get("LC_TERMINAL_VERSION").unwrap_or_default();
    let identity = format!("iTerm.app {version}").trim_end().to_owned();
    Some(Mark { variable: "LC_TERMINAL", identity, kind: iterm(version) })
}

/// iTerm2 orders text from 3.7 on, unless the user has switched it off.
pub(super) fn iterm(version: &str) -> Kind {
    if at_least(version, (3, 7)) { Kind::Fenced } else { Kind::Direct }
}

/// Whether a version such as `3.7.1beta2` is not older than `wanted`.
pub(super) fn at_least(version: &str, wanted: (u32, u32)) -> bool {
    let mut numbers = version.split(|c: char| !c.is_ascii_digit()).map(|n| n.parse().unwrap_or(0));
    let found = (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0));
    found >= wanted
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(variables: &[(&str, &str)]) -> Option<Kind> {
        named(&Environment::of(variables)).map(|verdict| verdict.choice.kind)
    }

    #[test]
    fn terminals_are_known_by_their_variables() {
        let x = ("TERM", "xterm-256color");
        for (variables, expected) in [
            (vec![x, ("XTERM_VERSION", "XTerm(379)")], Some(Kind::Direct)),
            (vec![x, ("VTE_VERSION", "7006")], Some(Kind::Explicit)),
            (vec![x, ("KONSOLE_VERSION", "221203")], Some(Kind::Konsole)),
            (vec![("TERM", "mlterm"), ("MLTERM", "3.9.0")], Some(Kind::Mlterm)),
            (vec![("TERM", "foot")], Some(Kind::Direct)),
            (vec![("TERM", "rxvt-unicode-256color")], Some(Kind::Direct)),
            (vec![x, ("TERM_PROGRAM", "Apple_Terminal")], Some(Kind::Fenced)),
            (vec![x, ("TERM_PROGRAM", "mintty")], Some(Kind::Explicit)),
            (vec![x, ("WT_SESSION", "9")], Some(Kind::Direct)),
            (vec![x], None),
        ] {
            assert_eq!(kind(&variables), expected, "{variables:?}");
        }
    }

    #[test]
    fn iterm_orders_from_its_version_3_7_on() {
        let iterm =
            |version| kind(&[("TERM_PROGRAM", "iTerm.app"), ("TERM_PROGRAM_VERSION", version)]);
        assert_eq!(iterm("3.6.12"), Some(Kind::Direct));
        assert_eq!(iterm("3.7.0beta1"), Some(Kind::Fenced));
        assert_eq!(iterm("4.0"), Some(Kind::Fenced));
    }

    #[test]
    fn kitty_is_asked_for_its_version_and_a_doubt_is_asked_too() {
        assert_eq!(kind(&[("TERM", "xterm-kitty"), ("KITTY_WINDOW_ID", "1")]), None);
        let inherited = [("XTERM_VERSION", "XTerm(379)"), ("KONSOLE_VERSION", "221203")];
        assert_eq!(kind(&inherited), None);
    }

    #[test]
    fn vte_is_given_back_as_it_was() {
        let verdict = named(&Environment::of(&[("VTE_VERSION", "8401")])).unwrap();
        assert!(verdict.choice.give_back);
        assert_eq!(verdict.identity, "VTE 8401");
    }

    #[test]
    fn a_dumb_terminal_is_one() {
        assert!(Environment::of(&[("TERM", "dumb")]).is_dumb());
        assert!(Environment::of(&[]).is_dumb());
        assert!(!Environment::of(&[("TERM", "xterm")]).is_dumb());
    }
}
